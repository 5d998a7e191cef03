"""Questions about the film answered from its memory, with the source. Writes no film."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from agent.desk import Desk
from memory.fact import Fact
from memory.facts import a, joined
from memory.question import Question

MOST_FACTS = 8
MOST_SENTENCES = 3
LONGEST = 700


def answer_about(desk: Desk, question: str) -> dict[str, Any]:
    """What the memory knows about a question, in a sentence or two with the source.

    Returns:
        {"said": the answer, "facts": the sentences it rests on, "kind": "answer"}.
    """
    if desk.recall is None:
        return _unknown(question)
    asked, facts = desk.recall.answer(question, MOST_FACTS)
    if not facts:
        return _unknown(question)
    said = _shaped(asked, facts)
    return {"said": said[:LONGEST], "facts": [fact.text for fact in facts], "kind": "answer"}


def _unknown(question: str) -> dict[str, Any]:
    plain = question.encode("utf-8", "ignore").decode("utf-8")
    about = " ".join(plain.split()).strip(" ?.!")[:120]
    if not about:
        return {"said": "What would you like to know about the film?", "facts": [], "kind": "ask"}
    said = f'I don\'t know: nothing was noted about "{about}".'
    return {"said": said, "facts": [], "kind": "answer"}


def _shaped(asked: Question, facts: Sequence[Fact]) -> str:
    """The answer in the shape the question asks for."""
    if asked.when:
        return _when(facts)
    kind = facts[0].kind
    same = [fact for fact in facts if fact.kind == kind]
    shape = _SHAPES.get(kind)
    if shape is not None and not asked.past:
        return shape(same)
    return _cited(_best(asked, facts))


def _best(asked: Question, facts: Sequence[Fact]) -> Sequence[Fact]:
    """Those that answer it: of the kind asked for, else the first alone."""
    fits = [fact for fact in facts if fact.kind in asked.kinds]
    return fits[:MOST_SENTENCES] if fits else facts[:1]


def _cited(facts: Sequence[Fact]) -> str:
    """Sentences, each run of one source cited once."""
    parts = []
    for source, group in groupby(facts, key=lambda fact: fact.source):
        parts.append(f"{' '.join(fact.text for fact in group)} ({_spelled(source)})")
    return " ".join(parts)


def _spelled(source: str) -> str:
    return source or "the film as it stands"


def _when(facts: Sequence[Fact]) -> str:
    """Which revision brought it; what was asked for in words is the better witness."""
    first = facts[0]
    witness = next((f for f in facts if f.revision == first.revision and f.kind == "asked"), first)
    if witness.kind == "asked":
        rest = "" if witness is first else f" {first.text}"
        return f'In revision {witness.revision}, when you said "{witness.value}".{rest}'
    if first.revision <= 1:
        return f"From the beginning of the film: {first.text}"
    return f"{first.text} That came with {_spelled(first.source)}."


def _wear(facts: Sequence[Fact]) -> str:
    """One sentence a person and scene: all they wear there."""
    first = facts[0]
    mine = [f for f in facts if (f.entity, f.scene_from) == (first.entity, first.scene_from)]
    also = [f for f in facts if f.entity == first.entity and f.scene_from != first.scene_from]
    if first.scene_from is not None:
        mine += [f for f in also if f.scene_from is None]
        also = []
    worn = joined(a(fact.value) for fact in mine if fact.value)
    who = first.text.partition(" wears ")[0]
    sources = list(dict.fromkeys(_spelled(fact.source) for fact in mine))
    said = f"{who} wears {worn or 'nothing of that'} ({'; '.join(sources)})."
    return " ".join([said, *([_cited(also[:2])] if also else [])])


def _light(facts: Sequence[Fact]) -> str:
    """Each way a scene is lit; the most used first."""
    scene = [fact for fact in facts if fact.scene_from == facts[0].scene_from]
    return _cited(scene[:MOST_SENTENCES])


def _few(facts: Sequence[Fact]) -> str:
    return _cited(facts[:MOST_SENTENCES])


_SHAPES: dict[str, Callable[[Sequence[Fact]], str]] = {
    "wear": _wear,
    "light": _light,
    "decision": _few,
    "asked": _few,
    "action": _few,
    "said": _few,
    "present": _few,
    "look": _few,
    "weather": _few,
    "time": _few,
    "place": _few,
    "has": _few,
}
