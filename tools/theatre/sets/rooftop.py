"""Flat roofs over a town: parapet, water tank, chimneys, aerials, and the city all round.

Knows no words, no camera and no actor.
"""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import Colour, chance, colour, ellipse, mix, rectangle, scale, tapered
from tools.theatre.light import Lamp, Rig
from tools.theatre.palette import Air
from tools.theatre.scenery import Flat, Floor, Ground, Scenery
from tools.theatre.sets import grounds
from tools.theatre.sets.glaze import glaze, mirror
from tools.theatre.sets.houses import courses, pane
from tools.theatre.sets.setting import (
    ENDS,
    Setting,
    lit_pieces,
    piece_flats,
    setting_of,
    span,
    stand,
)
from tools.theatre.sets.sky import haze_band, sky
from tools.theatre.sets.skyline import skyline
from tools.theatre.sets.streetware import GLOW, IRON, STONE, WOOD, box, ring, shape, washing
from tools.theatre.sets.trees import bush
from tools.theatre.spec import LightSpec, SetSpec

BRICKS = tuple(colour(c) for c in ("#9c5a44", "#8a6a58", "#7f7a78", "#a57a5a"))
FELTS = tuple(colour(c) for c in ("#6c6a70", "#7d7468", "#5f6a72"))
ASKED = ("clothesline", "bench", "parasol", "neon", "crate", "barrel", "bicycle", "campfire", "tent", "luggage", "sign", "lamp_post", "bush", "telephone", "bins", "clock")  # fmt: skip


class Roof:
    """Colours of one roof and what stands on it."""

    def __init__(self, setting: Setting) -> None:
        self.place = setting
        self.brick: Colour = setting.pick(BRICKS, 1)
        self.felt: Colour = setting.pick(FELTS, 2)
        rng = chance(setting.turn + 5)
        self.terrace = setting.kind == "terrace"
        wanted = [
            name for name in ("tank", "antenna", "chimney", "shed", "dish") if setting.has(name)
        ]
        free = [str(name) for name in rng.permutation(["tank", "chimney", "shed", "antenna"])]
        self.big = [*wanted, *(name for name in free if name not in wanted)][: max(3, len(wanted))]


