"""Open country: fields, forests, hills. Knows words and a seed, no camera and no actor."""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import Colour, chance, colour, mix, scale
from tools.theatre.light import Lamp, Rig
from tools.theatre.palette import Air
from tools.theatre.scenery import Flat, Floor, Ground, Scenery
from tools.theatre.sets import built
from tools.theatre.sets import outdoors as cut
from tools.theatre.sets.sky import haze_band, sky
from tools.theatre.sets.surfaces import air_floor, earth, light_floor, puddles
from tools.theatre.spec import LightSpec, SetSpec

FIELDS = tuple(colour(c) for c in ("#7d8a4a", "#8d8f4f", "#6f8450", "#a08a4c"))
WOODLAND = tuple(colour(c) for c in ("#4d6440", "#5a6b3f", "#47604c", "#6b6238"))
ROCKY = tuple(colour(c) for c in ("#6f6d70", "#7b7268", "#5f6672"))
SNOWY = colour("#dfe6ea")
AUTUMN = tuple(colour(c) for c in ("#b0713a", "#c08a3e", "#a5573a", "#8a7a3c"))


class Country:
    """Colours and habits of one stretch of country, from its seed."""

    def __init__(self, place: SetSpec, air: Air, light: LightSpec) -> None:
        rng = chance(place.seed)
        self.seed, self.kind, self.pieces = place.seed, place.kind, place.pieces
        tones = {"field": FIELDS, "forest": WOODLAND, "hills": ROCKY}.get(place.kind, FIELDS)
        self.ground: Colour = tones[int(rng.integers(len(tones)))]
        self.leaf: Colour = WOODLAND[int(rng.integers(len(WOODLAND)))]
        if rng.random() < 0.25:
            self.leaf = AUTUMN[int(rng.integers(len(AUTUMN)))]
        self.stone: Colour = ROCKY[int(rng.integers(len(ROCKY)))]
        if air.white:
            self.ground, self.leaf = mix(self.ground, SNOWY, 0.85), mix(self.leaf, SNOWY, 0.45)
        self.far = mix(self.leaf, colour("#5a7088"), 0.45)
        self.pines = bool(rng.random() < 0.5)
        self.side = 1.0 if rng.random() < 0.5 else -1.0
        self.shift = float(rng.uniform(-40, 40))


