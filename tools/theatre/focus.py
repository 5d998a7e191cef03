"""Depth of field: how soft a lens draws what lies before or behind its focus. Knows no scene.

Thin lens: a point at distance S2, focused at S1, is drawn as a disc of diameter

    c = A * |S2 - S1| / S2 * f / (S1 - f),    A = f / N

(see "Circle of confusion", Wikipedia; Ray, Applied Photographic Optics), with focal length f and
stop N. A blur of sigma c / 2.355 is as wide at half its height as that disc.
"""

from __future__ import annotations

UNIT_MM = 1750.0
"""Millimetres a world unit: an adult's height."""

SENSOR_MM = 36.0
"""Width of the frame on the sensor, whatever its aspect."""

WIDTH_AT_HALF = 2.355
"""Full width at half maximum of a Gaussian, in sigmas."""

SOFTEST = 0.026
"""Sigma in frame heights; softer than this no shape is left to recognise."""

CLEAR = 0.0011
"""Sigma in frame heights below which a thing counts as sharp."""


def circle_mm(lens_mm: float, stop: float, focus: float, distance: float) -> float:
    """Diameter on the sensor of a point's disc; distances from the lens in world units."""
    f = max(8.0, lens_mm)
    s1, s2 = max(1.2 * f, focus * UNIT_MM), max(1.2 * f, distance * UNIT_MM)
    return f / max(0.5, stop) * abs(s2 - s1) / s2 * f / (s1 - f)


def softness(lens_mm: float, stop: float, focus: float, distance: float, aspect: float) -> float:
    """Blur of a thing, sigma in frame heights; 0 where it counts as sharp."""
    heights = circle_mm(lens_mm, stop, focus, distance) * aspect / SENSOR_MM / WIDTH_AT_HALF
    return 0.0 if heights < CLEAR else min(SOFTEST, heights)
