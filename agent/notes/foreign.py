"""Notes in German, French, Spanish and Chinese, put into the English the rules read."""

from __future__ import annotations

import re
import tomllib
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
def _words_of(language: str) -> frozenset[str]:
    table = _tables()[language]
    spoken = {word for phrase in table["phrases"] for word in phrase.split()}
    return frozenset(spoken) | frozenset(table["mark"])


def foreign_word(word: str, language: str) -> bool:
    """Whether a word belongs to a language's own table."""
    return language in _tables() and word in _words_of(language)


def language_of(text: str) -> str:
    """The language of a note: "en" unless its words say otherwise."""
    if re.search(r"[\u4e00-\u9fff]", text):
        return "zh"
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text)
    if not words:
        return "en"
    shares = {lang: _share(words, lang) for lang in ("de", "fr", "es")}
    best = max(shares, key=lambda lang: shares[lang])
    return best if shares[best] >= ENOUGH_MARKS else "en"


@cache
def _english() -> frozenset[str]:
    from agent.notes.lexicon import KNOWN_WORDS

    return KNOWN_WORDS


def _share(words: list[str], language: str) -> float:
    own = _words_of(language)
    said = [w for w in words if w in own or w.rpartition("'")[2] in own]
    telling = [w for w in said if w not in _english()]
    return len(said) / len(words) if telling else 0.0


@cache
def _pattern(language: str) -> re.Pattern[str]:
    phrases = sorted(_tables()[language]["phrases"], key=len, reverse=True)
    inner = "|".join(map(re.escape, phrases))
    return re.compile(inner if language == "zh" else rf"(?<!\w)({inner})(?!\w)")


def into_english(text: str, language: str) -> str:
    """The note with every phrase of the table in English; other words stay."""
    phrases = _tables()[language]["phrases"]
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
            return match.expand(row[language])
    return text
