"""What stands in streets, squares and on platforms. World measures; knows no place.

Every painter takes (canvas, x, tone, seed, lit) and stands on y = 0 round x.
"""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import (
    Colour,
    Plate,
    chance,
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


def box(canvas: Canvas, x0: float, y0: float, x1: float, y1: float, tone: Colour, thick: float = 0.012) -> None:  # fmt: skip
    """A rectangle of card from corner to corner."""
    canvas.piece(rectangle(x0, y0, x1, y1), tone, edge=0.3, thickness=thick)


def shape(canvas: Canvas, points: list[tuple[float, float]], tone: Colour, thick: float = 0.012) -> None:  # fmt: skip
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
    arrow = [(x - 0.24, -1.36), (x + 0.22, -1.36), (x + 0.32, -1.27), (x + 0.22, -1.18), (x - 0.24, -1.18)]  # fmt: skip
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
    bars = [rectangle(x - 0.2, -1.78 + 0.15 * k, x + 0.2 - 0.09 * (k % 2), -1.74 + 0.15 * k) for k in range(3)]  # fmt: skip
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
    joints = {"back": (x - 0.27, -0.19), "seat": (x - 0.12, -0.48), "crank": (x - 0.03, -0.20), "head": (x + 0.20, -0.50), "front": (x + 0.27, -0.19)}  # fmt: skip
    for a, b in (("back", "seat"), ("back", "crank"), ("seat", "crank"), ("seat", "head"), ("crank", "head"), ("head", "front")):  # fmt: skip
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
    dome = spline([(x - 0.17, -0.74), (x - 0.12, -0.87), (x + 0.12, -0.87), (x + 0.17, -0.74)], closed=False, steps=6)  # fmt: skip
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
            fall = spline([(x + side * 0.9 * wide, y - 0.01), (x + side * 1.12 * wide, y + 0.10), (x + side * 1.2 * wide, y + 0.28), (x + side * 1.02 * wide, y + 0.28)], steps=5)  # fmt: skip
            canvas.piece(fall, white, shadow=0, edge=0.2, thickness=0.004)
    jet = spline(
        [(x - 0.012, -0.74), (x - 0.03, -0.92), (x, -0.98), (x + 0.03, -0.92), (x + 0.012, -0.74)]
    )
    canvas.piece(jet, white, shadow=0, edge=0.2)
    basin = [(x - 0.62, -0.24), (x + 0.62, -0.24), (x + 0.55, 0.04), (x - 0.55, 0.04)]
    shape(canvas, basin, scale(STONE, 0.95), 0.03)
    box(canvas, x - 0.66, -0.28, x + 0.66, -0.21, scale(STONE, 1.15), 0.02)


def clothesline(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A line of washing between two poles."""
    rng = chance(seed)
    for pole in (x - 0.95, x + 0.95):
        canvas.piece(tapered((pole, 0.02), (pole, -1.5), 0.022, 0.018), WOOD, edge=0.5)
        canvas.piece(tapered((pole - 0.12, -1.46), (pole + 0.12, -1.46), 0.014, 0.014), WOOD)
    washing(canvas, x - 0.95, x + 0.95, -1.45, tone, rng)


def washing(canvas: Canvas, first: float, last: float, y: float, tone: Colour, rng: np.random.Generator) -> None:  # fmt: skip
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
        hem = spline([(a, top), (b, top), (b + 0.01, top + long), ((a + b) / 2, top + long + 0.03), (a - 0.01, top + long)], steps=4)  # fmt: skip
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
            canvas.piece(ellipse(*at, 0.036, 0.034, 12), scale(fruit[k], float(rng.uniform(0.85, 1.15))), thickness=0.008)  # fmt: skip
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
        handle = [(middle - 0.05, y0), (middle - 0.035, y0 - 0.035), (middle + 0.035, y0 - 0.035), (middle + 0.05, y0)]  # fmt: skip
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
        shape(canvas, [(x - w, y), (x + w, y), (x + w - 0.1, y - 0.12), (x - w + 0.1, y - 0.12)], scale(wall, 0.62 + 0.08 * k), 0.016)  # fmt: skip


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
        shape(canvas, [(a - 0.17, -tall), (a + 0.17, -tall), (a + 0.1, -tall - 0.07), (a - 0.1, -tall - 0.07)], scale(grey, 1.2))  # fmt: skip


def parasol(canvas: Canvas, x: float, tone: Colour, seed: int, lit: bool) -> None:
    """A café or beach umbrella with a small table."""
    canvas.piece(tapered((x, 0.02), (x, -1.35), 0.016, 0.014), PAPER, edge=0.4)
    for k in range(6):
        a, b = (-0.72 + 0.24 * j for j in (k, k + 1))
        rib = [(x + 0.15 * a, -1.46), (x + 0.15 * b, -1.46), (x + b, -1.13 + 0.04 * abs(b)), (x + (a + b) / 2, -1.09), (x + a, -1.13 + 0.04 * abs(a))]  # fmt: skip
        shape(canvas, rib, tone if k % 2 else PAPER, 0.012)
    box(canvas, x - 0.30, -0.47, x + 0.30, -0.43, scale(PAPER, 0.95), 0.014)
    canvas.piece(tapered((x, 0.0), (x, -0.44), 0.03, 0.02), scale(IRON, 1.2))
