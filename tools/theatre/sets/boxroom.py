"""The shell of a room: back wall, two side walls in perspective, floor, ceiling, what is outside.

Knows no furniture and no words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import (
    Colour,
    Plate,
    chance,
    colour,
    ellipse,
    mix,
    rectangle,
    scale,
    tapered,
)
from tools.theatre.light import Pane, Rig
from tools.theatre.palette import Air
from tools.theatre.scenery import Flat, Floor, Ground
from tools.theatre.sets.floors import ceiling_of, finish_floor, lay_floor, rug
from tools.theatre.sets.sky import paint_sky
from tools.theatre.sets.walls import Cover, cover_wall
from tools.theatre.sidewall import Side

Paint = Callable[[Canvas], None]
Rug = tuple[float, float, float, float, bool]
"""A rug: (x, z, half width, half depth, round)."""

OUTSIDE = 16.0
WIDE = 0.05
"""How far a back wall is painted beyond its corners, world units."""


@dataclass(frozen=True, slots=True)
class Shell:
    """One room's measures and surfaces; the same in every shot of it."""

    cover: Cover
    half: float
    far: float
    floor: str
    floor_tone: Colour
    floor_second: Colour
    ceiling: str = "plaster"
    gloss: float = 0.0
    rugs: tuple[Rug, ...] = ()
    rug_tone: Colour = (60.0, 60.0, 120.0)
    view: str = "hills"

    @property
    def top(self) -> float:
        """World height of the ceiling (negative)."""
        return self.cover.top


def shell_flats(shell: Shell, rig: Rig, hang: Paint, dress: Paint) -> list[Flat]:
    """The back wall, with `hang` painted in its light and `dress` after it, and the view outside.

    Args:
        shell: measures and surfaces.
        rig: the room's light; its panes are cut into the wall.
        hang: paints what hangs on the wall, before it is lit.
        dress: paints what lights itself or stands before the windows, after the light.
    """
    seed, air = shell.cover.seed, rig.air

    def wall(canvas: Canvas) -> None:
        cover_wall(canvas, shell.cover)
        hang(canvas)
        _corners(canvas, np.clip(shell.half - np.abs(canvas.x), 0, None), shell)
        canvas.paper(seed + 20)
        canvas.lit(rig.field(canvas.x, canvas.y, shell.far), rig.daylit)
        for pane in rig.panes:
            canvas.cut(rectangle(pane.x0, pane.y0, pane.x1, pane.y1))
            _sheen(canvas, pane)
        dress(canvas)

    wide = shell.half + WIDE
    flats = [Flat("wall", shell.far, wall, (-wide, shell.top - 0.08, wide, 0.02))]
    if rig.panes:
        flats.append(Flat("outside", OUTSIDE, lambda c: outside(c, air, seed, shell.view)))
    return flats


def shell_sides(shell: Shell, rig: Rig, hang: Callable[[Canvas, float], None]) -> tuple[Side, Side]:
    """The two side walls; `hang(canvas, side)` paints what hangs there, side -1 left, 1 right."""

    def painter(side: float) -> Paint:
        def paint(canvas: Canvas) -> None:
            cover_wall(canvas, shell.cover)
            hang(canvas, side)
            _corners(canvas, np.clip(shell.far - canvas.x, 0, None), shell)
            canvas.paper(seed_ + int(side))
            canvas.lit(_side_light(rig, canvas, side * shell.half), rig.daylit)

        return paint

    seed_ = shell.cover.seed + 60
    left, right = (
        Side("side", side * shell.half, shell.far, shell.top, painter(side)) for side in (-1.0, 1.0)
    )
    return left, right


