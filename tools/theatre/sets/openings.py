"""Windows, doors, shops and balconies of house fronts in paper. World measures; knows no street."""

from __future__ import annotations

from dataclasses import dataclass

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
    tapered,
)
from tools.theatre.sets.foliage import leaf_mass
from tools.theatre.sets.streetware import DARK_GLASS, IRON, PAPER, box, shape

WARM = tuple(colour(c) for c in ("#ffcf7a", "#ffbf62", "#ffd998", "#f7b05a"))


COLD = colour("#a9c6e8")


STOREY = 0.92


STREET_FLOOR = 1.36
"""Height of the ground floor; shops and doors fit below it."""


@dataclass(frozen=True, slots=True)
class Front:
    """How one house looks.

    Attributes:
        wall, trim, roof: paints.
        material: brick, plaster, timber, stone or panel.
        top: gable, step, mansard, flat or dome.
        window: sash, shutters, arch or strip.
        foot: shop, door, arcade or gate.
        floors: storeys above the ground floor.
    """

    wall: Colour
    trim: Colour
    roof: Colour
    material: str = "brick"
    top: str = "flat"
    window: str = "sash"
    foot: str = "door"
    floors: int = 2

    @property
    def height(self) -> float:
        """Height of the wall."""
        return STREET_FLOOR + STOREY * self.floors + 0.16


def arch(first: float, last: float, y: float, rise: float) -> Plate:
    """A round arch from first to last over height y, left to right, (13, 2) float32."""
    turn = np.linspace(np.pi, 2 * np.pi, 13)
    middle, half = (first + last) / 2, (last - first) / 2
    return np.stack([middle + half * np.cos(turn), y + rise * np.sin(turn)], 1).astype(np.float32)


def pane(canvas: Canvas, glass: Plate, lit: bool, tone: Colour) -> None:
    """Glass: at night a room's light, by day the sky's sheen."""
    (x0, y0), (x1, y1) = glass.min(0).tolist(), glass.max(0).tolist()
    if lit:
        canvas.shine(glass, tone)
        canvas.shine(rectangle(x0, y0, x1, y0 + 0.28 * (y1 - y0)), scale(tone, 0.78), 0.7)
        return
    canvas.piece(glass, DARK_GLASS, shadow=0.25, edge=0.1, grade=0.3)
    w, h = x1 - x0, y1 - y0
    sheen = [(x0 + 0.15 * w, y1), (x0 + 0.62 * w, y0), (x0 + 0.86 * w, y0), (x0 + 0.40 * w, y1)]
    if h * canvas.density > 10:
        canvas.piece(np.array(sheen, np.float32), colour("#4a6076"), shadow=0, edge=0)


def window(
    canvas: Canvas,
    x: float,
    y: float,
    front: Front,
    rng: np.random.Generator,
    lit: bool,
    size: float = 1.0,
) -> None:
    """A window whose sill lies at y: frame, glass, bars, sill and what its style adds."""
    w, h = (0.24 * size, 0.60 * size) if front.window != "strip" else (0.29 * size, 0.42 * size)
    x0, x1, top = x - w, x + w, y - h
    x0, x1 = (x0 + 0.06, x1 - 0.06) if front.window != "strip" else (x0, x1)
    frame = mix(front.trim, PAPER, 0.45)
    outline = rectangle(x0, top, x1, y)
    if front.window == "arch":
        arc = arch(x0, x1, top + 0.06, 0.17)
        outline = np.concatenate([arc, [(x1, y), (x0, y)]]).astype(np.float32)
    middle = outline.mean(0)
    canvas.piece(
        (outline - middle) * (1.22, 1.13) + middle, frame, shadow=0.45, edge=0.3, thickness=0.014
    )
    # Drawn by day and by night alike, so that the house stays the same house.
    tones, flowers, curtains = (*WARM, COLD), rng.random() < 0.25, rng.random() < 0.6
    tone = tones[min(4, int(rng.random() * 4.35))]
    pane(canvas, outline, lit, tone)
    if lit and curtains:
        for a, b in ((x0, x0 + 0.28 * (x1 - x0)), (x1 - 0.28 * (x1 - x0), x1)):
            canvas.shine(rectangle(a, top + 0.02, b, y), scale(tone, 0.62), 0.9)
    cross = [((x, top), (x, y)), ((x0, top + 0.42 * h), (x1, top + 0.42 * h))]
    for bar in (tapered(a, b, 0.008, 0.008) for a, b in cross):
        if lit:
            canvas.shine(bar, scale(frame, 0.42))
        else:
            canvas.piece(bar, frame, shadow=0.2, edge=0)
    box(canvas, x0 - 0.06, y, x1 + 0.06, y + 0.045, scale(frame, 1.05), 0.02)
    if front.window == "shutters":
        for a, b in ((x0 - 0.17, x0 - 0.03), (x1 + 0.03, x1 + 0.17)):
            _shutter(canvas, (a, b), top, y, front.trim)
    elif front.window == "sash" and flowers:
        flower_box(canvas, x, y, rng)


