"""`import`: a film, a screenplay, or footage from outside, taken into a project."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memory.errors import BadRequest
from ui.counter import Answer, Counter
from ui.sources import SCRIPTS, script_of, text_of

if TYPE_CHECKING:
    from memory.film import Film

CLIPS = {".mp4", ".mov", ".mkv", ".webm", ".avi"}
PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp"}
SOUNDS = {".wav", ".mp3", ".flac", ".ogg", ".m4a", ".aac", ".aif", ".aiff"}
LARGEST_FILM = 50_000_000
"""Bytes of a film.json."""


def bring_in(counter: Counter, source: str, into: str | None) -> Answer:
    """Take a file in: a film or a screenplay as a new project, footage into a film.

    Raises:
        BadRequest: no such file, a kind that is not read, or footage with no film to go into.
    """
    path = Path(source)
    try:
        there = path.is_file()
    except (OSError, ValueError):
        there = False
    if not there:
        raise BadRequest(f"There is no file {source[:200]!r}.", "Check the path.")
    kind = path.suffix.lower()
    if kind in CLIPS | PICTURES | SOUNDS:
        return _footage(counter, path, into)
    if into and kind in SCRIPTS:
        return _rescript(counter, path, into)
    if into:
        raise BadRequest(
            f"{path.name!r} is a film of its own.", "Import it without --into; it gets a project."
        )
    if kind == ".json":
        return _film(counter, path)
    if kind in SCRIPTS:
        return _script(counter, path)
    known = ", ".join(sorted({".json", *SCRIPTS, *CLIPS, *PICTURES, *SOUNDS}))
    raise BadRequest(f"{path.name!r} is not a kind I take in.", f"I take {known}.")


def read_json(path: Path) -> dict[str, Any]:
    """The object of a film file. Raises BadRequest when it holds none."""
    try:
        if path.stat().st_size > LARGEST_FILM:
            raise BadRequest(f"{path.name!r} is larger than 50 MB.", "Is it a film.json?")
        data = json.loads(path.read_text("utf-8"))
    except (ValueError, OSError, RecursionError) as error:
        raise BadRequest(f"{path.name!r} is not a film file.", "Give a film.json.") from error
    if not isinstance(data, dict):
        raise BadRequest(f"{path.name!r} is not a film file.", "Give a film.json.")
    return data


def read_film(path: Path) -> Any:
    """A film from a file, in the readable form or in a project's own."""
    from memory.film import SCHEMA
    from memory.migrations import read_film as read_own
    from memory.reference import load_reference

    data = read_json(path)
    return read_own(data) if data.get("schema") == SCHEMA else load_reference(data)


def _film(counter: Counter, path: Path) -> Answer:
    from memory.project import Project

    film = read_film(path)
    project = Project.create(counter.home, film, film.title)
    return _laid_out(project.slug, project.revision, len(film.order))


def _script(counter: Counter, path: Path) -> Answer:
    from agent.drafting import draft
    from agent.orders import Order

    counter.progress.begin("Reading the screenplay")
    made = draft(
        counter.room,
        Order(None, text_of(path)),
        until="shots",
        new=True,
        title=path.stem.replace("_", " "),
        tell=counter.progress.tell,
        stop=counter.stop,
    )
    return _laid_out(made["film"], made["revision"], made["shots"])


def _rescript(counter: Counter, path: Path, into: str) -> Answer:
    from agent.rescript import rescript

    counter.progress.begin("Reading the screenplay")
    project = counter.open(into)
    made = rescript(project, script_of(path), f"import {path.name[:200]}")
    return Answer(made, _rescript_lines(made, project.film))


def _rescript_lines(made: dict[str, Any], film: Film) -> list[str]:
    """What the new script touched, by the numbers shots have now."""

    def numbers(ids: list[str]) -> str:
        found = [str(film.number(one)) for one in ids]
        more = f" and {len(found) - 12} more" if len(found) > 12 else ""
        return f"{'shot' if len(found) == 1 else 'shots'} {', '.join(found[:12])}{more}"

    lines = [f"{made['film']}: {made['kept']} of {made['shots']} shots stay as they are."]
    if made["rewritten"]:
        lines.append(f"Rewritten: {numbers(made['rewritten'])}.")
    if made["added"]:
        lines.append(f"New: {numbers(made['added'])}.")
    if made["removed"]:
        lines.append(f"Taken out, and recoverable: {len(made['removed'])}.")
    lines += made["notes"]
    if made["rewritten"] or made["added"]:
        lines.append(f'Next: roughcut say {made["film"]} "shoot it"')
    return lines


def _laid_out(slug: str, revision: int, shots: int) -> Answer:
    data = {"film": slug, "revision": revision, "shots": shots}
    words = f"{slug}: {shots} shots laid out."
    return Answer(data, [words, f'Next: roughcut say {slug} "draw the boards", or "shoot it".'])


def _footage(counter: Counter, path: Path, into: str | None) -> Answer:
    if not into:
        raise BadRequest(f"{path.name!r} needs a film to go into.", "Say which: --into FILM.")
    project = counter.open(into)
    sha256 = project.vault.put(path, path.suffix.lower())
    kind = path.suffix.lower()
    what = "clip" if kind in CLIPS else "picture" if kind in PICTURES else "sound"
    body = {"what": what, "name": path.name[:200], "sha256": sha256}
    project.ledger.append("imported", body)
    kept = str(project.vault.path(sha256))
    words = f"{path.name}: kept in {project.slug} as a {what}, with its hash in the paper trail."
    limit = "Shots cannot use it yet: the route for footage is not built."
    data = {"film": project.slug, "kind": what, "file": kept, "sha256": sha256, "note": limit}
    return Answer(data, [words, limit])
