"""A note made plain: lower case, digits for number words, English, typos mended.

Knows the words of notes, not what they mean. What stands in quotes is kept aside verbatim, so that
a line of dialogue is never read as an instruction.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from agent.notes.foreign import foreign_word, into_english, language_of
from agent.notes.lexicon import KNOWN_WORDS, NUMBERS, SLANG

LONGEST_NOTE = 2_000
"""Letters; what is longer is a text to work from, not a note."""

QUOTED = re.compile(r'"([^"]{1,1000})"|“([^”]{1,1000})”|„([^“”]{1,1000})[“”]|«([^»]{1,1000})»')
SINGLE_QUOTED = re.compile(r"(?<!\w)['‘](?=\S)([^\n]{2,1000}?)['’](?!\w)")
UNIT = r"(?:seconds?|secs?|s|frames?|beats?|minutes?)"


@dataclass(frozen=True, slots=True)
class Note:
    """A note, as said and as read. `quotes` stand in `text` as "quote0", "quote1"…"""

    raw: str
    text: str
    quotes: tuple[str, ...] = ()
    language: str = "en"
    too_long: bool = False

    def original(self, fragment: str) -> str:
        """A fragment of `text` in the letter case and words of the creator, quotes put back."""
        for at, quote in enumerate(self.quotes):
            fragment = fragment.replace(f"quote{at}", quote)
        words = [re.escape(word) for word in fragment.split()]
        found = re.search(r"\W+".join(words), self.raw, re.IGNORECASE) if words else None
        return found[0] if found else fragment


def normalise(words: str, names: Iterable[str] = ()) -> Note:
    """The note in plain English. `names` are words of this film, never taken for typos."""
    clean = _clean(words[: LONGEST_NOTE * 2])
    raw = clean.strip()
    if len(words) > LONGEST_NOTE:
        return Note(raw=raw, text="", too_long=True)
    text, quotes = _take_quotes(raw)
    text = _straight(text).lower()
    language = language_of(text)
    if language != "en":
        text = into_english(text, language)
    text = _slang(text)
    text = _mend(text, frozenset(_name_words(names)), language)
    text = _numbers(_slang(text))
    return Note(raw=raw, text=_tidy(text), quotes=tuple(quotes), language=language)


def _clean(words: str) -> str:
    text = unicodedata.normalize("NFC", words)
    return "".join(c if c.isprintable() else " " for c in text)


def _straight(text: str) -> str:
    table = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": " - ", "…": ".", "´": "'"})
    return text.translate(table)


def _tidy(text: str) -> str:
    text = re.sub(r"\s+([,;:.!?])", r"\1", re.sub(r"\s+", " ", text))
    return text.strip(" .!,;")


def _take_quotes(text: str) -> tuple[str, list[str]]:
    quotes: list[str] = []

    def keep(match: re.Match[str]) -> str:
        quotes.append(next(group for group in match.groups() if group).strip())
        return f" quote{len(quotes) - 1} "

    text = QUOTED.sub(keep, text)
    return SINGLE_QUOTED.sub(keep, text), quotes


def _name_words(names: Iterable[str]) -> Iterable[str]:
    for name in names:
        yield from re.findall(r"[^\W\d_]+", name.lower())


@cache
def _slang_pattern() -> re.Pattern[str]:
    return re.compile(r"\b(" + "|".join(sorted(map(re.escape, SLANG), key=len, reverse=True)) + r")\b")


def _slang(text: str) -> str:
    return _slang_pattern().sub(lambda m: SLANG[m[1]], text)


def _mend(text: str, names: frozenset[str], language: str) -> str:
    return re.sub(r"[^\W\d_]{3,}(?:'[a-z]+)?", lambda m: _mended(m[0], names, language), text)


@cache
def _mended(word: str, names: frozenset[str], language: str) -> str:
    """A misspelt word of the lexicon, put right; any other word as it is.

    Only near misses count, and never a word that an ordinary English text may hold.
    """
    stem = word.partition("'")[0]
    if not word.isascii() or stem in KNOWN_WORDS or stem in names or f"{stem}s" in names:
        return word
    if stem.endswith("s") and stem[:-1] in KNOWN_WORDS | names:
        return word
    if language != "en" and foreign_word(stem, language):
        return word
    near = difflib.get_close_matches(stem, KNOWN_WORDS, n=1, cutoff=0.8 if len(stem) > 3 else 0.66)
    if near and near[0][0] == stem[0] and sorted(near[0]) == sorted(stem):
        return near[0]
    sure = len(stem) >= 4 and near and near[0][0] == stem[0] and abs(len(near[0]) - len(stem)) <= 1
    return near[0] if sure and _is_slip(stem, near[0]) else word


def _is_slip(word: str, meant: str) -> bool:
    """One letter more, less, doubled, swapped or wrong inside a word; endings are grammar."""
    if word[-1] != meant[-1] and len(word) < 6:
        return False
    return word not in {meant + "s", meant + "d", meant + "ed", meant + "er"} and meant not in {
        word + "s",
        word + "r",
        word + "d",
    }


PRONOUN_ONE = (
    r"(?<!\bthe )(?<!\bthis )(?<!\bthat )(?<!\bwhich )(?<!\bno )(?<!\blast )(?<!\bfirst )(?<!\bevery )"
    r"\bone\b(?! where| who| of| with| when| that| before| after| more)"
)
NUMBER_WORD = re.compile(
    rf"{PRONOUN_ONE}(?!-shot)|\b(?:{'|'.join(n for n in NUMBERS if n != 'one')})\b(?!-shot)"
)


def _numbers(text: str) -> str:
    text = re.sub(r"\bhalf (?:a|of a) (second|sec|minute)\b", r"0.5 \1s", text)
    text = re.sub(r"\b(?:a|an|1) (?:second|sec) and a half\b", "1.5 seconds", text)
    text = re.sub(r"\b(\w+) and a half (seconds?)\b", _and_a_half, text)
    text = re.sub(r"\b(?:a couple of|a couple) (seconds|frames|beats|shots)\b", r"2 \1", text)
    text = re.sub(r"\b(?:a|another|one) (second|sec|frame|minute)\b(?! shot| take)", r"1 \1", text)
    text = re.sub(r"\b(?:two) (shots?)\b", r"two-shot" if "two shots" not in text else r"2 \1", text)
    text = NUMBER_WORD.sub(lambda m: str(NUMBERS[m[0]]), text)
    text = re.sub(r"#\s?(\d)", r"shot \1", text)
    text = re.sub(r"\b(?:number|no\.|nr\.?) (\d)", r"shot \1", text)
    return re.sub(r"(\d+(?:\.\d+)?)\s?(?:secs?|s)\b", r"\1 seconds", text)


def _and_a_half(match: re.Match[str]) -> str:
    word = match[1]
    whole = NUMBERS.get(word) or (int(word) if word.isdigit() else None)
    return match[0] if whole is None else f"{whole}.5 {match[2]}"
