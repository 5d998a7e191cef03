"""Big and official spaces: corridors, halls, stations, control rooms.

Knows words and a seed, no camera.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import (
    Colour,
    Plate,
    chance,
    colour,
    ellipse,
    mix,
    rectangle,
    scale,
    tapered,
)
from tools.theatre.light import Lamp, Pane, Rig
from tools.theatre.palette import Air, accent
from tools.theatre.scenery import Flat, Floor, Ground, Scenery
from tools.theatre.sets import furniture as cut
from tools.theatre.sets.sky import paint_sky
from tools.theatre.sets.surfaces import ceiling, checkers, light_floor, wall_face
from tools.theatre.spec import LightSpec, SetSpec

WALLS = tuple(colour(c) for c in ("#7f8a8c", "#8d8375", "#75808f", "#8a8f80"))
DARKS = tuple(colour(c) for c in ("#3f4a55", "#454852", "#3c4c4c"))
FAR = 7.0
SCREENS = tuple(colour(c) for c in ("#6fc0dc", "#7fd6a2", "#e2a866", "#9fb6f0"))


class Hall:
    """Measures and colours of one big space, from its seed."""

    def __init__(self, place: SetSpec, light: LightSpec, air: Air) -> None:
        rng = chance(place.seed)
        self.kind = place.kind or "corridor"
        self.control = self.kind == "security"
        tones = DARKS if self.control else WALLS
        self.wall = mix(
            tones[int(rng.integers(len(tones)))], accent(light.palette, place.seed, tones[0]), 0.25
        )
        self.seed, self.pieces, self.air = place.seed + 13 * place.reverse, place.pieces, air
        self.trim = accent(light.palette, place.seed + 1, colour("#7c5a3c"))
        self.half = {"corridor": 0.95, "security": 2.4, "station": 2.3}.get(self.kind, 1.9)
        self.top = -{"corridor": 1.55, "security": 1.62, "station": 2.5}.get(self.kind, 2.9)
        self.far = 2.0 if self.control else FAR
        self.tone = SCREENS[int(rng.integers(len(SCREENS)))]
        self.frames = () if self.control else (5.4, 4.0, 2.8, 1.7, 0.7)


def build(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The hall as scenery: a far wall and, before it, frame behind frame like wings of a stage."""
    hall = Hall(place, light, air)
    panes: tuple[Pane, ...] = ()
    if not hall.control and "no_window" not in hall.pieces:
        w = hall.half * 0.42
        panes = (
            Pane(-w, hall.top * 0.80, w, -0.55 if hall.kind != "corridor" else -0.62, hall.far),
        )
    rig = Rig(air, True, _lamps(hall, light), panes, 0.72 if hall.control else 1.45)
    flats = [Flat("wall", hall.far, lambda c: _end(c, hall, rig), (-60, hall.top - 0.02, 60, 0.03))]
    if panes:
        flats.append(Flat("outside", 30.0, lambda canvas: paint_sky(canvas, air, hall.seed, 30.0)))
    for k, z in enumerate(hall.frames):
        flats.append(_frame(hall, rig, z, k))
    if hall.control:
        flats += _consoles(hall, rig)
    elif hall.kind in ("station", "hall"):
        flats.append(
            Flat("benches", 1.2, lambda c: _benches(c, hall, rig), (-2.6, -0.6, 2.6, 0.03))
        )
    grounds = (
        Ground("floor", 0.0, hall.far, lambda floor: _floor(floor, hall, rig)),
        Ground(
            "ceiling", hall.top, hall.far, lambda floor: ceiling(floor, hall.wall, rig, hall.top)
        ),
    )
    return Scenery(tuple(flats), grounds, rig, "dust")


