"""Which revision an undo or a redo goes to, and how an older one is taken back; reads no disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from memory.errors import BadRequest

RevisionKind = Literal["edit", "undo", "redo"]


@dataclass(frozen=True, slots=True)
class Step:
    """A revision as the history sees it.

    Attributes:
        number: Its number, from 1.
        kind: "edit" adds content; "undo" and "redo" go back to a content there was.
        parent: For an edit, the edit it was made on (None: the first).
        content: The number of the edit whose document this one shows; its own for an edit.
    """

    number: int
    kind: RevisionKind
    parent: int | None
    content: int


def undo_target(steps: Sequence[Step], count: int = 1) -> int:
    """The edit whose document comes back after `count` undos. Raises BadRequest at the start."""
    if count < 1:
        raise BadRequest(f"{count} steps cannot be undone.", "Undo at least one.")
    parents = {step.number: step.parent for step in steps}
    place = steps[-1].content
    for done in range(count):
        before = parents[place]
        if before is None:
            left = f"Only {done} can be undone." if done else "This is where the film began."
            raise BadRequest("There is nothing more to undo.", left)
        place = before
    return place


def redo_target(steps: Sequence[Step]) -> int:
    """The edit that comes back with a redo. Raises BadRequest when nothing was undone."""
    parents = {step.number: step.parent for step in steps}
    tip: int | None = max(step.number for step in steps if step.kind == "edit")
    place = steps[-1].content
    while tip is not None and tip != place:
        if parents[tip] == place:
            return tip
        tip = parents[tip]
    raise BadRequest("There is nothing to redo.", "A new edit ends what could be redone.")


class _Absent:
    """Where a document has nothing."""

    def __repr__(self) -> str:
        return "nothing"


ABSENT = _Absent()


def take_back(before: Any, after: Any, now: Any) -> tuple[Any, list[str]]:
    """The document now, without what one revision did to it.

    Args:
        before: The plain document before that revision.
        after: The plain document after it.
        now: The plain document as it is.

    Returns:
        The document with the fields of that revision as they were before, and the dotted paths
        that were touched again since; those were left as they are now.
    """
    conflicts: list[str] = []
    return _merge("", before, after, now, conflicts), conflicts


def _merge(path: str, before: Any, after: Any, now: Any, conflicts: list[str]) -> Any:
    if before in (now, after):
        return now
    if now == after:
        return before
    if all(isinstance(part, dict) for part in (before, after, now)):
        return _merge_tables(path, before, after, now, conflicts)
    if all(_is_keyed(part) for part in (before, after, now)):
        return _merge_keyed(path, before, after, now, conflicts)
    if all(_is_names(part) for part in (before, after, now)):
        merged = _merge_names(before, after, now)
        if merged is not None:
            return merged
    conflicts.append(path)
    return now


def _merge_tables(
    path: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    now: Mapping[str, Any],
    conflicts: list[str],
) -> dict[str, Any]:
    merged = {}
    for key in {**now, **before}:
        below = f"{path}.{key}" if path else key
        old, set_to, is_now = (table.get(key, ABSENT) for table in (before, after, now))
        value = _merge(below, old, set_to, is_now, conflicts)
        if value is not ABSENT:
            merged[key] = value
    return merged


def _is_keyed(part: Any) -> bool:
    """A list of tables that each have their own id, such as the lines of a shot."""
    if not isinstance(part, list) or not all(isinstance(p, dict) and "id" in p for p in part):
        return False
    return len({item["id"] for item in part}) == len(part)


def _merge_keyed(
    path: str,
    before: list[dict[str, Any]],
    after: list[dict[str, Any]],
    now: list[dict[str, Any]],
    conflicts: list[str],
) -> list[dict[str, Any]]:
    old, set_to, is_now = ({item["id"]: item for item in part} for part in (before, after, now))
    merged = _merge_tables(path, old, set_to, is_now, conflicts)
    order: list[str] | None = list(old)
    if list(set_to) != list(is_now):
        order = _merge_names(list(old), list(set_to), list(is_now))
    if order is None:
        conflicts.append(path)
        order = list(is_now)
    late = [key for key in merged if key not in order]
    return [merged[key] for key in (*order, *late) if key in merged]


def _is_names(part: Any) -> bool:
    """A list of different texts, such as the order of the shots."""
    if not isinstance(part, list) or not all(isinstance(item, str) for item in part):
        return False
    return len(set(part)) == len(part)


def _merge_names(before: list[str], after: list[str], now: list[str]) -> list[str] | None:
    """Names without those added and with those removed; None when they were put in order."""
    kept = [name for name in before if name in after]
    if kept != [name for name in after if name in before]:
        return None
    merged = [name for name in now if name in before or name not in after]
    for place, name in enumerate(before):
        if name not in after and name not in merged:
            ahead = [merged.index(other) for other in before[:place] if other in merged]
            merged.insert(max(ahead, default=-1) + 1, name)
    return merged


def as_question(number: int, conflicts: Sequence[str]) -> BadRequest:
    """The one question to ask when a later edit is in the way."""
    names = ", ".join(conflicts[:6]) + (" and more" if len(conflicts) > 6 else "")
    return BadRequest(
        f"Revision {number} cannot be undone alone: what it set was changed again since.",
        f"Changed again: {names}. Undo the later edits first, or say the values you want?",
    )


def as_step(row: Mapping[str, Any]) -> Step:
    """A stored row as the history sees it."""
    kind = cast(RevisionKind, row["kind"])
    return Step(row["number"], kind, row["parent"], row["content"])
