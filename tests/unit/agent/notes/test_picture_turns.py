"""Turns of phrase by their class, on two films: the lever, the way it goes, and nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest

from agent.notes.reading import Kind
from benchmarks.notes import Bench, opened

ROOT = Path(__file__).parents[4]
ORCHARD = json.loads((ROOT / "benchmarks/requests/orchard.json").read_text())
FERRY = json.loads((ROOT / "tests/data/reference_film.json").read_text())
FILMS = {"orchard": ORCHARD, "ferry": FERRY}

UP, DOWN, SET = 1, -1, 0
Row = tuple[str, str, str, int, tuple[int, ...]]
STEPS: tuple[Row, ...] = (
    # a verb and a way
    ("orchard", "knock the light down a bit in shot 7", "lighting.brightness", DOWN, (7,)),
    ("orchard", "nudge the light up in the opening shot", "lighting.brightness", UP, (1,)),
    ("orchard", "pull the exposure back a stop in the last shot", "lighting.brightness", DOWN,
     (12,)),
    ("orchard", "take the light down a notch in the kitchen", "lighting.brightness", DOWN,
     (6, 7, 8, 9)),
    ("orchard", "lift 8 half a stop", "lighting.brightness", UP, (8,)),
    ("orchard", "drop shot 7 by half a stop", "lighting.brightness", DOWN, (7,)),
    ("orchard", "8 is murky", "lighting.brightness", UP, (8,)),
    ("orchard", "crank up the contrast in 8", "lighting.contrast", UP, (8,)),
    ("orchard", "take some warmth out of 11", "lighting.color_temp_k", UP, (11,)),
    ("ferry", "knock the light in shot 6 back half a stop", "lighting.brightness", DOWN, (6,)),
    ("ferry", "back the contrast off in 6", "lighting.contrast", DOWN, (6,)),
    ("ferry", "too much contrast in 6", "lighting.contrast", DOWN, (6,)),
    ("ferry", "open up 5 a stop", "lighting.brightness", UP, (5,)),
    ("ferry", "turn the brightness in the two-shot up a hair", "lighting.brightness", UP, (5,)),
    # more or less of the air that is there
    ("orchard", "thicker fog in the opening shot", "lighting.haze", UP, (1,)),
    ("orchard", "less fog in shot 2", "lighting.haze", DOWN, (2,)),
    ("orchard", "bring up the mist in 1", "lighting.haze", UP, (1,)),
    ("orchard", "I want more mist in the orchard", "lighting.haze", UP, (1, 2, 4, 5)),
    ("orchard", "lighter fog throughout the orchard", "lighting.haze", DOWN, (1, 2, 4, 5)),
    ("orchard", "half the haze in 10", "lighting.haze", DOWN, (10,)),
    # lengths
    ("orchard", "tighten the orchard by two seconds", "duration_s", DOWN, (1, 2, 4)),
    ("orchard", "let everything after 9 breathe", "duration_s", UP, (10, 11, 12)),
    ("orchard", "hold the last shot another two seconds", "duration_s", UP, (12,)),
    ("orchard", "hold on the magpie for another second", "duration_s", UP, (4,)),
    ("orchard", "stay on Amos in 8 for one more second", "duration_s", UP, (8,)),
    ("orchard", "12 cuts away too soon", "duration_s", UP, (12,)),
    ("orchard", "get out of shot 6 half a second earlier", "duration_s", DOWN, (6,)),
    ("orchard", "shave a bit off the opening", "duration_s", DOWN, (1,)),
    ("orchard", "lop a second off the end of 12", "duration_s", DOWN, (12,)),
    ("ferry", "the ferry shot half a second shorter", "duration_s", DOWN, (1,)),
    ("ferry", "all silent shots a touch longer", "duration_s", UP, (1, 2, 5, 8)),
    ("ferry", "anything longer than four seconds, trim by half a second", "duration_s", DOWN,
     (1, 6)),
    ("ferry", "hold 8 two more", "duration_s", UP, (8,)),
    ("ferry", "the cabin drags, tighten it", "duration_s", DOWN, (5, 6, 8)),
    ("ferry", "pier scene feels rushed", "duration_s", UP, (1, 2, 3, 4)),
    # what is meant
    ("orchard", "could you brighten up the magpie shot", "lighting.brightness", UP, (4,)),
    ("orchard", "closer on the magpie", "size", SET, (4,)),
    ("orchard", "everything in the orchard half a stop up", "lighting.brightness", UP,
     (1, 2, 4, 5)),
    ("orchard", "kitchen in black and white", "saturation", DOWN, (6, 7, 8, 9)),
    ("orchard", "give the orchard a bit less colour", "saturation", DOWN, (1, 2, 4, 5)),
    ("ferry", "the one with the suitcase, a bit brighter", "lighting.brightness", UP, (4,)),
    ("ferry", "shots without Mara a bit brighter", "lighting.brightness", UP, (1, 3)),
    ("ferry", "warm it all up a touch except the pier", "lighting.color_temp_k", DOWN, (5, 6, 8)),
    # taken back in one breath
    ("orchard", "make shot 7, no hang on, 8, a bit brighter", "lighting.brightness", UP, (8,)),
    ("ferry", "shot 3, sorry, 4, tighter", "size", SET, (4,)),
    ("ferry", "make 5 warmer, I mean cooler", "lighting.color_temp_k", UP, (5,)),
    # frame and camera
    ("orchard", "sticks on 10, the camera doesn't move", "movement.type", SET, (10,)),
    ("orchard", "nail the camera down in 10", "movement.type", SET, (10,)),
    ("orchard", "whatever's handheld, put it on sticks", "movement.type", SET, (10,)),
    ("orchard", "try the 85 on 8", "lens_mm", UP, (8,)),
    ("orchard", "tilt the horizon in 10", "angle", SET, (10,)),
    ("orchard", "a worm's-eye view of the truck in 12", "angle", SET, (12,)),
    ("orchard", "let's see shot 2 from head to toe", "size", SET, (2,)),
)  # fmt: skip


def at(shot: dict[str, Any], path: str) -> Any:
    for part in path.split("."):
        shot = shot[part]
    return shot


def numbered(film: dict[str, Any]) -> dict[int, dict[str, Any]]:
    return {at: film["shots"][s] for at, s in enumerate(film["order"], 1)}


def played(name: str, words: str) -> tuple[Bench, dict[str, Any], Any]:
    bench = opened(FILMS[name])
    before = bench.document()
    return bench, before, bench.say(words)


@pytest.mark.parametrize(("name", "words", "path", "way", "numbers"), STEPS)
def test_one_lever_goes_its_way_where_it_is_meant_and_nowhere_else(
    name: str, words: str, path: str, way: int, numbers: tuple[int, ...]
) -> None:
    bench, before, reading = played(name, words)
    assert reading.kind is Kind.ACT, reading.reply
    old, new = numbered(before), numbered(bench.document())
    moved = {n for n in old if at(old[n], path) != at(new[n], path)}
    assert moved == set(numbers), reading.reply
    for n in numbers:
        was, now = at(old[n], path), at(new[n], path)
        assert way == SET or (now - was) * way > 0, (was, now)
    for n in set(old) - set(numbers):
        assert old[n] == new[n], f"shot {n} moved: {reading.reply}"


ORDERS = (
    ("lose the magpie insert", [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12]),
    ("bin the one with the pen", [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12]),
    ("the opening shot can go", [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    ("we can do without shot 4", [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12]),
    ("slide shot 4 up so it comes right after 1", [1, 4, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12]),
    ("put the magpie shot at the very start", [4, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12]),
    ("can the pen insert go after 7", [1, 2, 3, 4, 5, 6, 7, 9, 8, 10, 11, 12]),
    ("swap the magpie and the opening shot", [4, 2, 3, 1, 5, 6, 7, 8, 9, 10, 11, 12]),
    ("trade places between 7 and 8", [1, 2, 3, 4, 5, 6, 8, 7, 9, 10, 11, 12]),
    ("move 10 up one", [1, 2, 3, 4, 5, 6, 7, 8, 10, 9, 11, 12]),
    ("push shot 4 back one place", [1, 2, 3, 5, 4, 6, 7, 8, 9, 10, 11, 12]),
    ("end the film on the magpie", [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 4]),
    ("play the kitchen first", [6, 7, 8, 9, 1, 2, 3, 4, 5, 10, 11, 12]),
    ("intercut the kitchen with the road", [1, 2, 3, 4, 5, 6, 10, 7, 11, 8, 12, 9]),
    ("lose 8, and put 5 before 4", [1, 2, 3, 5, 4, 6, 7, 9, 10, 11, 12]),
    ("take 4 out and move 6 to the front", [6, 1, 2, 3, 5, 7, 8, 9, 10, 11, 12]),
    ("drop in a close-up of the falling apples between 3 and 4",
     [1, 2, 3, 0, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    ("squeeze a close-up of Amos's hands in after 8", [1, 2, 3, 4, 5, 6, 7, 8, 0, 9, 10, 11, 12]),
    ("cut to the coffee cups between 8 and 9", [1, 2, 3, 4, 5, 6, 7, 8, 0, 9, 10, 11, 12]),
    ("start the kitchen with an insert of the clock", [1, 2, 3, 4, 5, 0, 6, 7, 8, 9, 10, 11, 12]),
    ("use shot 4 again after 9", [1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 10, 11, 12]),
    ("join 7 and 8 up as a single shot", [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12]),
    ("merge the last two", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    ("12 should be the first shot", [12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    ("repeat the opening as the last shot", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0]),
    ("add an over-the-shoulder of Nell after 8", [1, 2, 3, 4, 5, 6, 7, 8, 0, 9, 10, 11, 12]),
    ("run 7 and 8 together", [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12]),
    ("turn 6 into two shots, wide then close", [1, 2, 3, 4, 5, 6, 0, 7, 8, 9, 10, 11, 12]),
)  # fmt: skip


@pytest.mark.parametrize(("words", "order"), ORDERS)
def test_the_order_becomes_what_was_said(words: str, order: list[int]) -> None:
    bench, before, reading = played("orchard", words)
    number = {s: at for at, s in enumerate(before["order"], 1)}
    assert [number.get(s, 0) for s in bench.document()["order"]] == order, reading.reply


MATCHES = (
    "give shot 12 the light of shot 10",
    "shot 12 should have the same light as 10",
    "light 12 the way 10 is lit",
    "copy the lighting from shot 10 onto shot 12",
    "use the light from 10 in 12",
    "relight 12 to match 10",
    "can 12 look the way 10 does",
    "12 doesn't match 10, fix the light",
)


@pytest.mark.parametrize("words", MATCHES)
def test_a_shot_takes_the_light_of_another_and_the_other_stays(words: str) -> None:
    bench, before, reading = played("orchard", words)
    old, new = numbered(before), numbered(bench.document())
    assert new[12]["lighting"]["color_temp_k"] == old[10]["lighting"]["color_temp_k"], reading.reply
    assert new[12]["lighting"]["practicals"] == old[12]["lighting"]["practicals"]
    assert new[10] == old[10]


SIDES = (
    "put Amos on the other side of frame in 8",
    "Amos on the right in 8",
    "swap sides in 8",
    "have Amos sit screen right in 8",
)


@pytest.mark.parametrize("words", SIDES)
def test_a_side_against_the_axis_is_warned_of(words: str) -> None:
    bench, before, reading = played("orchard", words)
    assert reading.kind is Kind.WARN
    assert "180 degree line" in reading.reply
    assert bench.document() == before


def test_it_is_turned_round_all_the_same_when_told_to() -> None:
    bench, before, reading = played("orchard", "flip shot 8 anyway")
    assert reading.kind is Kind.ACT
    assert numbered(bench.document())[8]["composition"] == "Amos right third looking left"
    assert numbered(before)[8]["composition"] == "Amos left third looking right"


@pytest.mark.parametrize(
    ("name", "words", "seconds"),
    [
        ("orchard", "bring the film in at forty-five seconds on the nose", 45),
        ("orchard", "get the whole thing down to forty seconds", 40),
        ("ferry", "bring the cut in at twenty-five seconds flat", 25),
    ],
)
def test_the_film_comes_in_at_its_length(name: str, words: str, seconds: float) -> None:
    bench, _, reading = played(name, words)
    film = bench.film
    assert float(film.frames / film.frame_rate) == pytest.approx(seconds, abs=0.05), reading.reply


@pytest.mark.parametrize(
    ("name", "words", "wanted"),
    [
        ("orchard", "we need to lose three seconds overall", -3),
        ("orchard", "make the kitchen two seconds longer", 2),
        ("ferry", "cut 3 seconds from the cabin", -3),
        ("ferry", "add two seconds to the pier scene", 2),
    ],
)
def test_a_difference_said_of_many_is_shared(name: str, words: str, wanted: float) -> None:
    bench = opened(FILMS[name])
    before = bench.film.frames
    reading = bench.say(words)
    assert float((bench.film.frames - before) / bench.film.frame_rate) == pytest.approx(
        wanted, abs=0.05
    ), reading.reply


@pytest.mark.parametrize(
    "words", ["put the pedal to the metal", "8 upside down", "play 8 backwards"]
)
def test_what_no_lever_does_is_asked_about(words: str) -> None:
    bench, before, reading = played("ferry", words)
    assert reading.kind is Kind.ASK
    assert bench.document() == before


def test_a_reply_counts_seconds_at_the_film_s_own_rate() -> None:
    _, before, reading = played("orchard", "make the last shot a second longer")
    assert f"{numbered(before)[12]['duration_s']:.2f} s to" in reading.reply
