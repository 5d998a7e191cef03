"""What stands on a farm. World measures; knows no place.

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
from tools.theatre.sets.streetware import IRON, PAPER, STONE, WOOD, box, ring, shape

STRAW = colour("#d8b25a")


def haystack(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A round stack of hay with loose straws."""
    dome = spline(
        [
            (x - 0.52, 0.04),
            (x - 0.50, -0.34),
            (x - 0.28, -0.72),
            (x, -0.92),
            (x + 0.28, -0.72),
            (x + 0.50, -0.34),
            (x + 0.52, 0.04),
        ],
        closed=False,
    )
    canvas.piece(dome, STRAW, edge=0.3, grade=0.2, thickness=0.05)
    rng = chance(seed)
    for _ in range(110):
        y = -float(rng.uniform(0.0, 0.88))
        wide = 0.52 * float(np.sqrt(max(0.02, 1 + y / 0.95)))
        a = x + float(rng.uniform(-wide, wide))
        tip = (a + 0.5 * (a - x) * 0.2 + float(rng.uniform(-0.03, 0.03)), y + 0.11)
        canvas.piece(
            tapered((a, y), tip, 0.007, 0.003),
            scale(STRAW, float(rng.uniform(0.62, 1.2))),
            shadow=0.1,
            edge=0.1,
            thickness=0.004,
        )
    canvas.piece(tapered((x, -0.86), (x + 0.01, -1.08), 0.014, 0.010), WOOD)


