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

BOOKS = tuple(colour(c) for c in ("#8a3f38", "#35566f", "#95793f", "#4f6148", "#644763", "#b9a27a"))
GLASS_DARK = colour("#16202c")


def window_frame(canvas: Canvas, x0: float, y0: float, x1: float, y1: float, wood: Colour) -> None:
    """Jambs, a cross and a sill round a hole x0..x1, y0..y1 (y0 is the top)."""
    t = 0.028
    bars = [
        (x0 - t, y0 - t, x1 + t, y0),
        (x0 - t, y0, x0, y1),
        (x1, y0, x1 + t, y1),
        ((x0 + x1) / 2 - 0.012, y0, (x0 + x1) / 2 + 0.012, y1),
        (x0, (y0 + y1) / 2 - 0.012, x1, (y0 + y1) / 2 + 0.012),
        (x0 - 2.2 * t, y1, x1 + 2.2 * t, y1 + 1.1 * t),
    ]
    for bar in bars:
        canvas.piece(rectangle(*bar), wood, shadow=0.35, thickness=0.008)


def curtain(canvas: Canvas, x: float, top: float, foot: float, width: float, tone: Colour) -> None:
    """A curtain gathered to one side, its folds as separate strips."""
    folds = 5
    for k in range(folds):
        a = x + width * k / folds
        b = a + width / folds * 1.25
        middle = (a + b) / 2
        outline = spline(
            [(a, top), (b, top), (b - 0.004, foot * 0.5 + top * 0.5), (b + 0.012, foot), (a, foot)]
        )
        shade = 0.82 + 0.18 * ((k * 7) % 3) / 2
        canvas.piece(outline, scale(tone, shade), shadow=0.3, grade=0.08, light=(-0.9, -0.3))
        canvas.piece(
            tapered((middle, top), (middle, foot), 0.002, 0.004), scale(tone, 0.72), shadow=0
        )


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


def bookcase(
    canvas: Canvas, x0: float, x1: float, height: float, wood: Colour, seed: int, foot: float = 0.0
) -> None:
    """A case of shelves standing on the floor."""
    canvas.piece(rectangle(x0, foot - height, x1, foot), scale(wood, 0.55), thickness=0.02)
    rows = max(2, round(height / 0.24))
    for row in range(rows):
        y = foot - height * row / rows - 0.02
        books(canvas, x0 + 0.035, x1 - 0.035, y, seed + row, height / rows * 0.78)
        canvas.piece(rectangle(x0, y, x1, y + 0.02), wood, thickness=0.008)
    for x in (x0, x1 - 0.028):
        canvas.piece(rectangle(x, foot - height, x + 0.028, foot), wood, thickness=0.01)
    canvas.piece(rectangle(x0 - 0.015, foot - height - 0.03, x1 + 0.015, foot - height), wood)


def picture(
    canvas: Canvas, x: float, y: float, w: float, h: float, tone: Colour, seed: int
) -> None:
    """A framed picture: a small paper landscape, an abstract or a portrait."""
    canvas.piece(rectangle(x - w / 2, y - h / 2, x + w / 2, y + h / 2), scale(tone, 0.55))
    a, b = x - w * 0.43, x + w * 0.43
    top, foot = y - h * 0.41, y + h * 0.41
    sky = mix(tone, colour("#e9dcc0"), 0.65)
    canvas.piece(rectangle(a, top, b, foot), sky, shadow=0.2, thickness=0.004)
    rng = chance(seed)
    if seed % 3 == 0:
        ink = scale(tone, 0.62)
        canvas.piece(ellipse(x, y - h * 0.08, w * 0.13, h * 0.15), ink, shadow=0.1, thickness=0.003)
        shoulders = ellipse(x, foot, w * 0.27, h * 0.26, 40)[20:]
        canvas.piece(shoulders, ink, shadow=0.1, thickness=0.003)
        return
    for k in range(3):
        rise = rng.uniform(0.2, 0.75, 5)
        level = foot - (foot - top) * 0.26 * (3 - k)
        crest = [(a + (b - a) * i / 4, level - h * 0.10 * float(r)) for i, r in enumerate(rise)]
        tint = mix(scale(tone, 0.8 - 0.15 * k), BOOKS[(seed + k) % len(BOOKS)], 0.4)
        outline = [*crest, (b, foot), (a, foot)]
        canvas.piece(np.array(outline, np.float32), tint, shadow=0.2, thickness=0.003)


