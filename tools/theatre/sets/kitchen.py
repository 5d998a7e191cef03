"""How kitchens and cabins are furnished. Knows words and a seed, no camera and no actor."""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import (
    Colour,
    chance,
    colour,
    ellipse,
    mix,
    rectangle,
    scale,
    spline,
    tapered,
)
from tools.theatre.light import Lamp, Pane
from tools.theatre.sets import comforts, decor, furniture, kitchenware
from tools.theatre.sets.roomplan import Bounds, Layout, Painter
from tools.theatre.sets.scheme import Scheme
from tools.theatre.spec import SetSpec

BACK = 1.30
"""Depth of what stands along the back wall."""

PENDANT_Z = 0.30


def kitchen(scheme: Scheme, place: SetSpec, power: float) -> Layout:
    """Cupboards and a cooker along the wall, a window over the sink, shelves of plates."""
    if place.reverse:
        return _far_side(scheme, place, power)
    way, seed, far = scheme.way, place.seed, scheme.shell.far
    old = scheme.has("iron_stove", "poor") and not scheme.has("modern")
    half = scheme.shell.half
    stove = way * (half - 0.48)
    middle = -way * float(chance(seed).uniform(0.02, 0.2))
    pane = Pane(middle - 0.33, -1.24, middle + 0.33, -0.72, far)

    def hang(canvas: Canvas) -> None:
        decor.shade_box(canvas, -half, -0.66, half, 0.02, 0.12, 0.5)
        for side in (-1.0, 1.0):
            a, b = sorted((middle + side * 0.48, side * (half - (0.86 if side == way else 0.14))))
            if b - a > 0.28:
                kitchenware.plate_shelf(canvas, a, b, -1.04, scheme.wood, seed + int(side))
        if old:
            kitchenware.pan_rail(canvas, stove - 0.62, stove - 0.1, -1.16, seed)

    def units(canvas: Canvas) -> None:
        enamel = mix(scheme.accent, colour("#e9e4d6"), 0.55)
        edge = stove - way * 0.30
        a, b = sorted((edge, -way * (half - (0.62 if not old else 0.2))))
        kitchenware.cupboards(canvas, a, b, scheme.paint, mix(scheme.wood, (196, 214, 226), 0.35))
        kitchenware.sink(canvas, middle)
        if old:
            kitchenware.iron_stove(canvas, stove, scheme.shell.top, lit=power > 0.05)
        else:
            kitchenware.range_cooker(canvas, stove, enamel, hood=True)
            tone = mix(scheme.accent, colour("#dfe3e0"), 0.45)
            kitchenware.fridge(canvas, -way * (half - 0.32), tone, seed)
        _jars(canvas, middle + way * 0.44, way, seed)

    lamps = [_pendant_lamp(power)]
    if old:
        lamps.append(Lamp(stove, -0.3, BACK, colour("#ff8a38"), 0.95, 1.05 * power, 0.05, 0.45,
                          0.22, 0.6))  # fmt: skip
    else:
        lamps.append(Lamp(stove, -1.04, BACK, colour("#ffd9a0"), 0.75, 0.85 * power, 0.01, 0.25,
                          0.0, 0.35))  # fmt: skip
    return Layout(
        hang,
        (_pendant(scheme, power), ("units", BACK, units, (-half, scheme.shell.top, half, 0.02))),
        tuple(lamps),
        (pane,),
        lambda canvas, side: _side(canvas, scheme, side, seed),
    )


def _jars(canvas: Canvas, x: float, way: float, seed: int) -> None:
    for k in range(3):
        tone = decor.BRIGHT[(seed + 2 * k) % len(decor.BRIGHT)]
        furniture.jar(canvas, x + 0.1 * k * way, kitchenware.TOP - 0.03, 0.14 - 0.018 * k, tone)


def _pendant_lamp(power: float) -> Lamp:
    return Lamp(0.0, -1.20, PENDANT_Z, colour("#ffb968"), 1.75, 1.15 * power, 0.03, 0.5, 0.015, 0.6)


def _pendant(scheme: Scheme, power: float) -> tuple[str, float, Painter, Bounds]:
    def paint(canvas: Canvas) -> None:
        hanging_lamp(canvas, 0.0, -1.20, scheme.shell.top, scheme.accent, on=power > 0.05)

    return ("pendant", PENDANT_Z, paint, (-0.3, scheme.shell.top, 0.3, -1.0))


