"""What falls: drizzle, rain, storm and snow in three depths, splashes, and what runs down a window.

Every place of a drop is a function of time and seed alone, so that frames can be drawn in any
order.
Knows no set: it is told where grounds, windows and lamps are.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.theatre.camera import View
from tools.theatre.engine import Frame
from tools.theatre.geometry import Colour, mix
from tools.theatre.kernels_light import draw_rings
from tools.theatre.light import Pane, Rig
from tools.theatre.palette import Air
from tools.theatre.scatter import hashed
from tools.theatre.scatter import scatter as _scatter

FAR, MIDDLE, NEAR = 0, 1, 2
Clip = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Fall:
    """One depth of rain: number of drops, length, opacity.

    Speed (frame heights a second) and slant.
    """

    count: int
    length: float
    opacity: float
    speed: float
    slant: float


RAIN = (
    Fall(460, 0.024, 0.22, 1.5, 0.13),
    Fall(230, 0.050, 0.36, 2.3, 0.15),
    Fall(64, 0.110, 0.40, 3.4, 0.17),
)
DRIZZLE = (
    Fall(420, 0.010, 0.18, 0.9, 0.07),
    Fall(200, 0.018, 0.26, 1.3, 0.08),
    Fall(40, 0.034, 0.28, 1.8, 0.09),
)
STORM = (
    Fall(760, 0.030, 0.24, 2.0, 0.42),
    Fall(420, 0.066, 0.38, 3.0, 0.46),
    Fall(120, 0.140, 0.42, 4.4, 0.50),
)
SNOW = (
    Fall(420, 0.0016, 0.70, 0.07, 0.3),
    Fall(190, 0.0034, 0.85, 0.11, 0.4),
    Fall(54, 0.0080, 0.60, 0.17, 0.5),
)
WET = {"rain": RAIN, "drizzle": DRIZZLE, "storm": STORM}
"""Weathers that fall as streaks."""

SPLASHES = {"rain": 170, "drizzle": 70, "storm": 260}
SPLASH_SECONDS = 0.42


def fall(
    frame: Frame, kind: str, depth: int, view: View, seconds: float, rig: Rig, seed: int
) -> None:
    """Draw one depth of rain or snow over the whole picture."""
    if kind in WET:
        _rain(frame, WET[kind][depth], view, seconds, rig.air, seed + depth, None)
    elif kind == "snow":
        _snow(frame, SNOW[depth], view, seconds, rig.air, seed + depth)


def seen_through(frame: Frame, pane: Pane, view: View) -> Clip | None:
    """A window's box on the screen, (x0, y0, x1, y1) pixels; None when it is out of the picture."""
    width, height = frame.size
    x0, y0 = view.project(pane.x0, pane.y0, pane.z, frame.size)
    x1, y1 = view.project(pane.x1, pane.y1, pane.z, frame.size)
    clip = (max(0, int(x0)), max(0, int(y0)), min(width, int(x1) + 1), min(height, int(y1) + 1))
    return None if clip[2] <= clip[0] or clip[3] <= clip[1] else clip


def at_window(
    frame: Frame, kind: str, pane: Pane, view: View, seconds: float, rig: Rig, seed: int
) -> None:
    """Draw rain or snow behind one window, drops on its glass, and nothing anywhere else."""
    clip = seen_through(frame, pane, view)
    if clip is None:
        return
    if kind in WET:
        _rain(frame, WET[kind][MIDDLE], view, seconds, rig.air, seed, clip)
        _on_glass(frame, kind, clip, view.scale(pane.z) * frame.size[1], seconds, rig.air, seed)
    elif kind == "snow":
        _snow(frame, SNOW[FAR], view, seconds, rig.air, seed, clip)
        _snow(frame, SNOW[MIDDLE], view, seconds, rig.air, seed + 1, clip)


def _on_glass(
    frame: Frame, kind: str, clip: Clip, unit: float, seconds: float, air: Air, seed: int
) -> None:
    """Drops that sit on the pane, and some that run down it and leave a trail."""
    width, height = clip[2] - clip[0], clip[3] - clip[1]
    count = 46 if kind == "drizzle" else 90
    p = _scatter((seed + 77) % 2**32, count)
    runs = p[:, 3] > 0.72
    down = np.where(runs, seconds * (0.05 + 0.12 * p[:, 2]), 0.0)
    x = clip[0] + p[:, 0] * width
    y = clip[1] + ((p[:, 1] + down) % 1.0) * height
    r = np.maximum(unit * (0.0025 + 0.0045 * p[:, 2]), 0.7)
    specks = np.stack([x, y, r, r * 1.25, 0.30 + 0.35 * p[:, 3]], 1)
    bright = mix(air.fog, (240.0, 240.0, 238.0), 0.5)
    frame.specks(specks.astype(np.float64), bright, clip)
    trail = np.stack([x, y - 9 * r, r * 0.55, r * 8.0, np.full(count, 0.22)], 1)[runs]
    frame.specks(np.ascontiguousarray(trail, np.float64), bright, clip)


