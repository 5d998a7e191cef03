"""What stands in fields, woods and on shores. World measures; knows no place.

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
    scale,
    spline,
    tapered,
)
from tools.theatre.sets import trees
from tools.theatre.sets.foliage import BARK, limb
from tools.theatre.sets.outdoors import rock
from tools.theatre.sets.streetware import GLOW, PAPER, STONE, WOOD, box, glass, shape

LEAF = colour("#5f7d42")


def tree(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """An oak of 2.4."""
    trees.oak(canvas, x, 2.4, LEAF, seed)


def stump(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A sawn stump with rings and roots."""
    bark = BARK
    foot = [
        (x - 0.30, 0.04),
        (x - 0.17, -0.06),
        (x - 0.15, -0.28),
        (x + 0.15, -0.28),
        (x + 0.18, -0.06),
        (x + 0.32, 0.04),
    ]
    canvas.piece(spline(foot, closed=False, steps=4), bark, edge=0.4, thickness=0.02)
    for k in range(5):
        a = x - 0.12 + 0.06 * k
        canvas.piece(tapered((a, -0.02), (a, -0.24), 0.006, 0.004), scale(bark, 0.7), shadow=0)
    canvas.piece(ellipse(x, -0.28, 0.155, 0.05), colour("#c79a68"), edge=0.3)
    for r in (0.11, 0.06):
        canvas.piece(
            ellipse(x, -0.28, r, 0.32 * r),
            scale(colour("#b58654"), 1.0),
            shadow=0.2,
            thickness=0.003,
        )


