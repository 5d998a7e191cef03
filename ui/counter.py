"""The counter a command is served at: settings, progress, Ctrl-C, and errors put into words.

Knows no command.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from memory.errors import RoughcutError, Stopped
from ui.progress import Progress

if TYPE_CHECKING:
    from agent.run import Conversations
    from memory.project import Project

PATIENCE_SECONDS = 5.0
"""After Ctrl-C, what does not end by itself is left where it stands: all of it can be killed."""
FFMPEG = "ROUGHCUT_FFMPEG"


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

            choose_binary()
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


def choose_binary() -> None:
    """Use the FFmpeg of ROUGHCUT_FFMPEG, here and in every worker. Raises MakerMissing."""
    chosen = os.environ.get(FFMPEG)
    if chosen:
        from tools.ffmpeg import choose_ffmpeg

        choose_ffmpeg(Path(chosen))


def run(command: Callable[[Counter], Answer], as_json: bool) -> None:
    """Run a command to its exit code; no error reaches the creator as a traceback."""
    logging.basicConfig(level=logging.ERROR)
    counter = Counter(Progress(sys.stderr))
    _listen_for_stop(counter)
    answer = _served(command, counter)
    counter.progress.close()
    counter.close()
    try:
        _put(answer, as_json)
    except BrokenPipeError:
        # Whoever read us (a pager, `head`) has gone; nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(answer.code)


def _served(command: Callable[[Counter], Answer], counter: Counter) -> Answer:
    try:
        return command(counter)
    except KeyboardInterrupt:
        return refusal(Stopped("Stopped.", "What is finished is kept; say the same to go on."))
    except RoughcutError as error:
        return refusal(error)
    except Exception as fault:  # noqa: BLE001  the outermost rim: a trace goes to a file, words to people
        return _fault(counter, fault)
    finally:
        at_leisure()


def _put(answer: Answer, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(answer.data, ensure_ascii=False) + "\n")
    else:
        stream = sys.stderr if answer.code else sys.stdout
        for line in answer.lines:
            print(line, file=stream)
    sys.stdout.flush()


def _listen_for_stop(counter: Counter) -> None:
    """The first Ctrl-C asks everything to stop; the second, or patience's end, does not ask."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        if counter.stop.is_set():
            raise KeyboardInterrupt
        counter.stop.set()
        if hasattr(signal, "SIGALRM"):
            signal.setitimer(signal.ITIMER_REAL, PATIENCE_SECONDS)

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, stop)


def at_leisure() -> None:
    """Let what was asked to stop take its time from here on."""
    if hasattr(signal, "SIGALRM"):
        signal.setitimer(signal.ITIMER_REAL, 0)


def refusal(error: RoughcutError) -> Answer:
    """An error as an answer: what is wrong, and the way out."""
    kind = type(error).__name__
    return Answer({"error": str(error), "kind": kind}, [str(error)], error.exit_code)


def _fault(counter: Counter, fault: Exception) -> Answer:
    where = counter.home / "fault.log"
    try:
        counter.home.mkdir(parents=True, exist_ok=True)
        with where.open("a", encoding="utf-8") as log:
            traceback.print_exception(fault, file=log)
        told = f"The trace is in {where}."
    except OSError:
        told = "There is no room for its trace."
    words = f"Something broke that should not: {type(fault).__name__}. {told}"
    return Answer({"error": words, "kind": "Fault"}, [words, "Your films are as they were."], 1)
