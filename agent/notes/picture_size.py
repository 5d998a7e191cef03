"""Notes on the picture's size in pixels: a draft is finished at full size."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, rule
from agent.notes.reading import Finding, Kind, ask
from memory.change import EditFilm

SIZES = {"360p": (640, 360), "720p": (1280, 720), "1080p": (1920, 1080)}
"""Pixels by the name of their rows."""


@rule(r"\b\d{3,4} ?[x×] ?\d{3,4}\b|\b(?:360|720|1080)p\b|\bfull size\b", rank=18, whole=True)
def pixels(clause: Clause) -> Finding | None:
    """The picture's size: a draft is finished at full size, every shot made again from its spec."""
    told = re.search(r"\b(\d{3,4}) ?[x×] ?(\d{3,4})\b", clause.text)
    named = next((size for name, size in SIZES.items() if name in clause.text), SIZES["720p"])
    width, height = (int(told[1]), int(told[2])) if told else named
    if not (64 <= width <= 4096 and 64 <= height <= 4096) or width % 8 or height % 4:
        return ask("Which size? A width in eights and a height in fours, such as 1280x720.")
    if (width, height) == (clause.film.width, clause.film.height):
        return Finding(Kind.NOOP, say=f"The film is {width}x{height} already, so nothing moved.")
    return Finding(changes=(EditFilm(width=width, height=height),))
