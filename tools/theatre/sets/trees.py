"""Trees in paper: limbs, boughs and leaf masses of oak, fir, birch, poplar, palm and bush.

World measures; knows no place and no weather but snow, which is a tone.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import (
    Colour,
    Point,
    chance,
    colour,
    ellipse,
    mix,
    scale,
    spline,
)
from tools.theatre.sets.foliage import BARK, leaf_mass, limb, snow_in

BIRCH = colour("#d8d2c4")

Tree = Callable[[Canvas, float, float, Colour, int, float], None]


def oak(
    canvas: Canvas, x: float, height: float, tone: Colour, seed: int, foot: float = 0.0
) -> None:
    """A broad tree: a forked trunk, boughs, and a crown of leaf masses with sky between."""
    rng = chance(seed)
    lean = float(rng.uniform(-0.07, 0.07)) * height
    fork = (x + lean, foot - height * float(rng.uniform(0.30, 0.38)))
    w = 0.036 * height * float(rng.uniform(0.85, 1.25))
    root = [
        (x - 2.0 * w, foot + 0.02),
        (x - 0.7 * w, foot - 2.2 * w),
        (x + 0.7 * w, foot - 2.2 * w),
    ]
    canvas.piece(spline([*root, (x + 2.1 * w, foot + 0.03)], steps=4), BARK, edge=0.3)
    limb(
        canvas,
        [(x, foot + 0.02), (x + 0.3 * lean, foot - 0.16 * height), fork],
        w,
        0.72 * w,
        BARK,
        seed,
    )
    lobes: list[tuple[float, float, float]] = []
    for k, angle in enumerate(np.linspace(-0.95, 0.95, 5) + rng.uniform(-0.14, 0.14, 5)):
        reach = height * float(rng.uniform(0.30, 0.42)) * (1 - 0.22 * abs(float(angle)))
        tip = (fork[0] + reach * float(np.sin(angle)), fork[1] - reach * float(np.cos(angle)))
        bend = (
            (fork[0] + tip[0]) / 2 + 0.05 * height * float(np.sin(angle)),
            (fork[1] + tip[1]) / 2,
        )
        limb(canvas, [fork, bend, tip], 0.5 * w, 0.16 * w, BARK, seed + k)
        for _ in range(6):
            spot = rng.normal(0, 0.095 * height, 2)
            r = height * float(rng.uniform(0.07, 0.13))
            lobes.append((tip[0] + float(spot[0]), tip[1] + 0.7 * float(spot[1]), r))
    lobes.append((x + lean, foot - 0.80 * height, 0.16 * height))
    lobes.sort(key=lambda lobe: -lobe[1] + float(rng.uniform(-0.10, 0.10)) * height)
    tops = lobes[::-1]
    shades = [scale(tone, 0.74), scale(tone, 0.92), scale(tone, 1.10)]
    third = len(tops) // 3 + 1
    # The deep leaves first and dark, those towards us last and bright.
    order = sorted(range(len(tops)), key=lambda k: (k * 7 + seed) % len(tops))
    for layer, shade in enumerate(shades):
        picked = [tops[k] for k in order[layer * third : (layer + 1) * third]]
        leaf_mass(canvas, picked, shade, seed + layer, snow=snow_in(tone))


def fir(
    canvas: Canvas, x: float, height: float, tone: Colour, seed: int, foot: float = 0.0
) -> None:
    """A fir of drooping, ragged boughs, dark within and lit at the tips."""
    rng = chance(seed)
    limb(
        canvas,
        [(x, foot + 0.02), (x, foot - 0.5 * height)],
        0.026 * height,
        0.016 * height,
        BARK,
        seed,
    )
    tiers = int(rng.integers(8, 11))
    snow = snow_in(tone)
    for k in range(tiers):
        share = k / tiers
        low = foot - height * (0.12 + 0.80 * share**0.92)
        w = height * 0.24 * (1 - share) ** 0.82 * float(rng.uniform(0.86, 1.12)) + 0.02 * height
        top = low - height * (0.20 - 0.06 * share)
        teeth = int(9 + 6 * (1 - share))
        across = np.linspace(-1, 1, teeth * 2 + 1)
        droop = 0.055 * height * (1 - 0.6 * share) * np.abs(across) ** 1.6
        jag = (
            np.where(np.arange(len(across)) % 2, 0.034, -0.008)
            * height
            * rng.uniform(0.5, 1.3, len(across))
        )
        hem = np.stack([x + w * across, low + droop + jag * (1 - 0.5 * share)], 1)
        skirt = np.concatenate([hem, [(x + 0.012 * height, top), (x - 0.012 * height, top)]])
        shade = scale(tone, 0.66 + 0.30 * share + float(rng.uniform(-0.05, 0.05)))
        canvas.piece(skirt, shade, shadow=0.55, edge=0.55, grade=0.16, thickness=0.016 * height)
        if snow:
            cap = np.concatenate([hem * (0.92, 1) + (0.08 * x, -0.035 * height), skirt[-2:]])
            canvas.piece(
                cap, mix(tone, (246, 240, 232), snow), shadow=0.0, edge=0.15, thickness=0.01
            )


def birch(
    canvas: Canvas, x: float, height: float, tone: Colour, seed: int, foot: float = 0.0
) -> None:
    """A slim white trunk with dark scars and a light, hanging crown."""
    rng = chance(seed)
    lean = float(rng.uniform(-0.06, 0.06)) * height
    w = 0.017 * height
    path = [
        (x, foot + 0.02),
        (x + 0.2 * lean, foot - 0.45 * height),
        (x + lean, foot - 0.93 * height),
    ]
    limb(canvas, path, w, 0.35 * w, BIRCH)
    for _ in range(11):
        y = foot - height * float(rng.uniform(0.02, 0.7))
        cx = x + lean * ((foot - y) / height) ** 1.8
        mark = ellipse(cx + float(rng.uniform(-0.5, 0.5)) * w, y, 0.55 * w, 0.0055 * height, 8)
        canvas.piece(mark, colour("#3d3833"), shadow=0, edge=0)
    lobes = []
    for k in range(13):
        up = 0.42 + 0.55 * k / 12
        side = float(rng.uniform(-1, 1)) * 0.17 * height * (1.25 - up)
        tip = (x + lean * up + side, foot - up * height)
        root = (x + lean * up, foot - (up + 0.04) * height)
        limb(canvas, [root, tip], 0.004 * height, 0.002 * height, colour("#6d655c"))
        lobes.append((tip[0], tip[1], height * float(rng.uniform(0.050, 0.085))))
    leaf_mass(canvas, lobes, tone, seed, snow=snow_in(tone), ragged=0.6)


def poplar(
    canvas: Canvas, x: float, height: float, tone: Colour, seed: int, foot: float = 0.0
) -> None:
    """A tall narrow tree, a flame of leaves."""
    rng = chance(seed)
    limb(
        canvas,
        [(x, foot + 0.02), (x, foot - 0.3 * height)],
        0.022 * height,
        0.014 * height,
        BARK,
        seed,
    )
    lobes = []
    for k in range(16):
        up = 0.16 + 0.80 * k / 15
        wide = 0.085 * height * float(np.sin(np.pi * min(1.0, 0.18 + up * 0.82)) ** 0.7)
        r = max(0.045 * height, 0.9 * wide)
        lobes.append((x + float(rng.uniform(-0.5, 0.5)) * wide, foot - up * height, r))
    leaf_mass(canvas, lobes, tone, seed, snow=snow_in(tone))


def bare(
    canvas: Canvas, x: float, height: float, tone: Colour, seed: int, foot: float = 0.0
) -> None:
    """A leafless tree; `tone` is of its bark."""
    rng = chance(seed)

    def branch(at: Point, angle: float, length: float, width: float, left: int) -> None:
        middle = (at[0] + 0.55 * length * np.sin(angle), at[1] - 0.55 * length * np.cos(angle))
        bent = angle + float(rng.uniform(-0.28, 0.28))
        tip = (middle[0] + 0.5 * length * np.sin(bent), middle[1] - 0.5 * length * np.cos(bent))
        limb(
            canvas,
            [at, (float(middle[0]), float(middle[1])), (float(tip[0]), float(tip[1]))],
            width,
            0.62 * width,
            tone,
        )
        for side in (-1, 1) if left else ():
            turn = bent + side * float(rng.uniform(0.25, 0.75))
            branch(
                (float(tip[0]), float(tip[1])),
                turn,
                length * float(rng.uniform(0.6, 0.82)),
                0.6 * width,
                left - 1,
            )

    branch((x, foot + 0.02), float(rng.uniform(-0.12, 0.12)), height * 0.34, 0.030 * height, 4)


def palm(
    canvas: Canvas, x: float, height: float, tone: Colour, seed: int, foot: float = 0.0
) -> None:
    """A leaning palm with feathered fronds."""
    rng = chance(seed)
    lean = float(rng.choice((-1.0, 1.0))) * 0.16 * height
    top = (x + lean, foot - 0.86 * height)
    limb(
        canvas,
        [(x, foot + 0.02), (x + 0.25 * lean, foot - 0.45 * height), top],
        0.024 * height,
        0.013 * height,
        colour("#7a624a"),
        seed,
    )
    for k, angle in enumerate(np.linspace(-1.9, 1.9, 9) + rng.uniform(-0.12, 0.12, 9)):
        reach = 0.36 * height
        tip = (
            top[0] + reach * float(np.sin(angle)),
            top[1] - 0.5 * reach * float(np.cos(angle)) + 0.10 * height,
        )
        middle = (
            top[0] + 0.55 * reach * float(np.sin(angle)),
            top[1] - 0.62 * reach * float(np.cos(angle)) - 0.04 * height,
        )
        frond = spline(
            [
                top,
                middle,
                tip,
                ((middle[0] + tip[0]) / 2, middle[1] + 0.075 * height),
                (middle[0], middle[1] + 0.055 * height),
            ],
            steps=5,
        )
        canvas.piece(
            frond, scale(tone, 0.75 + 0.05 * ((k * 5) % 9)), edge=0.45, thickness=0.010 * height
        )


def bush(
    canvas: Canvas, x: float, height: float, tone: Colour, seed: int, foot: float = 0.0
) -> None:
    """A low mass of leaves."""
    rng = chance(seed)
    lobes = [
        (
            x + float(rng.uniform(-0.75, 0.75)) * height,
            foot - height * float(rng.uniform(0.22, 0.66)),
            height * float(rng.uniform(0.26, 0.42)),
        )
        for _ in range(8)
    ]
    lobes.sort(key=lambda lobe: lobe[1])
    leaf_mass(canvas, lobes, tone, seed, snow=snow_in(tone))


TREES: dict[str, Tree] = {
    "oak": oak,
    "fir": fir,
    "birch": birch,
    "poplar": poplar,
    "bare": bare,
    "palm": palm,
    "bush": bush,
}
"""Every kind of tree by name; all take (canvas, x, height, tone, seed, foot)."""
