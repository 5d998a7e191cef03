"""Which family of scenery a location's words mean: a table of words, nearest first.

Knows no picture.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tools.theatre.sets.words_indoors import INDOOR_KINDS, INDOOR_PIECES, INSIDE

OUTDOOR_KINDS: dict[tuple[str, str], str] = {
    (
        "street",
        "street",
    ): "street road avenue boulevard city town square plaza sidewalk pavement downtown "
    "crossing crosswalk neighborhood neighbourhood block market bazaar bridge-street parking "
    "driveway "
    "porch stoop building facade rooftop roof terrace balcony courtyard yard gate front outside "
    "exterior",
    ("street", "alley"): "alley alleyway lane backstreet passageway backlot slum ghetto",
    (
        "nature",
        "field",
    ): "field meadow farm pasture prairie plain plains wheat garden park lawn orchard "
    "vineyard playground stadium cemetery graveyard countryside country path trail well village "
    "desert "
    "dune steppe savanna campsite camp",
    (
        "nature",
        "forest",
    ): "forest wood woods grove jungle trees clearing thicket swamp taiga rainforest "
    "woodland oak pine",
    (
        "nature",
        "hills",
    ): "hill hills mountain mountains cliff valley canyon ridge summit peak highland moor "
    "heath volcano glacier snowfield tundra slope sky space planet moon wilderness",
    (
        "shore",
        "pier",
    ): "pier harbour harbor dock docks quay wharf jetty marina port ferry ship boat deck "
    "boardwalk canal riverside shipyard vessel yacht",
    (
        "shore",
        "coast",
    ): "coast beach shore sea ocean lighthouse headland rocks bay island lagoon cove seaside "
    "seashore surf waves sand tide reef",
    (
        "shore",
        "lake",
    ): "lake river pond stream waterfall creek riverbank lakeside brook dam fountain-pool",
}
"""(family, kind) -> words, of the families outside: street, nature, shore."""

KINDS: dict[tuple[str, str], str] = {**INDOOR_KINDS, **OUTDOOR_KINDS}
"""(family, kind) -> words, all of them."""

WEAK = frozenset(
    {"room", "house", "home", "apartment", "flat", "building", "ship", "boat", "town", "city"}
)
"""Words that say little beside another: a control room is no living room."""

OUTDOOR_PIECES: dict[str, str] = {
    "lamp_post": "streetlight streetlamp lamppost lamps lamp-post iron",
    "tree": "tree trees oak pine willow",
    "well": "well pitcher fountain trough",
    "bench": "bench benches pew",
    "boat": "boat boats ferry ship dinghy sail",
    "sign": "sign signs billboard neon poster",
    "booth": "booth kiosk ticket",
    "lighthouse": "lighthouse tower beacon",
    "rocks": "rock rocks boulder cliff stones",
    "fence": "fence gate wall",
    "house": "house cottage barn farmhouse hut cabin",
    "crates": "crate crates barrel barrels boxes cargo",
}
"""A set piece's name -> the words that ask for it, outside (a few stand inside too)."""

PIECES: dict[str, str] = {**INDOOR_PIECES, **OUTDOOR_PIECES}


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
                    late *= 0.2 if word in WEAK else 1.0
                    scores[key] = scores.get(key, 0.0) + late
    fitting = {key: score for key, score in scores.items() if (key[0] in INSIDE) == interior}
    asked = _pieces(name, description, pieces)
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
            "nature": ("room", "cabin"),
            "shore": ("room", "cabin"),
        }
        return inside.get(best, ("room", "living"))
    outside = {"room": ("street", "street"), "office": ("street", "street")}
    return outside.get(best, ("street", "street") if best == "corridor" else ("nature", "field"))


def _means(word: str, table: list[str]) -> bool:
    single = word[:-1] if word.endswith("s") and len(word) > 3 else word
    return word in table or single in table


def _pieces(name: str, description: str, pieces: tuple[str, ...]) -> tuple[str, ...]:
    words = words_of(f"{name} {description} {' '.join(pieces)}")
    found = [
        piece for piece, table in PIECES.items() if any(_means(w, table.split()) for w in words)
    ]
    return tuple(sorted(found))
