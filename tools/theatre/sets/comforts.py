"""Furniture of living rooms, bedrooms and studies, cut from paper on a canvas.

World measures, standing on y = 0; knows no room and no light.
"""

from __future__ import annotations

import math

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
from tools.theatre.sets.decor import BRIGHT, draped
from tools.theatre.sets.furniture import books

EMBER, FLAME, HEART = colour("#e2571e"), colour("#ffa53a"), colour("#fff0b0")


def block(
    canvas: Canvas, x0: float, y0: float, x1: float, y1: float, tone: Colour, lid: float = 0.035
) -> None:
    """A box standing there: its front, and its top seen from a little above."""
    top = [(x0 - 0.012, y0), (x0 + lid * 0.7, y0 - lid), (x1 - lid * 0.7, y0 - lid),
           (x1 + 0.012, y0)]  # fmt: skip
    canvas.piece(np.array(top, np.float32), scale(tone, 1.22), shadow=0.3, thickness=0.012)
    canvas.piece(rectangle(x0, y0, x1, y1), tone, shadow=0.35, grade=0.10, thickness=0.014)
    canvas.piece(rectangle(x0 - 0.012, y0, x1 + 0.012, y0 + 0.024), scale(tone, 1.12), edge=0.5,
                 thickness=0.008)  # fmt: skip


def pillow(canvas: Canvas, x: float, y: float, w: float, h: float, tone: Colour) -> None:
    """A cushion with pinched corners, its middle at (x, y)."""
    a, b = w / 2, h / 2
    points = [(x - a, y - b), (x, y - b * 0.86), (x + a, y - b), (x + a * 0.93, y), (x + a, y + b),
              (x, y + b * 0.9), (x - a, y + b), (x - a * 0.93, y)]  # fmt: skip
    canvas.piece(spline(points, steps=6), tone, shadow=0.5, grade=0.16, edge=0.3, thickness=0.022)


def sofa(
    canvas: Canvas, x0: float, x1: float, cloth: Colour, accent: Colour, seats: int = 2
) -> None:
    """A sofa from the front (one seat: an armchair) with cushions."""
    for x in (x0 + 0.08, x1 - 0.08):
        canvas.piece(tapered((x, -0.07), (x, 0.0), 0.016, 0.012), colour("#3b291e"))
    back = [(x0 + 0.02, -0.1), (x0 + 0.03, -0.5), (x0 + 0.10, -0.56), (x1 - 0.10, -0.56),
            (x1 - 0.03, -0.5), (x1 - 0.02, -0.1)]  # fmt: skip
    canvas.piece(spline(back, steps=6), scale(cloth, 0.82), grade=0.14, edge=0.3, thickness=0.03)
    wide = (x1 - x0 - 0.22) / seats
    for k in range(seats):
        a = x0 + 0.11 + wide * k
        soft = [(a, -0.26), (a + 0.01, -0.5), (a + wide - 0.01, -0.5), (a + wide, -0.26)]
        canvas.piece(spline(soft, steps=7), scale(cloth, 0.95), grade=0.16, thickness=0.028)
    for k in range(seats):
        a = x0 + 0.11 + wide * k
        seat = [(a, -0.28), (a + wide, -0.28), (a + wide + 0.005, -0.16), (a - 0.005, -0.16)]
        canvas.piece(spline(seat, steps=7), scale(cloth, 1.10), shadow=0.5, edge=0.35,
                     thickness=0.026)  # fmt: skip
    canvas.piece(rectangle(x0 + 0.06, -0.165, x1 - 0.06, -0.06), scale(cloth, 0.88), grade=0.1)
    for side, x in ((-1.0, x0), (1.0, x1)):
        arm = [(x - side * 0.13, -0.06), (x - side * 0.13, -0.34), (x - side * 0.06, -0.40),
               (x + side * 0.03, -0.37), (x + side * 0.035, -0.06)]  # fmt: skip
        canvas.piece(spline(arm, steps=6), cloth, shadow=0.5, edge=0.4, grade=0.14, thickness=0.026)
    pillow(canvas, x0 + 0.24, -0.355, 0.21, 0.19, accent)
    if seats > 1:
        pillow(canvas, x1 - 0.25, -0.355, 0.22, 0.19, mix(accent, colour("#efe2c6"), 0.55))


