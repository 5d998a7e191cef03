"""A railway platform: rails, a train or open country beyond, canopy, clock and lamps.

From the reverse angle the station's own front. Knows no words, no camera and no actor.
"""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import chance, colour, ellipse, mix, scale, tapered
from tools.theatre.light import Lamp, Rig
from tools.theatre.palette import Air
from tools.theatre.scenery import Flat, Floor, Ground, Scenery
from tools.theatre.sets import grounds, trees
from tools.theatre.sets import outdoors as cut
from tools.theatre.sets.foliage import limb
from tools.theatre.sets.glaze import air_between, far_tone, glaze, mirror
from tools.theatre.sets.houses import facade
from tools.theatre.sets.openings import Front
from tools.theatre.sets.pieces import Stood
from tools.theatre.sets.setting import (
    ENDS,
    lit_pieces,
    piece_flats,
    setting_of,
    span,
    stand,
)
from tools.theatre.sets.sky import haze_band, sky
from tools.theatre.sets.skyline import skyline
from tools.theatre.sets.streetware import GLOW, IRON, PAPER, box, ring, shape
from tools.theatre.sets.trackside import BED, Platform, far_side, train, wires
from tools.theatre.spec import LightSpec, SetSpec

EDGE = 1.75
"""Depth of the platform's edge; the rails lie beyond it."""


ASKED = (
    "clock",
    "bench",
    "luggage",
    "booth",
    "sign",
    "telephone",
    "mailbox",
    "cart",
    "barrel",
    "crate",
    "bicycle",
    "stall",
    "bins",
    "neon",
    "fountain",
    "signpost",
    "campfire",
)


