"""What is in a hand, and where a thing lies that is picked up or put down. Draws nothing."""

from __future__ import annotations

from dataclasses import dataclass

from tools.theatre.cast.actions import action_of
from tools.theatre.cast.figure import Colour
from tools.theatre.cast.look import Look
from tools.theatre.cast.performance import Performance
from tools.theatre.cast.props import prop_in
from tools.theatre.cast.timeline import LASTS, ordered

HELD_WORDS = {"read": "letter", "write": "pen", "type": "laptop", "drink": "cup"}
CARRIED = ("hold", "give", "carry", "take", "pick_up", "put_down")
GETS, LOSES = ("take", "pick_up"), ("give", "put_down")
LAID = ("pick_up", "put_down")
CHANGES_AT = 0.5
"""Share of a give, take, pick up or put down at which the thing changes hands."""

FORWARD_TABLE, FORWARD_GROUND = 0.27, 0.24
"""How far ahead of the feet a thing lies, statures."""


@dataclass(frozen=True, slots=True)
class Held:
    """A thing: its kind as drawn, its own colour, and whether it lies or is in the hand."""

    kind: str
    colour: Colour | None
    lies: bool = False


def held(look: Look, performance: Performance, frame: float, fps: float) -> Held | None:
    """Return what someone has, or what lies before them because they put it there."""
    changes = [beat for beat in ordered(performance.beats) if action_of(beat[2])[0] in GETS + LOSES]
    if not changes:
        kind = kind_in(look, performance.action) or _brought(look, performance)
        return Held(kind, _own_colour(look, kind)) if kind else None
    done = [b for b in changes if frame >= changed(b, fps)]
    words = (done[-1] if done else changes[0])[2]
    action = action_of(words)[0]
    kind = _named(look, performance, words)
    colour = _own_colour(look, kind)
    if done:
        if action in GETS:
            return Held(kind, colour)
        return Held(kind, colour, lies=True) if action == "put_down" else None
    if action in LOSES:
        return Held(kind, colour)
    return Held(kind, colour, lies=True) if action == "pick_up" else None


def changed(beat: tuple[int, int, str], fps: float) -> float:
    """Return the frame at which a beat's thing changes hands."""
    start, frames, words = beat
    span = min(frames, LASTS.get(action_of(words)[0], 1e9) * fps)
    return start + round(CHANGES_AT * span)


def kind_in(look: Look, words: str) -> str:
    """Return the thing that words put into a hand, as it is drawn, or ''."""
    action = action_of(words)[0]
    kind = _own(look, words) or prop_in(words)
    if not kind and action in CARRIED:
        kind = (prop_in(look.props[0][0]) or "parcel") if look.props else "parcel"
    return kind or HELD_WORDS.get(action, "")


def _own(look: Look, words: str) -> str:
    """Return which of their own things words name, before whatever else the words hold."""
    said = set(words.lower().replace(",", " ").replace(".", " ").split())
    mine = (prop_in(name) for name, _ in look.props if said.intersection(name.lower().split()))
    return next((kind for kind in mine if kind), "")


def _named(look: Look, performance: Performance, words: str) -> str:
    """Return the thing of a beat; "puts it down" means what the beats before or the base name."""
    if prop_in(words):
        return prop_in(words)
    for _, _, other in reversed(performance.beats):
        if prop_in(other):
            return prop_in(other)
    return kind_in(look, performance.action) or kind_in(look, "hold")


def _brought(look: Look, performance: Performance) -> str:
    """Return the thing that a beat such as reading or drinking needs: it is there all along."""
    for _, _, words in ordered(performance.beats):
        if action_of(words)[0] in (*HELD_WORDS, "hold", "carry"):
            return kind_in(look, words)
    return ""


def _own_colour(look: Look, kind: str) -> Colour | None:
    for text, colour in look.props:
        if prop_in(text) == kind or (kind == "parcel" and not prop_in(text)):
            return colour
    return None


def moment(performance: Performance, frame: float, fps: float) -> float:
    """Return the frame at which what lies at a frame was, or will be, in the hand."""
    changes = [beat for beat in ordered(performance.beats) if action_of(beat[2])[0] in LAID]
    done = [beat for beat in changes if frame >= changed(beat, fps)]
    beat = done[-1] if done else changes[0] if changes else None
    return frame if beat is None else changed(beat, fps)


def lying(performance: Performance, tall: float) -> tuple[float, float]:
    """Return where a thing lies: statures ahead of the feet, and height of its middle."""
    if performance.rest < -0.05:
        return FORWARD_TABLE, performance.rest / max(tall, 1e-3)
    return FORWARD_GROUND, 0.0
