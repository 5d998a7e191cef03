"""`draft`: a film from one line or one screenplay, resumed when it was not finished.

The producer's door.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from langgraph.checkpoint.sqlite import SqliteSaver
from langgraph.types import Command

from agent import produce, production
from agent.approval import Approval
from agent.desk import Desk, Event, Turn, ignore
from agent.orders import Order, unfinished
from agent.run import Conversations
from memory.errors import NotReady
from memory.project import Project
from memory.recall import Recall
from memory.timing import to_seconds

PRODUCTION = "production.sqlite"
MOST_STEPS = 400


def draft(
    room: Conversations,
    order: Order,
    *,
    until: str = "cut",
    new: bool = False,
    yes: bool = False,
    title: str = "",
    tell: Callable[[Event], None] = ignore,
    stop: threading.Event | None = None,
) -> dict[str, Any]:
    """Make a film from an idea or a screenplay.

    Returns:
        {"film", "revision", "file", "sha256", "seconds", "shots"}; with "approval" when leave is
        needed first (say yes with `yes=True` and the same order).

    Raises:
        BadRequest: nothing to film.
        Stopped: the creator stopped it; the same call goes on.
    """
    order = order.readable()
    words = order.script or order.idea or ""
    production.need_words(words)
    project = None if new else unfinished(room.settings.home, order, until)
    if project is None:
        name = title or order.idea or "film"
        film = production.blank(name, room.settings.size, order.digest)
        project = Project.create(room.settings.home, film, name)
        order.note(project)
    else:
        tell(Event("notice", f"Going on with {project.slug}."))
    return make_film(room, project, until=until, yes=yes, tell=tell, stop=stop)


def make_film(
    room: Conversations,
    project: Project,
    *,
    until: str = "cut",
    yes: bool = False,
    tell: Callable[[Event], None] = ignore,
    stop: threading.Event | None = None,
) -> dict[str, Any]:
    """Run the producer on a project until a stage, from wherever it is."""
    desk = Desk(
        project,
        room.settings,
        recall=Recall.open(project),
        tell=tell,
        stop=stop or threading.Event(),
        yes=yes,
        turn=Turn(words=Order.of(project).idea or "draft"),
        crew=room.crew(project),
    )
    with project.producing():
        state, approval = _run(desk, until)
    return _report(project, state, approval)


def _run(desk: Desk, until: str) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """Resume or begin the producer's thread; done is what the state says, never what comes next."""
    path = desk.project.folder / PRODUCTION
    settings = {"configurable": {"thread_id": f"produce-{until}"}, "recursion_limit": MOST_STEPS}
    with SqliteSaver.from_conn_string(str(path)) as saver:
        graph = produce.build(saver)
        known = graph.get_state(settings)
        waiting = any(task.interrupts for task in known.tasks)
        if waiting and desk.yes:
            begin: Any = Command(resume={"ok": True})
        elif known.values and not known.values.get("finished") and not waiting:
            begin = None
        else:
            begin = _fresh(until)
        state = graph.invoke(begin, settings, context=desk, durability="sync")
        if not state.get("finished") and "__interrupt__" not in state:
            # A kill can leave a checkpoint without a next step: every node does only what is
            # missing, so that beginning again is safe.
            state = graph.invoke(_fresh(until), settings, context=desk, durability="sync")
        for task in graph.get_state(settings).tasks:
            for one in task.interrupts:
                return dict(state), {**one.value, "question": Approval(**one.value).question()}
    return dict(state), None


def _fresh(until: str) -> dict[str, Any]:
    """A run from the beginning; what failed in an earlier one is forgotten."""
    return {"until": until, "finished": False, "failed": None, "mends": 0, "rounds": 0}


def _report(
    project: Project, state: dict[str, Any], approval: dict[str, Any] | None
) -> dict[str, Any]:
    film = project.film
    cut = state.get("cut") or {}
    failed = [words for words in state.get("failed", []) if words]
    if failed and not cut:
        raise NotReady(failed[0], "Say the same again to go on.")
    out = {
        "film": project.slug,
        "revision": project.revision,
        "file": cut.get("file"),
        "sha256": cut.get("sha256"),
        "seconds": cut.get("seconds", to_seconds(film.frames, film.frame_rate)),
        "shots": len(film.order),
    }
    if approval:
        out["approval"] = approval
    if failed:
        out["failed"] = failed
    return out
