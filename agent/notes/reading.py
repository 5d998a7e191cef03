"""What a note came to: a kind of reply, the calls to make, and what to say. Holds no rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from memory.change import AnyChange, dump_changes, load_changes


class Kind(StrEnum):
    """The kinds of reply."""

    ACT = "act"
    ASK = "ask"
    ANSWER = "answer"
    PROPOSE = "propose"
    WARN = "warn"
    NOOP = "noop"
    DECLINE = "decline_with_alternative"


Signal = Literal["", "yes", "no", "stop"]


@dataclass(frozen=True, slots=True)
class ToolCall:
    """One call of the toolbox, by name; `args` is plain data."""

    name: str
    args: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Option:
    """One way out of a vague note, ready to be played as one undo step.

    Attributes:
        letter: what the creator calls it: A, B or C.
        words: what it does, as part of a sentence.
        changes: the edit; empty for a way that needs the creator's own words first.
    """

    letter: str
    words: str
    changes: tuple[AnyChange, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain data, as a conversation keeps it."""
        return {"letter": self.letter, "words": self.words, "changes": dump_changes(self.changes)}


def option_from(data: Mapping[str, Any]) -> Option:
    """An option read back from plain data."""
    return Option(data["letter"], data["words"], tuple(load_changes(data["changes"])))


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule made of one clause.

    `say` is the reply of a kind that does not act; `aside` are sentences that stay true beside any
    change (a locked shot skipped, an axis crossed). `shots` is what the clause was about.
    """

    kind: Kind = Kind.ACT
    changes: tuple[AnyChange, ...] = ()
    calls: tuple[ToolCall, ...] = ()
    say: str = ""
    aside: tuple[str, ...] = ()
    shots: tuple[str, ...] = ()
    signal: Signal = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A note as read.

    `aside` is kept apart from `reply` so that a later reply, built from the real diff, can still
    say what was left alone. `notes` are the parts that were not understood. `signal` is for the
    graph itself: a yes or no to what is pending, or the wish to stop what runs.
    """

    kind: Kind
    calls: tuple[ToolCall, ...] = ()
    reply: str = ""
    aside: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    language: str = "en"
    signal: Signal = ""
    options: tuple[Option, ...] = ()

    @property
    def changes(self) -> tuple[Mapping[str, Any], ...]:
        """All changes of all edit_film calls, as plain data."""
        edits = (call for call in self.calls if call.name == "edit_film")
        return tuple(change for call in edits for change in call.args["changes"])


def edit_call(changes: tuple[AnyChange, ...]) -> ToolCall:
    """The call that plays changes as one undo step."""
    return ToolCall("edit_film", {"changes": dump_changes(changes)})


def act(*calls: ToolCall, say: str = "", aside: tuple[str, ...] = ()) -> Finding:
    """A finding that calls tools other than edit_film."""
    return Finding(Kind.ACT, calls=calls, say=say, aside=aside)


def ask(question: str, shots: tuple[str, ...] = ()) -> Finding:
    """One question; nothing is done until it is answered."""
    return Finding(Kind.ASK, say=question, shots=shots)


def answer(words: str) -> Finding:
    """An answer; nothing moves."""
    return Finding(Kind.ANSWER, say=words)


def warn(words: str, shots: tuple[str, ...] = ()) -> Finding:
    """A warning instead of an edit."""
    return Finding(Kind.WARN, say=words, shots=shots)


def propose(words: str, *options: Option) -> Finding:
    """Concrete options to pick from; nothing moves until one is picked."""
    return Finding(Kind.PROPOSE, say=words, options=options)


def noop(words: str) -> Finding:
    """What was asked for is so already."""
    return Finding(Kind.NOOP, say=words)
