"""One open film of the studio: its talk, its producer and its cutting booth, each in a thread.

Knows no HTML. Every thread has its own open project, so that one never writes under another's
lease. What the page shows is read from plain attributes that are replaced whole.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from memory.errors import RoughcutError, Stopped
from ui.studio_booth import Booth
from ui.words import STEPS, moved_lines

if TYPE_CHECKING:
    from agent.desk import Event
    from agent.run import Conversations
    from memory.project import Project

log = logging.getLogger("roughcut.studio")

ANIMATIC_SECONDS = 30.0
"""How long the shoot waits for the boards to be cut; then it begins all the same."""
LEAST_SECONDS, LEAST_SHARE = 3.0, 0.04
"""Before so much time and work have gone by, what remains cannot be told."""
KEPT_WORDS = 80
"""Messages shown; older ones stay in the film's conversation on disk."""
MOST_LETTERS = 200_000
"""Of one message; a longer screenplay comes in as a file."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message of the talk: by "creator" or "director"."""

    who: str
    text: str
    moved: tuple[str, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What waits for a yes or a no: of the conversation, or of the shoot."""

    text: str
    of: Literal["chat", "shoot"]


@dataclass
class Pace:
    """How fast one kind of work goes, from when it was first seen."""

    step: str = ""
    began: float = 0.0
    at: float = 0.0

    def left(self, words: str, share: float) -> str:
        """What remains, in words: ", about 40 s left"; empty while it cannot be told."""
        step, now = words.split(":", maxsplit=1)[0], time.monotonic()
        if step != self.step or share < self.at:
            self.step, self.began, self.at = step, now, share
        gone, done = now - self.began, share - self.at
        if gone < LEAST_SECONDS or done < LEAST_SHARE or share >= 1:
            return ""
        seconds = (1 - share) * gone / done
        return f", about {_rounded(seconds)} left"


def _rounded(seconds: float) -> str:
    if seconds < 90:
        return f"{max(5, round(seconds / 5) * 5)} s"
    return f"{round(seconds / 60)} min"


@dataclass
class OpenFilm:
    """A film that is open in this studio."""

    room: Conversations
    project: Project
    talk: list[Said] = field(default_factory=list)
    live: str = ""
    doing: str = ""
    share: float | None = None
    talking: bool = False
    question: Question | None = None
    options: tuple[dict[str, Any], ...] = ()
    """What the director offers to pick from, as `say --json` prints it."""
    pace: Pace = field(default_factory=Pace)
    stop: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        from agent.run import asked, heard

        self.talk = [Said(who, text) for who, text in heard(self.project)][-KEPT_WORDS:]
        pending = asked(self.project)
        self.question = Question(pending["question"], "chat") if pending else None
        self._words: queue.Queue[tuple[str, str | None] | None] = queue.Queue()
        self._producer: threading.Thread | None = None
        self._guard = threading.Lock()
        self.booth = Booth(self.project.folder, self.room, self._booth_says)
        self._talker = threading.Thread(target=self._listen, daemon=True, name="talk")
        self._talker.start()
        self.booth.start()

    @property
    def slug(self) -> str:
        """The film's name."""
        return self.project.slug

    @property
    def producing(self) -> bool:
        """Whether the producer is at work."""
        return self._producer is not None and self._producer.is_alive()

    def say(self, words: str, focus: str | None = None) -> None:
        """Say something; it is heard in order, after what was said before."""
        words = words.strip()[:MOST_LETTERS]
        if not words:
            return
        self._tell(Said("creator", words))
        self.talking = True
        self._words.put((words, focus))

    def resume(self) -> None:
        """Go on with what an ended process left: an unfinished order, or jobs that wait."""
        from agent.orders import Order

        order = Order.of(self.project)
        self.project.refresh()
        if self.project.film.order and (order.idea or order.script) and not order.done:
            self.produce()
        elif self.project.jobs.pending():
            self.room.crew(self.project).ensure()

    def produce(self, yes: bool = False) -> None:
        """Make the film as far as it goes without leave; the talk goes on meanwhile."""
        with self._guard:
            if self.producing:
                return
            self._producer = threading.Thread(
                target=self._make, args=(yes,), daemon=True, name="producer"
            )
            self._producer.start()

    def close(self) -> None:
        """Stop waiting and cutting; what is finished is kept."""
        self.stop.set()
        self.booth.stop.set()
        self._words.put(None)

    # The talk.

    def _listen(self) -> None:
        from memory.project import Project

        project = Project(self.project.folder)
        while (heard := self._words.get()) is not None:
            self.live, self.doing = "", "Reading the note"
            self._guarded(lambda heard=heard: self._turn(project, *heard))  # type: ignore[misc]
            self.live, self.doing, self.share = "", "", None
            self.talking = not self._words.empty()
            self.booth.look_now()

    def _turn(self, project: Project, words: str, focus: str | None) -> None:
        from agent.run import take_turn

        project.refresh()
        if self._answers_shoot(words):
            return
        began_empty = not project.film.order
        shot = focus if focus in project.film.order else None
        result = take_turn(
            self.room,
            project,
            words,
            focus=shot,
            tell=self._event,
            stop=self.stop,
            wait=False,
        )
        self.question = Question(result.reply, "chat") if result.approval else None
        self.options = result.options
        # Of a film just written everything moved: the list would say nothing.
        diff = () if began_empty else result.diff
        moved = moved_lines(diff, project.film)
        self._tell(Said("director", result.reply, moved, result.kind))
        if began_empty and project.film.order:
            self._order(project, words)
            self.produce()

    def _answers_shoot(self, words: str) -> bool:
        """Whether the words were the answer to the producer's question."""
        from agent.run import yes_or_no

        if self.question is None or self.question.of != "shoot":
            return False
        answer = yes_or_no(words)
        if answer is None:
            return False
        self.question = None
        if answer:
            self._tell(Said("director", "Shooting. Boards give way to takes as they finish."))
            self.produce(yes=True)
        else:
            self._tell(Said("director", "Not shot. The boards play; say shoot when you want it."))
        return True

    def _order(self, project: Project, words: str) -> None:
        """What was asked for, so that an ended process goes on with it."""
        from agent.orders import Order

        if not Order.of(project).idea:
            Order(idea=words, seconds=self.room.settings.seconds).note(project)

    # The producer.

    def _make(self, yes: bool) -> None:
        self.booth.producing = True
        try:
            self._guarded(lambda: self._made(yes))
        finally:
            self.booth.producing = False
            self.booth.look_now()

    def _made(self, yes: bool) -> None:
        from agent.drafting import make_film
        from memory.project import Project

        project = Project(self.project.folder)
        for until in ("boards", "cut"):
            # The boards are played first: a shoot beside them would keep them waiting.
            report = make_film(
                self.room, project, until=until, yes=yes, tell=self._event, stop=self.stop
            )
            self._await_animatic()
        if report.get("approval"):
            self.question = Question(report["approval"]["question"], "shoot")
        for words in report.get("failed", ()):
            self._tell(Said("director", words, kind="warn"))

    def _await_animatic(self) -> None:
        end = time.monotonic() + ANIMATIC_SECONDS
        while self.booth.cut is None and time.monotonic() < end and not self.stop.is_set():
            time.sleep(0.1)

    # What comes in from the threads.

    def _guarded(self, work: Callable[[], None]) -> None:
        """Errors become words of the talk; a fault's trace goes to the log."""
        try:
            work()
        except Stopped:
            pass
        except RoughcutError as error:
            self._tell(Said("director", str(error), kind="warn"))
        except Exception as fault:  # a thread's outermost rim: the trace goes to the log
            log.exception("the studio's thread failed")
            name = type(fault).__name__
            words = f"Something broke that should not: {name}. Your film is as it was."
            self._tell(Said("director", words, kind="warn"))

    def _tell(self, said: Said) -> None:
        self.talk = [*self.talk, said][-KEPT_WORDS:]

    def _event(self, event: Event) -> None:
        if event.kind == "say":
            self.live += event.text
        elif event.kind == "notice":
            self._tell(Said("director", event.text, kind="notice"))
        elif event.text:
            self.doing = STEPS.get(event.text, event.text)
            self.share = event.share

    def _booth_says(self, words: str) -> None:
        if not self.talking and not self.producing:
            self.doing, self.share = words, None

    @property
    def mark(self) -> tuple[Any, ...]:
        """Changes whenever the page would look different."""
        return (
            len(self.talk),
            self.talk[-1:] and self.talk[-1].text[:40],
            self.live,
            self.doing,
            round(self.share or 0, 2),
            self.talking,
            self.question,
            self.booth.mark,
        )
