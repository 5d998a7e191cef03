"""Notes on the grade: saturation, palettes, matching one shot to another."""

from __future__ import annotations

import re
from typing import Any

from agent.notes.grammar import Clause, clamp, each, rule
from agent.notes.lexicon import COLOURS
from agent.notes.reading import Finding, Kind
from memory.change import Dress, Relight, Restyle
from memory.film import Shot

SATURATION_STEP = 0.12


@rule(
    r"\bmatch(?:es|ing)?\b.*\b(?:light|lighting|look|grade|color|exposure)\b|"
    r"\b(?:light|lighting|look|grade|color|exposure)\b.*\b(?:match|same as|"
    r"like in)\b|\b(?:light|relight|grade) (?:shot )?\d+ (?:like|to match|as in)\b|"
    r"\bmake (?:shot )?\d+ (?:look like|match) (?:shot )?\d+\b|"
    r"\b(?:shot )?\d+ (?:should |must )?(?:look|be) (?:just |"
    r"more )?like (?:shot )?\d+|\bmatch (?:shot )?\d+ (?:to|with) (?:shot )?\d+",
    rank=20,
    whole=True,
)
def match_light(clause: Clause) -> Finding | None:
    """Give one shot the light of another."""
    parts = re.split(
        r"\b(?:to match|match(?:es|ing)?(?: the \w+ (?:of|in|"
        r"from))?(?= shot \d+ *$)|to|with|like|same as|as in|from)\b",
        clause.text,
    )
    parts = [f"shot {p.strip()}" if p.strip()[:1].isdigit() else p.strip() for p in parts]
    named = [
        clause.about(p).shots for p in parts if clause.about(p).explicit and clause.about(p).shots
    ]
    if len(named) < 2 or len(named[-1]) != 1:
        return None
    source = clause.film.shots[named[-1][0]]
    target = clause.about(" ".join(f"shot {clause.film.number(s)}" for s in named[0]))

    def like(shot: Shot) -> Relight | None:
        light = source.lighting
        if shot.lighting == light or shot.id == source.id:
            return None
        return Relight(
            shot=shot.id,
            style=light.style,
            key_dir=light.key_dir,
            brightness=light.brightness,
            contrast=light.contrast,
            color_temp_k=light.color_temp_k,
            haze=light.haze,
        )

    return each(clause, "match the light", like, reference=target)


@rule(
    r"\bdesaturat|\b(?:less|more|lower|reduce|boost|increase|raise|pump up|richer|"
    r"muted|washed out|faded|vivid)\b[\w ]{0,12}\b(?:colors?|saturation|"
    r"saturated)\b|\bsaturate\b|\boversaturated\b|\btoo (?:colorful|saturated|"
    r"vivid)\b|\bmore (?:vivid|colorful)\b|\bblack and white\b|\b(?:mute|"
    r"drain) the colors?\b",
    lever=True,
)
def saturation(clause: Clause) -> Finding | None:
    """Desaturate, boost, black and white."""
    mono = clause.has(r"\bblack and white\b") and not clause.has(r"\b(?:cat|dog|dress|coat)\b")
    less = mono or clause.has(
        r"\bdesaturat|\bless\b|\blower\b|\breduce\b|\bmuted?\b|\bdrain\b|washed|faded|\btoo\b"
    )
    step = SATURATION_STEP * clause.amount * (-1 if less else 1)
    scope = clause.reference
    style = clause.film.style
    if scope.film or (
        not scope.explicit
        and (mono or not clause.situation.focused or clause.has(r"\b(?:film|everything|grade)\b"))
    ):
        after = 0.0 if mono else clamp(style.saturation + step, 0, 1)
        if after == style.saturation:
            return Finding(
                Kind.NOOP, say=f"The film's saturation is {after:g} already, so nothing moved."
            )
        return Finding(changes=(Restyle(saturation=after),))

    def dressed(shot: Shot) -> Dress | None:
        level = 0.0 if mono else clamp(shot.saturation + step, 0, 1)
        return None if level == shot.saturation else Dress(shot=shot.id, saturation=level)

    return each(clause, "change the saturation", dressed)


@rule(
    r"\bgrade\b|\b(?:color )?palette\b|\bteal and orange\b|\blut\b|"
    r"\bcolor (?:scheme|grading|it)\b|\bsepia\b|\bbleach bypass\b|"
    r"\bcross[- ]process",
    rank=30,
)
def grade(clause: Clause) -> Finding | None:
    """A named grade for the film, by its colours."""
    if clause.has(r"\bdesaturat|saturation|black and white|match"):
        return None
    colours = [c for c in COLOURS if clause.has(rf"\b{c}\b")]
    found = re.search(
        r"\b(?:an?|the|in|with|some) ((?:[\w-]+ ){1,5}?)(?:color )?(?:grade|"
        r"palette|look|lut|scheme|grading)\b",
        clause.text,
    )
    name = clause.original(found[1].strip()) if found else " and ".join(colours) or clause.match[0]
    target = clause.reference
    if target.explicit and not target.film:
        return None
    fields: dict[str, Any] = {"grade": name}
    if colours:
        rest = [p for p in clause.film.style.palette if p not in {COLOURS[c] for c in colours}]
        fields["palette"] = tuple([COLOURS[c] for c in colours] + rest)[:4]
    return Finding(changes=(Restyle(**fields),))
