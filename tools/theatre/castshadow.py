"""The shadow a puppet throws on the ground: its own outline, laid out by the light.

The direction and the length come from the sun, the moon, a window or a lamp above. Knows no paper.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from tools.theatre.camera import View
from tools.theatre.engine import Frame
from tools.theatre.geometry import Colour, Plate, luma
from tools.theatre.kernels_light import shade_mask
from tools.theatre.light import Rig

STEP = 4
"""The shadow is drawn this many times smaller, and is soft anyway."""

LONGEST, SHORTEST = 2.6, 0.35
"""Length of a shadow in heights of who throws it."""

SMALLEST = 0.08
"""World units; smaller parts throw no shadow of their own."""

REACH = 1.3
"""Frame heights; with the feet further down than this no shadow is in the picture."""

DEEPEST = 1.05
"""World units behind a puppet that its shadow may reach: walls are not far."""

LOW = 0.2
"""A sun lower than this (a tangent) is seen in the sky: shadows come towards the camera."""

SIDES = {
    "side": (1.0, 0.24),
    "three_quarter": (0.85, 0.45),
    "front": (0.35, 0.9),
    "back": (0.30, -1.0),
    "top": (0.25, -0.1),
}
"""Where shadows fall by key direction: share across (away from the key), share away in depth."""


@dataclass(frozen=True, slots=True)
class Throw:
    """Where shadows fall: across and in depth for a unit of height; factor of light left (BGR)."""

    across: float
    along: float
    left: Colour


def throw_of(rig: Rig, x: float, z: float, side: float) -> Throw | None:
    """The shadow someone at (x, z) throws; None where light is too soft or comes from below."""
    air = rig.air
    if air.hard < 0.2 or air.key_dir == "under":
        return None
    return _indoors(rig, x, z) if rig.interior else _outdoors(rig, side)


def _outdoors(rig: Rig, side: float) -> Throw | None:
    air = rig.air
    length = min(LONGEST, max(SHORTEST, 1.0 / max(0.05, air.sun[1])))
    length = SHORTEST if air.key_dir == "top" else length
    across, along = SIDES.get(air.key_dir, SIDES["side"])
    if air.key_dir == "side" and air.sun[1] < LOW:
        along = -0.42
    norm = length / math.hypot(across, along)
    hard = min(1.0, air.hard)
    b, g, r = (
        1 - 0.88 * hard * key / max(1e-3, key + ambient)
        for key, ambient in zip(air.key, air.ambient, strict=True)
    )
    return Throw(-side * across * norm, along * norm, (b, g, r))


def _indoors(rig: Rig, x: float, z: float) -> Throw | None:
    lamp = rig.key_lamp(x, z)
    if lamp is not None and lamp.y < -1.0:
        # A lamp above: the shadow grows with the distance from under it.
        reach = 0.9 / max(0.25, -lamp.y - 0.75)
        return Throw((x - lamp.x) * reach, (z - lamp.z) * reach, (0.66, 0.60, 0.58))
    if lamp is None and rig.panes:
        pane = rig.panes[0]
        away = max(0.6, math.hypot(x - (pane.x0 + pane.x1) / 2, z - pane.z))
        across = (x - (pane.x0 + pane.x1) / 2) / away
        share = 0.45 * min(1.0, luma(rig.air.window))
        return Throw(across, (z - pane.z) / away, (1 - 0.8 * share, 1 - share, 1 - share))
    return None


def lay(
    frame: Frame, parts: list[Plate], where: tuple[float, float, float], view: View, throw: Throw
) -> None:
    """Darken the ground by a puppet's outline; `parts` in figure units, `where` its (x, y, z)."""
    if (
        not parts
        or view.project(where[0], where[1], where[2], frame.size)[1] > REACH * frame.size[1]
    ):
        return
    every, spans = _large(parts)
    if not spans:
        return
    tall = np.clip(-every[:, 1], 0.0, None)
    z = np.clip(where[2] + tall * throw.along, view.z + 0.3, where[2] + DEEPEST)
    x = where[0] + every[:, 0] + tall * throw.across
    width, height = frame.size
    k = view.zoom * view.focal / (z - view.z) * height
    px = width / 2 + height * view.zoom * view.shift_x + k * (x - view.x)
    py = height / 2 + height * view.zoom * view.shift_y + k * (where[1] - view.y)
    box = _box(px, py, frame.size)
    if box is None:
        return
    mask = _mask(spans, tall, (px, py), box)
    gain = np.array(throw.left, np.float64)
    shade_mask(frame.pixels, mask, box[0], box[1], STEP, gain, frame.first, frame.order)


def _box(px: Plate, py: Plate, size: tuple[int, int]) -> tuple[int, int, int, int] | None:
    """Part of the picture the shadow covers, in pixels and a little more."""
    x0, x1 = max(-64, int(px.min()) - 24), min(size[0] + 64, int(px.max()) + 24)
    y0, y1 = max(-64, int(py.min()) - 16), min(size[1] + 64, int(py.max()) + 16)
    return None if x1 - x0 < 8 or y1 - y0 < 8 or y0 >= size[1] else (x0, y0, x1, y1)


def _large(parts: list[Plate]) -> tuple[Plate, list[tuple[int, int]]]:
    """All points in one array, and where the parts large enough to throw a shadow lie in it."""
    every = np.concatenate(parts).astype(np.float64)
    ends = np.cumsum([len(part) for part in parts])
    starts = np.concatenate([[0], ends[:-1]])
    size = np.maximum.reduceat(every, starts) - np.minimum.reduceat(every, starts)
    large = size.sum(1) > SMALLEST
    pairs = zip(starts[large].tolist(), ends[large].tolist(), strict=True)
    return every, list(pairs)


def _mask(
    spans: list[tuple[int, int]],
    tall: Plate,
    places: tuple[Plate, Plate],
    box: tuple[int, int, int, int],
) -> Plate:
    w, h = (box[2] - box[0]) // STEP + 3, (box[3] - box[1]) // STEP + 3
    mask = np.zeros((h, w), np.uint8)
    local = np.stack([places[0] - box[0], places[1] - box[1]], 1) / STEP
    local = np.round(np.clip(local, -400, 4000) * 16).astype(np.int32)
    order = sorted(((float(tall[a]), a, b) for a, b in spans), reverse=True)
    # From the head to the feet: what is nearer its own shadow is darker, and is laid over.
    for high, first, last in order:
        depth = round(255 * max(0.35, 1.0 - 0.55 * high))
        cv2.fillPoly(mask, [local[first:last]], (depth,), cv2.LINE_8, 4)
    return np.asarray(cv2.stackBlur(mask, (5, 5)))
