"""Boats and ships in profile on their water line. World measures; knows no place."""

from __future__ import annotations

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import Colour, colour, ellipse, mix, rectangle, scale, spline, tapered
from tools.theatre.sets.streetware import GLOW, IRON, PAPER, WOOD, box, glass, shape


def fishing_boat(canvas: Canvas, x: float, w: float, hull: Colour, lit: bool, water: float) -> None:
    """A trawler or ferry in profile, w long, on the water at height `water`."""
    h = 0.16 * w
    white = mix(hull, (222.0, 228.0, 230.0), 0.8)
    mast = (x + 0.26 * w, water - 3.9 * h)
    _rigging(canvas, x, w, water, mast)
    _house(canvas, x, w, water, hull, white)
    _hull(canvas, x, w, water, hull, white)
    for k in range(4):
        left = 0.055 * w * k
        pane = (x - 0.12 * w + left, water - 2.7 * h, x - 0.08 * w + left, water - 2.3 * h)
        glass(canvas, rectangle(*pane), lit)
    for k in range(5):
        hole = (x - 0.21 * w + 0.078 * w * k, water - 1.45 * h, 0.019 * w, 0.019 * w)
        glass(canvas, ellipse(*hole, 16), lit)
    if lit:
        canvas.shine(ellipse(mast[0], mast[1], 0.010 * w, 0.010 * w, 10), GLOW)


def _rigging(canvas: Canvas, x: float, w: float, water: float, mast: tuple[float, float]) -> None:
    h = 0.16 * w
    for foot in (x - 0.42 * w, x + 0.50 * w):
        stay = tapered(mast, (foot, water - 1.05 * h), 0.0022 * w, 0.0022 * w)
        canvas.piece(stay, IRON, shadow=0)
    canvas.piece(tapered(mast, (mast[0], water - h), 0.006 * w, 0.010 * w), WOOD, edge=0.5)
    boom = ((mast[0], water - 1.6 * h), (x - 0.05 * w, water - 3.3 * h))
    canvas.piece(tapered(*boom, 0.007 * w, 0.004 * w), WOOD)


def _house(canvas: Canvas, x: float, w: float, water: float, hull: Colour, white: Colour) -> None:
    """Deckhouse, bridge and funnel."""
    h = 0.16 * w

    def block(a: float, high: float, b: float, low: float, tone: Colour, thick: float) -> None:
        box(canvas, x + a * w, water - high * h, x + b * w, water - low * h, tone, thick)

    block(-0.26, 2.0, 0.16, 0.8, white, 0.02)
    block(-0.14, 2.9, 0.10, 1.95, scale(white, 0.96), 0.02)
    block(-0.17, 3.0, 0.13, 2.85, scale(hull, 0.8), 0.01)
    funnel = [(-0.23, 2.9), (-0.16, 2.9), (-0.15, 1.95), (-0.24, 1.95)]
    shape(canvas, [(x + u * w, water - v * h) for u, v in funnel], colour("#a8443a"), 0.014)
    block(-0.235, 2.75, -0.157, 2.6, PAPER, 0.004)


def _hull(canvas: Canvas, x: float, w: float, water: float, hull: Colour, white: Colour) -> None:
    """The hull's side, its painted bottom and the rail along its sheer."""
    h, keel = 0.16 * w, water + 0.04

    def at(*places: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x + u * w, water - v * h) for u, v in places]

    sheer = at((-0.52, 1.1), (-0.2, 0.92), (0.3, 1.02), (0.57, 1.55), (0.50, 0.6))
    sides = spline([*sheer, (x + 0.44 * w, keel), (x - 0.46 * w, keel)], steps=5)
    canvas.piece(sides, hull, edge=0.4, grade=0.16, thickness=0.03)
    low = [*at((-0.49, 0.25), (0.46, 0.25)), (x + 0.44 * w, keel), (x - 0.47 * w, keel)]
    shape(canvas, low, colour("#8c3b34"), 0.004)
    over = at((-0.53, 1.16), (-0.2, 0.98), (0.3, 1.08), (0.58, 1.62))
    under = at((0.57, 1.50), (0.3, 0.96), (-0.2, 0.86), (-0.52, 1.04))
    canvas.piece(spline([*over, *under], steps=4), white, edge=0.3, thickness=0.008)


def sailboat(canvas: Canvas, x: float, w: float, hull: Colour, water: float) -> None:
    """A small sailing boat, w long."""
    top = water - 1.35 * w
    canvas.piece(tapered((x, water), (x, top), 0.012 * w, 0.006 * w), WOOD)
    main = spline(
        [
            (x + 0.02 * w, top),
            (x + 0.22 * w, water - 0.7 * w),
            (x + 0.44 * w, water - 0.22 * w),
            (x + 0.02 * w, water - 0.2 * w),
        ],
        steps=6,
    )
    canvas.piece(main, colour("#f0e6d2"), edge=0.3, grade=0.1, thickness=0.02 * w)
    shape(
        canvas,
        [
            (x - 0.03 * w, top + 0.12 * w),
            (x - 0.40 * w, water - 0.2 * w),
            (x - 0.03 * w, water - 0.2 * w),
        ],
        mix(hull, colour("#f0e6d2"), 0.25),
        0.015 * w,
    )
    shape(
        canvas,
        [
            (x - 0.5 * w, water - 0.15 * w),
            (x + 0.52 * w, water - 0.17 * w),
            (x + 0.36 * w, water + 0.02),
            (x - 0.38 * w, water + 0.02),
        ],
        hull,
        0.02 * w,
    )
