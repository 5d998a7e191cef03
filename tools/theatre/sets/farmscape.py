"""Fields on slopes, hedges, chapels and poles: what lies far off in open country."""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import colour, scale, tapered
from tools.theatre.light import Rig
from tools.theatre.sets.country import Country
from tools.theatre.sets.setting import (
    span,
)
from tools.theatre.sets.streetware import box, glass, shape
from tools.theatre.texture import ridge


def patchwork(canvas: Canvas, line: np.ndarray, land: Country) -> None:
    """Fields on the slope in other greens and yellows, with hedges between them."""
    depth = np.clip(canvas.y - line[None].astype(np.float32), 0, None)
    across = canvas.x + 1.6 * depth
    cell = np.floor(across / 4.2 + 0.6 * np.sin(canvas.x / 9)).astype(np.int64) * 31 + np.floor(
        depth / 0.8
    ).astype(np.int64)
    pick = ((cell * 2654435761 + land.place.seed) % 97) / 97
    tone = 1 + (pick[..., None] - 0.5) * np.array((-0.30, 0.12, 0.34), np.float32)
    inside = (canvas.alpha > 0)[..., None]
    canvas.rgb *= np.where(inside, tone, 1).astype(np.float32)
    hedge = np.clip(1 - np.abs(depth % 0.8 - 0.4) / 0.05, 0, 1) * 0.35
    canvas.rgb *= (1 - hedge)[..., None].astype(np.float32)


def hedge(canvas: Canvas, land: Country) -> None:
    """A line of bushes along the far end of a field."""
    line = -0.45 - 0.30 * np.abs(ridge(canvas.x[0], 1.4, land.place.turn, 4))
    depth = canvas.y - line[None].astype(np.float32)
    cover = np.clip(depth * canvas.density, 0, 1)
    shade = (
        0.62 + 0.75 * (canvas.noise(0.5, land.place.seed, 4) - 0.35) - 0.5 * np.clip(depth, 0, 0.5)
    )
    canvas.rgb += (np.asarray(land.leaf, np.float32) * shade[..., None] - canvas.rgb) * cover[
        ..., None
    ]
    canvas.alpha[:] = np.maximum(canvas.alpha, (cover * 255).astype(np.uint8))


def chapel(canvas: Canvas, x: float, land: Country, rig: Rig) -> None:
    """A small church with a spire."""
    wall, roof, lit = colour("#cfc4b0"), colour("#5a5058"), rig.air.lamps > 0.3
    box(canvas, x - 0.5, -2.3, x + 0.5, 0.05, wall, 0.05)
    shape(canvas, [(x - 0.62, -2.25), (x, -4.9), (x + 0.62, -2.25)], roof, 0.05)
    box(canvas, x + 0.5, -1.25, x + 2.7, 0.05, scale(wall, 0.92), 0.05)
    shape(
        canvas, [(x + 0.45, -1.2), (x + 2.8, -1.2), (x + 2.5, -2.1), (x + 0.45, -2.1)], roof, 0.05
    )
    for k in range(3):
        pane = np.array(
            [
                (x + 0.85 + 0.6 * k, -0.45),
                (x + 0.85 + 0.6 * k, -0.85),
                (x + 0.97 + 0.6 * k, -1.0),
                (x + 1.09 + 0.6 * k, -0.85),
                (x + 1.09 + 0.6 * k, -0.45),
            ],
            np.float32,
        )
        glass(canvas, pane, lit)
    glass(
        canvas,
        np.array(
            [(x - 0.1, -1.7), (x, -1.95), (x + 0.1, -1.7), (x + 0.1, -1.35), (x - 0.1, -1.35)],
            np.float32,
        ),
        lit,
    )


def poles(canvas: Canvas, land: Country) -> None:
    """Telegraph poles with sagging wires along the road."""
    wood = colour("#4f4338")
    for k in places(canvas.x0 - 3, span(canvas)[1] + 3, 3.1):
        x = k * 3.1 + 0.9
        canvas.piece(tapered((x, 0.04), (x, -2.9), 0.045, 0.034), wood, edge=0.5)
        for y in (-2.7, -2.45):
            canvas.piece(tapered((x - 0.42, y), (x + 0.42, y), 0.022, 0.022), wood)
            line = np.linspace(0, 1, 11)
            for dx in (-0.36, 0.36):
                sag = y - 0.04 + 0.9 * line * (1 - line)
                for j in range(10):
                    a, b = (x + dx + 3.1 * float(line[i]) for i in (j, j + 1))
                    wire = tapered((a, float(sag[j])), (b, float(sag[j + 1])), 0.006, 0.006)
                    canvas.piece(wire, wood, shadow=0, edge=0)
