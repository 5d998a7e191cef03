"""Flat roofs over a town: parapet, water tank, chimneys, aerials, and the city all round.

Knows no words, no camera and no actor.
"""

from __future__ import annotations

import itertools

import numpy as np

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import chance, colour, ellipse, mix, rectangle, scale, tapered
from tools.theatre.light import Lamp, Rig
from tools.theatre.palette import Air
from tools.theatre.scenery import Flat, Floor, Ground, Scenery
from tools.theatre.sets import grounds
from tools.theatre.sets.glaze import glaze, mirror
from tools.theatre.sets.houses import courses
from tools.theatre.sets.openings import pane
from tools.theatre.sets.roofware import BRICKS, Roof, aerials, chimneys, stairhead, tank
from tools.theatre.sets.setting import (
    ENDS,
    lit_pieces,
    piece_flats,
    setting_of,
    span,
    stand,
)
from tools.theatre.sets.sky import haze_band, sky
from tools.theatre.sets.skyline import skyline
from tools.theatre.sets.squareware import washing
from tools.theatre.sets.streetware import GLOW, IRON, STONE, box, shape
from tools.theatre.sets.trees import bush
from tools.theatre.spec import LightSpec, SetSpec

ASKED = (
    "clothesline",
    "bench",
    "parasol",
    "neon",
    "crate",
    "barrel",
    "bicycle",
    "campfire",
    "tent",
    "luggage",
    "sign",
    "lamp_post",
    "bush",
    "telephone",
    "bins",
    "clock",
)


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
            "tank": tank,
            "chimney": chimneys,
            "shed": stairhead,
            "antenna": aerials,
            "dish": aerials,
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


def _strings(roof: Roof, rig: Rig) -> Flat:
    """Lights on a wire over a terrace; on a working roof a washing line, far to one side."""
    side = roof.place.side

    def paint(canvas: Canvas) -> None:
        if roof.terrace:
            bulbs = _bulbs(roof)
            for a, b in itertools.pairwise(bulbs):
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
