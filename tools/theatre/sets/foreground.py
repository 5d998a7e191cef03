"""What stands out of focus between the lens and the subject: leaves, a post, a doorway.

Pieces are cut for the frame of the camera at rest, so that they border the picture and leave the
face free; the lens makes them soft. A table in the way goes. Knows no place.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from tools.theatre.camera import View
from tools.theatre.canvas import Canvas
from tools.theatre.geometry import Colour, Plate, chance, colour, ellipse, scale, spline
from tools.theatre.pull import near_depth
from tools.theatre.scenery import Flat, Scenery
from tools.theatre.sets.tabletop import TOP
from tools.theatre.sizes import WIDE
from tools.theatre.spec import CameraSpec

SHADE = 0.85
"""Light left on what stands between the lens and the light."""

OVER = 0.45
"""How far pieces go on beyond the frame, in frame heights, for moves and leans."""

CLEAR = 0.06
"""How far above a table a camera's sight of its subject must pass, world units."""

LEAF = colour("#3f6b3a")
STRAW = colour("#8a8248")
IRON = colour("#3b3f47")
WOOD = colour("#6b4a33")
CLOTH = colour("#7a3d3f")
STONE = colour("#6d6a68")
GLASS = colour("#47655a")


@dataclass(frozen=True, slots=True)
class Pane:
    """The frame at one depth: heights from its top, widths from the side that the piece takes."""

    canvas: Canvas
    x0: float
    y0: float
    unit: float
    aspect: float
    mirrored: bool
    seed: int

    def at(self, points: Plate | list[tuple[float, float]]) -> Plate:
        """Frame places (heights, from the near side and the top) to world points."""
        spots = np.array(points, np.float32)
        if self.mirrored:
            spots[:, 0] = self.aspect - spots[:, 0]
        return np.asarray(spots * self.unit + np.array((self.x0, self.y0)), np.float32)

    def lay(
        self,
        points: Plate | list[tuple[float, float]],
        tone: Colour,
        *,
        edge: float = 0.3,
        thickness: float = 0.012,
    ) -> None:
        """Lay a piece given in frame places; its thickness is in frame heights."""
        self.canvas.piece(self.at(points), tone, edge=edge, thickness=thickness * self.unit)

    def bar(self, x0: float, y0: float, x1: float, y1: float, tone: Colour) -> None:
        """A straight-sided piece."""
        self.lay([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], tone, edge=0.35)


def with_foreground(scenery: Scenery, camera: CameraSpec, aspect: float, seed: int) -> Scenery:
    """The place with the camera's foreground piece, if it looks through one."""
    kind, _, side = camera.through.partition(" ")
    if kind not in PIECES:
        return scenery
    z = near_depth(camera)
    view = View(camera.x, camera.y, camera.z, camera.focal, camera.shift_x, camera.shift_y)
    x0, y0, _, y1 = view.window(z, aspect)
    middle = aspect / 2 + view.focal * (camera.aim_x - camera.x) / (camera.subject_z - camera.z)
    mirrored = side == "right" or (not side and middle < aspect / 2)

    def paint(canvas: Canvas) -> None:
        pane = Pane(canvas, x0, y0, y1 - y0, aspect, mirrored, seed)
        PIECES[kind](pane)
        if side == "both":
            PIECES[kind](replace(pane, mirrored=not mirrored))
        canvas.paper(seed + 9)
        level = scenery.rig.point(camera.x, camera.y, z)
        canvas.lit(np.asarray(scale(level, SHADE), np.float32)[None, None])

    flat = Flat("foreground", z, paint, sway=0.004 if kind in ("leaves", "grass") else 0.0)
    return replace(scenery, flats=(*scenery.flats, flat))


def without_table(scenery: Scenery, camera: CameraSpec) -> Scenery:
    """The place with its table taken away where a low camera would look at a face through it."""
    if camera.size in WIDE:
        return scenery
    return replace(scenery, flats=tuple(f for f in scenery.flats if not _hides(f, camera)))


def _hides(flat: Flat, camera: CameraSpec) -> bool:
    """Whether a table stands where the camera's sight of its subject passes below its top."""
    if flat.name != "table" or not camera.z < flat.z < camera.subject_z:
        return False
    share = (flat.z - camera.z) / (camera.subject_z - camera.z)
    return camera.y + share * (camera.aim_y - camera.y) > TOP - CLEAR


def _leaves(pane: Pane) -> None:
    rng = chance(pane.seed + 5)
    for k in range(46):
        far = k % 3 == 2
        x = float(rng.uniform(-0.1, 0.46 if not far else pane.aspect + 0.1))
        y = (
            float(rng.uniform(-0.12, 0.62 - 1.1 * x))
            if not far
            else float(rng.uniform(-0.12, 0.07))
        )
        size, turn = float(rng.uniform(0.07, 0.13)), float(rng.uniform(0.2, 1.4))
        leaf = np.array([(-1, 0), (-0.3, -0.36), (0.5, -0.3), (1.1, 0), (0.5, 0.3), (-0.3, 0.36)])
        c, s = math.cos(turn), math.sin(turn)
        outline = leaf @ np.array([(c, s), (-s, c)]) * size + (x, y)
        tone = scale(LEAF, float(rng.uniform(0.7, 1.25)))
        pane.lay(spline(np.asarray(outline, np.float32), steps=4), tone, edge=0.35)


