"""What the lips do during a line: neutral phonemes as fractions of its slot.

Knows no voice and no puppet.

The phonemes are those of the neutral voice of the language, so that a change of voice never re-
renders a picture.
"""

from __future__ import annotations

import re
from functools import lru_cache

from memory.errors import MakerFailed
from tools.theatre.spec import SpokenLine

Sound = tuple[str, float, float]

LETTERS = {
    "a": "a", "e": "e", "i": "i", "o": "o", "u": "u", "y": "i", "m": "m", "b": "b", "p": "p",
    "f": "f", "v": "v", "w": "w", "l": "l", "r": "r", "h": "h", "s": "s", "z": "z", "t": "t",
    "d": "d", "n": "n", "c": "k", "k": "k", "q": "k", "g": "g", "j": "j", "x": "s",
}  # fmt: skip
VOWELS = frozenset("aeiou")


def spoken(line: SpokenLine) -> tuple[int, int, tuple[Sound, ...]]:
    """(first frame, frames, ((ipa, start, end), ...)), times as fractions of the slot."""
    return (line.start, line.frames, _sounds(line.text, line.language))


@lru_cache(maxsize=512)
def _sounds(text: str, language: str) -> tuple[Sound, ...]:
    timed = _measured(text, language) or _guessed(text)
    total = sum(seconds for _, seconds in timed)
    sounds, at = [], 0.0
    for ipa, seconds in timed:
        sounds.append((ipa, round(at / total, 4), round((at + seconds) / total, 4)))
        at += seconds
    return tuple(sounds)


def _measured(text: str, language: str) -> list[tuple[str, float]]:
    """The speech engine's own times; empty where there is no engine or no such language."""
    from tools.sound.speech import phonemes

    try:
        return [(ipa, max(0.001, seconds)) for ipa, seconds in phonemes(text, language)]
    except MakerFailed:
        return []


def _guessed(text: str) -> list[tuple[str, float]]:
    """Letters as sounds: lips still move where no speech engine is installed."""
    timed: list[tuple[str, float]] = []
    for word in re.findall(r"\w+", text.lower()) or [""]:
        for letter in word:
            ipa = LETTERS.get(letter, "e")
            timed.append((ipa, 0.11 if ipa in VOWELS else 0.07))
        timed.append(("", 0.05))
    return timed
