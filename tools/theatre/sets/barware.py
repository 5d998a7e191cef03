"""What stands in bars, cafés and shops, cut from paper on a canvas.

World measures; knows no room and no light.
"""

from __future__ import annotations

from itertools import pairwise

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
from tools.theatre.sets.decor import BRIGHT

COUNTER = -0.62
GLASS = tuple(colour(c) for c in ("#3f8a5a", "#c98a3a", "#7fb4c4", "#a8403c", "#e0c06a", "#4a5f9a"))


def bottle(canvas: Canvas, x: float, y: float, h: float, tone: Colour, shape: int) -> None:
    """A bottle with a label and a glint that stands on height y."""
    w = h * (0.16, 0.20, 0.13)[shape % 3]
    shoulder, neck = (0.62, 0.54, 0.7)[shape % 3], w * 0.36
    body = [(x - w, y), (x - w, y - h * shoulder), (x - neck, y - h * (shoulder + 0.14)),
            (x - neck, y - h), (x + neck, y - h), (x + neck, y - h * (shoulder + 0.14)),
            (x + w, y - h * shoulder), (x + w, y)]  # fmt: skip
    canvas.piece(np.array(body, np.float32), tone, edge=0.6, shadow=0.3, thickness=0.007)
    label = rectangle(x - w * 0.92, y - h * 0.42, x + w * 0.92, y - h * 0.18)
    canvas.piece(label, mix(BRIGHT[(shape * 5) % len(BRIGHT)], colour("#efe4c8"), 0.65), shadow=0)
    glint = rectangle(x - w * 0.66, y - h * shoulder * 0.95, x - w * 0.40, y - h * 0.08)
    canvas.piece(glint, mix(tone, (255.0, 255.0, 255.0), 0.5), shadow=0, edge=0)


def back_bar(
    canvas: Canvas, x0: float, x1: float, wood: Colour, seed: int, glow: Colour | None
) -> None:
    """Shelves of bottles before a mirror, lit from behind."""
    canvas.piece(rectangle(x0 - 0.06, -1.46, x1 + 0.06, -0.52), scale(wood, 0.8), shadow=0.6,
                 edge=0.4, thickness=0.03)  # fmt: skip
    canvas.piece(rectangle(x0, -1.40, x1, -0.56), colour("#4a5258"), shadow=0.4, grade=0.2)
    for row in range(3):
        y = -1.13 + 0.27 * row
        if glow is not None:
            for k, strength in ((0.24, 0.22), (0.16, 0.30), (0.07, 0.5)):
                canvas.shine(rectangle(x0, y - k, x1, y), glow, strength)
    canvas.lit(np.ones((1, 1, 1), np.float32))
    for row in range(3):
        y, rng = -1.13 + 0.27 * row, chance(seed + row)
        canvas.piece(rectangle(x0, y, x1, y + 0.022), scale(wood, 1.15), edge=0.5, shadow=0.5)
        x = x0 + 0.05
        while x < x1 - 0.04:
            h = float(rng.uniform(0.15, 0.225))
            bottle(canvas, x, y, h, GLASS[int(rng.integers(len(GLASS)))], int(rng.integers(6)))
            x += float(rng.uniform(0.062, 0.11))
    canvas.piece(rectangle(x0 - 0.09, -1.52, x1 + 0.09, -1.45), scale(wood, 1.1), edge=0.5)


def counter(canvas: Canvas, x0: float, x1: float, wood: Colour, top: Colour) -> None:
    """A panelled counter with a thick top and a brass foot rail."""
    canvas.piece(rectangle(x0 + 0.03, COUNTER, x1 - 0.03, 0.02), scale(wood, 0.72), grade=0.12,
                 shadow=0.5, thickness=0.02)  # fmt: skip
    count = max(1, round((x1 - x0) / 0.44))
    w = (x1 - x0 - 0.1) / count
    for k in range(count):
        a = x0 + 0.05 + w * k + 0.025
        sunk = rectangle(a, COUNTER + 0.10, a + w - 0.05, -0.10)
        inner = rectangle(a + 0.035, COUNTER + 0.135, a + w - 0.085, -0.135)
        canvas.piece(sunk, scale(wood, 0.6), shadow=0, light=(0.5, 0.8))
        canvas.piece(inner, scale(wood, 0.88), shadow=0.35, edge=0.3)
    lid = [(x0 - 0.04, COUNTER - 0.02), (x0 + 0.02, COUNTER - 0.07), (x1 - 0.02, COUNTER - 0.07),
           (x1 + 0.04, COUNTER - 0.02)]  # fmt: skip
    canvas.piece(np.array(lid, np.float32), scale(top, 1.2), shadow=0.3)
    canvas.piece(rectangle(x0 - 0.04, COUNTER - 0.02, x1 + 0.04, COUNTER + 0.03), top, edge=0.6)
    canvas.piece(rectangle(x0, -0.085, x1, -0.065), colour("#d0a545"), edge=0.7, shadow=0.4)


