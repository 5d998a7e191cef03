"""The changes of a longer note made to stand side by side. Knows no rule.

Each piece is read against the film as it stood when the note began, so a new order may name a shot
that an earlier piece took out, or miss one that it put in.
"""

from __future__ import annotations

from collections.abc import Sequence

from memory.change import AnyChange, Reorder
from memory.edit import apply_all
from memory.film import Film


def side_by_side(film: Film, changes: Sequence[AnyChange]) -> tuple[AnyChange, ...]:
    """The same changes, every order fitted to the shots that are there when its turn comes."""
    if len(changes) < 2 or not any(isinstance(c, Reorder) for c in changes):
        return tuple(changes)
    out: list[AnyChange] = []
    for change in changes:
        fitted = change
        if isinstance(change, Reorder):
            fitted = Reorder(order=_fitted(apply_all(film, out).order, change.order))
        out.append(fitted)
    return tuple(out)


def _fitted(now: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The wanted order without what is gone; what is new stays behind the shot it follows."""
    order = [s for s in wanted if s in now]
    for at, shot in enumerate(now):
        if shot not in order:
            order.insert(order.index(now[at - 1]) + 1 if at else 0, shot)
    return tuple(order)
