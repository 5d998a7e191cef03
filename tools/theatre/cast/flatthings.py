"""Things that lie flat, hang on a wall or float, cut from paper. Know no hands and no camera.

Drawn in a frame whose unit is the thing's width; the base line is y = 0, up is negative.
"""

from __future__ import annotations

import math

from tools.theatre.cast.colour import blend, from_hex, shade
from tools.theatre.cast.figure import Colour
from tools.theatre.cast.fineflat import FINE_FLAT
from tools.theatre.cast.shape import Place, Sheet, limb, ring
from tools.theatre.cast.thingpaper import INK, PAPER, Drawer, box, leaf, lines, on, panel

# Outlines are read as rows of points.
# fmt: off

def sheet(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a written page with a fold across."""
    at = leaf(s, p, 0.6, colour or PAPER)
    s.rule(p, panel(at, 0.0, 0.49, 1.0, 0.505), shade(PAPER, 0.82), "fold")
    lines(s, p, at, 8, INK)


def drawing(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a child's drawing: a sun, a hill, a house."""
    at = leaf(s, p, 0.62, PAPER)
    hill = [on(at, 0.05, 0.9), on(at, 0.2, 0.66), on(at, 0.55, 0.55), on(at, 0.95, 0.72),
            on(at, 0.95, 0.93)]
    s.rule(p, hill, blend(from_hex("#7f9a5a"), PAPER, 0.2), "drawn hill")
    s.rule(p, panel(at, 0.42, 0.32, 0.64, 0.62), colour or from_hex("#b5543f"), "drawn house")
    s.rule(p, [on(at, 0.38, 0.33), on(at, 0.53, 0.14), on(at, 0.68, 0.33)], INK, "drawn roof")
    x, y = on(at, 0.18, 0.24)
    s.ink(p, ring(x, y, 0.07, 0.045), from_hex("#e0a93c"), "drawn sun")


def ticket(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a ticket with a stub and a printed band."""
    tone = colour or from_hex("#d9c08a")
    at = leaf(s, p, 0.36, tone)
    s.rule(p, panel(at, 0.07, 0.14, 0.93, 0.2), shade(tone, 0.6), "rule")
    s.rule(p, panel(at, 0.07, 0.8, 0.93, 0.86), shade(tone, 0.6), "rule")
    s.rule(p, panel(at, 0.12, 0.33, 0.6, 0.48), from_hex("#7a2f2c"), "print")
    s.rule(p, panel(at, 0.12, 0.57, 0.46, 0.66), INK, "print")
    for k in range(7):
        x, y = on(at, 0.74, 0.12 + 0.128 * k)
        s.ink(p, ring(x, y, 0.01, 0.008), shade(tone, 0.45), "hole")
    s.rule(p, panel(at, 0.80, 0.34, 0.92, 0.66), INK, "print")


def photo(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a photograph of someone by the sea."""
    at = leaf(s, p, 0.58, PAPER)
    s.rule(p, panel(at, 0.07, 0.09, 0.93, 0.86), from_hex("#8fa3ab"), "sky")
    s.rule(p, panel(at, 0.07, 0.55, 0.93, 0.86), from_hex("#5d6f70"), "sea")
    x, y = on(at, 0.44, 0.4)
    s.ink(p, ring(x, y, 0.06, 0.05), from_hex("#c9a184"), "face")
    s.ink(p, ring(x, y - 0.025, 0.062, 0.035), from_hex("#3c2c22"), "hair")
    body = [on(at, 0.3, 0.86), on(at, 0.36, 0.55), on(at, 0.52, 0.55), on(at, 0.6, 0.86)]
    s.rule(p, body, colour or from_hex("#7d3b3a"), "coat")


def newspaper(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a folded newspaper: title, picture, columns."""
    tone = from_hex("#d8d0bc")
    s.cut(p, [(-0.5, 0.03), (0.5, 0.03), (0.5, -0.02), (-0.5, -0.02)], shade(tone, 0.7),
          smooth=False, name="thing fold")
    at = leaf(s, p, 0.44, tone)
    s.rule(p, panel(at, 0.08, 0.08, 0.92, 0.2), INK, "title")
    s.rule(p, panel(at, 0.08, 0.3, 0.48, 0.78), from_hex("#8a8478"), "picture")
    s.rule(p, panel(at, 0.2, 0.42, 0.36, 0.78), from_hex("#4c4740"), "picture")
    for k in range(8):
        v = 0.3 + 0.075 * k
        s.rule(p, panel(at, 0.54, v, 0.9 - 0.06 * (k % 3), v + 0.028), INK, "column")


def book(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut an open book with written pages."""
    cover = colour or from_hex("#7a3b38")
    s.cut(p, [(-0.5, 0.03), (-0.44, -0.4), (0.44, -0.4), (0.5, 0.03)], cover, smooth=False,
          name="thing")
    for side in (-1.0, 1.0):
        page = [(side * 0.46, -0.01), (side * 0.25, 0.02), (0.0, -0.02), (0.0, -0.37),
                (side * 0.22, -0.41), (side * 0.41, -0.38)]
        s.cut(p, page, shade(PAPER, 1.0 if side > 0 else 0.94), smooth=False, shadow=0.25,
              name="page")
        for k in range(7):
            y = -0.34 + 0.045 * k
            s.rule(p, box(side * 0.21 - 0.15 + 0.012 * k * side, y, 0.28 - 0.05 * (k % 2), 0.012),
                  INK, "writing")


def button(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a button with four holes and an end of thread."""
    horn = colour or from_hex("#8a5f48")
    s.cut(p, ring(0.0, -0.29, 0.5, 0.33, 14), shade(horn, 0.62), name="thing")
    s.cut(p, ring(0.0, -0.34, 0.5, 0.33, 14), horn, edge=0.5, name="thing")
    s.cut(p, ring(0.0, -0.34, 0.34, 0.22, 14), shade(horn, 0.86), edge=0.4, shadow=0.2)
    for x in (-0.09, 0.09):
        for y in (-0.39, -0.28):
            s.ink(p, ring(x, y, 0.04, 0.028), shade(horn, 0.3), "hole")
    s.cut(p, limb([(-0.09, -0.39), (0.24, -0.62), (0.5, -0.5)], (0.012, 0.01, 0.006)), PAPER)


def finger_ring(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a ring with a stone."""
    gold = colour or from_hex("#d0a545")
    s.cut(p, ring(0.0, -0.36, 0.46, 0.34, 14), gold, edge=0.5, name="thing")
    s.ink(p, ring(0.0, -0.36, 0.34, 0.23, 14), shade(gold, 0.3), "hole")
    s.cut(p, ring(0.0, -0.74, 0.15, 0.13, 6), from_hex("#9fd0d8"), edge=0.5, name="stone")


def pen(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a pen lying at a slant."""
    tone = colour or from_hex("#2f3c58")
    q = p.child(0.0, -0.12, -0.14)
    s.cut(q, limb([(-0.42, 0.0), (0.0, 0.0), (0.3, 0.0)], (0.038, 0.04, 0.034)), tone, edge=0.4,
          name="thing")
    s.cut(q, [(0.3, -0.034), (0.48, -0.004), (0.48, 0.004), (0.3, 0.034)], from_hex("#b9a06a"),
          smooth=False, name="nib")
    s.rule(q, box(-0.2, -0.055, 0.28, 0.014), shade(tone, 1.8), "clip")


def spoon(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a spoon lying at a slant."""
    metal = colour or from_hex("#b5bcc0")
    q = p.child(0.0, -0.1, -0.1)
    s.cut(q, limb([(-0.48, 0.0), (-0.1, 0.01), (0.24, 0.0)], (0.028, 0.018, 0.02)), metal,
          edge=0.5, name="thing")
    s.cut(q, ring(0.35, 0.0, 0.15, 0.075, 12), metal, edge=0.6, name="thing")
    s.cut(q, ring(0.35, 0.008, 0.11, 0.05, 12), shade(metal, 0.74), shadow=0.1)


def feather(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a feather with its vane split here and there."""
    tone = colour or from_hex("#e6e2da")
    q = p.child(0.0, -0.14, -0.18 + 0.01 * math.sin(t * 2.1))
    vane = [(-0.4, 0.0), (-0.3, -0.09), (-0.05, -0.13), (0.02, -0.1), (0.06, -0.135), (0.3, -0.11),
            (0.47, -0.02), (0.3, 0.06), (0.1, 0.095), (0.06, 0.06), (0.0, 0.1), (-0.25, 0.06)]
    s.cut(q, vane, tone, edge=0.3, name="thing")
    s.ink(q, limb([(-0.52, 0.01), (0.0, -0.01), (0.44, -0.02)], (0.012, 0.009, 0.003)),
          shade(tone, 0.66), "quill")


def calendar(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a wall calendar: picture above, days below, one of them ringed."""
    s.cut(p, box(-0.5, -1.3, 1.0, 1.3), PAPER, smooth=False, name="thing")
    s.rule(p, box(-0.44, -1.24, 0.88, 0.5), colour or from_hex("#7f9a9f"), "picture")
    hill = [(-0.44, -0.74), (-0.2, -0.95), (0.05, -0.84), (0.3, -1.0), (0.44, -0.74)]
    s.rule(p, hill, from_hex("#4f6a5a"), "picture")
    for k in range(28):
        x, y = -0.4 + 0.118 * (k % 7), -0.6 + 0.14 * (k // 7)
        s.rule(p, box(x, y, 0.07, 0.06), INK if k < 17 else blend(INK, PAPER, 0.5), "day")
    ring_ = ring(-0.01 + 0.0, -0.29, 0.085, 0.075, 12)
    inner = ring(-0.01, -0.29, 0.066, 0.056, 12)
    s.ink(p, [*ring_, ring_[0], inner[0], *reversed(inner)], from_hex("#b0332c"), "mark")
    s.ink(p, ring(0.0, -1.33, 0.03), from_hex("#6a6258"), "nail")


def picture(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a framed picture of a coast."""
    s.cut(p, box(-0.5, -0.86, 1.0, 0.86), colour or from_hex("#6a4a30"), smooth=False, edge=0.4,
          name="thing")
    s.rule(p, box(-0.41, -0.77, 0.82, 0.68), from_hex("#b8b49c"), "picture")
    s.rule(p, box(-0.41, -0.4, 0.82, 0.31), from_hex("#5f7c86"), "picture")
    cliff = [(-0.41, -0.09), (-0.41, -0.56), (-0.2, -0.52), (-0.06, -0.3), (0.1, -0.09)]
    s.rule(p, cliff, from_hex("#5a5648"), "picture")


def sign(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a painted board with two rows of letters."""
    tone = colour or from_hex("#3f5a58")
    s.cut(p, box(-0.5, -0.5, 1.0, 0.5), tone, smooth=False, edge=0.4, name="thing")
    s.rule(p, box(-0.465, -0.465, 0.93, 0.43), shade(tone, 1.35), "border")
    s.rule(p, box(-0.45, -0.45, 0.9, 0.4), tone, "border")
    for k in range(7):
        s.rule(p, box(-0.36 + 0.105 * k, -0.38, 0.07 if k % 3 else 0.03, 0.13), PAPER, "letter")
    for k in range(9):
        s.rule(p, box(-0.31 + 0.07 * k, -0.18, 0.045, 0.06), blend(PAPER, tone, 0.3), "letter")


def switch(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a switch on its plate."""
    s.cut(p, box(-0.5, -1.4, 1.0, 1.4), colour or from_hex("#cfc6b2"), smooth=False, edge=0.4,
          name="thing")
    s.rule(p, box(-0.16, -0.98, 0.32, 0.56), from_hex("#5f584c"), "slot")
    s.cut(p, [(-0.11, -0.72), (0.11, -0.72), (0.15, -0.36), (-0.15, -0.36)], PAPER, edge=0.5)
    for y in (-1.25, -0.15):
        s.ink(p, ring(0.0, y, 0.05), from_hex("#8a8274"), "screw")


def balloon(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a balloon on a string that sways."""
    tone, sway = colour or from_hex("#b8403c"), 0.05 * math.sin(t * 1.1)
    s.cut(p, limb([(sway, -0.42), (-sway, -0.18), (sway, 0.1)], (0.008, 0.007, 0.006)), INK,
          name="string")
    s.cut(p, [(-0.05 + sway, -0.38), (0.05 + sway, -0.38), (sway, -0.45)], shade(tone, 0.8))
    skin = [(sway, -0.42), (-0.3 + sway, -0.66), (-0.45 + sway, -0.98), (-0.3 + sway, -1.3),
            (sway, -1.42), (0.3 + sway, -1.3), (0.45 + sway, -0.98), (0.3 + sway, -0.66)]
    s.cut(p, skin, tone, grade=0.16, edge=0.4, name="thing")
    s.ink(p, ring(-0.17 + sway, -1.14, 0.07, 0.11), blend(tone, (255.0, 255.0, 255.0), 0.5))


def moth(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a moth that beats its wings."""
    tone, beat = colour or from_hex("#b09a78"), 0.65 + 0.35 * math.sin(t * 21.0)
    for side in (-1.0, 1.0):
        fore = [(0.02 * side, -0.34), (0.3 * side, -0.34 - 0.3 * beat), (0.5 * side,
                -0.3 - 0.32 * beat), (0.44 * side, -0.3), (0.16 * side, -0.24)]
        hind = [(0.02 * side, -0.28), (0.3 * side, -0.26), (0.36 * side, -0.1), (0.2 * side, -0.02),
                (0.04 * side, -0.16)]
        s.cut(p, hind, shade(tone, 0.82), name="wing")
        s.cut(p, fore, tone, edge=0.35, name="wing")
        s.ink(p, ring(0.32 * side, -0.38 - 0.16 * beat, 0.05, 0.045), shade(tone, 0.5), "spot")
    s.cut(p, ring(0.0, -0.25, 0.05, 0.2), shade(tone, 0.6), name="thing")


def plane(s: Sheet, p: Place, colour: Colour | None, t: float) -> None:
    """Cut a paper plane that lifts its nose a little."""
    tone = colour or PAPER
    q = p.child(0.0, -0.16, -0.05 * math.sin(t * 1.7))
    s.cut(q, [(-0.5, -0.18), (0.5, 0.0), (-0.34, 0.02)], tone, smooth=False, edge=0.3, name="thing")
    s.cut(q, [(-0.34, 0.02), (0.5, 0.0), (-0.42, 0.2)], shade(tone, 0.78), smooth=False)
    s.cut(q, [(-0.5, -0.18), (0.5, 0.0), (-0.3, -0.06)], shade(tone, 0.88), smooth=False)


FLAT: dict[str, Drawer] = {
    **FINE_FLAT, "sheet": sheet, "drawing": drawing, "ticket": ticket, "photo": photo,
    "newspaper": newspaper, "book": book, "button": button, "ring": finger_ring, "pen": pen,
    "spoon": spoon, "feather": feather, "calendar": calendar, "picture": picture, "sign": sign,
    "switch": switch, "balloon": balloon, "moth": moth, "plane": plane,
}
