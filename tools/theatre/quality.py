"""Measures of pictures: what "darker" may and may not do, and how a layer moved. Draws nothing.

Raw structural similarity falls with brightness, so it cannot tell a darker picture from another
picture. The gate
matches histograms first, and looks at edges, gradient directions, crushed shadows and kept
highlights.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from tools.theatre.geometry import Plate

CRUSHED = 8
"""Luma below which a shadow holds nothing."""


@dataclass(frozen=True, slots=True)
class Darkening:
    """How a picture changed: relative mean luma, structure and ends of the scale."""

    luma: float
    ssim_matched: float
    edges: float
    directions: float
    crush: float
    highlights: float

    @property
    def kept(self) -> bool:
        """Whether structure, shadows and highlights were kept."""
        structure = self.ssim_matched >= 0.93 and self.edges >= 0.85 and self.directions >= 0.95
        return structure and self.crush <= 0.12 and self.highlights >= 0.70

    @property
    def darker(self) -> bool:
        """Whether it is a darker picture of the same thing, no more and no less."""
        return self.kept and -0.50 <= self.luma <= -0.15


def compare(before: Plate, after: Plate) -> Darkening:
    """Measure `after` against `before`; BGR uint8 (h, w, 3) of the same size."""
    first, second = _grey(before), _grey(after)
    soft_first, soft_second = (cv2.GaussianBlur(g, (0, 0), 1.5) for g in (first, second))
    edges_first, edges_second = _edges(soft_first), _edges(soft_second)
    strong = edges_first > np.percentile(edges_first, 90)
    turn = _direction(soft_first)[strong] - _direction(soft_second)[strong]
    return Darkening(
        luma=float(second.mean() / max(1e-6, first.mean()) - 1),
        ssim_matched=ssim(first, match(second, first)),
        edges=float(np.corrcoef(edges_first.ravel(), edges_second.ravel())[0, 1]),
        directions=float(np.cos(turn).mean()),
        crush=float((second < CRUSHED).mean() - (first < CRUSHED).mean()),
        highlights=float(np.percentile(second, 99.5) / max(1.0, np.percentile(first, 99.5))),
    )


def _grey(picture: Plate) -> Plate:
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY).astype(np.float32))


def _edges(grey: Plate) -> Plate:
    return np.asarray(
        np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    )


def _direction(grey: Plate) -> Plate:
    return np.asarray(
        np.arctan2(cv2.Sobel(grey, cv2.CV_32F, 0, 1), cv2.Sobel(grey, cv2.CV_32F, 1, 0))
    )


def match(source: Plate, target: Plate) -> Plate:
    """Give `source` the histogram of `target`; greys 0..255, float32."""
    values = np.clip(source, 0, 255).astype(np.uint8)
    counts = np.bincount(values.ravel(), minlength=256).cumsum() / values.size
    wanted = np.bincount(np.clip(target, 0, 255).astype(np.uint8).ravel(), minlength=256).cumsum()
    table = np.interp(counts, wanted / target.size, np.arange(256))
    return np.asarray(table[values].astype(np.float32))


def ssim(first: Plate, second: Plate) -> float:
    """Mean structural similarity of two greys 0..255, Gaussian window of sigma 1.5."""
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2

    def soft(plate: Plate) -> Plate:
        return np.asarray(cv2.GaussianBlur(plate, (11, 11), 1.5))

    m1, m2 = soft(first), soft(second)
    v1, v2 = soft(first * first) - m1 * m1, soft(second * second) - m2 * m2
    both = soft(first * second) - m1 * m2
    top, foot = (2 * m1 * m2 + c1) * (2 * both + c2), (m1 * m1 + m2 * m2 + c1) * (v1 + v2 + c2)
    return float((top / foot).mean())
