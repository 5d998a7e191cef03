"""One film's memory in one process: record, notebook and index, kept in step with the project.

From the project facts are folded, revision by revision, into a record; a notebook beside the film
keeps the record, and Chroma indexes it in the background. Notebook and index are copies: lost,
damaged or left behind, they are made again from the truth.
"""

from __future__ import annotations

import atexit
import concurrent.futures.thread  # noqa: F401  # so that its end is registered before ours
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path

from memory.database import Database
from memory.embedding import embed, vector
from memory.errors import Busy, RoughcutError
from memory.fact import Fact, Record, Step, succeed
from memory.facts import facts_of, scenes_of
from memory.film import Film
from memory.index import NEAREST, Index, IndexFailed
from memory.lease import Lease
from memory.ledger import Ledger
from memory.library import DATABASE
from memory.notebook import Notebook
from memory.project import Project
from memory.question import Names, Question, names_of
from memory.ranking import Cards, spelled
from memory.revisions import Revision, Revisions

FOLDER, NOTEBOOK = "recall", "facts.sqlite"
LONGEST_WORDS = 120
MOST_FILMS = 6
"""Films whose memory a process keeps warm."""
LAST_SECONDS = 10.0
"""How long a process that ends waits for its index to be written."""
_KNOWN: OrderedDict[tuple[Path, int], Keeper] = OrderedDict()
_KNOWN_GUARD = threading.Lock()


def keeper_of(project: Project) -> Keeper:
    """The keeper of a project, the same for all who have it open in this process."""
    folder = project.folder.absolute()
    key = (folder, folder.stat().st_ino)
    with _KNOWN_GUARD:
        keeper = _KNOWN.pop(key, None) or Keeper(folder)
        _KNOWN[key] = keeper
        while len(_KNOWN) > MOST_FILMS:
            _, oldest = _KNOWN.popitem(last=False)
            oldest.rest()
    return keeper


def _settle_all() -> None:
    for keeper in list(_KNOWN.values()):
        keeper.settle()


# Chroma starts work in a thread pool, and pools are closed before `atexit` is reached: the index
# must be written by then. Python's own pools use this door; without it we are only too late.
getattr(threading, "_register_atexit", atexit.register)(_settle_all)


