"""House fronts in paper: walls of brick, plaster, timber or panels; roofs, windows, shops, doors.

World measures; knows no street and no weather beyond how many lamps are lit.
"""

from __future__ import annotations

from dataclasses import dataclass

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
from tools.theatre.sets.streetware import DARK_GLASS, IRON, PAPER, box, shape
from tools.theatre.sets.trees import leaf_mass

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


def facade(canvas: Canvas, x: float, w: float, front: Front, seed: int, lights: float) -> None:
    """Paint a house front from x to x + w; `lights` 0..1 is the share of lit windows."""
    rng = chance(seed)
    h = front.height
    crown(canvas, x, w, h, front, rng, lights)
    box(canvas, x, -h, x + w, 0.06, front.wall, 0.016)
    surface(canvas, x, w, h, front, seed)
    for side in (x, x + w - 0.06):
        box(canvas, side, -h, side + 0.06, 0.04, scale(front.wall, 0.86), 0.006)
    box(
        canvas,
        x - 0.03,
        -STREET_FLOOR - 0.06,
        x + w + 0.03,
        -STREET_FLOOR + 0.03,
        scale(front.trim, 1.0),
        0.02,
    )
    columns = max(2, round(w / 0.66))
    gap = w / columns
    for floor in range(front.floors):
        y = -STREET_FLOOR - STOREY * floor - 0.14
        for k in range(columns):
            lit = bool(rng.random() < 0.55 * lights)
            window(canvas, x + (k + 0.5) * gap, y, front, rng, lit)
    if front.floors and rng.random() < 0.35:
        balcony(canvas, x + (0.5 + int(rng.integers(columns))) * gap, -STREET_FLOOR - 0.10, rng)
    foot = {"shop": shop, "arcade": arcade}.get(front.foot, doorway)
    foot(canvas, x, w, front, rng, lights)
    if rng.random() < 0.22:
        ivy(canvas, x + (0.1 if rng.random() < 0.5 else w - 0.1), h, seed)
    box(canvas, x, -0.09, x + w, 0.06, scale(front.wall, 0.55), 0.012)


def surface(canvas: Canvas, x: float, w: float, h: float, front: Front, seed: int) -> None:
    """Bricks, stone courses, planks or timbers over a wall already laid."""
    corners = canvas.pixels([(x, -h), (x + w, 0.0)])
    x0, y0 = (int(max(0, c)) for c in corners[0])
    x1, y1 = (int(c) for c in np.minimum(corners[1], (canvas.w, canvas.h)))
    if x1 <= x0 + 1 or y1 <= y0 + 1:
        return
    part = canvas.rgb[y0:y1, x0:x1]
    u, v = canvas.x[:, x0:x1] - x, canvas.y[y0:y1]
    if front.material in ("brick", "stone"):
        deep, wide = (0.062, 0.17) if front.material == "brick" else (0.20, 0.42)
        part *= courses(u, v, deep, wide, canvas.density, seed)[..., None]
    elif front.material == "panel":
        seam = np.minimum(np.abs(u % 0.66), np.abs(v % STOREY)) * canvas.density
        part *= (1 - 0.25 * np.clip(1.5 - seam, 0, 1))[..., None].astype(np.float32)
    grime = np.clip((v + 0.55) / 0.55, 0, 1) * 0.22 + 0.10 * np.clip((-v - h + 0.5) / 0.5, 0, 1)
    part *= (1 - np.broadcast_to(grime, part.shape[:2]))[..., None].astype(np.float32)
    if front.material == "timber":
        timbers(canvas, x, w, h)


def courses(u: Plate, v: Plate, deep: float, wide: float, density: float, seed: int) -> Plate:
    """Shade of masonry at offsets u (columns) and v (rows), (h, w) about 1."""
    row = np.floor(v / deep).astype(np.int64)
    along = u / wide + (row % 2) * 0.5
    brick = np.floor(along).astype(np.int64)
    tint = ((brick * 73856093 ^ row * 19349663 ^ seed) % 89) / 89 - 0.5
    joint = np.minimum(
        np.abs(v / deep % 1 - 0.5) * -deep + deep / 2, (0.5 - np.abs(along % 1 - 0.5)) * wide
    )
    line = np.clip(1.0 - joint * density / 1.3, 0, 1) * min(1.0, deep * density / 8)
    return np.asarray((1 + 0.26 * tint) * (1 - 0.26 * line), np.float32)


def timbers(canvas: Canvas, x: float, w: float, h: float) -> None:
    """Dark beams of a half-timbered upper wall."""
    beam = colour("#4f3a2c")
    for y in np.arange(-STREET_FLOOR, -h, -STOREY):
        box(canvas, x, float(y) - 0.045, x + w, float(y) + 0.045, beam, 0.014)
    bays = max(2, round(w / 0.66))
    for k in range(bays + 1):
        a = x + w * k / bays
        box(canvas, a - 0.035, -h, a + 0.035, -STREET_FLOOR, beam, 0.012)
    for k in (0, bays - 1):
        for y in np.arange(-STREET_FLOOR, -h + 0.5, -STOREY):
            ends = [(x + w * k / bays, float(y)), (x + w * (k + 1) / bays, float(y) - STOREY)]
            canvas.piece(tapered(ends[0], ends[1], 0.028, 0.028), beam, edge=0.4)


