"""Words as vectors, offline: hashed stems, concepts and letter groups. Knows no fact, no index.

The same text gives the same vector in every process and on every machine (CRC-32, no salt).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

DIMENSION = 384
NAME = f"roughcut-lexical-1-{DIMENSION}"
"""Stands in the index, so that vectors of another embedder are never compared with these."""
STEM_WEIGHT, CONCEPT_WEIGHT, LETTERS_WEIGHT = 1.0, 0.6, 0.5
LETTERS = 4
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
STOP_WORDS = frozenset(
    "a an the this that these those of to in on at by for with from into onto and or but as is are "
    "was were be been being am do does did done have has had it its he she they them his her hers "
    "their we our us you your i me my what who whom whose which when where why how there here any "
    "some so very just also still now then than not no one can could should would will shall may "
    "might must about tell please s t re ve ll d".split()
)

Vectors = NDArray[np.float32]
_Features = tuple[tuple[int, float], ...]


def words(text: str) -> list[str]:
    """The words of a text, lower case, possessive endings taken off."""
    found = WORD.findall(text.lower())
    return [re.sub(r"['’]s?$|(?<=s)['’]$", "", word) for word in found]


def content(text: str) -> list[str]:
    """The words that carry meaning, in order."""
    return [word for word in words(text) if word not in STOP_WORDS]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its common English endings: "carries", "carrying" -> "carr"."""
    for ending, least in (("ies", 3), ("ied", 3), ("ing", 3), ("ed", 3), ("es", 4)):
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)]
            if ending in {"ing", "ed"} and word[-1] == word[-2] and word[-1] in "bdgmnprt":
                word = word[:-1]
            break
    else:
        if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
            word = word[:-1]
    return word[:-1] if word[-1:] in {"e", "y"} and len(word) > 3 else word


@cache
def _concepts() -> dict[str, tuple[str, ...]]:
    """Stem -> the concepts it belongs to, from concepts.txt."""
    table: dict[str, list[str]] = {}
    text = (files("memory") / "concepts.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        name, colon, members = line.partition(":")
        if not colon or line.startswith("#"):
            continue
        for word in (name.strip(), *members.split()):
            table.setdefault(stem(word), []).append(name.strip())
    return {word: tuple(dict.fromkeys(names)) for word, names in table.items()}


def concepts(word: str) -> tuple[str, ...]:
    """What a word is a kind of: "cap" -> ("headwear",); empty for most."""
    return _concepts().get(stem(word), ())


@lru_cache(maxsize=50_000)
def _features(word: str) -> _Features:
    """Where a word lands in the vector, and how heavily."""
    parts = [(f"w:{stem(word)}", STEM_WEIGHT)]
    parts += [(f"c:{name}", CONCEPT_WEIGHT) for name in concepts(word)]
    framed = f"<{word}>"
    groups = [framed[at : at + LETTERS] for at in range(max(1, len(framed) - LETTERS + 1))]
    parts += [(f"l:{group}", LETTERS_WEIGHT / len(groups) ** 0.5) for group in groups]
    return tuple(_landed(text, weight) for text, weight in parts)


def _landed(text: str, weight: float) -> tuple[int, float]:
    digest = zlib.crc32(text.encode())
    return digest % DIMENSION, weight if digest & 0x8000_0000 else -weight


@lru_cache(maxsize=20_000)
def vector(text: str) -> Vectors:
    """A text as a unit vector of DIMENSION numbers; the first axis alone for a text of no words."""
    made = np.zeros(DIMENSION, dtype=np.float32)
    for word in dict.fromkeys(content(text)):
        for place, weight in _features(word):
            made[place] += weight
    length = float(np.linalg.norm(made))
    if length == 0:
        made[0] = length = 1.0
    made /= length
    made.flags.writeable = False
    return made


def embed(texts: Iterable[str]) -> Vectors:
    """Texts as rows of unit vectors, (n, DIMENSION); a dot product is their cosine."""
    rows = [vector(text) for text in texts]
    return np.stack(rows) if rows else np.zeros((0, DIMENSION), dtype=np.float32)


@lru_cache(maxsize=50_000)
def terms(text: str) -> frozenset[str]:
    """Stems and concepts of a text, for exact comparison: concepts stand in capitals."""
    found = content(text)
    named = {name.upper() for word in found for name in concepts(word)}
    return frozenset({stem(word) for word in found} | named)
