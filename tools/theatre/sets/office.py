"""Places of work and company: offices, meeting rooms, bars, shops.

Knows words and a seed, no camera.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import Colour, chance, colour, ellipse, mix, rectangle, scale, tapered
from tools.theatre.light import Lamp, Pane, Rig
from tools.theatre.palette import Air, accent
from tools.theatre.scenery import Flat, Floor, Ground, Scenery
from tools.theatre.sets import furniture as cut
from tools.theatre.sets.sky import paint_sky
from tools.theatre.sets.surfaces import ceiling, checkers, floorboards, light_floor, wall_face
from tools.theatre.spec import LightSpec, SetSpec

WALL_Z = 2.0
CEILING = -1.72
OUTSIDE = 20.0
DESK = -0.42
COUNTER = -0.60
WALLS = {
    "office": ("#b9b7ae", "#a7b3b5", "#c2b6a2", "#98a39b"),
    "meeting": ("#a9aeb4", "#b4a893", "#8f9aa6"),
    "bar": ("#5c4238", "#4b4f45", "#5d3d3c", "#44505a"),
    "shop": ("#8a7258", "#7d8474", "#94805f"),
}
SCREENS = tuple(colour(c) for c in ("#7fc4d8", "#8fd0a8", "#9db4ea", "#e0b57e"))


class Workplace:
    """Colours and habits of one workplace, from its seed."""

    def __init__(self, place: SetSpec, light: LightSpec, air: Air) -> None:
        rng = chance(place.seed)
        self.kind = place.kind if place.kind in WALLS else "office"
        tones = WALLS[self.kind]
        self.seed, self.pieces = place.seed + 13 * place.reverse, place.pieces
        self.wall = colour(tones[int(rng.integers(len(tones)))])
        self.wood = colour(("#9c7448", "#6f4f36", "#b08a5c", "#565a5e")[int(rng.integers(4))])
        self.cloth = accent(light.palette, place.seed, colour("#4d6a78"))
        self.tone = SCREENS[int(rng.integers(len(SCREENS)))]
        self.warm = self.kind in ("bar", "shop")
        self.air = air
        self.panes = self._panes(rng, place)
        self.lamps = self._lamps(light, air)

    def _panes(self, rng: np.random.Generator, place: SetSpec) -> tuple[Pane, ...]:
        if self.kind == "bar":
            return (Pane(0.95, -1.2, 1.75, -0.55, WALL_Z),)
        shift = float(rng.uniform(-0.3, 0.3)) + (1.1 if place.reverse else 0.0)
        wide = 0.62
        rows = range(-2, 3) if self.kind == "office" else (-1, 0, 1)
        return tuple(
            Pane(shift + k * 1.5 - wide, -1.38, shift + k * 1.5 + wide, -0.52, WALL_Z)
            for k in rows
            if k != 1
        )

    def _lamps(self, light: LightSpec, air: Air) -> tuple[Lamp, ...]:
        day = air.ambient_in[1] > 0.4
        power = 0.35 if day else 0.8
        if self.warm:
            tone = colour("#ffb25e")
            return tuple(
                Lamp(x, -1.16, 0.75, tone, 1.1, power, 0.03, 0.45, 0.03, 0.55)
                for x in (-1.1, 0.0, 1.1)
            )
        lamps = tuple(
            Lamp(x, -1.5, 0.9, colour("#fff0d6"), 1.6, 0.8 * power, 0.02, 0.3, 0.0, 0.3)
            for x in (-1.4, 1.4)
        )
        glow = 0.30 if day else 0.55
        return (*lamps, Lamp(-1.12, -0.66, 1.0, self.tone, 0.7, glow, 0.02, 0.4, 0.05, 0.3))


def build(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The workplace as scenery."""
    work = Workplace(place, light, air)
    rig = Rig(air, True, work.lamps, work.panes, 0.95 if work.warm else 1.12)
    fitting = {"bar": _bar, "shop": _shop, "meeting": _meeting}.get(work.kind, _desks)
    flats = [
        Flat("outside", OUTSIDE, lambda canvas: _outside(canvas, work)),
        Flat("wall", WALL_Z, lambda canvas: _wall(canvas, work, rig), (-60, CEILING, 60, 0.03)),
        Flat("lamps", work.lamps[0].z, lambda c: _hanging(c, work, rig), (-3, CEILING, 3, -1.0)),
        *fitting(work, rig),
    ]
    grounds = (
        Ground("floor", 0.0, WALL_Z, lambda floor: _floor(floor, work, rig)),
        Ground("ceiling", CEILING, WALL_Z, lambda floor: ceiling(floor, work.wall, rig, CEILING)),
    )
    return Scenery(tuple(flats), grounds, rig, "dust")


