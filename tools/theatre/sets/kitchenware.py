"""What stands and hangs in a kitchen, cut from paper on a canvas.

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
from tools.theatre.sets.decor import BRIGHT
from tools.theatre.sets.furniture import jar

TOP = -0.54
"""World height of the worktop."""


def cupboards(canvas: Canvas, x0: float, x1: float, paint: Colour, top: Colour) -> None:
    """Base cupboards with a worktop, doors and drawers."""
    canvas.piece(rectangle(x0, TOP, x1, -0.06), scale(paint, 0.75), shadow=0.4, thickness=0.02)
    canvas.piece(rectangle(x0 + 0.02, -0.07, x1 - 0.02, 0.0), scale(paint, 0.35), shadow=0.0)
    count = max(1, round((x1 - x0) / 0.36))
    w = (x1 - x0) / count
    for k in range(count):
        a, b = x0 + w * k + 0.012, x0 + w * (k + 1) - 0.012
        rows = ((TOP + 0.05, TOP + 0.15), (TOP + 0.165, -0.08))
        for y0, y1 in rows if k % 2 else ((TOP + 0.05, -0.08),):
            canvas.piece(rectangle(a, y0, b, y1), paint, shadow=0.4, edge=0.3, thickness=0.010)
            if y1 - y0 > 0.15:
                canvas.piece(rectangle(a + 0.035, y0 + 0.035, b - 0.035, y1 - 0.035),
                             scale(paint, 0.90), shadow=0.0, light=(0.5, 0.8))  # fmt: skip
            knob = ((a + b) / 2, y0 + 0.03 if y1 - y0 > 0.15 else (y0 + y1) / 2)
            canvas.piece(ellipse(*knob, 0.014, 0.012, 12), colour("#d2ac5c"), edge=0.6)
    lid = [(x0 - 0.02, TOP), (x0 + 0.03, TOP - 0.05), (x1 - 0.03, TOP - 0.05), (x1 + 0.02, TOP)]
    canvas.piece(np.array(lid, np.float32), scale(top, 1.15), shadow=0.3)
    canvas.piece(rectangle(x0 - 0.02, TOP, x1 + 0.02, TOP + 0.032), top, edge=0.5)


def sink(canvas: Canvas, x: float) -> None:
    """A white sink sunk into the worktop, its brass tap, plates drying beside it."""
    white = colour("#e9ebe6")
    canvas.piece(rectangle(x - 0.20, TOP - 0.03, x + 0.20, TOP + 0.15), white, shadow=0.35,
                 grade=0.08, edge=0.4)  # fmt: skip
    canvas.piece(rectangle(x - 0.17, TOP - 0.042, x + 0.17, TOP - 0.012), colour("#8f9a9c"),
                 shadow=0.1, light=(0.5, 0.8))  # fmt: skip
    brass = colour("#c9a04e")
    for first, second in (((x, TOP - 0.04), (x, TOP - 0.19)), ((x, TOP - 0.185),
                          (x + 0.09, TOP - 0.19)), ((x + 0.088, TOP - 0.19), (x + 0.088,
                          TOP - 0.13))):  # fmt: skip
        canvas.piece(tapered(first, second, 0.011, 0.011), brass, edge=0.6, thickness=0.006)
    for k in range(4):
        plate = ellipse(x + 0.29 + 0.028 * k, TOP - 0.10, 0.022, 0.075, 24)
        canvas.piece(plate, mix(white, BRIGHT[k], 0.18), shadow=0.4, edge=0.4)


def range_cooker(canvas: Canvas, x: float, enamel: Colour, *, hood: bool) -> None:
    """An enamelled cooker with an oven, a kettle, a pot and, over it, a hood."""
    canvas.piece(rectangle(x - 0.27, TOP - 0.01, x + 0.27, 0.0), enamel, shadow=0.5, edge=0.35,
                 grade=0.1, thickness=0.02)  # fmt: skip
    canvas.piece(rectangle(x - 0.28, TOP - 0.045, x + 0.28, TOP), colour("#2b2e33"), edge=0.5)
    for k in range(4):
        canvas.piece(ellipse(x - 0.18 + 0.12 * k, TOP + 0.05, 0.02, 0.02, 16), colour("#efe6d2"),
                     edge=0.5)  # fmt: skip
    canvas.piece(rectangle(x - 0.21, TOP + 0.12, x + 0.21, -0.10), scale(enamel, 0.85), shadow=0.35)
    canvas.piece(rectangle(x - 0.15, TOP + 0.19, x + 0.15, -0.17), colour("#1d1c1e"), shadow=0.0,
                 light=(0.5, 0.8))  # fmt: skip
    canvas.piece(rectangle(x - 0.19, TOP + 0.135, x + 0.19, TOP + 0.155), colour("#d8dcdc"),
                 edge=0.6)  # fmt: skip
    kettle(canvas, x - 0.13, TOP - 0.045)
    saucepan(canvas, x + 0.13, TOP - 0.045, colour("#c2703d"))
    if hood:
        cone = [(x - 0.32, -1.06), (x + 0.32, -1.06), (x + 0.12, -1.28), (x + 0.11, -1.62),
                (x - 0.11, -1.62), (x - 0.12, -1.28)]  # fmt: skip
        canvas.piece(np.array(cone, np.float32), scale(enamel, 0.8), shadow=0.55, grade=0.1,
                     thickness=0.03)  # fmt: skip
        canvas.piece(rectangle(x - 0.33, -1.08, x + 0.33, -1.03), scale(enamel, 1.05), edge=0.5)


def iron_stove(canvas: Canvas, x: float, top: float, *, lit: bool) -> None:
    """A black iron stove on legs, its pipe, and the fire behind its bars."""
    iron = colour("#3a3d42")
    canvas.piece(rectangle(x - 0.045, top, x + 0.045, TOP), scale(iron, 0.9), shadow=0.5, edge=0.45)
    for y in (top + 0.25, -0.85):
        canvas.piece(rectangle(x - 0.055, y, x + 0.055, y + 0.03), scale(iron, 1.25), edge=0.5)
    for side in (-1.0, 1.0):
        leg = [(x + side * 0.20, -0.10), (x + side * 0.27, 0.0), (x + side * 0.22, 0.0),
               (x + side * 0.15, -0.10)]  # fmt: skip
        canvas.piece(np.array(leg, np.float32), iron)
    body = [(x - 0.27, -0.09), (x - 0.29, -0.3), (x - 0.27, TOP), (x + 0.27, TOP), (x + 0.29, -0.3),
            (x + 0.27, -0.09)]  # fmt: skip
    canvas.piece(spline(body, steps=4), iron, shadow=0.6, edge=0.55, thickness=0.028)
    canvas.piece(rectangle(x - 0.32, TOP - 0.045, x + 0.32, TOP), scale(iron, 1.3), edge=0.6)
    canvas.piece(rectangle(x - 0.17, -0.43, x + 0.17, -0.17), scale(iron, 0.8), shadow=0.4,
                 edge=0.5)  # fmt: skip
    if lit:
        canvas.shine(rectangle(x - 0.13, -0.385, x + 0.13, -0.215), colour("#f07a26"), 0.95)
        glow = [(x - 0.10, -0.215), (x - 0.05, -0.31), (x, -0.26), (x + 0.05, -0.34),
                (x + 0.10, -0.215)]  # fmt: skip
        canvas.shine(np.array(glow, np.float32), colour("#ffe08a"), 0.9)
        for k in range(6):
            bar = rectangle(x - 0.125 + 0.048 * k, -0.40, x - 0.110 + 0.048 * k, -0.20)
            canvas.shine(bar, colour("#1c1a1a"), 0.95)
    else:
        canvas.piece(rectangle(x - 0.13, -0.385, x + 0.13, -0.215), colour("#141314"), shadow=0)
    kettle(canvas, x - 0.12, TOP - 0.045)
    saucepan(canvas, x + 0.15, TOP - 0.045, colour("#8c5a3c"))


def kettle(canvas: Canvas, x: float, y: float) -> None:
    """A kettle that stands on height y."""
    steel = colour("#8fa3ad")
    spout = [
        (x + 0.07, y - 0.05),
        (x + 0.14, y - 0.12),
        (x + 0.155, y - 0.11),
        (x + 0.09, y - 0.02),
    ]
    canvas.piece(np.array(spout, np.float32), scale(steel, 0.9), edge=0.5)
    canvas.piece(spline([(x - 0.08, y), (x - 0.105, y - 0.06), (x - 0.05, y - 0.125), (x + 0.05,
                 y - 0.125), (x + 0.105, y - 0.06), (x + 0.08, y)], steps=5), steel, edge=0.6,
                 shadow=0.4)  # fmt: skip
    handle = ellipse(x, y - 0.15, 0.07, 0.06, 30)
    inner = ellipse(x, y - 0.148, 0.055, 0.047, 30)
    arch = np.concatenate([handle[15:], inner[15:][::-1]])
    canvas.piece(arch, colour("#2e2622"), shadow=0.3, edge=0.4)
    canvas.piece(ellipse(x, y - 0.135, 0.014, 0.013, 12), colour("#2e2622"))


def saucepan(canvas: Canvas, x: float, y: float, tone: Colour) -> None:
    """A pot with a lid that stands on height y."""
    canvas.piece(rectangle(x - 0.09, y - 0.10, x + 0.09, y), tone, edge=0.55, shadow=0.4)
    lid = [
        (x - 0.095, y - 0.10),
        (x - 0.05, y - 0.125),
        (x + 0.05, y - 0.125),
        (x + 0.095, y - 0.10),
    ]
    canvas.piece(np.array(lid, np.float32), scale(tone, 1.15), edge=0.5)
    canvas.piece(ellipse(x, y - 0.133, 0.014, 0.012, 12), scale(tone, 0.5))


def fridge(canvas: Canvas, x: float, tone: Colour, seed: int) -> None:
    """A rounded fridge with notes and magnets on its door."""
    w, tall = 0.27, 0.98
    shell = [(x - w, 0.0), (x - w, -tall + 0.08), (x - w + 0.08, -tall), (x + w - 0.08, -tall),
             (x + w, -tall + 0.08), (x + w, 0.0)]  # fmt: skip
    canvas.piece(spline(shell, steps=4), tone, shadow=0.6, edge=0.5, grade=0.08, thickness=0.03)
    canvas.piece(rectangle(x - w + 0.01, -0.70, x + w - 0.01, -0.685), scale(tone, 0.55), shadow=0)
    for y0, y1 in ((-0.90, -0.76), (-0.62, -0.36)):
        canvas.piece(rectangle(x - w + 0.045, y0, x - w + 0.07, y1), colour("#d5d9da"), edge=0.6)
    rng = chance(seed)
    for k in range(4):
        a, b = x - 0.06 + 0.07 * k, -0.6 + float(rng.uniform(0, 0.12))
        note = mix(BRIGHT[int(rng.integers(len(BRIGHT)))], colour("#f2ead6"), 0.55)
        canvas.piece(rectangle(a, b, a + 0.055, b + 0.07), note, shadow=0.4, thickness=0.005)
        canvas.piece(ellipse(a + 0.027, b + 0.008, 0.009, 0.009, 10), BRIGHT[k], edge=0.5)


def plate_shelf(canvas: Canvas, x0: float, x1: float, y: float, wood: Colour, seed: int) -> None:
    """A shelf with plates on edge and jars above, cups on hooks below."""
    rng = chance(seed)
    canvas.piece(rectangle(x0, y, x1, y + 0.026), wood, shadow=0.5, edge=0.5, thickness=0.016)
    x = x0 + 0.06
    while x < x1 - 0.05:
        tone = BRIGHT[int(rng.integers(len(BRIGHT)))]
        if rng.random() < 0.5:
            canvas.piece(ellipse(x, y - 0.075, 0.07, 0.075, 26), mix(tone, (232, 238, 240), 0.7),
                         shadow=0.45, edge=0.4)  # fmt: skip
            canvas.piece(ellipse(x, y - 0.075, 0.045, 0.048, 22), mix(tone, (232, 238, 240), 0.35),
                         shadow=0.1)  # fmt: skip
            x += 0.155
        else:
            jar(canvas, x, y, float(rng.uniform(0.10, 0.15)), tone)
            x += 0.10
    for k in range(int((x1 - x0) / 0.12)):
        a = x0 + 0.07 + 0.12 * k
        cup = [(a - 0.026, y + 0.055), (a + 0.026, y + 0.055), (a + 0.02, y + 0.11),
               (a - 0.02, y + 0.11)]  # fmt: skip
        canvas.piece(tapered((a, y + 0.02), (a, y + 0.06), 0.004, 0.004), scale(wood, 0.5))
        canvas.piece(spline(cup, steps=3), BRIGHT[(seed + k) % len(BRIGHT)], shadow=0.45, edge=0.5)


def pan_rail(canvas: Canvas, x0: float, x1: float, y: float, seed: int) -> None:
    """Copper pans, a ladle and herbs on a rail."""
    canvas.piece(rectangle(x0, y, x1, y + 0.012), colour("#3b3531"), shadow=0.4, edge=0.5)
    for k in range(int((x1 - x0) / 0.15)):
        x, r = x0 + 0.08 + 0.15 * k, 0.05 + 0.018 * ((seed + k) % 3)
        if (seed + k) % 4 == 3:
            for j in range(5):
                stem = tapered((x, y + 0.02), (x - 0.04 + 0.02 * j, y + 0.18), 0.003, 0.016)
                canvas.piece(stem, scale(colour("#5f8548"), 0.85 + 0.07 * j), shadow=0.3)
            continue
        canvas.piece(tapered((x, y), (x, y + 0.12), 0.008, 0.010), colour("#4a3a30"), edge=0.4)
        copper = colour(("#c2703d", "#8d959a", "#a85a34")[(seed + k) % 3])
        canvas.piece(ellipse(x, y + 0.12 + r, r, r, 28), copper, shadow=0.5, edge=0.6)
        canvas.piece(ellipse(x, y + 0.12 + r, r * 0.72, r * 0.72, 26), scale(copper, 0.8), shadow=0)
