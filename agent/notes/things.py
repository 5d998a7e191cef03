"""Notes on things: one swapped for another wherever it is, one taken from someone."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, left_alone, rule
from agent.notes.naming import people_in
from agent.notes.reading import Finding, ask
from agent.notes.wardrobe import PIECE
from memory.change import AnyChange, EditLocation, Recast, Redirect, Reframe, Relight
from memory.film import Film, Shot

ARTICLE = r"(?:the |that |this |an? |her |his |their |some |all the )"
SWAP = (
    rf"\b(?:swap|replace|exchange|trade|change|switch|turn) {ARTICLE}?"
    rf"(?P<old>[\w' -]+?) (?:out )?(?:for|with|to|into|by) {ARTICLE}?(?P<new>[\w' -]+?)"
    r"(?= in (?:shot |scene )?\d| in the \w+| everywhere| throughout|,|$)"
)
INSTEAD = (
    rf"\b(?:make|use|have|give (?:her|him|\w+)) {ARTICLE}?(?P<now>[\w' -]+?) instead of "
    rf"{ARTICLE}?(?P<then>[\w' -]+?)(?= in (?:shot |scene )?\d|$)"
)
NOT_THINGS = re.compile(
    rf"\b(?:shots?|scenes?|lines?|dialogue|music|score|takes?|lens|camera|light|order|{PIECE}|"
    r"\d+|hair|title|card|song|voice|name|look|style|cut|dissolve|fade|quote\d|push|pan|zoom)\b"
)


@rule(SWAP, INSTEAD, rank=11, whole=True)
def swapped(clause: Clause) -> Finding | None:
    """The lantern for a flashlight: as a prop, a light, a piece of a set, in the action."""
    groups = clause.match.groupdict()
    old = (groups["old"] or groups["then"]).strip()
    new = (groups["new"] or groups["now"]).strip()
    if NOT_THINGS.search(f"{old} {new}") or people_in(f"{old} {new}", clause.film):
        return None
    head, word = old.split()[-1], clause.original(new)
    found = clause.reference
    limited = found.explicit and bool(found.shots) and not found.film
    shots = found.shots if limited else clause.film.order
    seen = re.compile(rf"\b(?:{re.escape(old)}|{re.escape(head)})\b", re.IGNORECASE)
    free = [clause.film.shots[s] for s in shots if not clause.film.shots[s].locked]
    changes = [c for shot in free for c in _in_shot(shot, seen, word)]
    if not limited:
        changes += _in_film(clause.film, seen, word)
    locked = [
        s for s in shots if clause.film.shots[s].locked and seen.search(clause.film.shots[s].action)
    ]
    if not changes:
        return _nowhere(clause, old)
    touched = tuple(s.id for s in free if any(getattr(c, "shot", "") == s.id for c in changes))
    return Finding(changes=tuple(changes), aside=left_alone(clause.film, locked), shots=touched)


def _put(seen: re.Pattern[str], word: str, text: str) -> str:
    def cased(match: re.Match[str]) -> str:
        return word[:1].upper() + word[1:] if match[0][:1].isupper() else word

    return _articled(seen.sub(cased, text))


def _articled(text: str) -> str:
    """The right article before a changed word: "an oil lantern", "a torch"."""
    text = re.sub(r"\b([Aa]) (?=[aeio])", r"\1n ", text)
    return re.sub(r"\b([Aa])n (?=[^aeiouhAEIOUH\W])", r"\1 ", text)


def _in_shot(shot: Shot, seen: re.Pattern[str], word: str) -> list[AnyChange]:
    out: list[AnyChange] = []
    lamps = tuple(word if seen.search(p) else p for p in shot.lighting.practicals)
    if lamps != shot.lighting.practicals:
        out.append(Relight(shot=shot.id, practicals=lamps))
    action = _put(seen, word, shot.action)
    if action != shot.action:
        out.append(Redirect(shot=shot.id, action=action))
    framed = {
        name: _put(seen, word, getattr(shot, name))
        for name in ("composition", "foreground", "focus", "focus_to")
        if seen.search(getattr(shot, name))
    }
    if framed:
        out.append(Reframe.model_validate({"shot": shot.id, **framed}))
    return out


def _in_film(film: Film, seen: re.Pattern[str], word: str) -> list[AnyChange]:
    out: list[AnyChange] = []
    for person in film.characters.values():
        props = tuple(word if seen.search(p) else p for p in person.props)
        if props != person.props:
            out.append(Recast(character=person.id, props=props))
    for place in film.locations.values():
        pieces = tuple(word if seen.search(p) else p for p in place.set)
        description = _put(seen, word, place.description)
        if pieces != place.set:
            out.append(EditLocation(location=place.id, set=pieces, description=description))
    return out


def _nowhere(clause: Clause, old: str) -> Finding | None:
    """No such thing: asks, naming what there is; leaves a swap of anything else to others."""
    film = clause.film
    there = dict.fromkeys(
        [
            *(p for person in film.characters.values() for p in person.props),
            *(lamp for s in film.order for lamp in film.shots[s].lighting.practicals),
            *(piece for place in film.locations.values() for piece in place.set),
        ]
    )
    if not there or not clause.has(r"\b(?:swap|replace|trade|exchange)\b"):
        return None
    return ask(f"I find no {old} in the film. There is: {', '.join(list(there)[:8])}. Which one?")


TAKE = (
    rf"\btake {ARTICLE}?(?P<what>[\w' -]+?) (?:away )?(?:from|off) (?P<who>\w+)$|"
    rf"\b(?P<person>\w+) (?:should )?(?:loses?|drops?|no longer has|doesn't have|has no|"
    rf"gives? up|without) {ARTICLE}?(?P<thing>[\w' -]+?)(?: any ?more)?$|"
    rf"\b(?:lose|remove|drop|cut) (?P<owner>\w+)'s (?P<own>[\w -]+)$"
)


@rule(TAKE, rank=18)
def taken(clause: Clause) -> Finding | None:
    """A prop leaves a character's hands."""
    groups = clause.match.groupdict()
    what = groups["what"] or groups["thing"] or groups["own"]
    who = people_in(groups["who"] or groups["person"] or groups["owner"], clause.film)
    if len(who) != 1 or clause.reference.explicit:
        return None
    person = clause.film.characters[next(iter(who))]
    gone = tuple(p for p in person.props if what in p.lower() or p.lower() in what)
    if not gone:
        return None
    kept = tuple(p for p in person.props if p not in gone)
    return Finding(changes=(Recast(character=person.id, props=kept),))
