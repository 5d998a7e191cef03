"""Notes on light: brightness, warmth, contrast, haze, direction, practicals, colour."""

from __future__ import annotations

import re
from typing import Any

from agent.notes.grammar import Clause, aim, clamp, each, rule
from agent.notes.lexicon import COLOURS, factor
from agent.notes.reading import Finding, ask
from memory.change import Relight
from memory.film import Shot
from memory.vocabulary import KeyDirection

BRIGHTNESS_STEP = 0.12
WARMTH_STEP = 700
"""Kelvin of a usual "warmer"; brightness, contrast, haze and saturation move on 0..1."""
CONTRAST_STEP = 0.12
HAZE_STEP = 0.15

DARKER = (
    r"\b(?:not (?:so|as|that|quite so) bright|less bright)\b|"
    r"\b(?:much |way |a lot )?(?:darker|dimmer|gloomier|moodier|murkier)\b|\bdim\b|"
    r"\bdarken\b|\btoo (?:bright|light|hot)\b|"
    r"\b(?:bring|take|pull|knock) (?:\w+ ){0,3}down (?:a|\d|half|1)[\w. ]*stops?\b|"
    r"\b(?:a|[\d.]+) stops? (?:down|darker)\b|"
    r"\boverexposed\b|\b(?:less|lower|reduce)(?: the)? (?:light|brightness|"
    r"exposure)\b|\bunderexpose\b|\bdeeper shadows\b|\bmake (?:\w+ ){1,4}dark\b"
)
BRIGHTER = (
    r"\b(?:not (?:so|as|that|quite so) dark|less dark)\b|"
    r"\b(?:brighter|lighter)\b|\bbrighten\b|\blighten\b|\btoo dark\b|\bcan(?:'t|"
    r"not) see (?:anything|her face|his face|much|a thing)\b|"
    r"\b(?:bring|push|lift|open) (?:\w+ ){0,3}up (?:a|\d|half|1)[\w. ]*stops?\b|"
    r"\bstops? (?:up|brighter)\b|\bopen (?:it |\w+ )?up a stop\b|"
    r"\bunderexposed\b|\b(?:more|raise|increase)(?: the)? (?:light|brightness|"
    r"exposure)\b|\blift the shadows\b|\bmake (?:\w+ ){1,4}bright\b"
)


@rule(BRIGHTER, DARKER, lever=True)
def exposure(clause: Clause) -> Finding | None:
    """Darker, brighter, a stop up or down."""
    if clause.has(
        r"\b(?:story|ending|tone|humou?r|mood of the film|darker story|music|hair|"
        r"coat|jacket|voice|eyes)\b"
    ):
        return None
    up = re.search(BRIGHTER, clause.text) is not None
    sign = 1 if up else -1
    what = "make brighter" if up else "make darker"

    def relit(shot: Shot) -> Relight | None:
        before = shot.lighting.brightness
        step = BRIGHTNESS_STEP * clause.amount * sign
        by = factor(clause.text)
        if by is not None:  # "half as bright" and "twice as dark" come out the same.
            step = before * (max(by, 1 / by) - 1 if up else min(by, 1 / by) - 1)
        after = clamp(before + step, 0.05, 0.95)
        return None if after == before else Relight(shot=shot.id, brightness=after)

    return each(clause, what, relit)


