"""Geometry of cut paper: places, splines, limbs and two-bone reach. Knows nothing of people."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tools.theatre.cast.figure import Colour, Part, Point

STEPS = 6  # points per control point of a smooth outline
Points = Sequence[Point]


def _basis() -> NDArray[np.float32]:
    t = np.linspace(0, 1, STEPS, endpoint=False)
    rows = [-t + 2 * t**2 - t**3, 2 - 5 * t**2 + 3 * t**3, t + 4 * t**2 - 3 * t**3, -(t**2) + t**3]
    return np.asarray(0.5 * np.stack(rows, 1), np.float32)


_BASIS = _basis()


@dataclass(frozen=True, slots=True)
class Place:
    """An affine frame: x' = a*x + b*y + x0, y' = c*x + d*y + y0."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def at(self, x: float, y: float) -> Point:
        """Return the outer coordinates of the inner point (x, y)."""
        return (self.a * x + self.b * y + self.x, self.c * x + self.d * y + self.y)

    def child(self, x: float, y: float, turn: float = 0.0, size: float = 1.0) -> Place:
        """Return a frame at (x, y) inside this one, turned by radians and scaled."""
        c, s = math.cos(turn) * size, math.sin(turn) * size
        ox, oy = self.at(x, y)
        a, b = self.a * c + self.b * s, self.b * c - self.a * s
        return Place(a, b, self.c * c + self.d * s, self.d * c - self.c * s, ox, oy)


@dataclass(slots=True)
class Sheet:
    """Collects outlines and cuts them all in one go, which is much cheaper than one by one."""

    _outlines: list[tuple[Place, Points, bool]] = field(default_factory=list)
    _paint: list[tuple[int, tuple[Any, ...]]] = field(default_factory=list)

    def cut(  # noqa: PLR0913
        self, place: Place, points: Points, colour: Colour, *, smooth: bool = True,
        shadow: float = 0.45, texture: bool = True, edge: float = 0.20, grade: float = 0.0,
        name: str = "", form: float = 0.12, within: bool = False,
    ) -> None:  # fmt: skip
        """Add one part on top of those before it; points are a closed outline inside `place`."""
        self._outlines.append((place, points, smooth))
        self._paint.append((1, (colour, shadow, texture, edge, grade, name, form, within)))

    def ink(
        self, place: Place, points: Points, colour: Colour, name: str = "", *, within: bool = False
    ) -> None:
        """Add a flat drawn detail: no shadow, no edge, no grain."""
        self.inks(place, (points,), colour, name, within=within)

    def inks(
        self, place: Place, outlines: Sequence[Points], colour: Colour, name: str = "", *,
        within: bool = True, smooth: bool = True,
    ) -> None:  # fmt: skip
        """Add flat drawn details of one colour as one part; none may overlap another."""
        if outlines:
            self._outlines += [(place, points, smooth) for points in outlines]
            self._paint.append((len(outlines), (colour, 0.0, False, 0.0, 0.0, name, 0.0, within)))

    def rule(
        self, place: Place, points: Points, colour: Colour, name: str = "", *, within: bool = False
    ) -> None:
        """Add a flat drawn detail with sharp corners."""
        self.inks(place, (points,), colour, name, within=within, smooth=False)

    def glaze(
        self, place: Place, outlines: Sequence[Points], gains: Colour, soft: float,
        name: str = "glaze", *, within: bool = True,
    ) -> None:  # fmt: skip
        """Tint what lies beneath by gains (b, g, r) about 1, with edges `soft` figure units wide.

        It is shading and no pigment: the albedo pass leaves it out.
        """
        if outlines:
            hundredths = (gains[0] * 100, gains[1] * 100, gains[2] * 100)
            self._outlines += [(place, points, True) for points in outlines]
            flat = (hundredths, 0.0, False, 0.0, 0.0, name, 0.0, within, soft, True)
            self._paint.append((len(outlines), flat))

    def parts(self, outer: Place) -> tuple[Part, ...]:
        """Return all parts, seen from `outer`."""
        outlines = iter(_cut_all(self._outlines, outer))
        return tuple(_part([next(outlines) for _ in range(n)], paint) for n, paint in self._paint)


def _part(pieces: list[NDArray[np.float32]], paint: tuple[Any, ...]) -> Part:
    if len(pieces) == 1:
        return Part(pieces[0], *paint)
    starts = tuple(itertools.accumulate(len(piece) for piece in pieces[:-1]))
    return replace(Part(np.concatenate(pieces), *paint), breaks=starts)


def _cut_all(
    outlines: Sequence[tuple[Place, Points, bool]], outer: Place
) -> list[NDArray[np.float32]]:
    if not outlines:
        return []
    counts = [len(points) for _, points, _ in outlines]
    flat = np.array([p for _, points, _ in outlines for p in points], np.float32)
    frames = np.array([(p.a, p.b, p.c, p.d, p.x, p.y) for p, _, _ in outlines], np.float32)
    f = np.repeat(frames, counts, axis=0)
    x = f[:, 0] * flat[:, 0] + f[:, 1] * flat[:, 1] + f[:, 4]
    y = f[:, 2] * flat[:, 0] + f[:, 3] * flat[:, 1] + f[:, 5]
    posed = np.empty_like(flat)
    posed[:, 0] = outer.a * x + outer.b * y + outer.x
    posed[:, 1] = outer.c * x + outer.d * y + outer.y
    return _smooth(posed, counts, [smooth for _, _, smooth in outlines])


