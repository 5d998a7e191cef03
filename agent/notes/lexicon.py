"""Words of notes: numbers, sizes of "a bit" and "way", slang, the words a typo may have meant."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from memory.synonyms import SYNONYMS

NUMBERS: dict[str, int] = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}

ORDINALS: dict[str, int] = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
}

SLANG: dict[str, str] = {
    "cam": "camera",
    "pls": "please",
    "plz": "please",
    "gimme": "give me",
    "wanna": "want to",
    "gonna": "going to",
    "lemme": "let me",
    "ya": "you",
    "u": "you",
    "thx": "thanks",
    "ty": "thanks",
    "yep": "yes",
    "yeah": "yes",
    "yup": "yes",
    "nope": "no",
    "nah": "no",
    "b&w": "black and white",
    "b/w": "black and white",
    "bw": "black and white",
    "slo-mo": "slow motion",
    "slomo": "slow motion",
    "slow-mo": "slow motion",
    "slow mo": "slow motion",
    "sfx": "sound effects",
    "vo": "voice over",
    "subs": "subtitles",
    "captions": "subtitles",
    "tad": "touch",
    "smidge": "touch",
    "smidgen": "touch",
    "hair longer": "touch longer",
    "colour": "color",
    "colours": "colors",
    "coloured": "colored",
    "grey-scale": "black and white",
    "monochrome": "black and white",
    "pic": "shot",
    "clip": "shot",
    "bgm": "music",
    "soundtrack": "music",
    "score": "music",
    "underscore": "music",
    "close up": "close-up",
    "closeup": "close-up",
    "closeups": "close-ups",
    "close ups": "close-ups",
    "2 shot": "two-shot",
    "2-shot": "two-shot",
    "two shot": "two-shot",
    "twoshot": "two-shot",
    "3 shot": "three-shot",
    "three shot": "three-shot",
    "over the shoulder": "over-the-shoulder",
    "ots": "over-the-shoulder",
    "push-in": "push in",
    "pushin": "push in",
    "pull-out": "pull out",
    "pull-back": "pull back",
    "bring back": "restore",
    "sc": "scene",
    "pov": "point of view",
    "get rid of": "delete",
    "throw out": "delete",
    "chuck": "delete",
    "ditch": "delete",
    "scrap": "delete",
    "erase": "delete",
    "hand held": "handheld",
    "hand-held": "handheld",
    "locked-off": "locked off",
    "locked down": "locked off",
    "re-do": "redo",
    "reshoot": "redo",
    "re-shoot": "redo",
    "retake": "redo",
    "re-take": "redo",
    "do over": "redo",
    "favourite": "favorite",
    "gray": "grey",
    "theatre": "theater",
    "crossfade": "dissolve",
    "cross-fade": "dissolve",
    "cross dissolve": "dissolve",
    "cross-dissolve": "dissolve",
    "tighten up": "tighten",
    "water colour": "watercolor",
    "watercolour": "watercolor",
}

AMOUNTS: tuple[tuple[str, float], ...] = (
    (r"(?:a|the) (?:tiny|little) touch|a hair|ever so slightly", 0.35),
    (r"a touch|touch|slightly|a shade|a hint|a nudge|subtly", 0.5),
    (r"2 stops", 3.0),
    (r"half a stop|0\.5 stops?", 0.75),
    (r"(?:a|1|one) stop", 1.5),
    (r"a (?:little )?bit|a little|somewhat|a beat|a bit more", 0.75),
    (r"way|much|a lot|lots|far|really|very|significantly|considerably|drastically|super", 2.0),
)
"""How much a relative word asks for, against a lever's usual step."""


def amount(text: str) -> float:
    """The factor the words ask for; 1 when they say nothing."""
    for words, factor in AMOUNTS:
        if re.search(rf"\b(?:{words})\b", text):
            return factor
    return 1.0


def step(text: str, usual: float) -> float:
    """A lever's step in its own unit, sized by the words."""
    return usual * amount(text)


FACTORS: tuple[tuple[str, float], ...] = (
    (r"half|0\.5 (?:times|x)", 0.5),
    (r"twice|double|2 ?(?:times|x)", 2.0),
    (r"three times|triple|thrice|3 ?(?:times|x)", 3.0),
    (r"a third", 1 / 3),
    (r"a quarter", 0.25),
)
"""What a word of measure multiplies a lever by."""


def factor(text: str) -> float | None:
    """The factor that "half", "twice" or "three times" asks for; None when they say nothing."""
    percent = re.search(r"\b(\d{1,3}) ?(?:%|percent)", text)
    if percent:
        return int(percent[1]) / 100
    plain = re.sub(r"\b(?:half a (?:stop|second)|0\.5 (?:stops?|seconds?))\b", " ", text)
    return next((by for words, by in FACTORS if re.search(rf"\b(?:{words})\b", plain)), None)


RELATIVE_TIMES: dict[str, float] = {
    r"a touch|a hair|slightly": 0.25,
    r"a (?:little )?bit|a little|somewhat": 0.5,
    r"a beat|1 beat": 0.75,
    r"2 beats": 1.5,
    r"a moment": 1.0,
    r"way|much|a lot|far|really": 2.0,
}
"""Seconds a relative word of length asks for."""


def _common_words() -> list[str]:
    """The common words of notes, from a list one can extend."""
    return files("agent.notes").joinpath("data/words.txt").read_text("utf-8").split()


def _trade_words() -> set[str]:
    phrases = (word for table in SYNONYMS.values() for word in table)
    return {part for phrase in phrases for part in re.findall(r"[a-z]{3,}", phrase)}


KNOWN_WORDS: frozenset[str] = frozenset({*_common_words(), *_trade_words(), *ORDINALS, *NUMBERS})
"""The words a typo may have meant, and those that are never one."""

COLOURS: dict[str, str] = {
    "red": "#b3302a",
    "crimson": "#8f1d2c",
    "orange": "#d98a3d",
    "amber": "#d9972f",
    "yellow": "#d8b93c",
    "gold": "#c9a13b",
    "golden": "#d6a545",
    "green": "#3f7d4f",
    "teal": "#1f6f78",
    "cyan": "#3ba7b5",
    "blue": "#2f5f9e",
    "navy": "#1b2a49",
    "purple": "#5e3f8c",
    "violet": "#6b4aa0",
    "pink": "#d57a9b",
    "magenta": "#a83279",
    "brown": "#6b4a30",
    "black": "#14161a",
    "white": "#f1ece0",
    "grey": "#8a9096",
    "silver": "#b5bcc4",
    "beige": "#d8c7a3",
    "cream": "#f1e4c8",
    "sepia": "#7a5b3a",
    "rust": "#9c4a2b",
}

STOPWORDS = frozenset(
    """a an and are as at be been but by can could did do does for from get give go had has have he
    her hers him his i if in into is it its just let like make me more my no not of off on one
    ones only or our out please put really she should so some that the their them then there
    these they this those to too us very was we were when where which while who will with would
    you your when instead bit little need want shot shots scene scenes film take takes again
    also maybe now keep lot touch way much all every than s t don doesn didn isn hold cut
    whole""".split()
)


PARTICLES = frozenset({"up", "down", "away", "back", "off", "across", "along", "over", "around"})
"""Small words that help to tell two actions apart, but never name one alone."""


def stem(word: str) -> str:
    """A word without its commonest endings: "looks", "looked" and "looking" are one."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


@cache
def content_words(text: str) -> frozenset[str]:
    """Stems of the words that say what is in a picture."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return frozenset(
        stem(w) for w in words if w not in STOPWORDS and (len(w) > 2 or w in PARTICLES)
    )
