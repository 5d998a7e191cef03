"""The rocks at the water's edge that people climb on: a faceted shelf below the stage.

Knows no words and no actor: its top is level where actors stand and walk.
"""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import Plate, colour, mix, scale
from tools.theatre.light import Rig
from tools.theatre.scenery import Flat
from tools.theatre.sets import outdoors as cut
from tools.theatre.sets.glaze import glaze
from tools.theatre.sets.waterside import Waterside
from tools.theatre.texture import facets, ridge

DEPTH = -0.03
"""Just before the feet of whoever stands at the middle of the stage."""

LEVEL_TO = 1.05
"""Half the width of the stage that stays level, world units."""

SLATE = colour("#73766e")


def ledge(shore: Waterside, rig: Rig) -> Flat:
    """A shelf of rock that falls off in steps towards the water on the headland's side."""

    def paint(canvas: Canvas) -> None:
        tone = shore.place.white(scale(mix(shore.stone, SLATE, 0.6), 1.5), 0.3)
        relief = cut.Relief(rough=0.36, rim=0.5, snow=0.12 * rig.air.white)
        cut.terrain(canvas, _top(canvas.x[0], shore), tone, rig, shore.place.seed + 21, relief)
        _faceted(canvas, shore.place.seed + 31)
        glaze(canvas, rig, DEPTH, shore.place.seed + 22, 0.6, rim=0.35)

    return Flat("ledge", DEPTH, paint, (-40.0, -1.2, 40.0, 6.0))


def _faceted(canvas: Canvas, seed: int) -> None:
    """Some faces turn to the sky and some away: each a flat piece of paper of its own value."""
    where, size = (canvas.x0, canvas.y0), (canvas.w, canvas.h)
    face = facets(where, canvas.density, size, 0.52, seed)
    lit = np.clip((face - 0.52) * 2.2, -0.32, 0.75)
    # Less of the sky reaches down between the rocks.
    deep = 1 - 0.5 * np.clip(canvas.y / 0.85, 0, 1) ** 1.2
    canvas.rgb *= ((1 + lit) * deep)[..., None].astype(np.float32)


def _top(x: Plate, shore: Waterside) -> Plate:
    """World y of the shelf's top in each column: level, then steps down, and up behind."""
    seed = shore.place.seed
    out = np.clip(-x * shore.side - LEVEL_TO, 0, None)
    rise = np.clip(x * shore.side - LEVEL_TO, 0, None)
    rough = ridge(x, 0.42, seed + 23, 4, 0.55)
    # Rock breaks in treads and risers, not in slopes.
    tread = out / 0.55 + 0.35 * ridge(x, 1.3, seed + 24, 2, 0.5)
    step = np.floor(tread) + np.clip((tread - np.floor(tread) - 0.62) / 0.30, 0, 1)
    fall = np.where(out > 0, 0.15 * np.clip(step, 0, None), 0.0)
    bump = np.maximum(0.0, 0.20 * np.tanh(rise) + 0.10 * rough * np.clip(rise, 0, 1))
    away = np.clip((out + rise) / 0.35, 0, 1)
    small = 0.014 + 0.014 * np.tanh(5 * rough) * (1 - away)
    return np.asarray(small + fall - bump + 0.05 * rough * np.clip(out, 0, 0.6), np.float32)
