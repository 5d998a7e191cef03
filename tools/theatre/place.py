"""Which set a location is drawn as. Knows the document's words, no camera and no people."""

from __future__ import annotations

import re

from memory.film import Film, Location, Scene
from memory.vocabulary import IntExt
from tools.theatre.geometry import seed_of
from tools.theatre.sets import words
from tools.theatre.spec import SetSpec


def set_of(location: Location | None, scene: Scene, film: Film) -> tuple[SetSpec, list[str]]:
    """The set of a scene's location; the same in every shot of the film."""
    interior = scene.int_ext is not IntExt.EXT
    name = location.name if location else _slug_place(scene.slug)
    about = location.description if location else ""
    pieces = location.set if location else ()
    if not words.words_of(name + about):
        name = _slug_place(scene.slug)
    choice = words.choose(name, about, pieces, interior)
    # Words of the look choose the seed, so that two kitchens of two films differ.
    seed = seed_of(film.id, scene.location, location.seed if location else 0) % 2**31
    place = SetSpec(choice.family, choice.kind, seed, interior, False, choice.pieces)
    return place, [choice.note] if choice.note else []


def _slug_place(slug: str) -> str:
    bare = re.sub(r"^\s*(INT|EXT|INT/EXT|I/E)[.\s/]*", "", slug, flags=re.IGNORECASE)
    return bare.rsplit(" - ", 1)[0]
