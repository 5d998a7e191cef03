"""Floors and ceilings of rooms: boards, parquet, tiles, stone, carpet, rugs, sunlit patches.

Knows no furniture.
"""

from __future__ import annotations

import math

import numpy as np

from tools.theatre.geometry import Colour, Plate, mix, scale
from tools.theatre.light import Pane, Rig
from tools.theatre.scenery import Floor
from tools.theatre.sets.surfaces import checkers, floorboards, light_floor, stones
from tools.theatre.texture import sample_tile


def lay_floor(floor: Floor, kind: str, tone: Colour, second: Colour, seed: int) -> None:
    """Cover a floor with boards, parquet, checks, small tiles, stone, carpet or concrete."""
    match kind:
        case "checks":
            checkers(floor, tone, second, 0.30, seed)
        case "tiles":
            checkers(floor, tone, mix(tone, second, 0.35), 0.20, seed)
            _joints(floor, 0.20)
        case "parquet":
            _parquet(floor, tone, seed)
        case "stone":
            stones(floor, tone, seed, 0.30)
        case "carpet":
            _soft(floor, tone, seed, 0.30)
        case "concrete":
            _soft(floor, tone, seed, 0.55)
        case _:
            floorboards(floor, tone, seed, 0.14)


def _joints(floor: Floor, side: float) -> None:
    away = [np.abs((a / side) % 1.0 - 0.5) for a in (floor.x, floor.z)]
    line = np.clip((np.maximum(away[0], away[1]) - 0.46) / 0.04, 0, 1) * floor.fade(side * 0.4)
    floor.rgb *= (1 - 0.35 * line)[..., None].astype(np.float32)


def _soft(floor: Floor, tone: Colour, seed: int, strength: float) -> None:
    pile = sample_tile(seed % 5, floor.x * 2, floor.z * 2, 1.0)
    wear = sample_tile(seed % 5 + 1, floor.x, floor.z, 3.4)
    level = 1 + strength * ((pile - 0.5) * floor.fade(0.06) + 0.9 * (wear - 0.5))
    floor.rgb[:] = np.asarray(tone, np.float32) * level[..., None].astype(np.float32)


def _parquet(floor: Floor, tone: Colour, seed: int) -> None:
    """Blocks of four strips, every other one turned."""
    side = 0.26
    odd = (np.floor(floor.x / side) + np.floor(floor.z / side)) % 2
    strip = np.where(odd > 0, floor.x, floor.z) / (side / 4)
    which = np.floor(strip).astype(np.int64) + np.floor(floor.x / side).astype(np.int64) * 7
    shade = 0.84 + 0.30 * ((which * 2654435761 + seed) % 97) / 97
    seam = np.clip((np.abs(strip % 1 - 0.5) - 0.44) / 0.06, 0, 1)
    fade = floor.fade(0.065)
    grain = sample_tile(seed % 5, floor.x * 2.0, floor.z * 2.0, 1.3)
    level = (1 + (shade * (0.90 + 0.16 * odd) - 1) * floor.fade(0.12)) * (1 - 0.35 * seam * fade)
    level = level * (1 + 0.4 * (grain - 0.5) * fade)
    floor.rgb[:] = np.asarray(tone, np.float32) * level[..., None].astype(np.float32)


def rug(
    floor: Floor,
    at: tuple[float, float, float, float],
    tone: Colour,
    second: Colour,
    seed: int,
    *,
    round_: bool = False,
) -> None:
    """Lay a rug: (x, z, half width, half depth), with borders, a lattice and a medallion."""
    x, z, w, d = at
    u, v = (floor.x - x) / w, (floor.z - z) / d
    away = np.hypot(u, v) if round_ else np.maximum(np.abs(u), np.abs(v))
    soft = 0.02 + floor.footprint / d
    inside = np.clip((1 - away) / soft, 0, 1)
    shadow = np.clip(1 - np.abs(away - 1.02) / 0.05, 0, 1)
    floor.rgb *= (1 - 0.4 * shadow)[..., None].astype(np.float32)
    weave = sample_tile(seed % 5, floor.x * 3, floor.z * 3, 1.0)
    ground = np.asarray(tone, np.float32) * (1 + 0.35 * (weave - 0.5))[..., None]
    accent = np.asarray(second, np.float32)
    fade = floor.fade(0.08)
    bands = _bands(away, (0.90, 0.05), (0.76, 0.03), (0.60, 0.015))
    lattice = np.cos(u * math.pi * 5) * np.cos(v * math.pi * 3) > 0.55
    heart = np.clip((0.30 + 0.06 * np.cos(6 * np.arctan2(v, u)) - np.hypot(u, v)) / 0.03, 0, 1)
    mark = bands
    if d < 3 * w:  # a runner has its borders only
        mark = np.maximum(bands, np.maximum(0.55 * lattice * (away < 0.72), heart) * fade)
    ground = ground + (accent - ground) * np.asarray(mark * 0.85, np.float32)[..., None]
    floor.rgb += (ground - floor.rgb) * inside[..., None].astype(np.float32)


def _bands(away: Plate, *bands: tuple[float, float]) -> Plate:
    total = np.zeros_like(away)
    for place, half in bands:
        total = np.maximum(total, np.clip(1.5 - np.abs(away - place) / half, 0, 1))
    return total


