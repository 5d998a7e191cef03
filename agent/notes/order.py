"""Notes on order: swap, move, intercut, turn round."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.notes.grammar import Clause, listed, not_there, rule, which_of
from agent.notes.reading import Finding, Kind, ask
from memory.change import AnyChange, Reorder, SetTransition
from memory.vocabulary import TransitionType


@rule(r"\b(?:swap|switch|exchange|flip)\b(?! (?:who|off|on|the light|to))", rank=10, whole=True)
def swap(clause: Clause) -> Finding | None:
    """Two shots change places."""
    both = re.sub(r"\bwith\b|\bfor\b", "and", clause.text)
    found = clause.about(both)
    if clause.has(r"\bflip\b") and len(found.shots) == 1:
        return None
    if found.missing:
        return not_there(clause.film, found.missing)
    shots = found.shots
    if len(shots) != 2:
        names = re.sub(r"^.*?\b(?:swap|switch|exchange|flip)\b", "", both)
        parts = [clause.meant(p.strip()) for p in re.split(r"\band\b", names)]
        shots = tuple(s for p in parts for s in p.shots[:1])
        if len(shots) == 1 and clause.situation.focused and clause.has(r"\b(?:it|this)\b"):
            shots = (clause.situation.focused, *shots)
    if len(set(shots)) != 2:
        return ask("Which two shots should I swap?") if clause.has("shot") else None
    order = list(clause.film.order)
    one, two = (order.index(s) for s in shots)
    order[one], order[two] = order[two], order[one]
    crossed = clause.film.shots[shots[0]].scene != clause.film.shots[shots[1]].scene
    aside = (
        ("The swap crosses a scene border; both shots keep their place and light.",)
        if crossed
        else ()
    )
    return Finding(changes=(Reorder(order=tuple(order)),), aside=aside, shots=tuple(shots))


PLACE = (
    r"\bas the (?P<as>first|last|opening|closing|final) (?:shot|image)\b|\b(?P<how>before|after|"
    r"in front of|behind|ahead of|between|following) (?P<what>.+)$|"
    r"\b(?P<end>(?:at|to|as) the (?:very )?(?:end|start|beginning|front|head|top|"
    r"back|tail)|(?:first|last)$|to the front|up front|to the end)\b|"
    r"\bto (?:position|place|slot|number|shot)? ?(?P<at>\d+)\b"
)


def place_of(clause: Clause, text: str) -> tuple[str | None, bool] | Finding:  # noqa: PLR0911
    """After which shot (None: at the head), and whether a place was named at all."""
    order = clause.film.order
    found = re.search(PLACE, text)
    if not found:
        return None, False
    if found["as"] or found["end"]:
        return _at_an_end(clause, found["as"] or found["end"], text[found.end() :]), True
    if found["at"]:
        at = int(found["at"])
        return (order[min(at, len(order)) - 2] if at > 1 and order else None), True
    named = clause.meant(found["what"])
    if named.missing:
        return not_there(clause.film, named.missing)
    if named.candidates:
        return which_of(clause, named.candidates, "put it beside")
    if not named.shots:
        return None, False
    ends = [order.index(s) for s in named.shots]
    if found["how"] == "between":
        return order[min(ends)], True
    if found["how"] in {"before", "in front of", "ahead of"}:
        return (order[min(ends) - 1] if min(ends) else None), True
    return order[max(ends)], True


def _at_an_end(clause: Clause, words: str, rest: str) -> str | None:
    """After which shot the head or the end of the film is, or of the scene named behind it."""
    order = clause.film.order
    within = re.match(r" of (?:the )?(.+)$", rest)
    scene = clause.meant(f"the {within[1]}") if within else None
    if scene is not None and scene.scenes:
        return _edge(order, scene.shots, words)
    return _edge(order, order, words) if order else None


def _edge(order: tuple[str, ...], shots: tuple[str, ...], words: str) -> str | None:
    """After which shot the head or the end of a scene is."""
    if re.search(r"start|beginning|front|head|top|first|opening", words):
        at = order.index(shots[0])
        return order[at - 1] if at else None
    return shots[-1]


STEPPED = (
    r"\b(?:move|push|bring|shift|slide|nudge|pull|bump) (?P<what>.+?) (?P<way>up|forwards?|earlier|"
    r"ahead|back|down|later)(?: by)? (?P<by>\d|1|one|a)(?: (?:place|slot|shot|position|spot)s?)?$"
)


@rule(STEPPED, rank=25, whole=True)
def stepped(clause: Clause) -> Finding | None:
    """A shot goes so many places up, to the head of the film, or back."""
    named = clause.meant(clause.match["what"])
    if len(named.shots) != 1:
        return None
    by = int(clause.match["by"]) if clause.match["by"].isdigit() else 1
    later = clause.match["way"] in {"back", "down", "later"}
    at = clause.film.order.index(named.shots[0]) + (by if later else -by)
    rest = [s for s in clause.film.order if s not in named.shots]
    at = max(0, min(len(rest), at))
    order = (*rest[:at], *named.shots, *rest[at:])
    if order == clause.film.order:
        return Finding(Kind.NOOP, say="It stands there already, so nothing moved.")
    return Finding(changes=(Reorder(order=order),), shots=named.shots)


@rule(
    r"\b(?:move|put|place|shift|bring|slide|pull|send|reorder|(?:open|start|begin|end|finish|close)"
    r"(?: the (?:film|movie|cut)| it| us)? (?:on|with))\b",
    rank=26,
    whole=True,
)
def move(clause: Clause) -> Finding | None:  # noqa: PLR0911
    """Shots go to another place."""
    opening = re.search(
        r"\b(open|start|begin|end|finish|close) (?:the (?:film|movie|cut) |it |us )?"
        r"(?:on|with) (.+)$",
        clause.text,
    )
    if opening:
        return _opening(clause, opening)
    found = re.search(
        r"\b(?:move|put|place|shift|bring|slide|pull|"
        rf"send)\b (?P<shots>.+?) (?:up |down |back |right |it )?(?=(?:{PLACE}))",
        clause.text,
    )
    if not found:
        return None
    if re.search(
        r"\b(?:camera|light|title|music|card|copy|left|right|her|him|lamp|in the)\b", found["shots"]
    ):
        return None
    named = clause.meant(found["shots"])
    shots = named.shots or (
        (clause.situation.focused,)
        if clause.situation.focused and re.search(r"\b(?:it|this|that)\b", found["shots"])
        else ()
    )
    if named.missing:
        return not_there(clause.film, named.missing)
    place = place_of(clause, clause.text[found.end() :])
    if isinstance(place, Finding):
        return place
    if not shots or not place[1]:
        return None
    return _moved(clause, tuple(s for s in shots if s), place[0], clause.text[found.end() :])


def _moved(clause: Clause, shots: Sequence[str], after: str | None, words: str) -> Finding:
    film = clause.film
    rest = [s for s in film.order if s not in shots]
    place = re.search(r"\bto (?:position|place|slot|number|shot)? ?(\d+)\b", words)
    if place and not re.search(r"before|after|between", words):
        at = max(0, min(len(rest), int(place[1]) - 1))
    else:
        order = film.order
        anchor = after
        while anchor is not None and anchor in shots:
            before = order.index(anchor)
            anchor = order[before - 1] if before else None
        at = rest.index(anchor) + 1 if anchor is not None else 0
    order_now = (*rest[:at], *shots, *rest[at:])
    if order_now == film.order:
        return Finding(
            Kind.NOOP,
            say=f"Shot {listed(film.number(s) for s in shots)} stands there already, "
            "so nothing moved.",
        )
    return Finding(changes=(Reorder(order=tuple(order_now)),), shots=tuple(shots))


def _opening(clause: Clause, found: re.Match[str]) -> Finding | None:
    film = clause.film
    if re.search(r"\b(?:music|fade|title|black|card|dissolve|settle|stop|rest)\b", found[2]):
        return None
    head, _, rest = found[2].partition(",")
    back = re.search(r"\bflash(?:es)? ?back\b", rest or found[2])
    named = clause.meant(head)
    if named.missing:
        return not_there(film, named.missing)
    if named.candidates:
        return which_of(clause, named.candidates, f"{found[1]} on")
    if not named.shots:
        return None
    first = found[1] in {"open", "start", "begin"}
    left = tuple(s for s in film.order if s not in named.shots)
    order = (*named.shots, *left) if first else (*left, *named.shots)
    if order == film.order:
        return Finding(Kind.NOOP, say=f"The film does {found[1]} there already, so nothing moved.")
    changes: list[AnyChange] = [Reorder(order=order)]
    if back and left and not film.shots[left[0]].locked and named.shots:
        changes.append(
            SetTransition(shot=left[0], type=TransitionType.DISSOLVE, frames=clause.frames(1))
        )
    return Finding(changes=tuple(changes), shots=named.shots)


INTERCUT = re.compile(r"\b(?:intercut|cross-?cut|parallel (?:cut|edit)|alternate)\b(?: between)?")


@rule(
    r"\b(?:intercut|cross-?cut|parallel (?:cut|edit))\b|\balternate\b",
    rank=13,
    whole=True,
    wordy=True,
)
def intercut(clause: Clause) -> Finding | None:
    """Two scenes or two groups of shots, turn and turn about."""
    film = clause.film
    scenes = list(film.scene_order())
    named = [
        int(n) for n in re.findall(r"(?<=scene )\d+|(?<=scenes )\d+|(?<=and )\d+", clause.text)
    ]
    pair = [scenes[n - 1] for n in named if 1 <= n <= len(scenes)][:2] or _by_place(clause)
    pair = pair if len(pair) == 2 else scenes[:2]
    if len(pair) < 2:
        return ask("There is one scene only. Which shots should I intercut?")
    one, two = (list(film.scene_shots(s)) for s in pair)
    mixed = [
        s for at in range(max(len(one), len(two))) for s in (one[at : at + 1] + two[at : at + 1])
    ]
    start = min(film.order.index(one[0]), film.order.index(two[0]))
    rest = [s for s in film.order if s not in mixed]
    order = (*rest[:start], *mixed, *rest[start:])
    return Finding(changes=(Reorder(order=order),))


def _by_place(clause: Clause) -> list[str]:
    """Two scenes named by where they play: "intercut the kitchen with the road"."""
    words = re.split(r"\b(?:and|with|against)\b", INTERCUT.split(clause.text, maxsplit=1)[-1])
    found = [scene for part in words for scene in clause.meant(part.strip()).scenes[:1]]
    return list(dict.fromkeys(found))[:2]


@rule(
    r"\b(?:reverse|backwards?|flip) (?:the )?order\b|\bin reverse order\b|"
    r"\b(?:play|tell|run|show|cut) (?:it|this|(?:the|this|scene) (?:film|scene|story|movie|"
    r"whole thing|\d+)) (?:all )?(?:backwards?|in reverse|back to front)\b|"
    r"\blast shot first\b",
    rank=12,
    whole=True,
)
def backwards(clause: Clause) -> Finding | None:
    """The order turned round, of the film or of a scene."""
    film = clause.film
    text = re.sub(r"\b(?:the )?last shot first\b", "", clause.text)
    named = clause.about(text)
    shots = named.shots if named.explicit and len(named.shots) > 1 else film.order
    turned = iter(reversed([s for s in film.order if s in shots]))
    order = tuple(next(turned) if s in shots else s for s in film.order)
    return Finding(changes=(Reorder(order=order),))
