"""What stands and hangs in corridors, stations, halls and control rooms, cut from paper.

World measures; knows no room and no light.
"""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import (
    Colour,
    chance,
    colour,
    ellipse,
    mix,
    rectangle,
    scale,
    spline,
    tapered,
)
from tools.theatre.sets.decor import BRIGHT
from tools.theatre.sets.furniture import plant, screen

RED = colour("#c0392f")


def exit_sign(canvas: Canvas, x: float, y: float) -> None:
    """A lit green sign over a door."""
    canvas.shine(rectangle(x - 0.17, y - 0.06, x + 0.17, y + 0.06), colour("#1f9a5c"), 0.95)
    for k in range(4):
        a = x - 0.12 + 0.065 * k
        canvas.shine(rectangle(a, y - 0.032, a + 0.038, y + 0.032), colour("#d9ffe6"), 0.9)


def sconce(canvas: Canvas, x: float, y: float) -> None:
    """A wall lamp with a half shade."""
    canvas.piece(rectangle(x - 0.02, y, x + 0.02, y + 0.12), colour("#c9a04e"), edge=0.6)
    cup = [
        (x - 0.075, y - 0.11),
        (x + 0.075, y - 0.11),
        (x + 0.045, y + 0.02),
        (x - 0.045, y + 0.02),
    ]
    canvas.shine(np.array(cup, np.float32), colour("#ffd590"), 0.95)
    fan = [(x - 0.05, y - 0.11), (x + 0.05, y - 0.11), (x + 0.2, y - 0.5), (x - 0.2, y - 0.5)]
    canvas.shine(np.array(fan, np.float32), colour("#ffcf8a"), 0.16)


def torch(canvas: Canvas, x: float, y: float) -> None:
    """A torch in an iron ring."""
    canvas.piece(tapered((x, y + 0.26), (x, y), 0.018, 0.032), colour("#4a3222"), edge=0.4)
    for size, tone in ((1.0, "#e8641e"), (0.66, "#ffb03a"), (0.36, "#fff0b0")):
        flame = [(-0.06, 0.0), (-0.05, -0.1), (0.01, -0.24), (0.055, -0.09), (0.06, 0.0)]
        outline = [(x + dx * size, y + dy * size) for dx, dy in flame]
        canvas.shine(spline(outline, steps=5), colour(tone), 0.9)


def lockers(canvas: Canvas, x0: float, x1: float, tone: Colour) -> None:
    """School lockers."""
    count = max(2, round((x1 - x0) / 0.2))
    w = (x1 - x0) / count
    for k in range(count):
        a = x0 + w * k
        shade = scale(tone, 0.88 + 0.16 * ((k * 7) % 3) / 2)
        canvas.piece(
            rectangle(a + 0.006, -1.14, a + w - 0.006, -0.04), shade, shadow=0.45, edge=0.4
        )
        for j in range(3):
            slot = rectangle(a + 0.05, -1.06 + 0.04 * j, a + w - 0.05, -1.045 + 0.04 * j)
            canvas.piece(slot, scale(tone, 0.4), shadow=0, edge=0)
        canvas.piece(
            rectangle(a + w - 0.05, -0.62, a + w - 0.03, -0.55), colour("#d9dcdc"), edge=0.6
        )


