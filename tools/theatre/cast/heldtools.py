"""Tools, bags, instruments and arms in a hand. Know nothing of bodies.

Drawn round the palm at (0, 0), x towards facing, y down; one unit is an adult's stature.
"""

from __future__ import annotations

from tools.theatre.cast.colour import blend, from_hex, shade
from tools.theatre.cast.figure import Colour
from tools.theatre.cast.heldpaper import INK, WHITE, Draw, box
from tools.theatre.cast.heldplay import HELD_PLAY
from tools.theatre.cast.shape import Place, Sheet, limb, ring

# Outlines are read as rows of points.
# fmt: off

STEEL, BRASS, WOOD = from_hex("#b9c2c8"), from_hex("#c9a04e"), from_hex("#8a5a34")


def suitcase(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a suitcase hanging from its grip."""
    hide = colour or from_hex("#8a5634")
    s.cut(p, [(-0.036, 0.034), (-0.026, 0.0), (0.026, 0.0), (0.036, 0.034), (0.022, 0.034),
              (0.014, 0.012), (-0.014, 0.012), (-0.022, 0.034)], shade(hide, 0.5), smooth=False,
          edge=0.4, name="prop handle")
    s.cut(p, box(-0.13, 0.03, 0.26, 0.175), hide, smooth=False, edge=0.4, grade=0.12, name="prop")
    s.rule(p, box(-0.13, 0.085, 0.26, 0.005), shade(hide, 0.5), "seam")
    for x in (-0.09, 0.068):
        s.cut(p, box(x, 0.03, 0.022, 0.175), shade(hide, 0.68), smooth=False, shadow=0.25, edge=0.3)
        s.rule(p, box(x + 0.003, 0.088, 0.016, 0.016), BRASS, "buckle")


def bag(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a soft bag with two handles."""
    hide = colour or from_hex("#7a4a3a")
    s.cut(p, limb([(-0.055, 0.075), (0.0, -0.005), (0.055, 0.075)], (0.006, 0.007, 0.006)),
          shade(hide, 0.6), edge=0.4)
    s.cut(p, [(-0.085, 0.065), (0.085, 0.065), (0.105, 0.17), (0.07, 0.2), (-0.07, 0.2),
              (-0.105, 0.17)], hide, edge=0.4, grade=0.12, name="prop")
    s.cut(p, [(-0.086, 0.065), (0.086, 0.065), (0.07, 0.105), (0.0, 0.118), (-0.07, 0.105)],
          shade(hide, 0.84), shadow=0.35, edge=0.35)
    s.ink(p, ring(0.0, 0.112, 0.009), BRASS, "clasp")


def basket(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a woven basket with fruit in it."""
    cane = colour or from_hex("#b5854a")
    for x, tone in ((-0.05, "#c9403a"), (0.0, "#e0a53c"), (0.05, "#8fa04a")):
        s.cut(p, ring(x, 0.075, 0.03), from_hex(tone), edge=0.45)
    s.cut(p, limb([(-0.085, 0.085), (0.0, -0.03), (0.085, 0.085)], (0.007, 0.008, 0.007)),
          shade(cane, 0.7), edge=0.4)
    s.cut(p, [(-0.1, 0.075), (0.1, 0.075), (0.078, 0.175), (-0.078, 0.175)], cane, smooth=False,
          edge=0.4, grade=0.1, name="prop")
    weave = [box(-0.09 + 0.03 * k + 0.015 * (j % 2), 0.085 + 0.021 * j, 0.015, 0.014)
             for j in range(4) for k in range(6) if abs(-0.083 + 0.03 * k) < 0.085 - 0.004 * j]
    s.inks(p, weave, shade(cane, 0.66), "weave", within=True, smooth=False)
    s.cut(p, box(-0.105, 0.068, 0.21, 0.016), shade(cane, 1.12), smooth=False, edge=0.4)


def bucket(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a bucket."""
    tin = colour or from_hex("#9aa6ae")
    s.cut(p, limb([(-0.066, 0.085), (0.0, -0.005), (0.066, 0.085)], (0.004, 0.0045, 0.004)),
          shade(tin, 0.55))
    s.cut(p, [(-0.08, 0.08), (0.08, 0.08), (0.058, 0.2), (-0.058, 0.2)], tin, smooth=False,
          edge=0.5, grade=0.1, name="prop")
    s.ink(p, ring(0.0, 0.08, 0.08, 0.014, 14), shade(tin, 0.5), "inside")
    s.rule(p, box(-0.072, 0.12, 0.144, 0.008), shade(tin, 0.72), "hoop")


def lantern(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a lantern with a flame behind its glass."""
    metal = colour or from_hex("#6a4e2c")
    s.cut(p, limb([(-0.026, 0.036), (0.0, -0.002), (0.026, 0.036)], (0.003, 0.0035, 0.003)), metal)
    s.cut(p, box(-0.032, 0.05, 0.064, 0.078), from_hex("#ffcf78"), smooth=False, shadow=0.1,
          texture=False, edge=0.0, name="prop light")
    s.ink(p, ring(0.0, 0.092, 0.02, 0.032), from_hex("#ffe6a6"), "prop light")
    s.ink(p, [(0.0, 0.062), (0.011, 0.092), (0.006, 0.112), (-0.006, 0.112), (-0.011, 0.092)],
          from_hex("#fffbe6"), "prop flame")
    for x in (-0.034, -0.004, 0.026):
        s.cut(p, box(x, 0.05, 0.008, 0.078), metal, smooth=False, shadow=0.1, edge=0.3)
    s.cut(p, [(-0.044, 0.054), (-0.016, 0.028), (0.016, 0.028), (0.044, 0.054)], metal, edge=0.5,
          smooth=False)
    s.cut(p, box(-0.043, 0.124, 0.086, 0.018), metal, smooth=False, edge=0.5, name="prop")


def flashlight(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a torch with its lamp lit."""
    body = colour or from_hex("#3a4048")
    s.cut(p, box(-0.04, -0.022, 0.1, 0.028), body, smooth=False, edge=0.5, name="prop")
    s.cut(p, [(0.058, -0.026), (0.092, -0.038), (0.092, 0.022), (0.058, 0.01)], shade(body, 1.2),
          smooth=False, edge=0.5)
    s.ink(p, ring(0.092, -0.008, 0.008, 0.028), from_hex("#fff6cf"), "prop light")
    s.rule(p, box(-0.005, -0.028, 0.022, 0.008), from_hex("#c9403a"), "switch")


def phone(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a phone, its screen lit."""
    q = p.child(0.016, -0.04, 0.16)
    s.cut(q, box(-0.028, -0.052, 0.056, 0.1), colour or from_hex("#24262c"), smooth=False, edge=0.5,
          name="prop")
    s.rule(q, box(-0.023, -0.045, 0.046, 0.084), from_hex("#a9d4ea"), "prop screen")
    s.rule(q, box(-0.018, -0.034, 0.026, 0.014), WHITE, "message")
    s.rule(q, box(-0.006, -0.012, 0.024, 0.014), from_hex("#5fb48a"), "message")


def radio(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a walkie-talkie with its aerial."""
    case = colour or from_hex("#4a5a48")
    s.cut(p, box(-0.018, -0.15, 0.007, 0.1), INK, smooth=False)
    s.cut(p, box(-0.026, -0.06, 0.056, 0.1), case, smooth=False, edge=0.45, name="prop")
    s.inks(p, [box(-0.018, -0.048 + 0.011 * k, 0.04, 0.005) for k in range(4)], shade(case, 0.4),
           "grille", within=False, smooth=False)
    s.rule(p, box(-0.016, 0.004, 0.036, 0.018), from_hex("#f0c65a"), "dial")


def laptop(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut an open laptop resting on the palm."""
    metal = colour or from_hex("#a5acb2")
    s.cut(p, [(-0.11, 0.02), (0.09, 0.02), (0.11, 0.042), (-0.12, 0.042)], shade(metal, 0.8),
          smooth=False, edge=0.45, name="prop")
    s.cut(p, [(-0.1, 0.024), (0.09, 0.024), (0.115, -0.105), (-0.075, -0.105)], metal, smooth=False,
          edge=0.45, name="prop")
    s.ink(p, ring(0.008, -0.042, 0.014), blend(metal, WHITE, 0.6), "badge")


def camera(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a camera with a lens and a strap."""
    body = colour or from_hex("#33363c")
    s.cut(p, limb([(-0.05, -0.03), (-0.02, 0.06), (0.07, -0.03)], (0.004, 0.004, 0.004)), WOOD)
    s.cut(p, box(-0.048, -0.066, 0.122, 0.078), body, smooth=False, edge=0.45, name="prop")
    s.cut(p, box(-0.048, -0.066, 0.122, 0.022), STEEL, smooth=False, edge=0.5)
    s.cut(p, box(-0.008, -0.084, 0.04, 0.022), shade(STEEL, 0.85), smooth=False, edge=0.5)
    for r, tone in ((0.034, "#22252a"), (0.026, "#5a6068"), (0.019, "#1c3a52")):
        s.cut(p, ring(0.013, -0.022, r), from_hex(tone), edge=0.5, shadow=0.3)
    s.ink(p, ring(0.006, -0.03, 0.006), from_hex("#bfe0f0"), "glint")


def umbrella(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut an open umbrella, its ribs and hooked handle."""
    cloth = colour or from_hex("#b5352e")
    s.cut(p, box(-0.005, -0.52, 0.01, 0.55), from_hex("#4a3a2c"), smooth=False, edge=0.3)
    s.cut(p, limb([(0.0, 0.03), (0.012, 0.055), (0.03, 0.035)], (0.006, 0.006, 0.005)), WOOD)
    p = p.child(0.0, -0.15)
    rims = [(-0.27, -0.325), (-0.18, -0.355), (-0.09, -0.335), (0.0, -0.36), (0.09, -0.335),
            (0.18, -0.355), (0.27, -0.325)]
    dome = [(-0.22, -0.43), (-0.12, -0.5), (0.0, -0.525), (0.12, -0.5), (0.22, -0.43)]
    s.cut(p, [*dome, *reversed(rims)], cloth, grade=0.14, edge=0.35, name="prop")
    for (ax, ay), (bx, by), k in ((rims[1], rims[2], 0.84), (rims[2], rims[4], 1.12),
                                  (rims[4], rims[5], 0.84)):
        s.cut(p, [(ax, ay), (ax * 0.7, -0.45), (0.0, -0.523), (bx * 0.7, -0.45), (bx, by),
                  ((ax + bx) / 2, -0.372)], shade(cloth, k), shadow=0.12, edge=0.15)
    s.cut(p, box(-0.004, -0.55, 0.008, 0.03), from_hex("#4a3a2c"), smooth=False)


def cane(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a walking stick with a brass knob."""
    s.cut(p, box(-0.008, -0.03, 0.016, 0.5), colour or from_hex("#6a4530"), smooth=False, edge=0.4,
          name="prop")
    s.cut(p, ring(0.0, -0.035, 0.017), BRASS, edge=0.5)


def broom(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a broom, its bristles on the floor."""
    q = p.child(0.0, 0.0, 0.16)
    s.cut(q, box(-0.008, -0.32, 0.016, 0.72), WOOD, smooth=False, edge=0.4, name="prop")
    straw = colour or from_hex("#d9b45a")
    s.cut(q, [(-0.02, 0.37), (0.02, 0.37), (0.07, 0.5), (-0.07, 0.5)], straw, smooth=False,
          edge=0.4, grade=0.1, name="prop")
    s.inks(q, [box(-0.045 + 0.022 * k, 0.42, 0.005, 0.08) for k in range(5)], shade(straw, 0.68),
           "straw", within=False, smooth=False)
    s.rule(q, box(-0.03, 0.385, 0.06, 0.012), from_hex("#b5352e"), "cord")


def sword(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a sword held upright: broad blade, guard, pommel."""
    q = p.child(0.0, 0.0, 0.32)
    s.cut(q, [(-0.017, -0.04), (-0.015, -0.4), (0.0, -0.45), (0.015, -0.4), (0.017, -0.04)],
          colour or STEEL, smooth=False, edge=0.55, name="prop")
    s.rule(q, box(-0.004, -0.38, 0.008, 0.33), shade(STEEL, 0.72), "fuller")
    s.cut(q, [(-0.065, -0.045), (0.065, -0.045), (0.06, -0.028), (-0.06, -0.028)], BRASS, edge=0.5)
    s.cut(q, box(-0.011, -0.03, 0.022, 0.075), from_hex("#5a3422"), smooth=False, edge=0.4)
    s.cut(q, ring(0.0, 0.055, 0.018), BRASS, edge=0.5)


def knife(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a kitchen knife, point up and away."""
    q = p.child(0.01, -0.01, 0.9)
    s.cut(q, [(-0.013, -0.03), (-0.015, -0.12), (0.013, -0.16), (0.013, -0.03)], STEEL,
          smooth=False, edge=0.55, name="prop")
    s.cut(q, box(-0.012, -0.034, 0.024, 0.07), colour or from_hex("#4a2f22"), smooth=False,
          edge=0.4)
    s.inks(q, [ring(0.0, -0.012, 0.004), ring(0.0, 0.014, 0.004)], BRASS, "rivet", within=False)


def gun(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a stage pistol, pointing down, its muzzle stopped with a red plug."""
    q, iron = p.child(0.012, -0.006, 0.55), colour or from_hex("#44484f")
    s.cut(q, [(-0.022, -0.02), (0.006, -0.02), (0.0, 0.055), (-0.03, 0.05)], WOOD, smooth=False,
          edge=0.4)
    s.cut(q, box(-0.03, -0.046, 0.14, 0.03), iron, smooth=False, edge=0.5, name="prop")
    s.rule(q, box(0.104, -0.04, 0.012, 0.018), from_hex("#e0582e"), "plug")


def key(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a large key held up by its bow."""
    q, metal = p.child(0.01, -0.02, 0.5), colour or BRASS
    outer, inner = ring(0.0, 0.0, 0.026, 0.026, 12), ring(0.0, 0.0, 0.013, 0.013, 12)
    s.cut(q, box(-0.006, -0.11, 0.012, 0.092), metal, smooth=False, edge=0.5, name="prop")
    for y, w in ((-0.108, 0.03), (-0.086, 0.022)):
        s.cut(q, box(0.0, y, w, 0.012), metal, smooth=False, edge=0.5)
    s.cut(q, [*outer, outer[0], inner[0], *reversed(inner)], metal, edge=0.5, name="prop")


def pen(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a pen, its nib forward."""
    q, tone = p.child(0.02, 0.0, 0.7), colour or from_hex("#2f4f8a")
    s.cut(q, box(-0.007, -0.08, 0.014, 0.1), tone, smooth=False, edge=0.5, name="prop")
    s.cut(q, [(-0.007, 0.02), (0.007, 0.02), (0.0, 0.044)], BRASS, smooth=False, edge=0.4)
    s.rule(q, box(0.006, -0.075, 0.004, 0.04), BRASS, "clip")


def brush(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a paint brush, loaded."""
    q = p.child(0.02, 0.0, 0.7)
    s.cut(q, limb([(0.0, 0.05), (0.0, -0.02), (0.0, -0.08)], (0.004, 0.008, 0.007)), WOOD, edge=0.4,
          name="prop")
    s.cut(q, box(-0.009, -0.1, 0.018, 0.024), STEEL, smooth=False, edge=0.5)
    s.cut(q, [(-0.009, -0.1), (0.009, -0.1), (0.0, -0.14)], colour or from_hex("#c9403a"), edge=0.4)


def spanner(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a spanner."""
    q, metal = p.child(0.01, -0.02, 0.35), colour or STEEL
    s.cut(q, box(-0.01, -0.1, 0.02, 0.15), metal, smooth=False, edge=0.5, name="prop")
    s.cut(q, [(-0.03, -0.1), (-0.028, -0.145), (-0.012, -0.15), (-0.01, -0.122), (0.01, -0.122),
              (0.012, -0.15), (0.028, -0.145), (0.03, -0.1), (0.0, -0.084)], metal, smooth=False,
          edge=0.5, name="prop")


def hammer(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a hammer."""
    q = p.child(0.0, 0.0, 0.25)
    s.cut(q, box(-0.009, -0.15, 0.018, 0.21), colour or WOOD, smooth=False, edge=0.4, name="prop")
    s.cut(q, [(-0.045, -0.178), (0.03, -0.178), (0.06, -0.166), (0.03, -0.142), (-0.045, -0.142)],
          from_hex("#5a6068"), smooth=False, edge=0.55, name="prop")


def parcel(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a parcel tied with string."""
    paper = colour or from_hex("#b58d5c")
    q = p.child(0.03, -0.03, 0.04)
    s.cut(q, box(-0.07, -0.058, 0.14, 0.1), paper, smooth=False, edge=0.4, grade=0.08, name="prop")
    cord = from_hex("#b5352e")
    s.rule(q, box(-0.005, -0.058, 0.01, 0.1), cord, "string")
    s.rule(q, box(-0.07, -0.014, 0.14, 0.01), cord, "string")
    for turn in (-0.8, 0.8):
        s.cut(q.child(0.0, -0.06, turn), ring(0.0, -0.018, 0.011, 0.018), cord, edge=0.4)


def tray(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a tray with a pot and a cup on it."""
    s.cut(p, [(-0.01, -0.03), (0.03, -0.06), (0.07, -0.06), (0.09, -0.03), (0.08, -0.012),
              (0.0, -0.012)], from_hex("#8fa6b4"), edge=0.5, grade=0.1)
    s.cut(p, box(-0.08, -0.05, 0.045, 0.038), from_hex("#efe6d2"), smooth=False, edge=0.45)
    s.cut(p, [(-0.13, -0.016), (0.15, -0.016), (0.13, 0.006), (-0.11, 0.006)],
          colour or from_hex("#a8703c"), smooth=False, edge=0.5, name="prop")


HELD_HEAVY: dict[str, Draw] = {
    "suitcase": suitcase, "bag": bag, "basket": basket, "bucket": bucket, "lantern": lantern,
    "flashlight": flashlight, "phone": phone, "radio": radio, "laptop": laptop, "camera": camera,
    "umbrella": umbrella, "cane": cane, "broom": broom, "sword": sword, "knife": knife, "gun": gun,
    "key": key, "pen": pen, "brush": brush, "spanner": spanner, "hammer": hammer, "parcel": parcel,
    "tray": tray, **HELD_PLAY,
}
