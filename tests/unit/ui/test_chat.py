"""The terminal chat's manners: commands, ends, and words that would steer the terminal."""

from io import StringIO
from pathlib import Path

from memory.film import Film
from memory.project import Project
from ui.chat import Chat
from ui.counter import Counter
from ui.progress import Progress


def sat(words: str, project: Project | None = None) -> str:
    out = StringIO()
    Chat(Counter(Progress(StringIO())), StringIO(words), out, project).sit()
    return out.getvalue()


def test_the_end_of_the_input_ends_the_talk() -> None:
    assert "Everything is kept" in sat("")
    assert "Everything is kept" in sat("/quit\nnever heard\n")


def test_commands_without_a_film_say_what_to_do() -> None:
    said = sat("/help\n/show\n/undo please\n/fly\n\n")
    assert "/show [shots" in said
    assert "No film is open" in said
    assert "There is no '/fly'" in said


def test_films_are_listed_and_an_unknown_one_names_them(tmp_path: Path) -> None:
    Project.create(tmp_path / "films", Film(id="f", title="The Pier"), "the pier")
    said = sat("/open\n/open bridge\n")
    assert "the-pier  The Pier" in said
    assert "There is no film 'bridge'" in said


def test_a_title_cannot_steer_the_terminal(tmp_path: Path) -> None:
    film = Film(id="f", title="The \x1b[2J\x9b Pier")
    project = Project.create(tmp_path / "films", film, "the pier")
    said = sat("", project)
    assert "\x1b" not in said
    assert "\x9b" not in said
    assert "Pier" in said
