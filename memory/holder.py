"""Which process holds something, and whether it still lives; knows not what it holds."""

from __future__ import annotations

import os
import re
import socket
from dataclasses import dataclass
from pathlib import Path

_TEXT = re.compile(r"(?P<pid>\d+)@(?P<host>[^@]*)@(?P<started>[^@]*)")


@dataclass(frozen=True, slots=True)
class Holder:
    """One process on one machine.

    Attributes:
        pid: Its number.
        host: The machine's name.
        started: The machine's boot and the process's start, so that a number used again by
            another process is not taken for the first; empty where the system does not tell.
    """

    pid: int
    host: str
    started: str

    @classmethod
    def me(cls) -> Holder:
        """This process."""
        return cls(os.getpid(), _host(), _started(os.getpid()) or "")

    @classmethod
    def from_text(cls, text: str) -> Holder | None:
        """The holder `text` wrote, or None."""
        match = _TEXT.fullmatch(text)
        return cls(int(match["pid"]), match["host"], match["started"]) if match else None

    def text(self) -> str:
        """One word, safe as a part of a file's name."""
        return f"{self.pid}@{self.host}@{self.started}"

    def is_gone(self) -> bool:
        """True when it surely ended; False when it lives or runs on another machine."""
        if self.host != _host():
            return False
        if not Path("/proc/self/stat").exists():
            return not _answers(self.pid)
        return _started(self.pid) != self.started


def _host() -> str:
    """The machine's name, without anything a file's name cannot hold."""
    return re.sub(r"[^A-Za-z0-9.-]", "_", socket.gethostname())


def _started(pid: int) -> str | None:
    """The boot and the clock tick at which a process started; None when it is not running.

    A killed process that nobody waited for yet (a zombie) counts as not running.
    """
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii")
    except OSError:
        return None
    state, *fields = stat.rpartition(")")[2].split()
    return None if state in "ZX" else f"{boot[:8]}.{fields[18]}"


def _answers(pid: int) -> bool:
    """Whether a process of that number exists, where there is no /proc."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
