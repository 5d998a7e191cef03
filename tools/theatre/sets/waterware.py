"""What floats, and what stands beside water. World measures; knows no place.

Painters take (canvas, x, tone, seed, lit); those that float take their water line too.
"""

from __future__ import annotations

import itertools

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import Colour, colour, ellipse, mix, rectangle, scale, spline, tapered
from tools.theatre.sets.streetware import IRON, PAPER, WOOD, box, glass, ring, shape


def rowboat(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A rowing boat drawn up on the shore, oars across it."""
    hull = mix(tone, colour("#4f6d84"), 0.35)
    body = spline(
        [
            (x - 0.80, -0.42),
            (x - 0.58, -0.06),
            (x, 0.04),
            (x + 0.60, -0.06),
            (x + 0.86, -0.48),
            (x + 0.4, -0.34),
            (x - 0.4, -0.32),
        ],
        steps=5,
    )
    canvas.piece(body, hull, edge=0.4, grade=0.15, thickness=0.03)
    rim = spline(
        [
            (x - 0.82, -0.45),
            (x - 0.4, -0.35),
            (x + 0.4, -0.37),
            (x + 0.88, -0.51),
            (x + 0.4, -0.31),
            (x - 0.4, -0.29),
        ],
        steps=5,
    )
    canvas.piece(rim, PAPER, edge=0.3, thickness=0.008)
    for k in range(2):
        board = spline(
            [
                (x - 0.72 + 0.1 * k, -0.30 + 0.12 * k),
                (x, -0.20 + 0.12 * k),
                (x + 0.74 - 0.1 * k, -0.34 + 0.13 * k),
            ],
            closed=False,
        )
        for a, b in itertools.pairwise(board):
            canvas.piece(
                tapered((a[0], a[1]), (b[0], b[1]), 0.005, 0.005),
                scale(hull, 0.66),
                shadow=0,
                edge=0,
            )
    canvas.piece(tapered((x - 0.5, -0.5), (x + 0.62, -0.30), 0.014, 0.012), WOOD, edge=0.4)


def anchor(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """An old anchor leaning in the ground."""
    iron = colour("#54463f")
    canvas.piece(ring(x + 0.10, -0.86, 0.075, 0.024), iron, edge=0.4)
    canvas.piece(tapered((x + 0.09, -0.80), (x - 0.04, -0.06), 0.026, 0.032), iron, edge=0.5)
    canvas.piece(tapered((x - 0.14, -0.70), (x + 0.30, -0.62), 0.020, 0.020), WOOD)
    arc = spline(
        [
            (x - 0.42, -0.36),
            (x - 0.26, -0.06),
            (x - 0.03, 0.02),
            (x + 0.22, -0.02),
            (x + 0.40, -0.26),
            (x + 0.20, -0.10),
            (x - 0.03, -0.06),
            (x - 0.24, -0.14),
        ],
        steps=5,
    )
    canvas.piece(arc, iron, edge=0.5, thickness=0.02)


def nets(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """Fishing nets on a rack with floats and a lobster pot."""
    for pole in (x - 0.55, x + 0.55):
        canvas.piece(tapered((pole, 0.03), (pole, -1.0), 0.022, 0.018), WOOD, edge=0.5)
    canvas.piece(tapered((x - 0.62, -0.96), (x + 0.62, -0.96), 0.018, 0.018), WOOD)
    cord = colour("#7f9484")
    for k in range(13):
        a = x - 0.52 + 0.087 * k
        for lean in (-0.12, 0.12):
            canvas.piece(
                tapered((a, -0.95), (a + lean, -0.28 - 0.05 * (k % 3)), 0.005, 0.005),
                cord,
                shadow=0,
                edge=0,
            )
    for k in range(6):
        canvas.piece(
            ellipse(x - 0.5 + 0.2 * k, -0.30 - 0.05 * (k % 2), 0.040, 0.050, 14),
            tone if k % 2 else colour("#d8783c"),
            edge=0.4,
        )
    box(canvas, x + 0.26, -0.26, x + 0.70, 0.03, scale(WOOD, 0.7))
    for k in range(6):
        box(
            canvas,
            x + 0.29 + 0.068 * k,
            -0.26,
            x + 0.31 + 0.068 * k,
            0.02,
            scale(WOOD, 1.15),
            0.003,
        )


def bollard(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """An iron bollard with a coil of rope."""
    shape(
        canvas,
        [(x - 0.10, 0.03), (x - 0.08, -0.34), (x + 0.08, -0.34), (x + 0.10, 0.03)],
        IRON,
        0.016,
    )
    canvas.piece(ellipse(x, -0.36, 0.15, 0.06), scale(IRON, 1.25), edge=0.5)
    for k in range(4):
        canvas.piece(
            ellipse(x + 0.34, -0.02 - 0.045 * k, 0.17 - 0.012 * k, 0.038),
            scale(colour("#c2a26a"), 0.85 + 0.09 * (k % 2)),
            edge=0.4,
        )


def lighthouse(canvas: Canvas, x: float, foot: float, h: float, lit: bool, tone: Colour) -> None:
    """A banded tower with gallery, lantern and keeper's house; its light at foot - 1.09 h."""
    w = 0.115 * h
    _tower(canvas, x, foot, h, tone)
    for share in (0.28, 0.64):
        y = foot - h * share
        glass(canvas, rectangle(x - 0.10 * w, y - 0.05 * h, x + 0.10 * w, y), lit)
    box(canvas, x - 0.95 * w, foot - 1.03 * h, x + 0.95 * w, foot - 0.99 * h, IRON, 0.012 * h)
    for k in range(-4, 5):
        a, b = x + 0.22 * k * w - 0.012 * w, x + 0.22 * k * w + 0.012 * w
        box(canvas, a, foot - 1.075 * h, b, foot - 1.03 * h, IRON, 0.003)
    lantern = rectangle(x - 0.46 * w, foot - 1.16 * h, x + 0.46 * w, foot - 1.03 * h)
    glass(canvas, lantern, lit, colour("#fff0c4"))
    curve = ((-0.62, 1.15), (-0.3, 1.24), (0.0, 1.29), (0.3, 1.24), (0.62, 1.15))
    dome = spline([(x + u * w, foot - v * h) for u, v in curve], closed=False)
    canvas.piece(dome, scale(tone, 0.75), edge=0.4, thickness=0.02 * h)
    cottage(canvas, x + 2.6 * w, foot + 0.06 * h, 0.30 * h, tone, lit)


def _tower(canvas: Canvas, x: float, foot: float, h: float, tone: Colour) -> None:
    """The tower's white wall with its stripes, darker on the side away from the light."""
    w, low, top = 0.115 * h, foot + 0.1 * h, foot - h
    wall = [(x - w, low), (x - 0.66 * w, top), (x + 0.66 * w, top), (x + w, low)]
    thick = 0.04 * h
    canvas.piece(np.array(wall, np.float32), colour("#e2dacd"), edge=0.5, thickness=thick)
    for a, b in ((0.14, 0.34), (0.54, 0.74)):
        wa, wb, ya, yb = w * (1 - 0.34 * a), w * (1 - 0.34 * b), foot - h * a, foot - h * b
        stripe = [(x - wa, ya), (x - wb, yb), (x + wb, yb), (x + wa, ya)]
        canvas.piece(np.array(stripe, np.float32), tone, shadow=0, edge=0.5, thickness=thick)
    dark = [(x + 0.25 * w, low), (x + 0.2 * w, top), (x + 0.66 * w, top), (x + w, low)]
    mask = canvas.mask(np.array(dark, np.float32)).astype(np.float32)[..., None] / 255
    canvas.rgb *= 1 - 0.26 * mask


def cottage(canvas: Canvas, x: float, foot: float, w: float, tone: Colour, lit: bool) -> None:
    """A low white house with a dark gable, seen from afar."""
    box(
        canvas,
        x - 0.5 * w,
        foot - 0.42 * w,
        x + 0.5 * w,
        foot + 0.08 * w,
        colour("#d6cbb8"),
        0.03 * w,
    )
    shape(
        canvas,
        [
            (x - 0.58 * w, foot - 0.40 * w),
            (x + 0.58 * w, foot - 0.40 * w),
            (x + 0.42 * w, foot - 0.78 * w),
            (x - 0.42 * w, foot - 0.78 * w),
        ],
        scale(mix(tone, IRON, 0.5), 0.9),
        0.03 * w,
    )
    box(
        canvas,
        x + 0.2 * w,
        foot - 0.92 * w,
        x + 0.3 * w,
        foot - 0.7 * w,
        colour("#8a6a5a"),
        0.01 * w,
    )
    for side in (-0.28, 0.22):
        glass(
            canvas,
            rectangle(
                x + side * w - 0.07 * w, foot - 0.28 * w, x + side * w + 0.07 * w, foot - 0.1 * w
            ),
            lit,
        )


def crane(canvas: Canvas, x: float, h: float, foot: float, tone: Colour) -> None:
    """A harbour crane of lattice steel, far off."""
    paint = mix(tone, colour("#b5643c"), 0.5)
    for side in (-0.10, 0.10):
        canvas.piece(
            tapered(
                (x + side * h, foot), (x + 0.35 * side * h, foot - 0.72 * h), 0.012 * h, 0.010 * h
            ),
            paint,
        )
    for k in range(6):
        y0, y1 = foot - 0.12 * h * k, foot - 0.12 * h * (k + 1)
        s = 0.10 - 0.0105 * k
        canvas.piece(
            tapered((x - s * h, y0), (x + (s - 0.01) * h, y1), 0.005 * h, 0.005 * h),
            paint,
            shadow=0,
        )
    canvas.piece(
        tapered(
            (x - 0.28 * h, foot - 0.66 * h), (x + 0.62 * h, foot - 1.0 * h), 0.016 * h, 0.008 * h
        ),
        paint,
    )
    box(
        canvas,
        x - 0.08 * h,
        foot - 0.80 * h,
        x + 0.08 * h,
        foot - 0.68 * h,
        scale(paint, 0.8),
        0.01,
    )
    box(canvas, x - 0.30 * h, foot - 0.70 * h, x - 0.20 * h, foot - 0.56 * h, IRON, 0.01)
    canvas.piece(
        tapered(
            (x + 0.6 * h, foot - 0.99 * h), (x + 0.6 * h, foot - 0.45 * h), 0.003 * h, 0.003 * h
        ),
        IRON,
        shadow=0,
    )