def fireplace(canvas: Canvas, x: float, stone: Colour, wood: Colour, top: float, lit: bool) -> None:
    """A chimney with a mantelpiece, a clock and candlesticks, and a fire if it is lit."""
    canvas.piece(rectangle(x - 0.40, top, x + 0.40, 0.0), mix(stone, colour("#d8ccbc"), 0.25),
                 shadow=0.5, thickness=0.03)  # fmt: skip
    rng = chance(7)
    for row in range(9):
        for k in range(6):
            a = x - 0.50 + 0.167 * k - (0.083 if row % 2 else 0.0)
            b, y = min(x + 0.46, a + 0.155), -0.075 * row
            if b > x - 0.44:
                brick = rectangle(max(x - 0.46, a), y - 0.066, b, y - 0.004)
                canvas.piece(brick, scale(stone, float(rng.uniform(0.82, 1.14))), shadow=0.15,
                             thickness=0.006)  # fmt: skip
    mouth = [(x - 0.27, 0.0), (x - 0.27, -0.34), (x, -0.45), (x + 0.27, -0.34), (x + 0.27, 0.0)]
    canvas.piece(np.array(mouth, np.float32), colour("#17110f"), shadow=0, edge=0.0)
    for a, y in ((-0.15, -0.05), (0.02, -0.045), (-0.06, -0.10)):
        log = rectangle(x + a - 0.08, y - 0.045, x + a + 0.16, y + 0.012)
        canvas.piece(log, colour("#4a2f22"), shadow=0.3)
    if lit:
        _fire(canvas, x, -0.07, 1.0)
    canvas.piece(rectangle(x - 0.56, -0.72, x + 0.56, -0.655), wood, shadow=0.6, edge=0.5,
                 thickness=0.025)  # fmt: skip
    canvas.piece(rectangle(x - 0.50, -0.655, x + 0.50, -0.62), scale(wood, 0.8), shadow=0.4)
    brass = colour("#c9a04e")
    canvas.piece(spline([(x - 0.08, -0.72), (x - 0.08, -0.84), (x, -0.90), (x + 0.08, -0.84),
                         (x + 0.08, -0.72)], steps=5), scale(wood, 0.7), edge=0.4)  # fmt: skip
    canvas.piece(ellipse(x, -0.81, 0.05, 0.05, 24), colour("#efe6cf"), shadow=0.2)
    for side in (-0.40, 0.40):
        canvas.piece(tapered((x + side, -0.72), (x + side, -0.83), 0.02, 0.008), brass, edge=0.5)
        canvas.piece(tapered((x + side, -0.83), (x + side, -0.93), 0.011, 0.010), colour("#efe4cc"))


def _fire(canvas: Canvas, x: float, y: float, size: float) -> None:
    for scale_, tone, strength in ((1.0, EMBER, 0.9), (0.72, FLAME, 0.92), (0.42, HEART, 0.9)):
        for dx, tall, lean in ((-0.10, 0.17, -0.02), (0.0, 0.26, 0.015), (0.10, 0.15, 0.02)):
            w, h = 0.06 * scale_ * size, tall * scale_ * size
            a = x + dx * size
            tongue = [(a - w, y), (a - w * 0.8, y - h * 0.45), (a + lean, y - h),
                      (a + w * 0.9, y - h * 0.4), (a + w, y), (a, y + 0.02)]  # fmt: skip
            canvas.shine(spline(tongue, steps=5), tone, strength)


def bed(canvas: Canvas, x: float, wood: Colour, cover: Colour, accent: Colour, wide: float) -> None:
    """A bed, its head against the wall, its foot towards us."""
    a, b = x - wide / 2, x + wide / 2
    head = [(a, 0.0), (a, -0.62), (a + 0.08, -0.70), (x, -0.76), (b - 0.08, -0.70), (b, -0.62),
            (b, 0.0)]  # fmt: skip
    canvas.piece(spline(head, steps=5), wood, shadow=0.55, edge=0.4, grade=0.1, thickness=0.024)
    inner = [(a + 0.07, -0.3), (a + 0.08, -0.58), (x, -0.66), (b - 0.08, -0.58), (b - 0.07, -0.3)]
    canvas.piece(spline(inner, steps=5), scale(wood, 0.82), shadow=0.1, light=(0.5, 0.8))
    pillows = 2 if wide > 0.75 else 1
    sheet = [(a + 0.03, -0.46), (b - 0.03, -0.46), (b + 0.03, -0.2), (a - 0.03, -0.2)]
    canvas.piece(np.array(sheet, np.float32), colour("#efe8da"), shadow=0.3)
    for k in range(pillows):
        at = x + (k - (pillows - 1) / 2) * wide * 0.46
        pillow(canvas, at, -0.485, wide * 0.44 if pillows > 1 else wide * 0.62, 0.17,
               colour("#f3ecdf"))  # fmt: skip
    pillow(canvas, x, -0.455, 0.24, 0.14, accent)
    quilt = [(a + 0.01, -0.41), (x, -0.425), (b - 0.01, -0.41), (b + 0.09, -0.09), (b + 0.08,
            -0.03), (a - 0.08, -0.03), (a - 0.09, -0.09)]  # fmt: skip
    draped(canvas, spline(quilt, steps=5), cover, wide / 5, 0.12)
    fold = [
        (a, -0.425),
        (x, -0.44),
        (b, -0.425),
        (b + 0.03, -0.335),
        (x, -0.35),
        (a - 0.03, -0.335),
    ]
    canvas.piece(spline(fold, steps=5), mix(cover, colour("#f2ead8"), 0.65), shadow=0.45,
                 thickness=0.016)  # fmt: skip
    for row in range(3):
        for k in range(5):
            spread = 1.02 + 0.05 * row
            dot = (x + (k - 2) * wide * 0.2 * spread, -0.285 + 0.08 * row)
            canvas.piece(ellipse(*dot, 0.026, 0.013, 8), scale(accent, 0.95), shadow=0.15)
    canvas.piece(rectangle(a - 0.04, -0.05, b + 0.04, 0.0), scale(wood, 0.7), shadow=0.3)


