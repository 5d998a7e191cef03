"""A film drafted small is finished at full size by one note."""

import pytest

from agent.notes.read import read
from agent.notes.reading import Kind, Reading
from agent.notes.situation import Situation
from memory.change import load_changes
from memory.edit import apply_all
from memory.film import Film, Scene, Shot


@pytest.fixture
def small() -> Film:
    scene = Scene(id="s", slug="EXT. PIER - DAY", location="pier")
    shots = {name: Shot(id=name, scene="s") for name in ("a", "b", "c", "d")}
    return Film(id="f", width=640, height=360, scenes={"s": scene}, shots=shots, order=tuple(shots))


def heard(film: Film, words: str) -> Reading:
    return read(words, Situation(film))


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("finish it at 1280x720", (1280, 720)),
        ("make the whole film 1080p", (1920, 1080)),
        ("render everything at full size", (1280, 720)),
    ],
)
def test_a_size_is_given(small: Film, words: str, size: tuple[int, int]) -> None:
    reading = heard(small, words)
    film = apply_all(small, load_changes(list(reading.changes)))
    assert (film.width, film.height) == size
    assert film.model_copy(update={"width": 640, "height": 360}) == small


def test_the_size_it_has_moves_nothing(small: Film) -> None:
    assert heard(small, "make it 640x360").kind is Kind.NOOP


def test_a_size_that_cannot_be_is_asked_about(small: Film) -> None:
    assert heard(small, "make it 641x360").kind is Kind.ASK


def test_shot_numbers_are_no_sizes(small: Film) -> None:
    assert not any(c["op"] == "edit_film" for c in heard(small, "make shot 3 darker").changes)
