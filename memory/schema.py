"""The tables of a project, as numbered migrations; a step that was released never changes."""

from __future__ import annotations

APPLICATION_ID = 0x52434631
"""Says that an SQLite file is ours ("RCF1")."""

M001_PROJECT = (
    """CREATE TABLE revision (
        number INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        author TEXT NOT NULL,
        words TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
        parent INTEGER REFERENCES revision (number),
        content INTEGER NOT NULL,
        title TEXT NOT NULL,
        changes TEXT NOT NULL,
        diff TEXT NOT NULL,
        snapshot BLOB NOT NULL,
        sha256 TEXT NOT NULL,
        ledger INTEGER NOT NULL) STRICT""",
    """CREATE TABLE ledger (
        seq INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        body TEXT NOT NULL,
        prev_hash TEXT NOT NULL,
        hash TEXT NOT NULL) STRICT""",
    """CREATE TABLE ledger_head (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        seq INTEGER NOT NULL,
        hash TEXT NOT NULL) STRICT""",
    """CREATE TRIGGER ledger_keeps_rows BEFORE DELETE ON ledger
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER ledger_keeps_words BEFORE UPDATE ON ledger
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TABLE made (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        target TEXT NOT NULL,
        digest TEXT NOT NULL,
        look INTEGER NOT NULL,
        maker TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        seconds REAL NOT NULL,
        bytes INTEGER NOT NULL,
        ledger INTEGER NOT NULL UNIQUE,
        at TEXT NOT NULL,
        extra TEXT NOT NULL) STRICT""",
    "CREATE INDEX made_digest ON made (digest)",
    "CREATE INDEX made_target ON made (kind, target)",
    """CREATE TABLE job (
        seq INTEGER PRIMARY KEY,
        digest TEXT NOT NULL UNIQUE,
        recipe TEXT NOT NULL,
        kind TEXT NOT NULL,
        target TEXT NOT NULL,
        state TEXT NOT NULL
            CHECK (state IN ('waiting', 'running', 'done', 'failed', 'dropped')),
        priority INTEGER NOT NULL DEFAULT 0,
        attempt INTEGER NOT NULL DEFAULT 0,
        claim INTEGER NOT NULL DEFAULT 0,
        progress REAL NOT NULL DEFAULT 0,
        worker TEXT NOT NULL DEFAULT '',
        holder TEXT NOT NULL DEFAULT '',
        lease_until REAL NOT NULL DEFAULT 0,
        error TEXT NOT NULL DEFAULT '',
        retryable INTEGER NOT NULL DEFAULT 0,
        made TEXT REFERENCES made (id),
        at TEXT NOT NULL) STRICT""",
    "CREATE INDEX job_state ON job (state)",
    """CREATE TABLE job_need (
        digest TEXT NOT NULL,
        needs TEXT NOT NULL,
        PRIMARY KEY (digest, needs)) STRICT""",
    "CREATE INDEX job_need_needs ON job_need (needs)",
    """CREATE TABLE job_recipe (
        digest TEXT NOT NULL,
        target TEXT NOT NULL,
        recipe TEXT NOT NULL,
        PRIMARY KEY (digest, target)) STRICT""",
    """CREATE TABLE lease (
        name TEXT PRIMARY KEY,
        token TEXT NOT NULL,
        holder TEXT NOT NULL,
        what TEXT NOT NULL,
        since REAL NOT NULL,
        until REAL NOT NULL) STRICT""",
)
"""Revisions, ledger, made things, jobs and leases."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (M001_PROJECT,)
"""In order; the file's user_version counts those it has had."""
