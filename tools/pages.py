"""Printed pages: paper, words set in our fonts, pictures, and one PDF of them. Knows no film.

Any script is set with the fonts that have it; words that do not fit end with an ellipsis.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from memory.errors import MakerFailed
from tools.lettering import ELLIPSIS, SANS, SERIF, clean, in_reading_order, width_of, wrap

if TYPE_CHECKING:
    from PIL import Image, ImageFont

DOTS = 190
"""Per inch: A4 across is 2200 pixels."""

LONG, SHORT = 2200, 1556
PAPER = (250, 247, 243)
INK = (24, 30, 46)
QUIET = (112, 116, 128)
RULE = (205, 200, 192)
ACCENT = (176, 62, 32)
LEADING = 1.28
"""Height of a line in sizes of its letters."""

Rgb = tuple[int, int, int]
Picture = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Type:
    """How words look: size in pixels, colour, and the fonts in order of preference."""

    size: int = 26
    colour: Rgb = INK
    faces: tuple[Path, ...] = (SANS, SERIF)


@lru_cache(maxsize=64)
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(path), size)


class Page:
    """One sheet of paper to be filled."""

    def __init__(self, size: tuple[int, int]) -> None:
        from PIL import Image, ImageDraw

        self.image: Image.Image = Image.new("RGB", size, PAPER)
        self.pen = ImageDraw.Draw(self.image)
        self.width, self.height = size

    def line(self, at: tuple[float, float], words: str, kind: Type, room: float) -> float:
        """One line of words from `at` (left, top of the letters); the width it took."""
        shown = shortened(words, kind, room)
        x, baseline = at[0], at[1] + round(kind.size * 0.95)
        for face, piece in in_reading_order(shown, kind.faces):
            font = _font(face, kind.size)
            self.pen.text((x, baseline), piece, fill=kind.colour, font=font, anchor="ls")
            x += font.getlength(piece)
        return x - at[0]

    def right(self, at: tuple[float, float], words: str, kind: Type, room: float) -> None:
        """One line of words that ends at `at`."""
        shown = shortened(words, kind, room)
        self.line((at[0] - width_of(shown, kind.size, kind.faces), at[1]), shown, kind, room + 2)

    def block(
        self, at: tuple[float, float], words: str, kind: Type, room: float, most: int
    ) -> float:
        """Words in at most so many lines, the rest cut with an ellipsis; the height they took."""
        lines = broken(words, kind, room, most)
        for place, one in enumerate(lines):
            self.line((at[0], at[1] + place * kind.size * LEADING), one, kind, room + 2)
        return len(lines) * kind.size * LEADING

    def picture(self, picture: Picture, box: tuple[int, int, int, int]) -> None:
        """A BGR picture fitted into a box (left, top, right, bottom), centred."""
        from PIL import Image

        left, top, right, bottom = box
        height, width = picture.shape[:2]
        gain = min((right - left) / width, (bottom - top) / height)
        size = (max(1, round(width * gain)), max(1, round(height * gain)))
        shown = Image.fromarray(np.ascontiguousarray(picture[..., ::-1]))
        fitted = shown.resize(size, Image.Resampling.LANCZOS)
        place = (left + (right - left - size[0]) // 2, top + (bottom - top - size[1]) // 2)
        self.image.paste(fitted, place)

    def rule(self, top: float, left: float, right: float, thick: int = 2) -> None:
        """A thin level line."""
        self.pen.line((left, top, right, top), fill=RULE, width=thick)


def shortened(words: str, kind: Type, room: float) -> str:
    """One line of the words that fits, with an ellipsis where it was cut."""
    line = " ".join(clean(words).split())
    if width_of(line, kind.size, kind.faces) <= room:
        return line
    low, high = 0, len(line)
    while high - low > 1:
        middle = (low + high) // 2
        tried = line[:middle].rstrip() + ELLIPSIS
        low, high = (
            (middle, high) if width_of(tried, kind.size, kind.faces) <= room else (low, middle)
        )
    return line[:low].rstrip(" ,;:") + ELLIPSIS


def broken(words: str, kind: Type, room: float, most: int) -> list[str]:
    """The words in at most so many lines that fit; the last is cut with an ellipsis."""
    lines = wrap(clean(words), lambda line: width_of(line, kind.size, kind.faces) <= room)
    if len(lines) <= most:
        return lines
    kept = lines[:most]
    kept[-1] = shortened(f"{kept[-1]} {lines[most]}", kind, room)
    if not kept[-1].endswith(ELLIPSIS):
        kept[-1] = shortened(kept[-1] + " " + " ".join(lines[most:]), kind, room)
    return kept


def save(pages: Sequence[Page], pdf: Path) -> Path:
    """Write the pages as one PDF, and as PNGs into a folder beside it, named as it is.

    Raises:
        MakerFailed: the disk would not take them.
    """
    folder = pdf.with_suffix("") if pdf.suffix else pdf.with_name(f"{pdf.name}-pages")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("page-*.png"):
            old.unlink()
        for number, page in enumerate(pages, 1):
            page.image.save(folder / f"page-{number:02d}.png", optimize=False, compress_level=4)
        part = pdf.with_name(f".{pdf.name}.part")
        first, *rest = [page.image for page in pages]
        first.save(
            part, "PDF", save_all=True, append_images=rest, resolution=DOTS, quality=90
        )  # Pillow writes each page as one JPEG
        part.replace(pdf)
    except OSError as error:
        raise MakerFailed(
            f"The pages could not be written: {error.strerror}.", "Is there room on the disk?",
            maker="pages",
        ) from error  # fmt: skip
    return pdf
