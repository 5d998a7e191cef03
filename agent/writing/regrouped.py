"""Other words in the same shots: a scene whose lines and actions keep their number keeps its shots.

A longer line may ask for a shot of its own when a scene is broken down afresh; a creator who only
changed its words wants them in the shot that is there. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memory.film import Line, Shot

WAITS = re.compile(r" (?:listens and says nothing|says nothing|speaks(?: to .*)?)\.$")
"""The plain action of a shot for which the script gives only words, or none."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a scene's shots hold of the script: actions with their shots, and lines in order."""

    actions: tuple[Shot, ...]
    lines: tuple[Line, ...]


def scripted_action(shot: Shot) -> str:
    """The action of a shot that stands in the script; "" where it has none of its own."""
    return "" if WAITS.search(shot.action) else shot.action


def _told(shots: Sequence[Shot]) -> _Told:
    actions = tuple(shot for shot in shots if scripted_action(shot) or shot.overlays)
    return _Told(actions, tuple(line for shot in shots for line in shot.dialogue))


def regrouped(base: Sequence[Shot], theirs: Sequence[Shot]) -> list[Shot] | None:
    """The shots of `base` with the words of `theirs`, place by place.

    None when a line or an action came in, went out or changed hands.
    """
    old, new = _told(base), _told(theirs)
    if len(old.actions) != len(new.actions):
        return None
    if [line.character for line in old.lines] != [line.character for line in new.lines]:
        return None
    acted = {one.id: other for one, other in zip(old.actions, new.actions, strict=True)}
    said = iter(new.lines)
    return [_with_words(shot, acted.get(shot.id), _said_by(shot, said)) for shot in base]


def _said_by(shot: Shot, said: Iterator[Line]) -> tuple[Line, ...]:
    """The next lines, as many as the shot holds."""
    return tuple(line for _, line in zip(shot.dialogue, said, strict=False))


def _with_words(shot: Shot, other: Shot | None, lines: tuple[Line, ...]) -> Shot:
    fields: dict[str, object] = {"dialogue": lines}
    if other is not None and (other.action, other.overlays) != (shot.action, shot.overlays):
        names = ("action", "beats", "sfx", "overlays", "emotions", "subjects", "composition",
                 "foreground", "focus", "size", "frames")  # fmt: skip
        fields |= {name: getattr(other, name) for name in names}
    return shot.model_copy(update=fields)
