"""Cut paper: lays a puppet's parts on planes, then lights them over a frame. Knows no people."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from tools.theatre.cast import kernels_paper as kernels

cv2.setNumThreads(1)  # parts are small: threads cost more than they bring, twice over
F32 = NDArray[np.float32]
Triple = tuple[float, float, float]
GRAIN = 1024  # side of the paper grain, px
GRAIN_SEED = 11
LIGHT_THROW = 5.0  # px a part's shadow falls at scale 1
SOFTNESS = 3.2  # px, sigma of edges and shadows at scale 1
SMALLEST = 0.9  # px; a part smaller than this in both directions is not drawn
FAR = 1 << 30


@dataclass(frozen=True, slots=True)
class Key:
    """A radial key light in frame pixels: full near (x, y), gone at about 1.7 reaches.

    colour and base are gains (b, g, r): a part shows colour * (base + falloff * colour).
    """

    x: float = 0.0
    y: float = 0.0
    reach_x: float = 1e6
    reach_y: float = 1e6
    colour: Triple = (0.0, 0.0, 0.0)
    base: Triple = (1.0, 1.0, 1.0)


PLAIN = Key()


def paper_scale(height_px: float) -> float:
    """Return the `scale` of a Paper for a figure whose one unit is height_px pixels."""
    return max(0.12, min(height_px / 620.0, 3.0))


class Paper:
    """Planes for one puppet in a pixel box; parts are added back to front, then laid over a frame.

    Args:
        box: half-open pixel box (x0, y0, x1, y1); may reach outside the frame.
        light: direction towards the light, about unit length; y down.
        ambient: gain (b, g, r) on every part's colour.
        rim: colour (b, g, r) added on edges that face the light.
        scale: size of shadows and edges; 1 suits a figure about 620 px tall.
        albedo: flat, unlit colours with hard edges: every part exactly its own colour.
        anchor: frame pixel that the paper grain moves with, such as the neck.
    """

    def __init__(
        self, box: tuple[int, int, int, int], light: tuple[float, float] = (-0.6, -0.8),
        ambient: Triple = (1.0, 1.0, 1.0), rim: Triple = (0.0, 0.0, 0.0), scale: float = 1.0,
        *, albedo: bool = False, anchor: tuple[float, float] = (0.0, 0.0),
    ) -> None:  # fmt: skip
        """Prepare empty planes; see the class for arguments."""
        x0, y0, x1, y1 = box
        self.x0, self.y0 = x0, y0
        self.width, self.height = max(8, x1 - x0), max(8, y1 - y0)
        self.planes: F32 = np.zeros((3, self.height, self.width), np.float32)
        self.cover: F32 = np.zeros((self.height, self.width), np.float32)
        self._light, self._scale, self._albedo = light, scale, albedo
        self._grain_x = math.floor(x0 - anchor[0])
        self._grain_y = math.floor(y0 - anchor[1])
        self._ambient = np.float32(1.0) if albedo else np.array(ambient, np.float32)
        self._rim = np.array(rim, np.float32)

    def part(
        self, points: F32, colour: Triple, shadow: float = 0.45, texture: bool = True,
        edge: float = 0.20, grade: float = 0.0,
    ) -> None:  # fmt: skip
        """Lay one part on top; points are frame pixels, float32 (n, 2), a closed outline."""
        flat = self._albedo or (shadow == 0 and edge == 0 and not texture)
        pad = 3 if flat else int(8 + 10 * self._scale)
        lo, hi = points.min(0), points.max(0)
        if not (np.isfinite(lo).all() and np.isfinite(hi).all()):
            return
        if float((hi - lo).max()) < SMALLEST:
            return
        x0 = max(math.floor(lo[0]) - self.x0 - pad, 0)
        y0 = max(math.floor(lo[1]) - self.y0 - pad, 0)
        x1 = min(math.floor(hi[0]) - self.x0 + 1 + pad, self.width)
        y1 = min(math.floor(hi[1]) - self.y0 + 1 + pad, self.height)
        if x1 <= x0 + 6 or y1 <= y0 + 6:
            return
        local = points - np.array((x0 + self.x0, y0 + self.y0), np.float32)
        if flat:
            self._lay_flat(local, (x0, y0, x1, y1), colour)
        else:
            self._lay(local, (x0, y0, x1, y1), colour, (shadow, texture, edge, grade))

    def _lay_flat(self, local: F32, box: tuple[int, int, int, int], colour: Triple) -> None:
        x0, y0, x1, y1 = box
        mask = _cut(local, x1 - x0, y1 - y0, hard=self._albedo)
        tint = np.array(colour, np.float32) * self._ambient
        kernels.flat_part(self.planes, self.cover, x0, y0, mask, tint)

    def _lay(
        self, local: F32, box: tuple[int, int, int, int], colour: Triple,
        paint: tuple[float, bool, float, float],
    ) -> None:  # fmt: skip
        x0, y0, x1, y1 = box
        shadow, texture, edge, grade = paint
        mask = _cut(local, x1 - x0, y1 - y0)
        soft = cv2.stackBlur(mask, _kernel_size(self._scale)) if (shadow or edge) else mask
        k, (lx, ly) = self._scale, self._light
        gx, gy = (x0 + self._grain_x) % GRAIN, (y0 + self._grain_y) % GRAIN
        f, slope = np.float32, -1.2 * k / 255.0
        kernels.shade_part(
            self.planes, self.cover, x0, y0, mask, soft, _grain(), gx, gy,
            np.array(colour, np.float32) * self._ambient, self._rim, f(shadow),
            f(-lx * LIGHT_THROW * k), f(-ly * LIGHT_THROW * k), f(edge), f(slope * lx),
            f(slope * ly), bool(texture) and max(x1 - x0, y1 - y0) <= GRAIN, f(grade), _scratch(),
        )  # fmt: skip

    def onto(
        self, frame: NDArray[np.uint32], key: Key = PLAIN, back: Triple = (0.0, 0.0, 0.0),
        back_from: tuple[int, int] = (0, 0), cut: int = FAR,
    ) -> None:  # fmt: skip
        """Light the puppet and lay it over a packed BGRX frame, uint32 (h, w), in place.

        Args:
            frame: changed in place; the puppet is clipped at its edges.
            key: the radial light; in the albedo pass it is ignored.
            back: colour (b, g, r) of the rim light from behind.
            back_from: px, the side the rim shows on: (5, 0) puts it on the left edge.
            cut: frame row from which nothing is drawn (a table's edge).
        """
        if self._albedo:
            kernels.flat_over(frame, self.planes, self.cover, self.x0, self.y0, cut)
            return
        f = np.float32
        lamp = np.array((key.x, key.y, 1 / key.reach_x, 1 / key.reach_y, *key.colour), np.float32)
        soft = self._softened(any(back) and any(back_from))
        limit = max(1, min(self.width, self.height) // 4)
        sx, sy = (max(-limit, min(limit, int(v))) for v in back_from)
        rim = np.array(back, f) if any(back_from) else np.zeros(3, f)
        kernels.light_over(
            frame, self.planes, self.cover, soft, sx, sy, self.x0, self.y0, lamp,
            np.array(key.base, f), rim, cut, _scratch(),
        )  # fmt: skip

    def soften(self, sigma: float) -> None:
        """Put the whole puppet out of focus by `sigma` pixels."""
        side = 2 * max(1, round(1.3 * sigma)) + 1
        for _ in range(2):
            for plane in (*self.planes, self.cover):
                cv2.blur(plane, (side, side), dst=plane)

    def _softened(self, wanted: bool) -> NDArray[np.uint8]:
        mask = cv2.convertScaleAbs(self.cover, alpha=255)
        return _bytes(cv2.stackBlur(mask, _kernel_size(2.0 * self._scale)) if wanted else mask)

    def coverage(self) -> NDArray[np.uint8]:
        """Return how far each pixel of the box is covered, uint8 (height, width)."""
        return _bytes(cv2.convertScaleAbs(self.cover, alpha=255))

    def mark(self, ids: NDArray[np.uint8], number: int, cut: int = FAR) -> None:
        """Write number into an id mask, uint8 (h, w), where the puppet covers it."""
        kernels.mark_over(ids, self.cover, self.x0, self.y0, cut, np.uint8(number))


def _cut(local: F32, width: int, height: int, *, hard: bool = False) -> NDArray[np.uint8]:
    """Return the part's coverage; drawn at twice the size, because cv2's own edge is fat."""
    if hard:
        mask = np.zeros((height, width), np.uint8)
        outline = np.round(local * 16).astype(np.int32)
        cv2.fillPoly(mask, [outline], (255,), cv2.LINE_8, 4)
        return mask
    twice = np.zeros((height * 2, width * 2), np.uint8)
    cv2.fillPoly(twice, [np.round(local * 32).astype(np.int32)], (255,), cv2.LINE_AA, 4)
    return _bytes(cv2.resize(twice, (width, height), interpolation=cv2.INTER_AREA))


def _bytes(image: Any) -> NDArray[np.uint8]:
    """Return what cv2 gave back, typed."""
    return np.asarray(image, np.uint8)


@lru_cache(maxsize=64)
def _kernel_size(scale: float) -> tuple[int, int]:
    sigma = max(0.8, SOFTNESS * scale)
    side = 2 * max(1, round(-1 + math.sqrt(1 + 6 * sigma * sigma))) + 1
    return (side, side)


@lru_cache(maxsize=1)
def _grain() -> F32:
    """Return paper grain around 1, float32 (2 * GRAIN, 2 * GRAIN), tileable by the offset used."""
    fine = _noise(GRAIN, 5, GRAIN_SEED, 3)
    broad = _noise(GRAIN, 220, GRAIN_SEED + 1, 4)
    tile = np.asarray(0.92 + 0.16 * fine + 0.10 * (broad - 0.5), np.float32)
    return np.ascontiguousarray(np.tile(tile, (2, 2)))


def _noise(side: int, cell: int, seed: int, octaves: int) -> F32:
    rng = np.random.default_rng(seed)
    out = np.zeros((side, side), np.float32)
    weight, total = 1.0, 0.0
    for k in range(octaves):
        step = max(1, cell >> k)
        n = max(4, round(side / step))
        rough = np.pad(rng.random((n, n), dtype=np.float32), 2, mode="wrap")
        span = round((n + 4) * side / n)
        smooth = cv2.resize(rough, (span, span), interpolation=cv2.INTER_CUBIC)
        edge = (span - side) // 2
        out += np.float32(weight) * smooth[edge : edge + side, edge : edge + side]
        total += weight
        weight *= 0.5
    return out / np.float32(total)


@lru_cache(maxsize=1)
def _scratch() -> F32:
    return np.zeros((4, 8192), np.float32)


def box_of(outlines: Sequence[F32], pad: int) -> tuple[int, int, int, int]:
    """Return the half-open pixel box around outlines, grown by pad."""
    lo = np.min([p.min(0) for p in outlines], axis=0)
    hi = np.max([p.max(0) for p in outlines], axis=0)
    left, top = math.floor(lo[0]) - pad, math.floor(lo[1]) - pad
    return (left, top, math.ceil(hi[0]) + pad + 1, math.ceil(hi[1]) + pad + 1)


def warm() -> None:
    """Compile or load every kernel by drawing one small puppet."""
    sheet = Paper((0, 0, 40, 40))
    square = np.array([(8, 8), (30, 8), (30, 30), (8, 30)], np.float32)
    sheet.part(square, (10.0, 20.0, 30.0))
    sheet.part(square, (10.0, 20.0, 30.0), 0, False, 0)
    frame = np.zeros((40, 40), np.uint32)
    sheet.onto(frame, PLAIN, (1.0, 1.0, 1.0), (2, 0))
    sheet.mark(np.zeros((40, 40), np.uint8), 1)
    bare = Paper((0, 0, 40, 40), albedo=True)
    bare.part(square, (10.0, 20.0, 30.0))
    bare.onto(frame)
