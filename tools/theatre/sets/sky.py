"""The sky of every outdoor place, and what is seen of it through a window. Knows no place."""

from __future__ import annotations

import cv2
import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import Colour, Plate, chance, mix, scale
from tools.theatre.palette import Air
from tools.theatre.scenery import SKY, Flat

TOP = 0.50
"""Elevation (tangent) at which the sky's last colour is reached: the top of a wide shot."""

HEAPED = 0.62
"""Cover above which heaped clouds close to one grey lid."""


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
    _disc(picture, air, u, v)
    _streaks(picture, air, canvas, distance, seed)
    if air.cover < HEAPED:
        _heaps(picture, air, canvas, distance, seed)
    else:
        _lid(picture, air, canvas, distance, seed)
    canvas.flood(np.clip(picture, 0, 255))


def _shine(picture: Plate, air: Air, u: Plate, v: Plate) -> None:
    """The glow round the sun, and a band of it along the horizon when it stands low."""
    sx, sy = air.sun
    away = np.hypot((u - sx) * 0.80, (v - sy) * 1.25).astype(np.float32)
    wide = np.exp(-((away / 0.40) ** 1.3)) * 0.40 * air.sun_gain
    near = np.exp(-((away / 0.095) ** 1.4)) * 0.55 * air.sun_gain
    low = max(0.0, 1 - sy / 0.25) if sy < 0.25 else 0.0
    band = np.exp(-np.abs(v) / 0.05) * np.exp(-np.abs(u - sx) / 0.9) * 0.5 * low * air.sun_gain
    tone = np.asarray(air.sun_tone, np.float32)
    for share in (wide, near, band):
        picture += (tone - picture) * np.clip(share, 0, 1)[..., None].astype(np.float32)


def _disc(picture: Plate, air: Air, u: Plate, v: Plate) -> None:
    sx, sy = air.sun
    away = np.hypot(u - sx, v - sy)
    disc = np.clip((0.030 - away) / 0.003, 0, 1)
    tone: Plate = np.asarray(scale(mix(air.sun_tone, (255, 255, 255), 0.3), 1.05), np.float32)
    if air.stars > 0.5:
        # The moon has a face: two soft seas, and a dark side.
        sea = np.exp(-(((u - sx + 0.008) / 0.010) ** 2) - ((v - sy - 0.006) / 0.009) ** 2)
        sea = sea + 0.8 * np.exp(
            -(((u - sx - 0.010) / 0.008) ** 2) - ((v - sy + 0.009) / 0.007) ** 2
        )
        tone = tone * (1 - 0.16 * sea[..., None])
    # Behind a lid of cloud only its glow is left.
    open_ = min(1.0, max(0.0, (HEAPED - air.cover) / 0.1)) if air.cover > 0.5 else 1.0
    share = (disc * open_ * min(1.0, 1.6 * air.sun_gain + 0.2 * air.stars))[..., None]
    picture += ((tone - picture) * share).astype(np.float32)


def _stars(picture: Plate, air: Air, canvas: Canvas, rise: Plate, seed: int) -> None:
    rng = chance(seed + 5)
    place = rng.random((1500, 2)) * (5.0, 0.72) - (2.5, 0.0)
    bright = rng.random(1500) ** 4
    # A faint river of light across the sky, where stars crowd.
    river = canvas.noise(0.3 * (canvas.w / canvas.density) + 1, seed + 6, 5)
    u, v = canvas.x, canvas.y
    along = np.exp(-(((u * 0.35 + v + 0.28 * 240) / 26.0) ** 2))
    picture += (along * np.clip(river - 0.30, 0, 1) * 34 * air.stars)[..., None] * np.array(
        (1.1, 1.0, 0.95), np.float32
    )
    pixels = canvas.pixels(place * (SKY, -SKY))
    for (x, y), level in zip(pixels, bright, strict=True):
        ix, iy = int(x), int(y)
        if 2 <= ix < canvas.w - 2 and 2 <= iy < canvas.h - 2:
            glow = float(190 * level + 34) * air.stars * float(rise[iy, 0]) ** 0.4
            picture[iy, ix] += glow
            if canvas.h > 320 or level > 0.5:
                picture[iy - 1 : iy + 2, ix] += glow * 0.35
                picture[iy, ix - 1 : ix + 2] += glow * 0.35