def door(canvas: Canvas, x: float, wood: Colour, height: float = 1.18, w: float = 0.50) -> None:
    """A panelled door in its frame, standing on the floor."""
    x0, x1 = x - w / 2, x + w / 2
    canvas.piece(rectangle(x0 - 0.04, -height - 0.04, x1 + 0.04, 0.0), scale(wood, 0.78))
    canvas.piece(rectangle(x0, -height, x1, 0.0), wood, shadow=0.3)
    for row, (top, foot) in enumerate(((0.94, 0.55), (0.47, 0.08))):
        for side in (0, 1):
            a = x0 + 0.05 + side * (w / 2 - 0.02)
            b = a + w / 2 - 0.08
            panel = rectangle(a, -height * top, b, -height * foot)
            canvas.piece(panel, scale(wood, 0.88 - 0.03 * row), shadow=0.1, light=(0.5, 0.8))
    canvas.piece(ellipse(x1 - 0.045, -0.56, 0.014, 0.014, 12), colour("#c9a860"), thickness=0.005)


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
    """A plain chair from the side; its seat is 0.22 high."""
    back, front = x - 0.13 * facing, x + 0.12 * facing
    canvas.piece(tapered((back - 0.03 * facing, -0.56), (back, 0.0), 0.014, 0.014), wood)
    canvas.piece(tapered((front, -0.21), (front + 0.01 * facing, 0.0), 0.013, 0.013), wood)
    canvas.piece(rectangle(x - 0.15, -0.235, x + 0.15, -0.205), scale(wood, 1.08), shadow=0.4)
    for y in (-0.53, -0.44):
        slat = tapered((back - 0.055 * facing, y), (back + 0.03 * facing, y), 0.014, 0.014)
        canvas.piece(slat, wood)


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
    canvas.shine(spline(glass), colour("#ffd692"), 0.93)
    flame = [(x - 0.008, y - 0.085), (x - 0.009, y - 0.105), (x, y - 0.145), (x + 0.009, y - 0.105)]
    canvas.shine(spline([*flame, (x + 0.008, y - 0.085)]), colour("#fffbe6"))
    cap = rectangle(x - 0.018, y - 0.205, x + 0.018, y - 0.19)
    canvas.piece(cap, brass, thickness=0.005)


def shade_lamp(
    canvas: Canvas, x: float, y: float, metal: Colour, shade: Colour, stem: float
) -> None:
    """A lamp with a cloth shade on a stem; stands on height y."""
    canvas.piece(ellipse(x, y - 0.006, 0.05, 0.014), scale(metal, 0.8), thickness=0.006)
    canvas.piece(tapered((x, y), (x, y - stem), 0.008, 0.006), metal, thickness=0.005)
    top = y - stem
    cone = [(x - 0.055, top - 0.10), (x + 0.055, top - 0.10), (x + 0.092, top + 0.03)]
    cone = [*cone, (x - 0.092, top + 0.03)]
    canvas.shine(np.array(cone, np.float32), mix(shade, colour("#ffe6b4"), 0.55), 0.95)
    inner = [(x - 0.042, top - 0.085), (x + 0.042, top - 0.085), (x + 0.06, top + 0.02)]
    canvas.shine(np.array([*inner, (x - 0.06, top + 0.02)], np.float32), colour("#fff3cf"), 0.5)


