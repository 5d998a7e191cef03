"""What lies behind the camera at a shore: slopes, houses and trees. Knows no water."""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import chance, colour, mix
from tools.theatre.light import Rig
from tools.theatre.scenery import Flat
from tools.theatre.sets import outdoors as cut
from tools.theatre.sets import trees, waterware
from tools.theatre.sets.glaze import glaze
from tools.theatre.sets.setting import ENDS, span
from tools.theatre.sets.waterside import Waterside


def landward(shore: Waterside, rig: Rig) -> list[Flat]:
    """What lies behind the camera at a shore: dunes or slopes with trees and houses."""

    def slope(canvas: Canvas) -> None:
        line = cut.crest(canvas, 0.1, 5.0, 18.0, shore.place.turn, 4)
        sandy = shore.kind == "beach"
        grass = (shore.sand, colour("#8a9256"), 0.5)
        tone = mix(*grass) if sandy else mix(colour("#6b8450"), shore.stone, 0.35)
        relief = cut.Relief(rough=0.9, rim=0.4, snow=rig.air.white)
        cut.terrain(canvas, line, shore.place.white(tone, 0.7), rig, shore.place.turn, relief)
        for k in places(*span(canvas), 2.4):
            rng = chance(shore.place.turn + 3 * k)
            at = (k + float(rng.uniform(-0.4, 0.4))) * 2.4
            foot = float(np.interp(at, canvas.x[0], line)) + 0.4
            if rng.random() < 0.45:
                wide, lit = float(rng.uniform(1.3, 2.0)), bool(rng.random() < rig.air.lamps)
                waterware.cottage(canvas, at, foot + 0.3, wide, shore.hull, lit)
            else:
                name = "palm" if sandy else ("fir", "oak")[k % 2]
                leaf = shore.place.white(colour("#5c7d4c"), 0.5)
                trees.TREES[name](canvas, at, float(rng.uniform(2.0, 3.2)), leaf, k, foot)
        glaze(canvas, rig, 16.0, shore.place.seed + 13, 2.0)

    def verge(canvas: Canvas) -> None:
        cut.row_of_rocks(canvas, 1.2, 0.5, (0.15, 0.5), shore.stone, shore.place.turn + 5, 0.8)
        cut.grass(canvas, *span(canvas), colour("#8a9256"), shore.place.turn, 0.26)
        glaze(canvas, rig, 3.4, shore.place.seed + 10, 0.6)

    return [
        Flat("background", 16.0, slope, (-ENDS, -8.5, ENDS, 0.2)),
        Flat("verge", 3.4, verge, (-ENDS, -0.9, ENDS, 0.14)),
    ]
