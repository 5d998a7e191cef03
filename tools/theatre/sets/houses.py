"""House fronts in paper: walls of brick, plaster, timber or panels; roofs, windows, shops, doors.

World measures; knows no street and no weather beyond how many lamps are lit.
"""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import (
    Colour,
    Plate,
    chance,
    colour,
    mix,
    rectangle,
    scale,
    spline,
    tapered,
)
from tools.theatre.sets.foliage import leaf_mass
from tools.theatre.sets.openings import (
    STOREY,
    STREET_FLOOR,
    WARM,
    Front,
    arcade,
    balcony,
    doorway,
    pane,
    shop,
    window,
)
from tools.theatre.sets.streetware import IRON, box, shape

GABLE_STEPS = 4


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
    canvas: Canvas,
    x: float,
    w: float,
    h: float,
    front: Front,
    rng: np.random.Generator,
    lights: float,
) -> None:
    """Roof, cornice and chimneys above the wall."""
    for _ in range(int(rng.integers(0, 3))):
        _chimney(canvas, x + w * float(rng.uniform(0.1, 0.85)), h, front.wall)
    match front.top:
        case "gable":
            _gable(canvas, x, w, h, front)
            lit = bool(rng.random() < 0.5 * lights)
            window(canvas, x + w / 2, -h + 0.02, front, rng, lit, 0.72)
        case "step":
            _steps(canvas, x, w, h, front)
            lit = bool(rng.random() < 0.5 * lights)
            window(canvas, x + w / 2, -h + 0.05, front, rng, lit, 0.72)
        case "mansard":
            _mansard(canvas, x, w, h, front)
            bays = max(1, round(w / 0.9))
            for k in range(bays):
                at, lit = x + w * (k + 0.5) / bays, bool(rng.random() < 0.5 * lights)
                dormer(canvas, at, -h - 0.05, front, lit)
        case "dome":
            _dome(canvas, x, w, h, front)
    if front.top not in ("gable", "step"):
        cornice(canvas, x, w, h, front.trim)


def _chimney(canvas: Canvas, x: float, h: float, wall: Colour) -> None:
    box(canvas, x, -h - 0.85, x + 0.20, -h, scale(wall, 0.75), 0.02)
    box(canvas, x - 0.03, -h - 0.90, x + 0.23, -h - 0.82, scale(wall, 0.6), 0.01)
    for pot in (0.04, 0.13):
        box(canvas, x + pot, -h - 1.0, x + pot + 0.05, -h - 0.88, colour("#a8583c"), 0.006)


def _gable(canvas: Canvas, x: float, w: float, h: float, front: Front) -> None:
    roof = [(x - 0.10, -h + 0.03), (x + w / 2, -h - 0.62 * w), (x + w + 0.10, -h + 0.03)]
    tiles(canvas, roof, front.roof)
    wall = [(x + 0.06, -h + 0.03), (x + w / 2, -h - 0.50 * w), (x + w - 0.06, -h + 0.03)]
    shape(canvas, wall, front.wall, 0.02)


def _steps(canvas: Canvas, x: float, w: float, h: float, front: Front) -> None:
    for k in range(GABLE_STEPS):
        a, top = x + w * 0.5 * k / GABLE_STEPS, -h - 0.24 * (k + 1)
        box(canvas, a, top, x + w - (a - x), -h + 0.02, scale(front.wall, 0.98), 0.012)
        end = a + w * 0.5 / GABLE_STEPS + 0.02
        box(canvas, a - 0.02, top - 0.04, end, top + 0.02, front.trim, 0.008)


def _mansard(canvas: Canvas, x: float, w: float, h: float, front: Front) -> None:
    low, high = -h + 0.02, -h - 0.78
    roof = [(x - 0.04, low), (x + 0.16, high), (x + w - 0.16, high), (x + w + 0.04, low)]
    tiles(canvas, roof, front.roof)


def _dome(canvas: Canvas, x: float, w: float, h: float, front: Front) -> None:
    round_top = ((0.16, 0.5), (0.5, 0.72), (0.84, 0.5))
    middle = [(x + u * w, -h - v * w) for u, v in round_top]
    curve = spline([(x + 0.1, -h), *middle, (x + w - 0.1, -h)], closed=False)
    canvas.piece(curve, mix(front.roof, colour("#6fa08e"), 0.5), edge=0.5, thickness=0.05)
    foot = x + 0.5 * w
    canvas.piece(tapered((foot, -h - 0.7 * w), (foot, -h - 0.95 * w), 0.03, 0.006), IRON)


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
