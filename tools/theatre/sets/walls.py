"""What walls are covered with: paint, paper, boards, tiles, brick, stone. Knows no room.

Works on back walls and, with depth for x, on side walls.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import Colour, Plate, mix, rectangle, scale

DADO = -0.50
SKIRTING = -0.085
ENDS = 60.0


@dataclass(frozen=True, slots=True)
class Cover:
    """One room's walls: the paint above, the boards below and their pattern."""

    kind: str
    tone: Colour
    wood: Colour
    top: float
    seed: int
    low: str = ""
    """Below the rail: panels, boards, paint or nothing."""
    lower: Colour = (90.0, 110.0, 130.0)


def cover_wall(canvas: Canvas, cover: Cover) -> None:
    """Flood a canvas with a covered wall: pattern, wear, rail, skirting and cornice."""
    canvas.flood(cover.tone)
    _PATTERNS.get(cover.kind, _plaster)(canvas, cover)
    if cover.low:
        _below(canvas, cover)
    trim = cover.lower if cover.low == "paint" else cover.wood
    skirting = rectangle(-ENDS, SKIRTING, ENDS, 0.1)
    canvas.piece(skirting, scale(trim, 0.86), shadow=0.3, thickness=0.012)
    if cover.kind not in ("brick", "stone", "concrete", "metal", "logs"):
        ledge = rectangle(-ENDS, cover.top - 0.1, ENDS, cover.top + 0.055)
        canvas.piece(ledge, scale(mix(cover.tone, (222, 228, 232), 0.30), 0.95), thickness=0.012)


def _hashed(a: Plate, b: Plate | int, seed: int) -> Plate:
    mixed = (a * 73856093) ^ (np.asarray(b) * 19349663) ^ (seed * 83492791)
    return np.asarray((mixed % 1009) / 1009.0, np.float32)


def _times(canvas: Canvas, level: Plate) -> None:
    canvas.rgb *= np.broadcast_to(level, (canvas.h, canvas.w))[..., None].astype(np.float32)


def _plaster(canvas: Canvas, cover: Cover) -> None:
    """Brushed paint with clouds of wear."""
    cloud = canvas.noise(0.55, cover.seed + 3, 4) - 0.5
    brush = canvas.noise(0.05, cover.seed + 4, 3, 3.0) - 0.5
    _times(canvas, 1 + 0.26 * cloud + 0.12 * brush)


def _stripes(canvas: Canvas, cover: Cover) -> None:
    """Striped wallpaper: broad bands, and a thin one in each."""
    x = canvas.x
    soft = max(4.0, 40 * min(1.0, canvas.density / 200))
    broad = 0.5 + 0.5 * np.tanh(np.sin(x * (2 * np.pi / 0.17)) * soft / 8)
    thin = np.exp(-((((x / 0.17) % 1.0 - 0.75) / 0.05) ** 2))
    _times(canvas, 0.90 + 0.17 * broad + 0.16 * thin)
    _plaster(canvas, cover)


def _floral(canvas: Canvas, cover: Cover) -> None:
    """Wallpaper with flowers in half-drop rows."""
    u = canvas.x / 0.19
    column = np.floor(u)
    v = canvas.y / 0.23 + 0.5 * (column % 2)
    du, dv = (u % 1.0) - 0.5, (v % 1.0) - 0.5
    r, turn = np.hypot(du, dv), np.arctan2(dv, du)
    fine = max(0.03, 1.5 / (0.19 * canvas.density))
    bloom = np.clip((0.17 + 0.055 * np.cos(5 * turn) - r) / fine, 0, 1)
    eye = np.clip((0.06 - r) / fine, 0, 1)
    stem = np.clip((0.016 - np.abs(du - 0.10 * np.sin(dv * 6.3))) / fine + 0.5, 0, 1)
    stem = stem * (np.abs(dv) > 0.16)
    leaf = np.clip((0.075 - np.hypot((np.abs(du) - 0.13) * 0.8, (np.abs(dv) - 0.33) * 1.5)) / fine,
                   0, 1)  # fmt: skip
    light = np.asarray(mix(cover.tone, (215, 228, 240), 0.45), np.float32)
    dark = np.asarray(scale(cover.tone, 0.74), np.float32)
    rows = np.maximum(stem, leaf)[..., None].astype(np.float32)
    canvas.rgb += (dark - canvas.rgb) * rows * np.float32(0.8)
    canvas.rgb += (light - canvas.rgb) * bloom[..., None].astype(np.float32) * np.float32(0.75)
    canvas.rgb += (dark - canvas.rgb) * eye[..., None].astype(np.float32)
    _plaster(canvas, cover)


