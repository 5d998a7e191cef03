"""Where people walk during a shot: stretches in time, kept off one another. Knows no camera."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from memory.film import Shot
from memory.vocabulary import MoveType
from tools.theatre.beats import Beat, Part
from tools.theatre.cast.actions import action_of
from tools.theatre.cast.gait import STEP
from tools.theatre.cast.performance import Leg
from tools.theatre.framing import SHARES
from tools.theatre.sets.landmarks import Spot, beside, named_in

MOVING = ("walk", "run", "climb", "enter", "exit", "hop", "fly")

LONGEST_WALK = 2.6

WALKED = 0.95
"""Share of the frame height (at any size) that a walk inside the picture covers."""

COMING = re.compile(
    r"\b(enters?|arrives?|comes? (in|up|over|back|out)|catch(es)? up"
    r"|approach(es)?|joins?|returns?)\b"
)
"""Words of someone who walks to their own place and stays there."""

PACE = {"walk": 0.62, "run": 1.5, "climb": 0.3, "enter": 0.66, "exit": 0.7, "hop": 0.35, "fly": 0.9}
"""World units a second at ease."""

REACH = 0.46
"""World units between a walker who stops and the one they come to."""

AIMED = ("walk", "run", "climb")
TOWARDS = re.compile(
    r"\b(?:to|towards?|for|at|over to|up to|by|between) ((?:the|an?|his|her|their|one) [\w -]+)",
    re.IGNORECASE,
)
NOWHERE: Mapping[str, Spot] = {}

HANDS = 0.52
"""World units between two people who hand something over."""

BEHIND = 0.26
"""How much deeper someone walks who passes another."""

OUTSIDE = 2.4
"""World units to walk in or out, until the camera is known."""


def side_of(words: str, otherwise: float) -> float:
    """The direction that words name, 1 right or -1 left, else the one given."""
    lowered = words.lower()
    if re.search(r"right to left|to the left|from the right|leftward|screen left", lowered):
        return -1.0
    if re.search(r"left to right|to the right|from the left|rightward|screen right", lowered):
        return 1.0
    return otherwise


def legs_of(
    part: Part,
    x: float,
    facing: float,
    room: float,
    rate: float,
    others: Mapping[str, float],
    spots: Mapping[str, Spot] = NOWHERE,
) -> tuple[Leg, ...]:
    """The stretches that a part's walking beats cover, through or to their own place.

    Args:
        part: whose beats walk.
        x: their place in the scene.
        facing: the way they are turned there.
        room: how far a walk inside the picture goes, world units.
        rate: frames a second.
        others: first names in lower case, and where they stand.
        spots: the place's door, window and the like.
    """
    going = [beat for beat in part.beats if action_of(beat[2])[0] in STEP]
    if not going:
        return ()
    way = side_of(going[0][2], facing)
    if action_of(going[0][2])[0] == "exit" and not side_of(going[0][2], 0.0):
        way = _free_way(x, facing, list(others.values()))
    at = x if _thing(going[0][2], spots, x) is not None else None
    at = _begins(going, x, way, room, rate, others) if at is None else at
    legs: list[Leg] = []
    for k, (start, frames, text) in enumerate(going):
        action = action_of(text)[0]
        if k:
            way = side_of(text, -way if re.search(r"\b(back|away|off|out)\b", text) else way)
        spot = _thing(text, spots, at) if action in AIMED else None
        to = _ends(action, text, (at, x, way), room, PACE[action] * frames / rate, others)
        to = at + max(-room, min(room, spot - at)) if spot is not None else to
        if (
            k == 0
            and action in ("walk", "run", "climb")
            and len(going) == 1
            and not _named(text, others)
            and spot is None
        ):
            to = at + way * abs(2 * (x - at))
        if abs(to - at) < 0.05:
            continue
        legs.append((start, frames, round(at, 4), round(to, 4), action))
        at = to
    return tuple(legs)


def _free_way(x: float, facing: float, others: Sequence[float]) -> float:
    """The way out: ahead, unless somebody stands there and nobody behind."""
    ahead = any((other - x) * facing > 0 for other in others)
    behind = any((other - x) * facing < 0 for other in others)
    return -facing if ahead and not behind else facing


def _begins(
    going: Sequence[Beat], x: float, way: float, room: float, rate: float,
    others: Mapping[str, float],
) -> float:  # fmt: skip
    """Where the first stretch begins: outside, at the place, or half a walk before it."""
    _, frames, text = going[0]
    action = action_of(text)[0]
    if action == "enter":
        return x - way * OUTSIDE
    if action == "exit" or _named(text, others) is not None:
        return x
    far = min(room, PACE[action] * frames / rate)
    return x - way * far / 2


def _ends(
    action: str, text: str, where: tuple[float, float, float], room: float, far: float,
    others: Mapping[str, float],
) -> float:  # fmt: skip
    at, x, way = where
    if action == "enter":
        return x
    if action == "exit":
        return at + way * OUTSIDE
    target = _named(text, others)
    if target is not None:
        side = 1.0 if target > at else -1.0
        return target - side * REACH if abs(target - at) > REACH else at
    return at + way * min(room, far)


def _thing(text: str, spots: Mapping[str, Spot], x: float) -> float | None:
    """Where whoever walks from x comes to, if words send them to a thing of the place."""
    found = TOWARDS.search(text)
    spot = named_in(found.group(1), spots) if found and spots else None
    return None if spot is None else beside(spot, x)


def _named(text: str, others: Mapping[str, float]) -> float | None:
    for name, x in others.items():
        if re.search(rf"\b(?:to|towards?|at|over to|up to|for)\s+{re.escape(name)}\b", text, re.I):
            return x
    return None


def kept_short(legs: tuple[Leg, ...], others: Sequence[float]) -> tuple[tuple[Leg, ...], bool]:
    """End a walk an arm's length before someone in its way; whether it passes anybody.

    Who leaves passes behind the others; who walks inside the picture stops before them.
    """
    kept: list[Leg] = []
    passes = False
    at = legs[0][2] if legs else 0.0
    for start, frames, _, end, kind in legs:
        way = 1.0 if end > at else -1.0
        ahead = sorted(x * way for x in others if 0.05 < (x - at) * way < abs(end - at) + REACH)
        stop = end
        if ahead and kind in ("enter", "exit"):
            passes = passes or ahead[0] < end * way - 0.1
        elif ahead and ahead[0] - REACH > at * way:
            stop = min(end * way, ahead[0] - REACH) * way
        elif ahead:
            passes = True
        if kind not in ("enter", "exit"):
            stop = _clear(stop, way, others)
        kept.append((start, frames, at, round(stop, 4), kind))
        at = round(stop, 4)
    return tuple(kept), passes


def _clear(stop: float, way: float, others: Sequence[float]) -> float:
    """The end of a walk moved on until nobody stands within an arm's length of it."""
    for x in sorted(others, key=lambda other: other * way):
        if abs(stop - x) < REACH - 0.01:
            stop = x + REACH * (way if (stop - x) * way > 0 else -way)
    return stop


