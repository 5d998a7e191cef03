"""Words over a shot: laid in the cut over the take, read in the subtitles, no part of the take."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from memory.change import EditFilm
from memory.film import Film, Line, Scene, Shot
from memory.project import Project
from memory.reference import dump_reference, load_reference
from tools.assemble import assemble
from tools.encode import Profile, black_frame, read_frames, repeat, write_clip
from tools.export import subtitles_text
from tools.plan import plan
from tools.takes import take_recipe
from tools.timeline import supers

WORDS = "Close-up, 85 mm"


@pytest.fixture
def film() -> Film:
    shots = {
        "a": Shot(id="a", scene="s", frames=36),
        "b": Shot(id="b", scene="s", frames=48, overlays=(WORDS,)),
        "c": Shot(id="c", scene="s", frames=36),
    }
    scene = Scene(id="s", slug="EXT. PIER - DAY", location="pier")
    music = {"enabled": False}
    plain = Film(
        id="f", width=320, height=180, scenes={"s": scene}, shots=shots, order=("a", "b", "c")
    )
    return plain.model_copy(update={"music": plain.music.model_copy(update=music)})


def with_shot(film: Film, name: str, **changes: object) -> Film:
    shots = {**film.shots, name: film.shots[name].model_copy(update=changes)}
    return film.model_copy(update={"shots": shots})


def test_words_over_a_shot_are_no_part_of_its_take(film: Film) -> None:
    bare = with_shot(film, "b", overlays=())
    assert take_recipe(bare, "b").digest == take_recipe(film, "b").digest


def test_they_stand_inside_their_shot_and_share_its_time(film: Film) -> None:
    (one,) = supers(film)
    assert (one.start, one.start + one.frames) == (40, 80)
    both = supers(with_shot(film, "b", overlays=("one", " ", "two")))
    assert [(s.text, s.start, s.frames) for s in both] == [("one", 40, 20), ("two", 60, 20)]
    assert supers(with_shot(film, "b", frames=1))[0].frames == 1


def test_they_are_read_in_the_subtitles_where_nobody_speaks(film: Film) -> None:
    assert WORDS in subtitles_text(film)
    line = Line(id="l", character="ada", line="It is late.")
    spoken = subtitles_text(with_shot(film, "b", dialogue=(line,)))
    assert "It is late." in spoken
    assert WORDS not in spoken


def test_they_survive_the_readable_form(film: Film) -> None:
    again = load_reference(json.loads(json.dumps(dump_reference(film))))
    assert again.shots["b"].overlays == (WORDS,)


def test_the_cut_shows_them_and_leaves_the_other_shots_alone(film: Film, tmp_path: Path) -> None:
    project = Project.create(tmp_path, film, "supers")
    profile = Profile(film.width, film.height, film.frame_rate)
    for shot in film.order:
        clip = tmp_path / f"{shot}.mp4"
        length = film.shots[shot].length
        write_clip(repeat(black_frame(profile), length), profile, clip)
        project.record(
            take_recipe(film, shot), project.vault.put(clip, ".mp4"), 1.0, extra={"frames": length}
        )
    cut = assemble(project, sound="none")
    assert cut is not None
    frames = [f[:180].copy() for f in read_frames(Path(cut["file"]), profile)]
    assert len(frames) == 120
    lit = [bool((frame > 120).any()) for frame in frames]
    assert lit[44:76] == [True] * 32
    assert not any(lit[:40])
    assert not any(lit[80:])
    rows = np.nonzero((frames[60] > 120).any(1))[0]
    assert 0.75 * 180 < rows.min() < rows.max() < 0.9 * 180


def test_a_film_given_its_full_size_still_plays_its_small_takes(film: Film, tmp_path: Path) -> None:
    project = Project.create(tmp_path, film, "small")
    profile = Profile(film.width, film.height, film.frame_rate)
    for shot in film.order:
        clip = tmp_path / f"{shot}.mp4"
        length = film.shots[shot].length
        write_clip(repeat(black_frame(profile), length), profile, clip)
        project.record(
            take_recipe(film, shot), project.vault.put(clip, ".mp4"), 1.0, extra={"frames": length}
        )
    project.edit([EditFilm(width=640, height=360)])
    assert {one.take_standing.state for one in plan(project)} == {"stale"}
    cut = assemble(project, sound="none")
    assert cut is not None
    large = Profile(640, 360, film.frame_rate)
    assert len(list(read_frames(Path(cut["file"]), large))) == 120
