"""Other shapes of the same film: pixels of an aspect, and variants with a framing of their own.

Pure; knows nothing of how a picture is made.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from pydantic import Field, field_validator, model_validator

from memory.errors import BadRequest
from memory.model import Ident, Model, Words
from memory.vocabulary import Angle, Size

if TYPE_CHECKING:
    from memory.film import Film

ASPECTS = ("16:9", "9:16", "1:1", "4:5", "4:3", "3:2", "2:1", "1.85:1", "2.39:1")
"""Shapes that have a name; any other is written as width to height."""
HOUSE = Fraction(16, 9)
"""The shape pixels are counted in: a film of another shape fills a box of this one."""
LEAST, MOST = Fraction(1, 3), Fraction(3)
NEAR = 0.04
"""How far a picture's pixels may lie from a shape's exact ratio and still have that shape."""
SHAPE = re.compile(r"\s*(\d{1,4}(?:\.\d{1,3})?)(?:\s*[:x/]\s*(\d{1,4}(?:\.\d{1,3})?))?\s*")
NAMES = {"9:16": "vertical", "1:1": "square", "4:5": "portrait", "2.39:1": "scope"}


class Framing(Model):
    """How one shot is framed in a variant; what is None is as in the film."""

    size: Size | None = None
    angle: Angle | None = None
    lens_mm: int | None = Field(default=None, ge=8, le=1200)
    composition: Words | None = None
    foreground: str | None = None
    focus: str | None = None
    subjects: tuple[Ident, ...] | None = None


class Variant(Model):
    """The film in another shape. Shots without a framing are composed anew as they stand."""

    aspect: str = "9:16"
    note: Words = ""
    framing: dict[Ident, Framing] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, data: Any) -> Any:
        """The first films held a variant as words alone."""
        if not isinstance(data, str):
            return data
        found = re.search(r"\d+(?:\.\d+)?\s*[:x]\s*\d+", data)
        return {"aspect": found[0] if found else "9:16", "note": data}

    @field_validator("aspect")
    @classmethod
    def _shape(cls, aspect: str) -> str:
        try:
            return told(aspect)
        except BadRequest as problem:
            raise ValueError(f"{problem.args[0]}") from problem


def ratio_of(aspect: str) -> Fraction:
    """Width over height of "9:16", "2.39:1" or "1.85".

    Raises:
        BadRequest: it is no shape, or one nobody could look at.
    """
    found = SHAPE.fullmatch(aspect)
    ratio = Fraction(0)
    if found and Fraction(found[2] or "1"):
        ratio = Fraction(found[1]) / Fraction(found[2] or "1")
    if not LEAST <= ratio <= MOST:
        raise BadRequest(f"{aspect!r} is no shape of a picture.", f"One of {', '.join(ASPECTS)}.")
    return ratio


def told(aspect: str) -> str:
    """A shape as it is written: "9x16" is "9:16". Raises BadRequest for what is none."""
    ratio = ratio_of(aspect)
    named = next((name for name in ASPECTS if ratio_of(name) == ratio), None)
    return named or re.sub(r"\s*[x/:]\s*", ":", aspect.strip())


def shape_of(width: int, height: int, usual: str = "") -> str:
    """The shape of so many pixels: the usual one or a named one where near, else their ratio."""
    ratio = Fraction(width, height)
    shapes = [name for name in (usual, *ASPECTS) if SHAPE.fullmatch(name)]
    away = {name: abs(float(ratio / ratio_of(name)) - 1) for name in shapes}
    if usual in away and away[usual] <= NEAR:
        return usual
    near = min(away, key=lambda name: away[name])
    return near if away[near] <= NEAR else f"{ratio.numerator}:{ratio.denominator}"


def pixels_of(aspect: str, width: int, height: int) -> tuple[int, int]:
    """The size of a picture of this shape, as fine as one of width x height.

    It fills the same 16:9 box, upright for an upright shape: 1280x720 is 720x1280 in 9:16, 720x720
    in 1:1 and 1280x536 in 2.39:1; and going back gives the first size again.

    Returns:
        Width in eights and height in fours.
    """
    ratio = ratio_of(aspect)
    leaning = max(ratio, 1 / ratio)
    low = _rows(width, height) * min(Fraction(1), HOUSE / leaning)
    across = low * leaning
    wide, tall = (across, low) if ratio >= 1 else (low, across)
    return max(8, 8 * round(wide / 8)), max(4, 4 * round(tall / 4))


def _rows(width: int, height: int) -> int:
    """The rows of the 16:9 box that a picture fills."""
    long, short = max(width, height), min(width, height)
    return short if long <= HOUSE * short else round(long / HOUSE)


def as_variant(film: Film, name: str) -> Film:
    """The film in the shape and framing of one of its variants.

    Raises:
        BadRequest: there is no such variant.
    """
    variant = variant_of(film, name)
    width, height = pixels_of(variant.aspect, film.width, film.height)
    shots = dict(film.shots)
    for shot, framing in variant.framing.items():
        if shot in shots:
            own = framing.model_dump(exclude_none=True)
            shots[shot] = shots[shot].model_copy(update=own)
    return film.model_copy(
        update={"width": width, "height": height, "aspect": variant.aspect, "shots": shots}
    )


def variant_of(film: Film, name: str) -> Variant:
    """A variant by its name. Raises BadRequest, naming those there are."""
    if name not in film.variants:
        known = ", ".join(film.variants) or "none yet"
        raise BadRequest(f"There is no variant {name!r}.", f"There is: {known}.")
    return film.variants[name]
