"""Keeps painted places on disk between processes, in the user's cache folder. Knows no painting.

A place is found by the digest of everything its painting depends on, this program's own files
included; what is not found, or cannot be read, is painted again. Nothing here is ever needed.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import tempfile
from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from tools.theatre.toolchest import caches

ROOM = 512 * 1024 * 1024
"""Bytes kept at most; the longest unused go first."""

UNREADABLE = (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError, TypeError,
              ValueError)  # fmt: skip
T = TypeVar("T")


def kept(key: str, kind: type[T], paint: Callable[[], T]) -> T:
    """The painted place of a key: from disk when it was painted before, else painted and kept."""
    path = _place(key)
    if path is None:
        return paint()
    found = _read(path, kind)
    if found is not None:
        return found
    painted = paint()
    _write(path, painted)
    return painted


def _place(key: str) -> Path | None:
    folder = caches() / "places"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return None
    return folder / hashlib.sha256(f"{_edition()}\n{key}".encode()).hexdigest()


@lru_cache(maxsize=1)
def _edition() -> str:
    """What the painting code is: its files as they were when this process first asked."""
    facts = [version("numpy"), version("opencv-python-headless")]
    for file in sorted(Path(__file__).parent.rglob("*.py")):
        stamp = file.stat()
        facts.append(f"{file}:{stamp.st_mtime_ns}:{stamp.st_size}")
    return "\n".join(facts)


def _read(path: Path, kind: type[T]) -> T | None:
    try:
        with path.open("rb") as file:
            found = pickle.load(file)
        os.utime(path)
    except UNREADABLE:
        return None
    return found if isinstance(found, kind) else None


def _write(path: Path, painted: object) -> None:
    """Write whole or not at all; a full disk is no reason to fail."""
    part = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            part = Path(file.name)
            pickle.dump(painted, file, protocol=5)
        part.replace(path)
        _make_room(path.parent)
    except OSError:
        if part is not None:
            part.unlink(missing_ok=True)


def _make_room(folder: Path) -> None:
    """Let the longest unused go until the rest fits."""
    files = [(file, file.stat()) for file in folder.iterdir() if file.is_file()]
    total = sum(stat.st_size for _, stat in files)
    for file, stat in sorted(files, key=lambda pair: pair[1].st_mtime):
        if total <= ROOM:
            return
        file.unlink(missing_ok=True)
        total -= stat.st_size
