"""Real processes for the whole-path tests: the command line, and the studio."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SMALL = "320x180"

SHORT = """Title: The Cup

INT. KITCHEN - NIGHT

ADA, 30s, in a red coat, lifts a cup.

ADA
Who was here?

She sets it down.
"""

LONGER = """Title: The Letter

EXT. SHORE - DAY

MARA, 40s, in a yellow coat, walks along the water.

MARA
It came this morning.

TOM, 50s, in a blue jumper, waits by a boat.

TOM
Then read it to me.

MARA
I can't. Not here.

INT. KITCHEN - NIGHT

Mara lights a lamp. Tom sits down.

TOM
Now you can.

MARA
It says he is coming home.

Tom stands up and turns away.
"""


def environment(home: Path, **more: str) -> dict[str, str]:
    """What the process sees: its own films, small pictures, none of the owner's settings."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("ROUGHCUT_", "OPENAI_"))}
    path = os.pathsep.join([str(ROOT), kept.get("PYTHONPATH", "")])
    own = {"ROUGHCUT_HOME": str(home), "ROUGHCUT_SIZE": SMALL, "PYTHONPATH": path}
    return {**kept, **own, **more}


def roughcut(
    home: Path, *words: str, limit: float = 240, **more: Any
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; more settings in capitals."""
    return subprocess.run(
        [sys.executable, "-m", "ui.cli", *words],
        env=environment(home, **more),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=limit,
        check=False,
    )


def answer(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """The one object on stdout; anything else there fails."""
    lines = done.stdout.splitlines()
    assert len(lines) == 1, (done.stdout, done.stderr)
    data = json.loads(lines[0])
    assert isinstance(data, dict)
    return data


def takes(home: Path, film: str) -> dict[str, str]:
    """Each shot's take as shown, by shot id."""
    shown = answer(roughcut(home, "show", film, "--json"))
    return {one["id"]: one["sha256"] for one in shown["shots"]}


def start(home: Path, *words: str, more: Mapping[str, str] | None = None) -> Any:
    """A command as a running process, its stderr readable line by line."""
    return subprocess.Popen(
        [sys.executable, "-m", "ui.cli", *words],
        env=environment(home, **(more or {})),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
