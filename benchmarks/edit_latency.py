"""How long "redo shot 4 darker" takes on a 24-shot film, against the render of that shot alone.

    python -m benchmarks.edit_latency [FRAMES]

1280x720, shots of FRAMES frames (default 72). All takes but the edited one are made before, by
copying one short clip, since only their joining counts here. The turn is timed in a warm process
with a warm worker, from the words to the playable cut (its board is drawn anew too); the render
alone is what the worker took for that very take, so that load hits both. Aim: at most 1.3 times.
The cold figure is the whole command
line, interpreter and imports included.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from agent.run import Conversations, take_turn
from agent.settings import Settings
from benchmarks.agent_overhead import long_film
from memory.film import Film
from memory.project import Project
from tools.assemble import assemble
from tools.boards import board_recipe
from tools.encode import Profile, black_frame, repeat, write_clip
from tools.takes import take_recipe
from tools.workshop import make_now

SHOTS, EDITED = 24, "sh4"
ROUNDS = 3
AIM = 1.3
WORDS = "redo shot 4 darker"
"""Said again and again: each time it is a picture that was not made before."""


def film_of(frames: int) -> Film:
    """Twenty-four shots of the same length at 1280x720."""
    film = long_film(SHOTS)
    shots = {
        name: shot.model_copy(
            update={"frames": frames, "transition_in": type(shot.transition_in)()}
        )
        for name, shot in film.shots.items()
    }
    return film.model_copy(update={"shots": shots, "width": 1280, "height": 720})


def shot_before(home: Path, film: Film) -> Project:
    """A project with a take of every shot and a cut."""
    project = Project.create(home, film, "latency")
    clip = home / "clip.mp4"
    for shot in film.order:
        length = film.shots[shot].length
        if not clip.exists():
            profile = Profile(film.width, film.height, Fraction(film.frame_rate))
            write_clip(repeat(black_frame(profile), length), profile, clip)
        sha256 = project.vault.put(clip, ".mp4")
        for recipe in (take_recipe(film, shot), board_recipe(film, shot)):
            project.record(recipe, sha256, 1.0, extra={"frames": length})
    make_now(project, take_recipe(film, EDITED))
    assemble(project)
    return project


def warm(home: Path, project: Project) -> tuple[list[float], list[float]]:
    """Seconds of each turn, and of the render of its take alone, as its worker measured it."""
    room = Conversations(Settings(home, workers=1))
    turns, renders = [], []
    take_turn(room, project, "make shot 4 warmer", yes=True)
    for _ in range(ROUNDS):
        began = time.perf_counter()
        result = take_turn(room, project, WORDS, yes=True)
        turns.append(time.perf_counter() - began)
        assert len(result.made) == 1, result
        take = project.made(take_recipe(project.film, EDITED).digest)
        assert take is not None
        renders.append(take.seconds)
    room.close()
    return turns, renders


def cold(home: Path) -> float:
    """Seconds of the whole command."""
    here = str(Path(__file__).parents[1])
    command = [sys.executable, "-m", "ui.cli", "say", "latency", "make shot 4 colder", "--json"]
    began = time.perf_counter()
    subprocess.run(
        command,
        env={**os.environ, "ROUGHCUT_HOME": str(home), "PYTHONPATH": here},
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - began


def main(words: Sequence[str]) -> int:
    """Print the figures as JSON; 1 when the aim is missed."""
    frames = int(words[0]) if words else 72
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        project = shot_before(home, film_of(frames))
        turns, renders = warm(home, project)
        started = cold(home)
    pairs = sorted(turn / render for turn, render in zip(turns, renders, strict=True))
    result: dict[str, Any] = {
        "frames": frames,
        "turn_seconds": [round(value, 2) for value in turns],
        "render_alone_seconds": [round(value, 2) for value in renders],
        "ratio": round(pairs[len(pairs) // 2], 2),
        "aim": AIM,
        "cold_command_seconds": round(started, 2),
        "met": pairs[len(pairs) // 2] <= AIM,
    }
    sys.stdout.write(json.dumps(result, indent=2) + "\n")
    return 0 if result["met"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
