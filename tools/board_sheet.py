"""The storyboard as printed pages: six or nine panels each, and the contact sheet of all shots.

Knows no project: it is given panels, pictures and what stands at the head of a page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tools.lettering import SANS, SERIF, width_of
from tools.pages import ACCENT, INK, LEADING, LONG, QUIET, RULE, SHORT, Page, Picture, Type
from tools.panels import OMITTED, Panel

EDGE = 84
GAP = 44
HEAD = 118
FOOT = 64
LAYOUTS = {6: (3, 2), 9: (3, 3)}
"""Columns and rows of a page, by how many panels it takes."""

NUMBER = Type(38, INK, (SANS, SERIF))
SIZE = Type(30, ACCENT, (SANS, SERIF))
FACT = Type(21, QUIET, (SANS, SERIF))
BODY = Type(24, INK, (SERIF, SANS))
SPOKEN = Type(23, INK, (SANS, SERIF))
NOTE = Type(20, QUIET, (SANS, SERIF))
TITLE = Type(50, INK, (SERIF, SANS))
CREDIT = Type(22, QUIET, (SANS, SERIF))
WORDS = 176
"""Pixels kept for the words under a picture."""

NARROW = 520
"""A panel narrower than this has its lens and move in a line of their own."""

CLOSE, LABEL = 24, 54
"""Pixels between the pictures of a contact sheet, and under each."""

EMPTY = (228, 224, 217)


@dataclass(frozen=True, slots=True)
class Slate:
    """What stands at the head of every page; empty parts are left out."""

    title: str
    director: str = ""
    version: str = ""
    date: str = ""
    what: str = "Storyboard"


@dataclass(frozen=True, slots=True)
class Drawn:
    """The pictures of the panels, by shot id: BGR uint8, with their marks and paper or without.

    Attributes:
        aspect: width over height of what is delivered, for panels that have no picture yet.
    """

    pictures: Mapping[str, Picture] = field(default_factory=dict)
    aspect: float = 16 / 9


def board_pages(panels: Sequence[Panel], drawn: Drawn, slate: Slate, each: int = 6) -> list[Page]:
    """The storyboard's pages; at least one.

    Args:
        panels: in order.
        drawn: their pictures.
        slate: the head of the page.
        each: panels to a page, 6 (landscape) or 9 (upright).
    """
    columns, rows = LAYOUTS[each]
    size = (LONG, SHORT) if each == 6 else (SHORT, LONG)
    groups = [panels[k : k + each] for k in range(0, len(panels), each)] or [[]]
    pages = []
    for number, group in enumerate(groups, 1):
        page = Page(size)
        head(page, slate, _sequence(group), number, len(groups))
        wide = (size[0] - 2 * EDGE - (columns - 1) * GAP) // columns
        tall = (size[1] - EDGE - HEAD - FOOT - (rows - 1) * GAP) // rows
        for place, panel in enumerate(group):
            left = EDGE + (place % columns) * (wide + GAP)
            top = EDGE + HEAD - 40 + (place // columns) * (tall + GAP)
            _panel(page, panel, drawn, (left, top, left + wide, top + tall))
        pages.append(page)
    return pages


def head(page: Page, slate: Slate, sequence: str, number: int, count: int) -> None:
    """Title, sequence, director, version, date and page of a page."""
    right = page.width - EDGE
    taken = page.line((EDGE, 44), slate.title, TITLE, 0.55 * page.width)
    page.line((EDGE + taken + 26, 70), slate.what, CREDIT, 0.2 * page.width)
    page.line((EDGE, 106), sequence, CREDIT, 0.6 * page.width)
    facts = [f"Director {slate.director}" if slate.director else "", slate.version]
    page.right((right, 62), " · ".join(fact for fact in (*facts, slate.date) if fact), CREDIT,
               0.34 * page.width)  # fmt: skip
    page.right((right, 104), f"{number} / {count}", CREDIT, 200)
    page.rule(144, EDGE, right)


def _sequence(group: Sequence[Panel]) -> str:
    """The scenes of a page."""
    return "  ·  ".join(dict.fromkeys(panel.scene for panel in group if panel.scene))


def _panel(page: Page, panel: Panel, drawn: Drawn, box: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = box
    room = right - left
    below = _head_line(page, panel, (left, top), room)
    if drawn.aspect < 1:
        # An upright picture leaves room beside it, not under it.
        beside = left + round(0.54 * room)
        _picture(page, panel, drawn, (left, below, beside, bottom))
        _words(page, panel, (beside + 16, below + 8), right - beside - 16, bottom)
        return
    used = _picture(page, panel, drawn, (left, below, right, bottom - WORDS))
    _words(page, panel, (left, used + 10), room, bottom)


def _head_line(page: Page, panel: Panel, at: tuple[int, int], room: int) -> int:
    """Number and size before the picture; angle, lens and move after them; times at the right."""
    left, top = at
    if panel.size == OMITTED:
        page.line((left, top), panel.number, Type(38, QUIET), room)
        return top + 52
    taken = page.line((left, top), panel.number, NUMBER, room) + 16
    taken += page.line((left + taken, top + 6), panel.size, SIZE, room - taken) + 16
    times = f"{panel.length} · {panel.starts}"
    wide = width_of(times, FACT.size, FACT.faces)
    page.right((left + room, top + 14), times, FACT, room)
    facts = f"{panel.lens} · {panel.move}"
    if room < NARROW:
        page.line((left, top + 50), facts, FACT, room)
        return top + 86
    page.line((left + taken, top + 14), facts, FACT, max(0.0, room - taken - wide - 18))
    return top + 52


def _picture(page: Page, panel: Panel, drawn: Drawn, box: tuple[int, int, int, int]) -> int:
    """The panel's picture at the top of its box; the row under it."""
    left, top, right, bottom = box
    picture = drawn.pictures.get(panel.shot)
    aspect = picture.shape[1] / picture.shape[0] if picture is not None else drawn.aspect
    wide = min(right - left, (bottom - top) * aspect)
    tall = round(wide / aspect)
    indent = left + round((right - left - wide) / 2)
    if picture is not None:
        page.picture(picture, (indent, top, indent + round(wide), top + tall))
        return top + tall
    page.pen.rectangle((indent, top, indent + round(wide), top + tall), fill=EMPTY, outline=RULE)
    words = OMITTED if panel.size == OMITTED else "board to come"
    middle = indent + wide / 2 - width_of(words, SIZE.size, SIZE.faces) / 2
    page.line((middle, top + tall / 2 - 18), words, Type(30, QUIET), wide)
    return top + tall


