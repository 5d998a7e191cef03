"""What the reader of notes knows beside the words: a snapshot. Knows no project and no graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from agent.approval import Approval
from agent.notes.reading import Option
from memory.change import AnyChange
from memory.film import Film
from memory.reference import TakeList

Stage = Literal["empty", "script", "boards", "takes", "cut"]
"""How far the film is: nothing, a script with shots, boards, some takes, a cut."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One revision of the history: its number, the words that led to it, what it changed."""

    revision: int
    words: str
    changes: tuple[AnyChange, ...] = ()
    kind: Literal["edit", "undo", "redo"] = "edit"
    before: tuple[str, ...] = ()
    """The order of shots before it, where the edit changed the order."""
    author: str = "creator"


DRAFTERS = frozenset({"writer", "producer", "supervisor"})
"""Authors of the draft itself, which a note's undo leaves standing."""


@dataclass(frozen=True, slots=True)
class Situation:
    """The moment at which a note is spoken.

    `history` is oldest first. `focus` is the shot in view, `previous_words` the note before.
    `running` names work under way ("" for none).
    """

    film: Film
    focus: str | None = None
    takes: Mapping[str, TakeList] = field(default_factory=dict)
    history: Sequence[Entry] = ()
    previous_words: str = ""
    pending: Approval | None = None
    unfinished: bool = False
    stage: Stage = "cut"
    language: str = "en"
    running: str = ""
    offered: tuple[Option, ...] = ()
    """What the director proposed last, ready to be picked."""

    @property
    def focused(self) -> str | None:
        """The shot in view, when it is still in the film."""
        return self.focus if self.focus in self.film.order else None

    def last_touched(self) -> tuple[str, ...]:
        """The shots the newest standing edit moved: what "it" means with nothing in view."""
        for entry in self.edits()[-1:]:
            shots = (getattr(change, "shot", None) for change in entry.changes)
            named = dict.fromkeys(s for s in shots if isinstance(s, str) and s in self.film.order)
            return tuple(named)
        return ()

    def edits(self) -> tuple[Entry, ...]:
        """The edits that still stand, newest last; an undo takes the newest one back."""
        return tuple(self._walked()[0])

    def noted(self) -> tuple[Entry, ...]:
        """The standing edits but those of the first draft: an undo never empties a film."""
        edits = self.edits()
        said = (at for at, entry in enumerate(edits) if entry.author not in DRAFTERS)
        # A film written anew over an older one may be taken back; the first draft may not.
        return edits[next(said, len(edits)) :] if self.film.order else edits

    def undone(self) -> tuple[Entry, ...]:
        """The edits a redo can bring back, the next one last."""
        return tuple(self._walked()[1])

    def _walked(self) -> tuple[list[Entry], list[Entry]]:
        standing: list[Entry] = []
        undone: list[Entry] = []
        for entry in self.history:
            if entry.kind == "edit":
                standing.append(entry)
                undone.clear()
            elif entry.kind == "undo" and standing:
                undone.append(standing.pop())
            elif entry.kind == "redo" and undone:
                standing.append(undone.pop())
        return standing, undone
