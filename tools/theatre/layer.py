"""Baked pieces of scenery ready to draw: upright cards and ground planes, packed.

Knows no palette.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import lru_cache

import cv2
import numpy as np

from tools.theatre.camera import View
from tools.theatre.geometry import Plate
from tools.theatre.kernels_layer import CELL, TILE_H, TILE_W, axis_table, classify

_GRAIN_SEED = 20261
STRIP = 128
"""Rows of a painting that are packed at a time."""


def _dither(picture: Plate, top: int) -> Plate:
    """Round rows from `top` of a painting to 8 bit with noise, so that gradients do not band."""
    h, w = picture.shape[:2]
    noise = _noise()
    rows = np.take(noise, np.arange(top, top + h) % len(noise), axis=0)
    tiled = np.tile(rows, (1, -(-w // len(noise)), 1))[:, :w]
    return np.asarray(np.clip(picture + tiled, 0, 255), np.uint8)


@lru_cache(maxsize=1)
def _noise() -> Plate:
    return np.random.default_rng(_GRAIN_SEED).random((256, 256, 1), dtype=np.float32)


def pack(rgb: Plate, alpha: Plate, blur: float = 0.0) -> Plate:
    """Premultiply, blur and pack a float BGR picture (0..255) and uint8 alpha into uint32 BGRA."""
    opaque = int(alpha.min()) == 255
    picture = np.empty((*alpha.shape, 4), np.uint8)
    picture[..., 3] = alpha
    # In strips: a painting's floats are large, and a second set of them is most of a bake's memory.
    for top in range(0, len(alpha), STRIP):
        rows = slice(top, top + STRIP)
        shaded = rgb[rows]
        if not opaque:
            shaded = shaded * (alpha[rows, :, None] * np.float32(1 / 255))
        picture[rows, :, :3] = _dither(shaded, top)
    if blur > 0.3:
        border = cv2.BORDER_REPLICATE
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), blur, borderType=border))
    if opaque:
        picture[..., 3] = 255
    picture[..., :3] = np.minimum(picture[..., :3], picture[..., 3:])
    return np.ascontiguousarray(picture).view(np.uint32)[..., 0]


@dataclass(slots=True)
class Card:
    """An upright flat at depth z.

    `pixels` starts at world (x, y) with `density` pixels per world unit.
    """

    name: str
    z: float
    x: float
    y: float
    density: float
    pixels: Plate
    drift: float = 0.0
    sway: float = 0.0
    low: Plate = field(init=False, repr=False)
    high: Plate = field(init=False, repr=False)
    opaque: bool = field(init=False)

    def __post_init__(self) -> None:
        """Find the alpha extremes of each 16-pixel cell."""
        alpha = self.pixels.view(np.uint8).reshape(*self.pixels.shape, 4)[..., 3]
        h, w = alpha.shape
        ph, pw = -(-h // CELL) * CELL, -(-w // CELL) * CELL
        low, high = np.full((ph, pw), 255, np.uint8), np.zeros((ph, pw), np.uint8)
        low[:h, :w], high[:h, :w] = alpha, alpha
        cells = (ph // CELL, CELL, pw // CELL, CELL)
        self.low = np.ascontiguousarray(low.reshape(cells).min((1, 3)))
        self.high = np.ascontiguousarray(high.reshape(cells).max((1, 3)))
        self.opaque = bool(self.low.min() == 255)

    def place(self, view: View, size: tuple[int, int], seconds: float) -> Placed:
        """Work out where every screen column and row looks in the card."""
        width, height = size
        drifted = self.x + self.drift * seconds + self.sway * math.sin(seconds * 0.9 + self.x)
        left, top = view.project(drifted, self.y, self.z, size)
        k = height * view.scale(self.z) / self.density
        h, w = self.pixels.shape
        placed = Placed(self, size)
        axis_table(width, -left / k, 1.0 / k, w, placed.xi, placed.xf)
        axis_table(height, -top / k, 1.0 / k, h, placed.yi, placed.yf)
        placed.box[:] = (*self._reach(left, k, w, width), *self._reach(top, k, h, height))
        if placed.visible:
            box, classes = placed.box, placed.classes
            classify(self.low, self.high, placed.xi, placed.yi, box, height, width, classes)
        return placed

    def _reach(self, start: float, k: float, size: int, limit: int) -> tuple[int, int]:
        # Opaque cards may repeat their last pixel; cut-outs must stop inside it, else they smear.
        if self.opaque:
            return max(0, math.floor(start)), min(limit, math.ceil(start + (size - 1) * k) + 1)
        return max(0, math.ceil(start)), min(limit, math.floor(start + (size - 1.001) * k) + 1)


@dataclass(slots=True)
class Placed:
    """A card on one frame: its look-up tables and the class of each screen tile."""

    card: Card
    size: tuple[int, int]
    xi: Plate = field(init=False)
    xf: Plate = field(init=False)
    yi: Plate = field(init=False)
    yf: Plate = field(init=False)
    box: Plate = field(init=False)
    classes: Plate = field(init=False)

    def __post_init__(self) -> None:
        """Allocate the tables."""
        width, height = self.size
        self.xi, self.xf = np.zeros(width, np.uint32), np.zeros(width, np.uint32)
        self.yi, self.yf = np.zeros(height, np.uint32), np.zeros(height, np.uint32)
        self.box = np.zeros(4, np.int64)
        self.classes = np.zeros((-(-height // TILE_H), -(-width // TILE_W)), np.uint8)

    @property
    def visible(self) -> bool:
        """Whether any of it is on the screen."""
        return bool(self.box[1] > self.box[0] and self.box[3] > self.box[2])


@dataclass(slots=True)
class Plane:
    """Level ground (or water, or a ceiling) at world height y.

    Painted once in the perspective of `home`.

    Every screen row is one depth, so a row of the painting serves a row of the screen exactly: true
    perspective
    from any camera place, at the price of one affine look-up per row.
    """

    name: str
    y: float
    near: float
    far: float
    home: View
    origin: float
    top: float
    density: float
    pixels: Plate
    density_x: float

    def rows(self, view: View, size: tuple[int, int]) -> tuple[int, int, Plate, Plate, Plate]:
        """Screen rows covered, then source row, start and step of each screen row (float64.

        Height long).
        """
        _, height = size
        rise = self.y - view.y
        far_row = height * (
            0.5 + view.zoom * (view.shift_y + view.focal * rise / (self.far - view.z))
        )
        y = np.arange(height) + 0.5
        slope = (y / height - 0.5) / view.zoom - view.shift_y
        below = rise > 0
        valid = slope > 1e-6 if below else slope < -1e-6
        depth = np.where(valid, view.focal * rise / np.where(valid, slope, 1.0), self.far - view.z)
        source, start, step = self._lookup(
            view, size, view.z + np.minimum(depth, self.far - view.z)
        )
        if below:
            return max(0, math.ceil(far_row - 0.5)), height, source, start, step
        return 0, max(0, min(height, math.floor(far_row))), source, start, step

    def _lookup(self, view: View, size: tuple[int, int], z: Plate) -> tuple[Plate, Plate, Plate]:
        width, height = size
        home, k = self.home, self.density
        ahead = np.maximum(z - home.z, 1e-3)
        source = k * (home.focal * (self.y - home.y) / ahead) - self.top
        k = self.density_x
        step = home.focal / ahead * k * (z - view.z) / (view.focal * view.zoom * height)
        at_left = (-width / 2 + 0.5) / (height * view.zoom) - view.shift_x
        left_world = view.x + at_left * (z - view.z) / view.focal
        start = k * home.focal * (left_world - home.x) / ahead - self.origin
        return source - 0.5, start - 0.5, step
