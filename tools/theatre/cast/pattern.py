"""Stripes, checks and dots on a garment. Knows nothing of who wears it."""

from __future__ import annotations

import math

from tools.theatre.cast.colour import shade
from tools.theatre.cast.figure import Colour, Point
from tools.theatre.cast.look import Look
from tools.theatre.cast.shape import Place, Sheet, ring
from tools.theatre.cast.skeleton import Chain

BAND = 0.034  # figure units from stripe to stripe


def _bar(x0: float, y0: float, x1: float, y1: float) -> list[Point]:
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def printed(
    sheet: Sheet, look: Look, place: Place, box: tuple[float, float, float, float], gain: float
) -> None:
    """Print the look's pattern over the part cut last; box is (left, top, right, bottom)."""
    left, top, right, bottom = box
    tone = shade(look.pattern_cloth, gain)
    rows = max(1, round((bottom - top) / BAND))
    columns = max(1, round((right - left) / BAND))
    if look.pattern == "dots":
        dots = [
            ring(left + (c + 0.5 * (r % 2)) * BAND, top + r * BAND, BAND * 0.2, n=6)
            for r in range(rows + 1)
            for c in range(columns + 1)
        ]
        sheet.inks(place, dots, tone, "pattern")
        return
    across = [_bar(left, top + r * BAND, right, top + (r + 0.42) * BAND) for r in range(rows + 1)]
    sheet.inks(place, across, tone, "pattern", smooth=False)
    if look.pattern == "check":
        down = [
            _bar(left + c * BAND, top, left + (c + 0.28) * BAND, bottom) for c in range(columns + 1)
        ]
        sheet.inks(place, down, shade(look.pattern_cloth, gain * 0.8), "pattern", smooth=False)


def banded(sheet: Sheet, look: Look, chain: Chain, gain: float) -> None:
    """Print the look's pattern round a sleeve, upper arm and fore arm each along its own way."""
    tone: Colour = shade(look.pattern_cloth, gain)
    bars: list[list[Point]] = []
    for (ax, ay), (bx, by) in ((chain[0], chain[1]), (chain[1], chain[2])):
        at = Place().child(ax, ay, math.atan2(by - ay, bx - ax))
        count = max(1, round(math.hypot(bx - ax, by - ay) / BAND))
        for k in range(count):
            x = (k + 0.3) * BAND
            if look.pattern == "dots":
                bars += [
                    [at.at(*p) for p in ring(x, y, BAND * 0.2, n=6)]
                    for y in (-0.018 + 0.01 * (k % 2), 0.014 + 0.01 * (k % 2))
                ]
            else:
                bars.append([at.at(*p) for p in _bar(x, -0.07, x + 0.42 * BAND, 0.07)])
    sheet.inks(Place(), bars, tone, "pattern", smooth=look.pattern == "dots")
