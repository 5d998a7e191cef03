"""Where the theatre's compiled loops are kept: the user's cache folder, never the program's own.

Knows whether they are there without loading a compiler.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

CACHE = "ROUGHCUT_CACHE"
"""Names another folder than the user's own for everything that is kept between runs."""
COMPILER_CACHE = "NUMBA_CACHE_DIR"
"""The compiler's own variable; where it is set it wins."""


@lru_cache(maxsize=1)
def chest() -> Path:
    """The folder of compiled loops; it exists and can be written to.

    Where the user's cache folder cannot be had, a fresh one that lasts no longer than needed.
    """
    folder = _wanted()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        return Path(tempfile.mkdtemp(prefix="roughcut-kernels-"))


def _wanted() -> Path:
    told = os.environ.get(COMPILER_CACHE)
    return Path(told) if told else caches() / "kernels"


def caches() -> Path:
    """The program's folder in the user's cache folder; it may not exist yet, or ever."""
    told = os.environ.get(CACHE)
    if told:
        return Path(told)
    try:
        home = Path.home()
    except RuntimeError:
        return Path(os.devnull) / "none"
    if sys.platform == "darwin":
        folder = home / "Library" / "Caches"
    elif sys.platform == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    else:
        folder = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return folder / "roughcut"


def ready() -> bool:
    """Whether these very loops were compiled on this machine before."""
    return _mark().is_file()


def note_ready() -> None:
    """Note that all loops are compiled and kept."""
    _mark().touch()


def _mark() -> Path:
    return chest() / f"ready-{_edition()}"


@lru_cache(maxsize=1)
def _edition() -> str:
    """Digest of what a compiled loop depends on: its file, as the compiler tells it, and both."""
    folder = Path(__file__).parent
    facts = [version("numba"), version("llvmlite")]
    for file in sorted(folder.rglob("kernels_*.py")):
        stamp = file.stat()
        facts.append(f"{file}:{stamp.st_mtime_ns}:{stamp.st_size}")
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:20]
