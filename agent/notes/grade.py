"""Notes on the grade: saturation, palettes, matching one shot to another."""

from __future__ import annotations

import re
from typing import Any

from agent.notes.grammar import Clause, clamp, each, rule
from agent.notes.lexicon import COLOURS
from agent.notes.reading import Finding, Kind
from agent.notes.reference import Reference
from memory.change import Dress, Relight, Restyle
from memory.film import Shot

SATURATION_STEP = 0.12


LOOK = r"(?:light(?:ing)?|look|grade|exposure|colors?|brightness|key|mood)"
ONE = (
    r"(?:shots? )?\d+(?:(?:,| and|,? and) \d+)*|"
    r"(?:the|that) [\w' -]+?(?: shot| scene| one| insert)|"
    r"(?:the|that) (?:insert|wide|cutaway|two-shot|close-up)\b|it"
)
SOURCE, TARGET = rf"(?P<source>{ONE})", rf"(?P<target>{ONE})"
HAVE = (
    r"(?:(?:should|must|needs? to|has to|could|can|to) )?"
    r"(?:have|has|get|gets|share|shares|want|wants|needs?)"
)
TO_MATCH = tuple(
    re.compile(shape)
    for shape in (
        rf"\bgive {TARGET} (?:the )?(?:same )?{LOOK} (?:of|from|as|like|that|in) (?:in )?{SOURCE}",
        rf"\b{TARGET} {HAVE} (?:the )?(?:same )?{LOOK} (?:of|as|from|like) (?:in )?{SOURCE}",
        rf"\bsame {LOOK} (?:in|for|on) {TARGET} as (?:in |for |on )?{SOURCE}",
        rf"\b(?:light|relight|grade) {TARGET} (?:just |exactly )?(?:the (?:same )?way|like|as|to "
        rf"match|"
        rf"the same as|similar to) (?:in )?{SOURCE}",
        rf"\b(?:copy|use|carry|borrow|take|bring|put|apply|transfer|paste|steal|lift|grab|have) "
        rf"(?:over )?(?:the |that )?(?:same )?{LOOK} (?:of|from|in) {SOURCE} (?:over |across "
        rf")?(?:on|onto|"
        rf"to|in|into|for|over) {TARGET}",
        rf"\b(?:copy|use|carry|borrow|take|bring|put|apply|transfer|paste) {SOURCE}'s {LOOK} "
        rf"(?:over |"
        rf"across )?(?:on|onto|to|in|into|for|over) {TARGET}",
        rf"\b{TARGET} (?:should |must |needs? to )?(?:look|looks|be lit|is lit|feel) (?:just |"
        rf"exactly |more )?"
        rf"(?:the (?:same )?way|like|as) {SOURCE}",
        rf"\b{TARGET} (?:doesn't|does not|don't|should|must|needs? to|has to) match {SOURCE}",
        rf"\b(?:make )?(?:the )?{LOOK} (?:in|of|on|for) {TARGET} (?:should |must |needs? to "
        rf")?(?:be )?"
        rf"(?:consistent with|the same as|same as|like|match|matching|to match|match(?:es)? with) "
        rf"(?:in |that (?:of|in) )?{SOURCE}",
        rf"\bmatch (?:the )?{LOOK} (?:of|in|on) {TARGET} (?:to|with) {SOURCE}",
        rf"\bmatch {TARGET}'s {LOOK} (?:to|with) (?:that of )?{SOURCE}",
    )
)


@rule(
    *(re.sub(r"\?P<\w+>", "?:", shape.pattern) for shape in TO_MATCH),
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
    pair = _pair(clause)
    if pair is None:
        return None
    target, source = pair

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


def _pair(clause: Clause) -> tuple[Reference, Shot] | None:
    """The shots that take a light, and the one that it is taken from."""
    for shape in TO_MATCH:
        found = shape.search(clause.text)
        if found:
            target, source = (_meant(clause, found[name]) for name in ("target", "source"))
            if target.shots and len(source.shots) == 1:
                return target, clause.film.shots[source.shots[0]]
    return _pair_in_order(clause)


def _meant(clause: Clause, words: str) -> Reference:
    if words == "it" and clause.situation.focused:
        return clause.about(clause.situation.focused)
    words = f"shot {words}" if words[:1].isdigit() else words
    named = clause.about(words)
    return named if named.shots else _shown(clause, words)


def _shown(clause: Clause, words: str) -> Reference:
    described = clause.described(words)
    return described if described and described.shots else clause.about(words)


def _pair_in_order(clause: Clause) -> tuple[Reference, Shot] | None:
    """Any other wording: the first shot named takes the light of the last."""
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
    numbers = " ".join(f"shot {clause.film.number(s)}" for s in named[0])
    return clause.about(numbers), clause.film.shots[named[-1][0]]


@rule(
    r"\bdesaturat|\b(?:less|more|lower|reduce|boost|increase|raise|pump up|richer|"
    r"muted|washed out|faded|vivid)\b[\w ]{0,12}\b(?:colors?|saturation|"
    r"saturated)\b|\bsaturate\b|\boversaturated\b|\btoo (?:colorful|saturated|"
    r"vivid)\b|\bmore (?:vivid|colorful|muted)\b|\bpaler\b|\bblack and white\b|\b(?:mute|"
    r"drain) the colors?\b",
    lever=True,
)
def saturation(clause: Clause) -> Finding | None:
    """Desaturate, boost, black and white."""
    mono = clause.has(r"\bblack and white\b") and not clause.has(r"\b(?:cat|dog|dress|coat)\b")
    less = mono or clause.has(
        r"\bdesaturat|\bless\b|\blower\b|\breduce\b|\bmuted?\b|\bpaler\b|\bdrain\b|washed|faded|"
        r"\btoo\b"
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
