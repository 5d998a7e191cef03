"""Notes on sides of the frame: left, right, the other side, mirrored; with a word on the axis.

Sizes, angles and views are in frame.py. Against a scene's screen direction it warns.
"""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, each, rule
from agent.notes.naming import people_in
from agent.notes.reading import Finding, warn
from memory.change import Reframe
from memory.film import Shot

SIDED = (
    r"\b(?:left|right)(?:[- ]hand)? (?:third|side|half|of (?:the )?(?:frame|screen|picture)|"
    r"edge)\b|"
    r"\b(?:camera|frame|screen)[- ](?:left|right)\b|(?<!off[- ])\bcent(?:er|re)(?:ed|d)?\b|"
    r"\bsymmetric\w*\b|\brule of thirds\b|\b(?:more |less |extra )?headroom\b|\bnegative space\b|"
    r"\blead room\b|\bnose room\b|\bin the middle of (?:the )?(?:frame|screen|picture)\b|"
    r"\bshort-?sid\w*\b"
)
PUT = (
    r"^(?:please |let's |can you |could you )?(?:(?:put|place|have|move|frame|set|get|seat|keep|"
    r"want|"
    r"shift|slide) )?\w+(?: should be| stands?| sits?)? (?:over )?(?:on|to|at) the (left|right)\b"
    r"(?! (?:of|after|before))"
)
OTHER = (
    r"\b(?:other|opposite|far|wrong) side(?: of (?:the )?(?:frame|screen|picture|shot))?\b|"
    r"\b(?:flip|mirror|flop|reverse) (?:the (?:composition|frame|framing|picture|sides) (?:of|"
    r"in) )?"
    r"(?:shot )?(?:\d+|it|this|the \w+ shot)\b(?! order)|\b(?:swap|switch|change|trade) sides\b|"
    r"\b(?:flip|mirror|flop) the (?:composition|frame|framing|picture)\b"
)
MOVING = (
    r"\b(?:enter|exit|walk|come|leave|look|turn|run|pan|truck|dolly|track|light|title|step)s?\b"
)


@rule(SIDED, PUT, rank=52)
def composition(clause: Clause) -> Finding | None:
    """Where in the frame: thirds, centre, headroom. Warns when it would cross the axis."""
    if clause.has(MOVING):
        return None
    said = clause.match[0]
    side = next((s for s in ("left", "right") if re.search(rf"\b{s}\b", said)), "")
    centred = re.search(r"\b(?:cent|symm|in the middle)", said) is not None
    who = people_in(clause.text, clause.film)
    if clause.match.lastindex and not who:
        return None
    return _placed(clause, who, side, "" if side else "centred" if centred else said)


@rule(OTHER, rank=33)
def other_side(clause: Clause) -> Finding | None:
    """Someone, or the whole frame, goes to the other side."""
    if clause.has(MOVING) or clause.has(r"\b(?:light|table|room|street|road|order)\b"):
        return None
    who = people_in(clause.text, clause.film)
    found = clause.reference
    if len(found.shots) == 1 and not clause.film.shots[found.shots[0]].locked:
        crossing = _turned_over(clause, found.shots[0], who)
        if crossing:
            return crossing

    def flopped(shot: Shot) -> Reframe | None:
        turned = mirrored(shot.composition)
        return None if turned == shot.composition else Reframe(shot=shot.id, composition=turned)

    aside = ("Screen direction turns with it; check the eyelines of the shots beside it.",)
    return each(clause, "turn round", flopped, aside=aside)


def _turned_over(clause: Clause, shot_id: str, who: frozenset[str]) -> Finding | None:
    """The warning where turning a shot round sets someone against the scene's axis."""
    shot = clause.film.shots[shot_id]
    now = re.search(r"\b(left|right)\b", shot.composition)
    if not now:
        return None
    return _crossing(clause, shot_id, "right" if now[1] == "left" else "left", who)


def mirrored(composition: str) -> str:
    """A composition with left and right exchanged."""
    sides = {"left": "right", "right": "left"}
    return re.sub(r"\b(left|right)\b", lambda m: sides[m[1]], composition)


def _placed(clause: Clause, who: frozenset[str], side: str, place: str) -> Finding:
    target = clause.reference
    if side and len(target.shots) == 1 and not clause.film.shots[target.shots[0]].locked:
        crossing = _crossing(clause, target.shots[0], side, who)
        if crossing:
            return crossing
    place = place or f"{side} third"

    def composed(shot: Shot) -> Reframe:
        people = [w for w in shot.subjects if w in who] or list(shot.subjects[:1])
        named = bool(people) and (bool(side) or place == "centred")
        new = f"{clause.film.characters[people[0]].name} {place}" if named else place
        gone = r"\b(?:third|cent(?:re|er)\w*)\b" if named else re.escape(place)
        kept = [p for p in re.split(r",\s*", shot.composition) if p and not re.search(gone, p)]
        return Reframe(shot=shot.id, composition=", ".join([new, *kept]))

    return each(clause, "compose", composed, aside=_faces_out(clause, who, side))


def _faces_out(clause: Clause, who: frozenset[str], side: str) -> tuple[str, ...]:
    """A word on the eyeline where somebody is put on the side that he or she looks to."""
    shots = clause.reference.shots
    if len(shots) != 1 or not side:
        return ()
    axis = clause.film.scenes[clause.film.shots[shots[0]].scene].screen_axis
    for person in who or clause.film.shots[shots[0]].subjects:
        name = clause.film.characters[person].name
        looks = re.search(
            rf"\b{re.escape(name)}\b[^;]*?\b(left to right|right to left)\b", axis, re.IGNORECASE
        )
        if looks and looks[1].lower().endswith(side):
            return (
                f"{name} looks {looks[1].lower()} in this scene; from the {side} the eyeline leads "
                "out of frame, so check the screen direction against the shots beside it.",
            )
    return ()


def _crossing(clause: Clause, shot_id: str, side: str, who: frozenset[str]) -> Finding | None:
    if clause.has(r"\b(?:anyway|all the same|regardless|on purpose|cross the line)\b"):
        return None
    shot = clause.film.shots[shot_id]
    axis = clause.film.scenes[shot.scene].screen_axis
    people = [w for w in shot.subjects if w in who] or list(shot.subjects)
    for person in people:
        name = clause.film.characters[person].name
        held = re.search(rf"\b{re.escape(name)}\b[^;]*?camera (left|right)", axis, re.IGNORECASE)
        if held and held[1].lower() != side:
            number = clause.film.number(shot_id)
            scene = clause.film.scene_order().index(shot.scene) + 1
            return warn(
                f"Scene {scene} keeps {name} camera {held[1].lower()}; on the {side} third in shot "
                f"{number} the screen direction jumps across the 180 degree line. Nothing moved. "
                f"Flip the shot anyway, or keep {name} camera {held[1].lower()}?",
                (shot_id,),
            )
    return None
