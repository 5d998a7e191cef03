"""Lived-in rooms: kitchen, living room, bedroom, cabin.

Knows words and a seed, no camera and no actor.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import Colour, chance, colour, mix, rectangle, scale, spline
from tools.theatre.light import Lamp, Pane, Rig
from tools.theatre.palette import Air, accent
from tools.theatre.scenery import Flat, Floor, Ground, Scenery
from tools.theatre.sets import furniture as cut
from tools.theatre.sets.sky import paint_sky
from tools.theatre.sets.surfaces import ceiling, floorboards, light_floor, wall_face
from tools.theatre.spec import LightSpec, SetSpec

WALL_Z = 1.55
CEILING = -1.58
OUTSIDE = 14.0
WALLS = tuple(
    colour(c)
    for c in (
        "#8a5f4a",
        "#5f6f66",
        "#7d6a4c",
        "#5d6680",
        "#86594f",
        "#6d7558",
        "#8f7a63",
        "#55656e",
    )
)
WOODS = tuple(colour(c) for c in ("#8a5a3a", "#6f4a30", "#a5774a", "#5b3b2b"))
CLOTHS = tuple(colour(c) for c in ("#7d3b3a", "#39566a", "#7b6f3e", "#4d5f4c", "#6a4761"))
TABLE_TOP = -0.43


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand in one room; drawn once from the seed, the same for every shot."""

    kind: str
    wall: Colour
    wood: Colour
    cloth: Colour
    pattern: str
    panes: tuple[Pane, ...]
    lamps: tuple[Lamp, ...]
    seed: int
    table: bool
    pieces: tuple[str, ...]


def plan_room(place: SetSpec, light: LightSpec, air: Air) -> Plan:
    """Decide a room's paint, windows, lamps and table from its words and seed."""
    rng = chance(place.seed + 977 * place.reverse)
    own = chance(place.seed)
    wall = WALLS[int(own.integers(len(WALLS)))]
    wall = mix(wall, accent(light.palette, place.seed, wall), 0.35)
    patterns = {"kitchen": "tiles", "cabin": "planks", "bedroom": "stripes", "hut": "planks"}
    pattern = patterns.get(place.kind, ("panels", "stripes", "plain")[int(own.integers(3))])
    middle = float(rng.uniform(-0.12, 0.12)) if not place.reverse else float(rng.uniform(0.5, 0.8))
    wide = 0.62 if place.kind == "cabin" else float(rng.uniform(0.62, 0.86))
    top = -1.22 if place.kind != "cabin" else -1.10
    panes: tuple[Pane, ...] = ()
    if "no_window" not in place.pieces:
        panes = (Pane(middle - wide / 2, top, middle + wide / 2, -0.60, WALL_Z),)
        if place.kind not in ("cabin", "hut") and rng.random() < 0.55:
            side = 1.0 if rng.random() < 0.5 else -1.0
            x = middle + side * float(rng.uniform(1.25, 1.55))
            panes += (Pane(x - 0.26, top, x + 0.26, -0.60, WALL_Z),)
    table = "table" in place.pieces or place.kind in ("kitchen", "cabin", "hut", "dining")
    lamps = _lamps(place, light, air, rng, table)
    wood = WOODS[int(own.integers(len(WOODS)))]
    cloth = CLOTHS[int(own.integers(len(CLOTHS)))]
    cloth = accent(light.palette, place.seed + 1, cloth)
    return Plan(
        place.kind, wall, wood, cloth, pattern, panes, lamps, place.seed, table, place.pieces
    )


def _lamps(
    place: SetSpec, light: LightSpec, air: Air, rng: np.random.Generator, table: bool
) -> tuple[Lamp, ...]:
    """The practicals: on in the dark or when the shot's light names them."""
    power = max(air.lamps, 0.45 if light.practicals else 0.0)
    warm = colour("#ffb568")
    lamps: list[Lamp] = []
    if table and place.kind in ("cabin", "hut", "kitchen") and "pendant" not in place.pieces:
        lamps.append(
            Lamp(0.0, TABLE_TOP - 0.12, -0.24, warm, 1.5, 0.80 * power, 0.035, 0.55, 0.07, 0.85)
        )
    else:
        x = float(rng.uniform(-0.2, 0.2))
        lamps.append(
            Lamp(x, -1.18, 0.55, colour("#ffc07a"), 1.25, 0.95 * power, 0.03, 0.5, 0.02, 0.6)
        )
    side = 1.0 if rng.random() < 0.5 else -1.0
    x = side * float(rng.uniform(0.95, 1.2))
    lamps.append(Lamp(x, -0.86, 1.32, warm, 0.85, 0.75 * power, 0.04, 0.42, 0.03, 0.55))
    return tuple(lamp for lamp in lamps if lamp.gain > 0.02)


