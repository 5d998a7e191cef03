"""Turns of phrase whose words name an action or a thing and do not mean it. Knows no puppets.

"Runs out of time" runs nowhere, "will not sit" stands, a cloud that sits is nobody's beat.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WEATHERED = (
    r"clouds?|dust|snow|silence|fog|mist|rain|shadows?|smoke|steam|lights?|lightning|thunder|wind"
)
_BODY = r"mouth|eyes|lips|jaw|face|arms|hands?|fingers?|palms?|fists?"
_NOT = (
    r"will not|won['’]?t|does not|doesn['’]?t|do not|don['’]?t|did not|didn['’]?t|can ?not"
    r"|can['’]?t|could not|couldn['’]?t|would not|wouldn['’]?t|never|no longer|without|nobody"
    r"|no one"
)
_TURNS: tuple[tuple[str, str], ...] = (
    (r"\b(?:runs?|running|ran) out of (?:\w+ing(?: \w+)?|\w+)", " "),
    (
        r"\b(?:runs?|running|ran) (?:a|an|the|one|his|her|their|its) (?:\w+ )?"
        r"(?:thumb|fingers?|hands?|palm|cloth|brush|eyes?)\b",
        " touches ",
    ),
    (r"\bwait(s|ing)? for [\w'-]+ to [^.,;!?]*", r" wait\1 "),
    (rf"\b(?:{_NOT}) (?:\w+ly )?(?:have |be |been )?\w+(?: down| up| back| away)?", " "),
    (rf"\b(?:{_WEATHERED}) (?:have |has |that )?\w+(?:s|ed|ing)?\b", " "),
    (
        r"(?<!take )(?<!takes )(?<!took )\b(?:a few|one|two|three|four|several|some) "
        r"(?:steps|paces) (?:away|off|behind|ahead|apart)\b",
        " ",
    ),
    (
        r"(?<!take )(?<!takes )\b(?:the|every|each|top|bottom|front|stone|wooden|last) "
        r"(?:steps?|stairs?)\b",
        " ",
    ),
    (r"\bso \w+ that\b[^.;!?]*", " "),
    (r"\b(?:as if|as though)\b[^.,;!?]*", " "),
    (r"(?<=,) like\b[^.,;!?]*", " "),
    (r"\b(?:on|in|by|at|to|under) which\b[^.,;!?]*", " "),
    (r"\bpass(?:es|ed|ing)?(?= by\b| behind\b| in front\b|\s*[,.;!?]|\s*$)", " walks past "),
    (r"\b(?:goes|is gone)(?=\s*[.,;!?]|\s*$)", " leaves "),
    (rf"\b(?:open|close|shut|clos)(?:e?s|ing|ed)? (?:his|her|their|its) (?:{_BODY})\b", " "),
    (r"\b(?:hold|keep)(?:s|ing)? (?:it|them) (?:open|shut|closed)\b", " "),
    (
        r"\b(?:hold|held|catch|keep|draw|take|took)(?:e?s|ing)? (?:a |his |her |their |its )"
        r"(?:deep |long |last )?"
        r"(?:breath|moment|tongue|gaze|temper|ground|distance|time|balance)\b",
        " ",
    ),
    (r"\btak(?:es?|ing) (?:a|one|another) (?:\w+ )?look\b", " looks "),
    (
        r"\bgiv(?:es?|ing) (?:\w+ )?an? (?:\w+ )?(nod|smile|shrug|wave|hug|laugh|sigh|start)\b",
        r" \1 ",
    ),
    (r"\bgiv(?:es?|ing) (?:way|up|in|out)\b", " "),
    (r"\bhand in hand\b", " "),
    (
        r"\b(?:rais|lift|put)(?:e?s|ing)? (?:up )?(?:a|an|one|his|her|their) "
        r"(?:left |right )?(?:hand|arm)(?: up)?(?=\s*(?:[,.;!?]|$))",
        " waves ",
    ),
    (
        r"\b(?:one|his|her|their|its|the|a|both|two|with|my|empty|cold|warm) hands?\b"
        r"(?! (?:him|her|it|them|over))",
        " ",
    ),
    (r"(?:^|(?<=, )|(?<=; ))head (?:on|down|in|bowed|back|low|high|to|against)\b", " "),
    (r"(?<!shakes )(?<!shake )(?<!shaking )\b(?:his|her|their|its|the) head\b", " "),
    (r"\b(?:its|their|the|dead|dry|fallen|few|green|autumn|tea) leaves\b", " "),
    (r"\b(?:the|whole|this|that|a) (?:place|light|lights|rest|face)\b", " "),
)
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), to) for pattern, to in _TURNS)
_BESIDE = re.compile(
    r"\b(?:under|beneath|below|by|beside|near|behind|past|against|around|round|towards?|beyond)"
    r" (?:the|an?|his|her|their) (?:[\w-]+ ){0,2}?(?:lamp|lantern|candle|lamp ?post)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """Return the words without those that only sound like an action."""
    for pattern, to in _COMPILED:
        text = pattern.sub(to, text)
    return text


def in_hand(text: str) -> str:
    """Return the words without what someone only stands beside: "waits under the lamp"."""
    return _BESIDE.sub(" ", text)
