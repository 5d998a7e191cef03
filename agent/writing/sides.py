"""Sides of the screen: who stands left and right of the axis. Pure."""

from __future__ import annotations

import itertools

from agent.writing.casting import Cast
from agent.writing.setup import Setup


def sides_of(setups: list[Setup], before: dict[str, str]) -> dict[str, str]:
    """The side of the screen of each, kept for the scene: those who talk to each other face.

    A side from the scene before is kept where it sets nobody beside whom they talk to.
    """
    bonds: dict[frozenset[str], int] = {}
    for setup in setups:
        for pair in itertools.combinations(dict.fromkeys(setup.subjects), 2):
            bonds[frozenset(pair)] = bonds.get(frozenset(pair), 0) + (3 if setup.said else 1)
    kept: dict[str, str] = {}
    people = dict.fromkeys(w for s in setups for w in s.subjects)
    for who in sorted(people, key=lambda w: w not in before):
        strain = {
            side: sum(bonds.get(frozenset((who, o)), 0) for o, at in kept.items() if at == side)
            for side in ("left", "right")
        }
        count = {side: list(kept.values()).count(side) for side in strain}
        wish = before.get(who, "left")
        side = min(strain, key=lambda side: (strain[side], count[side], side != wish))
        # One who talks to both sides stands between them.
        between = min(strain.values()) > 0 and "centre" not in kept.values()
        kept[who] = "centre" if between else side
    return kept


def side_of(who: str, setup: Setup, sides: dict[str, str]) -> str:
    """The side of one in a set-up: their own, else the one across from whom they face."""
    own = sides.get(who, "left")
    partner = setup.over or setup.to
    partner = partner if partner != who else setup.subjects[0]
    partner = next((w for w in setup.subjects if w != who), "") or partner
    across = sides.get(partner, "") if partner != who else ""
    if own == "centre":
        return _other(across) if across in {"left", "right"} else "left"
    order = list(sides)
    if across == own and order.index(partner) < order.index(who):
        return _other(own)
    return own


def axis_words(sides: dict[str, str], cast: Cast) -> str:
    """The axis in words: "Mara camera left looking right; Theo camera right looking left"."""
    return "; ".join(
        f"{cast.by_id(who).name} camera {side} looking {_other(side)}"
        if side != "centre"
        else f"{cast.by_id(who).name} between them"
        for who, side in sides.items()
    )


def _other(side: str) -> str:
    return "right" if side == "left" else "left"


def composition(setup: Setup, sides: dict[str, str], cast: Cast) -> str:
    """Where the figures stand in the frame, in the words the axis uses."""
    if setup.role == "montage" or not setup.subjects:
        return "" if setup.subjects else "the place alone"
    if setup.over:
        name, back = (cast.by_id(w).name for w in (setup.subjects[0], setup.over))
        side = side_of(setup.subjects[0], setup, sides)
        return f"over {back}'s shoulder onto {name}, {name} {side} third looking {_other(side)}"
    if len(setup.subjects) > 2:
        stood = (f"{cast.by_id(w).name} {sides.get(w, 'centre')}" for w in setup.subjects)
        return f"group-shot, {', '.join(stood)}"
    if len(setup.subjects) > 1:
        placed = (f"{cast.by_id(w).name} {side_of(w, setup, sides)}" for w in setup.subjects)
        return f"two-shot, {', '.join(placed)}"
    who = setup.subjects[0]
    side = side_of(who, setup, sides)
    return f"{cast.by_id(who).name} {side} third looking {_other(side)}"
