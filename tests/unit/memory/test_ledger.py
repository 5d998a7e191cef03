import json
import math
import sqlite3
from pathlib import Path

import pytest

from memory.database import Database
from memory.errors import BadRequest
from memory.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    ledger = Ledger(Database(tmp_path / "p.sqlite", create=True))
    for number in range(6):
        ledger.append("made", {"number": number, "words": f"café {number}", "share": 0.25})
    return ledger


def tamper(tmp_path: Path, *statements: str) -> None:
    """Change the file behind the ledger's back, its guards taken off first."""
    connection = sqlite3.connect(tmp_path / "p.sqlite")
    for guard in ("ledger_keeps_rows", "ledger_keeps_words"):
        connection.execute(f"DROP TRIGGER {guard}")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_rows_come_back_in_order(ledger: Ledger) -> None:
    entries = ledger.entries()
    assert [entry.seq for entry in entries] == [1, 2, 3, 4, 5, 6]
    assert entries[2].body == {"number": 2, "words": "café 2", "share": 0.25}
    assert [entry.prev_hash for entry in entries[1:]] == [entry.hash for entry in entries[:-1]]
    assert [entry.seq for entry in ledger.entries(since=4)] == [5, 6]
    assert ledger.verify() == []


def test_an_empty_ledger_is_whole(tmp_path: Path) -> None:
    assert Ledger(Database(tmp_path / "e.sqlite", create=True)).verify() == []


@pytest.mark.parametrize("field", ["at", "kind", "body", "prev_hash", "hash"])
@pytest.mark.parametrize("seq", [1, 3, 6])
@pytest.mark.parametrize("place", [0, -1])
def test_one_flipped_bit_of_any_field_is_found(
    ledger: Ledger, tmp_path: Path, field: str, seq: int, place: int
) -> None:
    connection = sqlite3.connect(tmp_path / "p.sqlite")
    row = connection.execute(f"SELECT CAST({field} AS BLOB) FROM ledger WHERE seq = {seq}")
    cell = bytearray(row.fetchone()[0])
    connection.close()
    cell[place] ^= 1
    tamper(tmp_path, f"UPDATE ledger SET {field} = CAST(x'{cell.hex()}' AS TEXT) WHERE seq = {seq}")
    assert ledger.verify() != []


def test_a_byte_that_is_no_text_is_found(ledger: Ledger, tmp_path: Path) -> None:
    tamper(tmp_path, "UPDATE ledger SET body = CAST(x'ff00' AS TEXT) WHERE seq = 2")
    assert any("row 2" in words for words in ledger.verify())


@pytest.mark.parametrize("seq", [1, 3, 6])
def test_a_removed_row_is_found(ledger: Ledger, tmp_path: Path, seq: int) -> None:
    tamper(tmp_path, f"DELETE FROM ledger WHERE seq = {seq}")
    assert ledger.verify() != []


def test_a_row_removed_with_the_numbers_closed_up_is_found(ledger: Ledger, tmp_path: Path) -> None:
    tamper(
        tmp_path,
        "DELETE FROM ledger WHERE seq = 3",
        "UPDATE ledger SET seq = seq - 1 WHERE seq > 3",
    )
    assert ledger.verify() != []


def test_swapped_rows_are_found(ledger: Ledger, tmp_path: Path) -> None:
    tamper(
        tmp_path,
        "UPDATE ledger SET seq = 99 WHERE seq = 2",
        "UPDATE ledger SET seq = 2 WHERE seq = 4",
        "UPDATE ledger SET seq = 4 WHERE seq = 99",
    )
    assert ledger.verify() != []


def test_an_inserted_row_is_found(ledger: Ledger, tmp_path: Path) -> None:
    tamper(
        tmp_path,
        "UPDATE ledger SET seq = -seq WHERE seq > 3",
        "UPDATE ledger SET seq = 1 - seq WHERE seq < 0",
        "INSERT INTO ledger SELECT 4, at, kind, body, prev_hash, hash FROM ledger WHERE seq = 3",
    )
    assert ledger.verify() != []


def test_an_honest_row_put_at_the_end_behind_our_back_is_found(
    ledger: Ledger, tmp_path: Path
) -> None:
    tamper(
        tmp_path,
        "INSERT INTO ledger SELECT 7, at, kind, body, hash, hash FROM ledger WHERE seq = 6",
    )
    assert len(ledger.verify()) == 2


def test_the_database_itself_refuses_a_change(ledger: Ledger, tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "p.sqlite")
    for statement in ("DELETE FROM ledger", "UPDATE ledger SET kind = 'x'"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    connection.close()


def _append_two(ledger: Ledger) -> None:
    """A good row, then one that cannot be."""
    ledger.append("made", {})
    ledger.append("made", {"share": math.nan})


def test_a_row_falls_with_the_write_around_it(tmp_path: Path) -> None:
    database = Database(tmp_path / "p.sqlite", create=True)
    ledger = Ledger(database)
    with pytest.raises(BadRequest), database.write():
        _append_two(ledger)
    assert ledger.entries() == []
    assert ledger.append("made", {}).seq == 1


def test_the_export_is_one_object_a_line(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "trail.jsonl"
    assert ledger.export(path) == 6
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [row["seq"] for row in rows] == [1, 2, 3, 4, 5, 6]
    assert rows[0]["body"]["words"] == "café 0"
