"""When things happen in a performance: beats that blend, turns, sitting down. Draws nothing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from tools.theatre.cast.actions import action_of
from tools.theatre.cast.performance import Performance
from tools.theatre.cast.shape import ease

BLEND = 0.25
"""Seconds over which one action turns into the next."""

LASTS = {"sit": 1.25, "rise": 1.15, "turn": 0.9, "nod": 1.3, "shake_head": 1.4, "shrug": 1.2,
         "give": 2.2, "take": 2.2, "pick_up": 1.9, "put_down": 1.9, "drink": 3.0,
         "open_door": 2.6}  # fmt: skip
"""Seconds after which an action is done, however long its beat goes on."""

GLANCE_AHEAD = 5
"""Frames by which the head leads the body into a turn."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A beat at one frame: what, how much it shows (0..1) and how far it has come (0..1)."""

    action: str
    words: str
    weight: float
    share: float


def cues(performance: Performance, frame: float, fps: float) -> list[Cue]:
    """Return the beats that show at a frame, in order; neighbours overlap and cross over."""
    found = []
    for start, frames, words in ordered(performance.beats):
        soft = max(1.0, min(BLEND * fps, frames / 2))
        age, left = frame - start + soft / 3, start + frames - frame + 2 * soft / 3
        weight = min(ease(age / soft), ease(left / soft))
        if weight <= 0:
            continue
        action = action_of(words)[0]
        span = min(frames, LASTS.get(action, 1e9) * fps)
        share = max(0.0, min(1.0, (frame - start) / max(span, 1)))
        found.append(Cue(action, words, weight, share))
    return found


@lru_cache(maxsize=256)
def ordered(beats: tuple[tuple[int, int, str], ...]) -> tuple[tuple[int, int, str], ...]:
    """Return beats by their beginning; a length below one frame counts as one."""
    return tuple((s, max(1, n), a) for s, n, a in sorted(beats, key=lambda beat: beat[0]))


@dataclass(frozen=True, slots=True)
class Turning:
    """Which way someone is turned, -1..1, with the head ahead of the body, and the turn's step.

    step: 0..1 while the feet follow a turn on the spot, else -1.
    """

    body: float
    head: float
    step: float = -1.0


def turning(performance: Performance, frame: float, fps: float) -> Turning:
    """Return where someone has turned to: beats flip it, a walk faces its way."""
    events = _turns(performance, round(fps))
    base = max(-1.0, min(1.0, performance.facing))
    body, head, step = base, base, -1.0
    for start, frames, target, spot in events:
        body += (target - body) * ease((frame - start) / frames)
        head += (target - head) * ease((frame + GLANCE_AHEAD - start) / frames)
        if spot and start < frame < start + frames:
            step = (frame - start) / frames
    return Turning(body, head, step)


@lru_cache(maxsize=256)
def _turns(performance: Performance, fps: int) -> tuple[tuple[float, float, float, bool], ...]:
    """Return (start, frames, new facing, on the spot) of everything that turns a body round."""
    base = max(-1.0, min(1.0, performance.facing))
    plan: list[tuple[float, float, float, bool]] = []
    for first, frames, words in ordered(performance.beats):
        if action_of(words)[0] == "turn":
            plan.append((first, min(frames, LASTS["turn"] * fps), 0.0, True))
    for first, _, x0, x1, _ in performance.legs:
        if abs(x1 - x0) > 1e-6:
            plan.append((first - 7, 9.0, math.copysign(1.0, x1 - x0), False))
    if not performance.legs:
        plan += _way(performance)
    now = base
    turns: list[tuple[float, float, float, bool]] = []
    for start, span, wanted, spot in sorted(plan, key=lambda turn: turn[0]):
        target = wanted or (-now if now else -1.0)
        if (target > 0) != (now > 0) or abs(now) < 1:
            turns.append((start, span, target, spot))
        now = target
    return tuple(turns)


def _way(performance: Performance) -> list[tuple[float, float, float, bool]]:
    start, stop = performance.walk_from, performance.walk_to
    if start is None or stop is None or not math.isfinite(start - stop) or start == stop:
        return []
    way = math.copysign(1.0, stop - start)
    moving = ("walk", "run", "climb", "enter", "exit")
    if action_of(performance.action)[0] in moving:
        return [(-1e6, 1.0, way, False)]
    starts = [s for s, _, a in performance.beats if action_of(a)[0] in moving]
    return [(min(starts, default=0) - 4, 8.0, way, False)]


def sits(performance: Performance) -> bool:
    """Return whether a seat is used at any time."""
    words = (performance.action, *(a for _, _, a in performance.beats))
    return performance.seated or any(action_of(a)[0] in ("sit", "rise") for a in words)


def seated(performance: Performance, frame: float, fps: float) -> float:
    """Return how far someone is down on a seat, 0 stands .. 1 sits, with a soft landing."""
    known = (action_of(words)[0] for _, _, words in ordered(performance.beats))
    plan = [action for action in known if action in ("sit", "rise")]
    base = performance.seated or action_of(performance.action)[0] == "sit"
    down = 1.0 if (base and plan[:1] != ["sit"]) or plan[:1] == ["rise"] else 0.0
    for start, frames, words in ordered(performance.beats):
        action = action_of(words)[0]
        if action not in ("sit", "rise"):
            continue
        u = (frame - start) / max(1.0, min(frames, LASTS[action] * fps))
        down += ((1.0 if action == "sit" else 0.0) - down) * _sinking(u, action)
    return down


def _sinking(u: float, action: str) -> float:
    """Return the way of the hips: they wait for the lean, then go, and give a little at the end."""
    share = ease((u - 0.22) / 0.56) if action == "sit" else ease((u - 0.3) / 0.55)
    give = 0.05 * math.sin(math.pi * min(1.0, max(0.0, (u - 0.72) / 0.28)))
    return share + (give if action == "sit" else 0.6 * give)
