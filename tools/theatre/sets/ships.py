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
    for foot in (x - 0.42 * w, x + 0.50 * w):
        canvas.piece(
            tapered(mast, (foot, water - 1.05 * h), 0.0022 * w, 0.0022 * w), IRON, shadow=0
        )
    canvas.piece(tapered(mast, (mast[0], water - h), 0.006 * w, 0.010 * w), WOOD, edge=0.5)
    canvas.piece(
        tapered((mast[0], water - 1.6 * h), (x - 0.05 * w, water - 3.3 * h), 0.007 * w, 0.004 * w),
        WOOD,
    )
    box(canvas, x - 0.26 * w, water - 2.0 * h, x + 0.16 * w, water - 0.8 * h, white, 0.02)
    box(
        canvas,
        x - 0.14 * w,
        water - 2.9 * h,
        x + 0.10 * w,
        water - 1.95 * h,
        scale(white, 0.96),
        0.02,
    )
    box(
        canvas,
        x - 0.17 * w,
        water - 3.0 * h,
        x + 0.13 * w,
        water - 2.85 * h,
        scale(hull, 0.8),
        0.01,
    )
    funnel = [
        (x - 0.23 * w, water - 2.9 * h),
        (x - 0.16 * w, water - 2.9 * h),
        (x - 0.15 * w, water - 1.95 * h),
        (x - 0.24 * w, water - 1.95 * h),
    ]
    shape(canvas, funnel, colour("#a8443a"), 0.014)
    box(canvas, x - 0.235 * w, water - 2.75 * h, x - 0.157 * w, water - 2.6 * h, PAPER, 0.004)
    sides = spline(
        [
            (x - 0.52 * w, water - 1.1 * h),
            (x - 0.2 * w, water - 0.92 * h),
            (x + 0.3 * w, water - 1.02 * h),
            (x + 0.57 * w, water - 1.55 * h),
            (x + 0.50 * w, water - 0.6 * h),
            (x + 0.44 * w, water + 0.04),
            (x - 0.46 * w, water + 0.04),
        ],
        steps=5,
    )
    canvas.piece(sides, hull, edge=0.4, grade=0.16, thickness=0.03)
    low = [
        (x - 0.49 * w, water - 0.25 * h),
        (x + 0.46 * w, water - 0.25 * h),
        (x + 0.44 * w, water + 0.04),
        (x - 0.47 * w, water + 0.04),
    ]
    shape(canvas, low, colour("#8c3b34"), 0.004)
    rail = spline(
        [
            (x - 0.53 * w, water - 1.16 * h),
            (x - 0.2 * w, water - 0.98 * h),
            (x + 0.3 * w, water - 1.08 * h),
            (x + 0.58 * w, water - 1.62 * h),
            (x + 0.57 * w, water - 1.50 * h),
            (x + 0.3 * w, water - 0.96 * h),
            (x - 0.2 * w, water - 0.86 * h),
            (x - 0.52 * w, water - 1.04 * h),
        ],
        steps=4,
    )
    canvas.piece(rail, white, edge=0.3, thickness=0.008)
    for k in range(4):
        glass(
            canvas,
            rectangle(
                x - 0.12 * w + 0.055 * w * k,
                water - 2.7 * h,
                x - 0.08 * w + 0.055 * w * k,
                water - 2.3 * h,
            ),
            lit,
        )
    for k in range(5):
        glass(
            canvas,
            ellipse(x - 0.21 * w + 0.078 * w * k, water - 1.45 * h, 0.019 * w, 0.019 * w, 16),
            lit,
        )
    if lit:
        canvas.shine(ellipse(mast[0], mast[1], 0.010 * w, 0.010 * w, 10), GLOW)


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
