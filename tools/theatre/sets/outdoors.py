"""Trees, rocks, hills and grass: what grows or lies outside. World measures; knows no place."""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import (
    Colour,
    Plate,
    chance,
    colour,
    scale,
    spline,
    tapered,
)
from tools.theatre.light import Rig
from tools.theatre.texture import facets, ridge

BARK = colour("#5a4536")


def air_between(rig: Rig, z: float, camera: float = 3.0) -> float:
    """Share of fog between the camera (about `camera` in front of the actors) and depth z."""
    return float(1 - np.exp(-rig.air.density * (z + camera)))


def finish(canvas: Canvas, rig: Rig, z: float, seed: int, reach: float = 1.5) -> None:
    """Paper grain, light and air on everything laid so far."""
    canvas.paper(seed)
    canvas.lit(rig.field(canvas.x, canvas.y, z))
    canvas.fog(rig.air.fog, air_between(rig, z), 0.0, reach)


def terrain(
    canvas: Canvas,
    crest: Plate,
    tone: Colour,
    rig: Rig,
    seed: int,
    *,
    rough: float = 0.0,
    rim: float = 0.5,
) -> None:
    """Fill everything below a crest line (world y per column).

    `rough` adds paper facets of that size.
    """
    depth = canvas.y - crest[None, :].astype(np.float32)
    cover = np.clip(depth * canvas.density + 0.5, 0, 1)
    shade = 0.86 + 0.30 * (canvas.noise(max(0.4, 60 / canvas.density), seed, 4) - 0.5)
    if rough > 0:
        where, size = (canvas.x0, canvas.y0), (canvas.w, canvas.h)
        shade = shade + 0.55 * (facets(where, canvas.density, size, rough, seed + 3) - 0.45)
        shade = shade + 0.30 * (facets(where, canvas.density, size, rough * 2.3, seed + 4) - 0.5)
    fall = 1 - 0.30 * np.clip(depth / (8 * max(rough, 0.3)), 0, 1)
    paint = np.asarray(tone, np.float32) * (shade * fall)[..., None]
    # A lit crest: light from behind catches the cut edge of the paper.
    edge = np.exp(-np.clip(depth, 0, None) * canvas.density / 2.6) * rim
    paint += (np.asarray(rig.air.rim, np.float32) * 0.55 - paint * 0.2) * edge[..., None]
    canvas.rgb += (paint - canvas.rgb) * cover[..., None]
    canvas.alpha[:] = np.maximum(canvas.alpha, (cover * 255).astype(np.uint8))


def crest(
    canvas: Canvas, base: float, height: float, cell: float, seed: int, octaves: int = 4
) -> Plate:
    """A hill line: world y of each column, about base - height .. base."""
    return np.asarray(base - height * (0.5 + 0.5 * ridge(canvas.x[0], cell, seed, octaves, 0.45)))


def leafy_tree(
    canvas: Canvas, x: float, height: float, tone: Colour, seed: int, foot: float = 0.0
) -> None:
    """A round tree: a trunk and a crown of overlapping paper leaves."""
    rng = chance(seed)
    top = foot - height
    fork = foot - height * 0.42
    lean = float(rng.uniform(-0.05, 0.05)) * height
    canvas.piece(tapered((x, foot + 0.02), (x + lean, fork), 0.045 * height, 0.026 * height), BARK)
    for side in (-1, 1):
        tip = (x + lean + side * 0.2 * height, fork - 0.2 * height)
        canvas.piece(tapered((x + lean, fork), tip, 0.022 * height, 0.010 * height), BARK)
    spots = [(float(rng.uniform(-1, 1)), float(rng.uniform(0, 1))) for _ in range(34)]
    # Deep leaves first, then those that catch the light; a little disorder keeps it from stacking.
    spots.sort(key=lambda spot: spot[1] * 0.5 + float(rng.uniform(0, 0.6)))
    for k, (across, up) in enumerate(spots):
        r = height * float(rng.uniform(0.075, 0.125))
        wide = np.sqrt(max(0.05, 1 - (1.5 * up - 0.62) ** 2))
        cx = x + lean + across * height * 0.29 * float(wide)
        cy = fork + 0.04 * height + (top + r - fork) * up
        shade = 0.66 + 0.22 * up + 0.16 * k / len(spots) + 0.05 * (k % 3)
        blob = _leafy(cx, cy, r, rng)
        canvas.piece(blob, scale(tone, shade), shadow=0.26, edge=0.22, thickness=0.016 * height)


