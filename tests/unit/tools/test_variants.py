"""A variant is drawn and cut in its own shape; the film's takes, names and cut stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from memory.change import EditMusic, EditVariant, FrameVariant, Relight
from memory.errors import BadRequest
from memory.project import Project
from memory.vocabulary import Size
from tests.builders import a_film, a_project
from tools.assemble import assemble
from tools.export import export
from tools.ffmpeg import probe
from tools.takes import take_recipe
from tools.variants import missing_views, view_recipe
from tools.workshop import make_now

TALL = EditVariant(variant="vertical", aspect="9:16")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A film of two shots with takes and a cut."""
    project = a_project(tmp_path_factory.mktemp("home"), a_film(2, 12, 128, 72))
    for shot in project.film.order:
        make_now(project, take_recipe(project.film, shot))
    assert assemble(project)
    return project


def test_a_variant_is_its_own_file_in_its_shape(project: Project) -> None:
    project.edit([TALL])
    takes = {s: [t.made for t in project.takes(s)] for s in project.film.order}
    cut = assemble(project)
    path = export(project, "mp4", variant="vertical")
    told = probe(path)
    assert path.name == "tiny-vertical.mp4"
    assert (told.width, told.height) == (72, 128)
    assert told.frames == 24
    assert told.has_audio
    assert {s: [t.made for t in project.takes(s)] for s in project.film.order} == takes
    assert assemble(project) == cut
    assert project.verify() == []


def test_it_is_kept_and_only_what_moved_is_drawn_again(project: Project) -> None:
    project.edit([TALL])
    first = export(project, "vertical").read_bytes()
    assert missing_views(project, "vertical") == []
    project.edit([Relight(shot="sh2", brightness=0.2)])
    assert missing_views(project, "vertical") == ["sh2"]
    project.undo()
    project.edit([EditMusic(gain_db=-30)])
    assert missing_views(project, "vertical") == []
    project.undo()
    assert export(project, "vertical").read_bytes() == first


def test_its_framing_draws_that_shot_alone(project: Project) -> None:
    project.edit([TALL])
    export(project, "vertical")
    before = {s: take_recipe(project.film, s).digest for s in project.film.order}
    project.edit([FrameVariant(variant="vertical", shot="sh1", size=Size.BCU)])
    assert missing_views(project, "vertical") == ["sh1"]
    assert {s: take_recipe(project.film, s).digest for s in project.film.order} == before


def test_two_variants_of_one_shape_share_their_pictures(project: Project) -> None:
    project.edit([TALL, EditVariant(variant="reel", aspect="9:16")])
    shot = project.film.order[0]
    one, other = (view_recipe(project.film, name, shot) for name in ("vertical", "reel"))
    assert (one.digest == other.digest) == (not project.film.variants["vertical"].framing)


def test_what_cannot_be_written_is_said(project: Project) -> None:
    project.edit([TALL])
    with pytest.raises(BadRequest, match="no variant"):
        export(project, "mp4", variant="square")
    with pytest.raises(BadRequest, match="mp4"):
        export(project, "otio", variant="vertical")


def test_no_variant_leaves_the_exports_folder(project: Project) -> None:
    project.edit([EditVariant(variant="a_b", aspect="1:1")])
    path = export(project, "mp4", variant="a_b")
    assert path.parent == project.folder / "exports"
    assert isinstance(path, Path)
