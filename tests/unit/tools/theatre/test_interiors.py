"""Interiors: every family in every hour, seeded, steered by words, true boxes from any camera."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from tests.unit.tools.theatre.stages import a_shot
from tools.theatre import shot
from tools.theatre.camera import Track
from tools.theatre.canvas import Canvas
from tools.theatre.palette import air_of
from tools.theatre.sets.build import build_set
from tools.theatre.sets.scheme import scheme_of
from tools.theatre.sets.words import choose
from tools.theatre.spec import LightSpec, SetSpec

PLACES = [
    ("room", "kitchen"), ("room", "living"), ("room", "bedroom"), ("room", "cabin"),
    ("room", "study"), ("room", "dining"), ("office", "office"), ("office", "meeting"),
    ("office", "bar"), ("office", "cafe"), ("office", "shop"), ("corridor", "corridor"),
    ("corridor", "security"), ("corridor", "station"), ("corridor", "hall"),
]  # fmt: skip


@cache
def drawn(place: SetSpec, time: str = "day") -> np.ndarray:
    spec = a_shot("WS", place, people=0, picture=(128, 72), time=time)
    return shot.still(spec, 0).astype(int)


@pytest.mark.parametrize(("family", "kind"), PLACES)
def test_every_interior_draws_by_day_and_by_night(family: str, kind: str) -> None:
    place = SetSpec(family, kind, 5)
    day, night = (drawn(place, time=time) for time in ("day", "night"))
    for picture in (day, night):
        assert picture.std() > 14
        assert (picture.max(2) - picture.min(2)).mean() > 12, "grey"
    assert np.abs(day - night).mean() > 4


@pytest.mark.parametrize(("family", "kind"), PLACES)
def test_two_seeds_are_two_rooms_and_one_seed_is_one(family: str, kind: str) -> None:
    first = drawn(SetSpec(family, kind, 5))
    assert np.array_equal(first, drawn.__wrapped__(SetSpec(family, kind, 5)))
    others = [drawn(SetSpec(family, kind, seed)) for seed in (8, 11)]
    gaps = [np.abs(first - other).mean() for other in others]
    assert max(gaps) > 4
    assert min(gaps) > 1


def test_families_are_told_apart_at_a_glance() -> None:
    small = [drawn(SetSpec(f, k, 5))[::8, ::8].ravel() for f, k in PLACES]
    gaps = [np.abs(a - b).mean() for n, a in enumerate(small) for b in small[:n]]
    assert min(gaps) > 9


@pytest.mark.parametrize(
    ("name", "about", "kind", "asked"),
    [
        ("Kitchen", "small fisherman's kitchen with iron stove", "kitchen",
         {"small", "poor", "iron_stove", "sea"}),
        ("Bar", "neon-lit bar", "bar", {"neon"}),
        ("Bedroom", "messy teenage bedroom with posters", "bedroom",
         {"messy", "teen", "posters"}),
        ("Office", "glass office on the 30th floor at night", "office", {"glass", "skyline"}),
        ("Hotel corridor", "", "corridor", {"hotel"}),
        ("Old library", "", "study", set()),
        ("Coffee house", "", "cafe", set()),
    ],
)  # fmt: skip
def test_words_steer_a_room(name: str, about: str, kind: str, asked: set[str]) -> None:
    choice = choose(name, about, (), True)
    assert choice.kind == kind
    assert asked <= set(choice.pieces)
    assert not choice.note


@pytest.mark.parametrize(
    ("family", "kind", "word"),
    [
        ("room", "kitchen", "iron_stove"), ("office", "bar", "neon"), ("room", "bedroom", "teen"),
        ("office", "office", "glass"), ("corridor", "corridor", "stone"),
        ("room", "living", "brick"), ("room", "living", "rich"),
    ],
)  # fmt: skip
def test_what_words_ask_for_is_seen(family: str, kind: str, word: str) -> None:
    plain, asked = SetSpec(family, kind, 8), SetSpec(family, kind, 8, True, False, (word,))
    assert np.abs(drawn(plain, time="night") - drawn(asked, time="night")).mean() > 2.5


def test_the_reverse_wall_keeps_the_room_and_changes_what_hangs_there() -> None:
    for family, kind in PLACES[:6]:
        front, back = (SetSpec(family, kind, 5, True, reverse) for reverse in (False, True))
        first, second = drawn(front), drawn(back)
        assert np.abs(first - second).mean() > 2
        assert np.abs(first.mean((0, 1)) - second.mean((0, 1))).max() < 45
    light = LightSpec()
    one, other = (scheme_of(SetSpec("room", "living", 5, True, r), light) for r in (False, True))
    assert (one.shell, one.wood, one.cloth) == (other.shell, other.wood, other.cloth)


def test_side_walls_stand_where_the_floor_ends() -> None:
    """Over a truck and a push the wall's foot on the picture follows the true corner."""
    place = SetSpec("room", "living", 5)
    half = scheme_of(place, LightSpec()).shell.half
    scenery = build_set(place, LightSpec(), air_of(LightSpec()))
    assert [side.x for side in scenery.sides] == [-half, half]
    for move in ("truck_right", "dolly_in"):
        spec = a_shot("WS", place, people=0, move=move, picture=(160, 88))
        track = Track(spec.camera, spec.frames, spec.rate, spec.aspect, 1)
        corners = [track.at(f).project(half, 0.0, 1.55, spec.size)[0] for f in (0, 47)]
        assert abs(corners[0] - corners[1]) > 1.5
        first, last = (f.copy() for n in (0, 47) for f in shot.render(spec, n, n + 1))
        assert not np.array_equal(first, last)


def test_lamps_light_the_wall_behind_them() -> None:
    place = SetSpec("room", "cabin", 5)
    rig = build_set(place, LightSpec(time="night"), air_of(LightSpec(time="night"))).rig
    lamp = max(rig.lamps, key=lambda lamp: lamp.gain)
    near, far = rig.point(lamp.x, lamp.y, lamp.z), rig.point(lamp.x + 2.2, -1.3, 1.5)
    assert near[2] > 1.5 * far[2]
    assert near[2] > near[0]


def test_walls_beside_windows_keep_their_paint_by_day() -> None:
    canvas = Canvas(-1.0, -1.0, (40, 40), 20.0)
    canvas.flood((225.0, 232.0, 238.0))
    bright = np.full((40, 40, 3), 1.5, np.float32)
    canvas.lit(bright, 1.0)
    assert canvas.rgb.max() < 232
    assert canvas.rgb[..., 2].min() > canvas.rgb[..., 0].max(), "the paint's hue stays"
    kitchen = SetSpec("room", "kitchen", 5, True, False, ())
    day, night = LightSpec(), LightSpec(time="night")
    assert build_set(kitchen, day, air_of(day)).rig.daylit > 0.8
    assert build_set(kitchen, night, air_of(night)).rig.daylit < 0.2
