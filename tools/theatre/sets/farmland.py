"""Houses, chapels, hedges and poles of open country. Knows no words and no seed of its own."""

from __future__ import annotations

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import Colour, colour, mix, rectangle, scale
from tools.theatre.sets.streetware import box, glass, shape


def farmhouse(canvas: Canvas, x: float, w: float, tone: Colour, lit: bool) -> None:
    """A house with a steep shingled roof, a porch, shutters and a smoking chimney's stack."""
    wall, roof = colour("#d2c2a0"), mix(colour("#8a4636"), tone, 0.15)
    box(canvas, x + 0.22 * w, -2.45, x + 0.34 * w, -1.6, colour("#8a6a5a"), 0.03)
    box(canvas, x - 0.5 * w, -1.2, x + 0.5 * w, 0.05, wall, 0.03)
    rows = 7
    for k in range(rows):
        y0, y1 = -1.12 - 0.13 * k, -1.30 - 0.13 * k
        a = 0.58 * w - 0.022 * w * k
        shape(
            canvas,
            [(x - a, y0), (x + a, y0), (x + a - 0.03 * w, y1), (x - a + 0.03 * w, y1)],
            scale(roof, 0.84 + 0.035 * k),
            0.02,
        )
    for side in (-0.32, 0.30):
        glass_box = (x + side * w - 0.085 * w, -0.92, x + side * w + 0.085 * w, -0.42)
        box(
            canvas,
            glass_box[0] - 0.04,
            glass_box[1] - 0.04,
            glass_box[2] + 0.04,
            glass_box[3] + 0.04,
            colour("#efe6d2"),
        )
        glass(canvas, rectangle(*glass_box), lit)
        for turn in (-1, 1):
            a = x + side * w + turn * 0.15 * w
            box(canvas, a - 0.05 * w, -0.94, a + 0.05 * w, -0.40, tone, 0.02)
    box(canvas, x - 0.10 * w, -0.88, x + 0.09 * w, 0.04, scale(tone, 0.8), 0.02)
    shape(
        canvas,
        [
            (x - 0.19 * w, -0.92),
            (x + 0.18 * w, -0.92),
            (x + 0.12 * w, -1.14),
            (x - 0.13 * w, -1.14),
        ],
        scale(roof, 1.1),
        0.03,
    )
    box(canvas, x - 0.2 * w, -0.06, x + 0.2 * w, 0.06, colour("#9a9088"), 0.02)
