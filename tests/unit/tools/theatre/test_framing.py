"""Sizes in their bands, angles that stand where they say, everyone asked in is in."""

from __future__ import annotations

import math

import numpy as np
import pytest

from benchmarks.theatre_camera import ASPECTS, CAST, a_spec, head_of, mask_of, size_offence
from memory.film import Movement, Shot
from memory.vocabulary import Angle, MoveType, Size, Speed
from tests.unit.tools.theatre.stages import an_actor
from tools.theatre.camera import Track
from tools.theatre.composition import lean_of, side_of, through_of
from tools.theatre.framing import Subject, Wish, frame_subject
from tools.theatre.measure import looking, measure
from tools.theatre.sizes import BODY_BANDS, HEAD_BANDS, RUNGS, rung_at, scale_of

EVERY = [*BODY_BANDS, *HEAD_BANDS]


def a_track(camera, aspect: float = 16 / 9) -> Track:  # type: ignore[no-untyped-def]
    return Track(camera, 48, 24.0, aspect, 1)


@pytest.mark.parametrize("who", list(CAST))
@pytest.mark.parametrize("size", EVERY)
def test_sizes_are_in_their_bands(size: str, who: str) -> None:
    assert size_offence(size, who, "16:9") == ""


@pytest.mark.parametrize("aspect", list(ASPECTS))
@pytest.mark.parametrize("size", ["EWS", "FS", "MS", "CU", "BCU"])
def test_every_aspect_is_composed(size: str, aspect: str) -> None:
    assert size_offence(size, "adult", aspect) == ""


def test_a_grown_persons_rungs_are_the_trades_own() -> None:
    shares = [scale_of(size, 1.0, 0.195, 16 / 9) for size in ("MWS", "MS", "MCU")]
    assert shares == pytest.approx([1.3, 1.87, 2.68], rel=0.04)


def test_the_lens_changes_distance_and_not_size() -> None:
    cameras = [frame_subject(Subject(), "MS", "eye", lens, 16 / 9) for lens in (24, 50, 135)]
    scales = [a_track(camera).at(0).scale(0.0) for camera in cameras]
    assert scales == pytest.approx([scales[0]] * 3, rel=1e-3)
    assert cameras[0].z > cameras[1].z > cameras[2].z


@pytest.mark.parametrize("size", ["FS", "MS", "CU"])
def test_high_looks_down_and_low_looks_up(size: str) -> None:
    high, eye, low = (
        frame_subject(Subject(), size, angle, 35, 16 / 9) for angle in ("high", "eye", "low")
    )
    assert high.pitch > 15
    assert eye.pitch == 0
    assert low.pitch < -4
    assert high.y < eye.y < low.y
    heights = []
    for camera in (high, eye, low):
        far = a_track(camera).seen(0, (0.0, 0.0, 1e4), (1600, 900))[1]
        heights.append(far)
    assert heights[0] < heights[1] < heights[2]


def test_a_pitched_picture_converges_and_keeps_its_subject() -> None:
    camera = frame_subject(Subject(), "FS", "low", 24, 16 / 9)
    track, size = a_track(camera), (1600, 900)
    foot = [track.seen(0, (x, 0.0, 2.0), size)[0] for x in (-0.5, 0.5)]
    head = [track.seen(0, (x, -3.0, 2.0), size)[0] for x in (-0.5, 0.5)]
    assert head[1] - head[0] < 0.97 * (foot[1] - foot[0])
    level = track.seen(0, (0.0, 0.0, 0.0), size)[1] / 900
    assert level == pytest.approx(0.937, abs=0.02)


def test_the_two_maps_of_a_bent_picture_undo_each_other() -> None:
    camera = frame_subject(Subject(), "MS", "high", 35, 16 / 9)
    track = a_track(camera)
    product = track.onto_drawn(7.0, (320, 180)) @ track.onto_finished(7.0, (320, 180))
    assert np.allclose(product / product[2, 2], np.eye(3), atol=1e-6)


