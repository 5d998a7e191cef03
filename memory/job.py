"""One job and its row: the steps between its states; decides nothing about the queue."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Literal, cast

from memory.errors import BadRequest
from memory.holder import Holder
from memory.recipe import Recipe

JobState = Literal["waiting", "running", "done", "failed", "dropped"]


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to be made.

    Attributes:
        digest: Its recipe's.
        recipe: What to make.
        state: Where it is.
        priority: Higher is sooner; equal ones in order of asking.
        attempt: How often it was begun since it was last asked for.
        claim: How often it was begun in all; tells its worker from an earlier one.
        progress: 0..1, as its worker last told.
        worker: Who has it, or had it last.
        error: Why it failed last; empty when it never did.
        retryable: Whether asking again may help.
        made: The id of what came out, when done.
    """

    digest: str
    recipe: Recipe
    state: JobState
    priority: int
    attempt: int
    claim: int
    progress: float
    worker: str
    error: str
    retryable: bool
    made: str | None


def row_of(connection: sqlite3.Connection, digest: str) -> sqlite3.Row:
    """The stored row of a digest. Raises BadRequest when it was never asked for."""
    row = connection.execute("SELECT * FROM job WHERE digest = ?", (digest,)).fetchone()
    if row is None:
        raise BadRequest(f"There is no job {digest[:12]!r}.", "Ask for it first.")
    return cast(sqlite3.Row, row)


def job_from(row: sqlite3.Row) -> Job:
    """A row as a job."""
    return Job(
        digest=row["digest"],
        recipe=Recipe.from_json(row["recipe"]),
        state=row["state"],
        priority=row["priority"],
        attempt=row["attempt"],
        claim=row["claim"],
        progress=row["progress"],
        worker=row["worker"],
        error=row["error"],
        retryable=bool(row["retryable"]),
        made=row["made"],
    )


def recipes_of(connection: sqlite3.Connection, digest: str) -> list[Recipe]:
    """The recipe under each target that asked for it."""
    rows = connection.execute(
        "SELECT recipe FROM job_recipe WHERE digest = ? ORDER BY rowid", (digest,)
    ).fetchall()
    return [Recipe.from_json(row["recipe"]) for row in rows]


def queue(connection: sqlite3.Connection, row: sqlite3.Row, recipe: Recipe, again: bool) -> None:
    """Let it wait, unless it waits or runs already or has failed for good."""
    if row["state"] in ("waiting", "running"):
        return
    if row["state"] == "failed" and not (row["retryable"] or again):
        return
    connection.execute(
        "UPDATE job SET state = 'waiting', recipe = ?, target = ?, attempt = 0, progress = 0, "
        "error = '', made = NULL WHERE digest = ?",
        (recipe.as_json(), recipe.target, recipe.digest),
    )


def end_failed(connection: sqlite3.Connection, digest: str, error: str, retryable: bool) -> None:
    """The job has failed for good, unless it ended otherwise meanwhile."""
    connection.execute(
        "UPDATE job SET state = 'failed', error = ?, retryable = ? "
        "WHERE digest = ? AND state IN ('waiting', 'running')",
        (error, int(retryable), digest),
    )


def lost(connection: sqlite3.Connection, now: float) -> list[sqlite3.Row]:
    """Running jobs whose worker ended or has been silent too long."""
    rows = connection.execute("SELECT * FROM job WHERE state = 'running'").fetchall()
    return [row for row in rows if row["lease_until"] <= now or _is_gone(row["holder"])]


def _is_gone(holder: str) -> bool:
    known = Holder.from_text(holder)
    return known is None or known.is_gone()


def with_needers(connection: sqlite3.Connection, digests: list[str]) -> list[str]:
    """The digests, then every one that needs one of them, directly or not."""
    found = list(dict.fromkeys(digests))
    for digest in found:
        rows = connection.execute("SELECT digest FROM job_need WHERE needs = ?", (digest,))
        found += [row["digest"] for row in rows.fetchall() if row["digest"] not in found]
    return found
