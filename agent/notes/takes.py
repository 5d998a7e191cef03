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
    r"fresh) take\b|^another (?:one )?of (?:shot )?\d+(?: please)?$|\btry (?:shot )?\d+ again\b|"
    r"\bagain\b|\bredo\b|"
    r"\bshoot (?:shot )?\d+ again\b|\bdo (?:it|that|\w+ ?\d*) (?:again|over)\b|"
    r"\bregenerate\b|\bre-?render (?:shot )?\d+",
    rank=70,
)
def retake(clause: Clause) -> Finding | None:
    """The same again with a new seed: performance and texture vary, nothing else."""
    if clause.has(r"\b(?:undo|say (?:it|that) again|tell me again|ask)\b"):
        return None
    return each(clause, "shoot again", _again(clause))


SEVERAL = (
    r"(?:versions?|variations?|variants?|takes|options?|alternatives?|alternates?|alts?|readings?|"
    r"goes|tries|attempts?|passes|stabs|cracks|rolls|interpretations)"
)
KIND_OF = r"(?:different |more |new |other |extra |further |additional |fresh |separate )*"
TIMES = (
    r"(?:shoot|run|do|film|roll|try|make|play) (?:(?:shot )?\d+|it|this|that) "
    r"(?:\d+ (?:more )?times|twice|thrice)\b(?! as| the| that)"
)
FEW = {"a couple": 2, "a couple of": 2, "couple": 2, "a few": 3, "some": 3, "several": 3, "a": 1}


@rule(
    rf"\b(\d+) {KIND_OF}{SEVERAL}\b(?! of the film)",
    rf"\b(a couple(?: of)?|a few|some|several) {KIND_OF}{SEVERAL}\b(?! of the film)",
    rf"\bgive me {KIND_OF}{SEVERAL}\b(?= (?:of|on|for) (?:shot )?\d)",
    r"\b(\d+) more (?:of|on|like) (?=(?:shot )?\d|it\b|this\b|that\b)",
    rf"\b{TIMES}",
    r"\b(?:passes|goes) (?:at|on) (?:shot )?\d+, (\d+) of them\b",
    r"\banother (?:pass|go|crack|stab) (?:at|on) (?:shot )?\d+, (\d+) of them\b",
    rank=15,
)
def versions(clause: Clause) -> Finding | None:
    """Several takes of a shot; the one in the cut stays until one is chosen."""
    if clause.has(r"\?$|\btimes (?:faster|slower|longer|as)\b|\bseconds?\b"):
        return None
    count = _how_many(clause)
    counted = rf"\b\d+ {KIND_OF}(?:{SEVERAL}|of them|times)\b|\b\d+ more\b"
    text = re.sub(counted, " ", clause.text)
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


def _how_many(clause: Clause) -> int:
    """How many takes are asked for: 1 to 6."""
    said = next((g for g in clause.match.groups() if g), "")
    if not said and clause.has(r"\btwice\b"):
        return 2
    times = re.search(r"\b(\d+) (?:more )?times\b", clause.text)
    count = int(said) if said.isdigit() else int(times[1]) if times else FEW.get(said, 3)
    return max(1, min(6, count))


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