def build(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The roof as scenery."""
    setting = setting_of(place, light, air)
    roof = Roof(setting)
    own = ("parasol", "bench", "bush") if roof.terrace else ("crate", "clothesline", "bins")
    stood = stand(setting, own, ASKED, 1)
    rig = lit_pieces(setting, stood, _lamps(roof))
    modern = setting.has("modern", "skyscraper", "skyline") or setting.rng(6).random() < 0.5
    flats = [sky(setting.air, setting.turn), *skyline(setting, rig, 62.0, 1.25, modern)]
    flats += [*skyline(setting, rig, 24.0, 0.75, False)[1:], _next_roofs(roof, rig)]
    flats += [
        _parapet(roof, rig),
        _standing(roof, rig),
        *piece_flats(setting, stood, rig),
        _strings(roof, rig),
    ]
    thick = setting.air.density
    flats.append(
        haze_band(setting.air, 40.0, 5.0, min(0.8, 12 * thick + 0.22), place.seed + 2, 0.12)
    )
    flats.append(
        haze_band(setting.air, 16.0, 1.6, min(0.7, 10 * thick + 0.10), place.seed + 3, -0.05)
    )
    ground = Ground("ground", 0.0, 3.9, lambda floor: _floor(floor, roof, rig))
    return Scenery(tuple(flats), (ground,), rig, "none")


def _bulbs(roof: Roof) -> list[tuple[float, float]]:
    """Where the bulbs of a string of lights hang, (x, y)."""
    line = np.linspace(-3.4, 3.4, 18)
    return [(float(x), -2.02 + 0.16 * float(np.cos(1.85 * x) ** 2) + 0.05) for x in line]


def _lamps(roof: Roof) -> tuple[Lamp, ...]:
    level = roof.place.air.lamps
    if level < 0.05:
        return ()
    tone = colour("#ffc070")
    if roof.terrace:
        return tuple(
            Lamp(x, -1.9, 1.0, tone, 1.3, 0.45 * level, 0.02, 0.3, 0.02, 0.25)
            for x in (-1.8, 0.0, 1.8)
        )
    shed = 2.35 * roof.place.side * (1 if "shed" in roof.big else -1)
    return (Lamp(shed, -1.42, 2.62, tone, 1.7, 1.0 * level, 0.035, 0.7, 0.03, 0.7),)


def _next_roofs(roof: Roof, rig: Rig) -> Flat:
    """The roofs next door: chimneys, skylights, gables just above the parapet."""

    def paint(canvas: Canvas) -> None:
        for k in places(*span(canvas), 3.0):
            rng = chance(roof.place.turn * 5 + k)
            x, w = (k + float(rng.uniform(-0.2, 0.2))) * 3.0, float(rng.uniform(2.4, 3.4))
            h = float(rng.uniform(0.5, 1.6))
            wall = mix(BRICKS[k % 4], roof.brick, 0.3)
            box(canvas, x, -h, x + w, 4.0, wall, 0.04)
            if k % 2:
                shape(
                    canvas,
                    [(x - 0.15, -h), (x + w / 2, -h - 0.9), (x + w + 0.15, -h)],
                    scale(wall, 0.6),
                    0.05,
                )
            else:
                box(canvas, x - 0.06, -h - 0.12, x + w + 0.06, -h, scale(wall, 1.15), 0.04)
            for _ in range(2):
                a = x + w * float(rng.uniform(0.1, 0.8))
                box(canvas, a, -h - 1.0, a + 0.3, -h, scale(wall, 0.8), 0.03)
                box(canvas, a + 0.06, -h - 1.16, a + 0.14, -h - 0.98, colour("#a8583c"), 0.01)
            for j in range(3):
                a = x + w * (0.15 + 0.28 * j)
                pane(
                    canvas,
                    rectangle(a, -h + 0.3, a + 0.32, -h + 0.8),
                    bool(rng.random() < 0.6 * rig.air.lamps),
                    GLOW,
                )
        glaze(canvas, rig, 10.0, roof.place.seed + 3, 1.5)

    return Flat("background", 10.0, paint, (-ENDS, -4.5, ENDS, 4.0))


def _parapet(roof: Roof, rig: Rig) -> Flat:
    def paint(canvas: Canvas) -> None:
        first, last = span(canvas)
        box(canvas, first, -0.46, last, 0.05, roof.brick, 0.02)
        band = ((canvas.y > -0.46) & (canvas.y < 0.05)).astype(np.float32)[..., None]
        shade = courses(canvas.x, canvas.y, 0.062, 0.17, canvas.density, roof.place.seed)[..., None]
        canvas.rgb *= 1 + (shade - 1) * band
        box(canvas, first, -0.53, last, -0.44, scale(STONE, 1.05), 0.03)
        for k in places(first, last, 2.2):
            box(canvas, k * 2.2 - 0.16, -0.64, k * 2.2 + 0.16, 0.05, scale(roof.brick, 0.92), 0.03)
            box(canvas, k * 2.2 - 0.20, -0.70, k * 2.2 + 0.20, -0.62, scale(STONE, 1.1), 0.03)
        glaze(canvas, rig, 3.8, roof.place.seed + 4, 0.8)
        mirror(canvas, 0.0, 0.5 * rig.air.wet, roof.place.seed, reach=0.5, ripple=0.02)

    return Flat("parapet", 3.8, paint, (-ENDS, -0.76, ENDS, 0.8 if rig.air.wet else 0.06))


def _standing(roof: Roof, rig: Rig) -> Flat:
    """Tank, chimneys, stair head and aerials, kept out of the middle."""
    side = roof.place.side
    spots = (2.35 * side, -2.3 * side, 4.3 * side, -4.4 * side)

    def paint(canvas: Canvas) -> None:
        makers = {
            "tank": _tank,
            "chimney": _chimneys,
            "shed": _stairhead,
            "antenna": _aerials,
            "dish": _aerials,
        }
        for name, x in zip(roof.big, spots, strict=False):
            makers[name](canvas, x, roof, rig)
        lamp = next((lamp for lamp in rig.lamps if abs(lamp.z - 2.62) < 0.01), None)
        if lamp is not None:
            canvas.piece(
                tapered((lamp.x, lamp.y - 0.20), (lamp.x, lamp.y - 0.05), 0.012, 0.06), IRON
            )
            canvas.shine(ellipse(lamp.x, lamp.y, 0.05, 0.06, 14), GLOW)
        glaze(canvas, rig, 2.6, roof.place.seed + 5, 0.8)
        mirror(canvas, 0.0, 0.6 * rig.air.wet, roof.place.seed, reach=0.6, ripple=0.02)

    return Flat("standing", 2.6, paint, (-6.0, -3.6, 6.0, 1.0 if rig.air.wet else 0.06))


def _tank(canvas: Canvas, x: float, roof: Roof, rig: Rig) -> None:
    """A wooden water tank on iron legs."""
    for dx in (-0.46, -0.16, 0.16, 0.46):
        canvas.piece(tapered((x + 1.08 * dx, 0.03), (x + dx, -1.1), 0.030, 0.026), IRON, edge=0.5)
    for y0, y1 in ((-0.05, -1.05), (-1.05, -0.05)):
        canvas.piece(tapered((x - 0.48, y0), (x + 0.48, y1), 0.012, 0.012), IRON)
    box(canvas, x - 0.60, -1.18, x + 0.60, -1.08, scale(WOOD, 0.7), 0.03)
    box(canvas, x - 0.54, -2.12, x + 0.54, -1.16, WOOD, 0.05)
    for k in range(12):
        a = x - 0.54 + 0.09 * k
        box(
            canvas,
            a,
            -2.12,
            a + 0.084,
            -1.16,
            scale(WOOD, 0.74 + 0.42 * float(np.sin(np.pi * (k + 0.5) / 12)) ** 0.7),
            0.006,
        )
    for y in (-2.0, -1.75, -1.5, -1.27):
        box(canvas, x - 0.55, y - 0.014, x + 0.55, y + 0.014, IRON, 0.008)
    shape(canvas, [(x - 0.64, -2.10), (x, -2.52), (x + 0.64, -2.10)], colour("#5a5f66"), 0.04)
    canvas.piece(tapered((x + 0.3, -1.1), (x + 0.3, 0.0), 0.02, 0.02), scale(IRON, 1.3))


def _chimneys(canvas: Canvas, x: float, roof: Roof, rig: Rig) -> None:
    """A stack with four pots, and a vent pipe with a cowl."""
    box(canvas, x - 0.42, -1.36, x + 0.42, 0.04, roof.brick, 0.03)
    box(canvas, x - 0.49, -1.46, x + 0.49, -1.32, scale(roof.brick, 0.8), 0.03)
    for k in range(10):
        y = -1.25 + 0.12 * k
        box(canvas, x - 0.42, y, x + 0.42, y + 0.010, scale(roof.brick, 0.74), 0.002)
    for k in range(4):
        a = x - 0.33 + 0.20 * k
        shape(canvas, [(a, -1.44), (a + 0.02, -1.74 - 0.06 * (k % 2)), (a + 0.11, -1.74 - 0.06 * (k % 2)), (a + 0.13, -1.44)], colour("#b0603f"), 0.014)  # fmt: skip
    canvas.piece(
        tapered((x - 0.72, 0.03), (x - 0.72, -0.72), 0.055, 0.055), scale(STONE, 0.8), edge=0.5
    )
    shape(
        canvas,
        [(x - 0.86, -0.72), (x - 0.58, -0.72), (x - 0.66, -0.86), (x - 0.78, -0.86)],
        scale(STONE, 0.9),
    )


def _stairhead(canvas: Canvas, x: float, roof: Roof, rig: Rig) -> None:
    """The little house at the top of the stairs, its door ajar."""
    wall = mix(roof.brick, colour("#b0a090"), 0.4)
    box(canvas, x - 0.62, -1.66, x + 0.62, 0.04, wall, 0.03)
    box(canvas, x - 0.70, -1.78, x + 0.70, -1.62, scale(wall, 0.62), 0.03)
    box(canvas, x - 0.32, -1.20, x + 0.26, 0.04, scale(wall, 0.5), 0.02)
    lit = rig.air.lamps > 0.1
    pane(canvas, rectangle(x - 0.27, -1.15, x + 0.20, 0.02), lit, scale(GLOW, 0.9))
    shape(
        canvas,
        [(x - 0.27, -1.15), (x - 0.02, -1.10), (x - 0.02, 0.05), (x - 0.27, 0.02)],
        roof.place.tone,
        0.03,
    )
    for k in range(3):
        box(canvas, x + 0.34, -1.3 + 0.09 * k, x + 0.54, -1.26 + 0.09 * k, scale(wall, 0.6), 0.004)


def _aerials(canvas: Canvas, x: float, roof: Roof, rig: Rig) -> None:
    """Television aerials and a dish."""
    for dx, h in ((-0.35, 2.3), (0.2, 2.75), (0.6, 1.9)):
        a = x + dx
        canvas.piece(tapered((a, 0.03), (a, -h), 0.016, 0.010), IRON, edge=0.5)
        for k in range(6):
            wide = 0.26 - 0.028 * k
            canvas.piece(
                tapered(
                    (a - wide, -h + 0.1 + 0.10 * k), (a + wide, -h + 0.1 + 0.10 * k), 0.007, 0.007
                ),
                IRON,
            )
    canvas.piece(tapered((x - 0.75, 0.03), (x - 0.75, -0.62), 0.022, 0.022), IRON)
    canvas.piece(
        ellipse(x - 0.72, -0.78, 0.26, 0.29), colour("#c3c8ca"), edge=0.5, grade=0.2, thickness=0.04
    )
    canvas.piece(ring(x - 0.72, -0.78, 0.27, 0.02), colour("#8f979b"))
    canvas.piece(tapered((x - 0.72, -0.78), (x - 0.48, -0.92), 0.010, 0.006), IRON)
    if rig.air.lamps > 0.3:
        canvas.shine(ellipse(x + 0.2, -2.77, 0.022, 0.022, 10), colour("#ff4a3c"))


def _strings(roof: Roof, rig: Rig) -> Flat:
    """Lights on a wire over a terrace; on a working roof a washing line, far to one side."""
    side = roof.place.side

    def paint(canvas: Canvas) -> None:
        if roof.terrace:
            bulbs = _bulbs(roof)
            for a, b in zip(bulbs[:-1], bulbs[1:], strict=True):
                canvas.piece(
                    tapered((a[0], a[1] - 0.05), (b[0], b[1] - 0.05), 0.005, 0.005), IRON, shadow=0
                )
            for x, y in bulbs:
                bulb = ellipse(x, y, 0.030, 0.036, 12)
                if rig.air.lamps > 0.05:
                    canvas.shine(bulb, GLOW)
                else:
                    canvas.piece(bulb, colour("#d8d4c4"))
            for x in (-2.6, 2.7):
                box(canvas, x - 0.34, -0.30, x + 0.34, 0.04, colour("#a8653f"), 0.02)
                bush(
                    canvas, x, 0.5, roof.place.white(colour("#5f8a46"), 0.5), roof.place.seed, -0.26
                )
        else:
            washing(
                canvas,
                side * -4.6 if side > 0 else 2.6,
                side * -2.6 if side > 0 else 4.6,
                -1.5,
                roof.place.tone,
                chance(roof.place.turn),
            )
        glaze(canvas, rig, 1.0, roof.place.seed + 7, 0.4)

    return Flat("strings", 1.0, paint, (-5.0, -2.3, 5.0, 0.08), sway=0.008)


def _floor(floor: Floor, roof: Roof, rig: Rig) -> None:
    seed = roof.place.seed
    if roof.terrace:
        grounds.slabs(floor, mix(roof.felt, colour("#b08a6a"), 0.6), seed, 0.5, 0.5)
    else:
        grounds.asphalt(floor, roof.felt, seed)
        seam = np.abs(floor.x / 1.1 % 1 - 0.5) * 1.1
        floor.rgb *= (1 - 0.30 * np.clip(1 - seam / 0.02, 0, 1))[..., None].astype(np.float32)
    grounds.snowed(floor, rig.air.white, seed)
    grounds.soaked(floor, rig, seed, rig.air.wet)
    grounds.shadows(
        floor, rig, [(2.35 * roof.place.side, 2.6, 0.5), (-2.3 * roof.place.side, 2.6, 0.4)]
    )
    grounds.lay(floor, rig)