def _outside(canvas: Canvas, work: Workplace) -> None:
    """A town beyond the glass."""
    air = work.air
    paint_sky(canvas, air, work.seed, OUTSIDE)
    tone = mix(scale(air.fog, 0.7), colour("#5a6472"), 0.4)
    last = canvas.x0 + canvas.w / canvas.density
    for k in places(canvas.x0, last, 2.6):
        rng = chance(work.seed + 71 * k)
        x, w, h = k * 2.6, float(rng.uniform(1.2, 2.8)), float(rng.uniform(-0.5, 5.5))
        shade = scale(tone, float(rng.uniform(0.8, 1.1)))
        canvas.piece(rectangle(x, -h, x + w, 20), shade, edge=0.1, thickness=0.03)
        for _ in range(int(14 * air.lamps)):
            wx, wy = x + w * float(rng.uniform(0.08, 0.85)), -h + float(rng.uniform(0.2, 5))
            canvas.shine(rectangle(wx, wy, wx + 0.13, wy + 0.2), colour("#ffce7e"), 0.7)
    canvas.lit(np.ones((1, 1, 1), np.float32))
    canvas.fog(air.fog, 0.18, 2.0, 4.0)


def _wall(canvas: Canvas, work: Workplace, rig: Rig) -> None:
    pattern = {"bar": "panels", "shop": "planks"}.get(work.kind, "plain")
    wall_face(canvas, work.wall, pattern, work.wood, work.seed)
    if work.kind == "bar":
        _bottles(canvas, work)
    elif work.kind == "shop":
        for x in (-2.2, -0.75, 0.72, 2.2):
            cut.bookcase(canvas, x - 0.62, x + 0.62, 1.25, work.wood, work.seed + int(10 * x))
    elif "whiteboard" in work.pieces or work.kind == "meeting" or work.seed % 2:
        _whiteboard(canvas, 1.5 + 0.1 * (work.seed % 3), work)
    else:
        cut.shelf(canvas, 1.2, 1.95, -0.95, work.wood, work.seed)
        cut.picture(canvas, 1.55, -1.3, 0.5, 0.34, work.cloth, work.seed)
    if "door" in work.pieces:
        cut.door(canvas, 2.45, work.wood)
    canvas.paper(work.seed + 20)
    canvas.lit(rig.field(canvas.x, canvas.y, WALL_Z))
    if work.kind == "shop":
        return
    for pane in work.panes:
        canvas.cut(rectangle(pane.x0, pane.y0, pane.x1, pane.y1))
        level = rig.point((pane.x0 + pane.x1) / 2, pane.y1, WALL_Z)
        frame = scale(mix(work.wood, (215, 220, 222), 0.4), max(0.25, min(1.1, level[1])))
        cut.window_frame(canvas, pane.x0, pane.y0, pane.x1, pane.y1, frame)
        if not work.warm and work.seed % 3 == 0:
            for k in range(7):
                y = pane.y0 + 0.045 * k
                canvas.piece(
                    rectangle(pane.x0, y, pane.x1, y + 0.026),
                    scale(frame, 1.05),
                    shadow=0.2,
                    thickness=0.005,
                )


def _whiteboard(canvas: Canvas, x: float, work: Workplace) -> None:
    canvas.piece(rectangle(x - 0.5, -1.36, x + 0.5, -0.72), colour("#8b9094"))
    canvas.piece(rectangle(x - 0.475, -1.335, x + 0.475, -0.745), colour("#e8e9e6"), shadow=0.1)
    rng = chance(work.seed + 6)
    inks = (colour("#34506e"), colour("#9c3f36"), colour("#3f6b4c"))
    points = [
        (x - 0.42 + 0.12 * k, -0.84 - 0.06 * k * float(rng.uniform(0.4, 1.1))) for k in range(7)
    ]
    for first, second in pairwise(points):
        canvas.piece(tapered(first, second, 0.006, 0.006), inks[0], shadow=0, edge=0)
    for k in range(4):
        y, w = -1.28 + 0.055 * k, float(rng.uniform(0.16, 0.36))
        canvas.piece(rectangle(x - 0.42, y, x - 0.42 + w, y + 0.014), inks[k % 3], shadow=0, edge=0)
    for k in range(3):
        note = rectangle(x + 0.16 + 0.09 * k, -1.27, x + 0.23 + 0.09 * k, -1.2)
        canvas.piece(
            note, (colour("#e8c860"), colour("#e09a8a"), colour("#9cc79c"))[k], thickness=0.005
        )