def wardrobe(canvas: Canvas, x0: float, x1: float, tall: float, wood: Colour) -> None:
    """A wardrobe with two panelled doors, standing on feet."""
    canvas.piece(rectangle(x0, -tall, x1, -0.04), scale(wood, 0.9), shadow=0.6, thickness=0.03)
    canvas.piece(rectangle(x0 - 0.03, -tall - 0.05, x1 + 0.03, -tall), scale(wood, 1.15), edge=0.5)
    middle = (x0 + x1) / 2
    for a, b in ((x0 + 0.025, middle - 0.006), (middle + 0.006, x1 - 0.025)):
        canvas.piece(rectangle(a, -tall + 0.03, b, -0.08), wood, shadow=0.4, edge=0.3)
        for y0, y1 in ((-tall + 0.08, -tall * 0.5), (-tall * 0.45, -0.13)):
            canvas.piece(rectangle(a + 0.04, y0, b - 0.04, y1), scale(wood, 0.86), shadow=0,
                         light=(0.5, 0.8))  # fmt: skip
    for side in (-0.03, 0.03):
        canvas.piece(ellipse(middle + side, -tall * 0.5, 0.012, 0.02, 12), colour("#d9b566"),
                     edge=0.6)  # fmt: skip


def drawers(canvas: Canvas, x0: float, x1: float, tall: float, wood: Colour, rows: int = 3) -> None:
    """A chest of drawers."""
    block(canvas, x0, -tall, x1, 0.0, scale(wood, 0.92))
    high = (tall - 0.09) / rows
    for k in range(rows):
        y = -tall + 0.045 + high * k
        canvas.piece(rectangle(x0 + 0.03, y, x1 - 0.03, y + high - 0.02), wood, shadow=0.35,
                     edge=0.35, thickness=0.010)  # fmt: skip
        for x in (x0 + (x1 - x0) * 0.28, x0 + (x1 - x0) * 0.72):
            canvas.piece(ellipse(x, y + high / 2 - 0.01, 0.016, 0.011, 12), colour("#dcb866"),
                         edge=0.6, thickness=0.005)  # fmt: skip


def tall_books(canvas: Canvas, x0: float, x1: float, tall: float, wood: Colour, seed: int) -> None:
    """A bookcase full of coloured books, with gaps, leaning ones and things between."""
    canvas.piece(rectangle(x0, -tall, x1, 0.0), scale(wood, 0.42), shadow=0.6, thickness=0.03)
    rows = max(2, round((tall - 0.1) / 0.25))
    rng = chance(seed)
    for row in range(rows):
        y = -0.08 - (tall - 0.12) * row / rows
        books(canvas, x0 + 0.035, x1 - 0.035, y, seed + 17 * row, (tall - 0.1) / rows * 0.80)
        if rng.random() < 0.5:
            x = float(rng.uniform(x0 + 0.1, x1 - 0.12))
            tone = BRIGHT[int(rng.integers(len(BRIGHT)))]
            canvas.piece(rectangle(x - 0.055, y - 0.15, x + 0.055, y), scale(wood, 0.5), shadow=0)
            canvas.piece(spline([(x - 0.03, y), (x - 0.045, y - 0.06), (x - 0.015, y - 0.10),
                                 (x + 0.015, y - 0.10), (x + 0.045, y - 0.06), (x + 0.03, y)],
                                steps=4), tone, edge=0.5)  # fmt: skip
        canvas.piece(rectangle(x0, y, x1, y + 0.022), wood, shadow=0.5, edge=0.4, thickness=0.01)
    for x in (x0, x1 - 0.03):
        canvas.piece(rectangle(x, -tall, x + 0.03, 0.0), scale(wood, 1.05), edge=0.4)
    canvas.piece(rectangle(x0 - 0.03, -tall - 0.045, x1 + 0.03, -tall), scale(wood, 1.15), edge=0.5)
    canvas.piece(rectangle(x0 - 0.01, -0.07, x1 + 0.01, 0.0), scale(wood, 0.85))


