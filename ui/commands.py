"""What each command does, and how its result is put into words.

Heavy rooms are imported when a command runs.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memory.errors import BadRequest, RoughcutError, Stopped
from ui.counter import Answer, Counter
from ui.sources import path_in, read_source
from ui.words import moved_lines, option_lines

if TYPE_CHECKING:
    from agent.orders import Order
    from memory.project import Project


MOST_LETTERS = 20_000
"""Of one note."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What `draft` was asked."""

    source: str
    out: str | None
    until: str
    seconds: int | None
    seed: int
    new: bool


def draft(counter: Counter, order: Draft, yes: bool) -> Answer:
    """Make a film."""
    # Before anything heavy is imported: who waits must see at once that they were heard.
    counter.progress.begin("Making a film")
    from agent.drafting import draft as make
    from agent.orders import Order
    from agent.produce import STAGES

    if order.until not in STAGES:
        raise BadRequest(f"There is no stage {order.until!r}.", f"Stages: {', '.join(STAGES)}.")
    if order.out:
        _writable(Path(order.out))
    script, name = read_source(order.source)
    asked = Order(None if script else order.source, script, order.seconds, order.seed)
    try:
        made = make(
            counter.room,
            asked,
            until=order.until,
            new=order.new,
            yes=yes,
            title=name,
            tell=counter.progress.tell,
            stop=counter.stop,
        )
    except (Stopped, KeyboardInterrupt) as stopped:
        raise _stopped(counter, asked, order.until) from stopped
    if order.out and made["file"]:
        _copied(made["file"], Path(order.out))
        made["out"] = order.out
    return Answer(made, _draft_lines(made), 1 if made.get("failed") else 0)


def _stopped(counter: Counter, order: Order, until: str) -> Stopped:
    """What is kept of a draft that was stopped."""
    from agent.orders import unfinished
    from tools.plan import plan

    again = "say the same again to go on."
    try:
        project = unfinished(counter.home, order, until)
        shots = plan(project) if project else []
    except RoughcutError:
        shots = []
    if not shots:
        return Stopped("Stopped before there was a shot;", again)
    kept = sum(one.take_standing.state == "current" for one in shots)
    if kept:
        return Stopped(f"Stopped. {kept} of {len(shots)} shots are kept;", again)
    boards = sum(one.board_standing.state == "current" for one in shots)
    return Stopped(f"Stopped. 0 of {len(shots)} shots and {boards} boards are kept;", again)


def _copied(file: str, out: Path) -> None:
    try:
        part = out.with_name(f".{out.name}.part")
        shutil.copyfile(file, part)
        part.replace(out)
    except OSError as problem:
        raise BadRequest(
            f"{str(out)!r} cannot be written: {problem.strerror}.", f"The film is in {file}."
        ) from problem


def need_words(words: str) -> None:
    """Raise BadRequest for a note with nothing in it, or a whole book."""
    if not words.strip():
        raise BadRequest("There are no words in the note.", 'Try "redo shot 4 darker".')
    if len(words) > MOST_LETTERS:
        raise BadRequest(f"A note of {len(words)} letters is too long.", "Say one thing at a time.")


def _draft_lines(made: dict[str, Any]) -> list[str]:
    lines = [f"{made['film']}: {made['shots']} shots, {made['seconds']:.1f} s"]
    if made.get("approval"):
        lines.append(f"{made['approval']['question']} Say the same with --yes.")
    elif made.get("file"):
        lines.append(f"Film: {made.get('out') or made['file']}")
    lines.append(f'Next: roughcut say {made["film"]} "redo shot 4 darker"')
    return [*lines, *made.get("failed", [])]


def _writable(out: Path) -> None:
    if not out.parent.is_dir():
        raise BadRequest(f"There is no folder {str(out.parent)!r}.", "Make it first.")


def say(counter: Counter, film: str, words: str, yes: bool) -> Answer:
    """One turn."""
    need_words(words)
    counter.progress.begin("Reading the note")
    from agent.run import take_turn

    project = counter.open(film)
    result = take_turn(
        counter.room, project, words, yes=yes, tell=counter.progress.tell, stop=counter.stop
    )
    data = result.as_json()
    lines = [result.reply, *(f"  {line}" for line in moved_lines(data["diff"], project.film))]
    if data["made"]:
        count = len(data["made"])
        lines.append("Made: 1 new take." if count == 1 else f"Made: {count} new takes.")
    if data["cut"]:
        lines.append(f"Cut: {data['cut']['file']}")
    lines += [f"  {line}" for line in option_lines(data.get("options", ()))]
    if result.approval:
        lines.append(f'Answer with: roughcut say {project.slug} "yes"')
    if counter.stop.is_set():
        return Answer(data, lines, Stopped.exit_code)
    return Answer(data, lines)


