"""The title page of an FDX file: lines on a page there, keys and values here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from memory.marks import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element as Node

KEY = "Key"
"""An attribute of ours that says which key a line belongs to; other programs pass over it."""

_CENTRED = ("title", "credit", "author", "authors", "source")
_CREDIT = re.compile(r"^(?:(?:written|screenplay|story|teleplay|created|adapted)\b.*\b)?by$", re.I)
_SOURCE = re.compile(r"^(?:based (?:on|upon)|from the|adapted from)\b", re.IGNORECASE)
_DATE = re.compile(r"\bdraft\b|^\W*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\W*$|\b(?:19|20)\d\d$", re.I)
_LABEL = re.compile(r"^([^\W\d_][\w -]{0,30}):\s+(.*)$")


def title_paragraphs(page: dict[str, str]) -> list[str]:
    """The paragraphs of the page as XML, each line with its key."""
    out: list[str] = []
    for key, value in page.items():
        centred = key.casefold() in _CENTRED
        side = "Center" if centred else "Left"
        for line in value.split("\n"):
            words = escape(plain(line) if centred else line)
            mark = f" {KEY}={quoteattr(key)}"
            raw = f" Written={quoteattr(line)}" if plain(line) != line and centred else ""
            out.append(
                f'<Paragraph Type="Action" Alignment="{side}"{mark}{raw}>'
                f"<Text>{words}</Text></Paragraph>"
            )
    return out


def read_title_page(lines: Sequence[tuple[Node, str]]) -> dict[str, str]:
    """Keys and values: by our own marks, else by what a line says and where it stands."""
    page: dict[str, list[str]] = {}
    guessing = _Guess()
    for node, words in lines:
        key = node.get(KEY, "") or (guessing.key(words, node.get("Alignment", "")) if words else "")
        if not key:
            continue
        label = _LABEL.match(words)
        labelled = label is not None and KEY not in node.attrib and key == label.group(1)
        value = label.group(2) if label and labelled else words
        page.setdefault(key, []).append(node.get("Written", value))
    return {key: "\n".join(values).strip("\n") for key, values in page.items()}


class _Guess:
    """Which key a line of a stranger's title page is under: title, credit, author, the rest."""

    def __init__(self) -> None:
        self._last = ""

    def key(self, words: str, side: str) -> str:
        """The key of the next line."""
        label = _LABEL.match(words)
        if label and side != "Center":
            return label.group(1)
        self._last = self._next(words, side)
        return self._last

    def _next(self, words: str, side: str) -> str:
        if _CREDIT.match(words):
            return "Credit"
        if _SOURCE.match(words):
            return "Source"
        if self._last == "Credit":
            return "Author"
        if side == "Center" and self._last in {"", "Title", "Source", "Author"}:
            return self._last or "Title"
        return "Draft date" if _DATE.search(words) else "Contact"
