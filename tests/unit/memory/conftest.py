"""A small film and a project of it, for the tests of the project on disk."""

import shutil
from pathlib import Path

import pytest

from memory.film import Character, Film, Line, Location, Scene, Shot
from memory.project import Project


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "films"


@pytest.fixture(scope="session")
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


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory, film: Film) -> Path:
    """A project made once; each test gets a copy, which no disk has to wait for."""
    home = tmp_path_factory.mktemp("untouched") / "films"
    project = Project.create(home, film, film.title)
    project.close()
    return project.folder


@pytest.fixture
def project(home: Path, untouched: Path) -> Project:
    shutil.copytree(untouched, home / untouched.name)
    return Project.open(home, untouched.name)
