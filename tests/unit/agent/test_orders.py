"""What was ordered: found again beside damaged films, and what counts as an answer."""

from pathlib import Path

import pytest

from agent import production
from agent.orders import Order, unfinished
from agent.run import yes_or_no
from memory.errors import ProjectDamaged
from memory.project import Project
from tools.planbook import book_of


def ordered(home: Path, order: Order) -> Project:
    film = production.blank(order.idea or "", (160, 88), order.digest)
    project = Project.create(home, film, order.idea or "film")
    order.note(project)
    return project


def test_a_damaged_neighbour_stops_no_other_film(tmp_path: Path) -> None:
    order = Order(idea="a fox waits")
    mine, other = ordered(tmp_path, order), ordered(tmp_path, Order(idea="a crane leaves"))
    other.close()
    for wal in other.folder.glob("project.sqlite*"):
        wal.write_bytes(b"garbage")
    found = unfinished(tmp_path, order, "cut")
    assert found is not None
    assert found.folder == mine.folder


def test_a_film_that_is_gone_is_said_in_words(tmp_path: Path) -> None:
    project = ordered(tmp_path, Order(idea="a fox waits"))
    project.folder.rename(tmp_path / "elsewhere")
    with pytest.raises(ProjectDamaged, match="not there any more"):
        book_of(project)


@pytest.mark.parametrize("words", ["no", "No thanks.", "no thank you", "leave it"])
def test_a_polite_no_is_a_no(words: str) -> None:
    assert yes_or_no(words) is False
    assert yes_or_no("darker") is None


@pytest.mark.parametrize("word", ["it", "do", "please", "leave", "go", "ahead"])
def test_half_a_phrase_agrees_to_nothing(word: str) -> None:
    assert yes_or_no(word) is None
    assert yes_or_no("Do it.") is True
