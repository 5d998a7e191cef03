"""Colours by their names: words in, locked BGR out. Knows nothing of who wears them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from tools.theatre.cast.figure import Colour

_HEX = {
    "black": "#2b2a30", "white": "#ece7dc", "ivory": "#efe6d2", "cream": "#eadfc4",
    "grey": "#8a8d93", "gray": "#8a8d93", "silver": "#b9bcc0", "charcoal": "#474a52",
    "slate": "#5d6a78", "ash": "#a3a39d", "red": "#b5353b", "crimson": "#9c2238",
    "scarlet": "#c6322d", "burgundy": "#6f2433", "maroon": "#6a2a2c", "rust": "#a4502c",
    "wine": "#6f2433", "orange": "#d07a2c", "amber": "#d99a2e", "yellow": "#d9a323",
    "mustard": "#c0902a", "gold": "#caa03c", "golden": "#caa03c", "ochre": "#b9822f",
    "green": "#4f7d4a", "olive": "#6b6a37", "emerald": "#2c7a5a", "forest": "#34553b",
    "khaki": "#988a5d", "mint": "#8fc0a4", "sage": "#8a9a78", "teal": "#2f7477",
    "turquoise": "#3f9a9c", "cyan": "#4aa3b5", "blue": "#3d5f9a", "navy": "#2b3a5c",
    "indigo": "#3d3f7c", "denim": "#4c6486", "sky": "#7fa8cc", "azure": "#5b93c4",
    "purple": "#6b4a84", "violet": "#72559a", "lavender": "#a79ac4", "plum": "#6a3a5a",
    "lilac": "#b09cc8", "magenta": "#a83a78", "pink": "#d48a9c", "rose": "#c66f7c",
    "coral": "#d8705c", "peach": "#e2a582", "salmon": "#d98a74", "brown": "#6f4a32",
    "tan": "#b58d62", "beige": "#c9b491", "camel": "#b3874f", "chestnut": "#6b3f2a",
    "chocolate": "#4c3124", "copper": "#a8643c", "bronze": "#8c6a3c", "sand": "#c8ae82",
    "sandy": "#c8a468", "leather": "#6b4a34", "straw": "#d2b569", "tweed": "#7d6c54",
    "tweeds": "#7d6c54", "oilskin": "#d9a323", "oilskins": "#d9a323", "jeans": "#46607f",
    "tartan": "#8a3a3a", "plaid": "#8a4038",
}  # fmt: skip
_HAIR_HEX = {
    "black": "#2c2529", "brown": "#573a29", "dark": "#33261f", "blond": "#c99f54",
    "blonde": "#c99f54", "fair": "#c4a062", "golden": "#c8963f", "red": "#9c4a26",
    "ginger": "#b0602c", "auburn": "#7a3a28", "copper": "#a0562e", "chestnut": "#5f3524",
    "grey": "#a5a3a0", "gray": "#a5a3a0", "greying": "#82756a", "graying": "#82756a",
    "silver": "#bdbcba", "white": "#dad7d0", "sandy": "#b08c56", "blue": "#4a69a4",
    "pink": "#c47a94", "green": "#557d5a", "purple": "#6b4a84", "salt": "#8f8a84",
    "raven": "#26242c", "snowy": "#e2dfd8",
}  # fmt: skip
_SKIN = ("#f0c9ac", "#e6b492", "#d9a07c", "#c68a64", "#a86f4c", "#855438", "#643e2a")
_SKIN_WORDS = {
    "pale": 0, "fair": 0, "light": 1, "freckled": 0, "rosy": 1, "olive": 2, "tanned": 3,
    "tan": 3, "weathered": 2, "sunburnt": 2, "brown": 4, "bronze": 4, "dark": 5, "black": 6,
    "ebony": 6,
}  # fmt: skip
_SHADES = {
    "dark": 0.72, "deep": 0.75, "light": 1.22, "pale": 1.28, "bright": 1.12, "faded": 1.1,
    "dusty": 0.95, "worn": 0.95,
}  # fmt: skip
_WORD = re.compile(r"[a-z]+")


def from_hex(text: str) -> Colour:
    """Return '#rrggbb' as BGR floats, 0..255."""
    return (float(int(text[5:7], 16)), float(int(text[3:5], 16)), float(int(text[1:3], 16)))


def shade(colour: Colour, gain: float) -> Colour:
    """Return colour made lighter or darker by a factor, kept in 0..255."""
    b, g, r = (min(250.0, max(0.0, round(v * gain, 1))) for v in colour)
    return (b, g, r)


def blend(one: Colour, other: Colour, share: float) -> Colour:
    """Return a mix with `share` (0..1) of the other colour."""
    b, g, r = (round(p + (q - p) * share, 1) for p, q in zip(one, other, strict=True))
    return (b, g, r)


def colour_in(text: str) -> Colour | None:
    """Return the cloth colour named in the text, with a word such as 'dark' applied, or None."""
    gain = 1.0
    for word in _WORD.findall(text.lower()):
        if word in _HEX:
            return shade(from_hex(_HEX[word]), gain)
        gain = _SHADES.get(word, gain)
    return None


def hair_colour_in(text: str) -> Colour | None:
    """Return the hair colour named in the text, greying mixed in, or None."""
    words = _WORD.findall(text.lower())
    greying = any(w in ("greying", "graying") for w in words)
    plain = [w for w in words if w in _HAIR_HEX and w not in ("greying", "graying", "dark")]
    if not plain:
        dark = "dark" in words
        return (
            from_hex(_HAIR_HEX["greying"] if greying else _HAIR_HEX["dark"])
            if (greying or dark)
            else None
        )
    found = from_hex(_HAIR_HEX[plain[0]])
    if "dark" in words:
        found = shade(found, 0.75)
    if "light" in words:
        found = shade(found, 1.2)
    return blend(found, from_hex(_HAIR_HEX["grey"]), 0.42) if greying else found


def skin_in(text: str) -> Colour | None:
    """Return the skin tone named as '<word> skin' or 'complexion', or None."""
    match = re.search(r"([a-z]+)[ -](?:brown )?(?:skin|skinned|complexion)", text.lower())
    tone = _SKIN_WORDS.get(match.group(1)) if match else None
    return from_hex(_SKIN[tone]) if tone is not None else None


def skin_tone(step: int) -> Colour:
    """Return one of the skin tones; any integer is legal."""
    return from_hex(_SKIN[step % len(_SKIN)])


def stable(seed: int, *keys: str) -> int:
    """Return a number that depends on nothing but the seed and the keys."""
    text = "\x1f".join((str(seed), *keys)).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.sha256(text).digest()[:8], "big")


def chance(seed: int, *keys: str) -> float:
    """Return a stable number in 0..1 for the seed and the keys."""
    return (stable(seed, *keys) >> 11) / float(1 << 53)


def pick(options: Iterable[str], seed: int, *keys: str) -> str:
    """Return one option, always the same for the seed and the keys."""
    choices = tuple(options)
    return choices[stable(seed, *keys) % len(choices)]
