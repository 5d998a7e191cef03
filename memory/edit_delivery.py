"""How changes of variants and versions are played. Part of `memory.edit`."""

from __future__ import annotations

from memory import change as ch
from memory.errors import BadRequest
from memory.film import Film, Framing, Variant
from memory.migrations import read_film
from memory.playing import play, there, with_fields
from memory.variant import variant_of

KEPT = ("id", "versions", "decisions", "budget")
"""What going back to a version leaves as it is: names, what was decided, what was spent."""


@play.register
def _(change: ch.EditVariant, film: Film) -> Film:
    before = film.variants.get(change.variant, Variant())
    return _put(film, change.variant, with_fields(before, change.given("variant")))


@play.register
def _(change: ch.FrameVariant, film: Film) -> Film:
    variant = variant_of(film, change.variant)
    film.shot(change.shot)
    for who in change.subjects:
        there(film.characters, who, "character")
    given = change.given("variant", "shot")
    framing = {k: v for k, v in variant.framing.items() if k != change.shot}
    if given:
        before = variant.framing.get(change.shot, Framing())
        framing[change.shot] = with_fields(before, given)
    return _put(film, change.variant, variant.model_copy(update={"framing": framing}))


@play.register
def _(change: ch.CutVariant, film: Film) -> Film:
    variant_of(film, change.variant)
    kept = {k: v for k, v in film.variants.items() if k != change.variant}
    return film.model_copy(update={"variants": kept})


def _put(film: Film, name: str, variant: Variant) -> Film:
    return film.model_copy(update={"variants": {**film.variants, name: variant}})


@play.register
def _(change: ch.NameVersion, film: Film) -> Film:
    if change.revision is None:
        raise BadRequest("A version is a revision's number.", "Name the number.")
    return film.model_copy(update={"versions": {**film.versions, change.name: change.revision}})


@play.register
def _(change: ch.RestoreVersion, film: Film) -> Film:
    if not change.document:
        known = ", ".join(film.versions) or "none yet"
        raise BadRequest(f"There is no version {change.version!r}.", f"Named are: {known}.")
    older = read_film(change.document)
    # What was made since stays recoverable, as after any deletion.
    left = {k: v for k, v in {**film.bin, **film.shots}.items() if k not in older.shots}
    kept = {name: getattr(film, name) for name in KEPT}
    return older.model_copy(update={**kept, "bin": {**older.bin, **left}})