def _side_light(rig: Rig, canvas: Canvas, x: float) -> Plate:
    depth = canvas.x[:, :: max(1, canvas.w // 40)]
    rows = canvas.y[:: max(1, canvas.h // 40)]
    field = rig.at(np.full((1, 1), x, np.float32), rows, depth)
    picked = np.stack([np.interp(canvas.y[:, 0], rows[:, 0], np.arange(rows.shape[0]))], 1).astype(
        np.float32
    )
    along = np.interp(canvas.x[0], depth[0], np.arange(depth.shape[1])).astype(np.float32)
    return _bilinear(field, picked, along[None])


def _bilinear(field: Plate, rows: Plate, columns: Plate) -> Plate:
    r, c = rows.astype(np.int64)[:, 0], columns.astype(np.int64)[0]
    r1, c1 = np.minimum(r + 1, field.shape[0] - 1), np.minimum(c + 1, field.shape[1] - 1)
    fr, fc = (rows[:, 0] - r)[:, None, None], (columns[0] - c)[None, :, None]
    upper = field[np.ix_(r, c)] * (1 - fc) + field[np.ix_(r, c1)] * fc
    lower = field[np.ix_(r1, c)] * (1 - fc) + field[np.ix_(r1, c1)] * fc
    return np.asarray(upper * (1 - fr) + lower * fr, np.float32)


def _corners(canvas: Canvas, away: Plate, shell: Shell) -> None:
    """Less light reaches a corner: beside the other wall, under the ceiling, over the floor."""
    up = np.exp(-np.clip(canvas.y - shell.top, 0, None) / 0.15)
    down = np.exp(-np.clip(-canvas.y, 0, None) / 0.10)
    shade = (1 - 0.40 * np.exp(-away / 0.17)) * (1 - 0.30 * up) * (1 - 0.30 * down)
    canvas.rgb *= shade[..., None].astype(np.float32)


def _sheen(canvas: Canvas, pane: Pane) -> None:
    """A faint slanting reflection on the glass."""
    w = pane.x1 - pane.x0
    for at, wide in ((0.12, 0.13), (0.32, 0.05)):
        a = pane.x0 + w * at
        band = np.array([(a + 0.3 * w, pane.y0), (a + (0.3 + wide) * w, pane.y0),
                         (a + wide * w, pane.y1), (a, pane.y1)], np.float32)  # fmt: skip
        share = canvas.mask(band)
        canvas.rgb[share > 0] = (235.0, 228.0, 220.0)
        np.maximum(canvas.alpha, (share * 0.07).astype(np.uint8), out=canvas.alpha)


def shell_grounds(shell: Shell, rig: Rig) -> tuple[Ground, Ground]:
    """Floor, with its rugs, and ceiling."""

    def floor_of(floor: Floor) -> None:
        lay_floor(floor, shell.floor, shell.floor_tone, shell.floor_second, shell.cover.seed)
        for x, z, w, d, round_ in shell.rugs:
            tone, second = shell.rug_tone, mix(shell.rug_tone, (200.0, 220.0, 236.0), 0.6)
            rug(floor, (x, z, w, d), tone, second, shell.cover.seed, round_=round_)
        finish_floor(floor, rig, shell.half, shell.far, shell.gloss)

    def above(floor: Floor) -> None:
        ceiling_of(floor, shell.ceiling, shell.cover.tone, shell.cover.wood, rig, shell.top)

    return Ground("floor", 0.0, shell.far, floor_of), Ground("ceiling", shell.top, shell.far, above)


def outside(canvas: Canvas, air: Air, seed: int, view: str) -> None:
    """What a window shows: sky and weather, and hills, the sea, a town or its roofs from above."""
    paint_sky(canvas, air, seed, OUTSIDE)
    if view == "sea":
        _sea(canvas, air)
    elif view in ("town", "skyline"):
        _town(canvas, air, seed, high=view == "skyline")
    else:
        _hills(canvas, air, seed, wooded=view == "trees")
    canvas.fog(air.fog, 0.16, 0.0, 2.5)


def _crest(canvas: Canvas, y: Plate) -> Plate:
    line = np.stack([canvas.x[0], y], 1)
    ends = np.array([(canvas.x[0, -1] + 1, 30.0), (canvas.x[0, 0] - 1, 30.0)], np.float32)
    return np.concatenate([line, ends]).astype(np.float32)


def _hills(canvas: Canvas, air: Air, seed: int, *, wooded: bool) -> None:
    x = canvas.x[0]
    for k, (rise, tone) in enumerate(((2.3, "#5b7a86"), (1.5, "#4c6b58"), (0.7, "#3d5642"))):
        wave = np.sin(x * (0.22 + 0.1 * k) + seed % 11 + 2 * k) + 0.5 * np.sin(x * 0.61 + k)
        level = -rise - 0.45 * wave
        if wooded and k:
            level = level - 0.9 * np.abs(np.sin(x * (2.6 + k) + k)) ** 3
        base = mix(colour(tone), air.fog, 0.5 - 0.16 * k)
        lit = scale(base, min(1.05, 0.30 + 0.8 * air.ambient[1]))
        canvas.piece(_crest(canvas, level), lit, edge=0.3, thickness=0.06)


def _sea(canvas: Canvas, air: Air) -> None:
    y = canvas.y
    sheen, deep = np.asarray(mix(air.fog, air.sky[0][1], 0.5)), np.asarray(scale(air.fog, 0.42))
    share = np.clip((y + 0.55) / 4.0, 0, 1)[..., None]
    rows = sheen + (deep - sheen) * share**0.5
    wave = 1 + 0.22 * (canvas.noise(0.8, 5, 4, 8.0)[..., None] - 0.5)
    water = (y > -0.55).astype(np.float32)[..., None]
    canvas.rgb += (rows * wave - canvas.rgb) * water
    head = np.where(canvas.x[0] > 2.0, -0.5 - 0.9 * np.tanh((canvas.x[0] - 2.0) * 0.5), 0.4)
    land = scale(mix(colour("#3f4a4a"), air.fog, 0.3), min(1.0, 0.35 + 0.7 * air.ambient[1]))
    canvas.piece(_crest(canvas, head), land, thickness=0.04)


def _town(canvas: Canvas, air: Air, seed: int, *, high: bool) -> None:
    last = canvas.x0 + canvas.w / canvas.density
    warm = (colour("#ffce7e"), colour("#ffe2ae"), colour("#ffb763"))
    for layer, (step, low, tall) in enumerate(((1.9, -1.5, 4.6), (2.5, 0.6, 3.0))):
        level = low + (1.4 if high else 0.0)
        for k in places(canvas.x0, last, step):
            rng = chance(seed + 71 * k + 977 * layer)
            x, w = k * step, step * float(rng.uniform(0.62, 1.05))
            h = level - float(rng.uniform(0.1, 1.0)) * tall
            tint = colour(("#4a5a70", "#5d5266", "#6d6258", "#3f5660")[int(rng.integers(4))])
            shade = scale(mix(tint, air.fog, 0.5 - 0.22 * layer), 0.30 + 0.75 * air.ambient[1])
            canvas.piece(rectangle(x, h, x + w, 30), shade, edge=0.2, thickness=0.03)
            if rng.random() < 0.4:
                top = x + w * 0.5
                canvas.piece(tapered((top, h), (top, h - 0.7), 0.03, 0.01), shade, shadow=0.1)
            for i in range(int(w / 0.27)):
                for j in range(9):
                    if rng.random() < 0.42 * air.lamps:
                        a, b = x + 0.1 + 0.27 * i, h + 0.18 + 0.34 * j
                        tone = warm[int(rng.integers(3))]
                        canvas.shine(rectangle(a, b, a + 0.13, b + 0.19), tone, 0.85)
    if high and air.lamps > 0.5:
        rng = chance(seed + 5)
        for _ in range(60):
            x, y = float(rng.uniform(canvas.x0, last)), float(rng.uniform(1.6, 4.0))
            canvas.shine(ellipse(x, y, 0.05, 0.04, 8), warm[int(rng.integers(3))], 0.8)
    canvas.lit(np.ones((1, 1, 1), np.float32))
