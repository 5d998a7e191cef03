"""What a creator hands in: an idea, or a file with a screenplay or a story. Makes nothing of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from memory.errors import BadRequest

if TYPE_CHECKING:
    from memory.script import Script

LARGEST_FILE, LARGEST_FDX = 2_000_000, 20_000_000
"""Bytes of a script."""
LONGEST_IDEA = 20_000
"""Letters; beyond it, it is a story and comes in a file."""
SCRIPTS = {".fountain", ".txt", ".md", ".spmd", ".fdx"}
PATH_LIKE = {*SCRIPTS, ".pdf", ".docx", ".mp4", ".mov", ".json", ".png", ".jpg"}


def read_source(source: str) -> tuple[str | None, str]:
    """The text of a file and a name from it, or (None, "") when the source is an idea itself.

    Raises:
        BadRequest: nothing in it, or a file that is not text, is empty, too large, not there, or
            of a kind that is not read.
    """
    if not source.strip():
        raise BadRequest("There is nothing to film.", 'Say it in one line: roughcut draft "…".')
    path = path_in(source)
    if path is not None and path.is_file():
        return text_of(path), path.stem.replace("_", " ")
    if path is not None and path.is_dir():
        raise BadRequest(f"{source!r} is a folder.", "Name a file in it, or say an idea.")
    if path is not None and (path.suffix.lower() in PATH_LIKE or source.startswith(("../", "/"))):
        raise BadRequest(f"There is no file {source!r}.", "Check the path, or say an idea.")
    if len(source) > LONGEST_IDEA:
        raise BadRequest(
            f"An idea of {len(source)} letters is more than one line.",
            "Put the story into a .txt file and draft that.",
        )
    return None, ""


def path_in(source: str) -> Path | None:
    """Words as a path, when they could be one."""
    if len(source) > 400 or any(mark in source for mark in "\n\r\0"):
        return None
    path = Path(source)
    try:
        path.is_file()
    except (OSError, ValueError):
        return None
    return path


def text_of(path: Path) -> str:
    """The words of a script: a screenplay as Fountain, however it came, or the story as it is.

    Raises BadRequest when it is none.
    """
    from tools.formats.decoding import decode
    from tools.formats.fountain import write_fountain

    kind, data = path.suffix.lower(), _bytes_of(path)
    script = _screenplay(path.name, data, kind)
    if script is None or kind in {".fountain", ".spmd"}:
        return decode(data)
    return write_fountain(script)


def script_of(path: Path) -> Script:
    """The screenplay of a file. Raises BadRequest when it is none, or only a story."""
    script = _screenplay(path.name, _bytes_of(path), path.suffix.lower())
    if script is None:
        raise BadRequest(
            f"{path.name!r} is a story, not a screenplay.", "Draft it as a film of its own."
        )
    return script


def _screenplay(name: str, data: bytes, kind: str) -> Script | None:
    from tools.formats.reading import read_file

    try:
        return read_file(data, kind)
    except BadRequest as refused:
        raise BadRequest(f"{name!r}: {refused.args[0]}", refused.hint) from refused


def _bytes_of(path: Path) -> bytes:
    if path.suffix.lower() not in SCRIPTS:
        known = ", ".join(sorted(SCRIPTS))
        raise BadRequest(f"{path.name!r} is not a kind of script I read.", f"I read {known}.")
    limit = LARGEST_FDX if path.suffix.lower() == ".fdx" else LARGEST_FILE
    try:
        if path.stat().st_size > limit:
            raise BadRequest(
                f"{path.name!r} is larger than {limit // 1_000_000} MB.",
                "Split it, or export text only.",
            )
        return path.read_bytes()
    except OSError as error:
        why = error.strerror or "unknown reason"
        raise BadRequest(f"{path.name!r} cannot be read: {why}.", "Check its rights.") from error
