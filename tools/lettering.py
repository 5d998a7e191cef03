"""Words as pictures: cleaned, broken into lines, set in our own fonts. Knows no film and no time.

Fonts never come from the system first: the same words look the same everywhere. A character which
our fonts lack is looked for in the system's, and shows as a box where nobody has it; no string is
an error.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from PIL import ImageFont

FONTS = Path(__file__).parent / "fonts"
SERIF = FONTS / "EBGaramond-Medium.ttf"
SANS = FONTS / "NotoSans-Medium.ttf"
OTHER_SCRIPTS = (FONTS / "NotoSansHebrew-Medium.ttf", FONTS / "NotoSansArabic-Medium.ttf")
SYSTEM_FONTS = {
    "linux": ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts"),
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
    "win32": ("C:/Windows/Fonts",),
}
MOST_SYSTEM_FONTS = 400
LONGEST = 400
"""Characters; more than a title can show at any size."""
MOST_MARKS = 3
"""Accents kept on one letter; hostile text piles up hundreds."""
LINE_HEIGHT = 1.22
ELLIPSIS = "…"

Rgba = NDArray[np.uint8]
Colour = tuple[int, int, int]


def clean(text: str) -> str:
    """Words that can be set: no control or direction marks, no halves of characters.

    Line breaks stay. Piled-up accents are thinned out and the length is limited.
    """
    kept: list[str] = []
    marks = 0
    for raw in unicodedata.normalize("NFC", _whole(text))[: LONGEST * 4]:
        letter = _plain(raw)
        marks = marks + 1 if unicodedata.category(letter or " ") in ("Mn", "Me") else 0
        if letter and marks <= MOST_MARKS:
            kept.append(letter)
    lines = [" ".join(line.split()) for line in "".join(kept).split("\n")]
    return _shortened("\n".join(line for line in lines if line), LONGEST)


def _plain(letter: str) -> str:
    """A character as it may be set: itself, a space, a line break, or nothing."""
    if letter in "\n\u2028\u2029":
        return "\n"
    kind = unicodedata.category(letter)
    if kind == "Cc":
        return " "
    joiner = letter in "\u200c\u200d"  # these shape letters; other hidden marks only deceive
    return "" if kind in ("Cs", "Co", "Cn") or (kind == "Cf" and not joiner) else letter


def _whole(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")


def _shortened(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + ELLIPSIS


@lru_cache(maxsize=512)
def covered(path: Path) -> frozenset[int]:
    """The characters a font has; none for a file that is no usable font."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(path, lazy=True, fontNumber=0) as font:
            if "CBDT" in font or "sbix" in font:  # fixed-size colour pictures, not outlines
                return frozenset()
            return frozenset(font.getBestCmap() or ())
    except (TTLibError, OSError, AssertionError, KeyError, ValueError):
        return frozenset()


@lru_cache(maxsize=1024)
def system_face(letter: str) -> Path | None:
    """A font of the system that has a character which ours lack."""
    for place in SYSTEM_FONTS.get(sys.platform, ()):
        root = Path(place).expanduser()
        files = sorted(p for p in root.rglob("*") if p.suffix.lower() in (".ttf", ".otf", ".ttc"))
        for path in files[:MOST_SYSTEM_FONTS]:
            if ord(letter) in covered(path):
                return path
    return None


def face_for(letter: str, faces: Sequence[Path]) -> Path:
    """The first font that has a character; the last resort is the box of the plain one."""
    own = next((face for face in (*faces, *OTHER_SCRIPTS) if ord(letter) in covered(face)), None)
    return own or system_face(letter) or SANS


def runs(line: str, faces: Sequence[Path]) -> list[tuple[Path, str]]:
    """A line as stretches of one font each; spaces and accents stay with what they follow."""
    out: list[tuple[Path, str]] = []
    for letter in line:
        joins = letter.isspace() or unicodedata.combining(letter) or letter in "\u200c\u200d"
        face = out[-1][0] if out and joins else face_for(letter, faces)
        if out and out[-1][0] == face:
            out[-1] = (face, out[-1][1] + letter)
        else:
            out.append((face, letter))
    return out


@lru_cache(maxsize=64)
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(path), size)