def room_of(shot: Shot) -> float:
    """How far a walk inside the picture goes, world units."""
    return min(LONGEST_WALK, WALKED / SHARES[shot.size.value])


def path_of(
    shot: Shot,
    action: str,
    words: str,
    x: float,
    facing: float,
    rate: float,
    spots: Mapping[str, Spot] = NOWHERE,
) -> tuple[tuple[float, float] | None, float]:
    """A path for those who move: towards where they look, through their place at mid-shot."""
    if action not in MOVING:
        return None, facing
    spot = _thing(words, spots, x) if action in AIMED else None
    if spot is not None and abs(spot - x) > 0.08:
        room = room_of(shot)
        far = max(-room, min(room, spot - x))
        return (x, round(x + far, 4)), 1.0 if far > 0 else -1.0
    lowered = words.lower()
    facing = side_of(words, facing)
    # Whoever walks through a shot stays in it; only "enters" and "leaves" may cross its edge.
    room = WALKED / SHARES[shot.size.value]
    crossing = re.search(r"\b(exits?|leaves?|goes? out)\b", lowered) or COMING.search(lowered)
    free = crossing or shot.movement.type is MoveType.TRACK
    far = min(LONGEST_WALK if free else room, PACE[action] * shot.frames / rate)
    if COMING.search(lowered):
        # From just outside the picture, so that half the shot is not spent waiting.
        far = min(far, 0.72 * room + 0.1)
        return (round(x - facing * far, 4), x), facing
    if re.search(r"\b(exits?|leaves?|goes? out)\b", lowered):
        return (x, round(x + facing * far, 4)), facing
    return (round(x - facing * far / 2, 4), round(x + facing * far / 2, 4)), facing


def short_of(walk: tuple[float, float] | None, others: list[float]) -> tuple[float, float] | None:
    """End a walk an arm's length before someone who stands in its way."""
    if walk is None:
        return None
    start, end = walk
    way = 1.0 if end > start else -1.0
    ahead = [x * way for x in others if (x - start) * way > REACH]
    stop = min(ahead, default=end * way + REACH) - REACH
    return (start, round(min(end * way, stop) * way, 4))
