"""Notes on weather by degrees: thicker fog where there is fog, heavier rain, a wind that drops.

Weather of another kind is set in place.py; haze as light is in light.py.
"""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, aim, clamp, each, rule
from agent.notes.reading import Finding, Kind
from memory.change import Relight
from memory.film import Shot
from memory.vocabulary import Weather

HAZE_STEP = 0.15
AIR = r"(?:fog|mist|murk)"
WET = r"(?:rain\w*|drizzl\w+|downpour|storm)"
THICKER = r"(?:more|thicker|denser|heavier|stronger|deeper|extra|thicken|deepen|soupier|worse)"
THINNER = (
    r"(?:less|thinner|lighter|fainter|softer|weaker|thin|reduce|not (?:so|as|that) (?:thick|heavy|"
    r"dense|strong)|too (?:thick|heavy|dense|much|strong))"
)
HARDER = r"(?:more|heavier|harder|stronger|worse|properly)"


@rule(
    rf"\b{THICKER}\b[\w ]*\b{AIR}\b|\b{AIR}\b.*\b{THICKER}\b|\b(?:foggier|mistier|murkier fog)\b|"
    rf"\b{THINNER}\b[\w ]*\b{AIR}\b|\b{AIR}\b.*\b{THINNER}\b|\bless (?:foggy|misty)\b|"
    r"\btoo (?:foggy|misty)\b",
    rank=35,
)
def thickness(clause: Clause) -> Finding | None:
    """Thicker or thinner fog where there is some; none there is another weather, not a degree."""
    target = aim(clause, "change the fog of")
    if target.problem:
        return target.problem
    less = clause.has(rf"\b{THINNER}\b|\btoo (?:foggy|misty)\b")
    shots = [clause.film.shots[s] for s in target.shots]
    if not any(_in_the_air(s) for s in shots):
        return Finding(Kind.NOOP, say="There is no fog there, so nothing moved.") if less else None

    def thicker(shot: Shot) -> Relight | None:
        before = shot.lighting.haze
        after = clamp(before + HAZE_STEP * clause.amount * (-1 if less else 1), 0, 1)
        same = after == before or not _in_the_air(shot)
        return None if same else Relight(shot=shot.id, haze=after)

    return each(clause, "change the fog of", thicker)


def _in_the_air(shot: Shot) -> bool:
    return shot.weather is Weather.FOG or shot.lighting.haze > 0


WETTER = (Weather.DRIZZLE, Weather.RAIN, Weather.STORM)


def degree_of_rain(clause: Clause) -> Weather | None:
    """The weather one rung wetter or drier than what falls there now; None where none falls."""
    heavier = re.search(rf"\b{HARDER}\b.*\b{WET}\b|\b{WET}\b.*\b{HARDER}\b", clause.text)
    lighter = re.search(rf"\b{THINNER}\b.*\b{WET}\b|\b{WET}\b.*\b{THINNER}\b", clause.text)
    now = {clause.film.shots[s].weather for s in clause.reference.shots} & set(WETTER)
    if not now or not (heavier or lighter):
        return None
    at = max(WETTER.index(w) for w in now) + (-1 if lighter else 1)
    return Weather.CLEAR if at < 0 else WETTER[min(at, len(WETTER) - 1)]
