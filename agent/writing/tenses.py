"""Puts a past-tense sentence into the present; leaves what it does not know as it is."""

from __future__ import annotations

import re
from functools import cache

from agent.writing.lexicon import rows_of, words_of

WORD = re.compile(r"[A-Za-z]+")
PLURAL_SUBJECTS = frozenset("they we you i".split())
NOUN_USES = frozenset("a an the his her their my our this that".split())


@cache
def _past() -> dict[str, str]:
    """Past form -> base form."""
    forms = {row[0]: row[1] for row in rows_of("past")}
    for verb in words_of("words")["verb"]:
        stem = verb.removesuffix("e")
        forms.setdefault(f"{stem}ed", verb)
        forms.setdefault(f"{verb}{verb[-1]}ed", verb)
        if verb.endswith("y"):
            forms.setdefault(f"{verb[:-1]}ied", verb)
    return forms


def present(sentence: str) -> str:
    """The sentence in the present tense: "She found it" becomes "She finds it"."""
    words = sentence.split()
    many = False
    told: list[str] = []
    for at, word in enumerate(words):
        before = words[at - 1].lower().strip(",;") if at else ""
        many = _many(words, at, many)
        told.append(_now(word, before, many))
    return " ".join(told)


def _many(words: list[str], at: int, many: bool) -> bool:
    """Whether the subject so far is of many: "they", "Mira and Jonas", "the sisters"."""
    before = words[at - 1].lower().strip(",;.") if at else ""
    if before in PLURAL_SUBJECTS or (at >= 3 and words[at - 2].lower() == "and" and at <= 4):
        return True
    if before in {"she", "he", "it", "who"}:
        return False
    if at == 1 or (at == 2 and words[0].lower() in {"the", "two", "three", "all", "both"}):
        return before.endswith("s") and not before.endswith("ss")
    return many


def _now(word: str, before: str, many: bool) -> str:
    match = WORD.match(word)
    if match is None:
        return word
    low = match[0].lower()
    if low in {"was", "were"}:
        return ("is" if low == "was" else "are") + word[match.end() :]
    if low in {"had", "has"}:
        return ("have" if many else "has") + word[match.end() :]
    if low in {"could", "would"}:
        return ("can" if low == "could" else "will") + word[match.end() :]
    base = _past().get(low)
    if base is None or before in NOUN_USES or before in {"is", "are", "was", "were", "had", "has"}:
        return word
    return (base if many else third(base)) + word[match.end() :]


def third(base: str) -> str:
    """The verb with she or he: "carry" -> "carries"."""
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{base}es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}s"
