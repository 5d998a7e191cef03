"""Walls, boards, cobbles and planks as painted surfaces. Knows no place and no furniture."""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import Colour, Plate, mix, rectangle, scale
from tools.theatre.light import Rig
from tools.theatre.scenery import Floor
from tools.theatre.texture import sample_tile

SKIRTING = -0.09
DADO = -0.46


def wall_face(canvas: Canvas, tone: Colour, pattern: str, wood: Colour, seed: int) -> None:
    """Flood a wall with paint and its pattern: planks, tiles, stripes, panels or plain."""
    canvas.flood(tone)
    x, y = canvas.x, canvas.y
    fine = 1.2 / canvas.density
    if pattern == "planks":
        _planks(canvas, x, seed, fine)
    elif pattern == "stripes":
        band = 0.5 + 0.5 * np.tanh(np.sin(x * (2 * np.pi / 0.11)) * 6)
        canvas.rgb *= (0.93 + 0.10 * band)[..., None]
    elif pattern == "tiles":
        _tiles(canvas, x, y, seed, fine)
    if pattern in ("panels", "stripes", "plain"):
        canvas.piece(rectangle(-60, DADO, 60, 0.1), mix(tone, wood, 0.6), shadow=0.2)
        for k in places(canvas.x0, canvas.x0 + canvas.w / canvas.density, 0.42):
            if pattern != "plain":
                panel = rectangle(k * 0.42 + 0.04, DADO + 0.06, k * 0.42 + 0.38, SKIRTING - 0.05)
                tint = scale(mix(tone, wood, 0.6), 0.93)
                canvas.piece(panel, tint, shadow=0.12, light=(0.5, 0.8), thickness=0.007)
        canvas.piece(rectangle(-60, DADO - 0.02, 60, DADO + 0.012), scale(wood, 1.05))
    canvas.piece(rectangle(-60, SKIRTING, 60, 0.1), scale(wood, 0.85))
    canvas.piece(rectangle(-60, -1.62, 60, -1.53), scale(mix(tone, wood, 0.3), 1.12))


def _planks(canvas: Canvas, x: Plate, seed: int, fine: float) -> None:
    board = 0.135
    which = np.floor(x / board).astype(np.int64)
    shade = 0.93 + 0.12 * ((which * 2654435761 + seed) % 97) / 97
    seam = np.clip(np.abs((x / board) % 1.0 - 0.5) * -1 + 0.5, 0, 1) * board
    dark = 1 - 0.5 * np.clip(1 - seam / max(0.005, fine), 0, 1)
    grain = canvas.noise(0.05, seed + 9, 4) if canvas.density > 60 else np.float32(0.5)
    slow = canvas.noise(0.30, seed + 8, 3)
    canvas.rgb *= (shade * dark * (0.80 + 0.22 * grain + 0.20 * slow))[..., None]


def _tiles(canvas: Canvas, x: Plate, y: Plate, seed: int, fine: float) -> None:
    side = 0.085
    column, row = np.floor(x / side).astype(np.int64), np.floor(y / side).astype(np.int64)
    shade = 0.94 + 0.12 * ((column * 73856093 ^ row * 19349663 ^ seed) % 89) / 89
    gap_x = np.minimum((x / side) % 1, 1 - (x / side) % 1) * side
    gap_y = np.minimum((y / side) % 1, 1 - (y / side) % 1) * side
    joint = np.clip(1 - np.minimum(gap_x, gap_y) / max(0.004, fine), 0, 1)
    tiled = ((y > -1.02) & (y < DADO)).astype(np.float32)
    light = 1 + tiled * (0.32 * shade - 0.16 * joint)
    canvas.rgb *= light[..., None].astype(np.float32)


def floorboards(floor: Floor, tone: Colour, seed: int, board: float = 0.11) -> None:
    """Boards that run away from the camera."""
    which = np.floor(floor.x / board).astype(np.int64)
    shade = 0.88 + 0.22 * ((which * 2654435761 + seed) % 101) / 101
    across = np.abs((floor.x / board) % 1.0 - 0.5)
    width = np.maximum(floor.footprint * 0.35 / board, 0.02)
    seam = np.clip((across - 0.5 + 2 * width) / (2 * width), 0, 1)
    fade = floor.fade(0.10)
    grain = sample_tile(seed % 5, floor.x * 3.0, floor.z * 0.55, 1.3)
    joint = np.floor(floor.z / 0.9 + (which % 7) / 7.0).astype(np.int64)
    shade = shade * (0.95 + 0.10 * ((joint * 40503 + which) % 17) / 17)
    level = shade * (1 - 0.45 * seam * fade) * (1 + 0.55 * (grain - 0.5) * fade)
    floor.rgb[:] = np.asarray(tone, np.float32) * level[..., None].astype(np.float32)


def checkers(floor: Floor, first: Colour, second: Colour, side: float, seed: int) -> None:
    """A chequered or tiled floor."""
    odd = (np.floor(floor.x / side) + np.floor(floor.z / side)).astype(np.int64) % 2
    fade = floor.fade(side * 1.4)
    share = 0.5 + (odd - 0.5) * fade
    base = np.asarray(first, np.float32)
    floor.rgb[:] = base + (np.asarray(second, np.float32) - base) * share[..., None]
    grain = sample_tile(seed % 5, floor.x, floor.z, 1.7)
    floor.rgb *= (1 + 0.30 * (grain - 0.5) * floor.fade(0.2))[..., None]


def stones(floor: Floor, tone: Colour, seed: int, side: float = 0.13) -> None:
    """Cobbles in staggered rows, worn and uneven."""
    row = np.floor(floor.z / side).astype(np.int64)
    x = floor.x / side + (row % 2) * 0.5
    column = np.floor(x).astype(np.int64)
    shade = 0.78 + 0.40 * ((column * 73856093 ^ row * 19349663 ^ seed) % 83) / 83
    du, dv = np.abs(x % 1 - 0.5), np.abs(floor.z / side % 1 - 0.5)
    gap = np.clip((np.maximum(du, dv) - 0.40) / 0.10, 0, 1)
    fade = floor.fade(side)
    level = (1 + (shade - 1) * fade) * (1 - 0.48 * gap * fade) * (1 - 0.07 * (1 - fade))
    worn = sample_tile(seed % 5, floor.x, floor.z, 2.6)
    level = level * (1 + 0.55 * (worn - 0.5))
    floor.rgb[:] = np.asarray(tone, np.float32) * level[..., None].astype(np.float32)


def planks_across(floor: Floor, tone: Colour, seed: int, board: float = 0.12) -> None:
    """A pier's planks, laid across the way out."""
    row = np.floor(floor.z / board).astype(np.int64)
    shade = 0.84 + 0.26 * ((row * 2654435761 + seed) % 101) / 101
    along = np.abs((floor.z / board) % 1.0 - 0.5)
    fade = floor.fade(board)
    seam = np.clip((along - 0.42) / 0.06, 0, 1) * fade
    grain = sample_tile(seed % 5, floor.x * 0.6, floor.z * 3.0, 1.3)
    level = (
        (1 + (shade - 1) * fade) * (1 - 0.6 * seam) * (1 + 0.6 * (grain - 0.5) * floor.fade(0.08))
    )
    floor.rgb[:] = np.asarray(tone, np.float32) * level[..., None].astype(np.float32)


def light_floor(floor: Floor, rig: Rig, y: float = 0.0) -> None:
    """Light a ground and let it sink into the air with distance."""
    floor.rgb *= rig.at(floor.x, np.full((1, 1), y, np.float32), floor.z)
