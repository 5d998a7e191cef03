"""Light things in a hand: paper, vessels, small finds. Know nothing of bodies.

Drawn round the palm at (0, 0), x towards facing, y down; one unit is an adult's stature.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from tools.theatre.cast.colour import blend, from_hex, shade
from tools.theatre.cast.figure import Colour, Point
from tools.theatre.cast.shape import Place, Sheet, limb, ring

# Outlines are read as rows of points.
# fmt: off

Draw = Callable[[Sheet, Place, "Colour | None"], None]
PAPER, INK = from_hex("#efe6d0"), from_hex("#4a4038")
WHITE = (255.0, 255.0, 255.0)


def box(x: float, y: float, w: float, h: float) -> list[Point]:
    """Return a rectangle from its upper left corner."""
    return [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]


def _rows(s: Sheet, p: Place, at: tuple[float, float, float, float], rows: int) -> None:
    x, y, w, h = at
    lines = [box(x, y + h * k / rows, w * (0.95 - 0.22 * (k % 3)), h / rows * 0.35)
             for k in range(rows)]
    s.inks(p, lines, INK, "writing", within=False, smooth=False)


def letter(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut an envelope with its flap and seal."""
    tone, q = colour or PAPER, p.child(0.03, -0.035, 0.12)
    s.cut(q, box(-0.075, -0.05, 0.15, 0.098), tone, smooth=False, shadow=0.4, edge=0.35,
          name="prop")
    s.cut(q, [(-0.075, -0.05), (0.0, 0.008), (0.075, -0.05)], shade(tone, 0.92), smooth=False,
          shadow=0.4, edge=0.35, name="prop fold")
    s.cut(q, ring(0.0, 0.004, 0.014), from_hex("#b5352e"), edge=0.5, shadow=0.3, name="seal")


