"""Who walks along with whom: people and animals of one walk go one way. Knows no camera."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from tools.theatre.beats import Part
from tools.theatre.spec import ActorSpec

OWN_WAY = re.compile(
    r"\b(to|towards?|from|past|away|back|up|over|into|out|off|left|right|apart|meets?|opposite"
    r"|between|behind|in|home|comes?(?! along)|joins?|approach\w*|arrives?|enters?|exits?|leaves?"
    r"|chases?)\b"
)
"""Words of someone with a way of their own."""

STROLLS = frozenset({"walk", "run"})


def together(actors: tuple[ActorSpec, ...], parts: Mapping[str, Part]) -> tuple[ActorSpec, ...]:
    """The actors, where all who only stroll in one shot go the way of the first of them.

    Args:
        actors: everyone in the shot.
        parts: what each does, by name.
    """
    strollers = [who for who in actors if _strolls(who, parts[who.name])]
    if len(strollers) < 2 or strollers[0].name != actors[0].name:
        return actors
    lead = strollers[0]
    others = {who.name for who in strollers if _way(who) * _way(lead) <= 0 and who is not lead}
    return tuple(_along(who, lead) if who.name in others else who for who in actors)


def _strolls(who: ActorSpec, part: Part) -> bool:
    kinds = {leg[4] for leg in who.legs} or STROLLS
    words = " ".join((part.words, *(beat[2] for beat in who.beats))).lower()
    return who.walk is not None and kinds <= STROLLS and not OWN_WAY.search(words)


def _way(who: ActorSpec) -> float:
    return who.walk[1] - who.walk[0] if who.walk else 0.0


def _along(who: ActorSpec, lead: ActorSpec) -> ActorSpec:
    """The same walk the other way about the walker's own place; beside a person, in step."""
    x0, x1 = who.walk or (who.x, who.x)
    walk = (round(2 * who.x - x0, 4), round(2 * who.x - x1, 4))
    legs = who.legs
    if who.legs and lead.legs:
        aside = who.x - lead.x
        legs = tuple(
            (start, end, round(p + aside, 4), round(q + aside, 4), kind)
            for start, end, p, q, kind in lead.legs
        )
        walk = (legs[0][2], legs[-1][3])
    return replace(who, walk=walk, legs=legs, facing=lead.facing)
