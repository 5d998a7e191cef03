"""Places of work: offices and meeting rooms; bars, cafés and shops are in their own file.

Knows words and a seed, no camera.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import (
    Colour,
    chance,
    colour,
    mix,
    rectangle,
    scale,
    tapered,
)
from tools.theatre.light import Lamp, Pane, Rig
from tools.theatre.palette import Air, accent
from tools.theatre.scenery import Flat, Scenery
from tools.theatre.sets import bar, comforts, decor, furniture, glazing, officeware
from tools.theatre.sets.boxroom import Shell, shell_flats, shell_grounds, shell_sides
from tools.theatre.sets.officeware import DESK
from tools.theatre.sets.walls import Cover
from tools.theatre.spec import LightSpec, SetSpec

FAR, HALF, TOP = 2.0, 2.15, -1.72
COMPANY = ("bar", "cafe", "shop")
SCREENS = tuple(colour(c) for c in ("#5fb4d8", "#6fc890", "#8f9cf0", "#f0a85f"))
# wall, floor, wood, accent
LOOKS = (
    ("#c9c4b4", "#6f7f8a", "#b0834e", "#d9783a"),
    ("#a9bcc0", "#5f6a72", "#8a6a4a", "#2f7f9a"),
    ("#d2b890", "#7a6a58", "#7a5236", "#3f7f6a"),
    ("#8fa89a", "#5a6460", "#a8784a", "#c9983e"),
)


@dataclass(frozen=True, slots=True)
class Work:
    """One workplace's surfaces and habits."""

    kind: str
    shell: Shell
    wood: Colour
    accent: Colour
    way: float
    seed: int
    pieces: frozenset[str]
    day: bool
    tone: Colour

    @property
    def glass(self) -> bool:
        """Whether the wall is glass from knee to ceiling."""
        return bool(self.pieces & {"glass", "skyline", "modern"})


