"""Decides which kind of conflict a line holds; knows each kind's words, none of its stories."""

from __future__ import annotations

import hashlib
import re
from difflib import get_close_matches
from functools import cache

from agent.writing.casting_words import Person, roles
from agent.writing.chunks import tokens
from agent.writing.shapes import Kind, kinds

QUOTED = re.compile(r'"([^"]+)"')
KIN = frozenset(
    "mother father daughter son sister brother twin grandmother grandfather granddaughter "
    "grandson".split()
)
COUPLES = frozenset("wife husband girlfriend boyfriend lover bride groom".split())
FALLBACKS = ("discovery", "encounter", "waiting")


@cache
def marks(kind: Kind, field: str) -> tuple[str, ...]:
    """A kind's marks in a field: quoted phrases first, then single words, * open at the end."""
    text = " ".join(kind.fields.get(field, ()))
    return (*QUOTED.findall(text), *QUOTED.sub(" ", text).split())


@cache
def _all_words() -> tuple[str, ...]:
    words = {m.rstrip("*") for kind in kinds() for m in marks(kind, "words") if " " not in m}
    return tuple(sorted(w for w in words if len(w) >= 6))


def telling_words(line: str) -> frozenset[str]:
    """Every word of the line that tells of any kind: such a word is nobody's name."""
    words = [t.lower() for t in tokens(line)]
    fields = ("words", "hints")
    every = [mark for kind in kinds() for field in fields for mark in marks(kind, field)]
    return frozenset(words[i] for mark in every for i in _hits(mark, words))


def kind_of(line: str, count: int, people: tuple[Person, ...]) -> tuple[str, frozenset[str]]:
    """The kind's name and the words of the line that told it (in lower case)."""
    words = [_mended(t.lower()) for t in tokens(line)]
    written = [t.lower() for t in tokens(line)]
    scores: dict[str, int] = {}
    told: dict[str, set[str]] = {}
    for kind in kinds():
        for field, worth in (("words", 4), ("hints", 1)):
            hits = {i for mark in marks(kind, field) for i in _hits(mark, words)}
            scores[kind.name] = scores.get(kind.name, 0) + worth * len(hits)
            if field == "words":
                told[kind.name] = {written[i] for i in hits}
    for name, worth in _from_people(people).items():
        scores[name] = scores.get(name, 0) + worth
    best = max(scores, key=lambda name: scores[name])
    if scores[best] > 0:
        return best, frozenset(told[best])
    return _fallback(line, count), frozenset()


def _hits(mark: str, words: list[str]) -> set[int]:
    parts = mark.split()
    found: set[int] = set()
    for i in range(len(words) - len(parts) + 1):
        if all(_same(part, word) for part, word in zip(parts, words[i:], strict=False)):
            found |= set(range(i, i + len(parts)))
    return found


def _same(mark: str, word: str) -> bool:
    return word.startswith(mark[:-1]) if mark.endswith("*") else word == mark


def _mended(word: str) -> str:
    """The word, or the kind's word it is a slip of: "quarel" -> "quarrel"."""
    if len(word) < 6 or word in roles() or any(word.startswith(w) for w in _all_words()):
        return word
    near = get_close_matches(word, _all_words(), 1, 0.84)
    return near[0] if near else word


def _from_people(people: tuple[Person, ...]) -> dict[str, int]:
    said = [p.role for p in people]
    if sum(r in COUPLES for r in said) >= 2:
        return {"breakup": 1, "romance": 1}
    if sum(r in KIN for r in said) >= 2:
        return {"family": 1}
    odd = {"ghost", "robot", "alien", "dragon", "android", "vampire", "witch", "wizard"}
    return {"encounter": 1} if odd & set(said) else {}


def _fallback(line: str, count: int) -> str:
    if count >= 2:
        return "encounter"
    return FALLBACKS[hashlib.sha256(line.encode()).digest()[0] % len(FALLBACKS)]
