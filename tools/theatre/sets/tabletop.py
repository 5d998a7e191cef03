"""Tables people sit at, and what is laid on them. World measures; knows no room and no light."""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import (
    Colour,
    chance,
    colour,
    ellipse,
    rectangle,
    scale,
    spline,
    tapered,
)
from tools.theatre.sets.decor import BRIGHT, draped
from tools.theatre.sets.furniture import bowl, cup, oil_lamp

TOP = -0.43
"""World height of a table's top."""


def dining_table(
    canvas: Canvas, x0: float, x1: float, wood: Colour, cloth: Colour | None = None
) -> None:
    """A table from its long side: legs, apron, a thick top with grain, perhaps a cloth."""
    for x in (x0 + 0.07, x1 - 0.07):
        leg = [(x - 0.036, TOP + 0.03), (x + 0.036, TOP + 0.03), (x + 0.026, -0.2), (x + 0.034,
                -0.16), (x + 0.02, 0.025), (x - 0.02, 0.025), (x - 0.034, -0.16), (x - 0.026,
                -0.2)]  # fmt: skip
        canvas.piece(np.array(leg, np.float32), scale(wood, 0.78), grade=0.15, edge=0.4)
    canvas.piece(rectangle(x0 + 0.05, TOP + 0.02, x1 - 0.05, TOP + 0.10), scale(wood, 0.68),
                 shadow=0.3)  # fmt: skip
    lid = [(x0 - 0.01, TOP + 0.004), (x0 + 0.035, TOP - 0.036), (x1 - 0.035, TOP - 0.036),
           (x1 + 0.01, TOP + 0.004)]  # fmt: skip
    canvas.piece(np.array(lid, np.float32), scale(wood, 1.14), shadow=0.3, edge=0.2)
    share = canvas.mask(np.array(lid, np.float32)).astype(np.float32)[..., None] / 255
    grain = canvas.noise(0.05, 21, 4, 9.0)[..., None] - 0.5
    canvas.rgb *= 1 + share * grain * np.float32(0.55)
    canvas.piece(rectangle(x0 - 0.012, TOP, x1 + 0.012, TOP + 0.034), wood, shadow=0.5, edge=0.5,
                 thickness=0.012)  # fmt: skip
    if cloth is not None:
        _cloth(canvas, x0, x1, cloth)


def _cloth(canvas: Canvas, x0: float, x1: float, cloth: Colour) -> None:
    top = [(x0 - 0.012, TOP + 0.006), (x0 + 0.035, TOP - 0.037), (x1 - 0.035, TOP - 0.037),
           (x1 + 0.012, TOP + 0.006)]  # fmt: skip
    canvas.piece(np.array(top, np.float32), scale(cloth, 1.12), shadow=0.2)
    n = 9
    hem = [(x0 - 0.022 + (x1 - x0 + 0.044) * k / n, TOP + 0.15 + 0.018 * (k % 2))
           for k in range(n, -1, -1)]  # fmt: skip
    drop = np.array([(x0 - 0.014, TOP), (x1 + 0.014, TOP), *hem], np.float32)
    draped(canvas, drop, cloth, 0.16, 0.12)
    band = rectangle(x0 - 0.02, TOP + 0.10, x1 + 0.02, TOP + 0.118)
    canvas.piece(band, scale(cloth, 0.72), shadow=0, edge=0)


def laid(canvas: Canvas, seed: int, lamp: str, *, lit: bool) -> None:
    """What stands on the table: mugs, a lamp or candles between them, bread, fruit or a jug."""
    rng = chance(seed + 12)
    y = TOP - 0.016
    tones = [BRIGHT[int(k)] for k in rng.permutation(len(BRIGHT))[:4]]
    if lamp == "candles":
        for x in (-0.12, 0.12):
            candlestick(canvas, x, y, lit=lit)
        for x in (-0.36, 0.36):
            canvas.piece(ellipse(x, y - 0.004, 0.10, 0.014, 30), colour("#e8e4d8"), edge=0.5)
            goblet(canvas, x * 0.62, y, tones[0])
        bowl(canvas, 0.0, y, tones[1])
        return
    cup(canvas, -0.21, y, scale(colour("#d9cdb4"), 1.0), -1.0)
    cup(canvas, 0.23, y, tones[0], 1.0)
    if lamp == "oil":
        oil_lamp(canvas, 0.0, y, colour("#9c7638"))
    elif rng.random() < 0.5:
        bowl(canvas, 0.02, y, tones[1])
    else:
        jug_of_flowers(canvas, 0.0, y, tones[1], tones[2])
    if rng.random() < 0.6:
        loaf(canvas, 0.40, y)
    else:
        for k in range(3):
            book = rectangle(0.34, y - 0.03 * (k + 1), 0.48 - 0.012 * k, y - 0.03 * k)
            canvas.piece(book, tones[k], shadow=0.35, edge=0.4, thickness=0.006)


