"""The timeline for other editors, read back by the adapters that others use."""

from __future__ import annotations

from pathlib import Path

import opentimelineio as otio
import pytest

from memory.errors import NotReady
from memory.film import Film, Transition
from memory.project import Project
from memory.vocabulary import TransitionType
from tests.builders import a_film, a_project
from tools.encode import Profile, read_frames
from tools.export import export
from tools.interchange import HANDLE, started_at_one
from tools.takes import take_recipe
from tools.workshop import make_now


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Three short takes, the second entered by a dissolve, the third by a wipe."""
    film = a_film()
    for shot, kind in (("sh2", TransitionType.DISSOLVE), ("sh3", TransitionType.WIPE)):
        entered = film.shots[shot].model_copy(
            update={"transition_in": Transition(type=kind, frames=8)}
        )
        film = film.model_copy(update={"shots": {**film.shots, shot: entered}})
    project = a_project(tmp_path_factory.mktemp("home"), film)
    for shot in film.order:
        make_now(project, take_recipe(film, shot))
    return project


def clips(track: otio.schema.Track) -> list[otio.schema.Clip]:
    return list(track.find_clips())


def test_an_otio_holds_every_shot_its_handles_and_the_mix(project: Project) -> None:
    path = export(project, "otio")
    timeline = otio.adapters.read_from_file(str(path))
    picture, sound = timeline.tracks
    assert [c.name for c in clips(picture)] == ["SH010_t01", "SH020_t01", "SH030_t01"]
    assert [c.source_range.duration.value for c in clips(picture)] == [18, 18, 18]
    dissolves = [one for one in picture if isinstance(one, otio.schema.Transition)]
    assert [(d.in_offset.value, d.out_offset.value) for d in dissolves] == [(4, 4)]
    first = clips(picture)[0]
    assert first.source_range.start_time.value == HANDLE
    assert first.metadata["roughcut"]["shot"] == "sh1"
    media = path.parent / first.media_reference.target_url
    profile = Profile(160, 88, project.film.frame_rate)
    assert sum(1 for _ in read_frames(media, profile)) == 18 + 2 * HANDLE
    assert [c.name for c in clips(sound)] == ["MIX"]
    assert timeline.global_start_time.to_timecode() == "01:00:00:00"


@pytest.mark.parametrize("kind", ["xml", "fcpxml"])
def test_the_xmls_are_read_back_with_every_clip(project: Project, kind: str) -> None:
    path = export(project, kind)
    adapter = {"xml": "fcp_xml", "fcpxml": "fcpx_xml"}[kind]
    read = otio.adapters.read_from_string(path.read_text("utf-8"), adapter_name=adapter)
    names = {clip.name for clip in read.find_clips()}
    assert {"SH010_t01", "SH020_t01", "SH030_t01"} <= names


def test_an_edl_starts_at_one_hour_and_runs_on(project: Project) -> None:
    text = export(project, "edl").read_text("utf-8")
    read = otio.adapters.read_from_string(text, adapter_name="cmx_3600", rate=24)
    assert sum(c.source_range.duration.value for c in read.find_clips()) == 54
    assert "01:00:00:00 01:00:00:18" in text or "01:00:00:00 01:00:00:14" in text
    assert " 00:00:02:06" not in text


def test_only_events_are_moved() -> None:
    edl = "TITLE: 00:00:00:00\n001  X V C  00:00:01:00 00:00:02:00 00:00:00:00 00:00:01:00"
    moved = started_at_one(edl).splitlines()
    assert moved[0] == "TITLE: 00:00:00:00"
    assert moved[1].endswith("00:00:01:00 00:00:02:00 01:00:00:00 01:00:01:00")


def test_a_film_without_pictures_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NotReady, match="no picture"):
        export(a_project(tmp_path), "otio")
    with pytest.raises(NotReady, match="no script"):
        export(a_project(tmp_path / "empty", Film(id="empty")), "edl")