@rule(
    r"\bwarm(?:er|th|ly)?\b|\btoo (?:cold|cool|blue)\b|\bcool(?:er)?\b|\bcolder\b|"
    r"\btoo (?:warm|orange|yellow)\b|\bbluer\b|\btungsten\b|\bdaylight\b|"
    r"\b\d{4,5} ?k(?:elvin)?\b|\bcandle ?light\b|\bmoonlight\b|\bmoonlit\b|"
    r"\bgolden light\b|\bfirelight\b",
    lever=True,
)
def warmth(clause: Clause) -> Finding | None:
    """Warmer, cooler, a named colour of light, or Kelvin."""
    if clause.has(r"\b(?:voice|music|coat|welcome|tone of voice|water)\b"):
        return None
    kelvin = re.search(r"\b(\d{4,5}) ?k", clause.text)
    named = {
        r"candle ?light": 1900,
        r"tungsten": 3200,
        r"daylight": 5600,
        r"golden light": 3500,
        r"firelight": 2200,
    }
    fixed = (
        int(kelvin[1])
        if kelvin
        else next((k for w, k in named.items() if clause.has(rf"\b{w}\b")), None)
    )
    if clause.has(r"\bmoonl"):
        return each(clause, "light by the moon", _moonlit)
    warmer = clause.has(r"\bwarm|too (?:cold|cool|blue)") and not clause.has(r"too warm")

    def relit(shot: Shot) -> Relight | None:
        before = shot.lighting.color_temp_k
        step = WARMTH_STEP * clause.amount * (-1 if warmer else 1)
        after = fixed or int(clamp(before + step, 1800, 12_000))
        return None if after == before else Relight(shot=shot.id, color_temp_k=after)

    return each(clause, "make warmer" if warmer else "make cooler", relit)


def _moonlit(shot: Shot) -> Relight:
    return Relight(
        shot=shot.id,
        style=_joined(shot.lighting.style, "moonlight"),
        color_temp_k=max(7500, shot.lighting.color_temp_k),
    )


def _joined(style: str, more: str) -> str:
    return style if more in style else f"{style}, {more}" if style else more


@rule(
    r"\b(?:more|less|higher|lower|add|raise|reduce|increase|punchier|softer|"
    r"stronger|flatter)\b[\w ]{0,12}\bcontrast\b|\bcontrastier\b|\bpunchier\b|"
    r"\bflatter\b|\b(?:high|low)[- ]key\b|\bharder light\b|\bsofter light\b|"
    r"\bsoften the light\b|\bsoft(?:er)? lighting\b|\bhard(?:er)? lighting\b|"
    r"\bchiaroscuro\b",
    lever=True,
)
def contrast(clause: Clause) -> Finding | None:
    """More or less contrast, high key and low key."""
    less = clause.has(r"\bless|lower|reduce|flatter|high[- ]key|soft|too (?:harsh|hard|contrasty)")
    sign = -1 if less else 1

    def relit(shot: Shot) -> Relight | None:
        before = shot.lighting.contrast
        by = factor(clause.text)
        step = before * (by - 1) if by else sign * CONTRAST_STEP * clause.amount
        after = clamp(before + step, 0.05, 0.95)
        fields: dict[str, Any] = {"contrast": after}
        for style in ("high key", "low key", "chiaroscuro"):
            if clause.has(style.replace(" ", "[- ]")):
                fields["style"] = _joined(shot.lighting.style, style)
        return None if after == before else Relight(shot=shot.id, **fields)

    return each(clause, "change the contrast", relit)


@rule(
    r"\b(?:haze|hazy|hazier|smoke|smoky|smokier|volumetric|god rays|"
    r"atmosphere in the air|dusty air)\b",
    lever=True,
)
def haze(clause: Clause) -> Finding | None:
    """More or less haze in the air."""
    if clause.has(r"\bsmok(?:es|ing)\b|heat haze"):
        return None
    less = clause.has(r"\b(?:less|no|without|lose|kill|clear|remove|too)\b")

    def relit(shot: Shot) -> Relight | None:
        before = shot.lighting.haze
        by = factor(clause.text)
        after = (
            before * by
            if by is not None
            else (
                0.0
                if clause.has(r"\b(?:no|without|lose|kill|remove)\b")
                else clamp(before + (-1 if less else 1) * HAZE_STEP * clause.amount, 0, 1)
            )
        )
        return None if after == before else Relight(shot=shot.id, haze=after)

    return each(clause, "change the haze", relit)


