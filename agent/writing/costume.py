"""Clothes of the cast: as the script words them, the rest dealt so that colours stay apart."""

from __future__ import annotations

import random
import re

from agent.writing.breakdown_words import (
    COLOURS,
    COSTUMES,
    GARMENTS,
    MAIN_PIECES,
    SAME_COLOUR,
    words_set,
)
from memory.film import Character

_GARMENT = re.compile(
    r"\b((?:[\w-]+\s+){0,3}?)(" + "|".join(sorted(GARMENTS, key=len, reverse=True)) + r")\b",
    re.IGNORECASE,
)
_COLOUR = re.compile(r"\b(" + "|".join(COLOURS) + r")\b", re.IGNORECASE)
_WORN = re.compile(r"\b(?:in|wears|wearing|wore) (?:an?|his|her|their|the)(?:\s+[\w-]+){0,3}\s*$")
_SMALL = words_set("a an the in his her their its of with wearing and on under over wears")
_PIECES = ("wool coat", "jacket", "cardigan", "long coat", "work shirt", "raincoat", "jumper")


def dress(
    people: list[Character], keep: set[str], said: dict[str, str], seed: int
) -> tuple[list[Character], list[str]]:
    """The cast with their wardrobe, main colours apart, and notes on what had to be changed.

    Those whose folded name is in `keep` are left as they are; `said` is what is written of each.
    """
    notes: list[str] = []
    used = {colour for p in people if _kept(p, keep) and (colour := main_colour(p))}
    out: list[Character] = []
    for person in people:
        if _kept(person, keep):
            out.append(person)
            continue
        worn = _worn(person, said.get(person.id, ""))
        dressed = _coloured(person, worn, used, seed, notes)
        used.add(main_colour(dressed))
        out.append(dressed)
    return out, notes


def _kept(person: Character, keep: set[str]) -> bool:
    return " ".join(person.name.casefold().split()) in keep


def main_colour(person: Character) -> str:
    """The colour a figure reads as from afar, "" when none is said."""
    piece = next((person.wardrobe[k] for k in MAIN_PIECES if k in person.wardrobe), "")
    return _colour(piece)


def _colour(words: str) -> str:
    match = _COLOUR.search(words)
    if not match:
        return ""
    colour = match.group(1).lower()
    return SAME_COLOUR.get(colour, colour)


def _worn(person: Character, said: str) -> dict[str, str]:
    if person.kind != "person":
        key = "plumage" if person.kind == "bird" else "fur"
        # The body's colour, not that of a feather or a collar.
        whole = [
            w for w in person.appearance.split(",") if not re.search(r"feather|collar|beak", w)
        ]
        colour = _COLOUR.search(", ".join(whole))
        return {key: f"{colour.group(1).lower()} {key}"} if colour else {}
    worn: dict[str, str] = {}
    for source, sure in ((person.appearance, True), (re.sub(r"\([^()]*\)", "", said), False)):
        for match in _GARMENT.finditer(source):
            if not (sure or _WORN.search(source[: match.start(2)])):
                continue
            lead = [w for w in match.group(1).split() if w.lower() not in _SMALL]
            piece = " ".join([*lead[-2:], match.group(2)]).lower()
            worn.setdefault(GARMENTS[match.group(2).lower()], piece)
    return worn


def _coloured(
    person: Character, worn: dict[str, str], used: set[str], seed: int, notes: list[str]
) -> Character:
    main = next((k for k in MAIN_PIECES if k in worn), "")
    colour = _colour(worn.get(main, "")) if main else ""
    if colour and colour not in used:
        return person.model_copy(update={"wardrobe": worn})
    dealt = _deal(person, used, set(map(_colour, worn.values())), seed)
    used.add(dealt)
    if colour:
        notes.append(f"{person.name}'s {worn[main]} is made {dealt}: someone wears {colour}.")
        worn[main] = _COLOUR.sub(dealt, worn[main], count=1)
    elif main:
        worn[main] = f"{dealt} {worn[main]}"
    elif person.kind != "person":
        key = "plumage" if person.kind == "bird" else "fur"
        worn[key] = f"{dealt} {key}"
    else:
        rng = random.Random(f"{seed}/piece/{person.name}")
        worn["coat"] = f"{dealt} {rng.choice(_PIECES)}"
    return person.model_copy(update={"wardrobe": worn, "appearance": _seen(person, worn)})


def _seen(person: Character, worn: dict[str, str]) -> str:
    """A bird's or an animal's colour is its look, not something put on."""
    if person.kind == "person":
        return person.appearance
    return ", ".join(filter(None, (person.appearance, *worn.values())))


def _deal(person: Character, used: set[str], beside: set[str], seed: int) -> str:
    """A main colour nobody wears yet, stable for a name and a seed."""
    natural = {"bird": ("black", "grey", "brown", "cream"), "animal": ("brown", "grey", "cream")}
    first = [c for c in natural.get(person.kind, ()) if c not in used]
    order = list(COSTUMES)
    random.Random(f"{seed}/costume/{person.name}").shuffle(order)
    free = [c for c in [*first, *order] if c not in used and c not in beside]
    if free:
        return free[0]
    # More people than far-apart colours: shades keep the words distinct.
    shades = (f"{shade} {c}" for shade in ("dark", "pale", "dusty", "deep") for c in order)
    return next((s for s in shades if s not in used), "patterned")
