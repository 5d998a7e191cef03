"""The sky of every outdoor place, and what is seen of it through a window. Knows no place."""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import Plate, chance, scale
from tools.theatre.palette import Air
from tools.theatre.scenery import SKY, Flat

TOP = 0.86
"""Elevation (tangent) at which the sky's last colour is reached."""


def sky(air: Air, seed: int) -> Flat:
    """An endless sky with lit clouds, a sun or moon and stars."""
    return Flat("sky", SKY, lambda canvas: paint_sky(canvas, air, seed), drift=0.10, detail=0.62)


def paint_sky(canvas: Canvas, air: Air, seed: int, distance: float = SKY) -> None:
    """Paint the sky over a whole canvas that stands at `distance`."""
    u, v = canvas.x / distance, -canvas.y / distance
    rise = np.clip(v / TOP, 0, 1) ** 0.85
    places = [place for place, _ in air.sky]
    tones = np.array([tone for _, tone in air.sky], np.float32)
    column = np.stack([np.interp(rise[:, 0], places, tones[:, i]) for i in range(3)], 1)
    picture = np.repeat(column[:, None, :], canvas.w, 1).astype(np.float32)
    _shine(picture, air, u, v)
    if air.stars > 0.02:
        _stars(picture, air, canvas, rise, seed)
    _clouds(picture, air, canvas, distance, seed)
    canvas.flood(np.clip(picture, 0, 255))


def _shine(picture: Plate, air: Air, u: Plate, v: Plate) -> None:
    sx, sy = air.sun
    away = np.hypot((u - sx) * 0.85, (v - sy) * 1.25).astype(np.float32)
    wide = np.exp(-((away / 0.42) ** 1.4)) * 0.42 * air.sun_gain
    near = np.exp(-((away / 0.10) ** 1.5)) * 0.55 * air.sun_gain
    tone = np.asarray(air.sun_tone, np.float32)
    for share in (wide, near):
        picture += (tone - picture) * np.clip(share, 0, 1)[..., None]
    disc = np.clip((0.030 - np.hypot(u - sx, v - sy)) / 0.0035, 0, 1)
    picture += (np.minimum(tone * 1.05, 255) - picture) * (disc * min(1.0, 1.5 * air.sun_gain))[
        ..., None
    ]


def _stars(picture: Plate, air: Air, canvas: Canvas, rise: Plate, seed: int) -> None:
    rng = chance(seed + 5)
    place = rng.random((900, 2)) * (6.0, 1.0) - (3.0, 0.0)
    bright = rng.random(900) ** 3
    pixels = canvas.pixels(place * (SKY, -SKY))
    for (x, y), level in zip(pixels, bright, strict=True):
        ix, iy = int(x), int(y)
        if 1 <= ix < canvas.w - 1 and 1 <= iy < canvas.h - 1:
            glow = float(120 * level + 26) * air.stars * float(rise[iy, 0]) ** 0.5
            picture[iy, ix] += glow
            if canvas.h > 320:
                picture[iy - 1 : iy + 2, ix - 1 : ix + 2] += glow * 0.25


def _clouds(picture: Plate, air: Air, canvas: Canvas, distance: float, seed: int) -> None:
    cell = 0.42 * distance
    body = 0.5 + 1.5 * (canvas.noise(cell, seed + 11, 6, 2.6) - 0.5)
    shift = max(1, round(0.016 * distance * canvas.density))
    v = -canvas.y / distance
    low = np.clip(v / 0.05, 0, 1) * np.clip(1.25 - 0.55 * v / TOP, 0.2, 1)
    edge = 0.70 - 0.42 * air.cover
    share = np.clip((body - edge) * 4.4, 0, 1) * low
    above = np.roll(body, shift, 0)
    side = np.roll(body, -shift if air.sun[0] > 0 else shift, 1)
    facing = np.clip((body - 0.5 * above - 0.5 * side) * 7.0 + 0.42, 0, 1)
    near_sun = np.exp(-np.abs(canvas.x / distance - air.sun[0]) / 0.7)
    lit = np.asarray(air.cloud_lit, np.float32)
    dark = np.asarray(air.cloud_dark, np.float32)
    facing = (facing * (0.45 + 0.55 * near_sun))[..., None]
    tone = dark + (lit - dark) * facing
    picture += (tone - picture) * (0.86 * share)[..., None]


def haze_band(air: Air, z: float, height: float, strength: float, seed: int, drift: float) -> Flat:
    """A bank of drifting mist that stands on the ground at depth z."""

    def paint(canvas: Canvas) -> None:
        body = canvas.noise(height * 3.2, seed, 4, 2.2)
        level = np.exp(-((canvas.y + height * 0.28) ** 2) / np.float32((0.42 * height) ** 2))
        alpha = np.clip((body - 0.30) * 2.0, 0, 1) * level * strength * 255
        canvas.rgb[:] = np.asarray(scale(air.fog, 1.04), np.float32)
        canvas.alpha[:] = np.clip(alpha, 0, 235).astype(np.uint8)

    bounds = (-1e5, -height * 1.6, 1e5, height * 0.9)
    return Flat("mist", z, paint, bounds, drift=drift, detail=0.34)
