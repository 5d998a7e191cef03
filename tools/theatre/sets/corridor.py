"""Long and official spaces: corridors, control rooms, stations, halls.

Knows words and a seed, no camera.
"""

from __future__ import annotations

from dataclasses import dataclass

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import Colour, chance, colour, mix, scale
from tools.theatre.light import Lamp, Pane, Rig
from tools.theatre.palette import Air, accent
from tools.theatre.scenery import Flat, Scenery
from tools.theatre.sets import decor, glazing, hallware
from tools.theatre.sets.boxroom import Shell, shell_flats, shell_grounds, shell_sides
from tools.theatre.sets.walls import Cover
from tools.theatre.spec import LightSpec, SetSpec

FARS = {"corridor": 6.4, "security": 2.0, "station": 6.0, "hall": 6.0}
HALVES = {"corridor": 1.0, "security": 2.2, "station": 2.5, "hall": 2.3}
TOPS = {"corridor": -1.66, "security": -1.66, "station": -2.7, "hall": -3.0}

# kind of passage -> pattern, wall, low, lower, floor, floor tones, wood
PASSAGES: dict[str, tuple[str, str, str, str, str, str, str, str]] = {
    "office": ("plaster", "#c6beac", "paint", "#5f8a8f", "tiles", "#a8a69c", "#8f8d84", "#8a6a4a"),
    "hotel": (
        "diamonds",
        "#a8604a",
        "panels",
        "#5a3424",
        "carpet",
        "#8a2f34",
        "#6a2228",
        "#7a4a2c",
    ),
    "hospital": (
        "plaster",
        "#c3d2c4",
        "paint",
        "#6fa396",
        "checks",
        "#c9cfc6",
        "#a5b5ac",
        "#b9a27e",
    ),
    "school": ("plaster", "#d9b878", "paint", "#8a4a38", "checks", "#c9bfa4", "#8f7a5c", "#8a5a34"),
    "metal": ("metal", "#5f7480", "", "#46565f", "concrete", "#5a6268", "#42494e", "#4a555c"),
    "stone": ("stone", "#857d70", "", "#5f584e", "stone", "#77706a", "#5d5750", "#5a4636"),
    "brick": ("brick", "#94523e", "", "#5f3a30", "concrete", "#77726c", "#5f5a54", "#6f4a34"),
}
SCREENS = tuple(colour(c) for c in ("#4fc0e6", "#5fd69a", "#f0a050", "#8fa4f6"))


@dataclass(frozen=True, slots=True)
class Hall:
    """One long space: what it is, its surfaces, its lamps."""

    kind: str
    sort: str
    shell: Shell
    trim: Colour
    way: float
    seed: int
    day: bool
    tone: Colour