def show(counter: Counter, film: str, part: str) -> Answer:
    """A film, as data and as lines."""
    from agent.situations import takes_of
    from memory.reference import dump_reference
    from tools.plan import plan

    project = counter.open(film)
    takes = takes_of(project)
    shots = [_shot_json(project, one, number) for number, one in enumerate(plan(project), 1)]
    data = {
        "film": dump_reference(project.film, takes),
        "shots": shots,
        "cut": _cut_json(project),
    }
    return Answer(data, _show_lines(project, part, shots))


def _show_lines(project: Project, part: str, shots: list[dict[str, Any]]) -> list[str]:
    from agent.table import film_table

    film = project.film
    if part == "script":
        return film.script.splitlines() or ["There is no script yet."]
    if part == "ledger":
        return [f"{e.seq} {e.at} {e.kind} {e.hash[:12]}" for e in project.ledger.entries()]
    if part == "state":
        return [f"{s['number']}. {s['state']} {s['take'] or ''}".rstrip() for s in shots]
    if part == "cast":
        return [
            f"{c.name}: {c.appearance or c.hair} {', '.join(c.wardrobe.values())} ({c.voice.name})"
            for c in film.characters.values()
        ]
    return film_table(film, {s["id"]: s["state"] for s in shots}).splitlines()


def _shot_json(project: Project, one: Any, number: int) -> dict[str, Any]:
    plays = one.take_standing.plays
    names = {take.made.id: take.name for take in project.takes(one.shot)}
    return {
        "id": one.shot,
        "number": number,
        "state": one.state,
        "take": names.get(plays.id) if plays else None,
        "file": str(project.vault.path(plays.sha256)) if plays else None,
        "sha256": plays.sha256 if plays else None,
    }


def _cut_json(project: Project) -> dict[str, Any] | None:
    """The cut as the film stands now; None while it was not cut since it moved."""
    from tools.assemble import standing_cut

    cut = standing_cut(project)
    return {key: cut[key] for key in ("file", "sha256", "seconds")} if cut else None


def check(counter: Counter, film: str) -> Answer:
    """What the supervisor finds."""
    from tools.supervisor import findings
    from ui.imports import read_film

    path = path_in(film)
    if path is not None and path.suffix == ".json" and path.is_file():
        document = read_film(path)
    else:
        document = counter.open(film).film
    found = findings(document)
    data = {"findings": [one.as_json() for one in found]}
    return Answer(data, [f"{one.message} ({one.mend})" for one in found] or ["Nothing found."])


def export(counter: Counter, film: str, kinds: Sequence[str], out: str | None) -> Answer:
    """Write a film out."""
    from tools.export import export as write

    project = counter.open(film)
    target = Path(out) if out and len(kinds) == 1 else None
    files = [str(write(project, kind, target)) for kind in kinds]
    return Answer({"files": files}, files)


def verify(counter: Counter, what: str) -> Answer:
    """Check hashes and the chain."""
    path = path_in(what)
    is_file = path is not None and path.is_file()
    project = _owner(counter, Path(what)) if is_file else counter.open(what)
    wrong = project.verify()
    data = {"film": project.slug, "sound": not wrong, "problems": wrong}
    lines = wrong or [f"{project.slug}: every file and the paper trail are sound."]
    return Answer(data, lines, 1 if wrong else 0)


def _owner(counter: Counter, path: Path) -> Project:
    """The project a file came from, by its content."""
    import hashlib

    from memory.library import found
    from memory.project import Project

    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    for folder in found(counter.home):
        project = Project(folder)
        if any(made.sha256 == digest for made in project.shelf.all()):
            return project
    raise BadRequest(
        f"{path.name!r} is not a file of any film here.", "It was changed, or made elsewhere."
    )


def recall(counter: Counter, film: str, rebuild: bool) -> Answer:
    """What the film remembers; with `rebuild` the memory is made anew first."""
    from memory.recall import Recall

    project = counter.open(film)
    memory = Recall.open(project)
    if rebuild:
        count = memory.rebuild()
        words = f"{project.slug}: the memory was made anew from the film; it knows {count} facts."
        return Answer({"film": project.slug, "facts": count, "rebuilt": True}, [words])
    facts = memory.facts()
    data = {"film": project.slug, "facts": [one.text for one in facts], "rebuilt": False}
    return Answer(data, [one.text for one in facts] or ["Nothing was noted yet."])