def _bottles(canvas: Canvas, work: Workplace) -> None:
    canvas.piece(rectangle(-1.55, -1.38, 0.72, -0.50), scale(work.wood, 0.55), thickness=0.02)
    for row in range(3):
        y = -1.10 + 0.28 * row
        canvas.piece(rectangle(-1.5, y, 0.67, y + 0.02), work.wood, thickness=0.008)
        rng = chance(work.seed + row)
        x = -1.45
        while x < 0.6:
            h, w = float(rng.uniform(0.13, 0.21)), float(rng.uniform(0.022, 0.034))
            tone = (colour("#5f8a5a"), colour("#a8703c"), colour("#8fb4bd"), colour("#7c3c34"))[
                int(rng.integers(4))
            ]
            body = [
                (x - w, y),
                (x - w, y - h * 0.6),
                (x - w * 0.3, y - h * 0.75),
                (x - w * 0.3, y - h),
            ]
            body += [(2 * x - px, py) for px, py in reversed(body)]
            canvas.piece(np.array(body, np.float32), tone, edge=0.5, thickness=0.006)
            x += 2 * w + float(rng.uniform(0.008, 0.05))


def _hanging(canvas: Canvas, work: Workplace, rig: Rig) -> None:
    for lamp in work.lamps:
        if lamp.z != work.lamps[0].z:
            continue
        if work.warm:
            cut.pendant(canvas, lamp.x, lamp.y, CEILING, work.cloth)
        else:
            bar = rectangle(lamp.x - 0.42, -1.54, lamp.x + 0.42, -1.505)
            canvas.shine(bar, colour("#fff6e4"))
            for side in (-0.3, 0.3):
                canvas.piece(
                    tapered((lamp.x + side, CEILING), (lamp.x + side, -1.54), 0.003, 0.003),
                    colour("#555a5e"),
                )
    canvas.lit(rig.field(canvas.x, canvas.y, work.lamps[0].z))


def _desk(canvas: Canvas, x: float, work: Workplace, seed: int, *, on: bool) -> None:
    cut.table(canvas, x - 0.52, x + 0.52, DESK, work.wood)
    for k, at in enumerate((-0.2, 0.22)):
        if k == 0 or seed % 2:
            canvas.piece(
                tapered((x + at, DESK), (x + at, DESK - 0.1), 0.05, 0.012), colour("#30343a")
            )
            cut.screen(canvas, x + at, DESK - 0.22, 0.34, 0.21, work.tone, seed + k, on=on)
    cut.cup(canvas, x + 0.42, DESK, work.cloth)
    for k in range(3):
        sheet = rectangle(x - 0.48, DESK - 0.012 * (k + 1), x - 0.3, DESK - 0.012 * k)
        canvas.piece(sheet, colour("#e2ded2"), shadow=0.2, thickness=0.004)


def _desks(work: Workplace, rig: Rig) -> list[Flat]:
    def back(canvas: Canvas) -> None:
        for x in (-1.15, 1.25):
            _desk(canvas, x, work, work.seed + int(10 * x), on=True)
        cut.plant(canvas, 2.2, 0.0, 0.55, work.seed)
        cut.bookcase(canvas, -2.5, -1.95, 1.1, work.wood, work.seed)
        canvas.paper(work.seed + 30)
        canvas.lit(rig.field(canvas.x, canvas.y, 1.0))

    def near(canvas: Canvas) -> None:
        _desk(canvas, 1.35 if work.seed % 2 else -1.35, work, work.seed + 3, on=True)
        canvas.paper(work.seed + 31)
        canvas.lit(rig.field(canvas.x, canvas.y, -0.35))

    return [
        Flat("desks", 1.0, back, (-2.8, -1.5, 2.8, 0.02)),
        Flat("near desk", -0.35, near, (-2.1, -1.0, 2.1, 0.02)),
    ]


