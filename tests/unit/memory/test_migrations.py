import json
import shutil
from pathlib import Path

import pytest

from memory.change import EditFilm, InsertShot, Relight
from memory.errors import BadRequest
from memory.film import SCHEMA, Film, Shot
from memory.migrations import STEPS, read_film
from memory.project import Project

FROZEN = sorted(Path("tests/data/projects").glob("v*"))


def plain(film: Film) -> dict[str, object]:
    document: dict[str, object] = json.loads(film.model_dump_json(by_alias=True))
    return document


def test_todays_document_comes_back(film: Film) -> None:
    assert read_film(plain(film)) == film


def test_the_schema_counts_the_steps() -> None:
    assert f"roughcut-film/{len(STEPS) + 1}" == SCHEMA


def test_a_newer_document_is_refused_not_trimmed(film: Film) -> None:
    with pytest.raises(BadRequest, match="newer") as caught:
        read_film({**plain(film), "schema": "roughcut-film/99", "holograms": []})
    assert "Update" in caught.value.hint


@pytest.mark.parametrize(
    "document",
    [None, [], "film", {}, {"schema": None}, {"schema": "roughcut-film/0"}, {"schema": "other/1"}],
)
def test_anything_else_is_no_film(document: object) -> None:
    with pytest.raises(BadRequest, match="not a film document"):
        read_film(document)


def test_a_value_that_cannot_be_is_named(film: Film) -> None:
    with pytest.raises(BadRequest, match="width"):
        read_film({**plain(film), "width": 7})
    with pytest.raises(BadRequest, match="holograms"):
        read_film({**plain(film), "holograms": []})


def test_an_older_document_is_lifted(film: Film, monkeypatch: pytest.MonkeyPatch) -> None:
    def renamed(document: dict[str, object]) -> dict[str, object]:
        title = document.pop("name")
        return {**document, "title": title, "schema": SCHEMA}

    monkeypatch.setattr("memory.migrations.STEPS", (renamed,))
    older = {**plain(film), "name": "Night Boat"}
    del older["title"]
    assert read_film(older).title == "Night Boat"


def test_a_project_with_a_newer_document_is_left_alone(
    home: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("memory.revisions.read_film", lambda p: read_film({**p, "schema": "x/1"}))
    before = (project.folder / "film.json").read_bytes()
    with pytest.raises(BadRequest, match="not a film"):
        Project.open(home, project.slug)
    assert (project.folder / "film.json").read_bytes() == before


def test_there_is_a_frozen_project_of_each_version() -> None:
    assert [folder.name for folder in FROZEN] == [f"v{n + 1}" for n in range(len(STEPS) + 1)]


@pytest.mark.parametrize("frozen", FROZEN, ids=lambda folder: folder.name)
def test_a_frozen_project_opens_and_is_edited(home: Path, frozen: Path) -> None:
    shutil.copytree(frozen, home)
    project = Project.open(home, "the frozen ferry")
    assert project.verify() == []
    first, last = project.film.order[0], project.film.order[-1]
    (take,) = project.takes(first)
    assert project.vault.verify(take.made.sha256)
    assert [revision.kind for revision in project.history()] == ["edit", "edit", "undo"]
    assert project.redo().diff != ()
    number = project.edit([Relight(shot=first, brightness=0.25), EditFilm(title="Thawed")]).number
    scene = project.film.shots[first].scene
    project.edit([InsertShot(shot=Shot(id="sh_new", scene=scene), after=last)])
    project.undo_revision(number)
    assert project.film.title == "The Frozen Ferry"
    assert project.film.order[-1] == "sh_new"
    assert project.takes(first) == [take]
    assert project.verify() == []
