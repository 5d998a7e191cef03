"""What falls and drifts: rain and snow in three depths, leaves, dust, fireflies, glints on water.

Every place of a drop is a function of time and seed alone, so that frames can be drawn in any
order.
Knows no set: it is told where water, windows and lamps are.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from tools.theatre.camera import View
from tools.theatre.engine import Frame
from tools.theatre.geometry import Plate, colour, mix, scale
from tools.theatre.light import Pane, Rig
from tools.theatre.palette import Air

FAR, MIDDLE, NEAR = 0, 1, 2


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
    Fall(460, 0.020, 0.17, 1.5, 0.13),
    Fall(210, 0.043, 0.28, 2.3, 0.15),
    Fall(60, 0.092, 0.30, 3.4, 0.17),
)
SNOW = (
    Fall(300, 0.0016, 0.65, 0.09, 0.3),
    Fall(150, 0.0030, 0.8, 0.14, 0.4),
    Fall(46, 0.0062, 0.55, 0.22, 0.5),
)


@lru_cache(maxsize=32)
def _scatter(seed: int, count: int) -> Plate:
    return np.random.default_rng(seed).random((count, 4), dtype=np.float32)


def fall(
    frame: Frame, kind: str, depth: int, view: View, seconds: float, rig: Rig, seed: int
) -> None:
    """Draw one depth of rain or snow over the whole picture."""
    if kind == "rain":
        _rain(frame, RAIN[depth], view, seconds, rig.air, seed + depth, None)
    elif kind == "snow":
        _snow(frame, SNOW[depth], view, seconds, rig.air, seed + depth)


def at_window(
    frame: Frame, kind: str, pane: Pane, view: View, seconds: float, rig: Rig, seed: int
) -> None:
    """Draw rain or snow behind one window, and nowhere else."""
    width, height = frame.size
    x0, y0 = view.project(pane.x0, pane.y0, pane.z, frame.size)
    x1, y1 = view.project(pane.x1, pane.y1, pane.z, frame.size)
    clip = (max(0, int(x0)), max(0, int(y0)), min(width, int(x1) + 1), min(height, int(y1) + 1))
    if clip[2] <= clip[0] or clip[3] <= clip[1]:
        return
    if kind == "rain":
        _rain(frame, RAIN[MIDDLE], view, seconds, rig.air, seed, clip)
    elif kind == "snow":
        _snow(frame, SNOW[MIDDLE], view, seconds, rig.air, seed, clip)


def _rain(
    frame: Frame,
    drops: Fall,
    view: View,
    seconds: float,
    air: Air,
    seed: int,
    clip: tuple[int, int, int, int] | None,
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
    tone = mix(air.fog, (235, 232, 230), 0.55)
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
    clip: tuple[int, int, int, int] | None = None,
) -> None:
    width, height = frame.size
    p = _scatter(seed % 2**32, flakes.count)
    sway = 0.012 * np.sin(seconds * (0.7 + p[:, 3]) + 6.28 * p[:, 2])
    y = (p[:, 1] + seconds * flakes.speed * (0.7 + 0.6 * p[:, 2]) + view.shift_y) % 1.1 - 0.05
    x = (p[:, 0] - seconds * flakes.speed * 0.25 + sway + view.shift_x * 0.56) % 1.1 - 0.05
    r = np.maximum(flakes.length * height * (0.6 + 0.8 * p[:, 3]), 0.8)
    specks = np.stack([x * width, y * height, r, r, np.full(len(p), flakes.opacity)], 1)
    frame.specks(specks.astype(np.float64), mix(air.fog, (250, 248, 246), 0.75), clip)


def motes(frame: Frame, kind: str, view: View, seconds: float, rig: Rig, seed: int) -> None:
    """Draw what drifts in still air, so that an empty shot lives."""
    makers = {"dust": _dust, "leaves": _leaves, "fireflies": _fireflies}
    maker = makers.get(kind)
    if maker is not None:
        maker(frame, view, seconds, rig, seed)


def _dust(frame: Frame, view: View, seconds: float, rig: Rig, seed: int) -> None:
    """Dust that shows where a lamp or a window lights it."""
    width, height = frame.size
    p = _scatter(seed % 2**32, 46)
    x = (p[:, 0] + 0.010 * seconds * (p[:, 2] - 0.3) + view.shift_x * 0.4) % 1.0
    y = (
        p[:, 1] + 0.006 * np.sin(seconds * (0.5 + p[:, 3]) + 6.28 * p[:, 2]) - 0.006 * seconds
    ) % 1.0
    twinkle = 0.5 + 0.5 * np.sin(seconds * (0.9 + p[:, 3]) + 6.28 * p[:, 0])
    r = np.maximum(height * (0.0009 + 0.0011 * p[:, 3]), 0.75)
    specks = np.stack([x * width, y * height, r, r, (0.05 + 0.17 * twinkle)], 1)
    tone = rig.lamps[0].tone if rig.lamps else (225.0, 235.0, 240.0)
    frame.specks(specks.astype(np.float64), mix(tone, (255, 255, 255), 0.3))


def _leaves(frame: Frame, view: View, seconds: float, rig: Rig, seed: int) -> None:
    """A few leaves or seeds on the air."""
    width, height = frame.size
    p = _scatter(seed % 2**32, 16)
    x = (p[:, 0] + seconds * (0.030 + 0.035 * p[:, 2]) + view.shift_x * 0.56) % 1.12 - 0.06
    bob = 0.02 * np.sin(seconds * (1.0 + p[:, 3]) + 6.28 * p[:, 1])
    y = (p[:, 1] * 0.8 + seconds * (0.012 + 0.02 * p[:, 3]) + bob) % 1.05 - 0.02
    turn = np.abs(np.sin(seconds * (1.6 + 2 * p[:, 2]) + 6.28 * p[:, 0]))
    r = np.maximum(height * (0.0018 + 0.0022 * p[:, 3]), 0.9)
    specks = np.stack([x * width, y * height, r * 1.3, r * (0.25 + 0.75 * turn), 0.5 + 0 * r], 1)
    level = rig.air.ambient
    tone = colour("#c9a86a")
    frame.specks(
        specks.astype(np.float64), (tone[0] * level[0], tone[1] * level[1], tone[2] * level[2])
    )


def _fireflies(frame: Frame, view: View, seconds: float, rig: Rig, seed: int) -> None:
    width, height = frame.size
    p = _scatter(seed % 2**32, 14)
    x = (p[:, 0] + 0.02 * np.sin(seconds * 0.6 + 6.28 * p[:, 2]) + view.shift_x * 0.5) % 1.0
    y = 0.45 + 0.45 * p[:, 1] + 0.012 * np.sin(seconds * (0.9 + p[:, 3]) + 6.28 * p[:, 0])
    for k in range(len(p)):
        pulse = math.sin(seconds * (1.1 + float(p[k, 3])) + 6.28 * float(p[k, 0]))
        if pulse > 0:
            at = (float(x[k]) * width, float(y[k]) * height)
            frame.glow(*at, height * 0.016, colour("#d8f08a"), 0.75 * pulse)


def glints(
    frame: Frame, reach: tuple[float, float], view: View, seconds: float, rig: Rig, seed: int
) -> None:
    """Light that flickers on open water between two depths."""
    width, height = frame.size
    p = _scatter(seed % 2**32, 240)
    near, far = reach
    z = near * (far / near) ** p[:, 1]
    half = (z - view.z) * 0.62 * width / height / view.focal
    x = view.x + (2 * p[:, 0] - 1) * half * 1.4
    spark = np.sin(seconds * (1.2 + 2.2 * p[:, 2]) + 6.28 * p[:, 3])
    focal = view.focal / np.maximum(z - view.z, 1e-3)
    px = width / 2 + height * view.zoom * (view.shift_x + focal * (x - view.x))
    py = height / 2 + height * view.zoom * (view.shift_y + focal * (0.10 - view.y))
    sun = np.exp(-np.abs((px / width - 0.5) * 0.9 - rig.air.sun[0]) / 0.16)
    rx = np.clip(height * 0.05 * focal, 1.0, 0.02 * height)
    strength = np.clip(spark - 0.25, 0, 1) * (0.10 + 0.65 * sun * min(1.0, rig.air.sun_gain + 0.2))
    specks = np.stack([px, py, rx, np.clip(rx * 0.16, 0.7, 3.0), strength], 1)[strength > 0.03]
    frame.specks(specks.astype(np.float64), scale(rig.air.sun_tone, 1.0))