def build(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The platform as scenery."""
    setting = setting_of(place, light, air)
    line = Platform(setting)
    stood = stand(
        setting,
        ("bench", "luggage", "sign", "clock"),
        ASKED,
        2,
        ((1.45, 1.2), (-1.5, 1.2), (2.6, 1.25), (-2.7, 1.25), (3.7, 1.2), (-3.8, 1.2)),
    )
    stood += tuple(Stood("lamp_post", x, 1.4) for x in (-3.3, 3.35))
    rig = lit_pieces(setting, stood, _hanging(line))
    flats = [sky(setting.air, setting.turn)]
    if setting.reverse:
        flats += [*skyline(setting, rig, 34.0, 0.8), _building(line, rig)]
    else:
        flats += skyline(setting, rig, 46.0, 0.8) if line.town else _country(line, rig)
        flats += [far_side(line, rig), wires(line, rig)]
        if line.has_train:
            flats.append(train(line, rig))
    flats += piece_flats(setting, stood, rig)
    if line.canopy:
        flats.append(_canopy(line, rig))
    flats.append(
        haze_band(
            setting.air, 9.0, 1.2, min(0.7, 12 * setting.air.density + 0.08), place.seed + 2, 0.05
        )
    )
    bed = Ground("bed", BED, 44.0, lambda floor: _bed(floor, line, rig))
    walk = Ground(
        "ground",
        0.0,
        3.6 if setting.reverse else EDGE,
        lambda floor: _walk(floor, line, rig, stood),
    )
    return Scenery(tuple(flats), (walk,) if setting.reverse else (bed, walk), rig, "none")


def _hanging(line: Platform) -> tuple[Lamp, ...]:
    level = line.place.air.lamps
    if level < 0.05 or not line.canopy:
        return ()
    return tuple(
        Lamp(x, -1.82, 0.8, colour("#ffca80"), 1.35, 0.75 * level, 0.04, 0.55, 0.02, 0.5)
        for x in (-1.4, 1.4)
    )


def _country(line: Platform, rig: Rig) -> list[Flat]:
    """Hills, and trees beyond the fence."""
    leaf = line.place.white(colour("#5f8046"), 0.5)

    def hills(canvas: Canvas) -> None:
        crest = cut.crest(canvas, 0.4, 13.0, 46.0, line.place.turn, 4)
        cut.terrain(
            canvas,
            crest,
            mix(leaf, colour("#5a7088"), 0.4),
            rig,
            line.place.turn,
            cut.Relief(rough=1.4, rim=0.4),
        )
        canvas.lit(rig.field(canvas.x, canvas.y, 95.0))
        canvas.fog(far_tone(rig.air), air_between(rig, 95.0), 0.0, 5.0)

    def wood(canvas: Canvas) -> None:
        for k in places(*span(canvas), 2.6):
            rng = chance(line.place.turn + 5 * k)
            at = (k + float(rng.uniform(-0.4, 0.4))) * 2.6
            name = ("oak", "poplar", "fir", "oak")[int(rng.integers(4))]
            trees.TREES[name](
                canvas,
                at,
                float(rng.uniform(2.6, 4.6)),
                scale(leaf, float(rng.uniform(0.8, 1.1))),
                k + 7,
                0.4,
            )
        glaze(canvas, rig, 20.0, line.place.seed + 3, 2.2)

    return [
        Flat("hills", 95.0, hills, (-ENDS, -20.0, ENDS, 6.0), detail=0.8),
        Flat("wood", 20.0, wood, (-ENDS, -7.0, ENDS, 0.5)),
    ]


def _canopy(line: Platform, rig: Rig) -> Flat:
    """The roof of the platform: a valance along the top, iron columns at the sides."""

    def paint(canvas: Canvas) -> None:
        first, last = span(canvas)
        box(canvas, first, -4.0, last, -2.06, scale(line.iron, 0.55), 0.03)
        for k in places(first, last, 0.15):
            a = k * 0.15
            shape(
                canvas,
                [
                    (a + 0.008, -2.14),
                    (a + 0.142, -2.14),
                    (a + 0.142, -1.96),
                    (a + 0.075, -1.90),
                    (a + 0.008, -1.96),
                ],
                mix(line.iron, PAPER, 0.35 + 0.3 * (k % 2)),
                0.012,
            )
        box(canvas, first, -2.20, last, -2.08, line.iron, 0.03)
        for x in (-2.45, 2.45):
            canvas.piece(
                tapered((x, 0.03), (x, -2.1), 0.055, 0.045), line.iron, edge=0.5, thickness=0.02
            )
            for y in (-0.10, -1.30):
                box(canvas, x - 0.075, y - 0.05, x + 0.075, y + 0.05, scale(line.iron, 1.25), 0.014)
            for side in (-1, 1):
                limb(
                    canvas,
                    [(x, -1.30), (x + side * 0.22, -1.62), (x + side * 0.52, -2.06)],
                    0.024,
                    0.018,
                    line.iron,
                )
                canvas.piece(ring(x + side * 0.19, -1.86, 0.12, 0.020), line.iron, edge=0.5)
        for x in (-1.4, 1.4):
            canvas.piece(tapered((x, -2.08), (x, -1.92), 0.010, 0.010), IRON)
            shape(
                canvas,
                [(x - 0.13, -1.84), (x - 0.04, -1.94), (x + 0.04, -1.94), (x + 0.13, -1.84)],
                IRON,
                0.01,
            )
            if rig.air.lamps > 0.05:
                canvas.shine(ellipse(x, -1.82, 0.055, 0.045, 14), GLOW)
        glaze(canvas, rig, 0.8, line.place.seed + 7, 0.4)

    return Flat("canopy", 0.8, paint, (-ENDS, -4.0, ENDS, 0.05))


def _building(line: Platform, rig: Rig) -> Flat:
    """The station's own front, seen from the platform's edge."""

    def paint(canvas: Canvas) -> None:
        for k in places(*span(canvas), 3.2):
            front = Front(
                line.brick,
                line.iron,
                colour("#5c5058"),
                "brick",
                "gable" if k % 3 == 0 else "flat",
                "arch",
                ("door", "arcade", "shop")[k % 3],
                1,
            )
            facade(canvas, k * 3.2, 3.2, front, line.place.seed + k, line.place.air.lamps)
        glaze(canvas, rig, 3.5, line.place.seed + 9, 1.0)
        mirror(canvas, 0.0, 0.5 * rig.air.wet, line.place.seed, reach=0.8, ripple=0.015)

    return Flat("background", 3.5, paint, (-ENDS, -5.2, ENDS, 1.2 if rig.air.wet else 0.05))


def _bed(floor: Floor, line: Platform, rig: Rig) -> None:
    """Ballast, sleepers and shining rails."""
    grounds.asphalt(floor, colour("#7d746c"), line.place.seed)
    for near in (2.0, 3.15, 4.3, 5.45):
        sleeper = (np.abs(floor.x / 0.42 % 1 - 0.5) < 0.24) * np.clip(
            1 - np.abs(floor.z - near - 0.25) / 0.42, 0, 1
        )
        floor.rgb *= (1 - 0.4 * np.clip(3 * sleeper, 0, 1))[..., None].astype(np.float32)
        for rail in (near, near + 0.5):
            grounds.band(floor, rail - 0.05, rail - 0.02, colour("#4a3c36"))
            grounds.band(floor, rail - 0.02, rail + 0.025, mix(colour("#c9d2d8"), rig.air.rim, 0.4))
    grounds.snowed(floor, 0.7 * rig.air.white, line.place.seed)
    grounds.soaked(floor, rig, line.place.seed, 0.5 * rig.air.wet)
    grounds.lay(floor, rig, BED)


def _walk(floor: Floor, line: Platform, rig: Rig, stood: tuple[Stood, ...]) -> None:
    seed = line.place.seed
    grounds.slabs(floor, line.slab, seed, 0.7, 0.45)
    if not line.place.reverse:
        grounds.band(floor, EDGE - 0.34, EDGE - 0.24, colour("#e0b23c"))
        grounds.band(floor, EDGE - 0.10, EDGE + 0.1, colour("#d8d2c4"))
    grounds.snowed(floor, 0.8 * rig.air.white, seed)
    grounds.soaked(floor, rig, seed, 0.9 * rig.air.wet)
    grounds.shadows(floor, rig, [(one.x, one.z, 0.09) for one in stood])
    grounds.lay(floor, rig)