def splashes(
    frame: Frame, kind: str, ground: float, view: View, seconds: float, rig: Rig, seed: int
) -> None:
    """Rings that drops make on wet ground or water at world height `ground`."""
    count, rise = SPLASHES.get(kind, 0), ground - view.y
    if not count or rise <= 0.02:
        return
    width, height = frame.size
    index = np.arange(count)
    phase = hashed(index, 0 * index, seed)
    clock = seconds / SPLASH_SECONDS + phase
    turn = np.floor(clock)
    age = clock - turn
    near = max(0.25, view.focal * rise / max(0.05, 0.56 - view.shift_y))
    ahead = near * (14.0 / near) ** (hashed(index, turn, seed + 1) ** 1.5)
    x = hashed(index, turn, seed + 2) * 1.1 - 0.05
    y = 0.5 + view.zoom * (view.shift_y + view.focal * rise / ahead)
    unit = view.zoom * view.focal / ahead * height
    rx = np.maximum(unit * (0.010 + 0.045 * age), 1.2)
    ry = np.maximum(rx * np.clip(rise / ahead * 1.2, 0.16, 0.7), 0.8)
    strength = (1 - age) * 0.42 * np.clip(unit / (0.12 * height), 0.35, 1)
    thick = np.maximum(0.8, 0.004 * unit)
    rings = np.stack([x * width, y * height, rx, ry, strength, thick], 1)
    tone = np.array(_streak_tone(rig.air), np.float64)
    draw_rings(frame.pixels, rings.astype(np.float64), tone, frame.first, frame.order)


def _streak_tone(air: Air) -> Colour:
    return mix(air.fog, (238.0, 234.0, 230.0), 0.62)


def _rain(
    frame: Frame,
    drops: Fall,
    view: View,
    seconds: float,
    air: Air,
    seed: int,
    clip: Clip | None,
) -> None:
    width, height = frame.size
    p = _scatter(seed % 2**32, drops.count)
    length = drops.length * height * (0.6 + 0.8 * p[:, 2])
    y = (p[:, 1] + seconds * drops.speed * (0.8 + 0.4 * p[:, 2]) + view.shift_y) % 1.2 - 0.1
    x = (p[:, 0] - seconds * drops.speed * drops.slant * 0.5 + view.shift_x * 0.56) % 1.12 - 0.06
    x, y = x * width, y * height
    if clip is not None:
        inside = (x > clip[0]) & (x < clip[2]) & (y > clip[1]) & (y + length < clip[3])
        x, y, length = x[inside], y[inside], length[inside]
    tone = _streak_tone(air)
    # A streak is one pixel wide at any size: in a small picture it must be fainter to look as thin.
    opacity = drops.opacity * min(1.3, (height / 720) ** 0.6)
    look = np.array([drops.slant, 255 * opacity, *tone], np.float64)
    frame.streaks(x.astype(np.float64), y.astype(np.float64), length.astype(np.float64), look)


def _snow(
    frame: Frame,
    flakes: Fall,
    view: View,
    seconds: float,
    air: Air,
    seed: int,
    clip: Clip | None = None,
) -> None:
    width, height = frame.size
    p = _scatter(seed % 2**32, flakes.count)
    sway = 0.012 * np.sin(seconds * (0.7 + p[:, 3]) + 6.28 * p[:, 2])
    y = (p[:, 1] + seconds * flakes.speed * (0.7 + 0.6 * p[:, 2]) + view.shift_y) % 1.1 - 0.05
    x = (p[:, 0] - seconds * flakes.speed * 0.25 + sway + view.shift_x * 0.56) % 1.1 - 0.05
    r = np.maximum(flakes.length * height * (0.6 + 0.8 * p[:, 3]), 0.8)
    specks = np.stack([x * width, y * height, r, r, np.full(len(p), flakes.opacity)], 1)
    frame.specks(specks.astype(np.float64), mix(air.fog, (250, 248, 246), 0.78), clip)
