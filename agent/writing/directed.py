"""What shot notes ask of shots that stand: another size, move or length than the film's. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from agent.writing.breakdown_camera import Direction, shot_note
from memory.film import Film, Movement, Shot
from memory.timing import to_frames
from memory.vocabulary import MoveType, Speed
from tools.formats.shot_notes import Linked, note_of

Earlier = Mapping[str, Iterable[str]]
"""Shot id -> notes that were true of it once: an older export asks for nothing."""


def asked_of(link: Linked, film: Film, earlier: Earlier) -> dict[str, Any]:
    """Fields of a shot that a note sets otherwise than they are; none for a note left alone."""
    shot = film.shots.get(link.shot)
    if shot is None:
        return {}
    own = note_of(shot, film)
    given = " ".join(link.note.split())
    if given == own or given in earlier.get(link.shot, ()):
        return {}
    wanted, stands = shot_note(given), shot_note(own)
    if wanted is None or stands is None:
        return {}
    return _fields(wanted, stands, shot, film)


def _fields(wanted: Direction, stands: Direction, shot: Shot, film: Film) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name in ("size", "angle", "view"):
        value = getattr(wanted, name)
        if value is not None and value is not getattr(stands, name):
            fields[name] = value
    if wanted.move is not None and wanted.move is not stands.move:
        still = wanted.move is MoveType.STATIC
        speed = Speed.NONE if still else wanted.speed or Speed.SLOW
        fields["movement"] = Movement(type=wanted.move, speed=speed)
    if wanted.seconds and wanted.seconds != stands.seconds:
        ends = max((line.start + line.frames for line in shot.dialogue), default=0)
        fields["frames"] = max(ends + 1, to_frames(wanted.seconds, film.frame_rate))
    return {name: value for name, value in fields.items() if value != getattr(shot, name)}
