"""Who sits, and whether they sit down or sit already. Knows words, no camera and no paper."""

from __future__ import annotations

import re
from dataclasses import replace

from memory.vocabulary import Size
from tools.theatre.beats import DOWN, GOING, Part
from tools.theatre.cast.actions import action_of
from tools.theatre.cast.idioms import plain

SITTING = re.compile(r"\b(sit|sits|sitting|seated|sat|seat)\b", re.IGNORECASE)
UPRIGHT = re.compile(
    r"\b(?:stands?|rises?|gets up|standing)\b|\b(?:not|n['’]t|never) sit\b", re.IGNORECASE
)
CLOSE = (Size.MCU, Size.CU, Size.BCU, Size.ECU)


def said_to_sit(text: str) -> bool:
    """Whether the action lines of a scene sit anybody down."""
    return SITTING.search(plain(text)) is not None


def refuses(name: str, text: str) -> bool:
    """Whether words say that someone will not sit."""
    first = re.escape(name.split(maxsplit=1)[0]) if name.split() else "nobody"
    said = rf"\b{first}\b[^.;!?]{{0,30}}?\b(?:not|n['’]t|never|no longer)\b[^.;!?]{{0,12}}?\bsit"
    return re.search(said, text, re.IGNORECASE) is not None


def settled(part: Part, size: Size, *, here: bool) -> Part:
    """The part without sitting down where they sit already.

    Whoever the scene has seated need not sit down again; a close shot has no room for it.
    """
    order = [action_of(text)[0] for _, _, text in part.beats]
    if "sit" not in order or "rise" in order or any(action in GOING for action in order):
        return part
    close = size in CLOSE
    if not close and (not here or DOWN.search(part.words)):
        return part
    kept = tuple(beat for beat in part.beats if action_of(beat[2])[0] != "sit")
    return replace(part, beats=kept, sits=True)


def sits_at_first(here: bool, part: Part, *, moves: bool) -> bool:
    """Whether someone sits when the shot begins."""
    order = [a for _, _, text in part.beats if (a := action_of(text)[0]) in ("sit", "rise")]
    if order:
        return order[0] == "rise"
    if part.sits or action_of(part.base)[0] == "sit":
        return True
    upright = UPRIGHT.search(part.words)
    return here and not moves and upright is None
