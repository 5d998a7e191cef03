"""Takes by the theatre: the recipe of a shot's picture, and the clip made from it.

No sound, no words.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from memory.film import Film
from memory.recipe import Recipe
from tools.encode import Frame, Profile, write_clip
from tools.makers import Product, Shop


def take_recipe(film: Film, shot_id: str) -> Recipe:
    """Everything the picture of a shot depends on, and nothing else."""
    from tools.theatre.spec import LOOK, recipe_inputs
    from tools.theatre.staging import stage

    shot = film.shot(shot_id)
    inputs = {**recipe_inputs(stage(film, shot_id)), "speed": shot.speed, "freeze": shot.freeze}
    return Recipe("take", shot_id, "theatre", LOOK, {**inputs, "fps": film.rate})


def profile_of(inputs: Any) -> Profile:
    """Size and rate a recipe asks for."""
    return Profile(inputs["width"], inputs["height"], Fraction(inputs["fps"]))


def make_take(recipe: Recipe, shop: Shop) -> Product:
    """Render and encode a take; cancelled between frames."""
    path = shop.folder / "take.mp4"
    length = int(recipe.inputs["frames"]) + int(recipe.inputs["freeze"])  # type: ignore[call-overload]
    write_clip(
        frames_of(recipe.inputs, 0, length),
        profile_of(recipe.inputs),
        path,
        lambda done: shop.tell(done / length),
    )
    return Product(path, {"frames": length})


def frames_of(inputs: Any, start: int, stop: int) -> Iterator[Frame]:
    """Frames [start, stop) of a take's recipe, handles included: before 0 and after its end."""
    from tools.theatre.shot import render
    from tools.theatre.spec import from_mapping

    plain = {k: v for k, v in inputs.items() if k not in {"speed", "freeze", "fps"}}
    spec = from_mapping(plain)
    last = spec.frames - 1
    wanted = [_source(n, last, inputs) for n in range(start, stop)]
    if wanted == list(range(start, stop)):
        yield from render(spec, start, stop)
        return
    held: tuple[int, Frame] | None = None
    for number in wanted:
        if held is None or held[0] != number:
            held = (number, next(iter(render(spec, number, number + 1))).copy())
        yield held[1]


def _source(number: int, last: int, inputs: Any) -> int:
    """The frame of the performance shown at a frame of the take: speed, then freeze."""
    if inputs["freeze"] and number > last:
        return last
    speed = float(inputs["speed"])
    return number if speed == 1 else round(number * speed)
