"""The premise a script is written from, and the seam between writers. Writes nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from agent.writing.idea import Idea
from agent.writing.people import CastMember
from agent.writing.places import Place
from memory.script import Script


@dataclass(frozen=True, slots=True)
class Premise:
    """What the film is about, before a word of it is written."""

    idea: Idea
    title: str
    logline: str
    want: str
    obstacle: str
    stakes: str
    turn: str
    ending_image: str
    genre: str
    tone: str
    theme: str
    cast: tuple[CastMember, ...]
    place: Place
    beside: Place
    time: str
    weather: str
    prop: str
    prop_meaning: str
    kind: str
    matter: str
    shape: str
    facts: dict[str, str]
    notes: tuple[str, ...] = ()
    language: str = "en"


class Writer(Protocol):
    """Anything that turns an idea into a premise and a premise into a screenplay."""

    def premise(self, idea: str, *, seed: int, language: str = "en") -> Premise:
        """The premise of an idea; the same for the same idea and seed."""
        ...

    def script(self, premise: Premise, *, seconds: int = 60, seed: int = 0) -> Script:
        """The screenplay of a premise, about `seconds` long."""
        ...
