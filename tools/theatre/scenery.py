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
from tools.theatre.geometry import Plate
from tools.theatre.layer import Card, Plane, pack
from tools.theatre.light import Lamp, Pane, Rig

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


@dataclass(slots=True)
class Floor:
    """A ground under work: where in the world each pixel of the painting lies."""

    x: Plate
    z: Plate
    footprint: Plate
    """World depth one pixel row spans, (h, 1): detail finer than this must fade."""
    rgb: Plate

    def fade(self, cell: float) -> Plate:
        """How far detail of size `cell` may show on each row, (h, 1) 0..1."""
        return np.clip(cell / (self.footprint * 2.2) - 0.25, 0, 1).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Ground:
    """A level ground (or ceiling) at world height y, from the camera to depth `far`."""

    name: str
    y: float
    far: float
    paint: Callable[[Floor], None]


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

    @property
    def lamps(self) -> tuple[Lamp, ...]:
        """The lamps of the place."""
        return self.rig.lamps

    @property
    def panes(self) -> tuple[Pane, ...]:
        """The windows of the place."""
        return self.rig.panes


@dataclass(frozen=True, slots=True)
class Lens:
    """What a bake must serve: the views of the shot, the picture, its length and the focus."""

    views: tuple[View, ...]
    size: tuple[int, int]
    seconds: tuple[float, float]
    focus: float
    lens_mm: int

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.size[0] / self.size[1]

    def softness(self, z: float) -> float:
        """Blur of things at depth z, sigma in pixels: the circle of confusion of this lens."""
        view = self.views[0]
        near, subject = max(0.05, z - view.z), max(0.05, self.focus - view.z)
        aperture = self.lens_mm / 2.8 / 1750
        circle = aperture * view.focal * abs(near - subject) / (near * subject) * self.size[1]
        return min(0.30 * circle, 0.016 * self.size[1])


@dataclass(slots=True)
class Baked:
    """A place ready to draw, far to near."""

    things: list[Card | Plane] = field(default_factory=list)


def bake(scenery: Scenery, lens: Lens) -> Baked:
    """Paint every flat and ground that some view sees, far to near.

    Grounds lie under what is nearer.
    """
    baked = Baked()
    things: list[tuple[float, Flat | Ground]] = [(flat.z, flat) for flat in scenery.flats]
    things += [(ground.far, ground) for ground in scenery.grounds]
    for _, thing in sorted(things, key=lambda pair: -pair[0]):
        made = bake_flat(thing, lens) if isinstance(thing, Flat) else bake_ground(thing, lens)
        if made is not None:
            baked.things.append(made)
    return baked


def bake_flat(flat: Flat, lens: Lens) -> Card | None:
    """Paint the part of a flat that is ever in the picture; None when it never is."""
    views = [view for view in lens.views if flat.z - view.z > 0.06]
    if not views:
        return None
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
        return None
    density, blur = _density(flat, lens, views, x1 - x0, (x1 - x0) * (y1 - y0))
    # Room for the blur, so that a soft edge is not cut by the flat's own border.
    pad = 2.5 * blur / density
    x0, y0 = max(x0, bx0) - pad, max(y0, by0) - pad
    w = max(4, math.ceil((x1 + pad - x0) * density) + 2)
    h = max(4, math.ceil((y1 + pad - y0) * density) + 2)
    canvas = Canvas(x0, y0, (w, h), density)
    flat.paint(canvas)
    if not canvas.alpha.any():
        return None
    return Card(
        flat.name,
        flat.z,
        x0,
        y0,
        density,
        pack(canvas.rgb, canvas.alpha, blur),
        flat.drift,
        flat.sway,
    )


