"""A folder's name from any text: short, plain ASCII, never a path; reads no disk."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 40
PLAIN = "film"
"""The name of a film whose title has no letter we can spell."""

_SPELLED = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
    }
)
_RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789"),
}
"""Names some systems keep for themselves."""


def slug_from(text: str) -> str:
    """A name of 1 to 40 characters a-z, 0-9 and inner hyphens, e.g. "the-last-ferry"."""
    spelled = unicodedata.normalize("NFKD", text[:400].casefold()).translate(_SPELLED)
    plain = spelled.encode("ascii", "ignore").decode("ascii")
    slug = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    slug = _shortened(slug)
    if not slug:
        return PLAIN
    return f"{PLAIN}-{slug}" if slug in _RESERVED else slug


def _shortened(slug: str) -> str:
    """At most `LONGEST` characters, cut between words where there are words."""
    if len(slug) <= LONGEST:
        return slug
    head, _, _ = slug[: LONGEST + 1].rpartition("-")
    return head or slug[:LONGEST]


def numbered(slug: str, number: int) -> str:
    """The same name for the second, third… film: "the-last-ferry-2"."""
    return slug if number == 1 else f"{slug}-{number}"
