"""Places: found in a line, or chosen for a story; with what stands there, is seen and is heard.

Knows no plot. A place nobody wrote down gets its own name and the furniture of the nearest kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from random import Random

from agent.writing.casting_words import Person, roles
from agent.writing.chunks import Chunk, chunks, is_word
from agent.writing.lexicon import cells, rows_of

PLACE_BEFORE = frozenset(
    "in at on inside outside near under aboard beside behind above beneath through across into "
    "onto within along".split()
)
HOME = frozenset({"kitchen", "dining room", "living room", "bedroom", "hallway", "kitchen garden"})
WORK = frozenset({"office", "meeting room", "control room", "laboratory", "garage", "corridor"})
STILL = ("Something hums, too low to place.", "A drop falls, and then another.",
         "Very far off, a door.")  # fmt: skip
RAIL = frozenset({"train station", "bus stop", "harbour", "train"})
TABLED = frozenset({"cafe", "restaurant", "pub", "kitchen", "dining room"})
MINOR = frozenset("lamp boat ship stairs bed table tree bar bus stage party tower van".split())
SEALED = frozenset(
    {
        "lift",
        "cave",
        "submarine",
        "spaceship",
        "airlock",
        "cellar",
        "control room",
        "theatre",
        "underpass",
    }
)
"""Places no weather can be seen or heard from."""
FIRMLY_IN = frozenset({"in", "at", "inside", "aboard", "within", "into", "through", "across"})


@dataclass(frozen=True, slots=True)
class SettingName:
    """A place as the line names it, and the row of our table nearest to it ("" for none)."""

    words: str
    row: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a scene plays."""

    name: str
    inside: bool
    pieces: tuple[str, ...]
    details: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()
    near: str = ""
    row: str = ""

    @property
    def int_ext(self) -> str:
        """The head of its slug."""
        return "INT" if self.inside else "EXT"


@cache
def known() -> dict[str, Place]:
    """Every place of the tables by name."""
    full = {
        row[0]: Place(row[0], row[1] == "in", cells(row[3]), cells(row[4]), cells(row[5]), row[6])
        for row in rows_of("places")
    }
    bare = {row[0]: Place(row[0], row[1] == "in", cells(row[2])) for row in rows_of("near")}
    return {**bare, **full}


@cache
def other_words() -> dict[str, str]:
    """Another word for a place -> the place: "flat" -> "kitchen"."""
    table = {word: row[0] for row in reversed(rows_of("places")) for word in row[2].split()}
    return {**table, **{row[0]: row[0] for row in rows_of("places")}}


def place_in(
    phrases: tuple[Chunk, ...], people: tuple[Person, ...], kind_words: frozenset[str]
) -> tuple[SettingName | None, Chunk | None]:
    """The place a line names and the chunk that names it; else where its people belong."""
    for meals in (False, True):
        for chunk in phrases:
            row = row_for(chunk.text.lower())
            before_head = row_for(" ".join(chunk.words[:-1]).lower())
            served = is_word("meal", chunk.head) and not before_head
            if row and chunk.before in PLACE_BEFORE and served is meals:
                return SettingName(_name(chunk), row), None if meals else chunk
    for chunk in phrases:
        told = chunk.head in kind_words or is_word("event", chunk.head)
        if chunk.before in PLACE_BEFORE and not told and _could_be_place(chunk):
            return SettingName(_name(chunk)), chunk
    for chunk in phrases:
        row = row_for(chunk.text.lower())
        if row and not _is_crew(chunk) and chunk.before != "for":
            spoken_of = chunk.determiner or chunk.before in {"over", "about", "of"}
            return SettingName(_name(chunk), row), None if spoken_of else chunk
    for person in people[:1]:
        home = roles().get(person.role, ("", "", ""))[2]
        if home:
            return SettingName(home, home), None
    return None, None


def gone_to(text: str) -> SettingName | None:
    """The place a sentence of a story moves to: only one of the table, after a preposition."""
    for chunk in chunks(text):
        row = row_for(chunk.text.lower())
        if row and chunk.before in PLACE_BEFORE | {"to", "for"} and chunk.head not in MINOR:
            return SettingName(_name(chunk), row)
    return None


def row_for(text: str) -> str:
    """The row of the table a phrase names by its last words, "" when none does."""
    words = text.split()
    if len(words) > 1 and is_word("meal", words[-1]):
        return row_for(" ".join(words[:-1])) or row_for(words[-1])
    for size in (2, 1):
        tail = " ".join(words[-size:])
        single = tail[:-1] if tail.endswith("s") else tail
        for form in (tail, single):
            if form in other_words():
                return other_words()[form]
    return ""


def _is_crew(chunk: Chunk) -> bool:
    return chunk.head in roles()


def _name(chunk: Chunk) -> str:
    """What the heading calls the place: the line's words, or the row's when they name no place."""
    if is_word("meal", chunk.head):
        return ""
    words = [w for w in chunk.words if w.lower() not in {"late", "early"}]
    return re.sub(r"[^\w '’\-]", "", " ".join(words or chunk.words))[:40].lower()


def _could_be_place(chunk: Chunk) -> bool:
    head = chunk.head
    if is_word("container", head) or is_word("nowhere", head) or head in roles():
        return False
    if is_word("outdoors", head) or (
        chunk.before in FIRMLY_IN and not chunk.determiner and chunk.words[-1][:1].isupper()
    ):
        return True
    return chunk.before in FIRMLY_IN and bool(chunk.determiner) and len(head) > 2


def build(setting: SettingName, dice: Random) -> Place:
    """The place of a setting: the table's row under the line's own name."""
    row = setting.row or row_for(setting.words)
    if row:
        base = known()[row]
        own = setting.words if setting.words else base.name
        return Place(own, base.inside, base.pieces, base.details, base.sounds, base.near, row)
    outside = any(is_word("outdoors", word) for word in setting.words.split())
    if not outside:
        return Place(setting.words, True, ("bench", "wall", "door"), (), STILL)
    base = known()[dice.choice(("field", "rocks"))]
    return Place(setting.words, False, base.pieces, (), base.sounds)


def next_to(place: Place, dice: Random) -> Place:
    """The place beside this one; the place itself when nobody can know what lies beside it."""
    if not place.row or place.near == place.name:
        return place
    beside = known().get(place.near)
    return beside if beside is not None else known()[dice.choice(("front steps", "lane"))]


def tags_of(place: Place, main: Place) -> set[str]:
    """What is so in a place, in words an exchange may need: "in", "out", "home", "work"."""
    tags = {"in" if place.inside else "out"}
    tags |= {"main"} if place is main else set()
    tags |= {"rail"} if main.row in RAIL else set()
    tags |= {"home"} if main.row in HOME else set()
    tags |= {"work"} if main.row in WORK else set()
    return tags | ({"table"} if main.row in TABLED else set())
