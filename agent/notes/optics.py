"""Notes on the T-stop, the lean of the camera and a pulled focus."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, clamp, each, rule
from agent.notes.naming import people_in
from agent.notes.reading import Finding
from memory.change import AnyChange, MoveCamera, Reframe
from memory.film import Shot
from memory.vocabulary import MoveType, Speed

STOPS = (0.7, 1.0, 1.4, 2.0, 2.8, 4.0, 5.6, 8.0, 11.0, 16.0, 22.0, 32.0)
WIDE_OPEN = 1.4
USUAL_LEAN = 12.0
"""Degrees of a cant when none are said."""
EXACT_STOP = r"\b[tf] ?/? ?(\d{1,2}\.\d|\d{1,2})(?![\w.]\w)"
APERTURE = (
    r"\b(?:wide[- ]open|(?:widen|open up|open|close|close down|narrow) the (?:iris|aperture|lens)|"
    r"(?:wider|bigger|larger|smaller|narrower|tighter) (?:aperture|iris)|"
    r"stop (?:it |the lens |\d+ )?(?:right )?down)\b"
)


@rule(
    r"\b(?:at|to|on|use|a|an|with|stop|set|shoot)\b[\w ]*" + EXACT_STOP,
    r"\b[tf]/?\d{1,2}\.\d\b|\bf/\d",
    APERTURE,
    rank=21,
    lever=True,
)
def aperture(clause: Clause) -> Finding | None:
    """The T-stop: exact, wide open, or stopped down."""
    exact = re.search(EXACT_STOP, clause.text)
    exact = exact if exact and (re.search(r"[./]", exact[0]) or clause.has(r"\bstop\b")) else None
    if exact is None and not clause.has(APERTURE):
        return None
    text = re.sub(EXACT_STOP, " ", clause.text)
    found = Clause(clause.note, text, clause.situation, clause.inherited).reference

    def opened(shot: Shot) -> Reframe | None:
        after = clamp(float(exact[1]), 0.7, 32) if exact else _stepped(clause, shot.stop)
        return None if after == shot.stop else Reframe(shot=shot.id, stop=after)

    return each(clause, "change the stop of", opened, reference=found)


def _stepped(clause: Clause, now: float) -> float:
    if clause.has(r"\bwide[- ]open\b"):
        return WIDE_OPEN
    closing = clause.has(r"\b(?:close|narrow\w*|smaller|tighter|stop\b.*\bdown)\b")
    at = min(range(len(STOPS)), key=lambda i: abs(STOPS[i] - now))
    said = re.search(r"\b(\d) stops\b", clause.text)
    rungs = int(said[1]) if said else 2
    return STOPS[max(0, min(len(STOPS) - 1, at + (rungs if closing else -rungs)))]


LEAN = (
    r"\b(?:cant|lean|tip|roll|tilt) (?:the )?(?:camera|frame|horizon|picture|shot \d+|it|\d+)\b"
    r"(?! (?:up|down))|\b(?:canted|leaning)\b|\bdutch(?: it| tilt| angle)?\b.*\bdegrees?\b|"
    r"\b(?:level|straighten) (?:out )?the (?:horizon|camera|frame|cant)\b|"
    r"\b(?:no|lose|remove|kill) the (?:cant|roll|lean|dutch)\b"
)


@rule(LEAN, rank=33)
def lean(clause: Clause) -> Finding | None:
    """The camera leans by so many degrees, to the left or the right; or is level again."""
    if clause.has(r"\b(?:over|into|on|against|towards?) (?:the|her|his)\b|\btilt (?:up|down)\b"):
        return None
    level = clause.has(r"\b(?:level|straighten|no|lose|remove|kill)\b")
    said = re.search(r"\b(\d+(?:\.\d+)?) ?(?:degrees?|deg|°)", clause.text)
    if not said and not level and clause.has(r"\bdutch|\btilt\b"):
        return None
    if said and int(float(said[1])) > 45:
        said = None
    left = clause.has(r"\bleft\b|\bcounter-?clockwise\b")
    size = float(said[1]) if said else round(USUAL_LEAN * min(2.0, clause.amount), 1)
    after = 0.0 if level else -size if left else size
    text = re.sub(r"\b\d+(?:\.\d+)? ?(?:degrees?|deg|°)", " ", clause.text)
    found = Clause(clause.note, text, clause.situation, clause.inherited).reference

    def leant(shot: Shot) -> Reframe | None:
        return None if shot.roll_deg == after else Reframe(shot=shot.id, roll_deg=after)

    return each(clause, "lean the camera in", leant, reference=found)


PULL = r"\b(?:rack(?:s|ing)?|pull(?:s|ing)?|shift(?:s|ing)?|throw(?:s|ing)?)\b[\w ]{0,12}\bfocus\b"
ENDS = r"(?= (?:in|of|for|on) (?:(?:shot )?\d|the \w+ (?:shot|scene|one))|$|,| as | when )"
PATH = r"\bfrom (?:the )?([\w' -]+?) to (?:the )?([\w' -]+?)" + ENDS
ONTO = r"\b(?:focus|rack) (?:over |on)?to (?:the )?([\w' -]+?)" + ENDS


@rule(PULL, r"\bfocus pull\b", r"\brack (?:from|to)\b", rank=28)
def pulled(clause: Clause) -> Finding | None:
    """A rack focus, with what it leaves and what it lands on."""
    if clause.has(r"\b(?:no|lose|without|remove)\b"):
        return None
    path = re.search(PATH, clause.text)
    onto = re.search(ONTO, clause.text)
    ends = (path[1], path[2]) if path else ("", onto[1]) if onto else ("", "")
    names = [_named(clause, end) for end in ends]
    from agent.notes.camera import speed_asked

    speed = speed_asked(clause.text) or Speed.MEDIUM

    def racked(shot: Shot) -> MoveCamera | None:
        move = MoveCamera(shot=shot.id, type=MoveType.RACK_FOCUS, speed=speed)
        same = shot.movement.type is MoveType.RACK_FOCUS and shot.movement.speed is speed
        return None if same and not any(names) else move

    found = each(clause, "rack the focus in", racked)
    wanted: list[AnyChange] = []
    for shot in found.shots if found.changes and any(names) else ():
        fields = {"focus": names[0], "focus_to": names[1]}
        given = {"shot": shot, **{k: v for k, v in fields.items() if v}}
        wanted.append(Reframe.model_validate(given))
    changes = (*found.changes, *wanted)
    return Finding(found.kind, changes, found.calls, found.say, found.aside, found.shots)


def _named(clause: Clause, words: str) -> str:
    """Whom or what the focus is on: the name of one of the cast, else the thing as it was said."""
    plain = words.strip()
    if not plain or re.fullmatch(r"(?:shot )?\d+", plain):
        return ""
    who = people_in(plain, clause.film)
    if len(who) == 1 and len(plain.split()) == 1:
        return clause.film.characters[next(iter(who))].name
    return clause.original(plain)
