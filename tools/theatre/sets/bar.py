"""Places of company: bars, cafés and shops. Knows words and a seed, no camera."""

from __future__ import annotations

from dataclasses import dataclass

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import Colour, chance, colour, mix, scale
from tools.theatre.light import Lamp, Pane, Rig
from tools.theatre.palette import Air, accent
from tools.theatre.scenery import Flat, Scenery
from tools.theatre.sets import barware, comforts, decor, furniture, glazing
from tools.theatre.sets.boxroom import Shell, shell_flats, shell_grounds, shell_sides
from tools.theatre.sets.kitchen import hanging_lamp
from tools.theatre.sets.walls import Cover
from tools.theatre.spec import LightSpec, SetSpec

FAR, HALF, TOP = 1.9, 2.0, -1.74
COUNTER_Z = 0.80
HANGING_Z = 0.72

# wall, lower, wood, top, cloth, pattern
LOOKS: dict[str, tuple[tuple[str, str, str, str, str, str], ...]] = {
    "bar": (
        ("#7a3f36", "#4a2a22", "#7a452a", "#a5683a", "#a8403c", "brick"),
        ("#2f5248", "#3a261c", "#6f4028", "#b07a42", "#c9983e", "plaster"),
        ("#3c3f66", "#2f2238", "#6a3c30", "#9a5f3a", "#b5473c", "stripes"),
    ),
    "cafe": (
        ("#d9b98a", "#3f7f7a", "#a06a3c", "#c98f56", "#3f8f86", "tiles"),
        ("#b5664a", "#e6dcc6", "#8a5632", "#c08a52", "#35507a", "brick"),
        ("#9ab0a0", "#d9785a", "#94603a", "#d0a068", "#d9785a", "plaster"),
    ),
    "shop": (
        ("#a8824e", "#5f4028", "#8a5632", "#b07a46", "#7a3f36", "plaster"),
        ("#5f7f70", "#3f5a50", "#94603a", "#b5854e", "#b5473c", "stripes"),
        ("#8a5f6a", "#5a3a44", "#7a4a2e", "#a8703c", "#35507a", "diamonds"),
    ),
}
NEONS = tuple(colour(c) for c in ("#ff4f9a", "#3fe0e6", "#ffb03a", "#9a6cff", "#5cff9a"))


@dataclass(frozen=True, slots=True)
class House:
    """One bar, café or shop: its surfaces, its side and whether its lamps burn."""

    kind: str
    shell: Shell
    wood: Colour
    top: Colour
    cloth: Colour
    way: float
    seed: int
    power: float
    neon: bool

    @property
    def lit(self) -> bool:
        """Whether the lamps burn."""
        return self.power > 0.05


