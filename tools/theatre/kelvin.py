"""The colour of a light by its temperature: the Planckian and the daylight locus. Knows no picture.

Below 4000 K Krystek's approximation of the Planckian locus in CIE 1960 u, v (Color Research and
Application 10, 1985); above, the CIE daylight locus (CIE 15). Turned into BT.709 primaries.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from tools.theatre.geometry import Colour

NEUTRAL = 5600
"""Kelvin that changes nothing: film balanced for daylight."""

ADAPTED = 0.62
"""Share of a light's colour that eye and print take back; the rest is seen."""

_TO_709 = np.array(
    [[3.2406, -1.5372, -0.4986], [-0.9689, 1.8758, 0.0415], [0.0557, -0.2040, 1.0570]]
)


def _planck_xy(kelvin: float) -> tuple[float, float]:
    t = kelvin
    u = (0.860117757 + 1.54118254e-4 * t + 1.28641212e-7 * t * t) / (
        1 + 8.42420235e-4 * t + 7.08145163e-7 * t * t
    )
    v = (0.317398726 + 4.22806245e-5 * t + 4.20481691e-8 * t * t) / (
        1 - 2.89741816e-5 * t + 1.61456053e-7 * t * t
    )
    return 3 * u / (2 * u - 8 * v + 4), 2 * v / (2 * u - 8 * v + 4)


def _daylight_xy(kelvin: float) -> tuple[float, float]:
    t = 1000.0 / kelvin
    if kelvin <= 7000:
        x = -4.6070 * t**3 + 2.9678 * t**2 + 0.09911 * t + 0.244063
    else:
        x = -2.0064 * t**3 + 1.9018 * t**2 + 0.24748 * t + 0.237040
    return x, -3.0 * x * x + 2.870 * x - 0.275


def chromaticity(kelvin: float) -> tuple[float, float]:
    """CIE 1931 (x, y) of a light of 1000..25000 K; the two loci are blended about 4000 K."""
    t = min(25_000.0, max(1000.0, kelvin))
    share = min(1.0, max(0.0, (t - 3800) / 400))
    warm, cool = _planck_xy(t), _daylight_xy(max(t, 3800))
    return (warm[0] + (cool[0] - warm[0]) * share, warm[1] + (cool[1] - warm[1]) * share)


@lru_cache(maxsize=64)
def white(kelvin: int) -> Colour:
    """Linear BT.709 (blue, green, red) of a light of luminance 1."""
    x, y = chromaticity(kelvin)
    rgb = np.maximum(_TO_709 @ np.array([x / y, 1.0, (1 - x - y) / y]), 0.02)
    return (float(rgb[2]), float(rgb[1]), float(rgb[0]))


@lru_cache(maxsize=64)
def gains(kelvin: int) -> Colour:
    """Factors (blue, green, red) on coded values, that keep luma; 1 at 5600 K."""
    here, home = np.array(white(kelvin)), np.array(white(NEUTRAL))
    coded = (here / home) ** ((1 - ADAPTED) / 2.2)
    coded /= float(coded @ (0.0722, 0.7152, 0.2126))
    return (float(coded[0]), float(coded[1]), float(coded[2]))
