"""Noise that stays put in the world: clouds, paper, bark and stone. Knows no camera and no set."""

from __future__ import annotations

import math
from functools import lru_cache

import cv2
import numpy as np

from tools.theatre.geometry import Plate, chance

LATTICE = 256
TILE = 512


@lru_cache(maxsize=64)
def _lattice(seed: int) -> Plate:
    return chance(seed).random((LATTICE, LATTICE), dtype=np.float32)


def _octave(lattice: Plate, x0: float, y0: float, step: float, size: tuple[int, int]) -> Plate:
    """Sample a periodic lattice from (x0, y0) in cells, `step` cells per pixel; (h, w) float32."""
    w, h = size
    ix, iy = math.floor(x0) - 1, math.floor(y0) - 1
    nx, ny = math.ceil(w * step) + 5, math.ceil(h * step) + 5
    rows, columns = np.arange(iy, iy + ny) % LATTICE, np.arange(ix, ix + nx) % LATTICE
    patch = lattice[np.ix_(rows, columns)]
    inverse = np.array([[step, 0, x0 - ix], [0, step, y0 - iy]], np.float32)
    flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    border = cv2.BORDER_REPLICATE
    return np.asarray(cv2.warpAffine(patch, inverse, (w, h), flags=flags, borderMode=border))


