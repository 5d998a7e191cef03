"""A scene as a row of moments: one idea or one speech each, and who is in it. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from agent.writing.breakdown_camera import Direction, directed, shot_note
from agent.writing.casting import Cast
from agent.writing.timing import sentences
from memory.script import Action, Dialogue, Element, Lyric, Note, Parenthetical, ScriptScene, Speech
from memory.vocabulary import Size

Kind = Literal["place", "action", "insert", "montage", "speech"]

_HEADER = re.compile(
    r"^(?P<head>(?:INSERT|CLOSE ON|CLOSER ON|ANGLE ON|ON|POV|(?:BEGIN )?MONTAGE|SERIES OF SHOTS"
    r"|INTERCUT|BACK TO|FLASHBACK|END (?:OF )?(?:MONTAGE|FLASHBACK|INSERT|INTERCUT)|LATER"
    r"|MOMENTS LATER)\b[^a-z\n]*?)"
    r"[.:]?$"
)
_SUPER = re.compile(r"^(?:SUPER|TITLE|CARD|CAPTION)\s*(?::|-|–|—)\s*(.+)$", re.IGNORECASE)
_DASH = re.compile(r"^\s*(?:--?|–|—|•|\*|[A-Z]\)|\d+[.)])\s+")
_PRONOUNS = {"she": "she", "her": "she", "he": "he", "him": "he", "his": "he", "it": "it",
             "its": "it", "they": "they",
             "both": "they"}  # fmt: skip
_PLURAL = frozenset({"they", "both"})
_EVERYONE = re.compile(r"\b(?:nobody|no one|everyone|everybody|all of them)\b", re.IGNORECASE)
FULL, ENOUGH, FRAGMENT = 24, 7, 4
"""Words: a shot's idea is full, may be left for another subject, is too short to stand alone."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One idea of action, or one speech (or a part of it)."""

    kind: Kind
    text: str = ""
    who: tuple[str, ...] = ()
    direction: Direction = field(default_factory=Direction)
    speaker: str = ""
    words: str = ""
    delivery: str = ""
    off: bool = False
    dual: bool = False
    overlay: str = ""
    leads: bool = True
    """False for the later sentences of a paragraph: no new thought, only the next idea."""


@dataclass(slots=True)
class _Reading:
    """What is in the air while a scene is read: who was named last, what the page asked for."""

    cast: Cast
    recent: list[str] = field(default_factory=list)
    asked: Direction = field(default_factory=Direction)
    montage: bool = False
    overlay: str = ""
    out: list[Moment] = field(default_factory=list)


def moments_of(source: ScriptScene, cast: Cast) -> list[Moment]:
    """The moments of a scene in order; what is only on paper (sections, notes) makes none."""
    reading = _Reading(cast)
    for element in source.elements:
        _read(element, reading)
    if reading.asked.asks and reading.out:
        # A shot note at the end of a scene can only be about what came before it.
        last = reading.out[-1]
        reading.out[-1] = replace(last, direction=reading.asked.over(last.direction))
    if reading.overlay and reading.out:
        reading.out[-1] = replace(reading.out[-1], overlay=reading.overlay)
    return reading.out


def _read(element: Element, reading: _Reading) -> None:
    if isinstance(element, Note):
        note = shot_note(element.text)
        if note:
            reading.asked = note.over(reading.asked)
    elif isinstance(element, Action | Lyric):
        _paragraph(element.text, reading)
    elif isinstance(element, Speech):
        reading.montage = False
        _speech(element, reading)


def _add(reading: _Reading, moment: Moment) -> None:
    direction = reading.asked.over(moment.direction)
    object_alone = direction.size is Size.INSERT and moment.kind == "place"
    kind: Kind = "insert" if object_alone else moment.kind
    reading.out.append(replace(moment, kind=kind, direction=direction, overlay=reading.overlay))
    reading.asked, reading.overlay = Direction(), ""
    for who in moment.who:
        if who in reading.recent:
            reading.recent.remove(who)
        reading.recent.append(who)


def _paragraph(text: str, reading: _Reading) -> None:
    prose: list[str] = []
    for line in text.split("\n"):
        if header := _HEADER.match(line.strip()):
            _flush(prose, reading)
            _header(header.group("head"), reading)
        elif title := _SUPER.match(line.strip()):
            reading.overlay = title.group(1).strip(' ."“”')
        elif _DASH.match(line):
            _flush(prose, reading)
            _dash(_DASH.sub("", line).strip(), reading)
        else:
            prose.append(line)
    _flush(prose, reading)