def build(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The space as scenery: a far wall, side walls in perspective, lamps that recede."""
    hall = _hall(place, light, air)
    rig = Rig(
        air, True, _lamps(hall), _panes(hall, place), 0.80 if hall.kind == "security" else 1.0
    )

    def dress(canvas: Canvas) -> None:
        for pane in rig.panes:
            level = rig.point(0.0, -1.0, hall.shell.far)
            bars = (4, 5) if hall.kind in ("station", "hall") else (2, 2)
            glazing.window(
                canvas, pane, decor.under(scale(hall.trim, 0.9), level), bars, sill=False
            )

    flats = shell_flats(hall.shell, rig, lambda canvas: _end(canvas, hall, place), dress)
    for name, z, paint in _furniture(hall):
        flats.append(_flat(name, z, paint, rig, hall))
    sides = shell_sides(hall.shell, rig, lambda canvas, side: _side(canvas, hall, side))
    return Scenery(tuple(flats), shell_grounds(hall.shell, rig), rig, "dust", None, sides)


def _hall(place: SetSpec, light: LightSpec, air: Air) -> Hall:
    kind = place.kind if place.kind in FARS else "corridor"
    rng, words = chance(place.seed), set(place.pieces)
    sort = next((w for w in PASSAGES if w in words), "")
    if not sort:
        usual = {
            "security": ("metal",),
            "hall": ("stone", "hotel"),
            "station": ("office", "school"),
        }
        choice = usual.get(kind, ("office", "school", "hotel", "hospital"))
        sort = choice[int(rng.integers(len(choice)))]
    pattern, wall, low, lower, floor, first, second, wood = PASSAGES[sort]
    tone = mix(colour(wall), accent(light.palette, place.seed, colour(wall)), 0.2)
    if kind == "security":
        tone = scale(tone, 0.8)
    cover = Cover(pattern, tone, colour(wood), TOPS[kind], place.seed % 9973, low, colour(lower))
    ceiling = {"metal": "concrete", "stone": "concrete", "brick": "concrete", "hotel": "plaster"}
    gloss = {"carpet": 0.05, "stone": 0.12, "concrete": 0.25}.get(floor, 0.5)
    rugs = ((0.0, 2.2, 0.55, 5.2, False),) if sort == "hotel" and kind == "corridor" else ()
    shell = Shell(cover, HALVES[kind], FARS[kind], floor, colour(first), colour(second),
                  ceiling.get(sort, "panels"), gloss, rugs, colour("#7a2f38"), "town")  # fmt: skip
    way = 1.0 if rng.random() < 0.5 else -1.0
    day = air.ambient_in[1] > 0.4
    screen = SCREENS[int(rng.integers(len(SCREENS)))]
    return Hall(kind, sort, shell, colour(wood), -way if place.reverse else way, place.seed, day,
                screen)  # fmt: skip


def _panes(hall: Hall, place: SetSpec) -> tuple[Pane, ...]:
    far, top = hall.shell.far, hall.shell.top
    if hall.kind == "security" or "no_window" in place.pieces or place.reverse:
        return ()
    if hall.kind == "corridor":
        if hall.sort in ("metal", "stone", "brick"):
            return ()
        return (Pane(-0.42, -1.34, 0.42, -0.55, far),)
    w = hall.shell.half * 0.55
    return (Pane(-w, top * 0.86, w, -0.95, far),)


def _lamps(hall: Hall) -> tuple[Lamp, ...]:
    top = hall.shell.top
    if hall.kind == "security":
        walls = tuple(Lamp(x, -1.0, 1.98, hall.tone, 1.25, 0.85, 0.05, 0.7, 0.04, 0.22)
                      for x in (-1.3, 0.0, 1.3))  # fmt: skip
        desk = Lamp(-hall.way * 0.8, -0.62, 0.9, colour("#ffb25e"), 0.9, 1.0, 0.02, 0.3, 0.02, 0.45)
        return (*walls, desk)
    power = 0.4 if hall.day else 0.85
    if hall.sort in ("hotel", "stone"):
        tone, flicker = (colour("#ffb668"), 0.02 if hall.sort == "hotel" else 0.2)
        out = hall.shell.half - 0.1
        return tuple(
            Lamp(side * out, -1.18, z, tone, 1.4, 1.05 * power, 0.035, 0.34, flicker, 0.55)
            for z in (4.9, 2.7, 0.5)
            for side in (-1.0, 1.0)
        )
    tone = colour("#ff5a48") if hall.sort == "metal" else colour("#fff0cc")
    strip = [Lamp(0.0, top + 0.02, z, colour("#e6f4ff") if hall.sort == "metal" else tone,
                  2.0 if hall.kind == "corridor" else 3.0, power, 0.01, 0.1,
                  0.45 if k == 1 and not hall.day else 0.0, 0.0)
             for k, z in enumerate((5.0, 2.9, 0.8))]  # fmt: skip
    if hall.sort == "metal":
        strip.append(Lamp(hall.way * 0.9, -1.2, 3.6, tone, 1.3, 0.9, 0.04, 0.5, 0.3, 0.6))
    return tuple(strip)


def _end(canvas: Canvas, hall: Hall, place: SetSpec) -> None:
    """The wall at the end."""
    if hall.kind == "security":
        hallware.screen_wall(canvas, hall.tone, SCREENS, hall.seed + 9 * place.reverse)
        return
    if hall.kind == "corridor":
        if hall.sort in ("metal", "stone", "brick") or place.reverse:
            decor.doorway(canvas, 0.0, hall.trim, w=0.66, height=1.28)
        hallware.exit_sign(canvas, 0.0, -1.48)
        return
    w = hall.shell.half * 0.55
    if hall.kind == "station":
        hallware.departures(canvas, 0.0, -0.66, 1.6, 0.42, hall.seed)
        decor.clock(canvas, 0.0, hall.shell.top + 0.24, 0.17, hall.trim)
    for x in (-w - 0.45, w + 0.45):
        hallware.banner(canvas, x, hall.shell.top + 0.35, 0.44, 1.35, hall.seed)


def _side(canvas: Canvas, hall: Hall, side: float) -> None:
    """Doors, lamps, radiators, lockers, pipes or arches along a side wall (x is depth)."""
    seed = hall.seed + int(side)
    if hall.kind == "security":
        hallware.pipes(canvas, hall.shell.top, hall.shell.far, hall.trim)
        decor.doorway(canvas, 0.8, scale(hall.trim, 1.1))
        return
    if hall.kind in ("station", "hall"):
        for k in range(4):
            z = -0.6 + 1.75 * k
            hallware.arch(canvas, z, 1.15, hall.shell.top, hall.shell.cover.tone)
            hallware.pilaster(canvas, z + 0.875, hall.shell.top, hall.shell.cover.tone)
        return
    for k in range(4):
        z = 0.1 + 1.75 * k + (0.55 if side > 0 else 0.0)
        wood = scale(hall.trim, 0.95 + 0.05 * (k % 3))
        opened = k == 1 and side == hall.way and hall.seed % 2 == 0
        decor.doorway(canvas, z, wood, open_=opened, glow=colour("#ffcf8a"))
        _between(canvas, hall, z + 0.88, seed + k)
    if hall.sort in ("metal", "stone", "brick"):
        hallware.pipes(
            canvas, hall.shell.top, hall.shell.far, mix(hall.trim, colour("#8a6a50"), 0.4)
        )


def _between(canvas: Canvas, hall: Hall, z: float, seed: int) -> None:
    """What hangs between two doors."""
    if hall.sort == "hotel":
        hallware.sconce(canvas, z, -1.15)
        decor.picture(canvas, z - 0.3, -1.0, 0.26, 0.32, seed)
    elif hall.sort == "stone":
        hallware.torch(canvas, z, -1.15)
    elif hall.sort == "school":
        hallware.lockers(canvas, z - 0.5, z + 0.46, colour(("#3f7f8f", "#b5673c")[hall.seed % 2]))
    elif seed % 3 == 0:
        hallware.notices(canvas, z, -1.0, seed)
    elif seed % 3 == 1:
        hallware.radiator(canvas, z - 0.32, z + 0.32)
        decor.picture(canvas, z, -1.0, 0.34, 0.26, seed)
    else:
        hallware.extinguisher(canvas, z, -0.62)


def _furniture(hall: Hall) -> list[tuple[str, float, decor.Painter]]:
    if hall.kind == "security":
        return _desks(hall)
    if hall.kind in ("station", "hall"):
        return _benches(hall)
    if hall.sort not in ("hotel", "office", "hospital"):
        return []

    def stand(canvas: Canvas) -> None:
        hallware.console_table(canvas, hall.way * 0.80, hall.trim, hall.seed)

    return [("stand", 1.75, stand)]


def _desks(hall: Hall) -> list[tuple[str, float, decor.Painter]]:
    tone = hall.shell.cover.tone

    def back(canvas: Canvas) -> None:
        for k, x in enumerate((-1.2, 1.2)):
            hallware.console(canvas, x, tone, hall.tone, SCREENS, hall.seed + k)

    def near(canvas: Canvas) -> None:
        hallware.console(canvas, hall.way * 1.75, tone, hall.tone, SCREENS, hall.seed + 7)

    return [("consoles", 0.9, back), ("near console", 0.05, near)]


def _benches(hall: Hall) -> list[tuple[str, float, decor.Painter]]:
    def benches(canvas: Canvas) -> None:
        for x in (-1.5, 1.5):
            hallware.bench(canvas, x, hall.trim)

    def cart(canvas: Canvas) -> None:
        hallware.luggage(canvas, -hall.way * 1.9, hall.seed)

    rest: list[tuple[str, float, decor.Painter]] = [("benches", 1.6, benches)]
    return [*rest, ("luggage", 0.7, cart)] if hall.kind == "station" else rest


def _flat(name: str, z: float, paint: decor.Painter, rig: Rig, hall: Hall) -> Flat:
    def whole(canvas: Canvas) -> None:
        paint(canvas)
        canvas.paper(hall.seed + 30 + int(10 * z))
        canvas.lit(rig.field(canvas.x, canvas.y, z), rig.daylit)

    half = hall.shell.half
    return Flat(name, z, whole, (-half, hall.shell.top, half, 0.03))


def landmarks(place: SetSpec, light: LightSpec, air: Air) -> dict[str, tuple[float, float, float]]:
    """Where the nearest door is, and a console in a control room: world x, y and depth."""
    hall = _hall(place, light, air)
    half = hall.shell.half
    if hall.kind == "security":
        console = (-hall.way * 1.2, -0.5, 0.9)
        return {"door": (half, -0.6, 0.8), "screen": (0.0, -1.0, hall.shell.far), "desk": console}
    if hall.kind == "corridor":
        return {"door": (half, -0.6, 0.65)}
    return {}
