"""The kinds of conflict: their story shapes, matters and exchanges, read from data/kind_*.txt.

kind
├── fields      words that name it, the pair it falls between, places, times, want, obstacle ...
├── shapes      scenes in order, each at a place with its stages: "main> start open / near> press"
├── matters     what it may be about: a thing, a prop, a deed
└── exchanges   two to four turns that belong together, for a stage and perhaps one matter
An exchange is the atom: a question with its answer, so that lines next to each other make sense.
Knows nothing of the idea at hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from agent.writing.lexicon import lines_of

Where = Literal["main", "near", "later"]
KINDS = (
    "reconcile", "breakup", "meetup", "crisis", "brainstorm", "family", "farewell", "debate",
    "gossip", "celebrate", "mission", "intruder", "confession", "romance", "interview", "chase",
    "dispute",
    "contest", "discovery", "waiting", "encounter",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Turn:
    """One line of an exchange: who ("A", "B", "C" or "-" for action), words, how they are said.

    Words that start with "=" name an intention; the speaker's manner finds the line.
    """

    who: str
    words: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Turns that belong together.

    `needs` are things that must have been said or must be so before ("home", "paint"); `plants`
    are what it leaves behind for a later one to pick up.
    """

    stage: str
    matter: str
    turns: tuple[Turn, ...]
    needs: frozenset[str] = frozenset()
    plants: frozenset[str] = frozenset()

    @property
    def spoken(self) -> int:
        """How many of its turns are lines."""
        return sum(turn.who != "-" for turn in self.turns)

    @property
    def people(self) -> frozenset[str]:
        """Who speaks or is named."""
        slots = " ".join(turn.words for turn in self.turns)
        said = {turn.who for turn in self.turns}
        return frozenset(w for w in "ABC" if w in said or re.search(rf"{{[^}}]*\b{w}\b", slots))


@dataclass(frozen=True, slots=True)
class ShapeScene:
    """One scene of a shape: where it plays and the stages it goes through."""

    where: Where
    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """A story shape, named after its turn."""

    name: str
    scenes: tuple[ShapeScene, ...]

    @property
    def ending(self) -> str:
        """The last stage's sign: "+" mended, "-" broken, "~" open."""
        return self.scenes[-1].stages[-1][-1]


@dataclass(frozen=True, slots=True)
class Matter:
    """What a story of this kind may be about."""

    name: str
    facts: dict[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of conflict."""

    name: str
    fields: dict[str, tuple[str, ...]] = field(default_factory=dict)
    shapes: tuple[Shape, ...] = ()
    matters: tuple[Matter, ...] = ()
    exchanges: tuple[Exchange, ...] = ()

    def listed(self, name: str, mark: str = ";") -> tuple[str, ...]:
        """A field's values, one row with marks between or several rows."""
        rows = self.fields.get(name, ())
        return tuple(part.strip() for row in rows for part in row.split(mark) if part.strip())

    def at(self, stage: str, matter: str) -> tuple[list[Exchange], list[Exchange]]:
        """The exchanges of a stage: those of the matter, and those of any matter."""
        fits = [e for e in self.exchanges if e.stage == stage]
        return [e for e in fits if e.matter == matter], [e for e in fits if not e.matter]


@cache
def kind(name: str) -> Kind:
    """A kind by its name."""
    return parse_kind(name, lines_of(f"kind_{name}"))


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds, in the order they are tried."""
    return tuple(kind(name) for name in KINDS)


def parse_kind(name: str, lines: list[str]) -> Kind:
    """Reads a kind's file: fields, then matters, then exchanges by stage."""
    head, blocks = _split(lines)
    fields: dict[str, tuple[str, ...]] = {}
    shapes: list[Shape] = []
    matters: list[Matter] = []
    for line in head:
        if line.startswith("matter "):
            matters.append(Matter(line[7:].strip(), {}))
            continue
        key, _, value = line.partition(":")
        if key.startswith("shape "):
            shapes.append(_shape(key[6:].strip(), value))
        elif matters:
            matters[-1].facts[key.strip()] = value.strip()
        elif value:
            fields[key.strip()] = (*fields.get(key.strip(), ()), value.strip())
    return Kind(name, fields, tuple(shapes), tuple(matters), tuple(_exchanges(blocks)))


def _split(lines: list[str]) -> tuple[list[str], list[str]]:
    first = next((i for i, line in enumerate(lines) if line.startswith("= ")), len(lines))
    return [line for line in lines[:first] if line], lines[first:]


def _shape(name: str, scenes: str) -> Shape:
    parts = [scene.split(">") for scene in scenes.split("/")]
    return Shape(name, tuple(ShapeScene(_where(w.strip()), tuple(s.split())) for w, s in parts))


def _where(word: str) -> Where:
    return "near" if word == "near" else "later" if word == "later" else "main"


def _exchanges(lines: list[str]) -> list[Exchange]:
    found: list[Exchange] = []
    stage, matter, turns, marks = "", "", list[Turn](), list[str]()
    for line in [*lines, ""]:
        if line.startswith(("? ", "! ")):
            marks.append(line)
            continue
        if line and not line.startswith("= "):
            turns.append(parse_turn(line))
            continue
        if turns:
            asks, plants = _marked("? ", marks), _marked("! ", marks)
            found.append(Exchange(stage, matter, tuple(turns), asks, plants))
            turns, marks = [], []
        if line:
            stage, _, matter = line[2:].strip().partition(" ")
    return found


def _marked(sign: str, marks: list[str]) -> frozenset[str]:
    return frozenset(word for mark in marks if mark.startswith(sign) for word in mark[2:].split())


def parse_turn(line: str) -> Turn:
    """Reads "A (low): words", "B =deflect", "- action"; a line with no speaker is action too."""
    if line.startswith("- "):
        return Turn("-", line[2:].strip())
    if line[:1] in "ABC" and line[1:3] == " =":
        return Turn(line[0], line[2:].strip())
    head, colon, words = line.partition(":")
    if colon and head[:1] in "ABC" and (len(head) == 1 or head[1:3] == " ("):
        return Turn(head[0], words.strip(), head[3:].rstrip(") "))
    return Turn("-", line.strip())
