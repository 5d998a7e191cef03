"""A changed screenplay taken into a film that stands: one revision, only touched shots go stale."""

from __future__ import annotations

from typing import Any

from agent.editing import spoken_frames
from agent.production import with_voices
from memory.change import AnyChange, LayOut
from memory.edit import apply_all
from memory.film import Film
from memory.project import Project
from memory.script import Script
from tools.formats.shot_notes import note_of

NOTED = ("size", "movement", "frames")
"""Fields a shot's note shows."""


def rescript(project: Project, script: Script, words: str) -> dict[str, Any]:
    """Bring a film to a changed screenplay, as one revision.

    Args:
        project: Whose film.
        script: The screenplay as it came back, with or without shot notes.
        words: What was done, for the history.

    Returns:
        {"film", "revision", "shots", "rewritten", "added", "removed", "kept", "notes"}: shot ids
        and how many shots stayed as they were.

    Raises:
        BadRequest: there is nothing to shoot in the screenplay.
        Busy: someone else writes the film.
    """
    from agent.writing.rewritten import lay_over

    with project.lease("import"):
        project.refresh()
        film = project.film

        def measure(text: str, _delivery: str, _who: str) -> int:
            return spoken_frames(film, text)

        over = lay_over(film, script, measure, notes_before(project))
        if over.changes:
            project.edit(_blocked(film, with_voices(over.changes)), words=words, author="creator")
    return {
        "film": project.slug,
        "revision": project.revision,
        "shots": len(project.film.order),
        "rewritten": list(over.rewritten),
        "added": list(over.added),
        "removed": list(over.removed),
        "kept": over.kept,
        "notes": list(over.notes),
    }


def notes_before(project: Project) -> dict[str, set[str]]:
    """Shot id -> the notes that were true of it in earlier revisions."""
    film = project.film
    found: dict[str, set[str]] = {}
    standing = dict(film.shots)
    for revision in reversed(project.history()):
        for one in revision.diff:
            shot, _, name = one.path.removeprefix("shots.").partition(".")
            head = name.split(".")[0]
            if not one.path.startswith("shots.") or shot not in standing or head not in NOTED:
                continue
            plain = standing[shot].model_dump(mode="json")
            at = plain if "." not in name else plain[head]
            at[name.split(".")[-1]] = one.old
            standing[shot] = type(standing[shot]).model_validate(plain)
            found.setdefault(shot, set()).add(note_of(standing[shot], film))
    return found


def _blocked(film: Film, changes: list[AnyChange]) -> list[AnyChange]:
    """The same changes with marks in the scenes that are new; those that stand keep theirs."""
    from tools.theatre.blocking import with_marks

    blocked = with_marks(apply_all(film, changes)).scenes

    def marked(change: AnyChange) -> AnyChange:
        if not isinstance(change, LayOut):
            return change
        scenes = tuple(s if s.id in film.scenes else blocked[s.id] for s in change.scenes)
        return change.model_copy(update={"scenes": scenes})

    return [marked(change) for change in changes]
