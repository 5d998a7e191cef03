"""Set phrases of the trade put into the plain words the rules read; knows no intent."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

NUMBERED = r"(?:(?:shots? )?\d{1,3})"


REFERENCE = (
    r"(?:(?:shots? )?\d{1,3}|scenes? \d+|the [\w' -]{2,30}?"
    r"(?: shot| one| insert| close-up| wide| scene| two-shot| cutaway))"
)


TABLES = ("idioms.toml", "sayings.toml")
"""Picture, order and time first; then the cast, sound, words, history and delivery."""


@cache
def _idioms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The tables of set phrases, in their order.

    {N} stands for a shot by its number, {R} for a shot or scene by its number or what it shows.
    """
    texts = (files("agent.notes").joinpath(f"data/{table}").read_text("utf-8") for table in TABLES)
    return tuple(
        (re.compile(row["say"].replace("{N}", NUMBERED).replace("{R}", REFERENCE)), row["means"])
        for text in texts
        for row in tomllib.loads(text)["idiom"]
    )


def in_plain_words(text: str) -> str:
    """A note with every set phrase put plainly; quoted words are not in it any more."""
    for pattern, plain in _idioms():
        if pattern.search(text):
            text = pattern.sub(plain, text)
    return text
