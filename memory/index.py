"""The facts of a film in Chroma: nearest facts by vector. Knows no question's meaning.

Chroma is an index over the notebook, never the truth. Each making of it has a folder of its own,
named in `at.json` with the embedder and the revision it is at; a damaged one is left behind and a
new one begun, so that nobody who still reads the old one is disturbed.
"""

from __future__ import annotations

import json
import secrets
import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from memory.embedding import DIMENSION, NAME, embed
from memory.errors import MakerFailed
from memory.fact import Fact

COLLECTION = f"facts-{NAME}"
BATCH = 2000
"""Facts of one upsert; Chroma takes at most 5461."""
NEAREST = 96
POINTER = "at.json"


class IndexFailed(MakerFailed):
    """Chroma is not there, or its files cannot be used; the facts themselves are unharmed."""

    def __init__(self, message: str) -> None:
        super().__init__(message, "roughcut recall FILM --rebuild makes it anew.", maker="chroma")


@dataclass(frozen=True, slots=True)
class At:
    """Where an index stands.

    Attributes:
        film: Whose facts.
        revision: The revision they are of.
        folder: The making of the index that is in use, a name inside the recall folder.
        embedder: The embedder of its vectors.
        facts: How many facts it holds.
    """

    film: str
    revision: int
    folder: str
    embedder: str
    facts: int


class Index:
    """One film's index, as seen by one process.

    Args:
        folder: The recall folder of the project.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._client: Any = None
        self._collection: Any = None
        self._opened: At | None = None

    def at(self) -> At | None:
        """Where the index on disk stands; None when there is none that can be read."""
        try:
            return At(**json.loads((self.folder / POINTER).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def fits(self, film: str, revision: int) -> bool:
        """Whether it holds a film's facts of a revision, with vectors of today's embedder."""
        at = self.at()
        return at is not None and (at.film, at.revision, at.embedder) == (film, revision, NAME)

    @property
    def is_open(self) -> bool:
        """Whether it can be asked without opening anything."""
        return self._collection is not None and self._opened == self.at()

    def open(self) -> None:
        """Open what is on disk, again when it has moved on since: Chroma's readers go stale.

        Raises:
            IndexFailed: There is none, or it cannot be read.
        """
        at = self.at()
        if at is None or at.embedder != NAME:
            raise IndexFailed("There is no index yet.")
        if self._opened == at and self._collection is not None:
            return
        self.close()
        self._connect(at, fresh=False)

    def near(self, text: str) -> list[str]:
        """The ids of the facts nearest to a text, nearest first.

        Raises:
            IndexFailed: It is not open or its files cannot be read.
        """
        collection = self._collection
        if collection is None:
            raise IndexFailed("The index is not open.")
        try:
            # No `where`: at ten thousand facts a filter costs five times the search itself.
            found = collection.query(query_embeddings=embed([text]), n_results=NEAREST, include=[])
        except _faults() as problem:
            raise IndexFailed(f"The index cannot be read: {problem}.") from problem
        return [str(id_) for id_ in found["ids"][0]]

    def bring_up(self, film: str, revision: int, moved: Sequence[Fact], total: int) -> None:
        """Write what moved since the index's revision; the pointer follows last.

        Args:
            film: Whose facts.
            revision: The revision they are of.
            moved: New and changed facts since `at().revision`.
            total: How many facts there are in all.

        Raises:
            IndexFailed: It cannot be written, or does not hold what it should afterwards.
        """
        self.open()
        if self._opened is None or self._opened.film != film or self._opened.revision > revision:
            raise IndexFailed("The index is of another film or a later revision.")
        self._write(moved)
        self._point(At(film, revision, self._opened.folder, NAME, total))

    def rebuild(self, film: str, revision: int, facts: Sequence[Fact]) -> None:
        """Make the index anew from all facts, in a folder of its own.

        Raises:
            IndexFailed: It cannot be made.
        """
        self.close()
        at = At(film, revision, f"chroma-{secrets.token_hex(4)}", NAME, len(facts))
        self._connect(at, fresh=True)
        self._write(facts)
        self._point(at)
        for old in self.folder.glob("chroma-*"):
            if old.name != at.folder:
                shutil.rmtree(old, ignore_errors=True)

    def close(self) -> None:
        """Close it; it may be opened again."""
        client, self._client, self._collection, self._opened = self._client, None, None, None
        if client is not None:
            client.close()

    def _connect(self, at: At, *, fresh: bool) -> None:
        try:
            import chromadb
            from chromadb.config import Settings

            path = self.folder / at.folder
            if not fresh and not path.is_dir():
                raise FileNotFoundError(path.name)
            path.mkdir(parents=True, exist_ok=True)
            # Without this Chroma would tell its makers that a client was started.
            settings = Settings(anonymized_telemetry=False)
            self._client = chromadb.PersistentClient(path=str(path), settings=settings)
            embedder = _embedder()
            if fresh:
                self._collection = self._client.create_collection(
                    COLLECTION, embedding_function=embedder, metadata={"film": at.film},
                    configuration={"hnsw": {"space": "cosine"}},
                )  # fmt: skip
            else:
                # Chroma takes its downloading default where no function is given here.
                self._collection = self._client.get_collection(
                    COLLECTION, embedding_function=embedder
                )
        except _faults() as problem:
            self.close()
            raise IndexFailed(f"Chroma cannot open its index: {problem}.") from problem
        self._opened = at

    def _write(self, facts: Sequence[Fact]) -> None:
        try:
            for start in range(0, len(facts), BATCH):
                some = facts[start : start + BATCH]
                self._collection.upsert(
                    ids=[fact.id for fact in some],
                    documents=[fact.text for fact in some],
                    embeddings=embed(written(fact) for fact in some),
                    metadatas=[metadata(fact) for fact in some],
                )
        except _faults() as problem:
            raise IndexFailed(f"Chroma cannot write its index: {problem}.") from problem

    def _point(self, at: At) -> None:
        try:
            held = self._collection.count()
            if held != at.facts:
                raise IndexFailed(f"The index holds {held} facts instead of {at.facts}.")
            part = self.folder / f".{POINTER}.{secrets.token_hex(4)}"
            part.write_text(json.dumps(asdict(at)), encoding="utf-8")
            part.replace(self.folder / POINTER)
        except _faults() as problem:
            raise IndexFailed(f"The index cannot be written: {problem}.") from problem
        self._opened = at


def written(fact: Fact) -> str:
    """What of a fact is embedded."""
    return f"{fact.entity} {fact.attribute.replace(':', ' ')} {fact.text}"


def metadata(fact: Fact) -> dict[str, str | int | bool]:
    """A fact's fields for Chroma, always all of them: an upsert merges, it does not replace."""
    return {
        "entity": fact.entity,
        "attribute": fact.attribute,
        "kind": fact.kind,
        "value": fact.value,
        "scene_from": fact.scene_from or "",
        "scene_until": fact.scene_until or "",
        "source": fact.source,
        "revision": fact.revision,
        "until": -1 if fact.until is None else fact.until,
        "stands": fact.stands,
    }


