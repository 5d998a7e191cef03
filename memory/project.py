"""A project on disk: its film, history, files, paper trail and jobs behind one door; makes nothing.

`films/<slug>/` holds `project.sqlite` (the truth), `vault/` (files by content) and `film.json` (a
mirror to read). Every call reads or writes the disk, so that several threads and processes can
have the same project open.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from memory.change import AnyChange
from memory.database import Database
from memory.diff import as_plain
from memory.edit import apply_all
from memory.errors import BadRequest
from memory.failpoint import reach
from memory.film import Film
from memory.history import as_question, redo_target, take_back, undo_target
from memory.jobs import Jobs
from memory.lease import PATIENCE_SECONDS, Lease
from memory.ledger import Ledger
from memory.library import DATABASE, ProjectCard, card, find_folder, found, settle
from memory.recipe import Recipe
from memory.revisions import Revision, Revisions
from memory.shelf import Made, Shelf, Take
from memory.state import Standing, standing
from memory.vault import Vault


class Project:
    """One film's project, open.

    Attributes:
        folder: Where it is.
        vault: Its files by content.
        ledger: Its paper trail.
        jobs: What is to be made.
        shelf: What was made.
    """

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self._database = Database(folder / DATABASE, clock=clock)
        self.vault = Vault(folder / "vault")
        self.ledger = Ledger(self._database)
        self.shelf = Shelf(self._database, self.ledger, self.vault)
        self.jobs = Jobs(self._database, self.shelf)
        self._lease = Lease(self._database)
        self._revisions = Revisions(self._database, self.ledger)
        self._guard = threading.RLock()
        self._known: tuple[int, Film] | None = None

    @classmethod
    def create(
        cls, home: Path, film: Film, slug_from: str, clock: Callable[[], float] = time.time
    ) -> Project:
        """A new project for a film, whole or not at all.

        Args:
            home: The folder of all films; made when it is not there.
            film: The first revision.
            slug_from: Any text; the folder's name is spelled from it, with -2, -3 when taken.
            clock: Seconds since 1970.
        """
        folder = settle(home, slug_from, lambda new: cls._fill(new, film, clock))
        project = cls(folder, clock)
        project._mirror()
        return project

    @classmethod
    def open(cls, home: Path, name: str, clock: Callable[[], float] = time.time) -> Project:
        """The project of a slug, a title, or an unambiguous beginning of either.

        Raises:
            BadRequest: None or several match; the hint names those that are there.
            ProjectDamaged: It cannot be read; nothing was changed.
        """
        project = cls(find_folder(home, name), clock)
        project.refresh()
        project.vault.sweep()
        project._mirror()
        return project

    @classmethod
    def find(cls, home: Path) -> list[ProjectCard]:
        """A card for each project, the one last edited first; damaged ones say so."""
        cards = [card(folder) for folder in found(home)]
        return sorted(cards, key=lambda each: each.at, reverse=True)

    @property
    def slug(self) -> str:
        """The project's name on disk and in commands."""
        return self.folder.name

    @property
    def film(self) -> Film:
        """The document as last read; `refresh` reads it again."""
        return self._current()[1]

    @property
    def revision(self) -> int:
        """The number of the revision that `film` is."""
        return self._current()[0]

    def refresh(self) -> bool:
        """Read the newest revision from disk; True when it moved."""
        newest = self._revisions.newest()
        with self._guard:
            if self._known is not None and self._known[0] == newest:
                return False
            self._known = (newest, self._revisions.film(newest))
        return True

    def film_at(self, number: int) -> Film:
        """The document as a revision left it."""
        return self._revisions.film(number)

    def edit(
        self,
        changes: Sequence[AnyChange],
        *,
        words: str = "",
        author: str = "creator",
        expect: int | None = None,
    ) -> Revision:
        """Apply changes to the newest document and store them as one revision.

        Args:
            changes: Applied in turn; none of them stays when one cannot be.
            words: What was said, for the history.
            author: Who.
            expect: The revision the changes were made for; None for the newest.

        Returns:
            The new revision; when nothing moved, the newest one with no changes and no diff.

        Raises:
            BadRequest: The film has moved on since `expect`, or a change cannot be.
            Busy: Another turn holds the project.
        """
        with self._writing(expect) as film:
            edited = apply_all(film, changes)
            if edited == film:
                return replace(self._revisions.one(self.revision), changes=(), diff=())
            revision = self._revisions.add(
                film, edited, changes=changes, words=words, author=author
            )
            reach("edit.stored")
        return self._settled(revision, edited)

    def undo(self, steps: int = 1, *, author: str = "creator") -> Revision:
        """Go back over the newest edits: a new revision that shows the older document."""
        with self._writing() as film:
            target = undo_target(self._revisions.steps(), steps)
            older = self._revisions.film(target)
            words = f"undo to revision {target}"
            revision = self._revisions.add(
                film, older, kind="undo", content=target, words=words, author=author
            )
        return self._settled(revision, older)

    def redo(self, *, author: str = "creator") -> Revision:
        """Bring back the edit undone last. Raises BadRequest when an edit came in between."""
        with self._writing() as film:
            target = redo_target(self._revisions.steps())
            newer = self._revisions.film(target)
            words = f"redo revision {target}"
            revision = self._revisions.add(
                film, newer, kind="redo", content=target, words=words, author=author
            )
        return self._settled(revision, newer)

    def can_redo(self) -> bool:
        """Whether a redo would bring something back."""
        try:
            redo_target(self._revisions.steps())
        except BadRequest:
            return False
        return True

    def undo_revision(self, number: int, *, author: str = "creator") -> Revision:
        """Take back one older revision and keep what came after.

        Raises:
            BadRequest: What it set was changed again since; the hint names those fields. Or
                there is no such revision, or it is the first.
        """
        with self._writing() as film:
            edited = self._without(self._revisions.one(number), film)
            if edited == film:
                raise BadRequest(f"Nothing of revision {number} is left to undo.")
            words = f"undo of revision {number}"
            revision = self._revisions.add(film, edited, words=words, author=author)
        return self._settled(revision, edited)

    def history(self) -> list[Revision]:
        """Every revision, oldest first."""
        return self._revisions.all()

    def lease(
        self, what: str = "turn", patience: float = PATIENCE_SECONDS
    ) -> contextlib.AbstractContextManager[None]:
        """Hold the project for one turn: `with project.lease("draft"): …`.

        Args:
            what: What is done, in words; a second writer is told.
            patience: Seconds to wait for another one.

        Raises:
            Busy: Another turn still holds it; the message names it.
        """
        return self._lease.hold(what, patience)

    def producing(self) -> contextlib.AbstractContextManager[None]:
        """Hold the autonomous production of this film; notes may be given meanwhile.

        Raises:
            Busy: Another process produces it already.
        """
        return Lease(self._database, "production").hold("draft")

    def made(self, digest: str) -> Made | None:
        """The newest thing of this digest whose file is there."""
        return self.shelf.made(digest)

    def made_for(self, kind: str, target: str) -> list[Made]:
        """Everything of a kind made for a target, oldest first."""
        return self.shelf.made_for(kind, target)

    def takes(self, shot: str) -> list[Take]:
        """The takes of a shot, t1 first."""
        return self.shelf.takes(shot)

    def record(
        self,
        recipe: Recipe,
        sha256: str,
        seconds: float,
        note: str = "",
        extra: Mapping[str, object] | None = None,
    ) -> Made:
        """Add a made thing whose file is in the vault; see `Shelf.record`."""
        return self.shelf.record(recipe, sha256, seconds, note, extra)

    def standing(self, recipe: Recipe, pick: str | None = None) -> Standing:
        """How a thing stands against its recipe now, and which row plays."""
        rows = self.shelf.playable(recipe.kind, recipe.target)
        named = {take.name: take.made.id for take in self.takes(recipe.target)} if pick else {}
        return standing(recipe, rows, named.get(pick, pick) if pick else None)

    def verify(self) -> list[str]:
        """Everything that is wrong with the project, in words; empty when it is sound."""
        broken = self._database.integrity()
        if broken:
            return broken
        return [*self.ledger.verify(), *self._revisions.check(), *self.shelf.check()]

    def close(self) -> None:
        """Close this process's connections; the project may be used again."""
        self._database.close()

    @staticmethod
    def _fill(folder: Path, film: Film, clock: Callable[[], float]) -> None:
        """The first revision, in a folder that has no name yet."""
        database = Database(folder / DATABASE, clock=clock, create=True)
        (folder / "vault").mkdir()
        Revisions(database, Ledger(database)).add(None, film, words="created")
        database.close()

    def _current(self) -> tuple[int, Film]:
        known = self._known
        if known is None:
            self.refresh()
            return self._current()
        return known

    @contextmanager
    def _writing(self, expect: int | None = None) -> Iterator[Film]:
        """A write on the newest document, once nobody else holds the project."""
        self._lease.wait_for_others(PATIENCE_SECONDS)
        with self._database.write() as connection:
            self._lease.check(connection)
            self.refresh()
            number, film = self._current()
            if expect is not None and expect != number:
                raise BadRequest(
                    f"The film moved on: this was meant for revision {expect}, it is at {number}.",
                    "Look at it again, then say it again.",
                )
            yield film

    def _settled(self, revision: Revision, film: Film) -> Revision:
        """After the commit: remember the document and mirror it."""
        reach("edit.committed")
        with self._guard:
            if self._known is None or self._known[0] < revision.number:
                self._known = (revision.number, film)
        self._mirror()
        return revision

    def _without(self, revision: Revision, film: Film) -> Film:
        """The document without one revision, or the question to ask."""
        if revision.number == 1:
            raise BadRequest("The first revision is where the film began.", "Undo a later one.")
        before = as_plain(self._revisions.film(revision.number - 1))
        after = as_plain(self._revisions.film(revision.number))
        plain, conflicts = take_back(before, after, as_plain(film))
        if conflicts:
            raise as_question(revision.number, conflicts)
        try:
            return Film.model_validate(plain)
        except ValidationError as problem:
            paths = [".".join(map(str, error["loc"])) for error in problem.errors()]
            raise as_question(revision.number, paths) from problem

    def _mirror(self) -> None:
        """Write `film.json` for people to read, whole, and never an older one over a newer."""
        # The mirror is no truth: where it cannot be written, the next opening mends it.
        with self._database.write(), contextlib.suppress(OSError):
            self.refresh()
            path = self.folder / "film.json"
            text = self.film.model_dump_json(by_alias=True, indent=1) + "\n"
            if path.is_file() and path.read_bytes() == text.encode():
                return
            part = path.with_name(".film.json.part")
            part.write_text(text, encoding="utf-8")
            reach("mirror.part")
            part.replace(path)
