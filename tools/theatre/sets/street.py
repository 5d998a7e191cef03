"""Streets, squares, suburbs and alleys: house fronts, and a side street that runs away.

Knows no words, no camera and no actor.
"""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import chance, colour, ellipse, mix, scale, tapered
from tools.theatre.light import Lamp, Rig
from tools.theatre.palette import Air
from tools.theatre.scenery import Flat, Floor, Ground, Scenery
from tools.theatre.sets import grounds, trees
from tools.theatre.sets.countryware import picket_fence
from tools.theatre.sets.farmland import farmhouse
from tools.theatre.sets.foliage import BARK, leaf_mass, limb, snow_in
from tools.theatre.sets.glaze import glaze, mirror
from tools.theatre.sets.houses import facade
from tools.theatre.sets.pieces import Stood
from tools.theatre.sets.setting import (
    AUTUMN,
    ENDS,
    lit_pieces,
    piece_flats,
    setting_of,
    span,
    stand,
)
from tools.theatre.sets.sky import haze_band, sky
from tools.theatre.sets.skyline import skyline
from tools.theatre.sets.squareware import washing
from tools.theatre.sets.streetware import GLOW, IRON
from tools.theatre.sets.town import OWN, TRIMS, Town
from tools.theatre.spec import LightSpec, SetSpec

ASKED = (
    "fountain",
    "telephone",
    "stall",
    "neon",
    "mailbox",
    "bench",
    "booth",
    "bicycle",
    "clock",
    "well",
    "sign",
    "cart",
    "bins",
    "luggage",
    "parasol",
    "crate",
    "barrel",
    "tree",
    "clothesline",
    "campfire",
    "bush",
    "boulder",
    "signpost",
)


