"""Streets, squares and alleys of a town. Knows words and a seed, no camera and no actor."""

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
from tools.theatre.sets.surfaces import air_floor, light_floor, puddles, stones
from tools.theatre.spec import LightSpec, SetSpec

FACADES = tuple(
    colour(c) for c in ("#a5705a", "#b39470", "#8c8a86", "#9b6a60", "#8a9a92", "#b7a58a", "#7d7f92")
)
SHOPS = tuple(colour(c) for c in ("#355a5e", "#7a3b3b", "#3e5a41", "#4a4668", "#7c6030"))
POSTS = (-3.5, -1.2, 1.2, 3.5)


class Town:
    """Colours and habits of one street, from its seed."""

    def __init__(self, place: SetSpec, light: LightSpec, air: Air) -> None:
        rng = chance(place.seed + 977 * place.reverse)
        self.seed, self.kind, self.pieces = place.seed + place.reverse, place.kind, place.pieces
        self.alley = place.kind == "alley"
        self.depth = 1.7 if self.alley else 3.3
        first = int(rng.integers(len(FACADES)))
        self.walls = [FACADES[(first + k * 3) % len(FACADES)] for k in range(len(FACADES))]
        self.trim = accent(light.palette, place.seed, SHOPS[int(rng.integers(len(SHOPS)))])
        self.paving = mix(colour("#7a7672"), self.walls[0], 0.15)
        self.lights = air.lamps
        self.white = air.white

    def house(self, k: int) -> tuple[float, float, Colour, np.random.Generator]:
        """Width, height, paint and chance of the k-th house."""
        rng = chance(self.seed * 131 + k * 7919)
        tall = float(rng.uniform(2.7, 4.2)) * (1.25 if self.alley else 1.0)
        return 2.1, tall, self.walls[k % len(self.walls)], rng