def hanging_lamp(canvas: Canvas, x: float, y: float, top: float, tone: Colour, *, on: bool) -> None:
    """An enamel shade on a cord, its bulb at height y."""
    canvas.piece(tapered((x, top), (x, y - 0.1), 0.004, 0.004), colour("#2b2522"), shadow=0.2)
    hood = [(x - 0.03, y - 0.13), (x + 0.03, y - 0.13), (x + 0.06, y - 0.07), (x + 0.15, y - 0.005),
            (x - 0.15, y - 0.005), (x - 0.06, y - 0.07)]  # fmt: skip
    canvas.piece(np.array(hood, np.float32), tone, edge=0.5, grade=0.1, thickness=0.014)
    if on:
        canvas.shine(rectangle(x - 0.148, y - 0.016, x + 0.148, y - 0.004), colour("#ffe2a6"), 0.9)
        canvas.shine(ellipse(x, y + 0.004, 0.035, 0.026, 24), colour("#fff6da"))
    else:
        canvas.piece(ellipse(x, y + 0.004, 0.03, 0.022, 24), colour("#d9d2c2"))


def _side(canvas: Canvas, scheme: Scheme, side: float, seed: int) -> None:
    """Side walls: a door on one, a shelf and a clock on the other."""
    if side == -scheme.way:
        glow = colour("#ffbf78") if seed % 2 else None
        decor.doorway(canvas, 0.42, scheme.wood, open_=seed % 3 == 0, glow=glow)
        decor.picture(canvas, 1.12, -0.98, 0.26, 0.32, seed + 5)
    else:
        decor.clock(canvas, 0.75, -1.16, 0.13, scheme.accent)
        furniture.shelf(canvas, 0.15, 0.62, -0.86, scheme.wood, seed + 9)
        decor.picture(canvas, 1.15, -0.95, 0.22, 0.28, seed + 6)


def _far_side(scheme: Scheme, place: SetSpec, power: float) -> Layout:
    """The wall opposite: a dresser, a door, pictures; the same paint and floor."""
    seed, half, way = place.seed, scheme.shell.half, scheme.way

    def hang(canvas: Canvas) -> None:
        decor.doorway(canvas, -way * (half - 0.45), scheme.wood)
        decor.clock(canvas, -way * 0.42, -1.18, 0.14, scheme.accent)
        decor.picture(canvas, way * 0.02, -1.08, 0.30, 0.24, seed + 21)
        kitchenware.plate_shelf(
            canvas, way * 0.98 - 0.46, way * 0.98 + 0.46, -0.86, scheme.wood, seed
        )
        kitchenware.plate_shelf(canvas, way * 0.98 - 0.46, way * 0.98 + 0.46, -1.20, scheme.wood,
                                seed + 4)  # fmt: skip

    def units(canvas: Canvas) -> None:
        comforts.drawers(canvas, way * 0.98 - 0.52, way * 0.98 + 0.52, 0.60, scheme.paint)

    return Layout(
        hang,
        (_pendant(scheme, power), ("units", BACK, units, (-half, -0.8, half, 0.02))),
        (_pendant_lamp(power),),
        (),
        lambda canvas, side: _side(canvas, scheme, -side, seed),
    )


def cabin(scheme: Scheme, place: SetSpec, power: float) -> Layout:
    """A wooden cabin: stove, bunk, small window, chart, nets, a lantern on its hook."""
    way, seed, half = scheme.way, place.seed, scheme.shell.half
    shift = float(chance(seed).uniform(-0.06, 0.06)) + (0.62 * way if place.reverse else 0.0)
    pane = Pane(shift - 0.32, -1.20, shift + 0.32, -0.66, scheme.shell.far)
    stove = way * (half - 0.40)
    sea = scheme.shell.view == "sea"

    def hang(canvas: Canvas) -> None:
        furniture.shelf(canvas, -way * 0.92 - 0.34, -way * 0.92 + 0.34, -0.94, scheme.wood, seed)
        furniture.shelf(
            canvas, -way * 0.92 - 0.26, -way * 0.92 + 0.26, -1.22, scheme.wood, seed + 3
        )
        if not place.reverse:
            chart(canvas, way * 0.68, -1.02, sea=sea)

    def stand(canvas: Canvas) -> None:
        kitchenware.iron_stove(canvas, stove, scheme.shell.top, lit=power > 0.05)
        bunk(canvas, -way * (half - 0.46), scheme)

    lamps = [Lamp(stove, -0.3, BACK, colour("#ff8a38"), 0.85, 0.6 * power, 0.05, 0.45, 0.22, 0.6)]
    if place.reverse:
        lamps.append(_pendant_lamp(0.8 * power))
    return Layout(
        hang,
        (("stove", BACK, stand, (-half, scheme.shell.top, half, 0.02)),),
        tuple(lamps),
        (pane,),
        lambda canvas, side: _cabin_side(canvas, scheme, side, seed, sea=sea),
        0.92,
    )