def _lamps(hall: Hall, light: LightSpec) -> tuple[Lamp, ...]:
    day = hall.air.ambient_in[1] > 0.4
    if hall.control:
        glow = (-1.3, -0.1, 1.15)
        screens = tuple(
            Lamp(x, -1.0, 1.96, hall.tone, 1.25, 0.62, 0.05, 0.7, 0.05, 0.22) for x in glow
        )
        return (
            *screens,
            Lamp(-0.9, -0.62, 0.9, colour("#ffc27a"), 0.8, 0.55, 0.02, 0.3, 0.02, 0.4),
        )
    power = 0.35 if day else 0.62
    tone = colour("#ffe2b4") if hall.kind != "corridor" else colour("#f2f0dc")
    # Corridor tubes hum: one of them flickers more.
    return tuple(
        Lamp(0.0, hall.top + 0.14, z, tone, 2.3, power, 0.025, 0.4, 0.35 if k == 1 else 0.02, 0.45)
        for k, z in enumerate((4.0, 1.7, -0.6))
    )


def _end(canvas: Canvas, hall: Hall, rig: Rig) -> None:
    """The wall at the end, with its window, door or screens."""
    wall_face(canvas, hall.wall, "plain" if not hall.control else "", hall.trim, hall.seed)
    if hall.control:
        _screens(canvas, hall)
    elif hall.kind == "corridor":
        cut.door(canvas, 0.0, scale(hall.trim, 1.0))
    canvas.paper(hall.seed + 20)
    canvas.lit(rig.field(canvas.x, canvas.y, hall.far))
    for pane in rig.panes:
        if hall.kind == "corridor":
            continue
        arch = np.concatenate(
            [
                ellipse(0, pane.y0 + pane.x1, pane.x1, pane.x1, 28)[14:],
                [(pane.x1, pane.y1), (pane.x0, pane.y1)],
            ]
        )
        canvas.cut(arch)
        _mullions(canvas, pane, hall, rig)


def _mullions(canvas: Canvas, pane: Pane, hall: Hall, rig: Rig) -> None:
    level = rig.point(0.0, -0.8, hall.far)[1]
    bar = scale(hall.trim, max(0.2, 0.7 * level))
    for k in range(5):
        x = pane.x0 + (pane.x1 - pane.x0) * k / 4
        top = pane.y0 + pane.x1 - np.sqrt(max(0.0, pane.x1**2 - x**2))
        canvas.piece(tapered((x, top), (x, pane.y1), 0.02, 0.02), bar, shadow=0)
    rows = np.linspace(pane.y0 + pane.x1, pane.y1, 4)
    for y in rows:
        canvas.piece(rectangle(pane.x0, float(y) - 0.02, pane.x1, float(y) + 0.02), bar, shadow=0)


def _screens(canvas: Canvas, hall: Hall) -> None:
    for row in range(2):
        for k in range(-3, 4):
            x, y = k * 0.62, -1.30 + 0.42 * row
            tone = mix(hall.tone, SCREENS[(k + row) % len(SCREENS)], 0.3)
            cut.screen(
                canvas, x, y, 0.54, 0.34, tone, hall.seed + 10 * row + k, on=(k + row * 3) % 5 != 0
            )


def _frame(hall: Hall, rig: Rig, z: float, k: int) -> Flat:
    """One arch or door frame across the hall: everything outside its opening is wall."""

    def paint(canvas: Canvas) -> None:
        canvas.flood(scale(hall.wall, 0.92 if k % 2 else 1.0))
        if hall.kind == "corridor":
            _side_doors(canvas, hall, k)
        _skirting(canvas, hall)
        canvas.paper(hall.seed + 30 + k)
        canvas.lit(rig.field(canvas.x, canvas.y, z))
        hole = _opening(hall)
        canvas.cut(hole)
        level = rig.point(hall.half, -0.9, z)
        trim = scale(hall.trim, max(0.15, level[1]))
        for first, second in pairwise(hole):
            a, b = (float(first[0]), float(first[1])), (float(second[0]), float(second[1]))
            canvas.piece(tapered(a, b, 0.030, 0.030), trim, shadow=0.1, thickness=0.006)

    return Flat("frame", z, paint, (-60, hall.top - 0.5, 60, 0.02))


def _opening(hall: Hall) -> Plate:
    w, top = hall.half, hall.top
    if hall.kind == "corridor":
        return np.array([(-w, 0.1), (-w, top + 0.12), (w, top + 0.12), (w, 0.1)], np.float32)
    arch = ellipse(0.0, top + 0.25 + 0.55 * w, w, 0.55 * w, 40)[20:]
    return np.concatenate([[(-w, 0.1)], arch, [(w, top + 0.25 + 0.55 * w), (w, 0.1)]]).astype(
        np.float32
    )


