"""A thing as a figure: large, sharp, with the hand that moves it. Knows no person and no set.

Its Look has kind "thing", its species is the kind of thing, `marks` holds "hand" when someone
moves it; skin and trim are then that one's skin and sleeve.
"""

from __future__ import annotations

import math

from tools.theatre.cast.colour import shade
from tools.theatre.cast.figure import Figure, Point
from tools.theatre.cast.flatthings import FLAT
from tools.theatre.cast.look import Look
from tools.theatre.cast.performance import Performance
from tools.theatre.cast.shape import Place, Sheet, ease, limb
from tools.theatre.cast.standingthings import STANDING
from tools.theatre.cast.thingwords import KINDS, LIGHTS

SLIDE = 0.16
"""World units a thing is moved by a hand over the shot."""


def thing_figure(look: Look, performance: Performance, frame: float, fps: float) -> Figure:
    """Return the thing at a frame, standing on the figure's origin; a pure function."""
    kind = KINDS.get(look.species, KINDS["box"])
    seconds = frame / (fps if fps > 0 else 24.0)
    handled = "hand" in look.marks
    unit = kind.tall if kind.name in STANDING else kind.wide
    shift = _slide(performance, frame) * performance.facing if handled else 0.0
    lift = 0.02 * math.sin(seconds * 1.4) if kind.lie == "air" else 0.0
    at = Place(unit, 0.0, 0.0, unit, shift, lift)
    colour = look.props[0][1] if look.props else None
    sheet = Sheet()
    (STANDING.get(kind.name) or FLAT[kind.name])(sheet, at, colour, seconds)
    if handled:
        _hand(sheet, look, performance.facing, (shift, lift), (kind.wide, kind.tall))
    joints = {"ground": (shift, 0.0), "middle": (shift, -kind.tall / 2)}
    if kind.lie in ("wall", "air"):
        joints["afloat"] = (shift, 0.0)
    if kind.name in LIGHTS:
        joints["light"] = (shift, -kind.tall * (0.72 if kind.name != "lantern" else 0.42))
    return Figure(sheet.parts(Place()), joints, (shift, -kind.tall / 2, kind.tall / 2))


def _slide(performance: Performance, frame: float) -> float:
    """Return how far from its middle place the thing is: it comes with the hand, then rests."""
    u = ease((frame / max(1, performance.frames) - 0.12) / 0.5)
    return SLIDE * (u - 1.0) * 0.7


def _hand(sheet: Sheet, look: Look, facing: float, at: Point, size: Point) -> None:
    """Cut a hand and its sleeve coming in from the side the thing is moved from."""
    wide, tall = size
    side = -facing
    skin, cloth = look.gloves or look.skin, look.trim
    x, y = at[0] + side * wide * 0.46, at[1] - min(tall * 0.45, 0.05)
    wrist = (x + side * 0.075, y + 0.026)
    elbow = (x + side * 0.34, y + 0.15)
    hand = Place(-side, 0.0, 0.0, 1.0, x, y)
    for k in range(3, -1, -1):
        root, tip = (-0.032, -0.016 + 0.011 * k), (0.022 - 0.006 * abs(k - 1), -0.02 + 0.013 * k)
        knuckle = ((root[0] + tip[0]) / 2, (root[1] + tip[1]) / 2 - 0.006)
        sheet.cut(hand, limb([root, knuckle, tip], (0.0085, 0.008, 0.0062)),
                  shade(skin, 0.9 + 0.035 * k), shadow=0.35, name="finger")  # fmt: skip
    palm = [(-0.085, 0.004), (-0.07, -0.016), (-0.03, -0.027), (-0.012, -0.014), (-0.01, 0.02),
            (-0.03, 0.036), (-0.074, 0.042)]  # fmt: skip
    sheet.cut(hand, palm, skin, edge=0.3, shadow=0.3, name="hand")
    thumb = [(-0.05, 0.026), (-0.018, 0.036), (0.012, 0.03)]
    sheet.cut(hand, limb(thumb, (0.013, 0.01, 0.007)), shade(skin, 1.03), shadow=0.3, name="thumb")
    middle = ((wrist[0] + elbow[0]) / 2, (wrist[1] + elbow[1]) / 2)
    sheet.cut(Place(), limb([wrist, middle, elbow], (0.036, 0.05, 0.062)), cloth, grade=0.08,
              name="sleeve")  # fmt: skip
    cuff = (wrist[0] + side * 0.012, wrist[1] + 0.006)
    sheet.cut(Place(), limb([wrist, cuff, cuff], (0.039, 0.04, 0.038)), shade(cloth, 0.8),
              name="cuff")  # fmt: skip