def scarecrow(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A scarecrow: crossed poles, a ragged coat, a sack for a head, a broad hat."""
    canvas.piece(tapered((x, 0.03), (x, -1.3), 0.026, 0.020), WOOD, edge=0.4)
    canvas.piece(tapered((x - 0.52, -0.98), (x + 0.52, -1.0), 0.018, 0.018), WOOD)
    for side in (-1, 1):
        for k in range(4):
            straw = tapered(
                (x + side * 0.46, -0.99),
                (x + side * (0.60 + 0.02 * k), -1.05 + 0.05 * k),
                0.006,
                0.003,
            )
            canvas.piece(straw, STRAW, shadow=0.1)
    coat = [
        (x - 0.46, -1.06),
        (x - 0.14, -1.10),
        (x + 0.14, -1.10),
        (x + 0.46, -1.07),
        (x + 0.45, -0.86),
        (x + 0.17, -0.90),
        (x + 0.22, -0.36),
        (x + 0.12, -0.42),
        (x + 0.04, -0.33),
        (x - 0.06, -0.42),
        (x - 0.14, -0.34),
        (x - 0.22, -0.40),
        (x - 0.17, -0.90),
        (x - 0.45, -0.85),
    ]
    shape(canvas, coat, mix(tone, colour("#7a5a48"), 0.4), 0.022)
    box(canvas, x - 0.03, -0.74, x + 0.09, -0.62, colour("#c08a3e"), 0.006)
    canvas.piece(ellipse(x, -1.23, 0.115, 0.135), colour("#cdb184"), edge=0.4, thickness=0.02)
    for eye in (-0.04, 0.045):
        canvas.piece(ellipse(x + eye, -1.25, 0.014, 0.016, 8), IRON, shadow=0)
    canvas.piece(tapered((x - 0.05, -1.18), (x + 0.05, -1.175), 0.006, 0.006), IRON, shadow=0)
    hat = [
        (x - 0.24, -1.31),
        (x + 0.24, -1.31),
        (x + 0.11, -1.34),
        (x + 0.06, -1.52),
        (x - 0.07, -1.50),
        (x - 0.11, -1.34),
    ]
    shape(canvas, hat, colour("#5c4632"), 0.016)


def cart(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A farm cart with a load of hay and one spoked wheel towards us."""
    load = spline(
        [(x - 0.55, -0.52), (x - 0.42, -0.86), (x, -0.98), (x + 0.42, -0.84), (x + 0.55, -0.52)]
    )
    canvas.piece(load, STRAW, edge=0.3, thickness=0.04)
    canvas.piece(tapered((x + 0.5, -0.40), (x + 1.05, -0.10), 0.022, 0.018), WOOD)
    for k in range(3):
        box(
            canvas,
            x - 0.60,
            -0.60 + 0.085 * k,
            x + 0.60,
            -0.53 + 0.085 * k,
            scale(WOOD, 1.05 - 0.1 * k),
        )
    for post in (-0.56, 0.0, 0.56):
        box(canvas, x + post - 0.022, -0.72, x + post + 0.022, -0.32, scale(WOOD, 0.8))
    wheel(canvas, x - 0.12, 0.31)


def wheel(canvas: Canvas, x: float, r: float) -> None:
    """A spoked wooden wheel."""
    for turn in np.linspace(0, np.pi, 6)[:-1]:
        dx, dy = r * float(np.cos(turn)), r * float(np.sin(turn))
        canvas.piece(tapered((x - dx, -r - dy), (x + dx, -r + dy), 0.014, 0.014), scale(WOOD, 0.9))
    canvas.piece(ring(x, -r, r, 0.045), scale(WOOD, 0.75), edge=0.5, thickness=0.014)
    canvas.piece(ellipse(x, -r, 0.055, 0.055, 14), IRON, edge=0.5)


def crate(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """Three stacked crates of planks."""
    for k, (dx, y, s) in enumerate(((-0.34, 0.02, 0.38), (0.06, 0.02, 0.33), (-0.20, -0.36, 0.30))):
        wood = scale(colour("#96744c"), 0.86 + 0.12 * ((seed + k) % 3))
        a = x + dx
        box(canvas, a, y - s, a + s, y, wood, 0.016)
        for j in range(1, 4):
            box(
                canvas,
                a + s * j / 4 - 0.004,
                y - s,
                a + s * j / 4 + 0.004,
                y,
                scale(wood, 0.62),
                0.002,
            )
        canvas.piece(tapered((a, y - s), (a + s, y), 0.020, 0.020), scale(wood, 0.9), edge=0.4)
        for edge in (y - s, y - 0.045):
            box(canvas, a, edge, a + s, edge + 0.045, scale(wood, 1.12), 0.008)


def barrel(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """Two barrels with iron hoops."""
    for dx, h in ((-0.18, 0.52), (0.22, 0.44)):
        a, w = x + dx, 0.19 * h / 0.52
        body = spline(
            [
                (a - 0.8 * w, 0.03),
                (a - w, -0.5 * h),
                (a - 0.8 * w, -h),
                (a + 0.8 * w, -h),
                (a + w, -0.5 * h),
                (a + 0.8 * w, 0.03),
            ],
            steps=5,
        )
        canvas.piece(body, WOOD, edge=0.5, grade=0.1, thickness=0.03)
        for k in range(-2, 3):
            line = tapered((a + 0.30 * k * w, 0.0), (a + 0.30 * k * w, -0.97 * h), 0.004, 0.004)
            canvas.piece(line, scale(WOOD, 0.65), shadow=0, edge=0)
        for share in (0.16, 0.38, 0.64, 0.86):
            wide = w * (0.84 + 0.16 * float(np.sin(np.pi * share)))
            box(
                canvas,
                a - wide,
                -share * h - 0.016,
                a + wide,
                -share * h + 0.016,
                scale(IRON, 1.2),
                0.005,
            )


def well(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A stone well with a shingled roof, a winch and a bucket."""
    for post in (x - 0.27, x + 0.27):
        canvas.piece(tapered((post, -0.3), (post, -0.98), 0.026, 0.022), WOOD, edge=0.5)
    canvas.piece(tapered((x - 0.3, -0.72), (x + 0.36, -0.72), 0.022, 0.022), scale(WOOD, 0.8))
    for k in range(3):
        y, w = -0.90 - 0.085 * k, 0.46 - 0.09 * k
        shape(
            canvas,
            [(x - w, y), (x + w, y), (x + w - 0.09, y - 0.11), (x - w + 0.09, y - 0.11)],
            scale(WOOD, 0.68 + 0.08 * k),
            0.014,
        )
    canvas.piece(tapered((x, -0.72), (x, -0.5), 0.005, 0.005), PAPER, shadow=0.1)
    shape(
        canvas, [(x - 0.07, -0.54), (x + 0.07, -0.54), (x + 0.05, -0.41), (x - 0.05, -0.41)], WOOD
    )
    box(canvas, x - 0.34, -0.40, x + 0.34, 0.03, scale(STONE, 0.7), 0.02)
    for row in range(4):
        for k in range(-1, 6):
            a = x - 0.34 + 0.13 * k + (0.065 if row % 2 else 0.0)
            a0, a1 = max(a, x - 0.345), min(a + 0.12, x + 0.345)
            if a1 - a0 > 0.03:
                stone = rectangle(a0, -0.405 + 0.105 * row, a1, -0.31 + 0.105 * row)
                canvas.piece(
                    spline(stone, steps=3),
                    scale(STONE, 0.85 + 0.09 * ((k * 5 + row * 3 + seed) % 5)),
                    shadow=0.2,
                    edge=0.35,
                    thickness=0.007,
                )
    box(canvas, x - 0.38, -0.43, x + 0.38, -0.38, scale(STONE, 1.15), 0.016)
