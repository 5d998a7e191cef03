"""What stands along the rails: the far platform, signals and a train. Knows no words."""

from __future__ import annotations

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import Colour, chance, colour, ellipse, mix, rectangle, scale, tapered
from tools.theatre.light import Rig
from tools.theatre.scenery import Flat
from tools.theatre.sets.glaze import glaze
from tools.theatre.sets.houses import tiles
from tools.theatre.sets.openings import pane
from tools.theatre.sets.setting import (
    ENDS,
    Setting,
    span,
)
from tools.theatre.sets.streetware import GLOW, PAPER, box, ring, shape

TRAINS = tuple(colour(c) for c in ("#2f5a4a", "#7a2f36", "#2f4a70", "#8a5a2c"))


BRICKS = tuple(colour(c) for c in ("#a5604a", "#b58a64", "#8d7a70"))


SLABS = tuple(colour(c) for c in ("#9a948c", "#8f8a8a", "#a59a88"))


BED = 0.34
"""How far the rails lie below the platform."""


class Platform:
    """Colours and rolling stock of one station."""

    def __init__(self, setting: Setting) -> None:
        self.place = setting
        self.train: Colour = mix(setting.pick(TRAINS, 1), setting.tone, 0.3)
        self.brick: Colour = setting.pick(BRICKS, 2)
        self.slab: Colour = setting.pick(SLABS, 3)
        self.iron: Colour = mix(colour("#3d5a54"), setting.tone, 0.25)
        asked = setting.has("train")
        self.has_train = asked or (
            not setting.has("small", "empty") and setting.rng(4).random() < 0.5
        )
        self.town = setting.has("city", "modern") or setting.rng(5).random() < 0.35
        self.canopy = not setting.has("small") or setting.has("canopy")


def far_side(line: Platform, rig: Rig) -> Flat:
    """The opposite platform: its edge, a fence, a signal box and a nameboard."""

    def paint(canvas: Canvas) -> None:
        first, last = span(canvas)
        side = line.place.side
        for k in places(first, last, 0.34):
            box(canvas, k * 0.34 - 0.04, -0.62, k * 0.34 + 0.04, 0.0, scale(PAPER, 0.8), 0.01)
        for y in (-0.52, -0.16):
            box(canvas, first, y - 0.025, last, y + 0.025, scale(PAPER, 0.7), 0.01)
        signal_box(canvas, 3.6 * side, line, rig)
        nameboard(canvas, -2.0 * side, line)
        box(canvas, first, -0.02, last, BED + 0.1, scale(line.slab, 0.62), 0.02)
        box(canvas, first, -0.07, last, 0.0, colour("#d8d2c4"), 0.02)
        glaze(canvas, rig, 6.6, line.place.seed + 4, 1.0)

    return Flat("background", 6.6, paint, (-ENDS, -3.6, ENDS, BED + 0.1))


def signal_box(canvas: Canvas, x: float, line: Platform, rig: Rig) -> None:
    """A brick signal box with a glazed upper floor and outside stairs."""
    box(canvas, x - 0.9, -1.2, x + 0.9, 0.02, line.brick, 0.04)
    box(canvas, x - 1.0, -2.1, x + 1.0, -1.18, scale(line.iron, 1.3), 0.04)
    for k in range(6):
        pane(
            canvas,
            rectangle(x - 0.90 + 0.31 * k, -1.98, x - 0.64 + 0.31 * k, -1.40),
            rig.air.lamps > 0.2,
            GLOW,
        )
    tiles(
        canvas,
        [(x - 1.22, -2.06), (x - 0.7, -2.75), (x + 0.7, -2.75), (x + 1.22, -2.06)],
        colour("#5c5058"),
    )
    for k in range(8):
        box(
            canvas,
            x + 1.0 + 0.14 * k,
            -1.1 + 0.14 * k,
            x + 1.2 + 0.14 * k,
            -1.06 + 0.14 * k,
            scale(line.iron, 1.1),
            0.01,
        )


