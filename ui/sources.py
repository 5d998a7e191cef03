"""What a creator hands in: an idea, or a file with a screenplay or a story. Makes nothing of it."""

from __future__ import annotations

from pathlib import Path

from memory.errors import BadRequest

LARGEST_FILE = 2_000_000
"""Bytes of a script."""
LONGEST_IDEA = 20_000
"""Letters; beyond it, it is a story and comes in a file."""
SCRIPTS = {".fountain", ".txt", ".md", ".spmd"}
PATH_LIKE = {*SCRIPTS, ".fdx", ".pdf", ".docx", ".mp4", ".mov", ".json", ".png", ".jpg"}


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
    """The words of a script. Raises BadRequest when it is none."""
    if path.suffix.lower() not in SCRIPTS:
        known = ", ".join(sorted(SCRIPTS))
        raise BadRequest(f"{path.name!r} is not a kind of script I read.", f"I read {known}.")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise BadRequest(
                f"{path.name!r} is larger than 2 MB.", "Split it, or export text only."
            )
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadRequest(f"{path.name!r} is not UTF-8 text.", "Save it as plain text.") from error
    except OSError as error:
        why = error.strerror or "unknown reason"
        raise BadRequest(f"{path.name!r} cannot be read: {why}.", "Check its rights.") from error
    if "\x00" in text:
        raise BadRequest(f"{path.name!r} is not text.", "Export it as Fountain or plain text.")
    if not text.strip():
        raise BadRequest(f"{path.name!r} is empty.", "Write a scene or a line first.")
    return text