class Keeper:
    """Keeps what is known of one film.

    Attributes:
        guard: Held while the record is read or moved.
        record: The facts up to a revision.
        cards: The same, sorted for finding.
        names: What the film calls its people and scenes.
        note: What is not as it should be, in words; "" when all is well.
        spoken_of: Who was asked about last.
    """

    def __init__(self, folder: Path) -> None:
        self.guard = threading.RLock()
        self.note = ""
        self.spoken_of: str | None = None
        self._folder = folder
        self._notebook = Notebook(folder / FOLDER / NOTEBOOK)
        self._index = Index(folder / FOLDER)
        self._indexing = threading.Lock()
        self._worker: threading.Thread | None = None
        self._gave_up = -1
        self.forget()

    def forget(self) -> None:
        """Drop what was folded; `catch_up` reads or folds it again."""
        self._film: str | None = None
        self._names_of: Film | None = None
        self.names = Names()
        self._take(Record(), "")

    def _take(self, record: Record, stamp: str) -> None:
        self.record, self._stamp = record, stamp
        self._written, self._unwritten = record.revision, dict[str, Fact]()
        self.cards = Cards()
        self.cards.put(record.facts.values())

    def catch_up(self, project: Project, *, anew: bool = False) -> None:
        """Fold in the revisions since the last one known: in memory, nothing is written.

        Args:
            project: The film.
            anew: Fold all of them, whatever the notebook says.
        """
        film, newest = project.film, project.revision
        if anew or self._film != film.id or self.record.revision > newest:
            self.forget()
            self._film = film.id
            noted = None if anew else self._notebook.read(film.id)
            self._take(*(noted or (Record(), "")))
        if self.record.revision != newest:
            self._fold(project, film, newest)
        if self._names_of is not film:
            self.names, self._names_of = names_of(film, scenes_of(film)), film

    def _fold(self, project: Project, film: Film, newest: int) -> None:
        history = project.history()[:newest]
        known = self.record.revision
        if known and (known > newest or history[known - 1].at != self._stamp):
            # Another history than the one noted, as after a restored copy: begin again.
            self._take(Record(), "")
            known = 0
        for revision in history[known:]:
            now = film if revision.number == newest else project.film_at(revision.number)
            step, facts = step_of(revision), [*facts_of(now), *asked_for(revision)]
            self.record, moved = succeed(self.record, step, facts)
            self._unwritten |= {fact.id: fact for fact in moved}
            self._stamp = revision.at
            self.cards.put(moved)

    def write_down(self) -> None:
        """Bring the notebook up to the record; one that cannot be used is begun anew."""
        if self._film is None or self._written == self.record.revision:
            return
        at = (self.record.revision, self._stamp)
        try:
            (self._folder / FOLDER).mkdir(exist_ok=True)
            done = self._notebook.write(self._film, at, self._unwritten.values(), self._written)
        except (sqlite3.Error, OSError, ValueError, KeyError):
            done = False
        if not (done and self._written) and not self._write_whole(at):
            return
        self._written, self._unwritten = self.record.revision, {}

    def _write_whole(self, at: tuple[int, str]) -> bool:
        self._notebook.discard()
        try:
            return self._notebook.write(str(self._film), at, self.record.facts.values(), 0)
        except (sqlite3.Error, OSError) as problem:
            self.note = f"What the film remembers could not be written down: {problem}."
            return False

    def heard(self, question: Question) -> None:
        """Remember who was asked about, for the "she" of the next question."""
        people = [who for who in self.names.people if who in question.entities]
        self.spoken_of = people[0] if len(people) == 1 else self.spoken_of

    def near(self, text: str, needed: bool) -> list[str]:
        """The ids nearest to a text, nearest first.

        Chroma finds them once it is open; until then they are compared one by one where they are
        needed, and none are given where they are not.
        """
        if self._index.is_open and self._index.fits(str(self._film), self.record.revision):
            try:
                return self._index.near(text)
            except IndexFailed:
                pass  # what is wrong with it is found and mended in the background
        if self._gave_up != self.record.revision:
            self.index_soon()
        ids = sorted(self.cards.facts) if needed else []
        if not ids:
            return []
        alike = embed(spelled(self.cards.facts[id_]) for id_ in ids) @ vector(text)
        return [ids[at] for at in alike.argsort()[::-1][:NEAREST]]

    def index_soon(self) -> None:
        """Bring the index up to the notebook in the background, unless that goes on already."""
        if self._worker is not None and self._worker.is_alive():
            return
        self._worker = threading.Thread(target=self.index_now, name="recall", daemon=True)
        self._worker.start()

    def settle(self, seconds: float = LAST_SECONDS) -> bool:
        """Wait until the index is written; False when it still is not."""
        worker = self._worker
        if worker is not None and worker is not threading.current_thread():
            worker.join(seconds)
        return worker is None or not worker.is_alive()

    def index_now(self, *, anew: bool = False) -> None:
        """Bring the index up to the record, whatever its state; one process at a time does.

        Raises:
            Busy: It is to be made anew, and another process still writes it.
        """
        with self._indexing:
            try:
                database = Database(self._folder / DATABASE)
                try:
                    patience = LAST_SECONDS if anew else 0.0
                    with Lease(database, "recall").hold("recall", patience):
                        newest = Revisions(database, Ledger(database)).newest()
                        self._index_up(newest, anew=anew)
                finally:
                    database.close()
            except Busy:
                if anew:
                    raise
                return  # another process does it
            except RoughcutError as failure:
                self._gave_up = self.record.revision
                self.note = f"{failure.args[0]} Recall goes on without its index."

    def _index_up(self, newest: int, *, anew: bool) -> None:
        for _ in range(8):  # edits may come faster than the index is written: newest first, bounded
            with self.guard:
                record, film = self.record, str(self._film)
            if not anew and self._index.fits(film, record.revision):
                self._open_index(film, record)
                return
            at = self._index.at()
            if not anew and at is not None and record.revision < at.revision <= newest:
                return  # another process has come further: its work is not undone
            self._catch_index_up(film, record, anew)
            anew = False

    def _open_index(self, film: str, record: Record) -> None:
        try:
            self._index.open()
            self._index.near(film)
        except IndexFailed:
            self._make_anew(film, record)

    def _catch_index_up(self, film: str, record: Record, anew: bool) -> None:
        """Only what moved where the index can take it, else all of it."""
        at = self._index.at()
        if anew or at is None:
            self._index.rebuild(film, record.revision, list(record.facts.values()))
            return
        moved = [fact for fact in record.facts.values() if fact.moved > at.revision]
        try:
            self._index.bring_up(film, record.revision, moved, len(record.facts))
        except IndexFailed:
            self._make_anew(film, record)

    def _make_anew(self, film: str, record: Record) -> None:
        self._index.rebuild(film, record.revision, list(record.facts.values()))
        self.note = "The index of what the film remembers could not be used; it was made anew."

    def rest(self) -> None:
        """Let go of the index's files; asking opens them again."""
        if self._indexing.acquire(blocking=False):
            self._index.close()
            self._indexing.release()


def step_of(revision: Revision) -> Step:
    """A revision as the record sees it."""
    words = " ".join(revision.words.split())
    if len(words) > LONGEST_WORDS:
        words = f"{words[:LONGEST_WORDS].rstrip()}…"
    if revision.number == 1:
        source = "the beginning of the film"
    elif revision.author == "writer":
        source = f"revision {revision.number}, the script"
    else:
        source = f"revision {revision.number}" + (f": '{words}'" if words else "")
    # An undo, a redo and the undo of one older revision bring documents back, not changes.
    return Step(revision.number, source, goes_back=revision.number > 1 and not revision.changes)


def asked_for(revision: Revision) -> Iterable[Fact]:
    """What the creator asked for in words: remembered for good, undone or not."""
    words = " ".join(revision.words.split())
    if revision.kind != "edit" or revision.author != "creator" or not revision.changes or not words:
        return
    if revision.number > 1:
        short = words if len(words) <= 400 else f"{words[:399]}…"
        key = f"film:asked:*/{revision.number}"
        yield Fact(f"{key}@0", "film", "asked", short, f'Asked for: "{short}".', kind="asked")
