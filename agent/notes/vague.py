"""Vague notes and notes on tone: two or three ready options or one question, never a re-roll."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from agent.notes.grammar import Clause, listed, rule
from agent.notes.options import offer
from agent.notes.reading import Finding, ask

Way = tuple[str, tuple[str, ...]]
"""What an option does in words, and the notes it is made of."""


@dataclass(frozen=True, slots=True)
class Tone:
    """A wish, and the ways it may be met."""

    pattern: re.Pattern[str]
    ways: tuple[Way, ...]


@cache
def tones() -> tuple[Tone, ...]:
    """The table of data/tones.toml, in its order."""
    text = (files("agent.notes") / "data" / "tones.toml").read_text(encoding="utf-8")
    return tuple(
        Tone(
            re.compile(rf"\b(?:{one['words']})\b"),
            tuple((way["says"], tuple(way["notes"])) for way in one["ways"]),
        )
        for one in tomllib.loads(text)["tone"]
    )


def _every_tone() -> str:
    return "|".join(one.pattern.pattern for one in tones())


@rule(_every_tone(), rank=65)
def tone(clause: Clause) -> Finding | None:
    """A change of tone: ready ways to it, with the shots they would move."""
    if clause.has(r"\b(?:undo|line|coat|hair|voice|suitcase)\b") or len(clause.text.split()) > 14:
        return None
    meant, film, found = _tone_of(clause.text), clause.film, clause.reference
    shots = found.shots or film.order
    if not shots:
        return ask("There are no shots yet. What is the film about?")
    if len(found.shots) == 1 and not found.explicit:
        shots = film.scene_shots(film.shots[found.shots[0]].scene)
    free = tuple(s for s in shots if not film.shots[s].locked)
    locked = [film.number(s) for s in shots if film.shots[s].locked]
    if not free:
        return ask(f"Shot {listed(locked)} is locked. Shall I unlock it first?")
    left = f" Shot {listed(locked)} is locked and stays." if locked else ""
    name = meant.pattern.search(clause.text)
    opening = f'For "{name[0] if name else "that"}" in {_named(clause, free)}'
    closing = f"Words and order stay.{left} Which?"
    return offer(clause, opening, meant.ways, free, closing) or ask(
        "Light, framing and pace are there already. Is it the performance, or the lines?"
    )


def _tone_of(text: str) -> Tone:
    return next(one for one in tones() if one.pattern.search(text))


def _named(clause: Clause, shots: tuple[str, ...]) -> str:
    numbers = listed(clause.film.number(s) for s in shots)
    return f"shot{'s' if len(shots) > 1 else ''} {numbers}"


HARDER: Way = ("more contrast and less light", ("more contrast", "darker"))
LIVELIER: tuple[Way, ...] = (
    ("a slow push in", ("slow push in",)),
    HARDER,
    ("a tighter framing", ("tighter",)),
    ("a locked-off camera", ("static camera",)),
)
"""What wakes a shot that falls flat; what would move nothing is not offered."""


@rule(
    r"\b(?:make|do|get) (?:it|this|that|shot \d+|\d+|scene \d+|the \w+|"
    r"everything) (?:much |way |a bit |a lot )?(?:better|good|nicer|great|"
    r"more interesting|pop|work|perfect|cooler looking|less boring)\b",
    r"\b(?:feels?|looks?|seems?|is|are|it's) (?:a bit |too |very |really |kind of |"
    r"so |just )?(?:flat|boring|off|wrong|weird|bad|dull|dead|lifeless|cheap|"
    r"generic|ugly|terrible|awful|meh|not right|strange)\b",
    r"\b(?:i )?(?:don't|do not) (?:really )?(?:like|love) (?:it|this|that|shot \d+|"
    r"the \w+)\b|\bimprove\b|\bfix (?:it|this|that|shot \d+|the film)\b|\bpolish\b|"
    r"\b(?:doesn't|does not|isn't|not) work(?:ing)?\b|\bbetter$|"
    r"\bspice (?:it )?up\b|\bsomething(?:'s| is) (?:off|wrong|missing)\b|"
    r"\bcritique\b|\bwhat do you think\b|\bwhat would you (?:do|change)\b",
    rank=66,
)
def better(clause: Clause) -> Finding | None:
    """One short question, about the shot or the film, with the likeliest levers named."""
    film, found = clause.film, clause.reference
    if not film.order:
        return ask("There is no film yet. What is it about?")
    if len(found.shots) != 1:
        long = max(film.order, key=lambda s: (not film.shots[s].dialogue, film.shots[s].frames))
        return ask(
            "What bothers you most: the pace, the light, the framing or the "
            f"sound? To start somewhere, shot {film.number(long)} is the "
            "longest without a line and could lose a second."
        )
    shot = film.shots[found.shots[0]]
    if shot.locked:
        return ask(f"Shot {film.number(shot.id)} is locked. Shall I unlock it and try something?")
    ways = [way for way in LIVELIER if way[0] != ("more contrast and less light")
            or shot.lighting.contrast < 0.6]  # fmt: skip
    opening = f"For shot {film.number(shot.id)}"
    closing = "Which, or is it the performance or the sound?"
    return offer(clause, opening, ways, (shot.id,), closing)


LEVELS: tuple[tuple[str, tuple[Way, ...]], ...] = (
    (
        r"pace|pacing|tempo|timing|rhythm|length",
        (
            ("half a second out of each", ("half a second shorter",)),
            ("half a second more in each", ("half a second longer",)),
        ),
    ),
    (
        r"light|lighting|look|exposure|mood",
        (
            ("less light and more contrast", ("darker", "more contrast")),
            ("more light, softer", ("brighter", "softer contrast")),
            ("warmer light", ("warmer",)),
        ),
    ),
    (
        r"framing|frame|composition|camera|size",
        (
            ("a tighter framing", ("tighter",)),
            ("a wider framing", ("wider",)),
            ("a slow push in", ("slow push in",)),
        ),
    ),
    (
        r"sound|music|score|mix",
        (
            ("quieter music", ("film: music quieter",)),
            ("faster music", ("film: music faster",)),
            ("no music", ("film: no music",)),
        ),
    ),
)
"""What a creator may name when asked what bothers them, and the ways it may be moved."""
_NAMED = "|".join(words for words, _ in LEVELS)


@rule(rf"^(?:it's |its |mostly |i think |maybe |probably )*(?:the )?(?:{_NAMED})$", rank=18)
def bothered(clause: Clause) -> Finding | None:
    """The answer to "what bothers you": ready ways to move just that."""
    film, found = clause.film, clause.reference
    shots = tuple(s for s in found.shots or film.order if not film.shots[s].locked)
    if not shots:
        return None
    ways = next(w for words, w in LEVELS if clause.has(rf"\b(?:{words})$"))
    return offer(clause, f"In {_named(clause, shots)}", ways, shots)
