"""What a camera does to the whole drawn picture: leans it, or smears it in a whip.

Knows no scene.
"""

from __future__ import annotations

import cv2
import numpy as np

from tools.theatre.camera import Track, cover
from tools.theatre.geometry import Plate

SHUTTER = 0.5
"""Share of a frame's time that the shutter is open."""

LEAST = 5
"""Pixels; a shorter smear is not seen."""


def moved(pixels: Plate, track: Track, number: int) -> Plate:
    """A packed picture, uint32 (height, width), turned and smeared as the camera is on a frame."""
    picture = pixels.view(np.uint8).reshape(*pixels.shape, 4)
    if track.spec.roll:
        picture = turned(picture, track.at(number).roll, track)
    if track.spec.speed == "whip":
        picture = _smeared(picture, track, number)
    return np.ascontiguousarray(picture).view(np.uint32)[..., 0]


def turned(picture: Plate, degrees: float, track: Track, *, sharp: bool = False) -> Plate:
    """A picture turned about its middle and enlarged to fill the frame; labels stay `sharp`."""
    height, width = picture.shape[:2]
    grown = cover(track.spec.roll, track.aspect)
    turn = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), -degrees, grown)
    how = cv2.INTER_NEAREST if sharp else cv2.INTER_LINEAR
    flat = cv2.warpAffine(
        picture, turn, (width, height), flags=how, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(flat)


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
