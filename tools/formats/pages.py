"""A screenplay copied out of a PDF: page numbers, margins and broken lines, brought into Fountain.

What a line is follows from its indent where indents came along, else from capitals and from what
stands before it. Knows pages, no shots.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from tools.formats.decoding import clean
from tools.formats.fountain_lines import is_cue, is_transition
from tools.formats.slug import is_slug

_NUMBERED = re.compile(
    r"^(?P<left>\d{1,4}[A-Z]{0,2})[.)]?\s+(?P<slug>\S.*?)(?:\s{2,}(?P=left)[.)]?)?$"
)
_PAGE = re.compile(
    r"^(?:page\s+)?\d{1,4}\s*[A-Z]?\.?$|^-\s*\d{1,4}\s*-$|^\d{1,3} of \d{1,3}$", re.I
)
_CARRY = re.compile(
    r"^\(?(?:CONTINUED|MORE|CONT['’]?D)\)?:?\s*(?:\(\d+\))?\.?$|^(?:\d+\w?\s+)?CONTINUED:?\s*(?:\(\d+\))?(?:\s+\d+\w?)?$"
)
_INSIDE = re.compile(r"^[(（].*")
CUE_DEPTH = 8
"""Columns a cue stands to the right of action."""

SPEECH_DEPTH = 5
"""Columns a speech stands to the right of action."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with its indent in columns."""

    words: str
    indent: int
    after_blank: bool


def looks_like_pages(text: str) -> bool:
    """True for text with headings or cues that carries the marks of a printed page.

    Cues indented well past the action, page numbers and (MORE) between lines, scene numbers at
    both margins, or headings and cues with no empty lines around them.
    """
    rows = _rows(text)
    slugs = [at for at, row in enumerate(rows) if is_slug(_slug(row.words)[0])]
    if not slugs:
        return False
    left = _action_column(rows)
    deep = sum(row.indent >= left + CUE_DEPTH and is_cue(row.words) for row in rows)
    carried = sum(_is_furniture(line.strip()) for line in clean(text).split("\n") if line.strip())
    margins = sum(bool(_NUMBERED.match(rows[at].words)) for at in slugs)
    tight = sum(not rows[at].after_blank for at in slugs if at)
    dense = sum(
        not row.after_blank and is_cue(row.words) and not is_slug(row.words) for row in rows
    )
    return deep >= 2 or carried >= 2 or margins >= 1 or (tight >= 1 and dense >= 1)


