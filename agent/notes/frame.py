"""Notes on framing: size, angle, lens, view, composition, foreground, focus."""

from __future__ import annotations

import re
from typing import Any

from agent.notes.grammar import Clause, each, listed, rule
from agent.notes.naming import people_in
from agent.notes.reading import Finding
from memory.change import Reframe
from memory.film import Shot
from memory.vocabulary import Angle, Size, View, step

TIGHTER = (
    r"\b(?:bigger|larger) in (?:the )?frame\b|\bfill the frame\b|"
    r"\btight(?:er|en)\b|\bcloser\b|\bpunch(?:ing)? in\b|\bgo in (?:on|tighter|"
    r"closer)\b|\bget in (?:there|closer|tight)\b|"
    r"\btoo (?:wide|far|loose)\b|\bcrop in\b|"
    r"(?<!her )(?<!him )(?<!she )(?<!he )(?<!they )(?<!them )\bcome in\b(?! (?:from|through|by|"
    r"late|"
    r"early|under|with|at|before|after|over|to the))|\bgo in\b(?! (?:from|through))|\bmove in on\b|"
    r"\b(?:frame|framing|crop) tight\b|\bgo tight\b|\bnearer\b"
)
WIDER = (
    r"\bsmaller in (?:the )?frame\b|"
    r"\bwid(?:er|en)\b|\bloosen\b|\blooser\b|\bback off\b|\btoo (?:tight|close)\b|"
    r"\bpull (?:it |the frame )?(?:back|out) (?:a size|a bit|a touch)\b|"
    r"\bmore (?:room|air|space|headroom|of the (?:room|place|set))\b|"
    r"\bfurther (?:away|back|out)\b|\bopen (?:it |the frame |\w+ )?up\b(?! a stop)|"
    r"\bgo wide\b|\bsee more of\b"
)


@rule(TIGHTER, WIDER, lever=True, rank=55)
def size_step(clause: Clause) -> Finding | None:
    """One rung on the ladder of sizes, tighter or wider; two for "way"."""
    if clause.has(
        r"\btight\w* .*\b[\d.]+ (?:seconds?|frames?)\b|\b(?:aperture|lens|iris|edit|cutting|"
        r"pace)\b|"
        r"\btighten (?:the |it up)(?:cut|edit|pace|scene|film)"
    ) or size_asked(clause.text):
        return None
    tighter = re.search(TIGHTER, clause.text) is not None
    rungs = 2 if clause.amount >= 2 else 1
    if clause.has(r"\b(\d) (?:sizes|steps|rungs|notches)\b"):
        rungs = int(re.search(r"\b(\d) (?:sizes|steps|rungs|notches)\b", clause.text)[1])  # type: ignore[index]
    what = "go tighter on" if tighter else "go wider on"

    def reframed(shot: Shot) -> Reframe | None:
        after = step(shot.size, rungs if tighter else -rungs)
        return None if after is shot.size else Reframe(shot=shot.id, size=after)

    return each(clause, what, reframed)


SIZES: tuple[tuple[str, Size], ...] = (
    (r"extreme close-ups?|ecu|eyes only|macro(?: shot)?", Size.ECU),
    (r"big close-ups?|very close|choker", Size.BCU),
    (r"medium close-ups?|mcu|chest up|bust shot", Size.MCU),
    (r"close-ups?|close on|cu|head and shoulders", Size.CU),
    (r"extreme wide(?: shots?)?|extreme long(?: shots?)?|ews|vista", Size.EWS),
    (r"very wide(?: shots?)?|vws", Size.VWS),
    (r"medium wide(?: shots?)?|cowboy(?: shots?)?|american shots?|knees up|mws", Size.MWS),
    (r"medium(?: shots?)?|mid(?: ?shots?)|waist up|waist shot", Size.MS),
    (r"full(?: shots?| body| figure)|head to toe", Size.FS),
    (r"wide(?: shots?)?|long shots?|master(?: shots?)?|ws", Size.WS),
    (r"insert(?: shots?)?|detail shots?", Size.INSERT),
)
TO = r"(?:an?|in|into|to|to an?|as an?|into an?|on an?|it'?s an?|be an?|instead an?|go|from|:)"


def size_asked(text: str) -> Size | None:
    """The size a clause asks for ("make 4 a close-up"), not one it names a shot by."""
    for words, size in SIZES:
        if re.search(
            rf"\b{TO} (?:nice |proper |real |tight |big )?(?:{words})\b(?! lens| angle)", text
        ):
            return size
        if re.search(rf"^(?:please )?(?:{words}) (?:on|of|for)\b(?! lens)|^(?:{words})$", text):
            return size
        if re.search(
            rf"\b(?:shot )?\d+ (?:should be |as |is )?(?:an? )?(?:{words})(?: please)?$", text
        ):
            return size
    return None


