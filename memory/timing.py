"""Time in a film: integer frames at a rational rate. Seconds exist only in views and in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

DEFAULT_RATE = Fraction(24)
SOUND_RATE = 48_000
"""Samples a second of every sound inside the house."""


def parse_rate(text: str) -> Fraction:
    """The rate in frames a second: "24", "24000/1001". Raises ValueError outside 1..120."""
    rate = Fraction(text)
    if not 1 <= rate <= 120:
        raise ValueError(f"a rate of {text!r} frames a second is not usable")
    return rate


def to_frames(seconds: float, rate: Fraction = DEFAULT_RATE) -> int:
    """The nearest whole frame; a half goes up, as an editor's counter does."""
    exact = Decimal(str(seconds)) * rate.numerator / rate.denominator
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def to_seconds(frames: int, rate: Fraction = DEFAULT_RATE) -> float:
    """Seconds for a view, to a tenth of a millisecond."""
    return round(float(frames / rate), 4)


def to_samples(frames: int, rate: Fraction = DEFAULT_RATE, sound_rate: int = SOUND_RATE) -> int:
    """Sound samples up to the start of a frame, so that cues never drift from the picture."""
    return int(frames * sound_rate / rate)


def timecode(frames: int, rate: Fraction = DEFAULT_RATE) -> str:
    """Non-drop timecode HH:MM:SS:FF at the nominal rate."""
    base = round(rate)
    seconds, rest = divmod(max(frames, 0), base)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}:{rest:02d}"


def clock(frames: int, rate: Fraction = DEFAULT_RATE) -> str:
    """Minutes and seconds for people: 1:05."""
    seconds = round(frames / rate)
    return f"{seconds // 60}:{seconds % 60:02d}"
