"""The supervisor's rules, and what is exported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from memory.change import Dress, Reframe, Retime
from memory.edit import apply, apply_all
from memory.errors import BadRequest, NotReady
from memory.film import Film
from memory.vocabulary import Route, Size
from tests.builders import a_project, reference_film
from tools.export import export, text_of
from tools.supervisor import findings


@pytest.fixture
def film() -> Film:
    return reference_film()


def rules(film: Film) -> set[tuple[str, tuple[str, ...]]]:
    return {(one.rule, one.shots) for one in findings(film)}


def test_a_line_that_is_cut_off_is_sure(film: Film) -> None:
    shorter = apply(film, Retime(shot="sh4", frames=24))
    found = [one for one in findings(shorter) if one.rule == "line-cut-off"]
    assert ("sh4",) in [one.shots for one in found]
    assert all(one.sure for one in found)
    assert "shot 4" in found[0].message


def test_a_speaker_out_of_frame_is_seen(film: Film) -> None:
    alone = apply(film, Reframe(shot="sh3", subjects=("mara",)))
    assert ("speaker-unseen", ("sh3",)) in rules(alone)


def test_a_vista_in_a_room_is_seen(film: Film) -> None:
    wide = apply(film, Reframe(shot="sh5", size=Size.EWS))
    assert ("no-room", ("sh5",)) in rules(wide)


def test_the_same_set_up_twice_jumps(film: Film) -> None:
    same = {"size": Size.CU, "composition": "centre", "subjects": ("mara",)}
    twice = apply_all(film, [Reframe(shot=s, **same) for s in ("sh3", "sh4")])  # type: ignore[arg-type]
    assert ("jump-cut", ("sh3", "sh4")) in rules(twice)


def test_a_route_nobody_makes_is_named(film: Film) -> None:
    asked = apply(film, Dress(shot="sh2", route=Route.HOSTED))
    assert ("route-missing", ("sh2",)) in rules(asked)
    assert not {rule for rule, _ in rules(film)} & {"route-missing"}


def test_a_finding_is_plain_data(film: Film) -> None:
    for one in findings(apply(film, Retime(shot="sh4", frames=24))):
        assert set(one.as_json()) == {"rule", "shots", "message", "sure", "mend"}


def test_the_document_and_the_subtitles_are_text(film: Film) -> None:
    assert json.loads(text_of(film, "json"))["film"]["title"] == "The Last Ferry"
    srt = text_of(film, "srt")
    assert "You're late." in srt
    assert "-->" in srt
    assert text_of(film, "vtt").startswith("WEBVTT")


def test_what_is_not_there_is_said(film: Film, tmp_path: Path) -> None:
    with pytest.raises(NotReady, match="screenplay"):
        text_of(film, "fountain")
    project = a_project(tmp_path, film)
    with pytest.raises(BadRequest, match="mp4"):
        export(project, "gif")
    with pytest.raises(NotReady):
        export(project, "mp4")


def test_an_export_lies_in_the_projects_own_folder(film: Film, tmp_path: Path) -> None:
    project = a_project(tmp_path, film)
    path = export(project, "srt")
    assert path.parent == project.folder / "exports"
    assert path.read_text("utf-8") == text_of(film, "srt")
