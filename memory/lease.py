"""The write lease: one turn or one job writes at a time; knows not what it writes.

The lease is a row. Its holder beats while it lives; one that was killed is seen as gone at once on
the same machine, and after `LEASE_SECONDS` on another.
"""

from __future__ import annotations

import secrets
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime

from memory.database import Database
from memory.errors import Busy, RoughcutError
from memory.holder import Holder

LEASE_SECONDS = 15.0
BEAT_SECONDS = 4.0
PATIENCE_SECONDS = 2.0
"""How long a second writer waits before it names the holder."""
_LOOK_SECONDS = 0.05
_INSIDE: ContextVar[tuple[str, ...]] = ContextVar("leases of this turn", default=())


@dataclass(frozen=True, slots=True)
class Held:
    """A lease someone has.

    Attributes:
        token: The secret that shows it is theirs.
        holder: The process.
        what: What it does with it, in words: "a draft".
        since: When it began, seconds since 1970.
        until: When it ends unless it is beaten, seconds since 1970.
    """

    token: str
    holder: Holder
    what: str
    since: float
    until: float

    def words(self) -> str:
        """Who holds it: "a draft started at 14:03 in process 812"."""
        began = datetime.fromtimestamp(self.since, UTC).astimezone().strftime("%H:%M")
        return f"{self.what} started at {began} in process {self.holder.pid}"


class Lease:
    """The write lease of one project, as seen by one open project."""

    def __init__(self, database: Database, name: str = "write") -> None:
        self._database = database
        self._name = name
        self._mine: str | None = None

    def held(self) -> Held | None:
        """Who has it now; None when it is free, its holder is gone or its time is over."""
        with self._database.read() as connection:
            return self._live(connection)

    @contextmanager
    def hold(self, what: str = "turn", patience: float = PATIENCE_SECONDS) -> Iterator[None]:
        """Have the lease for one turn or one job; the same turn may take it again inside.

        A turn is a context (`contextvars`), so that its tools may run in other threads.

        Raises:
            Busy: Another one still has it after `patience` seconds; the message names them.
        """
        found = self.held()
        if found is not None and found.token in _INSIDE.get():
            yield
            return
        token = self._take(_with_article(what), patience)
        over = threading.Event()
        beat = threading.Thread(target=self._beat, args=(token, over), daemon=True)
        self._mine = token
        _INSIDE.set((*_INSIDE.get(), token))
        beat.start()
        try:
            yield
        finally:
            self._mine = None
            _INSIDE.set(tuple(each for each in _INSIDE.get() if each != token))
            over.set()
            beat.join()
            self._give(token)

    def wait_for_others(self, patience: float = PATIENCE_SECONDS) -> None:
        """Return once nobody but this open project holds it; raises Busy after `patience`."""
        self._until_free(patience, self._refusal)

    def check(self, connection: sqlite3.Connection) -> None:
        """Inside a write: raise Busy when someone else holds it by now."""
        found = self._live(connection)
        if found is not None and not self._is_ours(found):
            raise _busy(found)

    def _is_ours(self, found: Held | None) -> bool:
        """Whether this open project or the turn we are in has it."""
        return found is not None and found.token in (self._mine, *_INSIDE.get())

    def _refusal(self) -> Held | None:
        found = self.held()
        return None if self._is_ours(found) else found

    def _take(self, what: str, patience: float) -> str:
        token = secrets.token_hex(8)
        self._until_free(patience, lambda: self._try(token, what))
        return token

    def _until_free(self, patience: float, attempt: Callable[[], Held | None]) -> None:
        """Try again until nobody is in the way; raises Busy when patience is over."""
        end = time.monotonic() + patience
        while (other := attempt()) is not None:
            if time.monotonic() >= end:
                raise _busy(other)
            time.sleep(_LOOK_SECONDS)

    def _try(self, token: str, what: str) -> Held | None:
        """Take it when it is free; returns who has it when it is not."""
        now = self._database.clock()
        with self._database.write() as connection:
            other = self._live(connection)
            if other is None:
                connection.execute(
                    "INSERT OR REPLACE INTO lease (name, token, holder, what, since, until) "
                    "VALUES (?,?,?,?,?,?)",
                    (self._name, token, Holder.me().text(), what, now, now + LEASE_SECONDS),
                )
        return other

    def _live(self, connection: sqlite3.Connection) -> Held | None:
        row = connection.execute("SELECT * FROM lease WHERE name = ?", (self._name,)).fetchone()
        holder = Holder.from_text(row["holder"]) if row else None
        if row is None or holder is None or holder.is_gone():
            return None
        if row["until"] <= self._database.clock():
            return None
        return Held(row["token"], holder, row["what"], row["since"], row["until"])

    def _beat(self, token: str, over: threading.Event) -> None:
        """Push the end of the lease on until it is given back or was taken by another."""
        while not over.wait(BEAT_SECONDS):
            with suppress(RoughcutError), self._database.write() as connection:
                connection.execute(
                    "UPDATE lease SET until = ? WHERE token = ?",
                    (self._database.clock() + LEASE_SECONDS, token),
                )

    def _give(self, token: str) -> None:
        # On a full disk the row cannot go; then it runs out by itself.
        with suppress(RoughcutError), self._database.write() as connection:
            connection.execute("DELETE FROM lease WHERE token = ?", (token,))


def _with_article(what: str) -> str:
    """Say "a draft" for "draft"; words that have an article stay."""
    if what.startswith(("a ", "an ", "the ")):
        return what
    return f"{'an' if what[:1].lower() in 'aeiou' else 'a'} {what}"


def _busy(held: Held) -> Busy:
    return Busy(
        f"The film is in use: {held.words()}.",
        "Wait for it to end, or stop it, then say it again.",
    )
