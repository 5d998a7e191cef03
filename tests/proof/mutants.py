"""Screenplay files with things done to them that nobody would do by hand."""

from __future__ import annotations

import random
from collections.abc import Callable

from tools.formats.fdx_text import write_fdx
from tools.formats.fountain import read_fountain

KINDS = (".fountain", ".txt", ".fdx", ".md", ".spmd")
EVIL = (
    "[[", "]]", "/*", "*/", "^", "@", "!", "~", ">", "<", "=", "===", "#", "((", "))", "\t\t", "  ",
    "\r", "\x0c", "\u2028", "\u202e", "\ufeff", "\ue000", "\ue0001\ue001", "💥", "e\u0301" * 20,
    "INT. ", "EXT.", "\n\n\n", "CONT'D)", "[[shot:", "[[shot:sh1 CU 9999s]]", "\\", "***", "_", "&",
    "<Text>", "</Paragraph>", "&#0;", "]]>", "Title:", "9" * 300, "A" * 3000, "(MORE)", "1.",
)  # fmt: skip


def mutant(kind: str, text: str, chance: random.Random) -> bytes:
    """The bytes of a mutated file of a kind."""
    if kind == ".fdx":
        return _spoilt_fdx(text, chance)
    for _ in range(chance.randint(1, 12)):
        text = chance.choice(_DONE)(text, chance) or text
    data = text.encode("utf-8", "replace")
    if chance.random() < 0.25:
        spoilt = bytearray(data)
        for _ in range(chance.randint(1, 20)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(1, 256)
        return bytes(spoilt)
    if chance.random() < 0.1:
        return text.encode(chance.choice(("utf-16", "utf-8-sig", "cp1252")), "replace")
    return data


def _spoilt_fdx(text: str, chance: random.Random) -> bytes:
    """Mostly odd words in sound XML; raw damage is refused at the door."""
    raw = chance.random() < 0.3
    for _ in range(chance.randint(1, 6)):
        text = chance.choice(_DONE)(text, chance) or text
    written = write_fdx(read_fountain(text))
    return (_put(written, chance) if raw else written).encode("utf-8", "replace")


def _put(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(EVIL) + text[at:]


def _cut(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.randint(1, 200) :]


def _repeat(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at : at + 80] * chance.randint(2, 30) + text[at:]


def _shuffle(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    some = lines[at : at + 12]
    chance.shuffle(some)
    return "\n".join([*lines[:at], *some, *lines[at + 12 :]])


def _unblank(text: str, _: random.Random) -> str:
    return text.replace("\n\n", "\n")


def _shout(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at : at + 500].upper() + text[at + 500 :]


def _indent(text: str, chance: random.Random) -> str:
    return "\n".join(" " * chance.choice((0, 0, 8, 20)) + line for line in text.split("\n"))


_DONE: tuple[Callable[[str, random.Random], str], ...] = (
    _put, _put, _put, _cut, _repeat, _shuffle, _unblank, _shout, _indent,
)  # fmt: skip
