"""Depth of a plotted frame: true for grounds, rounded for bodies. Knows no colour.

Nearness is the inverse of the distance, as monocular depth models and their control networks use
it: 65535 at the shot's own reach, falling to 0 at infinity, on one scale over the whole shot.
"""

from __future__ import annotations

import math
from typing import Any

import cv2
import numpy as np

from tools.theatre.camera import View
from tools.theatre.geometry import Plate
from tools.theatre.kernels_passes import sound_depth
from tools.theatre.layer import Card, Plane
from tools.theatre.passes_plot import Cast, Plot
from tools.theatre.sidewall import SideWall
from tools.theatre.stage import Stage

BODY = 0.1
"""World units a body rounds towards the lens at most."""

COARSE = 4
"""The rounding is worked out on a picture this much smaller."""

ASIDE = {"far": 0.09, "near": -0.09}
FORWARD = {"prop": -0.14, "nose": -0.05, "beak": -0.05, "muzzle": -0.05, "back hair": 0.05}
"""World units that parts stand behind (+) or before (-) the middle of a body, by name."""

CLEAR = 0.12
"""The nearest actor's front stands this far inside the reach, world units."""


def offset_of(name: str) -> float:
    """How far a cut part stands behind the middle of its body, world units."""
    first = name.split(" ", maxsplit=1)[0]
    return ASIDE.get(first, FORWARD.get(name, FORWARD.get(first, 0.0)))


def reach_of(stage: Stage) -> float:
    """The distance that counts as nearest all through a shot, world units.

    The nearest thing in the picture, but no nearer than the cast allows: a leaf before the lens
    must not take all the scale for itself.
    """
    spec, last = stage.spec, max(1, stage.spec.frames - 1)
    found, subject = [], 1e6
    for number in (0, last // 2, last):
        view = stage.track.at(number)
        placed = stage.place(view, number * spec.pace / spec.rate)
        slant = slants(stage, view)
        middle = float(slant[spec.height // 2])
        for thing, place in zip(stage.baked.things, placed, strict=True):
            found += _nearest(thing, place, view, slant)
        cast = [p.actor.z - view.z for p in stage.cast(number) if p.actor.z - view.z >= 0.1]
        subject = min([subject, *(z * middle for z in (*cast, spec.camera.subject_z - view.z))])
    nearest = min([subject - BODY - CLEAR, *found])
    return max(0.05, 0.4 * subject, nearest)


def _nearest(thing: Card | Plane | SideWall, place: Any, view: View, slant: Plate) -> list[float]:
    if isinstance(thing, SideWall):
        return []
    if isinstance(thing, Card):
        return [(thing.z - view.z) * float(slant[len(slant) // 2])] if place.visible else []
    top, bottom = place[:2]
    rows = row_distances(thing, view, len(slant)) * slant
    return [float(rows[top:bottom].min())] if bottom > top else []


def nearness(stage: Stage, plotted: Plot, reach: float) -> Plate:
    """Nearness of every pixel, uint16 (height, width)."""
    tables = _set_distances(stage, plotted)
    parts = np.full(len(plotted.names), 1e6, np.float32)
    bulge = np.zeros(plotted.thing.shape, np.float32)
    for one in plotted.cast:
        middle = one.puppet.actor.z - plotted.view.z
        for number in range(one.first, one.last):
            parts[number] = max(0.02, middle + offset_of(plotted.names[number]))
        _round(bulge, plotted, one)
    out = np.zeros(plotted.thing.shape, np.uint16)
    slant = slants(stage, plotted.view)
    sound_depth(plotted.thing, plotted.part, bulge, *tables, parts, slant, reach, out)
    return out


def slants(stage: Stage, view: View) -> Plate:
    """By screen row, depth along a lens that looks up or down, as a share of level depth."""
    height, pitch = stage.spec.height, math.radians(stage.spec.camera.pitch)
    rows = ((np.arange(height) + 0.5) / height - 0.5) / view.zoom - view.shift_y
    along = math.cos(pitch) + rows / view.focal * math.sin(pitch)
    return np.maximum(along, 0.05).astype(np.float32)


def _set_distances(stage: Stage, plotted: Plot) -> tuple[Plate, Plate, Plate]:
    """Distance of each thing, of each row (or column) of those that slope, and how they slope."""
    things, view = stage.baked.things, plotted.view
    height, width = plotted.thing.shape
    flat = np.full(len(things) + 1, 1e6, np.float32)
    lines = np.zeros((len(things) + 1, max(width, height)), np.float32)
    sloped = np.zeros(len(things) + 1, np.uint8)
    for number, thing in enumerate(things, start=1):
        if isinstance(thing, Card):
            flat[number] = max(1e-3, thing.z - view.z)
        elif isinstance(thing, SideWall):
            lines[number, :width], sloped[number] = (
                column_distances(thing, view, (width, height)),
                2,
            )
        else:
            lines[number, :height] = row_distances(thing, view, height)
            sloped[number] = 1
    return flat, lines, sloped


def column_distances(wall: SideWall, view: View, size: tuple[int, int]) -> Plate:
    """Distance along the lens's axis of a side wall at each screen column, float32 (width,)."""
    width, height = size
    slope = (np.arange(width) + 0.5 - width / 2) / (height * view.zoom) - view.shift_x
    away = wall.x - view.x
    facing = slope * away > 1e-9
    ahead = view.focal * away / np.where(facing, slope, 1.0)
    reach = max(1e-3, wall.far - view.z)
    return np.where(facing, np.clip(ahead, 1e-3, reach), reach).astype(np.float32)


def row_distances(plane: Plane, view: View, height: int) -> Plate:
    """Distance along the lens's axis of a level ground at each screen row, float32 (height,)."""
    slope = ((np.arange(height) + 0.5) / height - 0.5) / view.zoom - view.shift_y
    rise = plane.y - view.y
    ahead = view.focal * rise / np.where(slope * rise > 1e-9, slope, 1e-9 * np.sign(rise or 1.0))
    return np.asarray(np.clip(ahead, 1e-3, max(1e-3, plane.far - view.z)), np.float32)


def _round(bulge: Plate, plotted: Plot, one: Cast) -> None:
    """Round a body: the farther from its outline, the nearer to the lens, as a tube is."""
    small = plotted.part[::COARSE, ::COARSE]
    mask = ((small >= one.first) & (small < one.last)).astype(np.uint8)
    if not mask.any():
        return
    x0, y0, wide, tall = cv2.boundingRect(mask)
    inside = cv2.copyMakeBorder(
        mask[y0 : y0 + tall, x0 : x0 + wide], 1, 1, 1, 1, cv2.BORDER_REPLICATE
    )
    scale = plotted.view.scale(one.puppet.actor.z) * bulge.shape[0]
    edge = cv2.distanceTransform(inside, cv2.DIST_L2, 3)[1:-1, 1:-1] * (COARSE / scale)
    short = BODY - np.clip(edge, 0, BODY)
    swell = np.sqrt(np.maximum(BODY * BODY - short * short, 0)).astype(np.float32)
    swell[mask[y0 : y0 + tall, x0 : x0 + wide] == 0] = 0
    target = bulge[y0 * COARSE : (y0 + tall) * COARSE, x0 * COARSE : (x0 + wide) * COARSE]
    grown = cv2.resize(swell, (wide * COARSE, tall * COARSE), interpolation=cv2.INTER_LINEAR)
    np.maximum(target, grown[: target.shape[0], : target.shape[1]], out=target)
