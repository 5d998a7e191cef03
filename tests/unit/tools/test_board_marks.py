"""Arrows of a board: subjects inside the frame, the camera at its edge, each move its own way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from memory.film import Film, Movement
from memory.reference import load_reference
from memory.vocabulary import MoveType, Speed
from tools.board_arrows import CAMERA, MARGIN, SUBJECT, annotated
from tools.board_marks import (
    BoardMarks,
    Box,
    Corners,
    Push,
    Racked,
    Shaken,
    Turned,
    as_plain,
    from_plain,
    marks_of,
)  # fmt: skip
from tools.boards import board_recipe, make_board
from tools.makers import Shop

REFERENCE = Path(__file__).parents[2] / "data" / "reference_film.json"
FILM = load_reference(json.loads(REFERENCE.read_text("utf-8"))).model_copy(
    update={"width": 320, "height": 180}
)


def film_with(shot: str, **changes: Any) -> Film:
    changed = FILM.shots[shot].model_copy(update=changes)
    return FILM.model_copy(update={"shots": {**FILM.shots, shot: changed}})


def moving(move: str, shot: str = "sh2") -> BoardMarks:
    movement = Movement(type=MoveType(move), speed=Speed.MEDIUM)
    return marks_of(film_with(shot, movement=movement), shot)


@pytest.mark.parametrize(
    ("move", "mark"),
    [
        ("pan_left", Push("left", "out", -1)), ("pan_right", Push("right", "out", 1)),
        ("tilt_up", Push("top", "out", -1)), ("tilt_down", Push("bottom", "out", 1)),
        ("truck_left", Push("bottom", "along", -1)), ("truck_right", Push("bottom", "along", 1)),
        ("pedestal_up", Push("right", "along", -1)), ("crane_down", Push("right", "along", 1)),
        ("arc_left", Push("bottom", "arc", -1)), ("arc_right", Push("bottom", "arc", 1)),
        ("dolly_in", Corners(True)), ("dolly_out", Corners(False)),
        ("zoom_in", Corners(True, lens=True)), ("zoom_out", Corners(False, lens=True)),
        ("roll", Turned(True)), ("handheld", Shaken("handheld")), ("float", Shaken("float")),
    ],
)  # fmt: skip
def test_each_move_has_its_own_mark(move: str, mark: object) -> None:
    assert moving(move).camera == (mark,)


def test_a_locked_off_shot_has_no_mark_of_the_camera() -> None:
    assert moving("static").camera == ()
    assert moving("static").boxes == ()


def test_a_whip_is_told_from_a_pan_and_a_dolly_zoom_from_both_its_parts() -> None:
    whip = moving("whip_pan").camera[0]
    assert isinstance(whip, Push)
    assert whip.double
    assert len(moving("dolly_zoom").camera) == 2


@pytest.mark.parametrize(("move", "label"), [("dolly_in", "B"), ("dolly_out", "A")])
def test_the_closer_framing_is_boxed(move: str, label: str) -> None:
    boxes = moving(move).boxes
    assert [box.label for box in boxes] == [label]
    left, top, right, bottom = boxes[0].edges
    assert 0 <= left < right <= 1
    assert bottom - top == pytest.approx(right - left, rel=0.02)


def test_a_walker_gets_an_arrow_along_the_ground_the_way_they_go() -> None:
    (way,) = moving("static").ways
    assert way.who == "Mara"
    assert way.points[-1][0] > way.points[0][0] + 0.1
    assert all(0 <= x <= 1 and 0.5 < y <= 1 for x, y in way.points)
    back = film_with("sh2", action="Mara walks right to left along the pier.")
    (way,) = marks_of(back, "sh2").ways
    assert way.points[-1][0] < way.points[0][0]
    assert marks_of(FILM, "sh3").ways == ()


def test_a_rack_goes_from_one_face_to_the_other() -> None:
    movement = Movement(type=MoveType.RACK_FOCUS, speed=Speed.MEDIUM)
    film = film_with("sh5", movement=movement, focus="mara", focus_to="theo")
    (mark,) = marks_of(film, "sh5").camera
    assert isinstance(mark, Racked)
    assert mark.start[0] < mark.end[0]


def near(picture: np.ndarray, colour: tuple[int, int, int]) -> np.ndarray:
    return np.asarray(np.abs(picture.astype(int) - colour).max(2) < 40)


@pytest.mark.parametrize(
    ("mark", "side"),
    [
        (Push("left", "out", -1), "left"), (Push("right", "out", 1), "right"),
        (Push("top", "out", -1), "top"), (Push("bottom", "along", 1), "bottom"),
    ],
)  # fmt: skip
def test_camera_arrows_reach_into_the_margin_on_their_side(mark: Push, side: str) -> None:
    drawn = annotated(np.full((180, 320, 3), 90, np.uint8), BoardMarks(camera=(mark,)))
    margin = round(MARGIN * 180)
    blue = near(drawn, CAMERA)
    strips = {
        "left": blue[:, :margin], "right": blue[:, -margin:], "top": blue[:margin],
        "bottom": blue[-margin:],
    }  # fmt: skip
    assert strips.pop(side).sum() > 12
    assert not any(strip.any() for strip in strips.values())


def test_arrows_read_at_320_pixels_and_the_board_itself_stays_clean() -> None:
    board = np.full((180, 320, 3), 60, np.uint8)
    drawn = annotated(board, moving("dolly_in"))
    assert (board == 60).all()
    assert near(drawn, SUBJECT).sum() > 150
    assert near(drawn, CAMERA).sum() > 150
    assert drawn.shape[0] > 180


def test_a_box_is_drawn_with_its_letter() -> None:
    plain = annotated(np.zeros((180, 320, 3), np.uint8), BoardMarks())
    boxed = BoardMarks(boxes=(Box("B", (0.2, 0.2, 0.8, 0.8)),))
    assert (annotated(np.zeros((180, 320, 3), np.uint8), boxed) != plain).any()


def test_marks_are_no_part_of_a_boards_recipe() -> None:
    recipe = board_recipe(FILM, "sh2")
    assert recipe.maker == "theatre"
    assert "marks" not in recipe.inputs


@pytest.mark.parametrize("move", ["pan_left", "dolly_in", "dolly_zoom", "roll", "float"])
def test_marks_survive_the_row_of_their_board(move: str) -> None:
    marks = moving(move)
    assert from_plain(json.loads(json.dumps(as_plain(marks)))) == marks
    assert from_plain({"camera": [{"mark": "of tomorrow"}]}) == BoardMarks()


def test_a_made_board_is_a_clean_still_with_its_arrows_told_beside_it(tmp_path: Path) -> None:
    def none(_: str) -> Path:
        raise AssertionError

    shop = Shop(tmp_path, tmp_path, none, lambda _: {}, none)
    product = make_board(board_recipe(FILM, "sh2"), shop)
    made = cv2.imread(str(product.path))
    assert made is not None
    assert made.shape == (180, 320, 3)
    assert from_plain(product.extra["marks"]) == marks_of(FILM, "sh2")
