"""One SQLite file for one project: connections, transactions, migrations; knows no row's meaning.

Every thread has its own connection and a forked child never uses its parent's. A write is one
short BEGIN IMMEDIATE transaction; a write inside a write belongs to the outer one. Each commit
reaches the disk (WAL, synchronous=FULL).
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from memory.errors import BadRequest, Busy, MakerFailed, ProjectDamaged, RoughcutError
from memory.schema import APPLICATION_ID, MIGRATIONS

BUSY_SECONDS = 20.0
"""How long a transaction waits for another one; each takes milliseconds."""

FREE_SPACE = "Free some space and run it again; everything finished so far is kept."
_LOST = "Nothing was overwritten; restore the project's folder from a copy."


_Open = tuple[threading.Thread, int, sqlite3.Connection]
"""A connection, the thread it serves and the process that opened it."""


class Database:
    """The truth of one project.

    Args:
        path: The SQLite file.
        clock: Seconds since 1970, passed in so that tests can move it.
        create: Make a new file; an existing one is refused.
    """

    def __init__(
        self, path: Path, *, clock: Callable[[], float] = time.time, create: bool = False
    ) -> None:
        self.path = path.absolute()
        self.clock = clock
        self._mine = threading.local()
        self._open: list[_Open] = []
        self._guard = threading.Lock()
        weakref.finalize(self, _close_all, self._open)
        if create:
            self._create()
        self._migrate()

    def stamp(self) -> str:
        """The time now, UTC, to the millisecond: 2026-11-21T05:24:00.123Z."""
        moment = datetime.fromtimestamp(self.clock(), UTC)
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection for reading; sees its own open transaction."""
        with _in_our_words(self.path):
            yield self._connection()

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it or none. Raises Busy after `BUSY_SECONDS`."""
        with _in_our_words(self.path):
            connection = self._connection()
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.commit()
            except BaseException:
                if connection.in_transaction:
                    connection.rollback()
                raise

    def integrity(self) -> list[str]:
        """What SQLite itself finds wrong with the file; empty when sound."""
        try:
            with self.read() as connection:
                found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
                orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
        except ProjectDamaged as problem:
            return [str(problem.args[0])]
        return [text for text in found if text != "ok"] + [
            f"a row of {row['table']} points to nothing" for row in orphans
        ]

    def close(self) -> None:
        """Close every connection of this process; the next call opens a fresh one."""
        with self._guard:
            _close_all(self._open)
            self._open[:] = [entry for entry in self._open if entry[1] != os.getpid()]
        self._mine = threading.local()

    def _create(self) -> None:
        """An empty database of ours, in WAL mode, at a path where nothing is yet."""
        if self.path.exists():
            raise BadRequest(f"{self.path.name} is there already.", "Choose another folder.")
        with _in_our_words(self.path):
            connection = sqlite3.connect(self.path.as_uri() + "?mode=rwc", uri=True)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.close()

    def _migrate(self) -> None:
        """Bring an older schema up to date, one numbered step after the other, all or none."""
        if self._version() == len(MIGRATIONS):
            return
        with self.write() as connection:
            for number in range(self._version(), len(MIGRATIONS)):
                for statement in MIGRATIONS[number]:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version={number + 1}")

    def _version(self) -> int:
        """The file's schema number. Raises for a newer one and for a file that is not ours."""
        with self.read() as connection:
            owner = connection.execute("PRAGMA application_id").fetchone()[0]
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if owner != APPLICATION_ID:
            raise ProjectDamaged(f"{self.path.name} is not a project of Roughcut.", _LOST)
        if version > len(MIGRATIONS):
            raise BadRequest(
                f"This project was written by a newer Roughcut (schema {version}, this one reads "
                f"up to {len(MIGRATIONS)}).",
                "Update Roughcut to open it; it was left as it is.",
            )
        return version

    def _connection(self) -> sqlite3.Connection:
        held: tuple[int, sqlite3.Connection] | None = getattr(self._mine, "held", None)
        if held is None or held[0] != os.getpid():
            held = (os.getpid(), self._connect())
            self._mine.held = held
        return held[1]

    def _connect(self) -> sqlite3.Connection:
        """A connection for this thread; those of ended threads are closed on the way."""
        if not self.path.is_file():
            raise ProjectDamaged(f"{self.path.name} is missing.", _LOST)
        connection = sqlite3.connect(
            self.path.as_uri() + "?mode=rw",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        with self._guard:
            self._open[:] = [entry for entry in self._open if not _close_if_ended(entry)]
            self._open.append((threading.current_thread(), os.getpid(), connection))
        return connection


def _close_all(entries: list[_Open]) -> None:
    """Close this process's connections; a parent's are its own."""
    for _, pid, connection in entries:
        if pid == os.getpid():
            connection.close()


def _close_if_ended(entry: _Open) -> bool:
    """Close the connection of a thread that ended; a parent process's is kept, never closed."""
    thread, pid, connection = entry
    if pid != os.getpid() or thread.is_alive():
        return False
    connection.close()
    return True


@contextmanager
def _in_our_words(path: Path) -> Iterator[None]:
    """SQLite's errors as ours."""
    try:
        yield
    except sqlite3.Error as problem:
        raise _translated(problem, path) from problem


def _translated(problem: sqlite3.Error, path: Path) -> RoughcutError:
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Busy(f"{path.name} is held by another process.", "Try again in a moment.")
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return MakerFailed(
            f"The disk took no more ({problem}).", FREE_SPACE, maker="disk", retryable=True
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return BadRequest(
            f"{path.parent.name}/{path.name} cannot be written ({problem}).",
            "Give yourself the right to write in that folder.",
        )
    return ProjectDamaged(f"{path.parent.name}/{path.name} cannot be read: {problem}.", _LOST)
