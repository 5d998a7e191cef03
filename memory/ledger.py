"""The append-only paper trail, each row chained to the one before; knows no kind of entry."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from memory.database import Database
from memory.recipe import canonical

GENESIS = "0" * 64
"""What the first row is chained to."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the ledger; `body` is plain JSON, `hash` covers every other field."""

    seq: int
    at: str
    kind: str
    body: Mapping[str, object]
    prev_hash: str
    hash: str


class Ledger:
    """The paper trail of one project: rows are added, never changed, never removed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, kind: str, body: Mapping[str, object]) -> Entry:
        """Add one row; inside an open write it commits or falls with that write."""
        with self._database.write() as connection:
            head = connection.execute("SELECT seq, hash FROM ledger_head").fetchone()
            seq, prev_hash = (head["seq"] + 1, head["hash"]) if head else (1, GENESIS)
            at, text = self._database.stamp(), canonical(body)
            own_hash = row_hash(seq, at, kind, text, prev_hash)
            connection.execute(
                "INSERT INTO ledger (seq, at, kind, body, prev_hash, hash) VALUES (?,?,?,?,?,?)",
                (seq, at, kind, text, prev_hash, own_hash),
            )
            connection.execute(
                "INSERT OR REPLACE INTO ledger_head (one, seq, hash) VALUES (1, ?, ?)",
                (seq, own_hash),
            )
        return Entry(seq, at, kind, body, prev_hash, own_hash)

    def entries(self, since: int = 0) -> list[Entry]:
        """Rows after number `since`, oldest first."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT * FROM ledger WHERE seq > ? ORDER BY seq", (since,)
            ).fetchall()
        return [Entry(**{**dict(row), "body": json.loads(row["body"])}) for row in rows]

    def verify(self) -> list[str]:
        """What is wrong with the chain, in words; empty when it is whole."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT seq, CAST(at AS BLOB), CAST(kind AS BLOB), CAST(body AS BLOB), "
                "CAST(prev_hash AS BLOB), CAST(hash AS BLOB) FROM ledger ORDER BY seq"
            ).fetchall()
            head = connection.execute("SELECT seq, hash FROM ledger_head").fetchone()
        found = list(_breaks([(row[0], *(_text(cell) for cell in row[1:])) for row in rows]))
        last = (rows[-1][0], _text(rows[-1][5])) if rows else (0, GENESIS)
        known = (head["seq"], head["hash"]) if head else (0, GENESIS)
        if last != known:
            found.append(f"the ledger ends at row {last[0]}, but row {known[0]} was its last")
        return found

    def export(self, path: Path) -> int:
        """Write one JSON object a line; returns how many."""
        entries = self.entries()
        lines = (
            json.dumps(
                {
                    "seq": entry.seq,
                    "at": entry.at,
                    "kind": entry.kind,
                    "body": entry.body,
                    "prev_hash": entry.prev_hash,
                    "hash": entry.hash,
                },
                ensure_ascii=False,
            )
            for entry in entries
        )
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return len(entries)


def row_hash(seq: int, at: str, kind: str, body: str, prev_hash: str) -> str:
    """sha256 (hex) over all of a row but its own hash; no two rows share one text."""
    text = json.dumps([seq, at, kind, body, prev_hash])
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _text(cell: bytes) -> str:
    """A cell as text even when its bytes are damaged; damage then shows in the hash."""
    return cell.decode("utf-8", "backslashreplace")


def _breaks(rows: list[tuple[int, str, str, str, str, str]]) -> Iterator[str]:
    """Where a row was changed, or does not follow the one before."""
    expected, before = 1, GENESIS
    for seq, at, kind, body, prev_hash, own_hash in rows:
        if seq != expected:
            yield f"row {expected} of the ledger is missing: row {seq} stands in its place"
        elif prev_hash != before:
            yield f"row {seq} of the ledger does not follow row {seq - 1}"
        if row_hash(seq, at, kind, body, prev_hash) != own_hash:
            yield f"row {seq} of the ledger was changed"
        expected, before = seq + 1, own_hash
