"""Where land meets water: piers, coasts, lakes. Knows words and a seed, no camera and no actor."""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import Colour, chance, colour, mix, rectangle, scale, tapered
from tools.theatre.light import Lamp, Rig
from tools.theatre.palette import Air, accent
from tools.theatre.scenery import Flat, Floor, Ground, Scenery
from tools.theatre.sets import built
from tools.theatre.sets import outdoors as cut
from tools.theatre.sets.sky import haze_band, sky
from tools.theatre.sets.surfaces import air_floor, earth, light_floor, planks_across, puddles, water
from tools.theatre.spec import LightSpec, SetSpec
from tools.theatre.texture import ridge

LEVEL = 0.12
"""The water lies this far below the ground the actors stand on."""

EDGE = 2.3
"""Depth at which the ground ends and the water begins."""

DECKS = tuple(colour(c) for c in ("#6a5644", "#75604a", "#5d5348"))
SANDS = tuple(colour(c) for c in ("#b59c74", "#a3927c", "#8f8577"))


class Waterside:
    """Colours and habits of one shore, from its seed."""

    def __init__(self, place: SetSpec, light: LightSpec, air: Air) -> None:
        rng = chance(place.seed)
        self.seed, self.kind, self.pieces = place.seed, place.kind or "coast", place.pieces
        self.deck = DECKS[int(rng.integers(len(DECKS)))]
        self.sand = SANDS[int(rng.integers(len(SANDS)))]
        self.stone = mix(colour("#5a5a68"), self.sand, 0.25)
        self.hull = accent(light.palette, place.seed, colour("#3d5468"))
        self.side = 1.0 if rng.random() < 0.5 else -1.0
        if air.white:
            self.sand, self.deck = (
                mix(self.sand, (234, 230, 223), 0.7),
                mix(self.deck, (234, 230, 223), 0.4),
            )
        far = air.sky[0][1]
        self.near_water = mix(scale(air.fog, 0.42), colour("#24435a"), 0.45)
        self.far_water = mix(far, self.near_water, 0.35)
        self.tower = self.kind == "coast" or "lighthouse" in place.pieces

    @property
    def posts(self) -> tuple[float, ...]:
        """Where the pier's lamps stand."""
        return (-3.3, -1.15, 1.15, 3.3) if self.kind == "pier" else ()


