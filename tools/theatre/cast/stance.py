"""Actions as targets of hands, head and hips at a moment. Draws nothing, solves no joints.

Units are statures of an average adult in a body that faces right; hands are measured from the
base of the neck, feet from the ground point, y down.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from tools.theatre.cast.life import drift

ARM_OUT = 0.26  # statures


@dataclass(frozen=True, slots=True)
class Stance:
    """Targets a body is bent towards; every field can be blended."""

    near_x: float = -0.088
    near_y: float = 0.352
    far_x: float = 0.108
    far_y: float = 0.346
    near_bend: float = 1.0  # 1: the elbow points back, -1: forward
    far_bend: float = 1.0
    lean: float = 0.0  # radians, forward
    sink: float = 0.0  # how far the hips drop
    shift: float = 0.0  # hips sideways
    shrug: float = 0.0
    head_tilt: float = 0.0  # radians, nose down
    head_turn: float = 0.0  # share of a quarter turn, + towards profile
    eyes: float = 0.0  # how far eye_x, eye_y (-1..1) take the eyes from what they look at
    eye_x: float = 0.0
    eye_y: float = 0.0
    pin: float = 0.0  # how far the near hand is drawn to where a thing lies, 0..1
    tip: float = 0.0  # radians, what is held tips towards the face
    load: float = 0.0  # how much what hangs from the near hand stills its arm, 0..1


@dataclass(frozen=True, slots=True)
class Moment:
    """When and how an action is played.

    seconds: since the shot began; beat: share of the beat, 0..1, or of a four-second loop;
    stress: of the syllable being spoken, 0..1; seed: of the variation.
    """

    seconds: float
    beat: float
    stress: float
    seed: int
    timed: bool = False


def blend(one: Stance, other: Stance, share: float) -> Stance:
    """Return the stance a share (0..1) of the way from one to the other."""
    if share <= 0:
        return one
    if share >= 1:
        return other
    values = {
        f.name: getattr(one, f.name) + (getattr(other, f.name) - getattr(one, f.name)) * share
        for f in fields(Stance)
    }
    # An elbow that changes sides does so with the arm stretched out, where it does not show
    out = ARM_OUT * math.sin(math.pi * share)
    values["near_x"] -= out * abs(one.near_bend - other.near_bend) / 2
    values["far_x"] += out * abs(one.far_bend - other.far_bend) / 2
    return Stance(**values)


def wave(m: Moment, period: float) -> float:
    """Return a swing of -1..1 with a period in seconds."""
    return math.sin(2 * math.pi * m.seconds / period)


def _stand(m: Moment) -> Stance:
    return Stance()


def _talk(m: Moment) -> Stance:
    """Let the hands rise with the stressed syllables, each on its own slow path."""
    up = 0.38 + 0.34 * drift(m.seed, "talk", m.seconds, 1.5) + 0.3 * m.stress
    other = 0.12 + 0.3 * max(0.0, drift(m.seed, "talk2", m.seconds, 1.7))
    near = blend(Stance(), Stance(near_x=0.10, near_y=0.135, far_x=0.2, far_y=0.15), up)
    return replace(near, far_x=0.105 + 0.1 * other, far_y=0.346 - 0.2 * other, lean=0.015 * up)


def hold(m: Moment) -> Stance:
    """Return a thing held before the belly."""
    return Stance(near_x=0.125, near_y=0.165 + 0.004 * wave(m, 3.1), far_x=0.14, far_y=0.25)


def _lantern(m: Moment) -> Stance:
    return Stance(near_x=0.225, near_y=0.055 + 0.006 * wave(m, 2.7), lean=0.02)


def _carry_low(m: Moment) -> Stance:
    return Stance(near_x=-0.08, near_y=0.356, load=0.85)


def _waving(m: Moment) -> Stance:
    return Stance(near_x=-0.17 + 0.05 * wave(m, 0.6), near_y=-0.16, near_bend=-1.0)


def _write(m: Moment) -> Stance:
    x = 0.13 + 0.03 * ((m.seconds * 0.35) % 1.0) + 0.008 * wave(m, 0.31)
    return Stance(near_x=x, near_y=0.235, far_x=0.2, far_y=0.24, head_tilt=0.24, lean=0.07)


def _type(m: Moment) -> Stance:
    one = 0.008 * math.sin(m.seconds * 21 + math.sin(m.seconds * 5))
    other = 0.008 * math.sin(m.seconds * 19 + 2 + math.sin(m.seconds * 4))
    return Stance(near_x=0.15, near_y=0.23 + one, far_x=0.21, far_y=0.225 + other, head_tilt=0.12)


def _cry(m: Moment) -> Stance:
    sob = 0.012 * math.sin(m.seconds * 7.5) * max(0.0, wave(m, 2.4))
    return Stance(near_x=0.075, near_y=-0.06 + sob, head_tilt=0.26 + sob, lean=0.05, shrug=0.01)


def _crouch(m: Moment) -> Stance:
    return Stance(sink=0.19, lean=0.3, near_x=0.14, near_y=0.24, far_x=0.2, far_y=0.2)


def _lean(m: Moment) -> Stance:
    return Stance(lean=0.13, shift=-0.03, near_x=0.06, near_y=0.25, head_tilt=-0.05)


def _look_up(m: Moment) -> Stance:
    return Stance(head_tilt=-0.26, lean=-0.03)


def _look_down(m: Moment) -> Stance:
    return Stance(head_tilt=0.24, lean=0.03)


def _cheer(m: Moment) -> Stance:
    bob = 0.02 * abs(math.sin(m.seconds * 8))
    return Stance(
        near_x=-0.15,
        near_y=-0.2 - bob,
        near_bend=-1.0,
        far_x=0.18,
        far_y=-0.21 - bob,
        sink=-bob / 2,
    )


def _think(m: Moment) -> Stance:
    return Stance(near_x=0.085, near_y=-0.005, far_x=0.06, far_y=0.17, head_tilt=0.06)


_PLAYED: dict[str, Callable[[Moment], Stance]] = {
    "stand": _stand, "sit": _stand, "listen": _stand, "walk": _stand, "run": _stand,
    "climb": _stand,
    "talk": _talk, "hold": hold, "lantern": _lantern, "carry_low": _carry_low,
    "wave": _waving, "write": _write, "type": _type, "cry": _cry, "wipe": _cry,
    "crouch": _crouch, "lean": _lean, "look_up": _look_up, "look_down": _look_down,
    "cheer": _cheer, "think": _think, "carry": hold,
}  # fmt: skip


def played(action: str, moment: Moment) -> Stance:
    """Return the targets of a known posture at a moment; what it does not know stands."""
    return _PLAYED.get(action, _stand)(moment)