def _skirting(canvas: Canvas, hall: Hall) -> None:
    canvas.piece(rectangle(-60, -0.12, 60, 0.1), scale(hall.trim, 0.7))
    canvas.piece(rectangle(-60, -0.62, 60, -0.575), scale(hall.trim, 0.95), shadow=0.2)


def _side_doors(canvas: Canvas, hall: Hall, k: int) -> None:
    for side in (-1.0, 1.0):
        cut.door(canvas, side * (hall.half + 0.55), scale(hall.trim, 0.9 + 0.1 * (k % 3)))


def _consoles(hall: Hall, rig: Rig) -> list[Flat]:
    def back(canvas: Canvas) -> None:
        for x in (-1.2, 1.25):
            _console(canvas, x, hall, hall.seed + int(10 * x))
        canvas.paper(hall.seed + 40)
        canvas.lit(rig.field(canvas.x, canvas.y, 0.9))

    def near(canvas: Canvas) -> None:
        _console(canvas, -1.55 if hall.seed % 2 else 1.55, hall, hall.seed + 3)
        canvas.paper(hall.seed + 41)
        canvas.lit(rig.field(canvas.x, canvas.y, -0.4))

    return [
        Flat("consoles", 0.9, back, (-2.4, -0.9, 2.4, 0.03)),
        Flat("near console", -0.4, near, (-2.3, -0.9, 2.3, 0.03)),
    ]


def _console(canvas: Canvas, x: float, hall: Hall, seed: int) -> None:
    metal = scale(mix(hall.wall, colour("#6b7680"), 0.5), 1.1)
    body = [(x - 0.62, -0.40), (x + 0.62, -0.40), (x + 0.55, 0.02), (x - 0.55, 0.02)]
    canvas.piece(np.array(body, np.float32), metal, grade=0.15, thickness=0.02)
    desk = [(x - 0.68, -0.40), (x + 0.68, -0.40), (x + 0.62, -0.50), (x - 0.62, -0.50)]
    canvas.piece(np.array(desk, np.float32), scale(metal, 1.2), thickness=0.012)
    cut.screen(canvas, x - 0.28, -0.63, 0.34, 0.20, hall.tone, seed)
    cut.screen(canvas, x + 0.2, -0.62, 0.30, 0.18, SCREENS[seed % len(SCREENS)], seed + 1)
    rng = chance(seed)
    for k in range(16):
        tone = (colour("#e0604a"), colour("#7fd68a"), colour("#f0c860"))[int(rng.integers(3))]
        dot = ellipse(x - 0.5 + 0.065 * k, -0.45 + 0.02 * (k % 2), 0.010, 0.007, 10)
        canvas.shine(dot, tone, 0.9)


def _benches(canvas: Canvas, hall: Hall, rig: Rig) -> None:
    for x in (-1.45, 1.45):
        for y in (-0.44, -0.36, -0.24):
            canvas.piece(
                rectangle(x - 0.5, y - 0.025, x + 0.5, y + 0.025), hall.trim, thickness=0.01
            )
        for leg in (x - 0.42, x + 0.42):
            canvas.piece(rectangle(leg - 0.02, -0.44, leg + 0.02, 0.01), colour("#3a3d40"))
    canvas.paper(hall.seed + 42)
    canvas.lit(rig.field(canvas.x, canvas.y, 1.2))


def _floor(floor: Floor, hall: Hall, rig: Rig) -> None:
    base: Colour = scale(mix(hall.wall, colour("#8a8478"), 0.4), 0.72)
    checkers(floor, base, scale(base, 0.80), 0.36, hall.seed)
    # A polished floor gives the lamps back as long streaks.
    for lamp in rig.lamps:
        if lamp.y < hall.top * 0.6:
            away = np.abs(floor.x - lamp.x) / 0.30
            sheen = (
                np.exp(-(away**2)) * np.exp(-(((floor.z - lamp.z) / 1.6) ** 2)) * 0.22 * lamp.gain
            )
            floor.rgb += (np.asarray(lamp.tone, np.float32) - floor.rgb) * sheen[..., None]
    light_floor(floor, rig)
