"""What stands in streets, squares and on platforms. World measures; knows no place.

Every painter takes (canvas, x, tone, seed, lit) and stands on y = 0 round x.
"""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import (
    Colour,
    Plate,
    colour,
    ellipse,
    mix,
    rectangle,
    scale,
    spline,
    tapered,
)

IRON = colour("#343b42")
WOOD = colour("#8a6444")
STONE = colour("#8d8a86")
PAPER = colour("#e4dccb")
GLOW = colour("#ffe2a0")
DARK_GLASS = colour("#2b3848")


def box(
    canvas: Canvas, x0: float, y0: float, x1: float, y1: float, tone: Colour, thick: float = 0.012
) -> None:
    """A rectangle of card from corner to corner."""
    canvas.piece(rectangle(x0, y0, x1, y1), tone, edge=0.3, thickness=thick)


def shape(
    canvas: Canvas, points: list[tuple[float, float]], tone: Colour, thick: float = 0.012
) -> None:
    """A straight-edged piece of card."""
    canvas.piece(np.array(points, np.float32), tone, edge=0.3, thickness=thick)


def glass(canvas: Canvas, outline: Plate, lit: bool, tone: Colour = GLOW) -> None:
    """A pane that glows when lit and is dark glass otherwise."""
    if lit:
        canvas.shine(outline, tone)
    else:
        canvas.piece(outline, DARK_GLASS, shadow=0.1, edge=0.15, grade=0.2)


def ring(x: float, y: float, r: float, thick: float) -> Plate:
    """A closed band round a circle."""
    outer, inner = ellipse(x, y, r, r, 26), ellipse(x, y, r - thick, r - thick, 26)
    return np.concatenate([outer, outer[:1], inner[:1], inner[::-1]])