def standing_lamp(canvas: Canvas, x: float, tall: float, shade: Colour, *, on: bool) -> None:
    """A floor lamp; its light is at `tall` - 0.08 above the floor."""
    metal = colour("#8a6a3a")
    canvas.piece(ellipse(x, -0.012, 0.10, 0.02, 24), scale(metal, 0.7), thickness=0.008)
    canvas.piece(tapered((x, -0.01), (x, -tall + 0.1), 0.010, 0.008), metal, edge=0.5)
    lamp_shade(canvas, x, -tall + 0.11, 0.24, 0.19, shade, on=on)


def lamp_shade(
    canvas: Canvas, x: float, foot: float, w: float, h: float, shade: Colour, *, on: bool
) -> None:
    """A cloth shade, glowing when on: brightest near its foot."""
    cone = np.array([(x - w * 0.3, foot - h), (x + w * 0.3, foot - h), (x + w * 0.5, foot),
                     (x - w * 0.5, foot)], np.float32)  # fmt: skip
    if not on:
        canvas.piece(cone, mix(shade, colour("#e8dcc4"), 0.4), grade=0.1, edge=0.3)
        return
    canvas.shine(cone, mix(shade, colour("#ffc774"), 0.55), 0.95)
    for k, strength in ((0.80, 0.35), (0.55, 0.4), (0.3, 0.5)):
        low = np.array([(x - w * 0.36 * k - 0.03, foot - h * k), (x + w * 0.36 * k + 0.03,
                        foot - h * k), (x + w * 0.47, foot), (x - w * 0.47, foot)],
                       np.float32)  # fmt: skip
        canvas.shine(low, colour("#fff0c4"), strength)
    canvas.shine(rectangle(x - w * 0.5, foot - 0.012, x + w * 0.5, foot), colour("#c98a44"), 0.7)


def table_lamp(canvas: Canvas, x: float, y: float, shade: Colour, *, on: bool) -> None:
    """A lamp with a round china foot that stands on height y, 0.34 high."""
    body = [(x - 0.035, y), (x - 0.05, y - 0.06), (x - 0.015, y - 0.13), (x + 0.015, y - 0.13),
            (x + 0.05, y - 0.06), (x + 0.035, y)]  # fmt: skip
    canvas.piece(spline(body, steps=5), colour("#5f8496"), edge=0.55, shadow=0.4)
    canvas.piece(tapered((x, y - 0.12), (x, y - 0.2), 0.007, 0.007), colour("#c9a04e"))
    lamp_shade(canvas, x, y - 0.17, 0.21, 0.16, shade, on=on)


def piano(canvas: Canvas, x0: float, x1: float, wood: Colour) -> None:
    """An upright piano with its keys."""
    canvas.piece(rectangle(x0, -0.78, x1, 0.0), scale(wood, 0.55), shadow=0.6, thickness=0.03)
    canvas.piece(rectangle(x0 - 0.03, -0.82, x1 + 0.03, -0.78), scale(wood, 0.75), edge=0.5)
    canvas.piece(rectangle(x0 - 0.02, -0.46, x1 + 0.02, -0.40), scale(wood, 0.66), edge=0.4)
    canvas.piece(rectangle(x0 + 0.04, -0.475, x1 - 0.04, -0.445), colour("#efe8d8"), shadow=0.1)
    steps = int((x1 - x0 - 0.1) / 0.028)
    for k in range(steps):
        if k % 7 not in (2, 6):
            a = x0 + 0.06 + 0.028 * k
            canvas.piece(rectangle(a, -0.475, a + 0.012, -0.458), colour("#191512"), shadow=0)
    sheet = rectangle((x0 + x1) / 2 - 0.13, -0.69, (x0 + x1) / 2 + 0.13, -0.53)
    canvas.piece(sheet, colour("#f1ead9"), shadow=0.4)


def clutter(canvas: Canvas, x0: float, x1: float, seed: int) -> None:
    """Clothes, books and balls left lying about on the floor."""
    rng = chance(seed)
    for _ in range(9):
        x, tone = float(rng.uniform(x0, x1)), BRIGHT[int(rng.integers(len(BRIGHT)))]
        w, h = float(rng.uniform(0.07, 0.16)), float(rng.uniform(0.025, 0.06))
        heap = [(x + w * math.cos(a) * float(rng.uniform(0.7, 1.1)),
                 -h * 0.7 + h * math.sin(a) * float(rng.uniform(0.6, 1.3)))
                for a in np.linspace(0, 6.28, 8, endpoint=False)]  # fmt: skip
        canvas.piece(spline(heap, steps=4), tone, shadow=0.5, grade=0.2, edge=0.3)
