"""One shot brought to its new words: its lines and action change, its camera and takes' seed stay.

Pure; knows no script.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from agent.writing.timing import Measure
from memory.change import LayOut
from memory.film import Beat, Film, Line, Shot
from memory.timing import to_frames

TEXTUAL = ("action", "beats", "sfx", "overlays", "emotions")
"""What follows the action's words."""

STAGED = ("subjects", "composition", "foreground", "focus")
"""What follows who is in the shot."""

TAIL_SECONDS = 0.4


@dataclass(frozen=True, slots=True)
class Names:
    """Ids of a breakdown as the film's own: a creator may have renamed people and places."""

    people: dict[str, str]
    places: dict[str, str]

    @classmethod
    def between(cls, film: Film, base: LayOut, ours_of: dict[str, str]) -> Names:
        """The names as paired shots use them; `ours_of` is base shot id -> film shot id."""
        people: dict[str, str] = {}
        places: dict[str, str] = {}
        where = {scene.id: scene.location for scene in base.scenes}
        for shot in base.shots:
            ours = film.shots.get(ours_of.get(shot.id, ""))
            if ours is None:
                continue
            for line, own in zip(shot.dialogue, ours.dialogue, strict=False):
                if line.line == own.line:
                    people.setdefault(line.character, own.character)
            places.setdefault(where[shot.scene], film.scenes[ours.scene].location)
        return cls(people, places)

    def who(self, ident: str) -> str:
        """The film's id of a person."""
        return self.people.get(ident, ident)


def translated(shot: Shot, names: Names) -> Shot:
    """A shot of a breakdown with the film's own ids in it."""
    who = names.who
    return shot.model_copy(
        update={
            "subjects": tuple(dict.fromkeys(map(who, shot.subjects))),
            "beats": tuple(b.model_copy(update={"who": who(b.who)}) for b in shot.beats),
            "emotions": {who(one): felt for one, felt in shot.emotions.items()},
            "looks_at": {who(one): who(at) for one, at in shot.looks_at.items()},
            "dialogue": tuple(
                one.model_copy(update={"character": who(one.character)}) for one in shot.dialogue
            ),
        }
    )


def revised(
    ours: Shot, base: Shot, theirs: Shot, names: Names, rate: Fraction, measure: Measure | None
) -> Shot:
    """The film's shot with the words that changed from `base` to `theirs`."""
    theirs, base = translated(theirs, names), translated(base, names)
    fields: dict[str, Any] = {}
    if (base.action, base.overlays) != (theirs.action, theirs.overlays):
        fields |= {name: getattr(theirs, name) for name in TEXTUAL}
        fields["emotions"] = {**ours.emotions, **theirs.emotions}
        fields["frames"] = max(1, round(ours.frames * theirs.frames / base.frames))
    if base.subjects != theirs.subjects:
        fields |= {name: getattr(theirs, name) for name in STAGED}
        fields["size"] = theirs.size if ours.size is base.size else ours.size
    fields |= _spoken(ours, base, theirs, fields.get("frames", ours.frames), rate, measure)
    frames = fields.get("frames", ours.frames)
    if "beats" in fields:
        fields["beats"] = _fitted(fields["beats"], theirs.frames, frames)
    return ours.model_copy(update={k: v for k, v in fields.items() if v != getattr(ours, k)})


def _spoken(
    ours: Shot, base: Shot, theirs: Shot, frames: int, rate: Fraction, measure: Measure | None
) -> dict[str, Any]:
    """The lines and the length they need; a line that did not change stays as it is."""
    if _said(base) == _said(theirs):
        return {}
    lines: list[Line] = []
    shift = 0
    kept = {line.line: line for line in ours.dialogue}
    for at, line in enumerate(theirs.dialogue):
        own = ours.dialogue[at] if at < len(ours.dialogue) else None
        stays = kept.pop(line.line, None)
        if stays is not None and stays.delivery == line.delivery:
            lines.append(stays.model_copy(update={"start": stays.start + shift}))
            continue
        length = measure(line.line, line.delivery, line.character) if measure else line.frames
        start = own.start + shift if own else line.start + shift
        ident = own.id if own and own.line not in {t.line for t in theirs.dialogue} else line.id
        fields = {"id": ident, "start": start, "frames": length}
        if own is not None and own.character == line.character:
            shift += length - own.frames
            fields["gain_db"] = own.gain_db
        lines.append(line.model_copy(update=fields))
    ends = max((line.start + line.frames for line in lines), default=0)
    least = ends + max(8, to_frames(TAIL_SECONDS, rate)) if lines else 1
    was = max((line.start + line.frames for line in ours.dialogue), default=0)
    room = max(0, ours.frames - was) if ours.dialogue else 0
    wanted = ends + room if lines and ours.dialogue else frames
    return {"dialogue": tuple(lines), "frames": max(least, wanted)}


def _said(shot: Shot) -> list[tuple[str, str, str, bool]]:
    return [(line.character, line.line, line.delivery, line.off) for line in shot.dialogue]


def _fitted(beats: tuple[Beat, ...], old: int, new: int) -> tuple[Beat, ...]:
    scale = new / old
    return tuple(
        beat.model_copy(
            update={"start": int(beat.start * scale), "frames": max(1, int(beat.frames * scale))}
        )
        for beat in beats
    )