def _grass(pane: Pane) -> None:
    rng = chance(pane.seed + 6)
    for x in np.arange(-OVER, pane.aspect + OVER, 0.03):
        foot = float(x) + float(rng.uniform(-0.02, 0.02))
        tip = foot + float(rng.uniform(-0.09, 0.09))
        edge = min(1.0, abs(foot / pane.aspect - 0.5) * 2)
        top = 1.0 - float(rng.uniform(0.06, 0.16)) - 0.26 * edge * float(rng.uniform(0.6, 1.0))
        tone = scale(LEAF if rng.random() < 0.6 else STRAW, float(rng.uniform(0.75, 1.2)))
        pane.lay([(foot - 0.014, 1 + OVER), (tip, top), (foot + 0.016, 1 + OVER)], tone, edge=0.3)


def _post(pane: Pane) -> None:
    pane.bar(0.10, -OVER, 0.225, 1 + OVER, IRON)
    for y in (0.08, 0.72):
        pane.bar(0.085, y, 0.24, y + 0.05, scale(IRON, 1.3))


def _rail(pane: Pane) -> None:
    for x in np.arange(-OVER, pane.aspect + OVER, 0.42):
        pane.bar(float(x), 0.80, float(x) + 0.05, 1 + OVER, scale(WOOD, 0.9))
    pane.bar(-OVER, 0.775, pane.aspect + OVER, 0.845, WOOD)
    pane.bar(-OVER, 0.95, pane.aspect + OVER, 0.985, scale(WOOD, 0.85))


def _arch(pane: Pane) -> None:
    half, rise, crown = pane.aspect / 2, 0.34, 0.075
    side = min(0.30, 0.155 * pane.aspect)
    turn = np.linspace(math.pi, 0, 24)
    inner = np.stack([half + (half - side) * np.cos(turn), rise - (rise - crown) * np.sin(turn)], 1)
    low, high = -OVER, 1 + OVER
    wide = pane.aspect + OVER
    outline = [(low, high), (low, low), (wide, low), (wide, high), (pane.aspect - side, high)]
    outline += [(float(x), float(y)) for x, y in inner[::-1]] + [(side, high)]
    pane.lay(outline, STONE, edge=0.5, thickness=0.03)


def _window(pane: Pane) -> None:
    side = 0.10
    for x in (-OVER, pane.aspect - side):
        pane.bar(x, -OVER, x + OVER + side, 1 + OVER, WOOD)
    pane.bar(-OVER, -OVER, pane.aspect + OVER, 0.07, WOOD)
    pane.bar(-OVER, 0.91, pane.aspect + OVER, 1 + OVER, WOOD)
    pane.bar(0.30 * pane.aspect, 0.0, 0.30 * pane.aspect + 0.05, 1.0, scale(WOOD, 1.1))


def _curtain(pane: Pane) -> None:
    for k in range(4):
        x = -0.16 + 0.11 * k
        points = [(x, -OVER), (x + 0.15, -OVER), (x + 0.13, 0.5), (x + 0.18, 1 + OVER)]
        points += [(x + 0.02, 1 + OVER), (x - 0.01, 0.5)]
        pane.lay(spline(points, steps=5), scale(CLOTH, 1.12 - 0.14 * (k % 2)), edge=0.35)


def _lamp(pane: Pane) -> None:
    pane.bar(0.14, 0.80, 0.36, 1 + OVER, scale(IRON, 0.9))
    glow = ellipse(0.25, 0.68, 0.085, 0.13)
    pane.canvas.shine(pane.at(glow), colour("#ffcf7a"))
    pane.bar(0.17, 0.52, 0.33, 0.56, IRON)


def _bottles(pane: Pane) -> None:
    for x, top, tone in ((0.04, 0.50, GLASS), (0.20, 0.62, scale(WOOD, 1.2)), (0.34, 0.70, GLASS)):
        wide = 0.13
        neck = [(x + 0.045, top), (x + 0.085, top), (x + 0.088, top + 0.13), (x + wide, top + 0.22)]
        pane.lay(
            [*neck, (x + wide, 1 + OVER), (x, 1 + OVER), (x, top + 0.22), (x + 0.042, top + 0.13)],
            tone,
            edge=0.5,
        )


def _rocks(pane: Pane) -> None:
    low = 1 + OVER
    near = [(-OVER, low), (-OVER, 0.72), (0.05, 0.66), (0.22, 0.76), (0.42, 0.85), (0.62, low)]
    far = [(pane.aspect - 0.5, low), (pane.aspect - 0.3, 0.92), (pane.aspect, 0.84)]
    pane.lay(near, STONE, edge=0.45)
    pane.lay([*far, (pane.aspect + OVER, 0.8), (pane.aspect + OVER, low)], scale(STONE, 0.85))


PIECES: dict[str, Callable[[Pane], None]] = {
    "leaves": _leaves, "grass": _grass, "post": _post, "rail": _rail, "arch": _arch,
    "window": _window, "curtain": _curtain, "lamp": _lamp, "bottles": _bottles, "rocks": _rocks,
}  # fmt: skip
