"""Places outside: every family in every light, the same place twice, the reverse, and its words."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.unit.tools.theatre.stages import a_shot
from tools.theatre import shot
from tools.theatre.canvas import Canvas
from tools.theatre.geometry import colour
from tools.theatre.groundwork import Floor
from tools.theatre.palette import air_of
from tools.theatre.sets.build import build_set
from tools.theatre.sets.grounds import eye
from tools.theatre.sets.pieces import PIECES, SPOTS, arrange
from tools.theatre.sets.words import choose
from tools.theatre.sets.words_outdoors import OUTDOOR_KINDS, OUTDOOR_PIECES
from tools.theatre.spec import LightSpec, SetSpec

SMALL = (160, 88)
FAMILIES = {
    "street": "street",
    "forest": "forest",
    "field": "field",
    "shore": "pier",
    "mountain": "peaks",
    "rooftop": "roof",
    "station": "platform",
}


def picture(place: SetSpec, size: str = "WS", **light: Any) -> np.ndarray:
    return shot.still(a_shot(size, place, people=0, picture=SMALL, **light), 0)


def outside(family: str, *pieces: str, seed: int = 5, reverse: bool = False) -> SetSpec:
    return SetSpec(family, FAMILIES[family], seed, False, reverse, pieces)


@pytest.mark.parametrize("family", list(FAMILIES))
@pytest.mark.parametrize("time", ["day", "dusk", "night"])
def test_every_family_is_drawn_in_every_light(family: str, time: str) -> None:
    for weather in ("clear", "rain" if time == "dusk" else "snow"):
        drawn = picture(outside(family), time=time, weather=weather)
        assert drawn.std() > 14
        assert (drawn.max(2) > 6).mean() > 0.95


@pytest.mark.parametrize("family", list(FAMILIES))
def test_one_seed_is_one_place_and_another_seed_another(family: str) -> None:
    first, again = (picture(outside(family)).astype(int) for _ in range(2))
    assert np.array_equal(first, again)
    others = [picture(outside(family, seed=seed)).astype(int) for seed in (6, 8)]
    assert min(np.abs(first - other).mean() for other in others) > 4


@pytest.mark.parametrize("family", list(FAMILIES))
def test_the_reverse_shows_other_things_on_the_same_ground(family: str) -> None:
    one, two = (picture(outside(family, reverse=turned)).astype(float) for turned in (False, True))
    upper, lower = slice(0, 50), slice(77, 90)
    assert np.abs(one[upper] - two[upper]).mean() > 8
    assert np.abs(one[lower].mean((0, 1)) - two[lower].mean((0, 1))).max() < 40


@pytest.mark.parametrize(
    ("name", "family", "kind", "pieces"),
    [
        ("Narrow cobbled street", "street", "street", {"narrow", "cobbled"}),
        ("Snowy pine forest", "forest", "pines", {"snowy"}),
        ("Wheat field with a scarecrow", "field", "wheat", {"scarecrow"}),
        ("Rocky cliff with lighthouse", "shore", "coast", {"lighthouse", "rocks"}),
        ("Flat roof with water tank and antennas, skyline", "rooftop", "roof", {"tank", "antenna"}),
        ("Small railway platform with clock and bench", "station", "platform", {"clock", "bench"}),
        ("Forest camp with a campfire", "forest", "forest", {"campfire", "tent"}),
        ("Harbour", "shore", "pier", set()),
        ("Canyon", "mountain", "canyon", set()),
    ],
)
def test_words_steer_the_place(name: str, family: str, kind: str, pieces: set[str]) -> None:
    choice = choose(name, "", (), False)
    assert (choice.family, choice.kind, choice.note) == (family, kind, "")
    assert pieces <= set(choice.pieces)


def test_unknown_words_are_drawn_as_something_near_and_noted() -> None:
    choice = choose("Qwertzu", "blorb", ("flurm",), False)
    assert choice.family in FAMILIES
    assert "Qwertzu" in choice.note
    assert picture(SetSpec("blorb", "flurm", 3, False, False, ("snurk",))).std() > 14


def test_a_piece_that_is_asked_for_changes_the_picture() -> None:
    bare = picture(outside("field")).astype(int)
    for piece in ("scarecrow", "well", "campfire"):
        asked = picture(outside("field", piece)).astype(int)
        assert np.abs(asked - bare).max() > 40, piece


def test_snow_in_the_words_whitens_the_ground() -> None:
    grounds = [picture(outside("forest", *words))[75:].mean() for words in ((), ("snowy",))]
    assert grounds[1] > grounds[0] + 30


def test_a_campfire_lights_what_is_near() -> None:
    light = LightSpec("night")
    lit, dark = (
        build_set(outside("field", *words), light, air_of(light)).rig
        for words in (("campfire",), ())
    )
    fire = lit.lamps[0]
    assert sum(lit.point(fire.x, -0.5, fire.z)) > 1.4 * sum(dark.point(fire.x, -0.5, fire.z))


def test_lamps_burn_by_night_and_not_by_day() -> None:
    gains = []
    for time in ("day", "night"):
        light = LightSpec(time)
        rig = build_set(outside("street"), light, air_of(light)).rig
        gains.append(sum(lamp.gain for lamp in rig.lamps))
    assert gains[0] == 0
    assert gains[1] > 1


@pytest.mark.parametrize("name", list(PIECES))
def test_every_piece_paints_inside_its_own_measures(name: str) -> None:
    piece = PIECES[name]
    canvas = Canvas(-2.5, -3.2, (500, 340), 100.0)
    piece.paint(canvas, 0.0, colour("#3d6f78"), 5, False)
    canvas.lit(np.ones((340, 500, 3), np.float32))
    rows, columns = np.nonzero(canvas.alpha > 120)
    assert len(rows) > 250
    assert abs(canvas.x[0][columns]).max() < piece.half + 0.35
    assert -canvas.y[rows].min() < piece.tall + 0.2


def test_pieces_keep_off_the_actors_ground() -> None:
    for side in (-1.0, 1.0):
        stood = arrange(PIECES, side, 11)
        assert len(stood) == len(SPOTS)
        assert all(abs(one.x) > 0.75 and one.z > 0.6 for one in stood)


def test_every_word_leads_somewhere() -> None:
    assert {family for family, _ in OUTDOOR_KINDS} == set(FAMILIES)
    assert set(PIECES) <= set(OUTDOOR_PIECES)


def test_a_ground_knows_where_its_camera_stood() -> None:
    ahead = np.geomspace(1.5, 40, 60, dtype=np.float32)[:, None]
    across = np.linspace(-1, 1, 90, dtype=np.float32)[None]
    floor = Floor(0.7 + across * ahead, ahead - 3.4, ahead, np.zeros((60, 90, 3), np.float32))
    assert eye(floor) == pytest.approx((0.7, -3.4), abs=0.02)
