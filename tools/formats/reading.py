"""Any screenplay that comes in -> Script: Fountain, FDX, a page out of a PDF, a pasted chat."""

from __future__ import annotations

from memory.script import Script
from tools.formats.chat import looks_like_chat, read_chat
from tools.formats.decoding import check, decode
from tools.formats.fdx import read_fdx
from tools.formats.fountain import looks_like_screenplay, read_fountain
from tools.formats.pages import from_pages, looks_like_pages

KINDS = (".fountain", ".fdx", ".txt", ".md", ".spmd")
"""Ends of file names that are read."""


def read_file(data: bytes, kind: str) -> Script | None:
    """The screenplay of a file; None when it is prose: a story or an idea.

    Args:
        data: The file.
        kind: How its name ends (".fdx"); a file that begins as FDX is read as it is.

    Raises:
        BadRequest: it is no text, empty, damaged, or too large.
    """
    if kind == ".fdx" or data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml"):
        return read_fdx(data)
    return read_text(decode(data), sure=kind in {".fountain", ".spmd"})


def read_text(text: str, *, sure: bool = False) -> Script | None:
    """The screenplay of a text however it was pasted; None when it is prose.

    Args:
        text: What was pasted.
        sure: It is said to be Fountain, so that no other shape is guessed.

    Raises:
        BadRequest: it is no text, empty or too large.
    """
    check(text)
    if sure:
        return read_fountain(text)
    if looks_like_pages(text):
        return read_fountain(from_pages(text))
    if looks_like_chat(text) and not _has_heading(text):
        return read_chat(text)
    return read_fountain(text) if looks_like_screenplay(text) else None


def _has_heading(text: str) -> bool:
    return any(scene.heading is not None for scene in read_fountain(text).scenes())
