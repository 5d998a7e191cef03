"""What a camera does to the whole drawn picture: bends it, or smears it in a whip.

Knows no scene.
"""

from __future__ import annotations

import cv2
import numpy as np

from tools.theatre.camera import Track
from tools.theatre.geometry import Plate

SHUTTER = 0.5
"""Share of a frame's time that the shutter is open."""

LEAST = 5
"""Pixels; a shorter smear is not seen."""


def moved(pixels: Plate, track: Track, number: int) -> Plate:
    """A packed picture, uint32 (height, width), bent and smeared as the camera is on a frame."""
    picture = pixels.view(np.uint8).reshape(*pixels.shape, 4)
    if track.bends:
        picture = turned(picture, track.at(number).roll, track)
    if track.spec.speed == "whip":
        picture = _smeared(picture, track, number)
    return np.ascontiguousarray(picture).view(np.uint32)[..., 0]


def turned(picture: Plate, roll: float, track: Track, *, sharp: bool = False) -> Plate:
    """A drawn picture as the lens sees it at a view's roll (degrees); labels stay `sharp`."""
    height, width = picture.shape[:2]
    how = (cv2.INTER_NEAREST if sharp else cv2.INTER_LINEAR) | cv2.WARP_INVERSE_MAP
    onto, border = track.onto_drawn(roll, (width, height)), cv2.BORDER_REPLICATE
    if track.spec.pitch:
        return np.asarray(
            cv2.warpPerspective(picture, onto, (width, height), flags=how, borderMode=border)
        )
    return np.asarray(
        cv2.warpAffine(picture, onto[:2], (width, height), flags=how, borderMode=border)
    )


def carried(points: Plate, track: Track, roll: float, size: tuple[int, int]) -> Plate:
    """Points of the drawn picture, pixels (n, 2), where the finished one has them."""
    if not track.bends:
        return points
    flat = np.column_stack([np.asarray(points, np.float64) - 0.5, np.ones(len(points))])
    seen = flat @ track.onto_finished(roll, size).T
    return np.asarray(seen[:, :2] / seen[:, 2:] + 0.5, np.float32)


def _smeared(picture: Plate, track: Track, number: int) -> Plate:
    """Motion blur along the pan, or outward from the middle in a crash zoom."""
    before, after = track.at(number - SHUTTER / 2), track.at(number + SHUTTER / 2)
    height, width = picture.shape[:2]
    across = round(abs(after.shift_x - before.shift_x) * height)
    if across >= LEAST:
        return np.asarray(cv2.blur(picture, (across | 1, 1), borderType=cv2.BORDER_REPLICATE))
    ratio = after.zoom / before.zoom
    if abs(ratio - 1) * width / 4 < LEAST:
        return picture
    layers = [_scaled(picture, ratio ** (k / 4 - 0.5)) for k in range(5)]
    return np.asarray(np.mean(layers, axis=0).astype(np.uint8))


def _scaled(picture: Plate, gain: float) -> Plate:
    height, width = picture.shape[:2]
    grow = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), 0.0, gain)
    return np.asarray(
        cv2.warpAffine(picture, grow, (width, height), borderMode=cv2.BORDER_REPLICATE)
    )
