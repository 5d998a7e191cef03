"""The play of changes on a film: the table of who plays what, and the moves they share."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch
from typing import Any, TypeVar

from pydantic import BaseModel

from memory import change as ch
from memory.errors import BadRequest
from memory.film import Film, Shot

M = TypeVar("M", bound=BaseModel)
UNPICTURED = frozenset({"locked", "transition_in", "sfx"})
"""Fields of a shot that leave its picture as it is."""


def with_fields(model: M, fields: Mapping[str, Any]) -> M:
    """A validated copy with some fields replaced."""
    return type(model)(**{**_plain(model), **fields}) if fields else model


def _plain(model: BaseModel) -> dict[str, Any]:
    info = type(model).model_fields
    return {info[k].alias or k: v for k, v in model}


@singledispatch
def play(change: ch.Change, film: Film) -> Film:
    """Play one change on a film; each kind of change registers its own."""
    raise BadRequest(f"There is no change called {getattr(change, 'op', change)!r}.")


def on_shot(film: Film, shot_id: str, **fields: Any) -> Film:
    """The film with fields of one shot replaced. Raises BadRequest when it is locked."""
    shot = film.shot(shot_id)
    if shot.locked and set(fields) - {"locked"}:
        number = film.number(shot_id)
        raise BadRequest(f"Shot {number} is locked.", f'Say "unlock shot {number}" first.')
    if shot.pick and not set(fields) & UNPICTURED and "pick" not in fields:
        fields["pick"] = None  # the chosen take shows what the shot was; the edit wants a new one
    return put(film, with_fields(shot, fields))


def put(film: Film, shot: Shot) -> Film:
    """The film with a shot put in; everyone in it must be in the cast."""
    played = (*shot.emotions, *shot.intensity, *shot.looks_at, *(beat.who for beat in shot.beats))
    spoken = (line.character for line in shot.dialogue)
    for who in dict.fromkeys((*shot.subjects, *played, *spoken)):
        there(film.characters, who, "character")
    return film.model_copy(update={"shots": {**film.shots, shot.id: shot}})


def there(group: Mapping[str, Any], key: str, what: str) -> None:
    """Raise BadRequest, naming what there is, when a key is not in a group."""
    if key not in group:
        known = ", ".join(group) or "none yet"
        raise BadRequest(f"There is no {what} {key!r}.", f"There is: {known}.")


def remove(film: Film, gone: tuple[str, ...]) -> Film:
    """The film without some shots; they go to the bin."""
    fields: dict[str, Any] = {
        "shots": {k: v for k, v in film.shots.items() if k not in gone},
        "bin": {**film.bin, **{k: film.shots[k] for k in gone}},
        "order": tuple(k for k in film.order if k not in gone),
    }
    ends = {k: None for k in ("start_shot", "end_shot") if getattr(film.music, k) in gone}
    if ends:
        fields["music"] = with_fields(film.music, ends)
    return film.model_copy(update=fields)


def on_character(film: Film, who: str, fields: Mapping[str, Any]) -> Film:
    """The film with fields of one character replaced."""
    changed = with_fields(film.characters[who], fields)
    return film.model_copy(update={"characters": {**film.characters, who: changed}})


def place(film: Film, shot_id: str, after: str | None) -> Film:
    """The film with a shot put after another (None: at the head)."""
    if after is None:
        return film.model_copy(update={"order": (shot_id, *film.order)})
    film.shot(after)
    at = film.order.index(after) + 1
    return film.model_copy(update={"order": (*film.order[:at], shot_id, *film.order[at:])})
