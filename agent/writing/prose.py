"""Writes what is seen and heard around the talk: openings, bridges, weather, the last image.

Present tense, and only what a camera and a microphone could take down. Knows no kinds of conflict.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random

from agent.writing.lexicon import rows_of
from agent.writing.phrase import fill, noun_facts
from agent.writing.places import SEALED, Place

LATER_TIME = {
    "DAWN": "MORNING", "MORNING": "NOON", "NOON": "AFTERNOON", "DAY": "EVENING",
    "AFTERNOON": "DUSK", "MAGIC HOUR": "DUSK", "SUNSET": "NIGHT", "DUSK": "NIGHT",
    "EVENING": "NIGHT", "NIGHT": "LATER", "MIDNIGHT": "LATER",
}  # fmt: skip

DARK = frozenset({"NIGHT", "MIDNIGHT", "EVENING", "DUSK", "LATER"})


def pieces_of(place: Place, dice: Random) -> dict[str, str]:
    """Two set pieces of a place as facts: {piece}, always its first, and {piece2}."""
    return {"piece": place.pieces[0], "piece2": dice.choice(place.pieces[1:])}


def pause(place: Place, facts: Mapping[str, str], dice: Random, used: set[str]) -> str:
    """A silence one can see, for between two exchanges."""
    side = "in" if place.inside else "out"
    fits = [row[1] for row in rows_of("pauses") if row[0] in {"any", side}]
    fresh = [line for line in fits if line not in used]
    line = dice.choice(fresh or fits)
    used.add(line)
    return fill(line, facts, dice)


def look_around(place: Place, weather: str, time: str, dice: Random, used: set[str]) -> str:
    """One or two sentences of a place nobody has seen yet: a detail, then sound or weather."""
    air = tuple(line for line in _weather(place, weather, time) if line not in used)
    first = [d for d in place.details if d not in used]
    second = [s for s in (*place.sounds, *air, *air) if s not in used]
    picked = [dice.choice(bank) for bank in (first or air, second) if bank]
    used.update(picked)
    return " ".join(dict.fromkeys(picked))


def _weather(place: Place, weather: str, time: str) -> tuple[str, ...]:
    sealed = place.name in SEALED or place.row in SEALED
    if sealed or (place.inside and not place.row and not place.details and place.near == ""):
        return ()
    inside = "in" if place.inside else "out"
    rows = [row for row in rows_of("weather") if row[:2] == (weather, inside)]
    return tuple(row[2] for row in rows if len(row) == 3 or time not in DARK)


def dressing(extras: tuple[str, ...], inside: bool, facts: Mapping[str, str], dice: Random) -> str:
    """The idea's further nouns, seen in passing: one sentence for the first two of them."""
    side = "in" if inside else "out"
    rows = [row[1] for row in rows_of("dressing") if row[0] in {"any", side}]
    told = [
        fill(line, {**facts, **noun_facts("extra", extra)}, dice)
        for line, extra in zip(dice.sample(rows, len(rows)), extras[:2], strict=False)
    ]
    return " ".join(told)


def bridge(where: str, place: Place, facts: Mapping[str, str], dice: Random, used: set[str]) -> str:
    """How a scene after the first begins."""
    side = "in" if place.inside else "out"
    where = "near" if where == "near" else "later"
    fits = [r[2] for r in rows_of("bridges") if r[0] == where and r[1] in {"any", side}]
    fresh = [line for line in fits if line not in used]
    line = dice.choice(fresh or fits)
    used.add(line)
    return fill(line, facts, dice)


def ending_said(text: str) -> str:
    """The sign of the ending a line asks for: "+", "-", or "" when it asks for none."""
    low = text.lower()
    if re.search(r"\b(apolog|reconcil|forgiv|happ(y|ily)|hug|heartfelt|make up|succe)", low):
        return "+"
    return (
        "-" if re.search(r"\b(tragic|in vain|fail|heartbreak|never return|too late)", low) else ""
    )


def image(inside: bool, ending: str, dice: Random) -> tuple[str, str]:
    """A picture planted at the start and the one that answers it; `ending` is "+", "-" or "~"."""
    side = "in" if inside else "out"
    fits = [row for row in rows_of("images") if row[0] in {"any", side}]
    row = dice.choice(fits)
    return row[1], row["+-~".index(ending) + 2]


def time_of(where: str, time: str, at: int) -> str:
    """The time in a later scene's heading."""
    if at == 0:
        return time
    return "CONTINUOUS" if where == "near" else LATER_TIME.get(time, "LATER")