def fbm(
    origin: tuple[float, float],
    density: float,
    size: tuple[int, int],
    cell: float,
    seed: int,
    octaves: int = 5,
    stretch: float = 1.0,
) -> Plate:
    """Sum octaves of world-fixed noise over a picture; (h, w) float32, about 0..1, mean .5.

    Args:
        origin: world position of the top left pixel.
        density: pixels per world unit.
        size: (width, height) in pixels.
        cell: size of the largest grain in world units.
        seed: same seed, same place: same value.
        octaves: each half the size of the one before; those below two pixels are left out.
        stretch: above 1 draws the grain out along x.
    """
    w, h = size
    total, weight, amplitude = np.zeros((h, w), np.float32), 0.0, 1.0
    for k in range(octaves):
        grain = cell / 2**k
        pixels = grain * density
        if k and pixels < 2.0:
            break
        coarse = int(max(1, min(8, pixels // 8)))
        small = (-(-w // coarse) + 1, -(-h // coarse) + 1)
        squeeze = np.float32(1.0 / stretch)
        layer = _stretched(origin, density, small, grain, coarse, seed + 7919 * k, float(squeeze))
        if coarse > 1:
            full = (small[0] * coarse, small[1] * coarse)
            layer = cv2.resize(layer, full, interpolation=cv2.INTER_LINEAR)
        total += layer[:h, :w] * np.float32(amplitude)
        weight += amplitude
        amplitude *= 0.5
    return total / np.float32(weight)


def _stretched(
    origin: tuple[float, float],
    density: float,
    size: tuple[int, int],
    grain: float,
    coarse: int,
    seed: int,
    squeeze: float,
) -> Plate:
    step = coarse / (grain * density)
    x0, y0 = origin[0] / grain * squeeze, origin[1] / grain
    if squeeze == 1.0:
        return _octave(_lattice(seed), x0, y0, step, size)
    narrow = (max(2, math.ceil(size[0] * squeeze) + 1), size[1])
    layer = _octave(_lattice(seed), x0, y0, step, narrow)
    matrix = np.array([[squeeze, 0, 0], [0, 1, 0]], np.float32)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(
        cv2.warpAffine(layer, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    )


def ridge(x: Plate, cell: float, seed: int, octaves: int = 4, gain: float = 0.5) -> Plate:
    """World-fixed noise along one axis, about -1..1; same shape as `x`."""
    total, amplitude = np.zeros(x.shape, np.float64), 1.0
    for k in range(octaves):
        lattice = _lattice(seed + 104729 * k)[k] * 2.0 - 1.0
        place = np.asarray(x, np.float64) / (cell / 2**k)
        low = np.floor(place).astype(np.int64)
        t = place - low
        t = t * t * (3.0 - 2.0 * t)
        total += amplitude * (lattice[low % LATTICE] * (1.0 - t) + lattice[(low + 1) % LATTICE] * t)
        amplitude *= gain
    return total


@lru_cache(maxsize=8)
def tile(seed: int, octaves: int = 6) -> Plate:
    """A seamless square of noise for planes, (TILE + 2, TILE + 2) float32 about 0..1.

    Its edge repeated.
    """
    total, weight, amplitude = np.zeros((TILE, TILE), np.float32), 0.0, 1.0
    for k in range(octaves):
        cells = 4 * 2**k
        lattice = _lattice(seed + 7919 * k)[:cells, :cells]
        wrapped = np.pad(lattice, 2, mode="wrap")
        step = TILE // cells
        big = cv2.resize(wrapped, None, fx=step, fy=step, interpolation=cv2.INTER_CUBIC)
        total += big[2 * step : 2 * step + TILE, 2 * step : 2 * step + TILE] * np.float32(amplitude)
        weight += amplitude
        amplitude *= 0.62
    spread = total / np.float32(weight)
    return np.pad(spread, ((0, 2), (0, 2)), mode="wrap")


def sample_tile(seed: int, x: Plate, y: Plate, span: float) -> Plate:
    """Look a seamless tile up at world (x, y), `span` world units a tile; same shape, float32."""
    u = np.mod(x * np.float32(TILE / span), TILE).astype(np.float32)
    v = np.mod(y * np.float32(TILE / span), TILE).astype(np.float32)
    u, v = np.broadcast_arrays(u, v)
    u, v = np.ascontiguousarray(u), np.ascontiguousarray(v)
    return np.asarray(cv2.remap(tile(seed), u, v, cv2.INTER_LINEAR))


def facets(
    origin: tuple[float, float], density: float, size: tuple[int, int], cell: float, seed: int
) -> Plate:
    """Flat paper facets (a Voronoi pattern fixed in the world), one random value each.

    (h, w) float32 0..1.
    """
    w, h = size
    half = 2 if cell * density > 12 else 1
    w2, h2 = w // half + 2, h // half + 2
    lattice = _lattice(seed)
    grain = cell * density / half
    ix = np.arange(
        math.floor(origin[0] / cell) - 1, math.ceil((origin[0] + w / density) / cell) + 1
    )
    iy = np.arange(
        math.floor(origin[1] / cell) - 1, math.ceil((origin[1] + h / density) / cell) + 1
    )
    gx, gy = np.meshgrid(ix, iy)
    px = (gx + lattice[gy % LATTICE, gx % LATTICE] - origin[0] / cell) * grain
    py = (gy + lattice[(gy + 91) % LATTICE, (gx + 57) % LATTICE] - origin[1] / cell) * grain
    value = lattice[(gy + 13) % LATTICE, (gx + 171) % LATTICE]
    inside = (px > 1) & (py > 1) & (px < w2 - 2) & (py < h2 - 2)
    if inside.sum() < 3:
        return np.full((h, w), 0.5, np.float32)
    plate = _voronoi(px[inside], py[inside], value[inside], (w2, h2))
    return np.asarray(
        cv2.resize(plate, (w2 * half, h2 * half), interpolation=cv2.INTER_LINEAR)[:h, :w]
    )


def _voronoi(px: Plate, py: Plate, value: Plate, size: tuple[int, int]) -> Plate:
    w, h = size
    division = cv2.Subdiv2D((0, 0, w + 1, h + 1))
    plate, worth = np.zeros((h, w), np.float32), {}
    for x, y, v in zip(px.tolist(), py.tolist(), value.tolist(), strict=True):
        worth[(np.float32(x).item(), np.float32(y).item())] = v
        division.insert((x, y))
    cells, centres = division.getVoronoiFacetList([])
    for outline, centre in zip(cells, centres, strict=True):
        shade = worth.get((float(centre[0]), float(centre[1])), 0.5)
        corners = np.round(np.asarray(outline) * 16).astype(np.int32)
        cv2.fillPoly(plate, [corners], shade, cv2.LINE_8, 4)
    return np.asarray(cv2.GaussianBlur(plate, (0, 0), 0.8))
