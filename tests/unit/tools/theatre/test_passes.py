"""Control passes: they agree with the picture and with each other, at every size."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace

import numpy as np
import pytest

from memory.errors import BadRequest
from tests.unit.tools.theatre.stages import a_place, a_shot, an_actor
from tools.theatre.cast.look import look_of
from tools.theatre.passes import SET_FROM, Sight, first_and_last, passes
from tools.theatre.passes_fit import sampled
from tools.theatre.passes_pose import JOINTS, Keypoints, as_openpose
from tools.theatre.spec import ActorSpec, ShotSpec


def one(spec: ShotSpec, kind: str, number: int = 5) -> np.ndarray:
    return np.asarray(next(passes(spec, [number], [kind]).frames)[kind])


def people(spec: ShotSpec, number: int = 5) -> list[Keypoints]:
    made: list[Keypoints] = next(passes(spec, [number], ["keypoints"]).frames)["keypoints"]
    return made


def joint(found: Keypoints, name: str) -> tuple[float, float]:
    assert found.points is not None
    x, y = found.points[JOINTS.index(name)]
    return float(x), float(y)


def alone(**changes: object) -> ShotSpec:
    return replace(a_shot("FS"), actors=(an_actor(**changes),))  # type: ignore[arg-type]


@pytest.mark.parametrize("facing", [1.0, -1.0])
@pytest.mark.parametrize("view", ["front", "three_quarter"])
def test_seen_from_the_front_a_persons_right_is_on_the_left(facing: float, view: str) -> None:
    found = people(alone(view=view, facing=facing))[0]
    for name in ("shoulder", "hip", "eye", "ear"):
        assert joint(found, f"right_{name}")[0] < joint(found, f"left_{name}")[0], name


@pytest.mark.parametrize("facing", [1.0, -1.0])
def test_seen_from_behind_a_persons_right_is_on_the_right_and_no_face_shows(facing: float) -> None:
    found = people(alone(view="back", facing=facing))[0]
    assert joint(found, "right_shoulder")[0] > joint(found, "left_shoulder")[0]
    assert joint(found, "right_hip")[0] > joint(found, "left_hip")[0]
    face = [JOINTS.index(name) for name in ("nose", "left_eye", "right_eye")]
    assert not found.visible[face].any()
    assert found.visible[JOINTS.index("neck")]


def test_all_eighteen_joints_stand_in_order_on_a_whole_figure() -> None:
    found = people(alone())[0]
    assert found.points is not None
    assert found.points.shape == (18, 2)
    assert found.inside.all()
    heights = [joint(found, f"right_{name}")[1] for name in ("eye", "shoulder", "hip", "knee")]
    assert heights == sorted(heights)
    assert joint(found, "right_ankle")[1] > joint(found, "right_knee")[1]
    neck, shoulder = joint(found, "neck"), joint(found, "right_shoulder")
    assert neck != shoulder
    assert found.visible[JOINTS.index("nose")]


def test_what_is_out_of_the_frame_or_behind_the_table_is_told() -> None:
    close = people(a_shot("CU"))[0]
    ankle = JOINTS.index("right_ankle")
    assert not close.inside[ankle]
    assert close.confidence[ankle] == 0
    at_table = people(a_shot("FS", a_place("room", "table")))[0]
    hidden = at_table.inside & ~at_table.visible
    assert hidden.any()
    assert (at_table.confidence[hidden] == 0.5).all()


def test_an_animal_has_a_box_and_no_human_skeleton() -> None:
    words = {"name": "Rex", "kind": "animal", "appearance": "a brown dog"}
    dog = ActorSpec("Rex", look=json.loads(look_of(words, 1).to_json()))
    told = passes(replace(a_shot("FS"), actors=(dog,)), [5], ["keypoints"])
    found = next(told.frames)["keypoints"][0]
    assert found.points is None
    assert found.box is not None
    assert any("Rex" in note for note in told.notes)
    assert as_openpose([found], (320, 180))["people"] == []


def test_joints_lean_with_the_picture() -> None:
    upright = a_shot("FS")
    leaning = replace(upright, camera=replace(upright.camera, roll=14.0))
    found, mask = people(leaning)[0], one(leaning, "ids")
    assert found.points is not None
    shown = found.points[found.visible].round().astype(int)
    assert len(shown) > 8
    assert all(mask[y, x] == 1 for x, y in shown)


def test_ids_name_the_cast_and_the_things_of_the_set() -> None:
    spec = a_shot("FS", a_place("room", "table"), people=2)
    told = passes(spec, [5], ["ids"])
    mask, names = next(told.frames)["ids"], {n.number: n.name for n in told.legend}
    assert {1, 2} <= set(np.unique(mask))
    assert {names[1], names[2]} == {"Mara", "Theo"}
    assert set(np.unique(mask)) - {0} <= set(names)
    assert "table" in {names[int(n)] for n in np.unique(mask) if n >= SET_FROM}
    # The legs behind the table belong to the table.
    assert (mask[mask.shape[0] * 2 // 3] != 1).any()


def test_ids_lie_where_the_picture_draws_the_actors() -> None:
    spec = a_shot("MS", people=2)
    bright = replace(spec, actors=(spec.actors[0], replace(spec.actors[1], x=9.0)))
    before, after = next(Sight(spec).stage.planes(5) for _ in "x"), Sight(bright).stage.planes(5)
    changed = np.abs(before[:180].astype(int) - after[:180]) > 12
    mask = one(spec, "ids") == 2
    assert (mask & changed).sum() > 0.8 * mask.sum()
    assert (changed & ~mask).sum() < 0.35 * mask.sum()


def test_depth_falls_along_the_ground_and_people_stand_before_it() -> None:
    spec = a_shot("WS", a_place("shore"), angle="high")
    made = next(passes(spec, [5], ["depth", "ids"]).frames)
    near, mask = made["depth"], made["ids"]
    assert near.dtype == np.uint16
    told = passes(spec, [5], ["ids"])
    ground = next(n.number for n in told.legend if n.name == "ground")
    column = [int(near[y, x]) for x in (8, 300) for y in range(180) if mask[y, x] == ground]
    rises = [b - a for a, b in itertools.pairwise(column[: len(column) // 2])]
    assert len(rises) > 20
    assert min(rises) >= 0
    assert sum(rise > 0 for rise in rises) > 0.8 * len(rises)


def test_a_body_is_rounded_and_its_far_arm_lies_behind_it() -> None:
    spec = a_shot("MS")
    made = next(passes(spec, [5], ["depth", "ids"]).frames)
    values = made["depth"][made["ids"] == 1]
    assert len(np.unique(values)) > 40
    assert values.max() > 1.05 * np.median(values) > values.min()
    assert values.min() > np.median(made["depth"][made["ids"] >= SET_FROM])


def test_the_albedo_is_the_same_in_every_light() -> None:
    day, night = a_shot("MS"), a_shot("MS", time="night")
    first, second = one(day, "albedo"), one(night, "albedo")
    both = (one(day, "ids") == 1) & (one(night, "ids") == 1)
    assert both.mean() > 0.1
    assert np.array_equal(first[both], second[both])


def test_lines_are_thin_clean_and_follow_the_cast() -> None:
    spec = a_shot("MS", people=2)
    lines, mask = one(spec, "edges"), one(spec, "ids") == 1
    assert set(np.unique(lines)) <= {0, 255}
    assert 0.005 < (lines > 0).mean() < 0.2
    border = mask[:, 1:] != mask[:, :-1]
    assert (lines[:, 1:][border] > 0).mean() > 0.8
    paper = one(spec, "line")
    assert np.median(paper) > 235


def test_a_generators_size_is_recomposed_and_said() -> None:
    spec = a_shot("MS", people=2)
    told = passes(spec, 3, ["ids", "keypoints"], size=(243, 431))
    assert told.size == (240, 432)
    assert any("240x432" in note for note in told.notes)
    assert any("wider" in note for note in told.notes)
    made = next(told.frames)
    assert made["ids"].shape == (432, 240)
    assert {1, 2} <= set(np.unique(made["ids"]))
    noses = [joint(found, "nose") for found in made["keypoints"]]
    assert all(0 < x < 240 and 0 < y < 432 for x, y in noses)


def test_a_walker_stays_in_a_narrower_frame() -> None:
    spec = a_shot("FS")
    walker = replace(an_actor(), walk=(-0.7, 0.7), action="walk")
    spec = replace(spec, actors=(walker,))
    told = passes(spec, [0, 24, 47], ["ids"], size=(104, 184))
    assert all((made["ids"] == 1).sum() > 60 for made in told.frames)
    wide = passes(spec, 1, ["ids"], size=(432, 180))
    assert wide.size == (432, 180)
    assert not any("wider" in note for note in wide.notes)


def test_frame_counts_keep_the_first_and_the_last() -> None:
    spec = a_shot(frames=48)
    assert sampled(spec, 17)[0][::16] == [0, 47]
    assert sampled(spec, 48) == (list(range(48)), ())
    assert "twice" in sampled(spec, 81)[1][0]
    first, last = first_and_last(spec, (640, 360))
    assert first.shape == last.shape == (360, 640, 3)
    assert not np.array_equal(first, last)
    with pytest.raises(BadRequest):
        passes(spec, 0)


def test_an_unknown_pass_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadRequest) as refused:
        passes(a_shot(), 1, ["normals"])
    assert "depth" in refused.value.hint


def test_passes_are_bit_identical_when_drawn_again() -> None:
    spec = a_shot("MS", people=2, move="dolly_in")
    kinds = ("depth", "ids", "edges", "pose")
    first = list(passes(spec, [3, 30], kinds).frames)
    again = list(passes(spec, [30, 3], kinds).frames)[::-1]
    for a, b in zip(first, again, strict=True):
        assert all(np.array_equal(a[kind], b[kind]) for kind in kinds)
