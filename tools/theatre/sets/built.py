"""What people have built outside: houses, lamps, benches, boats. World measures; knows no place."""

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
from tools.theatre.sets.outdoors import BARK

LIT_WINDOW = colour("#ffc66a")
DARK_WINDOW = colour("#2b3848")


def lamp_post(canvas: Canvas, x: float, metal: Colour, lit: bool, height: float = 1.72) -> None:
    """An iron street lamp; its light at -height + .08."""
    canvas.piece(tapered((x, 0.02), (x, -height + 0.16), 0.024, 0.014), metal, thickness=0.008)
    canvas.piece(spline(rectangle(x - 0.045, -0.14, x + 0.045, 0.02), steps=3), metal)
    canvas.piece(rectangle(x - 0.03, -height + 0.135, x + 0.03, -height + 0.16), metal)
    glass = [(x - 0.034, -height + 0.135), (x - 0.055, -height + 0.02)]
    glass += [(x + 0.055, -height + 0.02), (x + 0.034, -height + 0.135)]
    if lit:
        canvas.shine(np.array(glass, np.float32), colour("#ffe2a0"))
    else:
        canvas.piece(np.array(glass, np.float32), colour("#c3cccc"), shadow=0.1)
    roof = [(x - 0.068, -height + 0.022), (x + 0.068, -height + 0.022), (x, -height - 0.045)]
    canvas.piece(np.array(roof, np.float32), metal, thickness=0.006)


def house(
    canvas: Canvas,
    x: float,
    w: float,
    h: float,
    wall: Colour,
    roof: Colour,
    seed: int,
    lamps: float,
) -> None:
    """A small house with a pitched roof, a door and windows, some of them lit."""
    rng = chance(seed)
    canvas.piece(rectangle(x - w / 2, -h, x + w / 2, 0.04), wall, grade=0.06, thickness=0.02)
    gable = [
        (x - w * 0.58, -h + 0.02),
        (x + w * 0.58, -h + 0.02),
        (x + w * 0.36, -h * 1.5),
        (x - w * 0.36, -h * 1.5),
    ]
    canvas.piece(np.array(gable, np.float32), roof, grade=0.1, thickness=0.03)
    chimney = rectangle(x + w * 0.2, -h * 1.68, x + w * 0.3, -h * 1.4)
    canvas.piece(chimney, scale(wall, 0.8), thickness=0.01)
    canvas.piece(rectangle(x - 0.1 * w, -0.52 * h, x + 0.08 * w, 0.03), scale(roof, 0.8))
    for side in (-0.33, 0.3):
        glass = rectangle(x + side * w - 0.09 * w, -0.72 * h, x + side * w + 0.09 * w, -0.38 * h)
        pane(
            canvas,
            glass,
            bool(rng.random() < 0.75 * lamps + 0.05 and lamps > 0.2),
            scale(wall, 1.2),
        )


def pane(canvas: Canvas, glass: Plate, lit: bool, frame: Colour) -> None:
    """One window of a facade, dark or lit."""
    (x0, y0), (x1, y1) = glass.min(0).tolist(), glass.max(0).tolist()
    t = 0.05 * (x1 - x0) + 0.006
    canvas.piece(rectangle(x0 - t, y0 - t, x1 + t, y1 + t), frame, shadow=0.25, thickness=0.008)
    if lit:
        canvas.shine(glass, LIT_WINDOW)
        canvas.shine(rectangle(x0, y0, x1, y0 + 0.3 * (y1 - y0)), scale(LIT_WINDOW, 0.82), 0.7)
    else:
        canvas.piece(glass, DARK_WINDOW, shadow=0, edge=0.1, grade=0.2)
    middle = (x0 + x1) / 2
    bar = (t * 0.35, t * 0.35)
    for bars in (
        tapered((middle, y0), (middle, y1), *bar),
        tapered((x0, (y0 + y1) / 2), (x1, (y0 + y1) / 2), *bar),
    ):
        canvas.shine(bars, scale(frame, 0.45)) if lit else canvas.piece(bars, frame, shadow=0.1)


def bench(canvas: Canvas, x: float, wood: Colour) -> None:
    """A park bench from the front."""
    for leg in (x - 0.36, x + 0.36):
        canvas.piece(rectangle(leg - 0.02, -0.46, leg + 0.02, 0.01), colour("#33373b"))
    for y in (-0.47, -0.40, -0.33, -0.25):
        canvas.piece(rectangle(x - 0.45, y - 0.022, x + 0.45, y + 0.022), wood, thickness=0.008)


