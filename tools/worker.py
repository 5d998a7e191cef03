"""A render worker: takes jobs of one project until there are none.

Knows no film and no conversation.

    python -m tools.worker FOLDER NAME PARENT_PID IDLE_SECONDS
    python -m tools.worker --standby PARENT_PID

In the second form it loads the theatre first and gets the rest as JSON on its standard input.

It ends when it was idle long enough, when asked to (SIGTERM), or, after its present job, when the
process that started it is gone. A job that was dropped meanwhile is left at the next frame.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
import time
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import FrameType

from memory.errors import MakerFailed, RoughcutError, Stopped
from memory.jobs import Job
from memory.project import Project
from tools.workshop import made_file, sweep

log = logging.getLogger("roughcut.worker")

LOG = "worker.log"
LOOK_SECONDS = 0.1
"""Between two looks for work; also what a cut waits for its last take."""
BEAT_SECONDS = 0.4
DRAWN = frozenset({"take", "view", "board"})
"""Kinds the theatre draws."""


@dataclass
class Worker:
    """One worker at its bench."""

    project: Project
    name: str
    parent: int
    idle: float
    asked_to_stop: bool = False
    _beat_at: float = field(default=0.0)

    def run(self) -> None:
        """Take jobs until there is a reason to end."""
        sweep(self.project)
        since = time.monotonic()
        while not self.asked_to_stop and not self._orphaned():
            job = self.project.jobs.claim(self.name)
            if job is not None:
                self._do(job)
                since = time.monotonic()
            elif time.monotonic() - since > self.idle:
                return
            else:
                time.sleep(LOOK_SECONDS)

    def _do(self, job: Job) -> None:
        if job.recipe.kind in DRAWN:
            _sharpen()
        try:
            with made_file(self.project, job.recipe, lambda share: self._beat(job, share)) as made:
                product, seconds = made
                sha256 = self.project.vault.put(product.path, product.path.suffix)
                self.project.jobs.done(job, sha256, seconds, product.note, product.extra)
        except Stopped:
            self.project.jobs.give_back(job)
        except RoughcutError as error:
            retryable = isinstance(error, MakerFailed) and error.retryable
            log.warning("%s of %s: %s", job.recipe.kind, job.recipe.target, error)
            self.project.jobs.fail(job, str(error), retryable)
        except Exception as fault:
            log.exception("%s of %s failed", job.recipe.kind, job.recipe.target)
            self.project.jobs.fail(job, f"{type(fault).__name__}: {fault}", retryable=False)

    def _beat(self, job: Job, share: float) -> None:
        now = time.monotonic()
        if self.asked_to_stop:
            raise Stopped("The worker was asked to stop.")
        if now - self._beat_at >= BEAT_SECONDS:
            self._beat_at = now
            if not self.project.jobs.beat(job, share):
                raise Stopped("Nobody wants this any more.")

    def _orphaned(self) -> bool:
        return os.getppid() != self.parent

    def ask_to_stop(self, _signal: int, _frame: FrameType | None) -> None:
        """A signal handler: end at the next frame."""
        self.asked_to_stop = True


def main(arguments: list[str]) -> int:
    """Run one worker; see the module's docstring for the arguments."""
    if arguments[:1] == ["--standby"]:
        called = stand_by()
        if called is None:
            return 0
        arguments = called
    folder, name, parent, idle = arguments
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(process)d %(message)s")
    worker = Worker(Project(Path(folder)), name, int(parent), float(idle))
    signal.signal(signal.SIGTERM, worker.ask_to_stop)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    worker.run()
    return 0


@lru_cache(maxsize=1)
def _sharpen() -> None:
    """Compile all of the theatre's loops where this machine has none yet; else they load by need.

    At once, so that who waits can be told how long it takes.
    """
    from tools.theatre import toolchest

    if not toolchest.ready():
        from tools.theatre.shot import warm

        warm()


def stand_by() -> list[str] | None:
    """Load the theatre, then wait for a project on standard input; None when nobody calls."""
    from tools.theatre.shot import warm

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    warm()
    line = sys.stdin.readline()
    if not line:
        return None
    words = [str(word) for word in json.loads(line)]
    log_file = os.open(Path(words[0]) / LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    for stream in (1, 2):
        os.dup2(log_file, stream)
    return words


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