def build(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The place as scenery; an unknown kind is a bar."""
    house = _house(place, light, air)
    rig = Rig(air, True, _lamps(house), _panes(house, place), 1.0 + 0.3 * (1.0 - air.lamps))

    def dress(canvas: Canvas) -> None:
        for pane in rig.panes:
            level = rig.point((pane.x0 + pane.x1) / 2, -0.9, FAR)
            wood = decor.under(scale(house.wood, 1.1), level)
            glazing.window(canvas, pane, wood, (3 if house.kind == "cafe" else 2, 2), sill=True)

    flats = shell_flats(house.shell, rig, lambda canvas: _wall(canvas, house, place), dress)
    fit = {"cafe": _cafe, "shop": _shop}.get(house.kind, _bar)
    for name, z, paint in fit(house):
        flats.append(_flat(name, z, paint, rig, house))
    flats.append(_flat("pendants", HANGING_Z, lambda canvas: _pendants(canvas, house), rig, house))
    sides = shell_sides(house.shell, rig, lambda canvas, side: _side(canvas, house, side))
    return Scenery(tuple(flats), shell_grounds(house.shell, rig), rig, "dust", None, sides)


def _house(place: SetSpec, light: LightSpec, air: Air) -> House:
    kind = place.kind if place.kind in LOOKS else "bar"
    rng, words = chance(place.seed), set(place.pieces)
    row = LOOKS[kind][int(rng.integers(len(LOOKS[kind])))]
    wall, low, wood, top, cloth = (colour(c) for c in row[:5])
    wall = mix(wall, accent(light.palette, place.seed, wall), 0.25)
    cloth = mix(cloth, accent(light.palette, place.seed + 1, cloth), 0.4)
    pattern = next((w for w in ("brick", "tiles", "concrete", "planks") if w in words), row[5])
    neon = "neon" in words
    if neon:
        wall, low = scale(mix(wall, colour("#3a2f5f"), 0.65), 0.8), scale(low, 0.7)
    panel = "" if pattern in ("brick", "tiles", "concrete", "planks") else "panels"
    cover = Cover(pattern, wall, wood, TOP, place.seed % 9973, panel, low)
    floor = ("boards", "checks", "tiles")[int(rng.integers(3))] if kind != "bar" else "boards"
    tones = {
        "checks": (colour("#d8cdb8"), scale(low, 0.8)),
        "tiles": (colour("#b8a68a"), colour("#8a6f58")),
    }.get(floor, (scale(wood, 0.85), wood))
    ceiling = "beams" if kind != "cafe" else "plaster"
    shell = Shell(cover, HALF, FAR, floor, *tones, ceiling, 0.42, view="town")
    way = 1.0 if rng.random() < 0.5 else -1.0
    day = air.ambient_in[1] > 0.4
    power = max(0.5 if day else 1.0, air.lamps)
    way = -way if place.reverse else way
    return House(kind, shell, wood, top, cloth, way, place.seed, power, neon)


def _panes(house: House, place: SetSpec) -> tuple[Pane, ...]:
    way = house.way
    if "no_window" in place.pieces or (house.neon and house.kind == "bar"):
        return ()
    if house.kind == "cafe":
        a, b = sorted((way * 0.15, way * 1.75))
        return (Pane(a, -1.36, b, -0.56, FAR),)
    if place.reverse or house.kind == "bar":
        a, b = sorted((way * 1.0, way * 1.66))
        return (Pane(a, -1.30, b, -0.62, FAR),)
    return ()


def _lamps(house: House) -> tuple[Lamp, ...]:
    tone = colour("#ffb25e")
    lamps = [Lamp(x, -1.22, HANGING_Z, tone, 1.15, 0.85 * house.power, 0.03, 0.42, 0.02, 0.5)
             for x in (-1.15, 0.0, 1.15)]  # fmt: skip
    if house.kind == "bar":
        lamps.append(Lamp(-house.way * 0.6, -1.0, FAR, tone, 1.2, 0.6 * house.power, 0.01, 0.1, 0,
                          0.0))  # fmt: skip
    if house.neon:
        first, second = _neon_tones(house.seed)
        lamps = [Lamp(lamp.x, lamp.y, lamp.z, lamp.tone, 0.9, 0.5 * lamp.gain, 0.02, 0.3, 0.02, 0.4)
                 for lamp in lamps]  # fmt: skip
        lamps += [
            Lamp(0.98 * house.way, -1.20, FAR, first, 1.9, 1.3, 0.05, 0.8, 0.03, 0.55),
            Lamp(-1.6 * house.way, -0.9, 1.2, second, 1.6, 0.9, 0.01, 0.1, 0.0, 0.0),
            Lamp(1.62 * house.way, -1.06, FAR, second, 1.7, 1.2, 0.05, 0.8, 0.05, 0.5),
        ]
    return tuple(lamps)


def _neon_tones(seed: int) -> tuple[Colour, Colour]:
    order = chance(seed + 2).permutation(len(NEONS))
    return NEONS[int(order[0])], NEONS[int(order[1])]


def _wall(canvas: Canvas, house: House, place: SetSpec) -> None:
    way, seed = house.way, house.seed
    if house.kind == "bar" and not place.reverse:
        a, b = sorted((-way * 1.55, way * 0.55))
        barware.back_bar(canvas, a, b, house.wood, seed, colour("#ffb45a") if house.lit else None)
    elif house.kind == "bar":
        decor.picture(canvas, -way * 1.1, -1.0, 0.4, 0.5, seed + 1)
        decor.mirror(canvas, -way * 0.1, -1.05, 0.8, 0.5, colour("#c9a04e"))
    elif house.kind == "cafe":
        barware.chalkboard(canvas, -way * 1.1, -1.12, 0.78, 0.62, seed)
        furniture.shelf(canvas, -way * 0.42 - 0.24, -way * 0.42 + 0.24, -1.02, house.wood, seed)
        if place.reverse:
            decor.picture(canvas, -way * 1.75, -1.0, 0.26, 0.34, seed + 2)
    else:
        for k in range(4):
            x = -1.5 + k
            comforts.tall_books(canvas, x - 0.47, x + 0.47, 1.42, house.wood, seed + 7 * k)
    if house.neon:
        barware.neon(canvas, way * 0.98, -1.20, 0.26, _neon_tones(seed)[0], seed)
        barware.neon(canvas, way * 1.62, -1.06, 0.24, _neon_tones(seed)[1], seed + 1)


def _side(canvas: Canvas, house: House, side: float) -> None:
    if side == house.way:
        glow = colour("#ffbf78") if house.lit else None
        decor.doorway(canvas, 0.75, house.wood, open_=house.seed % 2 == 0, glow=glow)
        decor.picture(canvas, 1.42, -1.02, 0.3, 0.36, house.seed + 4)
    else:
        for k in range(3):
            decor.picture(canvas, 0.45 + 0.46 * k, -1.02, 0.3, 0.36, house.seed + 6 + k)


def _pendants(canvas: Canvas, house: House) -> None:
    for x in (-1.15, 0.0, 1.15):
        hanging_lamp(canvas, x, -1.22, TOP, house.cloth, on=house.lit)


def _flat(name: str, z: float, paint: decor.Painter, rig: Rig, house: House) -> Flat:
    def whole(canvas: Canvas) -> None:
        paint(canvas)
        canvas.paper(house.seed + 30 + int(10 * abs(z)))
        canvas.lit(rig.field(canvas.x, canvas.y, z), rig.daylit)

    return Flat(name, z, whole, (-HALF, TOP, HALF, 0.03))


def _bar(house: House) -> list[tuple[str, float, decor.Painter]]:
    way = house.way

    def bench(canvas: Canvas) -> None:
        a, b = sorted((-way * 1.72, way * 0.82))
        barware.counter(canvas, a, b, house.wood, house.top)
        barware.taps(canvas, -way * 0.95)
        for k, x in enumerate((-1.5, -0.35, 0.1, 0.55)):
            if k % 2:
                furniture.cup(canvas, x * way, barware.COUNTER - 0.05, decor.BRIGHT[k], -way)
            else:
                tone = barware.GLASS[(house.seed + k) % len(barware.GLASS)]
                barware.bottle(canvas, x * way, barware.COUNTER - 0.05, 0.22, tone, k)

    def stools(canvas: Canvas) -> None:
        for x in (-1.45, -1.0, 0.62, 1.08):
            barware.stool(canvas, x * way, house.cloth)

    return [("counter", COUNTER_Z, bench), ("stools", 0.52, stools)]


def _cafe(house: House) -> list[tuple[str, float, decor.Painter]]:
    way = house.way

    def bench(canvas: Canvas) -> None:
        a, b = sorted((-way * 1.92, -way * 0.42))
        barware.counter(canvas, a, b, house.shell.cover.lower, house.top)
        barware.espresso(canvas, -way * 1.56, house.cloth)
        barware.pastry_case(canvas, -way * 0.92, house.lit)

    def tables(canvas: Canvas) -> None:
        barware.small_table(canvas, way * 0.78, colour("#e2dccd"), house.seed)
        barware.small_table(canvas, way * 1.62, colour("#e2dccd"), house.seed + 3)
        furniture.plant(canvas, way * 1.93, 0.0, 0.62, house.seed)

    def near(canvas: Canvas) -> None:
        barware.small_table(canvas, -way * 1.5, colour("#e2dccd"), house.seed + 5)

    return [("counter", 1.25, bench), ("tables", 1.2, tables), ("table", 0.4, near)]


def _shop(house: House) -> list[tuple[str, float, decor.Painter]]:
    def bench(canvas: Canvas) -> None:
        x = house.way * 1.25
        barware.counter(canvas, x - 0.6, x + 0.6, house.wood, house.top)
        for k in range(4):
            tone = decor.BRIGHT[(house.seed + k) % len(decor.BRIGHT)]
            furniture.jar(canvas, x - 0.4 + 0.2 * k, barware.COUNTER - 0.05, 0.18, tone)
        furniture.plant(canvas, -house.way * 1.75, 0.0, 0.55, house.seed)

    return [("counter", COUNTER_Z, bench)]


def landmarks(place: SetSpec, light: LightSpec, air: Air) -> dict[str, tuple[float, float, float]]:
    """Where the door, the counter and a table are: world x, y and depth."""
    house = _house(place, light, air)
    way = house.way
    spots = {"door": (way * HALF, -0.6, 0.75)}
    if house.kind == "cafe":
        counter, depth = -way * 1.17, 1.25
        spots["table"] = (way * 0.78, -0.44, 1.2)
    else:
        counter, depth = (way * 1.25 if house.kind == "shop" else -way * 0.45), COUNTER_Z
    spots["counter"] = (counter, barware.COUNTER, depth)
    return spots
