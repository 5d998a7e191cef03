"""The inner loops that put cards, planes, light and specks on the packed frame. Knows no scene.

A frame is uint32 BGRX (blue in the low byte), rows x columns. Sources are premultiplied BGRA packed
the same way.
Loops are split so that table look-ups fill scratch rows and the arithmetic stays contiguous: then
it vectorises.
"""
# Kernels take flat arrays and loop by hand: an object or a closure would not compile.
# mypy: disable-error-code="operator"
# ruff: noqa: PLR0913, PLR0917, C901, RUF046, PLW3301

from __future__ import annotations

import math

import numpy as np

from tools.theatre.geometry import Plate
from tools.theatre.jit import inlined, kernel

TILE_W, TILE_H = 64, 16
CELL = 16
u4 = np.uint32
EMPTY, PART, FULL = 0, 1, 2


@inlined
def blend(p: np.uint32, q: np.uint32, f: np.uint32) -> np.uint32:
    """Mix two packed pixels, f in 0..256."""
    g = u4(256) - f
    rb = u4(u4((p & u4(0xFF00FF)) * g) + u4((q & u4(0xFF00FF)) * f) + u4(0x800080))
    ag = u4(
        u4(((p >> u4(8)) & u4(0xFF00FF)) * g) + u4(((q >> u4(8)) & u4(0xFF00FF)) * f) + u4(0x800080)
    )
    return u4(((rb >> u4(8)) & u4(0xFF00FF)) | (ag & u4(0xFF00FF00)))


@inlined
def cover(d: np.uint32, s: np.uint32) -> np.uint32:
    """Lay a premultiplied pixel over an opaque one."""
    left = u4(255) - (s >> u4(24))
    rb = u4(u4((d & u4(0xFF00FF)) * left) + u4(0x800080))
    rb = u4(u4(rb + ((rb >> u4(8)) & u4(0xFF00FF))) >> u4(8)) & u4(0xFF00FF)
    g = u4(u4(((d >> u4(8)) & u4(0xFF)) * left) + u4(0x80))
    g = u4(u4(g + u4(g >> u4(8))) >> u4(8))
    return u4(u4(s & u4(0xFFFFFF)) + rb + u4(g << u4(8)))


@kernel
def axis_table(n: int, start: float, step: float, size: int, index: Plate, share: Plate) -> None:
    """Fill source index and 0..256 share for n screen places.

    `start` in source pixels, `step` per screen pixel.
    """
    for i in range(n):
        p = min(max(start + i * step, 0.0), size - 1.0001)
        q = min(int(p), size - 2)
        index[i] = q
        share[i] = u4(round((p - q) * 256))


