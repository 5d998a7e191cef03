"""Notes in German, French, Spanish and Chinese, put into the English the rules read."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

ENOUGH_MARKS = 0.5
"""Share of a note's words that must belong to a language before it is taken for it."""


@cache
def _tables() -> dict[str, Any]:
    text = files("agent.notes").joinpath("data/foreign.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def _phrases(language: str) -> dict[str, str]:
    """The phrases of a language, also as they are typed without accents."""
    own: dict[str, str] = _tables()[language]["phrases"]
    return {**{_folded(phrase): plain for phrase, plain in own.items()}, **own}


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in plain if not unicodedata.combining(c)))


@cache
def _words_of(language: str) -> frozenset[str]:
    table = _tables()[language]
    spoken = {word for phrase in _phrases(language) for word in phrase.split()}
    turned = " ".join(pattern.pattern for pattern, _ in _turns(language))
    told = {word for word in re.findall(r"[^\W\d_]{4,}", turned) if word != "quote"}
    return frozenset(spoken) | frozenset(table["mark"]) | told


def foreign_word(word: str, language: str) -> bool:
    """Whether a word belongs to a language's own table."""
    return language in _tables() and word in _words_of(language)


LETTERS = frozenset("abc")
"""What options are called: an answer of one letter is in no language."""


def language_of(text: str) -> str:
    """The language of a note: "en" unless its words say otherwise."""
    if re.search(r"[\u4e00-\u9fff]", text):
        return "zh"
    found = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text)
    words = [word for word in found if word.lower() not in LETTERS]
    if not words:
        return "en"
    shares = {lang: _share(words, lang) for lang in ("de", "fr", "es")}
    best = max(shares, key=lambda lang: shares[lang])
    return best if shares[best] >= ENOUGH_MARKS else "en"


@cache
def _turns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Turns of phrase, in order: their words stand otherwise in English."""
    text = files("agent.notes").joinpath("data/turns.toml").read_text("utf-8")
    edges = ("", "") if language == "zh" else (r"(?<!\w)(?:", r")(?!\w)")
    rows = tomllib.loads(text)[language]
    return tuple(
        (re.compile(_turn(row["say"], edges)), _back(row["means"])) for row in rows["turns"]
    )


def _turn(say: str, edges: tuple[str, str]) -> str:
    """The pattern of a row; "quote" stands for a quoted text by its number."""
    held = re.sub(r"quote(?!\(|\d)", r"(?P<quote>quote\\d)", say)
    return f"{edges[0]}{held}{edges[1]}"


def _back(means: str) -> str:
    return re.sub(r"quote(?!\\)", r"\\g<quote>", means)


@cache
def _english() -> frozenset[str]:
    from agent.notes.lexicon import KNOWN_WORDS, STOPWORDS

    return KNOWN_WORDS | STOPWORDS


def _share(words: list[str], language: str) -> float:
    own = _words_of(language)
    said = [w for w in words if w in own or w.rpartition("'")[2] in own]
    telling = [w for w in said if w not in _english()]
    return len(said) / len(words) if telling else 0.0


@cache
def _pattern(language: str) -> re.Pattern[str]:
    phrases = sorted(_phrases(language), key=len, reverse=True)
    inner = "|".join(map(re.escape, phrases))
    return re.compile(inner if language == "zh" else rf"(?<!\w)({inner})(?!\w)")


ORDINAL = re.compile(r"第([一二三四五六七八九十两]{1,3}|\d{1,3})(?:个|号|条)?镜头")
HAN_DIGITS = {sign: at for at, sign in enumerate("一二三四五六七八九", 1)} | {"两": 2}


def _counted(said: str) -> int:
    """A number up to 99 in Han signs or figures."""
    if said.isdigit():
        return int(said)
    tens, ten, ones = said.rpartition("十")
    return (HAN_DIGITS.get(tens, 1) * 10 if ten else 0) + HAN_DIGITS.get(ones, 0)


def into_english(text: str, language: str) -> str:
    """The note with every phrase of the table in English; other words stay."""
    phrases, text = _phrases(language), " ".join(text.split())
    for pattern, means in _turns(language):
        text = pattern.sub(means, text)
    if language == "zh":
        text = ORDINAL.sub(lambda m: f" shot {_counted(m[1])} ", text)
    text = _pattern(language).sub(lambda m: phrases[m[0]], text)
    if language == "zh":
        text = re.sub(r"[，。、；：！？]", ", ", text)
    return re.sub(r"\s+", " ", text)


@cache
def _sentences() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    text = files("agent.notes").joinpath("data/sentences.toml").read_text("utf-8")
    rows = tomllib.loads(text)["sentence"]
    return tuple((re.compile(row["en"]), row) for row in rows)


def in_language(text: str, language: str) -> str:
    """A sentence of a reply in the note's language, where there is one; else as it is."""
    for pattern, row in _sentences() if language != "en" else ():
        match = pattern.fullmatch(text)
        if match and language in row:
            told = _ways_in(match.expand(row[language]), language)
            return re.sub(r"(?<=\d) and (?=\d)", f" {AND[language]} ", told)
    return text


AND = {"de": "und", "fr": "et", "es": "y", "zh": "和"}
OR = {"de": "oder", "fr": "ou", "es": "o", "zh": "或"}


@cache
def _ways() -> tuple[dict[str, str], ...]:
    text = files("agent.notes").joinpath("data/ways.toml").read_text("utf-8")
    return tuple(sorted(tomllib.loads(text)["way"], key=lambda row: -len(row["en"])))


def _ways_in(text: str, language: str) -> str:
    """The ways of an offer in another language: "A: ...; or B: ..."."""
    if "A: " not in text:
        return text
    for row in _ways():
        text = text.replace(f": {row['en']}", f": {row[language]}")
    return text.replace("; or ", f"; {OR[language]} ")
