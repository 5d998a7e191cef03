"""Notes on speed: slow motion, twice the speed, a frozen frame. The length is another lever."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, clamp, each, rule
from agent.notes.reading import Finding
from agent.notes.reference import Reference
from agent.notes.time import seconds_said
from memory.change import Retime
from memory.film import Shot


@rule(r"\bfreeze\b", rank=25)
def freeze(clause: Clause) -> Finding | None:
    """Hold the last frame."""
    if clause.has(r"\b(?:no|remove|lose|without|unfreeze)\b"):
        return each(clause, "unfreeze", lambda s: Retime(shot=s.id, freeze=0) if s.freeze else None)
    frames = clause.frames(seconds_said(clause.text) or 1.0)
    text = re.sub(r"\b(?:on )?the (?:last|final|very last) (?:frame|image)\b", " ", clause.text)
    found = Clause(clause.note, text, clause.situation, clause.inherited).reference
    if not found.shots and clause.film.order:
        found = Reference(clause.film.order[-1:], explicit=True)
    return each(
        clause,
        "freeze",
        lambda s: Retime(shot=s.id, freeze=frames) if s.freeze != frames else None,
        reference=found,
    )


@rule(
    r"\bslow[- ]motion\b|\bslow it down to half\b|\b(?:half|double|twice|quarter|"
    r"normal|(\d+(?:\.\d+)?) ?(?:x|times|%|percent))[- ](?:the )?speed\b|"
    r"\bspeed (?:it |\w+ ?\d* )?up\b|\btwice as (?:fast|slow)\b|\bslow (?:it|"
    r"\w+ ?\d*|the (?:shot|action)) down\b|\bspeed ramp\b|\btime[- ]?lapse\b|"
    r"\bfast[- ](?:motion|forward)\b|\bundercrank\w*|\bovercrank\w*|\bin slow\b|"
    r"\bplay (?:it |\w+ ?\d* )?(?:slower|faster)\b|\breal[- ]?time\b",
    rank=34,
)
def speed(clause: Clause) -> Finding | None:
    """Slow motion, twice the speed, real time."""
    if clause.has(
        r"\b(?:music|tempo|move|camera|push|pan|zoom|voice|talk|speak|pace|scene|film|everything)\b"
    ):
        return None
    number = re.search(r"(\d+(?:\.\d+)?) ?(x|times|%|percent)", clause.text)
    factor = _factor(clause, number)

    def changed(shot: Shot) -> Retime | None:
        after = (
            clamp(factor, 0.1, 8)
            if factor
            else clamp(shot.speed * (1.25 if clause.has(r"up|fast") else 0.75), 0.1, 8)
        )
        return None if after == shot.speed else Retime(shot=shot.id, speed=after)

    return each(clause, "change the speed of", changed)


def _factor(clause: Clause, number: re.Match[str] | None) -> float:
    if number:
        value = float(number[1])
        if clause.has(r"\bby \d"):
            return (1 + value / 100) if clause.has(r"up|fast") else max(0.1, 1 - value / 100)
        return value / 100 if number[2] in {"%", "percent"} else value
    table = (
        (r"quarter", 0.25),
        (r"slow[- ]motion|half|overcrank|twice as slow|in slow", 0.5),
        (r"time[- ]?lapse", 8.0),
        (r"double|twice|fast[- ](?:motion|forward)|undercrank", 2.0),
        (r"normal|real[- ]?time", 1.0),
    )
    return next((value for words, value in table if clause.has(words)), 0.0)
