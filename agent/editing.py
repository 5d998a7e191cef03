"""One edit of the film from a turn: lines measured, ids minted, the revision stored and noted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from agent.desk import Desk
from agent.versions import completed
from memory.change import AddLine, AnyChange, InsertShot, Retime, RewriteLine
from memory.diff import FieldDiff, diff
from memory.edit import apply_all
from memory.errors import MakerFailed
from memory.film import Film, Line, Shot
from memory.timing import to_frames

TAIL_SECONDS = 0.35
"""A shot holds this long after its last word, so that no line is cut off."""
GUESS_LETTERS_A_SECOND = 14.0
MOST_NAMED = 6
"""Shots that a sentence names; more are counted."""
Measure = Callable[[str, str], int]


def edit(desk: Desk, changes: Sequence[AnyChange], author: str = "creator") -> dict[str, Any]:
    """Store changes as one revision and note them on the turn.

    Raises:
        BadRequest: a change cannot be played; nothing was stored.
    """
    film = desk.film
    full = completed(desk.project, changes)
    pictured = takes_of(desk)
    fitted = with_slots(film, full, lambda text, language: spoken_frames(film, text, language))
    revision = desk.project.edit(fitted, words=desk.turn.words, author=author)
    moved = diff(film, desk.film)
    note_edit(desk, fitted, moved)
    if not moved:
        return {"said": "Nothing moved: it is that way already.", "diff": []}
    return {
        "revision": revision.number,
        "diff": [one.as_json() for one in moved[:60]],
        "left_alone": "everything else",
        "remade": remade(desk, pictured),
    }


def takes_of(desk: Desk) -> dict[str, str]:
    """What the take of every shot would be made from, by its recipe's digest."""
    from tools.plan import plan

    return {one.shot: one.take.digest for one in plan(desk.project)}


def remade(desk: Desk, before: Mapping[str, str]) -> str:
    """What becomes of the takes there are, as a sentence; empty while nothing was shot.

    Args:
        desk: The film after the edit.
        before: `takes_of` before it: a shot that waits for an older edit is not this one's.
    """
    from tools.plan import plan

    plans, film = plan(desk.project), desk.film
    if all(one.take_standing.state == "missing" for one in plans):
        return ""
    due = [
        one
        for one in plans
        if one.take_standing.state != "current"
        and before.get(one.shot) != one.take.digest
        and not one.take_standing.picked
        and not (film.shots[one.shot].locked and one.take_standing.state == "stale")
    ]
    again = "" if any(one.take_standing.state == "missing" for one in due) else " again"
    numbers = [str(film.number(one.shot)) for one in due]
    if not due:
        return "No picture is made again."
    if len(due) == 1:
        return f"Shot {numbers[0]} is shot{again}."
    if len(due) > MOST_NAMED:
        return f"{len(due)} shots are shot{again}."
    return f"Shots {', '.join(numbers[:-1])} and {numbers[-1]} are shot{again}."


def note_edit(desk: Desk, changes: Sequence[AnyChange], moved: list[FieldDiff]) -> None:
    """Put what moved on the turn and tell the continuity memory."""
    turn = desk.turn
    turn.changes += changes
    turn.diff += moved
    if moved:
        turn.kind = "act"
        if desk.recall is not None:
            desk.recall.follow(desk.project)
    elif turn.kind != "act":
        turn.kind = "noop"


def spoken_frames(film: Film, text: str, language: str = "") -> int:
    """How many frames a line takes, as the house voice speaks it."""
    from tools.sound.speech import line_seconds

    try:
        seconds = line_seconds(text, language or film.language)
    except MakerFailed:
        seconds = len(text) / GUESS_LETTERS_A_SECOND + 0.4
    return max(6, to_frames(seconds, film.frame_rate))


def with_slots(film: Film, changes: Sequence[AnyChange], measure: Measure) -> list[AnyChange]:
    """The changes with every new line in a slot that fits it, and its shot long enough."""
    out: list[AnyChange] = []
    for change in changes:
        out += _fitted(apply_all(film, out), change, measure)
    return out


def _fitted(film: Film, change: AnyChange, measure: Measure) -> list[AnyChange]:
    if isinstance(change, RewriteLine) and change.text and "frames" not in change.model_fields_set:
        shot, line = film.find_line(change.line)
        slot = measure(change.text, film.language)
        given = change.model_dump(exclude_unset=True) | {"frames": slot}
        moved = line.model_copy(update={"frames": slot})
        return [RewriteLine(**given), *_room_for(film, shot, moved)]
    if isinstance(change, AddLine):
        shot = film.shot(change.shot)
        line = _placed(film, shot, change, measure)
        return [AddLine(shot=shot.id, line=line), *_room_for(film, shot, line)]
    if isinstance(change, InsertShot):
        return [_measured(film, change, measure)]
    return [change]


def _placed(film: Film, shot: Shot, change: AddLine, measure: Measure) -> Line:
    line = change.line
    fields: dict[str, int | bool] = {}
    if "off" not in line.model_fields_set and line.character not in shot.subjects:
        fields["off"] = True  # Nobody is seen who could move their lips.
    if "frames" not in line.model_fields_set:
        fields["frames"] = measure(line.line, film.language)
    if "start" not in line.model_fields_set and shot.dialogue:
        last = max(one.start + one.frames for one in shot.dialogue)
        fields["start"] = last + to_frames(0.25, film.frame_rate)
    return line.model_copy(update=fields)


def _measured(film: Film, change: InsertShot, measure: Measure) -> InsertShot:
    shot, lines, at = change.shot, [], 8
    for line in shot.dialogue:
        fields = {"frames": measure(line.line, film.language), "start": at}
        loose = "frames" not in line.model_fields_set
        placed = line.model_copy(update=fields) if loose else line
        at = placed.start + placed.frames + 5
        lines.append(placed)
    end = at + to_frames(TAIL_SECONDS, film.frame_rate) if lines else 0
    fitted = shot.model_copy(update={"dialogue": tuple(lines), "frames": max(shot.frames, end)})
    return InsertShot(shot=fitted, after=change.after)


def _room_for(film: Film, shot: Shot, line: Line) -> list[AnyChange]:
    """A Retime when the line would be cut off by the end of its shot."""
    tail = to_frames(TAIL_SECONDS, film.frame_rate)
    end = line.start + line.frames + tail
    return [Retime(shot=shot.id, frames=end)] if end > shot.frames else []