def stool(canvas: Canvas, x: float, cloth: Colour) -> None:
    """A bar stool with a round seat."""
    metal = colour("#4a4a4e")
    for lean in (-0.10, -0.035, 0.035, 0.10):
        canvas.piece(tapered((x + lean * 0.5, -0.42), (x + lean, 0.02), 0.011, 0.010), metal,
                     edge=0.5, shadow=0.3)  # fmt: skip
    canvas.piece(rectangle(x - 0.085, -0.17, x + 0.085, -0.155), metal, edge=0.5)
    canvas.piece(ellipse(x, -0.435, 0.125, 0.032, 30), scale(cloth, 0.7), shadow=0.5)
    canvas.piece(ellipse(x, -0.455, 0.125, 0.032, 30), cloth, edge=0.5, shadow=0.2)


def taps(canvas: Canvas, x: float) -> None:
    """Three beer taps on a brass bar."""
    y, brass = COUNTER - 0.05, colour("#d6ab4a")
    for a in (-0.12, 0.12):
        canvas.piece(tapered((x + a, y), (x + a, y - 0.2), 0.014, 0.014), brass, edge=0.7)
    canvas.piece(rectangle(x - 0.18, y - 0.225, x + 0.18, y - 0.185), brass, edge=0.7, shadow=0.4)
    for k in (-1, 0, 1):
        canvas.piece(tapered((x + 0.11 * k, y - 0.22), (x + 0.11 * k, y - 0.34), 0.010, 0.020),
                     BRIGHT[k + 1], edge=0.5)  # fmt: skip


def espresso(canvas: Canvas, x: float, badge: Colour) -> None:
    """A chrome espresso machine with cups warming on it, on the counter."""
    y, steel = COUNTER - 0.045, colour("#c3cacc")
    canvas.piece(rectangle(x - 0.22, y - 0.12, x + 0.22, y - 0.02), scale(steel, 0.38), shadow=0.4)
    canvas.piece(rectangle(x - 0.25, y - 0.34, x + 0.25, y - 0.15), steel, edge=0.7, grade=0.16,
                 shadow=0.4)  # fmt: skip
    canvas.piece(rectangle(x - 0.25, y - 0.30, x + 0.25, y - 0.25), badge, shadow=0.1)
    canvas.piece(rectangle(x - 0.26, y - 0.035, x + 0.26, y), scale(steel, 0.9), edge=0.6)
    for k in (-1, 1):
        a = x + 0.11 * k
        canvas.piece(
            rectangle(a - 0.04, y - 0.165, a + 0.04, y - 0.125), colour("#2c2826"), edge=0.5
        )
        canvas.piece(
            tapered((a, y - 0.135), (a + 0.10, y - 0.115), 0.012, 0.016), colour("#2c2826")
        )
        canvas.piece(rectangle(a - 0.025, y - 0.085, a + 0.025, y - 0.035), colour("#efe8d8"),
                     edge=0.5)  # fmt: skip
    for k in range(6):
        a = x - 0.19 + 0.075 * k
        canvas.piece(rectangle(a - 0.028, y - 0.385, a + 0.028, y - 0.34), colour("#efe8d8"),
                     edge=0.5, shadow=0.3)  # fmt: skip


def pastry_case(canvas: Canvas, x: float, light: bool) -> None:
    """A glass case of cakes on the counter, lit inside."""
    y = COUNTER - 0.04
    canvas.piece(
        rectangle(x - 0.36, y - 0.30, x + 0.36, y), colour("#6a5648"), shadow=0.4, edge=0.4
    )
    inside = rectangle(x - 0.34, y - 0.28, x + 0.34, y - 0.02)
    canvas.piece(inside, colour("#c9b48e"), shadow=0.0, grade=0.15)
    if light:
        canvas.shine(inside, colour("#ffe0a0"), 0.35)
        canvas.lit(np.ones((1, 1, 1), np.float32))
    for row in (0, 1):
        foot = y - 0.03 - 0.125 * row
        canvas.piece(rectangle(x - 0.34, foot, x + 0.34, foot + 0.01), colour("#e9eef0"), edge=0.4)
        for k in range(5):
            a, tone = (
                x - 0.27 + 0.135 * k,
                ("#b5733a", "#e6cfa4", "#8a4a34", "#d98a96")[(k + row) % 4],
            )
            if (k + row) % 2:
                bun = [(a - 0.05, foot), (a - 0.045, foot - 0.04), (a, foot - 0.065),
                       (a + 0.045, foot - 0.04), (a + 0.05, foot)]  # fmt: skip
                canvas.piece(spline(bun, steps=4), colour(tone), edge=0.5, shadow=0.3)
            else:
                canvas.piece(rectangle(a - 0.045, foot - 0.05, a + 0.045, foot), colour(tone),
                             edge=0.4, shadow=0.3)  # fmt: skip
                canvas.piece(rectangle(a - 0.045, foot - 0.062, a + 0.045, foot - 0.045),
                             colour("#f3ece0"), shadow=0.1)  # fmt: skip
                canvas.piece(ellipse(a, foot - 0.07, 0.012, 0.012, 12), colour("#c0392f"), edge=0.5)
    for a in (-0.2, 0.05):
        glint = [(x + a, y - 0.28), (x + a + 0.05, y - 0.28), (x + a - 0.06, y - 0.02),
                 (x + a - 0.11, y - 0.02)]  # fmt: skip
        share = canvas.mask(np.array(glint, np.float32)).astype(np.float32)[..., None] / 255
        canvas.rgb += (255 - canvas.rgb) * share * np.float32(0.14)


