"""What was worked out about a project's shots, kept while it holds. Decides and makes nothing.

A turn asks several times how every shot stands. Recipes are kept by the shot they came from, rows
are only ever added, and files are looked for again only when a folder of the vault has changed:
so a long film answers as quickly as a short one.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from memory.errors import ProjectDamaged
from memory.film import Film, Shot
from memory.library import DATABASE
from memory.project import Project
from memory.recipe import Recipe
from memory.shelf import Made, Take
from tools.boards import board_recipe
from tools.takes import take_recipe

MOST_BOOKS = 16
_BOOKS: OrderedDict[tuple[Path, int], PlanBook] = OrderedDict()
_GUARD = threading.Lock()


def book_of(project: Project) -> PlanBook:
    """The book of a project's folder in this process; a folder made anew gets a new one.

    Raises:
        ProjectDamaged: the folder was deleted or moved while it was worked on.
    """
    try:
        key = (project.folder.resolve(), (project.folder / DATABASE).stat().st_ino)
    except FileNotFoundError as error:
        name = project.folder.name
        raise ProjectDamaged(
            f"The film {name!r} is not there any more.", "Was it deleted or moved meanwhile?"
        ) from error
    with _GUARD:
        book = _BOOKS.setdefault(key, PlanBook())
        _BOOKS.move_to_end(key)
        while len(_BOOKS) > MOST_BOOKS:
            _BOOKS.popitem(last=False)
    return book


def setting_of(film: Film) -> tuple[Any, ...]:
    """Everything of the document but the shots that a picture may depend on."""
    return (
        film.id,
        film.width,
        film.height,
        film.rate,
        film.language,
        film.style,
        film.scenes,
        film.locations,
        film.characters,
        tuple(film.scene_order()),
    )


@dataclass
class PlanBook:
    """One project's recipes and rows, as far as they were read."""

    guard: threading.RLock = field(default_factory=threading.RLock)
    memo: tuple[Any, Any] | None = None
    """(what it was worked out from, what came out) of the newest plan."""
    _setting: tuple[Any, ...] = ()
    _recipes: dict[str, tuple[Shot, Recipe, Recipe]] = field(default_factory=dict)
    _rows: dict[tuple[str, str], list[Made]] = field(default_factory=dict)
    _upto: int = 0
    _stamp: tuple[int, ...] = ()
    _there: frozenset[str] = frozenset()

    def catch_up(self, project: Project) -> tuple[int, tuple[int, ...]]:
        """Read what was added since; returns a stamp that moves whenever rows or files do."""
        added = project.shelf.since(self._upto)
        for made in added:
            self._rows.setdefault((made.kind, made.target), []).append(made)
            self._upto = max(self._upto, made.ledger)
        stamp = project.vault.stamp()
        # A folder's time may stand still for some milliseconds: a new row asks for a look anyway.
        if added or stamp != self._stamp:
            self._stamp, self._there = stamp, frozenset(project.vault.contents())
        return self._upto, self._stamp

    def recipes(self, film: Film, shot_id: str) -> tuple[Recipe, Recipe]:
        """The recipes of a shot's board and take."""
        shot = film.shots[shot_id]
        known = self._recipes.get(shot_id)
        if known is not None and (known[0] is shot or known[0] == shot):
            return known[1], known[2]
        board, take = board_recipe(film, shot_id), take_recipe(film, shot_id)
        self._recipes[shot_id] = (shot, board, take)
        return board, take

    def settle(self, film: Film) -> None:
        """Forget the recipes when what lies around the shots has changed."""
        setting = setting_of(film)
        if setting != self._setting:
            self._recipes.clear()
        self._setting = setting

    def playable(self, kind: str, target: str) -> list[Made]:
        """Rows of a kind and target whose files are there, oldest first."""
        return [made for made in self.rows(kind, target) if made.sha256 in self._there]

    def rows(self, kind: str, target: str) -> Sequence[Made]:
        """Every row of a kind and target, oldest first."""
        return self._rows.get((kind, target), ())

    def kinds(self) -> frozenset[str]:
        """The kinds there are rows of."""
        return frozenset(kind for kind, _ in self._rows)

    def takes(self, shots: Sequence[str]) -> Mapping[str, list[Take]]:
        """The takes of shots under their names."""
        return {
            shot: [Take(f"t{n}", made) for n, made in enumerate(self.rows("take", shot), 1)]
            for shot in shots
        }