def build(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The shore as scenery."""
    shore = Waterside(place, light, air)
    lamps = tuple(
        Lamp(x, -1.64, 1.5, colour("#ffc67c"), 1.35, 0.9 * air.lamps, 0.03, 0.6, 0.04, 0.6)
        for x in shore.posts
        if air.lamps > 0.05
    )
    if shore.tower:
        lamps += (_beacon(shore, air),)
    rig = Rig(air, False, lamps)
    flats = [sky(air, place.seed), _far_land(shore, rig), _headland(shore, rig)]
    flats += _pier(shore, rig) if shore.kind == "pier" else _beach(shore, rig)
    flats.append(haze_band(air, 30.0, 3.0, min(0.8, 10 * air.density + 0.12), place.seed + 2, 0.12))
    flats.append(haze_band(air, 5.0, 0.8, min(0.6, 8 * air.density), place.seed + 3, -0.04))
    grounds = (
        Ground("water", LEVEL, 230.0, lambda floor: _water(floor, shore, rig)),
        Ground("ground", 0.0, EDGE, lambda floor: _ground(floor, shore, rig)),
    )
    return Scenery(tuple(flats), grounds, rig, "none", water=(EDGE + 0.4, 90.0))


def _beacon(shore: Waterside, air: Air) -> Lamp:
    gain = max(0.15, air.lamps)
    return Lamp(-9.0 * shore.side, -6.9, 42.0, colour("#ffe0a4"), 2.2, gain, 0.28, 3.6, 0.5, 0.8)


def _far_land(shore: Waterside, rig: Rig) -> Flat:
    def paint(canvas: Canvas) -> None:
        line = cut.crest(canvas, LEVEL + 0.6, 7.0, 60.0, shore.seed + 1, 4)
        tone = mix(colour("#55687c"), rig.air.fog, 0.3)
        cut.terrain(canvas, line + 3.4, tone, rig, shore.seed, rim=0.15)
        canvas.lit(rig.field(canvas.x, canvas.y, 160.0))
        canvas.fog(rig.air.fog, cut.air_between(rig, 160.0), 0.0, 3.0)

    return Flat("far land", 160.0, paint, (-1e5, -9.0, 1e5, LEVEL), detail=0.8)


def _headland(shore: Waterside, rig: Rig) -> Flat:
    """A rocky point on one side, with its lighthouse."""

    def paint(canvas: Canvas) -> None:
        x = canvas.x[0] * shore.side
        rise = 4.3 * np.exp(-(((x + 9.5) / 5.2) ** 2)) + 2.0 * np.exp(-(((x + 16.5) / 6.0) ** 2))
        rise += 1.2 * np.exp(-(((x - 22) / 7.0) ** 2))
        line = LEVEL - rise * (1 + 0.10 * ridge(canvas.x[0], 1.6, shore.seed + 4, 4)) + 0.5
        cut.terrain(
            canvas, np.minimum(line, LEVEL + 0.5), shore.stone, rig, shore.seed + 5, rough=0.9
        )
        if shore.tower:
            built.lighthouse(canvas, -9.0 * shore.side, -3.5, 3.2, rig.air.lamps > 0.2)
        cut.finish(canvas, rig, 42.0, shore.seed + 6, 2.5)

    return Flat("background", 42.0, paint, (-60.0, -8.2, 60.0, LEVEL))


def _pier(shore: Waterside, rig: Rig) -> list[Flat]:
    iron = colour("#3b4148")

    def vessel(canvas: Canvas) -> None:
        built.boat(canvas, 3.4 * shore.side, 5.2, shore.hull, rig.air.lamps)
        cut.finish(canvas, rig, 7.5, shore.seed + 7)

    def rails(canvas: Canvas) -> None:
        last = canvas.x0 + canvas.w / canvas.density
        for k in places(canvas.x0, last, 0.78):
            canvas.piece(
                tapered((k * 0.78, 0.1), (k * 0.78, -0.5), 0.022, 0.02), scale(shore.deck, 0.8)
            )
        for y in (-0.47, -0.25):
            canvas.piece(rectangle(canvas.x0, y - 0.012, last, y + 0.012), scale(shore.deck, 0.95))
        canvas.piece(rectangle(canvas.x0, -0.012, last, 0.14), scale(shore.deck, 0.6))
        cut.finish(canvas, rig, EDGE, shore.seed + 8)

    def posts(canvas: Canvas) -> None:
        for x in shore.posts:
            built.lamp_post(canvas, x, iron, rig.air.lamps > 0.05)
        if "booth" in shore.pieces:
            _booth(canvas, 2.25 * -shore.side, shore, rig)
        if "crates" in shore.pieces or shore.seed % 2:
            _crates(canvas, 1.9 * shore.side, shore)
        cut.finish(canvas, rig, 1.5, shore.seed + 9)

    return [
        Flat("boat", 7.5, vessel, (-9.0, -3.4, 9.0, LEVEL + 0.05), sway=0.015),
        Flat("rails", EDGE, rails, (-1e5, -0.6, 1e5, 0.14)),
        Flat("lamps", 1.5, posts, (-4.2, -1.9, 4.2, 0.04)),
    ]


def _booth(canvas: Canvas, x: float, shore: Waterside, rig: Rig) -> None:
    wall = mix(shore.hull, colour("#9a8f76"), 0.55)
    canvas.piece(rectangle(x - 0.42, -1.28, x + 0.42, 0.02), wall, grade=0.06, thickness=0.02)
    for k in range(6):
        canvas.piece(
            rectangle(x - 0.42 + 0.14 * k, -1.28, x - 0.41 + 0.14 * k, 0.02),
            scale(wall, 0.75),
            shadow=0,
        )
    glass = rectangle(x - 0.26, -1.05, x + 0.26, -0.62)
    built.pane(canvas, glass, rig.air.lamps > 0.2, scale(wall, 1.25))
    canvas.piece(rectangle(x - 0.3, -0.6, x + 0.3, -0.56), scale(wall, 1.2))
    roof = [(x - 0.52, -1.26), (x + 0.52, -1.26), (x + 0.4, -1.48), (x - 0.4, -1.48)]
    canvas.piece(np.array(roof, np.float32), scale(wall, 0.6), thickness=0.02)


def _crates(canvas: Canvas, x: float, shore: Waterside) -> None:
    wood = colour("#8a6f4c")
    for k, (dx, y, s) in enumerate(((0.0, 0.0, 0.34), (0.36, 0.0, 0.30), (0.12, -0.34, 0.27))):
        tone = scale(wood, 0.9 + 0.1 * ((shore.seed + k) % 3))
        canvas.piece(rectangle(x + dx, y - s, x + dx + s, y), tone, thickness=0.014)
        canvas.piece(
            tapered((x + dx, y - s), (x + dx + s, y), 0.014, 0.014), scale(tone, 0.85), shadow=0.2
        )
        canvas.piece(
            rectangle(x + dx, y - s, x + dx + s, y - s + 0.035), scale(tone, 1.1), shadow=0.2
        )


def _beach(shore: Waterside, rig: Rig) -> list[Flat]:
    def surf(canvas: Canvas) -> None:
        wave = 0.05 * ridge(canvas.x[0], 0.8, shore.seed + 3, 3)
        depth = canvas.y - (LEVEL - 0.07 + wave)[None, :].astype(np.float32)
        foam = np.exp(-((depth / 0.035) ** 2)) * (
            0.4 + 0.6 * canvas.noise(0.35, shore.seed, 3, 2.0)
        )
        canvas.rgb[:] = np.asarray((238, 236, 230), np.float32)
        canvas.alpha[:] = np.clip(foam * 190, 0, 255).astype(np.uint8)
        canvas.lit(rig.field(canvas.x, canvas.y, EDGE + 0.2))

    def rocks(canvas: Canvas) -> None:
        for k in places(canvas.x0, canvas.x0 + canvas.w / canvas.density, 1.05):
            rng = chance(shore.seed + 91 * k)
            x, w = k * 1.05 + float(rng.uniform(-0.4, 0.4)), float(rng.uniform(0.18, 0.6))
            if abs(x) > 0.9 and rng.random() < (0.45 if shore.kind == "lake" else 0.75):
                cut.rock(canvas, x, w, w * float(rng.uniform(0.45, 0.95)), shore.stone, k % 991)
        cut.finish(canvas, rig, 1.7, shore.seed + 10)

    def near_rocks(canvas: Canvas) -> None:
        for x, w in ((-2.35, 0.7), (2.5, 0.85), (-3.6, 0.9), (3.9, 1.0)):
            cut.rock(
                canvas, x, w, w * 0.75, scale(shore.stone, 0.7), shore.seed % 997 + int(10 * w)
            )
        cut.finish(canvas, rig, -0.9, shore.seed + 11)

    flats = [
        Flat("surf", EDGE + 0.02, surf, (-1e5, -0.08, 1e5, 0.3), drift=0.03),
        Flat("rocks", 1.7, rocks, (-1e5, -0.8, 1e5, 0.05)),
        Flat("near rocks", -0.9, near_rocks, (-6.0, -0.9, 6.0, 0.05)),
    ]
    return flats + _on_water(shore, rig)


def _on_water(shore: Waterside, rig: Rig) -> list[Flat]:
    """A boat or reeds, where the words ask for them."""
    flats: list[Flat] = []
    if "boat" in shore.pieces:

        def vessel(canvas: Canvas) -> None:
            built.boat(canvas, 4.0 * shore.side, 4.2, shore.hull, rig.air.lamps)
            cut.finish(canvas, rig, 11.0, shore.seed + 7)

        flats.append(Flat("boat", 11.0, vessel, (-9.0, -3.0, 9.0, LEVEL + 0.05), sway=0.02))
    if shore.kind == "lake":

        def reeds(canvas: Canvas) -> None:
            last = canvas.x0 + canvas.w / canvas.density
            cut.grass(canvas, canvas.x0, last, colour("#6d7a48"), shore.seed, 0.34)
            cut.finish(canvas, rig, 2.1, shore.seed + 12)

        flats.append(Flat("reeds", 2.1, reeds, (-1e5, -0.45, 1e5, 0.1), sway=0.006))
    return flats


def _water(floor: Floor, shore: Waterside, rig: Rig) -> None:
    water(floor, shore.near_water, shore.far_water, shore.seed)
    # The road of light under the sun or moon.
    sun = rig.air.sun[0]
    away = np.abs(floor.x / np.maximum(floor.z + 3, 0.5) - sun)
    road = np.exp(-((away / 0.10) ** 1.3)) * 0.42 * min(1.0, rig.air.sun_gain)
    floor.rgb += (np.asarray(rig.air.sun_tone, np.float32) - floor.rgb) * road[..., None]
    for lamp in rig.lamps:
        if lamp.z > 5:
            continue
        away = np.abs(floor.x - lamp.x * (floor.z + 3) / (lamp.z + 3)) / (0.10 + 0.04 * floor.z)
        streak = np.exp(-(away**2)) * np.exp(-((floor.z - lamp.z) / 3.5)) * 0.4 * lamp.gain
        floor.rgb += (np.asarray(lamp.tone, np.float32) - floor.rgb) * streak[..., None]
    air_floor(floor, rig)


def _ground(floor: Floor, shore: Waterside, rig: Rig) -> None:
    if shore.kind == "pier":
        planks_across(floor, shore.deck, shore.seed)
        puddles(floor, rig.air.fog, shore.seed, 0.55 * rig.air.wet)
    else:
        second: Colour = mix(shore.sand, shore.stone, 0.6)
        earth(floor, shore.sand, second, shore.seed)
        wet = np.clip(1 - (EDGE - floor.z) / 0.8, 0, 1) * 0.45
        floor.rgb *= (1 - wet)[..., None]
        puddles(floor, rig.air.fog, shore.seed, 0.4 * rig.air.wet)
    light_floor(floor, rig)