def crown(
    canvas: Canvas, x: float, w: float, h: float, front: Front, rng: np.random.Generator, lights: float
) -> None:  # fmt: skip
    """Roof, cornice and chimneys above the wall."""
    for _ in range(int(rng.integers(0, 3))):
        a = x + w * float(rng.uniform(0.1, 0.85))
        box(canvas, a, -h - 0.85, a + 0.20, -h, scale(front.wall, 0.75), 0.02)
        box(canvas, a - 0.03, -h - 0.90, a + 0.23, -h - 0.82, scale(front.wall, 0.6), 0.01)
        for pot in (0.04, 0.13):
            box(canvas, a + pot, -h - 1.0, a + pot + 0.05, -h - 0.88, colour("#a8583c"), 0.006)
    if front.top == "gable":
        tiles(
            canvas,
            [(x - 0.10, -h + 0.03), (x + w / 2, -h - 0.62 * w), (x + w + 0.10, -h + 0.03)],
            front.roof,
        )
        shape(
            canvas,
            [(x + 0.06, -h + 0.03), (x + w / 2, -h - 0.50 * w), (x + w - 0.06, -h + 0.03)],
            front.wall,
            0.02,
        )
        window(canvas, x + w / 2, -h + 0.02, front, rng, bool(rng.random() < 0.5 * lights), 0.72)
    elif front.top == "step":
        steps = 4
        for k in range(steps):
            a = x + w * 0.5 * k / steps
            box(
                canvas,
                a,
                -h - 0.24 * (k + 1),
                x + w - (a - x),
                -h + 0.02,
                scale(front.wall, 0.98),
                0.012,
            )
            box(canvas, a - 0.02, -h - 0.24 * (k + 1) - 0.04, a + w * 0.5 / steps + 0.02, -h - 0.24 * (k + 1) + 0.02, front.trim, 0.008)  # fmt: skip
        window(canvas, x + w / 2, -h + 0.05, front, rng, bool(rng.random() < 0.5 * lights), 0.72)
    elif front.top == "mansard":
        tiles(canvas, [(x - 0.04, -h + 0.02), (x + 0.16, -h - 0.78), (x + w - 0.16, -h - 0.78), (x + w + 0.04, -h + 0.02)], front.roof)  # fmt: skip
        for k in range(max(1, round(w / 0.9))):
            dormer(
                canvas,
                x + w * (k + 0.5) / max(1, round(w / 0.9)),
                -h - 0.05,
                front,
                bool(rng.random() < 0.5 * lights),
            )
        cornice(canvas, x, w, h, front.trim)
    elif front.top == "dome":
        curve = spline([(x + 0.1, -h), (x + 0.16 * w, -h - 0.5 * w), (x + 0.5 * w, -h - 0.72 * w), (x + 0.84 * w, -h - 0.5 * w), (x + w - 0.1, -h)], closed=False)  # fmt: skip
        canvas.piece(curve, mix(front.roof, colour("#6fa08e"), 0.5), edge=0.5, thickness=0.05)
        canvas.piece(
            tapered((x + 0.5 * w, -h - 0.7 * w), (x + 0.5 * w, -h - 0.95 * w), 0.03, 0.006), IRON
        )
        cornice(canvas, x, w, h, front.trim)
    else:
        cornice(canvas, x, w, h, front.trim)


def cornice(canvas: Canvas, x: float, w: float, h: float, trim: Colour) -> None:
    """A moulded edge with brackets."""
    for k in range(int(w / 0.16)):
        a = x + 0.16 * k
        box(canvas, a, -h - 0.04, a + 0.07, -h + 0.08, scale(trim, 0.8), 0.008)
    box(canvas, x - 0.06, -h - 0.12, x + w + 0.06, -h - 0.02, trim, 0.03)


def tiles(canvas: Canvas, outline: list[tuple[float, float]], tone: Colour) -> None:
    """A roof with rows of tiles."""
    points = np.array(outline, np.float32)
    canvas.piece(points, tone, edge=0.35, thickness=0.03)
    inside = canvas.mask(points).astype(np.float32) / 255
    if not inside.any():
        return
    step = 0.11
    row = np.floor(canvas.y / step).astype(np.int64)
    along = canvas.x / 0.13 + (row % 2) * 0.5
    chip = ((np.floor(along).astype(np.int64) * 40503 + row * 7919) % 23) / 23 - 0.5
    lip = np.clip(1 - (canvas.y / step % 1) * 3.0, 0, 1) * min(1.0, step * canvas.density / 9)
    canvas.rgb *= (1 + inside * (0.16 * chip - 0.26 * lip))[..., None].astype(np.float32)


