"""A small film and a project of it, for the tests of the project on disk."""

from pathlib import Path

import pytest

from memory.film import Character, Film, Line, Location, Scene, Shot
from memory.project import Project


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "films"


@pytest.fixture
def film() -> Film:
    line = Line(id="ln1", character="mara", line="It is late.")
    shots = {
        "sh1": Shot(id="sh1", scene="sc1"),
        "sh2": Shot(id="sh2", scene="sc1", dialogue=(line,)),
        "sh3": Shot(id="sh3", scene="sc1"),
    }
    return Film(
        id="ferry",
        title="The Last Ferry",
        characters={"mara": Character(id="mara", name="Mara")},
        locations={"pier": Location(id="pier", name="Pier")},
        scenes={"sc1": Scene(id="sc1", slug="EXT. PIER - DUSK", location="pier")},
        shots=shots,
        order=tuple(shots),
    )


@pytest.fixture
def project(home: Path, film: Film) -> Project:
    return Project.create(home, film, film.title)
