"""Open country: meadow, wheat, garden, park, desert, road, graveyard, village. Knows no words."""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import chance, colour, mix, scale
from tools.theatre.light import Lamp, Rig
from tools.theatre.palette import Air
from tools.theatre.scenery import Flat, Floor, Ground, Scenery
from tools.theatre.sets import countryware, grounds, trees
from tools.theatre.sets import outdoors as cut
from tools.theatre.sets.country import OWN, Country
from tools.theatre.sets.farmland import farmhouse
from tools.theatre.sets.farmscape import chapel, hedge, patchwork, poles
from tools.theatre.sets.glaze import air_between, far_tone, glaze
from tools.theatre.sets.setting import (
    ENDS,
    lit_pieces,
    piece_flats,
    setting_of,
    span,
    stand,
)
from tools.theatre.sets.sky import haze_band, sky
from tools.theatre.sets.streetware import box, shape
from tools.theatre.spec import LightSpec, SetSpec

BLOOMS = tuple(colour(c) for c in ("#d8443c", "#e8e2d4", "#8a6ac0", "#e8b83a", "#d878a0"))

ASKED = (
    "campfire",
    "well",
    "scarecrow",
    "haystack",
    "bench",
    "cart",
    "tent",
    "fountain",
    "signpost",
    "mailbox",
    "grave",
    "tree",
    "lamp_post",
    "stump",
    "boulder",
    "bush",
    "cactus",
    "barrel",
    "crate",
    "bicycle",
    "clothesline",
    "telephone",
    "parasol",
    "stall",
    "logs",
    "luggage",
    "sign",
    "rowboat",
    "clock",
    "booth",
)

STUBBLE = 0.5
"""Depth of the low row of wheat at whose foot people stand: no bare strip shows under it."""


