"""Rows of what was made: which file came of which recipe; knows no maker and draws nothing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from memory.database import Database
from memory.errors import BadRequest
from memory.ledger import Ledger
from memory.recipe import Recipe, canonical
from memory.vault import Vault


@dataclass(frozen=True, slots=True)
class Made:
    """One made thing: a file, and what it was made from.

    Attributes:
        id: Its name in the project, never used again.
        kind: A kind of `memory.recipe.Kind`.
        target: The id in the film it was made for.
        digest: The digest of its recipe.
        look: The maker's look number then.
        maker: The maker's name.
        sha256: The content of its file in the vault.
        seconds: What making it took.
        bytes: The size of its file.
        ledger: The number of its row in the ledger.
        at: When, UTC.
        extra: What the maker has to tell, e.g. word times or notes; plain JSON.
    """

    id: str
    kind: str
    target: str
    digest: str
    look: int
    maker: str
    sha256: str
    seconds: float
    bytes: int
    ledger: int
    at: str
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Take:
    """A take of a shot under its name: t1 is the first one made for that shot, and stays it."""

    name: str
    made: Made


class Shelf:
    """Everything made so far, in order of making; rows are added, never changed."""

    def __init__(self, database: Database, ledger: Ledger, vault: Vault) -> None:
        self._database = database
        self._ledger = ledger
        self._vault = vault

    def made(self, digest: str) -> Made | None:
        """The newest thing of this digest whose file is still there."""
        return next((m for m in reversed(self._of("digest = ?", digest)) if self._there(m)), None)

    def made_for(self, kind: str, target: str) -> list[Made]:
        """Everything of a kind made for a target, oldest first."""
        return self._of("kind = ? AND target = ?", kind, target)

    def by_id(self, made_id: str) -> Made | None:
        """The row of an id."""
        return next(iter(self._of("id = ?", made_id)), None)

    def all(self) -> list[Made]:
        """Every row, oldest first."""
        return self._of("1")

    def since(self, ledger: int) -> list[Made]:
        """Rows added after a number of the ledger, oldest first."""
        return self._of("ledger > ?", ledger)

    def playable(self, kind: str, target: str) -> list[Made]:
        """As `made_for`, only those whose file is in the vault."""
        return [made for made in self.made_for(kind, target) if self._there(made)]

    def takes(self, shot: str) -> list[Take]:
        """The takes of a shot as t1, t2… in order of making."""
        rows = self.made_for("take", shot)
        return [Take(f"t{number}", made) for number, made in enumerate(rows, start=1)]

    def record(
        self,
        recipe: Recipe,
        sha256: str,
        seconds: float,
        note: str = "",
        extra: Mapping[str, object] | None = None,
    ) -> Made:
        """Add a row and its ledger entry, in one transaction.

        The same file of the same recipe and look for the same target is one row: it is returned.

        Args:
            recipe: What it was made from.
            sha256: The content, already in the vault.
            seconds: What making it took.
            note: A sentence for the ledger, e.g. why another maker had to stand in.
            extra: What the maker has to tell; plain JSON.

        Raises:
            ProjectDamaged: The vault holds no such file.
        """
        size = self._vault.path(sha256).stat().st_size
        with self._database.write() as connection:
            known = self.made_of(recipe, sha256)
            if known is not None:
                return known
            entry = self._ledger.append("made", _ledger_body(recipe, sha256, seconds, size, note))
            made = Made(
                id=f"made{entry.seq}",
                kind=recipe.kind,
                target=recipe.target,
                digest=recipe.digest,
                look=recipe.look,
                maker=recipe.maker,
                sha256=sha256,
                seconds=seconds,
                bytes=size,
                ledger=entry.seq,
                at=entry.at,
                extra=dict(extra or {}),
            )
            _insert(connection, made)
        return made

    def adopt(self, recipe: Recipe, made: Made) -> Made:
        """Record that a recipe for another target came to the same file; nothing is made."""
        if recipe.digest != made.digest:
            raise BadRequest(f"{made.id} was made from another recipe.", "Make it instead.")
        return self.record(recipe, made.sha256, 0.0, f"same as {made.id}", made.extra)

    def made_of(self, recipe: Recipe, sha256: str) -> Made | None:
        """The row of this very file, recipe, look and target, if there is one."""
        rows = self._of(
            "kind = ? AND target = ? AND digest = ? AND sha256 = ? AND look = ?",
            recipe.kind,
            recipe.target,
            recipe.digest,
            sha256,
            recipe.look,
        )
        return rows[0] if rows else None

    def check(self) -> list[str]:
        """Rows that do not agree with the ledger, and files gone or changed, in words."""
        entries = {entry.seq: entry for entry in self._ledger.entries()}
        found, damaged = [], set(self._vault.damaged())
        for made in self.all():
            entry = entries.get(made.ledger)
            told = entry.body if entry is not None and entry.kind == "made" else {}
            if any(told.get(name) != getattr(made, name) for name in _TOLD):
                found.append(f"{made.id} ({made.kind} of {made.target}) is not as the ledger says")
            if made.sha256 in damaged or not self._there(made):
                how = "was changed" if made.sha256 in damaged else "is missing"
                found.append(f"the file of {made.id} ({made.kind} of {made.target}) {how}")
        known = {made.sha256 for made in self.all()}
        return found + [f"the file {sha256[:12]} was changed" for sha256 in damaged - known]

    def _there(self, made: Made) -> bool:
        return self._vault.has(made.sha256)

    def _of(self, where: str, *values: object) -> list[Made]:
        with self._database.read() as connection:
            rows = connection.execute(
                f"SELECT * FROM made WHERE {where} ORDER BY ledger", values
            ).fetchall()
        return [Made(**{**dict(row), "extra": json.loads(row["extra"])}) for row in rows]


_TOLD = ("kind", "target", "digest", "look", "maker", "sha256", "bytes")
"""What a row and its ledger entry must agree on."""


def _ledger_body(
    recipe: Recipe, sha256: str, seconds: float, size: int, note: str
) -> dict[str, object]:
    """What the paper trail keeps of a made thing: everything it came from."""
    return {
        "kind": recipe.kind,
        "target": recipe.target,
        "maker": recipe.maker,
        "look": recipe.look,
        "digest": recipe.digest,
        "inputs": recipe.inputs,
        "sha256": sha256,
        "seconds": float(seconds),
        "bytes": size,
        "note": note,
    }


def _insert(connection: sqlite3.Connection, made: Made) -> None:
    names = Made.__dataclass_fields__
    values = [canonical(made.extra) if n == "extra" else getattr(made, n) for n in names]
    marks = ",".join("?" * len(values))
    connection.execute(f"INSERT INTO made ({','.join(names)}) VALUES ({marks})", values)


def newest(rows: Iterable[Made]) -> Made | None:
    """The row made last, or None."""
    return max(rows, key=lambda made: made.ledger, default=None)
