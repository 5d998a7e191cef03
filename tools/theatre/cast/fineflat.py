"""Small lying things one looks at closely: letters, keys, coins, arms. Know no hands, no camera.

Drawn in a frame whose unit is the thing's width; the base line is y = 0, up is negative.
"""

from __future__ import annotations

import math

from tools.theatre.cast.colour import blend, from_hex, shade
from tools.theatre.cast.figure import Colour
from tools.theatre.cast.shape import Place, Sheet, limb, ring
from tools.theatre.cast.thingpaper import INK, PAPER, WHITE, Drawer, box, leaf, lines, on, panel

# Outlines are read as rows of points.
# fmt: off

STEEL, BRASS = from_hex("#b9c2c8"), from_hex("#c9a04e")


def letter(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut an opened envelope, its written page half out, a stamp and a broken seal."""
    tone = colour or PAPER
    s.cut(p, [(-0.36, -0.62), (0.34, -0.64), (0.42, -0.2), (-0.42, -0.2)], shade(PAPER, 1.04),
          smooth=False, shadow=0.45, edge=0.3, name="thing page")
    inner = [(-0.36, -0.62), (0.34, -0.64), (0.42, -0.2), (-0.42, -0.2)]
    lines(s, p, inner, 6, from_hex("#3f4f7a"))
    at = leaf(s, p, 0.44, tone)
    for side in (0.0, 1.0):
        s.cut(p, [on(at, side, 0.02), on(at, 0.5, 0.62), on(at, side, 0.98)], shade(tone, 0.95),
              smooth=False, shadow=0.25, edge=0.25, name="thing fold")
    s.cut(p, [on(at, 0.02, 1.0), on(at, 0.5, 0.4), on(at, 0.98, 1.0)], shade(tone, 1.03),
          smooth=False, shadow=0.4, edge=0.35, name="thing fold")
    x, y = on(at, 0.5, 0.47)
    s.cut(p, [(x - 0.07, y), (x - 0.05, y - 0.045), (x, y - 0.055), (x + 0.055, y - 0.04),
              (x + 0.07, y + 0.005), (x + 0.045, y + 0.045), (x - 0.01, y + 0.052),
              (x - 0.055, y + 0.04)], from_hex("#b5302c"), shadow=0.4, edge=0.5, name="seal")
    s.cut(p, ring(x, y, 0.036, 0.027), from_hex("#9a2623"), shadow=0.1, edge=0.4)
    s.ink(p, ring(x - 0.018, y - 0.02, 0.012, 0.007), from_hex("#e8847a"), "shine")


def key(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut an old key: three lobes in its bow, collars on its shaft, a ward, a tag on a string."""
    iron = colour or from_hex("#c2a05a")
    s.cut(p, limb([(-0.4, -0.16), (-0.46, 0.0), (-0.3, 0.06)], (0.008, 0.008, 0.008)),
          from_hex("#b5352e"), name="string")
    s.cut(p, [(-0.32, 0.02), (-0.2, 0.0), (-0.16, 0.08), (-0.3, 0.1)], PAPER, smooth=False,
          edge=0.3,
          name="tag")
    for x, y in ((-0.42, -0.16), (-0.33, -0.235), (-0.33, -0.075)):
        s.cut(p, ring(x, y, 0.088, 0.068, 14), iron, edge=0.55, name="thing")
    for x, y in ((-0.42, -0.16), (-0.33, -0.235), (-0.33, -0.075)):
        s.ink(p, ring(x, y, 0.046, 0.034, 12), from_hex("#2a1a12"), "hole")
    s.cut(p, limb([(-0.29, -0.155), (0.1, -0.14), (0.47, -0.128)], (0.03, 0.027, 0.027)), iron,
          edge=0.6, name="thing")
    for x in (-0.24, -0.19, 0.24):
        s.cut(p, ring(x, -0.15 + 0.03 * (x + 0.24), 0.022, 0.047, 12), shade(iron, 1.1), edge=0.6)
    s.cut(p, [(0.32, -0.12), (0.46, -0.115), (0.46, 0.03), (0.415, 0.03), (0.415, -0.035),
              (0.385, -0.035), (0.385, 0.015), (0.32, 0.01)], shade(iron, 0.96), smooth=False,
          edge=0.5, name="thing")
    s.rule(p, [(-0.16, -0.168), (0.2, -0.158), (0.2, -0.152), (-0.16, -0.16)],
           blend(iron, WHITE, 0.55), "shine")


def coin(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a coin with a milled rim, a head in profile and a ring of letters."""
    metal = colour or from_hex("#d0a548")
    s.cut(p, ring(0.0, -0.26, 0.5, 0.34, 18), shade(metal, 0.58), name="thing")
    s.cut(p, ring(0.0, -0.34, 0.5, 0.34, 18), metal, edge=0.55, name="thing")
    s.cut(p, ring(0.0, -0.34, 0.43, 0.29, 18), shade(metal, 0.88), edge=0.35, shadow=0.25)
    dots = [ring(0.37 * math.cos(a), -0.34 + 0.245 * math.sin(a), 0.014, 0.011, 6)
            for a in (0.26 * k for k in range(24))]
    s.inks(p, dots, shade(metal, 1.22), "legend", within=False)
    head = [(-0.15, -0.14), (-0.1, -0.22), (-0.15, -0.29), (-0.13, -0.4), (-0.05, -0.48),
            (0.07, -0.49), (0.14, -0.43), (0.15, -0.36), (0.185, -0.32), (0.15, -0.305),
            (0.155, -0.27), (0.12, -0.235), (0.05, -0.23), (0.06, -0.17), (0.14, -0.13)]
    s.cut(p, head, shade(metal, 1.12), edge=0.5, shadow=0.35)
    s.ink(p, [(-0.13, -0.4), (-0.05, -0.48), (0.07, -0.49), (0.1, -0.45), (0.0, -0.42),
              (-0.08, -0.33)], shade(metal, 0.8), "hair")


def phone(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a phone with a lit screen: the time, two messages, a lens and a crack."""
    case = colour or from_hex("#202329")
    s.cut(p, [(-0.44, 0.03), (0.5, 0.03), (0.52, -0.02), (-0.46, -0.02)], shade(case, 0.6),
          smooth=False)
    at = leaf(s, p, 0.58, case)
    s.rule(p, panel(at, 0.04, 0.05, 0.96, 0.95), from_hex("#2f5f8f"), "screen")
    s.rule(p, panel(at, 0.04, 0.5, 0.96, 0.95), from_hex("#4f6fa8"), "screen")
    digits = [panel(at, 0.34 + 0.085 * k + 0.03 * (k > 1), 0.12, 0.40 + 0.085 * k + 0.03 * (k > 1),
                    0.3) for k in range(4)]
    s.inks(p, digits, WHITE, "time", within=False, smooth=False)
    for v, u, tone in ((0.42, 0.1, "#f4f7fa"), (0.68, 0.24, "#8fe0b0")):
        s.cut(p, panel(at, u, v, u + 0.66, v + 0.19), from_hex(tone), smooth=False, shadow=0.2,
              edge=0.15, name="message")
        rows = [panel(at, u + 0.06, v + 0.045 + 0.07 * k, u + 0.5 - 0.14 * k, v + 0.075 + 0.07 * k)
                for k in range(2)]
        s.inks(p, rows, INK, "writing", within=False, smooth=False)
    s.ink(p, ring(*on(at, 0.5, 0.025), 0.012, 0.006), from_hex("#0c0d10"), "lens")


def watch(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a pocket watch with its lid open and its chain; the hand goes on."""
    gold = colour or from_hex("#d0a548")
    for k in range(7):
        x, y = 0.27 + 0.04 * k, -0.3 + 0.045 * k + 0.02 * (k % 2)
        s.cut(p, ring(x, y, 0.028, 0.02, 10), shade(gold, 0.9), edge=0.55, name="chain")
    s.cut(p, ring(-0.2, -0.5, 0.22, 0.13, 16), shade(gold, 0.85), edge=0.5, name="thing lid")
    s.cut(p, ring(0.0, -0.22, 0.3, 0.235, 18), gold, edge=0.55, name="thing")
    s.cut(p, ring(0.0, -0.235, 0.245, 0.19, 18), PAPER, edge=0.2, shadow=0.3, name="dial")
    marks = [ring(0.2 * math.cos(math.pi * k / 6), -0.235 + 0.155 * math.sin(math.pi * k / 6),
                  0.012 + 0.006 * (k % 3 == 0)) for k in range(12)]
    s.inks(p, marks, INK, "hour", within=False)
    for a, long, wide, tone in ((2.4, 0.11, 0.011, INK), (4.3, 0.16, 0.008, INK),
                                (math.pi / 30 * math.floor(t), 0.17, 0.004, from_hex("#b5302c"))):
        tip = (long * math.cos(a), -0.235 + 0.78 * long * math.sin(a))
        middle = (tip[0] / 2, (tip[1] - 0.235) / 2)
        s.ink(p, limb([(0.0, -0.235), middle, tip], (wide,) * 3), tone, "hand")
    s.cut(p, ring(0.27, -0.3, 0.035, 0.03, 10), gold, edge=0.55)


def glove(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a knitted glove lying with its fingers spread."""
    wool = colour or from_hex("#a84a44")
    for k, (x, y) in enumerate(((0.34, -0.34), (0.46, -0.26), (0.48, -0.15), (0.42, -0.05))):
        root = (0.06, -0.27 + 0.06 * k)
        s.cut(p, limb([root, ((root[0] + x) / 2, (root[1] + y) / 2), (x, y)],
              (0.055, 0.052, 0.045)),
              shade(wool, 0.94 + 0.03 * k), edge=0.4, shadow=0.35, name="finger")
    s.cut(p, limb([(-0.08, -0.08), (0.02, 0.02), (0.14, 0.06)], (0.055, 0.05, 0.042)), wool,
          edge=0.4, name="thumb")
    s.cut(p, [(-0.3, -0.28), (-0.05, -0.34), (0.14, -0.3), (0.18, -0.12), (0.04, -0.01),
              (-0.12, -0.02), (-0.3, -0.06)], wool, edge=0.4, grade=0.08, name="thing")
    s.cut(p, [(-0.5, -0.25), (-0.27, -0.3), (-0.25, -0.04), (-0.48, -0.02)], shade(wool, 0.78),
          smooth=False, edge=0.4, name="cuff")
    ribs = [box(-0.47 + 0.045 * k, -0.235, 0.014, 0.19) for k in range(5)]
    s.inks(p, ribs, shade(wool, 0.6), "rib", within=False, smooth=False)


def knife(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a kitchen knife with a riveted handle."""
    q = p.child(0.0, -0.12, -0.08)
    s.cut(q, [(-0.06, -0.06), (0.3, -0.065), (0.5, 0.03), (0.3, 0.055), (-0.06, 0.055)], STEEL,
          smooth=False, edge=0.6, name="thing")
    s.rule(q, [(-0.05, 0.03), (0.3, 0.032), (0.45, 0.03), (0.3, 0.05), (-0.05, 0.05)],
           blend(STEEL, WHITE, 0.6), "edge")
    s.cut(q, [(-0.5, -0.05), (-0.1, -0.06), (-0.05, -0.05), (-0.05, 0.05), (-0.12, 0.06),
              (-0.46, 0.07), (-0.51, 0.02)], colour or from_hex("#6a3f28"), edge=0.5, name="thing")
    s.inks(q, [ring(-0.4 + 0.13 * k, 0.004, 0.02) for k in range(3)], BRASS, "rivet", within=False)


def sword(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a sword lying at a slant."""
    q = p.child(0.0, -0.14, -0.14)
    s.cut(q, [(-0.2, -0.04), (0.4, -0.032), (0.5, 0.0), (0.4, 0.032), (-0.2, 0.04)],
          colour or STEEL, smooth=False, edge=0.6, name="thing")
    s.rule(q, box(-0.18, -0.007, 0.5, 0.014), shade(STEEL, 0.7), "fuller")
    s.cut(q, [(-0.24, -0.13), (-0.19, -0.14), (-0.18, 0.14), (-0.23, 0.13)], BRASS, edge=0.55)
    s.cut(q, box(-0.42, -0.03, 0.19, 0.06), from_hex("#5a2f26"), smooth=False, edge=0.4)
    s.inks(q, [box(-0.4 + 0.04 * k, -0.03, 0.012, 0.06) for k in range(4)], from_hex("#c9a04e"),
           "wire", within=False, smooth=False)
    s.cut(q, ring(-0.45, 0.0, 0.05, 0.05, 12), BRASS, edge=0.55)
    s.ink(q, ring(-0.45, 0.0, 0.02), from_hex("#b5302c"), "stone")


def gun(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a stage pistol, its muzzle stopped with a red plug."""
    iron, q = colour or from_hex("#565c66"), p.child(0.0, -0.2, 0.0)
    s.cut(q, [(-0.42, -0.06), (-0.22, -0.06), (-0.26, 0.2), (-0.46, 0.2)], from_hex("#7a4a2c"),
          edge=0.45, name="thing grip")
    s.cut(q, limb([(-0.2, -0.02), (-0.12, 0.1), (-0.02, -0.02)], (0.014, 0.014, 0.014)), iron,
          edge=0.5)
    s.cut(q, box(-0.42, -0.17, 0.86, 0.13), iron, smooth=False, edge=0.55, name="thing")
    s.cut(q, box(-0.16, -0.2, 0.24, 0.18), shade(iron, 0.85), smooth=False, edge=0.5)
    s.inks(q, [box(-0.13 + 0.07 * k, -0.18, 0.02, 0.14) for k in range(3)], shade(iron, 0.5),
           "drum",
           within=False, smooth=False)
    s.rule(q, box(0.43, -0.155, 0.05, 0.1), from_hex("#e0582e"), "plug")


def chart(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut an old map with folds: an island, a dotted way, a cross, a compass rose."""
    tone = colour or from_hex("#dcc48c")
    at = leaf(s, p, 0.66, tone)
    s.rule(p, panel(at, 0.04, 0.06, 0.96, 0.94), blend(tone, from_hex("#8fb0b4"), 0.45), "sea")
    island = [on(at, u, v) for u, v in ((0.14, 0.62), (0.22, 0.34), (0.4, 0.3), (0.5, 0.16),
              (0.7, 0.22), (0.74, 0.46), (0.62, 0.6), (0.6, 0.8), (0.36, 0.84), (0.26, 0.74))]
    s.cut(p, island, from_hex("#c9b06a"), shadow=0.15, edge=0.25)
    for u, v in ((0.34, 0.42), (0.42, 0.36), (0.5, 0.4)):
        s.ink(p, [on(at, u - 0.04, v + 0.05), on(at, u, v - 0.06), on(at, u + 0.04, v + 0.05)],
              from_hex("#8a6a44"), "hill")
    way = [ring(*on(at, 0.26 + 0.055 * k, 0.7 - 0.11 * math.sin(k * 0.8)), 0.009, 0.007, 6)
           for k in range(6)]
    s.inks(p, way, from_hex("#5a3422"), "way", within=False)
    x, y = on(at, 0.6, 0.52)
    for turn in (0.7, -0.7):
        s.rule(p.child(x, y, turn), box(-0.05, -0.011, 0.1, 0.022), from_hex("#b5302c"), "cross")
    x, y = on(at, 0.86, 0.74)
    for k in range(4):
        s.ink(p.child(x, y, k * math.pi / 2), [(0.0, -0.075), (0.016, 0.0), (-0.016, 0.0)],
              from_hex("#7a3b30"), "rose")
    for u in (0.33, 0.66):
        s.rule(p, panel(at, u, 0.0, u + 0.006, 1.0), shade(tone, 0.72), "fold")


def umbrella(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a furled umbrella."""
    cloth, q = colour or from_hex("#a8342e"), p.child(0.0, -0.14, -0.12)
    s.cut(q, limb([(-0.36, 0.0), (-0.47, 0.02), (-0.44, 0.11)], (0.018, 0.02, 0.018)),
          from_hex("#8a5a34"), edge=0.5)
    for k, y in enumerate((-0.045, 0.0, 0.045)):
        s.cut(q, [(-0.36, y * 0.7), (-0.2, y - 0.04), (0.2, y - 0.02), (0.46, 0.0),
                  (0.2, y + 0.025),
                  (-0.2, y + 0.045)], shade(cloth, 0.84 + 0.12 * k), edge=0.4, name="thing")
    s.cut(q, box(-0.02, -0.075, 0.03, 0.15), shade(cloth, 0.6), smooth=False, edge=0.4)
    s.cut(q, box(0.44, -0.008, 0.07, 0.016), STEEL, smooth=False, edge=0.5)


FINE_FLAT: dict[str, Drawer] = {
    "letter": letter, "key": key, "coin": coin, "phone": phone, "watch": watch, "glove": glove,
    "knife": knife, "sword": sword, "gun": gun, "map": chart, "umbrella": umbrella,
}