def build(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The workplace as scenery; kinds of company are built as such."""
    if place.kind in COMPANY:
        return bar.build(place, light, air)
    work = _work(place, light, air)
    rig = Rig(air, True, _lamps(work), _panes(work, place), 0.98)

    def dress(canvas: Canvas) -> None:
        for pane in rig.panes:
            level = rig.point((pane.x0 + pane.x1) / 2, -0.9, FAR)
            metal = decor.under(colour("#4a5058" if work.glass else "#d8dad6"), level)
            glazing.window(
                canvas, pane, metal, (1, 1) if work.glass else (2, 1), sill=not work.glass
            )
            if not work.glass:
                slat = decor.under(colour("#e6e2d6"), level)
                glazing.blinds(canvas, pane, slat, 0.22 + 0.2 * (work.seed % 3))

    flats = shell_flats(work.shell, rig, lambda canvas: _wall(canvas, work, place), dress)
    for name, z, paint in (_meeting if work.kind == "meeting" else _desks)(work):
        flats.append(_flat(name, z, paint, rig, work.seed))
    sides = shell_sides(work.shell, rig, lambda canvas, side: _side(canvas, work, side))
    return Scenery(tuple(flats), shell_grounds(work.shell, rig), rig, "dust", None, sides)


def cloth_of(place: SetSpec, light: LightSpec) -> Colour:
    """The cloth of a workplace's chairs."""
    row = LOOKS[int(chance(place.seed).integers(len(LOOKS)))]
    own = colour(row[3])
    return mix(own, accent(light.palette, place.seed + 1, own), 0.5)


def _work(place: SetSpec, light: LightSpec, air: Air) -> Work:
    rng, pieces = chance(place.seed), frozenset(place.pieces)
    wall, floor, wood = (colour(c) for c in LOOKS[int(rng.integers(len(LOOKS)))][:3])
    wall = mix(wall, accent(light.palette, place.seed, wall), 0.2)
    second = cloth_of(place, light)
    kind = "meeting" if place.kind == "meeting" else "office"
    pattern = next((w for w in ("brick", "concrete", "planks") if w in pieces), "plaster")
    if pattern == "brick":
        wall = colour("#a2624a")
    panel = "paint" if pattern == "plaster" and rng.random() < 0.6 else ""
    cover = Cover(pattern, wall, mix(wood, wall, 0.3), TOP, place.seed % 9973, panel,
                  mix(second, wall, 0.35))  # fmt: skip
    laid = "carpet" if kind == "meeting" or rng.random() < 0.5 else "concrete"
    view = "skyline" if pieces & {"skyline", "glass"} else "town"
    shell = Shell(cover, HALF, FAR, laid, floor, scale(floor, 0.8), "panels", 0.3, view=view)
    way = 1.0 if rng.random() < 0.5 else -1.0
    tone = SCREENS[int(rng.integers(len(SCREENS)))]
    day = air.ambient_in[1] > 0.4
    return Work(kind, shell, wood, second, -way if place.reverse else way, place.seed, pieces, day,
                tone)  # fmt: skip


def _panes(work: Work, place: SetSpec) -> tuple[Pane, ...]:
    if "no_window" in work.pieces:
        return ()
    if work.glass and not place.reverse:
        edges = np.linspace(-HALF + 0.06, HALF - 0.06, 6)
        return tuple(Pane(float(a) + 0.02, -1.56, float(b) - 0.02, -0.22, FAR)
                     for a, b in pairwise(edges))  # fmt: skip
    if place.reverse:
        return ()
    at = (-work.way * 1.5, -work.way * 0.45)
    return tuple(Pane(x - 0.45, -1.38, x + 0.45, -0.62, FAR) for x in at)


def _lamps(work: Work) -> tuple[Lamp, ...]:
    power = 0.16 if work.day else 0.55
    if work.glass and not work.day:
        power = 0.26
    strips = tuple(
        Lamp(x, TOP + 0.02, z, colour("#ffeccb"), 1.7, power, 0.01, 0.1, 0.0, 0.0)
        for x in (-1.1, 1.1) for z in (0.2, 1.2)
    )  # fmt: skip
    glow = 0.35 if work.day else 0.85
    at = _desk_spots(work)[0] if work.kind == "office" else -work.way * 1.3
    height = -0.66 if work.kind == "office" else -1.05
    screen = Lamp(at, height, 1.0, work.tone, 0.8, glow, 0.02, 0.42, 0.03, 0.35)
    desk = Lamp(_desk_spots(work)[1] - work.way * 0.36, -0.72, 1.0, colour("#ffc070"), 0.95,
            0.0 if work.day or work.kind == "meeting" else 1.2, 0.02, 0.36, 0.01, 0.5)  # fmt: skip
    return tuple(lamp for lamp in (*strips, screen, desk) if lamp.gain > 0.02)


def _desk_spots(work: Work) -> tuple[float, float]:
    return (-work.way * 1.22, work.way * 1.28)


def _wall(canvas: Canvas, work: Work, place: SetSpec) -> None:
    way, seed = work.way, work.seed
    if work.glass and not place.reverse:
        return
    if place.reverse:
        decor.doorway(canvas, -way * 1.35, mix(work.wood, colour("#c8c4bc"), 0.3))
        officeware.whiteboard(canvas, way * 0.9, seed)
        decor.poster(canvas, -way * 0.35, -1.06, 0.34, 0.46, seed)
        return
    if work.kind == "meeting" or "whiteboard" in work.pieces or seed % 2:
        officeware.whiteboard(canvas, way * 1.25, seed)
    else:
        for k in (0, 1):
            furniture.shelf(canvas, way * 1.25 - 0.42, way * 1.25 + 0.42, -0.86 - 0.32 * k,
                    work.wood, seed + k)  # fmt: skip
    decor.clock(canvas, way * 0.36, -1.32, 0.12, colour("#33373c"))
    decor.poster(canvas, way * 0.36, -0.92, 0.26, 0.34, seed + 5)


def _side(canvas: Canvas, work: Work, side: float) -> None:
    if side == work.way:
        officeware.lockers(canvas, 0.55, 1.75, work.accent)
    else:
        decor.doorway(canvas, 0.7, mix(work.wood, colour("#c8c4bc"), 0.3), open_=work.seed % 3 == 1,
                      glow=colour("#ffe2b4"))  # fmt: skip
        decor.poster(canvas, 1.5, -1.0, 0.34, 0.46, work.seed + 2)


def desk(canvas: Canvas, x: float, work: Work, seed: int) -> None:
    """A desk with two screens, papers, a mug and its chair's back."""
    furniture.table(canvas, x - 0.58, x + 0.58, DESK, work.wood)
    comforts.block(canvas, x + 0.28, DESK + 0.04, x + 0.54, 0.0, mix(work.wood,
            colour("#8a9096"), 0.6), 0.0)  # fmt: skip
    for k, at in enumerate((-0.2, 0.2)):
        canvas.piece(tapered((x + at, DESK), (x + at, DESK - 0.1), 0.06, 0.014), colour("#30343a"))
        furniture.screen(canvas, x + at, DESK - 0.23, 0.35, 0.22, work.tone, seed + k)
    furniture.cup(canvas, x - 0.46, DESK, work.accent, -1.0)
    for k in range(4):
        sheet = rectangle(x + 0.40, DESK - 0.012 * (k + 1), x + 0.56, DESK - 0.012 * k)
        canvas.piece(sheet, colour("#efe9da"), shadow=0.2, thickness=0.004)
    canvas.piece(
        rectangle(x - 0.17, DESK - 0.018, x + 0.12, DESK - 0.004), colour("#d5d8d8"), edge=0.5
    )


def _desks(work: Work) -> list[tuple[str, float, decor.Painter]]:
    spots, way = _desk_spots(work), work.way

    def back(canvas: Canvas) -> None:
        for k, x in enumerate(spots):
            desk(canvas, x, work, work.seed + 5 * k)
            officeware.swivel(canvas, x + way * 0.06, work.accent)
        officeware.desk_lamp(canvas, spots[1] - way * 0.44, way, on=not work.day)
        furniture.plant(canvas, 0.1 * way, 0.0, 0.5, work.seed)

    def near(canvas: Canvas) -> None:
        furniture.plant(canvas, -way * 1.95, 0.0, 0.72, work.seed + 2)

    return [("desks", 1.0, back), ("plant", 0.3, near)]


def _meeting(work: Work) -> list[tuple[str, float, decor.Painter]]:
    way = work.way

    def table(canvas: Canvas) -> None:
        furniture.table(canvas, -1.0, 1.0, DESK, work.wood)
        for x in (-0.62, 0.02, 0.6):
            sheet = rectangle(x - 0.08, DESK - 0.012, x + 0.08, DESK)
            canvas.piece(sheet, colour("#efe9da"), shadow=0.2, thickness=0.004)
        furniture.cup(canvas, -0.3, DESK, work.accent)
        furniture.cup(canvas, 0.34, DESK, colour("#e6dcc6"), 1.0)
        canvas.piece(
            tapered((0.12, DESK), (0.12, DESK - 0.14), 0.05, 0.035), colour("#a9c4cc"), edge=0.6
        )

    def behind(canvas: Canvas) -> None:
        furniture.screen(canvas, -way * 1.3, -1.05, 0.95, 0.56, work.tone, work.seed)
        comforts.drawers(canvas, -way * 1.3 - 0.5, -way * 1.3 + 0.5, 0.40, work.wood, 2)
        for x in (-0.72, 0.0, 0.72):
            officeware.swivel(canvas, x, work.accent)
        furniture.plant(canvas, way * 1.95, 0.0, 0.62, work.seed)

    return [("table", -0.28, table), ("chairs", 1.0, behind)]


def _flat(name: str, z: float, paint: decor.Painter, rig: Rig, seed: int) -> Flat:
    def whole(canvas: Canvas) -> None:
        paint(canvas)
        canvas.paper(seed + 30 + int(10 * abs(z)))
        canvas.lit(rig.field(canvas.x, canvas.y, z), rig.daylit)

    return Flat(name, z, whole, (-HALF, TOP, HALF, 0.03))


def landmarks(place: SetSpec, light: LightSpec, air: Air) -> dict[str, tuple[float, float, float]]:
    """Where the door, desk or table and the board are: world x, y and depth."""
    work = _work(place, light, air)
    way, back = work.way, place.reverse
    door = (-way * 1.35, -0.6, FAR) if back else (-way * HALF, -0.6, 0.7)
    board = (way * (0.9 if back else 1.25), -1.0, FAR)
    if work.kind == "meeting":
        screen = (-way * 1.3, -1.05, 1.0)
        return {"door": door, "board": board, "table": (0.0, DESK, -0.28), "screen": screen}
    x = min(_desk_spots(work), key=abs)
    return {"door": door, "board": board, "desk": (x, DESK, 1.0), "screen": (x, -0.7, 1.0)}
