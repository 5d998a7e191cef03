"""Cast, words, sound, history and questions in the phrasings of two films."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from agent.notes.reading import Kind
from benchmarks.notes import Bench, opened
from memory.vocabulary import Track

ROOT = Path(__file__).parents[4]
FILMS = {
    "ferry": ROOT / "tests/data/reference_film.json",
    "orchard": ROOT / "benchmarks/requests/orchard.json",
}


@pytest.fixture
def ferry() -> Bench:
    """The film of the last ferry."""
    return opened(json.loads(FILMS["ferry"].read_text()))


@pytest.fixture
def orchard() -> Bench:
    """The film of the orchard."""
    return opened(json.loads(FILMS["orchard"].read_text()))


@pytest.mark.parametrize(
    ("words", "hair"),
    [
        ("give Priya a short silver bob", "short silver bob"),
        ("Priya should have a grey pixie cut", "grey pixie cut"),
        ("give Priya a ponytail", "black ponytail"),
        ("give Priya a blunt fringe", "long black hair, blunt fringe"),
        ("make Priya's hair silver at the temples", "long black hair, silver at the temples"),
    ],
)
def test_a_haircut_keeps_its_name(orchard: Bench, words: str, hair: str) -> None:
    orchard.say(words)
    assert orchard.film.characters["priya"].hair == hair


@pytest.mark.parametrize(
    "words",
    [
        "Amos is called Silas from now on",
        "from now on Amos is Silas",
        "call Amos Silas everywhere",
        "Amos's name is Silas now",
        "let's rename Amos Silas",
        "Amos becomes Silas from here on",
        "I want to call Amos something else: Silas",
        "Amos should be called Silas throughout",
    ],
)
def test_a_name_holds_without_the_words_about_how_long(orchard: Bench, words: str) -> None:
    orchard.say(words)
    assert orchard.film.characters["amos"].name == "Silas"


def test_a_mood_is_no_name(orchard: Bench) -> None:
    orchard.say("Amos is angry from now on")
    assert orchard.film.characters["amos"].name == "Amos"


@pytest.mark.parametrize(
    "words",
    [
        "I don't want any score under the kitchen",
        "keep the kitchen free of music",
        "the kitchen doesn't need any music",
        "lose the cello in the kitchen",
        "let the second scene play without music",
        "no music under shots 6 to 9",
        "music out for the kitchen",
    ],
)
def test_music_is_left_out_by_place(orchard: Bench, words: str) -> None:
    orchard.say(words)
    assert orchard.film.music.muted_scenes == ("sc2",)
    assert (len(orchard.film.order), orchard.film.music.style) == (12, "solo cello")


@pytest.mark.parametrize(
    ("words", "gain"),
    [
        ("pull the score down six dB", -18),
        ("bring the cello up 3 dB", -9),
        ("lose three dB off the score", -15),
        ("the score's too loud, take it down a touch", -14),
        ("I can't make out the words over the cello", -16),
        ("the voices get lost under the score", -16),
    ],
)
def test_the_score_moves_by_decibels(orchard: Bench, words: str, gain: float) -> None:
    orchard.say(words)
    assert orchard.film.music.enabled
    assert orchard.film.music.gain_db == pytest.approx(gain, abs=3 if "touch" in words else 0.01)


def test_words_lost_with_no_cause_named_raise_the_speech(orchard: Bench) -> None:
    orchard.say("I can barely understand a word")
    assert orchard.film.mix.gains_db[Track.DIALOGUE] == 3.0
    orchard.say("nobody can understand Amos")
    assert orchard.film.characters["amos"].voice.gain_db == 3.0


@pytest.mark.parametrize(
    ("words", "shot", "effect"),
    [
        ("a dog barking a long way off in 11", "sh10", "distant dog barking"),
        ("church bells far away under shot 2", "sh2", "distant church bells"),
        ("faint radio in 7", "sh6", "distant radio"),
        ("I'd like to hear a kettle whistling in the kitchen", "sh5", "kettle whistling"),
        ("seagulls crying overhead in the opening shot", "sh1", "overhead seagulls crying"),
    ],
)
def test_a_sound_is_said_by_how_it_comes(
    orchard: Bench, words: str, shot: str, effect: str
) -> None:
    before = orchard.film.shots[shot]
    orchard.say(words)
    after = orchard.film.shots[shot]
    assert after.sfx == (*before.sfx, effect)
    assert (after.angle, after.weather, after.action) == (
        before.angle, before.weather, before.action
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("two alternates of shot 11, same setup", 2),
        ("give me three more goes at shot 11", 3),
        ("a couple of alts on 11", 2),
        ("shoot 11 three more times", 3),
        ("run shot 11 twice more", 2),
        ("I'd like two more of shot 11", 2),
    ],
)
def test_several_takes_in_any_words(orchard: Bench, words: str, count: int) -> None:
    calls = orchard.say(words).calls
    assert [(c.name, c.args["shots"], c.args["takes"]) for c in calls] == [
        ("shoot", ["sh10"], count)
    ]


@pytest.mark.parametrize(
    "words",
    [
        "put shot 6 back the way it was, but the raincoat stays",
        "undo the darker 6 but leave her the raincoat",
        "take back shot 6 but hang on to the raincoat",
        "forget what I said about shot 6",
    ],
)
def test_one_thing_goes_back_and_another_stays(orchard: Bench, words: str) -> None:
    bright = orchard.film.shots["sh5"].lighting.brightness
    orchard.say("make shot 6 darker")
    orchard.say("give Nell a yellow raincoat everywhere")
    orchard.say(words)
    assert orchard.film.shots["sh5"].lighting.brightness == bright
    assert orchard.film.characters["nell"].wardrobe["coat"] == "yellow raincoat"


@pytest.mark.parametrize(
    "words",
    [
        "can I see it again as it was before her hair changed?",
        "what did it look like before the hair change?",
        "show me how it was before",
        "could you play me the version with the black hair?",
    ],
)
def test_looking_back_undoes_nothing(orchard: Bench, words: str) -> None:
    orchard.say("give Priya short red hair")
    reading = orchard.say(words)
    assert (reading.kind, orchard.film.characters["priya"].hair) == (Kind.ANSWER, "short red hair")
    assert "version before" in reading.reply


@pytest.mark.parametrize(
    "words",
    ["take the lock off shot 3", "release shot 3", "shot 3 can be changed again",
     "open 3 up for changes again", "shot 3 doesn't need to be locked any more"],
)  # fmt: skip
def test_a_lock_comes_off_in_any_words(orchard: Bench, words: str) -> None:
    orchard.say(words)
    assert not orchard.film.shots["sh3"].locked


@pytest.mark.parametrize(
    "words", ["nobody touches shot 5 again", "I'm happy with 5, freeze it", "pin down shot 5"]
)
def test_a_shot_is_locked_in_any_words(orchard: Bench, words: str) -> None:
    before = orchard.film.shots["sh4"]
    orchard.say(words)
    assert orchard.film.shots["sh4"] == before.model_copy(update={"locked": True})


@pytest.mark.parametrize(
    ("words", "reply"),
    [
        ("which shots is Priya in?", "Priya is in shots 6 and 7."),
        ("list every shot with Priya", "Priya is in shots 6 and 7."),
        ("which shots are in the kitchen?", "Scene 2 has shots 6, 7, 8 and 9."),
        ("who is in the kitchen?", "Scene 2 shows Nell, Amos and Priya."),
        ("how many lines does Amos have?", "Amos has 3 lines: shots 3, 8 and 11."),
    ],
)
def test_where_someone_is_seen(orchard: Bench, words: str, reply: str) -> None:
    assert orchard.say(words).reply == reply


@pytest.mark.parametrize(
    "words",
    ["wrap it up on your own, I trust you", "you take it from here", "do the rest yourself",
     "I'm off to lunch, have it finished when I'm back"],
)  # fmt: skip
def test_the_rest_is_handed_over(ferry: Bench, words: str) -> None:
    assert [c.name for c in ferry.say(words).calls] == ["shoot"]


@pytest.mark.parametrize(
    "words",
    ["hold it, cancel the render", "stop rendering right now", "whoa, stop the shoot",
     "call off the render", "never mind the render, stop it", "wait, don't render that"],
)  # fmt: skip
def test_work_under_way_is_stopped(ferry: Bench, words: str) -> None:
    ferry.running = "render"
    assert ferry.say(words).signal == "stop"


def test_a_feeling_refused_is_not_the_feeling(ferry: Bench) -> None:
    ferry.say("Mara shouldn't cry in 4")
    assert ferry.film.shots["sh4"].emotions["mara"].value == "neutral"
    ferry.say("less angry, Theo, in 3")
    shot = ferry.film.shots["sh3"]
    assert (shot.emotions.get("theo"), shot.intensity["theo"] < 0.7) == (None, True)


@pytest.mark.parametrize(
    ("words", "line", "leads"),
    [
        ("J-cut into 8", "sh7", True),
        ("L-cut from 7 into 8", "sh6", False),
        ("let Amos's line carry over into shot 9", "sh7", False),
        ("let us hear the line in 11 before we see him", "sh10", True),
    ],
)
def test_a_line_laps_over_a_cut(orchard: Bench, words: str, line: str, leads: bool) -> None:
    orchard.say(words)
    shot = orchard.document()["shots"][line]
    assert ("lead_s" if leads else "tail_s") in shot["dialogue"][0]


@pytest.mark.parametrize(
    ("words", "who", "gone"),
    [
        ("Priya doesn't wear glasses", "priya", "accessory"),
        ("get rid of Amos's hat", "amos", "accessory"),
    ],
)
def test_a_piece_comes_off(orchard: Bench, words: str, who: str, gone: str) -> None:
    orchard.say(words)
    assert not orchard.film.characters[who].wardrobe.get(gone)
