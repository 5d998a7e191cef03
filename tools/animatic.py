"""Animatic clips: a board held for the length of its shot, in the frozen profile. Knows no film.

A held picture need not be encoded frame by frame: one group of pictures is, and then it is repeated
by copy. A minute of boards takes about as long as a second of them.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from memory.errors import MakerRefused
from tools.encode import GOP, NEUTRAL, Frame, Profile, black_frame, repeat, to_i420, write_clip
from tools.lettering import SANS, SERIF, Setting, set_words
from tools.stitch import Segment, stitch

LABEL_HEIGHT = 26
"""Parts of the picture's height."""


def board_clip(board: Path, frames: int, profile: Profile, path: Path, label: str = "") -> Path:
    """A board as a clip `frames` long.

    Args:
        board: A PNG or JPEG; fitted in on black.
        frames: At least 1.
        profile: The film's size and rate.
        path: The MP4 to write; its folder exists.
        label: Small words in the corner, such as the shot's number; empty for none.

    Raises:
        MakerRefused: The board cannot be read.
        MakerFailed: The encoder failed or the disk is full.
    """
    picture = board_frame(board, profile)
    return still_clip(
        labelled(picture, label, profile) if label else picture, frames, profile, path
    )


def still_clip(picture: Frame, frames: int, profile: Profile, path: Path) -> Path:
    """One picture held for so many frames."""
    if frames <= 2 * GOP:
        write_clip(repeat(picture, frames), profile, path)
        return path
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        group, rest = Path(folder) / "group.mp4", Path(folder) / "rest.mp4"
        write_clip(repeat(picture, GOP), profile, group)
        segments = [Segment(group)] * (frames // GOP)
        if frames % GOP:
            write_clip(repeat(picture, frames % GOP), profile, rest)
            segments.append(Segment(rest))
        return stitch(segments, None, path, profile=profile, cache=Path(folder))


def board_frame(board: Path, profile: Profile) -> Frame:
    """A board fitted into the picture, centred on black, as I420."""
    import cv2

    data = np.frombuffer(board.read_bytes() if board.is_file() else b"", np.uint8)
    found: Any = cv2.imdecode(data, cv2.IMREAD_COLOR) if data.size else None
    if found is None:
        raise MakerRefused(
            f"The board {board.name!r} cannot be read.", "Draw it again.", maker="animatic"
        )
    scale = min(profile.width / found.shape[1], profile.height / found.shape[0])
    size = [max(2, round(side * scale)) for side in (found.shape[1], found.shape[0])]
    fit: NDArray[np.uint8] = cv2.resize(found, size, interpolation=cv2.INTER_AREA)
    sheet = np.zeros((profile.height, profile.width, 3), np.uint8)
    top, left = (profile.height - size[1]) // 2, (profile.width - size[0]) // 2
    sheet[top : top + size[1], left : left + size[0]] = fit[: profile.height, : profile.width]
    return to_i420(sheet)


def labelled(picture: Frame, label: str, profile: Profile) -> Frame:
    """The picture with small words in its lower left corner, on a darkened ground."""
    size = max(8, profile.height // LABEL_HEIGHT)
    words = set_words(label, Setting(profile.width // 2, size, size, 1, (SANS, SERIF)))
    alpha = words[: profile.height // 2, : profile.width // 2, 3].astype(np.float32) / 255
    rows, columns = alpha.shape
    out = picture.copy()
    margin = profile.height // 40
    corner = out[profile.height - rows - margin : profile.height - margin, margin:][:, :columns]
    dark = black_frame(profile)[0, 0] + (corner - 16.0) * 0.4
    corner[:] = np.round(dark + (225 - dark) * alpha)
    chroma = out[profile.height :].reshape(2, profile.height // 2, profile.width // 2)
    low = (profile.height - rows - margin) // 2
    chroma[:, low : low + rows // 2, margin // 2 : (margin + columns) // 2] = NEUTRAL
    return out
