"""Camera directions in a script's words: "slow push in on ...", "CLOSE ON", [[shot: ...]]. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from memory.vocabulary import Angle, MoveType, Size, Speed, Term, View, parse

LONGEST_NOTE_SECONDS = 60.0
"""A shot note may ask for a longer shot than coverage makes, up to here."""

_WE = (
    r"(?:(?:we|the camera|camera)\s+)?(?:(?P<speed>(?:very\s+)?slow(?:ly)?|fast|quick(?:ly)?)\s+)?"
)
_MOVES: tuple[tuple[str, MoveType], ...] = (
    (r"push(?:es)?[ -]in(?: on| to| towards)?", MoveType.DOLLY_IN),
    (r"(?:dolly|dollies|track|creep|move)s? in(?: on| to| towards)?", MoveType.DOLLY_IN),
    (r"(?:pull|dolly|track|draw)s? (?:back|out)(?: from| to| to reveal)?", MoveType.DOLLY_OUT),
    (r"whip[ -]pans?(?: to)?", MoveType.WHIP_PAN),
    (r"pans? left(?: to| across| over)?", MoveType.PAN_LEFT),
    (r"pans? (?:right|to|across|over|with|along)(?: to| across| over)?", MoveType.PAN_RIGHT),
    (r"tilts? down(?: to| over)?", MoveType.TILT_DOWN),
    (r"tilts? up(?: to| over)?", MoveType.TILT_UP),
    (r"crash[ -]zooms?(?: in)?(?: on| to)?", MoveType.CRASH_ZOOM),
    (r"dolly zooms?(?: on)?", MoveType.DOLLY_ZOOM),
    (r"zooms? out(?: from| to)?", MoveType.ZOOM_OUT),
    (r"zooms? in(?: on| to)?", MoveType.ZOOM_IN),
    (r"(?:crane|rise|boom)s? (?:up|above)(?: to| from| over)?", MoveType.CRANE_UP),
    (r"(?:crane|descend|boom)s? down(?: to| from| over)?", MoveType.CRANE_DOWN),
    (r"(?:truck|crab)s? left(?: to| with| along)?", MoveType.TRUCK_LEFT),
    (r"(?:truck|crab)s? (?:right|with|along)(?: to| with| along)?", MoveType.TRUCK_RIGHT),
    (r"tracking(?: shot)?(?: with| on| of)?|tracks? with|follows? with", MoveType.TRACK),
    (r"(?:orbit|arc|circle)s? (?:round|around)", MoveType.ARC_RIGHT),
    (r"racks? focus(?: to| from)?", MoveType.RACK_FOCUS),
    (r"hand-?held(?: shot)?(?: on| of)?", MoveType.HANDHELD),
)
_NEEDS_CAMERA = frozenset(
    {MoveType.CRANE_UP, MoveType.CRANE_DOWN, MoveType.ARC_RIGHT, MoveType.DOLLY_OUT}
)
"""Moves whose words an actor may do too ("rises up"): they need "we" or "camera" or a speed."""

_FRAMES: tuple[tuple[str, Size], ...] = (
    (r"(?:extreme|big) close[- ]?up(?: of| on)?|ECU(?: of| on)?\b", Size.ECU),
    (r"medium close[- ]?up(?: of| on)?|\bMCU\b(?: of| on)?", Size.MCU),
    (r"close[- ]?up(?: of| on)?|\bclose on\b|\bCU\b(?: of| on)?|\bcloser on\b", Size.CU),
    (r"\binsert\s*(?:-|–|—|:|on)", Size.INSERT),
    (r"extreme wide(?: shot)?(?: of| on)?", Size.EWS),
    (r"\bwide (?:shot|on)(?: of| on)?", Size.WS),
    (r"medium shot(?: of| on)?", Size.MS),
    (r"full shot(?: of| on)?", Size.FS),
)
_ANGLES: tuple[tuple[str, Angle], ...] = (
    (r"\b(?:from a |in a )?high angle(?: on| of)?", Angle.HIGH),
    (r"\b(?:from a |in a )?low angle(?: on| of)?", Angle.LOW),
    (
        r"\boverhead(?: shot)?(?: of| on)|\btop shot(?: of)?|bird'?s[- ]eye(?: view)?",
        Angle.OVERHEAD,
    ),
    (r"\bdutch angle(?: on)?", Angle.DUTCH),
    (r"\baerial(?: shot| view)?(?: of)?", Angle.AERIAL),
    (r"\bPOV\b(?:\s*(?:-|–|:|of))?|point of view(?: of)?", Angle.POV),
)


@dataclass(frozen=True, slots=True)
class Direction:
    """What the script asks of the camera; None where it asks nothing."""

    size: Size | None = None
    angle: Angle | None = None
    move: MoveType | None = None
    speed: Speed | None = None
    view: View | None = None
    seconds: float | None = None
    shot_id: str = ""
    odd: tuple[str, ...] = ()
    """Words of a shot note that name nothing known."""

    @property
    def asks(self) -> bool:
        """True when anything is asked."""
        return self != Direction()

    def over(self, other: Direction) -> Direction:
        """This direction, with the other's where this one asks nothing."""
        return Direction(
            self.size or other.size,
            self.angle or other.angle,
            self.move or other.move,
            self.speed or other.speed,
            self.view or other.view,
            self.seconds or other.seconds,
            self.shot_id or other.shot_id,
            (*self.odd, *other.odd),
        )


