"""Workers that wait with the theatre already loaded, so that a first board need not wait for it.

Knows no project: a crew takes a worker from the bench and gives it one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence

STOP_SECONDS = 4.0


class Bench:
    """Up to `count` warm workers without a project.

    Args:
        count: How many sit on it once `fill` was called.
    """

    def __init__(self, count: int = 2) -> None:
        self.count = count
        self._waiting: list[subprocess.Popen[bytes]] = []
        self._guard = threading.Lock()

    def fill(self) -> None:
        """Have `count` workers warming up or warm."""
        with self._guard:
            self._waiting = [one for one in self._waiting if one.poll() is None]
            for _ in range(self.count - len(self._waiting)):
                self._waiting.append(_standby())

    def take(self, words: Sequence[str]) -> subprocess.Popen[bytes] | None:
        """Send a waiting worker to a project; None when nobody waits.

        Args:
            words: The arguments of `tools.worker`: folder, name, parent, idle seconds.
        """
        with self._guard:
            while self._waiting:
                worker = self._waiting.pop(0)
                if worker.poll() is None and _told(worker, words):
                    return worker
        return None

    def clear(self) -> None:
        """End everyone who still waits."""
        with self._guard:
            for worker in self._waiting:
                if worker.stdin is not None:
                    worker.stdin.close()
                worker.terminate()
            for worker in self._waiting:
                try:
                    worker.wait(STOP_SECONDS)
                except subprocess.TimeoutExpired:
                    worker.kill()
                    worker.wait()
            self._waiting = []


def _standby() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", "-m", "tools.worker", "--standby", str(os.getpid())]
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _told(worker: subprocess.Popen[bytes], words: Sequence[str]) -> bool:
    """Hand the worker its project over its standard input; False when it is gone."""
    if worker.stdin is None:
        return False
    try:
        worker.stdin.write(json.dumps(list(words)).encode() + b"\n")
        worker.stdin.close()
    except OSError:
        return False
    return True
