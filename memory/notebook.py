"""The facts of a film written down beside it, so that no one folds its history twice.

A copy, never the truth: a damaged or foreign notebook is thrown away and written anew. Knows
neither how facts are derived nor how they are found.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple
from pathlib import Path

from memory.fact import Fact, Record

FORM = "3"
"""Raised when facts are derived or written another way: older notebooks are written anew."""
BUSY_SECONDS = 2.0
_TABLES = """
CREATE TABLE IF NOT EXISTS fact (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
_KEEP = "INSERT OR REPLACE INTO fact (id, body) VALUES (?,?)"
_NOTE = "INSERT OR REPLACE INTO about (name, value) VALUES (?,?)"


class Notebook:
    """The written facts of one film.

    Args:
        path: The SQLite file; made on the first writing.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, film_id: str) -> tuple[Record, str] | None:
        """The record and the time stamp of its revision; None when there is none to trust."""
        if not self.path.is_file():
            return None
        try:
            with self._open(write=False) as connection:
                about = dict(connection.execute("SELECT name, value FROM about"))
                if about.get("form") != FORM or about.get("film") != film_id:
                    return None
                rows = connection.execute("SELECT body FROM fact").fetchall()
            facts = (Fact(*json.loads(body)) for (body,) in rows)
            return Record(int(about["revision"]), {f.id: f for f in facts}), about["at"]
        except (sqlite3.Error, ValueError, TypeError, KeyError):
            return None

    def write(self, film_id: str, at: tuple[int, str], moved: Iterable[Fact], base: int) -> bool:
        """Write what moved since a revision, all or nothing.

        Args:
            film_id: Whose facts.
            at: The revision they are now of, and when that was stored.
            moved: The new and changed facts.
            base: The revision they moved from; 0 for a notebook with nothing in it.

        Returns:
            False when the notebook is not this film's at `base` or later: nothing was written.

        Raises:
            sqlite3.Error: It could not be written; nothing of it was.
        """
        revision, stamp = at
        now = {"form": FORM, "film": film_id, "revision": str(revision), "at": stamp}
        with self._open(write=True) as connection:
            connection.execute("BEGIN IMMEDIATE")
            before = dict(connection.execute("SELECT name, value FROM about"))
            ours = (before.get("form"), before.get("film")) == (FORM, film_id)
            if base and not (ours and int(before["revision"]) >= base):
                return False
            rows = ((fact.id, json.dumps(astuple(fact))) for fact in moved)
            connection.executemany(_KEEP, rows)
            connection.executemany(_NOTE, now.items())
            connection.commit()
        return True

    def discard(self) -> None:
        """Throw it away."""
        for ending in ("", "-wal", "-shm", "-journal"):
            with contextlib.suppress(OSError):
                self.path.with_name(self.path.name + ending).unlink()

    @contextmanager
    def _open(self, *, write: bool) -> Iterator[sqlite3.Connection]:
        mode = "rwc" if write else "ro"
        connection = sqlite3.connect(
            f"{self.path.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_SECONDS,
            isolation_level=None,
        )  # fmt: skip
        try:
            if write:
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("PRAGMA synchronous=NORMAL")
                connection.executescript(_TABLES)
            yield connection
        finally:
            connection.close()
