"""What stands and hangs in offices, cut from paper. World measures; knows no room and no light."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import (
    Colour,
    chance,
    colour,
    ellipse,
    rectangle,
    scale,
    spline,
    tapered,
)

DESK = -0.42
"""World height of a desk's top."""


def lockers(canvas: Canvas, x0: float, x1: float, tone: Colour) -> None:
    """A row of steel lockers with vents."""
    count = max(1, round((x1 - x0) / 0.26))
    w = (x1 - x0) / count
    for k in range(count):
        a = x0 + w * k
        canvas.piece(rectangle(a + 0.008, -1.12, a + w - 0.008, -0.05),
                     scale(tone, 0.9 + 0.1 * (k % 2)), shadow=0.4, edge=0.4)  # fmt: skip
        for j in range(4):
            slot = rectangle(a + 0.06, -1.05 + 0.035 * j, a + w - 0.06, -1.038 + 0.035 * j)
            canvas.piece(slot, scale(tone, 0.4), shadow=0, edge=0)
        canvas.piece(
            rectangle(a + w - 0.06, -0.62, a + w - 0.04, -0.54), colour("#d5d9da"), edge=0.6
        )


def whiteboard(canvas: Canvas, x: float, seed: int) -> None:
    """A whiteboard with a curve, boxes, arrows and sticky notes."""
    canvas.piece(
        rectangle(x - 0.56, -1.42, x + 0.56, -0.70), colour("#9aa2a8"), shadow=0.5, edge=0.5
    )
    canvas.piece(rectangle(x - 0.53, -1.39, x + 0.53, -0.73), colour("#f0f1ec"), shadow=0.15)
    rng = chance(seed + 6)
    inks = (colour("#2f5f9a"), colour("#c0392f"), colour("#2f8a4c"))
    rise = np.cumsum(rng.uniform(0.01, 0.075, 7))
    points = [(x - 0.45 + 0.09 * k, -0.82 - float(rise[k])) for k in range(7)]
    for first, second in pairwise(points):
        canvas.piece(tapered(first, second, 0.008, 0.008), inks[1], shadow=0, edge=0)
    for first, second in (
        ((x - 0.47, -1.18), (x - 0.47, -0.79)),
        ((x - 0.47, -0.79), (x + 0.12, -0.79)),
    ):
        canvas.piece(tapered(first, second, 0.005, 0.005), inks[0], shadow=0, edge=0)
    for k in range(4):
        y, w = -1.34 + 0.05 * k, float(rng.uniform(0.16, 0.4))
        canvas.piece(rectangle(x - 0.46, y, x - 0.46 + w, y + 0.014), inks[k % 3], shadow=0, edge=0)
    for k in range(6):
        a, b = x + 0.2 + 0.11 * (k % 3), -1.32 + 0.13 * (k // 3)
        tone = (colour("#f2cf5a"), colour("#f09a8a"), colour("#9cd0a0"))[(k + seed) % 3]
        canvas.piece(rectangle(a, b, a + 0.085, b + 0.085), tone, shadow=0.35, thickness=0.006)
    canvas.piece(
        rectangle(x - 0.3, -0.705, x + 0.3, -0.685), colour("#8b9298"), edge=0.5, shadow=0.4
    )


def swivel(canvas: Canvas, x: float, cloth: Colour) -> None:
    """An office chair from behind."""
    dark = colour("#2c3036")
    for lean in (-0.14, 0.0, 0.14):
        canvas.piece(tapered((x, -0.07), (x + lean, -0.01), 0.012, 0.012), dark)
        canvas.piece(ellipse(x + lean, -0.008, 0.018, 0.016, 12), dark)
    canvas.piece(tapered((x, -0.22), (x, -0.05), 0.016, 0.016), dark, edge=0.5)
    seat = [(x - 0.16, -0.25), (x + 0.16, -0.25), (x + 0.15, -0.2), (x - 0.15, -0.2)]
    canvas.piece(spline(seat, steps=5), scale(cloth, 0.8), edge=0.4)
    back = [(x - 0.15, -0.3), (x - 0.17, -0.54), (x - 0.1, -0.61), (x + 0.1, -0.61), (x + 0.17,
            -0.54), (x + 0.15, -0.3)]  # fmt: skip
    canvas.piece(spline(back, steps=5), cloth, edge=0.45, shadow=0.5, grade=0.12, thickness=0.02)


def desk_lamp(canvas: Canvas, x: float, way: float, *, on: bool) -> None:
    """A jointed lamp on the desk."""
    steel = colour("#c0392f")
    canvas.piece(ellipse(x, DESK - 0.008, 0.06, 0.014, 24), steel, edge=0.5)
    elbow, head = (x - 0.08 * way, DESK - 0.2), (x + 0.06 * way, DESK - 0.33)
    canvas.piece(tapered((x, DESK - 0.01), elbow, 0.009, 0.009), steel, edge=0.5)
    canvas.piece(tapered(elbow, head, 0.009, 0.009), steel, edge=0.5)
    hood = [(head[0] - 0.03, head[1] - 0.03), (head[0] + 0.03, head[1] - 0.03),
            (head[0] + 0.085, head[1] + 0.055), (head[0] - 0.055, head[1] + 0.055)]  # fmt: skip
    canvas.piece(np.array(hood, np.float32), steel, edge=0.6)
    if on:
        canvas.shine(ellipse(head[0] + 0.015, head[1] + 0.058, 0.06, 0.018, 20), colour("#fff2cc"))