def _glance(air: Air, u: Plate) -> Plate:
    """How near the sun a column is, 0..1."""
    return np.asarray(np.exp(-np.abs(u - air.sun[0]) / 0.7), np.float32)


def _streaks(picture: Plate, air: Air, canvas: Canvas, distance: float, seed: int) -> None:
    """High thin clouds drawn out by the wind, lit from below by a low sun."""
    v = -canvas.y / distance
    body = canvas.noise(0.12 * distance, seed + 21, 5, 5.0)
    where = np.exp(-(((v - 0.22) / 0.20) ** 2)) + 0.6 * np.exp(-(((v - 0.06) / 0.05) ** 2))
    share = np.clip((body - 0.55 + 0.10 * air.cover) * 4.0, 0, 1) * where
    lit = np.asarray(air.cloud_lit, np.float32)
    share = share * (0.34 + 0.5 * _glance(air, canvas.x / distance) * (air.sun[1] < 0.3))
    if air.sun[1] < 0.1:
        share = share * (0.2 + 0.8 * np.exp(-np.clip(v, 0, None) / 0.10))
    picture += (lit - picture) * np.clip(share, 0, 0.8)[..., None]


def _lid(picture: Plate, air: Air, canvas: Canvas, distance: float, seed: int) -> None:
    """A closed sky: rolls of cloud, darker below, torn where the light comes through."""
    v = -canvas.y / distance
    body = 0.5 + 1.6 * (canvas.noise(0.30 * distance, seed + 11, 6, 2.6) - 0.5)
    shift = max(1, round(0.016 * distance * canvas.density))
    low = np.clip(v / 0.06, 0, 1)
    share = np.clip((body - 0.72 + 0.55 * air.cover) * 3.2, 0, 1) * low
    above = np.roll(body, shift, 0)
    above[:shift] = body[:shift]
    facing = np.clip((body - above) * 5.0 + 0.40, 0, 1)
    facing = facing * (0.55 + 0.45 * _glance(air, canvas.x / distance))
    if air.sun[1] < 0.1:
        # A sun at the horizon reaches only the lowest rolls; overhead the night has begun.
        facing = facing * (0.12 + 0.88 * np.exp(-np.clip(v, 0, None) / 0.085))
    facing = facing[..., None]
    lit, dark = np.asarray(air.cloud_lit, np.float32), np.asarray(air.cloud_dark, np.float32)
    tone = dark + (lit - dark) * facing
    picture += (tone - picture) * (0.84 * share)[..., None]


def _heaps(picture: Plate, air: Air, canvas: Canvas, distance: float, seed: int) -> None:
    """Heaped clouds of torn paper with a flat foot, in three rows that shrink with distance."""
    rng = chance(seed + 31)
    count = 3 + round(9 * air.cover)
    for row, (rise, size) in enumerate(((0.055, 0.045), (0.135, 0.085), (0.27, 0.15))):
        for _ in range(count - 2 * row):
            x = float(rng.uniform(-1.5, 1.5))
            y = rise * float(rng.uniform(0.8, 1.25))
            _heap(picture, air, canvas, (x, y, size * float(rng.uniform(0.6, 1.25))), distance, rng)


def _heap(
    picture: Plate,
    air: Air,
    canvas: Canvas,
    place: tuple[float, float, float],
    distance: float,
    rng: np.random.Generator,
) -> None:
    """One heaped cloud at (x, elevation) as tangents, `size` half as wide as it is long."""
    x, y, size = place
    puffs = int(rng.integers(6, 10))
    along = np.linspace(-1, 1, puffs) + rng.uniform(-0.1, 0.1, puffs)
    swell = (0.30 + 0.50 * (1 - along**2)) * rng.uniform(0.7, 1.25, puffs)
    k = canvas.density * distance
    box = _box(canvas, distance, (x - 1.9 * size, y - 0.2 * size, x + 1.9 * size, y + 1.1 * size))
    if box is None:
        return
    x0, y0, x1, y1 = box
    u = (canvas.x[:, x0:x1] / distance - x) / size
    v = (-canvas.y[y0:y1] / distance - y) / size
    grain = canvas_noise(canvas, box, 0.4 * size * distance, int(rng.integers(1 << 20)))
    height = np.full(np.broadcast_shapes(u.shape, v.shape), -1.0, np.float32)
    for a, s in zip(along, swell, strict=True):
        away = np.hypot((u - a * 1.25) / (s * 1.15), (v - 0.10) / s) + 0.5 * (grain - 0.5)
        np.maximum(height, 1 - away, out=height, casting="unsafe")
    foot = np.clip((v + 0.06 + 0.10 * (grain - 0.5)) * 9, 0, 1)
    soft = np.clip(height * size * k / 2.6 * 0.45, 0, 1) * foot
    tone = _heap_tone(air, np.clip(v / 0.75, 0, 1) + 0.7 * (grain - 0.5), u + x, height)
    part = picture[y0:y1, x0:x1]
    part += (tone - part) * (soft * np.float32(0.80))[..., None]


