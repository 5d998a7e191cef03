"""Which maker makes which kind of thing, and what a maker may use. Knows no film and no project.

A maker is a function `make(recipe, shop) -> Product`. Modules are named here and imported only when
something of their kind is made, so that a turn of talk never loads a renderer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from memory.errors import MakerMissing
from memory.recipe import Recipe

MAKERS: dict[str, str] = {
    "take": "tools.takes:make_take",
    "view": "tools.takes:make_take",
    "board": "tools.boards:make_board",
    "line": "tools.sound.studio:make_line",
    "score": "tools.sound.studio:make_score",
    "ambience": "tools.sound.studio:make_ambience",
    "mix": "tools.sound.studio:make_mix",
    "segment": "tools.segments:make_segment",
    "cut": "tools.cut:make_cut",
}


@dataclass(frozen=True, slots=True)
class Shop:
    """What a maker works with.

    Attributes:
        folder: Scratch, emptied afterwards; the product is written here.
        cache: Kept between jobs; may be emptied at any time.
        file_of: The finished file of a recipe digest. Raises NotReady when it is not made yet.
        extra_of: What its maker told beside the file.
        content: The file of a content digest, for what is named by what it holds.
        tell: Called with the share done, 0..1; raises Stopped when nobody wants the thing any more.
    """

    folder: Path
    cache: Path
    file_of: Callable[[str], Path]
    extra_of: Callable[[str], Mapping[str, Any]]
    content: Callable[[str], Path]
    tell: Callable[[float], None] = lambda _share: None


@dataclass(frozen=True, slots=True)
class Product:
    """A made file, what is worth knowing of it, and a sentence for the ledger."""

    path: Path
    extra: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""


def make(recipe: Recipe, shop: Shop) -> Product:
    """Make what a recipe describes.

    Raises:
        MakerMissing: no maker for this kind.
        MakerFailed: the maker could not.
    """
    place = MAKERS.get(recipe.kind)
    if place is None:
        raise MakerMissing(f"Nobody here makes a {recipe.kind}.", maker=recipe.maker)
    module, name = place.split(":")
    maker: Callable[[Recipe, Shop], Product] = getattr(import_module(module), name)
    return maker(recipe, shop)