def _diamonds(canvas: Canvas, cover: Cover) -> None:
    """Wallpaper with a lattice of diamonds and dots."""
    u, v = canvas.x / 0.15, canvas.y / 0.21
    across = np.abs(((u + v) % 1.0) - 0.5), np.abs(((u - v) % 1.0) - 0.5)
    fine = max(0.02, 1.4 / (0.15 * canvas.density))
    lattice = np.clip((0.03 - np.minimum(*across)) / fine + 0.5, 0, 1)
    dot = np.clip((0.10 - np.hypot(0.5 - across[0], 0.5 - across[1])) / fine, 0, 1)
    _times(canvas, 1 - 0.20 * lattice + 0.30 * dot)
    _plaster(canvas, cover)


def _planks(canvas: Canvas, cover: Cover) -> None:
    """Upright boards with grain, knots and seams."""
    _boards(canvas, cover, canvas.x, canvas.y, 0.155)


def _logs(canvas: Canvas, cover: Cover) -> None:
    """Round logs laid on each other."""
    v = canvas.y / 0.17
    row = np.floor(v).astype(np.int64)
    bulge = np.sin(np.pi * (v % 1.0)) ** 0.6
    grain = canvas.noise(0.10, cover.seed + 5, 4, 6.0) - 0.5
    level = (0.45 + 0.62 * bulge) * (0.88 + 0.22 * _hashed(row, 3, cover.seed))
    _times(canvas, level * (1 + 0.5 * grain))


def _boards(canvas: Canvas, cover: Cover, across: Plate, along: Plate, board: float) -> None:
    which = np.floor(across / board).astype(np.int64)
    shade = 0.82 + 0.30 * _hashed(which, 1, cover.seed)
    fine = max(0.006, 1.1 / canvas.density)
    seam = (0.5 - np.abs((across / board) % 1.0 - 0.5)) * board
    dark = 1 - 0.62 * np.clip(1 - seam / fine, 0, 1)
    lit = 1 + 0.14 * np.clip(1 - np.abs(seam - 2.2 * fine) / fine, 0, 1)
    upright = across.shape[0] == 1
    grain = canvas.noise(0.05 if upright else 0.10, cover.seed + 9, 4, 0.25 if upright else 6.0)
    slow = canvas.noise(0.4, cover.seed + 8, 3)
    _times(canvas, shade * dark * lit * (0.74 + 0.34 * grain + 0.20 * slow))


def _tiles(canvas: Canvas, cover: Cover) -> None:
    """Glazed tiles from rail to shoulder, some of them painted; plaster above."""
    _plaster(canvas, cover)
    side = 0.105
    column, row = (np.floor(a / side).astype(np.int64) for a in (canvas.x, canvas.y))
    gap_x, gap_y = ((0.5 - np.abs((a / side) % 1 - 0.5)) * side for a in (canvas.x, canvas.y))
    edge = np.minimum(gap_x, gap_y)
    fine = max(0.005, 1.1 / canvas.density)
    joint = np.clip(1 - edge / fine, 0, 1)[..., None].astype(np.float32)
    shade = _hashed(column, row, cover.seed)
    glaze = np.asarray(mix(cover.lower, (236, 240, 242), 0.62), np.float32)
    tile = glaze * (0.88 + 0.16 * shade)[..., None]
    painted = (shade > 0.86)[..., None] * np.float32(0.55)
    tile = tile + (np.asarray(cover.lower, np.float32) - tile) * painted
    tile = tile * (1 - 0.42 * joint)
    shine = np.clip(1 - np.abs(gap_y - 3 * fine) / (1.5 * fine), 0, 1)[..., None]
    tile = tile * (1 + 0.10 * shine.astype(np.float32))
    inside = ((canvas.y > -1.06) & (canvas.y < -0.4)).astype(np.float32)[..., None]
    canvas.rgb += (tile - canvas.rgb) * np.broadcast_to(inside, canvas.rgb.shape)
    canvas.piece(rectangle(-ENDS, -1.085, ENDS, -1.055), cover.lower, thickness=0.008)


def _brick(canvas: Canvas, cover: Cover) -> None:
    """Bricks in running bond, uneven and worn."""
    tall, wide = 0.068, 0.19
    row = np.floor(canvas.y / tall).astype(np.int64)
    u = canvas.x / wide + 0.5 * (row % 2)
    column = np.floor(u).astype(np.int64)
    gap = np.minimum((0.5 - np.abs(u % 1 - 0.5)) * wide,
                     (0.5 - np.abs((canvas.y / tall) % 1 - 0.5)) * tall)  # fmt: skip
    fine = max(0.006, 1.0 / canvas.density)
    joint = np.clip(1.4 - gap / fine, 0, 1)
    worn = canvas.noise(0.08, cover.seed + 2, 4) - 0.5
    level = (0.74 + 0.44 * _hashed(column, row, cover.seed)) * (1 + 0.5 * worn)
    _times(canvas, level)
    mortar = np.asarray(mix(scale(cover.tone, 0.75), (120, 128, 134), 0.5), np.float32)
    canvas.rgb += (mortar - canvas.rgb) * (0.8 * joint)[..., None].astype(np.float32)


