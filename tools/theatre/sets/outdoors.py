"""Trees, rocks, houses, lamp posts and other things that stand outside.

World measures; knows no place.
"""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import (
    Colour,
    Plate,
    chance,
    colour,
    ellipse,
    mix,
    rectangle,
    scale,
    spline,
    tapered,
)
from tools.theatre.light import Rig
from tools.theatre.texture import facets, ridge

LIT_WINDOW = colour("#ffc66a")
DARK_WINDOW = colour("#2b3848")
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


def lamp_post(canvas: Canvas, x: float, metal: Colour, lit: bool, height: float = 1.72) -> None:
    """An iron street lamp; its light at -height + .08."""
    canvas.piece(tapered((x, 0.02), (x, -height + 0.16), 0.024, 0.014), metal, thickness=0.008)
    canvas.piece(spline(rectangle(x - 0.045, -0.14, x + 0.045, 0.02), steps=3), metal)
    canvas.piece(rectangle(x - 0.03, -height + 0.135, x + 0.03, -height + 0.16), metal)
    glass = [(x - 0.034, -height + 0.135), (x - 0.055, -height + 0.02)]
    glass += [(x + 0.055, -height + 0.02), (x + 0.034, -height + 0.135)]
    if lit:
        canvas.shine(np.array(glass, np.float32), colour("#ffe2a0"))
    else:
        canvas.piece(np.array(glass, np.float32), colour("#c3cccc"), shadow=0.1)
    roof = [(x - 0.068, -height + 0.022), (x + 0.068, -height + 0.022), (x, -height - 0.045)]
    canvas.piece(np.array(roof, np.float32), metal, thickness=0.006)


def house(
    canvas: Canvas,
    x: float,
    w: float,
    h: float,
    wall: Colour,
    roof: Colour,
    seed: int,
    lamps: float,
) -> None:
    """A small house with a pitched roof, a door and windows, some of them lit."""
    rng = chance(seed)
    canvas.piece(rectangle(x - w / 2, -h, x + w / 2, 0.04), wall, grade=0.06, thickness=0.02)
    gable = [
        (x - w * 0.58, -h + 0.02),
        (x + w * 0.58, -h + 0.02),
        (x + w * 0.36, -h * 1.5),
        (x - w * 0.36, -h * 1.5),
    ]
    canvas.piece(np.array(gable, np.float32), roof, grade=0.1, thickness=0.03)
    chimney = rectangle(x + w * 0.2, -h * 1.68, x + w * 0.3, -h * 1.4)
    canvas.piece(chimney, scale(wall, 0.8), thickness=0.01)
    canvas.piece(rectangle(x - 0.1 * w, -0.52 * h, x + 0.08 * w, 0.03), scale(roof, 0.8))
    for side in (-0.33, 0.3):
        glass = rectangle(x + side * w - 0.09 * w, -0.72 * h, x + side * w + 0.09 * w, -0.38 * h)
        pane(
            canvas,
            glass,
            bool(rng.random() < 0.75 * lamps + 0.05 and lamps > 0.2),
            scale(wall, 1.2),
        )


def pane(canvas: Canvas, glass: Plate, lit: bool, frame: Colour) -> None:
    """One window of a facade, dark or lit."""
    (x0, y0), (x1, y1) = glass.min(0).tolist(), glass.max(0).tolist()
    t = 0.05 * (x1 - x0) + 0.006
    canvas.piece(rectangle(x0 - t, y0 - t, x1 + t, y1 + t), frame, shadow=0.25, thickness=0.008)
    if lit:
        canvas.shine(glass, LIT_WINDOW)
        canvas.shine(rectangle(x0, y0, x1, y0 + 0.3 * (y1 - y0)), scale(LIT_WINDOW, 0.82), 0.7)
    else:
        canvas.piece(glass, DARK_WINDOW, shadow=0, edge=0.1, grade=0.2)
    middle = (x0 + x1) / 2
    bar = (t * 0.35, t * 0.35)
    for bars in (
        tapered((middle, y0), (middle, y1), *bar),
        tapered((x0, (y0 + y1) / 2), (x1, (y0 + y1) / 2), *bar),
    ):
        canvas.shine(bars, scale(frame, 0.45)) if lit else canvas.piece(bars, frame, shadow=0.1)


def bench(canvas: Canvas, x: float, wood: Colour) -> None:
    """A park bench from the front."""
    for leg in (x - 0.36, x + 0.36):
        canvas.piece(rectangle(leg - 0.02, -0.46, leg + 0.02, 0.01), colour("#33373b"))
    for y in (-0.47, -0.40, -0.33, -0.25):
        canvas.piece(rectangle(x - 0.45, y - 0.022, x + 0.45, y + 0.022), wood, thickness=0.008)


