"""Makes a film in a process of its own and watches what it takes: seconds and memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

LOOK_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Making:
    """What a run of the command line came to.

    Attributes:
        code: Exit code.
        answer: What --json printed.
        seconds: Wall time.
        peak_bytes: Most memory (RSS) any one process of it had.
        peak_name: Which one that was.
        told: What went to stderr.
    """

    code: int
    answer: dict[str, Any]
    seconds: float
    peak_bytes: int
    peak_name: str
    told: str


def make(words: Sequence[str], home: Path, size: str = "1280x720") -> Making:
    """Run `roughcut WORDS --json` to its end, its films in `home`."""
    here = str(Path(__file__).parents[1])
    own = {"ROUGHCUT_HOME": str(home), "ROUGHCUT_SIZE": size, "PYTHONPATH": here}
    home.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    with (home / "told.txt").open("w+") as told, (home / "answer.json").open("w+") as answer:
        process = subprocess.Popen(
            [sys.executable, "-m", "ui.cli", *words, "--json"],
            env={**os.environ, **own},
            stdin=subprocess.DEVNULL,
            stdout=answer,
            stderr=told,
        )
        peak, name = _watched(process)
        seconds = time.perf_counter() - began
        answer.seek(0)
        told.seek(0)
        said = json.loads(answer.read() or "{}")
        return Making(process.returncode, said, seconds, peak, name, told.read())


def _watched(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    peak, name = 0, ""
    root = psutil.Process(process.pid)
    while process.poll() is None:
        try:
            for each in (root, *root.children(recursive=True)):
                size = each.memory_info().rss
                if size > peak:
                    peak, name = size, " ".join(each.cmdline()[:4])
        except psutil.Error:
            pass  # one of them ended between two looks
        time.sleep(LOOK_SECONDS)
    return peak, name
