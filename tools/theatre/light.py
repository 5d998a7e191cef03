"""How light falls in a place: ambient, sky or window, and the pools of its lamps.

Knows no paper and no post.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from tools.theatre.airs import Air, Lamp
from tools.theatre.geometry import Colour, Plate, mix
from tools.theatre.texture import sample_tile

__all__ = ["LAMP_SHARE", "Lamp", "Pane", "Rig"]

LAMP_SHARE = 0.0058
"""A lamp's tone (0..255) times this and its gain is the factor it adds to paper close to it."""

CROWD = 0.85
"""How fast the light of several lamps at one place stops growing."""

ROLL = 0.42
"""How fast strong light rolls off on painted scenery."""

SPREAD = 1.12
"""How far a lamp's pool goes beyond its own reach."""

DAPPLE = 0.34
"""How far clouds and leaves break up hard daylight on grounds and walls."""


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

    @property
    def daylit(self) -> float:
        """How far a room lives by the light of its windows, 0..1."""
        return max(0.0, 1.0 - self.air.lamps) if self.interior and self.panes else 0.0

    @property
    def shining(self) -> tuple[Lamp, ...]:
        """The place's own lamps and those the shot's light asks for."""
        return (*self.lamps, *self.air.practicals)

    def at(self, x: Plate, y: Plate, z: Plate | float) -> Plate:
        """Light factors (B, G, R) at world places; arrays broadcast, result (..., 3) float32."""
        base = self.air.ambient_in if self.interior else self.air.ambient
        shape = np.broadcast_shapes(np.shape(x), np.shape(y), np.shape(z))
        total = np.broadcast_to(np.asarray(base, np.float32), (*shape, 3)).copy()
        if self.interior:
            total *= np.float32(self.room) * self._corners(x, y, shape)
            total *= np.broadcast_to(self._inside(x, y, z), shape)[..., None]
            for pane in self.panes:
                self._add_pane(total, pane, x, y, z)
        else:
            # Near the ground less of the sky is seen: paper darkens where it stands.
            total *= np.broadcast_to(self._open(y, z), shape)[..., None]
            fall = np.broadcast_to(self._fall(x, y, z), shape)[..., None]
            total += fall * np.asarray(self.air.key, np.float32)
            if _level(y, z):
                # In the dark the ground before the camera sinks away, and the eye goes deeper.
                close = np.exp(-np.clip(np.asarray(z) + 2.2, 0, None) / 1.6)
                total *= (1 - 0.34 * self.air.lamps * close)[..., None].astype(np.float32)
        total += self._pools(x, y, z, shape)
        # Light rolls off where it is strong: a wall beside a lamp keeps its paint.
        most = total.max(-1, keepdims=True)
        return np.asarray(total / (1 + ROLL * np.clip(most - 0.95, 0, None)), np.float32)

    def _pools(self, x: Plate, y: Plate, z: Plate | float, shape: tuple[int, ...]) -> Plate:
        """Light of all lamps together; many of them add less and less."""
        pools = np.zeros((*shape, 3), np.float32)
        # A hard ratio keeps light near its lamp, a soft one lets it fill the room.
        sharp = np.float32(min(1.6, max(0.7, 1.12 * (self.air.ratio / 4.0) ** 0.45)))
        for lamp in self.shining:
            near = _falloff(x - lamp.x, y - lamp.y, z - lamp.z, lamp.reach) ** sharp
            gain = LAMP_SHARE * lamp.gain * self.air.pool
            tone = np.asarray(self.tone_of(lamp), np.float32)
            pools += near[..., None] * tone * np.float32(gain)
        return np.asarray(pools / (1 + CROWD * pools.max(-1, keepdims=True)), np.float32)

    @staticmethod
    def _open(y: Plate, z: Plate | float) -> Plate:
        if _level(y, z):
            return np.ones(1, np.float32)
        return (1 - 0.26 * np.exp(-np.clip(-y, 0, None) / 0.30)).astype(np.float32)

    def _fall(self, x: Plate, y: Plate, z: Plate | float) -> Plate:
        """Share of the sun's or moon's light that reaches a place, by the key's direction."""
        side = 1.0 if self.air.sun[0] >= 0 else -1.0
        level = _level(y, z)
        span = 2.6 + 0.7 * np.abs(np.asarray(z, np.float32))
        across = np.tanh(np.float32(side) * x / span)
        match self.air.key_dir:
            case "back":
                fall = 1.10 + 0.10 * across if level else 0.42 + 0.16 * across
            case "front":
                fall = 0.95 + 0.0 * x if level else 1.12 + 0.0 * x
            case "top":
                fall = 1.25 + 0.0 * x if level else 0.50 + 0.34 * np.clip(-y / 2.2, 0, 1.5)
            case "under":
                fall = 0.75 + 0.0 * x if level else 1.10 - 0.42 * np.clip(-y / 1.6, 0, 1.6)
            case "three_quarter":
                fall = (1.04 if level else 0.92) + 0.30 * across
            case _:
                fall = 1.06 + 0.34 * across if level else 0.84 + 0.52 * across
        return np.asarray(fall * self._dapple(x, y, z), np.float32)

    def _dapple(self, x: Plate, y: Plate, z: Plate | float) -> Plate:
        if self.air.hard < 0.3:
            return np.ones(1, np.float32)
        shape = np.broadcast_shapes(np.shape(x), np.shape(y), np.shape(z))
        drop = z if _level(y, z) else 0.9 * y + 2.1 * z
        across, along = (np.broadcast_to(np.float32(0.8) * x, shape), np.broadcast_to(drop, shape))
        flat = (-1, shape[-1]) if shape else (1, 1)
        tile = sample_tile(3, across.reshape(flat), along.reshape(flat), 6.5)
        broken = np.asarray(tile).reshape(shape)
        hard = min(1.0, self.air.hard)
        return 1 + np.float32(2.4 * DAPPLE * hard) * np.clip(broken - 0.52, -0.35, 0.30)

    def _inside(self, x: Plate, y: Plate, z: Plate | float) -> Plate:
        """How the key's direction shapes the light that fills a room."""
        side = 1.0 if not self.panes or self.panes[0].x0 + self.panes[0].x1 >= 0 else -1.0
        level = _level(y, z)
        match self.air.key_dir:
            case "back":
                fall = 1.15 + 0.0 * x if level else 0.78 + 0.0 * x
            case "front":
                fall = 1.15 + 0.0 * x
            case "top":
                fall = 1.3 + 0.0 * x if level else 0.72 + 0.42 * np.clip(-y / 1.5, 0, 1)
            case "under":
                fall = 0.9 + 0.0 * x if level else 1.28 - 0.62 * np.clip(-y / 1.5, 0, 1)
            case "three_quarter":
                fall = 1.0 + 0.20 * side * np.tanh(x / 1.6)
            case _:
                fall = 0.95 + 0.36 * side * np.tanh(x / 1.6)
        return np.asarray(fall, np.float32)

    @staticmethod
    def _corners(x: Plate, y: Plate, shape: tuple[int, ...]) -> Plate:
        fall = 1.0 - 0.16 * np.minimum((x / 2.2) ** 2, 2.2) - 0.20 * np.clip(-y - 0.7, 0, 1.2)
        return np.broadcast_to(np.maximum(fall, 0.4), shape)[..., None].astype(np.float32)

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

    def tone_of(self, lamp: Lamp) -> Colour:
        """A lamp's tone in this shot: fire and neon colour every light."""
        tint = self.air.lamp_tone
        return lamp.tone if tint is None else mix(lamp.tone, tint, 0.6)

    def fill(self, x: float, y: float) -> Colour:
        """Light factors at a place without its key and lamps."""
        if not self.interior:
            return self.air.ambient
        gain = self.room * float(self._corners(np.array([x]), np.array([y]), (1,))[0, 0])
        b, g, r = (part * gain for part in self.air.ambient_in)
        return (b, g, r)

    def point(self, x: float, y: float, z: float) -> Colour:
        """Light factors at one place."""
        here = self.at(np.array([x], np.float32), np.array([y], np.float32), z)[0]
        return (float(here[0]), float(here[1]), float(here[2]))

    def key_lamp(self, x: float, z: float) -> Lamp | None:
        """The lamp that lights someone standing at (x, z) most; None when none does."""
        if not self.shining:
            return None
        best = max(self.shining, key=lambda lamp: self.reached(lamp, x, z))
        return best if self.reached(best, x, z) > 0.06 else None

    @staticmethod
    def reached(lamp: Lamp, x: float, z: float) -> float:
        """How much of a lamp's light falls on someone standing at (x, z), about 0..1."""
        near = _falloff(np.float32(x - lamp.x), np.float32(-0.8 - lamp.y), z - lamp.z, lamp.reach)
        return float(near) * lamp.gain


def _level(y: Plate | float, z: Plate | float) -> bool:
    """Whether places lie on a level ground: one height, many depths."""
    return isinstance(z, np.ndarray) and z.size > 1 and np.size(y) == 1


def _falloff(dx: Any, dy: Any, dz: Any, reach: float) -> Plate:
    d2 = (dx * dx + dy * dy + np.asarray(dz) ** 2 * 0.8) / np.float32((SPREAD * reach) ** 2)
    return np.asarray(1.0 / (1.0 + 2.0 * d2 + 2.4 * d2 * d2), np.float32)
