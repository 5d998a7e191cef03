"""What things cut from paper share: sheets that lie on a table, ink, frames. Knows no thing."""

from __future__ import annotations

from collections.abc import Callable

from tools.theatre.cast.colour import from_hex
from tools.theatre.cast.figure import Colour, Point
from tools.theatre.cast.shape import Place, Sheet

PAPER = from_hex("#ece3cd")
INK = from_hex("#4a4038")
WHITE = (255.0, 255.0, 255.0)
Drawer = Callable[[Sheet, Place, "Colour | None", float], None]


def box(x: float, y: float, w: float, h: float) -> list[Point]:
    """Return a rectangle from its upper left corner."""
    return [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]


def lying(depth: float, lean: float = 0.0) -> list[Point]:
    """Return a sheet on a table, seen from above at a slant."""
    return [(-0.43 + lean, -depth), (0.43 + lean, -depth * 0.97), (0.5, 0.0), (-0.5, 0.0)]


def on(points: list[Point], u: float, v: float) -> Point:
    """Return the place of (u across, v down; 0..1) on a lying sheet."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
    x = (ax + (bx - ax) * u) * (1 - v) + (dx + (cx - dx) * u) * v
    y = (ay + (by - ay) * u) * (1 - v) + (dy + (cy - dy) * u) * v
    return x, y


def panel(points: list[Point], u0: float, v0: float, u1: float, v1: float) -> list[Point]:
    """Return a part of a lying sheet, in its perspective."""
    return [on(points, u0, v0), on(points, u1, v0), on(points, u1, v1), on(points, u0, v1)]


def leaf(s: Sheet, p: Place, depth: float, tone: Colour, lean: float = 0.02) -> list[Point]:
    """Cut a lying sheet and return its corners."""
    points = lying(depth, lean)
    s.cut(p, points, tone, smooth=False, shadow=0.45, edge=0.3, grade=0.06, name="thing")
    return points


def lines(s: Sheet, p: Place, at: list[Point], rows: int, ink: Colour) -> None:
    """Write rows of words on a lying sheet: strokes of uneven length with gaps."""
    words = []
    for k in range(rows):
        v, u = 0.14 + 0.72 * k / max(1, rows - 1), 0.1
        while u < 0.86 - 0.2 * (k % 3 == 2):
            long = 0.05 + 0.035 * ((k * 7 + round(u * 60)) % 4)
            words.append(panel(at, u, v, min(0.9, u + long), v + 0.03))
            u += long + 0.025
    s.inks(p, words, ink, "writing", within=False, smooth=False)