def _heap_tone(air: Air, rise: Plate, u: Plate, height: Plate) -> Plate:
    lit, dark = np.asarray(air.cloud_lit, np.float32), np.asarray(air.cloud_dark, np.float32)
    if air.sun[1] < 0.2:
        # A low sun lights the foot and the rims; the body stays in shade.
        share = 0.15 + 0.5 * np.clip(1 - rise * 1.6, 0, 1) + 0.4 * np.exp(-height / 0.08)
        share = share * (0.35 + 0.65 * _glance(air, u))
    else:
        share = 0.18 + 0.95 * rise
    return np.asarray(dark + (lit - dark) * np.clip(share, 0, 1)[..., None], np.float32)


def canvas_noise(canvas: Canvas, box: tuple[int, int, int, int], cell: float, seed: int) -> Plate:
    """Noise over a part of a canvas, (h, w) about 0..1; `cell` in world units."""
    x0, y0, x1, y1 = box
    part = Canvas(
        canvas.x0 + x0 / canvas.density,
        canvas.y0 + y0 / canvas.density,
        (x1 - x0, y1 - y0),
        canvas.density,
    )
    return part.noise(cell, seed, 4)


def _box(
    canvas: Canvas, distance: float, angles: tuple[float, float, float, float]
) -> tuple[int, int, int, int] | None:
    """Pixels of a canvas between two tangents each way, or None outside it."""
    u0, v0, u1, v1 = (angle * distance for angle in angles)
    corners = canvas.pixels([(u0, -v1), (u1, -v0)])
    x0, y0 = (int(max(0, c)) for c in corners[0])
    x1, y1 = (int(c) for c in np.minimum(corners[1], (canvas.w, canvas.h)))
    return (x0, y0, x1, y1) if x1 > x0 + 2 and y1 > y0 + 2 else None


def haze_band(air: Air, z: float, height: float, strength: float, seed: int, drift: float) -> Flat:
    """A bank of drifting mist that stands on the ground at depth z."""
    tone: Colour = scale(air.fog, 1.04)

    def paint(canvas: Canvas) -> None:
        body = canvas.noise(height * 3.2, seed, 4, 2.2)
        level = np.exp(-((canvas.y + height * 0.28) ** 2) / np.float32((0.42 * height) ** 2))
        alpha = np.clip((body - 0.30) * 2.0, 0, 1) * level * strength * 255
        canvas.rgb[:] = np.asarray(tone, np.float32)
        canvas.alpha[:] = np.clip(alpha, 0, 235).astype(np.uint8)

    bounds = (-1e5, -height * 1.6, 1e5, height * 0.9)
    return Flat("mist", z, paint, bounds, drift=drift, detail=0.34)


def beams(air: Air, z: float, strength: float, seed: int) -> Flat:
    """Shafts of low sun that slant through the air at depth z."""
    lean = float(np.clip(air.sun[0] * 2.2, -0.9, 0.9)) or 0.4

    def paint(canvas: Canvas) -> None:
        across = canvas.x - lean * canvas.y
        stripes = 0.5 + 0.5 * np.sin(across * 2.1 + seed % 11) * np.sin(across * 0.83 + seed % 7)
        fall = np.clip((-canvas.y) / 2.6, 0, 1) * np.exp(-np.clip(-canvas.y - 2.6, 0, None))
        alpha = np.clip((stripes - 0.45) * 2.2, 0, 1) * fall * strength * 255
        alpha = cv2.blur(alpha.astype(np.float32), (5, 5))
        canvas.rgb[:] = np.asarray(mix(air.sun_tone, (255, 255, 255), 0.15), np.float32)
        canvas.alpha[:] = np.clip(alpha, 0, 160).astype(np.uint8)

    return Flat("beams", z, paint, (-1e5, -5.0, 1e5, 0.1), detail=0.34, sway=0.02)
