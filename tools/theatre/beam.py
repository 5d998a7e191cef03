"""The beam of a light that sweeps round, such as a lighthouse's. Knows no set and no weather."""

from __future__ import annotations

import math

import numpy as np

from tools.theatre.camera import View
from tools.theatre.engine import Frame
from tools.theatre.geometry import Colour, Plate
from tools.theatre.kernels_light import screen_mask

STEP = 8
"""The beam is worked out this many times smaller than the picture."""

ROUND = 9.0
"""Seconds of a whole turn."""

START = 0.42
"""Share of a turn at which a shot begins: the beam lies across the picture."""

WIDTH = 0.085
"""Half the opening angle's tangent."""

REACH = 1.5
"""How far it is seen, frame heights."""


def sweep(
    frame: Frame, beacon: tuple[float, float, float], view: View, seconds: float,
    tone: Colour, strength: float,
) -> None:  # fmt: skip
    """Draw both arms of a beam over what has been drawn so far."""
    x, y = view.project(*beacon, frame.size)
    turn = 2 * math.pi * (START + seconds / ROUND)
    across, towards = math.cos(turn), math.sin(turn)
    mask = _arms(frame.size, (x, y), across) * (0.55 + 0.45 * abs(across))
    gain = np.array([part / 255 * strength for part in tone])
    args = (np.asarray(mask, np.uint8), 0, 0, STEP, gain)
    screen_mask(frame.pixels, *args, frame.first, frame.order)
    flash = max(0.0, -towards) ** 24
    if flash > 0.02:
        # It looks straight at us: one great glare.
        frame.glow(x, y, 0.42 * frame.size[1], tone, 0.9 * flash * strength)


def _arms(size: tuple[int, int], lamp: tuple[float, float], across: float) -> Plate:
    """Light of both arms, 0..255, STEP times smaller; `across` is how sideways they point."""
    width, height = size
    u = np.arange(0, width + 2 * STEP, STEP, dtype=np.float32)[None] - np.float32(lamp[0])
    v = np.arange(0, height + 2 * STEP, STEP, dtype=np.float32)[:, None] - np.float32(lamp[1])
    away = np.abs(u) / height
    long = REACH * max(0.04, abs(across))
    # One arm dips a little as the other rises: the lamp stands above the eye.
    middle = v / height - 0.03 * np.sign(u) * away
    half = 0.010 + away * WIDTH / max(0.25, abs(across))
    body = np.exp(-((middle / half) ** 2)) * np.exp(-away / (0.55 * long))
    return np.asarray(body * np.clip((long * 1.6 - away) / long, 0, 1) * 190, np.float32)
