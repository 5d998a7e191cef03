"""What moved of variants and versions, as sentences. Part of the wording of replies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from agent.notes.grammar import listed
from memory.film import Film


class Moved(Protocol):
    """One field that moved."""

    @property
    def path(self) -> str:
        """The dotted place."""

    @property
    def old(self) -> Any:
        """The value before."""

    @property
    def new(self) -> Any:
        """The value after."""


def delivered(one: Moved, film: Film) -> str:
    """A sentence for a variant or a version that moved; empty for anything else."""
    part, name, *rest = [*one.path.split("."), ""]
    rest = [word for word in rest if word]
    if part not in {"variants", "versions"} or not name:
        return ""
    if part == "versions":
        return f'Revision {one.new} is "{name}".' if one.new else f'"{name}" names nothing now.'
    if not rest:
        return _whole(name, one.new, film)
    if rest[0] == "framing" and len(rest) > 1:
        shot = f"shot {film.number(rest[1])}" if rest[1] in film.order else "a shot"
        return f"Only in the {name} version, {shot} is {_framed(rest[2:], one.new)}."
    return f"The {name} version: {rest[0]} {one.new}."


def _whole(name: str, new: Any, film: Film) -> str:
    if not isinstance(new, Mapping):
        return f"The {name} version is out."
    framed = [film.number(shot) for shot in new.get("framing") or {} if shot in film.order]
    own = f", shot{'' if len(framed) == 1 else 's'} {listed(framed)} reframed" if framed else ""
    told = f"There is a {name} version now, {new.get('aspect')}{own}."
    return f'{told} "Export the {name} version" makes its file.'


def _framed(rest: list[str], new: Any) -> str:
    if isinstance(new, Mapping):
        return ", ".join(f"{k.removesuffix('_mm')} {v}" for k, v in new.items() if v is not None)
    if new is None:
        return "as in the film"
    return f"{rest[0].removesuffix('_mm')} {new}" if rest else str(new)