def _shutter(
    canvas: Canvas, sides: tuple[float, float], top: float, foot: float, trim: Colour
) -> None:
    a, b = sides
    h = foot - top
    box(canvas, a, top, b, foot, trim, 0.012)
    for k in range(1, 6):
        low, high = top + h * k / 6 - 0.008, top + h * k / 6 + 0.008
        box(canvas, a + 0.02, low, b - 0.02, high, scale(trim, 0.7), 0.003)


def flower_box(canvas: Canvas, x: float, y: float, rng: np.random.Generator) -> None:
    """Geraniums on a sill."""
    leaf_mass(
        canvas, [(x + 0.07 * k, y - 0.02, 0.065) for k in (-2, 0, 2, -1, 1)], colour("#5f8a46"), 3
    )
    for _ in range(7):
        at = (x + float(rng.uniform(-0.2, 0.2)), y - float(rng.uniform(0.0, 0.08)))
        canvas.piece(ellipse(*at, 0.020, 0.020, 8), colour("#d4483c"), shadow=0.2, thickness=0.004)
    box(canvas, x - 0.22, y + 0.01, x + 0.22, y + 0.10, colour("#8a5a3c"))


def balcony(canvas: Canvas, x: float, y: float, rng: np.random.Generator) -> None:
    """An iron balcony before one window."""
    box(canvas, x - 0.36, y + 0.02, x + 0.36, y + 0.08, scale(PAPER, 0.7), 0.03)
    for k in range(10):
        canvas.piece(
            tapered(
                (x - 0.34 + 0.075 * k, y + 0.02), (x - 0.34 + 0.075 * k, y - 0.24), 0.007, 0.007
            ),
            IRON,
        )
    box(canvas, x - 0.36, y - 0.26, x + 0.36, y - 0.235, IRON, 0.01)


def shop(
    canvas: Canvas, x: float, w: float, front: Front, rng: np.random.Generator, lights: float
) -> None:
    """A shop front: painted surround, lit glass with goods, a sign and an awning."""
    paint, lit = front.trim, lights > 0.12
    box(canvas, x + 0.10, -1.28, x + w - 0.10, 0.02, scale(paint, 0.92), 0.02)
    right = x + w * float(rng.uniform(0.60, 0.68))
    glass = rectangle(x + 0.20, -0.96, right - 0.08, -0.26)
    box(canvas, x + 0.16, -1.0, right - 0.04, -0.22, scale(paint, 1.25), 0.014)
    pane(canvas, glass, lit, WARM[int(rng.integers(3))])
    for k in range(5):
        a = x + 0.28 + (right - x - 0.5) * k / 4.4
        goods = rectangle(a, -0.27 - float(rng.uniform(0.08, 0.26)), a + 0.13, -0.26)
        if lit:
            canvas.shine(goods, scale(paint, 0.55), 0.85)
        else:
            canvas.piece(goods, scale(paint, 0.75), shadow=0)
    box(canvas, x + 0.16, -0.20, right - 0.04, -0.02, scale(paint, 0.72), 0.01)
    box(canvas, right + 0.02, -1.02, x + w - 0.16, 0.03, scale(paint, 0.68), 0.016)
    pane(canvas, rectangle(right + 0.08, -0.94, x + w - 0.22, -0.40), lit, WARM[1])
    box(canvas, x + 0.12, -1.27, x + w - 0.12, -1.08, mix(paint, colour("#1d1a20"), 0.45), 0.016)
    letters = int(rng.integers(5, 9))
    first = x + w / 2 - 0.065 * letters
    for k in range(letters):
        tall = 0.085 if rng.random() < 0.7 else 0.055
        mark = rectangle(first + 0.13 * k, -1.135 - tall, first + 0.13 * k + 0.075, -1.125)
        if lit:
            canvas.shine(mark, colour("#ffe6b8"), 0.9)
        else:
            canvas.piece(mark, colour("#e8d9b0"), shadow=0)
    if rng.random() < 0.65:
        awning(canvas, x + 0.12, right, paint)


