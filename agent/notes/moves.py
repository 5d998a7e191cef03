"""Notes on how a camera move runs: how far it goes, how it starts and how it stops."""

from __future__ import annotations

from agent.notes.grammar import Clause, clamp, each, rule
from agent.notes.lexicon import factor
from agent.notes.reading import Finding, Kind
from agent.notes.reference import Reference
from memory.change import MoveCamera
from memory.film import Shot
from memory.vocabulary import Easing, MoveType

MOVE = (
    r"(?:move|movement|push(?:[- ]in)?|pull(?:[- ](?:out|back))?|pan|tilt|zoom|dolly|crane|track|"
    r"truck|orbit|arc|camera)"
)
FURTHER = (
    rf"\b{MOVE}\b.*\b(?:far|farther|further|deeper|distance|extent|travel|all the way|length)\b|"
    rf"\b(?:half|twice|double|more of|less of) (?:of )?(?:the |a |that )?{MOVE}\b(?! (?:up|down)$)|"
    rf"\b(?:longer|shorter|bigger|smaller) {MOVE}\b|\b(?:less|more) travel\b"
)


@rule(FURTHER, rank=29)
def distance(clause: Clause) -> Finding | None:
    """A move that goes twice as far, or half the way."""
    if clause.has(r"\b(?:slower|faster|seconds?|lens|music|light)\b|\bas (?:fast|quick|slow)\b"):
        return None
    less = clause.has(r"\b(?:less|not (?:so|as|that) far|shorter|smaller|too far|half)\b")
    by = factor(clause.text) or (1 / 1.5 if less else 1.5)

    def moved(shot: Shot) -> MoveCamera | None:
        if shot.movement.type is MoveType.STATIC:
            return None
        after = clamp(round(shot.movement.amount * by, 2), 0.1, 3)
        same = after == shot.movement.amount
        return None if same else MoveCamera(shot=shot.id, type=shot.movement.type, amount=after)

    return _still_told(clause, each(clause, "move further in", moved, reference=_moving(clause)))


def _moving(clause: Clause) -> Reference | None:
    """The only moving shot that is not handheld, when none is named or in view."""
    if clause.reference.shots or clause.reference.missing or clause.reference.candidates:
        return None
    from agent.notes.camera import move_asked

    film, asked = clause.film, move_asked(clause.text)
    still = {MoveType.STATIC, MoveType.HANDHELD}
    types = {s: film.shots[s].movement.type for s in film.order}
    fits = tuple(s for s, t in types.items() if (t is asked if asked else t not in still))
    return Reference(fits, explicit=True) if len(fits) == 1 else None


def _still_told(clause: Clause, found: Finding) -> Finding:
    """A static camera has no move to change: said so, not "there already"."""
    shots = [clause.film.shots[s] for s in found.shots]
    if found.kind is Kind.NOOP and shots and all(s.movement.type is MoveType.STATIC for s in shots):
        number = clause.film.number(shots[0].id)
        return Finding(Kind.NOOP, say=f"The camera is static in shot {number}, so nothing moved.",
                       shots=found.shots)  # fmt: skip
    return found


EASINGS: tuple[tuple[str, Easing], ...] = (
    (
        rf"(?:no|without|lose the|kill the) (?:ease|easing|settle)|linear(?: move)?|"
        rf"(?:constant|even|mechanical|robotic) (?:speed|move|{MOVE})|(?:hard|abrupt) stop",
        Easing.LINEAR,
    ),
    (
        rf"(?:end|ends|ending|finish|finishes|come|comes|land|lands) (?:on|with|to|in) a "
        rf"(?:soft |gentle |nice )?(?:settle|rest|stop)|settles? (?:at|by|before|into|on) "
        rf"(?:the |a )?(?:end|cut|hold|stop)|let (?:it|the {MOVE}) settle|"
        rf"{MOVE} (?:should |to )?settles?|ease (?:in and out|both ends)",
        Easing.SETTLE,
    ),
    (
        r"eas(?:e|es|ing) out(?: of)?|slow(?:s|ing)? (?:down )?(?:to a stop|at the end|into the "
        r"end)|soft (?:end|stop|landing)|feather the (?:end|stop)",
        Easing.EASE_OUT,
    ),
    (
        rf"eas(?:e|es|ing) in(?:to)?(?: the| that)?|start(?:s)? (?:the {MOVE} )?(?:softly|gently|"
        rf"slow|slowly)|soft(?:er)? start|feather the start|creep into the {MOVE}|"
        rf"gentler start",
        Easing.EASE_IN,
    ),
)


@rule(*(rf"\b(?:{words})\b" for words, _ in EASINGS), rank=27)
def easing(clause: Clause) -> Finding | None:
    """How a move starts and stops."""
    if clause.has(r"\b(?:music|light|voice|sound|fade|dissolve|scene)\b"):
        return None
    wanted = next(e for words, e in EASINGS if clause.has(rf"\b(?:{words})\b"))
    from agent.notes.camera import move_asked

    asked = move_asked(clause.text)

    def eased(shot: Shot) -> MoveCamera | None:
        if shot.movement.type is MoveType.STATIC:
            return MoveCamera(shot=shot.id, type=asked, easing=wanted) if asked else None
        same = shot.movement.easing is wanted
        return None if same else MoveCamera(shot=shot.id, type=shot.movement.type, easing=wanted)

    return _still_told(clause, each(clause, "ease the move in", eased, reference=_moving(clause)))