def build(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The street as scenery."""
    town = Town(place, light, air)
    rig = Rig(air, False, _lamps(town, light))
    flats = [sky(air, place.seed), _skyline(town, rig)]
    flats.append(
        Flat("houses", town.depth, lambda c: _houses(c, town, rig), (-1e5, -6.0, 1e5, 0.04))
    )
    flats.append(Flat("posts", 1.25, lambda c: _posts(c, town, rig), (-4.6, -3.4, 4.6, 0.04)))
    flats.append(haze_band(air, 2.4, 0.9, min(0.55, 9 * air.density), place.seed + 3, 0.03))
    if town.alley:
        flats.append(Flat("wings", -0.55, lambda c: _wings(c, town, rig), (-6, -5, 6, 0.04)))
    ground = Ground("ground", 0.0, town.depth, lambda floor: _paving(floor, town, rig))
    return Scenery(tuple(flats), (ground,), rig, "leaves" if not air.white else "none")


def _lamps(town: Town, light: LightSpec) -> tuple[Lamp, ...]:
    if town.lights < 0.05:
        return ()
    if town.alley:
        lamp = Lamp(
            0.62,
            -1.42,
            town.depth - 0.02,
            colour("#ffbe70"),
            1.2,
            0.62 * town.lights,
            0.04,
            0.7,
            0.06,
            0.7,
        )
        return (lamp,)
    tone, gain = colour("#ffc67c"), 0.85 * town.lights
    return tuple(Lamp(x, -1.64, 1.25, tone, 1.4, gain, 0.03, 0.65, 0.03, 0.6) for x in POSTS)


def _skyline(town: Town, rig: Rig) -> Flat:
    """Roofs and towers far behind the houses."""

    def paint(canvas: Canvas) -> None:
        last = canvas.x0 + canvas.w / canvas.density
        tone = mix(scale(rig.air.fog, 0.55), colour("#4c5263"), 0.55)
        for k in places(canvas.x0, last, 3.2):
            rng = chance(town.seed + 53 * k)
            x, w, h = k * 3.2, float(rng.uniform(1.6, 3.6)), float(rng.uniform(5.0, 11.0))
            shade = scale(tone, float(rng.uniform(0.85, 1.15)))
            canvas.piece(rectangle(x, -h, x + w, 0.2), shade, edge=0.15, thickness=0.05)
            if rng.random() < 0.4:
                roof = [(x - 0.1, -h), (x + w + 0.1, -h), (x + w / 2, -h - w * 0.6)]
                canvas.piece(np.array(roof, np.float32), scale(shade, 0.85), thickness=0.05)
            for _ in range(int(9 * town.lights)):
                wx, wy = x + w * float(rng.uniform(0.1, 0.85)), -h * float(rng.uniform(0.2, 0.95))
                canvas.shine(rectangle(wx, wy, wx + 0.16, wy + 0.22), built.LIT_WINDOW, 0.65)
        cut.finish(canvas, rig, 18.0, town.seed + 2, 4.0)
        canvas.fog(rig.air.fog, 0.25, 0.0, 5.0)

    return Flat("background", 18.0, paint, (-1e5, -16.0, 1e5, 0.2))


def _houses(canvas: Canvas, town: Town, rig: Rig) -> None:
    last = canvas.x0 + canvas.w / canvas.density
    for k in places(canvas.x0, last, 2.1):
        w, h, wall, rng = town.house(k)
        _facade(canvas, k * w, w, h, wall, town, rng)
    canvas.piece(rectangle(canvas.x0, -0.07, last, 0.06), scale(town.paving, 0.8))
    if town.alley and town.lights > 0.05:
        canvas.piece(tapered((0.62, -1.6), (0.62, -1.46), 0.015, 0.06), colour("#33383d"))
        canvas.shine(rectangle(0.585, -1.46, 0.655, -1.38), colour("#ffe3a6"))
    cut.finish(canvas, rig, town.depth, town.seed + 4)


def _facade(
    canvas: Canvas, x: float, w: float, h: float, wall: Colour, town: Town, rng: np.random.Generator
) -> None:
    """One house front: courses, windows by storey, a shop or a door, a cornice."""
    canvas.piece(rectangle(x, -h, x + w, 0.05), wall, edge=0.1, grade=0.05, thickness=0.012)
    if rng.random() < 0.6 or town.alley:
        _bricks(canvas, x, w, h, wall, rng)
    canvas.piece(rectangle(x - 0.04, -h - 0.1, x + w + 0.04, -h + 0.06), scale(wall, 1.15))
    canvas.piece(rectangle(x, -1.34, x + w, -1.27), scale(wall, 1.12))
    frame = scale(mix(wall, (225, 228, 230), 0.5), 1.0)
    chance = 0.62 * town.lights
    for storey in range(3):
        top = -1.62 - 0.86 * (storey + 1) + 0.28
        if top < -h + 0.12:
            break
        for k in range(3):
            a = x + 0.22 + 0.62 * k
            lit = bool(rng.random() < chance)
            built.pane(canvas, rectangle(a, top, a + 0.36, top + 0.56), lit, frame)
            canvas.piece(rectangle(a - 0.06, top + 0.58, a + 0.42, top + 0.62), scale(frame, 0.9))
    if rng.random() < (0.2 if town.alley else 0.55):
        _shop(canvas, x, w, town, rng)
    else:
        _doorway(canvas, x, w, frame, town, rng)


def _bricks(
    canvas: Canvas, x: float, w: float, h: float, wall: Colour, rng: np.random.Generator
) -> None:
    """A scatter of bricks that show through the plaster."""
    if canvas.density < 70:
        return
    for _ in range(46):
        bx, by = x + float(rng.uniform(0.02, w - 0.2)), -float(rng.uniform(0.1, h))
        row = round(by / 0.06) * 0.06
        brick = rectangle(bx, row, bx + 0.13, row + 0.05)
        tone = scale(wall, float(rng.uniform(0.82, 1.12)))
        canvas.piece(brick, tone, shadow=0.2, thickness=0.004)


def _shop(canvas: Canvas, x: float, w: float, town: Town, rng: np.random.Generator) -> None:
    paint = SHOPS[int(rng.integers(len(SHOPS)))] if rng.random() < 0.6 else town.trim
    canvas.piece(rectangle(x + 0.08, -1.22, x + w - 0.08, 0.02), paint, thickness=0.015)
    lit = bool(rng.random() < 0.35 + 0.6 * town.lights and town.lights > 0.1)
    glass = rectangle(x + 0.18, -0.92, x + w * 0.62, -0.24)
    built.pane(canvas, glass, lit, scale(paint, 1.3))
    canvas.piece(rectangle(x + w * 0.69, -0.98, x + w * 0.91, 0.02), scale(paint, 0.75))
    built.pane(canvas, rectangle(x + w * 0.73, -0.9, x + w * 0.87, -0.45), lit, scale(paint, 1.2))
    board = rectangle(x + 0.14, -1.18, x + w - 0.14, -1.02)
    canvas.piece(board, scale(mix(paint, (200, 215, 225), 0.55), 1.0), thickness=0.008)
    for k in range(7):
        a = x + 0.5 + 0.16 * k
        canvas.piece(
            rectangle(a, -1.14, a + 0.09, -1.06), scale(paint, 0.7), shadow=0, thickness=0.003
        )
    stripes = 8
    for k in range(stripes):
        a = x + 0.1 + (w - 0.2) * k / stripes
        b = x + 0.1 + (w - 0.2) * (k + 1) / stripes
        tone = scale(paint, 1.25) if k % 2 else colour("#d9d0bd")
        canvas.piece(
            np.array([(a, -1.02), (b, -1.02), (b + 0.02, -0.84), (a + 0.02, -0.84)], np.float32),
            tone,
            shadow=0.3,
        )


def _doorway(
    canvas: Canvas, x: float, w: float, frame: Colour, town: Town, rng: np.random.Generator
) -> None:
    middle = x + w * float(rng.uniform(0.3, 0.7))
    canvas.piece(rectangle(middle - 0.31, -1.2, middle + 0.31, 0.04), frame, thickness=0.014)
    canvas.piece(
        rectangle(middle - 0.24, -1.13, middle + 0.24, 0.04), scale(town.trim, 0.9), thickness=0.012
    )
    for y in (-1.02, -0.52):
        panel = rectangle(middle - 0.17, y, middle + 0.17, y + 0.42)
        canvas.piece(panel, scale(town.trim, 0.78), shadow=0.15, light=(0.5, 0.8))
    canvas.piece(rectangle(middle - 0.4, -0.06, middle + 0.4, 0.05), scale(frame, 0.75))
    for side in (-1, 1):
        a = middle + side * 0.72 - 0.17
        if x + 0.05 < a and a + 0.34 < x + w - 0.05:
            lit = bool(rng.random() < 0.4 * town.lights)
            built.pane(canvas, rectangle(a, -1.05, a + 0.34, -0.5), lit, frame)


def _posts(canvas: Canvas, town: Town, rig: Rig) -> None:
    iron, wood = colour("#383e44"), colour("#7a5c40")
    if not town.alley:
        for x in POSTS:
            built.lamp_post(canvas, x, iron, town.lights > 0.05)
        side = 1.0 if town.seed % 2 else -1.0
        if "bench" in town.pieces or town.seed % 3 == 0:
            built.bench(canvas, 2.1 * side, wood)
        if "tree" in town.pieces or town.seed % 3 != 1:
            cut.leafy_tree(canvas, -2.4 * side, 2.3, colour("#5d7048"), town.seed)
        if "well" in town.pieces:
            built.well(canvas, -0.78 * side, town.paving, wood)
    else:
        for k, x in enumerate((-1.35, -0.98, 1.3)):
            tone = scale(colour("#59636a"), 0.85 + 0.1 * k)
            canvas.piece(rectangle(x - 0.14, -0.42, x + 0.14, 0.02), tone, thickness=0.014)
            canvas.piece(rectangle(x - 0.16, -0.46, x + 0.16, -0.41), scale(tone, 1.2))
    if "sign" in town.pieces:
        canvas.piece(tapered((1.75, 0.02), (1.75, -1.25), 0.016, 0.014), iron)
        canvas.piece(rectangle(1.5, -1.28, 2.0, -1.02), town.trim, thickness=0.012)
    cut.finish(canvas, rig, 1.25, town.seed + 5)


def _wings(canvas: Canvas, town: Town, rig: Rig) -> None:
    """Walls that close an alley at both sides of the picture."""
    for side in (-1.0, 1.0):
        a, b = sorted((side * 1.55, side * 6.0))
        canvas.piece(rectangle(a, -5.0, b, 0.05), scale(town.walls[2], 0.42), thickness=0.03)
    cut.finish(canvas, rig, -0.55, town.seed + 6)


def _paving(floor: Floor, town: Town, rig: Rig) -> None:
    stones(floor, town.paving, town.seed)
    if town.white:
        floor.rgb += (np.asarray((236, 230, 224), np.float32) - floor.rgb) * np.float32(0.7)
    kerb = np.clip(1 - np.abs(floor.z - (town.depth - 0.9)) / 0.05, 0, 1)[..., None]
    floor.rgb *= 1 - 0.35 * kerb
    puddles(floor, rig.air.sky[1][1], town.seed, rig.air.wet)
    if rig.air.wet:
        for lamp in rig.lamps:
            mirrored = lamp.x * (floor.z + 3) / (lamp.z + 3)
            away = np.abs(floor.x - mirrored) / (0.12 + 0.03 * np.abs(floor.z))
            streak = np.exp(-(away**2)) * np.clip(1 - np.abs(floor.z - lamp.z) / 4.5, 0, 1) * 0.4
            floor.rgb += (np.asarray(lamp.tone, np.float32) - floor.rgb) * streak[..., None]
    light_floor(floor, rig)
    air_floor(floor, rig)
