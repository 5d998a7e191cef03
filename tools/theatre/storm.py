"""Lightning: when it strikes, how bright the scene is then, and the bolt itself. Knows no set."""

from __future__ import annotations

import math

import cv2
import numpy as np

from tools.theatre.camera import View
from tools.theatre.engine import Frame
from tools.theatre.geometry import Plate, chance, seed_of

EVERY = 2.6
"""Seconds; each such stretch of a storm has one strike, somewhere in it."""

FIRST = 0.45
"""Seconds from a shot's start to its first strike at the most: a storm shows early."""

SHAPE = (1.0, 0.45, 0.8, 0.25)
"""Strength of a strike on its frames: a flash, a breath, a second flash, what is left."""


def strike(seed: int, slot: int, rate: float) -> tuple[int, int]:
    """First frame and length (2..4 frames) of the strike in a stretch of the storm."""
    rng = chance(seed_of(seed, "strike", slot))
    late = FIRST if slot == 0 else 0.8 * EVERY
    second = slot * EVERY + float(rng.uniform(0.15, late))
    return round(second * rate), int(rng.integers(2, len(SHAPE) + 1))


def flash(weather: str, seed: int, number: int, rate: float) -> float:
    """Strength 0..1 of the lightning on a frame; a function of the seed and the frame alone."""
    if weather != "storm":
        return 0.0
    slot = math.floor(number / (EVERY * rate))
    best = 0.0
    for near in (slot - 1, slot):
        start, length = strike(seed, near, rate)
        if 0 <= number - start < length:
            best = max(best, SHAPE[number - start])
    return best


def bolt(frame: Frame, view: View, seed: int, slot: int, strength: float) -> None:
    """Draw the bolt of a strike in the sky, from above the picture to the horizon."""
    rng = chance(seed_of(seed, "bolt", slot))
    width, height = frame.size
    horizon = min(0.98, max(0.05, view.horizon)) * height
    x = width * float(rng.uniform(0.12, 0.88))
    path = _jagged(x, -0.05 * height, horizon, 0.055 * height, rng)
    branch = _jagged(*path[len(path) // 2], horizon * 0.9, 0.06 * height, rng)
    picture = frame.pixels.view(np.uint8).reshape(height, width, 4)
    thin = max(1, round(height / 420))
    for line, share in ((path, 1.0), (branch, 0.6)):
        tone = tuple(round(part * strength * share) for part in (255, 246, 238))
        points = [np.round(np.asarray(line) * 16).astype(np.int32)]
        cv2.polylines(picture, points, False, (*tone, 0), thin, cv2.LINE_AA, 4)
    for px, py in path[:: max(1, len(path) // 5)]:
        frame.glow(px, py, 0.16 * height, (255.0, 214.0, 196.0), 0.5 * strength)


def _jagged(
    x: float, top: float, foot: float, step: float, rng: np.random.Generator
) -> list[tuple[float, float]]:
    points, y = [(x, top)], top
    while y < foot:
        y += step * float(rng.uniform(0.5, 1.3))
        x += step * float(rng.uniform(-0.9, 0.9))
        points.append((x, min(y, foot)))
    return points


def lit_up(table: Plate, strength: float) -> Plate:
    """A print's packed tone tables while lightning lights the scene; uint32 (768,)."""
    out = table.copy()
    for i, gain in enumerate((0.62, 0.52, 0.46)):
        part = slice(256 * i, 256 * (i + 1))
        level = (table[part] >> np.uint32(8 * i)).astype(np.float64) / 255
        # Light fills the dark and leaves the brightest where it is.
        bright = level + strength * gain * level**0.55 * (1 - level)
        fit = np.clip(np.round(bright * 255), 0, 255).astype(np.uint32)
        out[part] = fit << np.uint32(8 * i)
    return out
