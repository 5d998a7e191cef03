"""Notes on what goes out of the film and what comes back: delete, restore. Order is in order.py."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, aim, rule, which
from agent.notes.reading import Finding, Kind, ask
from agent.notes.reference import Reference
from memory.change import DeleteShot, RestoreShot

DELETE = (
    r"\b(?:delete|lose|drop(?! in\b| an?\b)|remove|cut out|take out|kill|omit|axe|get rid of|trash|"
    r"bin|discard|do without|skip|junk|dump|nix|excise)\b|"
    r"\bcut (?=(?:the |shots? |scene )?(?:\d|insert|two-shot|close|last|first|"
    r"opening|final|wide|establish|whole|entire|shot|scene|"
    r"(?:bit|part|moment) (?:where|when)))|\bwithout (?:shot|scene) \d|"
    r"\bdon't need (?:shot|scene|the)\b"
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


SHOT_THAT = re.compile(
    r"\s*(?:the|that|this) (?:shot|one|bit|moment|part) (?:where|when|of|with|in which) (.+)$"
)
"""One shot by what it shows: the place in its words is no scene to go out."""


def _speaks_of_shots(rest: str) -> bool:
    """Whether what follows "delete" can be a shot, and not a thing in one."""
    if SHOT_THAT.match(rest):
        return True
    if re.search(r"\d", rest) and not SHOT_FIRST.match(rest):
        return False
    if re.search(r"\b(?:the|that|this) [\w' -]*\b(?:shot|insert|close-up|wide|one|scene)s?$", rest):
        return True
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
    text = f"shot {rest.strip()}" if re.match(r"\s*(?:number )?\d", rest) else rest
    found = clause.about(text)
    shown = SHOT_THAT.match(rest)
    if shown and not re.search(r"\d", rest):
        found = clause.described(shown[1]) or found
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
                    if rest.strip() and not scene and not shown and "shot" not in rest
                    else which(clause, "delete")
                )
            found = described
    return _gone(clause, found)


def _gone(clause: Clause, found: Reference) -> Finding:
    """The deletion of the shots found, unless they are locked or all there is."""
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
