"""What needs the creator's leave before it is done: deletions and long or costly work.

Asks nobody itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from agent.approval import LONG_SECONDS, Approval
from agent.desk import Desk
from agent.targets import scene_id, shot_id
from memory.errors import BadRequest
from memory.film import Film


def needed(desk: Desk, calls: Sequence[Mapping[str, Any]]) -> Approval | None:
    """The one approval that a set of calls needs, or None."""
    asks = [ask for call in calls for ask in _asks(desk, call["name"], call["args"])]
    if not asks or desk.yes:
        return None
    seconds = sum(seconds for _, seconds in asks)
    what = "; ".join(dict.fromkeys(words for words, _ in asks))
    ident = hashlib.sha256(f"{desk.project.revision}{what}".encode()).hexdigest()[:12]
    return Approval(ident, what, seconds=seconds)


def _asks(desk: Desk, name: str, args: Mapping[str, Any]) -> list[tuple[str, float]]:
    if name == "edit_film":
        return [(words, 0.0) for words in _deletions(desk.film, args.get("changes"))]
    if name == "write_film" and desk.film.order:
        return [(f"This writes the film anew; its {len(desk.film.order)} shots go to the bin", 0.0)]
    if name == "shoot":
        seconds = _shooting(desk, args.get("shots"))
        return [("Shoot the film", seconds)] if seconds >= LONG_SECONDS else []
    if name == "export_film" and args.get("variant") in desk.film.variants:
        seconds = _drawing(desk, str(args["variant"]))
        words = f"Draw the {args['variant']} version"
        return [(words, seconds)] if seconds >= LONG_SECONDS else []
    return []


def _deletions(film: Film, changes: object) -> list[str]:
    words = []
    for change in changes if isinstance(changes, list) else ():
        op = change.get("op") if isinstance(change, Mapping) else None
        try:
            if op == "delete_shot":
                words.append(f"Take out shot {film.number(shot_id(film, change.get('shot')))}")
            elif op == "delete_scene":
                scene = scene_id(film, change.get("scene"))
                count = len(film.scene_shots(scene))
                words.append(f"Take out {film.scenes[scene].slug} with {count} shots")
        except BadRequest:
            continue  # what is not there cannot be deleted; the tool says so
    return words


def _drawing(desk: Desk, variant: str) -> float:
    from tools.plan import estimate_seconds
    from tools.variants import missing_views

    due = missing_views(desk.project, variant)
    return estimate_seconds(desk.film, due, desk.settings.workers) if due else 0.0


def _shooting(desk: Desk, named: object) -> float:
    from tools.plan import estimate_seconds, plan

    film = desk.film
    ids = [shot_id(film, one) for one in named] if isinstance(named, list) else list(film.order)
    due = [one.shot for one in plan(desk.project, ids) if one.take_standing.state != "current"]
    return estimate_seconds(film, due, desk.settings.workers)