def nameboard(canvas: Canvas, x: float, line: Platform) -> None:
    """The board with the name of the station, in letters no one can read."""
    for post in (x - 0.72, x + 0.72):
        canvas.piece(tapered((post, 0.0), (post, -1.12), 0.04, 0.035), PAPER, edge=0.4)
    box(canvas, x - 0.86, -1.20, x + 0.86, -0.78, line.train, 0.03)
    box(canvas, x - 0.80, -1.15, x + 0.80, -0.83, scale(line.train, 0.75), 0.01)
    rng = chance(line.place.seed)
    for k in range(9):
        tall = 0.13 if k == 0 or rng.random() < 0.3 else 0.09
        box(canvas, x - 0.64 + 0.145 * k, -0.92 - tall, x - 0.55 + 0.145 * k, -0.92, PAPER, 0.002)


def wires(line: Platform, rig: Rig) -> Flat:
    """A signal and telegraph poles between the tracks and the far platform."""

    def paint(canvas: Canvas) -> None:
        side, lit = line.place.side, rig.air.lamps > 0.05
        x = -3.1 * side
        canvas.piece(tapered((x, BED), (x, -2.7), 0.045, 0.035), colour("#c8c4bc"), edge=0.5)
        shape(
            canvas,
            [(x, -2.62), (x + 0.66 * side, -2.74), (x + 0.66 * side, -2.56), (x, -2.46)],
            colour("#c8412f"),
            0.02,
        )
        first, last = sorted((x + 0.46 * side, x + 0.54 * side))
        box(canvas, first, -2.70, last, -2.55, PAPER, 0.004)
        for y, tone in ((-2.30, "#ff4a3c"), (-2.14, "#50e08a")):
            lamp = ellipse(x, y, 0.06, 0.06, 16)
            if lit and y < -2.2:
                canvas.shine(lamp, colour(tone))
            else:
                canvas.piece(lamp, scale(colour(tone), 0.5), edge=0.4)
        glaze(canvas, rig, 4.9, line.place.seed + 5, 0.8)

    return Flat("signal", 4.9, paint, (-5.0, -3.0, 5.0, BED + 0.05))


def train(line: Platform, rig: Rig) -> Flat:
    """A waiting train that ends in one third, so that the line stays open in the other."""
    side, lit = line.place.side, rig.air.lamps > 0.15

    def paint(canvas: Canvas) -> None:
        paint_, cream = line.train, colour("#e6d9b8")
        start = 0.95 * side
        for k in range(4):
            a, b = sorted((start + side * 3.3 * k, start + side * (3.3 * k + 3.16)))
            box(canvas, a, -1.62, b, 0.16, paint_, 0.03)
            box(canvas, a, -1.22, b, -0.62, cream, 0.008)
            shape(
                canvas,
                [(a - 0.04, -1.60), (a + 0.12, -1.80), (b - 0.12, -1.80), (b + 0.04, -1.60)],
                colour("#4a4850"),
                0.03,
            )
            for j in range(6):
                x = a + 0.24 + 0.50 * j
                box(canvas, x - 0.03, -1.17, x + 0.33, -0.67, scale(paint_, 0.8), 0.008)
                pane(canvas, rectangle(x, -1.14, x + 0.30, -0.70), lit, GLOW)
            for door in (a + 0.05, b - 0.24):
                box(canvas, door, -1.42, door + 0.19, 0.12, scale(paint_, 0.78), 0.012)
                pane(canvas, rectangle(door + 0.035, -1.36, door + 0.155, -0.80), lit, GLOW)
            box(canvas, a, -0.50, b, -0.47, colour("#d8b25a"), 0.002)
            box(canvas, a, 0.12, b, 0.20, colour("#2a2a30"), 0.01)
            for wheel in (a + 0.4, a + 0.85, b - 0.85, b - 0.4):
                canvas.piece(ring(wheel, BED - 0.13, 0.16, 0.04), colour("#3a3a42"), edge=0.5)
        nose = (start, start - side * 0.10)
        shape(
            canvas,
            [(nose[0], -1.62), (nose[1], -1.50), (nose[1], 0.05), (nose[0], 0.16)],
            scale(paint_, 0.7),
            0.02,
        )
        head = ellipse(nose[1], -0.32, 0.055, 0.075, 16)
        if lit:
            canvas.shine(head, colour("#fff3cf"))
        else:
            canvas.piece(head, PAPER)
        glaze(canvas, rig, 2.55, line.place.seed + 6, 0.8)

    first, last = sorted((0.7 * side, 15.0 * side))
    return Flat("train", 2.55, paint, (first, -1.95, last, BED + 0.05))