def well(canvas: Canvas, x: float, stone: Colour, wood: Colour) -> None:
    """A stone well with a roof and a bucket."""
    for post in (x - 0.24, x + 0.24):
        canvas.piece(tapered((post, -0.3), (post, -0.92), 0.022, 0.020), wood)
    gable = [(x - 0.38, -0.86), (x + 0.38, -0.86), (x + 0.26, -1.1), (x - 0.26, -1.1)]
    canvas.piece(np.array(gable, np.float32), scale(wood, 0.8), thickness=0.02)
    canvas.piece(tapered((x, -0.88), (x, -0.45), 0.004, 0.004), colour("#b59a6a"), shadow=0.1)
    canvas.piece(
        np.array(
            [(x - 0.06, -0.5), (x + 0.06, -0.5), (x + 0.045, -0.38), (x - 0.045, -0.38)], np.float32
        ),
        wood,
    )
    canvas.piece(rectangle(x - 0.3, -0.37, x + 0.3, 0.03), stone, grade=0.1, thickness=0.02)
    for row in range(3):
        for k in range(5):
            a = x - 0.3 + 0.12 * k + (0.06 if row % 2 else 0.0)
            brick = rectangle(
                max(a, x - 0.3) + 0.006,
                -0.34 + 0.12 * row,
                min(a + 0.11, x + 0.3),
                -0.24 + 0.12 * row,
            )
            canvas.piece(
                spline(brick, steps=3),
                scale(stone, 0.86 + 0.07 * ((k * 3 + row) % 4)),
                shadow=0.2,
                thickness=0.006,
            )


def fence(canvas: Canvas, first: float, last: float, wood: Colour, seed: int) -> None:
    """A rail fence along the flat."""
    for k in range(int(np.floor(first / 0.62)), int(np.ceil(last / 0.62)) + 1):
        x = k * 0.62
        canvas.piece(tapered((x, 0.02), (x + 0.01 * ((seed + k) % 3), -0.52), 0.024, 0.021), wood)
    for y in (-0.42, -0.22):
        canvas.piece(
            rectangle(first - 1, y - 0.018, last + 1, y + 0.018), scale(wood, 1.06), thickness=0.01
        )


def boat(
    canvas: Canvas, x: float, w: float, hull: Colour, lamps: float, water: float = 0.12
) -> None:
    """A ferry or fishing boat on the water."""
    h = w * 0.16
    cabin = scale(mix(hull, (225, 228, 230), 0.75), 1.0)
    canvas.piece(rectangle(x - w * 0.24, water - h * 2.1, x + w * 0.20, water - h * 0.85), cabin)
    canvas.piece(
        rectangle(x - w * 0.10, water - h * 2.9, x + w * 0.10, water - h * 2.05), scale(cabin, 0.95)
    )
    canvas.piece(
        rectangle(x - w * 0.20, water - h * 3.2, x - w * 0.14, water - h * 2.0), colour("#8b3f36")
    )
    canvas.piece(
        tapered((x + w * 0.28, water - h * 3.6), (x + w * 0.28, water - h), 0.006 * w, 0.009 * w),
        BARK,
    )
    sides = [
        (x - w * 0.5, water - h),
        (x + w * 0.54, water - h * 1.25),
        (x + w * 0.42, water + 0.03),
        (x - w * 0.44, water + 0.03),
    ]
    canvas.piece(np.array(sides, np.float32), hull, grade=0.12, thickness=0.03)
    canvas.piece(
        np.array(
            [
                (x - w * 0.5, water - h),
                (x + w * 0.54, water - h * 1.25),
                (x + w * 0.53, water - h * 1.08),
                (x - w * 0.49, water - h * 0.84),
            ],
            np.float32,
        ),
        cabin,
        shadow=0.1,
    )
    for k in range(5):
        glass = ellipse(x - w * 0.18 + w * 0.08 * k, water - h * 1.45, w * 0.020, w * 0.020, 16)
        canvas.shine(glass, LIT_WINDOW) if lamps > 0.3 else canvas.piece(
            glass, DARK_WINDOW, shadow=0
        )


def lighthouse(canvas: Canvas, x: float, foot: float, h: float, lit: bool) -> None:
    """A striped tower with its lantern at foot - 1.08 h."""
    w = 0.11 * h
    white, red = colour("#d8d0c6"), colour("#a8443e")
    tower = [(x - w, foot), (x - w * 0.68, foot - h), (x + w * 0.68, foot - h), (x + w, foot)]
    canvas.piece(np.array(tower, np.float32), white, thickness=0.03 * h)
    for a, b in ((0.2, 0.4), (0.6, 0.8)):
        wa, wb = w * (1 - 0.32 * a), w * (1 - 0.32 * b)
        band = [
            (x - wa, foot - h * a),
            (x - wb, foot - h * b),
            (x + wb, foot - h * b),
            (x + wa, foot - h * a),
        ]
        canvas.piece(np.array(band, np.float32), red, shadow=0, edge=0.3, thickness=0.02 * h)
    canvas.piece(
        rectangle(x - w * 0.9, foot - h * 1.02, x + w * 0.9, foot - h * 0.985), colour("#343642")
    )
    glass = rectangle(x - w * 0.5, foot - h * 1.14, x + w * 0.5, foot - h * 1.02)
    canvas.shine(glass, colour("#ffe7b0")) if lit else canvas.piece(glass, colour("#aebcc4"))
    dome = spline(
        [(x - w * 0.65, foot - h * 1.14), (x, foot - h * 1.24), (x + w * 0.65, foot - h * 1.14)]
    )
    canvas.piece(dome, colour("#343642"))