def build(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The country as scenery."""
    land = Country(place, air, light)
    lamps = _lamps(land, light, air)
    rig = Rig(air, False, lamps)
    flats = [sky(air, place.seed), *_ridges(land, rig)]
    flats += _trees(land, rig) if place.kind == "forest" else _meadow(land, rig)
    flats += _pieces(land, rig)
    flats.append(haze_band(air, 9.0, 1.6, min(0.85, 14 * air.density + 0.10), place.seed + 2, 0.05))
    flats.append(haze_band(air, 3.6, 0.7, min(0.7, 9 * air.density), place.seed + 3, -0.03))
    ground = Ground("ground", 0.0, 70.0, lambda floor: _ground(floor, land, rig))
    night = light.time in ("night", "dusk") and light.weather in ("clear", "wind") and not air.white
    motes = "fireflies" if night and place.kind != "hills" else "leaves"
    return Scenery(tuple(flats), (ground,), rig, motes if not air.white else "none")


def _lamps(land: Country, light: LightSpec, air: Air) -> tuple[Lamp, ...]:
    lamps: list[Lamp] = []
    if "house" in land.pieces:
        lamps.append(
            Lamp(2.3 * land.side, -0.45, 4.6, colour("#ffbe6a"), 1.3, 0.8 * air.lamps, 0.02, 0.5)
        )
    if light.practicals or "lamp" in land.pieces:
        x = -0.95 * land.side
        lamps.append(Lamp(x, -1.64, 0.62, colour("#ffc67c"), 1.25, 0.85 * air.lamps, 0.03, 0.6))
    return tuple(lamp for lamp in lamps if lamp.gain > 0.05)


def _ridges(land: Country, rig: Rig) -> list[Flat]:
    """Three lines of hills, paler with distance."""
    tall = {"hills": 2.2, "forest": 0.9}.get(land.kind, 1.0)
    flats = []
    rows = (
        (150.0, 13.0 * tall, 70.0, 0.75),
        (70.0, 4.4 * tall, 34.0, 0.45),
        (30.0, 1.6 * tall, 15.0, 0.2),
    )
    for k, (z, height, cell, pale) in enumerate(rows):
        tone = mix(mix(land.leaf if k else land.far, land.far, pale), rig.air.fog, 0.15)
        name = "background" if k == 2 else f"ridge{k}"

        def paint(
            canvas: Canvas,
            z: float = z,
            h: float = height,
            c: float = cell,
            t: Colour = tone,
            k: int = k,
        ) -> None:
            line = cut.crest(
                canvas, 0.2, h, c, land.seed + 31 * k, 5 if land.kind == "hills" else 3
            )
            if k == 2 and land.kind != "hills":
                line = (
                    line
                    - 0.30 * np.abs(np.sin(canvas.x[0] * 3.1))
                    - 0.22 * np.abs(np.sin(canvas.x[0] * 7.7))
                )
            rough = z * 0.035 if land.kind == "hills" else 0.0
            cut.terrain(canvas, line, t, rig, land.seed + k, rough=rough, rim=0.30)
            canvas.lit(rig.field(canvas.x, canvas.y, z))
            canvas.fog(rig.air.fog, cut.air_between(rig, z), 0.0, h * 0.6)

        flats.append(Flat(name, z, paint, (-1e5, -height * 1.6 - 2, 1e5, 1.0), detail=0.8))
    return flats


def _row(canvas: Canvas, land: Country, z: float, gap: float, height: float, clear: float) -> None:
    """Trees along a flat, leaving a clearing in the middle."""
    for k in places(canvas.x0, canvas.x0 + canvas.w / canvas.density, gap):
        rng = chance(land.seed * 31 + int(z * 10) * 1009 + k)
        x = (k + float(rng.uniform(-0.35, 0.35))) * gap
        if abs(x) < clear or rng.random() < 0.12:
            continue
        h = height * float(rng.uniform(0.75, 1.25))
        tone = scale(land.leaf, float(rng.uniform(0.82, 1.1)))
        tree = cut.pine if land.pines or rng.random() < 0.2 else cut.leafy_tree
        tree(canvas, x, h, tone, int(rng.integers(1 << 30)))


def _trees(land: Country, rig: Rig) -> list[Flat]:
    rows = (
        (16.0, 1.5, 4.6, 0.0, 0.0),
        (8.0, 1.25, 3.9, 0.6, 0.0),
        (4.2, 1.35, 3.3, 0.9, 0.008),
        (2.0, 1.5, 2.9, 1.15, 0.010),
    )
    flats = []
    for z, gap, height, clear, sway in rows:

        def paint(
            canvas: Canvas, z: float = z, gap: float = gap, h: float = height, c: float = clear
        ) -> None:
            _row(canvas, land, z, gap, h, c)
            cut.finish(canvas, rig, z, land.seed + int(z), 2.0)

        bounds = (-1e5, -height * 1.45, 1e5, 0.06)
        flats.append(Flat("trees", z, paint, bounds, sway=sway))
    flats.append(_tufts(land, rig, 1.1, 0.16))
    flats.append(_tufts(land, rig, -1.25, 0.16))
    return flats


def _meadow(land: Country, rig: Rig) -> list[Flat]:
    clear = 1.3 if land.kind == "field" else 1.6

    def far_trees(canvas: Canvas) -> None:
        _row(canvas, land, 12.0, 5.2, 2.7, clear)
        cut.finish(canvas, rig, 12.0, land.seed + 7, 2.0)

    def near_tree(canvas: Canvas) -> None:
        kind = (
            cut.bare_tree if land.kind == "hills" else (cut.pine if land.pines else cut.leafy_tree)
        )
        kind(
            canvas,
            1.75 * land.side,
            2.2,
            land.leaf if land.kind != "hills" else cut.BARK,
            land.seed + 5,
        )
        cut.finish(canvas, rig, 2.2, land.seed + 8)

    def boulders(canvas: Canvas) -> None:
        for k in places(canvas.x0, canvas.x0 + canvas.w / canvas.density, 1.7):
            rng = chance(land.seed + 77 * k)
            if rng.random() < (0.85 if land.kind == "hills" else 0.3):
                w = float(rng.uniform(0.15, 0.42))
                cut.rock(
                    canvas, k * 1.7 + float(rng.uniform(-0.6, 0.6)), w, w * 0.7, land.stone, k % 997
                )
        cut.finish(canvas, rig, 2.9, land.seed + 9)

    flats = [
        Flat("trees", 12.0, far_trees, (-1e5, -4.2, 1e5, 0.1)),
        Flat("rocks", 2.9, boulders, (-1e5, -0.6, 1e5, 0.06)),
        Flat("tree", 2.2, near_tree, (-4.0, -3.2, 4.0, 0.06), sway=0.006),
        _tufts(land, rig, 1.0, 0.06 if land.kind == "hills" else 0.13),
        _tufts(land, rig, -1.3, 0.05 if land.kind == "hills" else 0.15),
    ]
    if land.kind == "field" or "fence" in land.pieces:
        flats.append(Flat("fence", 3.4, lambda c: _fence(c, land, rig), (-1e5, -0.7, 1e5, 0.05)))
    return flats


def _fence(canvas: Canvas, land: Country, rig: Rig) -> None:
    built.fence(
        canvas, canvas.x0, canvas.x0 + canvas.w / canvas.density, colour("#7b664c"), land.seed
    )
    cut.finish(canvas, rig, 3.4, land.seed + 12)


def _tufts(land: Country, rig: Rig, z: float, height: float) -> Flat:
    """Grass at the foot of the picture: the paper theatre's footlights."""

    def paint(canvas: Canvas) -> None:
        tone = scale(mix(land.ground, land.leaf, 0.3), 0.92)
        cut.grass(canvas, canvas.x0, canvas.x0 + canvas.w / canvas.density, tone, land.seed, height)
        canvas.lit(rig.field(canvas.x, canvas.y, z) * np.float32(0.9))

    return Flat("grass", z, paint, (-1e5, -height * 1.3, 1e5, 0.12), sway=0.004)


def _pieces(land: Country, rig: Rig) -> list[Flat]:
    """What the location's words ask for."""
    flats: list[Flat] = []
    wood = colour("#7a5f44")
    if "house" in land.pieces:

        def home(canvas: Canvas) -> None:
            wall, roof = colour("#b5a184"), colour("#7d4a3a")
            built.house(canvas, 2.3 * land.side, 2.3, 1.25, wall, roof, land.seed, rig.air.lamps)
            cut.finish(canvas, rig, 4.6, land.seed + 14)

        flats.append(Flat("house", 4.6, home, (-5.0, -2.6, 5.0, 0.06)))
    if "well" in land.pieces:

        def water(canvas: Canvas) -> None:
            built.well(canvas, -0.95 * land.side, land.stone, wood)
            cut.finish(canvas, rig, 0.85, land.seed + 15)

        flats.append(Flat("well", 0.85, water, (-1.6, -1.2, 1.6, 0.06)))
    if "bench" in land.pieces:

        def seat(canvas: Canvas) -> None:
            built.bench(canvas, 0.9 * land.side, wood)
            cut.finish(canvas, rig, 0.7, land.seed + 16)

        flats.append(Flat("bench", 0.7, seat, (-1.6, -0.6, 1.6, 0.05)))
    post = [lamp for lamp in rig.lamps if lamp.z < 1]
    if post:

        def lantern(canvas: Canvas) -> None:
            built.lamp_post(canvas, post[0].x, colour("#3a3f44"), True)
            cut.finish(canvas, rig, 0.62, land.seed + 17)

        flats.append(Flat("lamp", 0.62, lantern, (-1.4, -1.9, 1.4, 0.05)))
    return flats


def _ground(floor: Floor, land: Country, rig: Rig) -> None:
    path = mix(colour("#a58c68"), land.ground, 0.15) if land.kind != "hills" else None
    if rig.air.white:
        path = mix(path, SNOWY, 0.5) if path else None
    second = mix(land.ground, land.stone if land.kind == "hills" else colour("#b0a060"), 0.45)
    earth(floor, land.ground, second, land.seed, path)
    puddles(floor, rig.air.sky[0][1], land.seed, 0.6 * rig.air.wet)
    light_floor(floor, rig)
    air_floor(floor, rig)
