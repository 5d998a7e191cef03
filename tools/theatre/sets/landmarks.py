"""Where the things of a room truly are: its door, windows, table, stove, bed, desk, counter.

World places for whoever walks to them or looks at them; knows no people and no camera. Outside
nothing is known: houses stand too far off to be walked to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from tools.theatre.palette import air_of
from tools.theatre.sets import bar, corridor, office
from tools.theatre.sets.build import build_set
from tools.theatre.sets.room import TABLE_Z
from tools.theatre.sets.scheme import PAINTS, Scheme, scheme_of
from tools.theatre.spec import LightSpec, SetSpec

Spot = tuple[float, float, float]
"""World x, y (negative upwards) and depth of a thing's middle."""

WORDS: Mapping[str, str] = {
    "window": r"windows?|window ?sill|sill|curtains?|blinds?",
    "door": r"door|doors|doorway|way out",
    "table": r"tables?",
    "stove": r"stove|cooker|oven|hob|kettle",
    "sink": r"sink|basin|taps?",
    "fridge": r"fridge|refrigerator",
    "bed": r"bed|bunk|cot",
    "wardrobe": r"wardrobe|closet|cupboard",
    "sofa": r"sofa|couch|settee",
    "fire": r"fire|fireplace|hearth|mantel\w*",
    "desk": r"desks?",
    "counter": r"counter|bar|till",
    "board": r"whiteboard|blackboard|chalkboard|board",
    "screen": r"screens?|monitors?",
    "shelves": r"book ?case|book ?shel(?:f|ves)|shel(?:f|ves)",
}
AWAY = 2.6
"""World units from a camera to the actors in a wide shot: what a thing's depth is seen from."""

AT_TABLE = 0.3
"""World units either side of a table's middle at which one is at it."""


@lru_cache(maxsize=64)
def landmarks_of(place: SetSpec) -> Mapping[str, Spot]:
    """The known things of a place by name; nothing outside."""
    if not place.interior:
        return MappingProxyType({})
    light = LightSpec()
    air = air_of(light)
    spots: dict[str, Spot] = {}
    if place.family == "office" and place.kind in office.COMPANY:
        spots = bar.landmarks(place, light, air)
    elif place.family == "office":
        spots = office.landmarks(place, light, air)
    elif place.family == "corridor":
        spots = corridor.landmarks(place, light, air)
    else:
        spots = _room(scheme_of(place, light), place)
    panes = sorted(build_set(place, light, air).rig.panes, key=lambda p: abs(p.x0 + p.x1))
    if panes:
        pane = panes[0]
        spots["window"] = ((pane.x0 + pane.x1) / 2, (pane.y0 + pane.y1) / 2, pane.z)
    return MappingProxyType(spots)


def named_in(words: str, spots: Mapping[str, Spot]) -> Spot | None:
    """The first of these things that words name; None where they name none."""
    found = [
        (match.start(), name)
        for name in spots
        if (match := re.search(rf"\b(?:{WORDS[name]})\b", words, re.IGNORECASE))
    ]
    return spots[min(found)[1]] if found else None


def beside(spot: Spot, x: float) -> float:
    """World x at which someone who comes from x stands at a thing, as a wide shot shows it."""
    if spot[2] <= 0:
        return max(spot[0] - AT_TABLE, min(spot[0] + AT_TABLE, x))
    return round(spot[0] * AWAY / (AWAY + spot[2]), 4)


def _room(scheme: Scheme, place: SetSpec) -> dict[str, Spot]:
    kind = place.kind if place.kind in PAINTS else "living"
    way, half, back = scheme.way, scheme.shell.half, 1.28
    front = not place.reverse
    spots: dict[str, Spot] = {"door": (-way * half, -0.6, 0.5)}
    if kind == "bedroom":
        spots["door"] = (way * half, -0.6, 0.55)
        spots["wardrobe"] = (-way * (half - 0.44), -0.6, 1.12)
        if front:
            spots["bed"] = (way * (half - (0.86 if half > 1.6 else 0.66)), -0.3, 1.12)
    elif kind == "living":
        if front:
            spots["sofa"] = (-way * (half - 0.86), -0.3, back)
        spots["fire"] = spots["shelves"] = (way * (half - 0.72), -0.3, back)
    elif kind == "study":
        spots["desk"] = (way * (half - 0.5), -0.5, 1.0)
        spots["shelves"] = (-way * (half - 0.6), -0.9, 1.5)
    elif kind == "cabin":
        spots["door"] = (way * half, -0.55, 0.35)
        spots["stove"] = (way * (half - 0.40), -0.4, back)
        spots["bed"] = (-way * (half - 0.46), -0.3, back)
        spots["shelves"] = (-way * 0.92, -1.0, 1.5)
    elif kind == "kitchen" and front:
        spots["stove"] = (way * (half - 0.48), -0.5, back)
        spots["fridge"] = (-way * (half - 0.32), -0.7, back)
        spots["sink"] = (-way * 0.1, -0.5, back)
    elif kind == "kitchen":
        spots["door"] = (-way * (half - 0.45), -0.6, 1.55)
    if kind != "bedroom" and ("table" in place.pieces or kind in ("kitchen", "cabin", "dining")):
        spots["table"] = (0.0, -0.45, TABLE_Z)
    return spots