def candlestick(canvas: Canvas, x: float, y: float, *, lit: bool) -> None:
    """A brass candlestick with its candle."""
    brass = colour("#d0a545")
    foot = [(x - 0.045, y), (x + 0.045, y), (x + 0.012, y - 0.02), (x + 0.010, y - 0.09),
            (x + 0.022, y - 0.11), (x - 0.022, y - 0.11), (x - 0.010, y - 0.09),
            (x - 0.012, y - 0.02)]  # fmt: skip
    canvas.piece(spline(foot, steps=3), brass, edge=0.6, shadow=0.4)
    canvas.piece(tapered((x, y - 0.105), (x, y - 0.21), 0.012, 0.011), colour("#f0e6ce"))
    if lit:
        flame = [(x - 0.010, y - 0.212), (x - 0.011, y - 0.235), (x, y - 0.275), (x + 0.011,
                y - 0.235), (x + 0.010, y - 0.212)]  # fmt: skip
        canvas.shine(spline(flame), colour("#ffd070"))
        canvas.shine(ellipse(x, y - 0.227, 0.005, 0.013, 12), colour("#fffbe6"))


def goblet(canvas: Canvas, x: float, y: float, wine: Colour) -> None:
    """A stemmed glass of wine."""
    pale = colour("#cfdadd")
    canvas.piece(ellipse(x, y - 0.003, 0.03, 0.006, 20), pale, edge=0.5)
    canvas.piece(tapered((x, y), (x, y - 0.06), 0.004, 0.004), pale, shadow=0.1)
    cupped = [(x - 0.028, y - 0.12), (x + 0.028, y - 0.12), (x + 0.022, y - 0.07), (x, y - 0.055),
              (x - 0.022, y - 0.07)]  # fmt: skip
    canvas.piece(spline(cupped, steps=4), pale, edge=0.6, shadow=0.2)
    full = [(x - 0.024, y - 0.098), (x + 0.024, y - 0.098), (x + 0.018, y - 0.07), (x, y - 0.06),
            (x - 0.018, y - 0.07)]  # fmt: skip
    canvas.piece(spline(full, steps=4), colour("#8a2c38"), shadow=0, edge=0.3)


def jug_of_flowers(canvas: Canvas, x: float, y: float, clay: Colour, petal: Colour) -> None:
    """A jug with a loose bunch of flowers."""
    for k in range(9):
        lean = -1.0 + 0.25 * k
        tip = (x + 0.13 * np.sin(lean), y - 0.10 - (0.13 - 0.02 * (k % 3)) * np.cos(lean))
        canvas.piece(tapered((x, y - 0.09), tip, 0.004, 0.003), colour("#55803f"), shadow=0.2)
        tone = (petal, colour("#f0d9a0"), scale(petal, 1.3))[k % 3]
        canvas.piece(ellipse(*tip, 0.025, 0.023, 12), tone, shadow=0.35, edge=0.4)
        canvas.piece(ellipse(*tip, 0.008, 0.007, 8), colour("#c98a2e"), shadow=0.1)
    body = [(x - 0.028, y - 0.115), (x + 0.028, y - 0.115), (x + 0.048, y - 0.055), (x + 0.032, y),
            (x - 0.032, y), (x - 0.048, y - 0.055)]  # fmt: skip
    canvas.piece(spline(body, steps=4), clay, edge=0.55, shadow=0.4)


def loaf(canvas: Canvas, x: float, y: float) -> None:
    """A loaf on a board, with a knife."""
    canvas.piece(rectangle(x - 0.13, y - 0.016, x + 0.13, y), colour("#a5774a"), edge=0.4)
    crust = [(x - 0.10, y - 0.016), (x - 0.11, y - 0.06), (x - 0.05, y - 0.095), (x + 0.05,
            y - 0.095), (x + 0.10, y - 0.055), (x + 0.09, y - 0.016)]  # fmt: skip
    canvas.piece(spline(crust, steps=4), colour("#c4843e"), edge=0.5, shadow=0.4)
    for k in range(3):
        a = x - 0.05 + 0.045 * k
        canvas.piece(tapered((a, y - 0.085), (a + 0.02, y - 0.055), 0.005, 0.003),
                colour("#ecd0a0"), shadow=0.1)  # fmt: skip
