"""Subtitles: spoken lines as captions one can read, and their files. Knows no film and no voice.

The house rules are those of the trade: at most two lines of 42 characters, at least five sixths of
a second, two frames between captions, none running into the next. All places are frames of the cut.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from tools.lettering import clean, wrap

LINE_CHARACTERS = 42
MOST_LINES = 2
SHORTEST = Fraction(5, 6)
"""Seconds; a shorter caption flashes."""
LONGEST = Fraction(7)
"""Seconds; a longer one is read twice."""
GAP_FRAMES = 2
LINGER = Fraction(1, 2)
"""Seconds a caption may stay after its words, where there is room."""
ENDS = ".!?…。！？"
PAUSES = ",;:–—،、，"


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A line as it is heard: from frame `start` of the cut, `frames` long."""

    text: str
    start: int
    frames: int


@dataclass(frozen=True, slots=True)
class Caption:
    """One caption: one or two lines of words, from `start` up to and without `stop`."""

    lines: tuple[str, ...]
    start: int
    stop: int


def cells(text: str) -> int:
    """How many character cells a text takes; Han and kana take two, accents none."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    accents = sum(unicodedata.combining(letter) > 0 for letter in text)
    return len(text) + wide - accents


def _fits(line: str) -> bool:
    return cells(line) <= LINE_CHARACTERS


def captions(spoken: Sequence[SpokenLine], rate: Fraction) -> list[Caption]:
    """The captions of a film, in order, none touching the next.

    Args:
        spoken: Lines in any order; two may overlap. Lines without words give nothing.
        rate: Frames a second.
    """
    parts: list[Caption] = []
    for line in sorted(spoken, key=lambda line: (line.start, line.frames)):
        parts += _split(line)
    return _timed(parts, rate)


def _split(line: SpokenLine) -> Iterator[Caption]:
    """One line as captions of at most two rows, each with its share of the time."""
    blocks = blocks_of(line.text)
    sizes = [sum(cells(row) for row in rows) for rows in blocks]
    total, passed = sum(sizes), 0
    for rows, size in zip(blocks, sizes, strict=True):
        start = line.start + line.frames * passed // total
        passed += size
        yield Caption(rows, start, max(start + 1, line.start + line.frames * passed // total))


def blocks_of(text: str) -> list[tuple[str, ...]]:
    """Words as blocks of at most two lines of 42 cells, broken where a speaker breathes."""
    words = _safe(text).replace("\n", " ").split()
    blocks: list[tuple[str, ...]] = []
    while words:
        most = _most(words)
        taken = _breathing(words, most) if most < len(words) else most
        blocks.append(_rows(" ".join(words[:taken])))
        words = words[taken:]
    return blocks


def _safe(text: str) -> str:
    """No marks that a player would take for orders: braces, tags, arrows; no endless words."""
    plain = clean(text).replace("-->", "→").translate(str.maketrans("{}<>\\&", "()‹›/＆"))
    return re.sub(rf"(\S{{{LINE_CHARACTERS // 2}}})(?=\S{{{LINE_CHARACTERS // 2}}})", r"\1 ", plain)


def _most(words: Sequence[str]) -> int:
    """How many of the words fit on two lines; at least one."""
    count = 1
    while count < len(words) and len(wrap(" ".join(words[: count + 1]), _fits)) <= MOST_LINES:
        count += 1
    return count


def _breathing(words: Sequence[str], most: int) -> int:
    """The last place up to `most`, and not before its half, where a speaker would breathe."""
    for marks in (ENDS, PAUSES):
        for count in range(most, most // 2, -1):
            if words[count - 1].rstrip("\"'”’)")[-1:] in tuple(marks):
                return count
    return most


def _rows(text: str) -> tuple[str, ...]:
    """One line if it fits, else two of about the same length, the upper one the shorter."""
    if _fits(text):
        return (text,)
    words = text.split()
    halves = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    fitting = [pair for pair in halves if all(map(_fits, pair))]
    if not fitting:
        return tuple(wrap(text, _fits)[:MOST_LINES])
    return min(fitting, key=lambda pair: (abs(cells(pair[0]) - cells(pair[1])), cells(pair[0])))


def _timed(parts: Sequence[Caption], rate: Fraction) -> list[Caption]:
    """Captions moved apart: in order, with a gap, as long as can be read where there is room."""
    shortest = -(-SHORTEST * rate // 1)
    ordered = _spread(parts, int(shortest))
    out = []
    for place, part in enumerate(ordered):
        room = ordered[place + 1].start - GAP_FRAMES if place + 1 < len(ordered) else None
        wanted = max(part.stop + int(LINGER * rate), part.start + int(shortest))
        wanted = min(wanted, max(part.stop, part.start + int(LONGEST * rate)))
        out.append(replace(part, stop=wanted if room is None else min(wanted, room)))
    return out


def _spread(parts: Sequence[Caption], shortest: int) -> list[Caption]:
    """Push a caption later where the one before could not be read; words may lag, never vanish."""
    out = list(parts[:1])
    for before, part in pairwise(parts):
        least = out[-1].start + min(shortest, max(1, before.stop - before.start)) + GAP_FRAMES
        start = max(part.start, least)
        out.append(replace(part, start=start, stop=max(part.stop, start + 1)))
    return out


def write_srt(cues: Sequence[Caption], rate: Fraction, path: Path) -> Path:
    """Write captions as SubRip (UTF-8)."""
    return _write(cues, rate, path, "srt")


def write_vtt(cues: Sequence[Caption], rate: Fraction, path: Path) -> Path:
    """Write captions as WebVTT."""
    return _write(cues, rate, path, "vtt")


def _write(cues: Sequence[Caption], rate: Fraction, path: Path, kind: str) -> Path:
    import pysubs2

    sheet = pysubs2.SSAFile()
    for cue in cues:
        start, stop = (round(frame * 1000 / rate) for frame in (cue.start, cue.stop))
        sheet.append(pysubs2.SSAEvent(start=start, end=stop, text=r"\N".join(cue.lines)))
    path.write_text(sheet.to_string(kind), "utf-8")
    return path
