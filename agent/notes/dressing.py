"""Notes on a set: how it looks, what stands in it."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, rule
from agent.notes.place import place_named
from agent.notes.reading import Finding, Kind
from memory.change import EditLocation

LOOKS = (
    r"(?:longer|shorter|emptier|bigger|smaller|wider|narrower|older|newer|dirtier|"
    r"cleaner|busier|more \w+|less \w+|\w+ier|\w+er|crowded|empty|abandoned|"
    r"run[- ]down|derelict|shabby|modern|rusty|wet|muddy|cluttered|bare|grander|cosy)"
)


@rule(
    r"\b(?:make|turn|have|keep) the ([\w ]+?) (?:(?:much|way|a bit|a lot|"
    rf"even) )?({LOOKS}(?: and (?:much |way )?{LOOKS})*)$",
    r"\bthe ([\w ]+?) (?:should|must|needs to|has to|could) (?:be|look|"
    rf"feel) (?:(?:much|way|a bit) )?({LOOKS}(?:(?: and|,) {LOOKS})*)$",
    rank=27,
)
def set_look(clause: Clause) -> Finding | None:
    """A place looks otherwise: longer and emptier."""
    groups = [g for g in clause.match.groups() if g]
    place = place_named(clause, f"the {groups[0]}")
    if place is None or clause.has(
        r"\b(?:darker|brighter|warmer|cooler|tighter|closer|scene|shots?|dimmer|"
        r"colder|moodier)\b|\d"
    ):
        return None
    look = clause.original(groups[1])
    description = f"{place.description.rstrip('. ')}; {look}" if place.description else look
    fields: dict[str, object] = {"description": description}
    if re.search(r"empt(?:y|ier)|bare\b|abandoned", look) and len(place.set) > 2:
        fields["set"] = place.set[: max(1, len(place.set) - 1)]
    return Finding(changes=(EditLocation(location=place.id, **fields),))  # type: ignore[arg-type]


@rule(
    r"\b(?:lose|remove|take out|delete|kill|clear|get rid of|no) (?:the |all the |"
    r"any )?([\w' ]+?)(?: (?:from|in|on|at) (?:the )?([\w ]+))?$",
    rank=28,
)
def set_remove(clause: Clause) -> Finding | None:
    """A piece of a set goes."""
    thing = clause.match[1]
    if clause.has(r"\b(?:kill|no)\b.*\b(?:lamps?|lights?|bulbs?|lanterns?|candles?)\b"):
        return None  # That puts a light out; the lamp stays where it stands.
    for place in clause.film.locations.values():
        gone = [
            piece
            for piece in place.set
            if piece.lower() in thing or thing.rstrip("s") in piece.lower().split()
        ]
        if gone and not clause.reference.explicit | bool(clause.reference.scenes):
            return Finding(
                changes=(
                    EditLocation(
                        location=place.id, set=tuple(p for p in place.set if p not in gone)
                    ),
                )
            )
        if gone and clause.reference.scenes:
            return Finding(
                changes=(
                    EditLocation(
                        location=place.id, set=tuple(p for p in place.set if p not in gone)
                    ),
                )
            )
    return None


@rule(
    r"\b(?:add|put|place|give|need|want|have) (?:an? |some |the |more |"
    r"\d+ )?([\w' -]+?) (?:to|in|into|on|at|onto|along) (?:the )?([\w ]+)$",
    r"\bgive the ([\w]+) (?:an? |some )?([\w' -]+)$",
    rank=62,
)
def set_add(clause: Clause) -> Finding | None:
    """A piece is added to a set."""
    groups = [g for g in clause.match.groups() if g]
    place, thing = place_named(clause, f"the {groups[1]}"), groups[0]
    if place is None:
        place, thing = place_named(clause, f"the {groups[0]}"), groups[1]
    if place is None or re.search(
        r"\b(?:shot|scene|line|music|sound|title|light|her|him|rain|snow|fog|"
        r"camera|dissolve|fade|card|seconds?|frames?|beats?|stops?|contrast|haze|time|bit of)\b",
        thing,
    ):
        return None
    new = clause.original(thing)
    if new.lower() in (p.lower() for p in place.set):
        return Finding(Kind.NOOP, say=f"The {place.name} has that already.")
    return Finding(changes=(EditLocation(location=place.id, set=(*place.set, new)),))
