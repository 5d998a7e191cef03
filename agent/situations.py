"""The offline director's view of a moment, gathered from the project and the turn."""

from __future__ import annotations

from agent.desk import Desk
from agent.notes.situation import Approval, Entry, Situation, Stage
from memory.change import load_changes
from memory.project import Project
from memory.reference import TakeList
from tools.plan import plan


def takes_of(project: Project) -> dict[str, TakeList]:
    """Each shot's takes by name, which one plays, and its state."""
    out = {}
    for one in plan(project):
        takes = project.takes(one.shot)
        plays = one.take_standing.plays
        active = next((t.name for t in takes if plays and t.made.id == plays.id), None)
        out[one.shot] = TakeList(tuple(t.name for t in takes), active, one.state)
    return out


def stage_of(project: Project) -> Stage:
    """How far the film is."""
    if not project.film.order:
        return "empty"
    kinds = {made.kind for made in project.shelf.all()}
    for kind, stage in (("cut", "cut"), ("take", "takes"), ("board", "boards")):
        if kind in kinds:
            return stage  # type: ignore[return-value]  # the pairs are the stages' own names
    return "script"


def situation(desk: Desk, pending: Approval | None = None, previous: str = "") -> Situation:
    """The moment at which a note is spoken."""
    project = desk.project
    history = [
        Entry(r.number, r.words, tuple(load_changes(list(r.changes))), r.kind)
        for r in project.history()[1:]
    ]
    running = project.jobs.pending()
    return Situation(
        film=desk.film,
        focus=desk.focus,
        takes=takes_of(project),
        history=history,
        previous_words=previous or next((e.words for e in reversed(history) if e.words), ""),
        pending=pending,
        stage=stage_of(project),
        language=desk.film.language,
        running="render" if running else "",
    )
