"""Small pictures for the studio: boards made small and frames out of takes, kept in the cache.

Knows files named by content only.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

THUMB_WIDTH = 480
FRAME_WIDTH = 1280
QUALITY = 86


def still(cache: Path, source: Path, share: float = 0.4, width: int = THUMB_WIDTH) -> Path | None:
    """A JPEG of a picture or of one frame of a clip; None when it cannot be read.

    Args:
        cache: The project's cache folder.
        source: A picture or a clip of the vault, named by its content.
        share: Where in a clip, 0..1.
        width: Pixels; the height follows.
    """
    folder = cache / "stills"
    path = folder / f"{source.stem[:40]}-{round(share * 100)}-{width}.jpg"
    if path.is_file():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    return _write(source, share, width, path)


def board_still(
    cache: Path, source: Path, marks: Mapping[str, Any], width: int = THUMB_WIDTH
) -> Path | None:
    """A JPEG of a board with its arrows; the board itself stays as it is.

    Args:
        cache: The project's cache folder.
        source: The board, named by its content.
        marks: What its maker told of the arrows.
        width: Pixels of the picture without its margin.
    """
    told = hashlib.sha256(json.dumps(marks, sort_keys=True).encode()).hexdigest()[:10]
    path = cache / "stills" / f"{source.stem[:40]}-{told}-{width}.jpg"
    if path.is_file():
        return path
    from tools.board_arrows import annotated
    from tools.board_marks import from_plain

    path.parent.mkdir(parents=True, exist_ok=True)
    return _write(source, 0.0, width, path, lambda picture: annotated(picture, from_plain(marks)))


def _write(
    source: Path,
    share: float,
    width: int,
    path: Path,
    over: Callable[[Any], Any] = lambda picture: picture,
) -> Path | None:
    import cv2

    picture = _picture(source, share)
    if picture is None:
        return None
    rows, columns = picture.shape[:2]
    if columns > width:
        size = (width, max(2, round(rows * width / columns)))
        picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    done, data = cv2.imencode(".jpg", over(picture), [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    if not done:
        return None
    part = path.with_suffix(".part")
    part.write_bytes(data.tobytes())
    part.replace(path)
    return path


def _picture(source: Path, share: float):  # type: ignore[no-untyped-def]  # an array of cv2's
    import cv2

    if source.suffix in {".jpg", ".jpeg", ".png"}:
        return cv2.imread(str(source))
    clip = cv2.VideoCapture(str(source))
    try:
        frames = int(clip.get(cv2.CAP_PROP_FRAME_COUNT))
        clip.set(cv2.CAP_PROP_POS_FRAMES, max(0, round((frames - 1) * share)))
        read, picture = clip.read()
        return picture if read else None
    finally:
        clip.release()