@rule(*(rf"\b(?:{words})\b" for words, _ in SIZES), rank=48, lever=True)
def size_named(clause: Clause) -> Finding | None:
    """A size by its name."""
    size = size_asked(clause.text)
    if size is None or clause.has(r"\b(?:add|insert a|split|then (?:a )?close)\b"):
        return None
    text = re.sub(rf"\b{TO} (?:{'|'.join(w for w, _ in SIZES)})\b", " ", clause.text)
    text = re.sub(rf"^(?:{'|'.join(w for w, _ in SIZES)}) (?=on|of|for)", "", text)
    found = Clause(clause.note, text, clause.situation, clause.inherited).reference

    def reframed(shot: Shot) -> Reframe | None:
        return None if shot.size is size else Reframe(shot=shot.id, size=size)

    return each(clause, f"make a {size.value}", reframed, reference=found)


ANGLES: tuple[tuple[str, Angle], ...] = (
    (r"worm'?s?[- ]eye", Angle.WORM),
    (
        r"bird'?s?[- ]eye|top[- ]?shot|god'?s[- ]eye|overhead(?: shot| angle)?|"
        r"straight down|top[- ]down|directly above",
        Angle.OVERHEAD,
    ),
    (
        r"low(?:er)?[- ]angles?|from below|shoot up at|look(?:ing)? up at (?:him|her|"
        r"them)|^look up at \w+|camera (?:down )?low(?:er)?|from low|get low|hero angle|"
        r"lower(?:ing)? the camera|"
        r"drop the camera",
        Angle.LOW,
    ),
    (
        r"high(?:er)?[- ]angles?|from above|look(?:ing)? down (?:on|at) (?:him|her|"
        r"them)|^look down (?:on|at) \w+|camera (?:up )?high(?:er)?|from high up|raise the camera",
        Angle.HIGH,
    ),
    (r"dutch(?: angle| tilt)?|canted|tilted horizon|oblique", Angle.DUTCH),
    (r"eye[- ]level|eye[- ]height|straight[- ]on", Angle.EYE),
    (r"ground[- ]level|from the (?:floor|ground)|on the floor", Angle.GROUND),
    (r"knee[- ]level", Angle.KNEE),
    (r"hip[- ]level|waist[- ]level", Angle.HIP),
    (r"shoulder[- ]level", Angle.SHOULDER),
    (r"aerial(?: shot)?|drone(?: shot)?", Angle.AERIAL),
)


@rule(*(rf"\b(?:{words})\b" for words, _ in ANGLES), rank=47, lever=True)
def angle_named(clause: Clause) -> Finding | None:
    """Low, high, overhead, Dutch and the like."""
    words, angle = next(a for a in ANGLES if clause.has(rf"\b(?:{a[0]})\b"))
    if clause.has(r"\blight|\blit\b|\blamp"):
        return None
    if clause.has(rf"\b(?:no|not|without|less|lose the) (?:a )?(?:{words})"):
        angle = Angle.EYE

    def reframed(shot: Shot) -> Reframe | None:
        return None if shot.angle is angle else Reframe(shot=shot.id, angle=angle)

    return each(clause, f"shoot from {angle.value}", reframed)


@rule(r"\bpoint[- ]of[- ]view\b|\bsubjective\b|\bthrough (?:her|his|their|\w+'s) eyes\b", rank=35)
def point_of_view(clause: Clause) -> Finding | None:
    """What a character sees: the angle and a word on whose eyes."""
    who = people_in(clause.text, clause.film)
    names = [clause.film.characters[w].name for w in sorted(who)]

    def seen(shot: Shot) -> Reframe:
        eyes = f"{names[0]}'s point of view" if len(names) == 1 else "point of view"
        onto = [w for w in shot.subjects if w not in who]
        onto_names = listed(clause.film.characters[w].name for w in onto)
        composition = f"{eyes}, onto {onto_names}" if onto else eyes
        fields: dict[str, Any] = {"angle": Angle.POV, "composition": composition}
        if onto and len(onto) < len(shot.subjects):
            fields["subjects"] = tuple(onto)
        return Reframe(shot=shot.id, **fields)

    return each(clause, "make a point of view of", seen)


