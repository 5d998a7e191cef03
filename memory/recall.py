"""What the film remembers, asked in words. Knows no language model and no maker."""

from __future__ import annotations

import re
from dataclasses import replace

from memory.fact import Fact
from memory.keeper import LAST_SECONDS, Keeper, keeper_of
from memory.project import Project
from memory.question import Names, Question, read
from memory.ranking import rank
from memory.revisions import Revision

__all__ = ["Fact", "Recall"]

_PRONOUN = re.compile(r"\b(?:she|her|hers|he|him|his)\b", re.IGNORECASE)


class Recall:
    """The memory of one film."""

    def __init__(self, project: Project) -> None:
        self._project = project

    @classmethod
    def open(cls, project: Project) -> Recall:
        """The memory of a project; nothing is read or opened before it is needed."""
        return cls(project)

    @property
    def note(self) -> str:
        """What is not as it should be with notebook or index, in words; "" when all is well."""
        return keeper_of(self._project).note

    def follow(self, project: Project) -> None:
        """Write down what changed up to the project's newest revision. Called inside a turn.

        The index follows in the background; what is asked meanwhile is found without it.
        """
        self._project = project
        keeper = keeper_of(project)
        with keeper.guard:
            keeper.catch_up(project)
            keeper.write_down()
        keeper.index_soon()

    def ask(self, question: str, most: int = 8) -> list[Fact]:
        """The facts that fit a question, best first; none when nothing was noted about it.

        Scenes are called by the numbers they have now. What was superseded is found only where
        the question is about the past.
        """
        return self.answer(question, most)[1]

    def answer(self, question: str, most: int = 8) -> tuple[Question, list[Fact]]:
        """The question as it was read, and the facts that fit it, as `ask` gives them."""
        keeper = keeper_of(self._project)
        with keeper.guard:
            keeper.catch_up(self._project)
            asked = self._read(keeper, question)
            found = rank(keeper.cards, asked, keeper.names, keeper.near, most)
            keeper.heard(asked)
            return asked, [told(fact, keeper.names) for fact in found]

    def facts(self) -> list[Fact]:
        """Everything that holds now, in the order it came to be."""
        keeper = keeper_of(self._project)
        with keeper.guard:
            keeper.catch_up(self._project)
            return list(keeper.record.standing().values())

    def rebuild(self) -> int:
        """Throw notebook and index away and make them anew; returns how many facts there are.

        Raises:
            Busy: A turn holds the project, or another process writes its index.
        """
        keeper = keeper_of(self._project)
        with self._project.lease("rebuild of the recall"):
            self._project.refresh()
            with keeper.guard:
                keeper.note = ""
                keeper.catch_up(self._project, anew=True)
                keeper.write_down()
        keeper.index_now(anew=True)
        return len(keeper.record.facts)

    def settle(self, seconds: float = LAST_SECONDS) -> bool:
        """Wait until the index is written; False when it still is not."""
        return keeper_of(self._project).settle(seconds)

    def _read(self, keeper: Keeper, question: str) -> Question:
        spoken_of = keeper.spoken_of
        if spoken_of is None and _PRONOUN.search(question):
            spoken_of = _last_named(self._project.history(), keeper.names)
        return read(question, keeper.names, spoken_of)


def _last_named(history: list[Revision], names: Names) -> str | None:
    """Who the newest words name: whom "she" means when nobody was asked about yet."""
    for revision in reversed(history):
        named = read(revision.words, Names(words=names.words)).entities
        people = [who for who in names.people if who in named]
        if len(people) == 1:
            return people[0]
    return None


def told(fact: Fact, names: Names) -> Fact:
    """A fact with its scene by today's number, and with when it ceased to hold."""
    number = names.number(fact.scene_from)
    text = f"Scene {number}: {fact.text}" if number else fact.text
    if fact.until is not None:
        text = f"Until revision {fact.until}: {text}"
    return replace(fact, text=text)
