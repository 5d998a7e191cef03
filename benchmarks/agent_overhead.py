"""What a turn of the offline director costs beside the model, at several lengths of film.

    python -m benchmarks.agent_overhead [SHOTS…]

Each film has a board and a take of every shot on its shelf (rows and small files; nothing is
rendered). Turns of one warm process: medians and 95th percentiles. Aims: 50 ms without tools,
150 ms with one edit, both for 95 of 100 turns, and flat: the longest film at most twice the
shortest. The cold command line is reported beside it: until something is on the screen, and until
it is done.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from agent.run import Conversations, take_turn
from agent.settings import Settings
from memory.film import Film
from memory.project import Project
from memory.recall import Recall
from memory.recipe import Recipe
from memory.reference import load_reference
from tools.boards import board_recipe
from tools.takes import take_recipe

LENGTHS = (8, 100, 500)
TURNS = 20
TALK = "what is shot 3 about?"
AIMS_MS = {"talk": 50.0, "edit": 150.0}
FLAT = 2.0
COLD_STARTS = 5
SIGN_AIM = 0.3
REFERENCE = Path(__file__).parents[1] / "tests" / "data" / "reference_film.json"


def long_film(shots: int) -> Film:
    """The reference film with its shots over and over, each with ids of its own."""
    film = load_reference(json.loads(REFERENCE.read_text("utf-8")))
    made, order = {}, []
    for number in range(shots):
        shot = film.shots[film.order[number % len(film.order)]]
        name = f"sh{number + 1}"
        lines = tuple(
            line.model_copy(update={"id": f"{line.id}_{number}"}) for line in shot.dialogue
        )
        made[name] = shot.model_copy(update={"id": name, "dialogue": lines, "locked": False})
        order.append(name)
    return film.model_copy(update={"shots": made, "order": tuple(order), "bin": {}})


def shelved(home: Path, film: Film) -> Project:
    """A project in which everything is made already, as far as the rows tell."""
    project = Project.create(home, film, f"film of {len(film.order)}")
    for shot in film.order:
        for recipe in (board_recipe(film, shot), take_recipe(film, shot)):
            _shelve(project, recipe, film.shots[shot].length)
    return project


def _shelve(project: Project, recipe: Recipe, frames: int) -> None:
    sha256 = project.vault.put(f"{recipe.kind} {recipe.target}".encode(), ".mp4")
    project.record(recipe, sha256, 1.0, extra={"frames": frames})


def turn(room: Conversations, project: Project, words: str) -> float:
    """Milliseconds of one turn; what it makes stale is queued and not rendered.

    The memory's index is written in the background: here it is done before the clock starts.
    """
    Recall.open(project).settle()
    began = time.perf_counter()
    take_turn(room, project, words, yes=True, wait=False)
    return (time.perf_counter() - began) * 1000


def measured(home: Path, shots: int) -> dict[str, float]:
    """Median milliseconds of both kinds of turn on a film of so many shots."""
    project = shelved(home, long_film(shots))
    room = Conversations(Settings(home, workers=0))
    words = [f"make shot 4 {'darker' if n % 2 else 'brighter'}" for n in range(TURNS)]
    turn(room, project, TALK)
    turn(room, project, words[1])
    talk = [turn(room, project, TALK) for _ in words]
    edit = [turn(room, project, one) for one in words]
    room.close()
    project.close()
    return {
        "talk": median(talk),
        "edit": median(edit),
        "talk_p95": quantiles(talk, n=20)[-1],
        "edit_p95": quantiles(edit, n=20)[-1],
    }


def cold(home: Path) -> dict[str, float]:
    """Seconds of a command in a new process: until its first sign of life, and in all."""
    project = shelved(home, long_film(LENGTHS[0]))
    name = project.slug
    project.close()
    env = {**os.environ, "ROUGHCUT_HOME": str(home), "PYTHONPATH": str(REFERENCE.parents[2])}
    command = [sys.executable, "-m", "ui.cli", "say", name, TALK]
    signs, whole = [], []
    for _ in range(COLD_STARTS):
        began = time.perf_counter()
        with subprocess.Popen(
            command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        ) as process:
            assert process.stderr is not None
            process.stderr.read(1)
            signs.append(time.perf_counter() - began)
            process.stderr.read()
        whole.append(time.perf_counter() - began)
    return {"first_sign_seconds": round(median(signs), 2), "done_seconds": round(median(whole), 2)}


def main(words: Sequence[str]) -> int:
    """Print the figures as JSON; 1 when an aim is missed."""
    lengths = [int(word) for word in words] or list(LENGTHS)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        found = {shots: measured(Path(folder) / str(shots), shots) for shots in lengths}
        started = cold(Path(folder) / "cold")
    result: dict[str, Any] = {
        "milliseconds": {
            str(shots): {name: round(value, 1) for name, value in each.items()}
            for shots, each in found.items()
        },
        "aims": AIMS_MS,
        "growth": {
            name: round(found[max(lengths)][name] / found[min(lengths)][name], 2)
            for name in AIMS_MS
        },
    }
    result["cold"] = {**started, "first_sign_aim": SIGN_AIM}
    quick = all(
        each[f"{name}_p95"] <= aim for each in found.values() for name, aim in AIMS_MS.items()
    )
    result["met"] = quick and max(result["growth"].values()) <= FLAT
    sys.stdout.write(json.dumps(result, indent=2) + "\n")
    return 0 if result["met"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
