"""The wall follows the project, stills come out of clips, and a reading of them is kept."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from memory.film import Film, Location, Scene, Shot
from memory.project import Project
from tools.encode import Profile, repeat, to_i420, write_clip
from ui.studio_board import Wall, Wallpaper, wall
from ui.studio_stills import still


@pytest.fixture
def project(tmp_path: Path) -> Project:
    shots = {f"sh_{n}": Shot(id=f"sh_{n}", scene="sc_1", frames=24) for n in (1, 2)}
    film = Film(
        id="film",
        title="The Pier",
        locations={"pier": Location(id="pier", name="Pier")},
        scenes={"sc_1": Scene(id="sc_1", slug="EXT. PIER", location="pier")},
        order=tuple(shots),
        shots=shots,
    )
    return Project.create(tmp_path / "films", film, "the pier")


def clip(path: Path, light: int) -> Path:
    picture = np.full((72, 128, 3), light, np.uint8)
    from fractions import Fraction

    write_clip(repeat(to_i420(picture), 6), Profile(128, 72, Fraction(24)), path)
    return path


def record(project: Project, paper: Wallpaper, shot: str, kind: str, file: Path) -> str:
    recipe = (paper.boards if kind == "board" else paper.takes)[shot]
    sha256 = project.vault.put(file, file.suffix)
    project.record(recipe, sha256, 0.1)
    return sha256


def test_the_wall_follows_boards_and_takes(project: Project, tmp_path: Path) -> None:
    paper = Wallpaper()
    first = wall(project, paper)
    assert [card.badge for card in first.cards] == ["missing", "missing"]
    assert [card.start for card in first.cards] == [0.0, 1.0]
    board = tmp_path / "board.jpg"
    cv2.imwrite(str(board), np.full((72, 128, 3), 90, np.uint8))
    record(project, paper, "sh_1", "board", board)
    take = record(project, paper, "sh_2", "take", clip(tmp_path / "take.mp4", 120))
    shown = wall(project, paper)
    assert [card.badge for card in shown.cards] == ["board", "current"]
    assert shown.cards[1].picture == project.vault.path(take)
    assert shown.cards[1].take == "t1"
    assert shown.due == 1


def test_an_edit_makes_its_shot_stale_and_no_other(project: Project, tmp_path: Path) -> None:
    from memory.change import Retime

    paper = Wallpaper()
    paper.follow(project)
    for number, light in ((1, 60), (2, 120)):
        record(project, paper, f"sh_{number}", "take", clip(tmp_path / f"{number}.mp4", light))
    project.edit([Retime(shot="sh_2", frames=48)])
    assert [card.badge for card in wall(project, paper).cards] == ["current", "stale"]


def test_a_render_shows_its_share(project: Project) -> None:
    paper = Wallpaper()
    paper.follow(project)
    project.jobs.enqueue([paper.takes["sh_1"]])
    job = project.jobs.claim("w1")
    assert job is not None
    project.jobs.beat(job, 0.5)
    shown = wall(project, paper)
    assert shown.cards[0].badge == "rendering"
    assert shown.cards[0].share == 0.5
    assert shown.pending == 1


def test_a_still_of_a_clip_is_made_once(tmp_path: Path) -> None:
    source = clip(tmp_path / "abc.mp4", 200)
    picture = still(tmp_path / "cache", source, width=64)
    assert picture is not None
    shown = cv2.imread(str(picture))
    assert shown is not None
    assert shown.shape[1] == 64
    assert abs(float(shown.mean()) - 200) < 12
    made = picture.stat().st_mtime_ns
    assert still(tmp_path / "cache", source, width=64) == picture
    assert picture.stat().st_mtime_ns == made


def test_what_is_no_picture_is_none(tmp_path: Path) -> None:
    (tmp_path / "x.mp4").write_bytes(b"no clip")
    (tmp_path / "x.jpg").write_bytes(b"no picture")
    assert still(tmp_path / "cache", tmp_path / "x.mp4") is None
    assert still(tmp_path / "cache", tmp_path / "x.jpg") is None


def test_an_empty_wall_has_no_cards() -> None:
    assert Wall().cards == ()