@pytest.mark.parametrize("angle", [Angle.EYE, Angle.LOW, Angle.HIGH, Angle.OVERHEAD, Angle.WORM])
@pytest.mark.parametrize("size", ["WS", "MS", "CU"])
def test_everyone_asked_in_is_in(size: str, angle: Angle) -> None:
    for who in (("adult", "child", "hat"), ("adult", "bird")):
        spec = a_spec(16 / 9, who, size=Size(size), angle=angle)
        assert len(set(mask_of(spec, 24).ravel()) - {0}) == len(who)


def test_a_close_up_of_one_holds_the_other_behind() -> None:
    spec = a_spec(16 / 9, ("adult", "seated"), size=Size.CU, focus="Mara")
    mara, theo = spec.actors
    assert theo.z > mara.z + 0.3
    assert any("Theo" in note for note in spec.notes)
    assert head_of(spec, 0, 24)[0] > 0.6


def test_a_group_too_wide_for_its_size_is_noted() -> None:
    spec = a_spec(9 / 16, ("adult", "hat", "seated"), size=Size.MS)
    assert any("to hold everyone" in note for note in spec.notes)


@pytest.mark.parametrize("move", [m for m in MoveType if m is not MoveType.WHIP_PAN])
def test_a_head_stays_in_through_any_move(move: MoveType) -> None:
    movement = Movement(type=move, speed=Speed.FAST, amount=3.0)
    spec = a_spec(16 / 9, ("adult",), size=Size.MCU, movement=movement)
    track = Track(spec.camera, spec.frames, spec.rate, spec.aspect, 1)
    who = measure(spec.actors[0], spec.frames)
    for frame in (0, 36, 71):
        x, y = track.seen(frame, (who.head_x, who.middle, who.z), (1778, 1000))
        assert 60 < x < 1718
        assert 0 < y < 960


def test_words_of_a_composition() -> None:
    assert side_of("Mara on the right third") == "right"
    assert side_of("centred, symmetrical") == "centre"
    assert side_of("short-sided, tense") == "short"
    shot = Shot(id="s", scene="c", composition="framed by the doorway")
    assert through_of(shot) == "arch"
    assert through_of(shot.model_copy(update={"foreground": "lamp post, left"})) == "post left"
    assert through_of(shot.model_copy(update={"foreground": "Theo's shoulder"})) == ""
    assert lean_of(shot.model_copy(update={"roll_deg": -20.0})) == -20.0
    assert lean_of(shot.model_copy(update={"angle": Angle.DUTCH})) == 7.0


def test_thirds_headroom_and_short_sides() -> None:
    def place(wish: Wish) -> tuple[float, float]:
        camera = frame_subject(Subject(facing=1.0), "MS", "eye", 35, 16 / 9, wish)
        x, y = a_track(camera).seen(0, (0.0, -1.0, 0.0), (1778, 1000))
        return x / 1778, y / 1000

    assert place(Wish("left"))[0] == pytest.approx(1 / 3, abs=0.01)
    assert place(Wish())[0] < 0.5 < place(Wish("short"))[0]
    assert place(Wish(headroom=0.1))[1] == pytest.approx(place(Wish())[1] + 0.1, abs=1e-3)


def test_rungs_are_found_again() -> None:
    for size in RUNGS:
        assert rung_at(scale_of(size, 1.0, 0.195, 1.78), 1.0, 0.195, 1.78) == size
    assert math.isfinite(scale_of("INSERT", 1.0, 0.2, 1.78))


def test_room_is_left_where_head_and_eyes_turn_not_where_the_body_faces() -> None:
    ahead = an_actor(facing=1.0)
    over_the_shoulder = an_actor(facing=1.0, looks=((-48, -3.0, -0.9, 0.0),))
    assert looking(ahead, 48) > 0.5
    assert looking(over_the_shoulder, 48) < -0.5
    assert looking(an_actor(facing=-1.0), 48) == pytest.approx(-looking(ahead, 48), abs=0.05)
    assert looking(an_actor(facing=-1.0, view="back"), 48) == -1.0
