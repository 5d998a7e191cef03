"""The render workers of one project, as processes. They take leases of jobs; knows no film."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.bench import Bench

STOP_SECONDS = 8.0
LOG = "worker.log"


class Crew:
    """Up to `count` workers on a project, started when there is work.

    Args:
        folder: The project's folder.
        count: Workers at most; one a core is right for the theatre.
        idle: Seconds a worker waits for more work before it ends.
        bench: Where warm workers wait; None starts every worker cold.
    """

    def __init__(
        self, folder: Path, count: int = 2, idle: float = 20.0, bench: Bench | None = None
    ) -> None:
        self.folder = folder.resolve()
        self.count = count
        self.idle = idle
        self.bench = bench
        self._guard = threading.Lock()
        self._workers: list[subprocess.Popen[bytes]] = []

    def ensure(self, wanted: int | None = None) -> None:
        """Have `wanted` workers (at most `count`) running; ended ones are replaced."""
        with self._guard:
            self._workers = [worker for worker in self._workers if worker.poll() is None]
            for _ in range(min(wanted or self.count, self.count) - len(self._workers)):
                self._workers.append(self._start())

    def _start(self) -> subprocess.Popen[bytes]:
        name = f"w{len(self._workers) + 1}"
        words = [str(self.folder), name, str(os.getpid()), str(self.idle)]
        warm = self.bench.take(words) if self.bench else None
        if warm is not None:
            return warm
        # -P: a tools.py in the folder one stands in must not be taken for ours.
        command = [sys.executable, "-P", "-m", "tools.worker", *words]
        with (self.folder / LOG).open("ab") as log:
            # A session of its own: Ctrl-C reaches the parent alone, which then ends its workers.
            return subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )

    def stop(self) -> None:
        """End the workers: asked first, their job goes back to the queue."""
        for worker in self._workers:
            with contextlib.suppress(ProcessLookupError):
                worker.terminate()
        for worker in self._workers:
            try:
                worker.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                worker.kill()
                worker.wait()
        self._workers = []

    @property
    def pids(self) -> list[int]:
        """The process ids of the workers that were started and not yet replaced."""
        return [worker.pid for worker in self._workers]

    @property
    def running(self) -> int:
        """How many workers live now."""
        return sum(worker.poll() is None for worker in self._workers)


@contextmanager
def crew_for(folder: Path, count: int, idle: float = 20.0) -> Iterator[Crew]:
    """A crew that is gone when the block ends, however it ends."""
    crew = Crew(folder, count, idle)
    try:
        yield crew
    finally:
        crew.stop()