def pendant(canvas: Canvas, x: float, y: float, ceiling: float, metal: Colour) -> None:
    """A lamp that hangs from the ceiling; its bulb at height y."""
    canvas.piece(tapered((x, ceiling), (x, y - 0.05), 0.003, 0.003), scale(metal, 0.5), shadow=0.1)
    hood = [
        (x - 0.02, y - 0.075),
        (x + 0.02, y - 0.075),
        (x + 0.085, y - 0.01),
        (x - 0.085, y - 0.01),
    ]
    canvas.piece(np.array(hood, np.float32), metal, edge=0.3, thickness=0.006)
    canvas.shine(ellipse(x, y - 0.004, 0.03, 0.02, 20), colour("#fff2cc"))


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


def bed(canvas: Canvas, x0: float, x1: float, wood: Colour, cover: Colour) -> None:
    """A bed along the wall, its head to the left."""
    canvas.piece(rectangle(x0 - 0.03, -0.55, x0 + 0.03, 0.0), wood)
    canvas.piece(rectangle(x1 - 0.03, -0.36, x1 + 0.03, 0.0), wood)
    canvas.piece(rectangle(x0, -0.16, x1, -0.05), scale(wood, 0.75))
    fold = [(x0 + 0.03, -0.28), (x1 - 0.02, -0.27), (x1, -0.14), (x0 + 0.03, -0.13)]
    canvas.piece(np.array(fold, np.float32), cover, grade=0.15)
    canvas.piece(ellipse(x0 + 0.19, -0.30, 0.15, 0.055), colour("#e8e0d0"))


def sofa(canvas: Canvas, x0: float, x1: float, cloth: Colour) -> None:
    """A sofa from the front."""
    canvas.piece(rectangle(x0, -0.46, x1, -0.08), scale(cloth, 0.85), grade=0.1, thickness=0.02)
    half = (x1 - x0) / 2
    for side in (0, 1):
        a = x0 + 0.06 + side * (half - 0.06)
        cushion = rectangle(a, -0.27, a + half - 0.02, -0.14)
        canvas.piece(spline(cushion, steps=6), cloth, thickness=0.016)
    for a, b in ((x0 - 0.05, x0 + 0.08), (x1 - 0.08, x1 + 0.05)):
        canvas.piece(
            spline(rectangle(a, -0.34, b, -0.02), steps=6), scale(cloth, 0.95), thickness=0.018
        )


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


def coffee_machine(canvas: Canvas, x: float, y: float, badge: Colour) -> None:
    """A coffee machine that stands on height y."""
    steel = colour("#a9adb0")
    canvas.piece(rectangle(x - 0.19, y - 0.27, x + 0.19, y - 0.17), steel, edge=0.5)
    canvas.piece(rectangle(x - 0.16, y - 0.17, x + 0.16, y), scale(steel, 0.55))
    canvas.piece(rectangle(x - 0.20, y - 0.03, x + 0.20, y), steel, edge=0.4)
    for a in (x - 0.08, x + 0.08):
        canvas.piece(rectangle(a - 0.03, y - 0.17, a + 0.03, y - 0.13), colour("#3a3632"))
    canvas.piece(ellipse(x, y - 0.22, 0.025, 0.025), badge, shadow=0.1)


def pastries(canvas: Canvas, x: float, y: float) -> None:
    """A cake stand with three pastries, on height y."""
    canvas.piece(ellipse(x, y - 0.03, 0.17, 0.016), colour("#d8d2c4"), edge=0.4)
    for k in (-1, 0, 1):
        crust = colour(("#b87a3e", "#c4894a", "#a5643a")[k])
        canvas.piece(ellipse(x + 0.09 * k, y - 0.06, 0.05, 0.035), crust, edge=0.4)
    canvas.piece(rectangle(x - 0.02, y - 0.02, x + 0.02, y), colour("#b8b2a4"))
