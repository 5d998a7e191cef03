"""Instruments, toys and cloth in a hand. Know nothing of bodies.

Drawn round the palm at (0, 0), x towards facing, y down; one unit is an adult's stature.
"""

from __future__ import annotations

from tools.theatre.cast.colour import blend, from_hex, shade
from tools.theatre.cast.figure import Colour
from tools.theatre.cast.heldpaper import INK, WHITE, Draw, box
from tools.theatre.cast.shape import Place, Sheet, limb, ring

# Outlines are read as rows of points.
# fmt: off

WOOD = from_hex("#8a5a34")


def guitar(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a guitar hanging across the body."""
    q, wood = p.child(-0.02, 0.02, -1.15), colour or from_hex("#c2833e")
    s.cut(q, box(-0.013, -0.36, 0.026, 0.26), from_hex("#4a2f22"), smooth=False, edge=0.4)
    s.cut(q, box(-0.022, -0.42, 0.044, 0.07), from_hex("#5a3828"), smooth=False, edge=0.4)
    body = [(0.0, -0.12), (0.07, -0.1), (0.075, -0.03), (0.055, 0.01), (0.1, 0.08), (0.08, 0.16),
            (0.0, 0.18), (-0.08, 0.16), (-0.1, 0.08), (-0.055, 0.01), (-0.075, -0.03),
            (-0.07, -0.1)]
    s.cut(q, body, wood, edge=0.45, grade=0.1, name="prop")
    s.ink(q, ring(0.0, 0.01, 0.03), from_hex("#2c1c14"), "hole")
    s.rule(q, box(-0.035, 0.1, 0.07, 0.012), from_hex("#4a2f22"), "bridge")
    s.inks(q, [box(-0.009 + 0.006 * k, -0.38, 0.0015, 0.48) for k in range(4)], from_hex("#efe6d2"),
           "string", within=False, smooth=False)


def hat(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a brimmed hat held by its brim."""
    q, felt = p.child(0.04, -0.01, 0.2), colour or from_hex("#5a4a42")
    s.cut(q, [(-0.1, 0.0), (-0.05, -0.018), (0.05, -0.018), (0.1, 0.0), (0.05, 0.016),
              (-0.05, 0.016)], felt, edge=0.45, name="prop")
    s.cut(q, [(-0.052, -0.008), (-0.048, -0.075), (-0.015, -0.09), (0.0, -0.08), (0.015, -0.09),
              (0.048, -0.075), (0.052, -0.008)], felt, edge=0.45, grade=0.1, name="prop")
    s.rule(q, [(-0.052, -0.028), (0.052, -0.028), (0.052, -0.01), (-0.052, -0.01)],
           from_hex("#b5352e"), "band")


def rope(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a coil of rope."""
    hemp = colour or from_hex("#c9a96a")
    for k in range(4):
        r = 0.075 - 0.013 * k
        outer = ring(0.0, 0.06, r, r * 1.15, 14)
        inner = ring(0.0, 0.06, r - 0.01, r * 1.15 - 0.01, 14)
        s.cut(p, [*outer, outer[0], inner[0], *reversed(inner)], shade(hemp, 1.0 - 0.1 * (k % 2)),
              edge=0.45, shadow=0.3, name="prop")


def flag(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a flag on its staff."""
    s.cut(p, box(-0.006, -0.42, 0.012, 0.6), WOOD, smooth=False, edge=0.4, name="prop")
    s.cut(p, [(0.006, -0.41), (0.08, -0.43), (0.15, -0.4), (0.22, -0.41), (0.215, -0.28),
              (0.15, -0.27), (0.08, -0.3), (0.006, -0.28)], colour or from_hex("#b5352e"), edge=0.4,
          grade=0.1, name="prop")


def teddy(s: Sheet, p: Place, colour: Colour | None) -> None:
    """Cut a toy bear held by the arm."""
    fur, q = colour or from_hex("#b5854a"), p.child(0.01, 0.06)
    for x in (-0.03, 0.03):
        s.cut(q, ring(x, 0.07, 0.02, 0.024), shade(fur, 0.9), edge=0.35)
        s.cut(q, ring(x * 0.9, -0.075, 0.014), shade(fur, 0.9), edge=0.35)
    s.cut(q, limb([(-0.02, -0.06), (-0.03, -0.03), (-0.045, 0.02)], (0.012, 0.013, 0.012)), fur)
    s.cut(q, limb([(-0.005, -0.06), (0.02, 0.0), (0.045, 0.02)], (0.012, 0.013, 0.012)), fur)
    s.cut(q, ring(0.0, 0.03, 0.042, 0.05), fur, edge=0.4, grade=0.1, name="prop")
    s.cut(q, ring(0.0, -0.045, 0.037, 0.034), fur, edge=0.4, name="prop")
    s.ink(q, ring(0.004, -0.036, 0.015, 0.011), blend(fur, WHITE, 0.5), "snout")
    s.inks(q, [ring(-0.011, -0.054, 0.004), ring(0.015, -0.054, 0.004), ring(0.005, -0.04, 0.004)],
           INK, "eye", within=False)


HELD_PLAY: dict[str, Draw] = {
    "guitar": guitar, "hat": hat, "rope": rope, "flag": flag, "teddy": teddy,
}
