"""Camera moves in their true geometry: turns shift the picture, travels move the lens, zooms scale.

A rotation shifts every depth alike, a translation moves a depth z by 1/z, a zoom scales all.
Each function takes the view at rest and how far the move has gone. Knows no set and no puppet.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tools.theatre.geometry import ease, settle
from tools.theatre.spec import CameraSpec

if TYPE_CHECKING:
    from tools.theatre.camera import View

RATES = {"very_slow": 0.018, "slow": 0.035, "medium": 0.075, "fast": 0.15, "whip": 0.6}
"""Share of a frame (or of the subject distance) that a move covers in a second, by speed word."""

REACH = {"very_slow": 0.10, "slow": 0.20, "medium": 0.36, "fast": 0.60, "whip": 1.1}
"""The most a move covers in a whole shot."""

POSITIVE = frozenset(
    {
        "pan_left", "tilt_up", "truck_right", "crane_down", "pedestal_down", "dolly_in",
        "arc_right", "vertigo_in", "zoom_in",
    }
)  # fmt: skip
"""Moves along the positive axis: of the picture for rotations, of the camera for travels."""

WHIP_AT, WHIP_SECONDS = 0.22, 0.42
"""When a whip or a crash starts, as a share of the shot, and how long it takes."""

ARRIVED = 0.93
"""Share of the shot after which a settling move has come to rest, held until the cut."""

CRANE_AIM, CRANE_BACK = 0.08, 0.55
"""Shares of a crane's rise that its head tilts back, and that its arm swings back."""

LOWEST = -0.06
SHAKE = (1.9, 3.1, 5.3, 1.3, 2.7, 4.7)
"""Radians a second of a hand that holds a camera: breath, step and tremor."""

DRIFT = (0.62, 0.41, 0.93, 0.31, 0.53, 0.77)
"""The same of a body rig or gimbal: it only floats."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a move needs to know: the camera's numbers, its reach and the picture's shape."""

    spec: CameraSpec
    amount: float
    aspect: float
    seed: int

    @property
    def distance(self) -> float:
        """From the lens to the subject, world units."""
        return self.spec.subject_z - self.spec.z

    @property
    def sign(self) -> float:
        """1.0 or -1.0: which way it goes."""
        return 1.0 if self.spec.move in POSITIVE else -1.0


def share_of(camera: CameraSpec, frame: float, frames: int, rate: float) -> float:
    """How much of the move is done, 0..1; a whip waits, then does it all at once."""
    if camera.speed == "whip":
        start = WHIP_AT * frames
        return settle((frame - start) / (WHIP_SECONDS * rate), 0.2, 0.45)
    u = max(0.0, min(1.0, frame / max(1, frames - 1)))
    match camera.easing:
        case "linear":
            return u
        case "ease_in":
            return u * u * (2.0 - u)
        case "ease_out":
            return 1.0 - (1.0 - u) ** 2 * (1.0 + u)
        case _ if camera.move == "rack":
            return ease((u - 0.30) / 0.36)
    return settle(u / ARRIVED)


def moved(run: Run, view: View, u: float) -> View:
    """The view when `u` of the move is done: from -rest to 1 - rest, exact framing at 0."""
    family = run.spec.move.split("_", maxsplit=1)[0]
    step = run.amount * u * run.sign
    match family:
        case "pan":
            return replace(view, shift_x=view.shift_x + step * run.aspect)
        case "tilt":
            return replace(view, shift_y=view.shift_y + 0.8 * step)
        case "zoom":
            return replace(view, zoom=view.zoom * (1.0 + 1.1 * run.amount) ** (u * run.sign))
        case "dolly" | "vertigo":
            return _along(run, view, u * run.sign, stretched=family == "vertigo")
    return _across(run, view, u, step, family)


def _across(run: Run, view: View, u: float, step: float, family: str) -> View:
    """Travels sideways, upwards and round."""
    across = step * run.aspect * run.distance / run.spec.focal
    match family:
        case "truck":
            return replace(view, x=view.x + (run.spec.follow * u if run.spec.follow else across))
        case "pedestal":
            return replace(view, y=min(LOWEST, view.y + 0.5 * across))
        case "crane":
            y = min(LOWEST, view.y + 0.85 * across)
            aim = CRANE_AIM * (y - view.y) * view.focal / run.distance
            z = view.z + CRANE_BACK * (y - view.y)
            return replace(view, y=y, z=z, shift_y=view.shift_y + aim)
        case "arc":
            return _round(run, view, across)
    return view


def _round(run: Run, view: View, across: float) -> View:
    """A circle about the subject, the lens turned to hold it where it is."""
    angle = 1.25 * across / run.distance
    x = view.x + run.distance * math.sin(angle)
    z = run.spec.subject_z - run.distance * math.cos(angle)
    k = view.focal / (run.spec.subject_z - z)
    held = k * (x - run.spec.aim_x) - view.focal / run.distance * (view.x - run.spec.aim_x)
    return replace(view, x=x, z=z, shift_x=view.shift_x + held)


def _along(run: Run, view: View, u: float, *, stretched: bool) -> View:
    """Distance shrinks by a ratio; the head keeps its place.

    In a dolly zoom the lens gives back what the distance takes, so that only the place stretches.
    """
    ratio = (1.0 - min(0.8, 0.95 * run.amount)) ** u
    z = run.spec.subject_z - run.distance * ratio
    if stretched:
        shift_x, shift_y = view.shift_x / ratio, view.shift_y / ratio
        return replace(view, z=z, zoom=view.zoom * ratio, shift_x=shift_x, shift_y=shift_y)
    k = view.focal / run.distance
    up, side = k * (run.spec.aim_y - view.y), k * (run.spec.aim_x - view.x)
    return replace(
        view,
        z=z,
        shift_y=view.shift_y + up - up / ratio,
        shift_x=view.shift_x + side - side / ratio,
    )


def shaken(run: Run, view: View, t: float) -> View:
    """A hand-held camera (quick, uneven) or a floating one (slow, wide, smooth) after t seconds."""
    drifting = run.spec.move == "float"
    seed, tones = run.seed % 97, DRIFT if drifting else SHAKE
    sway = [math.sin(t * f + seed * (k + 1)) for k, f in enumerate(tones)]
    base = {"very_slow": 0.5, "slow": 0.7, "medium": 1.0, "fast": 1.5}.get(run.spec.speed, 1.0)
    strength, travel = base * run.spec.span, 2.4 if drifting else 1.0
    turn = 0.8 if drifting else 1.0
    return replace(
        view,
        x=view.x + 0.004 * travel * strength * run.distance * sway[3],
        y=min(LOWEST, view.y + 0.003 * travel * strength * run.distance * sway[4]),
        shift_x=view.shift_x
        + turn * strength * (0.0052 * sway[0] + 0.0026 * sway[1] + 0.0010 * sway[2]),
        shift_y=view.shift_y
        + turn * strength * (0.0042 * sway[1] + 0.0022 * sway[0] + 0.0008 * sway[5]),
    )
