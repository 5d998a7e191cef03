"""Verbs that move a thing up or down, and words taken back, put into the plain words of the rules.

Knows no rule and no film: "knock the light down a bit in 7" becomes "darker a bit in 7", and "shot
7, no hang on, 8" becomes "shot 8". The words are data, in data/levers.toml.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from agent.notes.lexicon import COLOURS, ORDINALS

THE = r"(?:the |that |this |its |some of the |a bit of the |all the |all of the |on the |on )?"
WHERE = r"(?P<where>(?: (?:in|on|for|of|at|under|over|throughout) [\w' -]{1,40}?)?)"
MUCH = (
    r"(?:(?:a|half a|1|2|3|0\.5|[\d.]+) (?:bit|touch|hair|notch|shade|tad|little|stops?|db)|a lot|"
    r"way|slightly|a little bit|right|just|some)"
)
SHOT = (
    r"(?:(?:shots? )?\d{1,3}|it|this|that|this 1|the [\w' -]{1,24}?(?:shot|one|insert|close-up|"
    r"scene|two-shot|wide))"
)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("agent.notes").joinpath("data/levers.toml").read_text("utf-8"))


def moved_plainly(text: str) -> str:
    """A note with every verb that moves a lever put as the comparative the rules read."""
    for pattern, plain in _turns():
        found = pattern.search(text)
        if found:
            rest = re.sub(r"\s+", " ", found.expand(plain)).strip()
            text = f"{text[: found.start()]}{rest}{text[found.end() :]}"
    return _shot_moved(text)


@cache
def _turns() -> tuple[tuple[re.Pattern[str], str], ...]:
    verbs = _table()["verbs"]
    return tuple(turn for lever in _table()["lever"] for turn in _turns_of(lever, verbs))


def _turns_of(lever: dict[str, str], verbs: dict[str, str]) -> list[tuple[re.Pattern[str], str]]:
    never = rf"(?!(?:{lever['never']})\b)" if "never" in lever else ""
    noun = rf"(?P<noun>(?:{lever['noun']}))\b(?! (?:up|down|back)? ?(?:cut|on the table))"
    out = []
    for way, alone in (("up", "rising"), ("down", "falling")):
        said = lever[way].replace("{noun}", r"\g<noun>")
        much = rf"(?P<much>(?: {MUCH})*)"
        to = verbs[way]
        verb = rf"\b{never}(?:{verbs['moved']})s?"
        shapes = [
            rf"{verb} {THE}{noun}{WHERE}{much} (?:{to})\b",
            rf"{verb}{much} (?:{to}) (?:on )?{THE}{noun}(?P<where>)",
            rf"\b{never}(?:{verbs[alone]})s? (?:the|that|its|all the) {noun}(?P<where>)(?P<much>)",
            rf"\bthe {noun}{WHERE} (?:should|could|must|can|needs? to|has to|wants to) (?:come|go|"
            rf"be){much} (?:{to})\b",
        ]
        some = r"(?:some|a bit|a little|a touch|most|more)(?: more)?(?: of)?(?: the)?"
        if way == "up" and "never" not in lever:
            shapes.append(
                rf"\b(?:add|put|get|give it|want|needs?) {some} {noun}"
                r"(?: (?:in|on|into|to))?(?P<where>)(?P<much>)(?= |$)"
            )
        enough = "not enough|too little|needs more" if way == "up" else "too much|too many"
        shapes.append(rf"\b(?:{enough}) (?P<much>){noun}(?P<where>)")
        if way == "down":
            shapes.append(
                rf"\b(?:take|pull|get|suck|drain|dial|knock|draw|bleed) {some} {noun} "
                r"(?:out|away|off|down)(?: of)?(?P<where>)(?P<much>)(?= |$)"
            )
            ease = rf"\b{never}(?:{verbs['easing']})s?"
            shapes.append(rf"{ease} {THE}{noun}{WHERE}{much} (?:back|off)\b")
            shapes.append(rf"{ease}{much} (?:back|off)(?: on)? {THE}{noun}(?P<where>)")
        out += [(re.compile(shape), rf"{said} \g<much>\g<where>") for shape in shapes]
    return out


SHOT_MOVED = re.compile(
    rf"\b(?:knock|bring|take|pull|push|bump|nudge|ease|drop|lift) (?P<shot>{SHOT}) (?:right )?"
    rf"(?P<way>up|down)(?: by)? (?P<much>{MUCH})(?= in (?:light|brightness|exposure)|[,;]| and |$)"
)
"""A whole shot taken down a touch is a shot with less light; without a measure it may be moved."""


def _shot_moved(text: str) -> str:
    def plain(found: re.Match[str]) -> str:
        return f"make {found['shot']} {found['much']} {_LIGHT[found['way']]}"

    text = STOPPED.sub(lambda m: f"{m[1]} {_LIGHT[m[2]]}", text)
    text = BY_STOPS.sub(lambda m: f"make {m['shot']} {m['much']} {_way(m['verb'])}", text)
    return SHOT_MOVED.sub(plain, text)


STOPS = r"(?:half a stop|a stop|(?:1|2|3|0\.5|1\.5|[\d.]+) stops?|a third of a stop)"
STOPPED = re.compile(rf"\b({STOPS}) (up|down)\b")
BY_STOPS = re.compile(
    rf"\b(?P<verb>lift|raise|push|open|bump|boost|drop|lower|pull|knock|take|dip|cut) "
    rf"(?:up |down )?(?P<shot>{SHOT})(?: (?:up|down))?(?: by)? (?P<much>{STOPS})(?! (?:brighter|"
    rf"darker))"
)


def _way(verb: str) -> str:
    return "brighter" if verb in {"lift", "raise", "push", "open", "bump", "boost"} else "darker"


_LIGHT = {"up": "brighter", "down": "darker"}


def corrected(text: str) -> str:
    """A note without the words its own speaker takes back: "4, no wait, 5" is "5"."""
    for pattern in _corrections():
        text = pattern.sub(_meant, text)
    return text


def _meant(found: re.Match[str]) -> str:
    """What was meant, under the name of what was said first: "scene 2, sorry, 3" is "scene 3"."""
    kind = found.groupdict().get("kind") or ""
    bare = found["meant"][:1].isdigit() and not found["meant"].startswith(kind)
    return f"{kind}{found['meant']}" if bare else found["meant"]


@cache
def _corrections() -> tuple[re.Pattern[str], ...]:
    table = _table()["correction"]
    between = rf"[,.]? ?(?:- )?(?:(?:{table['words']})\b[,.]? ?(?:- )?){{1,3}}"
    unit = r" ?(?:more )?(?:seconds?|frames?|mm|stops?|db|percent|%)"
    much = r"(?:(?:a (?:bit|touch|little)|much|way|slightly) )?"
    colours = "|".join(COLOURS)
    ordinals = "|".join((*ORDINALS, "last", "final", "opening"))
    alike = (
        rf"(?<!not )(?<!not shot )\b(?P<kind>(?:shots?|scenes?|number) )?\d+(?!{unit}|[\d.])"
        rf"{between}(?P<meant>(?:(?:shots?|scenes?) )?\d+)(?!{unit}|[\d.])",
        rf"(?:\b\d[\d.]*{unit}|(?<=\bfor )\d[\d.]*|(?<=\bby )\d[\d.]*){between}"
        rf"(?P<meant>\d[\d.]*{unit})",
        rf"\bthe (?:{ordinals})(?: shot| 1| one)?{between}(?P<meant>the (?:{ordinals}))",
        rf"\b(?:an? )?(?:{colours}){between}(?P<meant>(?:an? )?(?:{colours}))\b",
        rf"\b(?:left|right){between}(?P<meant>left|right)\b",
        rf"\b{much}(?!over|other|after|under|never)\w{{3,}}er{between}"
        rf"(?P<meant>{much}(?!over|other|after|under)\w{{3,}}er)\b",
        rf"(?<![\w']){_WORD}[,.] ?(?:- )?(?:(?:{table['sure']})\b,? ?){{1,2}}"
        rf"(?P<meant>{_WORD})(?=,|$| (?:in|a|an|to|is|should|the)\b)",
    )
    return tuple(re.compile(shape) for shape in alike)


_WORD = r"(?!(?:it|this|that|them|her|him)\b)[^\W\d_]{3,}"