def build(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The street as scenery."""
    setting = setting_of(place, light, air)
    town = Town(setting)
    stood = stand(setting, OWN[town.kind], ASKED, 2)
    if town.kind != "alley":
        stood += tuple(Stood("lamp_post", x, 1.3) for x in (-3.6, -1.75, 1.62, 3.7))
    rig = lit_pieces(setting, stood, _far_lamps(town))
    flats = [sky(setting.air, setting.turn), *skyline(setting, rig, 30.0, 0.9)]
    suburb = town.kind == "suburb"
    if suburb:
        flats.append(Flat("houses", 6.0, lambda c: _suburb(c, town, rig), (-ENDS, -5.0, ENDS, 0.1)))
        flats.append(Flat("fence", 3.1, lambda c: _pickets(c, town, rig), (-ENDS, -0.8, ENDS, 0.1)))
    else:
        flats += [
            _row(town, rig, row, town.depth + z) for row, z in enumerate((0.0, 2.6, 6.0, 10.5))
        ]
    flats += piece_flats(setting, stood, rig)
    if town.kind == "alley":
        flats += [_lines(town, rig), _wings(town, rig)]
    else:
        flats.append(_boughs(town, rig))
    flats.append(
        haze_band(
            setting.air,
            town.depth + 4.0,
            1.1,
            min(0.6, 10 * setting.air.density + 0.06),
            place.seed + 3,
            0.03,
        )
    )
    ground = Ground("ground", 0.0, 29.0, lambda floor: _paving(floor, town, rig, stood))
    return Scenery(tuple(flats), (ground,), rig, "leaves" if not setting.air.white else "none")


def _far_lamps(town: Town) -> tuple[Lamp, ...]:
    """Lamps on the walls of the side street; in an alley one over the actors."""
    if town.lights < 0.05 or town.kind == "suburb":
        return ()
    tone, level = colour("#ffc274"), town.lights
    side = town.gap / 2 - 0.12
    lamps = [
        Lamp(
            town.middle + side * (-1) ** k,
            -1.35,
            town.depth + z,
            tone,
            1.2,
            0.7 * level,
            0.03,
            0.5,
            0.03,
            0.6,
        )
        for k, z in enumerate((2.58, 5.98))
    ]
    if town.kind == "alley":
        lamps.append(
            Lamp(
                town.middle - town.place.side * 1.25,
                -1.45,
                town.depth - 0.02,
                tone,
                1.5,
                0.9 * level,
                0.04,
                0.7,
                0.05,
                0.7,
            )
        )
    return tuple(lamps)


def _row(town: Town, rig: Rig, row: int, z: float) -> Flat:
    """House fronts at one depth, parted where the side street runs away."""
    wide = 40.0 if row == 0 else 7.5

    def paint(canvas: Canvas) -> None:
        first, last = span(canvas)
        for side in (-1, 1):
            x, k = town.middle + side * town.gap / 2, 0
            while (x < last if side > 0 else x > first) and abs(x - town.middle) < wide:
                front, w, seed = town.front(side * (k + 1), row)
                a = x if side > 0 else x - w
                if a < last + 0.2 and a + w > first - 0.2:
                    facade(canvas, a, w, front, seed, town.lights)
                x, k = x + side * w, k + 1
        _wall_lamps(canvas, town, z)
        glaze(canvas, rig, z, town.place.seed + row, 1.2)
        mirror(
            canvas,
            0.0,
            (0.55 if row == 0 else 0.4) * rig.air.wet,
            town.place.seed,
            reach=0.9,
            ripple=0.015,
        )

    bounds = (town.middle - wide, -7.5, town.middle + wide, 1.6 if rig.air.wet else 0.05)
    name = "houses" if row else "background"
    return Flat(name, z, paint, bounds, detail=1.0 if row < 2 else 0.85)


def _wall_lamps(canvas: Canvas, town: Town, z: float) -> None:
    for lamp in _far_lamps(town):
        if abs(lamp.z - z) < 0.05:
            canvas.piece(
                tapered((lamp.x, lamp.y - 0.18), (lamp.x, lamp.y - 0.04), 0.012, 0.05), IRON
            )
            canvas.shine(ellipse(lamp.x, lamp.y, 0.04, 0.055, 14), GLOW)


def _suburb(canvas: Canvas, town: Town, rig: Rig) -> None:
    """Houses in gardens, with trees between them."""
    leaf = town.place.white(AUTUMN[1] if town.place.has("autumn") else colour("#648548"), 0.5)
    for k in places(*span(canvas), 4.4):
        rng = chance(town.place.turn + 11 * k)
        x = k * 4.4 + float(rng.uniform(-0.4, 0.4)) + 1.6 * town.place.side
        trees.oak(canvas, x + 2.2, float(rng.uniform(2.6, 3.6)), leaf, town.place.seed + k)
        tone = mix(TRIMS[k % len(TRIMS)], town.place.tone, 0.3)
        farmhouse(
            canvas, x, float(rng.uniform(2.3, 2.9)), tone, bool(rng.random() < 1.2 * town.lights)
        )
        trees.bush(canvas, x - 1.3, 0.6, leaf, town.place.seed + k)
    glaze(canvas, rig, 6.0, town.place.seed + 4, 1.4)


def _pickets(canvas: Canvas, town: Town, rig: Rig) -> None:
    picket_fence(canvas, *span(canvas), colour("#e8e2d6"))
    glaze(canvas, rig, 3.1, town.place.seed + 5, 0.8)


def _lines(town: Town, rig: Rig) -> Flat:
    """Washing high above an alley."""

    def paint(canvas: Canvas) -> None:
        rng = chance(town.place.turn)
        washing(canvas, -2.4, 2.4, -2.5, town.place.tone, rng)
        glaze(canvas, rig, 1.75, town.place.seed + 9, 0.5)

    return Flat("washing", 1.75, paint, (-2.6, -2.7, 2.6, -1.2), sway=0.012)


def _wings(town: Town, rig: Rig) -> Flat:
    """Walls that close an alley on both sides of a wide picture."""

    def paint(canvas: Canvas) -> None:
        for side in (-1.0, 1.0):
            front, _, seed = town.front(int(50 * side), 9)
            a = 1.45 if side > 0 else -5.7
            facade(canvas, a, 4.25, front, seed, 0.0)
        canvas.rgb *= np.float32(0.5)
        glaze(canvas, rig, -0.5, town.place.seed + 6)

    return Flat("wings", -0.5, paint, (-6, -5, 6, 0.05))


def _boughs(town: Town, rig: Rig) -> Flat:
    """A branch with leaves that hangs into the upper corner of a wide picture."""

    def paint(canvas: Canvas) -> None:
        side = -town.place.side
        leaf = town.place.white(AUTUMN[0] if town.place.has("autumn") else colour("#4f6f3c"), 0.5)
        rng = chance(town.place.turn + 3)
        limb(
            canvas,
            [(side * 3.4, -2.0), (side * 2.2, -2.1), (side * 1.4, -1.95)],
            0.05,
            0.012,
            BARK,
        )
        lobes = [
            (
                side * float(rng.uniform(1.5, 3.3)),
                -2.05 + float(rng.normal(0, 0.13)),
                float(rng.uniform(0.09, 0.17)),
            )
            for _ in range(22)
        ]
        leaf_mass(canvas, lobes, scale(leaf, 0.75), town.place.seed, snow=snow_in(leaf))
        glaze(canvas, rig, -0.6, town.place.seed + 8, 0.4)

    return Flat("boughs", -0.6, paint, (-3.6, -2.7, 3.6, -1.5), sway=0.01)


def _paving(floor: Floor, town: Town, rig: Rig, stood: tuple[Stood, ...]) -> None:
    seed = town.place.seed
    if town.cobbled:
        grounds.cobbles(floor, town.paving, seed)
    else:
        grounds.asphalt(floor, scale(town.paving, 0.72), seed)
        grounds.lane(floor, town.middle, 0.08, colour("#d8d0ba"), town.depth)
    walk = floor.rgb.copy()
    grounds.slabs(floor, scale(mix(town.paving, colour("#b0a696"), 0.5), 1.05), seed, 0.62, 0.42)
    near, far = town.depth - 1.05, town.depth + 0.05
    share = np.clip((floor.z - near) / 0.01 + 0.5, 0, 1) * np.clip(
        (far - floor.z) / 0.01 + 0.5, 0, 1
    )
    share = np.broadcast_to(share, floor.rgb.shape[:2])[..., None] * float(
        town.kind not in ("alley", "square")
    )
    floor.rgb[:] = walk + (floor.rgb - walk) * share.astype(np.float32)
    if town.kind == "suburb":
        lawn = np.broadcast_to(floor.z > town.depth - 0.3, floor.rgb.shape[:2])[..., None]
        floor.rgb[:] = np.where(lawn, np.asarray(colour("#7f9a52"), np.float32), floor.rgb)
    if town.kind not in ("alley", "square"):
        grounds.band(floor, near - 0.07, near, scale(town.paving, 1.35))
        grounds.band(floor, near - 0.13, near - 0.07, scale(town.paving, 0.45))
    grounds.snowed(floor, rig.air.white, seed)
    grounds.soaked(floor, rig, seed, rig.air.wet)
    grounds.shadows(floor, rig, [(one.x, one.z, 0.10) for one in stood])
    grounds.lay(floor, rig)
    # Warm light from the shop windows lies on the pavement before them.
    before = np.clip(town.depth - floor.z, 0, None)
    spill = np.exp(-before / 0.8) * (floor.z < town.depth) * 0.16 * town.lights
    warm = np.array((80, 144, 207), np.float32)
    spread = np.broadcast_to(spill, floor.rgb.shape[:2])[..., None].astype(np.float32)
    floor.rgb += (warm - 0.2 * floor.rgb) * spread
