"""The terminal chat: words in, the director's words out as they come, until the end.

Reads lines from any stream, so that a pipe works as a keyboard does.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import FrameType
from typing import TYPE_CHECKING, Any, TextIO

from memory.errors import BadRequest, RoughcutError
from ui.counter import Answer, Counter
from ui.words import moved_lines, option_lines

if TYPE_CHECKING:
    from agent.desk import Event
    from agent.run import Result
    from memory.project import Project

HELP = """Say what the film is about, or what to change: "redo shot 4 darker".
/show [shots|cast|script|state]   the film as it stands
/undo  /redo                      one step back or forward
/open FILM                        another film; without a name: which there are
/new                              begin a new one
/help  /quit"""
SHOWN_WORDS = 6
"""Earlier messages shown when a conversation goes on."""
LAST_WORDS = "Everything is kept. roughcut chat goes on here."


@dataclass
class Chat:
    """One sitting at the terminal."""

    counter: Counter
    lines: TextIO
    out: TextIO
    project: Project | None = None
    said_live: bool = False
    turns: int = 0
    at_prompt: bool = False
    _heard: list[str] = field(default_factory=list)

    def sit(self) -> None:
        """Talk until /quit, the end of the input, or Ctrl-C at an empty prompt."""
        self._greet()
        for line in self._typed():
            words = line.strip()
            if words in {"/quit", "/exit", "/q"}:
                break
            try:
                self._heed(words)
            except KeyboardInterrupt:
                self._say("Stopped. What is finished is kept; say it again to go on.")
            except RoughcutError as error:
                self._say(str(error))
            finally:
                self.counter.progress.close()
                self.counter.stop.clear()
        self._say(LAST_WORDS)

    def interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        """Ctrl-C: at the prompt it ends the sitting, in a turn it stops the turn."""
        if self.at_prompt or self.counter.stop.is_set():
            raise KeyboardInterrupt
        self.counter.stop.set()

    def _typed(self) -> Iterator[str]:
        """Lines as they are typed; ends with the input, or with Ctrl-C while nothing runs."""
        while True:
            if self.lines.isatty():
                self.out.write("\n> ")
                self.out.flush()
            try:
                self.at_prompt = True
                line = self.lines.readline()
                self.at_prompt = False
            except KeyboardInterrupt:
                return
            if not line:
                return
            yield line

    def _heed(self, words: str) -> None:
        if not words:
            return
        if words.startswith("/"):
            command, _, rest = words.partition(" ")
            self._command(command, rest.strip())
        else:
            self._turn(words)

    def _command(self, command: str, rest: str) -> None:
        if command == "/help":
            self._say(HELP)
        elif command in {"/undo", "/redo"}:
            self._turn(command[1:])
        elif command == "/show":
            self._show(rest)
        elif command == "/open":
            self._open(rest)
        elif command == "/new":
            self.project = None
            self._say("What is the film about?")
        else:
            raise BadRequest(f"There is no {command[:40]!r}.", "/help lists what there is.")

    def _greet(self) -> None:
        if self.project is None:
            self._say("What is the film about? /help lists what else one can say.")
            return
        self._say(f"{self.project.film.title}. /help lists what one can say.")
        from agent.run import asked, heard

        for who, text in heard(self.project)[-SHOWN_WORDS:]:
            self._say(f"> {text}" if who == "creator" else text)
        waiting = asked(self.project)
        if waiting:
            self._say(f"{waiting['question']} (yes or no)")

    def _show(self, part: str) -> None:
        from ui.commands import show

        for line in show(self.counter, self._film().slug, part or "film").lines:
            self._say(line)

    def _open(self, name: str) -> None:
        from memory.project import Project

        if not name:
            for card in Project.find(self.counter.home):
                self._say(f"{card.slug}  {card.title}{'  (damaged)' if card.damaged else ''}")
            return
        self.project = self.counter.open(name)
        self._greet()

    def _film(self) -> Project:
        if self.project is None:
            raise BadRequest("No film is open.", "Say what it is about, or /open FILM.")
        return self.project

    def _turn(self, words: str) -> None:
        from agent.run import take_turn

        self.turns += 1
        if self.project is None:
            self.project = self._begun(words)
        project = self.project
        project.refresh()
        empty = not project.film.order
        self.said_live = False
        self.counter.progress.begin("Reading the note")
        result = take_turn(
            self.counter.room, project, words, tell=self._event, stop=self.counter.stop
        )
        self.counter.progress.close()
        self._told(result, written=empty and bool(project.film.order))

    def _begun(self, words: str) -> Any:
        from agent.production import blank
        from memory.project import Project

        size = self.counter.room.settings.size
        return Project.create(self.counter.home, blank(words, size), words)

    def _event(self, event: Event) -> None:
        """The reply streams as it is said; work shows as progress."""
        if event.kind != "say":
            self.counter.progress.tell(event)
            return
        self.counter.progress.close()
        self.out.write(_plain(event.text))
        self.out.flush()
        self.said_live = True
        self._heard.append(event.text)

    def _told(self, result: Result, written: bool) -> None:
        live = "".join(self._heard).strip()
        self._heard.clear()
        if self.said_live:
            self.out.write("\n")
        if result.reply.strip() != live:
            self._say(result.reply)
        film = self._film().film
        for line in () if written else moved_lines(result.diff, film):
            self._say(f"  {line}")
        if result.made:
            count = len(result.made)
            self._say("1 new take." if count == 1 else f"{count} new takes.")
        if result.cut:
            self._say(f"Cut: {result.cut['file']}")
        for line in option_lines(result.options):
            self._say(f"  {line}")
        if result.approval:
            self._say("(yes or no)")
        elif written:
            self._say('Say "shoot it" for the film, or change anything first.')

    def _say(self, text: str) -> None:
        self.out.write(_plain(text) + "\n")
        self.out.flush()


def _plain(text: str) -> str:
    """Words without control characters: a script must not steer the terminal."""
    return "".join(c for c in text if c in "\n\t" or (ord(c) >= 32 and not 127 <= ord(c) < 160))


def chat(counter: Counter, film: str | None) -> Answer:
    """Sit down and talk; the end of it as data."""
    project = counter.open(film) if film else None
    for stream in (sys.stdin, sys.stdout):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    sitting = Chat(counter, sys.stdin, sys.stdout, project)
    signal.signal(signal.SIGINT, sitting.interrupt)
    sitting.sit()
    slug = sitting.project.slug if sitting.project else None
    return Answer({"film": slug, "turns": sitting.turns}, [])
