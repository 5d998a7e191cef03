"""What the lips do during a line: neutral phonemes and loudness, as fractions of its slot.

Knows no voice and no puppet.

Sounds and loudness are those of the neutral voice of the language, which is the same on every run,
so that a change of voice never re-renders a picture.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from memory.errors import MakerFailed
from memory.timing import SOUND_RATE
from tools.theatre.spec import SpokenLine

Sound = tuple[str, float, float]

LETTERS = {
    "a": "a", "e": "e", "i": "i", "o": "o", "u": "u", "y": "i", "m": "m", "b": "b", "p": "p",
    "f": "f", "v": "v", "w": "w", "l": "l", "r": "r", "h": "h", "s": "s", "z": "z", "t": "t",
    "d": "d", "n": "n", "c": "k", "k": "k", "q": "k", "g": "g", "j": "j", "x": "s",
}  # fmt: skip
VOWELS = frozenset("aeiou")

SLOWEST, FASTEST = 0.62, 1.6
"""Tempo within which a spoken line is fitted to its slot; beyond it the line ends early or is cut.

A line is first spoken slower or faster, then stretched, each by up to a quarter.
"""

STRONG = 0.92
"""Share of a line's frames that are less loud than a fully open mouth."""


PARTS = 100
"""Loudness readings a second of the neutral voice."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line's sounds: (ipa, start, end) in seconds; its loudness 0..1 over time; its length."""

    sounds: tuple[Sound, ...]
    envelope: tuple[float, ...]
    seconds: float


def spoken(line: SpokenLine, rate: float = 24.0) -> tuple[int, int, tuple[Sound, ...]]:
    """(first frame, frames, ((ipa, start, end), ...)), times as fractions of the slot.

    Args:
        line: what is said and when.
        rate: frames a second.
    """
    return (line.start, line.frames, _fitted(line.text, line.language, line.frames / rate))


def loudness(line: SpokenLine, rate: float = 24.0) -> tuple[float, ...]:
    """How loud the line is on each frame of its slot, 0..1; empty where no engine can tell."""
    said = _measured(line.text, line.language)
    if not said.envelope:
        return ()
    scale = _scale(said.seconds, line.frames / rate) * line.frames / rate
    marks = np.arange(line.frames + 1) / rate / scale * PARTS
    power = np.concatenate([[0.0], np.cumsum(np.square(said.envelope))])
    sums = np.interp(marks, np.arange(len(power)), power)
    means = np.sqrt(np.diff(sums) / max(float(marks[1]), 1e-6))
    loud = max(float(np.quantile(means, STRONG)), 1e-9)
    return tuple(round(float(min(1.0, mean / loud)), 3) for mean in means)


@lru_cache(maxsize=512)
def _fitted(text: str, language: str, slot: float) -> tuple[Sound, ...]:
    line = _measured(text, language)
    scale = _scale(line.seconds, slot)
    ends = [(ipa, min(1.0, a * scale), min(1.0, b * scale)) for ipa, a, b in line.sounds]
    return tuple((ipa, round(a, 4), round(b, 4)) for ipa, a, b in ends)


def _scale(seconds: float, slot: float) -> float:
    """What turns a line's own seconds into fractions of its slot."""
    slot = max(slot, 1e-3)
    tempo = max(SLOWEST, min(FASTEST, seconds / slot))
    return 1.0 / (tempo * slot)


@lru_cache(maxsize=512)
def _measured(text: str, language: str) -> Spoken:
    """The speech engine's own times and loudness; letters where there is no engine or tongue."""
    from tools.sound import speech

    try:
        said = speech.neutral(text, language)
    except MakerFailed:
        return _guessed(text)
    if not isinstance(said, speech.Spoken) or not said.phonemes:
        return _guessed(text)
    sounds: list[Sound] = []
    now = 0.0
    for ipa, start, end in said.phonemes:
        if start - now > 0.002:
            sounds.append(("", now, start))
        sounds.append((ipa, max(start, now), max(end, start + 0.001)))
        now = max(end, start + 0.001)
    step = SOUND_RATE // PARTS
    whole = said.samples[: len(said.samples) // step * step].reshape(-1, step)
    envelope = np.sqrt(np.mean(np.square(whole, dtype=np.float64), axis=1))
    return Spoken(tuple(sounds), tuple(map(float, envelope)), max(now, said.seconds))


def _guessed(text: str) -> Spoken:
    """Letters as sounds: lips still move where no speech engine is installed."""
    sounds: list[Sound] = []
    now = 0.0
    for word in re.findall(r"\w+", text.lower()) or [""]:
        timed = [(LETTERS.get(letter, "e"), letter) for letter in word]
        for ipa, _ in timed:
            length = 0.11 if ipa in VOWELS else 0.07
            sounds.append((ipa, now, now + length))
            now += length
        sounds.append(("", now, now + 0.05))
        now += 0.05
    return Spoken(tuple(sounds), (), now)
