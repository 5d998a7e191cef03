"""Draws a board's marks over a copy of its picture. Knows no film; the board itself stays clean.

The picture stands on paper with a margin, because the camera's arrows belong outside the frame.
Subject arrows are red and inside; camera arrows are blue and at the edge, so that place tells them
apart in black and white too.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from tools.board_marks import BoardMarks, Box, Corners, Point, Push, Racked, Shaken, Turned, Way

Picture = NDArray[np.uint8]
Bgr = tuple[int, int, int]
PAPER: Bgr = (243, 247, 250)
SUBJECT: Bgr = (38, 74, 214)
CAMERA: Bgr = (150, 82, 22)
INK: Bgr = (46, 30, 24)
MARGIN = 0.11
"""Paper around the picture, as a share of its height."""

BITS = 4
HEAD = 2.6
"""Width of an arrow's head in shaft widths."""


def annotated(picture: Picture, marks: BoardMarks) -> Picture:
    """The picture on paper with its marks, BGR uint8, larger by the margin on every side.

    Args:
        picture: BGR uint8 (height, width, 3); unchanged.
        marks: in shares of the picture.
    """
    height, width = picture.shape[:2]
    margin = round(MARGIN * height)
    shape = (height + 2 * margin, width + 2 * margin, 3)
    sheet = np.empty(shape, np.uint8)
    sheet[:] = PAPER
    sheet[margin : margin + height, margin : margin + width] = picture
    pen = _Pen(sheet, margin, width, height)
    pen.rim()
    for box in marks.boxes:
        pen.box(box)
    for way in marks.ways:
        pen.way(way)
    for mark in marks.camera:
        pen.camera(mark)
    return sheet


class _Pen:
    """Draws on one sheet, in shares of the picture that lies on it."""

    def __init__(self, sheet: Picture, margin: int, width: int, height: int) -> None:
        self.sheet, self.margin, self.width, self.height = sheet, margin, width, height
        self.edge = max(1.0, height / 300)

    def at(self, point: Point) -> Point:
        """Pixels of the sheet."""
        return (self.margin + point[0] * self.width, self.margin + point[1] * self.height)

    def rim(self) -> None:
        """A thin line around the picture."""
        corners = [self.at(p) for p in ((0, 0), (1, 0), (1, 1), (0, 1))]
        self.line([*corners, corners[0]], max(1.0, self.height / 500), INK)

    def line(self, points: Sequence[Point], thick: float, colour: Bgr) -> None:
        """A smooth line."""
        fixed = np.round(np.array(points) * (1 << BITS)).astype(np.int32)
        cv2.polylines(self.sheet, [fixed], False, colour, max(1, round(thick)), cv2.LINE_AA, BITS)

    def shape(self, points: Sequence[Point], colour: Bgr) -> None:
        """A filled outline with a dark edge, and a light one around that for dark pictures."""
        fixed = np.round(np.array(points) * (1 << BITS)).astype(np.int32)
        for tone, thick in (((255, 255, 255), 4.4), (INK, 2.0)):
            wide = max(1, round(self.edge * thick))
            cv2.polylines(self.sheet, [fixed], True, tone, wide, cv2.LINE_AA, BITS)
        cv2.fillPoly(self.sheet, [fixed], colour, cv2.LINE_AA, BITS)

    def way(self, way: Way) -> None:
        """A person's arrow."""
        line = [self.at(point) for point in way.points]
        widths = (way.widths[0] * self.height, way.widths[1] * self.height)
        self.shape(arrow(line, widths), SUBJECT)

    def camera(self, mark: Push | Corners | Turned | Shaken | Racked) -> None:
        """One mark of the camera."""
        match mark:
            case Push():
                self._push(mark)
            case Corners():
                self._corners(mark)
            case Turned():
                self._turned(mark)
            case Shaken():
                self._shaken(mark)
            case Racked():
                self._racked(mark)

    def _push(self, push: Push) -> None:
        reach = self.margin / self.height
        wide = 0.4 * self.margin
        if push.kind == "out":
            for k in range(2 if push.double else 1):
                inner, outer = _outward(push.edge, reach, self.height / self.width, 0.55 * k)
                self.shape(arrow([self.at(inner), self.at(outer)], (wide, wide)), CAMERA)
            return
        if push.kind == "arc":
            line = [
                self.at((0.5 + push.sign * 0.24 * s, 1 + reach * (0.28 + 0.42 * (1 - s * s))))
                for s in np.linspace(-1, 1, 17)
            ]
        else:
            line = [self.at(point) for point in _along(push, reach, self.height / self.width)]
        self.shape(arrow(line, (0.85 * wide, 0.85 * wide)), CAMERA)

    def _corners(self, mark: Corners) -> None:
        """Tapering arrows on the diagonals: their fat end is where the camera is."""
        outer, inner = (0.03, 0.15) if not mark.lens else (0.05, 0.13)
        if mark.lens and not mark.inward:
            outer, inner = 0.17, 0.27
        wide = 0.05 * self.height * (0.62 if mark.lens else 1.0)
        for sx, sy in ((0, 0), (1, 0), (1, 1), (0, 1)):
            ends = [self.at((abs(sx - share), abs(sy - share))) for share in (outer, inner)]
            line = ends if mark.inward else ends[::-1]
            widths = (wide, 0.45 * wide) if mark.inward else (0.45 * wide, wide)
            self.shape(arrow(line, widths, head=2.2), CAMERA)

    def _turned(self, mark: Turned) -> None:
        centre, radius = self.at((0.5, 0.0)), 0.2 * self.height
        steps = np.linspace(-0.9, 0.9, 19) * (1 if mark.clockwise else -1)
        line = [
            (centre[0] + radius * math.sin(a), centre[1] + radius * (0.82 - math.cos(a)))
            for a in steps
        ]
        self.shape(arrow(line, (0.028 * self.height, 0.028 * self.height)), CAMERA)

    def _shaken(self, mark: Shaken) -> None:
        """A jagged line in the lower margin for a held camera, a wave for a floating one."""
        turns = np.linspace(0, 1, 61)
        shake = np.sin(turns * 8 * math.pi)
        if mark.word == "handheld":
            shake = 2 / math.pi * np.arcsin(shake)
        reach = self.margin / self.height
        points = [
            self.at((0.5 + 0.16 * (2 * t - 1), 1 + reach * (0.5 + 0.24 * s)))
            for t, s in zip(turns, shake.tolist(), strict=True)
        ]
        self.line(points, 2.2 * self.edge, INK)

    def _racked(self, mark: Racked) -> None:
        start, end = self.at(mark.start), self.at(mark.end)
        radius = 0.045 * self.height
        for centre in (start, end):
            ring = [
                (centre[0] + radius * math.cos(a), centre[1] + radius * math.sin(a))
                for a in np.linspace(0, 2 * math.pi, 33)
            ]
            self.line(ring, 4.0 * self.edge, (255, 255, 255))
            self.line(ring, 1.6 * self.edge, INK)
        length = math.dist(start, end)
        if length > 3 * radius:
            way = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
            ends = [
                (start[0] + way[0] * 1.3 * radius, start[1] + way[1] * 1.3 * radius),
                (end[0] - way[0] * 1.3 * radius, end[1] - way[1] * 1.3 * radius),
            ]
            self.shape(arrow(ends, (0.4 * radius, 0.4 * radius)), CAMERA)

    def box(self, box: Box) -> None:
        """A framing inside the board, with its letter."""
        x0, y0, x1, y1 = box.edges
        corners = [self.at(p) for p in ((x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0))]
        self.line(corners, 2.6 * self.edge, INK)
        self.line(corners, 1.2 * self.edge, (255, 255, 255))
        scale = self.height / 400
        middle = (corners[0][0] + corners[1][0]) / 2
        place = (round(middle - 9 * scale), round(corners[0][1] + 28 * scale))
        for tone, thick in ((INK, 5), ((255, 255, 255), 2)):
            wide = max(1, round(thick * scale))
            cv2.putText(
                self.sheet, box.label, place, cv2.FONT_HERSHEY_SIMPLEX, scale, tone, wide,
                cv2.LINE_AA,
            )  # fmt: skip


