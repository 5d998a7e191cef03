r"""Marks inside a screenplay's words: emphasis, notes, struck text. Knows no elements and no files.

*italic*  **bold**  ***both***  _underlined_  \* a star itself  [[a note]]  /* struck */
Emphasis ends on its line; a note ends before a blank line; an unclosed mark is only its letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

Style: TypeAlias = Literal["bold", "italic", "underline"]

_LONGEST = 600
"""Letters of one emphasis; beyond it the mark is taken for its letters."""

_STAR = re.compile(rf"(?<![\\*])(\*{{1,3}})(?![\s*])(.{{1,{_LONGEST}}}?)(?<![\s\\*])\1(?!\*)")
_LINE = re.compile(rf"(?<![\\\w])_(?![\s_])(.{{1,{_LONGEST}}}?)(?<![\s\\])_(?!\w)")
_ESCAPED = re.compile(r"\\([\\*_\[\]/~>!@#=.(^])")
_SPECIAL = re.compile(r"([\\*_]|\[(?=\[)|/(?=\*))")
_BLANK = re.compile(r"\n[ \t]?\n")
_STARS: dict[str, frozenset[Style]] = {
    "*": frozenset({"italic"}),
    "**": frozenset({"bold"}),
    "***": frozenset({"bold", "italic"}),
}


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one style, as they are read."""

    text: str
    styles: frozenset[Style] = frozenset()


@dataclass(frozen=True, slots=True)
class Lifted:
    """A note or struck text inside words: what is in it, and where it stands (start, stop)."""

    kind: Literal["note", "boneyard"]
    text: str
    start: int
    stop: int


def lifted(text: str) -> Iterator[Lifted]:
    """The notes and struck passages of a text, in order; time grows with its length only."""
    at = 0
    ends = {"[[": -2, "/*": -2}
    opening = re.compile(r"\[\[|/\*")
    while match := opening.search(text, at):
        mark = match.group()
        at = match.end()
        if -1 < ends[mark] < at or ends[mark] == -2:
            ends[mark] = text.find("]]" if mark == "[[" else "*/", at)
        stop = ends[mark]
        if stop < 0 or (mark == "[[" and _BLANK.search(text, at, stop)):
            continue
        kind: Literal["note", "boneyard"] = "note" if mark == "[[" else "boneyard"
        yield Lifted(kind, text[at:stop], match.start(), stop + 2)
        at = stop + 2


def parted(text: str) -> tuple[str, tuple[Lifted, ...]]:
    """The words without what is lifted, and what was lifted."""
    found = tuple(lifted(text))
    out, at = [], 0
    for one in found:
        out.append(text[at : one.start])
        at = one.stop
    return "".join([*out, text[at:]]), found


def lines_of(text: str) -> list[str]:
    """The lines of a text; a note over several lines parts none."""
    breaks = [match.start() for match in re.finditer("\n", text)]
    for one in lifted(text) if breaks else ():
        breaks = [at for at in breaks if not one.start <= at < one.stop]
    edges = [-1, *breaks, len(text)]
    return [text[a + 1 : b] for a, b in pairwise(edges)]


def runs(text: str) -> tuple[Run, ...]:
    """The words in runs of one style, escapes resolved."""
    out: list[Run] = []
    for number, line in enumerate(text.split("\n")):
        pieces = [*([Run("\n")] if number else []), *_runs(line, frozenset())]
        for run in pieces:
            if out and out[-1].styles == run.styles:
                out[-1] = Run(out[-1].text + run.text, run.styles)
            else:
                out.append(run)
    return tuple(run for run in out if run.text)


def _runs(line: str, styles: frozenset[Style]) -> Iterator[Run]:
    at = 0
    while match := _first(line, at):
        yield Run(_literal(line[at : match.start()]), styles)
        star = match.re is _STAR
        inner: frozenset[Style] = _STARS[match.group(1)] if star else frozenset({"underline"})
        yield from _runs(match.group(2 if star else 1), styles | inner)
        at = match.end()
    yield Run(_literal(line[at:]), styles)


def _first(line: str, at: int) -> re.Match[str] | None:
    star = _STAR.search(line, at) if "*" in line else None
    under = _LINE.search(line, at) if "_" in line else None
    if star and under:
        return min(star, under, key=lambda match: match.start())
    return star or under


def _literal(text: str) -> str:
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def marked(styled: Iterable[Run]) -> str:
    """Words with their emphasis written as marks; the inverse of `runs`."""
    return "".join(_written(run) for run in styled)


def _written(run: Run) -> str:
    return "\n".join(_line(line, run.styles) for line in run.text.split("\n"))


def _line(line: str, styles: frozenset[Style]) -> str:
    words = line.strip()
    if not words or not styles:
        return escaped(line)
    head = line[: len(line) - len(line.lstrip())]
    stars = {"bold": "**", "italic": "*"}
    star = "".join(stars[s] for s in ("bold", "italic") if s in styles)
    under = "_" if "underline" in styles else ""
    inner = f"{under}{star}{escaped(words)}{star}{under}"
    return f"{head}{inner}{line[len(head) + len(words) :]}"


def escaped(text: str) -> str:
    """Words whose stars, low lines and brackets are to be read as letters."""
    return _SPECIAL.sub(r"\\\1", text)


def plain(text: str) -> str:
    """The words alone: no emphasis, no notes, nothing struck."""
    words, _ = parted(text)
    return "".join(run.text for run in runs(words)) if re.search(r"[\\*_]", words) else words
