"""Limbs and leaf masses, of which trees and bushes are made. Knows no kind of tree."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import (
    Colour,
    Plate,
    Point,
    chance,
    colour,
    scale,
    spline,
    tapered,
)
from tools.theatre.texture import TILE, tile

BARK = colour("#5a4536")


LOBE_SHADE = (0.60, 0.56)
"""A leaf mass from its shaded to its lit side."""


def limb(
    canvas: Canvas, path: Sequence[Point], wide: float, narrow: float, tone: Colour, seed: int = 0
) -> None:
    """A trunk or bough along a path that thins from half-width `wide` to `narrow`."""
    line = spline(path, closed=False, steps=5)
    turn = np.gradient(line, axis=0)
    normal = np.stack([-turn[:, 1], turn[:, 0]], 1)
    normal /= np.maximum(np.linalg.norm(normal, axis=1), 1e-6)[:, None]
    width = np.linspace(wide, narrow, len(line))[:, None]
    outline = np.concatenate([line + normal * width, (line - normal * width)[::-1]])
    canvas.piece(outline, tone, shadow=0.3, edge=0.5, thickness=max(0.006, 0.5 * wide))
    if wide * canvas.density < 6:
        return
    rng = chance(seed)
    for _ in range(int(4 + wide * canvas.density / 3)):
        k = int(rng.integers(0, len(line) - 3))
        off = float(rng.uniform(-0.75, 0.75))
        a, b = (line[i] + normal[i] * width[i] * off for i in (k, min(k + 3, len(line) - 1)))
        groove = tapered((a[0], a[1]), (b[0], b[1]), 0.05 * wide, 0.02 * wide)
        canvas.piece(groove, scale(tone, float(rng.choice((0.7, 0.8, 1.2)))), shadow=0, edge=0)


def leaf_mass(
    canvas: Canvas,
    lobes: Sequence[tuple[float, float, float]],
    tone: Colour,
    seed: int,
    *,
    snow: float = 0.0,
    ragged: float = 0.36,
) -> None:
    """Overlapping masses of leaves (x, y, radius), far to near, lit from above on the left."""
    leaves = tile(seed % 5)[:TILE, :TILE]
    for k, (x, y, r) in enumerate(lobes):
        corners = canvas.pixels([(x - 1.35 * r, y - 1.25 * r), (x + 1.35 * r, y + 1.3 * r)])
        x0, y0 = (int(max(0, c)) for c in np.floor(corners[0]))
        x1, y1 = (int(c) for c in np.minimum(np.ceil(corners[1]), (canvas.w, canvas.h)))
        if x1 <= x0 + 1 or y1 <= y0 + 1:
            continue
        u = (canvas.x[:, x0:x1] - x) / r
        v = (canvas.y[y0:y1] - y) / (0.86 * r)
        grain = leaf_grain(leaves, (x0, y0, x1, y1), corners, r * canvas.density, seed + 37 * k)
        away = np.hypot(u, v) + ragged * (grain - 0.5)
        cover = np.clip((1 - away) * r * canvas.density / 1.4, 0, 1)
        cast = np.clip(1.30 - np.hypot(u - 0.10, v - 0.16), 0, 1) * 0.55
        lit = np.clip(0.55 - 0.42 * u - 0.62 * v, 0, 1.15)
        lit = LOBE_SHADE[0] + LOBE_SHADE[1] * lit + 0.34 * (grain - 0.5) * (0.4 + 0.6 * lit)
        paint = np.asarray(tone, np.float32) * lit[..., None].astype(np.float32)
        # The lit side of leaves turns towards yellow, the shaded one towards blue.
        paint *= 1 + np.float32(0.16) * (lit[..., None] - 0.9) * np.array(
            (-0.9, 0.2, 0.6), np.float32
        )
        if snow:
            crown = np.clip(-0.5 - 1.5 * v + 1.1 * (grain - 0.5), 0, 1)[..., None] * snow
            paint += (np.array((246, 240, 232), np.float32) - paint) * crown.astype(np.float32)
        part, alpha = canvas.rgb[y0:y1, x0:x1], canvas.alpha[y0:y1, x0:x1]
        part *= (1 - 0.42 * cast * (alpha > 0))[..., None].astype(np.float32)
        part += (paint - part) * cover[..., None].astype(np.float32)
        np.maximum(alpha, (cover * 255).astype(np.uint8), out=alpha)


def leaf_grain(
    leaves: Plate, box: tuple[int, int, int, int], corners: Plate, r: float, seed: int
) -> Plate:
    """Leaf noise for one lobe; it scales with the lobe, so that it stays put at any density."""
    x0, y0, x1, y1 = box
    step = 95.0 / max(r, 1.0)
    shift = (seed * 137 % TILE, seed * 71 % TILE)
    matrix = np.array(
        [
            [step, 0, (x0 - corners[0][0]) * step + shift[0]],
            [0, step, (y0 - corners[0][1]) * step + shift[1]],
        ],
        np.float32,
    )
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    size = (x1 - x0, y1 - y0)
    grain = np.asarray(
        cv2.warpAffine(leaves, matrix, size, flags=flags, borderMode=cv2.BORDER_WRAP)
    )
    # Steep, so that leaves have edges instead of a bloom.
    return np.asarray(0.5 + 0.5 * np.tanh((grain - 0.5) * 9.0), np.float32)


def snow_in(tone: Colour) -> float:
    """How far a leaf's tone has been whitened by snow, 0..1: pale and grey means snowed on."""
    low, high = min(tone), max(tone)
    return float(np.clip((low - 105) / 60, 0, 1)) if high - low < 60 else 0.0
