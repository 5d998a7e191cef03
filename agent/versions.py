"""What only a project's history knows of a change: the seed of a take, the state of a version.

Changes are played on the document alone; here they are given what they lack before that, as ids
are minted before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from memory.change import AnyChange, ChooseTake, NameVersion, RestoreVersion, Retake
from memory.diff import FieldDiff, as_plain, diff
from memory.errors import BadRequest
from memory.project import Project


def completed(project: Project, changes: Sequence[AnyChange]) -> list[AnyChange]:
    """The changes with seeds, revisions and documents put in.

    Raises:
        BadRequest: there is no such take or version; the hint says what there is.
    """
    return [full for change in changes for full in _full(project, change)]


def _full(project: Project, change: AnyChange) -> list[AnyChange]:
    if isinstance(change, ChooseTake):
        return [*_performed(project, change), change]
    if isinstance(change, NameVersion):
        number = _known(project, change.revision or project.revision)
        return [NameVersion(name=change.name, revision=number)]
    if isinstance(change, RestoreVersion):
        number = revision_of(project, change.version)
        return [RestoreVersion(version=change.version, document=as_plain(project.film_at(number)))]
    return [change]


def _performed(project: Project, change: ChooseTake) -> list[AnyChange]:
    """The seed of a chosen take, so that later edits of the shot keep its performance."""
    if change.take is None:
        return []
    takes = {take.name: take.made for take in project.takes(change.shot)}
    if change.take not in takes:
        known = ", ".join(takes) or "none yet"
        number = project.film.number(change.shot)
        raise BadRequest(f"Shot {number} has no take {change.take!r}.", f"It has {known}.")
    seed = _seed_of(project, takes[change.take].ledger)
    if seed is None or seed == project.film.shot(change.shot).seed:
        return []
    return [Retake(shot=change.shot, seed=seed)]


def _seed_of(project: Project, ledger: int) -> int | None:
    """The seed a take was made with, as its ledger entry tells; None where a file came in."""
    entry = next((one for one in project.ledger.entries(ledger - 1) if one.seq == ledger), None)
    inputs: Any = entry.body.get("inputs") if entry else None
    shot = inputs.get("shot") if isinstance(inputs, Mapping) else None
    return int(shot["seed"]) if isinstance(shot, Mapping) and "seed" in shot else None


def revision_of(project: Project, version: str) -> int:
    """The number of a version: by its name, or by its number as "3", "v3", "revision 3".

    Raises:
        BadRequest: there is none.
    """
    film, wanted = project.film, version.strip().lower()
    named = [number for name, number in film.versions.items() if name.lower() == wanted]
    if named:
        return named[0]
    number = re.fullmatch(r"(?:v|rev|revision|version)?\s*\.?(\d{1,6})", wanted)
    if number is None:
        known = ", ".join(film.versions) or "none yet"
        raise BadRequest(f"There is no version {version!r}.", f"Named are: {known}.")
    return _known(project, int(number[1]))


def _known(project: Project, number: int) -> int:
    if not 1 <= number <= project.revision:
        raise BadRequest(
            f"There is no version {number}.", f"The film is at version {project.revision}."
        )
    return number


def compared(project: Project, version: str, other: str | None = None) -> list[FieldDiff]:
    """What moved from one version to another, or to the film as it is now."""
    now = project.film if other is None else project.film_at(revision_of(project, other))
    return diff(project.film_at(revision_of(project, version)), now)
