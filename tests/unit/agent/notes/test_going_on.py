"""Notes that go on from what was said: degrees, corrections, where the film stands."""

from __future__ import annotations

import pytest

from benchmarks.notes import Bench
from tests.builders import reference_film


@pytest.fixture
def bench() -> Bench:
    return Bench(reference_film(), {})


def light(bench: Bench, shot: str) -> float:
    return bench.film.shots[shot].lighting.brightness


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("a touch less", 0.40, 0.42),
        ("too much", 0.43, 0.45),
        ("not so much", 0.43, 0.45),
        ("pull it back a bit", 0.43, 0.45),
        ("more", 0.31, 0.33),
        ("even more", 0.31, 0.33),
        ("a bit further", 0.31, 0.33),
    ],
)
def test_a_degree_moves_the_last_lever_of_the_last_shot(
    bench: Bench, words: str, low: float, high: float
) -> None:
    before = bench.film
    bench.say("redo shot 4 darker")
    assert light(bench, "sh4") == pytest.approx(0.38)
    reading = bench.say(words)
    assert reading.kind == "act"
    assert low <= light(bench, "sh4") <= high
    others = [s for s in before.order if s != "sh4"]
    assert [bench.film.shots[s] for s in others] == [before.shots[s] for s in others]


def test_a_degree_goes_with_another_lever_on_the_same_shot(bench: Bench) -> None:
    bench.say("redo shot 4 darker")
    warmth = bench.film.shots["sh4"].lighting.color_temp_k
    bench.say("a touch less, and warmer")
    assert light(bench, "sh4") > 0.38
    assert bench.film.shots["sh4"].lighting.color_temp_k < warmth
    assert light(bench, "sh5") == reference_film().shots["sh5"].lighting.brightness


def test_a_degree_of_nothing_is_asked_about(bench: Bench) -> None:
    assert bench.say("a touch less").kind == "ask"
    assert bench.film == reference_film()


def test_a_degree_of_the_music(bench: Bench) -> None:
    bench.say("music quieter")
    assert bench.film.music.gain_db == -18
    bench.say("less")
    assert bench.film.music.gain_db == -16


def test_a_correction_goes_to_a_note_that_moved_nothing(bench: Bench) -> None:
    from dataclasses import replace

    from agent.notes.read import read

    bench.say("tighter on shot 6")
    moment = replace(bench.situation(), previous_words="shot 9 brighter")
    reading = read("I meant shot 8", moment)
    assert [(c["op"], c["shot"]) for c in reading.changes] == [("relight", "sh8")]
    assert all(call.name != "undo" for call in reading.calls)


@pytest.mark.parametrize(
    "words", ["where do we stand?", "what's the status?", "what's left to do?"]
)
def test_where_the_film_stands(bench: Bench, words: str) -> None:
    reading = bench.say(words)
    assert reading.kind == "answer"
    assert "8 shots" in reading.reply
    assert "Locked: shot 7." in reading.reply


def test_what_bothers_is_answered_with_ways_to_move_it(bench: Bench) -> None:
    reading = bench.say("the pace")
    assert reading.kind == "propose"
    assert [one.letter for one in reading.options] == ["A", "B"]
    assert {c.op for one in reading.options for c in one.changes} == {"retime"}


def test_naming_a_version_is_not_what_an_undo_means(bench: Bench) -> None:
    from dataclasses import replace

    from agent.notes.read import read
    from agent.notes.situation import Entry
    from memory.change import NameVersion

    bench.say("give Mara a red coat everywhere")
    named = Entry(2, 'call this version "red coat"', (NameVersion(name="red coat", revision=1),))
    moment = bench.situation()
    told = read("undo the coat", replace(moment, history=(*moment.history, named)))
    assert told.calls[0].args["revision"] == 1