def finish_floor(floor: Floor, rig: Rig, half: float, far: float, gloss: float) -> None:
    """Light a floor: darker by the walls, patches of window light, lamps mirrored in its polish."""
    wall = np.exp(-np.clip(half - np.abs(floor.x), 0, None) / 0.16)
    end = np.exp(-np.clip(far - floor.z, 0, None) / 0.20)
    floor.rgb *= (1 - 0.34 * np.maximum(wall, end))[..., None].astype(np.float32)
    own = floor.rgb.copy()
    light_floor(floor, rig)
    for pane in rig.panes:
        _patch(floor, own, rig, pane)
    if gloss > 0:
        _mirror(floor, rig, gloss)


KNEE, ROOM = np.float32(176.0), np.float32(58.0)
"""Where sunlight on a floor starts to be held back, 0..255, and how far it may still rise."""


def _patch(floor: Floor, own: Plate, rig: Rig, pane: Pane) -> None:
    """The light that falls through a window, with the shadow of its cross."""
    slant = 0.34 if rig.air.sun[0] < 0 else -0.34
    away = pane.z - floor.z
    x, y = floor.x - slant * away, -0.72 * away
    soft = 0.05 + 0.05 * np.abs(away)
    wide = np.clip((pane.x1 - pane.x0) / 2 - np.abs(x - (pane.x0 + pane.x1) / 2), -1, 1) / soft
    tall = np.clip((pane.y1 - pane.y0) / 2 - np.abs(y - (pane.y0 + pane.y1) / 2), -1, 1) / soft
    share = np.clip(wide + 0.5, 0, 1) * np.clip(tall + 0.5, 0, 1)
    cross = np.minimum(np.abs(x - (pane.x0 + pane.x1) / 2), np.abs(y - (pane.y0 + pane.y1) / 2))
    share = share * (1 - 0.7 * np.clip(1.3 - cross / 0.02, 0, 1))
    tint = np.asarray(rig.air.window, np.float32) * np.float32(0.5 + 0.9 * rig.air.sun_gain)
    lit = floor.rgb + own * share[..., None].astype(np.float32) * tint
    # Paper keeps its tone in the sun: above the knee the light only creeps up to white.
    over = np.clip(lit - KNEE, 0, None)
    floor.rgb[:] = np.minimum(lit, KNEE) + ROOM * over / (over + 2.2 * ROOM)


def _mirror(floor: Floor, rig: Rig, gloss: float) -> None:
    for lamp in rig.lamps:
        side = np.abs(floor.x - lamp.x) / (0.10 + 0.06 * np.abs(floor.z - lamp.z))
        streak = np.exp(-side) * np.exp(-(((floor.z - lamp.z + 0.3) / 1.1) ** 2))
        worn = sample_tile(2, floor.x, floor.z * 0.5, 1.7)
        share = streak * (gloss * lamp.gain) * (0.5 + worn)
        tone = np.asarray(lamp.tone, np.float32)
        floor.rgb += (tone - floor.rgb) * np.clip(share, 0, 0.8)[..., None].astype(np.float32)


def ceiling_of(floor: Floor, kind: str, tone: Colour, wood: Colour, rig: Rig, top: float) -> None:
    """Paint a ceiling: plaster, beams across, boards, or panels with light strips."""
    paint = mix(tone, (206.0, 212.0, 216.0), 0.5)
    floor.rgb[:] = np.asarray(paint, np.float32)
    if kind == "boards":
        floorboards(floor, scale(wood, 0.8), 3, 0.16)
    elif kind == "panels":
        checkers(floor, paint, scale(paint, 0.95), 0.45, 3)
        _joints(floor, 0.45)
    elif kind == "concrete":
        _soft(floor, scale(mix(tone, (110, 110, 110), 0.5), 0.8), 2, 0.5)
    if kind in ("beams", "boards"):
        beam = np.abs((floor.z / 0.62) % 1.0 - 0.5) * 0.62
        soft = 0.02 + floor.footprint
        inside = np.clip((0.075 - beam) / soft + 0.5, 0, 1)
        under = np.clip(1 - np.abs(beam - 0.11) / 0.06, 0, 1)
        floor.rgb *= (1 - 0.35 * under)[..., None].astype(np.float32)
        dark = np.asarray(scale(wood, 0.72), np.float32)
        floor.rgb += (dark - floor.rgb) * inside[..., None].astype(np.float32)
    floor.rgb *= rig.at(floor.x, np.full((1, 1), top, np.float32), floor.z) * np.float32(0.9)
    ceiling_lights(floor, rig, top)


def ceiling_lights(floor: Floor, rig: Rig, top: float) -> None:
    """Panels of light let into a ceiling where lamps hang right under it."""
    for lamp in rig.lamps:
        if lamp.y > top + 0.06:
            continue
        soft = 0.012 + floor.footprint * 0.5
        wide = np.clip((0.42 - np.abs(floor.x - lamp.x)) / 0.012 + 0.5, 0, 1)
        deep = np.clip((0.085 - np.abs(floor.z - lamp.z)) / soft + 0.5, 0, 1)
        share = (wide * deep * min(1.0, 1.5 * lamp.gain))[..., None].astype(np.float32)
        floor.rgb += (np.asarray((238.0, 250.0, 255.0), np.float32) - floor.rgb) * share
