"""What each command does, and how its result is printed.

Heavy rooms are imported when a command runs.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memory.errors import BadRequest, RoughcutError, Stopped
from ui.progress import Progress

if TYPE_CHECKING:
    from agent.run import Conversations
    from memory.project import Project

LARGEST_FILE = 2_000_000
SCRIPTS = {".fountain", ".txt", ".md", ".spmd"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command came to: plain data for --json, lines for people, an exit code."""

    data: dict[str, Any]
    lines: Sequence[str]
    code: int = 0


@dataclass
class Counter:
    """The command line's desk: settings, progress, the stop flag of Ctrl-C."""

    progress: Progress
    stop: threading.Event = field(default_factory=threading.Event)
    _room: Conversations | None = None

    @property
    def room(self) -> Conversations:
        """The process's conversations, opened on first need."""
        if self._room is None:
            from agent.run import Conversations
            from agent.settings import Settings

            self._room = Conversations(Settings.from_env(os.environ))
        return self._room

    @property
    def home(self) -> Path:
        """Where films live."""
        return Path(os.environ.get("ROUGHCUT_HOME") or "films")

    def open(self, name: str) -> Project:
        """A film by its name."""
        from memory.project import Project

        return Project.open(self.home, name)

    def close(self) -> None:
        """End workers this process started."""
        if self._room is not None:
            self._room.close()


def run(command: Callable[[Counter], Answer], as_json: bool) -> None:
    """Run a command to its exit code; no error reaches the creator as a traceback."""
    logging.basicConfig(level=logging.ERROR)
    counter = Counter(Progress(sys.stderr))
    signal.signal(signal.SIGINT, lambda *_: _interrupt(counter))
    signal.signal(signal.SIGTERM, lambda *_: _interrupt(counter))
    try:
        answer = command(counter)
    except Stopped as stopped:
        answer = _refusal(stopped)
    except KeyboardInterrupt:
        answer = _refusal(Stopped("Stopped.", "What is finished is kept; say the same to go on."))
    except RoughcutError as error:
        answer = _refusal(error)
    except Exception as fault:  # noqa: BLE001  the outermost rim: a trace goes to a file, words to people
        answer = _fault(counter, fault)
    finally:
        counter.progress.close()
        counter.close()
    if as_json:
        sys.stdout.write(json.dumps(answer.data, ensure_ascii=False) + "\n")
    else:
        stream = sys.stderr if answer.code else sys.stdout
        for line in answer.lines:
            print(line, file=stream)
    raise SystemExit(answer.code)


def _interrupt(counter: Counter) -> None:
    """First Ctrl-C: stop waiting; the second: at once."""
    if counter.stop.is_set():
        raise KeyboardInterrupt
    counter.stop.set()


def _refusal(error: RoughcutError) -> Answer:
    kind = type(error).__name__
    return Answer({"error": str(error), "kind": kind}, [str(error)], error.exit_code)


def _fault(counter: Counter, fault: Exception) -> Answer:
    where = counter.home / "fault.log"
    try:
        counter.home.mkdir(parents=True, exist_ok=True)
        with where.open("a", encoding="utf-8") as log:
            traceback.print_exception(fault, file=log)
    except OSError:
        traceback.print_exception(fault, file=sys.stderr)
    words = f"Something broke that should not: {type(fault).__name__}. The trace is in {where}."
    return Answer({"error": words, "kind": "Fault"}, [words, "Your films are as they were."], 1)


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
    from agent.drafting import draft as make
    from agent.orders import Order
    from agent.produce import STAGES

    if order.until not in STAGES:
        raise BadRequest(f"There is no stage {order.until!r}.", f"Stages: {', '.join(STAGES)}.")
    if order.out:
        _writable(Path(order.out))
    script, name = read_source(order.source)
    counter.progress.begin("Making a film")
    made = make(
        counter.room,
        Order(None if script else order.source, script, order.seconds, order.seed),
        until=order.until,
        new=order.new,
        yes=yes,
        title=name,
        tell=counter.progress.tell,
        stop=counter.stop,
    )
    if order.out and made["file"]:
        shutil.copyfile(made["file"], order.out)
        made["out"] = order.out
    return Answer(made, _draft_lines(made), 1 if made.get("failed") else 0)


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


