"""One turn, from words to a result: opens the project, runs the graph, re-makes, cuts.

The only door for UIs.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from langchain_core.messages import AIMessage, AnyMessage
from langgraph.checkpoint.sqlite import SqliteSaver
from langgraph.errors import GraphRecursionError
from langgraph.types import Command

from agent import finish
from agent.desk import Desk, Event, Turn, ignore
from agent.effect import told_options
from agent.graph import build, spoken
from agent.model import open_model
from agent.notes.reading import option_from
from agent.settings import Settings
from memory.errors import RoughcutError
from memory.project import Project
from memory.recall import Recall
from tools.bench import Bench
from tools.crew import Crew

CHAT = "conversation.sqlite"
KEPT_CHECKPOINTS = 4
YES = frozenset(
    "yes|y|yep|yeah|yes please|please do|ok|okay|sure|do it|go ahead|ja|oui|si|sí|好|是".split("|")
)
NO = frozenset("no|n|nope|no thanks|no thank you|stop|don't|leave it|cancel|nein|non|不".split("|"))


@dataclass(frozen=True, slots=True)
class Result:
    """What a turn came to; `as_json` is what `say --json` prints."""

    kind: str
    reply: str
    diff: tuple[dict[str, Any], ...] = ()
    made: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    cut: dict[str, Any] | None = None
    approval: dict[str, Any] | None = None
    notices: tuple[str, ...] = ()
    exports: tuple[str, ...] = ()
    options: tuple[dict[str, Any], ...] = ()
    """Ready ways out of a vague note, with what each moves and costs; "A" picks one."""

    def as_json(self) -> dict[str, Any]:
        """Plain data."""
        out: dict[str, Any] = {
            "kind": self.kind,
            "reply": self.reply,
            "diff": list(self.diff),
            "made": list(self.made),
            "stale": list(self.stale),
            "cut": self.cut,
        }
        if self.approval:
            out["approval"] = self.approval
        if self.exports:
            out["exports"] = list(self.exports)
        if self.options:
            out["options"] = list(self.options)
        return out


@dataclass
class Conversations:
    """Open conversations of one process: settings, the model once opened, a crew for each film."""

    settings: Settings
    bench: Bench | None = None
    """Warm workers for the first job of a film; None starts them when there is work."""
    _model: Any = None
    _crews: dict[Path, Crew] = field(default_factory=dict)

    def model(self) -> Any:
        """The chat model, or None when none is configured."""
        if self._model is None and self.settings.has_model:
            self._model = open_model(self.settings)
        return self._model

    def crew(self, project: Project) -> Crew:
        """The render crew of a project, kept warm between turns."""
        folder = project.folder.resolve()
        if folder not in self._crews:
            self._crews[folder] = Crew(folder, self.settings.workers, 600.0, self.bench)
        return self._crews[folder]

    def close(self) -> None:
        """End every crew this process started."""
        for crew in self._crews.values():
            crew.stop()
        self._crews.clear()
        if self.bench is not None:
            self.bench.clear()


def take_turn(
    room: Conversations,
    project: Project,
    words: str,
    *,
    yes: bool = False,
    focus: str | None = None,
    tell: Callable[[Event], None] = ignore,
    stop: threading.Event | None = None,
    wait: bool = True,
) -> Result:
    """Say something to a film's director.

    Args:
        room: The process's conversations.
        project: The film.
        words: What is said.
        yes: Agreed beforehand to what the gate would ask.
        focus: The shot in view, if any.
        tell: Told events while it goes on.
        stop: Set by the caller to stop waiting for renders; nothing finished is lost.
        wait: True waits for renders and cuts; False leaves them to the crew.

    Raises:
        Busy: another turn holds the project.
        RoughcutError: what the creator must know; the project stays valid.
    """
    desk = Desk(
        project,
        room.settings,
        recall=Recall.open(project),
        tell=tell,
        stop=stop or threading.Event(),
        yes=yes,
        focus=focus,
        turn=Turn(words=words),
        model=room.model(),
    )
    with project.lease("turn"):
        project.refresh()
        desk.turn.before = desk.film
        with conversation(project) as graph:
            reply, approval = _converse(graph, desk, words)
        if approval is not None:
            return Result("ask", approval["question"], approval=approval, notices=_notices(desk))
        recipes = finish.queue_work(desk)
    return _finished(room, desk, reply, recipes, wait)


@contextmanager
def conversation(project: Project) -> Iterator[Any]:
    """The graph of a film's conversation over its checkpoints on disk."""
    with SqliteSaver.from_conn_string(str(project.folder / CHAT)) as saver:
        saver.conn.execute("PRAGMA busy_timeout=4000")
        yield build(saver)
        _prune(saver)


def _prune(saver: SqliteSaver) -> None:
    """Every checkpoint holds the whole state: keep the newest few."""
    keep = "SELECT checkpoint_id FROM checkpoints ORDER BY checkpoint_id DESC LIMIT ?"
    for table in ("checkpoints", "writes"):
        saver.conn.execute(
            f"DELETE FROM {table} WHERE thread_id = 'chat' AND checkpoint_id NOT IN ({keep})",
            (KEPT_CHECKPOINTS,),
        )
    saver.conn.commit()


