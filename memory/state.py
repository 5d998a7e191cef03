"""Current, stale or missing: a comparison of a recipe with what was made; reads no disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from memory.recipe import Recipe
from memory.shelf import Made, newest

State = Literal["current", "stale", "missing"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How one thing stands.

    Attributes:
        state: "current" when something was made from this very recipe, "stale" when only from
            others, "missing" when nothing was made.
        plays: The row to play, stale or not; None when missing.
        older_look: Current, but the maker draws it differently by now.
        picked: The creator chose this row.
    """

    state: State
    plays: Made | None
    older_look: bool = False
    picked: bool = False


def state(recipe: Recipe, made: Sequence[Made]) -> State:
    """How the rows made for a target stand against its recipe now."""
    if any(row.digest == recipe.digest for row in made):
        return "current"
    return "stale" if made else "missing"


def standing(recipe: Recipe, made: Sequence[Made], pick: str | None = None) -> Standing:
    """What plays: the picked row, else the newest current one, else the newest stale one.

    Args:
        recipe: What it would be made from now.
        made: The rows of this kind and target whose files are there, oldest first.
        pick: The id of the row the creator chose; one that is not there is ignored.
    """
    current = [row for row in made if row.digest == recipe.digest]
    chosen = next((row for row in made if row.id == pick), None)
    plays = chosen or _best_look(recipe, current) or newest(made)
    older = bool(current) and plays in current and plays.look < recipe.look
    return Standing(state(recipe, made), plays, older, chosen is not None)


def _best_look(recipe: Recipe, current: Sequence[Made]) -> Made | None:
    """The newest row of the look of today, else the newest row."""
    return newest(row for row in current if row.look == recipe.look) or newest(current)