def read_source(source: str) -> tuple[str | None, str]:
    """The text of a file and a name from it, or (None, "") when the source is an idea itself.

    Raises:
        BadRequest: a file that is not text, is empty, too large, or of a kind that is not read.
    """
    if not source.strip():
        raise BadRequest("There is nothing to film.", 'Say it in one line: roughcut draft "…".')
    try:
        path = Path(source)
        looks_like_path = len(source) < 500 and "\n" not in source
        is_file = looks_like_path and path.is_file()
    except (OSError, ValueError):
        is_file = False
    if is_file:
        return _text_of(path), path.stem.replace("_", " ")
    if looks_like_path and path.suffix.lower() in SCRIPTS | {".fdx", ".pdf"}:
        raise BadRequest(f"There is no file {source!r}.", "Check the path.")
    return None, ""


def _text_of(path: Path) -> str:
    if path.suffix.lower() not in SCRIPTS:
        known = ", ".join(sorted(SCRIPTS))
        raise BadRequest(f"{path.name!r} is not a kind of script I read.", f"I read {known}.")
    if path.stat().st_size > LARGEST_FILE:
        raise BadRequest(f"{path.name!r} is larger than 2 MB.", "Split it, or export text only.")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadRequest(f"{path.name!r} is not UTF-8 text.", "Save it as plain text.") from error
    if "\x00" in text:
        raise BadRequest(f"{path.name!r} is not text.", "Export it as Fountain or plain text.")
    if not text.strip():
        raise BadRequest(f"{path.name!r} is empty.", "Write a scene or a line first.")
    return text


def say(counter: Counter, film: str, words: str, yes: bool) -> Answer:
    """One turn."""
    from agent.run import take_turn

    project = counter.open(film)
    counter.progress.begin("Reading the note")
    result = take_turn(
        counter.room, project, words, yes=yes, tell=counter.progress.tell, stop=counter.stop
    )
    data = result.as_json()
    lines = [result.reply, *(_diff_line(one) for one in data["diff"])]
    if data["made"]:
        lines.append(f"Made: {len(data['made'])} new takes.")
    if data["cut"]:
        lines.append(f"Cut: {data['cut']['file']}")
    if result.approval:
        lines.append(f'Answer with: roughcut say {project.slug} "yes"')
    return Answer(data, lines)


def _diff_line(one: dict[str, Any]) -> str:
    return f"  {one['path']}: {_short(one['old'])} -> {_short(one['new'])}"


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else f"{text[:77]}..."


def show(counter: Counter, film: str, part: str) -> Answer:
    """A film, as data and as lines."""
    from agent.situations import takes_of
    from memory.reference import dump_reference
    from tools.plan import plan

    project = counter.open(film)
    takes = takes_of(project)
    shots = [_shot_json(project, one, number) for number, one in enumerate(plan(project), 1)]
    cuts = project.made_for("cut", "film")
    data = {
        "film": dump_reference(project.film, takes),
        "shots": shots,
        "cut": _cut_json(project, cuts[-1]) if cuts else None,
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


def _cut_json(project: Project, made: Any) -> dict[str, Any]:
    from tools.timeline import Timeline

    film = project.film
    seconds = float(Timeline.of(film).total / film.frame_rate)
    return {"file": str(project.vault.path(made.sha256)), "sha256": made.sha256, "seconds": seconds}


def check(counter: Counter, film: str) -> Answer:
    """What the supervisor finds."""
    from memory.reference import load_reference
    from tools.supervisor import findings

    path = Path(film)
    if path.suffix == ".json" and path.is_file():
        document = load_reference(_json_of(path))
    else:
        document = counter.open(film).film
    found = findings(document)
    data = {"findings": [one.as_json() for one in found]}
    return Answer(data, [f"{one.message} ({one.mend})" for one in found] or ["Nothing found."])


def _json_of(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text("utf-8"))
    except (ValueError, OSError) as error:
        raise BadRequest(f"{path.name!r} is not a film file.", "Give a film.json.") from error
    if not isinstance(data, dict):
        raise BadRequest(f"{path.name!r} is not a film file.", "Give a film.json.")
    return data


def export(counter: Counter, film: str, kinds: Sequence[str], out: str | None) -> Answer:
    """Write a film out."""
    from tools.export import export as write

    project = counter.open(film)
    target = Path(out) if out and len(kinds) == 1 else None
    files = [str(write(project, kind, target)) for kind in kinds]
    return Answer({"files": files}, files)


def verify(counter: Counter, what: str) -> Answer:
    """Check hashes and the chain."""
    path = Path(what)
    project = _owner(counter, path) if path.is_file() else counter.open(what)
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
