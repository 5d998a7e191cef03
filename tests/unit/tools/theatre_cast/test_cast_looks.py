"""Every look draws in every view, stays the same everywhere, and feels what it is told to."""

from __future__ import annotations

import itertools
from typing import Any, cast

import numpy as np
import pytest
from numpy.typing import NDArray

from tools.theatre.cast.emotion import MIENS
from tools.theatre.cast.figure import Figure
from tools.theatre.cast.look import Look, look_of
from tools.theatre.cast.paper import Paper, box_of, paper_scale
from tools.theatre.cast.perform import figure
from tools.theatre.cast.performance import Performance

VIEWS = ("front", "three_quarter", "profile", "three_quarter_back", "back")
HAIR = ("bald", "short", "crop", "messy", "curly", "afro", "bun", "ponytail", "braid", "pigtails",
        "bob with fringe", "long", "wavy", "dreadlocks", "balding", "wispy")  # fmt: skip
HATS = ("beanie", "flat cap", "peaked cap", "sou'wester", "top hat", "fedora", "beret", "helmet",
        "crown", "hood", "hijab", "headscarf")  # fmt: skip
TOPS = ("coat", "raincoat", "robe", "suit and tie", "uniform", "jacket", "cardigan", "vest",
        "dungarees", "hoodie", "jumper", "dress", "sleeveless dress", "t-shirt",
        "shirt")  # fmt: skip
OTHERS = ("apron", "scarf", "gloves", "belt", "satchel", "boots", "shorts", "skirt",
          "striped shirt", "checked jacket", "polka dot dress")  # fmt: skip
BEARDS = ("full beard", "long beard", "short beard", "moustache", "goatee", "stubble")


def posed(look: Look, view: str, **playing: Any) -> Figure:
    return figure(look, Performance(view=cast(Any, view), **playing), 5, 24.0)


def worn(words: str, **more: Any) -> Look:
    return look_of({"name": "Ada", "age": 30, "pronoun": "she", "wardrobe": words, **more}, 3)


def all_looks() -> list[Look]:
    looks = [worn("red coat", hair=style) for style in HAIR]
    looks += [worn(f"blue {hat}") for hat in HATS] + [worn(f"green {top}") for top in TOPS]
    looks += [worn(f"brown {other}") for other in OTHERS]
    looks += [worn("coat", pronoun="he", age=50, appearance=beard) for beard in BEARDS]
    looks += [worn("coat", age=age, appearance="glasses, earrings") for age in (1, 7, 15, 80)]
    return looks


@pytest.mark.parametrize("view", VIEWS)
def test_all_looks_draw_in_all_views(view: str) -> None:
    for look in all_looks():
        parts = posed(look, view, emotion="happy").parts
        assert all(np.isfinite(part.points).all() for part in parts)
        drawn = {part.name for part in parts}
        assert {"head", "torso", "hand"} <= drawn
        assert ("brow" in drawn) == ("back" not in view)


def test_every_word_of_hair_hat_and_garment_makes_a_shape_of_its_own() -> None:
    for words in (HATS, TOPS):
        seen = {
            tuple(round(float(p.points.sum()), 4) for p in posed(worn(f"blue {w}"), "front").parts)
            for w in words
        }
        assert len(seen) == len(words)


def test_the_same_look_has_the_same_parts() -> None:
    look = worn("striped jumper, beret")
    one, other = posed(look, "profile"), posed(look, "profile")
    for a, b in zip(one.parts, other.parts, strict=True):
        assert (a.colour, a.name, a.breaks) == (b.colour, b.name, b.breaks)
        assert np.array_equal(a.points, b.points)


def test_true_left_and_right_in_every_view() -> None:
    look = worn("coat")
    for view, facing in itertools.product(VIEWS, (1.0, -1.0)):
        joints = posed(look, view, facing=facing).joints
        left, right = joints["left_shoulder"][0], joints["right_shoulder"][0]
        assert (left < right) == ("back" in view), (view, facing)


def test_the_nearer_arm_is_drawn_over_the_body_from_behind() -> None:
    names = [part.name for part in posed(worn("coat"), "three_quarter_back").parts]
    assert names.index("near arm") < names.index("torso") < names.index("far arm")


