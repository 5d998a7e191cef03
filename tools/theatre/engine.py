"""The frame under work: draws placed cards, planes, lights and specks back to front.

Knows no scene.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from tools.theatre.geometry import Colour, Plate
from tools.theatre.kernels_layer import (
    FULL,
    TILE_H,
    TILE_W,
    draw_card,
    draw_plane,
    draw_specks,
    draw_streaks,
    screen_table,
    shade_ellipse,
)
from tools.theatre.layer import Placed, Plane

GLOW_STEP = 8


@lru_cache(maxsize=24)
def _glow_table(radius: int, sharpness: float) -> Plate:
    axis = np.linspace(-1, 1, 2 * radius + 2)
    distance = np.hypot(axis[:, None], axis[None, :])
    return np.asarray(np.clip(1 - distance, 0, 1) ** sharpness * 65535, np.uint16)


class Frame:
    """A packed BGRX picture, drawn back to front; `order` rises with each thing placed."""

    def __init__(self, size: tuple[int, int]) -> None:
        width, height = size
        self.size = size
        self.pixels = np.zeros((height, width), np.uint32)
        self.tiles = (-(-height // TILE_H), -(-width // TILE_W))
        self.first = np.zeros(self.tiles, np.uint8)
        self.order = 0
        self._column = np.zeros(16384, np.uint32)
        self._pair = np.zeros((3, width + 64), np.uint32)

    def begin(self, placed: list[Placed | tuple[int, int]]) -> None:
        """Learn what hides what: each placed card, or the row range of each opaque plane.

        Back to front.
        """
        # Where a place leaves a gap, nothing of the frame drawn before may show.
        self.pixels.fill(0)
        self.first[:] = 0
        self.order = 0
        for order, thing in enumerate(placed, start=1):
            if isinstance(thing, Placed):
                self.first[thing.classes == FULL] = order
            else:
                top, bottom = -(-thing[0] // TILE_H), thing[1] // TILE_H
                bottom = self.tiles[0] if thing[1] == self.size[1] else bottom
                self.first[top:bottom] = order

    def card(self, placed: Placed) -> None:
        """Draw the next card."""
        self.order += 1
        if not placed.visible:
            return
        card = placed.card
        tables = (placed.xi, placed.xf, placed.yi, placed.yf, placed.box, placed.classes)
        scratch = (self._column, self._pair)
        draw_card(self.pixels, card.pixels, *tables, self.first, self.order, *scratch)

    def plane(self, plane: Plane, rows: tuple[int, int, Plate, Plate, Plate]) -> None:
        """Draw the next plane."""
        self.order += 1
        top, bottom, source, start, step = rows
        if bottom > top:
            args = (top, bottom, source, start, step, self.first, self.order)
            draw_plane(self.pixels, plane.pixels, *args, self._column, self._pair)

    def glow(
        self,
        x: float,
        y: float,
        radius: float,
        tone: Colour,
        gain: float = 1.0,
        sharpness: float = 2.6,
    ) -> None:
        """Screen a round soft light onto the picture (pixels, BGR 0..255)."""
        # Radii in steps keep the tables few; the light's place stays exact to the pixel.
        reach = max(
            2, int(radius) if radius < GLOW_STEP * 4 else int(radius / GLOW_STEP) * GLOW_STEP
        )
        left, top = math.floor(x - reach), math.floor(y - reach)
        x0, y0 = max(left, 0), max(top, 0)
        x1, y1 = min(left + 2 * reach + 2, self.size[0]), min(top + 2 * reach + 2, self.size[1])
        if x1 <= x0 or y1 <= y0 or gain <= 0.002:
            return
        place = np.array([x0 - left, y0 - top, x0, y0, x1, y1], np.int64)
        tones = np.array([min(part * gain * 257 / 255, 1023) for part in tone], np.uint32)
        screen_table(
            self.pixels, _glow_table(reach, sharpness), place, tones, self.first, self.order
        )

    def shadow(self, x: float, y: float, rx: float, ry: float, depth: float) -> None:
        """Darken a soft ellipse on the ground."""
        if rx > 0.5 and ry > 0.5:
            shade_ellipse(self.pixels, x, y, rx, ry, depth, self.first, self.order)

    def streaks(self, x: Plate, y: Plate, length: Plate, look: Plate) -> None:
        """Draw rain streaks; see kernels_layer.draw_streaks."""
        draw_streaks(self.pixels, x, y, length, look, self.first, self.order)

    def specks(
        self, specks: Plate, tone: Colour, clip: tuple[int, int, int, int] | None = None
    ) -> None:
        """Draw soft specks, each (x, y, rx, ry, strength), inside clip (x0, y0, x1, y1)."""
        bounds = clip or (0, 0, *self.size)
        inside = (
            max(0, bounds[0]),
            max(0, bounds[1]),
            min(self.size[0], bounds[2]),
            min(self.size[1], bounds[3]),
        )
        if specks.size and inside[2] > inside[0] and inside[3] > inside[1]:
            box, tones = np.array(inside, np.int64), np.array(tone, np.float64)
            draw_specks(self.pixels, specks, tones, box, self.first, self.order)
