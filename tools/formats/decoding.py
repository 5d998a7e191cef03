"""Bytes and texts that come in as a screenplay: their encoding, their size, their letters.

Knows no format.
"""

from __future__ import annotations

import re
import unicodedata

from memory.errors import BadRequest

LARGEST = 2_000_000
"""Characters; a 120-page screenplay is about 200,000."""

_AS_TEXT = "Save the screenplay as plain text (Fountain, UTF-8) and give that file."
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_PRIVATE = re.compile("[\ue000-\ue003\ud800-\udfff]")


def decode(data: bytes) -> str:
    """The text of a screenplay file.

    Raises:
        BadRequest: it is not text, is empty, or is larger than a screenplay can be.
    """
    if len(data) > 4 * LARGEST:
        raise BadRequest("That file is too large for a screenplay.", _too_large())
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        text = _utf8_or_western(data)
    check(text)
    return text


def _utf8_or_western(data: bytes) -> str:
    if b"\0" in data or data.startswith((b"%PDF", b"PK\x03\x04", b"{\\rtf")):
        raise BadRequest("That file is not plain text.", _AS_TEXT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _too_large() -> str:
    return f"Give at most {LARGEST // 1_000_000} million characters, or one part at a time."


def check(text: str) -> None:
    """Raise BadRequest for what is no text, is empty or is larger than a screenplay can be."""
    if len(text) > LARGEST:
        raise BadRequest("That text is too large for a screenplay.", _too_large())
    if "\0" in text or _share_unprintable(text[:20_000]) > 0.1:
        raise BadRequest("That is not plain text.", _AS_TEXT)
    if not text.strip("\ufeff \t\r\n"):
        raise BadRequest("The screenplay is empty.", "Give a Fountain file, or an idea to write.")


def _share_unprintable(text: str) -> float:
    """The share 0..1 of control characters and of bytes no decoding could name."""
    odd = sum(c == "\ufffd" or (c < " " and c not in "\t\n\r\v\f\x1c\x1d\x1e") for c in text)
    return odd / max(1, len(text))


def clean(text: str) -> str:
    """Plain newlines and printable characters only; tabs stay."""
    text = _PRIVATE.sub("", text.removeprefix("\ufeff"))
    text = _BREAKS.sub("\n", text)
    if text.isprintable():
        return text
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")
