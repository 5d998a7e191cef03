"""A note made plain: lower case, digits for number words, English, typos mended.

Knows the words of notes, not what they mean. What stands in quotes is kept aside verbatim, so that
a line of dialogue is never read as an instruction.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from agent.notes.foreign import foreign_word, into_english, language_of
from agent.notes.idiom import in_plain_words
from agent.notes.levers import corrected, moved_plainly
from agent.notes.lexicon import KNOWN_WORDS, NUMBERS, SLANG

LONGEST_NOTE = 2_000
"""Letters; what is longer is a text to work from, not a note."""

QUOTED = re.compile(r'"([^"]{1,1000})"|“([^”]{1,1000})”|„([^“”]{1,1000})[“”]|«([^»]{1,1000})»')
SINGLE_QUOTED = re.compile(r"(?<!\w)['‘](?=\S)([^\n]{2,1000}?)['’](?!\w)")
UNIT = r"(?:seconds?|secs?|s|frames?|beats?|minutes?)"


@dataclass(frozen=True, slots=True)
class Note:
    """A note, as said and as read; `quotes` stand in `text` as "quote0" and so on."""

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
    text = in_plain_words(moved_plainly(corrected(_tidy(text))))
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
    return re.compile(
        r"\b(" + "|".join(sorted(map(re.escape, SLANG), key=len, reverse=True)) + r")\b"
    )


def _slang(text: str) -> str:
    return _slang_pattern().sub(lambda m: SLANG[m[1]], text)


def _mend(text: str, names: frozenset[str], language: str) -> str:
    return re.sub(r"[^\W\d_]{3,}(?:'[a-z]+)?", lambda m: _mended(m[0], names, language), text)


@cache
def _mended(word: str, names: frozenset[str], language: str) -> str:
    """A misspelt word of the lexicon, put right; any other word as it is.

    Only slips of the keyboard count (swapped, missing, doubled letters), since a note also holds
    words of the story that no list knows: a boat is not a beat, a coast is not a coat.
    """
    stem = word.partition("'")[0]
    if not word.isascii() or _is_known(stem, names):
        return word
    if language != "en" and foreign_word(stem, language):
        return word
    near = [known for known in _alike(stem) if is_slip(stem, known)]
    return min(near, key=lambda known: (sorted(known) != sorted(stem), known)) if near else word


def _is_known(word: str, names: frozenset[str]) -> bool:
    forms = {
        word,
        word.removesuffix("s"),
        word.removesuffix("ed"),
        word.removesuffix("ing"),
        f"{word}s",
    }
    return bool(forms & (KNOWN_WORDS | names))


def _alike(word: str) -> list[str]:
    return [k for k in KNOWN_WORDS if k[0] == word[0] and abs(len(k) - len(word)) <= 1]


def is_slip(word: str, meant: str) -> bool:
    """Whether a word is a known one with two letters swapped, one missing, doubled or mistyped."""
    if len(word) == len(meant):
        wrong = [at for at in range(len(word)) if word[at] != meant[at]]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(word) == sorted(meant)
        mistyped = len(wrong) == 1 and len(word) >= 6 and wrong[0] < len(word) - 1
        by_ear = len(wrong) == 1 and len(word) >= 5 and word[wrong[0]] == "z"
        if by_ear and meant[wrong[0]] in "cs":
            return True
        return swapped or mistyped
    longer, shorter = (meant, word) if len(meant) > len(word) else (word, meant)
    gaps = [at for at in range(len(longer)) if longer[:at] + longer[at + 1 :] == shorter]
    if not gaps or len(word) < 5:
        return False
    at = gaps[0]
    doubled = longer[at] in {longer[at - 1 : at], longer[at + 1 : at + 2]} or len(gaps) > 1
    vowel_left_out = longer is meant and longer[at] in "aeiou" and 0 < at < len(longer) - 1
    return doubled or vowel_left_out or (len(word) >= 8 and 0 < at < len(longer) - 1)


COUNTED_ONE = (
    r"(?<=shot )one\b|(?<=scene )one\b|(?<=take )one\b|(?<=number )one\b|"
    r"\bone(?= (?:seconds?|shots?|stops?|sizes?|"
    r"frames?|beats?|takes?|minutes?|percent|more)\b)|(?<=\bin )one\b(?! of)|"
    r"(?<=\binto )one\b|(?<=\band )one\b(?! of)"
)
NUMBER_WORD = re.compile(
    rf"{COUNTED_ONE}|\b(?:{'|'.join(n for n in NUMBERS if n != 'one')})\b(?!-shot)"
)


ONES = "|".join(word for word, n in NUMBERS.items() if n < 10)
TENS = "|".join(word for word, n in NUMBERS.items() if n >= 20)
TENS_AND_ONES = re.compile(rf"\b({TENS})[- ]({ONES})\b(?!-shot)")
SHARES = (
    (r"\b(?:half|0\.5) (?:(?:a|of a) )?(second|sec|minute)s?\b", r"0.5 \1s"),
    (r"\b(?:a )?quarter (?:of a |of |a )?(second|sec|minute)\b", r"0.25 \1s"),
    (r"\bthree[- ]quarters of a (second|sec|minute)\b", r"0.75 \1s"),
    (r"\b(?:a|an|1|one) (?:second|sec) and a half\b", "1.5 seconds"),
    (r"\bhalf a dozen (frames?|seconds?)\b", r"6 \1"),
    (r"\ba dozen (frames?|seconds?)\b", r"12 \1"),
    (r"\ba few (more |extra )?(seconds|secs|frames)\b", r"3 \1\2"),
    (r"\ba couple (?:of )?(more |extra )?(seconds|secs|frames|beats|shots)\b", r"2 \1\2"),
    (r"\ban? (?:extra|additional|further) (second|sec|frame|minute)\b", r"1 more \1"),
    (r"\b(another|(?:one|1) more) (second|sec|frame|minute)\b(?! shot| take)", r"1 more \2"),
    (r"\b(?:a|one) (second|sec|frame|minute)\b(?! shot| take| time)", r"1 \1"),
)
"""Parts and small counts of a unit of time."""
MORE = re.compile(
    r"\b(?:another|an? (?:extra|additional|further|whole)|extra|additional) "
    r"(\d[\d.]*) (seconds?|frames?|minutes?)\b"
)


def _numbers(text: str) -> str:
    text = TENS_AND_ONES.sub(lambda m: str(NUMBERS[m[1]] + NUMBERS[m[2]]), text)
    text = re.sub(r"\b(\w+) and a half (seconds?)\b", _and_a_half, text)
    for said, plain in SHARES:
        text = re.sub(said, plain, text)
    text = re.sub(
        r"\b(?:two) (shots?)\b", r"two-shot" if "two shots" not in text else r"2 \1", text
    )
    text = NUMBER_WORD.sub(lambda m: str(NUMBERS[m[0]]), text)
    text = re.sub(r"#\s?(\d)", r"shot \1", text)
    text = re.sub(r"\b(?:number|no\.|nr\.?) (\d)", r"shot \1", text)
    text = re.sub(r"(\d+(?:\.\d+)?)\s?(?:secs?|s)\b", r"\1 seconds", text)
    return MORE.sub(r"\1 more \2", text)


def _and_a_half(match: re.Match[str]) -> str:
    word = match[1]
    whole = NUMBERS.get(word) or (int(word) if word.isdigit() else None)
    return match[0] if whole is None else f"{whole}.5 {match[2]}"
