"""Level grounds and ceilings, painted once in the perspective of a camera track. Knows no set."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tools.theatre.camera import View
from tools.theatre.defocus import soft_rows
from tools.theatre.geometry import Plate
from tools.theatre.layer import Plane, pack
from tools.theatre.lens import Lens

CEILING = -1.1
"""World height above which a level is no floor or table but a ceiling."""


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


def bake_ground(ground: Ground, lens: Lens) -> Plane | None:
    """Paint a ground in the perspective of the track's rearmost view; None when unseen."""
    return paint_ground(ground, lens)[0]


def paint_ground(ground: Ground, lens: Lens) -> tuple[Plane | None, Plate | None]:
    """The plane, and its pixels after the focus was pulled where that changes them."""
    aspect, height = lens.aspect, lens.size[1]
    if any(ground.y < CEILING and view.y < ground.y for view in lens.views):
        # Seen from above a room is open, as a stage is.
        return None, None
    nearest = [n for n in (_near(ground, view) for view in lens.views) if n is not None]
    if not nearest or min(nearest) >= ground.far:
        return None, None
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
    return _painted(ground, home, (left, right), ahead[:, None], top, density, lens)


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
    lens: Lens,
) -> tuple[Plane, Plate | None]:
    left, right = span
    density_x = min(density, 3200 / max(0.1, right - left))
    w = math.ceil((right - left) * density_x) + 8
    across = (left + (np.arange(w)[None] - 3.5) / density_x).astype(np.float32)
    x = (home.x + across * ahead / home.focal).astype(np.float32)
    z = (home.z + ahead).astype(np.float32)
    footprint = (ahead**2 / (home.focal * abs(ground.y - home.y) * density)).astype(np.float32)
    floor = Floor(x, z, footprint, np.zeros((ahead.shape[0], w, 3), np.float32))
    ground.paint(floor)
    first, last = _focused(floor, lens, density / lens.size[1])
    near, far = float(z.min()), ground.far
    origin = left * density_x - 3.5
    places = (ground.name, ground.y, near, far, home, origin, top, density)
    return Plane(*places, first, density_x), last


def _focused(floor: Floor, lens: Lens, fine: float) -> tuple[Plate, Plate | None]:
    """A painted ground, each row as soft as its depth; again for where the focus ends."""
    alpha = np.full(floor.rgb.shape[:2], 255, np.uint8)
    depths = [float(z) for z in floor.z[:, 0]]
    before = np.array([lens.softness(z) for z in depths]) * fine
    first = pack(soft_rows(floor.rgb, before), alpha)
    if lens.focus_to is None:
        return first, None
    after = np.array([lens.softness_after(z) for z in depths]) * fine
    return first, pack(soft_rows(floor.rgb, after), alpha)
