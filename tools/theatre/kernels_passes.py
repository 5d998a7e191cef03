"""The inner loops of the control passes: who covers a pixel, and how near it is. Knows no scene."""
# Kernels take flat arrays and loop by hand: an object or a closure would not compile.
# ruff: noqa: PLR0913, PLR0917

from __future__ import annotations

import numpy as np

from tools.theatre.geometry import Plate
from tools.theatre.jit import kernel
from tools.theatre.kernels_layer import EMPTY, FULL, TILE_H, TILE_W

SOLID = 128
"""Alpha from which a pixel of a card counts as covered."""


@kernel
def mark_card(
    thing: Plate,
    part: Plate,
    source: Plate,
    xi: Plate,
    yi: Plate,
    box: Plate,
    classes: Plate,
    number: int,
) -> None:
    """Write `number` where a card covers the frame; who stood behind it is no longer seen."""
    for ty in range(classes.shape[0]):
        ya, yb = max(box[2], ty * TILE_H), min(box[3], (ty + 1) * TILE_H)
        for tx in range(classes.shape[1]):
            kind = classes[ty, tx]
            if kind == EMPTY:
                continue
            xa, xb = max(box[0], tx * TILE_W), min(box[1], (tx + 1) * TILE_W)
            for y in range(ya, yb):
                row = yi[y]
                for x in range(xa, xb):
                    if kind == FULL or (source[row, xi[x]] >> np.uint32(24)) >= np.uint32(SOLID):
                        thing[y, x] = number
                        part[y, x] = 0


@kernel
def sound_depth(
    thing: Plate,
    part: Plate,
    bulge: Plate,
    flat: Plate,
    lines: Plate,
    sloped: Plate,
    parts: Plate,
    slant: Plate,
    reach: float,
    out: Plate,
) -> None:
    """Fill nearness, uint16: 65535 at `reach` world units from the lens or closer, 0 at infinity.

    Args:
        thing: number of the card or plane that is seen, 0 for none.
        part: number of the cut part that is seen, 0 for none.
        bulge: how far the cast's bodies round towards the lens, world units.
        flat: distance of each thing.
        lines: distance of each row (sloped 1) or column (sloped 2) of a thing.
        sloped: 0 for an upright card, 1 for a ground, 2 for a wall along the line of sight.
        parts: distance of each part.
        slant: by row, what turns those distances into ones along a tilted lens's own axis.
        reach: the distance that counts as nearest.
        out: filled.
    """
    height, width = out.shape
    for y in range(height):
        for x in range(width):
            p, t = part[y, x], thing[y, x]
            if p > 0:
                ahead = parts[p] - bulge[y, x]
            elif sloped[t] == 1:
                ahead = lines[t, y]
            elif sloped[t] == 2:
                ahead = lines[t, x]
            else:
                ahead = flat[t]
            near = 65535.0 * reach / max(ahead * slant[y], np.float32(1e-3))
            out[y, x] = np.uint16(min(65535.0, near))
