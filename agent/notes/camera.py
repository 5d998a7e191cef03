"""Notes on the camera: which move, how fast, how steady. A pan is not a truck, a zoom no dolly."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, each, rule
from agent.notes.reading import Finding
from agent.notes.reference import Reference
from memory.change import MoveCamera, Reframe
from memory.film import Shot
from memory.vocabulary import MoveType, Speed

MOVES: tuple[tuple[str, MoveType], ...] = (
    (r"pan(?:s|ning)? (?:from )?(?:the )?left to (?:the )?right", MoveType.PAN_RIGHT),
    (r"pan(?:s|ning)? (?:from )?(?:the )?right to (?:the )?left", MoveType.PAN_LEFT),
    (r"dolly zoom|vertigo(?: effect| shot)?|zolly", MoveType.DOLLY_ZOOM),
    (r"crash zoom|snap zoom", MoveType.CRASH_ZOOM),
    (r"zoom(?:s|ing)?(?: \w+){0,2}? out|zoom out", MoveType.ZOOM_OUT),
    (r"zoom(?:s|ing)?(?: (?:in|on|into))?|zoom", MoveType.ZOOM_IN),
    (r"whip(?:[- ]pan)?s?|swish(?: pan)?", MoveType.WHIP_PAN),
    (r"pan(?:s|ning)?(?: \w+){0,3}? left|pan to the left", MoveType.PAN_LEFT),
    (r"pan(?:s|ning)?\b", MoveType.PAN_RIGHT),
    (r"tilt(?:s|ing)?(?: \w+){0,2}? down(?:wards?)?", MoveType.TILT_DOWN),
    (r"tilt(?:s|ing)?\b(?! angle| horizon)", MoveType.TILT_UP),
    (
        r"rack(?: \w+){0,2} focus|rack focus|pull focus|focus pull|shift focus|"
        r"rack (?:from|to)",
        MoveType.RACK_FOCUS,
    ),
    (r"crane(?:s)?(?: \w+){0,2}? down|jib down", MoveType.CRANE_DOWN),
    (r"crane(?:s)?(?: \w+){0,2}? up|crane(?: shot)?|jib(?: up)?", MoveType.CRANE_UP),
    (r"pedestal(?: \w+){0,2}? down|boom down|lower the camera", MoveType.PEDESTAL_DOWN),
    (r"pedestal(?: up)?|boom up|raise the camera|camera rises", MoveType.PEDESTAL_UP),
    (
        r"(?:swing(?: the camera)?|arc|orbit|circle|circling|orbiting|rotate|revolve|go around|"
        r"move around)(?:s)?(?: \w+){0,3}? left",
        MoveType.ARC_LEFT,
    ),
    (
        r"swing(?:s|ing)? (?:the camera )?(?:a)?round|arc(?:s|ing)?|orbit(?:s|ing)?|circl(?:e|es|"
        r"ing)|revolve|360|move around|"
        r"go around",
        MoveType.ARC_RIGHT,
    ),
    (r"(?:truck|crab|slide|dolly|track)(?:s|ing)?(?: \w+){0,3}? left", MoveType.TRUCK_LEFT),
    (
        r"(?:truck|crab|slide|dolly)(?:s|ing)?(?: \w+){0,3}? right|truck|crab|slider|"
        r"(?:track|move|dolly|slide|go)\w*(?: \w+){0,3} sideways|lateral(?:ly)? \w+|"
        r"track(?:s|ing)?(?: \w+){0,3}? right",
        MoveType.TRUCK_RIGHT,
    ),
    (
        r"push(?:es|ing)?[- ]?in(?:to|wards?)?|push (?:slowly |gently )?(?:in|"
        r"towards?)|dolly(?:ing)?[- ]?in|dolly (?:towards|forward)|creep(?:s|"
        r"ing)?(?: in)?|move (?:slowly )?(?:in|closer) on|slow push|a push",
        MoveType.DOLLY_IN,
    ),
    (
        r"pull(?:s|ing)?[- ](?:out|back|away)|dolly(?:ing)?[- ](?:out|back|away)|"
        r"move (?:away|back) from|backs away",
        MoveType.DOLLY_OUT,
    ),
    (
        r"track(?:s|ing)?(?: shot)?|follow(?:s|ing)? (?:her|him|them|\w+)(?! (?:note|"
        r"advice))|lead(?:s|ing)? (?:her|him|them)|tracking",
        MoveType.TRACK,
    ),
    (r"handheld|hand-held|shaky(?: ?cam)?|shaking", MoveType.HANDHELD),
    (r"steadicam|gimbal|float(?:s|ing)?(?: camera| move)?|glid(?:e|es|ing)", MoveType.FLOAT),
    (r"dolly|dolly move", MoveType.DOLLY_IN),
    (r"roll the camera|camera roll", MoveType.ROLL),
)
STILL = (
    r"\block(?:ed)?[- ]?off\b|\block (?:the camera|it) (?:off|down)\b|"
    r"\block (?:off )?the camera\b|\b(?:make|keep|be|go|"
    r"should be) (?:\w+ ){0,3}static\b|^static\b|"
    r"\b(?:keep|hold|make|leave) (?:the )?camera (?:still|steady|static|fixed)\b|"
    r"\b(?:on|onto|use) (?:a |the )?(?:tripod|sticks)\b|^sticks\b|\bsticks (?:on|for|in)\b|"
    r"\bcamera (?:(?:just )?(?:does|should|must|may|can|could|will)(?: not|n't)|never|doesn't|"
    r"shouldn't|mustn't|isn't|won't|can't|not) (?:to )?(?:move|moving|budge)\b|"
    r"\b(?:nail|plant|park|fix|bolt|tie) (?:down )?(?:the |that )?(?:camera|frame|shot \d+|\d+)"
    r"(?: down)?\b|\b(?:camera|frame) (?:should |must )?(?:be |is )?(?:still|static|fixed)\b|"
    r"\bstop (?:the )?camera\b|"
    r"\bdon't move the camera\b|"
    r"\bno (?:camera )?(?:move|movement|moves|motion|zoom|pan|handheld|dolly|"
    r"push(?: in)?)\b|\bstatic (?:shot|camera|frame)\b(?!s)|"
    r"\bkeep (?:\w+ ){0,2}still\b|\b(?:camera )?stays? (?:still|put)\b|"
    r"\bwithout (?:any )?(?:camera )?(?:movement|the (?:move|push|zoom|pan))\b|"
    r"\b(?:lose|drop|remove|kill) the (?:camera )?(?:move|movement|push(?: in)?|"
    r"zoom|pan|dolly|crane)\b"
)
AXIS_CROSSING = {MoveType.ARC_LEFT, MoveType.ARC_RIGHT}
CROSSING_WORD = (
    "The move goes round to the other side of the 180 degree line; the shots beside it "
    "keep their side."
)
KIND_OF_SHOT = (
    r"\b(?:anything|everything|whatever|any|every|each|all)(?: that)?(?:'s| is| are)? "
    r"(?:handheld|static|tracking|moving|locked off)\b|\b(?:the|all|every|each|all the) (?:\w+ "
    r")?(?:handheld|static|tracking|dolly|"
    r"crane|panning|locked off) (?:shots?|ones?)\b"
)


THINGS_THAT_ARE_NO_MOVES = (
    r"\b(?:the|a|his|her|their|that|its|\w+'s) (?:\w+ )?(?:trucks?|tracks|crab|crane driver|pan "
    r"of)\b"
    r"(?! (?:left|right|move))|\bon track\b"
)


def move_asked(text: str) -> MoveType | None:
    """The move a clause asks for; None when it names none."""
    rest = re.sub(KIND_OF_SHOT, " ", re.sub(THINGS_THAT_ARE_NO_MOVES, " ", text))
    for words, move in MOVES:
        if re.search(rf"\b(?:{words})", rest) and re.search(rf"\b(?:{words})(?!\w)", rest):
            return move
    return None


def speed_asked(text: str) -> Speed | None:
    """How fast: slow, very slow, fast."""
    if re.search(
        r"\b(?:very|super|really|extremely|ultra) slow|\bcreep|barely|almost imperceptibl", text
    ):
        return Speed.VERY_SLOW
    if re.search(r"\bslow(?:ly)?\b|\bgent(?:le|ly)\b|\bsubtl[ey]\b|\bsoft(?:ly)?\b|\bease\b", text):
        return Speed.SLOW
    if re.search(r"\bfast\b|\bquick(?:ly)?\b|\brapid(?:ly)?\b|\bsnappy\b|\bviolent", text):
        return Speed.FAST
    return Speed.MEDIUM if re.search(r"\bmedium speed\b|\bmedium pace\b", text) else None


SPEEDS = (Speed.VERY_SLOW, Speed.SLOW, Speed.MEDIUM, Speed.FAST)


@rule(
    r"\b(?:slower|faster|quicker|slow down|speed up|gentler|snappier)\b.*\b(?:push|"
    r"move|movement|camera|pan|zoom|dolly|crane|tilt|track|orbit|arc|pull)\b|"
    r"\b(?:push|move|movement|camera|camera move|pan|zoom|dolly|crane|tilt|"
    r"tracking|orbit|pull)\b.*\b(?:slower|faster|quicker|gentler|snappier|"
    r"slow down|too (?:fast|slow))\b",
    rank=30,
)
def move_speed(clause: Clause) -> Finding | None:
    """A faster or a slower move."""
    if clause.has(r"\bmusic|\btempo|\bto (?:be|play)\b|\bshot \d+ to\b"):
        return None
    slower = clause.has(r"slower|slow down|gentler|too fast")

    def moved(shot: Shot) -> MoveCamera | None:
        if shot.movement.type is MoveType.STATIC:
            asked = move_asked(clause.text)
            return (
                MoveCamera(shot=shot.id, type=asked, speed=Speed.SLOW if slower else Speed.FAST)
                if asked
                else None
            )
        at = SPEEDS.index(shot.movement.speed) if shot.movement.speed in SPEEDS else 1
        after = SPEEDS[max(0, min(3, at + (-1 if slower else 1)))]
        return (
            None
            if after is shot.movement.speed
            else MoveCamera(shot=shot.id, type=shot.movement.type, speed=after)
        )

    return each(clause, "change the speed of the move in", moved, reference=_moving(clause))


def _moving(clause: Clause) -> Reference | None:
    """The only shot with the move that is spoken of, when nothing else names one."""
    if clause.reference.shots:
        return None
    asked = move_asked(clause.text)
    fits = tuple(s for s in clause.film.order if clause.film.shots[s].movement.type is asked)
    return Reference(fits, explicit=True) if len(fits) == 1 else None


@rule(
    r"\b(?:less|reduce|tone down|calm|stop|no|too much|lose|"
    r"kill)\b[\w ]{0,12}\b(?:shak\w+|wobbl\w+|handheld|jitter\w*|jerk\w+)\b|"
    r"\bstabili[sz]e\b|\bstead(?:y|ier)\b(?!cam)|\btoo shaky\b|\b(?:more|add|"
    r"some)\b[\w ]{0,8}\b(?:shake|shak\w+|wobble)\b|\bshak(?:ier|e it)\b",
    rank=28,
)
def shake(clause: Clause) -> Finding | None:
    """Less or more camera shake."""
    if clause.has(r"\bvoice|\bhands?\b(?!held)|\bmusic"):
        return None
    if clause.has(r"\bmore|\badd|\bsome|shakier|shake it"):
        return each(
            clause,
            "make handheld",
            lambda s: MoveCamera(shot=s.id, type=MoveType.HANDHELD, speed=Speed.MEDIUM),
        )
    film = clause.film
    shaky = tuple(s for s in film.order if film.shots[s].movement.type is MoveType.HANDHELD)
    none_left = clause.has(r"\b(?:no|stop|lose|kill|stabili[sz]e)\b") or clause.has(r"\block")
    found = (
        None
        if clause.reference.explicit or clause.inherited or clause.situation.focused in shaky
        else Reference(shaky, bulk=True, explicit=True)
    )

    def calmed(shot: Shot) -> MoveCamera | None:
        if shot.movement.type is not MoveType.HANDHELD:
            return None
        if none_left or shot.movement.speed in {Speed.VERY_SLOW, Speed.NONE}:
            return MoveCamera(shot=shot.id, type=MoveType.STATIC)
        return MoveCamera(
            shot=shot.id,
            type=MoveType.HANDHELD,
            speed=SPEEDS[SPEEDS.index(shot.movement.speed) - 1],
        )

    return each(clause, "steady", calmed, reference=found if found and found.shots else None)


@rule(STILL, rank=32)
def still(clause: Clause) -> Finding | None:
    """Lock off the camera."""
    if clause.has(r"\b(?:add|slow|get|gets|give)\b.*\bpush"):
        return None

    def held(shot: Shot) -> MoveCamera | None:
        return (
            None
            if shot.movement.type is MoveType.STATIC
            else MoveCamera(shot=shot.id, type=MoveType.STATIC)
        )

    return each(clause, "lock off", held)


@rule(*(rf"\b(?:{words})" for words, _ in MOVES), rank=56, lever=True)
def move(clause: Clause) -> Finding | None:
    """A move by its name, with its speed and, for a tilt or a rack, from what to what."""
    asked = move_asked(clause.text)
    if asked is None or clause.has(r"\b(?:split|sound|music|voice|cut to|hear|smash)\b"):
        return None
    if asked is MoveType.TRACK and clause.has(
        r"\b(?:soundtrack|track \d|follow(?:s)? (?:the |that |this )?(?:letter|script|rule))\b"
    ):
        return None
    speed = speed_asked(clause.text)
    aside = (CROSSING_WORD,) if asked in AXIS_CROSSING else ()

    def moved(shot: Shot) -> MoveCamera | None:
        same = shot.movement.type is asked and speed in {None, shot.movement.speed}
        if same:
            return None
        return (
            MoveCamera(shot=shot.id, type=asked, speed=speed)
            if speed
            else MoveCamera(shot=shot.id, type=asked)
        )

    found = each(clause, "move the camera in", moved, aside=aside)
    return _from_to(clause, found)


def _from_to(clause: Clause, found: Finding) -> Finding:
    """A move "from the suitcase to her face" also says so in the composition."""
    path = re.search(
        r"\bfrom (?:the )?([\w' ]+?) to (?:the )?([\w' ]+?)(?= in (?:shot )?\d|$| for | over )",
        clause.text,
    )
    if not path or len(found.changes) != 1 or re.search(r"\d", path[0]):
        return found
    shot = clause.film.shots[found.shots[0]]
    words = f"from {clause.original(path[1])} to {clause.original(path[2])}"
    composition = f"{shot.composition}; {words}" if shot.composition else words
    extra = Reframe(shot=shot.id, composition=composition)
    return Finding(
        found.kind, (*found.changes, extra), found.calls, found.say, found.aside, found.shots
    )
