"""How a character looks in every shot: words and a seed in, a locked look out. Draws nothing."""

from __future__ import annotations

import json
import typing
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from memory.errors import BadRequest
from tools.theatre.cast.figure import Colour


@dataclass(frozen=True, slots=True)
class Look:
    """Everything about a puppet that no shot may change.

    Sizes are factors of an average adult (1.0); colours are BGR, 0..255; a colour of None means
    that the thing is not worn.
    """

    name: str = ""
    kind: str = "person"  # person, child, bird, beast
    species: str = ""  # of a bird or beast
    seed: int = 0
    height: float = 1.0
    head: float = 1.0
    girth: float = 1.0
    shoulders: float = 1.0
    stoop: float = 0.0  # 0..1
    age: str = "adult"  # baby, child, teen, young, adult, old
    skin: Colour = (124.0, 160.0, 217.0)
    hair_style: str = "short"
    hair: Colour = (41.0, 58.0, 87.0)
    bangs: bool = False
    beard: str = ""  # stubble, moustache, goatee, short beard, beard, long beard
    brow: float = 1.0
    eyes: Colour = (60.0, 80.0, 70.0)
    eye_size: float = 1.0
    nose: float = 1.0
    jaw: float = 1.0
    face: float = 1.0  # width of the head against its height
    lips: float = 0.3  # 0 = no lip colour
    cheeks: float = 0.3
    marks: tuple[str, ...] = ()
    earrings: Colour | None = None
    arms: float = 1.0  # thickness
    top: str = "coat"
    cloth: Colour = (92.0, 58.0, 43.0)
    trim: Colour = (70.0, 45.0, 33.0)
    shirt: Colour = (210.0, 225.0, 232.0)
    sleeves: str = "long"  # long, short, none
    sleeve: Colour | None = None  # of another colour than the garment, as under a vest
    pattern: str = ""  # stripes, check, dots
    pattern_cloth: Colour = (210.0, 225.0, 232.0)
    tie: Colour | None = None
    belt: Colour | None = None
    strap: Colour | None = None
    legs: str = "trousers"
    leg_cloth: Colour = (70.0, 60.0, 55.0)
    shoes: Colour = (45.0, 42.0, 44.0)
    boots: bool = False
    scarf: Colour | None = None
    hat: str = ""
    hat_cloth: Colour = (70.0, 45.0, 33.0)
    apron: Colour | None = None
    gloves: Colour | None = None
    glasses: bool = False
    props: tuple[tuple[str, Colour], ...] = ()
    notes: tuple[str, ...] = ()

    def to_json(self) -> str:
        """Return the look as one line of JSON with sorted keys."""
        return json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Look:
        """Return the look written by to_json.

        Raises:
            BadRequest: the text is not such JSON.
        """
        return typing.cast(Look, read_json(cls, text))


def read_json(kind: type[Any], text: str) -> Any:
    """Return a frozen dataclass from JSON, lists turned back into tuples.

    Raises:
        BadRequest: the text is not a JSON object of this kind.
    """
    try:
        data = json.loads(text)
        known = {f.name for f in fields(kind)}
        if not isinstance(data, dict) or not set(data) <= known:
            raise ValueError(f"not a {kind.__name__}")
        return kind(**{key: _frozen(value) for key, value in data.items()})
    except (ValueError, TypeError) as error:
        hint = "It may come from another version; make it again from the film."
        raise BadRequest(f"This is not a {kind.__name__.lower()}: {error}", hint=hint) from error


def _frozen(value: Any) -> Any:
    return tuple(_frozen(v) for v in value) if isinstance(value, list) else value


def look_of(character: Mapping[str, Any], seed: int) -> Look:
    """Return the locked look of a character as the film document describes it.

    Args:
        character: name, age, pronoun, hair, appearance, wardrobe, props; any may be missing or
            of any type, unknown words are guessed and noted.
        seed: the film's seed; it and the name decide what the words leave open.
    """
    from tools.theatre.cast import wardrobe

    return wardrobe.dress(character, seed)
