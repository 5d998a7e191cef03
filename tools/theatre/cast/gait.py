"""Walking and running: where the body is, where each foot stands. Draws nothing.

Feet are planted on a plan of steps in the world, so that a foot on the ground cannot slip.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from tools.theatre.cast.actions import action_of
from tools.theatre.cast.performance import Performance
from tools.theatre.cast.shape import ease

STEP = {"walk": 0.31, "run": 0.52}  # length of one step, in statures
PACE = {"walk": 0.62, "run": 1.55}  # statures a second where no path says otherwise
LIFT = {"walk": 0.055, "run": 0.15}

Foot = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Footfall:
    """One moment of a gait, in statures along the way of the walk.

    near, far: (ahead of the body, above the ground, swing 0..1 or -1 when planted, pitch of the
    foot in radians as its heel leaves the ground before the toe).
    """

    kind: str = ""
    near: Foot = (0.0, 0.0, -1.0, 0.0)
    far: Foot = (0.0, 0.0, -1.0, 0.0)
    swing: float = 0.0  # -1..1: near leg ahead of far leg
    flight: float = 0.0  # the body's lift off the ground


@dataclass(frozen=True, slots=True)
class Course:
    """Where a puppet is on its way: place in the world, direction, and its step."""

    x: float = 0.0
    direction: float = 0.0  # -1, 0 (no path), 1
    footfall: Footfall = Footfall()


def course(performance: Performance, frame: float, fps: float, stature: float) -> Course:
    """Return place and step at a frame; without a path the walk is on the spot."""
    kind = _kind(performance)
    start, stop = performance.walk_from, performance.walk_to
    if start is None or stop is None or not math.isfinite(start) or not math.isfinite(stop):
        if not kind:
            return Course()
        steps = frame / fps * PACE[kind] / STEP[kind]
        return Course(0.0, 0.0, _footfall(kind, steps, None, STEP[kind]))
    way = stop - start
    kind = kind or "walk"
    if abs(way) < 1e-6:
        return Course(start, 0.0, Footfall())
    share, ends = _share(performance, frame)
    count = max(1, round(abs(way) / (STEP[kind] * stature)))
    length = abs(way) / count / stature
    fall = _footfall(kind, share * count, count if ends else None, length)
    return Course(start + way * share, math.copysign(1.0, way), fall)


def _kind(performance: Performance) -> str:
    base = action_of(performance.action)[0]
    if base in STEP:
        return base
    for _, _, action in performance.beats:
        known = action_of(action)[0]
        if known in STEP:
            return known
    return ""


def _share(performance: Performance, frame: float) -> tuple[float, bool]:
    """Return (share of the way covered, whether the walk starts and stops inside the shot)."""
    spans = [(s, n) for s, n, a in performance.beats if action_of(a)[0] in STEP and n > 0]
    if not spans and action_of(performance.action)[0] in STEP:
        return frame / max(performance.frames, 1), False
    spans = spans or [(0, max(performance.frames, 1))]
    total = sum(n for _, n in spans)
    done = sum(min(max(frame - s, 0.0), n) for s, n in spans)
    share = done / total
    return _gently(share), True


def _gently(t: float) -> float:
    """Return t with a soft start and stop over the first and last eighth."""
    e, t = 0.125, max(0.0, min(1.0, t))
    top = 1 / (1 - e)
    if t < e:
        return top * t * t / (2 * e)
    if t > 1 - e:
        return 1 - top * (1 - t) ** 2 / (2 * e)
    return top * (t - e / 2)


def _landing(step: int, count: int | None) -> float:
    """Return where the foot of a step lands, in steps from the start."""
    if count is None:
        return step + 1.5
    if step < 0:
        return 0.0
    if step >= count - 1:
        return float(count)
    return min(step + 1.5, count - 0.1)


def _footfall(kind: str, steps: float, count: int | None, length: float) -> Footfall:
    now = math.floor(steps) if count is None else min(max(math.floor(steps), 0), count)
    share = steps - now
    feet = [_foot(kind, steps, now, share, foot, count, length) for foot in (0, 1)]
    near, far = feet
    swing = max(-1.0, min(1.0, (near[0] - far[0]) / (2 * STEP[kind])))
    moving = count is None or 0 < steps < count
    flight = 0.035 * math.sin(math.pi * share) if kind == "run" and moving else 0.0
    return Footfall(kind, near, far, swing, flight)


def _foot(
    kind: str, steps: float, now: int, share: float, foot: int, count: int | None, length: float
) -> Foot:
    swings = now % 2 == foot and (count is None or now < count)
    last = now - 2 if swings else now - 1 if (now - 1) % 2 == foot else now - 2
    stand = _landing(last, count)
    if not swings:
        behind = (steps - stand) * length
        return (-behind, 0.0, -1.0, _heel(behind))
    swing = ease((share - 0.06) / 0.88)
    place = stand + (_landing(now, count) - stand) * swing
    lift = LIFT[kind] * math.sin(math.pi * swing)
    heel = _heel((now - stand) * length) * (1 - ease(2 * swing))
    return ((place - steps) * length, lift, swing if 0 < swing < 1 else -1.0, heel)


def _heel(behind: float) -> float:
    """Return how far the heel of a foot behind the body has turned up about its toe."""
    return min(max((behind - 0.075) * 5.0, 0.0), 0.55)
