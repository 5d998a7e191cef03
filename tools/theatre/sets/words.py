"""Which family of scenery a location's words mean: a table of words, nearest first.

Knows no picture.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tools.theatre.sets.words_indoors import INDOOR_KINDS, INDOOR_PIECES, INSIDE
from tools.theatre.sets.words_outdoors import GENERIC, OUTDOOR_KINDS, OUTDOOR_PIECES, TRAITS

KINDS: dict[tuple[str, str], str] = {**INDOOR_KINDS, **OUTDOOR_KINDS}
"""(family, kind) -> words, all of them."""

WEAK = frozenset(
    {"room", "house", "home", "apartment", "flat", "building", "ship", "boat", "town", "city"}
)
"""Words that say little beside another: a control room is no living room."""

PIECES: dict[str, str] = {**OUTDOOR_PIECES, **INDOOR_PIECES}
"""A set piece's name -> the words that ask for it, all of them."""


_OUTSIDE = {name: INDOOR_PIECES[name] for name in ("lamp", "table", "door")}
"""Pieces of inside that mean something outside too."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A family, its kind, the pieces asked for, and a note where the words were not known."""

    family: str
    kind: str
    pieces: tuple[str, ...]
    note: str = ""


def words_of(text: str) -> list[str]:
    """Lower-case words, plurals kept, at most 400."""
    return re.findall(r"[^\W\d_]+", text.lower())[:400]


def choose(name: str, description: str, pieces: tuple[str, ...], interior: bool) -> Choice:
    """Choose the scenery for a location; the name's words count most, unknown words never fail."""
    weights = [
        (words_of(name), 6.0),
        (words_of(description), 1.5),
        (words_of(" ".join(pieces)), 1.0),
    ]
    scores: dict[tuple[str, str], float] = {}
    for words, weight in weights:
        for place, word in enumerate(words):
            for key, table in KINDS.items():
                if _means(word, table.split()):
                    # In a name the last word is the thing: "ferry cabin" is a cabin.
                    late = weight * (1 + 0.5 * place / len(words)) if weight > 5 else weight
                    late *= 0.2 if word in WEAK else 0.6 if word in GENERIC else 1.0
                    scores[key] = scores.get(key, 0.0) + late
    fitting = {key: score for key, score in scores.items() if (key[0] in INSIDE) == interior}
    asked = _pieces(name, description, pieces, interior)
    if fitting:
        family, kind = max(fitting, key=lambda key: (fitting[key], key))
        return Choice(family, kind, asked)
    family, kind = _nearest(scores, interior)
    note = f"no scenery is known for {name.strip()[:60]!r}; drawn as {kind}"
    return Choice(family, kind, asked, note)


def _nearest(scores: dict[tuple[str, str], float], interior: bool) -> tuple[str, str]:
    """Words of the other side of the wall still say something: a kitchen's outside is a street."""
    best = max(scores, key=lambda key: (scores[key], key))[0] if scores else ""
    if interior:
        inside = {
            "street": ("office", "shop"),
            "rooftop": ("room", "living"),
            "station": ("corridor", "station"),
        }
        return inside.get(best, ("room", "cabin" if best else "living"))
    outside = {"room": ("street", "street"), "office": ("street", "street")}
    return outside.get(best, ("street", "street") if best == "corridor" else ("field", "field"))


def _means(word: str, table: list[str]) -> bool:
    single = word[:-1] if word.endswith("s") and len(word) > 3 else word
    return word in table or single in table


def _pieces(
    name: str, description: str, pieces: tuple[str, ...], interior: bool
) -> tuple[str, ...]:
    """Pieces, and outside the traits, that the words ask for; sorted."""
    words = words_of(f"{name} {description} {' '.join(pieces)}")
    known = PIECES if interior else {**_OUTSIDE, **OUTDOOR_PIECES, **TRAITS}
    found = [
        piece for piece, table in known.items() if any(_means(w, table.split()) for w in words)
    ]
    return tuple(sorted(found))