def dormer(canvas: Canvas, x: float, y: float, front: Front, lit: bool) -> None:
    """A small gabled window in a roof."""
    box(canvas, x - 0.20, y - 0.56, x + 0.20, y, front.trim, 0.02)
    pane(canvas, rectangle(x - 0.13, y - 0.50, x + 0.13, y - 0.08), lit, WARM[0])
    shape(
        canvas,
        [(x - 0.28, y - 0.53), (x, y - 0.78), (x + 0.28, y - 0.53)],
        scale(front.roof, 0.8),
        0.02,
    )


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
    canvas: Canvas, x: float, y: float, front: Front, rng: np.random.Generator, lit: bool, size: float = 1.0
) -> None:  # fmt: skip
    """A window whose sill lies at y: frame, glass, bars, sill and what its style adds."""
    w, h = (0.24 * size, 0.60 * size) if front.window != "strip" else (0.29 * size, 0.42 * size)
    x0, x1, top = x - w, x + w, y - h
    x0, x1 = (x0 + 0.06, x1 - 0.06) if front.window != "strip" else (x0, x1)
    frame = mix(front.trim, PAPER, 0.45)
    outline = rectangle(x0, top, x1, y)
    if front.window == "arch":
        arc = spline([(x0, top + 0.06), (x, top - 0.12), (x1, top + 0.06)], closed=False)
        outline = np.concatenate([arc, [(x1, y), (x0, y)]]).astype(np.float32)
    middle = outline.mean(0)
    canvas.piece(
        (outline - middle) * (1.22, 1.13) + middle, frame, shadow=0.45, edge=0.3, thickness=0.014
    )
    tone = WARM[int(rng.integers(4))] if rng.random() < 0.92 else COLD
    pane(canvas, outline, lit, tone)
    if lit and rng.random() < 0.6:
        for a, b in ((x0, x0 + 0.28 * (x1 - x0)), (x1 - 0.28 * (x1 - x0), x1)):
            canvas.shine(rectangle(a, top + 0.02, b, y), scale(tone, 0.62), 0.9)
    bars = [
        tapered((x, top), (x, y), 0.008, 0.008),
        tapered((x0, top + 0.42 * h), (x1, top + 0.42 * h), 0.008, 0.008),
    ]
    for bar in bars:
        if lit:
            canvas.shine(bar, scale(frame, 0.42))
        else:
            canvas.piece(bar, frame, shadow=0.2, edge=0)
    box(canvas, x0 - 0.06, y, x1 + 0.06, y + 0.045, scale(frame, 1.05), 0.02)
    if front.window == "shutters":
        for a, b in ((x0 - 0.17, x0 - 0.03), (x1 + 0.03, x1 + 0.17)):
            box(canvas, a, top, b, y, front.trim, 0.012)
            for k in range(1, 6):
                box(
                    canvas,
                    a + 0.02,
                    top + h * k / 6 - 0.008,
                    b - 0.02,
                    top + h * k / 6 + 0.008,
                    scale(front.trim, 0.7),
                    0.003,
                )
    elif front.window == "sash" and rng.random() < 0.25:
        flower_box(canvas, x, y, rng)


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
        if lit and rng.random() < 2:
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
        arc = spline([(a, -0.72), ((a + b) / 2, -1.22), (b, -0.72)], closed=False)
        hole = np.concatenate([arc, [(b, 0.04), (a, 0.04)]]).astype(np.float32)
        middle = hole.mean(0)
        canvas.piece((hole - middle) * 1.10 + middle, front.trim, shadow=0.4, thickness=0.02)
        canvas.piece(hole, colour("#2a2530"), shadow=0.5, grade=0.2)
        if lights > 0.1 and (k + int(rng.integers(2))) % 2 == 0:
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
            canvas.piece(rectangle(middle + dx - 0.075, y, middle + dx + 0.075, y + 0.34), scale(front.trim, 0.8), shadow=0.2, light=(0.5, 0.8))  # fmt: skip
    canvas.piece(ellipse(middle + 0.17, -0.46, 0.022, 0.022, 10), colour("#d8b25a"), edge=0.5)
    for k in range(2):
        box(canvas, middle - 0.40 - 0.08 * k, -0.10 + 0.07 * k, middle + 0.40 + 0.08 * k, -0.02 + 0.08 * k, scale(frame, 0.8 - 0.1 * k), 0.02)  # fmt: skip
    for side in (-1, 1):
        a = middle + side * 0.80
        if x + 0.3 < a < x + w - 0.3:
            window(canvas, a, -0.44, front, rng, bool(rng.random() < 0.55 * lights), 1.02)


def ivy(canvas: Canvas, x: float, h: float, seed: int) -> None:
    """Climbing leaves up one corner."""
    rng = chance(seed + 9)
    tall = float(rng.uniform(0.5, 0.85)) * h
    lobes = [
        (
            x + float(rng.normal(0, 0.10)) * (1 + 1.2 * k / 22),
            -tall * k / 22 - 0.05,
            float(rng.uniform(0.07, 0.15)),
        )
        for k in range(23)
    ]
    leaf_mass(canvas, lobes, colour("#56793f"), seed, ragged=0.5)