def lamp_post(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """An iron street lamp with a cross bar; its light at 1.70."""
    h = 1.78
    canvas.piece(tapered((x, 0.02), (x, -h + 0.16), 0.026, 0.014), IRON, edge=0.5, thickness=0.008)
    shape(canvas, [(x - 0.07, 0.02), (x - 0.04, -0.22), (x + 0.04, -0.22), (x + 0.07, 0.02)], IRON)
    for y in (-0.24, -0.9, -h + 0.2):
        box(canvas, x - 0.036, y - 0.018, x + 0.036, y + 0.018, scale(IRON, 1.2), 0.006)
    canvas.piece(tapered((x - 0.12, -h + 0.3), (x + 0.12, -h + 0.3), 0.008, 0.008), IRON)
    pane = [
        (x - 0.04, -h + 0.15),
        (x - 0.07, -h + 0.0),
        (x + 0.07, -h + 0.0),
        (x + 0.04, -h + 0.15),
    ]
    if lit:
        canvas.shine(np.array(pane, np.float32), GLOW)
    else:
        shape(canvas, pane, colour("#c3cccc"), 0.004)
    shape(canvas, [(x - 0.085, -h + 0.01), (x + 0.085, -h + 0.01), (x, -h - 0.075)], IRON, 0.006)
    canvas.piece(ellipse(x, -h - 0.08, 0.014, 0.018, 10), IRON)


def bench(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A slatted bench with iron sides."""
    for leg in (x - 0.40, x + 0.40):
        canvas.piece(tapered((leg, 0.02), (leg, -0.52), 0.022, 0.016), IRON, edge=0.4)
        canvas.piece(tapered((leg - 0.02, -0.36), (leg + 0.03, -0.36), 0.014, 0.014), IRON)
    for k, y in enumerate((-0.51, -0.445, -0.38)):
        box(canvas, x - 0.48, y - 0.024, x + 0.48, y + 0.024, scale(WOOD, 1.1 - 0.06 * k), 0.010)
    for k, y in enumerate((-0.275, -0.235)):
        box(canvas, x - 0.50, y - 0.020, x + 0.50, y + 0.020, scale(WOOD, 1.25 - 0.25 * k), 0.014)


def sign(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A street sign on a post: an arrow board and a plate with lines of writing."""
    canvas.piece(tapered((x, 0.02), (x, -1.42), 0.018, 0.014), IRON, edge=0.5)
    arrow = [
        (x - 0.24, -1.36),
        (x + 0.22, -1.36),
        (x + 0.32, -1.27),
        (x + 0.22, -1.18),
        (x - 0.24, -1.18),
    ]
    shape(canvas, arrow, tone, 0.014)
    box(canvas, x - 0.19, -1.14, x + 0.19, -0.98, scale(PAPER, 0.95), 0.012)
    for row, wide in ((-1.30, 0.17), (-1.25, 0.12)):
        box(canvas, x - 0.18, row, x - 0.18 + 2 * wide, row + 0.022, PAPER, 0.002)
    box(canvas, x - 0.14, -1.09, x + 0.12, -1.07, IRON, 0.002)
    box(canvas, x - 0.14, -1.05, x + 0.06, -1.03, IRON, 0.002)


def neon(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A neon sign on a frame: an arrow and strokes of light."""
    shade = colour("#ff5a8c") if seed % 2 else colour("#4ad8ff")
    box(canvas, x - 0.30, -1.86, x + 0.30, -1.24, colour("#26242e"), 0.02)
    for leg in (x - 0.22, x + 0.22):
        canvas.piece(tapered((leg, 0.02), (leg, -1.26), 0.014, 0.014), IRON)
    bars = [
        rectangle(x - 0.2, -1.78 + 0.15 * k, x + 0.2 - 0.09 * (k % 2), -1.74 + 0.15 * k)
        for k in range(3)
    ]
    bars.append(ring(x, -1.55, 0.275, 0.028)[:54])
    for bar in bars:
        if lit:
            canvas.shine(bar, mix(shade, (255.0, 255.0, 255.0), 0.35))
        else:
            canvas.piece(bar, scale(shade, 0.55), shadow=0.2)


def bicycle(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A bicycle leaning on its stand."""
    for wheel in (x - 0.27, x + 0.27):
        canvas.piece(ring(wheel, -0.19, 0.20, 0.022), IRON, edge=0.4, thickness=0.006)
        for turn in np.linspace(0, np.pi, 5)[:-1]:
            dx, dy = 0.18 * float(np.cos(turn)), 0.18 * float(np.sin(turn))
            spoke = tapered((wheel - dx, -0.19 - dy), (wheel + dx, -0.19 + dy), 0.003, 0.003)
            canvas.piece(spoke, scale(IRON, 1.6), shadow=0, edge=0)
    joints = {
        "back": (x - 0.27, -0.19),
        "seat": (x - 0.12, -0.48),
        "crank": (x - 0.03, -0.20),
        "head": (x + 0.20, -0.50),
        "front": (x + 0.27, -0.19),
    }
    for a, b in (
        ("back", "seat"),
        ("back", "crank"),
        ("seat", "crank"),
        ("seat", "head"),
        ("crank", "head"),
        ("head", "front"),
    ):
        canvas.piece(tapered(joints[a], joints[b], 0.013, 0.013), tone, edge=0.5, thickness=0.006)
    canvas.piece(tapered((x - 0.20, -0.51), (x - 0.05, -0.50), 0.022, 0.010), colour("#4a3a2e"))
    canvas.piece(tapered((x + 0.20, -0.50), (x + 0.18, -0.58), 0.010, 0.010), IRON)
    canvas.piece(tapered((x + 0.12, -0.585), (x + 0.24, -0.56), 0.013, 0.013), IRON)
    shape(
        canvas,
        [(x + 0.20, -0.52), (x + 0.40, -0.52), (x + 0.37, -0.38), (x + 0.23, -0.38)],
        WOOD,
        0.01,
    )


def mailbox(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A round-topped pillar box."""
    red = colour("#b3302f")
    dome = spline(
        [(x - 0.17, -0.74), (x - 0.12, -0.87), (x + 0.12, -0.87), (x + 0.17, -0.74)],
        closed=False,
        steps=6,
    )
    box(canvas, x - 0.15, -0.76, x + 0.15, 0.0, red, 0.02)
    canvas.piece(dome, scale(red, 1.12), edge=0.5, thickness=0.02)
    box(canvas, x - 0.18, -0.05, x + 0.18, 0.03, colour("#2c2a2c"))
    box(canvas, x - 0.09, -0.68, x + 0.09, -0.645, colour("#241616"), 0.004)
    box(canvas, x - 0.08, -0.54, x + 0.08, -0.36, PAPER, 0.006)


def telephone(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A telephone box with small panes, lit within at night."""
    red = mix(colour("#a8282c"), tone, 0.15)
    box(canvas, x - 0.26, -1.42, x + 0.26, 0.02, red, 0.022)
    box(canvas, x - 0.29, -1.47, x + 0.29, -1.36, scale(red, 1.1), 0.014)
    top = spline(
        [(x - 0.26, -1.46), (x - 0.2, -1.56), (x + 0.2, -1.56), (x + 0.26, -1.46)], closed=False
    )
    canvas.piece(top, scale(red, 1.15), edge=0.4)
    glass(canvas, rectangle(x - 0.18, -1.45, x + 0.18, -1.39), lit, PAPER)
    for row in range(6):
        for k in range(3):
            a, b = x - 0.18 + 0.125 * k, -1.30 + 0.19 * row
            glass(canvas, rectangle(a, b, a + 0.11, b + 0.165), lit, scale(GLOW, 0.94))


def fountain(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A stone fountain of two bowls with falling water."""
    white = colour("#dbe8ee")
    for wide, y, deep in ((0.16, -0.74, 0.10), (0.30, -0.46, 0.12)):
        bowl = [
            (x - wide, y),
            (x + wide, y),
            (x + 0.45 * wide, y + deep),
            (x - 0.45 * wide, y + deep),
        ]
        canvas.piece(tapered((x, y + 0.4), (x, y), 0.07, 0.05), scale(STONE, 0.9), edge=0.4)
        shape(canvas, bowl, STONE, 0.02)
        for side in (-1, 1):
            fall = spline(
                [
                    (x + side * 0.9 * wide, y - 0.01),
                    (x + side * 1.12 * wide, y + 0.10),
                    (x + side * 1.2 * wide, y + 0.28),
                    (x + side * 1.02 * wide, y + 0.28),
                ],
                steps=5,
            )
            canvas.piece(fall, white, shadow=0, edge=0.2, thickness=0.004)
    jet = spline(
        [(x - 0.012, -0.74), (x - 0.03, -0.92), (x, -0.98), (x + 0.03, -0.92), (x + 0.012, -0.74)]
    )
    canvas.piece(jet, white, shadow=0, edge=0.2)
    basin = [(x - 0.62, -0.24), (x + 0.62, -0.24), (x + 0.55, 0.04), (x - 0.55, 0.04)]
    shape(canvas, basin, scale(STONE, 0.95), 0.03)
    box(canvas, x - 0.66, -0.28, x + 0.66, -0.21, scale(STONE, 1.15), 0.02)