def width_of(line: str, size: int, faces: Sequence[Path]) -> float:
    """Pixels a line takes."""
    return sum(_font(face, size).getlength(words) for face, words in runs(line, faces))


def wrap(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Lines that fit, broken at spaces where possible, inside a word where not."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in _pieces(paragraph.split(), fits):
            longer = f"{line} {word}" if line else word
            if line and not fits(longer):
                lines.append(line)
                longer = word
            line = longer
        if line:
            lines.append(line)
    return lines


def _pieces(words: Sequence[str], fits: Callable[[str], bool]) -> Iterator[str]:
    """Words, each cut into pieces that fit if it is too long as a whole."""
    for word in words:
        rest = word
        while not fits(rest) and len(rest) > 1:
            low, high = 1, len(rest)
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if fits(rest[:middle]) else (low, middle)
            yield rest[:low]
            rest = rest[low:]
        yield rest


@dataclass(frozen=True, slots=True)
class Setting:
    """How a block of words is set.

    Attributes:
        width: Pixels a line may take.
        largest, smallest: Font sizes tried, in pixels.
        lines: How many lines are allowed before a smaller size is tried.
        faces: Fonts in order of preference.
        colour: Of the letters, RGB.
    """

    width: int
    largest: int
    smallest: int
    lines: int = 2
    faces: tuple[Path, ...] = (SERIF, SANS)
    colour: Colour = (240, 232, 214)


def fitted(text: str, setting: Setting) -> tuple[list[str], int]:
    """The lines and the size (pixels) at which they fit; the rest is cut off with an ellipsis."""
    words = clean(text)
    size = setting.largest
    while True:
        lines = wrap(words, _fits(size, setting.width, setting))
        if len(lines) <= setting.lines:
            own_breaks = "\n" in words  # whoever broke the lines meant it
            return (lines if own_breaks else _balanced(lines, size, setting)), size
        if size <= setting.smallest:
            most = setting.lines + 2
            kept = lines[:most]
            if len(lines) > most:
                kept[-1] = kept[-1][:-1].rstrip() + ELLIPSIS
            return kept, size
        size = max(setting.smallest, int(size * 0.88))


def _fits(size: int, width: int, setting: Setting) -> Callable[[str], bool]:
    return lambda line: width_of(line, size, setting.faces) <= width


def _balanced(lines: list[str], size: int, setting: Setting) -> list[str]:
    """The same number of lines, about equally long: no last line of one word."""
    if len(lines) < 2:
        return lines
    low, high = 1, setting.width
    text = " ".join(lines)
    while high - low > 4:
        middle = (low + high) // 2
        tried = wrap(text, _fits(size, middle, setting))
        low, high = (low, middle) if len(tried) <= len(lines) else (middle, high)
    return wrap(text, _fits(size, high, setting))


def set_words(text: str, setting: Setting) -> Rgba:
    """A centred block of words: (rows, columns, 4) uint8, straight alpha, trimmed to its lines."""
    from PIL import Image, ImageDraw

    lines, size = fitted(text, setting)
    step = round(size * LINE_HEIGHT)
    widest = max((width_of(line, size, setting.faces) for line in lines), default=1)
    margin = size // 2
    canvas = Image.new("L", (round(widest) + 2 * margin, step * max(len(lines), 1) + margin), 0)
    pen = ImageDraw.Draw(canvas)
    for place, line in enumerate(lines):
        x = (canvas.width - width_of(line, size, setting.faces)) / 2
        baseline = margin // 2 + step * place + round(size * 0.92)
        for face, words in in_reading_order(line, setting.faces):
            font = _font(face, size)
            pen.text((x, baseline), words, fill=255, font=font, anchor="ls")
            x += font.getlength(words)
    alpha = np.asarray(canvas)
    out = np.empty((*alpha.shape, 4), np.uint8)
    out[..., :3] = setting.colour
    out[..., 3] = alpha
    return out


def in_reading_order(line: str, faces: Sequence[Path]) -> list[tuple[Path, str]]:
    """Runs from left to right as they are seen: reversed where a line begins right to left."""
    parts = runs(line, faces)
    strong = (kind for kind in map(unicodedata.bidirectional, line) if kind in ("L", "R", "AL"))
    return parts[::-1] if next(strong, "L") != "L" else parts
