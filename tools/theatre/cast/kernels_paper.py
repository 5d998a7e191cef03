"""Kernels of cut paper: shade a part, light a puppet, lay it over a frame. Know no people.

Planes are float32 and contiguous, loops run over 1-D slices with small counted ranges, and
indexed loads are kept apart from arithmetic: that is what lets LLVM use vector registers.
No fastmath, so that every machine computes the same bits.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from tools.theatre import jit

_jit: Any = jit.kernel
u4: Any = np.uint32
f4: Any = np.float32
i4: Any = np.int32


SHOULDER: Any = np.float32(168)
"""Brightness (0..255) from which lit paper rolls off towards white."""


@_jit
def _relief(  # type: ignore[no-untyped-def]  # noqa: PLR0913, PLR0917
    soft, y, m, n, kx, ky, edge, ramp, tone, glow
):
    """Write one row's shade and lit edge from the slope (Sobel) of the softened mask."""
    one = f4(1)
    dark = f4(edge * f4(1.6))
    lift = f4(edge * f4(6.0))
    a0 = soft[y - 1, m - 1 : m - 1 + n]
    a1 = soft[y - 1, m : m + n]
    a2 = soft[y - 1, m + 1 : m + 1 + n]
    b0 = soft[y, m - 1 : m - 1 + n]
    b2 = soft[y, m + 1 : m + 1 + n]
    c0 = soft[y + 1, m - 1 : m - 1 + n]
    c1 = soft[y + 1, m : m + n]
    c2 = soft[y + 1, m + 1 : m + 1 + n]
    for x in range(n):
        p0 = i4(a0[x])
        p2 = i4(a2[x])
        r0 = i4(c0[x])
        r2 = i4(c2[x])
        sx = i4(p2 - p0 + r2 - r0 + i4(2) * (i4(b2[x]) - i4(b0[x])))
        sy = i4(r0 - p0 + r2 - p2 + i4(2) * (i4(c1[x]) - i4(a1[x])))
        lit = min(max(f4(sx) * kx + f4(sy) * ky, f4(-1)), one)
        tone[x] = (one + dark * min(lit, f4(0))) * ramp
        glow[x] = max(lit, f4(0)) * lift


@_jit
def _thrown(soft, y, m, n, dx, dy, shadow, keep):  # type: ignore[no-untyped-def]
    """Darken one row of what lies beneath by the part's shadow, thrown by (dx, dy)."""
    one = f4(1)
    ix = math.floor(dx)
    iy = math.floor(dy)
    fx = f4(dx - ix)
    fy = f4(dy - iy)
    k = f4(shadow * f4(1 / 255.0))
    w00 = f4((one - fx) * (one - fy) * k)
    w01 = f4(fx * (one - fy) * k)
    w10 = f4((one - fx) * fy * k)
    w11 = f4(fx * fy * k)
    s00 = soft[y - iy, m - ix : m - ix + n]
    s01 = soft[y - iy, m - ix - 1 : m - ix - 1 + n]
    s10 = soft[y - iy - 1, m - ix : m - ix + n]
    s11 = soft[y - iy - 1, m - ix - 1 : m - ix - 1 + n]
    for x in range(n):
        top = f4(s00[x]) * w00 + f4(s01[x]) * w01
        keep[x] *= one - (top + f4(s10[x]) * w10 + f4(s11[x]) * w11)


@_jit
def _rounded(y, m, n, ball, tone, glow):  # type: ignore[no-untyped-def]
    one = f4(1)
    start = f4((f4(m) - ball[2]) * ball[0] + (f4(y) - ball[3]) * ball[1])
    for x in range(n):
        side = f4(start + f4(x) * ball[0])
        tone[x] *= one + side
        glow[x] += max(side, f4(0)) * f4(0.55)


