"""Shots named by what they are: "the two-shot", "the close-ups of Mara", "the static shots"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from memory.film import Film, Shot
from memory.vocabulary import Angle, MoveType, Size

Is = Callable[[Shot], bool]


@dataclass(frozen=True, slots=True)
class ShotKind:
    """A way to name shots. `noun` may stand alone; an adjective needs "shot(s)" or "one(s)"."""

    words: str
    is_one: Is
    noun: bool = False


def _size(*sizes: Size) -> Is:
    return lambda shot: shot.size in sizes


def _angle(*angles: Angle) -> Is:
    return lambda shot: shot.angle in angles


def _two_shot(shot: Shot) -> bool:
    pair = len(shot.subjects) == 2
    return pair and (
        shot.size in {Size.WS, Size.FS, Size.MWS, Size.MS} or "two-shot" in shot.composition
    )


KINDS: tuple[ShotKind, ...] = (
    ShotKind(r"two-?shots?", _two_shot, noun=True),
    ShotKind(r"three-?shots?", lambda s: len(s.subjects) == 3, noun=True),
    ShotKind(r"(?:extreme )?close-ups?|cus?", _size(Size.CU, Size.BCU, Size.ECU), noun=True),
    ShotKind(r"medium close-ups?|mcus?", _size(Size.MCU), noun=True),
    ShotKind(r"inserts?|insert shots?|details?(?= shots?)", _size(Size.INSERT), noun=True),
    ShotKind(r"singles?", lambda s: len(s.subjects) == 1, noun=True),
    ShotKind(
        r"establishing|establisher|master", lambda s: s.size in {Size.EWS, Size.VWS}, noun=True
    ),
    ShotKind(r"wides?|wide", _size(Size.EWS, Size.VWS, Size.WS), noun=True),
    ShotKind(r"mediums?", _size(Size.MS, Size.MWS, Size.MCU)),
    ShotKind(r"full", _size(Size.FS)),
    ShotKind(r"static|locked off", lambda s: s.movement.type is MoveType.STATIC),
    ShotKind(r"moving", lambda s: s.movement.type is not MoveType.STATIC),
    ShotKind(r"handheld|hand-held|shaky", lambda s: s.movement.type is MoveType.HANDHELD),
    ShotKind(
        r"tracking|dolly|push(?:-| )?in",
        lambda s: "dolly" in s.movement.type or s.movement.type is MoveType.TRACK,
    ),
    ShotKind(r"crane", lambda s: "crane" in s.movement.type),
    ShotKind(r"low[- ]angle", _angle(Angle.LOW, Angle.WORM)),
    ShotKind(r"high[- ]angle", _angle(Angle.HIGH, Angle.OVERHEAD)),
    ShotKind(r"overhead", _angle(Angle.OVERHEAD)),
    ShotKind(r"dutch", _angle(Angle.DUTCH)),
    ShotKind(r"silent|wordless", lambda s: not s.dialogue),
    ShotKind(r"dialogue|talking|speaking", lambda s: bool(s.dialogue)),
    ShotKind(r"locked|approved", lambda s: s.locked),
    ShotKind(r"unlocked", lambda s: not s.locked),
    ShotKind(r"empty", lambda s: not s.subjects),
)

OF_A_KIND = r"(?:the|all|every|each|both|that|those|my|any|\d+)"
ANYTHING = (
    r"(?:anything|everything|whatever|any|every|each|all|all the|those|the ones|shots|ones)"
    r"(?: that| which)?(?:'s| is| are)?"
)
"""A filter without a noun: "anything static", "whatever's handheld", "every wide"."""
NEW = r"(?<!into )(?<!as )"


def shots_of_kind(
    text: str, film: Film, pool: tuple[str, ...]
) -> tuple[tuple[str, ...], bool] | None:
    """The shots of a named kind and whether many were meant; None when no kind is named."""
    filtered = _filtered(text, film, pool)
    if filtered is not None:
        return filtered, True
    for kind in KINDS:
        found = _named(kind, text)
        if found is None:
            continue
        who = _subjects(text[found.end() :], text[: found.start()], film)
        here = _at_place(text[found.end() :], film)
        shots = tuple(
            s for s in pool
            if kind.is_one(film.shots[s]) and (not who or who & set(film.shots[s].subjects))
            and (not here or film.shots[s].scene in here)
        )  # fmt: skip
        if kind.noun and not shots and not re.match(r"(?:the|all|every)\b", found[0]):
            return None
        return shots, _is_many(found[0])
    return _of_people(text, film, pool)


SOME = r"(?:anything|everything|whatever|any|every|all|the ones|(?:all )?(?:the )?shots|each)"
LASTING = re.compile(
    rf"\b{SOME}(?: shots?| ones?)?(?: that| which)?(?:'s| is| are| runs?| lasts?)? "
    r"(?P<way>longer|over|above|more|shorter|under|below|less)(?: than)? (?P<seconds>\d[\d.]*) "
    r"seconds?"
)
LACKING = re.compile(
    rf"\b{SOME}(?: shots?| ones?)? (?:without|with no|that (?:don't|do not|doesn't) (?:have|"
    rf"show)|not "
    r"showing) (?P<who>\w+)(?: in (?:it|them))?\b"
)


def _filtered(text: str, film: Film, pool: tuple[str, ...]) -> tuple[str, ...] | None:
    """The shots over or under a length, or without someone; None when nothing is filtered so."""
    lasting = LASTING.search(text)
    if lasting:
        frames = float(lasting["seconds"]) * float(film.frame_rate)
        longer = lasting["way"] in {"longer", "over", "above", "more"}
        lengths = {s: film.shots[s].frames for s in pool}
        return tuple(s for s, n in lengths.items() if (n > frames if longer else n < frames))
    lacking = LACKING.search(text)
    if not lacking:
        return None
    word = lacking["who"]
    if word in {"people", "anyone", "anybody", "faces", "actors", "characters"}:
        return tuple(s for s in pool if not film.shots[s].subjects)
    who = {k for k, p in film.characters.items() if word in p.name.lower().split()}
    return tuple(s for s in pool if not who & set(film.shots[s].subjects)) if who else None


def _named(kind: ShotKind, text: str) -> re.Match[str] | None:
    noun = r"(?: shots?| ones?)?" if kind.noun else r" (?:shots?|ones?|takes?)"
    qualifier = r"(?:\w+ |\w+'s ){0,2}?"
    pattern = rf"\b{NEW}{OF_A_KIND} (?:of )?(?:the )?{qualifier}(?:{kind.words}){noun}\b"
    loose = re.search(rf"\b{ANYTHING} (?:{kind.words})(?: shots?| ones?)?\b", text)
    found = re.search(pattern, text) or loose
    if found or not kind.noun:
        return found
    return re.search(rf"^(?:on |in )?\w+'?s? ?(?:{kind.words}){noun}\b", text)


def _is_many(phrase: str) -> bool:
    many = re.search(
        r"\b(?:all|every|each|both|those|any|anything|everything|whatever|ones|\d+)\b", phrase
    )
    return bool(many or re.search(r"(?:shots|ones|close-ups|inserts|singles|wides)$", phrase))


def _subjects(after: str, before: str, film: Film) -> set[str]:
    tail = re.match(r" (?:of|on|with|for) (?:the )?(\w+)", after)
    named = tail[1] if tail else ""
    owner = re.search(r"(\w+)'s$", before.strip())
    words = {named, owner[1] if owner else ""} - {""}
    return {k for k, p in film.characters.items() if words & set(p.name.lower().split())} | {
        k
        for k, p in film.characters.items()
        if named in {"her", "him"} and p.pronoun == _whose(named)
    }


def _at_place(after: str, film: Film) -> set[str]:
    """The scenes a kind of shot is narrowed to: "the wide of the cabin"."""
    tail = re.match(r" (?:of|from) the (\w+)", after)
    if not tail:
        return set()
    places = {k for k, p in film.locations.items() if tail[1] in p.name.lower().split()}
    return {k for k, scene in film.scenes.items() if scene.location in places}


def _whose(word: str) -> str:
    return "she" if word == "her" else "he"


def _of_people(text: str, film: Film, pool: tuple[str, ...]) -> tuple[tuple[str, ...], bool] | None:
    for key, person in film.characters.items():
        name = re.escape(person.name.lower())
        both = (
            rf"\b(?:all|every|each) (?:of )?(?:the )?shots? (?:of|with|on) {name}\b|"
            rf"\b(?:all|every) (?:of )?{name}'s shots?\b"
        )
        if re.search(rf"{both}|\b{name}'s shots\b|\b(?:every|all the) {name} shots?\b", text):
            return tuple(s for s in pool if key in film.shots[s].subjects), True
        single = (
            rf"\bthe shots? (?:of|with|on) {name}\b|\bthe {name} shot\b|"
            rf"\b{name}'s shot\b|\bthe one (?:of|with) {name}\b"
        )
        found = re.search(single, text)
        if found:
            shots = tuple(s for s in pool if key in film.shots[s].subjects)
            return shots, "shots" in found[0]
    return None
