"""The offline director's view of a moment, gathered from the project and the turn."""

from __future__ import annotations

from agent.approval import Approval
from agent.desk import Desk
from agent.notes.reading import Option
from agent.notes.situation import Entry, Situation, Stage
from memory.change import load_changes
from memory.project import Project
from memory.reference import TakeList
from memory.revisions import Revision
from tools.plan import kinds_made, plan, takes


def takes_of(project: Project) -> dict[str, TakeList]:
    """Each shot's takes by name, which one plays, and its state."""
    out, known = {}, takes(project)
    for one in plan(project):
        shelf = known.get(one.shot, [])
        plays = one.take_standing.plays
        active = next((t.name for t in shelf if plays and t.made.id == plays.id), None)
        out[one.shot] = TakeList(tuple(t.name for t in shelf), active, one.state)
    return out


def stage_of(project: Project) -> Stage:
    """How far the film is."""
    if not project.film.order:
        return "empty"
    kinds = kinds_made(project)
    for kind, stage in (("cut", "cut"), ("take", "takes"), ("board", "boards")):
        if kind in kinds:
            return stage  # type: ignore[return-value]  # the pairs are the stages' own names
    return "script"


_ENTRIES: dict[tuple[str, int, str], Entry] = {}
"""Revisions are never rewritten; reading the layout of a long film anew costs more than a turn."""
MOST_ENTRIES = 2000


def _entry(project: Project, revision: Revision) -> Entry:
    key = (str(project.folder), revision.number, revision.at)
    if key not in _ENTRIES:
        if len(_ENTRIES) >= MOST_ENTRIES:
            _ENTRIES.clear()
        changes = tuple(load_changes(list(revision.changes)))
        before = next((tuple(d.old or ()) for d in revision.diff if d.path == "order"), ())
        _ENTRIES[key] = Entry(
            revision.number, revision.words, changes, revision.kind, before, revision.author
        )
    return _ENTRIES[key]


def situation(
    desk: Desk,
    pending: Approval | None = None,
    previous: str = "",
    offered: tuple[Option, ...] = (),
) -> Situation:
    """The moment at which a note is spoken."""
    project = desk.project
    history = [_entry(project, revision) for revision in project.history()[1:]]
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
        offered=offered,
    )