def config(settings: Settings) -> dict[str, Any]:
    """The graph's configuration: one thread a film, and a bound on its steps."""
    return {"configurable": {"thread_id": "chat"}, "recursion_limit": settings.bounds.recursion}


def _converse(graph: Any, desk: Desk, words: str) -> tuple[AIMessage, dict[str, Any] | None]:
    settings = config(desk.settings)
    pending = _pending(graph, settings)
    if pending is not None:
        answer = yes_or_no(words)
        resumed: Command[Any] = Command(resume={"ok": answer is True})
        state = graph.invoke(resumed, settings, context=desk, durability="exit")
        if answer is None:
            # New words while something waits decline it first, then are heard.
            desk.turn = Turn(words=words, before=desk.film)
            state = _invoke(graph, desk, spoken(words))
    else:
        state = _invoke(graph, desk, spoken(words))
    waiting = _pending(graph, settings)
    if waiting is not None:
        return AIMessage(""), waiting
    return _last(state["messages"]), None


def _invoke(graph: Any, desk: Desk, words: dict[str, Any]) -> dict[str, Any]:
    try:
        state = graph.invoke(words, config(desk.settings), context=desk, durability="exit")
    except GraphRecursionError:
        desk.turn.notes.append("The turn took too many steps and was stopped.")
        state = {"messages": [AIMessage("I stopped: that took too many steps. Nothing is lost.")]}
    return dict(state)


def _pending(graph: Any, settings: dict[str, Any]) -> dict[str, Any] | None:
    from agent.approval import Approval

    for task in graph.get_state(settings).tasks:
        for one in task.interrupts:
            return {**one.value, "question": Approval(**one.value).question()}
    return None


def yes_or_no(words: str) -> bool | None:
    """What words answer to a question: True, False, or None when they are no answer."""
    plain = words.lower().strip(" .!")
    if plain in YES:
        return True
    return False if plain in NO else None


def _last(messages: list[AnyMessage]) -> AIMessage:
    return next(m for m in reversed(messages) if isinstance(m, AIMessage))


def _notices(desk: Desk) -> tuple[str, ...]:
    recalled = desk.recall.note if desk.recall is not None else ""
    return tuple(filter(None, (desk.turn.takeover, recalled, *desk.turn.notes)))


def _finished(
    room: Conversations, desk: Desk, reply: AIMessage, recipes: list[Any], wait: bool
) -> Result:
    made: tuple[str, ...] = ()
    cut = None
    text = str(reply.text)
    crew = room.crew(desk.project)
    if recipes and not wait:
        crew.ensure(len(recipes))
    elif wait and (recipes or desk.turn.diff or desk.turn.wanted):
        try:
            jobs = finish.wait_for(desk, recipes, crew)
            made = tuple(job.made for job in jobs if job.made and job.recipe.kind == "take")
            cut = finish.cut_now(desk, crew)
        except RoughcutError as error:
            text = f"{text} {error}".strip()
    takeover = f"{desk.turn.takeover} " if desk.turn.takeover else ""
    return Result(
        kind=_kind(desk, reply),
        reply=(takeover + text).strip(),
        diff=tuple(one.as_json() for one in desk.turn.diff),
        made=made,
        stale=still_stale(desk.project),
        cut=cut,
        notices=_notices(desk),
        exports=tuple(desk.turn.exports),
        options=_options(desk, reply),
    )


def _options(desk: Desk, reply: AIMessage) -> tuple[dict[str, Any], ...]:
    """What was offered, unless the turn moved the film since."""
    offered = reply.additional_kwargs.get("options") or ()
    if not offered or desk.turn.diff:
        return ()
    return told_options(desk, [option_from(one) for one in offered])


def still_stale(project: Project) -> tuple[str, ...]:
    """Shots whose take is not of today's film."""
    from tools.plan import plan

    return tuple(one.shot for one in plan(project) if one.take_standing.state == "stale")


def _kind(desk: Desk, reply: AIMessage) -> str:
    said = reply.additional_kwargs.get("kind")
    if said:
        return str(said)
    if desk.turn.kind in {"act", "noop"}:
        return desk.turn.kind
    return "ask" if reply.text.rstrip().endswith(("?", "？")) else "answer"


def asked(project: Project) -> dict[str, Any] | None:
    """The approval that waits in a film's conversation, with its question; None when none does."""
    if not (project.folder / CHAT).exists():
        return None
    with conversation(project) as graph:
        return _pending(graph, {"configurable": {"thread_id": "chat"}})


def heard(project: Project) -> list[tuple[str, str]]:
    """The conversation so far as (who, text), oldest first: what a restarted studio shows."""
    if not (project.folder / CHAT).exists():
        return []
    with conversation(project) as graph:
        state = graph.get_state({"configurable": {"thread_id": "chat"}})
    said = [m for m in state.values.get("messages", []) if m.text.strip()]
    who = {"human": "creator", "ai": "director"}
    return [(who[m.type], str(m.text)) for m in said if m.type in who]
