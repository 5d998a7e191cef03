"""What stands on flat roofs: tank, chimneys, stair head, aerials. Knows no city."""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import Colour, chance, colour, ellipse, mix, rectangle, scale, tapered
from tools.theatre.light import Rig
from tools.theatre.sets.openings import pane
from tools.theatre.sets.setting import (
    Setting,
)
from tools.theatre.sets.streetware import GLOW, IRON, STONE, WOOD, box, ring, shape

BRICKS = tuple(colour(c) for c in ("#9c5a44", "#8a6a58", "#7f7a78", "#a57a5a"))


FELTS = tuple(colour(c) for c in ("#6c6a70", "#7d7468", "#5f6a72"))


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


def tank(canvas: Canvas, x: float, roof: Roof, rig: Rig) -> None:
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


def chimneys(canvas: Canvas, x: float, roof: Roof, rig: Rig) -> None:
    """A stack with four pots, and a vent pipe with a cowl."""
    box(canvas, x - 0.42, -1.36, x + 0.42, 0.04, roof.brick, 0.03)
    box(canvas, x - 0.49, -1.46, x + 0.49, -1.32, scale(roof.brick, 0.8), 0.03)
    for k in range(10):
        y = -1.25 + 0.12 * k
        box(canvas, x - 0.42, y, x + 0.42, y + 0.010, scale(roof.brick, 0.74), 0.002)
    for k in range(4):
        a = x - 0.33 + 0.20 * k
        shape(
            canvas,
            [
                (a, -1.44),
                (a + 0.02, -1.74 - 0.06 * (k % 2)),
                (a + 0.11, -1.74 - 0.06 * (k % 2)),
                (a + 0.13, -1.44),
            ],
            colour("#b0603f"),
            0.014,
        )
    canvas.piece(
        tapered((x - 0.72, 0.03), (x - 0.72, -0.72), 0.055, 0.055), scale(STONE, 0.8), edge=0.5
    )
    shape(
        canvas,
        [(x - 0.86, -0.72), (x - 0.58, -0.72), (x - 0.66, -0.86), (x - 0.78, -0.86)],
        scale(STONE, 0.9),
    )


def stairhead(canvas: Canvas, x: float, roof: Roof, rig: Rig) -> None:
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


def aerials(canvas: Canvas, x: float, roof: Roof, rig: Rig) -> None:
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
