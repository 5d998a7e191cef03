"""Trees in paper: limbs, boughs and leaf masses of oak, fir, birch, poplar, palm and bush.

World measures; knows no place and no weather but snow, which is a tone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import (
    Colour,
    Plate,
    Point,
    chance,
    colour,
    ellipse,
    mix,
    scale,
    spline,
    tapered,
)
from tools.theatre.texture import TILE, tile

BARK = colour("#5a4536")
BIRCH = colour("#d8d2c4")
LOBE_SHADE = (0.60, 0.56)
"""A leaf mass from its shaded to its lit side."""

Tree = Callable[[Canvas, float, float, Colour, int, float], None]


def limb(
    canvas: Canvas, path: Sequence[Point], wide: float, narrow: float, tone: Colour, seed: int = 0
) -> None:
    """A trunk or bough along a path that thins from half-width `wide` to `narrow`."""
    line = spline(path, closed=False, steps=5)
    turn = np.gradient(line, axis=0)
    normal = np.stack([-turn[:, 1], turn[:, 0]], 1)
    normal /= np.maximum(np.linalg.norm(normal, axis=1), 1e-6)[:, None]
    width = np.linspace(wide, narrow, len(line))[:, None]
    outline = np.concatenate([line + normal * width, (line - normal * width)[::-1]])
    canvas.piece(outline, tone, shadow=0.3, edge=0.5, thickness=max(0.006, 0.5 * wide))
    if wide * canvas.density < 6:
        return
    rng = chance(seed)
    for _ in range(int(4 + wide * canvas.density / 3)):
        k = int(rng.integers(0, len(line) - 3))
        off = float(rng.uniform(-0.75, 0.75))
        a, b = (line[i] + normal[i] * width[i] * off for i in (k, min(k + 3, len(line) - 1)))
        groove = tapered((a[0], a[1]), (b[0], b[1]), 0.05 * wide, 0.02 * wide)
        canvas.piece(groove, scale(tone, float(rng.choice((0.7, 0.8, 1.2)))), shadow=0, edge=0)


def leaf_mass(
    canvas: Canvas,
    lobes: Sequence[tuple[float, float, float]],
    tone: Colour,
    seed: int,
    *,
    snow: float = 0.0,
    ragged: float = 0.36,
) -> None:
    """Overlapping masses of leaves (x, y, radius), far to near, lit from above on the left."""
    leaves = tile(seed % 5)[:TILE, :TILE]
    for k, (x, y, r) in enumerate(lobes):
        corners = canvas.pixels([(x - 1.35 * r, y - 1.25 * r), (x + 1.35 * r, y + 1.3 * r)])
        x0, y0 = (int(max(0, c)) for c in np.floor(corners[0]))
        x1, y1 = (int(c) for c in np.minimum(np.ceil(corners[1]), (canvas.w, canvas.h)))
        if x1 <= x0 + 1 or y1 <= y0 + 1:
            continue
        u = (canvas.x[:, x0:x1] - x) / r
        v = (canvas.y[y0:y1] - y) / (0.86 * r)
        grain = _leaf_grain(leaves, (x0, y0, x1, y1), corners, r * canvas.density, seed + 37 * k)
        away = np.hypot(u, v) + ragged * (grain - 0.5)
        cover = np.clip((1 - away) * r * canvas.density / 1.4, 0, 1)
        cast = np.clip(1.30 - np.hypot(u - 0.10, v - 0.16), 0, 1) * 0.55
        lit = np.clip(0.55 - 0.42 * u - 0.62 * v, 0, 1.15)
        lit = LOBE_SHADE[0] + LOBE_SHADE[1] * lit + 0.34 * (grain - 0.5) * (0.4 + 0.6 * lit)
        paint = np.asarray(tone, np.float32) * lit[..., None].astype(np.float32)
        # The lit side of leaves turns towards yellow, the shaded one towards blue.
        paint *= 1 + np.float32(0.16) * (lit[..., None] - 0.9) * np.float32((-0.9, 0.2, 0.6))
        if snow:
            crown = np.clip(-0.5 - 1.5 * v + 1.1 * (grain - 0.5), 0, 1)[..., None] * snow
            paint += (np.float32((246, 240, 232)) - paint) * crown.astype(np.float32)
        part, alpha = canvas.rgb[y0:y1, x0:x1], canvas.alpha[y0:y1, x0:x1]
        part *= (1 - 0.42 * cast * (alpha > 0))[..., None].astype(np.float32)
        part += (paint - part) * cover[..., None].astype(np.float32)
        np.maximum(alpha, (cover * 255).astype(np.uint8), out=alpha)


def _leaf_grain(
    leaves: Plate, box: tuple[int, int, int, int], corners: Plate, r: float, seed: int
) -> Plate:
    """Leaf noise for one lobe; it scales with the lobe, so that it stays put at any density."""
    x0, y0, x1, y1 = box
    step = 95.0 / max(r, 1.0)
    shift = (seed * 137 % TILE, seed * 71 % TILE)
    matrix = np.array(
        [
            [step, 0, (x0 - corners[0][0]) * step + shift[0]],
            [0, step, (y0 - corners[0][1]) * step + shift[1]],
        ],
        np.float32,
    )
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    size = (x1 - x0, y1 - y0)
    grain = np.asarray(
        cv2.warpAffine(leaves, matrix, size, flags=flags, borderMode=cv2.BORDER_WRAP)
    )
    # Steep, so that leaves have edges instead of a bloom.
    return np.asarray(0.5 + 0.5 * np.tanh((grain - 0.5) * 9.0), np.float32)


def snow_in(tone: Colour) -> float:
    """How far a leaf's tone has been whitened by snow, 0..1: pale and grey means snowed on."""
    low, high = min(tone), max(tone)
    return float(np.clip((low - 105) / 60, 0, 1)) if high - low < 60 else 0.0


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
