"""Takes by the theatre: the recipe of a shot's picture, and the clip made from it. No sound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from memory.film import Film
from memory.recipe import Recipe
from tools.encode import Frame, Profile, write_clip
from tools.makers import Product, Shop
from tools.pictured import SHOT, picture_inputs, pictured_film

if TYPE_CHECKING:
    from tools.theatre.spec import ShotSpec


def take_recipe(film: Film, shot_id: str) -> Recipe:
    """Everything the picture of a shot depends on, and nothing else."""
    from tools.theatre.spec import LOOK

    return Recipe("take", shot_id, "theatre", LOOK, picture_inputs(film, shot_id))


def profile_of(inputs: Mapping[str, Any]) -> Profile:
    """Size and rate a recipe asks for."""
    width, height = inputs["size"]
    return Profile(width, height, Fraction(inputs["fps"]))


def staged(inputs: Mapping[str, Any]) -> ShotSpec:
    """The shot as the theatre draws it."""
    from tools.theatre.staging import stage

    return stage(pictured_film(inputs), SHOT)


def make_take(recipe: Recipe, shop: Shop) -> Product:
    """Render and encode a take; cancelled between frames."""
    path = shop.folder / "take.mp4"
    inputs: Mapping[str, Any] = recipe.inputs
    spec = staged(inputs)
    length = spec.frames + spec.hold
    write_clip(
        frames_of(inputs, 0, length),
        profile_of(inputs),
        path,
        lambda done: shop.tell(done / length),
    )
    return Product(path, {"frames": length, "notes": list(spec.notes)}, "; ".join(spec.notes))


def frames_of(inputs: Mapping[str, Any], start: int, stop: int) -> Iterator[Frame]:
    """Frames [start, stop) of a take's recipe, handles included: before 0 and after its end."""
    from tools.theatre.shot import render

    return render(staged(inputs), start, stop)