def build(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The country as scenery."""
    setting = setting_of(place, light, air)
    land = Country(setting)
    stood = stand(setting, OWN[land.kind], ASKED, 3)
    home = (2.9 * setting.side, 5.4)
    has_home = setting.has("house") or land.kind in ("village", "garden")
    lamps = []
    if has_home and setting.air.lamps > 0.05:
        lamps.append(
            Lamp(
                home[0],
                -0.55,
                home[1] - 0.1,
                colour("#ffbe6a"),
                1.6,
                0.8 * setting.air.lamps,
                0.02,
                0.6,
            )
        )
    rig = lit_pieces(setting, stood, lamps)
    flats = [sky(setting.air, setting.turn), *_ranges(land, rig), _copse(land, rig)]
    flats += [_middle(land, rig), *piece_flats(setting, stood, rig), *_crop(land, rig)]
    if has_home:
        flats.append(_house(land, rig, home))
    flats.append(
        haze_band(
            setting.air, 11.0, 1.5, min(0.8, 14 * setting.air.density + 0.12), place.seed + 2, 0.05
        )
    )
    flats.append(
        haze_band(setting.air, 4.4, 0.6, min(0.6, 9 * setting.air.density), place.seed + 3, -0.03)
    )
    ground = Ground(
        "ground",
        0.0,
        60.0,
        lambda floor: _floor(floor, land, rig, [(s.x, s.z, 0.3) for s in stood]),
    )
    quiet = light.weather in ("clear", "wind") and not setting.air.white and land.kind != "desert"
    motes = "fireflies" if quiet and light.time in ("night", "dusk") else "leaves"
    return Scenery(tuple(flats), (ground,), rig, motes if quiet else "none")


def _ranges(land: Country, rig: Rig) -> list[Flat]:
    """Hills behind hills; in the desert, tables of stone."""
    desert = land.kind == "desert"
    tint = colour("#b5603c") if desert else mix(land.leaf, colour("#5a7088"), 0.35)
    rows = ((150.0, 15.0, 66.0), (84.0, 8.0, 42.0), (46.0, 4.0, 26.0))
    flats = []
    for k, (z, height, cell) in enumerate(rows):

        def paint(
            canvas: Canvas, z: float = z, h: float = height, c: float = cell, k: int = k
        ) -> None:
            seed = land.place.turn + 31 * k
            tone = mix(tint, land.slope, 0.28 * k)
            line = (
                cut.cliffs(canvas, 0.2, 1.3 * h, 0.8 * c, seed)
                if desert and k < 2
                else cut.crest(canvas, 0.2, h, c, seed, 3)
            )
            strata = 0.13 * h if desert and k < 2 else 0.0
            cut.terrain(
                canvas, line, tone, rig, seed, cut.Relief(rough=0.12 * h, rim=0.35, strata=strata)
            )
            if not desert and k == 2:
                patchwork(canvas, line, land)
            canvas.lit(rig.field(canvas.x, canvas.y, z))
            canvas.fog(far_tone(rig.air), air_between(rig, z), 0.0, 0.7 * h)

        flats.append(Flat(f"ridge{k}", z, paint, (-ENDS, -2.2 * height, ENDS, 1.0), detail=0.85))
    return flats


def _copse(land: Country, rig: Rig) -> Flat:
    """Single trees and hedges at a distance, with a gap in the middle third."""

    def paint(canvas: Canvas) -> None:
        first, last = span(canvas)
        if land.kind == "desert":
            cut.row_of_rocks(
                canvas,
                4.5,
                0.4,
                (0.5, 1.6),
                mix(land.ground, colour("#a05a3c"), 0.5),
                land.place.turn,
            )
        else:
            hedge(canvas, land)
            tall = ("poplar", "poplar", "oak") if land.place.seed % 2 else ("oak", "oak", "birch")
            for k in places(first - 2, last + 2, 2.3):
                rng = chance(land.place.turn * 13 + k)
                x = (k + float(rng.uniform(-0.4, 0.4))) * 2.3
                if abs(x + 2.2 * land.place.side) < 2.6 or rng.random() < 0.25:
                    continue
                name = tall[int(rng.integers(3))]
                shade = scale(land.leaf, float(rng.uniform(0.8, 1.1)))
                trees.TREES[name](
                    canvas, x, float(rng.uniform(2.2, 4.2)), shade, land.place.seed + k, 0.0
                )
            if land.kind in ("village", "graveyard") or land.place.seed % 3 == 0:
                chapel(canvas, -4.4 * land.place.side, land, rig)
        glaze(canvas, rig, 17.0, land.place.seed + 7, 2.0)

    return Flat("background", 17.0, paint, (-ENDS, -7.0, ENDS, 0.1))


def _middle(land: Country, rig: Rig) -> Flat:
    """What divides the ground halfway out: fence, hedge, poles or stones."""

    def paint(canvas: Canvas) -> None:
        first, last = span(canvas)
        if land.kind == "desert":
            cut.row_of_rocks(
                canvas,
                1.9,
                0.55,
                (0.15, 0.45),
                mix(land.ground, colour("#9a5a40"), 0.4),
                land.place.turn,
                1.0,
            )
        elif land.kind == "road":
            poles(canvas, land)
        elif land.kind in ("garden", "village"):
            countryware.picket_fence(
                canvas, first, last, colour("#e6e0d2") if land.kind == "garden" else land.wood
            )
        elif land.kind == "graveyard":
            for k in places(first, last, 0.16):
                shape(
                    canvas,
                    [
                        (k * 0.16 - 0.012, 0.02),
                        (k * 0.16 - 0.012, -0.82),
                        (k * 0.16, -0.9),
                        (k * 0.16 + 0.012, -0.82),
                        (k * 0.16 + 0.012, 0.02),
                    ],
                    colour("#2e2f36"),
                    0.006,
                )
            for y in (-0.74, -0.14):
                box(canvas, first, y - 0.014, last, y + 0.014, colour("#2e2f36"))
        elif land.kind != "park":
            countryware.rail_fence(canvas, first, last, land.wood, land.place.turn)
        cut.grass(canvas, first, last, scale(land.slope, 0.85), land.place.turn + 5, 0.15)
        glaze(canvas, rig, 3.6, land.place.seed + 12, 0.8, rim=0.8)

    return Flat("middle", 3.6, paint, (-ENDS, -3.2, ENDS, 0.12))


def _crop(land: Country, rig: Rig) -> list[Flat]:
    """What grows near: wheat, flowers or grass, behind the actors and at the lower edge."""
    flats = []
    for z, tall in ((2.3, 0.95), (1.25, 0.6), (STUBBLE, 0.4), (-1.2, 0.26)):
        if land.kind == "desert" or (land.kind != "wheat" and (z > 2 or z == STUBBLE)):
            continue

        def paint(canvas: Canvas, z: float = z, tall: float = tall) -> None:
            first, last = span(canvas)
            seed = land.place.turn + int(10 * z)
            if land.kind == "wheat":
                cut.stalks(canvas, first, last, land.slope, seed, tall)
            else:
                cut.grass(canvas, first, last, scale(land.slope, 0.8), seed, 0.32 * tall)
                if land.kind in ("garden", "field", "park") and not rig.air.white:
                    blooms = tuple(
                        BLOOMS[(land.place.seed + k) % 5]
                        for k in range(3 if land.kind == "garden" else 2)
                    )
                    cut.flowers(canvas, first, last, blooms, seed, 0.40 * tall)
            glaze(canvas, rig, z, land.place.seed + 3, 0.5, rim=0.45)

        flats.append(Flat("crop", z, paint, (-ENDS, -1.3 * tall, ENDS, 0.14), sway=0.008))
    return flats


def _house(land: Country, rig: Rig, home: tuple[float, float]) -> Flat:
    def paint(canvas: Canvas) -> None:
        farmhouse(canvas, home[0], 2.6, land.place.tone, rig.air.lamps > 0.2)
        trees.bush(canvas, home[0] - 1.5, 0.7, land.leaf, land.place.seed)
        trees.oak(canvas, home[0] + 2.0 * land.place.side, 3.4, land.leaf, land.place.seed + 3)
        glaze(canvas, rig, home[1], land.place.seed + 14)

    return Flat("house", home[1], paint, (home[0] - 5.0, -4.2, home[0] + 5.0, 0.08))


def _floor(floor: Floor, land: Country, rig: Rig, feet: list[tuple[float, float, float]]) -> None:
    seed = land.place.seed
    if land.kind == "desert":
        grounds.sand(floor, land.ground, seed)
    else:
        path = None if land.kind in ("wheat", "road") else mix(land.road, land.ground, 0.15)
        second = mix(land.ground, colour("#b8ac5e"), 0.55)
        grounds.meadow(floor, land.ground, second, seed, path)
    if land.kind == "road":
        rgb = floor.rgb.copy()
        grounds.asphalt(floor, land.road, seed)
        grounds.band(floor, 0.86, 0.92, colour("#d8d2c0"))
        inside = np.clip((floor.z + 1.6) / 0.06, 0, 1) * np.clip((1.9 - floor.z) / 0.06, 0, 1)
        floor.rgb[:] = (
            rgb + (floor.rgb - rgb) * np.broadcast_to(inside, floor.rgb.shape[:2])[..., None]
        )
    grounds.snowed(floor, rig.air.white, seed)
    grounds.soaked(floor, rig, seed, 0.6 * rig.air.wet)
    grounds.shadows(floor, rig, feet)
    grounds.lay(floor, rig)
