"""What goes out by what it shows, what goes back by name, and a complaint with its cure."""

import pytest

from agent.notes.normalise import normalise
from agent.notes.read import read
from agent.notes.reading import Kind
from agent.notes.situation import Entry, Situation
from memory.change import Relight, Retime
from memory.film import Character, Film, Location, Scene, Shot


@pytest.fixture
def film() -> Film:
    ida = Character(id="ida", name="Ida", pronoun="she")
    sol = Character(id="sol", name="Sol", pronoun="he")
    shots = (
        Shot(id="sh_a", scene="quay", frames=120, action="Gulls over the water."),
        Shot(id="sh_b", scene="quay", subjects=("ida",), action="Ida walks down the quay."),
        Shot(id="sh_c", scene="quay", subjects=("sol",), action="Sol mends a net.", locked=True),
    )
    axis = "Ida looks left to right; Sol looks right to left"
    return Film(
        id="quay",
        characters={"ida": ida, "sol": sol},
        locations={"quay": Location(id="quay", name="Quay")},
        scenes={
            "quay": Scene(id="quay", slug="EXT. QUAY - DUSK", location="quay", screen_axis=axis)
        },
        shots={shot.id: shot for shot in shots},
        order=tuple(shot.id for shot in shots),
    )


@pytest.mark.parametrize(
    "words",
    [
        "drop the shot where she walks down the quay",
        "lose the one where Ida walks down the quay",
        "cut the bit where she walks down the quay",
    ],
)
def test_a_shot_goes_out_by_what_it_shows(film: Film, words: str) -> None:
    changes = read(words, Situation(film)).changes
    assert [(c["op"], c["shot"]) for c in changes] == [("delete_shot", "sh_b")]


@pytest.mark.parametrize(
    "words", ["shot 1 drags, take a second and a half off", "1 runs long, so lose 1.5 seconds"]
)
def test_a_complaint_with_its_cure_is_one_step(film: Film, words: str) -> None:
    (change,) = read(words, Situation(film)).changes
    assert change["frames"] == 120 - 36


def test_one_change_of_two_goes_back_and_nothing_else_moves(film: Film) -> None:
    history = (
        Entry(1, "make shot 2 longer", (Retime(shot="sh_b", frames=144),)),
        Entry(2, "make 1 brighter", (Relight(shot="sh_a", brightness=0.7),)),
    )
    reading = read(
        "lose the longer hold on 2 but leave 1 brighter", Situation(film, None, {}, history)
    )
    assert [(c.name, c.args.get("revision")) for c in reading.calls] == [("undo", 1)]


def test_a_deed_nobody_knows_asks_among_the_shots_of_that_one(film: Film) -> None:
    reading = read("the shot where he finally confesses could be darker", Situation(film))
    assert reading.kind in {Kind.ASK, Kind.WARN}
    assert "locked" in reading.reply


def test_a_real_face_is_declined(film: Film) -> None:
    assert read("cast Cate Blanchett's face as Ida", Situation(film)).kind is Kind.DECLINE
    assert read("put Ida's face in close-up in 2", Situation(film)).kind is Kind.ACT


def test_the_side_somebody_looks_to_comes_with_a_word_on_the_eyeline(film: Film) -> None:
    assert "eyeline" in read("put Ida on the right side of frame in 2", Situation(film)).reply
    assert "eyeline" not in read("put Ida on the left side of frame in 2", Situation(film)).reply


def test_last_shot_first_turns_the_film_round(film: Film) -> None:
    changes = read("tell it backwards, last shot first", Situation(film)).changes
    assert changes[-1]["order"] == ["sh_c", "sh_b", "sh_a"]


def test_a_word_spelt_by_ear_is_mended() -> None:
    assert normalise("sht 3 twize as long").text == "shot 3 twice as long"
