"""What a piece of country gets last: paper, snow, light, a lit edge, mirrored water and air.

Everything outside passes here, so that a fence and a mountain stand in one light. Knows no place.
"""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import Colour, Plate, mix
from tools.theatre.light import Rig
from tools.theatre.palette import Air

SNOW = (246.0, 240.0, 232.0)
SILHOUETTE = np.array((0.37, 0.43, 0.39), np.float32)
"""How much of the sky's light (B, G, R) a piece loses when the sun stands low behind it."""

CLEAR_AIR = 75.0
"""World units after which even clear air has swallowed most of what is seen."""


def behind(air: Air) -> Air:
    """The air seen with one's back to the sun: no disc, no glow, the same colours."""
    away = 6.0 if air.sun[0] < 0 else -6.0
    return replace(air, sun=(away, air.sun[1]), sun_gain=0.35 * air.sun_gain)


def backlight(air: Air) -> float:
    """How far the light comes from behind the scenery, 0..1: a low sun in the picture."""
    if abs(air.sun[0]) > 2.0:
        return 0.0
    low = 1 - min(1.0, max(0.0, air.sun[1] / 0.34))
    return low * min(1.0, air.sun_gain / 0.7)


def sky_tone(air: Air, rise: float) -> Colour:
    """The sky's colour at a share of its height."""
    places = [place for place, _ in air.sky]
    b, g, r = (float(np.interp(rise, places, [tone[i] for _, tone in air.sky])) for i in range(3))
    return (b, g, r)


def far_tone(air: Air) -> Colour:
    """What distance turns everything into: the fog, tinted by the low sky."""
    return mix(air.fog, sky_tone(air, 0.16), 0.45)


def air_between(rig: Rig, z: float, camera: float = 3.0) -> float:
    """Share of air between the camera (about `camera` in front of the actors) and depth z."""
    away = max(0.0, z + camera)
    clear = 0.62 * (1 - np.exp(-away / CLEAR_AIR))
    return float(1 - np.exp(-rig.air.density * away) * (1 - clear))


def glaze(
    canvas: Canvas, rig: Rig, z: float, seed: int, reach: float = 1.5, *, rim: float = 1.0
) -> None:
    """Paper grain, snow, light, lit edge and air on everything laid so far."""
    canvas.paper(seed)
    if rig.air.white > 0.05:
        snow_caps(canvas, seed, rig.air.white, 0.03 if z < 8 else 0.004 * z)
    canvas.lit(light_field(canvas, rig, z))
    if rim > 0:
        lit_edge(canvas, rig.air, rim)
    canvas.fog(far_tone(rig.air), air_between(rig, z), 0.0, reach)


def light_field(canvas: Canvas, rig: Rig, z: float) -> Plate:
    """The rig's light, less what a low sun behind the scenery takes away; (h, w, 3) factors."""
    field = rig.field(canvas.x, canvas.y, z)
    back = backlight(rig.air)
    if back > 0.01:
        sky = np.asarray(rig.air.ambient, np.float32) + np.asarray(rig.air.key, np.float32)
        near = 1.0 if z < 0.4 else 0.82
        field = field - sky * SILHOUETTE * np.float32(back * near)
    return np.asarray(field, np.float32)


def lit_edge(canvas: Canvas, air: Air, strength: float = 1.0) -> None:
    """A line of the sky's light along every outline that faces it."""
    wide = 2 * int(np.clip(round(0.010 * canvas.density), 1, 5)) + 1
    soft = cv2.stackBlur(canvas.alpha, (wide, wide))
    gain = 1.6 / 255
    across = cv2.Sobel(soft, cv2.CV_32F, 1, 0, scale=gain)
    down = cv2.Sobel(soft, cv2.CV_32F, 0, 1, scale=gain)
    side = float(np.clip(air.sun[0] * 1.6, -0.8, 0.8))
    facing = across * np.float32(-side) + down * np.float32(0.85)
    facing = np.clip(facing, 0, 1) * (canvas.alpha > 100)
    where = facing > 0.04
    amount = 0.34 + 0.50 * backlight(air) + 0.10 * air.stars
    share = (facing[where] * np.float32(min(1.0, amount * strength)))[:, None]
    tone = np.asarray(air.rim, np.float32) * np.float32(0.55 + 0.45 * backlight(air))
    part = canvas.rgb[where]
    canvas.rgb[where] = part + (np.maximum(tone, part) - part) * share


def snow_caps(canvas: Canvas, seed: int, amount: float, deep: float) -> None:
    """Snow on every ledge: where a piece's upper edge meets the sky."""
    thick = max(2, round(deep * canvas.density))
    rough = canvas.noise(max(6 * deep, 8 / canvas.density), seed + 77, 2)
    alpha = canvas.alpha.astype(np.int16)
    cap = np.zeros(canvas.alpha.shape, np.float32)
    for share, rise in ((1.0, thick), (0.0, max(1, thick // 2))):
        above = np.zeros_like(alpha)
        above[rise:] = alpha[:-rise] if rise < len(alpha) else 0
        open_sky = np.clip(alpha - above, 0, 255).astype(np.float32) / 255
        cap = np.maximum(cap, open_sky * (np.abs(rough - share) < 0.52))
    cap *= np.float32(amount)
    where = cap > 0.02
    part = canvas.rgb[where]
    canvas.rgb[where] = part + (np.asarray(SNOW, np.float32) - part) * cap[where][:, None]


def mirror(
    canvas: Canvas,
    level: float,
    strength: float,
    seed: int,
    *,
    reach: float = 1.6,
    ripple: float = 0.05,
    tint: Colour | None = None,
) -> None:
    """Fold what stands above `level` down into water or a wet ground.

    Args:
        canvas: the finished flat; what lies below the level is painted over.
        level: world height of the surface.
        strength: opacity of the mirrored picture at the shore, 0..1.
        seed: of the ripples.
        reach: how far down it fades, world units.
        ripple: how far waves pull it sideways, as a share of the depth below the shore.
        tint: what the surface mixes in, if anything.
    """
    shore = round((level - canvas.y0) * canvas.density)
    rows = min(canvas.h - shore, shore)
    if rows < 3 or strength <= 0 or shore >= canvas.h:
        return
    paint = canvas.rgb[shore - rows : shore][::-1].copy()
    cover = canvas.alpha[shore - rows : shore][::-1].astype(np.float32)
    depth = (np.arange(rows, dtype=np.float32) + 0.5) / canvas.density
    tall = 2 * max(1, round(0.02 * canvas.density)) + 1
    solid = cover[..., None] / 255
    thick = cv2.blur(np.dstack([paint * solid, solid]), (1, tall))
    shift = ripple * depth * (np.sin(depth * 41 + seed % 7) + 0.6 * np.sin(depth * 97 + seed % 5))
    across = np.arange(canvas.w, dtype=np.float32)[None] + (shift * canvas.density)[:, None]
    down = np.repeat(np.arange(rows, dtype=np.float32)[:, None], canvas.w, 1)
    moved = cv2.remap(thick, across.astype(np.float32), down, cv2.INTER_LINEAR)
    solid = np.maximum(moved[..., 3:], 1e-3)
    paint = moved[..., :3] / solid
    if tint is not None:
        paint += (np.asarray(tint, np.float32) - paint) * np.float32(0.30)
    fade = strength * np.exp(-depth / reach)[:, None] * moved[..., 3]
    canvas.rgb[shore : shore + rows] = paint
    canvas.alpha[shore : shore + rows] = np.clip(fade * 255, 0, 255).astype(np.uint8)
