"""What drifts and twinkles: dust, leaves, seeds, fireflies, glints on water. Knows no set.

Every place is a function of time and seed alone, so that frames can be drawn in any order.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from tools.theatre.camera import View
from tools.theatre.engine import Frame
from tools.theatre.geometry import colour, mix, scale
from tools.theatre.light import Rig
from tools.theatre.scatter import scatter as _scatter

Maker = Callable[[Frame, View, float, Rig, int], None]


def motes(frame: Frame, kind: str, view: View, seconds: float, rig: Rig, seed: int) -> None:
    """Draw what drifts in still air, so that an empty shot lives."""
    makers: dict[str, Maker] = {
        "dust": _dust, "leaves": _leaves, "fireflies": _fireflies, "gusts": _gusts, "sand": _sand,
    }  # fmt: skip
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


def _gusts(frame: Frame, view: View, seconds: float, rig: Rig, seed: int) -> None:
    """Leaves that a wind tears along, near and far."""
    width, height = frame.size
    p = _scatter(seed % 2**32, 64)
    depth = 0.35 + 0.65 * p[:, 3]
    gust = 1.0 + 0.35 * math.sin(seconds * 0.9)
    x = (p[:, 0] + seconds * gust * (0.16 + 0.22 * depth) + view.shift_x * 0.56) % 1.16 - 0.08
    bob = 0.05 * np.sin(seconds * (2.0 + 2 * p[:, 2]) + 6.28 * p[:, 1])
    y = (p[:, 1] + seconds * 0.05 * (0.4 + p[:, 2]) + bob) % 1.1 - 0.05
    turn = np.abs(np.sin(seconds * (5.0 + 4 * p[:, 2]) + 6.28 * p[:, 0]))
    r = np.maximum(height * (0.0022 + 0.0060 * depth * depth), 1.0)
    specks = np.stack([x * width, y * height, r * 1.6, r * (0.25 + 0.75 * turn), 0.8 + 0 * r], 1)
    level = rig.point(0.0, -0.8, 0.0)
    for k, tone in enumerate((colour("#b06f34"), colour("#8f7a3a"), colour("#c79a4a"))):
        lit = (tone[0] * level[0], tone[1] * level[1], tone[2] * level[2])
        frame.specks(np.ascontiguousarray(specks[k::3], np.float64), scale(lit, 1.0))


def _sand(frame: Frame, view: View, seconds: float, rig: Rig, seed: int) -> None:
    """Dust and sand that the wind drives along the ground."""
    width, height = frame.size
    p = _scatter(seed % 2**32, 220)
    x = (p[:, 0] + seconds * (0.22 + 0.40 * p[:, 2]) + view.shift_x * 0.56) % 1.12 - 0.06
    low = np.clip(view.horizon, 0.1, 1.0)
    y = low + (1.02 - low) * p[:, 1] ** 1.4 - 0.25 * p[:, 3] ** 3
    r = np.maximum(height * (0.0008 + 0.0016 * p[:, 3]), 0.7)
    specks = np.stack([x * width, y * height, r * 5.0, r, 0.16 + 0.30 * p[:, 2]], 1)
    frame.specks(specks.astype(np.float64), mix(rig.air.fog, (235.0, 240.0, 245.0), 0.30))


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