def _header(head: str, reading: _Reading) -> None:
    reading.montage = head.startswith(("MONTAGE", "BEGIN MONTAGE", "SERIES"))
    if head.startswith(("INSERT", "CLOSE", "ANGLE ON", "ON ", "POV")):
        direction, rest = directed(head)
        reading.asked = reading.asked.over(direction)
        if reading.asked.size is None and head.startswith(("ANGLE", "ON")):
            reading.asked = replace(reading.asked, size=Size.MCU)
        who = named(rest, reading.cast)
        reading.recent += [w for w in who if w not in reading.recent]


def _dash(line: str, reading: _Reading) -> None:
    direction, rest = directed(line)
    text = rest or line
    _add(reading, Moment("montage", text, who_in(text, reading.cast, reading.recent), direction))


def _flush(lines: list[str], reading: _Reading) -> None:
    text = " ".join(" ".join(lines).split())
    lines.clear()
    leads = True
    for idea in _ideas(text, reading):
        _add(reading, replace(idea, leads=leads))
        leads = False


def _ideas(text: str, reading: _Reading) -> list[Moment]:
    """The ideas of a paragraph: sentences gathered until a new subject, a direction or enough."""
    ideas: list[Moment] = []
    recent = list(reading.recent)
    for sentence in sentences(text):
        direction, rest = directed(sentence)
        said = rest or sentence
        who = who_in(said, reading.cast, recent)
        recent += who
        if ideas and not direction.asks and _joins(ideas[-1], said, who):
            old = ideas[-1]
            both = tuple(dict.fromkeys((*old.who, *who)))
            ideas[-1] = replace(old, text=f"{old.text} {said}", who=both)
        else:
            ideas.append(Moment(_kind(direction, who, reading), said, who, direction))
    return ideas


def _kind(direction: Direction, who: tuple[str, ...], reading: _Reading) -> Kind:
    if reading.montage:
        return "montage"
    if direction.size in {Size.INSERT, Size.CU, Size.ECU} and not who:
        return "insert"
    return "action" if who else "place"


def _joins(old: Moment, said: str, who: tuple[str, ...]) -> bool:
    have, more = len(old.text.split()), len(said.split())
    if have + more > FULL:
        return False
    if more < FRAGMENT and not who:
        return True
    if old.direction.asks and old.direction.move is None:
        return not who
    if bool(who) != bool(old.who):
        return bool(old.who) and more <= ENOUGH
    return have < FRAGMENT or set(who) <= set(old.who) or have < ENOUGH


def named(text: str, cast: Cast) -> tuple[str, ...]:
    """Who is named in a text, in order."""
    low = text.casefold().replace("’", "'")
    hits: dict[str, int] = {}
    for name, who in cast.names.items():
        match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", low)
        if match and match.start() < hits.get(who, len(low)):
            hits[who] = match.start()
    return tuple(sorted(hits, key=lambda who: hits[who]))


def who_in(text: str, cast: Cast, recent: list[str]) -> tuple[str, ...]:
    """Who is in a sentence: the named, then those its pronouns can mean among the recent."""
    found = list(named(text, cast))
    if _EVERYONE.search(text) and not found:
        return tuple(dict.fromkeys(reversed(recent[-4:])))[:3]
    words = re.findall(r"[a-z']+", text.casefold())
    for word in words:
        meant = _PRONOUNS.get(word)
        if meant is None:
            continue
        if word in _PLURAL and len(found) < 2:
            found += [w for w in reversed(recent[-2:]) if w not in found]
        elif not any(cast.by_id(w).pronoun == meant for w in found):
            found += _meant(meant, cast, recent)
    return tuple(dict.fromkeys(found))


def _meant(pronoun: str, cast: Cast, recent: list[str]) -> list[str]:
    fits = (who for who in reversed(recent) if cast.by_id(who).pronoun == pronoun)
    return [who for who in [next(fits, "")] if who]


def _speech(speech: Speech, reading: _Reading) -> None:
    """One moment for each run of words under one delivery."""
    speaker = reading.cast.id_of(speech.name)
    delivery, said = "", ""
    dual = speech.dual
    for part in speech.parts:
        if isinstance(part, Parenthetical):
            if said:
                _say(reading, speaker, said, delivery, speech, dual)
                said, dual = "", False
            delivery = part.text
        elif isinstance(part, Dialogue | Lyric) and part.text:
            said = f"{said} {part.text}".strip()
            delivery = "singing" if isinstance(part, Lyric) else delivery
    if said:
        _say(reading, speaker, said, delivery, speech, dual)


def _say(
    reading: _Reading, speaker: str, said: str, delivery: str, speech: Speech, dual: bool
) -> None:
    words = re.sub(r"(?<!\\)[*_]{1,3}(?=\S)|(?<=\S)(?<!\\)[*_]{1,3}", "", said).replace("\\", "")
    moment = Moment(
        "speech",
        who=() if speech.off else (speaker,),
        speaker=speaker,
        words=words or said,
        delivery=delivery,
        off=speech.off,
        dual=dual,
    )
    _add(reading, moment)
