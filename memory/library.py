"""The folder of all films: naming a new project, finding one by words; reads no film whole."""

from __future__ import annotations

import itertools
import os
import shutil
import sqlite3
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from memory.database import FREE_SPACE, Database
from memory.errors import BadRequest, MakerFailed, RoughcutError
from memory.failpoint import reach
from memory.holder import Holder
from memory.slug import numbered, slug_from

DATABASE = "project.sqlite"
_NEW = ".new-"
_NAMED_IN_HINT = 8
_counter = itertools.count()


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """What a picker shows of a project.

    Attributes:
        slug: Its name in commands.
        title: The film's.
        revision: The number of the newest revision.
        at: When that was made, UTC; empty when damaged.
        folder: Where it is.
        damaged: Why it cannot be opened; empty when it can.
    """

    slug: str
    title: str
    revision: int
    at: str
    folder: Path
    damaged: str = ""


def settle(home: Path, words: str, fill: Callable[[Path], None]) -> Path:
    """Fill a new folder, then give it a free name from the words; returns it.

    A folder gets its name only when it is whole, and one name goes to one project even when two
    processes ask at once.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        _sweep(home)
        new = home / f"{_NEW}{Holder.me().text()}-{next(_counter)}"
        new.mkdir()
    except OSError as problem:
        raise BadRequest(
            f"{home} cannot be written: {problem.strerror}.",
            "Give yourself the right to write there, or set ROUGHCUT_HOME.",
        ) from problem
    try:
        reach("create.folder")
        fill(new)
        reach("create.stored")
        return _name(home, new, slug_from(words))
    except OSError as problem:
        raise MakerFailed("The disk took no more.", FREE_SPACE, maker="disk") from problem
    finally:
        shutil.rmtree(new, ignore_errors=True)


def found(home: Path) -> list[Path]:
    """The folders of all projects, by name."""
    return sorted(path.parent for path in home.glob(f"[!.]*/{DATABASE}"))


def card(folder: Path) -> ProjectCard:
    """The card of one project; one that cannot be read says why."""
    try:
        title, number, at = _glance(folder)
    except RoughcutError as problem:
        return ProjectCard(folder.name, folder.name, 0, "", folder, str(problem.args[0]))
    return ProjectCard(folder.name, title, number, at, folder)


def find_folder(home: Path, name: str) -> Path:
    """The project of a slug, a title, or an unambiguous beginning; never a path from the name.

    Raises:
        BadRequest: None or several match; the hint names those that are there.
    """
    folders = found(home)
    wanted = _key(name)
    for folder in folders:
        if folder.name == wanted:
            return folder
    cards = [card(folder) for folder in folders]
    titled = [each for each in cards if _key(each.title) == wanted]
    begun = [c for c in cards if wanted and _begins(c, wanted)]
    matches = titled or begun
    if len(matches) == 1:
        return matches[0].folder
    if matches:
        raise BadRequest(f"{name!r} could be several films.", f"Say one of: {_names(matches)}.")
    there = f"There are: {_names(cards)}." if cards else "There are no films yet; draft one."
    raise BadRequest(f"There is no film {name[:80]!r}.", there)


def _begins(each: ProjectCard, wanted: str) -> bool:
    return each.slug.startswith(wanted) or _key(each.title).startswith(wanted)


def _key(text: str) -> str:
    """A name as it is compared: whatever its case, its form or the spaces around it."""
    return unicodedata.normalize("NFC", text.strip().casefold())


def _names(cards: Sequence[ProjectCard]) -> str:
    more = len(cards) - _NAMED_IN_HINT
    names = ", ".join(each.slug for each in cards[:_NAMED_IN_HINT])
    return f"{names} and {more} more" if more > 0 else names


def _name(home: Path, new: Path, slug: str) -> Path:
    """Rename the whole folder to the first free name."""
    for number in itertools.count(1):
        place = home / numbered(slug, number)
        if place.exists():
            continue
        try:
            new.rename(place)
        except OSError:
            if not place.exists():
                raise
            continue
        break
    _sync(home)
    reach("create.named")
    return place


def _glance(folder: Path) -> tuple[str, int, str]:
    """Title, newest revision and its time, without reading the document."""
    database = Database(folder / DATABASE)
    try:
        with database.read() as connection:
            row: sqlite3.Row = connection.execute(
                "SELECT number, at, title FROM revision ORDER BY number DESC LIMIT 1"
            ).fetchone()
    finally:
        database.close()
    return (row["title"], row["number"], row["at"]) if row else (folder.name, 0, "")


def _sweep(home: Path) -> None:
    """Remove the nameless folders of processes that died while filling them."""
    for folder in home.glob(f"{_NEW}*"):
        owner = Holder.from_text(folder.name.removeprefix(_NEW).rpartition("-")[0])
        if owner is None or owner.is_gone():
            shutil.rmtree(folder, ignore_errors=True)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
