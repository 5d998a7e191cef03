"""Plays edit requests on fresh copies of a film and writes what a scorer needs.

    python -m benchmarks.edits REQUESTS.jsonl --film FILM.json --out RESULTS.jsonl
        [--director offline|URL] [--size 128x72] [--dry]

Each request has a project of its own, a copy of one in which the film's takes were really made at
a small size; its context (earlier utterances, the shot in view, a render under way) is played
first. Turns are those of the product: the director, the gate (answered with yes), the tools, the
queue; what an edit asks for is really rendered. `--dry` renders nothing: takes are rows with small
files. The director is the offline one, or a model behind an OpenAI-compatible URL.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agent.run import Conversations, Result, take_turn
from agent.settings import Settings
from agent.situations import takes_of
from memory.errors import RoughcutError
from memory.film import Film
from memory.project import Project
from memory.recipe import Recipe
from memory.reference import dump_reference, load_reference
from tools.assemble import assemble
from tools.boards import board_recipe
from tools.takes import take_recipe
from tools.workshop import make_now

SLUG = "film"
SMALL = (128, 72)
OLDER = 100_000
"""Added to the seed of a take that a newer one has replaced, so that it is another picture."""

FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What a mistake of ours raises: it costs the one request it happened in, and is told."""

Make = Callable[[Project, Recipe], object]


@dataclass(frozen=True, slots=True)
class House:
    """Where the copies are made, and how."""

    master: Path
    homes: Path
    settings: Settings
    make: Make
    given: Mapping[str, Any]
    """The film's file; what a copy still says of it is told in the file's own figures."""
    kept: Mapping[str, Any]
    """The same once it was read and written: lengths are whole frames there."""


def shelved(project: Project, recipe: Recipe) -> object:
    """A take that is a row and a small file."""
    there = project.made(recipe.digest)
    if there is not None:
        return there
    sha256 = project.vault.put(f"{recipe.kind} {recipe.digest}".encode(), ".mp4")
    shot: Any = recipe.inputs["shot"]
    length = shot["frames"] + shot["freeze"]
    return project.record(recipe, sha256, 1.0, extra={"frames": length})


def master_of(
    home: Path, data: Mapping[str, Any], size: tuple[int, int], make: Make, board: Make = shelved
) -> Path:
    """A project with as many takes of each shot as the film says, the newest fitting it.

    Boards are rows with small files, unless `board` draws them.
    """
    film = load_reference(data).model_copy(update={"width": size[0], "height": size[1]})
    project = Project.create(home, film, SLUG)
    for shot in film.order:
        count = max(1, len(data["shots"][shot].get("takes") or ()))
        for older in range(count - 1, 0, -1):
            make(project, take_recipe(_reseeded(film, shot, older), shot))
        make(project, take_recipe(film, shot))
        board(project, board_recipe(film, shot))
    folder = project.folder
    project.close()
    return folder


def _reseeded(film: Film, shot: str, by: int) -> Film:
    old = film.shots[shot]
    shots = {**film.shots, shot: old.model_copy(update={"seed": old.seed + OLDER + by})}
    return film.model_copy(update={"shots": shots})


def copied(house: House, name: str) -> Project:
    """A fresh copy of the master; files of the vault are shared, for they never change."""
    folder = house.homes / name / SLUG
    shutil.copytree(house.master, folder, copy_function=_linked)
    return Project.open(house.homes / name, SLUG)


def _linked(source: str, target: str) -> str:
    if f"{os.sep}vault{os.sep}" in source:
        os.link(source, target)
        return target
    return str(shutil.copy2(source, target))


def played(house: House, request: Mapping[str, Any]) -> dict[str, Any]:
    """One request on a fresh copy of the film, its context played first."""
    project = copied(house, request["id"])
    room = Conversations(house.settings)
    context = request.get("context", {})
    previous = context.get("previous", [])
    try:
        for words in [previous] if isinstance(previous, str) else previous:
            _said(house, room, project, words, None)
        if context.get("running"):
            _under_way(project)
        before = document(house, project)
        result = _said(house, room, project, request["utterance"], context.get("focus"))
        made = [Path(file).name for file in result.exports]
        made += ["cut.mp4"] if _finished(house, project, result) else []
        return {"id": request["id"], "kind": result.kind, "reply": result.reply,
                "before": before, "after": document(house, project), "made": made}  # fmt: skip
    finally:
        room.close()
        project.close()
        shutil.rmtree(house.homes / request["id"], ignore_errors=True)


