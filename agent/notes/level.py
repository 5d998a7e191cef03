"""How much louder or quieter the words ask for, in decibels."""

from __future__ import annotations

import re

MUSIC_STEP_DB = 4.0


LOUDER = (
    r"\b(?:louder|turn(?: \w+){0,3} up|more|raise|up|boost|higher|can't hear|"
    r"cannot hear|can hardly hear|too (?:quiet|soft|low)|bring up|push)\b"
)


QUIETER = (
    r"\b(?:quieter|softer|lower|turn(?: \w+){0,3} down|less|reduce|down|duck|too loud|"
    r"drowns?|overpower\w*|bring down|pull back|subtler|calm down|tone down)\b"
)


def level(text: str, step: float) -> float | None:
    """The change of level in dB that the words ask for; None when they ask for none."""
    exact = re.search(r"([+-]?)(\d+(?:\.\d+)?) ?db\b", text)
    quiet = re.search(QUIETER, text) is not None
    loud = re.search(LOUDER, text) is not None and not re.search(r"\btoo loud\b", text)
    if exact:
        return float(exact[2]) * (-1 if exact[1] == "-" or (quiet and exact[1] != "+") else 1)
    if not (quiet or loud):
        return None
    from agent.notes.lexicon import amount

    return step * amount(re.sub(r"\bpush\b", "", text)) * (-1 if quiet else 1)
