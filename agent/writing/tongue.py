"""Guesses the language of a line from its small words; knows four languages."""

from __future__ import annotations

import re

from agent.writing.lexicon import rows_of, words_of


def in_english(text: str, language: str) -> str:
    """A line with the words we know of its language in English; the others stay."""
    if language == "en":
        return text
    known = {row[0]: row[1] for row in rows_of("foreign")}
    words = re.findall(r"\w+|[^\w\s]", text)
    return " ".join(known.get(word.lower(), word) for word in words)


def language_of(text: str) -> str:
    """One of de, fr, es when at least two of its small words outvote the English ones."""
    words = [word.strip(".,;:!?") for word in text.lower().replace("'", "' ").split()]
    small = words_of("tongues")
    votes = {code: sum(word in marks for word in words) for code, marks in small.items()}
    best = max(votes, key=lambda code: (votes[code], code == "en"))
    return best if votes[best] >= 2 and votes[best] > votes.get("en", 0) else "en"
