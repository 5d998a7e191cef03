"""Lines of a frame: where the cast's cut paper and the painted set change. Knows no light."""

from __future__ import annotations

import cv2
import numpy as np

from tools.theatre.geometry import Plate
from tools.theatre.passes_plot import Plot

LOW, HIGH = 60, 150
"""Canny's thresholds on the painted set, 0..255."""

SMOOTH = 1.4
"""Sigma in pixels at 720 rows that calms paper grain before lines are looked for."""

SMALLEST = 14
"""Pixels; a shorter line is dirt."""

PAPER, INK = 250, 26
OUTLINE = 3.0
"""Pixels, at 720 rows, of the outline of what is near."""

UNLIKE = 22
"""Steps of 255 by which two parts' colours differ at least, for a line between them."""


def edges(plotted: Plot, painted: Plate) -> Plate:
    """White lines on black, uint8 (height, width): 255 on a line, as Canny draws them.

    Args:
        plotted: the frame's plot; borders of cut parts and of the set's things are lines.
        painted: the set without cast, light effects or weather, BGR uint8 (height, width, 3).
    """
    lines = borders(plotted)
    sigma = max(0.6, SMOOTH * plotted.thing.shape[0] / 720)
    grey = cv2.GaussianBlur(cv2.cvtColor(painted, cv2.COLOR_BGR2GRAY), (0, 0), sigma)
    set_lines = cv2.Canny(grey, LOW, HIGH)
    set_lines[plotted.part > 0] = 0
    lines |= _long(np.asarray(set_lines))
    return lines


def borders(plotted: Plot) -> Plate:
    """Lines between unlike parts and things, one pixel wide, uint8 (height, width)."""
    lines = outlines(plotted)
    tone = np.clip(plotted.colours, 0, 255).astype(np.int16)[plotted.part]
    apart = np.abs(tone[:, 1:] - tone[:, :-1]).max(2) >= UNLIKE
    lines[:, 1:][apart] = 255
    apart = np.abs(tone[1:] - tone[:-1]).max(2) >= UNLIKE
    lines[1:][apart] = 255
    return _long(lines)


def outlines(plotted: Plot) -> Plate:
    """Lines around each of the cast and each thing of the set, uint8 (height, width)."""
    owner = np.zeros(len(plotted.names), np.int16)
    for one in plotted.cast:
        owner[one.first : one.last] = one.number
    key = np.where(plotted.part > 0, owner[plotted.part], -plotted.thing.astype(np.int16))
    lines = np.zeros(key.shape, np.uint8)
    lines[:, 1:][key[:, 1:] != key[:, :-1]] = 255
    lines[1:][key[1:] != key[:-1]] = 255
    return lines


def _long(lines: Plate) -> Plate:
    """The lines without those shorter than SMALLEST pixels."""
    _, labels, facts, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    keep = facts[:, cv2.CC_STAT_AREA] >= SMALLEST
    keep[0] = False
    return np.where(keep[labels], lines, 0).astype(np.uint8)


def drawing(lines: Plate, outer: Plate, near: Plate) -> Plate:
    """A line drawing on white paper, uint8 (height, width): near outlines thick, far lines faint.

    Args:
        lines: all lines.
        outer: those around people and things.
        near: the depth pass.
    """
    height = lines.shape[0]
    side = max(1, round(OUTLINE * height / 720)) | 1
    round_tip = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    closeness = cv2.GaussianBlur(near.astype(np.float32) / 65535, (0, 0), 2.0)
    heavy = cv2.dilate(np.minimum(lines, outer), round_tip)
    ink = np.where(closeness > 0.4, np.maximum(lines, heavy), lines).astype(np.float32) / 255
    faint = np.clip(0.35 + 1.6 * closeness, 0, 1)
    soft = cv2.GaussianBlur(ink * faint, (0, 0), max(0.5, 0.7 * height / 720))
    return np.asarray(PAPER + (INK - PAPER) * np.clip(soft * 1.6, 0, 1)).astype(np.uint8)