def build(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The room as scenery."""
    plan = plan_room(place, light, air)
    rig = Rig(air, True, plan.lamps, plan.panes, 0.92 if place.kind in ("cabin", "hut") else 1.05)
    flats = [
        Flat("outside", OUTSIDE, lambda canvas: _outside(canvas, air, plan)),
        Flat("wall", WALL_Z, lambda canvas: _wall(canvas, plan, rig), (-60, CEILING, 60, 0.03)),
        Flat(
            "furniture", 1.30, lambda canvas: _furniture(canvas, plan, rig), (-2.6, -1.5, 2.6, 0.02)
        ),
    ]
    if any(lamp.z == 0.55 for lamp in plan.lamps):
        flats.append(Flat("pendant", 0.55, lambda canvas: _pendants(canvas, plan, rig)))
    if plan.table:
        bounds = (-0.62, TABLE_TOP - 0.3, 0.62, 0.02)
        flats.append(Flat("table", -0.26, lambda canvas: _table(canvas, plan, rig), bounds))
    grounds = (
        Ground("floor", 0.0, WALL_Z, lambda floor: _floor(floor, plan, rig)),
        Ground("ceiling", CEILING, WALL_Z, lambda floor: ceiling(floor, plan.wall, rig, CEILING)),
    )
    return Scenery(tuple(flats), grounds, rig, "dust")


def _outside(canvas: Canvas, air: Air, plan: Plan) -> None:
    paint_sky(canvas, air, plan.seed, OUTSIDE)
    hill = -0.9 - 0.8 * np.abs(np.sin(canvas.x[0] * 0.31 + plan.seed % 7))
    crest = np.stack([canvas.x[0], hill], 1)
    corners = np.array([(canvas.x[0, -1] + 1, 9.0), (canvas.x[0, 0] - 1, 9.0)], np.float32)
    far = mix(scale(air.fog, 0.62), colour("#31453c"), 0.3)
    canvas.piece(np.concatenate([crest, corners]), far, edge=0.1, thickness=0.05)
    canvas.fog(air.fog, 0.25, 0.0, 2.0)


def _wall(canvas: Canvas, plan: Plan, rig: Rig) -> None:
    wall_face(canvas, plan.wall, plan.pattern, plan.wood, plan.seed)
    rng = chance(plan.seed + 3)
    taken = [(pane.x0 - 0.2, pane.x1 + 0.2) for pane in plan.panes]
    for k in range(14):
        x = float(rng.uniform(-2.6, 2.6))
        if any(a - 0.2 < x < b + 0.2 for a, b in taken):
            continue
        taken.append((x - 0.26, x + 0.26))
        if k % 4 == 0:
            cut.shelf(canvas, x - 0.3, x + 0.3, -0.93, plan.wood, plan.seed + k)
        else:
            w, h = rng.uniform(0.2, 0.34), rng.uniform(0.22, 0.36)
            tone = cut.BOOKS[int(rng.integers(len(cut.BOOKS)))]
            cut.picture(
                canvas, x, -0.95 + float(rng.uniform(-0.05, 0.06)), w, h, tone, plan.seed + k
            )
    if "door" in plan.pieces:
        cut.door(canvas, 1.75, scale(plan.wood, 1.05))
    canvas.paper(plan.seed + 20)
    canvas.lit(rig.field(canvas.x, canvas.y, WALL_Z))
    for pane in plan.panes:
        canvas.cut(rectangle(pane.x0, pane.y0, pane.x1, pane.y1))
        _dress_window(canvas, pane, plan, rig)


def _dress_window(canvas: Canvas, pane: Pane, plan: Plan, rig: Rig) -> None:
    level = rig.point((pane.x0 + pane.x1) / 2, pane.y1, WALL_Z)
    wood = _lit(scale(plan.wood, 1.15), level)
    cut.window_frame(canvas, pane.x0, pane.y0, pane.x1, pane.y1, wood)
    if plan.kind not in ("cabin", "hut"):
        cloth = _lit(plan.cloth, level)
        for x in (pane.x0 - 0.15, pane.x1 - 0.02):
            cut.curtain(canvas, x, pane.y0 - 0.07, pane.y1 + 0.16, 0.17, cloth)
        rod = rectangle(pane.x0 - 0.2, pane.y0 - 0.10, pane.x1 + 0.2, pane.y0 - 0.08)
        canvas.piece(rod, _lit(colour("#6b5236"), level), thickness=0.006)


def _lit(tone: Colour, level: Colour) -> Colour:
    b, g, r = (min(255.0, part * gain) for part, gain in zip(tone, level, strict=True))
    return (b, g, r)


def _furniture(canvas: Canvas, plan: Plan, rig: Rig) -> None:
    side = 1.0 if plan.lamps and plan.lamps[-1].x > 0 else -1.0
    lamp_x = plan.lamps[-1].x if plan.lamps else side * 1.05
    top = -0.40
    canvas.piece(
        rectangle(lamp_x - 0.34, top, lamp_x + 0.34, 0.0), scale(plan.wood, 0.85), grade=0.1
    )
    for k in (0, 1):
        a = lamp_x - 0.31 + 0.32 * k
        drawer = rectangle(a, top + 0.05, a + 0.30, -0.05)
        canvas.piece(drawer, plan.wood, shadow=0.2, light=(0.5, 0.8), thickness=0.006)
    canvas.piece(rectangle(lamp_x - 0.37, top - 0.025, lamp_x + 0.37, top), scale(plan.wood, 1.1))
    cut.shade_lamp(canvas, lamp_x, top - 0.025, colour("#8d7444"), plan.cloth, 0.40)
    cut.jar(canvas, lamp_x - 0.22, top - 0.025, 0.10, plan.cloth)
    other = -side
    match plan.kind:
        case "bedroom":
            cut.bed(canvas, other * 1.35 - 0.62, other * 1.35 + 0.62, plan.wood, plan.cloth)
        case "living":
            cut.sofa(canvas, other * 1.2 - 0.5, other * 1.2 + 0.5, plan.cloth)
        case "kitchen":
            _stove(canvas, other * 1.3, plan)
        case _:
            x = other * 1.35
            cut.bookcase(canvas, x - 0.32, x + 0.32, 1.12, plan.wood, plan.seed)
    cut.plant(canvas, other * 2.15, 0.0, 0.42, plan.seed)
    canvas.paper(plan.seed + 30)
    canvas.lit(rig.field(canvas.x, canvas.y, 1.30))


def _stove(canvas: Canvas, x: float, plan: Plan) -> None:
    iron = colour("#4a4e55")
    canvas.piece(rectangle(x - 0.62, -0.52, x + 0.62, 0.0), scale(plan.wood, 0.95), grade=0.08)
    canvas.piece(rectangle(x - 0.66, -0.55, x + 0.66, -0.515), colour("#b9ac98"), edge=0.4)
    for k in range(4):
        a = x - 0.60 + 0.305 * k
        canvas.piece(rectangle(a, -0.48, a + 0.28, -0.05), plan.wood, shadow=0.2, light=(0.5, 0.8))
    canvas.piece(rectangle(x - 0.30, -0.50, x + 0.02, -0.03), iron, edge=0.4)
    canvas.piece(rectangle(x - 0.26, -0.36, x - 0.02, -0.12), colour("#25282d"), shadow=0.1)
    kettle = [(x - 0.24, -0.555), (x - 0.25, -0.60), (x - 0.20, -0.645), (x - 0.13, -0.655)]
    kettle += [(x - 0.06, -0.645), (x - 0.02, -0.60), (x - 0.03, -0.555)]
    spout = [(x - 0.23, -0.59), (x - 0.30, -0.65), (x - 0.285, -0.655), (x - 0.21, -0.61)]
    canvas.piece(np.array(spout, np.float32), colour("#7d8b91"), edge=0.4)
    canvas.piece(spline(kettle, steps=4), colour("#8c9aa0"), edge=0.5)
    canvas.piece(rectangle(x - 0.155, -0.685, x - 0.105, -0.655), colour("#3a3632"))
    for k in range(3):
        cut.jar(canvas, x + 0.2 + 0.12 * k, -0.55, 0.09 + 0.02 * (k % 2), cut.BOOKS[k])


def _pendants(canvas: Canvas, plan: Plan, rig: Rig) -> None:
    for lamp in plan.lamps:
        if lamp.z == 0.55:
            cut.pendant(canvas, lamp.x, lamp.y, CEILING, scale(plan.cloth, 0.9))
    canvas.lit(rig.field(canvas.x, canvas.y, 0.55))


def _table(canvas: Canvas, plan: Plan, rig: Rig) -> None:
    cloth = plan.cloth if plan.seed % 3 == 0 else None
    cut.table(canvas, -0.56, 0.56, TABLE_TOP, scale(plan.wood, 1.12), cloth)
    cut.cup(canvas, -0.20, TABLE_TOP, colour("#cbbfa8"), -1.0)
    cut.cup(canvas, 0.22, TABLE_TOP, colour("#5d7886"), 1.0)
    if any(lamp.z == -0.24 for lamp in plan.lamps):
        cut.oil_lamp(canvas, 0.0, TABLE_TOP, colour("#9a7534"))
    else:
        cut.bowl(canvas, 0.02, TABLE_TOP, scale(plan.cloth, 1.2))
    canvas.paper(plan.seed + 40)
    canvas.lit(rig.field(canvas.x, canvas.y, -0.26))


def _floor(floor: Floor, plan: Plan, rig: Rig) -> None:
    floorboards(floor, scale(plan.wood, 0.86), plan.seed)
    light_floor(floor, rig)
