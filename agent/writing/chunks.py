"""Cuts a sentence into noun phrases with the word before them; knows no kinds, roles or places.

No grammar book: determiners, prepositions and verb forms end a phrase, what is left between them is
a noun phrase. Good enough to find who, where and what in a line; never a reason to fail.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from agent.writing.lexicon import words_of
from agent.writing.phrase import is_plural

TOKEN = re.compile(r"[^\W_][\w'’\-]*|[.,;:!?—–]")


POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s)")
ENDED = re.compile(r"\w{2}ed$")
NOT_ENDED = frozenset(
    "seed weed shed speed hundred bleed breed creed greed steed biped moped".split()
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase. `before` is the preposition in front of it, `determiner` its article or count.

    `verb_after` tells a subject: "A golem refuses". `words` are as written.
    """

    words: tuple[str, ...]
    determiner: str = ""
    before: str = ""
    verb_after: bool = False
    first: bool = False
    joined: bool = False

    @property
    def text(self) -> str:
        """The phrase in lower case, names as written."""
        return " ".join(self.words)

    @property
    def head(self) -> str:
        """Its last word, in lower case."""
        return self.words[-1].lower()


def is_word(kind: str, word: str) -> bool:
    """Whether a word belongs to a class of data/words.txt."""
    return word.lower() in words_of("words").get(kind, frozenset())


@cache
def verb_forms() -> frozenset[str]:
    """Every form of the verbs we know, base forms aside."""
    forms = set(words_of("words")["irregular"])
    for verb in words_of("words")["verb"]:
        stem = verb.removesuffix("e")
        double = verb + verb[-1]
        forms |= {f"{verb}s", f"{verb}es", f"{stem}ed", f"{stem}ing", f"{double}ed", f"{double}ing"}
        if verb.endswith("y"):
            forms |= {f"{verb[:-1]}ies", f"{verb[:-1]}ied"}
    return frozenset(forms)


def tokens(text: str) -> list[str]:
    """Words and marks. A possessive 's is cut off its word."""
    return TOKEN.findall(POSSESSIVE.sub("", text))


def chunks(text: str) -> tuple[Chunk, ...]:
    """The noun phrases of a text, in order."""
    found: list[Chunk] = []
    run: list[str] = []
    determiner = before = ""
    first, after_be, joined = True, False, False
    for word in [*tokens(text), "."]:
        role = (
            "verb"
            if after_be and word.lower() in verb_forms()
            else _role(word, run, determiner, before, joined=joined)
        )
        after_be = is_word("auxiliary", word)
        if role == "noun":
            run.append(word)
            continue
        if run:
            acts = role in {"verb", "who"}
            found.append(Chunk(tuple(run), determiner, before, acts, first, joined))
            run, first = [], False
            determiner = before = ""
        joined = word.lower() == "and" or (joined and role == "determiner")
        determiner, before = _edge(word, role, determiner, before)
        first = first or word in ".!?"
    return tuple(_kept(found))


def _edge(word: str, role: str, determiner: str, before: str) -> tuple[str, str]:
    if role == "determiner":
        return word.lower(), before
    if role == "preposition":
        return "", word.lower()
    return "", ""


def _role(word: str, run: list[str], determiner: str, before: str, *, joined: bool) -> str:
    low = word.lower()
    if not word[0].isalnum():
        return "mark"
    if low in {"who", "that", "which"}:
        return "who"
    for kind in ("determiner", "preposition"):
        if is_word(kind, low):
            return kind
    if any(is_word(kind, low) for kind in ("conjunction", "pronoun", "auxiliary", "filler")):
        return "verb" if is_word("auxiliary", low) else "stop"
    return "verb" if _is_verb(low, run, determiner, before, joined=joined) else "noun"


def _is_verb(low: str, run: list[str], determiner: str, before: str, *, joined: bool) -> bool:
    if not run:
        bare = not determiner and not before
        acts = low in verb_forms() and not low.endswith("ing")
        return (bare and acts) or (before == "to" and not determiner and is_word("verb", low))
    prior = run[-1].lower()
    if is_word("adjective", prior) and not is_word("verb", prior):
        return False
    if low in verb_forms():
        return True
    if ENDED.search(low) and low not in NOT_ENDED:
        return True
    many = joined or is_plural(prior) or run[-1][:1].isupper()
    if is_word("verb", low):
        return many
    plural_looking = low.endswith("s") and not low.endswith(("ss", "us", "is"))
    of_one = determiner in {"a", "an", "one"} or prior.endswith(("er", "or", "ist", "ian", "man"))
    return of_one and plural_looking and len(low) > 3


def _kept(found: list[Chunk]) -> list[Chunk]:
    """Without scraps: single letters, and phrases that are adjectives throughout."""
    return [c for c in found if any(len(w) > 1 and not is_word("adjective", w) for w in c.words)]
