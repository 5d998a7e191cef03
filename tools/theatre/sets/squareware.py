"""What stands in squares, markets and on platforms. World measures; knows no place.

Every painter takes (canvas, x, tone, seed, lit) and stands on y = 0 round x.
"""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import (
    Colour,
    chance,
    colour,
    ellipse,
    mix,
    rectangle,
    scale,
    spline,
    tapered,
)
from tools.theatre.sets.streetware import GLOW, IRON, PAPER, WOOD, box, glass, shape


def clothesline(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A line of washing between two poles."""
    rng = chance(seed)
    for pole in (x - 0.95, x + 0.95):
        canvas.piece(tapered((pole, 0.02), (pole, -1.5), 0.022, 0.018), WOOD, edge=0.5)
        canvas.piece(tapered((pole - 0.12, -1.46), (pole + 0.12, -1.46), 0.014, 0.014), WOOD)
    washing(canvas, x - 0.95, x + 0.95, -1.45, tone, rng)


def washing(
    canvas: Canvas, first: float, last: float, y: float, tone: Colour, rng: np.random.Generator
) -> None:
    """Cloth on a sagging line between two points at one height."""
    across = np.linspace(first, last, 12)
    sag = 0.07 * (last - first) * (1 - ((across - (first + last) / 2) / (last - first) * 2) ** 2)
    for k in range(11):
        ends = [(float(across[j]), y + float(sag[j])) for j in (k, k + 1)]
        canvas.piece(tapered(ends[0], ends[1], 0.005, 0.005), PAPER, shadow=0, edge=0)
    tones = (PAPER, tone, colour("#7d9ab0"), colour("#c9806a"), colour("#d9c48a"))
    for k in range(1, 10, 2):
        a, b = float(across[k]), float(across[k + 1]) + 0.03
        top, long = y + float(sag[k]), float(rng.uniform(0.22, 0.42))
        hem = spline(
            [
                (a, top),
                (b, top),
                (b + 0.01, top + long),
                ((a + b) / 2, top + long + 0.03),
                (a - 0.01, top + long),
            ],
            steps=4,
        )
        canvas.piece(hem, tones[int(rng.integers(5))], edge=0.35, thickness=0.014)


def stall(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A market stall: a striped awning over boxes of fruit."""
    for pole in (x - 0.62, x + 0.62):
        canvas.piece(tapered((pole, 0.02), (pole, -1.25), 0.016, 0.014), WOOD)
    box(canvas, x - 0.66, -0.46, x + 0.66, 0.02, scale(WOOD, 0.85), 0.02)
    rng = chance(seed)
    fruit = [colour(c) for c in ("#c8452f", "#e0a030", "#7fa03a", "#8a4a78")]
    for k in range(4):
        a = x - 0.62 + 0.315 * k
        box(canvas, a, -0.56, a + 0.29, -0.43, scale(WOOD, 1.15))
        for _ in range(9):
            at = (a + float(rng.uniform(0.04, 0.25)), -0.57 - float(rng.uniform(0, 0.05)))
            canvas.piece(
                ellipse(*at, 0.036, 0.034, 12),
                scale(fruit[k], float(rng.uniform(0.85, 1.15))),
                thickness=0.008,
            )
    for k in range(8):
        a = x - 0.74 + 1.48 * k / 8
        stripe = [
            (a + 0.05, -1.36),
            (a + 0.225, -1.36),
            (a + 0.19, -1.12),
            (a + 0.0925, -1.08),
            (a, -1.12),
        ]
        shape(canvas, stripe, tone if k % 2 else PAPER, 0.012)
    if lit:
        for k in range(5):
            canvas.shine(ellipse(x - 0.6 + 0.3 * k, -1.04, 0.022, 0.026, 12), GLOW)


def clock(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A station clock on an iron post."""
    canvas.piece(tapered((x, 0.02), (x, -1.5), 0.030, 0.018), IRON, edge=0.5)
    shape(canvas, [(x - 0.09, 0.02), (x - 0.04, -0.2), (x + 0.04, -0.2), (x + 0.09, 0.02)], IRON)
    canvas.piece(ellipse(x, -1.62, 0.20, 0.20), IRON, edge=0.5, thickness=0.02)
    face = ellipse(x, -1.62, 0.168, 0.168)
    if lit:
        canvas.shine(face, colour("#fff1cc"))
    else:
        canvas.piece(face, PAPER, edge=0.15)
    for turn, long, wide in ((0.6 + seed % 5, 0.09, 0.011), (2.2 + seed % 3, 0.135, 0.008)):
        tip = (x + long * float(np.sin(turn)), -1.62 - long * float(np.cos(turn)))
        hand = tapered((x, -1.62), tip, wide, 0.5 * wide)
        if lit:
            canvas.shine(hand, scale(IRON, 0.6))
        else:
            canvas.piece(hand, scale(IRON, 0.7), shadow=0.2)


def luggage(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A trunk with two suitcases on it and a bag beside."""
    leather = colour("#8a5232")
    for x0, y0, x1, y1, paint in (
        (x - 0.32, -0.28, x + 0.26, 0.02, leather),
        (x - 0.24, -0.48, x + 0.20, -0.28, mix(tone, leather, 0.3)),
        (x - 0.16, -0.62, x + 0.12, -0.48, colour("#b58a54")),
        (x + 0.30, -0.22, x + 0.52, 0.02, scale(tone, 0.8)),
    ):
        box(canvas, x0, y0, x1, y1, paint, 0.016)
        for share in (0.22, 0.78):
            a = x0 + share * (x1 - x0)
            box(canvas, a - 0.014, y0, a + 0.014, y1, scale(paint, 0.66), 0.003)
        middle = (x0 + x1) / 2
        handle = [
            (middle - 0.05, y0),
            (middle - 0.035, y0 - 0.035),
            (middle + 0.035, y0 - 0.035),
            (middle + 0.05, y0),
        ]
        shape(canvas, handle, scale(paint, 0.55), 0.004)


def booth(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A wooden kiosk with a lit hatch and a shingled roof."""
    wall = mix(tone, colour("#9a8f76"), 0.4)
    box(canvas, x - 0.44, -1.28, x + 0.44, 0.02, wall, 0.02)
    for k in range(1, 7):
        box(
            canvas,
            x - 0.44 + 0.125 * k,
            -1.28,
            x - 0.432 + 0.125 * k,
            0.02,
            scale(wall, 0.7),
            0.002,
        )
    box(canvas, x - 0.32, -1.10, x + 0.32, -0.58, scale(wall, 1.3), 0.014)
    glass(canvas, rectangle(x - 0.27, -1.05, x + 0.27, -0.63), lit)
    box(canvas, x - 0.36, -0.60, x + 0.36, -0.55, scale(wall, 1.25), 0.02)
    for k in range(3):
        y, w = -1.26 - 0.09 * k, 0.56 - 0.09 * k
        shape(
            canvas,
            [(x - w, y), (x + w, y), (x + w - 0.1, y - 0.12), (x - w + 0.1, y - 0.12)],
            scale(wall, 0.62 + 0.08 * k),
            0.016,
        )


def bins(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """Two dented dustbins."""
    for k, dx in enumerate((-0.17, 0.17)):
        grey = scale(colour("#6d777d"), 0.9 + 0.15 * k)
        a, tall = x + dx, 0.46 + 0.06 * k
        shape(
            canvas,
            [(a - 0.15, -tall), (a + 0.15, -tall), (a + 0.125, 0.02), (a - 0.125, 0.02)],
            grey,
            0.016,
        )
        for rib in (-0.08, 0.0, 0.08):
            box(canvas, a + rib - 0.006, -tall, a + rib + 0.006, 0.0, scale(grey, 0.8), 0.002)
        shape(
            canvas,
            [
                (a - 0.17, -tall),
                (a + 0.17, -tall),
                (a + 0.1, -tall - 0.07),
                (a - 0.1, -tall - 0.07),
            ],
            scale(grey, 1.2),
        )


def parasol(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A café or beach umbrella with a small table."""
    canvas.piece(tapered((x, 0.02), (x, -1.35), 0.016, 0.014), PAPER, edge=0.4)
    for k in range(6):
        a, b = (-0.72 + 0.24 * j for j in (k, k + 1))
        rib = [
            (x + 0.15 * a, -1.46),
            (x + 0.15 * b, -1.46),
            (x + b, -1.13 + 0.04 * abs(b)),
            (x + (a + b) / 2, -1.09),
            (x + a, -1.13 + 0.04 * abs(a)),
        ]
        shape(canvas, rib, tone if k % 2 else PAPER, 0.012)
    box(canvas, x - 0.30, -0.47, x + 0.30, -0.43, scale(PAPER, 0.95), 0.014)
    canvas.piece(tapered((x, 0.0), (x, -0.44), 0.03, 0.02), scale(IRON, 1.2))
