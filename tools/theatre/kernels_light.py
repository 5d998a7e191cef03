"""Inner loops of light on a drawn frame: shadows, reflections, rings, shimmer. Know no scene."""
# Kernels take flat arrays: an object would not compile.
# mypy: disable-error-code="operator"
# ruff: noqa: PLR0913, PLR0917

from __future__ import annotations

import math

import numpy as np

from tools.theatre.geometry import Plate
from tools.theatre.jit import kernel
from tools.theatre.kernels_layer import TILE_H, TILE_W, u4

BLACK, WHITE = np.zeros(3), np.full(3, 255.0)


@kernel
def _toward(
    frame: Plate,
    mask: Plate,
    x0: int,
    y0: int,
    step: int,
    share_of: Plate,
    goal: Plate,
    first: Plate,
    order: int,
) -> None:
    """Move a frame's (b, g, r) by a share of the way to a goal, by a mask `step` times smaller.

    The mask is uint8 and starts at frame pixel (x0, y0); at its full value each channel goes
    `share_of` (0..1) of the way to `goal` (0..255).
    """
    height, width = frame.shape
    h, w = mask.shape
    inv = 1.0 / (255.0 * step * step)
    for j in range(h - 1):
        top, low = max(0, y0 + j * step), min(height, y0 + (j + 1) * step)
        if low <= top:
            continue
        upper, lower = mask[j], mask[j + 1]
        for i in range(w - 1):
            corners = (upper[i] | upper[i + 1]) | (lower[i] | lower[i + 1])
            left, right = max(0, x0 + i * step), min(width, x0 + (i + 1) * step)
            if corners == 0 or right <= left:
                continue
            a0, a1 = np.float64(upper[i]), np.float64(upper[i + 1])
            b0, b1 = np.float64(lower[i]), np.float64(lower[i + 1])
            for y in range(top, low):
                v = y - y0 - j * step
                near, far = a0 * (step - v) + b0 * v, a1 * (step - v) + b1 * v
                for x in range(left, right):
                    if first[y // TILE_H, x // TILE_W] > order:
                        continue
                    u = x - x0 - i * step
                    share = (near * (step - u) + far * u) * inv
                    p = frame[y, x]
                    b, g, r = p & u4(255), (p >> u4(8)) & u4(255), (p >> u4(16)) & u4(255)
                    blue = u4(b + (goal[0] - b) * share * share_of[0])
                    green = u4(g + (goal[1] - g) * share * share_of[1])
                    red = u4(r + (goal[2] - r) * share * share_of[2])
                    frame[y, x] = u4(blue | u4(green << u4(8)) | u4(red << u4(16)))


def shade_mask(
    frame: Plate, mask: Plate, x0: int, y0: int, step: int, gain: Plate, first: Plate, order: int
) -> None:
    """Darken a frame by a soft mask drawn `step` times smaller; gain (b, g, r) at full mask, 0..1.

    The mask is uint8 and starts at frame pixel (x0, y0).
    """
    _toward(frame, mask, x0, y0, step, 1.0 - gain, BLACK, first, order)


def screen_mask(
    frame: Plate, mask: Plate, x0: int, y0: int, step: int, tone: Plate, first: Plate, order: int
) -> None:
    """Screen light of a tone (b, g, r, 0..1) onto a frame by a soft mask `step` times smaller."""
    _toward(frame, mask, x0, y0, step, tone, WHITE, first, order)


@kernel
def mirror_over(
    frame: Plate, planes: Plate, cover: Plate, bx: int, by: int, foot: int, reach: int,
    gain: Plate, first: Plate, order: int,
) -> None:  # fmt: skip
    """Mirror a puppet's planes about row `foot` onto wet ground, fading over `reach` rows.

    gain: (strength 0..1, light b, g, r, wobble in pixels, phase).
    """
    height, width = frame.shape
    h, w = cover.shape
    for y in range(max(0, foot + 1), min(height, foot + reach)):
        source = 2 * foot - y - by
        if source < 0 or source >= h:
            continue
        fade = gain[0] * (1.0 - (y - foot) / reach)
        sway = math.floor(gain[4] * math.sin(y * 0.9 + gain[5]) + 0.5)
        for x in range(max(0, bx), min(width, bx + w)):
            column = x - bx + sway
            if column < 0 or column >= w or first[y // TILE_H, x // TILE_W] > order:
                continue
            a = min(cover[source, column], np.float32(1)) * fade
            if a <= 0.01:
                continue
            p = frame[y, x]
            b = min(planes[0, source, column] * gain[1], 255.0)
            g = min(planes[1, source, column] * gain[2], 255.0)
            r = min(planes[2, source, column] * gain[3], 255.0)
            k = 1.0 - a
            blue = u4(max(0.0, b * fade + (p & u4(255)) * k))
            green = u4(max(0.0, g * fade + ((p >> u4(8)) & u4(255)) * k))
            red = u4(max(0.0, r * fade + ((p >> u4(16)) & u4(255)) * k))
            blue, green, red = min(blue, u4(255)), min(green, u4(255)), min(red, u4(255))
            frame[y, x] = u4(blue | u4(green << u4(8)) | u4(red << u4(16)))


@kernel
def draw_rings(frame: Plate, rings: Plate, tone: Plate, first: Plate, order: int) -> None:
    """Rings of drops on water or wet ground: (x, y, rx, ry, strength 0..1, thickness px) each."""
    height, width = frame.shape
    for i in range(rings.shape[0]):
        x, y, rx, ry = rings[i, 0], rings[i, 1], rings[i, 2], rings[i, 3]
        for yy in range(max(0, int(y - ry)), min(height, int(y + ry) + 2)):
            dy = (yy - y) / ry
            for xx in range(max(0, int(x - rx)), min(width, int(x + rx) + 2)):
                if first[yy // TILE_H, xx // TILE_W] > order:
                    continue
                dx = (xx - x) / rx
                if dx * dx + dy * dy > 1.0:
                    continue
                away = abs(math.sqrt(dx * dx + dy * dy) - 0.8) * ry / rings[i, 5]
                if away >= 1.0:
                    continue
                a = rings[i, 4] * (1.0 - away)
                p = np.int64(frame[yy, xx])
                b, g, r = p & 255, (p >> 8) & 255, (p >> 16) & 255
                b, g = b + int((tone[0] - b) * a), g + int((tone[1] - g) * a)
                r = r + int((tone[2] - r) * a)
                frame[yy, xx] = u4(b | (g << 8) | (r << 16))


@kernel
def shimmer(frame: Plate, row: Plate, shift: Plate) -> None:
    """Shift each row sideways by shift[y] pixels (a fraction too): hot air. `row` is scratch."""
    height, width = frame.shape
    for y in range(height):
        move = shift[y]
        if abs(move) < 0.02:
            continue
        whole = math.floor(move)
        part = u4((move - whole) * 256.0)
        keep = u4(256) - part
        line = frame[y]
        for x in range(width):
            row[x] = line[x]
        for x in range(width):
            a = row[min(max(x + whole, 0), width - 1)]
            b = row[min(max(x + whole + 1, 0), width - 1)]
            rb = u4(u4((a & u4(0xFF00FF)) * keep) + u4((b & u4(0xFF00FF)) * part)) >> u4(8)
            g = u4(u4(((a >> u4(8)) & u4(255)) * keep) + u4(((b >> u4(8)) & u4(255)) * part))
            line[x] = u4(u4(rb & u4(0xFF00FF)) | u4(g & u4(0xFF00)))
