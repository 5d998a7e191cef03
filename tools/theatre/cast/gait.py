"""Walking and running: where the body is, where each foot stands. Draws nothing.

Feet are planted on a plan of steps in the world, so that a foot on the ground cannot slip.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from tools.theatre.cast.actions import action_of
from tools.theatre.cast.performance import Leg, Performance
from tools.theatre.cast.shape import ease

STEP = {
    "walk": 0.31,
    "run": 0.52,
    "climb": 0.27,
    "enter": 0.31,
    "exit": 0.31,
}  # one step, in statures
PACE = {"walk": 0.62, "run": 1.55, "climb": 0.3, "enter": 0.62, "exit": 0.62}
"""Statures a second where no path says otherwise."""

LIFT = {"walk": 0.055, "run": 0.16, "climb": 0.19}
DUTY = {"walk": 1.0, "run": 0.6, "climb": 1.0}
"""Steps that a foot stands while the other one swings."""


Foot = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Footfall:
    """One moment of a gait, in statures along the way of the walk.

    right, left: the body's own feet: (ahead of the body, above the ground, swing 0..1 or -1 when
    planted, pitch of the foot in radians as its heel leaves the ground before the toe).
    """

    kind: str = ""
    right: Foot = (0.0, 0.0, -1.0, 0.0)
    left: Foot = (0.0, 0.0, -1.0, 0.0)
    swing: float = 0.0  # -1..1: right leg ahead of left leg
    flight: float = 0.0  # the body's lift off the ground

    @property
    def near(self) -> Foot:
        """The foot drawn in front of an animal, which has no left and right."""
        return self.right

    @property
    def far(self) -> Foot:
        """The other one."""
        return self.left


@dataclass(frozen=True, slots=True)
class Course:
    """Where a puppet is on its way: place in the world, direction, its step, how much it walks."""

    x: float = 0.0
    direction: float = 0.0  # -1, 0 (no path), 1
    footfall: Footfall = Footfall()
    going: float = 0.0  # 0..1


def course(performance: Performance, frame: float, fps: float, stature: float) -> Course:
    """Return place and step at a frame; without a path the walk is on the spot."""
    if performance.legs:
        return _on_leg(performance.legs, frame, stature)
    kind = _kind(performance)
    start, stop = performance.walk_from, performance.walk_to
    if start is None or stop is None or not math.isfinite(start) or not math.isfinite(stop):
        if not kind:
            return Course()
        steps = frame / fps * PACE[kind] / STEP[kind]
        return Course(0.0, 0.0, _footfall(kind, steps, None, STEP[kind]), 1.0)
    spans = [(s, n) for s, n, a in performance.beats if action_of(a)[0] in STEP and n > 0]
    if spans or action_of(performance.action)[0] not in STEP:
        return _on_leg(_spread(spans, start, stop, kind, performance.frames), frame, stature)
    way = stop - start
    if abs(way) < 1e-6:
        return Course(start)
    share = frame / max(performance.frames, 1)
    kind = kind if kind in LIFT else "walk"
    count = max(1, round(abs(way) / (STEP[kind] * stature)))
    fall = _footfall(kind, share * count, None, abs(way) / count / stature)
    return Course(start + way * share, math.copysign(1.0, way), fall, 1.0)


def _spread(
    spans: list[tuple[int, int]], start: float, stop: float, kind: str, frames: int
) -> tuple[Leg, ...]:
    """Return a path dealt out to the beats that walk it; without any it takes the shot."""
    spans = sorted(spans) or [(0, max(frames, 1))]
    total = sum(n for _, n in spans)
    legs, done = [], 0
    for s, n in spans:
        x0, x1 = (start + (stop - start) * d / total for d in (done, done + n))
        legs.append((s, n, x0, x1, kind or "walk"))
        done += n
    return tuple(legs)


def _kind(performance: Performance) -> str:
    for words in (performance.action, *(a for _, _, a in performance.beats)):
        known = action_of(words)[0]
        if known in STEP:
            return known if known in LIFT else "walk"
    return ""


def _on_leg(legs: tuple[Leg, ...], frame: float, stature: float) -> Course:
    """Return place and step on the stretch that is walked now, or where the last one ended."""
    begun = [leg for leg in legs if leg[0] <= frame]
    start, frames, x0, x1, kind = begun[-1] if begun else legs[0]
    kind = kind if kind in LIFT else "walk"
    way = x1 - x0
    if abs(way) < 1e-6 or not math.isfinite(way):
        return Course(x0 if math.isfinite(x0) else 0.0)
    count = max(1, round(abs(way) / (STEP[kind] * stature)))
    # One step more than the way is long: the last one only closes the feet.
    steps = max(0.0, min(1.0, (frame - start) / max(frames, 1))) * (count + 1)
    fall = _footfall(kind, steps, count, abs(way) / count / stature)
    going = min(ease((frame - start) / 5), ease((start + frames - frame) / 5))
    return Course(x0 + way * _body(steps, count) / count, math.copysign(1.0, way), fall, going)


def _body(steps: float, count: int | None) -> float:
    """Return how far the body is, in steps, at a phase of the walk; half a step behind the feet.

    The first and the last step take it half as far as the others.
    """
    if count is None:
        return steps
    if steps < 1:
        return 0.5 * steps * steps
    past = max(0.0, steps - count)
    return steps - 0.5 - 0.5 * past * past


def _landing(step: int, count: int | None, duty: float) -> float:
    """Return where the foot of a step lands, in steps: under the body's way while it stands."""
    if count is None:
        return step + 1.0 + duty / 2
    if step < 0:
        return 0.0
    return float(count) if step >= count - 1 else min(step + 0.5 + duty / 2, float(count))


def _footfall(kind: str, steps: float, count: int | None, length: float) -> Footfall:
    right, left = (_foot(kind, steps, foot, count, length) for foot in (0, 1))
    swing = max(-1.0, min(1.0, (right[0] - left[0]) / (1.6 * STEP[kind])))
    moving = count is None or 0 < steps < count
    # A runner is in the air while neither foot stands.
    up = (steps - DUTY["run"]) % 1.0 / (1 - DUTY["run"]) if kind == "run" and moving else 0.0
    flight = 0.045 * math.sin(math.pi * min(1.0, up))
    return Footfall(kind, right, left, swing, flight)


def _foot(kind: str, steps: float, foot: int, count: int | None, length: float) -> Foot:
    """Return one foot: the step it is about to make swings from the place of the one before."""
    duty, body = DUTY[kind], _body(steps, count)
    step = math.floor(steps)
    step += (step - foot) % 2
    if count is None:
        begins = step - 1 + duty
    else:
        step = max(step, foot)
        begins = max(0.0, step - 1 + duty)
    stand = _landing(step - 2, count, duty)
    if steps < begins or (count is not None and step > count):
        behind = (body - stand) * length
        return (-behind, 0.0, -1.0, _heel(behind))
    u = (steps - begins) / (step + 1 - begins)
    swing = ease((u - 0.03) / 0.94)
    place = stand + (_landing(step, count, duty) - stand) * swing
    lift = LIFT[kind] * math.sin(math.pi * swing)
    leaving = (_body(begins, count) - stand) * length
    heel = _heel(leaving) * (1 - ease(2 * swing))
    return ((place - body) * length, lift, swing if 0 < swing < 1 else -1.0, heel)


def _heel(behind: float) -> float:
    """Return how far the heel of a foot behind the body has turned up about its toe."""
    return min(max((behind - 0.075) * 5.0, 0.0), 0.55)
