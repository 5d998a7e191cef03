"""Where eyes and head turn to, by the true places of who looks and what is seen. Draws nothing.

Eyes go first and fast, the head follows and does a part of the way. Towards a partner beside us
people are cheated to the camera, as on a stage, or every talk would be two profiles.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from tools.theatre.cast.performance import Performance, Sight
from tools.theatre.cast.shape import ease

EYES_FRAMES, HEAD_FRAMES = 3, 9
CHEAT = {"three_quarter": 0.78, "front": 0.72, "profile": 1.0}
EYE_SPAN = 0.85
"""Radians between eyes ahead and eyes in their corners."""

UP_SPAN = 0.55
STARTLING = 0.7
"""Radians; a turn of the eyes larger than this comes with a blink."""


@dataclass(frozen=True, slots=True)
class Aim:
    """Eyes -1..1 (x towards facing, y down), what the head adds in radians, a blink 0..1."""

    eye_x: float = 0.0
    eye_y: float = 0.0
    turn: float = 0.0
    tilt: float = 0.0
    blink: float = 0.0


def aim(
    performance: Performance, frame: float, eye: tuple[float, float], sign: float, ahead: float
) -> Aim:
    """Return where someone looks.

    Args:
        performance: what; its `looks` are world points by frame.
        frame: of the shot.
        eye: world (x, y) of the eyes; their depth is the performance's own.
        sign: 1 faces right, -1 left.
        ahead: yaw of the head when it looks at nothing, radians.
    """
    if not performance.looks:
        gx, gy = performance.gaze
        return Aim(gx, gy, 0.08 * gx, 0.06 * gy)
    cheat = CHEAT.get(performance.view, 0.8)
    eyes = _angles(performance.looks, frame, EYES_FRAMES, 0, eye, (sign, performance.z))
    head = _angles(performance.looks, frame, HEAD_FRAMES, 1, eye, (sign, performance.z))
    wanted, follows = eyes[0] * cheat, head[0] * cheat - ahead
    turn = follows * (0.24 if follows > 0 else 0.66)
    turn = max(-1.15 - ahead, min(0.8, turn))
    eye_x = (wanted - ahead - turn) / EYE_SPAN
    tilt = max(-0.3, min(0.3, 0.42 * head[1]))
    eye_y = (eyes[1] - tilt) / UP_SPAN
    blink = _startled(performance.looks, frame, eye, (sign, performance.z))
    return Aim(max(-1.0, min(1.0, eye_x)), max(-1.0, min(1.0, eye_y)), turn, tilt, blink)


def _angles(
    looks: tuple[Sight, ...], frame: float, frames: int, late: int,
    eye: tuple[float, float], stand: tuple[float, float],
) -> tuple[float, float]:  # fmt: skip
    """Return (yaw from the camera towards facing, pitch down), eased from one look to the next."""
    first, *rest = _sorted(looks)
    yaw, pitch = _angle(first, eye, stand)
    for look in rest:
        if look[0] > frame:
            break
        share = ease((frame - look[0] - late + 1) / frames)
        to = _angle(look, eye, stand)
        yaw, pitch = yaw + (to[0] - yaw) * share, pitch + (to[1] - pitch) * share
    return yaw, pitch


@lru_cache(maxsize=256)
def _sorted(looks: tuple[Sight, ...]) -> tuple[Sight, ...]:
    return tuple(sorted(looks, key=lambda look: look[0]))


def _angle(
    look: Sight, eye: tuple[float, float], stand: tuple[float, float]
) -> tuple[float, float]:
    _, x, y, z = look
    sign, depth = stand
    across, away = (x - eye[0]) * sign, z - depth
    yaw = math.atan2(across, -away) if across or away else 0.0
    # What is behind us is looked at over the shoulder that is nearer to the camera.
    yaw = max(-2.0, min(2.2, yaw))
    return yaw, math.atan2(y - eye[1], max(0.2, math.hypot(across, away)))


def _startled(
    looks: tuple[Sight, ...], frame: float, eye: tuple[float, float], stand: tuple[float, float]
) -> float:
    """Return how far eyes are shut by a large turn of them, 0..1."""
    before: Sight | None = None
    for look in _sorted(looks):
        age = frame - look[0]
        if before is not None and 0 <= age < 5:
            turn = abs(_angle(look, eye, stand)[0] - _angle(before, eye, stand)[0])
            return math.sin(math.pi * (age + 0.5) / 5) if turn > STARTLING else 0.0
        before = look
    return 0.0
