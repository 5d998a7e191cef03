"""What differs between two films: fields with their old and new values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from memory.film import Film


@dataclass(frozen=True, slots=True)
class FieldDiff:
    """One moved field. `path` is dotted, as in "shots.sh4.lighting.brightness"."""

    path: str
    old: Any
    new: Any

    def as_json(self) -> dict[str, Any]:
        """The form `say --json` prints."""
        return {"path": self.path, "old": self.old, "new": self.new}


MISSING = None


def diff(old: Film, new: Film) -> list[FieldDiff]:
    """The fields that moved, in path order. Unchanged parts are skipped whole."""
    if old == new:
        return []
    before, after = as_plain(_pared(old, new)), as_plain(_pared(new, old))
    return sorted(_walk("", before, after), key=lambda d: d.path)


TABLES = ("shots", "bin", "scenes", "characters", "locations")


def _pared(film: Film, other: Film) -> Film:
    """Without the shots, people and places that are the same: a long film is not written out."""
    moved: dict[str, Any] = {}
    for name in TABLES:
        mine, theirs = getattr(film, name), getattr(other, name)
        moved[name] = {k: v for k, v in mine.items() if k not in theirs or theirs[k] != v}
    return film.model_copy(update=moved)


def as_plain(film: Film) -> dict[str, Any]:
    """The document as plain JSON data."""
    plain: dict[str, Any] = film.model_dump(mode="json", by_alias=True)
    return plain


def _walk(path: str, old: Any, new: Any) -> Iterator[FieldDiff]:
    if old == new and type(old) is type(new):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in {**old, **new}:
            below = f"{path}.{key}" if path else str(key)
            yield from _walk(below, old.get(key, MISSING), new.get(key, MISSING))
        return
    yield FieldDiff(path, old, new)
