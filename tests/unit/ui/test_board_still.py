"""A board on the wall is shown with its arrows; the board's own file stays clean."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from tools.board_marks import BoardMarks, Corners, as_plain
from ui.studio_stills import board_still, still


def test_a_board_is_shown_with_its_arrows_and_kept(tmp_path: Path) -> None:
    board = tmp_path / "board.png"
    cv2.imwrite(str(board), np.full((180, 320, 3), 70, np.uint8))
    before = board.read_bytes()
    shown = board_still(tmp_path, board, as_plain(BoardMarks(camera=(Corners(True),))), 320)
    plain = still(tmp_path, board, width=320)
    assert shown is not None
    assert plain is not None
    marked, clean = cv2.imread(str(shown)), cv2.imread(str(plain))
    assert marked is not None
    assert clean is not None
    assert marked.shape[0] > clean.shape[0] == 180
    assert marked.std() > clean.std() + 10
    assert board.read_bytes() == before
    other = board_still(tmp_path, board, as_plain(BoardMarks(camera=(Corners(False),))), 320)
    assert other != shown