def chalkboard(canvas: Canvas, x: float, y: float, w: float, h: float, seed: int) -> None:
    """A menu in chalk."""
    canvas.piece(rectangle(x - w / 2 - 0.03, y - h / 2 - 0.03, x + w / 2 + 0.03, y + h / 2 + 0.03),
                 colour("#8a5a34"), shadow=0.5, edge=0.5, thickness=0.014)  # fmt: skip
    canvas.piece(
        rectangle(x - w / 2, y - h / 2, x + w / 2, y + h / 2), colour("#26302e"), shadow=0.2
    )
    rng, chalk = chance(seed), colour("#e6e4d8")
    for k in range(5):
        a = x - 0.16 * w + 0.08 * w * k
        canvas.piece(rectangle(a - 0.03 * w, y - 0.42 * h, a + 0.03 * w, y - 0.30 * h),
                     colour("#f0c65a"), shadow=0, edge=0)  # fmt: skip
    for k in range(6):
        at, long = y - 0.20 * h + 0.10 * h * k, float(rng.uniform(0.3, 0.52)) * w
        canvas.piece(rectangle(x - 0.42 * w, at, x - 0.42 * w + long, at + 0.026 * h), chalk,
                shadow=0, edge=0)  # fmt: skip
        canvas.piece(rectangle(x + 0.30 * w, at, x + 0.42 * w, at + 0.026 * h),
                     BRIGHT[(k + seed) % len(BRIGHT)], shadow=0, edge=0)  # fmt: skip


def neon(canvas: Canvas, x: float, y: float, size: float, tone: Colour, shape: int) -> None:
    """A sign of glowing tube: a glass, a heart, an arrow or waves; it lights itself."""
    marks = {
        0: [[(-0.5, -0.5), (0.5, -0.5), (0.0, 0.1), (-0.5, -0.5)], [(0.0, 0.1), (0.0, 0.5)],
            [(-0.28, 0.52), (0.28, 0.52)]],
        1: [[(0.0, 0.5), (-0.5, -0.05), (-0.42, -0.42), (-0.15, -0.42), (0.0, -0.18), (0.15, -0.42),
             (0.42, -0.42), (0.5, -0.05), (0.0, 0.5)]],
        2: [[(-0.6, 0.0), (0.5, 0.0)], [(0.18, -0.34), (0.56, 0.0), (0.18, 0.34)]],
        3: [[(-0.6, k * 0.22), (-0.3, k * 0.22 - 0.14), (0.0, k * 0.22), (0.3, k * 0.22 - 0.14),
             (0.6, k * 0.22)] for k in (-1, 0, 1)],
    }[shape % 4]  # fmt: skip
    for wide, strength, shade in ((0.050, 0.16, tone), (0.028, 0.35, tone), (0.012, 1.0,
            mix(tone, (255.0, 255.0, 255.0), 0.65))):  # fmt: skip
        for line in marks:
            for (ax, ay), (bx, by) in pairwise(line):
                bar = tapered((x + ax * size, y + ay * size), (x + bx * size, y + by * size), wide,
                              wide)  # fmt: skip
                canvas.shine(bar, shade, strength)


def small_table(canvas: Canvas, x: float, top: Colour, seed: int) -> None:
    """A round café table with a cup, a candle and two bentwood chairs."""
    iron = colour("#34302e")
    for side in (-1.0, 1.0):
        a = x + side * 0.38
        for lean in (-0.07, 0.08):
            canvas.piece(tapered((a + lean * 0.6, -0.23), (a + lean, 0.02), 0.011, 0.009), iron)
        back = ellipse(a + side * 0.085, -0.44, 0.045, 0.17, 30)
        canvas.piece(back, colour("#6a4028"), edge=0.5, shadow=0.3)
        canvas.piece(ellipse(a, -0.235, 0.12, 0.026, 26), colour("#8a5634"), edge=0.5, shadow=0.4)
    canvas.piece(tapered((x, -0.42), (x, -0.02), 0.02, 0.03), iron, edge=0.5)
    canvas.piece(ellipse(x, -0.01, 0.15, 0.025, 26), iron, edge=0.5)
    canvas.piece(ellipse(x, -0.415, 0.29, 0.04, 40), scale(top, 0.6), shadow=0.5)
    canvas.piece(ellipse(x, -0.435, 0.29, 0.04, 40), top, edge=0.5, shadow=0.1)
    cup = rectangle(x + 0.05, -0.50, x + 0.11, -0.44)
    canvas.piece(cup, BRIGHT[seed % len(BRIGHT)], edge=0.5, shadow=0.4)
    canvas.shine(ellipse(x - 0.09, -0.475, 0.028, 0.034, 20), colour("#ffc868"), 0.85)