def _leafy(x: float, y: float, r: float, rng: np.random.Generator) -> Plate:
    turn = np.linspace(0, 2 * np.pi, 16, endpoint=False) + float(rng.uniform(0, 1))
    reach = r * rng.uniform(0.92, 1.10, 16) * np.where(np.arange(16) % 2, 1.14, 0.90)
    return spline(np.stack([x + reach * np.cos(turn), y + 0.82 * reach * np.sin(turn)], 1), steps=4)


def pine(
    canvas: Canvas, x: float, height: float, tone: Colour, seed: int, foot: float = 0.0
) -> None:
    """A pine of stacked paper skirts."""
    rng = chance(seed)
    canvas.piece(
        tapered((x, foot + 0.02), (x, foot - height * 0.3), 0.028 * height, 0.02 * height), BARK
    )
    tiers = 5
    for k in range(tiers):
        low = foot - height * (0.14 + 0.17 * k)
        high = min(low - height * 0.30, foot - height * 0.42)
        w = height * 0.25 * (1 - k / (tiers + 0.6)) * float(rng.uniform(0.9, 1.1))
        teeth = 7
        hem = [
            (x - w + 2 * w * i / teeth, low + (0.03 * height if i % 2 else -0.012 * height))
            for i in range(teeth + 1)
        ]
        skirt = np.array([*hem, (x + 0.01 * height, high), (x - 0.01 * height, high)], np.float32)
        canvas.piece(skirt, scale(tone, 0.78 + 0.07 * k), edge=0.35, thickness=0.014 * height)


def bare_tree(
    canvas: Canvas, x: float, height: float, tone: Colour, seed: int, foot: float = 0.0
) -> None:
    """A leafless tree."""
    rng = chance(seed)

    def branch(
        at: tuple[float, float], angle: float, length: float, width: float, left: int
    ) -> None:
        tip = (at[0] + length * np.sin(angle), at[1] - length * np.cos(angle))
        canvas.piece(tapered(at, tip, width, width * 0.62), tone, shadow=0.1, thickness=0.006)
        for _ in range(2 if left else 0):
            bend = angle + float(rng.uniform(-0.75, 0.75))
            branch(tip, bend, length * float(rng.uniform(0.6, 0.8)), width * 0.6, left - 1)

    branch((x, foot + 0.02), float(rng.uniform(-0.1, 0.1)), height * 0.36, 0.035 * height, 4)


def grass(
    canvas: Canvas, first: float, last: float, tone: Colour, seed: int, height: float
) -> None:
    """Blades and stalks along the foot of a flat."""
    step = height * 0.42
    for k in range(int(np.floor(first / step)), int(np.ceil(last / step)) + 1):
        rng = chance(seed * 1009 + k)
        x, h = (
            k * step + float(rng.uniform(-0.5, 0.5)) * step,
            height * float(rng.uniform(0.45, 1.1)),
        )
        # Grass grows in clumps; an even row looks like a comb.
        if float(ridge(np.array([x]), 6 * height, seed, 2)[0]) < -0.05:
            continue
        bend = float(rng.uniform(-0.5, 0.5)) * h
        blade = np.array(
            [
                (x - 0.10 * h, 0.06),
                (x + bend * 0.4 - 0.03 * h, -h * 0.6),
                (x + bend, -h),
                (x + bend * 0.45 + 0.05 * h, -h * 0.55),
                (x + 0.10 * h, 0.06),
            ],
            np.float32,
        )
        canvas.piece(
            blade, scale(tone, float(rng.uniform(0.7, 1.15))), shadow=0.15, thickness=0.008
        )


def rock(
    canvas: Canvas, x: float, w: float, h: float, tone: Colour, seed: int, foot: float = 0.04
) -> None:
    """A boulder of a few paper facets."""
    rng = chance(seed)
    turn = np.linspace(np.pi, 2 * np.pi, 7)
    reach = rng.uniform(0.78, 1.08, 7)
    top = np.stack([x + w * reach * np.cos(turn), foot + h * reach * np.sin(turn)], 1)
    canvas.piece(
        np.concatenate([top, [(x + w, foot), (x - w, foot)]]), tone, edge=0.35, thickness=0.02
    )
    inner = top[2:5] * 0.6 + np.array((x, foot - h * 0.45)) * 0.4
    face = np.concatenate([top[2:5], inner[::-1]])
    canvas.piece(face, scale(tone, 1.18), shadow=0.1, edge=0.1, thickness=0.008)