def well(canvas: Canvas, x: float, stone: Colour, wood: Colour) -> None:
    """A stone well with a roof and a bucket."""
    for post in (x - 0.24, x + 0.24):
        canvas.piece(tapered((post, -0.3), (post, -0.92), 0.022, 0.020), wood)
    gable = [(x - 0.38, -0.86), (x + 0.38, -0.86), (x + 0.26, -1.1), (x - 0.26, -1.1)]
    canvas.piece(np.array(gable, np.float32), scale(wood, 0.8), thickness=0.02)
    canvas.piece(tapered((x, -0.88), (x, -0.45), 0.004, 0.004), colour("#b59a6a"), shadow=0.1)
    canvas.piece(
        np.array(
            [(x - 0.06, -0.5), (x + 0.06, -0.5), (x + 0.045, -0.38), (x - 0.045, -0.38)], np.float32
        ),
        wood,
    )
    canvas.piece(rectangle(x - 0.3, -0.37, x + 0.3, 0.03), stone, grade=0.1, thickness=0.02)
    for row in range(3):
        for k in range(5):
            a = x - 0.3 + 0.12 * k + (0.06 if row % 2 else 0.0)
            brick = rectangle(
                max(a, x - 0.3) + 0.006,
                -0.34 + 0.12 * row,
                min(a + 0.11, x + 0.3),
                -0.24 + 0.12 * row,
            )
            canvas.piece(
                spline(brick, steps=3),
                scale(stone, 0.86 + 0.07 * ((k * 3 + row) % 4)),
                shadow=0.2,
                thickness=0.006,
            )


def fence(canvas: Canvas, first: float, last: float, wood: Colour, seed: int) -> None:
    """A rail fence along the flat."""
    for k in range(int(np.floor(first / 0.62)), int(np.ceil(last / 0.62)) + 1):
        x = k * 0.62
        canvas.piece(tapered((x, 0.02), (x + 0.01 * ((seed + k) % 3), -0.52), 0.024, 0.021), wood)
    for y in (-0.42, -0.22):
        canvas.piece(
            rectangle(first - 1, y - 0.018, last + 1, y + 0.018), scale(wood, 1.06), thickness=0.01
        )


def boat(
    canvas: Canvas, x: float, w: float, hull: Colour, lamps: float, water: float = 0.12
) -> None:
    """A ferry or fishing boat on the water."""
    h = w * 0.16
    cabin = scale(mix(hull, (225, 228, 230), 0.75), 1.0)
    canvas.piece(rectangle(x - w * 0.24, water - h * 2.1, x + w * 0.20, water - h * 0.85), cabin)
    canvas.piece(
        rectangle(x - w * 0.10, water - h * 2.9, x + w * 0.10, water - h * 2.05), scale(cabin, 0.95)
    )
    canvas.piece(
        rectangle(x - w * 0.20, water - h * 3.2, x - w * 0.14, water - h * 2.0), colour("#8b3f36")
    )
    canvas.piece(
        tapered((x + w * 0.28, water - h * 3.6), (x + w * 0.28, water - h), 0.006 * w, 0.009 * w),
        BARK,
    )
    sides = [
        (x - w * 0.5, water - h),
        (x + w * 0.54, water - h * 1.25),
        (x + w * 0.42, water + 0.03),
        (x - w * 0.44, water + 0.03),
    ]
    canvas.piece(np.array(sides, np.float32), hull, grade=0.12, thickness=0.03)
    canvas.piece(
        np.array(
            [
                (x - w * 0.5, water - h),
                (x + w * 0.54, water - h * 1.25),
                (x + w * 0.53, water - h * 1.08),
                (x - w * 0.49, water - h * 0.84),
            ],
            np.float32,
        ),
        cabin,
        shadow=0.1,
    )
    for k in range(5):
        glass = ellipse(x - w * 0.18 + w * 0.08 * k, water - h * 1.45, w * 0.020, w * 0.020, 16)
        canvas.shine(glass, LIT_WINDOW) if lamps > 0.3 else canvas.piece(
            glass, DARK_WINDOW, shadow=0
        )


def lighthouse(canvas: Canvas, x: float, foot: float, h: float, lit: bool) -> None:
    """A striped tower with its lantern at foot - 1.08 h."""
    w = 0.11 * h
    white, red = colour("#d8d0c6"), colour("#a8443e")
    tower = [(x - w, foot), (x - w * 0.68, foot - h), (x + w * 0.68, foot - h), (x + w, foot)]
    canvas.piece(np.array(tower, np.float32), white, thickness=0.03 * h)
    for a, b in ((0.2, 0.4), (0.6, 0.8)):
        wa, wb = w * (1 - 0.32 * a), w * (1 - 0.32 * b)
        band = [
            (x - wa, foot - h * a),
            (x - wb, foot - h * b),
            (x + wb, foot - h * b),
            (x + wa, foot - h * a),
        ]
        canvas.piece(np.array(band, np.float32), red, shadow=0, edge=0.3, thickness=0.02 * h)
    canvas.piece(
        rectangle(x - w * 0.9, foot - h * 1.02, x + w * 0.9, foot - h * 0.985), colour("#343642")
    )
    glass = rectangle(x - w * 0.5, foot - h * 1.14, x + w * 0.5, foot - h * 1.02)
    canvas.shine(glass, colour("#ffe7b0")) if lit else canvas.piece(glass, colour("#aebcc4"))
    dome = spline(
        [(x - w * 0.65, foot - h * 1.14), (x, foot - h * 1.24), (x + w * 0.65, foot - h * 1.14)]
    )
    canvas.piece(dome, colour("#343642"))
