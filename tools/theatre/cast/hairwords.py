"""Hair and beard from words. Draws nothing."""

from __future__ import annotations

import re
from typing import Any

from tools.theatre.cast.colour import chance, from_hex, hair_colour_in, pick

_STYLES = {
    "bald": "bald", "balding": "fringe", "shaved head": "bald", "shaven": "bald",
    "receding": "fringe", "bun": "bun", "chignon": "bun", "topknot": "bun", "updo": "bun",
    "ponytail": "ponytail", "pigtails": "pigtails", "braid": "braid", "braids": "braids",
    "braided": "braid", "plait": "braid", "plaits": "braids", "dreadlocks": "locs",
    "locs": "locs", "wispy": "fuzz", "fuzz": "fuzz",
    "afro": "afro", "curly": "curly", "curls": "curly", "frizzy": "curly", "wavy": "wavy",
    "long": "long", "shoulder-length": "bob", "bob": "bob", "bobbed": "bob", "pixie": "short",
    "short": "short", "cropped": "crop", "crop": "crop", "buzz": "crop", "crew cut": "crop",
    "messy": "messy", "tousled": "messy", "spiky": "messy", "unruly": "messy", "wild": "messy",
    "slicked": "short", "neat": "short",
}  # fmt: skip
_BEARDS = {
    "clean-shaven": "", "clean shaven": "", "stubble": "stubble", "unshaven": "stubble",
    "goatee": "goatee", "moustache": "moustache", "mustache": "moustache", "bearded": "beard",
    "beard": "beard", "whiskers": "beard", "long beard": "long beard",
    "short beard": "short beard", "trimmed beard": "short beard",
}  # fmt: skip
_CHOSEN = {
    "she": ("bob", "long", "bun", "wavy", "ponytail", "short", "curly"),
    "he": ("short", "crop", "messy", "curly", "fringe"),
    "they": ("short", "bob", "messy", "curly", "bun"),
}
_COLOURS = ("#2c2529", "#573a29", "#3b2a22", "#6b4428", "#8a5a30", "#c99f54", "#7a3a28")


def _found(text: str, table: dict[str, str]) -> str | None:
    for word in sorted(table, key=lambda w: (-len(w), w)):
        if re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])", text):
            return table[word]
    return None


def hair_of(
    words: str, everything: str, age: str, lean: str, name: str, seed: int, notes: list[str]
) -> dict[str, Any]:
    """Return hair_style, hair and beard for a look; what the words leave open is chosen by hash.

    Args:
        words: the character's `hair`.
        everything: all descriptions, searched for beards.
        age: baby, child, teen, young, adult or old.
        lean: she, he or they.
        name: of the character, for the hash.
        seed: of the film, for the hash.
        notes: gets a line per guess.
    """
    style = _found(words, _STYLES)
    if style is None:
        # words about hair mean that there is some
        choices = tuple(s for s in _CHOSEN[lean] if s != "fringe" or not words)
        if age in ("child", "baby"):
            choices = ("bob", "messy", "short", "curly", "wavy") if age == "child" else ("fuzz",)
        style = pick(choices, seed, name, "hair")
        notes.append(f"hair chosen: {style}")
    colour = hair_colour_in(words)
    if colour is None and age == "old":
        colour = from_hex(pick(("#a5a3a0", "#bdbcba", "#d4d1ca"), seed, name, "grey"))
    if colour is None:
        colour = from_hex(pick(_COLOURS, seed, name, "haircolour"))
        notes.append("hair colour chosen")
    beard = _found(everything, _BEARDS)
    if beard is None:
        beard = ""
        if lean == "he" and age in ("adult", "old") and chance(seed, name, "beard") < 0.3:
            beard = pick(("beard", "moustache", "stubble"), seed, name, "beard kind")
            notes.append(f"{beard} chosen")
    bangs = any(w in words for w in ("fringe", "bangs")) and style not in ("fringe", "bald")
    return {"hair_style": style, "hair": colour, "beard": beard, "bangs": bangs}