def _outward(edge: str, reach: float, narrow: float, shift: float) -> tuple[Point, Point]:
    """Ends of an arrow that leaves the picture through the middle of an edge."""
    start, end = -1.15 * reach + 0.8 * shift * reach, 0.94 * reach
    match edge:
        case "left":
            return (-start * narrow, 0.5), (-end * narrow, 0.5)
        case "right":
            return (1 + start * narrow, 0.5), (1 + end * narrow, 0.5)
        case "top":
            return (0.5, -start), (0.5, -end)
    return (0.5, 1 + start), (0.5, 1 + end)


def _along(push: Push, reach: float, narrow: float) -> list[Point]:
    """Ends of an arrow that runs beside an edge, in the margin."""
    a, b = 0.5 - 0.26 * push.sign, 0.5 + 0.26 * push.sign
    if push.edge == "bottom":
        return [(a, 1 + 0.5 * reach), (b, 1 + 0.5 * reach)]
    return [(1 + 0.5 * reach * narrow, a), (1 + 0.5 * reach * narrow, b)]


def arrow(line: Sequence[Point], widths: tuple[float, float], head: float = HEAD) -> list[Point]:
    """The outline of an arrow along a line: a tapering shaft and a head, pixels.

    Args:
        line: two points or more, the last is the tip.
        widths: of the shaft at its beginning and under its head.
        head: width of the head, in widths of the shaft under it.
    """
    path = np.array(line, np.float64)
    steps = np.hypot(*np.diff(path, axis=0).T)
    total = float(steps.sum())
    long = min(0.55 * total, 1.15 * head * widths[1] * 0.62 + widths[1] * 0.5)
    travelled = np.concatenate([[0.0], np.cumsum(steps)])
    neck = total - long
    places = np.linspace(0, neck, max(2, len(line)))
    xs, ys = (np.interp(places, travelled, path[:, axis]) for axis in (0, 1))
    shaft = np.stack([xs, ys], 1)
    way = np.gradient(shaft, axis=0)
    way /= np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-6)[:, None]
    side = np.stack([-way[:, 1], way[:, 0]], 1)
    half = np.linspace(widths[0], widths[1], len(shaft))[:, None] / 2
    last = path[-1] - shaft[-1]
    last = last / max(float(np.hypot(*last)), 1e-6)
    across = np.array([-last[1], last[0]]) * widths[1] * head / 2
    outline = [*(shaft + side * half), shaft[-1] + across, path[-1], shaft[-1] - across]
    outline += list((shaft - side * half)[::-1])
    return [(float(x), float(y)) for x, y in outline]
