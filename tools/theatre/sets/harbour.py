"""A harbour: the town across the basin, ships, sails and the rail of the pier."""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import chance, colour, mix, rectangle, scale, tapered
from tools.theatre.light import Rig
from tools.theatre.scenery import Flat
from tools.theatre.sets import waterware
from tools.theatre.sets.glaze import glaze, mirror
from tools.theatre.sets.setting import (
    ENDS,
    span,
)
from tools.theatre.sets.ships import fishing_boat, sailboat
from tools.theatre.sets.streetware import PAPER, box, glass, ring, shape
from tools.theatre.sets.waterside import EDGE, LEVEL, Waterside


def harbour(shore: Waterside, rig: Rig) -> Flat:
    """Across the basin: warehouses, houses with lit windows, a crane."""

    def paint(canvas: Canvas) -> None:
        lit = rig.air.lamps
        side = shore.place.side
        for k in range(-3, 15):
            rng = chance(shore.place.turn * 3 + k)
            x, w, h = (
                side * (1.8 + 1.75 * k),
                float(rng.uniform(1.3, 1.75)),
                float(rng.uniform(1.1, 2.3)),
            )
            if k < 0 and rng.random() < 0.4:
                continue
            wall = mix(
                (colour("#a5604a"), colour("#c7ac80"), colour("#7a8a94"), colour("#b58a70"))[k % 4],
                shore.hull,
                0.12,
            )
            box(canvas, x - w / 2, -h, x + w / 2, LEVEL, wall, 0.04)
            peak = h + 0.45 * w
            shape(
                canvas,
                [(x - 0.55 * w, -h + 0.02), (x, -peak), (x + 0.55 * w, -h + 0.02)],
                scale(wall, 0.55),
                0.04,
            )
            for j in range(int(h / 0.5)):
                for i in range(3):
                    a, y = x + (i - 1) * 0.29 * w, -0.42 - 0.5 * j
                    glass(
                        canvas,
                        rectangle(a - 0.09, y - 0.15, a + 0.09, y + 0.1),
                        bool(rng.random() < 0.7 * lit),
                    )
        waterware.crane(canvas, -4.6 * side, 5.2, LEVEL, shore.hull)
        box(canvas, canvas.x0, LEVEL - 0.22, span(canvas)[1], LEVEL, scale(shore.stone, 0.7))
        glaze(canvas, rig, 24.0, shore.place.seed + 20, 1.8)
        mirror(canvas, LEVEL, 0.75, shore.place.seed, reach=2.2, ripple=0.06, tint=shore.deep)

    return Flat("harbour" if shore.tower else "background", 24.0, paint, (-34.0, -6.2, 34.0, 5.0))


def vessel(shore: Waterside, rig: Rig, z: float, long: float) -> Flat:
    """A ship on the water at depth z, `long` world units from stem to stern."""

    def paint(canvas: Canvas) -> None:
        fishing_boat(canvas, 3.6 * shore.place.side, long, shore.hull, rig.air.lamps > 0.3, LEVEL)
        glaze(canvas, rig, z, shore.place.seed + 7)
        mirror(canvas, LEVEL, 0.8, shore.place.seed, reach=1.4, ripple=0.08, tint=shore.deep)

    x = 3.6 * shore.place.side
    return Flat("boat", z, paint, (x - 0.75 * long, -0.7 * long, x + 0.75 * long, 2.6), sway=0.015)


def sails(shore: Waterside, rig: Rig) -> Flat:
    """Small sails far out."""

    def paint(canvas: Canvas) -> None:
        for k, x in enumerate((5.0, 11.5, -2.5)):
            sailboat(
                canvas,
                x * shore.place.side,
                1.6 - 0.25 * k,
                scale(shore.hull, 1.0 + 0.15 * k),
                LEVEL,
            )
        glaze(canvas, rig, 29.0, shore.place.seed + 21)
        mirror(canvas, LEVEL, 0.6, shore.place.seed, reach=1.5, ripple=0.08, tint=shore.deep)

    return Flat("sails", 29.0, paint, (-16.0, -2.6, 16.0, 2.8), sway=0.03)


def rails(shore: Waterside, rig: Rig) -> Flat:
    """The rail at the edge of the pier, with lifebuoys on it."""

    def paint(canvas: Canvas) -> None:
        first, last = span(canvas)
        wood = scale(shore.deck, 0.85)
        for y in (-0.50, -0.27):
            canvas.piece(rectangle(first, y - 0.016, last, y + 0.016), scale(wood, 1.15), edge=0.4)
        for k in places(first, last, 0.86):
            canvas.piece(tapered((k * 0.86, 0.12), (k * 0.86, -0.56), 0.034, 0.030), wood, edge=0.5)
            canvas.piece(
                rectangle(k * 0.86 - 0.045, -0.60, k * 0.86 + 0.045, -0.55), scale(wood, 1.1)
            )
            if k % 4 == 1:
                x = k * 0.86 + 0.43
                canvas.piece(ring(x, -0.30, 0.14, 0.055), colour("#d8563c"), edge=0.5)
                for turn in (0.4, 1.97, 3.54, 5.11):
                    at = (x + 0.112 * float(np.cos(turn)), -0.30 + 0.112 * float(np.sin(turn)))
                    canvas.piece(
                        rectangle(at[0] - 0.022, at[1] - 0.03, at[0] + 0.022, at[1] + 0.03),
                        PAPER,
                    )
        canvas.piece(rectangle(first, -0.015, last, 0.16), scale(wood, 0.62), edge=0.5)
        glaze(canvas, rig, EDGE, shore.place.seed + 8, 0.6)

    return Flat("rails", EDGE, paint, (-ENDS, -0.68, ENDS, 0.16))
