"""apply(film, change) -> film: pure, so that replay is exact. Knows nothing of disks or takes."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import ValidationError

from memory import change as ch
from memory import edit_delivery, edit_film, edit_shot
from memory.errors import BadRequest
from memory.film import Film
from memory.playing import play

PLAYERS = (edit_shot, edit_film, edit_delivery)
"""Importing them is what puts every change on the table."""


def apply_all(film: Film, changes: Iterable[ch.AnyChange]) -> Film:
    """The film after all changes in turn; none of them when one cannot be played."""
    for change in changes:
        film = apply(film, change)
    return film


def apply(film: Film, change: ch.AnyChange) -> Film:
    """The film after one change.

    Raises:
        BadRequest: the target is not there, is locked, or a value cannot be.
    """
    try:
        return play(change, film)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or change.op
        raise BadRequest(f"That cannot be: {place}: {first['msg']}.") from error
