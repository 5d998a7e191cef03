"""What a camera that looks up, down or askew does to a flat drawn picture: one homography.

The stage is drawn as a view camera sees it: upright cards stay upright, and height is a shift of
the lens. Turning that picture's plane towards where a tilted camera really looks makes verticals
converge and figures foreshorten, as they do through a lens; no depth is needed for it. Measures
are frame heights from the middle of the frame, y down; angles are radians. Knows no scene.
"""

from __future__ import annotations

import math

import numpy as np

from tools.theatre.geometry import Plate

STEEP = 1e-4
"""Radians; less is level."""


def drawn_y(v: float, pitch: float, focal: float) -> float:
    """Where a height `v` of the finished picture lies in the drawn one, from its axis."""
    return focal * v / (math.cos(pitch) * (focal - v * math.sin(pitch)))


def bend(pitch: float, roll: float, focal: float) -> Plate:
    """The 3x3 map from the finished picture to the drawn one; roll leans it clockwise.

    Across the middle row nothing changes in width; heights there shrink by cos(pitch).
    """
    turn = np.array(
        [
            [math.cos(roll), math.sin(roll), 0.0],
            [-math.sin(roll), math.cos(roll), 0.0],
            [0.0, 0.0, 1.0],
        ]
    )
    if abs(pitch) < STEEP:
        return turn
    tipped = np.array(
        [
            [focal, 0.0, 0.0],
            [0.0, focal / math.cos(pitch), 0.0],
            [0.0, -math.sin(pitch), focal],
        ]
    )
    return np.asarray(tipped @ turn)


def reach(pitch: float, roll: float, focal: float, aspect: float) -> tuple[float, float]:
    """How much larger the drawn picture must be than the finished one, and its middle's height.

    Returns:
        (cover, middle): draw at zoom 1 / cover, `middle` frame heights below the axis.
    """
    half = aspect / 2
    corners = np.array([(x, y, 1.0) for x in (-half, half) for y in (-0.5, 0.5)])
    seen = corners @ bend(pitch, roll, focal).T
    x, y = seen[:, 0] / seen[:, 2], seen[:, 1] / seen[:, 2]
    middle = float(y.max() + y.min()) / 2
    tall = float(y.max() - y.min())
    return max(tall, 2 * float(np.abs(x).max()) / aspect, 1.0), middle


def in_pixels(matrix: Plate, size: tuple[int, int], cover: float, middle: float) -> Plate:
    """The map from finished to drawn pixels of a (width, height) picture, 3x3 float64."""
    width, height = size
    centre = np.array([[1.0, 0.0, -(width - 1) / 2], [0.0, 1.0, -(height - 1) / 2], [0, 0, height]])
    back = np.array(
        [
            [height / cover, 0.0, (width - 1) / 2],
            [0.0, height / cover, (height - 1) / 2 - middle * height / cover],
            [0.0, 0.0, 1.0],
        ]
    )
    return np.asarray(back @ matrix @ (centre / height))
