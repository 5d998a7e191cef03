"""What an edit would do, told before it is done: its diff, what goes stale and what that costs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from agent.desk import Desk
from agent.notes.reading import Option
from memory.diff import diff
from memory.edit import apply_all
from memory.film import Film

MOST_FIELDS = 40
"""Fields of a diff that are written out; the rest are counted."""


def effect(desk: Desk, option: Option) -> dict[str, Any]:
    """The effect of an option on the film as it stands.

    Returns:
        {"diff", "shots": numbers whose picture would be shot again, "seconds": about how long}.

    Raises:
        BadRequest: it cannot be played.
    """
    before = desk.film
    after = apply_all(before, option.changes)
    moved = diff(before, after)
    remade = reshot(before, after)
    from tools.plan import estimate_seconds

    seconds = estimate_seconds(after, remade, desk.settings.workers) if remade else 0.0
    return {
        "diff": [one.as_json() for one in moved[:MOST_FIELDS]],
        "fields": len(moved),
        "shots": [after.number(shot) for shot in remade],
        "seconds": round(seconds),
    }


def reshot(before: Film, after: Film) -> Sequence[str]:
    """The shots whose picture an edit changes, in order; new ones are among them."""
    from tools.takes import take_recipe

    return [
        shot
        for shot in after.order
        if shot not in before.order
        or take_recipe(before, shot).digest != take_recipe(after, shot).digest
    ]


def told_options(desk: Desk, options: Sequence[Option]) -> tuple[dict[str, Any], ...]:
    """Options as `say --json` prints them and as a page draws buttons from."""
    return tuple({"letter": one.letter, "words": one.words, **effect(desk, one)} for one in options)
