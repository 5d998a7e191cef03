"""Curves, easing, colour and seeds: the small mathematics of the stage. Knows no picture."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Plate = NDArray[Any]
Colour = tuple[float, float, float]
Point = tuple[float, float]


def colour(hexadecimal: str) -> Colour:
    """Turn '#rrggbb' into BGR, 0..255."""
    digits = hexadecimal.lstrip("#")
    return (float(int(digits[4:6], 16)), float(int(digits[2:4], 16)), float(int(digits[0:2], 16)))


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """Blend two colours; share 0 gives the first."""
    b, g, r = (a + (c - a) * share for a, c in zip(first, second, strict=True))
    return (b, g, r)


def scale(tone: Colour, gain: float) -> Colour:
    """Multiply a colour, clipped at 255."""
    b, g, r = (min(255.0, part * gain) for part in tone)
    return (b, g, r)


def times(tone: Colour, gains: Colour) -> Colour:
    """Multiply two colours channel by channel; `gains` are factors about 1."""
    b, g, r = (part * gain for part, gain in zip(tone, gains, strict=True))
    return (b, g, r)


def luma(tone: Colour) -> float:
    """BT.709 luma of a BGR colour, 0..255."""
    return 0.0722 * tone[0] + 0.7152 * tone[1] + 0.2126 * tone[2]


def seed_of(*words: object) -> int:
    """Mint one stable 63-bit seed from words and numbers (never Python's salted hash)."""
    text = "\x1f".join(str(word) for word in words)
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "replace")).digest()[:8], "big") >> 1


def ease(u: float) -> float:
    """Start and settle softly: 0..1 in, 0..1 out, clamped outside."""
    u = max(0.0, min(1.0, u))
    return u * u * (3.0 - 2.0 * u)


def settle(u: float, head: float = 0.18, tail: float = 0.28) -> float:
    """Even motion with a soft start and a longer settle; 0..1 in and out, clamped outside."""
    u = max(0.0, min(1.0, u))
    speed = 1.0 / (1.0 - 0.5 * head - 0.5 * tail)
    if u < head:
        return speed * u * u / (2.0 * head)
    if u > 1.0 - tail:
        left = 1.0 - u
        return 1.0 - speed * left * left / (2.0 * tail)
    return speed * (u - 0.5 * head)


@lru_cache(maxsize=16)
def _basis(steps: int) -> Plate:
    t = np.linspace(0, 1, steps, endpoint=False, dtype=np.float32)
    rows = [-t + 2 * t * t - t**3, 2 - 5 * t * t + 3 * t**3, t + 4 * t * t - 3 * t**3, t**3 - t * t]
    return (0.5 * np.stack(rows, 1)).astype(np.float32)


def spline(points: Sequence[Point] | Plate, *, closed: bool = True, steps: int = 8) -> Plate:
    """Pass a Catmull-Rom curve through `points`; (n, 2) float32."""
    knots = np.asarray(points, np.float32)
    around = [knots[-1:], knots, knots[:2]] if closed else [knots[:1], knots, knots[-1:]]
    spans = np.lib.stride_tricks.sliding_window_view(np.concatenate(around), 4, 0)
    spans = spans[: len(knots) if closed else len(knots) - 1]
    curve = (spans @ _basis(steps).T).transpose(0, 2, 1).reshape(-1, 2)
    return curve if closed else np.concatenate([curve, knots[-1:]])


def rectangle(x0: float, y0: float, x1: float, y1: float) -> Plate:
    """Four corners, (4, 2) float32."""
    return np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], np.float32)


def ellipse(x: float, y: float, rx: float, ry: float, sides: int = 28) -> Plate:
    """A closed polygon round an ellipse, (sides, 2) float32."""
    turn = np.linspace(0, 2 * math.pi, sides, endpoint=False)
    return np.stack([x + rx * np.cos(turn), y + ry * np.sin(turn)], 1).astype(np.float32)


def tapered(first: Point, second: Point, w0: float, w1: float) -> Plate:
    """A straight bar from one point to another with half-widths w0 and w1, (4, 2) float32."""
    dx, dy = second[0] - first[0], second[1] - first[1]
    length = max(1e-6, math.hypot(dx, dy))
    nx, ny = -dy / length, dx / length
    (ax, ay), (bx, by) = first, second
    corners = [
        (ax + nx * w0, ay + ny * w0),
        (bx + nx * w1, by + ny * w1),
        (bx - nx * w1, by - ny * w1),
        (ax - nx * w0, ay - ny * w0),
    ]
    return np.array(corners, np.float32)


def chance(seed: int) -> np.random.Generator:
    """A generator of chance from any whole number, negative ones too."""
    return np.random.default_rng(seed % 2**63)