def directed(text: str) -> tuple[Direction, str]:
    """The directions in a sentence, and the sentence left for the actors."""
    direction, rest = _moves(text)
    for pattern, size in _FRAMES:
        match = re.search(pattern, rest, re.IGNORECASE)
        if match and direction.size is None and _is_frame(match, rest):
            direction = replace(direction, size=size)
            rest = rest[: match.start()] + rest[match.end() :]
    for pattern, angle in _ANGLES:
        match = re.search(pattern, rest, re.IGNORECASE)
        if match and direction.angle is None:
            direction = replace(direction, angle=angle)
            rest = rest[: match.start()] + rest[match.end() :]
    return (direction, _sentence(rest)) if direction.asks else (direction, text)


def _is_frame(match: re.Match[str], text: str) -> bool:
    # "He stands close on her heels" is no direction; at the head of a sentence it is.
    before = text[: match.start()].rstrip()
    return not before or before[-1] in ".!?:;-–—" or match.group().isupper()


def _moves(text: str) -> tuple[Direction, str]:
    for pattern, move in _MOVES:
        match = re.search(rf"\b{_WE}(?:{pattern})\b\s*", text, re.IGNORECASE)
        if not match or not _is_camera(match, text, move):
            continue
        said = (match.group("speed") or "").casefold()
        speed = parse(Speed, said) or (Speed.FAST if said.startswith("quick") else None)
        usual = Speed.FAST if move in {MoveType.WHIP_PAN, MoveType.CRASH_ZOOM} else Speed.SLOW
        rest = text[: match.start()] + text[match.end() :]
        return Direction(move=move, speed=speed or usual), rest
    return Direction(), text


def _is_camera(match: re.Match[str], text: str, move: MoveType) -> bool:
    addressed = re.match(r"(?:we|the camera|camera|slow|very)\b", match.group(), re.IGNORECASE)
    starts = not text[: match.start()].rstrip(" -–—")
    sentence = text[: match.start()].rstrip()
    if addressed:
        return True
    if move in _NEEDS_CAMERA:
        return False
    return starts or sentence[-1:] in ".!?;" or match.group().isupper()


def _sentence(text: str) -> str:
    text = re.sub(r"^[\s,;:.\-–—]+|(?<=[.!?])\s*[.,;:]+", "", " ".join(text.split()))
    text = re.sub(r"\s+([.,!?;:])", r"\1", text).strip()
    return text[:1].upper() + text[1:] if text else ""


def shot_note(text: str) -> Direction | None:
    """The direction of a note "shot: sh4 MCU static 3.5s"; None for any other note."""
    match = re.match(r"\s*shot\s*:\s*(.*)", text, re.IGNORECASE | re.DOTALL)
    if not match:
        return None
    words = match.group(1).replace(",", " ").split()
    direction = Direction()
    at = 0
    while at < len(words):
        direction, used = _word(direction, words, at)
        at += used
    return direction


def _word(direction: Direction, words: list[str], at: int) -> tuple[Direction, int]:
    if found := re.fullmatch(r"(\d+(?:\.\d+)?)s(?:ec)?", words[at], re.IGNORECASE):
        asked = max(0.2, float(found.group(1)))
        return replace(direction, seconds=min(LONGEST_NOTE_SECONDS, asked)), 1
    if re.fullmatch(r"sh_?\w{1,30}", words[at]) and not direction.shot_id:
        return replace(direction, shot_id=words[at].lower()), 1
    for length in (3, 2, 1):
        phrase = " ".join(words[at : at + length])
        if length <= len(words) - at and (known := _term(direction, phrase)):
            return known, length
    return replace(direction, odd=(*direction.odd, words[at])), 1


def _term(direction: Direction, phrase: str) -> Direction | None:
    kinds: tuple[tuple[str, type[Term]], ...] = (
        ("size", Size), ("move", MoveType), ("speed", Speed), ("angle", Angle), ("view", View),
    )  # fmt: skip
    for name, kind in kinds:
        if getattr(direction, name) is None and (term := parse(kind, phrase)):
            changed: dict[str, Any] = {name: term}
            return replace(direction, **changed)
    return None
