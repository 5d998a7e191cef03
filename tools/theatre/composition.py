"""What the words of a composition ask of the camera: thirds, air, leans, whose shoulder.

Reads words, moves nothing.
"""

from __future__ import annotations

import re

from memory.film import Shot
from memory.vocabulary import Angle, MoveType
from tools.theatre.spec import ActorSpec

LEAN, TURN = 7.0, 9.0
"""Degrees of a canted picture, and of a roll, unless the words name them."""

MORE_AIR, LESS_AIR = 0.10, -0.035
"""Headroom that words add or take, in frame heights."""

POINT = r"\b{}(?:'s|s')? (?:pov|point of view|view|eyes|sees|looks|watches)"
"""Words that say whose eyes the camera is."""

OVER = re.compile(
    r"\bover[- ](?:the |his |her |their )?(?:[\w'-]+ ){0,3}shoulder\b|\bots\b|\bdirty\b"
)
THIRD = re.compile(
    r"\b(left|right)\b[^,;.]{0,12}\bthirds?\b|\bthirds?\b[^,;.]{0,12}\b(left|right)\b"
    r"|\bframe[- ](left|right)\b|\b(?:on|at) the (left|right)\b"
)
THROUGH = {
    "leaves": r"leaves|leaf|foliage|branch(?:es)?|bush(?:es)?|twigs?|ferns?|trees?",
    "grass": r"grass(?:es)?|reeds?|wheat|corn|flowers?|weeds?",
    "post": r"lamp[- ]?posts?|posts?|poles?|pillars?|columns?|trunks?|door[- ]?frame edge",
    "rail": r"rail(?:ing|ings|s)?|fence|banister|balustrade|bars|gate",
    "arch": r"arch(?:way)?|doorway|door frame|gateway|tunnel|cave mouth",
    "window": r"window(?: frame)?|pane|porthole|windscreen|windshield",
    "curtain": r"curtains?|drapes?|cloth|veil|laundry|sheets?",
    "lamp": r"lamp|lantern|candles?|light",
    "bottles": r"bottles?|glass(?:es)?|jars?|vase|cups?|mugs?",
    "rocks": r"rocks?|boulders?|stones?|crates?|barrels?",
}
"""Foreground pieces by their words."""

FRAMING = re.compile(
    r"\b(?:through|framed (?:by|in)|behind|past|beyond|from behind|frame within a frame|seen in)"
    r" (?:the |a |an |some )?(.{0,40})"
)


def side_of(composition: str) -> str:
    """The third a composition names for its one subject; empty leaves lead room."""
    lowered = composition.lower()
    if re.search(r"\bshort[- ]?sid\w*|\bno lead room\b|\blook\w* out of (?:the )?frame\b", lowered):
        return "short"
    found = THIRD.search(lowered)
    if found:
        return next(side for side in found.groups() if side)
    if re.search(r"\b(cent(re|er)(d|ed)?|symmetr\w*|middle)\b", lowered):
        return "centre"
    return ""


def air_of_words(composition: str) -> float:
    """Headroom the words add, in frame heights."""
    lowered = composition.lower()
    if re.search(r"\b(?:lots of|more|generous|extra|much) (?:head ?room|air|sky)\b", lowered):
        return MORE_AIR
    if re.search(r"\bnegative space (?:above|over)\b", lowered):
        return MORE_AIR
    if re.search(r"\b(?:tight|less|little|no) (?:head ?room|air)\b", lowered):
        return LESS_AIR
    return 0.0


def lean_of(shot: Shot) -> float:
    """Degrees a canted picture leans; to the side the words name."""
    if shot.roll_deg:
        return shot.roll_deg
    if shot.angle is not Angle.DUTCH:
        return 0.0
    words = f"{shot.composition} {shot.action}".lower()
    named = re.search(r"(\d{1,2})(?:\.\d+)?\s*(?:°|deg)", words)
    degrees = min(45.0, float(named.group(1))) if named else LEAN
    left = re.search(r"\b(cant|lean|tilt|dutch)\w*[^.;]{0,20}\bleft\b", words)
    return -degrees if left else degrees


def is_over_shoulder(shot: Shot) -> bool:
    """Whether the angle or the words ask for someone's back in the foreground."""
    if shot.angle is Angle.OTS or "shoulder" in shot.foreground.lower():
        return True
    return bool(OVER.search(f"{shot.composition}; {shot.foreground}".lower()))


def whose_shoulder(shot: Shot, names: list[str]) -> str:
    """The name in "over Theo's shoulder"; empty when none is said."""
    words = f"{shot.composition}; {shot.foreground}"
    for name in names:
        if re.search(rf"\b{re.escape(name)}(?:'s|s')?\s+(?:\w+\s+)?shoulder", words, re.IGNORECASE):
            return name
    return ""


def viewer_of(shot: Shot, actors: tuple[ActorSpec, ...]) -> ActorSpec | None:
    """Whose eyes a point of view is: who is said to look, else the first of several."""
    words = shot.action.lower()
    looks = [a for a in actors if re.search(POINT.format(re.escape(a.name.lower())), words)]
    return looks[0] if looks else actors[0] if len(actors) > 1 else None


def through_of(shot: Shot) -> str:
    """What stands before the lens, as CameraSpec.through has it; empty for nothing."""
    words = shot.foreground.lower()
    if not words:
        found = FRAMING.search(shot.composition.lower())
        words = found.group(1) if found else ""
    if not words or "shoulder" in words:
        return ""
    for kind, pattern in THROUGH.items():
        if re.search(rf"\b(?:{pattern})\b", words):
            side = re.search(r"\b(left|right|both)\b", f"{words} {shot.foreground.lower()}")
            return f"{kind} {side.group(1)}" if side else kind
    return ""


def travels_left(shot: Shot) -> bool:
    """Whether a move that may go either way is told to go left (or out)."""
    words = f"{shot.composition} {shot.action}".lower()
    named = re.search(r"\b(?:whip|pan|swish|track|truck|roll)\w*[^.;]{0,24}\b(left|right)\b", words)
    return bool(named and named.group(1) == "left")


def goes_out(shot: Shot) -> bool:
    """Whether a zoom that may go either way is told to go out."""
    words = f"{shot.composition} {shot.action}".lower()
    return shot.movement.type in (MoveType.CRASH_ZOOM, MoveType.DOLLY_ZOOM) and bool(
        re.search(r"\b(?:zoom|dolly|pull|track)\w*[^.;]{0,12}\b(?:out|back|away)\b", words)
    )
