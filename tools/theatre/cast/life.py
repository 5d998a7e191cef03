"""Blinks, glances, breath, sway, nods as functions of seed and time. Draws nothing."""

from __future__ import annotations

import math
from functools import lru_cache

from tools.theatre.cast.colour import chance
from tools.theatre.cast.performance import Performance, Speech
from tools.theatre.cast.shape import ease

BLINK_SECONDS = 0.2
BLINK_EVERY = 3.9  # seconds, mean; each slot holds one blink at a chosen moment
GLANCE_EVERY = 1.7  # seconds


@lru_cache(maxsize=8192)
def _dice(seed: int, what: str, slot: int) -> float:
    return chance(seed, what, str(slot))


def blink(seed: int, seconds: float) -> float:
    """Return how far the eyes are shut, 0..1."""
    slot = math.floor(seconds / BLINK_EVERY)
    shut = 0.0
    for k in (slot - 1, slot):
        start = (k + 0.1 + 0.62 * _dice(seed, "blink", k)) * BLINK_EVERY
        age = (seconds - start) / BLINK_SECONDS
        if 0 <= age <= 1:
            shut = max(shut, ease(age / 0.3) if age < 0.3 else 1 - ease((age - 0.45) / 0.55))
    return shut


def glance(seed: int, seconds: float) -> tuple[float, float]:
    """Return small saccades (x, y), -1..1: still for a while, then a quick jump."""
    slot = math.floor(seconds / GLANCE_EVERY)
    share = ease((seconds / GLANCE_EVERY - slot) * GLANCE_EVERY / 0.09)
    old, new = _look(seed, slot - 1), _look(seed, slot)
    return (old[0] + (new[0] - old[0]) * share, old[1] + (new[1] - old[1]) * share)


def _look(seed: int, slot: int) -> tuple[float, float]:
    if _dice(seed, "away", slot) > 0.3:
        return (0.0, 0.0)
    return (_dice(seed, "gx", slot) * 1.2 - 0.6, _dice(seed, "gy", slot) * 0.7 - 0.25)


def drift(seed: int, what: str, seconds: float, period: float) -> float:
    """Return smooth noise in -1..1 that changes about once per period (seconds)."""
    at = seconds / period
    slot = math.floor(at)
    old, new = _dice(seed, what, slot), _dice(seed, what, slot + 1)
    return (old + (new - old) * ease(at - slot)) * 2 - 1


def settled(seed: int, seconds: float) -> float:
    """Return which leg carries the weight, -1..1: it rests there a while, then changes."""
    slot = math.floor(seconds / 4.6)
    old, new = (_dice(seed, "weight", k) * 2 - 1 for k in (slot - 1, slot))
    return old + (new - old) * ease((seconds / 4.6 - slot) * 4.6 / 0.9)


def assent(seed: int, seconds: float) -> float:
    """Return a listener's small nods, 0..1: a pair of them now and then."""
    slot = math.floor(seconds / 4.3)
    at = (seconds / 4.3 - slot - 0.5 * _dice(seed, "assent", slot)) * 4.3
    return max(0.0, math.sin(2 * math.pi * at / 0.6)) if 0 <= at < 1.2 else 0.0


def breath(seed: int, seconds: float) -> float:
    """Return the breath, -1 out .. 1 in, about one in 3.6 s."""
    return math.sin(2 * math.pi * (seconds / 3.6 + _dice(seed, "breath", 0)))


_VOWELS = frozenset("aeiouyæøœɐɑɒɔəɘɛɜɞɤɨɪɯɵɶʉʊʌʏɚɝᵻ")


def stress(performance: Performance, frame: float, fps: float) -> float:
    """Return the weight of the words being spoken, 0..1, smooth over about a third of a second.

    It drives nods and hands, which follow words, not syllables.
    """
    weight = 0.0
    for middle, strong in _accents(performance.speech):
        away = (frame - middle) / (0.17 * fps)
        if -3 < away < 3:
            weight += strong * math.exp(-away * away)
    return min(1.0, weight)


@lru_cache(maxsize=256)
def _accents(speech: tuple[Speech, ...]) -> tuple[tuple[float, float], ...]:
    """Return (frame, weight) of the stressed vowels; without marks every third vowel counts."""
    found: list[tuple[float, float]] = []
    for start, frames, sounds in speech:
        vowels = [(ipa, start + frames * (a + b) / 2) for ipa, a, b in sounds if _is_vowel(ipa)]
        marked = [(at, 1.0) for ipa, at in vowels if "ˈ" in ipa]
        marked += [(at, 0.4) for ipa, at in vowels if "ˌ" in ipa]
        found += marked or [(at, 0.75) for _, at in vowels[::3]]
    return tuple(found)


def _is_vowel(ipa: str) -> bool:
    return any(sign in _VOWELS for sign in ipa)


def speaking(performance: Performance, frame: float, fps: float) -> float:
    """Return how much a line is being spoken, 0..1, with soft ends of half a second."""
    soft = max(fps * 0.5, 1.0)
    level = 0.0
    for start, frames, _ in performance.speech:
        into, out = (frame - start + soft) / soft, (start + frames + soft - frame) / soft
        level = max(level, min(ease(into), ease(out)))
    return level