@kernel
def classify(
    low: Plate,
    high: Plate,
    xi: Plate,
    yi: Plate,
    box: Plate,
    height: int,
    width: int,
    classes: Plate,
) -> None:
    """Mark each screen tile empty, partly or fully covered.

    From the card's 16-pixel alpha extremes.
    """
    x0, x1, y0, y1 = box[0], box[1], box[2], box[3]
    for ty in range(classes.shape[0]):
        for tx in range(classes.shape[1]):
            xa, xb = max(x0, tx * TILE_W), min(x1, (tx + 1) * TILE_W)
            ya, yb = max(y0, ty * TILE_H), min(y1, (ty + 1) * TILE_H)
            if xb <= xa or yb <= ya:
                classes[ty, tx] = EMPTY
                continue
            whole = xa == tx * TILE_W and xb == min(width, (tx + 1) * TILE_W)
            whole = whole and ya == ty * TILE_H and yb == min(height, (ty + 1) * TILE_H)
            least, most = 255, 0
            for cy in range(yi[ya] // CELL, min((yi[yb - 1] + 1) // CELL + 1, low.shape[0])):
                for cx in range(xi[xa] // CELL, min((xi[xb - 1] + 1) // CELL + 1, low.shape[1])):
                    least = min(least, low[cy, cx])
                    most = max(most, high[cy, cx])
            classes[ty, tx] = EMPTY if most == 0 else (FULL if whole and least == 255 else PART)


@kernel
def draw_card(
    frame: Plate,
    source: Plate,
    xi: Plate,
    xf: Plate,
    yi: Plate,
    yf: Plate,
    box: Plate,
    classes: Plate,
    first: Plate,
    order: int,
    column: Plate,
    pair: Plate,
) -> None:
    """Draw an upright card through separable tables, skipping tiles that something nearer hides."""
    x0, x1, y0, y1 = box[0], box[1], box[2], box[3]
    for ty in range(classes.shape[0]):
        ya, yb = max(y0, ty * TILE_H), min(y1, (ty + 1) * TILE_H)
        tx = 0
        while tx < classes.shape[1]:
            kind = classes[ty, tx]
            if kind == EMPTY or first[ty, tx] > order:
                tx += 1
                continue
            end = tx + 1
            while end < classes.shape[1] and classes[ty, end] == kind and first[ty, end] <= order:
                end += 1
            xa, xb = max(x0, tx * TILE_W), min(x1, end * TILE_W)
            tx = end
            left = np.int64(xi[xa])
            n = np.int64(xi[xb - 1]) + 2 - left
            ii, ff = xi[xa:xb], xf[xa:xb]
            span, ga, gb = column[left : left + n], pair[0, : xb - xa], pair[1, : xb - xa]
            for y in range(ya, yb):
                upper, lower = source[yi[y], left : left + n], source[yi[y] + 1, left : left + n]
                share, out = u4(yf[y]), frame[y, xa:xb]
                for j in range(n):
                    span[j] = blend(upper[j], lower[j], share)
                for i in range(xb - xa):
                    j = ii[i]
                    ga[i] = column[j]
                    gb[i] = column[u4(j + u4(1))]
                if kind == FULL:
                    for i in range(xb - xa):
                        out[i] = blend(ga[i], gb[i], ff[i])
                else:
                    for i in range(xb - xa):
                        out[i] = cover(out[i], blend(ga[i], gb[i], ff[i]))


@kernel
def draw_plane(
    frame: Plate,
    source: Plate,
    y0: int,
    y1: int,
    row: Plate,
    start: Plate,
    step: Plate,
    first: Plate,
    order: int,
    column: Plate,
    pair: Plate,
) -> None:
    """Draw a ground plane: screen row y shows source row `row[y]`.

    From `start[y]` in steps of `step[y]` (pixels).
    """
    width, h, w = frame.shape[1], source.shape[0], source.shape[1]
    ga, gb = pair[0, :width], pair[1, :width]
    shares = pair[2, :width]
    for y in range(y0, y1):
        fr = first[y // TILE_H]
        xa, xb = 0, first.shape[1]
        while xa < xb and fr[xa] > order:
            xa += 1
        while xb > xa and fr[xb - 1] > order:
            xb -= 1
        xa, xb = xa * TILE_W, min(width, xb * TILE_W)
        if xb <= xa:
            continue
        q = min(max(row[y], 0.0), h - 1.001)
        r = min(int(q), h - 2)
        share = u4(int((q - r) * 256.0))
        a = np.int64(min(max(start[y], 0.0), w - 2.0) * 65536.0)
        b = np.int64(step[y] * 65536.0)
        limit = np.int64((w - 2) << 16)
        low = np.int64(min(max(a + b * xa, 0), limit) >> 16)
        high = np.int64(min(max(a + b * (xb - 1), 0), limit) >> 16) + 2
        upper, lower, span = source[r, low:high], source[r + 1, low:high], column[low:high]
        for j in range(high - low):
            span[j] = blend(upper[j], lower[j], share)
        out = frame[y]
        for x in range(xa, xb):
            p = min(max(a + b * x, 0), limit)
            k = u4(p >> 16)
            ga[x] = column[k]
            gb[x] = column[u4(k + u4(1))]
            shares[x] = u4((p >> 8) & 255)
        for x in range(xa, xb):
            out[x] = blend(ga[x], gb[x], shares[x])


@kernel
def screen_table(
    frame: Plate, table: Plate, place: Plate, tone: Plate, first: Plate, order: int
) -> None:
    """Screen a uint16 light table onto the frame.

    Place = (table x, table y, x0, y0, x1, y1), tone in 1/65536.
    """
    tx, ty, x0, y0, x1, y1 = place[0], place[1], place[2], place[3], place[4], place[5]
    cb, cg, cr = u4(tone[0]), u4(tone[1]), u4(tone[2])
    for y in range(y0, y1):
        fr = first[y // TILE_H]
        xx = x0
        while xx < x1:
            end = min(x1, (xx // TILE_W + 1) * TILE_W)
            if fr[xx // TILE_W] <= order:
                out, glow = frame[y, xx:end], table[ty + y - y0, tx + xx - x0 : tx + end - x0]
                for i in range(end - xx):
                    v, p = u4(glow[i]), out[i]
                    a0 = min(u4(u4(v * cb) >> u4(16)), u4(255))
                    a1 = min(u4(u4(v * cg) >> u4(16)), u4(255))
                    a2 = min(u4(u4(v * cr) >> u4(16)), u4(255))
                    b, g, r = p & u4(255), (p >> u4(8)) & u4(255), (p >> u4(16)) & u4(255)
                    b = u4(b + u4(u4(u4((u4(255) - b) * a0) + u4(128)) >> u4(8)))
                    g = u4(g + u4(u4(u4((u4(255) - g) * a1) + u4(128)) >> u4(8)))
                    r = u4(r + u4(u4(u4((u4(255) - r) * a2) + u4(128)) >> u4(8)))
                    out[i] = u4(b | u4(g << u4(8)) | u4(r << u4(16)))
            xx = end


@kernel
def shade_ellipse(
    frame: Plate, x: float, y: float, rx: float, ry: float, depth: float, first: Plate, order: int
) -> None:
    """Darken a soft ellipse (a contact shadow), `depth` 0..1 at its middle."""
    height, width = frame.shape
    for yy in range(max(0, int(y - ry)), min(height, int(y + ry) + 2)):
        dy = (yy - y) / ry
        for xx in range(max(0, int(x - rx)), min(width, int(x + rx) + 2)):
            if first[yy // TILE_H, xx // TILE_W] > order:
                continue
            dx = (xx - x) / rx
            e = 1.0 - (dx * dx + dy * dy)
            if e <= 0.0:
                continue
            k = u4(256.0 - 256.0 * depth * e * e)
            p = frame[yy, xx]
            rb = u4(u4((p & u4(0xFF00FF)) * k) >> u4(8)) & u4(0xFF00FF)
            frame[yy, xx] = u4(rb | (u4(u4((p >> u4(8)) & u4(255)) * k) & u4(0xFF00)))


@kernel
def draw_streaks(
    frame: Plate, x: Plate, y: Plate, length: Plate, look: Plate, first: Plate, order: int
) -> None:
    """Rain: slanted soft streaks; look = (slant, opacity 0..255, blue, green, red)."""
    height, width = frame.shape
    slant, alpha = look[0], look[1]
    cb, cg, cr = np.int64(look[2]), np.int64(look[3]), np.int64(look[4])
    for i in range(x.shape[0]):
        for yy in range(max(0, int(math.ceil(y[i]))), min(height, int(y[i] + length[i]) + 1)):
            t = yy - y[i]
            xf = x[i] - t * slant
            xi = int(math.floor(xf))
            e = min(min(t + 0.5, length[i] - t + 0.5), 1.0)
            for k in range(2):
                xx = xi + k
                if e <= 0.0 or xx < 0 or xx >= width or first[yy // TILE_H, xx // TILE_W] > order:
                    continue
                v = np.int64(alpha * e * ((1.0 - xf + xi) if k == 0 else xf - xi))
                p = np.int64(frame[yy, xx])
                b, g, r = p & 255, (p >> 8) & 255, (p >> 16) & 255
                b += ((255 - b) * v * cb) >> 16
                g += ((255 - g) * v * cg) >> 16
                r += ((255 - r) * v * cr) >> 16
                frame[yy, xx] = u4(b | (g << 8) | (r << 16))


@kernel
def draw_specks(
    frame: Plate, specks: Plate, tone: Plate, clip: Plate, first: Plate, order: int
) -> None:
    """Snow, motes, leaves, glints: soft ellipses.

    A speck is (x, y, rx, ry, strength 0..1), tone BGR.
    """
    cb, cg, cr = tone[0], tone[1], tone[2]
    for i in range(specks.shape[0]):
        x, y, rx, ry, strength = (
            specks[i, 0],
            specks[i, 1],
            specks[i, 2],
            specks[i, 3],
            specks[i, 4],
        )
        for yy in range(max(clip[1], int(y - ry)), min(clip[3], int(y + ry) + 2)):
            dy = (yy - y) / ry
            for xx in range(max(clip[0], int(x - rx)), min(clip[2], int(x + rx) + 2)):
                if first[yy // TILE_H, xx // TILE_W] > order:
                    continue
                dx = (xx - x) / rx
                e = 1.0 - (dx * dx + dy * dy)
                if e <= 0.0:
                    continue
                a = strength * min(e * 1.6, 1.0)
                p = np.int64(frame[yy, xx])
                b, g, r = p & 255, (p >> 8) & 255, (p >> 16) & 255
                b, g, r = b + int((cb - b) * a), g + int((cg - g) * a), r + int((cr - r) * a)
                frame[yy, xx] = u4(b | (g << 8) | (r << 16))