def boulder(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A large boulder and a small one."""
    rock(canvas, x, 0.42, 0.46, mix(STONE, tone, 0.1), seed)
    rock(canvas, x + 0.42, 0.18, 0.16, mix(STONE, tone, 0.1), seed + 1)


def bush(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A leafy bush."""
    trees.bush(canvas, x, 0.62, LEAF, seed)


def fence(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """Three lengths of rail fence."""
    rail_fence(canvas, x - 1.1, x + 1.1, colour("#8a7152"), seed)


def rail_fence(
    canvas: Canvas, first: float, last: float, wood: Colour, seed: int, step: float = 0.62
) -> None:
    """A weathered rail fence from one x to another."""
    for k in range(int(np.floor(first / step)), int(np.ceil(last / step)) + 1):
        rng = chance(seed * 17 + k)
        x, lean = k * step, float(rng.uniform(-0.02, 0.02))
        for y in (-0.44, -0.22):
            dip = float(rng.uniform(-0.02, 0.02))
            rail = tapered((x - 0.02, y + dip), (x + step + 0.02, y - dip), 0.020, 0.017)
            if k * step < last - 0.5 * step:
                canvas.piece(
                    rail, scale(wood, float(rng.uniform(0.9, 1.12))), edge=0.4, thickness=0.012
                )
        post = tapered((x, 0.03), (x + lean, -0.56), 0.032, 0.026)
        canvas.piece(post, scale(wood, float(rng.uniform(0.78, 1.0))), edge=0.5, thickness=0.012)


def picket_fence(canvas: Canvas, first: float, last: float, tone: Colour) -> None:
    """White pickets with pointed tops."""
    for y in (-0.42, -0.16):
        box(canvas, first, y - 0.016, last, y + 0.016, scale(tone, 0.85))
    for k in range(int(np.floor(first / 0.13)), int(np.ceil(last / 0.13)) + 1):
        a = k * 0.13
        shape(
            canvas,
            [
                (a - 0.036, 0.02),
                (a - 0.036, -0.50),
                (a, -0.56),
                (a + 0.036, -0.50),
                (a + 0.036, 0.02),
            ],
            tone,
            0.008,
        )


def tent(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A ridge tent with an open flap, warm within at night."""
    cloth = mix(tone, colour("#c9a24e"), 0.5)
    shape(canvas, [(x - 0.95, 0.04), (x - 0.10, -1.02), (x + 0.95, 0.04)], cloth, 0.03)
    shape(canvas, [(x - 0.10, -1.02), (x + 0.95, 0.04), (x + 0.30, 0.04)], scale(cloth, 0.78), 0.01)
    inside = np.array([(x - 0.42, 0.03), (x - 0.10, -0.86), (x + 0.16, 0.03)], np.float32)
    glass(canvas, inside, lit, scale(GLOW, 0.92))
    shape(
        canvas, [(x - 0.42, 0.03), (x - 0.10, -0.86), (x - 0.28, 0.03)], scale(cloth, 1.12), 0.012
    )
    for side, peg in ((-0.10, -1.35), (-0.10, 1.3)):
        canvas.piece(tapered((x + side, -1.0), (x + peg, 0.03), 0.006, 0.006), PAPER, shadow=0)


def campfire(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A fire of crossed logs in a ring of stones; it always burns."""
    for k, (dx, lean) in enumerate(((-0.2, 0.26), (0.2, -0.26), (-0.08, 0.12), (0.1, -0.1))):
        log = tapered((x + dx, 0.01), (x + dx + lean, -0.22 + 0.02 * k), 0.032, 0.024)
        canvas.piece(log, scale(BARK, 0.8), edge=0.4)
    rng = chance(seed)
    for wide, tall, flame in (
        (0.17, 0.50, "#e2552a"),
        (0.12, 0.38, "#ff9a3c"),
        (0.07, 0.25, "#ffe08a"),
    ):
        lean = float(rng.uniform(-0.03, 0.03))
        tongue = spline(
            [
                (x - wide, -0.05),
                (x - 0.7 * wide, -0.45 * tall),
                (x - 0.2 * wide, -0.40 * tall),
                (x + lean, -tall),
                (x + 0.35 * wide, -0.50 * tall),
                (x + 0.8 * wide, -0.55 * tall),
                (x + wide, -0.06),
            ],
            steps=5,
        )
        canvas.shine(tongue, colour(flame), 0.92)
    for k in range(7):
        a = x - 0.33 + 0.11 * k
        canvas.piece(
            ellipse(a, 0.005, 0.062, 0.046, 12),
            scale(STONE, 0.6 + 0.08 * ((k * 3 + seed) % 4)),
            edge=0.4,
        )


def signpost(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A fingerpost of weathered boards that point both ways."""
    canvas.piece(tapered((x, 0.03), (x + 0.02, -1.3), 0.032, 0.024), scale(WOOD, 0.8), edge=0.5)
    for y, side in ((-1.18, 1.0), (-0.96, -1.0)):
        board = [
            (x - side * 0.1, y - 0.075),
            (x + side * 0.40, y - 0.065),
            (x + side * 0.50, y),
            (x + side * 0.40, y + 0.06),
            (x - side * 0.1, y + 0.07),
        ]
        shape(canvas, board, scale(WOOD, 1.2), 0.014)
        a, b = sorted((x + side * 0.02, x + side * 0.34))
        box(canvas, a, y - 0.012, b, y + 0.012, scale(WOOD, 0.5), 0.002)


def grave(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """Leaning headstones and a cross."""
    for k, (dx, h) in enumerate(((-0.44, 0.52), (0.06, 0.66), (0.48, 0.44))):
        a, lean = x + dx, 0.04 * ((k + seed) % 3 - 1)
        stone = spline(
            [
                (a - 0.15, 0.04),
                (a - 0.15 + lean, -0.8 * h),
                (a + lean, -h),
                (a + 0.15 + lean, -0.8 * h),
                (a + 0.15, 0.04),
            ],
            closed=False,
        )
        canvas.piece(stone, scale(STONE, 0.72 + 0.1 * k), edge=0.4, thickness=0.02)
        for row in range(3):
            box(
                canvas,
                a - 0.08 + lean,
                -0.66 * h + 0.07 * row,
                a + 0.08 + lean,
                -0.63 * h + 0.07 * row,
                scale(STONE, 0.5),
                0.002,
            )


def cactus(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A tall cactus with two arms."""
    green = colour("#5d7f4e")
    limb(canvas, [(x, 0.03), (x, -1.2)], 0.085, 0.07, green)
    canvas.piece(ellipse(x, -1.2, 0.07, 0.07, 16), green, shadow=0)
    for side, y in ((-1, -0.55), (1, -0.72)):
        a = x + side * 0.24
        limb(canvas, [(x, y), (a, y - 0.02), (a, y - 0.38)], 0.055, 0.05, scale(green, 0.92))
        canvas.piece(ellipse(a, y - 0.38, 0.05, 0.05, 14), scale(green, 0.92), shadow=0)


def logs(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A stack of cut logs, ends towards us."""
    for row, count in enumerate((5, 4, 3)):
        for k in range(count):
            a, y = x + (k - (count - 1) / 2) * 0.19, -0.085 - 0.165 * row
            canvas.piece(ellipse(a, y, 0.096, 0.094, 18), BARK, edge=0.4)
            canvas.piece(
                ellipse(a, y, 0.078, 0.076, 18),
                scale(colour("#cda271"), 0.85 + 0.08 * ((k * 3 + row) % 4)),
            )
            canvas.piece(ellipse(a, y, 0.035, 0.034, 12), colour("#a97f52"), shadow=0.1)