def test_a_scar_and_an_earring_and_freckles_are_drawn() -> None:
    look = worn("coat", hair="bun", appearance="scar, freckles, silver earrings")
    drawn = {part.name for part in posed(look, "three_quarter").parts}
    assert {"scar", "freckle", "earring"} <= drawn


def test_builds_differ_and_children_have_larger_heads() -> None:
    def size(words: str, **more: Any) -> tuple[float, float]:
        parts = posed(worn("shirt", appearance=words, **more), "front").parts
        torso = next(part.points for part in parts if part.name == "torso")
        head = next(part.points for part in parts if part.name == "head")
        return float(np.ptp(torso[:, 0])), float(np.ptp(head[:, 1]) / np.ptp(torso[:, 1]))

    assert size("stout")[0] > 1.12 * size("thin")[0]
    assert size("", age=6)[1] > 1.2 * size("", age=40)[1]
    assert size("", age=1)[1] > 1.1 * size("", age=6)[1]


def face(look: Look, emotion: str, strength: float) -> NDArray[np.uint32]:
    shown = posed(look, "three_quarter", emotion=emotion, strength=strength)
    x, y, radius = shown.head
    k = 40 / radius
    middle = np.array((60 - x * k, 60 - y * k), np.float32)
    points = [p.points * np.float32(k) + middle for p in shown.parts]
    paper = Paper((0, 0, 120, 120), scale=paper_scale(k), anchor=(60.0, 60.0))
    for part, outline in zip(shown.parts, points, strict=True):
        paper.lay(part, outline)
    canvas = np.zeros((120, 120), np.uint32)
    paper.onto(canvas)
    return canvas


@pytest.mark.parametrize("strength", [0.35, 0.9])
def test_eight_feelings_are_eight_faces(strength: float) -> None:
    look = worn("coat", hair="bun")
    faces = {felt: face(look, felt, strength).view(np.uint8).astype(int) for felt in MIENS}
    for one, other in itertools.combinations(faces, 2):
        assert np.abs(faces[one] - faces[other]).mean() > 1.0, (one, other)


def test_glazes_leave_the_albedo_alone() -> None:
    """Shading of one's own skin is no pigment: a blush changes no locked colour."""
    seen = []
    for emotion in ("neutral", "tender"):
        shown = posed(worn("red coat"), "front", emotion=emotion)
        points = [p.points * np.float32(90) + np.array((60, 100), np.float32) for p in shown.parts]
        paper = Paper(box_of(points, 4), albedo=True)
        for part, outline in zip(shown.parts, points, strict=True):
            paper.lay(part, outline)
        canvas = np.zeros((120, 120), np.uint32)
        paper.onto(canvas)
        seen.append(set(np.unique(canvas).tolist()))
    own = {
        sum(int(v + 0.5) << s for v, s in zip(p.colour, (0, 8, 16), strict=True))
        for emotion in MIENS
        for p in posed(worn("red coat"), "front", emotion=emotion).parts
        if not p.glaze
    }
    assert seen[0] | seen[1] <= own | {0}


def test_a_detail_stays_within_the_part_it_is_drawn_on() -> None:
    paper = Paper((0, 0, 60, 60), albedo=True)
    square = np.array([(20, 20), (40, 20), (40, 40), (20, 40)], np.float32)
    band = np.array([(0, 28), (60, 28), (60, 32), (0, 32)], np.float32)
    paper.part(square, (10.0, 20.0, 30.0))
    paper.part(band, (200.0, 0.0, 0.0), 0, False, 0, within=True)
    canvas = np.zeros((60, 60), np.uint32)
    paper.onto(canvas)
    assert canvas[30, 30] == 200
    assert canvas[30, 10] == 0
    assert canvas[24, 30] == 10 | 20 << 8 | 30 << 16


def test_an_unknown_garment_falls_to_the_nearest_with_a_note() -> None:
    assert any("kimono" in note for note in worn("silk kimono").notes)
    assert worn("silk kimono").top == "robe"
    unknown = worn("shimmering zorblax")
    assert unknown.top
    assert any("clothes chosen" in note for note in unknown.notes)
