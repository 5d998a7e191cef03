"""Real `draft` processes for proofs: started, watched and killed as a creator's machine would."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import psutil

from memory.project import Project
from tools.encode import Profile, read_frames

SIZE = (160, 88)
SMALL_SCRIPT = """Title: The Short Watch

INT. KITCHEN - NIGHT

MARA (30, dark hair, red coat) sits at a table. A clock ticks.

MARA
It is late.

TOM (40, beard, green jacket) comes in with a cup.

TOM
Go home.

EXT. HARBOUR - DAY

Rain. Mara walks along the pier.

MARA
I am home.
"""
"""Two scenes, three lines, six shots, about twenty seconds."""


def environment(home: Path, **more: str) -> dict[str, str]:
    """A process's surroundings: this house on its path, small pictures, films in `home`."""
    size = f"{SIZE[0]}x{SIZE[1]}"
    here = str(Path(__file__).parents[1])
    own = {"ROUGHCUT_HOME": str(home), "ROUGHCUT_SIZE": size, "PYTHONPATH": here}
    return {**os.environ, **own, **more}


def start(home: Path, *words: str, **more: str) -> subprocess.Popen[str]:
    """A `roughcut` process; its answer comes on stdout, its progress on stderr."""
    return subprocess.Popen(
        [sys.executable, "-m", "ui.cli", *words],
        env=environment(home, **more),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=home.parent,
    )


def roughcut(home: Path, *words: str, **more: str) -> tuple[int, dict[str, Any], str]:
    """Run a command with --json to its end: (exit code, answer, what went to stderr)."""
    process = start(home, *words, "--json", **more)
    out, err = process.communicate(timeout=300)
    assert "Traceback" not in err, err
    assert "Traceback" not in out, out
    return process.returncode, json.loads(out), err


def workers_of(process: subprocess.Popen[str]) -> list[psutil.Process]:
    """The render workers of a running draft."""
    try:
        children = psutil.Process(process.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []
    return [child for child in children if "tools.worker" in _words(child)]


def _words(process: psutil.Process) -> list[str]:
    try:
        return list(process.cmdline())
    except psutil.Error:
        return []


def kill(*processes: psutil.Process) -> int:
    """SIGKILL each; how many of them were alive."""
    killed = 0
    for process in processes:
        try:
            process.kill()
            killed += 1
        except psutil.NoSuchProcess:
            pass  # it had ended by itself
    return killed


def kill_tree(process: subprocess.Popen[str]) -> int:
    """SIGKILL a draft and everything it started; how many processes of ours died."""
    workers = workers_of(process)
    helpers = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    killed = 1 + kill(*workers)
    kill(*(each for each in helpers if each not in workers))
    process.communicate()
    return killed


def frame_digests(path: Path, width: int = SIZE[0], height: int = SIZE[1]) -> list[str]:
    """The digest of each decoded frame of a film."""
    profile = Profile(width, height, Fraction(24))
    return [hashlib.sha256(frame.tobytes()).hexdigest() for frame in read_frames(path, profile)]


def only_project(home: Path) -> Project:
    """The one film there is."""
    folders = [folder for folder in home.iterdir() if (folder / "project.sqlite").is_file()]
    assert len(folders) == 1, folders
    return Project.open(home, folders[0].name)


def made_digests(project: Project) -> Counter[tuple[str, str, str]]:
    """How many rows there are of each thing: (kind, target, digest)."""
    return Counter((made.kind, made.target, made.digest) for made in project.shelf.all())
