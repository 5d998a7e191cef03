"""Levers that came with the theatre's new fields: each by the words a director has for it."""

import json
from pathlib import Path
from typing import Any

import pytest

from agent.notes.read import read
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


def test_a_version_is_kept_by_name_and_gone_back_to_by_number() -> None:
    bench = opened(FILM)
    bench.say("make 4 darker")
    kept = read("save this as version B", bench.situation())
    assert kept.calls[0].args["changes"] == [{"op": "name_version", "name": "B"}]
    back = read("go back to version 1", bench.situation())
    assert back.calls[0].args["changes"] == [{"op": "restore_version", "version": "1"}]
    assert read("go back to version 9", bench.situation()).kind is Kind.ASK


def test_less_of_a_sound_is_found_where_it_is_heard(bench: Bench) -> None:
    bench.say("more waves, less wind")
    assert bench.film.shots["sh1"].sfx == ("gulls", "lapping water, loud")
    assert bench.film.shots["sh8"].sfx == ("wind gust, quiet", "engine hum")


def test_a_thing_is_swapped_wherever_it_stands(bench: Bench) -> None:
    bench.say("swap the suitcase for a backpack")
    assert "backpack" in bench.film.characters["mara"].props
    assert bench.film.shots["sh4"].action == "Mara stops and sets the backpack down."
    assert bench.say("swap the lantern for a flashlight").kind is Kind.ASK


def test_whose_line_it_is_not_is_said(bench: Bench) -> None:
    before = bench.film
    reading = bench.say("cut Theo's line in shot 4")
    assert (reading.kind, bench.film) == (Kind.ASK, before)
    assert "Theo has no line there" in reading.reply


@pytest.mark.parametrize(
    "words",
    [
        "take some of the orange out of 6",
        "drop the camera to hip height in 6",
        "lose the haze in 3",
        "drop half a second from 2",
        "take the engine hum out of 5",
        "kill the lamp in 5",
    ],
)
def test_no_shot_goes_where_something_in_it_is_meant(bench: Bench, words: str) -> None:
    bench.say(words)
    assert bench.film.order == tuple(FILM["order"])


def test_a_length_that_would_cut_into_a_line_is_asked_about(bench: Bench) -> None:
    before = bench.film
    reading = bench.say("make 6 one second long")
    assert (reading.kind, bench.film) == (Kind.WARN, before)
    assert "You wrote it, didn't you?" in reading.reply


def test_the_old_piece_comes_back_when_a_given_one_goes(bench: Bench) -> None:
    bench.say("Mara in a red coat")
    bench.say("lose the red coat")
    assert bench.film.characters["mara"].wardrobe["coat"] == "grey wool coat"


@pytest.mark.parametrize(
    ("words", "shot"),
    [
        ("tighten the one between 3 and 5", "sh4"),
        ("the shot before the two-shot should be tighter", "sh4"),
        ("in 3, go tighter", "sh3"),
        ("tighter on the wide of the cabin", "sh5"),
    ],
)
def test_one_shot_is_found_by_its_neighbours_and_its_place(
    bench: Bench, words: str, shot: str
) -> None:
    before = bench.film
    bench.say(words)
    moved = [s for s in before.order if bench.film.shots[s] != before.shots[s]]
    assert moved == [shot]


def test_a_lever_left_alone_is_no_lock(bench: Bench) -> None:
    bench.say("shot 4 a touch darker, but leave the contrast alone")
    shot = bench.film.shots["sh4"]
    assert shot.lighting.brightness < 0.5
    assert not shot.locked


def test_the_manner_of_a_time_joins_the_look(bench: Bench) -> None:
    bench.say("more 70s thriller")
    assert bench.film.style.look == "painterly paper theatre, 70s thriller"


def test_a_flashback_is_told_apart_by_light_and_join_and_keeps_its_words(bench: Bench) -> None:
    before = bench.film.shots["sh6"]
    bench.say("make shot 6 a flashback")
    after = bench.film.shots["sh6"]
    assert "flashback" in after.lighting.style
    assert after.saturation < before.saturation
    assert after.transition_in.type.value == "dissolve"
    assert (after.dialogue, after.frames, after.size) == (
        before.dialogue,
        before.frames,
        before.size,
    )
