"""The grain of the paper that puppets are cut from. Knows no parts and no people."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

GRAIN = 512  # side of the tile, px
WIDEST = 4096  # px, the widest part that is grained: columns are laid out so far, rows wrap
SEED = 11
F32 = NDArray[np.float32]


@lru_cache(maxsize=1)
def paper_grain() -> F32:
    """Return paper grain around 1, float32 (GRAIN, GRAIN + WIDEST): tiles with a period of GRAIN.

    It is read from (row % GRAIN, column), with the first column below GRAIN.
    """
    fine = _noise(GRAIN, 5, SEED, 3)
    broad = _noise(GRAIN, 170, SEED + 1, 4)
    tile = np.asarray(0.93 + 0.14 * fine + 0.11 * (broad - 0.5), np.float32)
    return np.ascontiguousarray(np.tile(tile, (1, 1 + WIDEST // GRAIN)))


def _noise(side: int, cell: int, seed: int, octaves: int) -> F32:
    rng = np.random.default_rng(seed)
    out = np.zeros((side, side), np.float32)
    weight, total = 1.0, 0.0
    for k in range(octaves):
        step = max(1, cell >> k)
        n = max(4, round(side / step))
        rough = np.pad(rng.random((n, n), dtype=np.float32), 2, mode="wrap")
        span = round((n + 4) * side / n)
        smooth = cv2.resize(rough, (span, span), interpolation=cv2.INTER_CUBIC)
        edge = (span - side) // 2
        out += np.float32(weight) * smooth[edge : edge + side, edge : edge + side]
        total += weight
        weight *= 0.5
    return out / np.float32(total)
