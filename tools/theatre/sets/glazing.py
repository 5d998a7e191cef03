"""Windows as they are dressed: frames, sills, curtains, valances, blinds and what stands there.

Painted after the light: tones come in already lit.
"""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import Colour, chance, colour, ellipse, rectangle, scale, spline
from tools.theatre.light import Pane
from tools.theatre.sets.decor import BRIGHT, draped, under


def window(canvas: Canvas, pane: Pane, wood: Colour, bars: tuple[int, int], sill: bool) -> None:
    """A frame round a pane: jambs, `bars` (columns, rows) of glass, a sill. Tones are lit."""
    t, thin = 0.042, 0.013
    x0, y0, x1, y1 = pane.x0, pane.y0, pane.x1, pane.y1
    for k in range(1, bars[0]):
        x = x0 + (x1 - x0) * k / bars[0]
        canvas.piece(rectangle(x - thin, y0, x + thin, y1), wood, shadow=0, thickness=0.006)
    for k in range(1, bars[1]):
        y = y0 + (y1 - y0) * k / bars[1]
        canvas.piece(rectangle(x0, y - thin, x1, y + thin), wood, shadow=0, thickness=0.006)
    for box in ((x0 - t, y0 - t, x1 + t, y0), (x0 - t, y1, x1 + t, y1 + t * 0.7), (x0 - t,
            y0 - t, x0, y1 + t * 0.5), (x1, y0 - t, x1 + t, y1 + t * 0.5)):  # fmt: skip
        canvas.piece(rectangle(*box), wood, shadow=0.35, edge=0.4, thickness=0.012)
    if sill:
        ledge = rectangle(x0 - 2.2 * t, y1 + 0.5 * t, x1 + 2.2 * t, y1 + 1.4 * t)
        canvas.piece(ledge, scale(wood, 1.12), shadow=0.5, edge=0.5, thickness=0.014)


def curtains(canvas: Canvas, pane: Pane, cloth: Colour, rod: Colour, foot: float) -> None:
    """Two curtains drawn aside and tied, on a rod; `foot` is their lower end."""
    top, w = pane.y0 - 0.12, 0.22
    tie = pane.y0 + 0.66 * (foot - pane.y0)
    for side, edge in ((-1.0, pane.x0), (1.0, pane.x1)):
        out, inner = edge + side * 0.17, edge - side * 0.10
        outline = [(out, top), (inner, top), (inner + side * 0.015, top + 0.2),
                   (edge + side * 0.055, tie), (edge - side * 0.02, foot), (out, foot),
                   (out + side * 0.01, tie)]  # fmt: skip
        draped(canvas, spline(outline, steps=5), cloth, w / 4.2)
        band = rectangle(min(out, edge + side * 0.04) - 0.01, tie - 0.02,
                         max(out, edge + side * 0.04) + 0.01, tie + 0.015)  # fmt: skip
        canvas.piece(band, scale(cloth, 0.7), shadow=0.3, thickness=0.008)
    x0, x1 = pane.x0 - 0.24, pane.x1 + 0.24
    canvas.piece(rectangle(x0, top - 0.022, x1, top + 0.004), rod, shadow=0.4, edge=0.5)
    for x in (x0, x1):
        canvas.piece(ellipse(x, top - 0.009, 0.024, 0.024, 14), rod, edge=0.5)


def blinds(canvas: Canvas, pane: Pane, tone: Colour, share: float) -> None:
    """Slats over the upper `share` of a pane."""
    step = 0.042
    for k in range(int((pane.y1 - pane.y0) * share / step)):
        y = pane.y0 + step * k
        canvas.piece(rectangle(pane.x0, y, pane.x1, y + step * 0.62), tone, shadow=0.15,
                     thickness=0.004)  # fmt: skip


def valance(canvas: Canvas, pane: Pane, cloth: Colour) -> None:
    """A short gathered curtain over the top of a kitchen window."""
    top, w = pane.y0 - 0.06, pane.x1 - pane.x0 + 0.16
    x0, n = pane.x0 - 0.08, 7
    hem = [(x0 + w * k / n, top + 0.22 + (0.02 if k % 2 else -0.012)) for k in range(n, -1, -1)]
    outline = np.array([(x0, top), (x0 + w, top), *hem], np.float32)
    draped(canvas, outline, cloth, w / n, 0.22)
    band = rectangle(x0, top + 0.155, x0 + w, top + 0.178)
    canvas.piece(band, scale(cloth, 1.35), shadow=0.0, edge=0.0)


def on_sill(canvas: Canvas, pane: Pane, level: Colour, seed: int) -> None:
    """A pot of herbs and a bottle or two on the sill, against the glass."""
    rng = chance(seed + 8)
    foot = pane.y1 + 0.02
    x = pane.x0 + 0.09 * (1 + int(rng.integers(2)))
    green = under(colour("#5f8a4c"), level)
    for k in range(7):
        lean = -0.9 + 0.3 * k
        tip = (x + 0.10 * np.sin(lean), foot - 0.075 - 0.11 * np.cos(lean))
        leaf = spline([(x, foot - 0.06), (tip[0] - 0.018, tip[1] + 0.03), tip,
                       (tip[0] + 0.018, tip[1] + 0.03)], steps=4)  # fmt: skip
        canvas.piece(leaf, scale(green, 0.8 + 0.07 * k), shadow=0.2, thickness=0.005)
    pot = [(x - 0.045, foot - 0.08), (x + 0.045, foot - 0.08), (x + 0.032, foot), (x - 0.032, foot)]
    canvas.piece(np.array(pot, np.float32), under(colour("#b5683f"), level), edge=0.4)
    for k in range(2):
        a = pane.x1 - 0.07 - 0.07 * k
        tone = under(BRIGHT[(seed + 3 * k) % len(BRIGHT)], level)
        bottle = [(a - 0.022, foot), (a - 0.022, foot - 0.09), (a - 0.008, foot - 0.12),
                  (a - 0.008, foot - 0.155), (a + 0.008, foot - 0.155), (a + 0.008, foot - 0.12),
                  (a + 0.022, foot - 0.09), (a + 0.022, foot)]  # fmt: skip
        canvas.piece(np.array(bottle, np.float32), tone, edge=0.6, shadow=0.2)
