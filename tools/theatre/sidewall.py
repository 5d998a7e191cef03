"""Walls that run away from the camera: painted once square on, drawn in true perspective.

Knows no family and no lamp.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from tools.theatre.camera import View
from tools.theatre.canvas import Canvas
from tools.theatre.engine import Frame
from tools.theatre.geometry import Plate
from tools.theatre.kernels_side import BLOCK, draw_side
from tools.theatre.layer import pack

if TYPE_CHECKING:
    from tools.theatre.scenery import Lens

MOST_PIXELS = 700_000
NEAREST = 0.12
"""World units before the lens; nearer wall is left out of the painting, never in the picture."""

Columns = tuple[int, int, Plate, Plate, Plate, Plate, Plate, Plate]


@dataclass(frozen=True, slots=True)
class Side:
    """A wall at world x from the camera to depth `far`, `top` (negative) high.

    It is painted on a canvas whose x is the depth; the painter lights it too.
    """

    name: str
    x: float
    far: float
    top: float
    paint: Callable[[Canvas], None]


@dataclass(slots=True)
class SideWall:
    """A painted side wall ready to draw; its pixels run over (depth, height)."""

    name: str
    x: float
    far: float
    top: float
    origin: float
    density_z: float
    density_y: float
    pixels: Plate
    y: float = 0.0

    def rows(self, view: View, size: tuple[int, int]) -> Columns:
        """No screen rows of a level plane, (0, 0), then the screen columns this wall needs.

        Pixel box, source column, start and step by column, screen ends and cover by column.
        """
        width, height = size
        unit, away = height * view.zoom, self.x - view.x
        slope = (np.arange(width) + 0.5 - width / 2) / unit - view.shift_x
        facing = slope * away > 1e-9
        ahead = view.focal * away / np.where(facing, slope, 1.0)
        reach = max(1e-3, self.far - view.z)
        corner = width / 2 + unit * (view.shift_x + view.focal * away / reach)
        edge = np.arange(width)
        cover = edge + 1.0 - corner if away > 0 else corner - edge
        ahead = np.where(facing, np.minimum(ahead, reach), reach)
        k = unit * view.focal / ahead
        middle = height / 2 + unit * view.shift_y
        ends = np.stack([middle + k * (self.top - view.y), middle + k * (0.0 - view.y)])
        step = self.density_y / k
        start = (0.5 - middle) * step + self.density_y * (view.y - self.top) - 0.5
        column = (view.z + ahead - self.origin) * self.density_z - 0.5
        box = self._box(cover, ends, size)
        return 0, 0, box, column, start, step, ends, np.minimum(cover, 1.0)

    @staticmethod
    def _box(cover: Plate, ends: Plate, size: tuple[int, int]) -> Plate:
        seen = np.flatnonzero(cover > 0)
        if not seen.size:
            return np.zeros(4, np.int64)
        top, foot = float(ends[0, seen].min()), float(ends[1, seen].max())
        low, high = max(0, math.floor(top)), min(size[1], math.ceil(foot))
        left = seen[0] // BLOCK * BLOCK  # a block of columns lies in one tile
        return np.array([left, seen[-1] + 1, low, max(low, high)], np.int64)

    def draw(self, frame: Frame, place: Columns) -> None:
        """Draw it as the next thing; the frame's order has already risen."""
        _, _, box, column, start, step, ends, cover = place
        if box[1] > box[0]:
            tables = (box, column, start, step, ends, cover)
            draw_side(frame.pixels, self.pixels, *tables, frame.first, frame.order)


def bake_side(side: Side, lens: Lens) -> SideWall | None:
    """Paint the part of a side wall that is ever in the picture; None when it never is."""
    edges = [_edge(side, view, lens.aspect) for view in lens.views]
    seen = [edge for edge in edges if edge is not None and edge < side.far - 1e-3]
    if not seen:
        return None
    near = min(seen) - 0.02
    tall, deep = -side.top, side.far - near
    scales = [view.scale(max(near, view.z + 0.3)) * lens.size[1] for view in lens.views]
    density = min(max(scales) / 1.2, math.sqrt(MOST_PIXELS / (tall * deep)))
    size = (max(8, math.ceil(deep * density)), max(8, math.ceil(tall * density)))
    canvas = Canvas(near, side.top, size, density)
    side.paint(canvas)
    # Depth is foreshortened: fewer columns, averaged, or the far end would shimmer.
    last = min(lens.views, key=lambda view: view.z)
    squeeze = abs(side.x - last.x) / max(0.4, side.far - last.z)
    narrow = max(4, round(size[0] * min(1.0, max(0.22, 1.5 * squeeze))))
    rgb = cv2.resize(canvas.rgb, (narrow, size[1]), interpolation=cv2.INTER_AREA)
    blur = 0.6 * lens.softness(0.4 * near + 0.6 * side.far)
    soft = blur * density / max(scales)
    packed = pack(np.asarray(rgb), np.full(rgb.shape[:2], 255, np.uint8), soft)
    pixels = np.ascontiguousarray(packed.T)
    return SideWall(
        side.name, side.x, side.far, side.top, near, narrow / deep, density, pixels
    )  # fmt: skip


def _edge(side: Side, view: View, aspect: float) -> float | None:
    """Depth at which the wall leaves the picture, or None when it is behind the other edge."""
    away = side.x - view.x
    slope = math.copysign(aspect / 2 / view.zoom, away) - view.shift_x
    if away * slope <= 0:
        return None
    return view.z + max(NEAREST, view.focal * away / slope)
