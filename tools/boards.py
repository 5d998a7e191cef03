"""Boards: the still of a shot before it is shot, drawn by the theatre at its telling frame."""

from __future__ import annotations

from memory.film import Film, Shot
from memory.recipe import Recipe
from tools.makers import Product, Shop

TELLING = 0.4
"""Share of a silent shot at which its picture says most: the action is under way."""
JPEG_QUALITY = 92


def board_recipe(film: Film, shot_id: str) -> Recipe:
    """Everything the board depends on: the shot's picture at one frame."""
    from tools.theatre.spec import LOOK, recipe_inputs
    from tools.theatre.staging import stage

    inputs = recipe_inputs(stage(film, shot_id))
    return Recipe(
        "board", shot_id, "theatre", LOOK, {**inputs, "at": telling_frame(film.shot(shot_id))}
    )


def telling_frame(shot: Shot) -> int:
    """The frame of a shot that stands for it: inside its first line, else at TELLING."""
    if shot.dialogue:
        first = shot.dialogue[0]
        return max(0, min(shot.frames - 1, first.start + first.frames // 3))
    return round((shot.frames - 1) * TELLING)


def make_board(recipe: Recipe, shop: Shop) -> Product:
    """Draw a board as a JPEG."""
    import cv2

    from tools.theatre.shot import still
    from tools.theatre.spec import from_mapping

    plain = {k: v for k, v in recipe.inputs.items() if k != "at"}
    frame = int(recipe.inputs["at"])  # type: ignore[call-overload]
    picture = still(from_mapping(plain), frame)
    path = shop.folder / "board.jpg"
    done, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    path.write_bytes(data.tobytes() if done else b"")
    return Product(path)
