"""What a turn asks to have shot: locked shots are left, further takes change no document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.run import Conversations, take_turn
from agent.settings import Settings
from memory.project import Project
from tests.builders import a_project, reference_film
from tools.plan import plan
from tools.takes import take_recipe


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The reference film with a take of each shot on the shelf; shot 7 is locked."""
    project = a_project(tmp_path, reference_film())
    for shot in project.film.order:
        sha256 = project.vault.put(shot.encode(), ".mp4")
        project.record(take_recipe(project.film, shot), sha256, 1.0)
    return project


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Conversations]:
    room = Conversations(Settings(tmp_path, workers=0))
    yield room
    room.close()


def queued(project: Project) -> list[str]:
    return [job.recipe.target for job in project.jobs.pending() if job.recipe.kind == "take"]


def test_an_edit_of_the_whole_film_does_not_shoot_a_locked_shot_again(
    room: Conversations, project: Project
) -> None:
    take_turn(room, project, "desaturate the whole film a touch", wait=False)
    assert "sh7" not in queued(project)
    assert len(queued(project)) == 7
    take_turn(room, project, "shoot it", wait=False)
    assert "sh7" not in queued(project)
    take_turn(room, project, "unlock shot 7", wait=False)
    assert "sh7" in queued(project)


def test_three_versions_are_three_takes_and_no_edit(room: Conversations, project: Project) -> None:
    before = project.film
    result = take_turn(room, project, "give me three versions of shot 6", wait=False)
    assert result.kind == "act"
    assert project.film == before
    recipes = [job.recipe for job in project.jobs.pending() if job.recipe.kind == "take"]
    assert [recipe.target for recipe in recipes] == ["sh6"] * 3
    assert len({recipe.digest for recipe in recipes}) == 3
    assert plan(project, ["sh6"])[0].take_standing.state == "current"