def awning(canvas: Canvas, first: float, last: float, paint: Colour) -> None:
    """A striped awning with a scalloped hem that shades the window."""
    stripes = max(5, round((last - first) / 0.16))
    step = (last - first) / stripes
    for k in range(stripes):
        a, b = first + step * k, first + step * (k + 1)
        hem = [
            (a, -1.06),
            (b, -1.06),
            (b + 0.03, -0.80),
            ((a + b) / 2 + 0.03, -0.755),
            (a + 0.03, -0.80),
        ]
        shape(canvas, hem, scale(paint, 1.3) if k % 2 else PAPER, 0.02)


def arcade(
    canvas: Canvas, x: float, w: float, front: Front, rng: np.random.Generator, lights: float
) -> None:
    """Round arches on pillars, lamp-lit within."""
    count = max(2, round(w / 0.8))
    step = w / count
    for k in range(count):
        a, b = x + step * k + 0.10, x + step * (k + 1) - 0.10
        arc = arch(a, b, -0.80, 0.40)
        hole = np.concatenate([arc, [(b, 0.04), (a, 0.04)]]).astype(np.float32)
        middle = hole.mean(0)
        canvas.piece((hole - middle) * 1.10 + middle, front.trim, shadow=0.4, thickness=0.02)
        canvas.piece(hole, colour("#2a2530"), shadow=0.5, grade=0.2)
        hung = (k + int(rng.integers(2))) % 2 == 0
        if lights > 0.1 and hung:
            canvas.shine(ellipse((a + b) / 2, -0.86, 0.045, 0.055, 14), WARM[2])


def doorway(
    canvas: Canvas, x: float, w: float, front: Front, rng: np.random.Generator, lights: float
) -> None:
    """A panelled door with a fanlight, steps, a lamp, and windows beside it."""
    middle = x + w * float(rng.uniform(0.36, 0.64))
    frame = mix(front.trim, PAPER, 0.5)
    lit = bool(rng.random() < 0.7 * lights)
    box(canvas, middle - 0.33, -1.24, middle + 0.33, 0.03, frame, 0.02)
    shape(
        canvas,
        [(middle - 0.42, -1.20), (middle + 0.42, -1.20), (middle, -1.38)],
        scale(frame, 0.95),
        0.02,
    )
    pane(canvas, rectangle(middle - 0.22, -1.14, middle + 0.22, -0.99), lit, WARM[0])
    box(canvas, middle - 0.22, -0.96, middle + 0.22, 0.03, front.trim, 0.016)
    for dx in (-0.11, 0.11):
        for y in (-0.88, -0.46):
            canvas.piece(
                rectangle(middle + dx - 0.075, y, middle + dx + 0.075, y + 0.34),
                scale(front.trim, 0.8),
                shadow=0.2,
                light=(0.5, 0.8),
            )
    canvas.piece(ellipse(middle + 0.17, -0.46, 0.022, 0.022, 10), colour("#d8b25a"), edge=0.5)
    for k in range(2):
        box(
            canvas,
            middle - 0.40 - 0.08 * k,
            -0.10 + 0.07 * k,
            middle + 0.40 + 0.08 * k,
            -0.02 + 0.08 * k,
            scale(frame, 0.8 - 0.1 * k),
            0.02,
        )
    for side in (-1, 1):
        a = middle + side * 0.80
        if x + 0.3 < a < x + w - 0.3:
            window(canvas, a, -0.44, front, rng, bool(rng.random() < 0.55 * lights), 1.02)