def notices(canvas: Canvas, x: float, y: float, seed: int) -> None:
    """A cork board with sheets."""
    canvas.piece(rectangle(x - 0.34, y - 0.26, x + 0.34, y + 0.26), colour("#7a5436"), shadow=0.5)
    canvas.piece(rectangle(x - 0.31, y - 0.23, x + 0.31, y + 0.23), colour("#c0935a"), shadow=0.1)
    rng = chance(seed)
    for k in range(7):
        a, b = x - 0.26 + 0.14 * (k % 4), y - 0.19 + 0.21 * (k // 4) + float(rng.uniform(0, 0.03))
        tone = mix(BRIGHT[int(rng.integers(len(BRIGHT)))], colour("#f6f0e0"), 0.65)
        canvas.piece(rectangle(a, b, a + 0.11, b + 0.15), tone, shadow=0.4, thickness=0.006)
        canvas.piece(ellipse(a + 0.055, b + 0.014, 0.011, 0.011, 10), RED, edge=0.5)


def radiator(canvas: Canvas, x0: float, x1: float) -> None:
    """A ribbed radiator."""
    tone, count = colour("#e2ddd0"), max(3, round((x1 - x0) / 0.06))
    for k in range(count):
        a = x0 + (x1 - x0) * k / count
        rib = rectangle(a, -0.44, a + (x1 - x0) / count * 0.72, -0.08)
        canvas.piece(spline(rib, steps=3), tone, shadow=0.5, edge=0.5, thickness=0.012)
    canvas.piece(rectangle(x0 - 0.04, -0.40, x1 + 0.02, -0.375), scale(tone, 0.9), edge=0.4)


def extinguisher(canvas: Canvas, x: float, y: float) -> None:
    """A red fire extinguisher under its sign."""
    canvas.piece(rectangle(x - 0.09, y - 0.42, x + 0.09, y - 0.24), RED, shadow=0.3)
    canvas.piece(ellipse(x, y - 0.33, 0.045, 0.05, 16), colour("#f6f0e0"), shadow=0)
    body = [(x - 0.06, y + 0.22), (x - 0.062, y - 0.06), (x - 0.025, y - 0.12), (x + 0.025,
            y - 0.12), (x + 0.062, y - 0.06), (x + 0.06, y + 0.22)]  # fmt: skip
    canvas.piece(spline(body, steps=4), RED, shadow=0.5, edge=0.6)
    canvas.piece(rectangle(x - 0.055, y, x + 0.055, y + 0.1), colour("#f0e6d2"), shadow=0.05)


def pipes(canvas: Canvas, top: float, far: float, tone: Colour) -> None:
    """Pipes that run along under the ceiling, with clamps and a valve."""
    x0 = canvas.x0 - 0.1
    for k, (y, r) in enumerate(((0.16, 0.05), (0.30, 0.034), (0.40, 0.022))):
        shade = mix(tone, BRIGHT[(k * 4) % len(BRIGHT)], 0.25)
        canvas.piece(rectangle(x0, top + y - r, far, top + y + r), shade, shadow=0.6, edge=0.6,
                     thickness=0.02)  # fmt: skip
    for k in range(8):
        z = -0.8 + 1.0 * k
        canvas.piece(rectangle(z - 0.03, top + 0.09, z + 0.03, top + 0.44), scale(tone, 0.7),
                     shadow=0.4, edge=0.5)  # fmt: skip
    canvas.piece(ellipse(1.6, top + 0.30, 0.085, 0.085, 24), RED, shadow=0.5, edge=0.6)
    canvas.piece(ellipse(1.6, top + 0.30, 0.05, 0.05, 20), scale(tone, 0.5), shadow=0)


def arch(canvas: Canvas, x: float, w: float, top: float, tone: Colour) -> None:
    """A blind arch with a tall dim window in it."""
    spring = top + 0.35 + w / 2
    outer = np.concatenate([ellipse(x, spring, w / 2, w / 2, 40)[20:], [(x + w / 2, -0.5),
                            (x - w / 2, -0.5)]]).astype(np.float32)  # fmt: skip
    canvas.piece(outer, scale(tone, 0.66), shadow=0.1, light=(0.5, 0.8), thickness=0.03)
    inner = np.concatenate([ellipse(x, spring, w * 0.3, w * 0.3, 30)[15:], [(x + w * 0.3, -0.9),
                            (x - w * 0.3, -0.9)]]).astype(np.float32)  # fmt: skip
    canvas.shine(inner, colour("#5f84b4"), 0.55)
    for k in (-0.15, 0.0, 0.15):
        canvas.shine(rectangle(x + k * w - 0.012, spring - w * 0.28, x + k * w + 0.012, -0.9),
                     scale(tone, 0.3), 0.9)  # fmt: skip
    for k in range(4):
        y = spring + (-0.9 - spring) * k / 4
        canvas.shine(rectangle(x - w * 0.3, y, x + w * 0.3, y + 0.02), scale(tone, 0.3), 0.9)


def pilaster(canvas: Canvas, x: float, top: float, tone: Colour) -> None:
    """A half column with base and capital."""
    pale = mix(tone, colour("#efe6d4"), 0.35)
    canvas.piece(rectangle(x - 0.11, top + 0.1, x + 0.11, 0.0), pale, shadow=0.6, edge=0.5,
                 thickness=0.04)  # fmt: skip
    for k in (-0.05, 0.0, 0.05):
        canvas.piece(rectangle(x + k - 0.008, top + 0.3, x + k + 0.008, -0.2), scale(pale, 0.82),
                     shadow=0)  # fmt: skip
    for y0, y1, w in ((top + 0.1, top + 0.22, 0.17), (-0.14, 0.0, 0.17)):
        canvas.piece(rectangle(x - w, y0, x + w, y1), scale(pale, 1.06), shadow=0.5, edge=0.5)


def banner(canvas: Canvas, x: float, y: float, w: float, h: float, seed: int) -> None:
    """A long cloth banner with a device."""
    tone = BRIGHT[seed % len(BRIGHT)]
    cloth = [
        (x - w / 2, y),
        (x + w / 2, y),
        (x + w / 2, y + h),
        (x, y + h - 0.16),
        (x - w / 2, y + h),
    ]
    canvas.piece(np.array(cloth, np.float32), tone, shadow=0.5, grade=0.14, thickness=0.03)
    canvas.piece(ellipse(x, y + h * 0.4, w * 0.26, w * 0.26, 6), colour("#e0b95a"), shadow=0.3)


def departures(canvas: Canvas, x: float, y: float, w: float, h: float, seed: int) -> None:
    """A departures board with rows of amber letters."""
    y -= h
    canvas.piece(rectangle(x - w / 2 - 0.04, y - 0.04, x + w / 2 + 0.04, y + h + 0.04),
                 colour("#23262b"), shadow=0.6, edge=0.5)  # fmt: skip
    rng = chance(seed)
    for row in range(6):
        at = y + 0.02 + row * h / 6
        for a, long in ((-0.46, 0.09), (-0.33, float(rng.uniform(0.2, 0.42))), (0.34, 0.1)):
            bar = rectangle(x + a * w, at, x + (a + long) * w, at + h / 11)
            canvas.shine(bar, colour("#ffb64a" if row != seed % 6 else "#ff6a4a"), 0.9)


def bench(canvas: Canvas, x: float, wood: Colour) -> None:
    """A slatted bench with iron ends."""
    iron = colour("#33363a")
    for y in (-0.50, -0.43, -0.36, -0.235):
        canvas.piece(rectangle(x - 0.56, y - 0.024, x + 0.56, y + 0.024), scale(wood, 1.1),
                     shadow=0.5, edge=0.5, thickness=0.014)  # fmt: skip
    for leg in (x - 0.5, x + 0.5):
        canvas.piece(rectangle(leg - 0.022, -0.54, leg + 0.022, 0.01), iron, edge=0.5, shadow=0.4)
        canvas.piece(rectangle(leg - 0.03, -0.33, leg + 0.03, -0.30), iron, edge=0.5)


def luggage(canvas: Canvas, x: float, seed: int) -> None:
    """A heap of suitcases."""
    y = 0.0
    for k, (w, h) in enumerate(((0.34, 0.24), (0.30, 0.2), (0.22, 0.15))):
        tone = (colour("#8a5634"), colour("#35507a"), colour("#7a2f34"))[(k + seed) % 3]
        canvas.piece(rectangle(x - w, y - h, x + w, y), tone, shadow=0.5, edge=0.45, grade=0.1)
        for a in (-0.6, 0.6):
            strap = rectangle(x + a * w - 0.02, y - h, x + a * w + 0.02, y)
            canvas.piece(strap, scale(tone, 0.6), shadow=0.3)
        canvas.piece(
            rectangle(x - 0.05, y - h - 0.025, x + 0.05, y - h), scale(tone, 0.5), edge=0.5
        )
        y -= h


def console_table(canvas: Canvas, x: float, wood: Colour, seed: int) -> None:
    """A narrow table with a plant, against the wall."""
    canvas.piece(
        rectangle(x - 0.17, -0.44, x + 0.17, -0.40), scale(wood, 1.1), edge=0.5, shadow=0.4
    )
    for leg in (x - 0.14, x + 0.14):
        canvas.piece(rectangle(leg - 0.014, -0.40, leg + 0.014, 0.0), wood, edge=0.4)
    plant(canvas, x, -0.44, 0.34, seed)


def screen_wall(canvas: Canvas, tone: Colour, tones: tuple[Colour, ...], seed: int) -> None:
    """A wall of monitors, one of them large."""
    canvas.piece(rectangle(-1.95, -1.52, 1.95, -0.56), colour("#20262c"), shadow=0.6, edge=0.4)
    big = seed % 3 - 1
    screen(canvas, 1.25 * big, -1.04, 1.06, 0.74, tone, seed)
    for row in range(2):
        for k in range(6):
            x = -1.58 + 0.632 * k
            if abs(x - 1.25 * big) < 0.75:
                continue
            shade = mix(tone, tones[(k + row) % len(tones)], 0.5)
            screen(canvas, x, -1.25 + 0.42 * row, 0.52, 0.32, shade, seed + 10 * row + k,
                   on=(k + 3 * row + seed) % 7 != 0)  # fmt: skip


def console(
    canvas: Canvas, x: float, wall: Colour, tone: Colour, tones: tuple[Colour, ...], seed: int
) -> None:
    """A control desk: slanting panel, two screens, rows of lights."""
    metal = scale(mix(wall, colour("#74848f"), 0.5), 1.15)
    body = [(x - 0.62, -0.40), (x + 0.62, -0.40), (x + 0.55, 0.02), (x - 0.55, 0.02)]
    canvas.piece(np.array(body, np.float32), scale(metal, 0.8), grade=0.15, thickness=0.02)
    for k in (-1, 0, 1):
        canvas.piece(rectangle(x + 0.36 * k - 0.15, -0.34, x + 0.36 * k + 0.15, -0.06), metal,
                     shadow=0.3, edge=0.4)  # fmt: skip
    desk = [(x - 0.68, -0.40), (x + 0.68, -0.40), (x + 0.62, -0.52), (x - 0.62, -0.52)]
    canvas.piece(np.array(desk, np.float32), scale(metal, 1.2), thickness=0.012, edge=0.5)
    screen(canvas, x - 0.28, -0.66, 0.40, 0.25, tone, seed)
    screen(canvas, x + 0.24, -0.65, 0.36, 0.22, tones[seed % len(tones)], seed + 1)
    rng = chance(seed)
    for k in range(26):
        light = (colour("#ff5a48"), colour("#6fe08a"), colour("#ffd05a"))[int(rng.integers(3))]
        at = (x - 0.55 + 0.086 * (k % 13), -0.485 + 0.04 * (k // 13))
        canvas.shine(ellipse(*at, 0.014, 0.010, 12), light, 0.95)
