"""Where one flat of scenery is painted: cut paper pieces, texture, light and fog, in world places.

Float only; the flat is packed to 8 bit once, when it is done. Knows no set and no time of day.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np

from tools.theatre.geometry import Colour, Plate, Point
from tools.theatre.texture import fbm

LIGHT: Point = (-0.55, -0.8)
"""Unit-ish direction from which a flat's paper edges are lit, unless the set says otherwise."""

LUMA = np.array((0.0722, 0.7152, 0.2126), np.float32)
KNEE, ROOM = np.float32(150.0), np.float32(74.0)
"""Luma where held scenery starts to creep, 0..255, and how far it may still rise."""


class Canvas:
    """An upright flat under work; world rectangle from (x0, y0), `density` pixels a unit."""

    def __init__(self, x0: float, y0: float, size: tuple[int, int], density: float) -> None:
        self.x0, self.y0, self.density = x0, y0, density
        self.w, self.h = size
        self.rgb: Plate = np.zeros((self.h, self.w, 3), np.float32)
        self.alpha: Plate = np.zeros((self.h, self.w), np.uint8)
        self._shining: list[tuple[Plate, Colour, float]] = []

    @property
    def x(self) -> Plate:
        """World x of each column, (1, w) float32."""
        return (self.x0 + (np.arange(self.w, dtype=np.float32)[None] + 0.5) / self.density).astype(
            np.float32
        )

    @property
    def y(self) -> Plate:
        """World y of each row, (h, 1) float32."""
        return (
            self.y0 + (np.arange(self.h, dtype=np.float32)[:, None] + 0.5) / self.density
        ).astype(np.float32)

    def noise(self, cell: float, seed: int, octaves: int = 5, stretch: float = 1.0) -> Plate:
        """World-fixed noise, (h, w) about 0..1; `cell` in world units."""
        where = (self.x0, self.y0)
        return fbm(where, self.density, (self.w, self.h), cell, seed, octaves, stretch)

    def flood(self, tone: Colour | Plate) -> None:
        """Cover the whole flat."""
        self.rgb[:] = np.asarray(tone, np.float32)
        self.alpha[:] = 255

    def pixels(self, points: Sequence[Point] | Plate) -> Plate:
        """World points to this flat's pixels."""
        origin = np.array((self.x0, self.y0), np.float32)
        return np.asarray((np.asarray(points, np.float32) - origin) * np.float32(self.density))

    def _stencil(self, points: Plate, pad: int) -> tuple[slice, slice, Plate] | None:
        places = self.pixels(points)
        low, high = np.floor(places.min(0)) - pad, np.ceil(places.max(0)) + pad
        x0, y0 = int(max(low[0], 0)), int(max(low[1], 0))
        x1, y1 = int(min(high[0], self.w)), int(min(high[1], self.h))
        if x1 <= x0 + 1 or y1 <= y0 + 1:
            return None
        twice = np.zeros(((y1 - y0) * 2, (x1 - x0) * 2), np.uint8)
        # Far-off corners would overflow OpenCV's fixed point; beyond the flat they do not matter.
        local = np.clip((places - np.array((x0, y0), np.float32)) * 2, -30000, 30000)
        cv2.fillPoly(twice, [np.round(local * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
        shape = cv2.resize(twice, (x1 - x0, y1 - y0), interpolation=cv2.INTER_AREA)
        return slice(y0, y1), slice(x0, x1), shape

    def mask(self, points: Sequence[Point] | Plate) -> Plate:
        """Coverage of a polygon over the whole flat, (h, w) uint8."""
        whole = np.zeros((self.h, self.w), np.uint8)
        cut = self._stencil(np.asarray(points, np.float32), 2)
        if cut is not None:
            whole[cut[0], cut[1]] = cut[2]
        return whole

    def cut(self, points: Sequence[Point] | Plate) -> None:
        """Cut a hole."""
        hole = self._stencil(np.asarray(points, np.float32), 2)
        if hole is not None:
            rows, columns, shape = hole
            self.alpha[rows, columns] = np.minimum(self.alpha[rows, columns], 255 - shape)

    def piece(
        self,
        points: Sequence[Point] | Plate,
        tone: Colour,
        *,
        shadow: float = 0.4,
        edge: float = 0.22,
        grade: float = 0.0,
        thickness: float = 0.010,
        light: Point = LIGHT,
    ) -> None:
        """Lay a piece of cut paper: soft cast shadow beneath, lit and shaded edges.

        A vertical grade.

        Args:
            points: outline in world units.
            tone: BGR 0..255.
            shadow: depth of the cast shadow, 0..1.
            edge: strength of the lit edge.
            grade: above 0 the top is lighter than the foot.
            thickness: how far the paper stands off, in world units.
            light: direction towards the light.
        """
        soft = min(max(thickness * self.density, 0.6), 14.0)
        cut = self._stencil(np.asarray(points, np.float32), int(3 * soft + 4))
        if cut is None:
            return
        rows, columns, shape = cut
        rgb, alpha = self.rgb[rows, columns], self.alpha[rows, columns]
        cover = (shape * np.float32(1 / 255))[..., None]
        kernel = 2 * max(1, round(soft * 1.6)) + 1
        blurred = cv2.stackBlur(shape, (kernel, kernel))
        if shadow > 0:
            move = np.array([[1, 0, -light[0] * soft], [0, 1, -light[1] * soft]], np.float32)
            cast = cv2.warpAffine(blurred, move, (shape.shape[1], shape.shape[0]))
            rgb *= 1 - np.float32(shadow / 255) * cast[..., None]
        shade = self._edge(blurred, light, edge, soft) if edge > 0 else np.float32(1)
        if grade:
            ramp = np.linspace(1 + grade, 1 - grade, shape.shape[0], dtype=np.float32)
            shade = shade * ramp[:, None]
        paint = np.asarray(tone, np.float32) * np.broadcast_to(shade, shape.shape)[..., None]
        rgb += (paint - rgb) * cover
        np.maximum(alpha, shape, out=alpha)

    @staticmethod
    def _edge(blurred: Plate, light: Point, strength: float, soft: float) -> Plate:
        field = blurred.astype(np.float32)
        gx = cv2.Sobel(field, cv2.CV_32F, 1, 0, scale=soft / 900)
        gy = cv2.Sobel(field, cv2.CV_32F, 0, 1, scale=soft / 900)
        facing = -(gx * np.float32(light[0]) + gy * np.float32(light[1]))
        lit = 1 + np.float32(strength) * np.clip(facing, -1, 1) * 1.7
        return np.asarray(lit, np.float32)

    def shine(self, points: Sequence[Point] | Plate, tone: Colour, strength: float = 1.0) -> None:
        """Lay a piece that gives its own light; it is painted after lighting."""
        self._shining.append((np.asarray(points, np.float32), tone, strength))

    def lit(self, field: Plate, held: float = 0.0) -> None:
        """Multiply by a light field, (h, w, 3) factors, then lay the shining pieces.

        `held` (0..1) is how much strong light is kept from burning the paint out.
        """
        self.rgb *= field
        if held > 0:
            hold(self.rgb, held)
        for points, tone, strength in self._shining:
            cut = self._stencil(points, 2)
            if cut is None:
                continue
            rows, columns, shape = cut
            cover = (shape * np.float32(strength / 255))[..., None]
            part = self.rgb[rows, columns]
            part += (np.asarray(tone, np.float32) - part) * cover
            alpha = self.alpha[rows, columns]
            np.maximum(alpha, shape, out=alpha)
        self._shining.clear()

    def paper(self, seed: int, strength: float = 0.09) -> None:
        """Mottle with paper grain: fine fibres and slow clouds of tone."""
        fibre = self.noise(4.0 / self.density, seed, 2) - 0.5
        cloud = self.noise(max(0.5, 120 / self.density), seed + 1, 3) - 0.5
        self.rgb *= (1 + np.float32(strength) * (1.3 * fibre + 2.4 * cloud))[..., None]

    def fog(self, tone: Colour, share: float, ground: float = 0.0, reach: float = 1.5) -> None:
        """Mix towards the air's colour; thicker near world height `ground` within `reach` units."""
        if share <= 0.005:
            return
        low = np.exp(-np.clip(ground - self.y, 0, None) / np.float32(reach))
        k = np.clip(share * (0.62 + 0.55 * low), 0, 0.985)[..., None].astype(np.float32)
        self.rgb += (np.asarray(tone, np.float32) - self.rgb) * k


def hold(rgb: Plate, share: float) -> None:
    """Keep painted scenery from burning out, in place: above the knee its light only creeps on.

    Hues stay; `share` is how much of that happens, 0..1.
    """
    level = rgb @ LUMA
    over = np.clip(level - KNEE, 0, None)
    held = np.minimum(level, KNEE) + ROOM * over / (over + 2.0 * ROOM)
    gain = 1 + np.float32(share) * (held / np.maximum(level, 1.0) - 1)
    rgb *= np.where(over > 0, gain, 1.0)[..., None].astype(np.float32)


def places(first: float, last: float, step: float) -> range:
    """Whole numbers k with k * step inside first..last, one to spare on each side."""
    return range(math.floor(first / step) - 1, math.ceil(last / step) + 2)
