"""What dresses a room's walls: pictures, posters, clocks, mirrors, doors, cloth in folds.

World measures; knows no room and no light.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import (
    Colour,
    Plate,
    chance,
    colour,
    ellipse,
    mix,
    rectangle,
    scale,
    tapered,
)

Painter = Callable[[Canvas], None]

BRIGHT = tuple(
    colour(c)
    for c in (
        "#b5473c",
        "#2f6f8f",
        "#d09a3a",
        "#5c7f4a",
        "#7a4f86",
        "#e0c48a",
        "#35507a",
        "#c2703d",
        "#3f8f86",
    )
)
"""Spines, jars, posters."""


def shade_box(
    canvas: Canvas, x0: float, y0: float, x1: float, y1: float, soft: float, depth: float
) -> None:
    """Darken a soft-edged box: the shadow of something that stands before a wall."""
    across = _ramp(canvas.x, x0, x1, soft)
    down = _ramp(canvas.y, y0, y1, soft)
    canvas.rgb *= (1 - np.float32(depth) * across * down)[..., None]


def _ramp(place: Plate, low: float, high: float, soft: float) -> Plate:
    inside = np.minimum(place - low, high - place) / soft + 0.5
    return np.asarray(np.clip(inside, 0, 1), np.float32)


def under(tone: Colour, level: Colour) -> Colour:
    """A tone as it shows under a light level."""
    b, g, r = (min(255.0, part * gain) for part, gain in zip(tone, level, strict=True))
    return (b, g, r)


def draped(canvas: Canvas, outline: Plate, tone: Colour, period: float, depth: float = 0.3) -> None:
    """Cloth that falls in folds."""
    canvas.piece(outline, tone, shadow=0.5, thickness=0.018, edge=0.15)
    share = canvas.mask(outline).astype(np.float32) / 255
    wave = np.sin(canvas.x * (2 * math.pi / period) + 0.7 * np.sin(canvas.y * 3.0))
    fine = np.sin(canvas.x * (2 * math.pi / period * 2.3) + 1.0)
    level = 1 + np.float32(depth) * (0.75 * wave + 0.3 * fine)
    canvas.rgb *= (1 + share * (level - 1))[..., None]


def picture(canvas: Canvas, x: float, y: float, w: float, h: float, seed: int) -> None:
    """A framed picture with a mount: land, sea at sunset, portrait, flowers or shapes."""
    rng = chance(seed)
    frame = colour(("#c9a45a", "#3a2c24", "#8a5a3a", "#e4ddd0")[int(rng.integers(4))])
    canvas.piece(rectangle(x - w / 2, y - h / 2, x + w / 2, y + h / 2), frame, shadow=0.55,
                 edge=0.5, thickness=0.014)  # fmt: skip
    a, b, top, foot = x - w * 0.42, x + w * 0.42, y - h * 0.42, y + h * 0.42
    canvas.piece(rectangle(a, top, b, foot), colour("#ece4d2"), shadow=0.25, thickness=0.005)
    a, b, top, foot = x - w * 0.34, x + w * 0.34, y - h * 0.34, y + h * 0.34
    tone = BRIGHT[int(rng.integers(len(BRIGHT)))]
    canvas.piece(rectangle(a, top, b, foot), mix(tone, colour("#f2dcb4"), 0.62), shadow=0.1,
                 edge=0.0)  # fmt: skip
    kind = int(rng.integers(4))
    if kind == 0:
        _portrait(canvas, (a, top, b, foot), tone)
    elif kind == 1:
        canvas.piece(ellipse(x + w * 0.08, y - h * 0.08, w * 0.09, w * 0.09), colour("#f0b45a"),
                     shadow=0)  # fmt: skip
        canvas.piece(rectangle(a, y + h * 0.06, b, foot), scale(tone, 0.75), shadow=0.1)
        hull = [(x - w * 0.2, y + h * 0.05), (x, y + h * 0.05), (x - w * 0.04, y + h * 0.12),
                (x - w * 0.17, y + h * 0.12)]  # fmt: skip
        canvas.piece(np.array(hull, np.float32), colour("#3b2c28"), shadow=0.1)
        sail = [(x - w * 0.10, y - h * 0.2), (x - w * 0.1, y + h * 0.04), (x, y + h * 0.03)]
        canvas.piece(np.array(sail, np.float32), colour("#efe6d6"), shadow=0.2)
    else:
        _hills_in(canvas, (a, top, b, foot), tone, rng)


def _portrait(canvas: Canvas, box: tuple[float, float, float, float], tone: Colour) -> None:
    a, top, b, foot = box
    x, w, h = (a + b) / 2, b - a, foot - top
    shoulders = [(a + 0.1 * w, foot), (x - 0.2 * w, foot - 0.30 * h), (x + 0.2 * w,
            foot - 0.30 * h), (b - 0.1 * w, foot)]  # fmt: skip
    canvas.piece(np.array(shoulders, np.float32), scale(tone, 0.8), shadow=0.3, thickness=0.005)
    canvas.piece(ellipse(x, top + 0.42 * h, 0.19 * w, 0.21 * h), colour("#d3a582"), shadow=0.3,
                 thickness=0.005)  # fmt: skip
    hair = ellipse(x, top + 0.34 * h, 0.21 * w, 0.17 * h, 30)[14:]
    canvas.piece(hair, colour("#3a2a22"), shadow=0.2, thickness=0.004)


def _hills_in(
    canvas: Canvas,
    box: tuple[float, float, float, float],
    tone: Colour,
    rng: np.random.Generator,
) -> None:
    a, top, b, foot = box
    for k in range(3):
        rise = rng.uniform(0.1, 0.75, 5)
        level = foot - (foot - top) * 0.24 * (3 - k)
        crest = [(a + (b - a) * i / 4, level - 0.16 * (foot - top) * float(r))
                 for i, r in enumerate(rise)]  # fmt: skip
        tint = mix(scale(tone, 0.95 - 0.2 * k), BRIGHT[int(rng.integers(len(BRIGHT)))], 0.35)
        canvas.piece(np.array([*crest, (b, foot), (a, foot)], np.float32), tint, shadow=0.25,
                     thickness=0.004)  # fmt: skip


def poster(canvas: Canvas, x: float, y: float, w: float, h: float, seed: int) -> None:
    """A poster pinned askew: a bold shape and lines of type."""
    rng = chance(seed)
    turn = float(rng.uniform(-0.05, 0.05))
    tone, second = (BRIGHT[int(k)] for k in rng.permutation(len(BRIGHT))[:2])

    def at(u: float, v: float) -> tuple[float, float]:
        dx, dy = u * w, v * h
        return x + dx * math.cos(turn) - dy * math.sin(turn), y + dx * math.sin(turn) + dy

    def quad(u0: float, v0: float, u1: float, v1: float) -> Plate:
        return np.array([at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)], np.float32)

    canvas.piece(quad(-0.5, -0.5, 0.5, 0.5), tone, shadow=0.4, thickness=0.008)
    if seed % 2:
        centre = at(0.0, -0.12)
        canvas.piece(ellipse(*centre, w * 0.30, w * 0.30), second, shadow=0.2, thickness=0.004)
        star = [at(0.17 * math.sin(k * 1.2566), -0.12 - 0.12 * math.cos(k * 1.2566)) for k in
                (0, 2, 4, 1, 3)]  # fmt: skip
        canvas.piece(np.array(star, np.float32), colour("#f3e4c0"), shadow=0.1)
    else:
        for k in range(4):
            v = -0.42 + 0.14 * k
            canvas.piece(quad(-0.4 + 0.08 * k, v, 0.4, v + 0.08), mix(second, tone, 0.2 * k),
                         shadow=0.1)  # fmt: skip
    canvas.piece(quad(-0.38, 0.24, 0.38, 0.34), colour("#f3e4c0"), shadow=0)
    canvas.piece(quad(-0.26, 0.39, 0.26, 0.43), scale(tone, 0.5), shadow=0)


def clock(canvas: Canvas, x: float, y: float, r: float, rim: Colour) -> None:
    """A round wall clock."""
    canvas.piece(ellipse(x, y, r, r, 40), rim, shadow=0.5, edge=0.5, thickness=0.014)
    canvas.piece(ellipse(x, y, r * 0.82, r * 0.82, 40), colour("#f0e8d6"), shadow=0.2)
    for k in range(12):
        a = math.pi * k / 6
        canvas.piece(ellipse(x + 0.66 * r * math.cos(a), y + 0.66 * r * math.sin(a), r * 0.05,
                             r * 0.05, 8), colour("#3a332c"), shadow=0, edge=0)  # fmt: skip
    for a, long in ((-0.9, 0.42), (2.2, 0.62)):
        tip = (x + long * r * math.cos(a), y + long * r * math.sin(a))
        canvas.piece(tapered((x, y), tip, r * 0.05, r * 0.03), colour("#2c2620"), shadow=0.2)


def mirror(canvas: Canvas, x: float, y: float, w: float, h: float, frame: Colour) -> None:
    """An oval mirror with a pale reflection."""
    canvas.piece(ellipse(x, y, w / 2, h / 2, 40), frame, shadow=0.5, edge=0.5, thickness=0.014)
    canvas.piece(ellipse(x, y, w * 0.42, h * 0.43, 40), colour("#a9bcc4"), shadow=0.15, grade=0.3)
    for k in (-0.10, 0.02):
        band = [(x + (k + 0.1) * w, y - 0.3 * h), (x + (k + 0.16) * w, y - 0.3 * h),
                (x + (k - 0.12) * w, y + 0.3 * h), (x + (k - 0.18) * w, y + 0.3 * h)]  # fmt: skip
        canvas.piece(np.array(band, np.float32), colour("#dfe9ec"), shadow=0, edge=0)


def doorway(
    canvas: Canvas, x: float, wood: Colour, *, height: float = 1.22, w: float = 0.54,
    open_: bool = False, glow: Colour | None = None,
) -> None:  # fmt: skip
    """A panelled door in its frame; open, one sees the next room's light, or its dark."""
    x0, x1 = x - w / 2, x + w / 2
    t = 0.055
    canvas.piece(rectangle(x0 - t, -height - t, x1 + t, 0.0), scale(wood, 0.82), shadow=0.5,
                 edge=0.4, thickness=0.016)  # fmt: skip
    if open_:
        canvas.piece(rectangle(x0, -height, x1, 0.0), colour("#17130f"), shadow=0)
        if glow is not None:
            canvas.shine(rectangle(x0, -height, x1, 0.0), scale(glow, 0.42), 0.9)
            inner = [(x0, 0.0), (x1, 0.0), (x1 - 0.12, -0.2), (x0 + 0.04, -0.2)]
            canvas.shine(np.array(inner, np.float32), scale(glow, 0.7), 0.35)
        leaf = [(x0, -height), (x0 + 0.17, -height + 0.06), (x0 + 0.17, -0.03), (x0, 0.0)]
        canvas.piece(np.array(leaf, np.float32), scale(wood, 0.9), shadow=0.4)
        return
    canvas.piece(rectangle(x0, -height, x1, 0.0), wood, shadow=0.35, thickness=0.012)
    for top, foot in ((0.93, 0.62), (0.55, 0.08)):
        for k in (0, 1):
            a = x0 + 0.05 + k * (w / 2 - 0.025)
            b = a + w / 2 - 0.075
            sunk, raised = (rectangle(a + d, -height * top + d, b - d, -height * foot - d)
                            for d in (0.0, 0.022))  # fmt: skip
            canvas.piece(sunk, scale(wood, 0.74), shadow=0, light=(0.5, 0.8), thickness=0.01)
            canvas.piece(raised, scale(wood, 1.03), shadow=0.3, thickness=0.008)
    canvas.piece(ellipse(x1 - 0.05, -0.55, 0.017, 0.017, 14), colour("#e0bd6c"), edge=0.6)
