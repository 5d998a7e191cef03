"""A place taken apart into flats, grounds, lamps and windows, and baked for one camera track.

Knows no family.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from tools.theatre.camera import View
from tools.theatre.canvas import Canvas
from tools.theatre.defocus import Pull
from tools.theatre.geometry import Plate
from tools.theatre.groundwork import Floor, Ground, bake_ground, paint_ground
from tools.theatre.layer import Card, Plane, pack
from tools.theatre.lens import Lens
from tools.theatre.light import Lamp, Pane, Rig
from tools.theatre.sidewall import Side, SideWall, bake_side

__all__ = [
    "SKY", "Baked", "Flat", "Floor", "Ground", "Lens", "Scenery", "bake", "bake_flat",
    "bake_ground",
]  # fmt: skip

ENDLESS = 1e5
MOST_PIXELS = 3_600_000
WIDEST = 12_000
"""Pixels; the engine's scratch rows hold a little more."""

SKY = 240.0
"""Depth of the sky, world units; far enough that no truck moves it by a pixel."""


@dataclass(frozen=True, slots=True)
class Flat:
    """An upright piece of scenery at depth z, painted on demand for the window the camera sees."""

    name: str
    z: float
    paint: Callable[[Canvas], None]
    bounds: tuple[float, float, float, float] = (-ENDLESS, -ENDLESS, ENDLESS, ENDLESS)
    drift: float = 0.0
    sway: float = 0.0
    detail: float = 1.0
    """Below 1 for soft things: fewer pixels."""


@dataclass(frozen=True, slots=True)
class Scenery:
    """A place: everything in it, far to near, and its light."""

    flats: tuple[Flat, ...]
    grounds: tuple[Ground, ...]
    rig: Rig
    motes: str = "dust"
    """What drifts in the air when nothing else moves: dust, leaves, fireflies, spray or none."""
    water: tuple[float, float] | None = None
    """World (near, far) depths of open water that glints, if any."""
    sides: tuple[Side, ...] = ()
    beacon: tuple[float, float, float] | None = None
    """World place of a light that sweeps round, if any."""
    """Walls that run away from the camera."""

    @property
    def lamps(self) -> tuple[Lamp, ...]:
        """The lamps of the place and of the shot."""
        return self.rig.shining

    @property
    def panes(self) -> tuple[Pane, ...]:
        """The windows of the place."""
        return self.rig.panes


@dataclass(slots=True)
class Baked:
    """A place ready to draw, far to near."""

    things: list[Card | Plane | SideWall] = field(default_factory=list)
    pulls: list[Pull] = field(default_factory=list)
    """What changes as the focus travels."""


def bake(scenery: Scenery, lens: Lens) -> Baked:
    """Paint every flat and ground that some view sees, far to near.

    Grounds lie under what is nearer.
    """
    baked = Baked()
    things: list[tuple[float, Flat | Ground | Side]] = [(flat.z, flat) for flat in scenery.flats]
    things += [(ground.far, ground) for ground in scenery.grounds]
    things += [(side.far, side) for side in scenery.sides]
    for _, thing in sorted(things, key=lambda pair: -pair[0]):
        made, pull = _baked(thing, lens)
        if made is not None:
            baked.things.append(made)
        if pull is not None:
            baked.pulls.append(pull)
    return baked


def _baked(
    thing: Flat | Ground | Side, lens: Lens
) -> tuple[Card | Plane | SideWall | None, Pull | None]:
    if isinstance(thing, Side):
        return bake_side(thing, lens), None
    if isinstance(thing, Flat):
        card, last = _painted_flat(thing, lens)
        return card, None if card is None or last is None else Pull(card, card.pixels, last)
    plane, after = paint_ground(thing, lens)
    return plane, None if plane is None or after is None else Pull(plane, plane.pixels, after)


def bake_flat(flat: Flat, lens: Lens) -> Card | None:
    """Paint the part of a flat that is ever in the picture; None when it never is."""
    return _painted_flat(flat, lens)[0]


def _painted_flat(flat: Flat, lens: Lens) -> tuple[Card | None, Plate | None]:
    """The card, and its pixels after the focus was pulled where that changes them."""
    views = [view for view in lens.views if flat.z - view.z > 0.06]
    if not views:
        return None, None
    windows = np.array([view.window(flat.z, lens.aspect) for view in views])
    x0, y0 = windows[:, :2].min(0)
    x1, y1 = windows[:, 2:].max(0)
    slack = abs(flat.sway) + 0.01 * (x1 - x0)
    early, late = (flat.drift * second for second in lens.seconds)
    x0, x1 = x0 - max(early, late, 0) - slack, x1 - min(early, late, 0) + slack
    y0, y1 = y0 - slack, y1 + slack
    bx0, by0, bx1, by1 = flat.bounds
    x0, y0, x1, y1 = max(x0, bx0), max(y0, by0), min(x1, bx1), min(y1, by1)
    if x1 <= x0 or y1 <= y0:
        return None, None
    density, blurs = _density(flat, lens, views, x1 - x0, (x1 - x0) * (y1 - y0))
    # Room for the blur, so that a soft edge is not cut by the flat's own border.
    pad = 2.5 * max(blurs) / density
    x0, y0 = max(x0, bx0) - pad, max(y0, by0) - pad
    w = max(4, math.ceil((x1 + pad - x0) * density) + 2)
    h = max(4, math.ceil((y1 + pad - y0) * density) + 2)
    canvas = Canvas(x0, y0, (w, h), density)
    flat.paint(canvas)
    if not canvas.alpha.any():
        return None, None
    first = pack(canvas.rgb, canvas.alpha, blurs[0])
    last = pack(canvas.rgb, canvas.alpha, blurs[1]) if blurs[1] != blurs[0] else None
    return Card(flat.name, flat.z, x0, y0, density, first, flat.drift, flat.sway), last


def _density(
    flat: Flat, lens: Lens, views: list[View], span: float, area: float
) -> tuple[float, tuple[float, float]]:
    """Pixels a world unit for a flat, and its blur in those pixels before and after a pull."""
    scales = [view.scale(flat.z) * lens.size[1] for view in views]
    sharp = max(max(scales) / 1.35, math.sqrt(max(scales) * min(scales))) * flat.detail
    soft = (lens.softness(flat.z), lens.softness_after(flat.z))
    density = sharp * min(1.0, max(0.28, 1.7 / max(min(soft), 0.1)))
    density = min(density, math.sqrt(MOST_PIXELS / max(area, 1e-9)), WIDEST / max(span, 1e-9))
    fine = density / (sharp / flat.detail)
    return density, (soft[0] * fine, soft[1] * fine)
