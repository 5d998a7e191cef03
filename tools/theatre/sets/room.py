"""Lived-in rooms: kitchen, living room, bedroom, cabin, study, dining room.

Knows words and a seed, no camera and no actor.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import Colour, chance, colour, mix, scale
from tools.theatre.light import Lamp, Pane, Rig
from tools.theatre.palette import Air
from tools.theatre.scenery import Flat, Scenery
from tools.theatre.sets import chambers, decor, dining, glazing, tabletop
from tools.theatre.sets import kitchen as cooking
from tools.theatre.sets.boxroom import shell_flats, shell_grounds, shell_sides
from tools.theatre.sets.roomplan import Layout
from tools.theatre.sets.scheme import Scheme, scheme_of
from tools.theatre.spec import LightSpec, SetSpec

PLANS: dict[str, Callable[[Scheme, SetSpec, float], Layout]] = {
    "kitchen": cooking.kitchen,
    "cabin": cooking.cabin,
    "living": chambers.living,
    "bedroom": chambers.bedroom,
    "study": chambers.study,
    "dining": dining.dining,
}
TABLE_Z = -0.26
DAYLIGHT, BEHIND = 0.46, 1.15
"""Daylight in a room: beside its windows, and seen from them."""


@dataclass(frozen=True, slots=True)
class Table:
    """The table people sit at, and what is on it."""

    wood: Colour
    cloth: Colour | None
    lamp: str
    seed: int


def build(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The room as scenery."""
    scheme = scheme_of(place, light)
    power = max(air.lamps, 0.45 if light.practicals else 0.0)
    layout = PLANS.get(place.kind, chambers.living)(scheme, place, power)
    table = _table_of(scheme, place, layout)
    lamps = (*layout.lamps, *_table_lamps(table, power))
    panes = () if scheme.has("no_window") else layout.panes
    # By day the whole room is filled by its windows, also those behind the camera.
    day = DAYLIGHT if panes else BEHIND
    room = layout.room * (1.0 + day * (1.0 - air.lamps))
    rig = Rig(air, True, tuple(lamp for lamp in lamps if lamp.gain > 0.02), panes, room)

    def dress(canvas: Canvas) -> None:
        for pane in panes:
            _window(canvas, pane, scheme, rig, place)

    shell = scheme.shell
    flats = shell_flats(shell, rig, layout.hang, dress)
    for name, z, paint, bounds in layout.flats:
        flats.append(Flat(name, z, _lit(paint, rig, z, place.seed), bounds))
    if table is not None:
        paint = _lit(lambda canvas: _table(canvas, table, power > 0.05), rig, TABLE_Z, place.seed)
        flats.append(Flat("table", TABLE_Z, paint, (-0.64, -0.80, 0.64, 0.03)))
    sides = shell_sides(shell, rig, layout.hang_side)
    return Scenery(tuple(flats), shell_grounds(shell, rig), rig, "dust", None, sides)


def _lit(paint: decor.Painter, rig: Rig, z: float, seed: int) -> decor.Painter:
    def whole(canvas: Canvas) -> None:
        paint(canvas)
        canvas.paper(seed + 30 + int(10 * abs(z)))
        canvas.lit(rig.field(canvas.x, canvas.y, z), rig.daylit)

    return whole


def _window(canvas: Canvas, pane: Pane, scheme: Scheme, rig: Rig, place: SetSpec) -> None:
    level = rig.point((pane.x0 + pane.x1) / 2, (pane.y0 + pane.y1) / 2, scheme.shell.far)
    wood = scheme.wood if place.kind in ("cabin", "study") else mix(scheme.wood, (214, 224, 230),
                                                                    0.72)  # fmt: skip
    if scheme.has("modern"):
        wood = colour("#3f4348")
    bars = (2, 2) if pane.x1 - pane.x0 > 0.5 and not scheme.has("modern") else (1, 2)
    glazing.window(canvas, pane, decor.under(wood, level), bars, sill=True)
    if place.kind == "kitchen" and pane.x1 - pane.x0 > 0.4:
        glazing.valance(canvas, pane, decor.under(scheme.cloth, level))
    elif place.kind in ("living", "bedroom", "dining", "study"):
        rod = decor.under(scale(scheme.accent, 0.9), level)
        foot = -0.30 if place.kind != "bedroom" else pane.y1 + 0.22
        glazing.curtains(canvas, pane, decor.under(scheme.cloth, level), rod, foot)
    if place.kind in ("kitchen", "cabin") and not scheme.has("modern"):
        glazing.on_sill(canvas, pane, level, place.seed)


def _table_of(scheme: Scheme, place: SetSpec, layout: Layout) -> Table | None:
    wanted = "table" in place.pieces or place.kind in ("kitchen", "cabin", "dining")
    if not wanted or layout.no_table:
        return None
    rng = chance(place.seed + 4)
    cloth = mix(scheme.cloth, colour("#efe6d2"), 0.25) if rng.random() < 0.4 else None
    if place.kind == "cabin":
        cloth = None  # bare boards: a lamp reads best on dark wood
    if place.kind == "dining":
        return Table(scheme.wood, colour("#e9e0cc"), "candles", place.seed)
    old = place.kind == "cabin" or scheme.has("poor", "oil_lamp")
    return Table(scheme.wood, cloth, "oil" if old else "", place.seed)


def _table_lamps(table: Table | None, power: float) -> tuple[Lamp, ...]:
    if table is None:
        return ()
    y, warm = tabletop.TOP, colour("#ffb25e")
    if table.lamp == "oil":
        return (Lamp(0.0, y - 0.14, TABLE_Z, warm, 2.3, 1.45 * power, 0.035, 0.62, 0.07, 0.6),)
    if table.lamp == "candles":
        return tuple(Lamp(x, y - 0.25, TABLE_Z, warm, 1.2, 0.55 * power, 0.02, 0.3, 0.12, 0.6)
                     for x in (-0.12, 0.12))  # fmt: skip
    return ()


def _table(canvas: Canvas, table: Table, lit: bool) -> None:
    tabletop.dining_table(canvas, -0.58, 0.58, scale(table.wood, 0.86), table.cloth)
    tabletop.laid(canvas, table.seed, table.lamp, lit=lit)