@rule(r"\bover[- ](?:the|her|his|\w+'s)[- ]shoulder\b", rank=35)
def over_shoulder(clause: Clause) -> Finding | None:
    """Over one character's shoulder onto another."""
    if clause.has(r"\b(?:look|glanc|gaz|peer|turn)\w* (?:\w+ )?over (?:her|his|their)\b"):
        return None
    film = clause.film
    onto = re.search(
        r"\b(?:on|onto|of|at|to) (?:to )?(\w+)$|shoulder (?:shot )?(?:on|onto|of|at) (\w+)",
        clause.text,
    )
    over = re.search(r"over (\w+)'s shoulder|shoulder of (\w+)", clause.text)
    facing = re.search(r"\b(?:on|onto) (\w+)", clause.text) if over and over[2] else None
    seen_one = facing[1] if facing else (onto[1] or onto[2]) if onto else ""
    front = _named(film, seen_one)
    back = _named(film, (over[1] or over[2]) if over else "")

    def seen(shot: Shot) -> Reframe | None:
        people = list(shot.subjects)
        facing = front or next((p for p in people if p != back), "")
        shoulder = back or next((p for p in people if p != facing), "")
        if not facing:
            return Reframe(shot=shot.id, angle=Angle.OTS)
        owner = f"{film.characters[shoulder].name}'s" if shoulder else "a"
        composition = f"over {owner} shoulder onto {film.characters[facing].name}"
        return Reframe(shot=shot.id, angle=Angle.OTS, composition=composition)

    return each(clause, "shoot over the shoulder", seen)


def _named(film: Any, word: str) -> str:
    return next(
        (k for k, p in film.characters.items() if word and word in p.name.lower().split()), ""
    )


@rule(
    r"\bforeground\b|\bdirty (?:the )?frame\b|\bframe within\b|\bshoot through\b|\bshot through\b",
    rank=44,
)
def foreground(clause: Clause) -> Finding | None:
    """Something in front: ropes in the foreground."""
    if clause.has(r"\bfocus\b"):
        return None
    if clause.has(r"\b(?:no|lose|remove|clear|clean|kill|without)\b"):
        return each(
            clause,
            "clear the foreground of",
            lambda s: Reframe(shot=s.id, foreground="") if s.foreground else None,
        )
    thing = _thing(clause)
    return each(clause, "add foreground to", lambda s: Reframe(shot=s.id, foreground=thing))


def _thing(clause: Clause) -> str:
    for pattern in (
        r"foreground\b.*?(?:maybe|perhaps|like|with|say|such as|of|:)\s+(?:some |"
        r"an? |the )?([\w' -]+)$",
        r"\b(?:put|add|place|get|give us|with|have|want) (?:some |an? |"
        r"the )?([\w' -]+?) in the foreground",
        r"through (?:some |an? |the )?([\w' -]+)$",
    ):
        found = re.search(pattern, clause.text)
        if found and not re.search(r"\bshots?\b|\d", found[1]):
            return clause.original(found[1].strip())
    return "a dark shape at the edge of frame"


@rule(
    r"\b(?:profile|from behind|from the back|back view|rear view|frontal|front-on|"
    r"head-on|three-quarter view)\b",
    rank=53,
    lever=True,
)
def view(clause: Clause) -> Finding | None:
    """The side of the subject the camera sees."""
    if clause.has(r"\blight|\blit\b"):
        return None
    wanted = (
        View.PROFILE
        if clause.has("profile")
        else View.BACK
        if clause.has("behind|back|rear")
        else View.FRONT
    )
    return each(
        clause,
        f"show the {wanted.value} in",
        lambda s: Reframe(shot=s.id, view=wanted) if s.view is not wanted else None,
    )


@rule(
    r"\b(?:make|turn) (?:\w+ ){1,4}(?:a|an|into a) (single|two-shot|"
    r"clean single)\b|\b(?:single|clean single) (?:on|of) (\w+)",
    rank=45,
)
def count(clause: Clause) -> Finding | None:
    """A single on one of them, or both in the frame."""
    film = clause.film
    single = "single" in clause.match[0]
    who = sorted(people_in(clause.text, film))
    text = re.sub(r"\b(?:an?|into a) (?:clean )?(?:single|two-shot)\b", " ", clause.text)
    found = Clause(clause.note, text, clause.situation, clause.inherited).reference

    def peopled(shot: Shot) -> Reframe | None:
        if single:
            people = tuple(who[:1]) or shot.subjects[:1]
        else:
            near = [p for s in film.scene_shots(shot.scene) for p in film.shots[s].subjects]
            people = tuple(dict.fromkeys([*shot.subjects, *who, *near, *film.characters]))[:2]
        return Reframe(shot=shot.id, subjects=people) if people != shot.subjects else None

    return each(clause, "change who is in", peopled, reference=found)