@_jit
def shade_part(  # type: ignore[no-untyped-def]  # noqa: C901, PLR0913, PLR0917
    planes, cover, x0, y0, mask, soft, grain, gx, gy, colour, rim, shadow, dx, dy, edge, kx, ky,
    textured, grade, ball, scratch,
):  # fmt: skip
    """Lay one part over the planes: its cast shadow by (dx, dy), its paper, its lit edge.

    kx, ky: gain of the slope towards the light; grain is read from (gx, gy); ball: float32
    (rise a pixel in x, in y, middle x, middle y) of a round part's light.
    """
    h, w = mask.shape
    one = f4(1)
    inv = f4(1 / 255.0)
    iy = math.floor(dy)
    m = max(abs(math.floor(dx)) + 2, 2)
    n = w - 2 * m
    if n <= 0:
        return
    tone = scratch[0, :n]
    glow = scratch[1, :n]
    alpha = scratch[2, :n]
    keep = scratch[3, :n]
    for y in range(max(2, iy + 2), h - max(2, 2 - iy)):
        ramp = f4(one + grade - f4(2) * grade * f4(y) / f4(h - 1))
        tone[:] = ramp
        glow[:] = f4(0)
        if edge > 0:
            _relief(soft, y, m, n, kx, ky, edge, ramp, tone, glow)
        if ball[0] != f4(0) or ball[1] != f4(0):
            _rounded(y, m, n, ball, tone, glow)
        if textured:
            paper = grain[(gy + y) % grain.shape[0], gx + m : gx + m + n]
            for x in range(n):
                tone[x] *= paper[x]
        mm = mask[y, m : m + n]
        ca = cover[y0 + y, x0 + m : x0 + m + n]
        for x in range(n):
            a = f4(mm[x]) * inv
            alpha[x] = a
            keep[x] = one - a
            ca[x] = ca[x] * (one - a) + a
        if shadow > 0:
            _thrown(soft, y, m, n, dx, dy, shadow, keep)
        for k in range(3):
            q = planes[k, y0 + y, x0 + m : x0 + m + n]
            ck = colour[k]
            rk = rim[k]
            for x in range(n):
                q[x] = q[x] * keep[x] + (ck * tone[x] + glow[x] * rk) * alpha[x]


@_jit
def flat_part(planes, cover, x0, y0, mask, colour):  # type: ignore[no-untyped-def]
    """Lay one flat part over the planes: no shadow, edge or grain."""
    h, w = mask.shape
    one = f4(1)
    inv = f4(1 / 255.0)
    for y in range(h):
        mm = mask[y]
        ca = cover[y0 + y, x0 : x0 + w]
        for x in range(w):
            a = f4(mm[x]) * inv
            ca[x] = ca[x] * (one - a) + a
        for k in range(3):
            q = planes[k, y0 + y, x0 : x0 + w]
            ck = colour[k]
            for x in range(w):
                a = f4(mm[x]) * inv
                q[x] = q[x] * (one - a) + ck * a


@_jit
def glaze_part(planes, x0, y0, mask, gains):  # type: ignore[no-untyped-def]
    """Tint the planes by gains (b, g, r) as far as the mask covers them."""
    h, w = mask.shape
    one = f4(1)
    for k in range(3):
        rise = f4((gains[k] - one) * f4(1 / 255.0))
        if rise == f4(0):
            continue
        for y in range(h):
            mm = mask[y]
            q = planes[k, y0 + y, x0 : x0 + w]
            for x in range(w):
                q[x] *= one + f4(mm[x]) * rise


@_jit
def _blend(d, q0, q1, q2, ta, tk, te, key, base, back):  # type: ignore[no-untyped-def]  # noqa: PLR0913, PLR0917
    """Lay one lit row over packed pixels: coverage ta, key tk, rim te."""
    half = f4(0.5)
    for x in range(d.size):
        p = d[x]
        k = f4(1) - ta[x]
        top = ta[x] * f4(255)
        t = tk[x]
        e = te[x]
        db = f4(i4(p & u4(255)))
        dg = f4(i4((p >> u4(8)) & u4(255)))
        dr = f4(i4((p >> u4(16)) & u4(255)))
        b = max(q0[x] * (base[0] + t * key[4]) + e * back[0], f4(0))
        g = max(q1[x] * (base[1] + t * key[5]) + e * back[1], f4(0))
        r = max(q2[x] * (base[2] + t * key[6]) + e * back[2], f4(0))
        # Highlights roll off by their brightest part, so that a lamp burns out no coat's hue.
        most = max(b, g, r)
        knee = f4(SHOULDER * ta[x])
        over = f4(max(most - knee, f4(0)))
        room = f4(top - knee)
        rolled = f4(knee + over * room / (over + room + f4(1e-3)))
        gain = rolled / max(most, f4(1e-3)) if over > f4(0) else f4(1)
        b = b * gain + k * db
        g = g * gain + k * dg
        r = r * gain + k * dr
        pg = u4(u4(i4(g + half)) << u4(8))
        pr = u4(u4(i4(r + half)) << u4(16))
        d[x] = u4(u4(i4(b + half)) | pg | pr)


