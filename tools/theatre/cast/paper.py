"""Cut paper: lays a puppet's parts on planes, then lights them over a frame. Knows no people."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from tools.theatre.cast import kernels_paper as kernels
from tools.theatre.cast.figure import Part
from tools.theatre.cast.grain import GRAIN, paper_grain
from tools.theatre.cast.mask import Box, Span, as_bytes, blurred, cut_out, edges_of

cv2.setNumThreads(1)  # parts are small: threads cost more than they bring, twice over
F32 = NDArray[np.float32]
Triple = tuple[float, float, float]
Paint = tuple[float, bool, float, float, float]  # shadow, texture, edge, grade, form
LIGHT_THROW = 5.0  # px a part's shadow falls at scale 1
SOFTNESS = 3.8  # px, sigma of edges and shadows at scale 1
SMALLEST = 0.9  # px; a part smaller than this in both directions is not drawn
FAR = 1 << 30
FINEST = 0.5  # px; a glaze of softer edges than this is a line too fine to see
FINE = frozenset(("strand", "curl", "sole"))
FINE_FROM = 200.0  # px of a figure's one unit below which its fine lines are left out
UNIT = 620.0  # px of a figure's one unit at scale 1


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
    return max(0.12, min(height_px / UNIT, 5.0))


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
        self.width, self.height = (max(8, side + side % 2) for side in (x1 - x0, y1 - y0))
        self.planes: F32 = np.zeros((3, self.height, self.width), np.float32)
        self.cover: F32 = np.zeros((self.height, self.width), np.float32)
        self._light, self._scale, self._albedo = light, scale, albedo
        self._grain_x = math.floor(x0 - anchor[0])
        self._grain_y = math.floor(y0 - anchor[1])
        self._ambient = np.float32(1.0) if albedo else np.array(ambient, np.float32)
        self._rim = np.array(rim, np.float32)
        self._unit = scale * UNIT
        self._base: tuple[NDArray[np.uint8], Box] | None = None

    def lay_all(self, parts: Sequence[Part], outlines: Sequence[F32]) -> None:
        """Lay a whole figure's parts back to front; outlines are in frame pixels."""
        if not outlines:
            return
        starts = np.cumsum([0, *(len(points) for points in outlines[:-1])])
        every = np.concatenate(outlines)
        low = np.minimum.reduceat(every, starts).tolist()
        high = np.maximum.reduceat(every, starts).tolist()
        for part, points, one, other in zip(parts, outlines, low, high, strict=True):
            self.lay(part, points, (one[0], one[1], other[0], other[1]))

    def lay(self, part: Part, points: F32, edges: Span | None = None) -> None:
        """Lay a part of a figure on top, its points now in frame pixels, float32 (n, 2)."""
        if part.glaze:
            self._glaze(part, points, edges)
        elif part.name in FINE and self._unit < FINE_FROM and not self._albedo:
            return
        else:
            self.part(points, part.colour, part.shadow, part.texture, part.edge, part.grade,
                      form=part.form, within=part.within, breaks=part.breaks,
                      edges=edges)  # fmt: skip

    def part(  # noqa: PLR0913
        self, points: F32, colour: Triple, shadow: float = 0.45, texture: bool = True,
        edge: float = 0.20, grade: float = 0.0, *, form: float = 0.0, within: bool = False,
        breaks: tuple[int, ...] = (), edges: Span | None = None,
    ) -> None:  # fmt: skip
        """Lay one part on top; points are frame pixels, float32 (n, 2), a closed outline.

        See figure.Part for the rest.
        """
        flat = self._albedo or (shadow == 0 and edge == 0 and not texture)
        edges = edges or edges_of(points)
        box = self._box(edges, 3 if flat else int(9 + 12 * self._scale))
        if box is None:
            if not within:
                self._base = None
            return
        mask = cut_out(self._outlines(points, breaks, box), box, hard=self._albedo)
        if within:
            mask = self._held(mask, box)
        else:
            self._base = (mask, box)
        if flat:
            tint = np.array(colour, np.float32) * self._ambient
            kernels.flat_part(self.planes, self.cover, box[0], box[1], mask, tint)
        else:
            self._lay(mask, box, edges, colour, (shadow, texture, edge, grade, form))

    def _glaze(self, part: Part, points: F32, edges: Span | None) -> None:
        """Tint what lies beneath; shading, so that the albedo knows nothing of it."""
        sigma = part.soft * self._unit
        if self._albedo or sigma < FINEST or (part.within and self._base is None):
            return
        box = self._box(edges or edges_of(points), int(3 + 2.6 * sigma))
        if box is None:
            return
        # What is blurred anyway needs no fine edge.
        mask = cut_out(self._outlines(points, part.breaks, box), box, hard=sigma > 0.9)
        if sigma > 0.4:
            mask = blurred(mask, sigma)
        if part.within:
            mask = self._held(mask, box)
        gains = np.array(part.colour, np.float32) / np.float32(100)
        kernels.glaze_part(self.planes, box[0], box[1], mask, gains)

    def _box(self, edges: Span, pad: int) -> Box | None:
        """Return the part's box in the planes, or None where nothing of it would show."""
        left, top, right, bottom = edges
        if not math.isfinite(left + top + right + bottom):
            return None
        if max(right - left, bottom - top) < SMALLEST:
            return None
        x0 = max(math.floor(left) - self.x0 - pad, 0)
        y0 = max(math.floor(top) - self.y0 - pad, 0)
        x1 = min(math.floor(right) - self.x0 + 1 + pad, self.width)
        y1 = min(math.floor(bottom) - self.y0 + 1 + pad, self.height)
        if x1 <= x0 + 6 or y1 <= y0 + 6:
            return None
        # Even sides: halving anything else costs OpenCV twenty times as much.
        return (x0, y0, x1 - (x1 - x0) % 2, y1 - (y1 - y0) % 2)

    def _outlines(self, points: F32, breaks: tuple[int, ...], box: Box) -> list[F32]:
        local = points - np.array((box[0] + self.x0, box[1] + self.y0), np.float32)
        return np.split(local, breaks) if breaks else [local]

    def _held(self, mask: NDArray[np.uint8], box: Box) -> NDArray[np.uint8]:
        """Return the mask cut off at the edge of the part it is drawn on."""
        if self._base is None:
            return np.zeros_like(mask)
        base, (bx0, by0, bx1, by1) = self._base
        x0, y0, x1, y1 = max(box[0], bx0), max(box[1], by0), min(box[2], bx1), min(box[3], by1)
        out = np.zeros_like(mask)
        if x1 > x0 and y1 > y0:
            mine = (slice(y0 - box[1], y1 - box[1]), slice(x0 - box[0], x1 - box[0]))
            over = base[y0 - by0 : y1 - by0, x0 - bx0 : x1 - bx0]
            out[mine] = cv2.multiply(mask[mine], over, scale=1 / 255)
        return out

    def _lay(
        self, mask: NDArray[np.uint8], box: Box, edges: Span, colour: Triple, paint: Paint
    ) -> None:
        """Lay a part with its shadow, its lit edge, its roundness and its grain."""
        x0, y0, _, _ = box
        shadow, texture, edge, grade, form = paint
        k, (lx, ly) = self._scale, self._light
        spread = SOFTNESS * (k if k < 1 else k**0.8)
        soft = blurred(mask, spread) if (shadow or edge) else mask
        gx, gy = (x0 + self._grain_x) % GRAIN, (y0 + self._grain_y) % GRAIN
        f, slope = np.float32, -0.34 * spread / 255.0
        left, top, right, bottom = edges
        half_x, half_y = (right - left) / 2 + 1, (bottom - top) / 2 + 1
        middle = ((left + right) / 2 - self.x0 - x0, (top + bottom) / 2 - self.y0 - y0)
        ball = np.array((form * lx / half_x, form * ly / half_y, *middle), f)
        kernels.shade_part(
            self.planes, self.cover, x0, y0, mask, soft, paper_grain(), gx, gy,
            np.array(colour, f) * self._ambient, self._rim * _catching(colour), f(shadow),
            f(-lx * LIGHT_THROW * k), f(-ly * LIGHT_THROW * k), f(edge), f(slope * lx),
            f(slope * ly), bool(texture), f(grade), ball, _scratch(),
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

    def enlarge(self) -> None:
        """Double the puppet and its box: what is out of focus was drawn at half the size."""
        self.x0, self.y0, self.width, self.height = (
            2 * side for side in (self.x0, self.y0, self.width, self.height)
        )
        size = (self.width, self.height)
        doubled = [cv2.resize(plane, size) for plane in (*self.planes, self.cover)]
        self.planes, self.cover = np.stack(doubled[:3]), np.asarray(doubled[3], np.float32)
        self._scale *= 2

    def _softened(self, wanted: bool) -> NDArray[np.uint8]:
        mask = cv2.convertScaleAbs(self.cover, alpha=255)
        return blurred(mask, 6.4 * self._scale) if wanted else mask

    def coverage(self) -> NDArray[np.uint8]:
        """Return how far each pixel of the box is covered, uint8 (height, width)."""
        return as_bytes(cv2.convertScaleAbs(self.cover, alpha=255))

    def mark(self, ids: NDArray[np.uint8], number: int, cut: int = FAR) -> None:
        """Write number into an id mask, uint8 (h, w), where the puppet covers it."""
        kernels.mark_over(ids, self.cover, self.x0, self.y0, cut, np.uint8(number))


def _catching(colour: Triple) -> F32:
    """Return how much of a rim light paper of a colour throws back; black catches some too."""
    return np.asarray(0.3 + 0.7 * np.minimum(np.array(colour, np.float32) / 190, 1), np.float32)


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
