"""Levers that came with the theatre's new fields: each by the words a director has for it."""

import json
from pathlib import Path
from typing import Any

import pytest

from agent.notes.reading import Kind
from benchmarks.notes import Bench, opened

FILM: dict[str, Any] = json.loads(
    (Path(__file__).parents[4] / "tests/data/reference_film.json").read_text()
)


@pytest.fixture
def bench() -> Bench:
    return opened(FILM)


def test_a_stop_said_exactly_sets_the_aperture_and_not_the_light(bench: Bench) -> None:
    before = bench.film.shots["sh3"].lighting
    assert bench.say("stop down to f/8 in shot 3").kind is Kind.ACT
    assert bench.film.shots["sh3"].stop == 8
    assert bench.film.shots["sh3"].lighting == before
    bench.say("shoot 6 at T1.4")
    assert bench.film.shots["sh6"].stop == 1.4


def test_wide_open_is_the_shot_in_view(bench: Bench) -> None:
    bench.focus = "sh5"
    bench.say("wide open")
    assert bench.film.shots["sh5"].stop < 2


@pytest.mark.parametrize(
    ("words", "degrees"),
    [
        ("cant the camera ten degrees left in shot 5", -10),
        ("lean the frame 15 degrees right in 5", 15),
    ],
)
def test_a_cant_leans_by_its_degrees(bench: Bench, words: str, degrees: float) -> None:
    bench.say(words)
    assert bench.film.shots["sh5"].roll_deg == degrees


def test_a_rack_focus_says_where_it_starts_and_where_it_lands(bench: Bench) -> None:
    bench.say("rack focus from Theo to Mara in shot 4")
    shot = bench.film.shots["sh4"]
    assert (shot.focus, shot.focus_to, shot.movement.type.value) == ("Theo", "Mara", "rack_focus")
    assert shot.composition == FILM["shots"]["sh4"]["composition"]


def test_a_push_goes_twice_as_far_and_stays_a_push(bench: Bench) -> None:
    bench.say("make the push in shot 6 go twice as far")
    move = bench.film.shots["sh6"].movement
    assert (move.amount, move.type.value) == (2.0, "dolly_in")


def test_easing_moves_the_easing_alone(bench: Bench) -> None:
    bench.say("ease into the move in shot 6")
    assert bench.film.shots["sh6"].movement.easing.value == "ease_in"
    assert bench.film.shots["sh6"].movement.speed.value == "slow"


def test_eyes_go_where_they_are_sent(bench: Bench) -> None:
    bench.say("she looks at the door in 6")
    assert bench.film.shots["sh6"].looks_at == {"mara": "door"}
    bench.say("in shot 4 he looks at her")
    assert bench.film.shots["sh4"].looks_at == {"theo": "mara"}


def test_a_refusal_is_said_in_good_english(bench: Bench) -> None:
    bench.say("Theo doesn't look at her until she stops in shot 4")
    action = bench.film.shots["sh4"].action
    assert "Theo does not look at her until she stops." in action


def test_sadder_than_sad_is_a_stronger_sadness(bench: Bench) -> None:
    bench.say("Mara should look sad in shot 4")
    bench.say("Mara should look sadder in shot 4")
    assert bench.film.shots["sh4"].emotions["mara"].value == "sad"
    assert bench.film.shots["sh4"].intensity["mara"] > 0.65


def test_set_phrases_mean_what_the_plain_words_do(bench: Bench) -> None:
    for idiom, plain in (
        ("shave a second off the opener", "the first shot shorter by 1 second"),
        ("3 can go", "delete 3"),
        ("another go at 2", "redo 2"),
        ("chop 8 in half", "split 8"),
        ("strip the music", "no music"),
    ):
        one, other = opened(FILM), opened(FILM)
        one.say(idiom)
        other.say(plain)
        assert len(one.film.order) == len(other.film.order), idiom
        assert one.film.music == other.film.music, idiom
        assert [one.film.shots[s].frames for s in one.film.order[:2]] == [
            other.film.shots[s].frames for s in other.film.order[:2]
        ], idiom
        assert one.film != bench.film, idiom