@_jit
def light_over(  # type: ignore[no-untyped-def]  # noqa: PLR0913, PLR0917
    frame, planes, cover, soft, sx, sy, bx, by, key, base, back, cut, scratch
):
    """Light a puppet and lay it over a packed BGRX frame, clipped at the frame's edges.

    key: float32 (x, y, 1/reach x, 1/reach y, gain b, g, r); base: gain b, g, r; back: rim b, g, r;
    soft: uint8 blurred coverage, read shifted by (sx, sy) for the rim; cut: first row left alone.
    """
    height, width = frame.shape
    h, w = cover.shape
    one = f4(1)
    inv = f4(1 / 255.0)
    xa = max(0, -bx, sx)
    n = min(w, width - bx, w + sx) - xa
    if n <= 0:
        return
    ta = scratch[0, :n]
    tk = scratch[1, :n]
    te = scratch[2, :n]
    kx = key[0]
    ox = f4(f4(bx + xa) - kx)
    ix = key[2]
    for y in range(max(0, -by, sy), min(h, min(height, cut) - by, h + sy)):
        dy = f4((f4(by + y) - key[1]) * key[3])
        ca = cover[y, xa : xa + n]
        rs = soft[y - sy, xa - sx : xa - sx + n]
        for x in range(n):
            a = min(ca[x], one)
            ta[x] = a
            dx = f4((ox + f4(x)) * ix)
            away = f4(math.sqrt(f4(dx * dx + dy * dy)))
            tk[x] = min(max(f4(1.3) - f4(0.78) * away, f4(0)), f4(1.2))
            # Only the side the light comes from: an edge that faces away is about half open too.
            te[x] = min(max((a - f4(rs[x]) * inv - f4(0.38)) * f4(1.7), f4(0)), one) * a
        q0 = planes[0, y, xa : xa + n]
        q1 = planes[1, y, xa : xa + n]
        q2 = planes[2, y, xa : xa + n]
        _blend(frame[by + y, bx + xa : bx + xa + n], q0, q1, q2, ta, tk, te, key, base, back)


@_jit
def flat_over(frame, planes, cover, bx, by, cut):  # type: ignore[no-untyped-def]
    """Lay unlit planes over a packed BGRX frame (the albedo pass): hard edges, exact colours."""
    height, width = frame.shape
    h, w = cover.shape
    xa = max(0, -bx)
    n = min(w, width - bx) - xa
    if n <= 0:
        return
    half = f4(0.5)
    for y in range(max(0, -by), min(h, min(height, cut) - by)):
        d = frame[by + y, bx + xa : bx + xa + n]
        ca = cover[y, xa : xa + n]
        q0 = planes[0, y, xa : xa + n]
        q1 = planes[1, y, xa : xa + n]
        q2 = planes[2, y, xa : xa + n]
        for x in range(n):
            if ca[x] > half:
                b = u4(i4(min(q0[x], f4(255)) + half))
                g = u4(i4(min(q1[x], f4(255)) + half))
                r = u4(i4(min(q2[x], f4(255)) + half))
                d[x] = u4(b | u4(g << u4(8)) | u4(r << u4(16)))


@_jit
def mark_over(ids, cover, bx, by, cut, number):  # type: ignore[no-untyped-def]
    """Write `number` into an id mask wherever the puppet covers at least half a pixel."""
    height, width = ids.shape
    h, w = cover.shape
    xa = max(0, -bx)
    n = min(w, width - bx) - xa
    if n <= 0:
        return
    for y in range(max(0, -by), min(h, min(height, cut) - by)):
        d = ids[by + y, bx + xa : bx + xa + n]
        ca = cover[y, xa : xa + n]
        for x in range(n):
            if ca[x] >= f4(0.5):
                d[x] = number
