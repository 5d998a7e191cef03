"""What is kept between plans is what would be worked out anew."""

from pathlib import Path

import pytest

from memory.change import AnyChange, load_changes
from memory.film import Film
from memory.project import Project
from tests.builders import a_project, reference_film
from tools.boards import board_recipe
from tools.plan import kinds_made, plan, takes
from tools.takes import take_recipe

EDITS: list[list[dict[str, object]]] = [
    [{"op": "relight", "shot": "sh4", "brightness": 0.3}],
    [{"op": "reorder", "order": ["sh2", "sh1", "sh3", "sh4", "sh5", "sh6", "sh7", "sh8"]}],
    [{"op": "edit_film", "title": "Another"}],
]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return a_project(tmp_path, reference_film())


def put(project: Project, film: Film, shot: str, text: str) -> str:
    sha256 = project.vault.put(text.encode(), ".mp4")
    project.record(take_recipe(film, shot), sha256, 1.0, extra={"frames": 3})
    return sha256


def same_as_fresh(project: Project) -> None:
    film = project.film
    planned = plan(project)
    assert [one.shot for one in planned] == list(film.order)
    for one in planned:
        assert one.board == board_recipe(film, one.shot)
        assert one.take == take_recipe(film, one.shot)


def test_recipes_follow_every_kind_of_edit(project: Project) -> None:
    same_as_fresh(project)
    film = project.film
    who, scene, place = next(iter(film.characters)), film.order[0], next(iter(film.locations))
    looks = film.characters[who].model_copy(update={"hair": "long green hair"})
    there = film.locations[place].model_copy(update={"description": "a forest, dense"})
    for moved in (
        film.model_copy(update={"characters": {**film.characters, who: looks}}),
        film.model_copy(update={"locations": {**film.locations, place: there}}),
        film.model_copy(update={"style": film.style.model_copy(update={"grain": 0.9})}),
        film.model_copy(update={"width": 640, "height": 360}),
        film.model_copy(update={"order": tuple(reversed(film.order))}),
    ):
        project._known = (project.revision, moved)  # as another process's edit would leave it
        same_as_fresh(project)
    assert scene in film.shots


@pytest.mark.parametrize("plain", EDITS, ids=lambda one: str(one[0]["op"]))
def test_an_edit_moves_what_it_moves(project: Project, plain: list[dict[str, object]]) -> None:
    plan(project)
    changes: list[AnyChange] = load_changes(plain)
    project.edit(changes)
    same_as_fresh(project)


def test_a_take_made_elsewhere_is_seen(project: Project) -> None:
    assert {one.take_standing.state for one in plan(project)} == {"missing"}
    sha256 = put(Project(project.folder), project.film, "sh2", "take")
    standing = plan(project, ["sh2"])[0].take_standing
    assert standing.state == "current"
    assert standing.plays is not None
    assert standing.plays.sha256 == sha256
    assert [take.name for take in takes(project)["sh2"]] == ["t1"]
    assert kinds_made(project) == {"take"}


def test_a_file_that_is_gone_is_missed_and_welcome_back(project: Project) -> None:
    sha256 = put(project, project.film, "sh3", "take")
    assert plan(project, ["sh3"])[0].take_standing.state == "current"
    project.vault.path(sha256).unlink()
    assert plan(project, ["sh3"])[0].take_standing.state == "missing"
    project.vault.put(b"take", ".mp4")
    assert plan(project, ["sh3"])[0].take_standing.state == "current"


def test_a_project_made_anew_in_the_same_place_starts_empty(tmp_path: Path) -> None:
    import shutil

    first = a_project(tmp_path, reference_film())
    put(first, first.film, "sh1", "take")
    assert plan(first, ["sh1"])[0].take_standing.state == "current"
    first.close()
    shutil.rmtree(first.folder)
    again = a_project(tmp_path, reference_film())
    assert again.folder == first.folder
    assert plan(again, ["sh1"])[0].take_standing.state == "missing"
