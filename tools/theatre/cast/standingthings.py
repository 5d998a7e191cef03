"""Things that stand on something, cut from paper. Know no hands and no camera.

Drawn in a frame whose unit is the thing's height; it stands on y = 0, up is negative.
"""

from __future__ import annotations

import math

from tools.theatre.cast.colour import blend, from_hex, shade
from tools.theatre.cast.figure import Colour
from tools.theatre.cast.finestanding import FINE_STANDING
from tools.theatre.cast.shape import Place, Sheet, limb, ring
from tools.theatre.cast.thingpaper import INK, PAPER, WHITE, Drawer, box

# Outlines are read as rows of points.
# fmt: off

def cup(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a cup with its handle and what is in it."""
    clay = colour or from_hex("#c3b9a2")
    s.cut(p, [(0.4, -0.82), (0.68, -0.8), (0.74, -0.5), (0.6, -0.2), (0.38, -0.2), (0.38, -0.32),
              (0.54, -0.36), (0.62, -0.54), (0.56, -0.68), (0.4, -0.7)], shade(clay, 0.9),
          name="handle")
    s.cut(p, [(-0.48, -0.9), (0.48, -0.9), (0.44, -0.3), (0.34, -0.02), (-0.34, -0.02),
              (-0.44, -0.3)], clay, edge=0.4, grade=0.06, name="thing")
    s.cut(p, ring(0.0, -0.9, 0.48, 0.12, 14), shade(clay, 1.1), shadow=0.2)
    s.ink(p, ring(0.0, -0.89, 0.41, 0.085, 14), from_hex("#3b2416"), "drink")


def glass(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a glass, half full."""
    tone = colour or from_hex("#a9bec4")
    s.cut(p, [(-0.34, -1.0), (0.34, -1.0), (0.27, 0.0), (-0.27, 0.0)], blend(tone, WHITE, 0.2),
          smooth=False, edge=0.5, name="thing")
    s.rule(p, [(-0.30, -0.58), (0.30, -0.58), (0.26, -0.05), (-0.26, -0.05)],
          blend(tone, from_hex("#5f8894"), 0.6), "water")
    s.ink(p, ring(0.0, -0.58, 0.3, 0.05, 12), blend(tone, WHITE, 0.5), "water")
    s.rule(p, box(-0.24, -0.94, 0.05, 0.8), blend(tone, WHITE, 0.75), "shine")


def pitcher(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a clay pitcher: belly, narrow neck, handle, a painted band."""
    clay = colour or from_hex("#a8623c")
    s.cut(p, limb([(0.13, -0.84), (0.42, -0.72), (0.34, -0.42)], (0.04, 0.045, 0.04)),
          shade(clay, 0.84), name="handle")
    body = [(-0.16, -0.96), (0.14, -0.96), (0.12, -0.76), (0.34, -0.56), (0.38, -0.3),
            (0.2, -0.02), (-0.2, -0.02), (-0.38, -0.3), (-0.34, -0.56), (-0.13, -0.76)]
    s.cut(p, body, clay, edge=0.4, grade=0.1, name="thing")
    s.cut(p, [(-0.24, -1.0), (0.17, -0.99), (0.15, -0.93), (-0.19, -0.92)], shade(clay, 1.1))
    s.ink(p, ring(-0.02, -0.965, 0.15, 0.022, 12), shade(clay, 0.3), "mouth")
    for y, w in ((-0.5, 0.345), (-0.42, 0.365)):
        s.rule(p, box(-w, y, 2 * w, 0.022), shade(clay, 0.66), "band")


def pot(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a pot with a lid, a spout and a handle."""
    iron = colour or from_hex("#5d7078")
    s.cut(p, [(0.5, -0.55), (0.84, -0.82), (0.92, -0.78), (0.62, -0.26)], iron, edge=0.4)
    s.cut(p, limb([(-0.52, -0.64), (-0.86, -0.52), (-0.6, -0.2)], (0.05, 0.055, 0.05)),
          shade(iron, 0.8), name="handle")
    s.cut(p, [(-0.42, -0.74), (0.42, -0.74), (0.66, -0.42), (0.56, -0.06), (0.3, 0.0), (-0.3, 0.0),
              (-0.56, -0.06), (-0.66, -0.42)], iron, edge=0.45, grade=0.1, name="thing")
    s.cut(p, [(-0.45, -0.72), (-0.2, -0.87), (0.2, -0.87), (0.45, -0.72)], shade(iron, 1.12))
    s.cut(p, ring(0.0, -0.93, 0.09, 0.075), shade(iron, 0.6))


def bottle(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a bottle with a label."""
    tone = colour or from_hex("#3f6a4e")
    s.cut(p, [(-0.06, -0.98), (0.06, -0.98), (0.07, -0.7), (0.17, -0.56), (0.175, -0.03),
              (0.12, 0.0), (-0.12, 0.0), (-0.175, -0.03), (-0.17, -0.56), (-0.07, -0.7)], tone,
          edge=0.5, name="thing")
    s.cut(p, box(-0.07, -1.0, 0.14, 0.07), from_hex("#b59a6a"), smooth=False)
    s.cut(p, box(-0.165, -0.42, 0.33, 0.26), PAPER, smooth=False, shadow=0.15)
    s.rule(p, box(-0.11, -0.36, 0.22, 0.04), INK, "writing")
    s.rule(p, box(-0.08, -0.27, 0.16, 0.03), INK, "writing")


def lamp(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a table lamp, lit."""
    base = from_hex("#6f5636")
    s.cut(p, [(-0.2, 0.0), (-0.17, -0.06), (0.17, -0.06), (0.2, 0.0)], base, smooth=False)
    s.cut(p, limb([(0.0, -0.05), (0.0, -0.3), (0.0, -0.5)], (0.07, 0.04, 0.03)), base, edge=0.4)
    tone = blend(colour or from_hex("#e8c58a"), from_hex("#fff1cc"), 0.5)
    s.cut(p, [(-0.16, -1.0), (0.16, -1.0), (0.31, -0.46), (-0.31, -0.46)], tone, smooth=False,
          edge=0.1, grade=-0.06, name="thing")
    s.ink(p, ring(0.0, -0.46, 0.3, 0.03, 14), from_hex("#fff7df"), "light")


def lantern(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a lantern with a flame behind its glass."""
    metal, lick = colour or from_hex("#6a4e2c"), 0.02 * math.sin(t * 9.0)
    s.cut(p, limb([(-0.2, -0.76), (0.0, -1.0), (0.2, -0.76)], (0.015, 0.018, 0.015)), metal)
    s.cut(p, [(-0.26, -0.74), (0.26, -0.74), (0.29, -0.1), (-0.29, -0.1)], from_hex("#e8b765"),
          smooth=False, edge=0.0, texture=False, name="thing")
    s.ink(p, ring(0.0, -0.42, 0.19, 0.25, 14), from_hex("#ffdc92"), "light")
    s.ink(p, [(0.0 + lick, -0.64), (0.07, -0.42), (0.045, -0.3), (-0.045, -0.3), (-0.07, -0.42)],
          from_hex("#fff8e0"), "flame")
    for x in (-0.27, -0.02, 0.23):
        s.cut(p, box(x, -0.74, 0.04, 0.64), metal, smooth=False, shadow=0.1)
    s.cut(p, [(-0.34, -0.72), (-0.12, -0.88), (0.12, -0.88), (0.34, -0.72)], metal, edge=0.4)
    s.cut(p, box(-0.34, -0.12, 0.68, 0.12), metal, smooth=False, edge=0.4)


def candle(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a candle with a flame that leans."""
    wax, lean = colour or from_hex("#e6dabd"), 0.025 * math.sin(t * 5.3)
    s.cut(p, ring(0.0, -0.02, 0.3, 0.06, 14), from_hex("#7a6238"), edge=0.4)
    s.cut(p, [(-0.1, -0.68), (-0.04, -0.7), (0.06, -0.66), (0.1, -0.68), (0.11, -0.02),
              (-0.11, -0.02)], wax, edge=0.3, name="thing")
    s.rule(p, box(-0.008, -0.75, 0.016, 0.08), INK, "wick")
    s.ink(p, [(lean, -1.0), (0.055, -0.82), (0.03, -0.72), (-0.03, -0.72), (-0.055, -0.82)],
          from_hex("#ffd98a"), "light")
    s.ink(p, [(lean * 0.6, -0.91), (0.025, -0.79), (0.0, -0.73), (-0.025, -0.79)],
          from_hex("#fffbe8"), "flame")


def plant(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a potted plant with a flower, its leaves moving a little."""
    green = from_hex("#5f8550")
    for k, turn in enumerate((-1.15, 1.2, -0.72, 0.7, -0.32, 0.28)):
        q = p.child(0.0, -0.34, turn + 0.025 * math.sin(t * 1.3 + k))
        leaf = [(0.0, 0.0), (0.09, -0.2), (0.05, -0.42), (0.0, -0.5), (-0.06, -0.4), (-0.08, -0.2)]
        s.cut(q, leaf, shade(green, 0.8 + 0.07 * k), edge=0.3, name="leaf")
    s.cut(p, limb([(0.0, -0.34), (0.02, -0.6), (0.0, -0.82)], (0.014, 0.013, 0.012)), green)
    petal = colour or from_hex("#c4525c")
    for k in range(6):
        a = math.pi * k / 3
        s.cut(p, ring(0.085 * math.cos(a), -0.86 + 0.085 * math.sin(a), 0.075), petal, shadow=0.25,
              name="petal")
    s.cut(p, ring(0.0, -0.86, 0.055), from_hex("#e8c25a"))
    s.cut(p, [(-0.25, -0.36), (0.25, -0.36), (0.18, 0.0), (-0.18, 0.0)], from_hex("#a8623f"),
          smooth=False, grade=0.1, edge=0.35, name="thing")
    s.cut(p, box(-0.28, -0.4, 0.56, 0.09), from_hex("#b46f4a"), smooth=False)


def clock(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a clock; its second hand goes on."""
    s.cut(p, ring(0.0, -0.5, 0.5, 0.5, 16), colour or from_hex("#6a4a32"), edge=0.45, name="thing")
    s.ink(p, ring(0.0, -0.5, 0.41, 0.41, 18), PAPER, "dial")
    for k in range(12):
        a = math.pi * k / 6
        s.ink(p, ring(0.34 * math.cos(a), -0.5 + 0.34 * math.sin(a), 0.022 + 0.012 * (k % 3 == 0)),
              INK)
    for angle, long, wide in ((2.2, 0.2, 0.022), (4.05, 0.3, 0.016)):
        tip = (long * math.cos(angle), -0.5 + long * math.sin(angle))
        s.ink(p, limb([(0.0, -0.5), (tip[0] / 2, (tip[1] - 0.5) / 2), tip], (wide,) * 3), INK)
    a = math.pi / 30 * math.floor(t)
    tip = (0.32 * math.cos(a), -0.5 + 0.32 * math.sin(a))
    s.ink(p, limb([(0.0, -0.5), (tip[0] / 2, (tip[1] - 0.5) / 2), tip], (0.007,) * 3),
          from_hex("#a5332e"), "second hand")


def carton(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a box tied with string, its lid towards us."""
    tone = colour or from_hex("#a5825a")
    s.cut(p, [(-0.54, -0.7), (0.54, -0.7), (0.6, 0.0), (-0.6, 0.0)], tone, smooth=False, edge=0.35,
          grade=0.08, name="thing")
    s.cut(p, [(-0.46, -0.98), (0.46, -0.98), (0.6, -0.7), (-0.6, -0.7)], shade(tone, 1.14),
          smooth=False, shadow=0.25, name="lid")
    cord = shade(tone, 0.5)
    s.rule(p, [(-0.03, -0.98), (0.03, -0.98), (0.045, 0.0), (-0.045, 0.0)], cord, "string")
    s.rule(p, [(-0.53, -0.86), (0.53, -0.86), (0.545, -0.83), (-0.545, -0.83)], cord, "string")
    for turn in (-0.9, 0.9):
        s.cut(p.child(0.0, -0.85, turn), ring(0.0, -0.13, 0.07, 0.13), cord, shadow=0.3)


def cake(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a cake with a slice gone and a cherry on it."""
    crumb = colour or from_hex("#c99a62")
    s.cut(p, ring(0.0, -0.03, 0.85, 0.09, 16), from_hex("#d8d2c4"), edge=0.4, name="plate")
    s.cut(p, [(-0.62, -0.62), (0.62, -0.62), (0.6, -0.05), (-0.6, -0.05)], crumb, smooth=False,
          grade=0.08, name="thing")
    s.rule(p, box(-0.61, -0.36, 1.22, 0.07), from_hex("#9c4a44"), "jam")
    icing = [(-0.64, -0.62), (-0.5, -0.8), (0.5, -0.8), (0.64, -0.62), (0.6, -0.46), (0.42, -0.56),
             (0.26, -0.42), (0.06, -0.56), (-0.16, -0.43), (-0.36, -0.56), (-0.56, -0.44)]
    s.cut(p, icing, from_hex("#efe4d4"), edge=0.35)
    s.cut(p, ring(0.0, -0.88, 0.11), from_hex("#b0302e"), edge=0.5)


def bowl(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a bowl with something in it."""
    clay = colour or from_hex("#7f98a0")
    for x, y, r, tone in ((-0.4, -0.9, 0.28, "#c9503f"), (0.1, -0.98, 0.3, "#d9a640"),
                          (0.52, -0.88, 0.25, "#8fa04a")):
        s.cut(p, ring(x, y, r), from_hex(tone), edge=0.4)
    s.cut(p, [(-1.0, -0.8), (1.0, -0.8), (0.8, -0.28), (0.36, 0.0), (-0.36, 0.0), (-0.8, -0.28)],
          clay, edge=0.45, grade=0.08, name="thing")


def bell(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a brass bell."""
    brass = colour or from_hex("#c09a4a")
    s.cut(p, ring(0.0, -0.06, 0.1, 0.08), shade(brass, 0.6))
    s.cut(p, [(-0.1, -0.84), (0.1, -0.84), (0.27, -0.6), (0.32, -0.26), (0.47, -0.08),
              (-0.47, -0.08), (-0.32, -0.26), (-0.27, -0.6)], brass, edge=0.5, name="thing")
    s.cut(p, limb([(0.0, -0.82), (0.0, -0.92), (0.0, -1.0)], (0.05, 0.07, 0.05)),
          from_hex("#5a3c2a"))


def suitcase(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a suitcase with straps and corners."""
    hide = colour or from_hex("#7a5236")
    s.cut(p, limb([(-0.17, -0.8), (0.0, -0.98), (0.17, -0.8)], (0.03, 0.035, 0.03)),
          shade(hide, 0.6), name="handle")
    s.cut(p, box(-0.66, -0.82, 1.32, 0.82), hide, smooth=False, edge=0.35, grade=0.1, name="thing")
    for x in (-0.42, 0.32):
        s.cut(p, box(x, -0.82, 0.1, 0.82), shade(hide, 0.66), smooth=False, shadow=0.25)
        s.cut(p, box(x + 0.01, -0.52, 0.08, 0.1), from_hex("#c0a25a"), smooth=False, edge=0.4)
    s.rule(p, box(-0.66, -0.56, 1.32, 0.018), shade(hide, 0.5), "seam")


def hat(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a brimmed hat."""
    felt = colour or from_hex("#4d4a52")
    s.cut(p, [(-1.0, -0.2), (-0.5, -0.34), (0.5, -0.34), (1.0, -0.2), (0.6, -0.02), (-0.6, -0.02)],
          felt, edge=0.4, name="thing")
    s.cut(p, [(-0.52, -0.28), (-0.46, -0.86), (-0.16, -1.0), (0.0, -0.92), (0.16, -1.0),
              (0.46, -0.86), (0.52, -0.28)], felt, edge=0.4)
    s.rule(p, [(-0.525, -0.4), (0.525, -0.4), (0.535, -0.24), (-0.535, -0.24)], shade(felt, 0.45))


def ball(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut something round."""
    tone = colour or from_hex("#9a5a4a")
    s.cut(p, ring(0.0, -0.48, 0.48, 0.48, 14), tone, edge=0.55, grade=0.14, name="thing")
    s.ink(p, ring(-0.16, -0.68, 0.1, 0.08), blend(tone, WHITE, 0.5), "shine")


def screen(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a screen with lines of text and a cursor that blinks."""
    s.cut(p, [(-0.2, 0.0), (-0.08, -0.2), (0.08, -0.2), (0.2, 0.0)], from_hex("#2a2e35"),
          smooth=False)
    s.cut(p, box(-0.72, -1.0, 1.44, 0.88), from_hex("#20242b"), smooth=False, name="thing")
    s.rule(p, box(-0.66, -0.94, 1.32, 0.76), colour or from_hex("#27506a"), "light")
    for k, long in enumerate((0.5, 0.82, 0.34, 0.7, 0.22)):
        tone = from_hex("#e07a5a") if k == 3 else from_hex("#cfe6ee")
        s.rule(p, box(-0.56 + 0.1 * (k % 3), -0.86 + 0.125 * k, long, 0.05), tone, "text")
    if math.floor(t * 2) % 2 == 0:
        s.rule(p, box(-0.2, -0.37, 0.04, 0.07), WHITE, "cursor")


def radio(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a radio with a grille, a lit dial and a knob."""
    case = colour or from_hex("#7a4f36")
    s.cut(p, limb([(0.5, -0.88), (0.62, -1.1), (0.72, -1.3)], (0.012, 0.01, 0.008)), INK)
    s.cut(p, box(-0.78, -0.92, 1.56, 0.92), case, smooth=False, edge=0.4, grade=0.08, name="thing")
    for k in range(6):
        s.rule(p, box(-0.66, -0.8 + 0.115 * k, 0.66, 0.055), shade(case, 0.4), "grille")
    s.rule(p, box(0.1, -0.78, 0.56, 0.22), from_hex("#f0d79a"), "dial")
    at = 0.34 + 0.05 * math.sin(t * 0.7)
    s.rule(p, box(at, -0.78, 0.02, 0.22), from_hex("#a5332e"), "needle")
    for x in (0.22, 0.52):
        s.cut(p, ring(x, -0.28, 0.12, 0.12, 12), shade(case, 0.7), edge=0.5)


def bollard(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut an iron bollard with a turn of rope."""
    iron = colour or from_hex("#4f555b")
    s.cut(p, [(-0.3, 0.0), (-0.22, -0.2), (-0.2, -0.72), (0.2, -0.72), (0.22, -0.2), (0.3, 0.0)],
          iron, edge=0.4, grade=0.08, name="thing")
    s.cut(p, [(-0.33, -0.8), (-0.2, -0.98), (0.2, -0.98), (0.33, -0.8), (0.22, -0.7),
              (-0.22, -0.7)], shade(iron, 1.15), edge=0.45)
    for k in range(3):
        y = -0.34 + 0.085 * k
        s.cut(p, limb([(-0.25, y), (0.0, y + 0.03), (0.25, y)], (0.036, 0.04, 0.036)),
              from_hex("#b29a6c"), edge=0.35, name="rope")


def doll(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a small figure that sits."""
    cloth = colour or from_hex("#7a5f8a")
    s.cut(p, [(-0.16, -0.58), (0.16, -0.58), (0.26, -0.1), (-0.26, -0.1)], cloth, name="thing")
    for side in (-1.0, 1.0):
        s.cut(p, limb([(0.14 * side, -0.52), (0.26 * side, -0.36), (0.22 * side, -0.22)],
                      (0.05, 0.05, 0.05)), shade(cloth, 0.86))
        s.cut(p, limb([(0.1 * side, -0.12), (0.2 * side, -0.06), (0.3 * side, -0.04)],
                      (0.06, 0.06, 0.06)), from_hex("#8a6a4c"))
        s.ink(p, ring(0.07 * side, -0.78, 0.025, 0.03), INK, "eye")
    s.cut(p, ring(0.0, -0.78, 0.2, 0.21, 12), from_hex("#d2a882"), edge=0.35)
    for side in (-1.0, 1.0):
        s.ink(p, ring(0.07 * side, -0.79, 0.026, 0.032), INK, "eye")


STANDING: dict[str, Drawer] = {
    **FINE_STANDING,
    "cup": cup, "glass": glass, "pitcher": pitcher, "pot": pot, "bottle": bottle, "lamp": lamp,
    "lantern": lantern, "candle": candle, "plant": plant, "clock": clock, "box": carton,
    "cake": cake, "bowl": bowl, "bell": bell, "suitcase": suitcase, "hat": hat,
    "ball": ball, "screen": screen, "radio": radio,
    "bollard": bollard, "doll": doll,
}
