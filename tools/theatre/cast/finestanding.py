"""Standing things one looks at closely: cameras, baskets, instruments. Know no hands, no camera.

Drawn in a frame whose unit is the thing's height; it stands on y = 0, up is negative.
"""

from __future__ import annotations

import math

from tools.theatre.cast.colour import blend, from_hex, shade
from tools.theatre.cast.figure import Colour
from tools.theatre.cast.shape import Place, Sheet, limb, ring
from tools.theatre.cast.thingpaper import INK, PAPER, WHITE, Drawer, box

# Outlines are read as rows of points.
# fmt: off

STEEL, BRASS = from_hex("#b9c2c8"), from_hex("#c9a04e")


def camera(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a film camera with a bright lens."""
    body = colour or from_hex("#3a3531")
    s.cut(p, box(-0.3, -1.0, 0.34, 0.26), shade(STEEL, 0.85), smooth=False, edge=0.55)
    s.cut(p, box(0.36, -0.88, 0.2, 0.12), STEEL, smooth=False, edge=0.55)
    s.cut(p, box(-0.74, -0.82, 1.48, 0.82), body, smooth=False, edge=0.45, grade=0.08, name="thing")
    for y, h in ((-0.82, 0.18), (-0.1, 0.1)):
        s.cut(p, box(-0.74, y, 1.48, h), STEEL, smooth=False, edge=0.55, shadow=0.2)
    s.rule(p, box(-0.66, -0.78, 0.2, 0.1), from_hex("#f0e6c8"), "window")
    for r, tone in ((0.34, "#22252a"), (0.28, "#6a727a"), (0.23, "#1a1c20"), (0.17, "#1f4a6a"),
                    (0.1, "#0f2438")):
        s.cut(p, ring(-0.02, -0.4, r, r, 20), from_hex(tone), edge=0.55, shadow=0.35)
    s.ink(p, ring(-0.09, -0.47, 0.045, 0.035), from_hex("#cfeaf6"), "glint")
    s.ink(p, ring(0.05, -0.34, 0.02), from_hex("#8fb0e0"), "glint")
    s.cut(p, ring(0.56, -0.92, 0.06, 0.05), from_hex("#b5302c"), edge=0.5)


def basket(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a woven basket with bread and fruit."""
    cane = colour or from_hex("#b98a4c")
    s.cut(p, limb([(-0.62, -0.52), (0.0, -1.04), (0.62, -0.52)], (0.05, 0.055, 0.05)),
          shade(cane, 0.75), edge=0.45)
    for x, r, tone in ((-0.36, 0.2, "#c9403a"), (0.36, 0.2, "#e0a53c"), (0.08, 0.17, "#8fa04a")):
        s.cut(p, ring(x, -0.58, r), from_hex(tone), edge=0.5, grade=0.1)
    s.cut(p, [(-0.28, -0.6), (-0.1, -0.82), (0.16, -0.76), (0.12, -0.56)], from_hex("#c98a44"),
          edge=0.5)
    s.cut(p, [(-0.72, -0.52), (0.72, -0.52), (0.56, 0.0), (-0.56, 0.0)], cane, smooth=False,
          edge=0.4, grade=0.1, name="thing")
    weave = []
    for j in range(6):
        wide = 0.7 - 0.025 * j
        weave += [box(-wide + 0.04 + 0.16 * k + 0.08 * (j % 2), -0.44 + 0.075 * j, 0.08, 0.045)
                  for k in range(8) if -wide + 0.12 + 0.16 * k + 0.08 * (j % 2) < wide - 0.04]
    s.inks(p, weave, shade(cane, 0.64), "weave", within=True, smooth=False)
    s.cut(p, box(-0.76, -0.56, 1.52, 0.1), shade(cane, 1.15), edge=0.5, smooth=False)


def goblet(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a glass of wine with a glint."""
    pale = from_hex("#c3d2d8")
    s.cut(p, ring(0.0, -0.03, 0.25, 0.045, 16), pale, edge=0.55, name="thing")
    s.cut(p, [(-0.03, -0.4), (0.03, -0.4), (0.04, -0.04), (-0.04, -0.04)], pale, smooth=False,
          edge=0.5, name="thing")
    s.cut(p, [(-0.25, -1.0), (0.25, -1.0), (0.28, -0.68), (0.14, -0.42), (0.0, -0.37),
              (-0.14, -0.42),
              (-0.28, -0.68)], blend(pale, WHITE, 0.25), edge=0.55, name="thing")
    s.cut(p, [(-0.26, -0.76), (0.26, -0.76), (0.25, -0.64), (0.12, -0.45), (0.0, -0.41),
              (-0.12, -0.45), (-0.25, -0.64)], colour or from_hex("#8a2434"), shadow=0.1, edge=0.35)
    s.ink(p, ring(0.0, -0.76, 0.262, 0.035, 14), from_hex("#b5405a"), "drink")
    s.rule(p, [(-0.2, -0.94), (-0.15, -0.94), (-0.19, -0.6), (-0.22, -0.66)], WHITE, "shine")


def laptop(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut an open laptop with lines on its screen."""
    metal = colour or from_hex("#9aa2a8")
    s.cut(p, [(-0.66, -0.16), (0.66, -0.16), (0.86, 0.0), (-0.86, 0.0)], metal, smooth=False,
          edge=0.5, name="thing")
    keys = [box(-0.6 - 0.035 * j + (0.125 + 0.007 * j) * k, -0.135 + 0.035 * j, 0.09, 0.022)
            for j in range(3) for k in range(10)]
    s.inks(p, keys, shade(metal, 0.45), "keys", within=False, smooth=False)
    s.cut(p, box(-0.7, -1.0, 1.4, 0.84), from_hex("#24272d"), smooth=False, edge=0.45, name="thing")
    s.rule(p, box(-0.64, -0.94, 1.28, 0.7), from_hex("#1f4a6a"), "light")
    for k, long in enumerate((0.5, 0.86, 0.34, 0.7, 0.22, 0.6)):
        tone = from_hex(("#f0a85f", "#cfe6ee", "#8fe0b0")[k % 3])
        s.rule(p, box(-0.56 + 0.1 * (k % 3), -0.88 + 0.105 * k, long, 0.045), tone, "text")
    if math.floor(t * 2) % 2 == 0:
        s.rule(p, box(-0.2, -0.33, 0.035, 0.06), WHITE, "cursor")


def bag(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a leather bag with a flap, a buckle and a strap."""
    hide = colour or from_hex("#8a4f34")
    s.cut(p, limb([(-0.34, -0.7), (0.0, -1.02), (0.34, -0.7)], (0.03, 0.035, 0.03)),
          shade(hide, 0.6), edge=0.45)
    s.cut(p, [(-0.52, -0.72), (0.52, -0.72), (0.62, -0.1), (0.52, 0.0), (-0.52, 0.0),
          (-0.62, -0.1)],
          hide, edge=0.45, grade=0.1, name="thing")
    s.cut(p, [(-0.54, -0.74), (0.54, -0.74), (0.5, -0.4), (0.0, -0.3), (-0.5, -0.4)],
          shade(hide, 0.86), shadow=0.45, edge=0.4)
    for x in (-0.26, 0.2):
        s.cut(p, box(x, -0.6, 0.07, 0.4), shade(hide, 0.6), smooth=False, shadow=0.3, edge=0.35)
        s.cut(p, box(x - 0.015, -0.32, 0.1, 0.09), BRASS, smooth=False, edge=0.6)
        s.rule(p, box(x + 0.012, -0.3, 0.045, 0.05), shade(hide, 0.5), "buckle")


def guitar(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a guitar standing on its end."""
    wood = colour or from_hex("#c9843e")
    s.cut(p, box(-0.035, -0.9, 0.07, 0.5), from_hex("#4a2f22"), smooth=False, edge=0.4)
    s.cut(p, [(-0.055, -1.02), (0.055, -1.02), (0.045, -0.87), (-0.045, -0.87)],
          from_hex("#5f3a28"), smooth=False, edge=0.45)
    pegs = [ring(x, -0.99 + 0.045 * k, 0.014, 0.012, 8) for k in range(3) for x in (-0.07, 0.07)]
    s.inks(p, pegs, from_hex("#e8dcc0"), "peg", within=False)
    body = [(0.0, -0.5), (0.13, -0.47), (0.155, -0.38), (0.12, -0.29), (0.2, -0.17), (0.17, -0.03),
            (0.0, 0.0), (-0.17, -0.03), (-0.2, -0.17), (-0.12, -0.29), (-0.155, -0.38),
            (-0.13, -0.47)]
    s.cut(p, body, shade(wood, 0.6), edge=0.4, name="thing")
    s.cut(p, [(x * 0.93, y * 0.95 - 0.012) for x, y in body], wood, edge=0.45, grade=0.1,
          shadow=0.1,
          name="thing")
    s.ink(p, ring(0.0, -0.29, 0.068, 0.062, 18), from_hex("#e8c98a"), "rose")
    s.ink(p, ring(0.0, -0.29, 0.055, 0.05, 18), from_hex("#241610"), "hole")
    s.rule(p, box(-0.08, -0.115, 0.16, 0.022), from_hex("#4a2f22"), "bridge")
    s.inks(p, [box(-0.022 + 0.0145 * k, -0.88, 0.0025, 0.78) for k in range(4)],
           from_hex("#f3ead6"), "string", within=False, smooth=False)


def flashlight(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a torch standing on its end, its lamp lit upwards."""
    body = colour or from_hex("#b5352e")
    s.cut(p, box(-0.16, -0.66, 0.32, 0.66), body, smooth=False, edge=0.55, grade=0.06, name="thing")
    s.inks(p, [box(-0.16, -0.5 + 0.07 * k, 0.32, 0.022) for k in range(6)], shade(body, 0.55),
           "grip", within=True, smooth=False)
    s.cut(p, [(-0.16, -0.64), (0.16, -0.64), (0.27, -0.92), (-0.27, -0.92)], STEEL, smooth=False,
          edge=0.6)
    s.ink(p, ring(0.0, -0.92, 0.265, 0.05, 16), from_hex("#fff4cc"), "light")
    s.cut(p, box(-0.05, -0.6, 0.1, 0.1), STEEL, smooth=False, edge=0.5)


def teddy(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a toy bear that sits, a patch on its knee and a bow at its neck."""
    fur = colour or from_hex("#b98a50")
    for x in (-1.0, 1.0):
        s.cut(p, ring(0.2 * x, -0.9, 0.1, 0.1, 12), shade(fur, 0.9), edge=0.4)
        s.ink(p, ring(0.2 * x, -0.89, 0.055, 0.055), blend(fur, from_hex("#e8c9a0"), 0.6), "ear")
        s.cut(p, limb([(0.18 * x, -0.5), (0.33 * x, -0.34), (0.3 * x, -0.18)],
              (0.085, 0.09, 0.085)),
              shade(fur, 0.92), edge=0.4)
    s.cut(p, ring(0.0, -0.3, 0.27, 0.29, 16), fur, edge=0.4, grade=0.1, name="thing")
    s.ink(p, ring(0.0, -0.27, 0.15, 0.17, 14), blend(fur, from_hex("#efd9b4"), 0.55), "belly")
    for x in (-1.0, 1.0):
        s.cut(p, ring(0.25 * x, -0.1, 0.15, 0.115, 14), shade(fur, 0.96), edge=0.45)
        s.ink(p, ring(0.27 * x, -0.09, 0.075, 0.06), blend(fur, from_hex("#efd9b4"), 0.6), "sole")
    s.rule(p, box(0.17, -0.2, 0.1, 0.08), from_hex("#5f84a8"), "patch")
    s.cut(p, ring(0.0, -0.74, 0.26, 0.23, 16), fur, edge=0.45, grade=0.08, name="thing")
    s.cut(p, ring(0.0, -0.67, 0.11, 0.085, 14), blend(fur, from_hex("#efd9b4"), 0.7), shadow=0.2,
          edge=0.3)
    s.inks(p, [ring(-0.1, -0.78, 0.028), ring(0.1, -0.78, 0.028), ring(0.0, -0.705, 0.036, 0.026)],
           INK, "eye", within=False)
    s.inks(p, [ring(-0.092, -0.788, 0.009), ring(0.108, -0.788, 0.009)], WHITE, "glint",
           within=False)
    for x in (-1.0, 1.0):
        s.cut(p, [(0.0, -0.52), (0.15 * x, -0.6), (0.16 * x, -0.45)], from_hex("#b5302c"),
                  edge=0.45)
    s.cut(p, ring(0.0, -0.52, 0.035), from_hex("#9a2623"), edge=0.5)


def boot(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a laced boot with a heel and a worn toe."""
    hide = colour or from_hex("#7a4a30")
    s.cut(p, [(-0.72, -1.0), (-0.16, -1.02), (-0.14, -0.62), (0.2, -0.5), (0.78, -0.38),
              (0.92, -0.2), (0.9, -0.1), (-0.74, -0.1)], hide, edge=0.45, grade=0.08, name="thing")
    s.cut(p, [(0.5, -0.42), (0.8, -0.36), (0.93, -0.18), (0.9, -0.1), (0.52, -0.1)],
          shade(hide, 0.8), shadow=0.2, edge=0.4)
    s.cut(p, [(-0.18, -0.98), (-0.08, -0.96), (0.0, -0.64), (0.3, -0.5), (0.2, -0.44),
          (-0.14, -0.6)],
          shade(hide, 0.6), shadow=0.2)
    for k in range(5):
        x, y = -0.17 + 0.035 * k + 0.06 * max(0, k - 2), -0.92 + 0.1 * k
        s.cut(p, limb([(x, y), (x + 0.06, y + 0.02), (x + 0.13, y - 0.01)], (0.016, 0.018, 0.016)),
              PAPER, edge=0.3, name="lace")
    s.cut(p, [(-0.76, -0.12), (0.93, -0.12), (0.9, -0.03), (-0.3, -0.03), (-0.32, 0.0),
          (-0.74, 0.0)],
          shade(hide, 0.4), smooth=False, edge=0.4)
    s.cut(p, box(-0.74, -1.02, 0.6, 0.1), shade(hide, 0.8), smooth=False, edge=0.4)


FINE_STANDING: dict[str, Drawer] = {
    "camera": camera, "basket": basket, "goblet": goblet, "laptop": laptop, "bag": bag,
    "guitar": guitar, "flashlight": flashlight, "teddy": teddy, "shoe": boot,
}
