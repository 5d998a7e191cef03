"""Seeded places of drops, flakes and motes: the same on every frame. Knows no weather."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from tools.theatre.geometry import Plate


@lru_cache(maxsize=64)
def scatter(seed: int, count: int) -> Plate:
    """`count` rows of four chances 0..1, float32."""
    return np.random.default_rng(seed % 2**32).random((count, 4), dtype=np.float32)


def hashed(index: Plate, turn: Plate, salt: int) -> Plate:
    """A chance 0..1 for each (index, turn), exact on every machine; float64."""
    with np.errstate(over="ignore"):
        word = index.astype(np.uint32) * np.uint32(2654435761)
        word ^= turn.astype(np.uint32) * np.uint32(2246822519) + np.uint32(salt * 374761393 % 2**32)
        word ^= word >> np.uint32(15)
        word *= np.uint32(2246822519)
        word ^= word >> np.uint32(13)
        word *= np.uint32(3266489917)
        word ^= word >> np.uint32(16)
    return np.asarray(word.astype(np.float64) / 2**32)
