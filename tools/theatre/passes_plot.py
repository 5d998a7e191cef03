"""One frame of a shot as a plot: which thing and which cut part covers each pixel. Paints nothing.

Every control pass is read off the same plot, so that depth, ids, albedo and lines agree to the
pixel.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from tools.theatre import puppet as puppets
from tools.theatre.camera import View
from tools.theatre.cast.figure import Figure
from tools.theatre.geometry import Plate
from tools.theatre.kernels_passes import mark_card
from tools.theatre.layer import Card, Plane
from tools.theatre.puppet import Puppet
from tools.theatre.sidewall import SideWall
from tools.theatre.stage import Stage

SHIFT = 4
"""Fraction bits of the outlines given to OpenCV."""

FARTHEST = 30_000.0
"""Pixels from the frame; a point beyond is pulled in, or the fill would overflow."""


@dataclass(frozen=True, slots=True)
class Cast:
    """One actor on one frame.

    Attributes:
        number: from 1, the place in the spec: the value in the id mask.
        first, last: the half-open range of its part numbers.
    """

    number: int
    puppet: Puppet
    posed: Figure
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Plot:
    """What covers each pixel of one frame, before the picture leans.

    Attributes:
        thing: uint8 (height, width), 1-based place of the card or plane; 0 is nothing.
        part: uint16 (height, width), number of the cut part; 0 is none of the cast.
        cast: the actors, by their number.
        colours: float32 (parts + 1, 3), the unlit BGR of each part number.
        names: the name of each part number; "" for 0.
    """

    view: View
    thing: Plate
    part: Plate
    cast: tuple[Cast, ...]
    colours: Plate
    names: tuple[str, ...]


def shown_number(stage: Stage, number: int) -> int:
    """The frame that is played: a frozen shot stands still at its last one."""
    return min(number, stage.spec.frames - 1) if stage.spec.hold else number


def plot(stage: Stage, number: int) -> Plot:
    """Plot a frame in the very order the stage draws it."""
    spec, number = stage.spec, shown_number(stage, number)
    view = stage.track.at(number)
    seconds = number * spec.pace / spec.rate
    cast = _posed(stage, number)
    thing = np.zeros((spec.height, spec.width), np.uint8)
    part = np.zeros((spec.height, spec.width), np.uint16)
    waiting = sorted(cast, key=lambda one: -one.puppet.actor.z)
    placed = stage.place(view, seconds)
    for order, (baked, place) in enumerate(zip(stage.baked.things, placed, strict=True), start=1):
        depth = baked.z if isinstance(baked, Card) else baked.far
        waiting = _enter(part, waiting, view, spec.size, depth)
        _mark(thing, part, baked, place, order)
    _enter(part, waiting, view, spec.size, -1e9)
    every = [one for actor in cast for one in actor.posed.parts]
    colours = np.array([(0, 0, 0), *(one.colour for one in every)], np.float32)
    return Plot(view, thing, part, cast, colours, ("", *(one.name for one in every)))


def _posed(stage: Stage, number: int) -> tuple[Cast, ...]:
    clock, made, first = stage.spec.rate / stage.spec.pace, [], 1
    for place, puppet in enumerate(stage.cast(number), start=1):
        posed = puppet.pose(number, clock)
        made.append(Cast(place, puppet, posed, first, first + len(posed.parts)))
        first += len(posed.parts)
    return tuple(made)


def _enter(
    part: Plate, waiting: list[Cast], view: View, size: tuple[int, int], depth: float
) -> list[Cast]:
    """Cut the puppets that stand behind `depth` into the plot; return the others."""
    rest = []
    for one in waiting:
        z = one.puppet.actor.z
        if z < depth or z - view.z < 0.1:
            rest.append(one)
            continue
        _cut_out(part, one, puppets.outline(one.puppet, one.posed, view, size))
    return rest


def _cut_out(plate: Plate, one: Cast, outlines: list[Plate]) -> None:
    """Fill every part of a puppet with its number, hard-edged, back to front."""
    base = one.first
    for number, (cut, points) in enumerate(zip(one.posed.parts, outlines, strict=True), one.first):
        if cut.glaze or not len(points) or not np.isfinite(points).all():
            continue
        near = np.clip(points, -FARTHEST, FARTHEST)
        fixed = np.round(near * (1 << SHIFT)).astype(np.int32)
        shapes = np.split(fixed, cut.breaks) if cut.breaks else [fixed]
        if cut.within:
            _fill_within(plate, shapes, (base, number))
        else:
            base = number
            cv2.fillPoly(plate, shapes, (number,), cv2.LINE_8, SHIFT)


def _fill_within(plate: Plate, shapes: list[Plate], numbers: tuple[int, int]) -> None:
    """Fill a detail only where the part lies that it is painted on."""
    base, number = numbers
    every = np.concatenate(shapes) >> SHIFT
    (x0, y0), (x1, y1) = np.maximum(every.min(0) - 1, 0), every.max(0) + 2
    under = plate[y0:y1, x0:x1]
    if not under.size:
        return
    mask = np.zeros(under.shape, np.uint8)
    corner = np.array([(x0, y0)], np.int32) << SHIFT
    cv2.fillPoly(mask, [shape - corner for shape in shapes], (1,), cv2.LINE_8, SHIFT)
    under[(mask > 0) & (under >= base) & (under <= number)] = number


def _mark(
    thing: Plate, part: Plate, baked: Card | Plane | SideWall, place: Any, order: int
) -> None:
    """Write the number of a thing of the set where it covers the frame."""
    if isinstance(baked, Card):
        if place.visible:
            tables = (place.xi, place.yi, place.box, place.classes)
            mark_card(thing, part, baked.pixels, *tables, order)
    elif isinstance(baked, SideWall):
        x0, x1, y0, y1 = (int(edge) for edge in place[2])
        if x1 > x0 and y1 > y0:
            ends, rows = place[6][:, x0:x1], np.arange(y0, y1)[:, None] + 0.5
            seen = (rows > ends[0]) & (rows < ends[1]) & (place[7][x0:x1] >= 0.5)
            thing[y0:y1, x0:x1][seen] = order
            part[y0:y1, x0:x1][seen] = 0
    else:
        top, bottom = place[:2]
        thing[top:bottom] = order
        part[top:bottom] = 0
