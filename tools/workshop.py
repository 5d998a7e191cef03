"""Making one recipe for a project: needs looked up, product vaulted, row written.

Decides nothing.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from memory.database import FREE_SPACE
from memory.errors import MakerFailed, NotReady
from memory.holder import Holder
from memory.project import Project
from memory.recipe import Recipe
from memory.shelf import Made
from memory.vault import FULL_DISK
from tools.makers import Product, Shop, make

SCRATCH = "scratch"
CACHE = "cache"


def make_now(
    project: Project, recipe: Recipe, tell: Callable[[float], None] = lambda _share: None
) -> Made:
    """The thing of a recipe: what there is, else made here and now.

    Raises:
        NotReady: something it needs is not made.
        MakerFailed: it could not be made.
    """
    there = project.made(recipe.digest)
    if there is not None:
        return there if there.target == recipe.target else project.shelf.adopt(recipe, there)
    with made_file(project, recipe, tell) as (product, seconds):
        sha256 = project.vault.put(product.path, product.path.suffix)
        return project.record(recipe, sha256, seconds, product.note, product.extra)


@contextmanager
def made_file(
    project: Project, recipe: Recipe, tell: Callable[[float], None]
) -> Iterator[tuple[Product, float]]:
    """Make a recipe in a scratch folder that is gone afterwards; also the seconds it took."""
    scratch = project.folder / SCRATCH
    scratch.mkdir(exist_ok=True)
    cache = project.folder / CACHE
    cache.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=scratch, prefix=f"{Holder.me().text()}.") as folder:
        shop = Shop(
            Path(folder), cache, _files(project), _extras(project), project.vault.path, tell
        )
        began = time.monotonic()
        with _full_disk_in_words():
            product = make(recipe, shop)
        yield product, time.monotonic() - began


@contextmanager
def _full_disk_in_words() -> Iterator[None]:
    """A maker's write that found no room is no fault of the film: it may be tried again."""
    try:
        yield
    except OSError as problem:
        if problem.errno not in FULL_DISK:
            raise
        raise MakerFailed(
            "The disk is full.", FREE_SPACE, maker="disk", retryable=True
        ) from problem


def sweep(project: Project) -> None:
    """Remove scratch folders of processes that ended in the middle."""
    scratch = project.folder / SCRATCH
    for folder in scratch.iterdir() if scratch.is_dir() else ():
        holder = Holder.from_text(folder.name.rpartition(".")[0])
        if holder is None or holder.is_gone():
            shutil.rmtree(folder, ignore_errors=True)


def _files(project: Project) -> Callable[[str], Path]:
    def file_of(digest: str) -> Path:
        return project.vault.path(_made(project, digest).sha256)

    return file_of


def _extras(project: Project) -> Callable[[str], Mapping[str, Any]]:
    def extra_of(digest: str) -> Mapping[str, Any]:
        return _made(project, digest).extra

    return extra_of


def _made(project: Project, digest: str) -> Made:
    made = project.made(digest)
    if made is None:
        raise NotReady("Something this is made from is missing.", "Make it first.")
    return made
