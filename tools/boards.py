"""Boards: the still of a shot before it is shot, drawn by the theatre at its telling frame."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from memory.errors import MakerFailed
from memory.film import Film, Shot
from memory.recipe import Recipe
from tools.makers import Product, Shop
from tools.pictured import SHOT, picture_inputs, pictured_film
from tools.takes import staged

TELLING = 0.4
"""Share of a silent shot at which its picture says most: the action is under way."""
JPEG_QUALITY = 92


def board_recipe(film: Film, shot_id: str) -> Recipe:
    """Everything the board depends on: the shot's picture at one frame."""
    from tools.theatre.spec import LOOK

    inputs = {**picture_inputs(film, shot_id), "at": telling_frame(film.shot(shot_id))}
    return Recipe("board", shot_id, "theatre", LOOK, inputs)


def telling_frame(shot: Shot) -> int:
    """The frame of a shot that stands for it: inside its first line, else at TELLING."""
    if shot.dialogue:
        first = shot.dialogue[0]
        return max(0, min(shot.frames - 1, first.start + first.frames // 3))
    return round((shot.frames - 1) * TELLING)


def make_board(recipe: Recipe, shop: Shop) -> Product:
    """Draw a board as a JPEG; its arrows are told beside it, and drawn by whoever shows it."""
    import cv2

    from tools.board_marks import as_plain, marks_of
    from tools.theatre.shot import still

    inputs: Mapping[str, Any] = recipe.inputs
    spec = staged(inputs)
    done, data = cv2.imencode(
        ".jpg", still(spec, inputs["at"]), [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY]
    )
    if not done:
        raise MakerFailed("The board could not be written.", "Try again.", maker="theatre")
    path = shop.folder / "board.jpg"
    path.write_bytes(data.tobytes())
    marks = as_plain(marks_of(pictured_film(inputs), SHOT))
    return Product(path, {"notes": list(spec.notes), "marks": marks})
