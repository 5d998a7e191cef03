"""A chosen take keeps its performance; a version has a name, comes back whole, is told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.desk import Desk, Turn
from agent.editing import edit
from agent.settings import Settings
from agent.versions import compared
from memory.change import (
    ChooseTake,
    DeleteShot,
    Lock,
    NameVersion,
    Relight,
    RestoreVersion,
    Retake,
)
from memory.errors import BadRequest
from memory.project import Project
from tests.builders import a_project, reference_film
from tools.plan import plan
from tools.takes import take_recipe


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return a_project(tmp_path, reference_film())


@pytest.fixture
def desk(tmp_path: Path, project: Project) -> Desk:
    return Desk(project, Settings(tmp_path, workers=0), turn=Turn(words="a note"))


def shot_as_it_is(project: Project, shot: str) -> None:
    """A take of the shot from the film as it stands, as a row and a small file."""
    recipe = take_recipe(project.film, shot)
    sha256 = project.vault.put(recipe.digest.encode(), ".mp4")
    project.record(recipe, sha256, 1.0, extra={"frames": project.film.shots[shot].length})


def test_an_edit_after_a_pick_keeps_that_performance(desk: Desk, project: Project) -> None:
    first = project.film.shots["sh4"].seed
    shot_as_it_is(project, "sh4")
    edit(desk, [Retake(shot="sh4", seed=first + 7)])
    shot_as_it_is(project, "sh4")
    edit(desk, [ChooseTake(shot="sh4", take="t1")])
    assert (project.film.shots["sh4"].pick, project.film.shots["sh4"].seed) == ("t1", first)
    edit(desk, [Relight(shot="sh4", brightness=0.2)])
    assert (project.film.shots["sh4"].pick, project.film.shots["sh4"].seed) == (None, first)
    take = plan(project, ["sh4"])[0].take
    assert take.inputs["shot"]["seed"] == first  # type: ignore[index]


def test_a_pick_is_one_step(desk: Desk, project: Project) -> None:
    shot_as_it_is(project, "sh4")
    edit(desk, [Retake(shot="sh4", seed=99)])
    before = project.film
    edit(desk, [ChooseTake(shot="sh4", take="t1")])
    project.undo()
    assert project.film == before


def test_a_take_that_is_not_there_is_named(desk: Desk, project: Project) -> None:
    shot_as_it_is(project, "sh4")
    with pytest.raises(BadRequest, match="no take 't3'") as refusal:
        edit(desk, [ChooseTake(shot="sh4", take="t3")])
    assert "t1" in refusal.value.hint


def test_a_named_version_comes_back_and_is_undone_as_one(desk: Desk, project: Project) -> None:
    edit(desk, [Relight(shot="sh4", brightness=0.2)])
    edit(desk, [NameVersion(name="dark")])
    dark = project.film
    edit(desk, [Relight(shot="sh4", brightness=0.9), DeleteShot(shot="sh2")])
    bright = project.film
    edit(desk, [RestoreVersion(version="Dark")])
    assert (project.film.order, project.film.shots) == (dark.order, dark.shots)
    assert project.film.versions == {"dark": 2}
    project.undo()
    assert project.film == bright
    project.redo()
    assert project.film.shots == dark.shots


@pytest.mark.parametrize("named", ["1", "v1", "version 1", "revision 1"])
def test_a_version_goes_by_its_number(desk: Desk, project: Project, named: str) -> None:
    first = project.film
    edit(desk, [Relight(shot="sh4", brightness=0.2)])
    edit(desk, [RestoreVersion(version=named)])
    assert project.film == first


@pytest.mark.parametrize("named", ["9", "the blue one", ""])
def test_no_such_version_moves_nothing(desk: Desk, project: Project, named: str) -> None:
    before = project.film
    with pytest.raises(BadRequest):
        edit(desk, [RestoreVersion(version=named)])
    assert project.film == before


def test_two_versions_are_told_apart_by_their_fields(desk: Desk, project: Project) -> None:
    edit(desk, [NameVersion(name="first")])
    edit(desk, [Relight(shot="sh4", brightness=0.2)])
    edit(desk, [Lock(shot="sh4")])
    moved = {one.path for one in compared(project, "first")}
    assert moved == {"shots.sh4.lighting.brightness", "shots.sh4.locked", "versions.first"}
    assert {one.path for one in compared(project, "3", "4")} == {"shots.sh4.locked"}
