"""Furniture and things of rooms, cut from paper on a canvas.

World measures; knows no room and no light.
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

BOOKS = tuple(colour(c) for c in ("#a8433a", "#2f678a", "#c2913c", "#587a48", "#744c80", "#d6bc86"))
GLASS_DARK = colour("#16202c")


def books(canvas: Canvas, x0: float, x1: float, y: float, seed: int, height: float = 0.14) -> None:
    """A row of books standing on height y."""
    rng = chance(seed)
    x = x0
    while x < x1 - 0.03:
        w, h = rng.uniform(0.018, 0.042), height * rng.uniform(0.68, 1.0)
        if rng.random() < 0.12:
            x += rng.uniform(0.03, 0.07)
            continue
        tone = scale(BOOKS[int(rng.integers(len(BOOKS)))], float(rng.uniform(0.8, 1.15)))
        lean = float(rng.uniform(-0.006, 0.006))
        outline = [(x, y), (x + w, y), (x + w + lean, y - h), (x + lean, y - h)]
        canvas.piece(np.array(outline, np.float32), tone, shadow=0.3, thickness=0.006)
        x += w + 0.003


def shelf(canvas: Canvas, x0: float, x1: float, y: float, wood: Colour, seed: int) -> None:
    """A wall shelf with books and a jar or two."""
    canvas.piece(rectangle(x0, y, x1, y + 0.024), wood, thickness=0.014)
    middle = x0 + (x1 - x0) * (0.45 + 0.4 * ((seed % 7) / 7))
    books(canvas, x0 + 0.02, middle, y, seed)
    for k in range(3):
        x = middle + 0.05 + 0.085 * k
        if x < x1 - 0.05:
            jar(canvas, x, y, 0.05 + 0.02 * ((seed >> k) % 3), BOOKS[(seed + k) % len(BOOKS)])


def jar(canvas: Canvas, x: float, y: float, height: float, tone: Colour) -> None:
    """A jar that stands on height y."""
    w, glaze = height * 0.40, mix(tone, (220, 225, 228), 0.35)
    lid = y - height * 0.86
    canvas.piece(rectangle(x - 0.55 * w, lid, x + 0.55 * w, y - height * 0.7), glaze, shadow=0.1)
    body = [(x - 0.8 * w, y), (x - w, y - height * 0.25), (x - w, y - height * 0.55)]
    body += [(x - 0.6 * w, y - height * 0.76), (x + 0.6 * w, y - height * 0.76)]
    body += [(x + w, y - height * 0.55), (x + w, y - height * 0.25), (x + 0.8 * w, y)]
    canvas.piece(spline(body, steps=4), glaze, shadow=0.3, thickness=0.005)
    band = rectangle(x - 0.97 * w, y - height * 0.42, x + 0.97 * w, y - height * 0.32)
    canvas.piece(band, scale(glaze, 0.72), shadow=0, thickness=0.003)
    canvas.piece(rectangle(x - 0.7 * w, y - height, x + 0.7 * w, lid), scale(glaze, 0.7))


def table(
    canvas: Canvas, x0: float, x1: float, top: float, wood: Colour, cloth: Colour | None = None
) -> None:
    """A table seen from its long side; top is its height (negative)."""
    for x in (x0 + 0.06, x1 - 0.06):
        canvas.piece(
            tapered((x, top + 0.03), (x, 0.02), 0.026, 0.019), scale(wood, 0.75), grade=0.2
        )
    canvas.piece(rectangle(x0 + 0.03, top + 0.03, x1 - 0.03, top + 0.085), scale(wood, 0.7))
    if cloth is not None:
        drop = [(x0 - 0.01, top), (x1 + 0.01, top), (x1 + 0.02, top + 0.2), (x0 - 0.02, top + 0.2)]
        canvas.piece(np.array(drop, np.float32), cloth, grade=0.15)
    canvas.piece(rectangle(x0, top, x1, top + 0.034), wood, shadow=0.45, edge=0.4)


def chair(canvas: Canvas, x: float, wood: Colour, facing: float = 1.0) -> None:
    """A wooden chair from the side, cushioned; its seat is 0.22 high."""
    back, front = x - 0.13 * facing, x + 0.12 * facing
    for lean, tone in ((0.045, 0.7), (0.0, 1.0)):
        far = scale(wood, tone)
        foot, top = back - (0.02 - lean) * facing, back - (0.055 - lean) * facing
        canvas.piece(tapered((back + lean * facing, -0.24), (foot, 0.0), 0.015, 0.012), far)
        canvas.piece(
            tapered((back + lean * facing, -0.2), (top, -0.58), 0.015, 0.014), far, edge=0.4
        )
        leg = tapered(
            (front - lean * facing, -0.21), (front + (0.01 - lean) * facing, 0.0), 0.014, 0.011
        )
        canvas.piece(leg, far, edge=0.4)
    canvas.piece(rectangle(x - 0.12, -0.10, x + 0.11, -0.085), scale(wood, 0.8), shadow=0.2)
    for y in (-0.545, -0.46, -0.375):
        slat = tapered((back - 0.06 * facing, y), (back + 0.015 * facing, y), 0.018, 0.018)
        canvas.piece(slat, scale(wood, 1.08), edge=0.45, shadow=0.35)
    canvas.piece(rectangle(x - 0.155, -0.235, x + 0.155, -0.205), scale(wood, 1.1), shadow=0.45,
                 edge=0.45)  # fmt: skip
    pad = [(x - 0.14, -0.235), (x - 0.13, -0.262), (x + 0.13, -0.262), (x + 0.14, -0.235)]
    canvas.piece(spline(pad, steps=4), colour("#a8403c"), shadow=0.3, edge=0.4)


def cup(canvas: Canvas, x: float, y: float, tone: Colour, side: float = 1.0) -> None:
    """A mug that stands on height y."""
    handle = [(x + side * 0.022, y - 0.05), (x + side * 0.046, y - 0.052)]
    handle += [(x + side * 0.046, y - 0.02), (x + side * 0.022, y - 0.016)]
    canvas.piece(spline(handle), scale(tone, 0.85), shadow=0.3, thickness=0.005)
    body = [(x - 0.027, y - 0.062), (x + 0.027, y - 0.062), (x + 0.024, y), (x - 0.024, y)]
    canvas.piece(spline(body, steps=4), tone, shadow=0.35, edge=0.4, thickness=0.008)
    canvas.piece(ellipse(x, y - 0.061, 0.024, 0.006, 14), colour("#2d1c12"), shadow=0, edge=0)


def oil_lamp(canvas: Canvas, x: float, y: float, brass: Colour) -> None:
    """A lamp with a glass chimney and a flame; stands on height y, about 0.2 high."""
    base = [(x - 0.05, y), (x + 0.05, y), (x + 0.03, y - 0.03), (x - 0.03, y - 0.03)]
    canvas.piece(spline(base), scale(brass, 0.7), thickness=0.008)
    tank = [(x - 0.026, y - 0.06), (x + 0.026, y - 0.06), (x + 0.036, y - 0.025)]
    canvas.piece(spline([*tank, (x - 0.036, y - 0.025)]), brass, thickness=0.006)
    glass = [
        (x - 0.02, y - 0.06),
        (x - 0.032, y - 0.10),
        (x - 0.02, y - 0.16),
        (x - 0.013, y - 0.19),
    ]
    glass += [(2 * x - px, py) for px, py in reversed(glass)]
    canvas.shine(spline(glass), colour("#ffe0ae"), 0.93)
    flame = [(x - 0.008, y - 0.085), (x - 0.009, y - 0.105), (x, y - 0.145), (x + 0.009, y - 0.105)]
    canvas.shine(spline([*flame, (x + 0.008, y - 0.085)]), colour("#fffbe6"))
    cap = rectangle(x - 0.018, y - 0.205, x + 0.018, y - 0.19)
    canvas.piece(cap, brass, thickness=0.005)


def plant(canvas: Canvas, x: float, y: float, size: float, seed: int) -> None:
    """A pot plant that stands on height y."""
    rng = chance(seed)
    green = colour(("#56734a", "#48664f", "#6d8148")[seed % 3])
    for k in range(9):
        angle = float(rng.uniform(-1.25, 1.25))
        length = size * float(rng.uniform(0.55, 1.0))
        tip = (x + length * np.sin(angle), y - 0.3 * size - length * np.cos(angle))
        middle = ((x + tip[0]) / 2 + 0.09 * size * np.cos(angle), (y - 0.3 * size + tip[1]) / 2)
        other = ((x + tip[0]) / 2 - 0.09 * size * np.cos(angle), (y - 0.3 * size + tip[1]) / 2)
        leaf = spline([(x, y - 0.3 * size), middle, tip, other], steps=5)
        canvas.piece(leaf, scale(green, 0.75 + 0.06 * (k % 6)), shadow=0.3, thickness=0.008)
    pot = [(x - 0.16 * size, y - 0.34 * size), (x + 0.16 * size, y - 0.34 * size)]
    pot += [(x + 0.11 * size, y), (x - 0.11 * size, y)]
    canvas.piece(np.array(pot, np.float32), colour("#a8623f"), grade=0.1)


def screen(
    canvas: Canvas,
    x: float,
    y: float,
    w: float,
    h: float,
    tone: Colour,
    seed: int,
    *,
    on: bool = True,
) -> None:
    """A monitor or wall screen; its picture gives light when on."""
    t = 0.018
    bezel = rectangle(x - w / 2 - t, y - h / 2 - t, x + w / 2 + t, y + h / 2 + t)
    canvas.piece(bezel, colour("#20242b"), thickness=0.012)
    glass = rectangle(x - w / 2, y - h / 2, x + w / 2, y + h / 2)
    if not on:
        canvas.piece(glass, GLASS_DARK, shadow=0)
        return
    canvas.shine(glass, scale(tone, 0.62))
    rng = chance(seed)
    for k in range(6):
        top = y - h * (0.38 - 0.13 * k)
        width = w * float(rng.uniform(0.25, 0.8))
        bar = rectangle(x - w * 0.42, top, x - w * 0.42 + width, top + h * 0.06)
        canvas.shine(bar, mix(tone, (255, 255, 255), float(rng.uniform(0.1, 0.6))), 0.8)


def bowl(canvas: Canvas, x: float, y: float, tone: Colour) -> None:
    """A bowl of fruit that stands on height y."""
    for k, (dx, r) in enumerate(((-0.035, 0.022), (0.0, 0.026), (0.036, 0.021), (0.016, 0.020))):
        fruit = (colour("#c9503f"), colour("#d9a640"), colour("#8fa04a"), colour("#c97a3c"))[k]
        canvas.piece(ellipse(x + dx, y - 0.052 - 0.012 * (k == 3), r, r), fruit, thickness=0.006)
    rim = [(x - 0.075, y - 0.046), (x + 0.075, y - 0.046), (x + 0.045, y - 0.006), (x + 0.03, y)]
    canvas.piece(spline([*rim, (x - 0.03, y), (x - 0.045, y - 0.006)], steps=4), tone, edge=0.4)
