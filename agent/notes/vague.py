"""Vague notes and notes on tone: two concrete options or one question, never a silent re-roll."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, listed, rule
from agent.notes.reading import Finding, ask, propose

TONES: tuple[tuple[str, str, str], ...] = (
    (
        r"tens(?:ion|e|er)|suspens\w+|thrilling|gripping|nervous energy",
        "tighter sizes and a slow push in",
        "darker, more contrast, music quieter",
    ),
    (
        r"funn(?:y|ier)|comed\w+|humou?r\w*|lighter tone|wittier",
        "quicker cuts with wider sizes",
        "brighter light and faster music",
    ),
    (
        r"scar(?:y|ier)|horror|creep(?:y|ier)|eerie|spook\w+|frightening",
        "darker light with the key from below",
        "longer holds and music out of the first half",
    ),
    (
        r"sadder|melanchol\w+|sad|poignant|emotional|touching",
        "closer on the faces and longer holds",
        "cooler light and slower music",
    ),
    (
        r"happ(?:y|ier)|hopeful|upbeat|optimistic|uplifting|brighter (?:mood|tone|"
        r"ending)",
        "warmer, brighter light at the end",
        "a longer last hold and faster music",
    ),
    (r"romantic|intimate|sweeter", "warmer, softer light", "closer sizes and slower music"),
    (
        r"epic|grander|cinematic|dramatic|powerful",
        "wider openings and a crane move",
        "more contrast and louder music",
    ),
    (
        r"calm(?:er)?|quieter mood|peaceful|gentle[r]?|dreamy|dreamier",
        "static camera and longer holds",
        "softer contrast, slower music",
    ),
    (
        r"energ\w+|exciting|dynamic|lively|punch(?:y|ier)",
        "shorter shots and faster moves",
        "more contrast and faster music",
    ),
    (r"myster\w+|moody|atmospher\w+", "more haze and less light", "slower pace and thinner music"),
)


@rule(*(rf"\b(?:{words})\b" for words, _, _ in TONES), rank=65)
def tone(clause: Clause) -> Finding | None:
    """A change of tone: two ready ways, with the shots they would move."""
    if clause.has(r"\b(?:undo|line|coat|hair|voice|suitcase)\b") or len(clause.text.split()) > 14:
        return None
    words, one, other = next(t for t in TONES if clause.has(rf"\b(?:{t[0]})\b"))
    film, found = clause.film, clause.reference
    shots = found.shots or film.order
    if not shots:
        return ask("There are no shots yet. What is the film about?")
    if len(found.shots) == 1 and not found.explicit:
        shots = film.scene_shots(film.shots[found.shots[0]].scene)
    free = [s for s in shots if not film.shots[s].locked]
    locked = [film.number(s) for s in shots if film.shots[s].locked]
    where = (
        f"shots {listed(film.number(s) for s in free)}"
        if len(free) > 1
        else f"shot {film.number((free or list(shots))[0])}"
    )
    left = f" Shot {listed(locked)} is locked and stays." if locked else ""
    match = re.search(rf"\b(?:{words})\b", clause.text)
    name = match[0] if match else "that"
    return propose(
        f'For "{name}" in {where} I can A: {one}; or B: {other}. Words and order stay.{left} Which?'
    )


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
    number = film.number(shot.id)
    still = shot.movement.type.value == "static"
    one = "a slow push in" if still else "a locked-off camera"
    two = (
        "more contrast and a darker light" if shot.lighting.contrast < 0.6 else "a tighter framing"
    )
    locked = " It is locked, so it needs unlocking first." if shot.locked else ""
    return propose(
        f"For shot {number} I can A: {one}; or B: {two}.{locked} Which, or is it "
        "the performance or the sound?"
    )