def _faults() -> tuple[type[BaseException], ...]:
    """What Chroma and its parts raise when something is missing, damaged or not theirs."""
    usual: tuple[type[BaseException], ...] = (
        ImportError, OSError, ValueError, TypeError, KeyError, AttributeError, RuntimeError,
        sqlite3.Error,
    )  # fmt: skip
    try:
        from chromadb.errors import ChromaError
    except ImportError:
        return usual
    return (*usual, ChromaError)


def _embedder() -> Any:
    """Our embedder in the form Chroma stores in a collection; its name holds model and size."""
    from chromadb import EmbeddingFunction
    from chromadb.utils.embedding_functions import known_embedding_functions

    if NAME in known_embedding_functions:
        return known_embedding_functions[NAME]()

    class Lexical(EmbeddingFunction):  # type: ignore[misc]  # Chroma's types are not followed
        """Our lexical embedder."""

        def __init__(self) -> None:
            pass

        def __call__(self, input: Any) -> Any:  # noqa: A002  # Chroma's own name
            return list(embed(input))

        @staticmethod
        def name() -> str:
            return NAME

        def get_config(self) -> dict[str, Any]:
            return {"dimension": DIMENSION}

        @staticmethod
        def build_from_config(config: dict[str, Any]) -> Any:
            return Lexical()

    known_embedding_functions[NAME] = Lexical
    return Lexical()