def _meeting(work: Workplace, rig: Rig) -> list[Flat]:
    def table(canvas: Canvas) -> None:
        cut.table(canvas, -0.95, 0.95, DESK, work.wood)
        for x in (-0.6, 0.05, 0.55):
            sheet = rectangle(x - 0.08, DESK - 0.012, x + 0.08, DESK)
            canvas.piece(sheet, colour("#e4e0d6"), shadow=0.2, thickness=0.004)
        cut.cup(canvas, -0.3, DESK, work.cloth)
        canvas.paper(work.seed + 30)
        canvas.lit(rig.field(canvas.x, canvas.y, -0.28))

    def chairs(canvas: Canvas) -> None:
        for x in (-1.5, 1.5):
            cut.chair(canvas, x, scale(work.wood, 0.8), -1.0 if x > 0 else 1.0)
        cut.screen(canvas, -1.7, -1.0, 0.85, 0.5, work.tone, work.seed)
        cut.plant(canvas, 2.2, 0.0, 0.5, work.seed)
        canvas.paper(work.seed + 31)
        canvas.lit(rig.field(canvas.x, canvas.y, 1.0))

    return [
        Flat("table", -0.28, table, (-1.1, -0.8, 1.1, 0.02)),
        Flat("chairs", 1.0, chairs, (-2.8, -1.5, 2.8, 0.02)),
    ]


def _stools(canvas: Canvas, work: Workplace) -> None:
    for x in (-1.35, -0.85, 0.95, 1.45):
        canvas.piece(tapered((x, -0.42), (x - 0.09, 0.02), 0.013, 0.011), colour("#3c3a38"))
        canvas.piece(tapered((x, -0.42), (x + 0.09, 0.02), 0.013, 0.011), colour("#3c3a38"))
        canvas.piece(ellipse(x, -0.44, 0.12, 0.03), work.cloth, edge=0.4)


def _counter(canvas: Canvas, work: Workplace, x0: float, x1: float) -> None:
    canvas.piece(rectangle(x0 + 0.03, COUNTER, x1 - 0.03, 0.02), scale(work.wood, 0.8), grade=0.1)
    for k in range(int((x1 - x0) / 0.42)):
        a = x0 + 0.08 + 0.42 * k
        canvas.piece(
            rectangle(a, COUNTER + 0.1, a + 0.34, -0.06),
            scale(work.wood, 0.92),
            shadow=0.15,
            light=(0.5, 0.8),
        )
    canvas.piece(
        rectangle(x0 - 0.03, COUNTER - 0.035, x1 + 0.03, COUNTER + 0.02),
        scale(work.wood, 1.25),
        edge=0.5,
    )


def _bar(work: Workplace, rig: Rig) -> list[Flat]:
    def counter(canvas: Canvas) -> None:
        # Two bars of two films differ: the counter's side, and what stands on it.
        way = 1.0 if work.seed % 2 else -1.0
        _counter(canvas, work, min(-1.75 * way, 0.85 * way), max(-1.75 * way, 0.85 * way))
        for k, x in enumerate((-1.4, -0.9, -0.2, 0.4)):
            cut.cup(canvas, x * way, COUNTER - 0.035, cut.BOOKS[k], -1.0 if k % 2 else 1.0)
        if work.seed % 3 != 1:
            cut.coffee_machine(canvas, -1.12 * way, COUNTER - 0.035, work.cloth)
        if work.seed % 3 != 0:
            cut.pastries(canvas, 0.12 * way, COUNTER - 0.035)
        _stools(canvas, work)
        canvas.paper(work.seed + 30)
        canvas.lit(rig.field(canvas.x, canvas.y, 0.75))

    return [Flat("counter", 0.74, counter, (-2.4, -1.0, 2.4, 0.03))]


def _shop(work: Workplace, rig: Rig) -> list[Flat]:
    def counter(canvas: Canvas) -> None:
        side = 1.35 if work.seed % 2 else -1.35
        _counter(canvas, work, side - 0.65, side + 0.65)
        for k in range(4):
            cut.jar(canvas, side - 0.45 + 0.22 * k, COUNTER - 0.035, 0.12, cut.BOOKS[k])
        cut.plant(canvas, -side * 1.5, 0.0, 0.5, work.seed)
        canvas.paper(work.seed + 30)
        canvas.lit(rig.field(canvas.x, canvas.y, 0.74))

    return [Flat("counter", 0.74, counter, (-2.6, -1.1, 2.6, 0.03))]


def _floor(floor: Floor, work: Workplace, rig: Rig) -> None:
    second: Colour = scale(mix(work.wall, work.wood, 0.5), 0.62)
    if work.kind in ("bar", "shop"):
        floorboards(floor, scale(work.wood, 0.8), work.seed)
    else:
        checkers(floor, scale(second, 1.08), second, 0.42, work.seed)
    light_floor(floor, rig)
