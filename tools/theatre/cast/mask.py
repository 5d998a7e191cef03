"""Outlines to coverage: fills, edges and blurs of one cut part. Knows no colour and no light."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

F32 = NDArray[np.float32]
Box = tuple[int, int, int, int]
Span = tuple[float, float, float, float]
HALVED = 2.6  # px; blurs from here on are made at half the size


def edges_of(points: F32) -> Span:
    """Return (left, top, right, bottom) of a part in the frame, px."""
    left, top = points.min(0).tolist()
    right, bottom = points.max(0).tolist()
    return (left, top, right, bottom)


def cut_out(outlines: Sequence[F32], box: Box, *, hard: bool = False) -> NDArray[np.uint8]:
    """Return the part's coverage; drawn at twice the size, because cv2's own edge is fat."""
    width, height = box[2] - box[0], box[3] - box[1]
    if hard:
        mask = np.zeros((height, width), np.uint8)
        rough = [np.round(outline * 16).astype(np.int32) for outline in outlines]
        cv2.fillPoly(mask, rough, (255,), cv2.LINE_8, 4)
        return mask
    twice = np.zeros((height * 2, width * 2), np.uint8)
    fine = [np.round(outline * 32).astype(np.int32) for outline in outlines]
    cv2.fillPoly(twice, fine, (255,), cv2.LINE_AA, 4)
    return as_bytes(cv2.resize(twice, (width, height), interpolation=cv2.INTER_AREA))


def blurred(mask: NDArray[np.uint8], sigma: float) -> NDArray[np.uint8]:
    """Blur coverage by `sigma` pixels; a wide blur at half the size, which nobody can tell."""
    height, width = mask.shape
    if sigma < HALVED or min(height, width) < 16:
        return as_bytes(cv2.stackBlur(mask, _kernel_size(sigma)))
    half = cv2.resize(mask, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
    half = cv2.stackBlur(half, _kernel_size(sigma / 2))
    return as_bytes(cv2.resize(half, (width, height), interpolation=cv2.INTER_LINEAR))


def as_bytes(image: Any) -> NDArray[np.uint8]:
    """Return what cv2 gave back, typed."""
    return np.asarray(image, np.uint8)


@lru_cache(maxsize=256)
def _kernel_size(sigma: float) -> tuple[int, int]:
    sigma = max(0.8, sigma)
    side = 2 * max(1, round(-1 + math.sqrt(1 + 6 * sigma * sigma))) + 1
    return (min(side, 253), min(side, 253))
