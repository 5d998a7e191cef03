"""Scenery by words: known, unknown and hostile ones; the same place from any camera."""

from __future__ import annotations

import numpy as np
import pytest

from tests.unit.tools.theatre.stages import a_shot
from tools.theatre import shot
from tools.theatre.camera import Track
from tools.theatre.palette import air_of
from tools.theatre.sets.build import BUILDERS, build_set
from tools.theatre.sets.words import KINDS, choose
from tools.theatre.sets.words_indoors import INSIDE
from tools.theatre.spec import LightSpec, SetSpec

HOSTILE = [
    "", " ", "\x00", "../../etc/passwd", "'; DROP TABLE takes; --", "💥🌋", "Ω≈ç√∫", "a" * 5000,
    "\n\n\t",
    "INT.", "kitchen" * 300, "<script>", "%s%n", "ホテルの部屋", "123 456",
    "-" * 100, "NaN", "{}", "\u202e",
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "interior", "family", "kind"),
    [
        ("Harbour pier", False, "shore", "pier"),
        ("Ferry cabin", True, "room", "cabin"),
        ("Lamp room", True, "room", "cabin"),
        ("Startup office", True, "office", "office"),
        ("Control room", True, "corridor", "security"),
        ("Train station", True, "corridor", "station"),
        ("Village square", False, "street", "square"),
        ("Oak forest", False, "forest", "forest"),
        ("Mountain ridge", False, "mountain", "peaks"),
        ("Lighthouse", False, "shore", "coast"),
        ("Back alley", False, "street", "alley"),
        ("Maya's kitchen", True, "room", "kitchen"),
        ("Corner bar", True, "office", "bar"),
        ("Bookshop", True, "office", "shop"),
        ("Boardroom", True, "office", "meeting"),
        ("Hospital corridor", True, "corridor", "corridor"),
    ],
)
def test_words_choose_the_scenery(name: str, interior: bool, family: str, kind: str) -> None:
    choice = choose(name, "", (), interior)
    assert (choice.family, choice.kind, choice.note) == (family, kind, "")


def test_the_side_of_the_wall_wins_over_the_words() -> None:
    assert choose("Lighthouse", "", (), True).family in INSIDE
    assert choose("Kitchen", "", (), False).family not in INSIDE


@pytest.mark.parametrize("text", HOSTILE)
def test_no_words_can_break_the_choice(text: str) -> None:
    for interior in (True, False):
        choice = choose(text, text, (text,), interior)
        assert choice.family in BUILDERS
        assert (choice.family in INSIDE) == interior


def test_unknown_words_are_noted() -> None:
    assert "Zorblax" in choose("Zorblax", "", (), True).note


def test_set_pieces_are_heard() -> None:
    pieces = choose("Cabin", "a table by the window", ("brass lamp", "two benches"), True).pieces
    assert {"table", "window", "lamp", "bench"} <= set(pieces)


@pytest.mark.parametrize(("family", "kind"), list(KINDS))
def test_every_kind_is_painted(family: str, kind: str) -> None:
    place = SetSpec(family, kind, 3, family in INSIDE, False, ("table", "door", "lamp", "house"))
    picture = shot.still(a_shot("WS", place, people=0), 0)
    assert picture.std() > 12
    assert (picture.max(2) > 8).mean() > 0.97


def test_an_unknown_family_or_kind_is_drawn_as_its_neighbour() -> None:
    light = LightSpec()
    for interior in (True, False):
        scenery = build_set(SetSpec("moonbase", "crater", 1, interior), light, air_of(light))
        assert scenery.rig.interior == interior


@pytest.mark.parametrize("seed", [0, 1, 2**31 - 1, 123456789])
def test_any_seed_paints(seed: int) -> None:
    for family, kind in (("street", "street"), ("field", "field"), ("office", "shop")):
        place = SetSpec(family, kind, seed, family in INSIDE)
        assert shot.still(a_shot("FS", place, people=0), 0).std() > 8


def test_two_films_have_two_kitchens_and_one_film_has_one() -> None:
    def kitchen(seed: int) -> np.ndarray:
        return shot.still(a_shot("WS", SetSpec("room", "kitchen", seed), people=0), 0).astype(int)

    assert np.array_equal(kitchen(1), kitchen(1))
    differences = [np.abs(kitchen(1) - kitchen(seed)).mean() for seed in (2, 3, 4, 5)]
    assert min(differences) > 4


def test_the_same_place_looks_the_same_from_two_cameras() -> None:
    """Points of the wall, found through each camera.

    Have the same colour in a wide and a tighter shot.
    """
    place = SetSpec("room", "living", 11)
    pictures = {}
    for size in ("WS", "FS"):
        spec = a_shot(size, place, people=0, lens=24)
        view = Track(spec.camera, spec.frames, spec.rate, spec.aspect, 1).at(0)
        pictures[size] = (shot.still(spec, 0).astype(int), view, spec.size)
    for x, y in ((-0.62, -1.30), (0.4, -0.9), (0.70, -0.30), (-0.62, -0.30), (0.7, -0.9)):
        tones = []
        for picture, view, frame in pictures.values():
            px, py = (round(spot) for spot in view.project(x, y, 1.55, frame))
            tones.append(picture[py - 2 : py + 3, px - 2 : px + 3].mean((0, 1)))
        assert np.abs(tones[0] - tones[1]).max() < 30, (x, y, tones)


def test_the_reverse_wall_is_another_wall_of_the_same_room() -> None:
    first, second = (SetSpec("room", "living", 11, True, reverse) for reverse in (False, True))
    one, two = (
        shot.still(a_shot("WS", place, people=0), 0).astype(int) for place in (first, second)
    )
    assert np.abs(one - two).mean() > 3
    assert np.abs(one.mean((0, 1)) - two.mean((0, 1))).max() < 40
