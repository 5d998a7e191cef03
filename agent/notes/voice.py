"""Notes on voices: pitch, pace, level, accent. A voice never re-makes a picture."""

from __future__ import annotations

import re
from typing import Any

from agent.notes.grammar import Clause, rule
from agent.notes.naming import people_in
from agent.notes.reading import Finding, ask
from memory.change import Recast
from memory.film import Character

VOICE_STEP_DB = 3.0


@rule(
    r"\bvoice\b|\bsounds?\b.*\b(?:older|younger|deeper|higher|softer|rougher|"
    r"warmer|tired|raspy|hoarse|breathy|gruff\w*|huskier|nasal)\b|\b(?:speaks?|talks?|speaking|"
    r"talking)\b.*\b(?:slower|faster|"
    r"quicker|louder|quieter|higher|lower|deeper|too (?:fast|slow))\b|\baccent\b|"
    r"\bcan't hear (?:her|him|mara|theo|\w+)(?: at all| properly|)$",
    rank=16,
    whole=True,
)
def voice(clause: Clause) -> Finding | None:
    """Pitch, pace, level, accent of a character's voice."""
    film = clause.film
    who = people_in(clause.text, film)
    if clause.has(r"\?$|\bvoice over\b|\bmy voice\b|\bvoices\b"):
        return None
    if len(who) != 1:
        return (
            None
            if not clause.has(r"\bvoice\b")
            else ask(f"Whose voice: {' or '.join(p.name for p in film.characters.values())}?")
        )
    person = film.characters[next(iter(who))]
    fields = _voice_fields(clause, person)
    if not fields:
        return ask(
            f"What about {person.name}'s voice: higher or deeper, slower or "
            "faster, louder or softer?"
        )
    lines = sum(line.character == person.id for s in film.shots.values() for line in s.dialogue)
    return Finding(
        changes=(voiced(person, **fields),),
        aside=(f"{lines} lines are spoken again.",),
    )


def _voice_fields(clause: Clause, person: Character) -> dict[str, Any]:
    now, size = person.voice, clause.amount
    fields: dict[str, Any] = {}
    if clause.has(r"\btoo (?:deep|low\b|old\b)|\bhigher\b|\blighter\b|\byounger\b|\bbrighter\b"):
        fields["pitch"] = min(99, round(now.pitch + 12 * size))
    elif clause.has(
        r"\bdeeper\b|\blower\b|\btoo (?:high|thin|shrill|young|squeaky)|\bolder\b|"
        r"\bdarker\b|\bgruff\w*|\bhusk\w+"
    ):
        fields["pitch"] = max(0, round(now.pitch - 12 * size))
    if clause.has(r"\bslower\b|\btoo (?:fast|quick)|\bslow down\b"):
        fields |= {
            "rate": max(80, round(now.rate * (1 - 0.15 * size))),
            "pace": max(0.5, round(now.pace * (1 - 0.1 * size), 3)),
        }
    elif clause.has(r"\bfaster\b|\bquicker\b|\btoo slow|\bspeed up\b"):
        fields |= {
            "rate": min(300, round(now.rate * (1 + 0.15 * size))),
            "pace": min(2.0, round(now.pace * (1 + 0.1 * size), 3)),
        }
    if clause.has(r"\blouder\b|\bcan't hear\b|\btoo quiet\b"):
        fields["gain_db"] = min(20.0, now.gain_db + VOICE_STEP_DB * size)
    elif clause.has(r"\bquieter\b|\bsofter\b|\btoo loud\b"):
        fields["gain_db"] = max(-40.0, now.gain_db - VOICE_STEP_DB * size)
    accent = re.search(r"\b(?:an? |with an? )?(\w+) accent\b", clause.text)
    if accent and accent[1] not in {"the", "her", "his", "no", "an", "a", "less", "more"}:
        fields["accent"] = accent[1]
    if clause.has(r"\bno accent\b|\blose the accent\b"):
        fields["accent"] = "neutral"
    timbre = re.search(
        r"\b(warm|warmer|raspy|breathy|nasal|hoarse|smooth|husky|gruff|soft|rough|"
        r"alto|tenor|bass|baritone|soprano)\b",
        clause.text,
    )
    if timbre:
        fields["timbre"] = timbre[1].removesuffix("er") if timbre[1] == "warmer" else timbre[1]
    return fields


def voiced(person: Character, **fields: Any) -> Recast:
    """The change that gives a character's voice some new fields."""
    return Recast(
        character=person.id, voice=type(person.voice)(**{**person.voice.model_dump(), **fields})
    )
