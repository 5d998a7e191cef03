"""The example film from one command, measured on the file that plays: see benchmarks/film.py."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.film import figures, missed
from benchmarks.film_making import Making, make
from benchmarks.film_picture import SMALL, Picture, longest_still, watch, written_dark
from memory.project import Project
from tools.encode import Profile, black_frame, repeat, write_clip
from tools.export import export
from tools.stitch import Segment, stitch
from tools.timeline import Timeline, spoken

pytestmark = pytest.mark.e2e

EXAMPLE = Path(__file__).parents[2] / "examples" / "the_night_ferry.fountain"
SIZE = (320, 180)
GIBIBYTE = 2**30


@pytest.fixture(scope="module")
def making(tmp_path_factory: pytest.TempPathFactory) -> Making:
    home = tmp_path_factory.mktemp("quality") / "films"
    return make(["draft", str(EXAMPLE), "--yes"], home, f"{SIZE[0]}x{SIZE[1]}")


@pytest.fixture(scope="module")
def project(making: Making) -> Project:
    assert making.code == 0, making.told
    return Project(Path(making.answer["file"]).parents[2])


@pytest.fixture(scope="module")
def found(project: Project, making: Making) -> dict[str, Any]:
    return figures(project, Path(making.answer["file"]))


def test_the_film_is_all_that_a_first_film_has_to_be(found: dict[str, Any]) -> None:
    assert missed(found, SIZE) == []


def test_every_line_is_heard_and_someone_is_seen_to_say_it(
    found: dict[str, Any], project: Project
) -> None:
    cues = spoken(project.film)
    assert len(cues) >= 6
    assert [one["line"] for one in found["lines"]] == [cue.line.id for cue in cues]
    # In the mix each voice is found where it was written, under music, rain and all.
    assert min(one["found"] for one in found["lines"]) > 0.5
    assert len(found["mouths"]["each"]) >= 0.6 * len(cues)


def test_no_process_needs_a_gibibyte(making: Making) -> None:
    assert 0 < making.peak_bytes < GIBIBYTE, making.peak_name


def test_subtitles_say_every_line_inside_the_film(project: Project) -> None:
    text = export(project, "srt").read_text("utf-8")
    plain = " ".join(text.split())
    for cue in spoken(project.film):
        assert cue.line.line.split()[0] in plain
    assert text.count("-->") >= len(spoken(project.film))


def test_a_frozen_film_is_called_frozen(project: Project) -> None:
    frames = Timeline.of(project.film).total
    frozen = Picture(small=[np.zeros(SMALL[::-1], np.float32)] * frames)
    still, where = longest_still(project.film, frozen)
    assert still > 48
    assert where in project.film.order


def test_a_black_hole_is_seen(project: Project, making: Making, tmp_path: Path) -> None:
    profile, film = Profile(*SIZE), project.film
    hole = tmp_path / "hole.mp4"
    write_clip(repeat(black_frame(profile), 24), profile, hole)
    take = project.takes(film.order[1])[-1].made
    out = tmp_path / "film.mp4"
    parts = [Segment(project.vault.path(take.sha256)), Segment(hole)]
    stitch(parts, None, out, profile=profile, cache=tmp_path / "cache")
    bare = film.model_copy(update={"order": film.order[1:2]})
    seen = watch(out, bare, {})
    length = film.shots[film.order[1]].length
    assert seen.black == list(range(length, length + 24))
    middle = set(range(Timeline.of(film).total)) - written_dark(film)
    assert len(middle) > 0.7 * Timeline.of(film).total


def test_each_missed_aim_is_named(found: dict[str, Any]) -> None:
    wrong = {**found, "lufs": -20.0, "frames": 3, "black_unwritten": [7], "still_seconds": 2.5}
    words = " ".join(missed(wrong, SIZE))
    for part in ("LUFS", "length", "black frames [7]", "nothing moves for 2.5 s"):
        assert part in words


def test_the_example_takes_its_voices_from_the_cast(project: Project) -> None:
    film = project.film
    speakers = {cue.line.character for cue in spoken(film)}
    voices = {film.characters[who].voice.name for who in speakers}
    assert len(voices) == len(speakers)
    assert all(film.characters[who].locked for who in speakers)