def _judged(house: House, request: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return played(house, request)
    except FAULTS as fault:
        sys.stderr.write(f"\r{request['id']}: {type(fault).__name__} {fault}\n")
        return {
            "id": request["id"],
            "kind": "fault",
            "reply": str(fault),
            "before": {},
            "after": {},
        }


def _said(
    house: House, room: Conversations, project: Project, words: str, focus: str | None
) -> Result:
    """One turn, and the takes it asked for."""
    try:
        result = take_turn(room, project, words, yes=True, focus=focus, wait=False)
    except RoughcutError as error:
        return Result("warn", str(error))
    for job in project.jobs.pending():
        if job.recipe.kind == "take" and job.state == "waiting":
            house.make(project, job.recipe)
    return result


def _finished(house: House, project: Project, result: Result) -> bool:
    """Whether a note that asked for the film itself, not for an edit, got a cut."""
    asked = result.kind == "act" and not result.diff and not result.exports
    return asked and house.make is make_now and assemble(project) is not None


def _under_way(project: Project) -> None:
    """A render that waits for a worker, as in the middle of a shoot."""
    film = project.film
    project.jobs.enqueue([take_recipe(_reseeded(film, film.order[0], 1), film.order[0])])


def document(house: House, project: Project) -> dict[str, Any]:
    """The film in the form the scorer reads, at its own size and in the figures of its file."""
    project.refresh()
    data = dump_reference(project.film, takes_of(project))
    told: dict[str, Any] = as_given(data, house.kept, house.given)
    return told


def as_given(now: Any, kept: Any, given: Any) -> Any:
    """`now` with every value that is still as it was read put as the file put it.

    3.5 seconds at 25 frames a second are 88 whole frames, 3.52 seconds: no edit.
    """
    if isinstance(now, dict) and isinstance(kept, dict) and isinstance(given, dict):
        return {k: as_given(v, kept.get(k), given[k]) if k in given else v for k, v in now.items()}
    same = now == kept and isinstance(now, int | float | str) and isinstance(given, type(now))
    return given if same or (now == kept and _number(now) and _number(given)) else now


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def read_and_written(data: Mapping[str, Any]) -> dict[str, Any]:
    """The film's file once through the document, at the size of the copies."""
    film = load_reference(data).model_copy(update={"width": SMALL[0], "height": SMALL[1]})
    return dump_reference(film)


def settings_of(director: str, home: Path) -> Settings:
    """The offline director's settings, or those of a model behind a URL."""
    if director == "offline":
        return Settings(home, workers=0)
    model = os.environ.get("ROUGHCUT_MODEL") or "default"
    key = os.environ.get("OPENAI_API_KEY") or "none"
    return Settings(home, director, key, model, workers=0)


def parsed(words: Sequence[str]) -> argparse.Namespace:
    """The command's arguments."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("requests", type=Path)
    parser.add_argument("--film", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--director", default="offline")
    parser.add_argument("--dry", action="store_true")
    return parser.parse_args(words)


def main(words: Sequence[str]) -> int:
    """Plays all requests; progress and the time they took go to stderr."""
    args = parsed(words)
    film = json.loads(args.film.read_text("utf-8"))
    lines = args.requests.read_text("utf-8").splitlines()
    requests = [json.loads(line) for line in lines if line.strip()]
    make: Make = shelved if args.dry else make_now
    began = time.perf_counter()
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        args.out.open("w", encoding="utf-8") as out,
    ):
        home = Path(folder)
        master = master_of(home / "master", film, SMALL, make)
        settings = settings_of(args.director, home)
        house = House(master, home, settings, make, film, read_and_written(film))
        for number, request in enumerate(requests, 1):
            result = _judged(house, request)
            out.write(json.dumps(result, ensure_ascii=False) + "\n")
            sys.stderr.write(f"\r{number} of {len(requests)}")
    took = time.perf_counter() - began
    sys.stderr.write(f"\r{len(requests)} requests in {took:.0f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
