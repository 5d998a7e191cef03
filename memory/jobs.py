"""Things to be made, as durable rows that outlive any process; knows no maker and makes nothing.

waiting -> running -> done | failed, and dropped when an edit no longer wants it. A job is its
recipe's digest, so nothing is ever in the queue twice. A worker holds a job by beating; the job
of a dead worker is taken again, three times at most.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import cast

from memory.database import Database
from memory.errors import BadRequest, Stopped
from memory.failpoint import reach
from memory.holder import Holder
from memory.job import (
    Job,
    JobState,
    end_failed,
    job_from,
    lost,
    queue,
    recipes_of,
    row_of,
    with_needers,
)
from memory.recipe import Recipe, whole
from memory.shelf import Made, Shelf

__all__ = ["ATTEMPTS", "JOB_LEASE_SECONDS", "Job", "JobState", "Jobs"]

ATTEMPTS = 3
"""How often a job is tried before it has failed."""
JOB_LEASE_SECONDS = 300.0
"""How long a living worker may be silent (a model loads); on one machine its end shows at once."""
_ENDED = ("done", "failed", "dropped")
_FIRST_LOOK, _LONGEST_LOOK = 0.02, 0.25
_LOST_WORKER = "its worker stopped in the middle"


class Jobs:
    """The queue of one project, shared by every process that has it open."""

    def __init__(self, database: Database, shelf: Shelf) -> None:
        self._database = database
        self._shelf = shelf

    def enqueue(
        self,
        recipes: Iterable[Recipe],
        after: Mapping[str, Collection[str]] | None = None,
        *,
        priority: int = 0,
        again: bool = False,
    ) -> list[Job]:
        """Ask for things to be made; what is made, waits or runs already is not asked for twice.

        Args:
            recipes: What to make.
            after: For a digest, the digests that must be done before it; each was made, or is
                asked for here or was before.
            priority: Higher is sooner.
            again: Also make again what is done, and try again what failed for good.

        Returns:
            The jobs, one a recipe, in the order given.

        Raises:
            BadRequest: A digest in `after` was never asked for, or was dropped.
        """
        wanted = list(recipes)
        with self._database.write() as connection:
            self._reclaim(connection)
            for recipe in wanted:
                self._ask(connection, recipe, priority, again)
            for recipe in wanted:
                for need in (after or {}).get(recipe.digest, ()):
                    self._tie(connection, recipe.digest, need)
            return [job_from(row_of(connection, recipe.digest)) for recipe in wanted]

    def claim(self, worker: str, kinds: Collection[str] | None = None) -> Job | None:
        """Take the next job whose needs are done, for this process; None when there is none.

        Args:
            worker: The worker's name, for the eyes.
            kinds: Only jobs of these kinds.
        """
        with self._database.write() as connection:
            self._reclaim(connection)
            digest = self._next(connection, kinds)
            if digest is None:
                return None
            connection.execute(
                "UPDATE job SET state = 'running', attempt = attempt + 1, claim = claim + 1, "
                "progress = 0, worker = ?, holder = ?, lease_until = ? WHERE digest = ?",
                (worker, Holder.me().text(), self._lease_end(), digest),
            )
            job = job_from(row_of(connection, digest))
        reach("job.claimed")
        return job

    def beat(self, job: Job, progress: float | None = None) -> bool:
        """Say that the work goes on; False when the job is no longer this worker's to do."""
        with self._database.write() as connection:
            changed = connection.execute(
                "UPDATE job SET lease_until = ?, progress = coalesce(?, progress) "
                "WHERE digest = ? AND state = 'running' AND claim = ?",
                (self._lease_end(), progress, job.digest, job.claim),
            ).rowcount
        return changed == 1

    def done(
        self,
        job: Job,
        sha256: str,
        seconds: float,
        note: str = "",
        extra: Mapping[str, object] | None = None,
    ) -> Made:
        """The file is in the vault: record it and end the job, in one transaction.

        A job that was dropped or taken by another meanwhile is recorded all the same: the file
        is what its recipe says. When two workers made it, the first one's row stands.

        Raises:
            ProjectDamaged: The vault holds no such file.
        """
        with self._database.write() as connection:
            row = row_of(connection, job.digest)
            stands = self._finished(row) if row["claim"] != job.claim else None
            if stands is not None:
                return stands
            made = self._shelf.record(job.recipe, sha256, seconds, note, extra)
            reach("job.recorded")
            for other in recipes_of(connection, job.digest):
                if not self._shelf.made_of(other, made.sha256):
                    self._shelf.adopt(other, made)
            connection.execute(
                "UPDATE job SET state = 'done', made = ?, progress = 1, error = '', holder = '' "
                "WHERE digest = ?",
                (made.id, job.digest),
            )
            reach("job.done")
        reach("job.committed")
        return made

    def fail(self, job: Job, error: str, retryable: bool) -> JobState:
        """The work failed; it waits for another try, or has failed for good with its needers.

        Args:
            job: The job as claimed.
            error: Why, in words for the creator.
            retryable: False when the same request can never work.

        Returns:
            The state it is in now.
        """
        with self._database.write() as connection:
            row = row_of(connection, job.digest)
            if row["state"] == "running" and row["claim"] == job.claim:
                self._fall(connection, row, whole(error), retryable)
            return cast(JobState, row_of(connection, job.digest)["state"])

    def give_back(self, job: Job) -> None:
        """A worker that was asked to stop leaves its job to the next one; it is no failed try."""
        with self._database.write() as connection:
            connection.execute(
                "UPDATE job SET state = 'waiting', attempt = attempt - 1, progress = 0 "
                "WHERE digest = ? AND state = 'running' AND claim = ?",
                (job.digest, job.claim),
            )

    def drop(self, unwanted: Iterable[str]) -> list[str]:
        """Take jobs of these digests, and those that need them, out; returns which were.

        A running one ends when its worker next beats.
        """
        dropped = []
        with self._database.write() as connection:
            for digest in with_needers(connection, list(unwanted)):
                changed = connection.execute(
                    "UPDATE job SET state = 'dropped' "
                    "WHERE digest = ? AND state IN ('waiting', 'running')",
                    (digest,),
                ).rowcount
                dropped += [digest] if changed else []
        return dropped

    def get(self, digest: str) -> Job | None:
        """The job of a digest, or None."""
        return next(iter(self._jobs("digest = ?", digest)), None)

    def pending(self) -> list[Job]:
        """Jobs that wait or run, the next one first."""
        return self._jobs("state IN ('waiting', 'running')")

    def counts(self) -> dict[str, int]:
        """How many jobs are in each state; a state without any is 0."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT state, count(*) FROM job GROUP BY state").fetchall()
        return {**dict.fromkeys(("waiting", "running", *_ENDED), 0), **dict(map(tuple, rows))}

    def reclaim(self) -> None:
        """Give back the jobs of workers that died or fell silent."""
        with self._database.write() as connection:
            self._reclaim(connection)

    def wait(
        self,
        digests: Sequence[str],
        timeout: float | None = None,
        on_progress: Callable[[list[Job]], None] | None = None,
        cancel: Callable[[], bool] | None = None,
    ) -> list[Job]:
        """The jobs of these digests, once all have ended or the time is over.

        Args:
            digests: What to wait for; each was asked for before.
            timeout: Seconds, or None for as long as it takes.
            on_progress: Called with the jobs whenever one of them has moved.
            cancel: Asked at every look; True stops the waiting, not the work.

        Raises:
            Stopped: `cancel` said so.
        """
        end = None if timeout is None else time.monotonic() + timeout
        seen: list[Job] = []
        pause = _FIRST_LOOK
        while True:
            jobs = [job for job in map(self.get, digests) if job is not None]
            moved, seen = jobs != seen, jobs
            if moved and on_progress is not None:
                on_progress(jobs)
            if all(job.state in _ENDED for job in jobs) or (end and time.monotonic() >= end):
                return jobs
            if cancel is not None and cancel():
                raise Stopped("Stopped waiting.", "What is finished is kept; ask again to go on.")
            pause = _FIRST_LOOK if moved else min(pause * 1.5, _LONGEST_LOOK)
            time.sleep(pause)
            self._give_back_if_dead(jobs)

    def _give_back_if_dead(self, jobs: Sequence[Job]) -> None:
        """Reclaim only when there is something to: most looks write nothing."""
        if any(job.state == "running" for job in jobs):
            with self._database.read() as connection:
                any_lost = lost(connection, self._database.clock())
            if any_lost:
                self.reclaim()

    def _ask(
        self, connection: sqlite3.Connection, recipe: Recipe, priority: int, again: bool
    ) -> None:
        connection.execute(
            "INSERT OR REPLACE INTO job_recipe (digest, target, recipe) VALUES (?,?,?)",
            (recipe.digest, recipe.target, recipe.as_json()),
        )
        made = None if again else self._shelf.made(recipe.digest)
        connection.execute(
            "INSERT OR IGNORE INTO job (digest, recipe, kind, target, state, at) "
            "VALUES (?, ?, ?, ?, 'dropped', ?)",
            (recipe.digest, recipe.as_json(), recipe.kind, recipe.target, self._database.stamp()),
        )
        if made is not None:
            self._already(connection, recipe, made)
            return
        queue(connection, row_of(connection, recipe.digest), recipe, again)
        connection.execute(
            "UPDATE job SET priority = max(priority, ?) WHERE digest = ?",
            (priority, recipe.digest),
        )

    def _tie(self, connection: sqlite3.Connection, digest: str, need: str) -> None:
        """Let a job wait for another; it fails with one that has failed for good."""
        if need == digest or self._shelf.made(need) is not None:
            return
        other = row_of(connection, need)
        if other["state"] == "dropped":
            raise BadRequest(f"The {_name(other)} was dropped.", "Ask for it too.")
        connection.execute(
            "INSERT OR IGNORE INTO job_need (digest, needs) VALUES (?, ?)", (digest, need)
        )
        if other["state"] == "failed":
            end_failed(connection, digest, _needed(other, other["error"]), True)

    def _already(self, connection: sqlite3.Connection, recipe: Recipe, made: Made) -> None:
        """The file is there: the job is done, for this target too."""
        if not self._shelf.made_of(recipe, made.sha256):
            made = self._shelf.adopt(recipe, made)
        connection.execute(
            "UPDATE job SET state = 'done', made = ?, progress = 1 WHERE digest = ?",
            (made.id, recipe.digest),
        )

    def _next(self, connection: sqlite3.Connection, kinds: Collection[str] | None) -> str | None:
        """The digest of the next job to begin: one that waits for no other."""
        marks = ",".join("?" * len(kinds)) if kinds is not None else ""
        only = f"AND kind IN ({marks})" if kinds is not None else ""
        row = connection.execute(
            "SELECT digest FROM job j WHERE state = 'waiting' "
            f"{only} AND NOT EXISTS (SELECT 1 FROM job_need n JOIN job d ON d.digest = n.needs "
            "WHERE n.digest = j.digest AND d.state != 'done') "
            "ORDER BY priority DESC, seq LIMIT 1",
            tuple(kinds or ()),
        ).fetchone()
        return None if row is None else str(row["digest"])

    def _reclaim(self, connection: sqlite3.Connection) -> None:
        for row in lost(connection, self._database.clock()):
            self._fall(connection, row, _LOST_WORKER, retryable=True)

    def _fall(
        self, connection: sqlite3.Connection, row: sqlite3.Row, error: str, retryable: bool
    ) -> None:
        """Back to waiting while it may be tried again; else failed, and all that need it."""
        digest = row["digest"]
        if retryable and row["attempt"] < ATTEMPTS:
            connection.execute(
                "UPDATE job SET state = 'waiting', error = ?, retryable = 1, progress = 0 "
                "WHERE digest = ?",
                (error, digest),
            )
            return
        end_failed(connection, digest, error, retryable)
        for needer in with_needers(connection, [digest])[1:]:
            end_failed(connection, needer, _needed(row, error), True)

    def _finished(self, row: sqlite3.Row) -> Made | None:
        """What another worker made of the job meanwhile, if its file is there."""
        return self._shelf.made(row["digest"]) if row["state"] == "done" else None

    def _lease_end(self) -> float:
        return self._database.clock() + JOB_LEASE_SECONDS

    def _jobs(self, where: str, *values: object) -> list[Job]:
        with self._database.read() as connection:
            rows = connection.execute(
                f"SELECT * FROM job WHERE {where} ORDER BY priority DESC, seq", values
            ).fetchall()
        return [job_from(row) for row in rows]


def _name(row: sqlite3.Row) -> str:
    return f"{row['kind']} of {row['target']}"


def _needed(row: sqlite3.Row, error: str) -> str:
    return f"the {_name(row)} it needs failed: {error}"
