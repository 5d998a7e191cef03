"""The inner loop that draws walls running away from the camera. Knows no scene."""
# ruff: noqa: PLR0913, PLR0917

from __future__ import annotations

import numpy as np

from tools.theatre.geometry import Plate
from tools.theatre.jit import kernel
from tools.theatre.kernels_layer import TILE_H, TILE_W, blend

u4 = np.uint32


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
    """Draw a wall along the line of sight: screen column x shows source column `column[x]`.

    From row `start[x]` in steps of `step[x]`, between the screen heights `ends[:, x]`; `cover`
    is how much of each screen column it fills. `box` is (x0, x1, y0, y1) in pixels, half open.
    """
    h, w = source.shape
    x0, x1, y0, y1 = box[0], box[1], box[2], box[3]
    for y in range(y0, y1):
        near = first[y // TILE_H]
        out = frame[y]
        for x in range(x0, x1):
            if near[x // TILE_W] > order:
                continue
            share = min(y + 1.0 - ends[0, x], ends[1, x] - y, 1.0) * cover[x]
            if share <= 0.0:
                continue
            p = min(max(start[x] + step[x] * y, 0.0), h - 1.001)
            q = min(max(column[x], 0.0), w - 1.001)
            r, c = int(p), int(q)
            fx, fy = u4((q - c) * 256.0), u4((p - r) * 256.0)
            upper = blend(source[r, c], source[r, c + 1], fx)
            lower = blend(source[r + 1, c], source[r + 1, c + 1], fx)
            paint = blend(upper, lower, fy)
            out[x] = paint if share >= 1.0 else blend(out[x], paint, u4(share * 256.0))