def _density(
    flat: Flat, lens: Lens, views: list[View], span: float, area: float
) -> tuple[float, float]:
    """Pixels a world unit for a flat, and the blur in those pixels."""
    scales = [view.scale(flat.z) * lens.size[1] for view in views]
    sharp = max(max(scales) / 1.35, math.sqrt(max(scales) * min(scales))) * flat.detail
    soft = lens.softness(flat.z)
    density = sharp * min(1.0, max(0.28, 1.7 / max(soft, 0.1)))
    density = min(density, math.sqrt(MOST_PIXELS / max(area, 1e-9)), WIDEST / max(span, 1e-9))
    return density, soft * density / (sharp / flat.detail)


def bake_ground(ground: Ground, lens: Lens) -> Plane | None:
    """Paint a ground in the perspective of the track's rearmost view."""
    aspect, height = lens.aspect, lens.size[1]
    nearest = [n for n in (_near(ground, view) for view in lens.views) if n is not None]
    if not nearest or min(nearest) >= ground.far:
        return None
    back = min(view.z for view in lens.views)
    rise = max((abs(ground.y - view.y) for view in lens.views), default=0.5)
    focal = max(view.focal * view.zoom for view in lens.views)
    middle = lens.views[len(lens.views) // 2].x
    side = -1.0 if ground.y > lens.views[0].y else 1.0
    home = View(middle, ground.y + side * rise, back, focal)
    near = max(min(nearest), back + 0.05)
    drop = ground.y - home.y
    first, last = sorted(home.focal * drop / (z - back) for z in (near, ground.far))
    density = float(height)
    if (last - first) * height > 1.7 * height:
        density = 1.7 * height / (last - first)
    rows = max(4, math.ceil((last - first) * density) + 3)
    top = first * density - 1
    offset = (np.arange(rows) + 0.5 + top) / density
    ahead = home.focal * drop / np.where(np.abs(offset) < 1e-6, 1e-6, offset)
    ahead = np.clip(ahead, near - back, ground.far - back)
    left, right = _span(ground, lens.views, home, aspect)
    return _painted(ground, home, (left, right), ahead[:, None], top, density)


def _near(ground: Ground, view: View) -> float | None:
    """Depth of the nearest ground in the picture, or None when it is out of the picture."""
    rise = ground.y - view.y
    edge = (0.5 if rise > 0 else -0.5) / view.zoom - view.shift_y
    if rise * edge <= 0:
        return None
    return view.z + view.focal * rise / edge


def _span(
    ground: Ground, views: tuple[View, ...], home: View, aspect: float
) -> tuple[float, float]:
    """Leftmost and rightmost place that is needed, in home's picture (frame heights)."""
    lefts, rights = [], []
    for view in views:
        near = _near(ground, view)
        if near is None:
            continue
        for z in np.geomspace(max(near, home.z + 0.05) - home.z, ground.far - home.z, 8) + home.z:
            x0, _, x1, _ = view.window(float(z), aspect)
            k = home.focal / (z - home.z)
            lefts.append((x0 - home.x) * k)
            rights.append((x1 - home.x) * k)
    return min(lefts), max(rights)


def _painted(
    ground: Ground,
    home: View,
    span: tuple[float, float],
    ahead: Plate,
    top: float,
    density: float,
) -> Plane:
    left, right = span
    density_x = min(density, 3200 / max(0.1, right - left))
    w = math.ceil((right - left) * density_x) + 8
    across = (left + (np.arange(w)[None] - 3.5) / density_x).astype(np.float32)
    x = (home.x + across * ahead / home.focal).astype(np.float32)
    z = (home.z + ahead).astype(np.float32)
    footprint = (ahead**2 / (home.focal * abs(ground.y - home.y) * density)).astype(np.float32)
    floor = Floor(x, z, footprint, np.zeros((ahead.shape[0], w, 3), np.float32))
    ground.paint(floor)
    pixels = pack(floor.rgb, np.full(floor.rgb.shape[:2], 255, np.uint8))
    near, far = float(z.min()), ground.far
    origin = left * density_x - 3.5
    return Plane(ground.name, ground.y, near, far, home, origin, top, density, pixels, density_x)