def _smooth(
    posed: NDArray[np.float32], counts: Sequence[int], smooth: Sequence[bool]
) -> list[NDArray[np.float32]]:
    """Run one closed Catmull-Rom spline per outline, all at once."""
    size = np.repeat(np.array(counts), counts)
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    start = np.repeat(starts, counts)
    here = np.arange(len(posed)) - start
    near = [posed[start + (here + k) % size] for k in (-1, 0, 1, 2)]
    smoothed = _BASIS[None, :, 0, None] * near[0][:, None, :]
    for k in (1, 2, 3):
        smoothed += _BASIS[None, :, k, None] * near[k][:, None, :]
    return [
        smoothed[s : s + n].reshape(-1, 2) if curved else posed[s : s + n].copy()
        for s, n, curved in zip(starts, counts, smooth, strict=True)
    ]


def ring(x: float, y: float, rx: float, ry: float | None = None, n: int = 8) -> list[Point]:
    """Return n control points of an ellipse."""
    ry = rx if ry is None else ry
    turns = [2 * math.pi * k / n for k in range(n)]
    return [(x + rx * math.cos(a), y + ry * math.sin(a)) for a in turns]


def limb(joints: Points, widths: Sequence[float]) -> list[Point]:
    """Return a bent, tapered limb as one outline; widths are half widths at the joints."""
    ways = [_unit(p, q) for p, q in itertools.pairwise(joints)]
    side: list[tuple[Point, Point, float]] = []
    for k, (joint, wide) in enumerate(zip(joints, widths, strict=True)):
        before, after = ways[max(k - 1, 0)], ways[min(k, len(ways) - 1)]
        along = _unit((0.0, 0.0), (before[0] + after[0], before[1] + after[1]))
        side.append((joint, along if any(along) else after, wide))
        if k < len(ways):
            middle = _toward(joint, joints[k + 1], 0.5)
            side.append((middle, ways[k], (wide + widths[k + 1]) * 0.52))
    left = [(p[0] + d[1] * w, p[1] - d[0] * w) for p, d, w in side]
    right = [(p[0] - d[1] * w, p[1] + d[0] * w) for p, d, w in side]
    (sx, sy), (ex, ey), (ax, ay), (bx, by) = joints[0], joints[-1], ways[0], ways[-1]
    cap = (sx - ax * widths[0] * 0.85, sy - ay * widths[0] * 0.85)
    tip = (ex + bx * widths[-1] * 0.55, ey + by * widths[-1] * 0.55)
    return [cap, *left, tip, *reversed(right)]


def brushed(points: Points, wide: float, *, ends: float = 0.15) -> list[Point]:
    """Return a stroke along points as an outline, `wide` (half width) in its middle.

    It runs out to a share `ends` of its width at both ends.
    """
    last = len(points) - 1
    left, right = [], []
    for k, (x, y) in enumerate(points):
        dx, dy = _unit(points[max(k - 1, 0)], points[min(k + 1, last)])
        half = wide * (ends + (1 - ends) * math.sin(math.pi * k / last))
        left.append((x + dy * half, y - dx * half))
        right.append((x - dy * half, y + dx * half))
    return [*left, *reversed(right)]


def elbow(root: Point, hand: Point, upper: float, lower: float, bend: float) -> tuple[Point, Point]:
    """Return (middle joint, reached end) of two bones from root towards hand.

    `bend` of 1 bends clockwise on screen, -1 the other way, between them it passes through
    straight without a jump; the end stays within reach.
    """
    dx, dy = hand[0] - root[0], hand[1] - root[1]
    span = math.hypot(dx, dy)
    reach = min(max(span, abs(upper - lower) + 1e-4, 1e-4), (upper + lower) * 0.999)
    along = math.atan2(dy, dx)
    cosine = (upper * upper + reach * reach - lower * lower) / (2 * upper * reach)
    open_ = math.acos(max(-1.0, min(1.0, cosine)))
    turn = along + open_ * max(-1.0, min(1.0, bend))
    middle = (root[0] + upper * math.cos(turn), root[1] + upper * math.sin(turn))
    end = (root[0] + reach * math.cos(along), root[1] + reach * math.sin(along))
    return middle, end


def _unit(p: Point, q: Point) -> Point:
    dx, dy = q[0] - p[0], q[1] - p[1]
    size = math.hypot(dx, dy) or 1.0
    return (dx / size, dy / size)


def _toward(p: Point, q: Point, t: float) -> Point:
    return (p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t)


def mix(p: Points, q: Points, t: float) -> list[Point]:
    """Return outline p turned a share t (0..1) into outline q; both have the same length."""
    return [_toward(a, b, t) for a, b in zip(p, q, strict=True)]


def ease(t: float) -> float:
    """Return a smooth 0..1 ramp; outside 0..1 it stays at the ends."""
    t = max(0.0, min(1.0, t))
    return t * t * (3 - 2 * t)
