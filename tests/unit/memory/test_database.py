import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from memory.database import Database
from memory.errors import BadRequest, Busy, MakerFailed, ProjectDamaged
from memory.schema import MIGRATIONS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Database(tmp_path / "p.sqlite", create=True).close()
    return tmp_path / "p.sqlite"


def raw(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_every_commit_reaches_the_disk(path: Path) -> None:
    with Database(path).read() as connection:
        pragmas = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "user_version")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "user_version": len(MIGRATIONS),
    }


def test_a_newer_schema_is_refused_and_left_alone(path: Path) -> None:
    raw(path, "PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(BadRequest, match="newer"):
        Database(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"not a database at all, but text " * 200, b"SQLite"])
def test_a_file_that_is_none_of_ours_is_damaged_and_left_alone(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "p.sqlite"
    path.write_bytes(content)
    with pytest.raises(ProjectDamaged):
        Database(path)
    assert path.read_bytes() == content


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(ProjectDamaged, match="missing"):
        Database(tmp_path / "p.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_not_made_anew(path: Path) -> None:
    with pytest.raises(BadRequest, match="already"):
        Database(path, create=True)


def test_a_migration_is_all_or_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = (*MIGRATIONS, ("CREATE TABLE half (x)", "CREATE TABLE half (x)"))
    monkeypatch.setattr("memory.database.MIGRATIONS", broken)
    with pytest.raises(ProjectDamaged):
        Database(path)
    monkeypatch.setattr("memory.database.MIGRATIONS", (*MIGRATIONS, ("CREATE TABLE whole (x)",)))
    with Database(path).read() as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS) + 1
    assert "whole" in names
    assert "half" not in names


def test_a_write_is_all_or_nothing_and_may_hold_another(path: Path) -> None:
    database = Database(path)

    def write_two(second: str) -> None:
        with database.write() as connection:
            connection.execute("INSERT INTO job_need VALUES ('a', 'b')")
            with database.write() as inner:
                inner.execute(second)

    with pytest.raises(ProjectDamaged):
        write_two("INSERT INTO job_need VALUES ('a', 'b')")
    with database.read() as connection:
        assert connection.execute("SELECT count(*) FROM job_need").fetchone()[0] == 0
    write_two("INSERT INTO job_need VALUES ('a', 'c')")
    with Database(path).read() as connection:
        assert connection.execute("SELECT count(*) FROM job_need").fetchone()[0] == 2


def test_threads_write_one_after_the_other(path: Path) -> None:
    database = Database(path)

    def write(number: int) -> None:
        with database.write() as connection:
            connection.execute("INSERT INTO job_need VALUES (?, 'x')", (str(number),))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(200)))
    with database.read() as connection:
        assert connection.execute("SELECT count(*) FROM job_need").fetchone()[0] == 200


def test_connections_of_ended_threads_are_closed(path: Path) -> None:
    database = Database(path)
    handles = Path("/proc/self/fd")
    with database.read():
        before = len(list(handles.iterdir()))
    for _ in range(20):
        with ThreadPoolExecutor(1) as pool:
            pool.submit(database.integrity).result()
    assert len(list(handles.iterdir())) <= before + 6
    database.close()


def test_a_writer_that_never_ends_is_named_busy(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("memory.database.BUSY_SECONDS", 0.05)
    one, two = Database(path), Database(path)
    with one.write(), pytest.raises(Busy), two.write():
        pass


def test_a_damaged_page_is_found(path: Path) -> None:
    database = Database(path)
    with database.write() as connection:
        rows = [(str(n), "x" * 200) for n in range(500)]
        connection.executemany("INSERT INTO job_need VALUES (?, ?)", rows)
    with database.read() as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert database.integrity() == []
    database.close()
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 2000] = os.urandom(2000)
    path.write_bytes(content)
    assert Database(path).integrity() != []


def test_a_full_disk_is_said_and_nothing_is_half_written(path: Path) -> None:
    database = Database(path)
    with database.read() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    rows = [(str(n), "x" * 500) for n in range(500)]
    with pytest.raises(MakerFailed, match="disk") as caught, database.write() as connection:
        connection.executemany("INSERT INTO job_need VALUES (?, ?)", rows)
    assert "space" in caught.value.hint
    with Database(path).read() as connection:
        assert connection.execute("SELECT count(*) FROM job_need").fetchone()[0] == 0
