"""What is walked on outside: grass, sand, snow, paving, boards, tar and water; wet or in shadow.

Every painter fills a Floor's colours. Knows no place and no piece of scenery.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from tools.theatre.geometry import Colour, Plate, mix
from tools.theatre.light import Lamp, Rig
from tools.theatre.scenery import Floor
from tools.theatre.sets.glaze import (
    CLEAR_AIR,
    SILHOUETTE,
    SNOW,
    backlight,
    far_tone,
    sky_tone,
)
from tools.theatre.texture import sample_tile


def eye(floor: Floor) -> tuple[float, float]:
    """World (x, z) of the camera a ground was painted for, read off its own perspective."""
    span = floor.x[:, -1] - floor.x[:, 0]
    z = np.broadcast_to(floor.z, (floor.x.shape[0], floor.z.shape[1]))[:, 0]
    if len(z) < 3 or abs(float(span[-1] - span[0])) < 1e-4:
        return (0.0, -3.0)
    share = float(span[0] / (span[0] - span[-1]))
    home = float(z[0] + (z[-1] - z[0]) * share)
    left, right = float(floor.x[0, 0]), float(floor.x[-1, 0])
    return (left + (right - left) * share, home)


def _blend(floor: Floor, tone: Colour | Plate, share: Plate) -> None:
    where = np.broadcast_to(share, floor.rgb.shape[:2])[..., None].astype(np.float32)
    floor.rgb += (np.asarray(tone, np.float32) - floor.rgb) * where


def meadow(
    floor: Floor, tone: Colour, second: Colour, seed: int, path: Colour | None = None
) -> None:
    """Grass in lit and shaded swathes with a fine grain of blades; a path may wind away."""
    patch = sample_tile(seed % 7, floor.x * 0.55, floor.z, 8.0)
    blade = sample_tile(seed % 7 + 1, floor.x * 2.6, floor.z * 0.8, 0.9)
    fine = sample_tile(seed % 7 + 2, floor.x * 6.0, floor.z * 2.4, 0.8)
    floor.rgb[:] = np.asarray(tone, np.float32)
    _blend(floor, second, np.clip((patch - 0.40) * 4.5, 0, 1))
    level = 1 + 0.85 * (blade - 0.5) * floor.fade(0.12) + 0.75 * (fine - 0.5) * floor.fade(0.04)
    floor.rgb *= (level * (0.86 + 0.34 * patch))[..., None]
    if path is not None:
        middle = 0.45 * np.sin(floor.z * 0.32 + seed % 6) + 0.12 * np.sin(floor.z * 1.1)
        edge = 0.20 * (patch - 0.5) + 0.10 * (blade - 0.5) * floor.fade(0.12)
        away = np.abs(floor.x - middle) - 0.34 - edge
        _blend(
            floor,
            np.asarray(path, np.float32) * (0.7 + 0.6 * blade)[..., None],
            np.clip(0.5 - away * 9.0, 0, 1),
        )
        rut = np.exp(-(((np.abs(floor.x - middle) - 0.16) / 0.05) ** 2)) * floor.fade(0.10)
        floor.rgb *= (1 - 0.22 * rut)[..., None]


def sand(floor: Floor, tone: Colour, seed: int, shore: float | None = None) -> None:
    """Sand in wind ripples; dark and shining towards the water at depth `shore`."""
    drift = sample_tile(seed % 7, floor.x, floor.z, 9.0)
    bend = floor.z + 0.35 * drift * 3
    ripple = np.sin(bend * 2 * np.pi / 0.16 + 5 * drift) * floor.fade(0.16)
    fine = sample_tile(seed % 7 + 1, floor.x * 3, floor.z * 3, 0.9)
    level = 0.84 + 0.32 * drift + 0.055 * ripple + 0.30 * (fine - 0.5) * floor.fade(0.05)
    floor.rgb[:] = np.asarray(tone, np.float32) * level[..., None]
    if shore is not None:
        wet = np.clip(1 - (shore - floor.z + 0.5 * (drift - 0.5)) / 0.75, 0, 1)
        floor.rgb *= (1 - 0.42 * wet)[..., None]


def cobbles(floor: Floor, tone: Colour, seed: int, side: float = 0.13) -> None:
    """Rounded stones in staggered rows: each lit on its far crown, dark in the joints."""
    row = np.floor(floor.z / side).astype(np.int64)
    x = floor.x / side + (row % 2) * 0.5
    column = np.floor(x).astype(np.int64)
    chip = ((column * 73856093 ^ row * 19349663 ^ seed) % 83) / 83
    du, dv = x % 1 - 0.5, floor.z / side % 1 - 0.5
    gap = np.clip((np.maximum(np.abs(du), np.abs(dv)) - 0.37) / 0.13, 0, 1)
    dome = 0.30 * dv + 0.10 * du - 0.25 * (du * du + dv * dv)
    fade = floor.fade(side)
    worn = sample_tile(seed % 5, floor.x, floor.z, 3.2)
    level = 1 + (0.36 * (chip - 0.5) + 0.55 * dome) * fade
    level = level * (1 - 0.55 * gap * fade) * (1 + 0.50 * (worn - 0.5)) * (1 - 0.10 * (1 - fade))
    floor.rgb[:] = np.asarray(tone, np.float32) * level[..., None].astype(np.float32)
    warm = ((column * 40503 + row * 7919) % 11) / 11 - 0.5
    floor.rgb *= 1 + (warm * fade)[..., None].astype(np.float32) * np.array(
        (-0.10, 0.0, 0.10), np.float32
    )


def slabs(floor: Floor, tone: Colour, seed: int, wide: float, deep: float) -> None:
    """Large paving slabs or concrete, with thin joints and stains."""
    row = np.floor(floor.z / deep).astype(np.int64)
    x = floor.x / wide + (row % 2) * 0.5
    column = np.floor(x).astype(np.int64)
    chip = ((column * 73856093 ^ row * 19349663 ^ seed) % 61) / 61
    du, dv = np.abs(x % 1 - 0.5) * wide, np.abs(floor.z / deep % 1 - 0.5) * deep
    joint = np.clip(1 - np.minimum(wide / 2 - du, deep / 2 - dv) / 0.012, 0, 1)
    stain = sample_tile(seed % 5, floor.x, floor.z, 3.0)
    fine = sample_tile(seed % 5 + 1, floor.x * 3, floor.z * 3, 0.8)
    level = 1 + 0.14 * (chip - 0.5) + 0.55 * (stain - 0.5) + 0.25 * (fine - 0.5) * floor.fade(0.05)
    level = level * (1 - 0.5 * joint * floor.fade(0.05))
    floor.rgb[:] = np.asarray(tone, np.float32) * level[..., None].astype(np.float32)


def asphalt(floor: Floor, tone: Colour, seed: int) -> None:
    """A worn road surface: grain, patches and cracks."""
    fine = sample_tile(seed % 5, floor.x * 4, floor.z * 4, 0.7)
    worn = sample_tile(seed % 5 + 1, floor.x * 0.5, floor.z, 5.0)
    crack = np.exp(-((sample_tile(seed % 5 + 2, floor.x, floor.z, 6.0) - 0.5) ** 2) / 0.00003)
    crack = crack * np.clip((worn - 0.52) * 9, 0, 1)
    level = 0.80 + 0.45 * worn + 0.40 * (fine - 0.5) * floor.fade(0.05)
    level = level * (1 - 0.35 * crack * floor.fade(0.06))
    floor.rgb[:] = np.asarray(tone, np.float32) * level[..., None].astype(np.float32)


def band(floor: Floor, near: float, far: float, tone: Colour, soft: float = 0.01) -> None:
    """A strip of another colour across the way, between two depths: a kerb, a safety line."""
    share = np.clip((floor.z - near) / soft + 0.5, 0, 1) * np.clip(
        (far - floor.z) / soft + 0.5, 0, 1
    )
    _blend(floor, tone, share)


def lane(floor: Floor, x: float, wide: float, tone: Colour, near: float) -> None:
    """A strip that runs away from the camera from depth `near` on."""
    share = np.clip((wide / 2 - np.abs(floor.x - x)) / 0.03 + 0.5, 0, 1) * (floor.z > near)
    stain = sample_tile(3, floor.x, floor.z, 2.0)
    _blend(floor, np.asarray(tone, np.float32) * (0.75 + 0.5 * stain)[..., None], share)


def snowed(floor: Floor, amount: float, seed: int) -> None:
    """Lie snow over a ground: soft drifts, blue hollows, bare where it was trodden."""
    if amount <= 0.02:
        return
    drift = sample_tile(seed % 7 + 3, floor.x * 0.5, floor.z, 6.0)
    fine = sample_tile(seed % 7 + 1, floor.x, floor.z, 1.1)
    level = 0.70 + 0.36 * drift + 0.16 * (fine - 0.5) * floor.fade(0.1)
    hollow = np.clip((0.50 - drift) * 3.5, 0, 1)[..., None]
    white = np.asarray(SNOW, np.float32) * level[..., None]
    white = white * (1 - hollow * np.array((0.02, 0.09, 0.16), np.float32))
    bare = np.clip((drift + 0.35 * (fine - 0.5) - 0.62) * 5.0, 0, 0.55)
    _blend(floor, white, (1 - bare) * min(1.0, 0.92 * amount))


def water(floor: Floor, rig: Rig, deep: Colour, seed: int, calm: float = 0.5) -> None:
    """Open water that mirrors the sky: deep colour near, the low sky far, crests between."""
    eye_x, eye_z = eye(floor)
    away = np.clip(floor.z - eye_z, 0.2, None)
    mirrored = np.clip(1 - 2.2 / (1.2 + away), 0.10, 0.90)
    high, low = sky_tone(rig.air, 0.55), sky_tone(rig.air, 0.04)
    share = np.clip(away / (9.0 + away), 0, 1)[..., None]
    sheen = (
        np.asarray(high, np.float32)
        + (np.asarray(low, np.float32) - np.asarray(high, np.float32)) * share
    )
    base = np.asarray(deep, np.float32)
    floor.rgb[:] = base + (sheen - base) * mirrored[..., None].astype(np.float32)
    swell = sample_tile(seed % 7, floor.x * 0.30, floor.z, 4.2)
    chop = sample_tile(seed % 7 + 1, floor.x * 0.42, floor.z * 1.5, 1.3)
    far = sample_tile(seed % 7 + 2, floor.x * 0.10, floor.z * 0.5, 9.0)
    rough = 1.4 - calm
    level = (
        1.2 * (swell - 0.5) * floor.fade(0.7)
        + 0.95 * (chop - 0.5) * floor.fade(0.2)
        + 0.5 * (far - 0.5)
    )
    crest = np.clip(level * rough - 0.18, 0, 1)
    floor.rgb *= (1 + np.clip(rough * level, -0.5, 0.5))[..., None]
    _blend(floor, mix(low, (255.0, 255.0, 255.0), 0.3), np.clip(crest * 1.3, 0, 0.55))
    _road_of_light(floor, rig, (eye_x, eye_z), swell, chop)


def _road_of_light(
    floor: Floor, rig: Rig, camera: tuple[float, float], swell: Plate, chop: Plate
) -> None:
    """The glitter under the sun or the moon, and under every lamp near the water."""
    air = rig.air
    away = np.maximum(floor.z - camera[1], 0.5)
    bend = 0.10 * (chop - 0.5) + 0.05 * (swell - 0.5)
    off = np.abs((floor.x - camera[0]) / away - air.sun[0] + bend)
    wide = 0.06 + 0.05 * (air.sun[1] < 0.2)
    road = np.exp(-((off / wide) ** 1.2)) * min(1.0, air.sun_gain + 0.15 * air.stars)
    broken = np.clip(0.35 + 3.2 * (chop - 0.46) * floor.fade(0.15) + 1.6 * (swell - 0.5), 0, 1)
    _blend(floor, air.sun_tone, np.clip(0.85 * road * broken, 0, 0.95))
    lamp_streaks(floor, rig.lamps, camera, 0.55 * (0.4 + broken))


def lamp_streaks(
    floor: Floor, lamps: Iterable[Lamp], camera: tuple[float, float], strength: Plate | float
) -> None:
    """The long reflections of lamps in a wet or watery ground."""
    for lamp in lamps:
        reach = lamp.z - camera[1]
        if reach < 0.3 or lamp.gain < 0.05:
            continue
        share = abs(lamp.y) / (abs(lamp.y) + 0.9)
        spot = lamp.z - reach * share
        line = camera[0] + (lamp.x - camera[0]) * (floor.z - camera[1]) / reach
        wide = (0.05 + 0.10 * lamp.reach) * (0.35 + 0.65 * (floor.z - camera[1]) / reach)
        across = np.exp(-(((floor.x - line) / np.maximum(wide, 0.03)) ** 2))
        along = np.exp(-(np.abs((floor.z - spot) / (0.34 * reach)) ** 1.6)) * (floor.z < lamp.z)
        _blend(floor, lamp.tone, np.clip(across * along * strength * min(1.0, lamp.gain), 0, 0.9))


def soaked(floor: Floor, rig: Rig, seed: int, strength: float) -> None:
    """Rain on a ground: darker, with puddles that mirror the sky and streaks under the lamps."""
    if strength <= 0.02:
        return
    camera = eye(floor)
    pool = sample_tile(seed % 7 + 2, floor.x * 0.7, floor.z * 0.5, 4.0)
    share = np.clip((pool - 0.47) * 9.0, 0, 1)
    away = np.clip((floor.z - camera[1]) / 7.0, 0, 1)[..., None]
    high, low = (np.asarray(sky_tone(rig.air, r), np.float32) for r in (0.7, 0.12))
    sheen = high + (low - high) * away.astype(np.float32)
    floor.rgb *= np.float32(1 - 0.34 * strength)
    _blend(floor, sheen, (0.14 + 0.46 * share) * strength)
    sun = np.abs((floor.x - camera[0]) / np.maximum(floor.z - camera[1], 0.5) - rig.air.sun[0])
    _blend(
        floor,
        rig.air.sun_tone,
        np.exp(-((sun / 0.16) ** 2)) * 0.35 * share * rig.air.sun_gain * strength,
    )
    lamp_streaks(floor, rig.lamps, camera, (0.30 + 0.45 * share) * strength)


def shadows(floor: Floor, rig: Rig, feet: Iterable[tuple[float, float, float]]) -> None:
    """Long shadows that things at (x, z, half-width) throw towards us under a low sun."""
    air = rig.air
    back = backlight(air)
    if back < 0.15 or (air.white > 0.5 and air.sun_gain < 0.2):
        return
    slope = -air.sun[0] * 0.9
    for x, z, wide in feet:
        ahead = z - floor.z
        line = x + slope * ahead
        soft = wide * (1 + 0.25 * np.clip(ahead, 0, 6))
        share = np.clip(1.4 - np.abs(floor.x - line) / soft, 0, 1)
        share = share * np.clip(ahead / 0.08, 0, 1) * np.exp(-np.clip(ahead, 0, None) / 4.0)
        floor.rgb *= (1 - 0.42 * back * share)[..., None].astype(np.float32)


def lay(floor: Floor, rig: Rig, y: float = 0.0) -> None:
    """Light a ground, warm it under a low sun, and let it sink into the air with distance."""
    field = rig.at(floor.x, np.full((1, 1), y, np.float32), floor.z)
    back = backlight(rig.air)
    if back > 0.01:
        sky = np.asarray(rig.air.ambient, np.float32) + np.asarray(rig.air.key, np.float32)
        field = field - sky * SILHOUETTE * np.float32(0.72 * back)
    floor.rgb *= field
    camera = eye(floor)
    away = np.clip(floor.z - camera[1], 0, None)
    if back > 0.01:
        off = np.abs((floor.x - camera[0]) / np.maximum(away, 0.5) - rig.air.sun[0])
        glow = np.exp(-off / 0.45) * np.clip(away / 14.0, 0, 1) * 0.34 * back
        _blend(floor, rig.air.sun_tone, glow)
    clear = 1 - 0.62 * (1 - np.exp(-away / CLEAR_AIR))
    _blend(floor, far_tone(rig.air), 1 - np.exp(-rig.air.density * 1.25 * away) * clear)


def lay_water(floor: Floor, rig: Rig) -> None:
    """Let water sink into the air; it carries the sky's own light and is lit by nothing else."""
    away = np.clip(floor.z - eye(floor)[1], 0, None)
    share = (1 - np.exp(-rig.air.density * 1.1 * away)) * 0.85
    share = share + 0.55 * np.clip((away - 60) / 170, 0, 1) * (1 - share)
    _blend(floor, mix(far_tone(rig.air), sky_tone(rig.air, 0.02), 0.5), share)
