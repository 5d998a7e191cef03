"""The inner loop that draws walls running away from the camera. Knows no scene."""
# ruff: noqa: PLR0913, PLR0917

from __future__ import annotations

import numpy as np

from tools.theatre.geometry import Plate
from tools.theatre.jit import kernel
from tools.theatre.kernels_layer import TILE_H, TILE_W, blend

u4 = np.uint32
BLOCK = 16
"""Screen columns done together; a divisor of the tile's width."""


@kernel
def draw_side(
    frame: Plate,
    source: Plate,
    box: Plate,
    column: Plate,
    start: Plate,
    step: Plate,
    ends: Plate,
    cover: Plate,
    first: Plate,
    order: int,
) -> None:
    """Draw a wall along the line of sight: screen column x shows source line `column[x]`.

    The source is (depth, height). From `start[x]` in steps of `step[x]`, between the screen
    heights `ends[:, x]`; `cover`
    is how much of each screen column it fills. `box` is (x0, x1, y0, y1) in pixels, half open.
    """
    w, h = source.shape
    x0, x1, y0, y1 = box[0], box[1], box[2], box[3]
    strip = np.zeros((BLOCK, h), np.uint32)
    for left in range(x0, x1, BLOCK):
        right = min(x1, left + BLOCK)
        for x in range(left, right):
            q = min(max(column[x], 0.0), w - 1.001)
            c = int(q)
            share = u4((q - c) * 256.0)
            here, beside, out = source[c], source[c + 1], strip[x - left]
            for r in range(h):
                out[r] = blend(here[r], beside[r], share)
        for y in range(y0, y1):
            if first[y // TILE_H, left // TILE_W] > order:
                continue
            line = frame[y]
            for x in range(left, right):
                filled = min(y + 1.0 - ends[0, x], ends[1, x] - y, cover[x])
                if filled <= 0.0:
                    continue
                p = min(max(start[x] + step[x] * y, 0.0), h - 1.001)
                r = int(p)
                paint = blend(strip[x - left, r], strip[x - left, r + 1], u4((p - r) * 256.0))
                line[x] = paint if filled >= 1.0 else blend(line[x], paint, u4(filled * 256.0))
