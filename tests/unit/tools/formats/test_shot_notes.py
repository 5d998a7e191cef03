"""Shot ids in a screenplay: each before its own words, out and back without a trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.writing.breakdown import break_down
from memory.edit import apply_all
from memory.film import Film
from memory.script import Action, Note, Script, Speech
from tools.formats.fdx import read_fdx
from tools.formats.fdx_text import write_fdx
from tools.formats.fountain import read_fountain, write_fountain
from tools.formats.shot_notes import with_shot_notes, without_shot_notes

DATA = Path(__file__).parents[3] / "data"
EXAMPLES = Path(__file__).parents[4] / "examples"
TEXTS = [
    (DATA / "crow_and_pitcher.fountain").read_text("utf-8"),
    (EXAMPLES / "the_night_ferry.fountain").read_text("utf-8"),
]


def laid_out(text: str) -> tuple[Script, Film]:
    script = read_fountain(text)
    film = Film(id="test")
    return script, apply_all(film, break_down(script, film))


@pytest.mark.parametrize("text", TEXTS)
def test_every_shot_has_its_note_once_and_in_order(text: str) -> None:
    script, film = laid_out(text)
    written = write_fountain(with_shot_notes(script, film))
    places = [written.index(f"[[shot:{shot} ") for shot in film.order]
    assert places == sorted(places)
    assert all(written.count(f"[[shot:{shot} ") == 1 for shot in film.order)


@pytest.mark.parametrize("text", TEXTS)
def test_notes_come_back_and_leave_no_trace(text: str) -> None:
    script, film = laid_out(text)
    noted = with_shot_notes(script, film)
    for back in (read_fountain(write_fountain(noted)), read_fdx(write_fdx(noted).encode())):
        bare, links = without_shot_notes(back, film)
        assert bare == script
        assert tuple(link.shot for link in links) == film.order
    assert with_shot_notes(noted, film) == noted


def test_a_note_stands_before_the_words_of_its_shot() -> None:
    script, film = laid_out(TEXTS[1])
    elements = with_shot_notes(script, film).elements
    for at, element in enumerate(elements):
        if isinstance(element, Speech) and isinstance(elements[at - 1], Note):
            shot = film.shots[elements[at - 1].text.split()[0].removeprefix("shot:")]  # type: ignore[union-attr]
            assert shot.dialogue[0].line in element.words


def test_a_direction_before_the_words_stays_with_their_shot() -> None:
    script, film = laid_out(TEXTS[1])
    texts = [e.text for e in with_shot_notes(script, film).elements if isinstance(e, Action)]
    assert "Slow push in on Ada. She picks up the ticket." in texts


def test_notes_of_strangers_and_writers_stay() -> None:
    text = "INT. A - DAY\n\n[[shot: MCU]]\n\n[[shot:sh99 CU]]\n\n[[why?]]\n\nRain [[so]] falls.\n"
    script, film = laid_out(text)
    film = film.model_copy(update={"shots": {k: v for k, v in film.shots.items() if k != "sh99"}})
    assert without_shot_notes(script, film)[0] == script