DIRECTIONS: tuple[tuple[str, KeyDirection, str], ...] = (
    (r"silhouettes?|silhouetted|contre-?jour", KeyDirection.BACK, "silhouette"),
    (
        r"back-?light(?:s|ed|ing)?|back-?lit|light(?:ed|s)?(?: \w+)? from behind|"
        r"behind (?:her|him|them) as a light",
        KeyDirection.BACK,
        "backlight",
    ),
    (r"rim(?: light)?|kicker|edge light|hair light|halo", KeyDirection.BACK, "rim light"),
    (
        r"under-?lit|under-?light|light(?:\w*)? (?:\w+ ){0,2}from (?:below|underneath|"
        r"under)|lit from below",
        KeyDirection.UNDER,
        "underlit",
    ),
    (
        r"top-?light|top-?lit|light(?:\w*)? (?:\w+ ){0,2}from (?:above|overhead|"
        r"the top)|lit from above|overhead light",
        KeyDirection.TOP,
        "top light",
    ),
    (
        r"(?:key|main) ?light (?:\w+ ){0,3}(?:left|right|side)|"
        r"side-?light|side-?lit|light(?:\w*)? (?:\w+ ){0,2}from the (?:side|left|"
        r"right)|split light\w*",
        KeyDirection.SIDE,
        "side light",
    ),
    (
        r"front-?light|front-?lit|flat light\w*|"
        r"light(?:\w*)? (?:\w+ ){0,2}from the front",
        KeyDirection.FRONT,
        "front light",
    ),
    (r"rembrandt|three-quarter light|3/4 light", KeyDirection.THREE_QUARTER, "rembrandt light"),
)


@rule(*(rf"\b(?:{words})\b" for words, _, _ in DIRECTIONS), rank=45, lever=True)
def direction(clause: Clause) -> Finding | None:
    """Where the key comes from: backlight, silhouette, top, under, Rembrandt."""
    words, key, style = next(d for d in DIRECTIONS if clause.has(rf"\b(?:{d[0]})\b"))
    if clause.has(r"\b(?:no|less|lose|without)\b[\w ]{0,6}\b(?:" + words + ")"):
        key, style = KeyDirection.SIDE, "side light"
    dark = style == "silhouette"

    def relit(shot: Shot) -> Relight:
        fields: dict[str, Any] = {"key_dir": key, "style": _joined(shot.lighting.style, style)}
        if dark:
            fields["contrast"] = clamp(max(shot.lighting.contrast, 0.8), 0, 1)
        return Relight(shot=shot.id, **fields)

    return each(clause, f"use {style}", relit)


LAMP = (
    r"(lamps?|bulbs?|lights?|practicals?|lanterns?|candles?|neons?|torch(?:es)?|fire|"
    r"sconces?|tv|screen|headlights?|streetlights?|chandeliers?|fluorescents?|signs?)"
)
OFF = (
    r"\b(?:kill|turn off|switch off|lose|cut|remove|delete|put out|douse|"
    rf"no)\b (?:\w+ ){{0,3}}?{LAMP}\b|\b{LAMP} (?:is |are |goes |go )?(?:off|out)\b|"
    rf"\b(?:turn|switch) (?:\w+ ){{0,3}}?{LAMP} off\b"
)
ON = (
    r"\b(?:put|add|place|hang|stick|give|set|need|want|turn on|switch on|"
    rf"light)\b (?:\w+ ){{0,5}}?{LAMP}\b"
)


@rule(OFF, rank=40)
def practical_off(clause: Clause) -> Finding | None:
    """Kill the booth bulb."""
    words = list(re.findall(r"[a-z]+", clause.match[0]))
    if clause.has(r"\b(?:line|music|sound|noise|sign(?:s|al))\b") and not clause.has(
        r"\bpractical"
    ):
        return None
    target = aim(clause, "put out that light")
    if target.problem:
        lit = tuple(s for s in clause.film.order if _lamps(clause.film.shots[s], words))
        if not clause.reference.explicit and len(lit) == 1:
            return each(
                clause,
                "put out that light",
                lambda s: _without(s, words),
                reference=clause.about(lit[0]),
            )
        return target.problem
    if not any(_lamps(clause.film.shots[s], words) for s in target.shots):
        there = sorted(
            {lamp for s in target.shots for lamp in clause.film.shots[s].lighting.practicals}
        )
        if not clause.has(r"\b(?:bulb|lamp|practical|lantern|candle)"):
            return None
        held = f"There is: {', '.join(there)}." if there else "No practical is lit there."
        return ask(
            f"I find no such light in {clause.name(target.shots[0])}. {held} Which one?",
            target.shots,
        )
    return each(clause, "put out that light", lambda s: _without(s, words))


