"""`import script.fountain --into FILM`: one revision, and only touched takes go stale."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.production import written
from agent.rescript import notes_before, rescript
from memory.change import Reframe
from memory.errors import BadRequest
from memory.film import Film
from memory.project import Project
from memory.vocabulary import Size
from tests.builders import DATA, a_project
from tools.export import export
from tools.formats.fdx import read_fdx
from tools.formats.fountain import read_fountain
from tools.plan import plan

CROW = (DATA / "crow_and_pitcher.fountain").read_text("utf-8")
LINE, NEW_LINE = "Water. I can smell it.", "There is water. I smell it."
ACTION, NEW_ACTION = "The Crow drinks.", "The Crow looks up."


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = a_project(tmp_path, Film(id="crow", width=160, height=88))
    made.edit(written(made.film, None, CROW, None))
    for one in plan(made):
        made.record(one.take, made.vault.put(one.shot.encode(), ".mp4"), 0.1)
    return made


def states(project: Project) -> dict[str, str]:
    return {one.shot: one.state for one in plan(project)}


@pytest.mark.parametrize("kind", ["fountain", "fdx"])
def test_only_touched_takes_go_stale_and_undo_brings_them_back(project: Project, kind: str) -> None:
    before, film = states(project), project.film
    assert set(before.values()) == {"current"}
    file = export(project, kind)
    text = file.read_text("utf-8").replace(LINE, NEW_LINE).replace(ACTION, NEW_ACTION)
    script = read_fountain(text) if kind == "fountain" else read_fdx(text.encode())
    made = rescript(project, script, "import crow")
    assert len(made["rewritten"]) == 2
    assert made["kept"] == len(film.order) - 2
    assert project.film.order == film.order
    now = states(project)
    assert {shot for shot in now if now[shot] == "stale"} == set(made["rewritten"])
    assert {shot for shot in now if now[shot] == "current"} == set(film.order) - set(
        made["rewritten"]
    )
    project.undo()
    assert project.film == film
    assert states(project) == before


def test_the_same_screenplay_makes_no_revision(project: Project) -> None:
    number = project.revision
    made = rescript(project, read_fountain(CROW), "import crow")
    assert (made["revision"], made["rewritten"], made["added"]) == (number, [], [])


def test_someone_new_gets_a_voice_and_a_new_scene_its_marks(project: Project) -> None:
    text = CROW.replace("FADE OUT.", "INT. BARN - NIGHT\n\nFOX (red scarf) sleeps.\n\nFOX\nGood.\n")
    before = project.film
    made = rescript(project, read_fountain(text), "import crow")
    film = project.film
    scene = film.scenes[film.shots[made["added"][-1]].scene]
    assert [mark.who for mark in scene.marks] == ["fox"]
    assert film.characters["fox"].voice.name
    assert all(film.characters[who] == person for who, person in before.characters.items())
    assert set(states(project).values()) == {"current", "missing"}


def test_a_note_of_an_older_export_is_known(project: Project) -> None:
    shot = project.film.order[1]
    text = export(project, "fountain").read_text("utf-8")
    project.edit([Reframe(shot=shot, size=Size.BCU)])
    assert any(" MCU " in note for note in notes_before(project)[shot])
    made = rescript(project, read_fountain(text), "import crow")
    assert project.film.shots[shot].size is Size.BCU
    assert made["rewritten"] == []


def test_a_script_with_nothing_to_shoot_changes_nothing(project: Project) -> None:
    number = project.revision
    with pytest.raises(BadRequest):
        rescript(project, read_fountain("# Only a section"), "import")
    assert project.revision == number
