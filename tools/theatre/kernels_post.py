"""The inner loops that finish a frame: bloom, tone, vignette, BT.709 I420 and grain.

Knows no scene.
"""
# Kernels take flat arrays: an object would not compile.
# mypy: disable-error-code="operator"
# ruff: noqa: PLR0913, PLR0917

from __future__ import annotations

import numpy as np

from tools.theatre.geometry import Plate
from tools.theatre.jit import kernel
from tools.theatre.kernels_layer import blend, u4


@kernel
def quarter(source: Plate, out: Plate, threshold: int, red_blue: Plate, green: Plate) -> None:
    """Shrink a packed frame by 4 with a box.

    Keeping only what shines above `threshold` (0..255).
    """
    h, w = out.shape
    for y in range(h):
        for x in range(w * 4):
            red_blue[x] = u4(0)
            green[x] = u4(0)
        for k in range(4):
            row = source[y * 4 + k]
            for x in range(w * 4):
                red_blue[x] += row[x] & u4(0xFF00FF)
                green[x] += (row[x] >> u4(8)) & u4(0xFF)
        for x in range(w):
            a = red_blue[4 * x] + red_blue[4 * x + 1] + red_blue[4 * x + 2] + red_blue[4 * x + 3]
            g = green[4 * x] + green[4 * x + 1] + green[4 * x + 2] + green[4 * x + 3]
            b = (np.int64(a) & 0xFFFF) // 16 - threshold
            r = (np.int64(a) >> 16) // 16 - threshold
            gg = np.int64(g) // 16 - threshold
            out[y, x] = u4(max(b, 0) | (max(gg, 0) << 8) | (max(r, 0) << 16))


@kernel
def bloom_row(bloom: Plate, y: int, column: Plate, out: Plate) -> None:
    """Enlarge one row of the 1/8-size bloom to full width."""
    hb, wb = bloom.shape
    place = max(0.0, min(hb - 1.001, (y - 3.5) * 0.125))
    q = int(place)
    share = u4((place - q) * 256)
    upper, lower, span = bloom[q], bloom[q + 1], column[:wb]
    for j in range(wb):
        span[j] = blend(upper[j], lower[j], share)
    for i in range(4):
        out[i] = column[0]
        out[8 * wb - 4 + i] = column[wb - 1]
    for j in range(wb - 1):
        p, q2 = column[j], column[j + 1]
        part = out[4 + 8 * j : 12 + 8 * j]
        for i in range(8):
            part[i] = blend(p, q2, u4(32 * i + 16))


@kernel
def tone_row(
    source: Plate, glow: Plate, table: Plate, vignette: Plate, scratch: Plate, out: Plate
) -> None:
    """Add bloom, look the three tone tables up, apply the vignette; packed rows in and out."""
    n = source.shape[0]
    for x in range(n):
        p, a = source[x], glow[x]
        b = min(u4(u4(p & u4(255)) + u4(a & u4(255))), u4(255))
        g = min(u4(u4((p >> u4(8)) & u4(255)) + u4((a >> u4(8)) & u4(255))), u4(255))
        r = min(u4(u4((p >> u4(16)) & u4(255)) + u4((a >> u4(16)) & u4(255))), u4(255))
        scratch[x] = u4(b | u4(u4(g | u4(256)) << u4(10)) | u4(r << u4(20)))
    for x in range(n):
        p = scratch[x]
        glow[x] = (
            table[p & u4(1023)]
            | table[(p >> u4(10)) & u4(1023)]
            | table[u4(u4(p >> u4(20)) + u4(512))]
        )
    for x in range(n):
        p, w = glow[x], u4(vignette[x])
        rb = u4(u4(u4((p & u4(0xFF00FF)) * w) + u4(0x800080)) >> u4(8)) & u4(0xFF00FF)
        g = u4(u4(u4((p >> u4(8)) & u4(255)) * w) + u4(128)) >> u4(8)
        out[x] = u4(rb | u4(g << u4(8)))


@kernel
def luma_row(row: Plate, grain: Plate, out: Plate) -> None:
    """BT.709 limited-range luma of a packed row, with grain (128 = none)."""
    for x in range(row.shape[0]):
        p = row[x]
        weighted = u4(u4(47) * u4((p >> u4(16)) & u4(255))) + u4(
            u4(157) * u4((p >> u4(8)) & u4(255))
        )
        weighted = u4(u4(weighted + u4(u4(16) * u4(p & u4(255)))) + u4(4224)) >> u4(8)
        y = np.int32(np.int32(weighted) + np.int32(grain[x]) - np.int32(128))
        out[x] = np.uint8(min(max(y, np.int32(16)), np.int32(235)))


@kernel
def chroma_row(upper: Plate, lower: Plate, saturation: int, u: Plate, v: Plate) -> None:
    """BT.709 limited-range chroma of a row pair; saturation in 1/256. Overwrites `upper`."""
    n = u.shape[0]
    for x in range(2 * n):
        upper[x] = u4(
            u4(u4(upper[x] >> u4(1)) & u4(0x7F7F7F)) + u4(u4(lower[x] >> u4(1)) & u4(0x7F7F7F))
        )
    gain = np.int32(saturation)
    for x in range(n):
        p, q = upper[2 * x], upper[2 * x + 1]
        b = np.int32(u4(u4(p & u4(255)) + u4(q & u4(255))))
        g = np.int32(u4(u4((p >> u4(8)) & u4(255)) + u4((q >> u4(8)) & u4(255))))
        r = np.int32(u4(u4((p >> u4(16)) & u4(255)) + u4((q >> u4(16)) & u4(255))))
        cu = np.int32((np.int32(112) * b - np.int32(86) * g - np.int32(26) * r) >> np.int32(1))
        cv = np.int32((np.int32(112) * r - np.int32(102) * g - np.int32(10) * b) >> np.int32(1))
        cu = np.int32(np.int32(cu >> np.int32(4)) * gain + np.int32(2048)) >> np.int32(12)
        cv = np.int32(np.int32(cv >> np.int32(4)) * gain + np.int32(2048)) >> np.int32(12)
        u[x] = np.uint8(min(max(cu + np.int32(128), np.int32(16)), np.int32(240)))
        v[x] = np.uint8(min(max(cv + np.int32(128), np.int32(16)), np.int32(240)))


@kernel
def finish(
    frame: Plate,
    bloom: Plate,
    table: Plate,
    vignette: Plate,
    grain: Plate,
    offset: Plate,
    saturation: int,
    y_plane: Plate,
    u_plane: Plate,
    v_plane: Plate,
    scratch: Plate,
) -> None:
    """Bloom, tone, vignette and grain a packed frame into I420 planes.

    Scratch is uint32 (5, width + 8).
    """
    height, width = frame.shape
    for y in range(height):
        glow, keep = scratch[0, :width], scratch[3 + (y & 1), :width]
        bloom_row(bloom, y, scratch[1], glow)
        tone_row(frame[y], glow, table, vignette[y], scratch[2, :width], keep)
        luma_row(keep, grain[offset[0] + y, offset[1] : offset[1] + width], y_plane[y])
        if y & 1:
            upper, lower = scratch[3, :width], scratch[4, :width]
            chroma_row(upper, lower, saturation, u_plane[y >> 1], v_plane[y >> 1])
