"""The stored revisions of a film: snapshot, changes and diff of each; decides nothing."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticSerializationError

from memory.change import AnyChange, dump_changes
from memory.database import Database
from memory.diff import FieldDiff, diff
from memory.errors import BadRequest, ProjectDamaged, RoughcutError
from memory.film import Film
from memory.history import RevisionKind, Step, as_step
from memory.ledger import Ledger
from memory.migrations import read_film
from memory.recipe import whole


@dataclass(frozen=True, slots=True)
class Revision:
    """One step of a film's history.

    Attributes:
        number: Counted from 1, never used again.
        at: When, UTC.
        author: Who: "creator", "director" and so on.
        words: What was said or meant, in words.
        kind: "edit", "undo" or "redo".
        parent: The edit it was made on; None for the first.
        content: The edit whose document this one shows; its own number for an edit.
        changes: The changes as plain data; empty for an undo or a redo.
        diff: The fields that moved against the revision before.
    """

    number: int
    at: str
    author: str
    words: str
    kind: RevisionKind
    parent: int | None
    content: int
    changes: tuple[Mapping[str, Any], ...]
    diff: tuple[FieldDiff, ...]


class Revisions:
    """The history of one project: revisions are added, never changed, never removed."""

    def __init__(self, database: Database, ledger: Ledger) -> None:
        self._database = database
        self._ledger = ledger

    def newest(self) -> int:
        """The number of the newest revision. Raises ProjectDamaged when there is none."""
        with self._database.read() as connection:
            number = connection.execute("SELECT max(number) FROM revision").fetchone()[0]
        if number is None:
            raise ProjectDamaged("The project has no revision.", "Restore it from a copy.")
        return int(number)

    def steps(self) -> list[Step]:
        """Every revision as the history sees it, oldest first."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT number, kind, parent, content FROM revision ORDER BY number"
            ).fetchall()
        return [as_step(row) for row in rows]

    def all(self) -> list[Revision]:
        """Every revision, oldest first."""
        with self._database.read() as connection:
            rows = connection.execute(f"SELECT {_SHOWN} FROM revision ORDER BY number").fetchall()
        return [_revision(row) for row in rows]

    def one(self, number: int) -> Revision:
        """The revision of a number. Raises BadRequest when there is none."""
        with self._database.read() as connection:
            row = connection.execute(
                f"SELECT {_SHOWN} FROM revision WHERE number = ?", (number,)
            ).fetchone()
        if row is None:
            raise BadRequest(f"There is no revision {number}.", f"The newest is {self.newest()}.")
        return _revision(row)

    def film(self, number: int) -> Film:
        """The document as a revision left it, lifted to today's schema.

        Raises:
            ProjectDamaged: It cannot be read.
            BadRequest: There is no such revision, or a newer Roughcut wrote it.
        """
        with self._database.read() as connection:
            row = connection.execute(
                "SELECT snapshot, sha256 FROM revision WHERE number = ?", (number,)
            ).fetchone()
        if row is None:
            raise BadRequest(f"There is no revision {number}.", f"The newest is {self.newest()}.")
        return _film(number, row)

    def add(
        self,
        old: Film | None,
        new: Film,
        *,
        kind: RevisionKind = "edit",
        content: int | None = None,
        changes: Sequence[AnyChange] = (),
        words: str = "",
        author: str = "creator",
    ) -> Revision:
        """Store one revision and its ledger entry, inside an open write or its own."""
        with self._database.write() as connection:
            steps = self.steps()
            number = steps[-1].number + 1 if steps else 1
            moved = diff(old, new) if old is not None else []
            text = _text_of(new)
            sha256 = hashlib.sha256(text).hexdigest()
            told = {"number": number, "kind": kind, "author": whole(author), "words": whole(words)}
            entry = self._ledger.append("revision", {**told, "sha256": sha256})
            parent = steps[-1].content if steps and kind == "edit" else None
            row = {
                **told,
                "at": entry.at,
                "parent": parent,
                "content": content or number,
                "title": new.title,
                "changes": json.dumps(dump_changes(list(changes))),
                "diff": json.dumps([d.as_json() for d in moved]),
                "snapshot": zlib.compress(text, 3),
                "sha256": sha256,
                "ledger": entry.seq,
            }
            _insert(connection, row)
        return _revision(row)

    def check(self) -> list[str]:
        """Revisions that cannot be read or do not agree with the ledger, in words."""
        told = {
            (entry.body.get("number"), entry.seq): entry.body.get("sha256")
            for entry in self._ledger.entries()
            if entry.kind == "revision"
        }
        found = []
        with self._database.read() as connection:
            rows = connection.execute("SELECT * FROM revision ORDER BY number").fetchall()
        for row in rows:
            if told.pop((row["number"], row["ledger"]), None) != row["sha256"]:
                found.append(f"revision {row['number']} is not as the ledger says")
            try:
                _film(row["number"], row)
            except RoughcutError as problem:
                found.append(str(problem.args[0]))
        return found + [f"revision {number} of the ledger is missing" for number, _ in told]


_SHOWN = "number, at, author, words, kind, parent, content, changes, diff"


def _text_of(film: Film) -> bytes:
    """The document as it is stored."""
    try:
        return film.model_dump_json(by_alias=True).encode()
    except PydanticSerializationError as problem:
        # A lone surrogate: half a character, from a terminal or a model's broken answer.
        raise BadRequest(
            "There is half a character in these words, which cannot be stored.",
            "Type them again, or save the text as UTF-8.",
        ) from problem


def _insert(connection: sqlite3.Connection, row: Mapping[str, Any]) -> None:
    names = ",".join(row)
    marks = ",".join("?" * len(row))
    connection.execute(
        f"INSERT INTO revision ({names}) VALUES ({marks})",
        tuple(row.values()),
    )


def _revision(row: Mapping[str, Any]) -> Revision:
    return Revision(
        number=row["number"],
        at=row["at"],
        author=row["author"],
        words=row["words"],
        kind=row["kind"],
        parent=row["parent"],
        content=row["content"],
        changes=tuple(json.loads(row["changes"])),
        diff=tuple(FieldDiff(**moved) for moved in json.loads(row["diff"])),
    )


def _film(number: int, row: Mapping[str, Any]) -> Film:
    try:
        text = zlib.decompress(row["snapshot"])
        if hashlib.sha256(text).hexdigest() != row["sha256"]:
            raise ValueError("its content was changed")
        plain = json.loads(text)
    except (zlib.error, ValueError) as problem:
        raise ProjectDamaged(
            f"Revision {number} cannot be read: {problem}.",
            "Nothing was overwritten; restore the project's folder from a copy.",
        ) from problem
    return read_film(plain)
