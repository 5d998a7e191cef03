"""Files named by the sha256 of their content; knows nothing of what they show.

A file comes in as a part, reaches the disk, and only then gets its name by a link, so that a name
always stands for a whole file. The first link wins; a name never changes its content.
"""

from __future__ import annotations

import errno
import hashlib
import itertools
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from memory.database import FREE_SPACE
from memory.errors import BadRequest, MakerFailed, ProjectDamaged
from memory.failpoint import reach
from memory.holder import Holder

CHUNK = 1 << 20
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
FULL_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)
_counter = itertools.count()


class Vault:
    """The files of one project: `folder/ab/abcdef….mp4`, read-only once there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._parts = folder / "parts"
        self._aside = folder / "aside"

    def put(self, source: Path | bytes, suffix: str) -> str:
        """Keep a file or bytes; returns the sha256 of the content.

        Args:
            source: A file, which stays where it is, or the bytes themselves.
            suffix: The name's end, e.g. ".mp4".

        Raises:
            BadRequest: The suffix is not one, or the source cannot be read.
            MakerFailed: The disk is full; nothing of the file is left behind.
        """
        if not _SUFFIX.fullmatch(suffix):
            raise BadRequest(f"{suffix!r} is not a file's suffix.", 'Use one like ".mp4".')
        with _disk_full_in_words():
            self._parts.mkdir(parents=True, exist_ok=True)
            part = self._parts / f"{Holder.me().text()}-{next(_counter)}.part"
            try:
                sha256 = _write_part(source, part)
                self._link(part, self._name(sha256, suffix), sha256)
            finally:
                part.unlink(missing_ok=True)
        return sha256

    def has(self, sha256: str) -> bool:
        """Whether a file of this content is named here; does not read it."""
        return self._find(sha256) is not None

    def path(self, sha256: str) -> Path:
        """The file of this content. Raises ProjectDamaged when it is gone."""
        found = self._find(sha256)
        if found is None:
            raise ProjectDamaged(
                f"The file {sha256[:12]} is missing from the vault.", "Make it again."
            )
        return found

    def verify(self, sha256: str) -> bool:
        """Whether the file is there and its content still has this sha256."""
        found = self._find(sha256)
        return found is not None and _hash_file(found) == sha256

    def contents(self) -> list[str]:
        """The sha256 of every file named here, in order."""
        return sorted({path.stem for path in self._named()})

    def stamp(self) -> tuple[int, ...]:
        """Changes whenever a name appears or goes: the folders' times, no file is looked at."""
        try:
            with os.scandir(self.folder) as entries:
                return tuple(sorted(each.stat().st_mtime_ns for each in entries if each.is_dir()))
        except FileNotFoundError:
            return ()

    def damaged(self) -> list[str]:
        """The sha256 of every name whose content is no longer that; reads every file."""
        return sorted({path.stem for path in self._named() if _hash_file(path) != path.stem})

    def set_aside(self, sha256: str) -> list[Path]:
        """Move a damaged file out of the way, kept for a look; returns where it is now."""
        damaged = [path for path in self._named(sha256[:2]) if path.stem == sha256]
        return [self._move_aside(path) for path in damaged]

    def sweep(self) -> int:
        """Remove the parts that dead processes left; returns how many."""
        if not self._parts.is_dir():
            return 0
        swept = 0
        for part in self._parts.glob("*.part"):
            owner = Holder.from_text(part.name.rpartition("-")[0])
            if owner is None or owner.is_gone():
                part.unlink(missing_ok=True)
                swept += 1
        return swept

    def _link(self, part: Path, final: Path, sha256: str) -> None:
        """Give the part its name; a damaged file that holds the name is set aside first."""
        final.parent.mkdir(exist_ok=True)
        try:
            _name_part(part, final)
        except FileExistsError:
            if _hash_file(final) != sha256:
                self._move_aside(final)
                with suppress(FileExistsError):
                    _name_part(part, final)
        reach("vault.linked")
        _sync_folder(final.parent)
        _sync_folder(self.folder)
        reach("vault.settled")

    def _move_aside(self, path: Path) -> Path:
        self._aside.mkdir(exist_ok=True)
        place = self._aside / f"{path.name}.{next(_counter)}.{os.getpid()}.damaged"
        path.rename(place)
        return place

    def _name(self, sha256: str, suffix: str) -> Path:
        return self.folder / sha256[:2] / f"{sha256}{suffix}"

    def _find(self, sha256: str) -> Path | None:
        if not _SHA256.fullmatch(sha256):
            raise BadRequest(f"{sha256!r} is not a sha256.", "Use 64 hexadecimal digits.")
        return min((path for path in self._named(sha256[:2]) if path.stem == sha256), default=None)

    def _named(self, prefix: str = "??") -> Iterator[Path]:
        return (
            path
            for path in self.folder.glob(f"{prefix}/*")
            if _SHA256.fullmatch(path.stem) and path.is_file()
        )


def _write_part(source: Path | bytes, part: Path) -> str:
    """Copy the source into the part, down to the disk, read-only; returns the sha256."""
    digest = hashlib.sha256()
    with part.open("xb") as copy:
        reach("vault.part")
        for chunk in _chunks(source):
            digest.update(chunk)
            copy.write(chunk)
        reach("vault.copied")
        copy.flush()
        os.fchmod(copy.fileno(), 0o444)
        os.fsync(copy.fileno())
    reach("vault.synced")
    return digest.hexdigest()


def _name_part(part: Path, final: Path) -> None:
    """Link the part to its name; raises FileExistsError when something has it."""
    try:
        os.link(part, final)
    except OSError as problem:
        if problem.errno not in _NO_LINKS:
            raise
        # The disk knows no links; a second writer of the name has the very same content.
        if final.exists():
            raise FileExistsError(final) from problem
        part.rename(final)


def _chunks(source: Path | bytes) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield source
        return
    try:
        with source.open("rb") as original:
            yield from iter(lambda: original.read(CHUNK), b"")
    except (FileNotFoundError, IsADirectoryError, PermissionError) as problem:
        raise BadRequest(f"{source.name!r} cannot be read.", "Name a readable file.") from problem


def _hash_file(path: Path) -> str:
    """sha256 (hex) of a file's content; empty text when it cannot be read."""
    try:
        with path.open("rb") as source:
            return hashlib.file_digest(source, "sha256").hexdigest()
    except OSError:
        return ""


def _sync_folder(folder: Path) -> None:
    """Make a new name in a folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _disk_full_in_words() -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        if problem.errno not in FULL_DISK:
            raise BadRequest(
                f"The vault cannot be written: {problem.strerror}.",
                "Give yourself the right to write in the project's folder.",
            ) from problem
        raise MakerFailed(
            "The disk is full.", FREE_SPACE, maker="disk", retryable=True
        ) from problem