def _words(page: Page, panel: Panel, at: tuple[int, int], room: int, bottom: int) -> None:
    """Action, lines, sound and transition, as far as the panel has room."""
    left, y = at[0], float(at[1])
    if panel.transition:
        y += page.block((left, y), f"→ {panel.transition}", Type(20, ACCENT), room, 1) + 2
    blocks = [(panel.action, BODY, 2), *((line, SPOKEN, 2) for line in panel.lines)]
    if panel.sound:
        blocks.append((panel.sound, NOTE, 1))
    for words, kind, most in blocks:
        lines = int((bottom - y) // (kind.size * LEADING))
        if words and lines > 0:
            y += page.block((left, y), words, kind, room, min(most, lines)) + 3


def contact_pages(panels: Sequence[Panel], drawn: Drawn, slate: Slate) -> list[Page]:
    """Every shot small, with its number and length: as large as one page allows, else on more."""
    shown = [panel for panel in panels if panel.shot]
    grids = [_grid(columns, drawn.aspect) for columns in range(3, 10)]
    columns, rows = next((g for g in grids if g[0] * g[1] >= len(shown)), grids[4])
    wide = (LONG - 2 * EDGE - (columns - 1) * CLOSE) // columns
    tall = round(wide / drawn.aspect) + LABEL
    each = columns * rows
    groups = [shown[k : k + each] for k in range(0, len(shown), each)] or [[]]
    pages = []
    for number, group in enumerate(groups, 1):
        page = Page((LONG, SHORT))
        head(page, slate, f"{len(shown)} shots", number, len(groups))
        for place, panel in enumerate(group):
            left = EDGE + (place % columns) * (wide + CLOSE)
            top = EDGE + HEAD - 30 + (place // columns) * tall
            foot = _picture(page, panel, drawn, (left, top, left + wide, top + tall - LABEL))
            page.line((left, foot + 6), f"{panel.number}  {panel.size}", Type(22), wide)
            page.right((left + wide, foot + 7), panel.length, Type(20, QUIET), wide / 2)
        pages.append(page)
    return pages


def _grid(columns: int, aspect: float) -> tuple[int, int]:
    """Columns and rows of a contact sheet with so many columns."""
    wide = (LONG - 2 * EDGE - (columns - 1) * CLOSE) / columns
    return columns, max(1, int((SHORT - EDGE - HEAD - 20) // (wide / aspect + LABEL)))
