"""Notes on order: swap, move, delete, restore, duplicate, split, merge, restructure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.notes.grammar import Clause, aim, listed, not_there, rule, which, which_of
from agent.notes.reading import Finding, Kind, ask
from memory.change import (
    AnyChange,
    DeleteShot,
    Reorder,
    RestoreShot,
    SetTransition,
)
from memory.vocabulary import TransitionType


@rule(r"\b(?:swap|switch|exchange|flip)\b(?! (?:who|off|on|the light|to))", rank=10, whole=True)
def swap(clause: Clause) -> Finding | None:
    """Two shots change places."""
    both = re.sub(r"\bwith\b|\bfor\b", "and", clause.text)
    found = clause.about(both)
    if found.missing:
        return not_there(clause.film, found.missing)
    shots = found.shots
    if len(shots) != 2:
        parts = [clause.about(p) for p in re.split(r"\band\b", both)]
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
    r"\b(?P<how>before|after|in front of|behind|ahead of|between|following) (?P<what>.+)$|"
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
    if found["end"]:
        at_head = re.search(r"start|beginning|front|head|top|first", found["end"])
        return (None if at_head or not order else order[-1]), True
    if found["at"]:
        at = int(found["at"])
        return (order[min(at, len(order)) - 2] if at > 1 and order else None), True
    named = clause.about(
        f"shot {found['what']}" if re.match(r"\d", found["what"]) else found["what"]
    )
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


@rule(
    r"\b(?:move|put|place|shift|bring|slide|pull|send|reorder|open (?:on|with)|"
    r"start (?:on|with)|end (?:on|with)|finish (?:on|with))\b",
    rank=26,
    whole=True,
)
def move(clause: Clause) -> Finding | None:  # noqa: PLR0911
    """Shots go to another place."""
    opening = re.search(
        r"\b(open|start|end|finish) (?:the film |us )?(?:on|with) (.+)$", clause.text
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
    named = clause.about(_as_shots(found["shots"]))
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


def _as_shots(text: str) -> str:
    return f"shot {text}" if re.match(r"\d", text) else text


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
    named = clause.about(_as_shots(head))
    if named.missing:
        return not_there(film, named.missing)
    if named.candidates:
        return which_of(clause, named.candidates, f"{found[1]} on")
    if not named.shots:
        return None
    first = found[1] in {"open", "start"}
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


DELETE = (
    r"\b(?:delete|lose|drop(?! in\b| an?\b)|remove|cut out|take out|kill|omit|axe|get rid of|trash|"
    r"bin|discard|do without|skip|junk|dump|nix|excise)\b|"
    r"\bcut (?=(?:the |shots? |scene )?(?:\d|insert|two-shot|close|last|first|"
    r"opening|final|wide|establish|whole|entire|shot|scene))|\bwithout (?:shot|"
    r"scene) \d|\bdon't need (?:shot|scene|the)\b"
)
NOT_A_SHOT = (
    r"\b(?:line|lines|dialogue|music|light|lamp|bulb|scarf|coat|hat|cap|beard|"
    r"title|card|subtitles?|sound|effects?|noise|haze|fog|rain|snow|"
    r"move|movement|push|zoom|pan|handheld|shake|practical|voice|suitcase|letter|"
    r"seconds?(?! shot)|frames?|saturation|contrast|dissolve|fade|transition|transitions|"
    r"foreground|"
    r"booth|gulls?|cue|score|engine|hum|glasses|jacket|scar|bag|grain|end card|"
    r"accent|lock|decision|pause|take|takes)\b"
)


SHOT_FIRST = re.compile(
    r"\W*(?:(?:please|just|all|both|of|the|that|entire|whole|last|first|everything|in|from|"
    r"between|shots?|scenes?|number|no|single|establishing|wide|two-shot|insert|close-ups?) ?)*\d"
)
"""A number names what goes only where it comes first: "the lantern in 3" is not the shot."""


def _speaks_of_shots(rest: str) -> bool:
    """Whether what follows "delete" can be a shot, and not a thing in one."""
    if re.search(r"\d", rest) and not SHOT_FIRST.match(rest):
        return False
    numbered = r" *(?:the )?(?:(?:shots?|scenes?) )?\d+(?! ?(?:frames?|seconds?))\b"
    return not re.search(NOT_A_SHOT, rest) or re.match(numbered, rest) is not None


@rule(DELETE, rank=30)
def delete(clause: Clause) -> Finding | None:
    """Shots or a scene go out; they stay recoverable."""
    rest = DELETE_RE.split(clause.text, maxsplit=1)[-1]
    if not _speaks_of_shots(rest) or clause.has(
        r"\b(?:shorter|longer|brighter|darker|by [\d.]+|stops?)\b"
    ):
        return None
    rest = re.sub(
        r"\b(?:entirely|completely|altogether|please|from the (?:film|cut|edit)|"
        r", start .*|all of)\b.*$",
        "",
        rest,
    )
    scene = re.search(r"\bscenes?\b", rest)
    text = _as_shots(rest.strip()) if re.match(r"\s*(?:number )?\d", rest) else rest
    found = clause.about(text)
    if not found.shots and not found.missing and not found.candidates:
        if (
            re.fullmatch(r"\s*(?:it|this|that|this shot|that shot|this one|that one|)\s*", rest)
            and clause.situation.focused
        ):
            found = clause.about(clause.situation.focused)
        else:
            described = clause.described(text)
            if not described:
                return (
                    None
                    if rest.strip() and not scene and "shot" not in rest
                    else which(clause, "delete")
                )
            found = described
    target = aim(clause, "delete it", reference=found)
    if target.problem:
        return target.problem
    if len(target.shots) >= len(clause.film.order) or found.film:
        return ask(
            f"That would take out all {len(target.shots)} shots. Shall I really empty the film?",
            target.shots,
        )
    back = (
        "Say undo to get it back."
        if len(target.shots) == 1
        else "They stay recoverable: say undo to get them back."
    )
    aside = (*target.aside, back)
    return Finding(
        changes=tuple(DeleteShot(shot=s) for s in target.shots), aside=aside, shots=target.shots
    )


DELETE_RE = re.compile(DELETE)


@rule(
    r"\b(?:restore|bring back|put back|undelete|recover|reinstate)\b|"
    r"\b(?:bring|put|get) (?:the )?(?:deleted |removed )?(?:shot(?: \d+)?|it) back\b",
    rank=24,
)
def restore(clause: Clause) -> Finding | None:
    """A removed shot comes back where it stood before."""
    film = clause.film
    if not film.bin and clause.has(r"\bshots?\b"):
        return Finding(
            Kind.NOOP,
            say=f"No shot was removed, so there is nothing to bring back. {film.extent()}",
        )
    if not film.bin or clause.has(r"\b(?:take|coat|line|music|version|seconds?|light)\b"):
        return None
    gone = list(film.bin)
    number = re.search(r"\bshot (\d+)\b", clause.text)
    stood = {s: _before_it_went(clause, s) for s in gone}
    keep = [s for s in gone if number and _was(s, stood[s], int(number[1]))] or gone[-1:]
    after = _stood_after(clause, keep[0], stood[keep[0]])
    return Finding(changes=(RestoreShot(shot=keep[0], after=after),), shots=())


def _before_it_went(clause: Clause, shot_id: str) -> tuple[str, ...]:
    """The order in which a removed shot last stood; () when nobody remembers."""
    orders = (entry.before for entry in reversed(clause.situation.history))
    return next((order for order in orders if shot_id in order), ())


def _was(shot_id: str, order: tuple[str, ...], number: int) -> bool:
    return order.index(shot_id) + 1 == number if order else shot_id.endswith(str(number))


def _stood_after(clause: Clause, shot_id: str, order: tuple[str, ...]) -> str | None:
    """The shot it followed, else the last of its scene that is still there."""
    film = clause.film
    if order:
        left = [s for s in order[: order.index(shot_id)] if s in film.order]
        return left[-1] if left else None
    own = film.bin[shot_id].scene
    before = [s for s in film.order if film.shots[s].scene == own and s < shot_id]
    return (
        before[-1]
        if before
        else (film.order[-1] if film.order and film.order[-1] < shot_id else None)
    )


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
    pair = [scenes[n - 1] for n in named if 1 <= n <= len(scenes)][:2] or scenes[:2]
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


@rule(
    r"\b(?:reverse|backwards?|flip) (?:the )?order\b|\bin reverse order\b|"
    r"\bplay (?:the (?:film|scene|whole thing)) backwards\b",
    rank=12,
    whole=True,
)
def backwards(clause: Clause) -> Finding | None:
    """The order turned round, of the film or of a scene."""
    film = clause.film
    shots = clause.reference.shots if clause.reference.explicit else film.order
    turned = iter(reversed([s for s in film.order if s in shots]))
    order = tuple(next(turned) if s in shots else s for s in film.order)
    return Finding(changes=(Reorder(order=order),))
