"""Whole frames: determinism, random access, no edges of scenery, life in stillness."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from memory.errors import BadRequest
from tests.unit.tools.theatre.stages import a_place, a_shot
from tools.theatre import shot
from tools.theatre import stage as stages
from tools.theatre.spec import ShotSpec, recipe_inputs

MOVES = [
    "pan_left", "pan_right", "tilt_up", "tilt_down", "dolly_in", "dolly_out", "truck_left",
    "truck_right",
    "crane_up", "crane_down", "zoom_in", "zoom_out", "handheld",
]  # fmt: skip
MAGENTA = 0xFF00FF


def frames(spec: ShotSpec, numbers: list[int]) -> dict[int, np.ndarray]:
    stage = stages.Stage(spec)
    return {number: stage.planes(number).copy() for number in numbers}


@pytest.mark.parametrize("family", ["room", "shore"])
def test_a_frame_depends_on_its_number_alone(family: str) -> None:
    spec = a_shot(
        "MS", a_place(family), people=2, move="dolly_in", grain=0.5, weather="rain", time="night"
    )
    numbers = [3, 17, 30, -5, 60]
    forward = frames(spec, numbers)
    stages._baked.clear()
    backward = frames(spec, numbers[::-1])
    alone = next(shot.render(spec, 17, 18))
    assert all(np.array_equal(forward[n], backward[n]) for n in numbers)
    assert np.array_equal(alone, forward[17])


def test_frames_stream_as_i420_also_beyond_the_shot() -> None:
    spec = a_shot()
    made = list(shot.render(spec, -2, 2))
    assert len(made) == 4
    assert all(frame.shape == (270, 320) and frame.dtype == np.uint8 for frame in made)
    assert made[0] is not made[1]


def test_a_size_that_cannot_be_is_refused_with_a_hint() -> None:
    with pytest.raises(BadRequest) as refused:
        next(shot.render(replace(a_shot(), width=321), 0, 1))
    assert "divisible" in refused.value.hint


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize(
    ("family", "size", "angle"), [("room", "CU", "low"), ("shore", "EWS", "high")]
)
def test_no_edge_of_the_scenery_ever_shows(move: str, family: str, size: str, angle: str) -> None:
    spec = a_shot(size, a_place(family), people=0, move=move, speed="fast", angle=angle, frames=120)
    stage = stages.Stage(spec)
    for number in (-24, 0, 60, 119, 143):
        stages._frame(spec.size).pixels[:] = MAGENTA
        drawn = stage.draw(number).view(np.uint8).reshape(180, 320, 4).astype(int)
        bare = (drawn[..., 0] > 200) & (drawn[..., 1] < 50) & (drawn[..., 2] > 200)
        assert not bare.any(), (number, np.argwhere(bare)[:3])


@pytest.mark.parametrize("family", ["room", "office", "corridor", "street", "nature", "shore"])
def test_an_empty_locked_off_shot_still_lives(family: str) -> None:
    spec = a_shot("WS", a_place(family, "lamp"), people=0, time="dusk")
    made = frames(spec, [0, 18, 36])
    for first, second in ((0, 18), (18, 36)):
        assert np.abs(made[first].astype(int) - made[second]).max() >= 6


def test_a_person_breathes_and_blinks_while_nothing_happens() -> None:
    spec = a_shot("MCU", people=1)
    made = frames(spec, [0, 20, 40])
    assert all((made[a] != made[b]).mean() > 0.01 for a, b in ((0, 20), (20, 40)))


def test_a_new_take_seed_changes_the_playing_and_never_the_set() -> None:
    spec = a_shot("WS", a_place("room"), people=0)
    other = replace(spec, seed=99)
    assert np.array_equal(shot.still(spec, 5), shot.still(other, 5))


def test_a_spec_survives_json_and_notes_are_no_part_of_the_recipe() -> None:
    spec = a_shot(people=2, move="pan_left", practicals=("lamp",))
    assert ShotSpec.from_json(spec.to_json()) == spec
    assert recipe_inputs(spec) == recipe_inputs(replace(spec, notes=("talk",)))
    assert recipe_inputs(spec) != recipe_inputs(replace(spec, frames=49))


def test_maps_show_the_actors_where_the_picture_does() -> None:
    spec = a_shot("MS", people=2)
    mask, near, flat = shot.ids(spec, 5), shot.depth(spec, 5), shot.albedo(spec, 5)
    assert set(np.unique(mask)) == {0, 1, 2}
    assert near[mask == 1].mean() > near[mask == 0].mean()
    assert (flat[mask == 0] == 0).mean() > 0.98
    assert (flat[mask == 1].sum(1) > 0).mean() > 0.98


def test_rain_inside_falls_only_behind_the_window() -> None:
    dry = a_shot("WS", a_place("room", "table"), people=0, time="night")
    wet = replace(dry, light=replace(dry.light, weather="rain"))
    stage = stages.Stage(wet)
    frame, view = stages._frame(wet.size), stage.track.at(0)
    stage.draw(4)
    rained = frame.pixels.copy()
    pane = stage.scenery.panes[0]
    x0, y0 = view.project(pane.x0, pane.y0, pane.z, wet.size)
    x1, y1 = view.project(pane.x1, pane.y1, pane.z, wet.size)
    still = replace(wet, light=replace(wet.light, weather="rain", brightness=0.5))
    later = stages.Stage(still).draw(5)
    changed = np.argwhere(np.abs((rained & 255).astype(int) - (later & 255).astype(int)) > 24)
    inside = [(y0 - 2 <= y <= y1 + 2 and x0 - 2 <= x <= x1 + 2) for y, x in changed]
    panes = [
        (*view.project(p.x0, p.y0, p.z, wet.size), *view.project(p.x1, p.y1, p.z, wet.size))
        for p in stage.scenery.panes
    ]
    for (y, x), fine in zip(changed, inside, strict=True):
        assert fine or any(a - 2 <= x <= c + 2 and b - 2 <= y <= d + 2 for a, b, c, d in panes)
