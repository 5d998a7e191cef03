"""What a turn has at hand and what it has done so far. Never stored in a checkpoint."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from agent.notes.reading import Option
from agent.settings import Settings
from memory.change import AnyChange
from memory.diff import FieldDiff
from memory.film import Film
from memory.project import Project
from memory.recall import Recall
from memory.recipe import Recipe
from tools.crew import Crew


@dataclass(frozen=True, slots=True)
class Event:
    """Something worth showing while a turn or a render goes on.

    Attributes:
        kind: "say" (a piece of the reply), "step" (what is being done), "made", "notice".
        text: Words for the creator.
        target: The shot or thing it is about, if any.
        share: How far, 0..1, when that is known.
    """

    kind: str
    text: str = ""
    target: str = ""
    share: float | None = None


def ignore(_event: Event) -> None:
    """Tell nobody."""


@dataclass
class Turn:
    """What this turn did, collected by the tools; the reply is checked against it."""

    words: str = ""
    kind: str = "answer"
    before: Film | None = None
    diff: list[FieldDiff] = field(default_factory=list)
    changes: list[AnyChange] = field(default_factory=list)
    wanted: set[str] = field(default_factory=set)
    """Shots the creator asked to have shot, beyond what became stale."""
    further: list[Recipe] = field(default_factory=list)
    """Further takes asked for, under other seeds."""
    options: list[Option] = field(default_factory=list)
    """Ready ways out of a vague note, as a model offered them."""
    shares: dict[str, float] = field(default_factory=dict)
    """How far each shot of a shoot is, 0..1."""
    boards: bool = False
    notes: list[str] = field(default_factory=list)
    exports: list[str] = field(default_factory=list)
    model_calls: int = 0
    tool_calls: int = 0
    takeover: str = ""


@dataclass
class Desk:
    """The director's desk for one turn."""

    project: Project
    settings: Settings
    recall: Recall | None = None
    tell: Callable[[Event], None] = ignore
    stop: threading.Event = field(default_factory=threading.Event)
    yes: bool = False
    """True when the creator agreed beforehand to what the gate would ask."""
    focus: str | None = None
    turn: Turn = field(default_factory=Turn)
    model: Any = None
    """The chat model, opened once; None when the offline director talks."""
    crew: Crew | None = None
    """The render workers, where this turn waits for renders."""

    def crew_of(self) -> Crew:
        """The crew, made on first need."""
        if self.crew is None:
            self.crew = Crew(self.project.folder, self.settings.workers)
        return self.crew

    @property
    def film(self) -> Film:
        """The film as it stands on disk."""
        return self.project.film
