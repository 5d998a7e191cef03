"""Scenes and people named in a clause, and how well words describe a shot."""

from __future__ import annotations

import re
from functools import cache

from agent.notes.lexicon import PARTICLES, content_words, stem
from memory.film import Film


def spread(numbers: str) -> list[int]:
    """Reads "3-5" and "2, 3 and 5" as numbers."""
    out: list[int] = []
    for part in re.split(r"\s*(?:,|and|&|\+|or|plus)\s*", numbers):
        ends = [int(n) for n in re.findall(r"\d+", part)]
        if len(ends) == 2 and ends[0] <= ends[1] <= ends[0] + 500:
            out += range(ends[0], ends[1] + 1)
        else:
            out += ends
    return out


LOOKS = (
    r"(?:(?:a (?:bit|touch|little)|much|far|way|slightly|look|feel|more|less) )*"
    r"(?:\w+er|more|less|moody|dark|bright|warm|cold|cool)\b"
)
"""What only a scene can be made: "make the hut a bit warmer"."""


DOES = (
    r"(?:is|are|isn't|feels?|looks?|seems?|plays?|runs?|drags?|sags?|lags?|plods?|takes?|goes|has|"
    r"needs?|wants?|should|could|must|can|has to|moves?|wasn't|doesn't|loses|gets?|stays?)"
)
"""What a place does only as a scene: "the kitchen drags"."""
WORKED = (
    r"(?:tighten|trim|shorten|lengthen|speed|slow|pick|quicken|darken|brighten|lighten|warm|cool|"
    r"relight|grade|pace|cut|extend|stretch|desaturate|dim|rewrite|redo|tweak|light|loosen|take|"
    r"bring|make|give|turn|keep|want|play|set|shoot|move)"
)


def scenes_at_place(text: str, film: Film) -> tuple[str, ...]:
    """Scenes whose place is named: "in the cabin", "the cabin scene", "the cabin drags"."""
    return tuple(
        scene
        for scene in film.scene_order()
        if (place := _place_of(scene, film)) and any(s.search(text) for s in _shapes(place))
    )


def scenes_called(text: str, film: Film) -> tuple[str, ...]:
    """Scenes whose place is all that is said: "the cabin" of a ferry cabin, not "the ferry"."""
    said = re.sub(r"^the | scene$", "", text.strip())
    places = {scene: _place_of(scene, film) for scene in film.scene_order()}
    return tuple(s for s, place in places.items() if place and said in {place, place.split()[-1]})


def _place_of(scene: str, film: Film) -> str:
    location = film.locations.get(film.scenes[scene].location)
    return location.name.lower() if location else ""


@cache
def _shapes(place: str) -> tuple[re.Pattern[str], ...]:
    """How a place is named; as what is worked on it goes by the last word of its name."""
    words = [w for w in re.findall(r"[^\W\d_]+", place) if len(w) > 2]
    heads = "|".join(map(re.escape, [place, *words]))
    last = "|".join(map(re.escape, [place, *words[-1:]]))
    shapes = (
        r"\b(?:from|off|out of|in|on|at|inside|aboard|for|into|outside|through|over|across|around|"
        r"throughout|all over|all through|along|during) (?:the |"
        rf"a )?(?:\w+ )?(?:{heads})\b(?!')",
        rf"\b(?:{heads}) (?:scenes?|shots|stuff|part|bit|sequence|two-shot|close-ups?|wide)\b",
        rf"\b(?:make|turn|keep|want) the (?:{last}) (?:{LOOKS})",
        r"(?:^|[,;:] ?|\b(?:that|because|since|think|says?|can|could|like|want|have|let|see) )"
        rf"(?:the )?(?:{last})(?: scene)? (?:{DOES}|in|at|to|more|less|a bit|a touch|\w{{3,}}er)\b",
        rf"\b{WORKED} (?:up |down |back )?the (?:{last})(?=$|[,;:]| (?:\d|(?:up|down|a|by|to|at|"
        r"and|scene|under|over|more|less|please|so|slightly|much|way|darker|brighter|faster|"
        r"slower)\b))",
    )
    return tuple(re.compile(shape) for shape in shapes)


def people_in(text: str, film: Film) -> frozenset[str]:
    """The characters a clause names, or its pronouns can only mean."""
    named = {
        key
        for key, person in film.characters.items()
        if re.search(rf"\b{re.escape(person.name.lower())}\b", text)
        or any(
            re.search(rf"\b{re.escape(part)}\b", text)
            for part in person.name.lower().split()
            if len(part) > 3
        )
    }
    if named:
        return frozenset(named)
    pronouns = {"she": r"she|her|hers", "he": r"he|him|his"}
    for pronoun, words in pronouns.items():
        if re.search(rf"\b(?:{words})\b", text):
            same = [k for k, person in film.characters.items() if person.pronoun == pronoun]
            return frozenset(same if len(same) == 1 else ())
    return frozenset()


def kind_named(text: str) -> str:
    """The words that name a kind of shot, for saying that there is none."""
    found = re.search(
        r"\b(?:the |a )?((?:\w+[- ]){0,2}(?:shots?|ones?|close-ups?|inserts?))\b", text
    )
    return found[1] if found else "such shot"


def overlap(wanted: frozenset[str], film: Film, shot_id: str) -> float:
    """How well words describe a shot: its action counts most."""
    shot = film.shots[shot_id]
    spoken = " ".join(line.line for line in shot.dialogue)
    weights = (
        (shot.action, 1.0), (shot.composition, 0.7), (" ".join(shot.sfx), 0.5),
        (" ".join(shot.lighting.practicals), 0.5), (spoken, 0.4),
    )  # fmt: skip
    names = {stem(n.lower()) for p in film.characters.values() for n in p.name.split()}
    total = 0.0
    for text, weight in weights:
        shared = (wanted - names) & content_words(text)
        total += weight * sum(0.4 if word in PARTICLES else 1.0 for word in shared)
    return round(total, 3)
