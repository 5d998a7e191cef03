"""Lights that a shot names and its place does not have: neon, television, fire, candle, lantern.

Each is a lamp that lights what is near it, and a flat that shows where the light comes from. Knows
no family of sets; a place that already has the piece keeps its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from tools.theatre.airs import Air, Lamp
from tools.theatre.canvas import Canvas
from tools.theatre.geometry import Colour, colour, ellipse, mix, rectangle, spline, tapered
from tools.theatre.scenery import Flat, Scenery
from tools.theatre.spec import LightSpec, SetSpec

NEONS: tuple[tuple[str, str], ...] = (
    (r"pink|magenta", "#ff4fb4"),
    (r"red|scarlet", "#ff3a3a"),
    (r"blue", "#4a7cff"),
    (r"cyan|teal|turquoise", "#2fe6ff"),
    (r"green", "#46ff86"),
    (r"purple|violet", "#a85cff"),
    (r"yellow|amber|gold", "#ffc83c"),
    (r"orange", "#ff8a30"),
    (r"white", "#eaf2ff"),
)
NEON = colour("#ff4fb4")
FLAME, SCREEN, LANTERN = colour("#ffa04c"), colour("#9cc4ff"), colour("#ffbe70")

Draw = Callable[[Canvas, Lamp], None]


@dataclass(frozen=True, slots=True)
class Practical:
    """A named light: the words that ask for it, its lamp inside and outside, how it is drawn."""

    words: str
    had: str
    """Pieces of a place that already are this light."""
    inside: Lamp
    outside: Lamp
    draw: Draw


def _neon(canvas: Canvas, lamp: Lamp) -> None:
    """A sign: dark board, a glowing border and three glowing strokes."""
    x, y = lamp.x, lamp.y
    canvas.piece(rectangle(x - 0.30, y - 0.15, x + 0.30, y + 0.15), colour("#1c1a24"), edge=0.4)
    hot = mix(lamp.tone, (255.0, 255.0, 255.0), 0.45)
    for a, b in ((-0.14, -0.125), (0.125, 0.14)):
        canvas.shine(rectangle(x - 0.285, y + a, x + 0.285, y + b), hot)
    for a in (-0.285, 0.27):
        canvas.shine(rectangle(x + a, y - 0.14, x + a + 0.015, y + 0.14), hot)
    for k in range(4):
        at = x - 0.20 + 0.125 * k
        lean = 0.03 if k % 2 else -0.02
        canvas.shine(tapered((at, y + 0.07), (at + lean, y - 0.08), 0.011, 0.011), hot)
        if k != 2:
            canvas.shine(rectangle(at - 0.01, y - 0.01, at + 0.065, y + 0.008), hot)


def _television(canvas: Canvas, lamp: Lamp) -> None:
    x, y = lamp.x, lamp.y
    canvas.piece(rectangle(x - 0.30, y + 0.20, x + 0.30, 0.0), colour("#5a4636"), grade=0.1)
    canvas.piece(rectangle(x - 0.25, y - 0.18, x + 0.25, y + 0.20), colour("#26262c"), edge=0.4)
    canvas.shine(
        rectangle(x - 0.215, y - 0.145, x + 0.215, y + 0.145), mix(lamp.tone, (255,) * 3, 0.3)
    )


def _flames(canvas: Canvas, x: float, foot: float, height: float) -> None:
    for tall, wide, tone in (
        (1.0, 0.42, "#ff8a2c"),
        (0.72, 0.30, "#ffbc4a"),
        (0.42, 0.18, "#fff0b8"),
    ):
        h, w = height * tall, height * wide
        tongue = [
            (x - w, foot - 0.2 * h),
            (x - 0.55 * w, foot - 0.62 * h),
            (x + 0.12 * w, foot - h),
        ]
        tongue += [(x + 0.45 * w, foot - 0.55 * h), (x + w, foot - 0.22 * h), (x, foot)]
        canvas.shine(spline(np.array(tongue, np.float32), steps=5), colour(tone), 0.94)


def _fire(canvas: Canvas, lamp: Lamp) -> None:
    """A fire of logs on the ground."""
    x = lamp.x
    for a, b in ((-0.20, 0.14), (0.20, -0.14), (-0.05, 0.22)):
        log = tapered((x + a, 0.01), (x + b, -0.07), 0.032, 0.026)
        canvas.piece(log, colour("#5a3a26"), edge=0.3)
    _flames(canvas, x, -0.02, 0.30)


def _candle(canvas: Canvas, lamp: Lamp) -> None:
    """A candle on a tall stand."""
    x, top = lamp.x, lamp.y + 0.05
    canvas.piece(tapered((x, 0.0), (x, top + 0.08), 0.014, 0.010), colour("#8a6a34"), edge=0.4)
    canvas.piece(ellipse(x, 0.0, 0.09, 0.02), colour("#8a6a34"))
    canvas.piece(rectangle(x - 0.045, top + 0.07, x + 0.045, top + 0.085), colour("#a07c3c"))
    canvas.piece(rectangle(x - 0.018, top, x + 0.018, top + 0.075), colour("#efe4cc"), edge=0.3)
    _flames(canvas, x, top + 0.004, 0.07)


def _lantern(canvas: Canvas, lamp: Lamp) -> None:
    """A lantern on a crate."""
    x, y = lamp.x, lamp.y
    canvas.piece(rectangle(x - 0.15, y + 0.10, x + 0.15, 0.0), colour("#7a5c3c"), edge=0.3)
    canvas.piece(rectangle(x - 0.07, y + 0.07, x + 0.07, y + 0.10), colour("#3a3430"))
    canvas.piece(rectangle(x - 0.06, y - 0.09, x + 0.06, y + 0.07), colour("#3a3430"), edge=0.4)
    canvas.shine(rectangle(x - 0.045, y - 0.075, x + 0.045, y + 0.06), colour("#fff0c4"))
    canvas.piece(tapered((x, y - 0.09), (x, y - 0.14), 0.05, 0.012), colour("#3a3430"))


def _lamp(
    x: float, y: float, z: float, tone: Colour, reach: float, gain: float, flicker: float
) -> Lamp:
    return Lamp(x, y, z, tone, reach, gain, 0.03, 0.45, flicker, 0.6)


PRACTICALS: tuple[Practical, ...] = (
    Practical(
        r"\bneon", "neon",
        _lamp(-0.92, -1.24, 1.30, NEON, 1.25, 1.15, 0.04),
        _lamp(-0.86, -1.34, 1.22, NEON, 1.45, 1.25, 0.04), _neon,
    ),
    Practical(
        r"\btv\b|television|\bscreens?\b|monitor", "tv television screen monitor",
        _lamp(0.98, -0.56, 1.15, SCREEN, 1.15, 1.0, 0.42),
        _lamp(0.98, -0.56, 1.15, SCREEN, 1.15, 1.0, 0.42), _television,
    ),
    Practical(
        r"\b(?:camp|bon)?fires?\b|brazier|fireplace|hearth", "fireplace fire hearth stove",
        _lamp(0.80, -0.20, 1.0, FLAME, 1.35, 1.25, 0.26),
        _lamp(0.66, -0.18, 0.30, FLAME, 1.5, 1.35, 0.26), _fire,
    ),
    Practical(
        r"candles?\b|candelabra", "candle candles",
        _lamp(0.60, -0.78, 0.55, FLAME, 1.05, 0.95, 0.14),
        _lamp(0.60, -0.78, 0.35, FLAME, 1.05, 0.95, 0.14), _candle,
    ),
    Practical(
        r"lanterns?\b|\btorch(?:es)?\b", "lantern",
        _lamp(-0.66, -0.42, 0.60, LANTERN, 1.25, 1.05, 0.08),
        _lamp(-0.70, -0.42, 0.32, LANTERN, 1.35, 1.1, 0.08), _lantern,
    ),
)  # fmt: skip


def named(light: LightSpec, place: SetSpec) -> tuple[tuple[Practical, Lamp], ...]:
    """The lights a shot names that its place has no piece for."""
    found: list[tuple[Practical, Lamp]] = []
    for practical in PRACTICALS:
        words = next(
            (w for w in light.practicals if re.search(practical.words, w.casefold())), None
        )
        if words is None or any(piece in practical.had.split() for piece in place.pieces):
            continue
        lamp = practical.inside if place.interior else practical.outside
        if practical.draw is _neon:
            lamp = replace(lamp, tone=_neon_tone(words))
        found.append((practical, lamp))
    return tuple(found)


def _neon_tone(words: str) -> Colour:
    return next((colour(c) for pattern, c in NEONS if re.search(pattern, words.casefold())), NEON)


def with_practicals(air: Air, light: LightSpec, place: SetSpec) -> Air:
    """The air with the lamps a shot names; by day they are weaker than the sky."""
    power = 0.55 + 0.45 * air.lamps
    lamps = tuple(replace(lamp, gain=lamp.gain * power) for _, lamp in named(light, place))
    return replace(air, practicals=lamps) if lamps else air


def show(scenery: Scenery, light: LightSpec, place: SetSpec) -> Scenery:
    """The scenery with a flat for every light the shot names."""
    flats = tuple(_flat(practical, lamp, scenery) for practical, lamp in named(light, place))
    return replace(scenery, flats=(*scenery.flats, *flats))


def _flat(practical: Practical, lamp: Lamp, scenery: Scenery) -> Flat:
    def paint(canvas: Canvas) -> None:
        practical.draw(canvas, lamp)
        canvas.paper(5)
        canvas.lit(scenery.rig.field(canvas.x, canvas.y, lamp.z))

    bounds = (lamp.x - 0.5, lamp.y - 0.45, lamp.x + 0.5, 0.05)
    return Flat("practical", lamp.z, paint, bounds)


__all__ = ["PRACTICALS", "Practical", "named", "show", "with_practicals"]