def page(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a written page that curls at a corner."""
    tone, q = colour or PAPER, p.child(0.03, -0.06, 0.06)
    s.cut(q, [(-0.06, -0.09), (0.062, -0.085), (0.066, 0.05), (0.03, 0.078), (-0.064, 0.07)], tone,
          smooth=False, shadow=0.4, edge=0.35, grade=0.06, name="prop")
    s.cut(q, [(0.066, 0.05), (0.03, 0.078), (0.028, 0.046)], shade(tone, 0.8), smooth=False,
          edge=0.3, name="prop fold")
    _rows(s, q, (-0.045, -0.068, 0.095, 0.11), 7)


def chart(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a map, folded in three, with a coast and a cross."""
    tone, q = colour or from_hex("#dcc896"), p.child(0.05, -0.05, 0.0)
    for k in range(3):
        x, lift = -0.12 + 0.08 * k, 0.012 * (k % 2)
        s.cut(q, [(x, -0.07 + lift), (x + 0.08, -0.058 - lift), (x + 0.08, 0.072 - lift),
                  (x, 0.06 + lift)], shade(tone, 1.0 - 0.1 * (k % 2)), smooth=False, edge=0.3,
              name="prop")
    s.ink(q, [(-0.115, 0.04), (-0.06, 0.0), (0.0, -0.01), (0.06, -0.05), (0.115, -0.05),
              (0.115, 0.01), (0.04, 0.03), (-0.05, 0.055)], from_hex("#8fa06a"), "land")
    for turn in (0.785, -0.785):
        s.rule(q.child(0.05, -0.01, turn), box(-0.017, -0.0035, 0.034, 0.007), from_hex("#b5352e"),
               "cross")


def photo(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a snapshot with a white border: someone before a hill."""
    q = p.child(0.035, -0.045, 0.1)
    s.cut(q, box(-0.052, -0.055, 0.104, 0.112), PAPER, smooth=False, shadow=0.4, edge=0.35,
          name="prop")
    s.rule(q, box(-0.043, -0.046, 0.086, 0.076), from_hex("#9fb6bd"), "picture")
    s.ink(q, [(-0.043, 0.03), (-0.043, 0.002), (-0.01, -0.008), (0.043, 0.012), (0.043, 0.03)],
          from_hex("#6f8058"), "picture")
    s.ink(q, ring(0.004, -0.014, 0.013, 0.015), from_hex("#c99a78"), "face")
    s.rule(q, [(-0.018, 0.03), (-0.01, 0.004), (0.018, 0.004), (0.026, 0.03)],
           colour or from_hex("#a8403c"), "coat")


def newspaper(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut an open newspaper."""
    tone, q = from_hex("#ddd5c2"), p.child(0.06, -0.06, -0.04)
    for side in (-1.0, 1.0):
        s.cut(q, [(0.0, -0.11), (0.125 * side, -0.125), (0.13 * side, 0.085), (0.0, 0.1)],
              shade(tone, 1.0 if side > 0 else 0.9), smooth=False, edge=0.3, name="prop")
        s.rule(q, box(0.065 * side - 0.05, -0.1, 0.1, 0.022), INK, "title")
        _rows(s, q, (0.065 * side - 0.05, -0.066, 0.045, 0.13), 8)
        s.rule(q, box(0.065 * side + 0.003, -0.066, 0.046, 0.05), from_hex("#8a8478"), "picture")


def ticket(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a ticket with a stub."""
    tone, q = colour or from_hex("#e2b95a"), p.child(0.03, -0.025, 0.12)
    s.cut(q, box(-0.055, -0.028, 0.11, 0.054), tone, smooth=False, edge=0.4, name="prop")
    s.rule(q, box(0.024, -0.028, 0.004, 0.054), shade(tone, 0.5), "stub")
    s.inks(q, [box(-0.045, -0.016, 0.055, 0.011), box(-0.045, 0.004, 0.04, 0.009)],
           from_hex("#7a2f2c"), "print", within=False, smooth=False)


def book(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut an open book with written pages and a ribbon."""
    cover, q = colour or from_hex("#9a3b38"), p.child(0.035, -0.045, -0.06)
    s.cut(q, [(-0.105, -0.062), (0.0, -0.048), (0.105, -0.062), (0.108, 0.06), (0.0, 0.074),
              (-0.108, 0.06)], cover, smooth=False, edge=0.4, name="prop")
    for side in (-1.0, 1.0):
        leaf = [(0.0, -0.056), (0.05 * side, -0.07), (0.096 * side, -0.064), (0.098 * side, 0.048),
                (0.05 * side, 0.046), (0.0, 0.062)]
        s.cut(q, leaf, shade(PAPER, 1.0 if side > 0 else 0.93), smooth=False, shadow=0.25, edge=0.2,
              name="page")
        _rows(s, q, (0.052 * side - 0.037, -0.048, 0.074, 0.086), 6)
    s.rule(q, [(-0.004, -0.054), (0.004, -0.054), (0.006, 0.09), (0.0, 0.082), (-0.005, 0.09)],
           from_hex("#d9a445"), "ribbon")


def cup(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a mug, steam over it."""
    clay = colour or from_hex("#d3c8b0")
    s.cut(p, [(0.036, -0.042), (0.066, -0.04), (0.068, 0.0), (0.036, 0.008), (0.036, -0.004),
              (0.054, -0.01), (0.053, -0.028), (0.036, -0.03)], shade(clay, 0.9), edge=0.4,
          name="prop handle")
    s.cut(p, [(-0.034, -0.058), (0.042, -0.058), (0.04, 0.0), (0.03, 0.022), (-0.022, 0.022),
              (-0.032, 0.0)], clay, edge=0.45, grade=0.1, name="prop")
    s.rule(p, box(-0.033, -0.03, 0.074, 0.012), shade(clay, 0.7), "band")
    s.ink(p, ring(0.004, -0.058, 0.038, 0.009), shade(clay, 1.15), "rim")
    s.ink(p, ring(0.004, -0.057, 0.032, 0.0065), from_hex("#3b2416"), "prop drink")


def glass(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a glass of water with a glint."""
    tone = colour or from_hex("#a9c4cc")
    s.cut(p, [(-0.026, -0.07), (0.032, -0.07), (0.026, 0.024), (-0.02, 0.024)],
          blend(tone, WHITE, 0.35), smooth=False, edge=0.55, name="prop")
    s.rule(p, [(-0.023, -0.036), (0.029, -0.036), (0.025, 0.018), (-0.018, 0.018)],
           blend(tone, from_hex("#4f8aa0"), 0.6), "drink")
    s.rule(p, box(-0.016, -0.062, 0.008, 0.075), blend(tone, WHITE, 0.85), "shine")


def goblet(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a wine glass."""
    pale = from_hex("#cfdde0")
    s.cut(p, ring(0.004, 0.045, 0.026, 0.006), pale, edge=0.5, name="prop")
    s.cut(p, box(0.0, -0.02, 0.007, 0.065), pale, smooth=False, edge=0.4, name="prop")
    s.cut(p, [(-0.027, -0.095), (0.034, -0.095), (0.03, -0.045), (0.004, -0.016), (-0.023, -0.045)],
          pale, edge=0.55, name="prop")
    s.ink(p, [(-0.024, -0.07), (0.031, -0.07), (0.027, -0.045), (0.004, -0.022), (-0.02, -0.045)],
          colour or from_hex("#8a2434"), "prop drink")


def bottle(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a bottle with a label."""
    tone = colour or from_hex("#3f7a54")
    s.cut(p, [(-0.013, -0.15), (0.017, -0.15), (0.018, -0.105), (0.036, -0.075), (0.037, 0.055),
              (-0.033, 0.055), (-0.032, -0.075), (-0.014, -0.105)], tone, edge=0.55, grade=0.08,
          name="prop")
    s.cut(p, box(-0.015, -0.16, 0.034, 0.02), from_hex("#c9a96a"), smooth=False, edge=0.4)
    s.cut(p, box(-0.032, -0.045, 0.068, 0.055), PAPER, smooth=False, shadow=0.15, edge=0.2)
    s.rule(p, box(-0.02, -0.032, 0.044, 0.009), from_hex("#9a3b38"), "label")
    s.rule(p, box(-0.024, -0.07, 0.007, 0.11), blend(tone, WHITE, 0.6), "shine")


def jug(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a clay jug with a handle and a band."""
    clay = colour or from_hex("#b5683f")
    s.cut(p, limb([(0.03, -0.1), (0.085, -0.07), (0.05, -0.005)], (0.008, 0.009, 0.008)),
          shade(clay, 0.82), edge=0.4)
    s.cut(p, [(-0.028, -0.13), (0.036, -0.13), (0.028, -0.09), (0.066, -0.03), (0.056, 0.045),
              (-0.044, 0.045), (-0.056, -0.03), (-0.018, -0.09)], clay, edge=0.45, grade=0.12,
          name="prop")
    s.rule(p, box(-0.056, -0.03, 0.122, 0.011), shade(clay, 0.62), "band")


def candle(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a candle in a holder with a ring for the finger."""
    brass = from_hex("#c9a04e")
    s.cut(p, ring(0.0, 0.006, 0.045, 0.011), brass, edge=0.5, name="prop")
    s.cut(p, [(-0.012, -0.085), (0.012, -0.088), (0.013, 0.0), (-0.013, 0.0)],
          colour or from_hex("#efe4cc"), smooth=False, edge=0.35, name="prop")
    s.ink(p, [(0.0, -0.14), (0.016, -0.105), (0.009, -0.088), (-0.009, -0.088), (-0.015, -0.105)],
          from_hex("#ffcf70"), "prop light")
    s.ink(p, [(0.0, -0.122), (0.007, -0.1), (0.0, -0.09), (-0.007, -0.1)], from_hex("#fffbe8"),
          "prop flame")


def flower(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut one flower with a leaf."""
    s.cut(p, limb([(0.0, 0.07), (0.006, 0.0), (0.0, -0.09)], (0.004, 0.0045, 0.004)),
          from_hex("#55863f"), name="prop stem")
    s.cut(p, [(0.003, 0.0), (0.03, -0.03), (0.05, -0.03), (0.03, -0.002)], from_hex("#6a9a4a"),
          edge=0.35)
    petal = colour or from_hex("#d2485c")
    for k in range(6):
        a = math.pi * k / 3
        s.cut(p, ring(0.023 * math.cos(a), -0.112 + 0.023 * math.sin(a), 0.019), petal, shadow=0.25,
              edge=0.35, name="prop")
    s.cut(p, ring(0.0, -0.112, 0.013), from_hex("#f0c65a"), edge=0.4)


def bouquet(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a bunch of flowers in paper."""
    for k in range(9):
        a = -1.2 + 0.3 * k
        x, y = 0.085 * math.sin(a), -0.11 - 0.05 * math.cos(a) - 0.02 * (k % 2)
        tone = (colour or from_hex("#d2485c"), from_hex("#f0d07a"), from_hex("#e8e0ea"))[k % 3]
        s.cut(p, [(0.0, -0.02), (x - 0.006, y), (x + 0.006, y)], from_hex("#55863f"), smooth=False)
        s.cut(p, ring(x, y, 0.028, 0.026), tone, edge=0.4, shadow=0.3, name="prop")
        s.ink(p, ring(x, y, 0.009), shade(tone, 0.62), "eye")
    s.cut(p, [(-0.065, -0.09), (0.0, -0.055), (0.07, -0.09), (0.022, 0.06), (-0.018, 0.06)],
          from_hex("#e8dcc4"), smooth=False, edge=0.4, name="prop")
    s.rule(p, box(-0.03, -0.008, 0.064, 0.014), from_hex("#b5352e"), "ribbon")


def coin(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a coin held up between finger and thumb."""
    gold = colour or from_hex("#e0b545")
    s.cut(p, ring(0.022, -0.028, 0.024, 0.024), shade(gold, 0.8), edge=0.55, name="prop")
    s.cut(p, ring(0.022, -0.028, 0.017, 0.017), gold, edge=0.4, shadow=0.2)
    s.ink(p, ring(0.016, -0.034, 0.005), blend(gold, WHITE, 0.7), "shine")


def gold_ring(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a ring with a stone held up."""
    gold = colour or from_hex("#e0b545")
    outer, inner = ring(0.02, -0.026, 0.02, 0.02, 14), ring(0.02, -0.026, 0.012, 0.012, 14)
    s.cut(p, [*outer, outer[0], inner[0], *reversed(inner)], gold, edge=0.5, name="prop")
    s.cut(p, ring(0.02, -0.052, 0.011, 0.010, 6), from_hex("#8fe0ea"), edge=0.6, name="stone")
    s.ink(p, ring(0.017, -0.055, 0.003), WHITE, "shine")


def pebble(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a stone."""
    s.cut(p, [(-0.012, -0.01), (0.0, -0.036), (0.03, -0.036), (0.044, -0.012), (0.03, 0.008),
              (0.0, 0.01)], colour or from_hex("#8f949a"), edge=0.5, grade=0.12, name="prop")


def apple(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut an apple with its leaf."""
    red = colour or from_hex("#c9403a")
    s.cut(p, [(0.016, -0.05), (0.04, -0.054), (0.052, -0.026), (0.036, 0.008), (0.016, 0.004),
              (-0.004, 0.008), (-0.02, -0.026), (-0.008, -0.054)], red, edge=0.5, grade=0.12,
          name="prop")
    s.cut(p, [(0.016, -0.05), (0.03, -0.078), (0.046, -0.076), (0.03, -0.056)], from_hex("#6a9a4a"))
    s.ink(p, ring(0.0, -0.034, 0.007, 0.01), blend(red, WHITE, 0.55), "shine")


def ball(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a ball with a band."""
    tone = colour or from_hex("#d2483c")
    s.cut(p, ring(0.03, -0.03, 0.058, 0.058, 14), tone, edge=0.5, grade=0.14, name="prop")
    s.ink(p, [(-0.026, -0.04), (0.03, -0.03), (0.086, -0.046), (0.087, -0.026), (0.03, -0.01),
              (-0.027, -0.02)], PAPER, "band")
    s.ink(p, ring(0.01, -0.06, 0.011, 0.009), blend(tone, WHITE, 0.65), "shine")


HELD_LIGHT: dict[str, Draw] = {
    "letter": letter, "page": page, "map": chart, "photo": photo, "newspaper": newspaper,
    "ticket": ticket, "book": book, "cup": cup, "glass": glass, "goblet": goblet, "bottle": bottle,
    "jug": jug, "candle": candle, "flower": flower, "bouquet": bouquet, "coin": coin,
    "ring": gold_ring, "pebble": pebble, "apple": apple, "ball": ball,
}
