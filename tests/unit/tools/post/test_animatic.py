"""A board held in the film's own profile: exact in length, made without encoding every frame."""

from pathlib import Path

import numpy as np
import pytest

from memory.errors import MakerFailed
from tests.unit.tools.post.clips import SMALL, pictures, starts
from tools.animatic import board_clip, board_frame, labelled
from tools.encode import Profile, profile_stamp, read_frames
from tools.ffmpeg import probe


@pytest.fixture
def board(tmp_path: Path) -> Path:
    import cv2

    path = tmp_path / "board.png"
    cv2.imwrite(str(path), np.full((90, 160, 3), (40, 90, 200), np.uint8))
    return path


@pytest.mark.parametrize("frames", [1, 12, 25, 60, 131])
def test_a_board_lasts_as_long_as_its_shot(tmp_path: Path, board: Path, frames: int) -> None:
    clip = board_clip(board, frames, SMALL, tmp_path / "a.mp4")
    found = probe(clip)
    assert (found.frames, found.stamp) == (frames, profile_stamp(SMALL))
    assert starts(clip) == [512 * frame for frame in range(frames)]


def test_a_board_keeps_its_colours(tmp_path: Path, board: Path) -> None:
    """BT.709, limited range: luma of this orange, worked out by hand, is 107."""
    clip = board_clip(board, 30, SMALL, tmp_path / "a.mp4")
    frame = next(read_frames(clip, SMALL))
    red, green, blue = 200, 90, 40
    luma = 16 + (0.2126 * red + 0.7152 * green + 0.0722 * blue) * 219 / 255
    assert abs(float(frame[:72].mean()) - luma) < 1.5
    u, v = frame[72:].reshape(2, 36, 64).mean(axis=(1, 2))
    assert u < 110
    assert v > 150


def test_a_board_of_another_shape_is_letterboxed(tmp_path: Path, board: Path) -> None:
    frame = board_frame(board, Profile(128, 128))
    assert frame[:20].max() == 16
    assert frame[60:68, 10:118].min() > 90


def test_a_label_stands_in_the_corner(board: Path) -> None:
    profile = Profile(320, 180)
    plain = board_frame(board, profile)
    marked = labelled(plain, "4", profile)
    changed = np.argwhere(plain[:180] != marked[:180])
    assert changed.size
    assert changed[:, 0].min() > 140
    assert changed[:, 1].max() < 60


def test_the_whole_clip_shows_one_picture(tmp_path: Path, board: Path) -> None:
    clip = board_clip(board, 40, SMALL, tmp_path / "a.mp4")
    frames = [frame.astype(int) for frame in read_frames(clip, SMALL)]
    assert max(int(np.abs(frame - frames[0]).max()) for frame in frames) <= 2
    assert len(pictures(clip)) == 40


def test_a_board_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    note = tmp_path / "board.png"
    note.write_text("not a picture")
    with pytest.raises(MakerFailed) as refused:
        board_clip(note, 24, SMALL, tmp_path / "a.mp4")
    assert refused.value.hint