def from_pages(text: str) -> str:
    """Fountain text of what was copied from a printed screenplay."""
    rows = _rows(text)
    left = _action_column(rows)
    has_depth = sum(r.indent >= left + SPEECH_DEPTH for r in rows) >= max(2, len(rows) // 8)
    blocks = _by_depth(rows, left) if has_depth else _by_order(rows)
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"


def _rows(text: str) -> list[_Row]:
    """The lines that are the film's: no page numbers, no (MORE), no CONTINUED."""
    lines = [line.expandtabs(8).rstrip() for line in clean(text).split("\n")]
    lines = _single_spaced(lines)
    rows: list[_Row] = []
    blank, seam = True, False
    for line in lines:
        words = line.strip()
        if not words or _is_furniture(words):
            seam = seam or bool(words)
            blank = True
            continue
        broken = seam and rows and not rows[-1].words.endswith((".", "!", "?", ":", ")", '"', "”"))
        opens = blank and not (broken and words[:1].islower())
        indent, numbered = len(line) - len(line.lstrip()), _NUMBERED.match(words)
        if numbered and is_slug(numbered.group("slug")):
            rows.append(_Row(words, indent + numbered.start("slug"), opens))
        else:
            rows.append(_Row(" ".join(words.split()), indent, opens))
        blank, seam = False, False
    return rows


def _is_furniture(words: str) -> bool:
    return bool(_PAGE.match(words) or _CARRY.match(words))


def _single_spaced(lines: list[str]) -> list[str]:
    """Without the empty line after every line that some programs paste."""
    full = [at for at, line in enumerate(lines) if line.strip()]
    steps = Counter(min(3, after - before) for before, after in pairwise(full))
    close, paired, wide = steps[1], steps[2], steps[3]
    if not (paired > 8 * max(1, close) and wide >= max(3, paired // 8)):
        return lines
    out: list[str] = []
    for at, line in enumerate(lines):
        lone = not line.strip() and 0 < at < len(lines) - 1 and lines[at - 1].strip()
        if not (lone and lines[at + 1].strip()):
            out.append(line)
    return out


def _action_column(rows: list[_Row]) -> int:
    """The column that headings stand in, else the leftmost."""
    slugs = [row.indent for row in rows if is_slug(_slug(row.words)[0])]
    return min(slugs, default=min((row.indent for row in rows), default=0))


def _slug(words: str) -> tuple[str, str]:
    """A heading without the scene numbers of its margins, and the number."""
    match = _NUMBERED.match(words)
    if match and is_slug(match.group("slug")):
        return " ".join(match.group("slug").split()), match.group("left")
    return words, ""


def _heading(words: str) -> str:
    slug, number = _slug(words)
    return f"{slug} #{number}#" if number and not slug.endswith("#") else slug


def _by_depth(rows: list[_Row], left: int) -> list[str]:
    """Blocks of rows whose indents tell action, speech and cue apart."""
    blocks: list[str] = []
    speaking = False
    for row in rows:
        depth = row.indent - left
        if is_slug(_slug(row.words)[0]) and depth < CUE_DEPTH:
            blocks.append(_heading(row.words))
            speaking = False
        elif is_transition(row.words) and depth >= SPEECH_DEPTH:
            blocks.append(f"> {row.words}")
            speaking = False
        elif depth >= CUE_DEPTH and is_cue(row.words) and (row.after_blank or not speaking):
            _cue(blocks, row.words)
            speaking = True
        elif speaking and depth >= SPEECH_DEPTH - 2:
            blocks[-1] = _said(blocks[-1], row.words)
        else:
            _act(blocks, row, opens=row.after_blank or speaking)
            speaking = False
    return blocks


def _act(blocks: list[str], row: _Row, *, opens: bool) -> None:
    """Action: a paragraph of its own, or the next row of the last one."""
    if opens or not blocks or is_slug(blocks[-1]) or blocks[-1].startswith("> "):
        blocks.append(row.words)
    else:
        blocks[-1] = f"{blocks[-1]} {row.words}"


def _by_order(rows: list[_Row]) -> list[str]:
    """Blocks of rows without indents: a cue holds what follows until an empty line or another."""
    blocks: list[str] = []
    speaking = False
    for at, row in enumerate(rows):
        follows = at + 1 < len(rows) and not rows[at + 1].after_blank
        if is_slug(_slug(row.words)[0]):
            blocks.append(_heading(row.words))
            speaking = False
        elif is_transition(row.words):
            blocks.append(f"> {row.words}")
            speaking = False
        elif follows and is_cue(row.words) and _is_name(row.words):
            _cue(blocks, row.words)
            speaking = True
        elif speaking and not row.after_blank:
            blocks[-1] = _said(blocks[-1], row.words)
        else:
            _act(blocks, row, opens=row.after_blank or speaking)
            speaking = False
    return blocks


def _is_name(words: str) -> bool:
    return len(re.sub(r"\([^)]*\)", "", words).split()) <= 4


def _said(block: str, words: str) -> str:
    """A speech with the next row: broken lines are joined, parentheticals stand by themselves."""
    lines = block.split("\n")
    last = lines[-1]
    open_aside = _INSIDE.match(last) and not last.endswith((")", "）")) and len(lines) > 1
    starts = len(lines) == 1 or bool(_INSIDE.match(words)) or last.endswith((")", "）"))
    if open_aside or not starts:
        return f"{block} {words}"
    return f"{block}\n{words}"


def _cue(blocks: list[str], words: str) -> None:
    """A new speech; the same voice continued over a page goes on with its last one."""
    name = re.sub(r"\s*\(.*", "", words)
    last = blocks[-1].split("\n") if blocks else [""]
    if re.search(r"\(CONT", words) and len(last) > 1 and re.sub(r"\s*\(.*", "", last[0]) == name:
        return
    blocks.append(words)
