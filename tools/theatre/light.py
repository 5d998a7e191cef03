"""How light falls in a place: ambient, sky or window, and the pools of its lamps.

Knows no paper and no post.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from tools.theatre.geometry import Colour, Plate
from tools.theatre.palette import Air

LAMP_SHARE = 0.0042
"""A lamp's tone (0..255) times this and its gain is the factor it adds to paper close to it."""


@dataclass(frozen=True, slots=True)
class Lamp:
    """A light one can see: a bulb, a flame, a lit window or a screen.

    World place, reach in world units.
    """

    x: float
    y: float
    z: float
    tone: Colour
    reach: float = 1.0
    gain: float = 1.0
    core: float = 0.03
    halo: float = 0.35
    flicker: float = 0.03
    glow: float = 0.5

    def level(self, seconds: float) -> float:
        """Brightness about 1 at a time; every lamp has its own rhythm."""
        phase = (self.x * 7.31 + self.z * 3.77) % 6.283
        wave = 0.62 * math.sin(seconds * 8.3 + phase) + 0.38 * math.sin(
            seconds * 19.7 + 2.1 * phase
        )
        return 1.0 - self.flicker * (0.5 - 0.5 * wave)


@dataclass(frozen=True, slots=True)
class Pane:
    """A window one can look out of: world rectangle at depth z."""

    x0: float
    y0: float
    x1: float
    y1: float
    z: float


@dataclass(frozen=True, slots=True)
class Rig:
    """All the light of a place."""

    air: Air
    interior: bool
    lamps: tuple[Lamp, ...] = ()
    panes: tuple[Pane, ...] = ()
    room: float = 1.0
    """Extra factor on the ambient inside: an office is brighter than a cabin."""

    def at(self, x: Plate, y: Plate, z: Plate | float) -> Plate:
        """Light factors (B, G, R) at world places; arrays broadcast, result (..., 3) float32."""
        base = self.air.ambient_in if self.interior else self.air.ambient
        shape = np.broadcast_shapes(np.shape(x), np.shape(y), np.shape(z))
        total = np.broadcast_to(np.asarray(base, np.float32), (*shape, 3)).copy()
        if self.interior:
            total *= np.float32(self.room) * self._corners(x, y, shape)
            for pane in self.panes:
                self._add_pane(total, pane, x, y, z)
        else:
            total += np.asarray(self.air.key, np.float32)
        for lamp in self.lamps:
            near = _falloff(x - lamp.x, y - lamp.y, z - lamp.z, lamp.reach)
            total += near[..., None] * np.asarray(lamp.tone, np.float32) * (LAMP_SHARE * lamp.gain)
        return total

    @staticmethod
    def _corners(x: Plate, y: Plate, shape: tuple[int, ...]) -> Plate:
        fall = 1.0 - 0.07 * np.minimum((x / 2.4) ** 2, 2.5) - 0.14 * np.clip(-y - 0.7, 0, 1.2)
        return np.broadcast_to(fall, shape)[..., None].astype(np.float32)

    def _add_pane(self, total: Plate, pane: Pane, x: Plate, y: Plate, z: Plate | float) -> None:
        middle = ((pane.x0 + pane.x1) / 2, (pane.y0 + pane.y1) / 2)
        area = math.sqrt(max(0.01, (pane.x1 - pane.x0) * (pane.y1 - pane.y0)))
        near = _falloff(x - middle[0], (y - middle[1]) * 0.7, (z - pane.z) * 0.7, 1.2 + area)
        gain = min(1.25, area / 0.55) / max(1.0, 0.6 * len(self.panes))
        total += near[..., None] * np.asarray(self.air.window, np.float32) * np.float32(gain)

    def field(self, x: Plate, y: Plate, z: float, grain: int = 12) -> Plate:
        """`at` over a picture's columns (1, w) and rows (h, 1), worked out coarsely; (h, w, 3)."""
        w, h = x.shape[1], y.shape[0]
        coarse = (max(2, w // grain), max(2, h // grain))
        columns = cv2.resize(x, (coarse[0], 1), interpolation=cv2.INTER_AREA)
        rows = cv2.resize(y, (1, coarse[1]), interpolation=cv2.INTER_AREA)
        light = cv2.resize(self.at(columns, rows, z), (w, h), interpolation=cv2.INTER_LINEAR)
        return np.asarray(light)

    def point(self, x: float, y: float, z: float) -> Colour:
        """Light factors at one place."""
        here = self.at(np.array([x], np.float32), np.array([y], np.float32), z)[0]
        return (float(here[0]), float(here[1]), float(here[2]))

    def key_lamp(self, x: float, z: float) -> Lamp | None:
        """The lamp that lights someone standing at (x, z) most; None when none does."""
        if not self.lamps:
            return None

        def strength(lamp: Lamp) -> float:
            near = _falloff(
                np.float32(x - lamp.x), np.float32(-0.8 - lamp.y), z - lamp.z, lamp.reach
            )
            return float(near) * lamp.gain

        best = max(self.lamps, key=strength)
        return best if strength(best) > 0.06 else None


def _falloff(dx: Any, dy: Any, dz: Any, reach: float) -> Plate:
    d2 = (dx * dx + dy * dy + np.asarray(dz) ** 2 * 0.8) / np.float32(reach * reach)
    return np.asarray(1.0 / (1.0 + 2.0 * d2 + 2.4 * d2 * d2), np.float32)