def _lamps(shot: Shot, words: list[str]) -> list[str]:
    own = shot.lighting.practicals
    heads = {w.rstrip("s") for w in words}
    generic = heads & {"practical", "light"}
    exact = [p for p in own if {w.rstrip("s") for w in p.lower().split()} <= heads]
    part = [p for p in own if p.lower().split()[-1].rstrip("s") in heads]
    return exact or part or (list(own) if generic and len(own) == 1 else [])


def _without(shot: Shot, words: list[str]) -> Relight | None:
    gone = _lamps(shot, words)
    if not gone:
        return None
    kept = tuple(p for p in shot.lighting.practicals if p not in gone)
    return Relight(shot=shot.id, practicals=kept)


@rule(
    r"\b(?:swap|replace|exchange|change|switch)\b (?:the |"
    rf"that )?([\w ]*?{LAMP}) (?:for|with|to|into) (?:an? |the |"
    r"some )?([\w' -]+?)(?= in (?:shot )?\d| in scene|$)",
    rank=9,
    whole=True,
)
def practical_swap(clause: Clause) -> Finding | None:
    """One practical for another."""
    words, new = re.findall(r"[a-z]+", clause.match[1]), clause.original(clause.match[3])

    def swapped(shot: Shot) -> Relight | None:
        gone = _lamps(shot, words)
        kept = tuple(new if p in gone else p for p in shot.lighting.practicals)
        return Relight(shot=shot.id, practicals=kept) if gone else None

    return each(clause, "change that light in", swapped)


@rule(ON, rank=42)
def practical_on(clause: Clause) -> Finding | None:
    """Put a red practical in the background."""
    found = re.search(rf"\b(?:an?|another|some|the|\d+) ((?:[\w-]+ ){{0,3}}?{LAMP})\b", clause.text)
    if not found or clause.has(
        r"\b(?:brighter|darker|less|more|softer|harder)\b|\b(?:rim|back|key|fill|"
        r"hair|side|top|under|edge|front|soft|hard|moon|sun|day)[- ]?lights?\b"
    ):
        return None
    lamp = clause.original(found[1]).lower()
    lamp = lamp if not re.search(r"practicals?$", lamp) else f"{lamp} lamp"
    behind = ", background" if clause.has(r"\bbackground\b|\bbehind\b") else ""

    def lit(shot: Shot) -> Relight | None:
        if lamp in shot.lighting.practicals:
            return None
        practicals = (*shot.lighting.practicals, lamp + behind)
        return Relight(shot=shot.id, practicals=practicals)

    return each(clause, f"add a {lamp}", lit)


@rule(
    rf"\b(?:{'|'.join(COLOURS)})\b (?:shadows|highlights|light|lighting|tint|"
    r"tones?|glow|cast|wash)\b|\b(?:tint|wash|"
    rf"bathe)\b[\w ]*\b(?:{'|'.join(COLOURS)})\b",
    rank=41,
)
def coloured(clause: Clause) -> Finding | None:
    """Light of a colour: a teal wash, red glow."""
    found = re.search(
        rf"\b(?:{'|'.join(COLOURS)})\b(?: (?:shadows|highlights|light|lighting|"
        r"tint|tones?|glow|cast|wash))?",
        clause.text,
    )
    words = found[0] if found else ""
    words = words if " " in words else f"{words} tint"
    return each(
        clause,
        f"give {words} to",
        lambda s: Relight(shot=s.id, style=_joined(s.lighting.style, words)),
    )