def bunk(canvas: Canvas, x: float, scheme: Scheme) -> None:
    """A low bunk with a patched blanket."""
    canvas.piece(rectangle(x - 0.44, -0.30, x + 0.44, -0.04), scale(scheme.wood, 0.8), shadow=0.5)
    blanket = [(x - 0.43, -0.33), (x - 0.1, -0.38), (x + 0.43, -0.36), (x + 0.44, -0.15),
               (x + 0.1, -0.17), (x - 0.43, -0.14)]  # fmt: skip
    decor.draped(canvas, spline(blanket, steps=4), scheme.cloth, 0.3, 0.12)
    for k in range(4):
        patch = rectangle(x - 0.3 + 0.19 * k, -0.31 + 0.03 * (k % 2), x - 0.2 + 0.19 * k, -0.2)
        canvas.piece(patch, decor.BRIGHT[(k * 2 + 1) % len(decor.BRIGHT)], shadow=0.2)
    comforts.pillow(canvas, x - 0.28, -0.39, 0.26, 0.12, colour("#e6dcc8"))
    canvas.piece(rectangle(x - 0.47, -0.46, x - 0.43, 0.0), scheme.wood, edge=0.4)
    canvas.piece(rectangle(x + 0.43, -0.42, x + 0.47, 0.0), scheme.wood, edge=0.4)


def chart(canvas: Canvas, x: float, y: float, *, sea: bool) -> None:
    """A chart or map pinned askew, its coast hatched."""
    sheet = [(x - 0.27, y - 0.19), (x + 0.27, y - 0.21), (x + 0.28, y + 0.18), (x - 0.26, y + 0.20)]
    canvas.piece(np.array(sheet, np.float32), colour("#d9c79a"), shadow=0.5, edge=0.3)
    coast = [
        (x - 0.25, y + 0.17),
        (x - 0.12, y + 0.06),
        (x - 0.02, y - 0.02),
        (x + 0.1, y - 0.12),
        (x + 0.26, y - 0.18),
        (x + 0.27, y - 0.05),
        (x + 0.12, y + 0.02),
        (x - 0.02, y + 0.13),
    ]
    canvas.piece(spline(coast, steps=4), colour("#8aa070" if sea else "#b08a5a"), shadow=0.15)
    for k in range(5):
        line = [
            (x - 0.2 + 0.06 * k, y - 0.16 + 0.05 * k),
            (x - 0.05 + 0.06 * k, y - 0.15 + 0.03 * k),
        ]
        canvas.piece(tapered(line[0], line[1], 0.003, 0.003), colour("#5f6f7a"), shadow=0, edge=0)
    canvas.piece(ellipse(x + 0.17, y + 0.1, 0.045, 0.045, 24), colour("#b5473c"), shadow=0.1)
    canvas.piece(ellipse(x + 0.17, y + 0.1, 0.034, 0.034, 24), colour("#d9c79a"), shadow=0)
    for px, py in ((-0.25, -0.17), (0.25, -0.19)):
        canvas.piece(ellipse(x + px, y + py, 0.011, 0.011, 10), colour("#b5473c"), edge=0.5)


def _cabin_side(canvas: Canvas, scheme: Scheme, side: float, seed: int, *, sea: bool) -> None:
    if side == scheme.way:
        decor.doorway(canvas, 0.35, scale(scheme.wood, 0.9), height=1.14, w=0.5)
        for k in range(3):
            x = 0.85 + 0.16 * k
            coat = [(x - 0.05, -1.0), (x + 0.05, -1.0), (x + 0.08, -0.6), (x - 0.08, -0.58)]
            tone = (colour("#d9a33a"), colour("#35507a"), colour("#6f7a58"))[(k + seed) % 3]
            decor.draped(canvas, spline(coat, steps=4), tone, 0.07, 0.16)
    else:
        ring = colour("#e8e0d0")
        if sea:
            canvas.piece(ellipse(0.6, -0.98, 0.20, 0.20, 40), ring, shadow=0.5, edge=0.4)
            for k in range(4):
                turn = 0.785 + 1.571 * k
                at = (0.6 + 0.16 * np.cos(turn), -0.98 + 0.16 * np.sin(turn))
                canvas.piece(ellipse(*at, 0.05, 0.05, 16), colour("#c0392f"), shadow=0.2)
            canvas.piece(ellipse(0.6, -0.98, 0.11, 0.11, 30), scale(scheme.shell.cover.tone, 0.6),
                         shadow=0)  # fmt: skip
        decor.picture(canvas, 1.1, -1.0, 0.24, 0.3, seed + 2)
