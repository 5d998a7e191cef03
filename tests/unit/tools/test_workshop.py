"""Jobs made by real worker processes: in order, once, stopped without loss, faults told."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from memory.errors import MakerMissing, NotReady
from memory.film import Film
from memory.project import Project
from memory.recipe import Recipe
from tests.builders import a_film, a_project
from tools.assemble import assemble
from tools.crew import Crew, crew_for
from tools.encode import Profile
from tools.ffmpeg import probe
from tools.makers import MAKERS, make
from tools.plan import plan
from tools.segments import card_recipe, shape
from tools.timeline import Timeline
from tools.workshop import SCRATCH, make_now, sweep


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return a_project(tmp_path, a_film(shots=2, frames=14))


def card(words: str) -> Recipe:
    return card_recipe("card", words, 12, Profile(160, 88))


def test_every_maker_named_is_there() -> None:
    from importlib import import_module

    for place in MAKERS.values():
        module, name = place.split(":")
        assert callable(getattr(import_module(module), name))


def test_a_thing_is_made_once(project: Project) -> None:
    first = make_now(project, card("Once"))
    again = make_now(project, card("Once"))
    assert first == again
    assert probe(project.vault.path(first.sha256)).frames == 12


def test_an_unknown_kind_says_that_nobody_makes_it(tmp_path: Path) -> None:
    recipe = Recipe("effect", "x", "nobody", 1, {})
    with pytest.raises(MakerMissing, match="effect"):
        make(recipe, None)  # type: ignore[arg-type]  # never reached


def test_a_crew_makes_what_is_asked_and_ends(project: Project) -> None:
    recipes = [card("One"), card("Two"), card("Three")]
    with crew_for(project.folder, 2) as crew:
        project.jobs.enqueue(recipes)
        crew.ensure()
        jobs = project.jobs.wait([recipe.digest for recipe in recipes], timeout=60)
    assert [job.state for job in jobs] == ["done"] * 3
    assert crew.running == 0
    assert project.verify() == []


def test_a_job_that_cannot_work_fails_in_words(project: Project) -> None:
    inputs = {"what": "hold", "board": "0" * 64, "frames": 4, **shape(Profile(160, 88))}
    broken = Recipe("segment", "x", "stitch", 1, inputs)
    with crew_for(project.folder, 1) as crew:
        project.jobs.enqueue([broken])
        crew.ensure()
        (job,) = project.jobs.wait([broken.digest], timeout=60)
    assert job.state == "failed"
    assert job.error


def test_an_idle_worker_ends_by_itself(project: Project) -> None:
    crew = Crew(project.folder, 1, idle=0.2)
    crew.ensure()
    until = time.monotonic() + 30
    while crew.running and time.monotonic() < until:
        time.sleep(0.05)
    assert crew.running == 0


def test_scratch_of_a_dead_process_is_swept(project: Project) -> None:
    left = project.folder / SCRATCH / f"999999@{os.uname().nodename}@0.x"
    left.mkdir(parents=True)
    sweep(project)
    assert not left.exists()


def test_nothing_is_cut_without_pictures(project: Project) -> None:
    assert assemble(project) is None


def draw_boards(project: Project) -> None:
    for one in plan(project):
        make_now(project, one.board)


def test_boards_make_an_animatic_and_takes_replace_them(project: Project) -> None:
    draw_boards(project)
    assert {one.state for one in plan(project)} == {"board"}
    animatic = assemble(project, sound="none")
    assert animatic is not None
    assert probe(Path(animatic["file"])).frames == Timeline.of(project.film).total == 28
    make_now(project, plan(project)[0].take)
    cut = assemble(project, sound="none")
    assert cut is not None
    assert cut["sha256"] != animatic["sha256"]
    assert cut["frames"] == 28


def test_a_cut_has_its_sound_and_comes_back_at_once(project: Project) -> None:
    draw_boards(project)
    first = assemble(project)
    rows = len(project.shelf.all())
    again = assemble(project)
    assert first is not None
    assert first == again
    assert len(project.shelf.all()) == rows
    assert probe(Path(first["file"])).has_audio


def test_the_timeline_counts_cards(tmp_path: Path) -> None:
    film = a_film(shots=2, frames=14)
    titled = film.model_copy(update={"titles": film.titles.model_copy(update={"opening": "Tiny"})})
    timeline = Timeline.of(titled)
    assert (timeline.head, timeline.total) == (72, 100)
    assert timeline.starts == {"sh1": 72, "sh2": 86}


def test_what_is_not_made_is_named(project: Project) -> None:
    from tools.workshop import _files

    with pytest.raises(NotReady):
        _files(project)("0" * 64)


def test_a_film_without_lines_is_cut_too(tmp_path: Path) -> None:
    film: Film = a_film(shots=1, frames=12)
    silent = film.model_copy(
        update={"shots": {"sh1": film.shots["sh1"].model_copy(update={"dialogue": ()})}}
    )
    project = a_project(tmp_path, silent)
    draw_boards(project)
    assert assemble(project) is not None
