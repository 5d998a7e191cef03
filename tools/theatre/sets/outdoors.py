"""Hills, cliffs, boulders and grass: what lies outside. World measures; knows no place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import Colour, Plate, chance, mix, scale
from tools.theatre.light import Rig
from tools.theatre.sets.foliage import limb
from tools.theatre.sets.glaze import SNOW
from tools.theatre.texture import facets, ridge


@dataclass(frozen=True, slots=True)
class Relief:
    """How a slope is broken up; lengths in world units.

    Attributes:
        rough: size of the paper facets; 0 leaves the slope smooth.
        rim: strength of the lit crest.
        snow: how far below the crest snow lies.
        strata: height of the bands of a layered cliff; 0 for none.
    """

    rough: float = 0.0
    rim: float = 0.5
    snow: float = 0.0
    strata: float = 0.0


SMOOTH = Relief()


def terrain(
    canvas: Canvas,
    crest: Plate,
    tone: Colour,
    rig: Rig,
    seed: int,
    relief: Relief = SMOOTH,
) -> None:
    """Fill everything below a crest line (world y per column).

    Args:
        canvas: where to paint.
        crest: world y of the ground line in each column.
        tone: of the stone or the grass.
        rig: the light of the place; its rim is the lit crest.
        seed: of facets and mottling.
        relief: how the slope is broken up.
    """
    rough, snow = relief.rough, relief.snow
    depth = canvas.y - crest[None, :].astype(np.float32)
    cover = np.clip(depth * canvas.density + 0.5, 0, 1)
    shade = 0.90 + 0.34 * (canvas.noise(max(0.4, 60 / canvas.density), seed, 4) - 0.5)
    faces: Plate = np.full((1, 1), 0.5, np.float32)
    if rough > 0:
        where, size = (canvas.x0, canvas.y0), (canvas.w, canvas.h)
        faces = facets(where, canvas.density, size, rough, seed + 3)
        broad = facets(where, canvas.density, size, rough * 2.3, seed + 4)
        shade = shade + 0.62 * (faces - 0.48) + 0.34 * (broad - 0.5)
    if relief.strata > 0:
        waver = canvas.noise(7 * relief.strata, seed + 5, 3)
        band = np.sin((canvas.y / relief.strata + 2.4 * waver) * 2 * np.pi)
        shade = shade * (1 + 0.13 * np.tanh(2.5 * band))
    lit = np.gradient(crest).astype(np.float32) * canvas.density
    side = np.clip(-np.sign(rig.air.sun[0] or 1.0) * lit, -1, 1)[None, :]
    shade = shade + 0.16 * side * np.exp(-np.clip(depth, 0, None) / max(0.5, 3 * rough))
    fall = 1 - 0.34 * np.clip(depth / (8 * max(rough, 0.3)), 0, 1)
    paint = np.asarray(tone, np.float32) * (shade * fall)[..., None]
    if snow > 0:
        _snow_line(paint, depth, faces, snow, canvas, seed)
    # A lit crest: light from behind catches the cut edge of the paper and bleeds a little inward.
    inside = np.clip(depth, 0, None)
    line = np.exp(-inside * canvas.density / 2.4) + 0.30 * np.exp(-inside / (0.25 + 0.6 * rough))
    edge = np.clip(line * relief.rim, 0, 1)
    paint += (np.asarray(rig.air.rim, np.float32) * 0.62 - paint * 0.25) * edge[..., None]
    canvas.rgb += (paint - canvas.rgb) * cover[..., None]
    canvas.alpha[:] = np.maximum(canvas.alpha, (cover * 255).astype(np.uint8))


def _snow_line(
    paint: Plate, depth: Plate, faces: Plate, snow: float, canvas: Canvas, seed: int
) -> None:
    """Snow on the upper faces, in tongues down the gullies."""
    tongue = canvas.noise(1.6 * snow, seed + 9, 4, 0.45)
    lies = np.clip((snow * (0.35 + 1.5 * tongue) - depth) / (0.10 * snow), 0, 1)
    lies = lies * np.clip(0.55 + 1.1 * (faces - 0.25), 0.0, 1)
    white = np.asarray(SNOW, np.float32) * (0.80 + 0.26 * faces)[..., None]
    white = white * np.where(faces[..., None] < 0.45, np.array((1.0, 0.93, 0.86), np.float32), 1)
    paint += (white - paint) * lies[..., None].astype(np.float32)


def crest(
    canvas: Canvas, base: float, height: float, cell: float, seed: int, octaves: int = 4
) -> Plate:
    """A hill line: world y of each column, about base - height .. base."""
    return np.asarray(base - height * (0.5 + 0.5 * ridge(canvas.x[0], cell, seed, octaves, 0.45)))


def peaks(canvas: Canvas, base: float, height: float, cell: float, seed: int) -> Plate:
    """A line of sharp summits: world y of each column, about base - height .. base."""
    x = canvas.x[0].astype(np.float64)
    line = np.zeros_like(x)
    for k in range(int(np.floor(x[0] / cell)) - 2, int(np.ceil(x[-1] / cell)) + 3):
        rng = chance(seed * 61 + k)
        top = height * float(rng.uniform(0.35, 1.0))
        at, steep = (k + float(rng.uniform(-0.3, 0.3))) * cell, float(rng.uniform(0.75, 1.3))
        line = np.maximum(line, top - np.abs(x - at) * steep * height / (0.95 * cell))
    rough = 0.055 * height * ridge(x, 0.35 * cell, seed + 3, 5, 0.55)
    return np.asarray(base - np.maximum(line, 0.05 * height) - rough)


def cliffs(canvas: Canvas, base: float, height: float, cell: float, seed: int) -> Plate:
    """A line of flat tops with steep sides: tables of stone, world y of each column."""
    body = ridge(canvas.x[0], cell, seed, 2, 0.4)
    step = np.tanh((body + 0.10) * 5.0) + 0.55 * np.tanh((body - 0.45) * 8.0)
    return np.asarray(
        base
        - height * (0.42 + 0.36 * step)
        - 0.02 * height * ridge(canvas.x[0], 0.1 * cell, seed, 3)
    )


def grass(
    canvas: Canvas, first: float, last: float, tone: Colour, seed: int, height: float
) -> None:
    """Blades in clumps along the foot of a flat, some with seeds on them."""
    step = height * 0.26
    for k in range(int(np.floor(first / step)), int(np.ceil(last / step)) + 1):
        rng = chance(seed * 1009 + k)
        x = (k + float(rng.uniform(-0.5, 0.5))) * step
        clump = float(ridge(np.array([x]), 5 * height, seed, 2)[0])
        if clump < 0.0:
            continue
        h = height * float(rng.uniform(0.5, 1.0)) * (0.6 + 0.6 * min(1.0, clump))
        bend = float(rng.uniform(-0.55, 0.55)) * h
        blade = [(x - 0.055 * h, 0.06), (x + bend * 0.35 - 0.045 * h, -h * 0.55), (x + bend, -h)]
        blade += [(x + bend * 0.45 + 0.03 * h, -h * 0.5), (x + 0.065 * h, 0.06)]
        shade = scale(tone, float(rng.uniform(0.62, 1.25)))
        canvas.piece(np.array(blade, np.float32), shade, shadow=0.12, edge=0.4, thickness=0.006)


def stalks(
    canvas: Canvas, first: float, last: float, tone: Colour, seed: int, height: float
) -> None:
    """A stand of ripe grain: a solid mass with ears along its upper edge."""
    x = canvas.x[0]
    top = -height * (0.80 + 0.10 * ridge(x, 0.9, seed, 3))
    depth = canvas.y - top[None].astype(np.float32)
    cover = np.clip(depth * canvas.density, 0, 1)
    fibre = canvas.noise(0.06, seed, 3, 0.12)
    level = 0.62 + 0.75 * fibre - 0.35 * np.clip(depth / height, 0, 1)
    paint = np.asarray(tone, np.float32) * level[..., None].astype(np.float32)
    canvas.rgb += (paint - canvas.rgb) * cover[..., None]
    canvas.alpha[:] = np.maximum(canvas.alpha, (cover * 255).astype(np.uint8))
    step = 0.05
    for k in range(int(np.floor(first / step)), int(np.ceil(last / step)) + 1):
        rng = chance(seed * 709 + k)
        h = height * float(rng.uniform(0.80, 1.08))
        foot, bend = (k + float(rng.uniform(-0.5, 0.5))) * step, float(rng.uniform(-0.05, 0.09))
        ear = [(foot, -0.7 * h), (foot + bend - 0.012, -0.93 * h), (foot + 1.3 * bend, -h - 0.03)]
        ear += [(foot + bend + 0.013, -0.92 * h), (foot + 0.006, -0.7 * h)]
        shade = scale(tone, float(rng.uniform(0.75, 1.25)))
        canvas.piece(np.array(ear, np.float32), shade, shadow=0.15, edge=0.4, thickness=0.005)


def flowers(
    canvas: Canvas, first: float, last: float, tones: tuple[Colour, ...], seed: int, height: float
) -> None:
    """Flowers on stems in the grass."""
    step = height * 0.8
    for k in range(int(np.floor(first / step)), int(np.ceil(last / step)) + 1):
        rng = chance(seed * 367 + k)
        if rng.random() < 0.45:
            continue
        x, h = (k + float(rng.uniform(-0.5, 0.5))) * step, height * float(rng.uniform(0.6, 1.1))
        limb(canvas, [(x, 0.03), (x + 0.1 * h, -h)], 0.005, 0.004, (60.0, 110.0, 80.0))
        turn = np.linspace(0, 2 * np.pi, 11)[:-1]
        r = 0.030 * np.where(np.arange(10) % 2, 0.55, 1.0)
        star = np.stack([x + 0.1 * h + r * np.cos(turn), -h + r * np.sin(turn)], 1)
        tone = tones[int(rng.integers(len(tones)))]
        canvas.piece(star, scale(tone, float(rng.uniform(0.85, 1.1))), shadow=0.2, thickness=0.005)


def rock(
    canvas: Canvas, x: float, w: float, h: float, tone: Colour, seed: int, foot: float = 0.04
) -> None:
    """A boulder cut into paper facets: lit above, dark at its foot."""
    rng = chance(seed)
    turn = np.linspace(np.pi * 1.02, np.pi * 1.98, 9)
    reach = rng.uniform(0.80, 1.10, 9)
    top = np.stack([x + w * reach * np.cos(turn), foot + h * reach * np.sin(turn)], 1)
    outline = np.concatenate([top, [(x + 1.02 * w, foot), (x - 1.02 * w, foot)]])
    canvas.piece(outline, scale(tone, 0.78), shadow=0.5, edge=0.3, grade=0.12, thickness=0.10 * h)
    heart = np.array(
        (x + w * float(rng.uniform(-0.25, 0.25)), foot - h * float(rng.uniform(0.4, 0.6)))
    )
    inner = [heart + (point - heart) * float(rng.uniform(0.25, 0.5)) for point in top]
    for k in range(len(top) - 1):
        face = np.array([top[k], top[k + 1], inner[k + 1], inner[k]], np.float32)
        lit = 1.18 - 0.34 * k / 7 + float(rng.uniform(-0.13, 0.13))
        canvas.piece(face, scale(tone, lit), shadow=0.0, edge=0.14, thickness=0.02 * h)
    low = [inner[0], *inner[2:7:2], inner[8], (x + 0.6 * w, foot), (x - 0.5 * w, foot)]
    canvas.piece(np.array(low, np.float32), scale(tone, 0.88), shadow=0.1, edge=0.2, grade=0.15)


def row_of_rocks(
    canvas: Canvas,
    step: float,
    share: float,
    size: tuple[float, float],
    tone: Colour,
    seed: int,
    clear: float = 0.0,
) -> None:
    """Boulders along a flat, with the middle left `clear` (half-width, world units)."""
    first, last = canvas.x0, canvas.x0 + canvas.w / canvas.density
    for k in range(int(np.floor(first / step)) - 1, int(np.ceil(last / step)) + 2):
        rng = chance(seed * 91 + k)
        x, w = (k + float(rng.uniform(-0.4, 0.4))) * step, float(rng.uniform(*size))
        if abs(x) < clear + w or rng.random() > share:
            continue
        shade = mix(tone, scale(tone, 0.8), float(rng.random()))
        rock(canvas, x, w, w * float(rng.uniform(0.5, 0.95)), shade, seed + 13 * k)
