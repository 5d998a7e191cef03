"""Notes on takes: again, several, another one in the cut."""

from __future__ import annotations

import re
from collections.abc import Callable

from agent.notes.grammar import Clause, aim, each, listed, rule
from agent.notes.lexicon import ORDINALS
from agent.notes.reading import Finding, Kind, ToolCall, act, ask
from memory.change import ChooseTake, Retake
from memory.film import Shot


@rule(
    r"^(?:please )?redo(?: (?:that|it|please))*$|^(?:re-apply|reapply|"
    r"put it back again)(?: (?:that|it))*$",
    rank=9,
    whole=True,
)
def redo(clause: Clause) -> Finding | None:
    """Alone after an undo: applies again. Else the shot in view is shot again."""
    if clause.situation.undone():
        return act(ToolCall("redo"), say=f"Applied again: {_undone(clause)}.")
    if clause.situation.focused:
        return each(clause, "shoot again", _again(clause))
    return ask("Nothing was undone just now. Which shot should I shoot again?")


def _undone(clause: Clause) -> str:
    """The words of the edit that a redo brings back."""
    words = clause.situation.undone()[-1].words
    return f'"{words}"' if words else "the last change"


def _again(clause: Clause) -> Callable[[Shot], Retake]:
    def retaken(shot: Shot) -> Retake:
        return Retake(shot=shot.id, seed=next_seed(clause, shot))

    return retaken


def next_seed(clause: Clause, shot: Shot) -> int:
    """A seed no take of the shot has had: takes are numbered, seeds follow."""
    takes = clause.situation.takes.get(shot.id)
    return max(shot.seed, len(takes.names) if takes else 0) + 1


@rule(
    r"\b(?:different|new|another) seed\b|\bre-?roll\b|\b(?:another|one more|new|"
    r"fresh) take\b|\btry (?:shot )?\d+ again\b|\bagain\b|\bredo\b|"
    r"\bshoot (?:shot )?\d+ again\b|\bdo (?:it|that|\w+ ?\d*) (?:again|over)\b|"
    r"\bregenerate\b|\bre-?render (?:shot )?\d+",
    rank=70,
)
def retake(clause: Clause) -> Finding | None:
    """The same again with a new seed: performance and texture vary, nothing else."""
    if clause.has(r"\b(?:undo|say (?:it|that) again|tell me again|ask)\b"):
        return None
    return each(clause, "shoot again", _again(clause))


@rule(
    r"\b(\d+) (?:different |more |new |other )?(?:versions?|variations?|takes|"
    r"options?|alternatives|alts)\b|\ba few (?:versions|variations|takes|options|"
    r"alternatives)\b|\b(?:some|give me) (?:alts|alternatives|variations|options)\b",
    rank=15,
)
def versions(clause: Clause) -> Finding | None:
    """Several takes of a shot; the one in the cut stays until one is chosen."""
    count = min(6, int(clause.match[1] or 3))
    text = clause.text.replace(clause.match[0], " ")
    target = aim(
        clause,
        "shoot several takes of",
        reference=Clause(clause.note, text, clause.situation, clause.inherited).reference,
    )
    if target.problem:
        return target.problem
    call = ToolCall("shoot", {"shots": list(target.shots), "takes": count})
    numbers = listed(clause.film.number(s) for s in target.shots)
    aside = (*target.aside, "The take in the cut stays until you choose one.")
    return Finding(
        calls=(call,),
        say=f"Shooting {count} takes of shot {numbers}.",
        aside=aside,
        shots=target.shots,
    )


@rule(
    r"\b(?:previous|earlier|last|old|first|second|third|newest|latest|other|"
    r"original) takes?\b|\btake (?:t)?(\d+)\b|\bt(\d)\b(?!\.\d)",
    rank=22,
)
def choose(clause: Clause) -> Finding | None:
    """Another take of a shot goes into the cut."""
    if clause.has(
        r"\?|\bwhich\b|\bwhat\b|\bcompare\b|\bdelete\b|\bhow many\b|\blike\b.*\bbetter\?"
    ):
        return None
    text = re.sub(
        r"\btakes? t?\d+\b|\bt\d\b|\b(?:first|second|third|last) takes?\b", " ", clause.text
    )
    found = Clause(clause.note, text, clause.situation, clause.inherited).reference
    target = aim(clause, "choose a take of", reference=found)
    if target.problem:
        return target.problem
    shot = target.shots[0]
    shelf = clause.situation.takes.get(shot)
    names = shelf.names if shelf else ()
    number = clause.film.number(shot)
    if not names:
        return ask(f"Shot {number} has no takes yet. Shall I shoot it?", (shot,))
    wanted = _take_meant(clause, list(names), shelf.active if shelf else None)
    if wanted is None:
        return ask(f"Shot {number} has {listed(names)}. Which one?", (shot,))
    if shelf and wanted == shelf.active:
        return Finding(
            Kind.NOOP, say=f"Shot {number} plays {wanted} already, so nothing moved.", shots=(shot,)
        )
    return Finding(changes=(ChooseTake(shot=shot, take=wanted),), shots=(shot,))


def _take_meant(clause: Clause, names: list[str], active: str | None) -> str | None:
    number = re.search(r"\btake t?(\d+)\b|\bt(\d+)\b", clause.text)
    if number:
        wanted = int(number[1] or number[2])
        return next(
            (n for n in names if n == f"t{wanted}"),
            names[wanted - 1] if wanted <= len(names) else None,
        )
    ordinal = re.search(rf"\b({'|'.join(ORDINALS)}|original) take", clause.text)
    if ordinal:
        at = ORDINALS.get(ordinal[1], 1)
        return names[at - 1] if at <= len(names) else None
    at_now = names.index(active) if active in names else len(names) - 1
    if clause.has(r"\b(?:newest|latest|last)\b"):
        return names[-1]
    if clause.has(r"\bother\b") and len(names) == 2:
        return names[1 - at_now]
    return names[at_now - 1] if at_now > 0 else None
