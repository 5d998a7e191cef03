"""A town seen over its roofs: towers, domes, spires and gables in two or three pale rows.

Knows no street and no camera.
"""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import Colour, chance, colour, mix, rectangle, scale, spline, tapered
from tools.theatre.light import Rig
from tools.theatre.scenery import Flat
from tools.theatre.sets.glaze import air_between, far_tone, light_field, lit_edge
from tools.theatre.sets.openings import WARM
from tools.theatre.sets.setting import ENDS, Setting, span

STONE = colour("#8f8488")


def skyline(
    setting: Setting, rig: Rig, z: float, tall: float, modern: bool | None = None
) -> list[Flat]:
    """Two rows of roofs at depth z and behind it; `tall` 1 is a town of spires, 2 of towers."""
    new = setting.has("modern", "skyscraper") if modern is None else modern
    rows = ((z * 2.2, 1.7 * tall, 3), (z, 1.0 * tall, 0))
    return [_roofs(setting, rig, *row, new) for row in rows]


def _roofs(setting: Setting, rig: Rig, z: float, tall: float, salt: int, new: bool) -> Flat:
    step = 0.085 * z + 0.6

    def paint(canvas: Canvas) -> None:
        for k in places(*span(canvas), step):
            rng = chance(setting.turn * 17 + 53 * k + salt)
            x, w = (k + float(rng.uniform(-0.3, 0.3))) * step, step * float(rng.uniform(0.7, 1.25))
            h = (2.0 + 0.075 * z) * tall * float(rng.uniform(0.55, 1.2)) * (1.5 if new else 1.0)
            tone = scale(
                mix(STONE, colour(("#8a5a4c", "#6f7f94", "#a08c72")[k % 3]), 0.5),
                float(rng.uniform(0.7, 1.0)),
            )
            _block(canvas, x, w, h, tone, rng, new, rig.air.lamps)
        canvas.lit(light_field(canvas, rig, z))
        lit_edge(canvas, rig.air, 0.8)
        canvas.fog(far_tone(rig.air), min(0.9, air_between(rig, z) + 0.10), 0.0, 0.10 * z)

    return Flat("skyline", z, paint, (-ENDS, -0.5 * z - 9, ENDS, 0.25 * z), detail=0.9)


def _block(
    canvas: Canvas,
    x: float,
    w: float,
    h: float,
    tone: Colour,
    rng: np.random.Generator,
    new: bool,
    lamps: float,
) -> None:
    """One building with its top: slab, gable, tower, dome or spire."""
    t = 0.03 * w
    canvas.piece(rectangle(x, -h, x + w, 60.0), tone, edge=0.2, thickness=t)
    pick = float(rng.random())
    if new:
        if pick < 0.5:
            canvas.piece(
                rectangle(x + 0.2 * w, -1.18 * h, x + 0.8 * w, -h), scale(tone, 0.92), thickness=t
            )
        if pick < 0.25:
            canvas.piece(
                tapered((x + w / 2, -1.15 * h), (x + w / 2, -1.45 * h), 0.03 * w, 0.01 * w),
                scale(tone, 0.7),
            )
    elif pick < 0.55:
        peak = [(x - 0.06 * w, -h), (x + w / 2, -h - 0.45 * w), (x + 1.06 * w, -h)]
        canvas.piece(np.array(peak, np.float32), scale(tone, 0.72), edge=0.3, thickness=t)
        canvas.piece(
            rectangle(x + 0.7 * w, -h - 0.42 * w, x + 0.8 * w, -h), scale(tone, 0.8), thickness=t
        )
    elif pick < 0.68:
        tower = rectangle(x + 0.32 * w, -1.35 * h, x + 0.68 * w, -h + 0.1)
        canvas.piece(tower, tone, thickness=t)
        foot = -1.34 * h
        spire = [(x + 0.27 * w, foot), (x + 0.5 * w, foot - 1.1 * w), (x + 0.73 * w, foot)]
        canvas.piece(np.array(spire, np.float32), scale(tone, 0.66), edge=0.4, thickness=t)
    elif pick < 0.78:
        curve = ((0.1, 0.0), (0.2, 0.42), (0.5, 0.62), (0.8, 0.42), (0.9, 0.0))
        dome = spline([(x + u * w, -h - v * w) for u, v in curve], closed=False)
        canvas.piece(dome, mix(tone, colour("#6fa08e"), 0.4), edge=0.5, thickness=2 * t)
        canvas.piece(
            tapered((x + w / 2, -h - 0.6 * w), (x + w / 2, -h - 0.85 * w), 0.03 * w, 0.01 * w),
            scale(tone, 0.7),
        )
    _lights(canvas, x, w, h, rng, lamps, new)


def _lights(
    canvas: Canvas, x: float, w: float, h: float, rng: np.random.Generator, lamps: float, new: bool
) -> None:
    """Windows in rows: lit ones glow, dark ones are faint by day."""
    columns, deep = (6, 0.12 * w) if new else (4, 0.20 * w)
    step = w / (columns + 0.6)
    rows = min(16, int(h / (1.9 * deep)))
    for j in range(rows):
        for i in range(columns):
            if rng.random() > (0.42 if lamps > 0.3 else 0.6):
                continue
            a, y = x + step * (i + 0.5), -h + deep * (0.8 + 1.9 * j)
            pane = rectangle(a, y, a + 0.55 * step, y + deep)
            if lamps > 0.3:
                canvas.shine(pane, WARM[int(rng.integers(4))], 0.75 * lamps)
            else:
                canvas.piece(pane, scale(STONE, 0.55), shadow=0, edge=0)
