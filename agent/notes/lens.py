"""Notes on lens and focus."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, each, rule
from agent.notes.reading import Finding
from memory.change import Reframe
from memory.film import Shot

LENSES = (14, 18, 21, 24, 28, 32, 35, 40, 50, 65, 75, 85, 100, 135, 180, 200)


LONG_LENS = 85


WIDE_LENS = 24


@rule(
    r"\b(?:on|use|with|to|try|at|make it)(?: an?| the)? (\d{2,3}) ?(?:mm|"
    r"mil(?:limet\w+)?)?(?: lens)?(?: please)?$|\b(?:use|try|with|put|"
    r"shoot \w+ \w+ on) an? (\d{2,3})\b(?! seconds| frames| shot)|"
    r"\b(\d{1,3}) ?mm\b|\b(\d{2,3}) lens\b",
    rank=46,
    lever=True,
)
def lens_exact(clause: Clause) -> Finding | None:
    """A lens by its millimetres: "shoot 5 on a 24"."""
    number = next(g for g in clause.match.groups() if g)
    said = clause.match[0]
    named = re.search(r"mm|mil|lens", said) or re.search(r"\b(?:on|use|try|with|put) an? \d", said)
    if not named or not 8 <= int(number) <= 1200:
        return None
    text = clause.text.replace(said, " ")
    found = Clause(clause.note, text, clause.situation, clause.inherited).reference
    return each(clause, f"use a {number} on", lambda s: _lens(s, int(number)), reference=found)


def _lens(shot: Shot, mm: int) -> Reframe | None:
    return None if shot.lens_mm == mm else Reframe(shot=shot.id, lens_mm=mm)


@rule(
    r"\b(?:longer|long|telephoto|tele|tighter|portrait) lens(?:es)?\b|\b(?:wide|"
    r"wider|short|shorter|wide-angle|wide angle|ultra-?wide)[- ]lens(?:es)?\b|"
    r"\bwide[- ]angle\b|\bfish-?eye\b|\bmacro lens\b|\bcompress\b|\bultra-?wide\b|"
    r"\btelephoto\b",
    rank=46,
    lever=True,
)
def lens_kind(clause: Clause) -> Finding | None:
    """A long or a wide lens."""
    if clause.has(r"\bfish-?eye\b"):
        return each(clause, "use a fisheye on", lambda s: _lens(s, 10))
    if clause.has(r"\bmacro\b"):
        return each(clause, "use a macro on", lambda s: _lens(s, 100))
    wide = clause.has(r"wide|short") and not clause.has(r"\blong|tele|compress")

    def changed(shot: Shot) -> Reframe | None:
        return _lens(shot, _wide(shot.lens_mm) if wide else _long(shot.lens_mm))

    return each(clause, "change the lens of", changed)


def _long(mm: int) -> int:
    return max(LONG_LENS, next((lens for lens in LENSES if lens >= mm * 1.5), mm + 50))


def _wide(mm: int) -> int:
    return min(WIDE_LENS, next((lens for lens in reversed(LENSES) if lens <= mm / 1.4), 14))


@rule(
    r"\bshallow(?:er)? (?:focus|depth)|\bshallow(?:er)?\b.*\bdepth of field|"
    r"\bdeep(?:er)? focus\b|\bblur(?:ry|red)? (?:the )?background\b|\bbokeh\b|"
    r"\bsoft(?:er)? background\b|\bbackground (?:soft|blurred|out of focus)\b|"
    r"\beverything (?:in focus|sharp)\b|\bfocus on\b|\bsharp on\b|\bin focus\b|"
    r"\bout of focus\b|\b(?:keep|put|get|have|hold|make) [\w' -]+ (?:sharp|crisp)\b",
    rank=43,
)
def focus(clause: Clause) -> Finding | None:
    """Shallow, deep, or on a thing."""
    if clause.has(r"\brack\b|\bpull focus\b|\bshift focus\b"):
        return None
    if clause.has(r"\bdeep|everything (?:in focus|sharp)"):
        return each(clause, "deepen the focus of", lambda s: Reframe(shot=s.id, focus="deep"))
    if clause.has(r"shallow|blur|bokeh|soft|out of focus"):
        return each(
            clause, "make the focus shallow in", lambda s: Reframe(shot=s.id, focus="shallow")
        )
    found = re.search(
        r"\b(?:focus|sharp) on (?:the |an? )?([\w' -]+?)(?: in (?:shot )?\d+| in focus|$)",
        clause.text,
    )
    found = found or re.search(
        r"\b(?:keep|put|get|have|hold|make) (?:the )?([\w' -]+?) (?:in focus|sharp|crisp)\b",
        clause.text,
    )
    if not found or re.fullmatch(r"(?:shot )?\d+", found[1]):
        return None
    return each(clause, "focus", lambda s: Reframe(shot=s.id, focus=clause.original(found[1])))