def _stone(canvas: Canvas, cover: Cover) -> None:
    """Large stones in courses."""
    tall = 0.20
    row = np.floor(canvas.y / tall).astype(np.int64)
    wide = 0.30 + 0.14 * _hashed(row, 9, cover.seed)
    u = canvas.x / wide + _hashed(row, 5, cover.seed)
    column = np.floor(u).astype(np.int64)
    gap = np.minimum((0.5 - np.abs(u % 1 - 0.5)) * wide,
                     (0.5 - np.abs((canvas.y / tall) % 1 - 0.5)) * tall)  # fmt: skip
    joint = np.clip(1.3 - gap / max(0.009, 1.2 / canvas.density), 0, 1)
    worn = canvas.noise(0.14, cover.seed + 2, 5) - 0.5
    _times(canvas, (0.78 + 0.36 * _hashed(column, row, cover.seed)) * (1 + 0.75 * worn))
    _times(canvas, 1 - 0.55 * joint)


def _concrete(canvas: Canvas, cover: Cover) -> None:
    """Cast concrete: stains, panel joints, rows of anchor holes."""
    stain = canvas.noise(0.35, cover.seed + 6, 5, 0.5) - 0.5
    _times(canvas, 1 + 0.55 * stain)
    fine = max(0.004, 1.0 / canvas.density)
    for size, line in ((0.62, canvas.x), (0.52, canvas.y)):
        away = (0.5 - np.abs((line / size) % 1.0 - 0.5)) * size
        _times(canvas, 1 - 0.4 * np.clip(1 - away / fine, 0, 1))


def _metal(canvas: Canvas, cover: Cover) -> None:
    """Riveted plates."""
    wide = 0.56
    which = np.floor(canvas.x / wide).astype(np.int64)
    away = (0.5 - np.abs((canvas.x / wide) % 1.0 - 0.5)) * wide
    fine = max(0.006, 1.0 / canvas.density)
    rust = canvas.noise(0.3, cover.seed + 7, 5, 0.4) - 0.5
    level = (0.90 + 0.18 * _hashed(which, 2, cover.seed)) * (1 + 0.34 * rust)
    _times(canvas, level * (1 - 0.55 * np.clip(1 - away / fine, 0, 1)))
    rivet = np.hypot(away - 0.035, ((canvas.y / 0.09) % 1.0 - 0.5) * 0.09)
    _times(canvas, 1 + 0.22 * np.clip(1.4 - rivet / 0.010, 0, 1))


def _below(canvas: Canvas, cover: Cover) -> None:
    """The part under the rail, and the rail."""
    tone = cover.lower
    canvas.piece(rectangle(-ENDS, DADO, ENDS, 0.1), tone, shadow=0.2)
    if cover.low == "panels":
        for k in places(canvas.x0, canvas.x0 + canvas.w / canvas.density, 0.42):
            a, b = k * 0.42 + 0.045, k * 0.42 + 0.375
            outer = rectangle(a, DADO + 0.065, b, SKIRTING - 0.045)
            inner = rectangle(a + 0.025, DADO + 0.09, b - 0.025, SKIRTING - 0.07)
            canvas.piece(outer, scale(tone, 0.86), shadow=0.0, light=(0.5, 0.8), thickness=0.01)
            canvas.piece(inner, scale(tone, 1.04), shadow=0.3, thickness=0.009)
    elif cover.low == "boards":
        y = np.broadcast_to(canvas.y, (canvas.h, canvas.w))
        seam = (0.5 - np.abs((canvas.x / 0.085) % 1.0 - 0.5)) * 0.085
        dark = 1 - 0.5 * np.clip(1 - seam / max(0.006, 1.1 / canvas.density), 0, 1)
        _times(canvas, np.where(y > DADO, np.broadcast_to(dark, y.shape), 1.0))
    rail = rectangle(-ENDS, DADO - 0.026, ENDS, DADO + 0.012)
    canvas.piece(rail, scale(cover.wood, 1.05), shadow=0.4, edge=0.35, thickness=0.012)


_PATTERNS: dict[str, Callable[[Canvas, Cover], None]] = {
    "plaster": _plaster,
    "stripes": _stripes,
    "floral": _floral,
    "diamonds": _diamonds,
    "planks": _planks,
    "logs": _logs,
    "tiles": _tiles,
    "brick": _brick,
    "stone": _stone,
    "concrete": _concrete,
    "metal": _metal,
}
