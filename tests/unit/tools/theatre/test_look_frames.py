"""The two frames of the look as the ordinary chain stages them, and what they brought."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from benchmarks.look import FRAMES, PICTURE, drawn, film
from memory.film import Character
from tools.theatre.beam import sweep
from tools.theatre.beats import told
from tools.theatre.camera import View
from tools.theatre.cast.actions import action_of
from tools.theatre.cast.look import look_of
from tools.theatre.cast.mouth import Turned
from tools.theatre.cast.perform import Performance, figure
from tools.theatre.cast.shape import Place, Sheet
from tools.theatre.engine import Frame
from tools.theatre.shot import still
from tools.theatre.spec import ShotSpec
from tools.theatre.staging import stage


def staged(shot: str) -> ShotSpec:
    return stage(film().model_copy(update={"width": 320, "height": 136}), shot)


def test_a_frame_is_matted_to_the_whole_picture() -> None:
    picked = replace(FRAMES[0], height=536)
    picture = drawn(film(), picked)
    assert picture.shape == (PICTURE[1], PICTURE[0], 3)
    assert not picture[:92].any()
    assert not picture[-92:].any()
    assert picture[92:-92].mean() > 20


def test_two_people_named_together_sit_from_the_start() -> None:
    spec = staged("interior")
    assert [actor.seated for actor in spec.actors] == [True, True]
    assert not any(actor.beats for actor in spec.actors)


def test_a_name_is_no_action() -> None:
    people = {"k": Character(id="k", name="Keeper"), "m": Character(id="m", name="Mara")}
    said = told("The Keeper climbs. Keeper and Mara wave. Mara's hand shakes.", people)
    assert said["k"][0] == "climbs."
    assert said["m"][0] == "wave."
    assert said["m"][1] == "Mara's hand shakes."


def test_who_climbs_leans_and_lifts_their_feet_more_than_who_walks() -> None:
    assert action_of("scrambles over the boulders")[0] == "climb"
    look = look_of({"name": "Keeper"}, 3)
    way = {"walk_from": -0.4, "walk_to": 0.4, "frames": 72}
    reached = {}
    for action in ("walk", "climb"):
        part = Performance(action=action, **way)  # type: ignore[arg-type]
        poses = [figure(look, part, frame, 24.0).joints for frame in range(6, 66)]
        lift = min(min(p["near_foot"][1], p["far_foot"][1]) for p in poses)
        lean = np.mean([p["neck"][0] - p["hip"][0] for p in poses])
        reached[action] = (-lift, float(lean))
    assert reached["climb"][0] > reached["walk"][0] + 0.08
    assert reached["climb"][1] > reached["walk"][1] + 0.04


def test_a_lantern_that_is_carried_stands_nowhere_else_and_is_in_the_hand() -> None:
    spec = staged("exterior")
    assert spec.light.practicals == ("lighthouse",)
    keeper = spec.actors[0]
    look = look_of(film().characters["keeper"].model_dump(mode="json"), 1)
    posed = figure(look, Performance(action=keeper.action), 10, 24.0)
    assert "light" in posed.joints


def test_a_climber_stands_higher_in_a_wide_than_a_walker() -> None:
    whole = film().model_copy(update={"width": 320, "height": 136})
    shot = whole.shots["exterior"]
    walks = shot.model_copy(update={"action": "Keeper walks along the rocks."})
    other = whole.model_copy(update={"shots": {**whole.shots, "exterior": walks}})
    size = (320, 136)

    def feet(spec: ShotSpec) -> float:
        camera = spec.camera
        view = View(camera.x, camera.y, camera.z, camera.focal, camera.shift_x, camera.shift_y)
        return view.project(0.0, 0.0, 0.0, size)[1] / size[1]

    assert feet(stage(whole, "exterior")) < feet(stage(other, "exterior")) - 0.1


@pytest.mark.parametrize("shot", ["exterior", "interior"])
def test_a_frame_is_the_same_when_drawn_again(shot: str) -> None:
    spec = staged(shot)
    first = still(spec, 40)
    still(spec, 3)
    assert np.array_equal(first, still(spec, 40))


def test_a_beam_sweeps_and_fades_with_distance() -> None:
    size, view = (320, 180), View(0.0, -1.0, -3.0, 1.7)
    lit = []
    for seconds in (0.0, 1.5):
        frame = Frame(size)
        frame.begin([])
        sweep(frame, (0.0, -1.0, 5.0), view, seconds, (200.0, 220.0, 255.0), 0.6)
        lit.append(frame.pixels & 0xFF)
    row = lit[0][90].astype(int)
    assert row[200] > row[300] > 0
    assert lit[0][20].max() == 0
    assert not np.array_equal(lit[0], lit[1])


def test_a_turned_mouth_is_narrowed_beyond_its_middle_alone() -> None:
    sheet = Sheet()
    Turned(sheet, 0.2, 0.5).ink(Place(), [(0.0, 0.0), (0.4, 0.0), (0.4, 0.1), (0.0, 0.1)],
                                (1.0, 2.0, 3.0), "lips")  # fmt: skip
    points = sheet.parts(Place())[0].points
    assert math.isclose(float(points[:, 0].min()), 0.0, abs_tol=0.05)
    assert float(points[:, 0].max()) < 0.36
