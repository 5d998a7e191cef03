"""What a remembered fact is, and how a later one supersedes it. Knows no index and no question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

Kind = Literal[
    "person", "wear", "look", "has", "place", "set", "time", "weather", "light", "eyeline",
    "present", "said", "action", "mood", "story", "style", "music", "title", "sound", "decision",
    "asked", "note",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that holds, or held, in the film.

    Attributes:
        id: Its key and the revision it came with; never used for another fact.
        entity: Whose it is: a character's, location's or scene's id, a prop's name, or "film".
        attribute: Which of the entity's: "coat", "hair", "has:letter", "weather", "said"…
        value: What holds, in a few words; "" when something was taken off.
        text: The whole of it as a plain sentence.
        scene_from: The scene it begins in; None where it holds in the whole film.
        scene_until: The last scene it holds in; None: until something supersedes it.
        source: Where it comes from, in words: "revision 7: 'give Mara a red coat'".
        revision: The revision it came with.
        kind: The family of its attribute.
        until: The revision that superseded it; None while it stands.
        moved: The revision that last moved it: brought, superseded or revived it.
    """

    id: str
    entity: str
    attribute: str
    value: str
    text: str
    scene_from: str | None = None
    scene_until: str | None = None
    source: str = ""
    revision: int = 0
    kind: Kind = "note"
    until: int | None = None
    moved: int = 0

    @property
    def key(self) -> str:
        """What it is a fact about; a later fact of the same key supersedes this one."""
        return self.id.rpartition("@")[0]

    @property
    def stands(self) -> bool:
        """Whether it holds now."""
        return self.until is None

    def says(self, other: Fact) -> bool:
        """Whether another fact says the same."""
        return self.value == other.value and self.text == other.text


@dataclass(frozen=True, slots=True)
class Record:
    """Every fact up to a revision, by id: those that stand and those that were superseded."""

    revision: int = 0
    facts: Mapping[str, Fact] = field(default_factory=dict)

    def standing(self) -> dict[str, Fact]:
        """What holds now, by key."""
        return {fact.key: fact for fact in self.facts.values() if fact.until is None}


@dataclass(frozen=True, slots=True)
class Step:
    """What a revision brings: its number, its source in words, and whether it goes back."""

    number: int
    source: str
    goes_back: bool = False
    """True for an undo or a redo: what it brings back keeps its own first source."""


def succeed(record: Record, step: Step, now: Iterable[Fact]) -> tuple[Record, tuple[Fact, ...]]:
    """The record after a revision, and the facts in it that are new or changed.

    Args:
        record: The facts so far.
        step: The revision.
        now: What holds after it, as `facts_of` gives it.
    """
    standing = record.standing()
    moved: list[Fact] = []
    kept: set[str] = set()
    for fact in now:
        kept.add(fact.key)
        before = standing.get(fact.key)
        if before is not None and before.says(fact):
            continue
        if before is not None:
            moved.append(replace(before, until=step.number))
        moved.append(_revived(record, fact) if step.goes_back else _fresh(fact, step))
    gone = (fact for key, fact in standing.items() if key not in kept and fact.kind != "asked")
    moved += [replace(fact, until=step.number) for fact in gone]
    moved = [replace(_sourced(fact, step), moved=step.number) for fact in moved]
    facts = {**record.facts, **{fact.id: fact for fact in moved}}
    return Record(step.number, facts), tuple(moved)


def _fresh(fact: Fact, step: Step) -> Fact:
    return replace(fact, id=f"{fact.key}@{step.number}", source=step.source, revision=step.number)


def _revived(record: Record, fact: Fact) -> Fact:
    """The superseded fact that says this, standing again; a new one when there is none."""
    same = [old for old in record.facts.values() if old.key == fact.key and old.says(fact)]
    return replace(max(same, key=lambda old: old.revision), until=None) if same else fact


def _sourced(fact: Fact, step: Step) -> Fact:
    return fact if fact.source else _fresh(fact, step)
