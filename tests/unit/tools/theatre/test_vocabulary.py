"""Camera words are played as what they mean: backs, arcs, stretches, whips, leans, views."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest

from memory.film import Character, Film, Location, Movement, Scene, Shot
from memory.vocabulary import Angle, IntExt, MoveType, Size, Speed, TimeOfDay
from tools.theatre import shot as theatre
from tools.theatre.camera import Track
from tools.theatre.spec import ShotSpec
from tools.theatre.staging import stage


def a_spec(**fields: Any) -> ShotSpec:
    people = {
        "theo": Character(id="theo", name="Theo", wardrobe={"coat": "navy jacket"}),
        "mara": Character(id="mara", name="Mara", wardrobe={"coat": "grey coat"}),
    }
    shot = Shot(id="sh1", scene="sc1", **{"subjects": ("mara", "theo"), **fields})
    scene = Scene(
        id="sc1",
        slug="INT. FERRY CABIN - NIGHT",
        int_ext=IntExt.INT,
        location="cabin",
        time_of_day=TimeOfDay.NIGHT,
        screen_axis="Mara camera left; Theo camera right",
    )
    film = Film(
        id="ferry",
        characters=people,
        locations={"cabin": Location(id="cabin", name="Ferry cabin", set=("table", "window"))},
        scenes={"sc1": scene},
        order=("sh1",),
        shots={"sh1": shot},
    )
    return dataclasses.replace(stage(film, "sh1"), width=320, height=180)


def test_a_back_in_the_foreground_covers_little_and_is_dark() -> None:
    spec = a_spec(angle=Angle.OTS, size=Size.MCU, subjects=("theo", "mara"))
    mask = theatre.ids(spec, 10)
    columns = np.flatnonzero((mask == 2).any(0))
    assert 0.08 * 320 < columns.size <= 0.34 * 320
    assert columns.max() < np.flatnonzero((mask[:90] == 1).any(0)).min()
    picture = theatre.still(spec, 10).astype(float)
    assert picture[mask == 2].mean() < 0.6 * picture[mask == 1].mean()


@pytest.mark.parametrize("move", [MoveType.ARC_LEFT, MoveType.ARC_RIGHT, MoveType.DOLLY_ZOOM])
def test_a_move_about_the_subject_keeps_it_in_its_place(move: MoveType) -> None:
    spec = a_spec(subjects=("mara",), movement=Movement(type=move, speed=Speed.MEDIUM))
    track = Track(spec.camera, spec.frames, spec.rate, spec.aspect, 1)
    x, y = spec.actors[0].x, spec.camera.aim_y
    first, last = (track.at(frame) for frame in (0, spec.frames - 1))
    here, there = (view.project(x, y, 0.0, spec.size) for view in (first, last))
    assert here == pytest.approx(there, abs=1.0)
    assert first.scale(0.0) == pytest.approx(last.scale(0.0), rel=0.01)
    behind = [view.project(x + 0.4, y, 1.5, spec.size)[0] for view in (first, last)]
    assert abs(behind[1] - behind[0]) > 3


def test_a_whip_lands_on_the_subject_and_smears_on_its_way() -> None:
    spec = a_spec(subjects=("mara",), movement=Movement(type=MoveType.WHIP_PAN, speed=Speed.FAST))
    track = Track(spec.camera, spec.frames, spec.rate, spec.aspect, 1)
    assert track.at(spec.frames - 1).shift_x == pytest.approx(spec.camera.shift_x, abs=1e-6)
    still = theatre.still(spec, spec.frames - 1).astype(int)
    way = max(range(spec.frames), key=lambda k: abs(track.at(k + 1).shift_x - track.at(k).shift_x))
    smeared = theatre.still(spec, way).astype(int)
    assert np.abs(np.diff(smeared, axis=1)).mean() < 0.8 * np.abs(np.diff(still, axis=1)).mean()


def test_a_canted_picture_leans_and_its_maps_with_it() -> None:
    spec = a_spec(angle=Angle.DUTCH, size=Size.MS)
    level = dataclasses.replace(spec, camera=dataclasses.replace(spec.camera, roll=0.0))
    assert spec.camera.roll == pytest.approx(7.0)
    one, other = theatre.ids(spec, 0), theatre.ids(level, 0)
    assert (one != other).mean() > 0.02
    assert abs((one > 0).mean() - (other > 0).mean()) < 0.08


def test_a_point_of_view_leaves_out_the_one_who_looks() -> None:
    spec = a_spec(angle=Angle.POV, action="Mara's POV: Theo waits.")
    assert [(actor.name, actor.view) for actor in spec.actors] == [("Theo", "front")]


def test_who_comes_up_stops_before_the_one_they_come_to() -> None:
    spec = a_spec(action="Theo comes up with a lantern.", size=Size.MWS)
    mara, theo = spec.actors
    assert theo.walk is not None
    assert theo.walk[1] - mara.x > 0.4
    assert theo.walk[0] > theo.walk[1]


def test_equals_look_level_and_only_words_send_eyes_into_the_lens() -> None:
    mara, theo = a_spec(size=Size.MS).actors
    assert mara.gaze[1] == theo.gaze[1] == 0.0
    into = a_spec(action="Mara looks into the camera.", subjects=("mara",)).actors[0]
    assert into.gaze == (0.0, 0.0)
