"""Draws contact sheets of film.json into docs/pictures and the page docs/vocabulary.md.

    python examples/vocabulary/draw_sheets.py [FILM.json]

A picture of each shot at its telling frame, and of every camera move its first, middle and last.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from memory.film import Film
from memory.reference import load_reference
from memory.vocabulary import MoveType
from tools.lettering import SANS, SERIF, Setting, set_words

HERE = Path(__file__).parent
DOCS = HERE.parents[1] / "docs"
COLUMNS, ROWS = 2, 5
CELL = (640, 360)
SMALL = (416, 234)
GAP, FOOT = 12, 38
INK, PAPER = (232, 226, 214), (24, 20, 18)
LARGEST = 300_000
"""Bytes of a sheet; a page of them must load quickly."""

Picture = NDArray[np.uint8]
T = TypeVar("T")


def drawn(film: Film, shot: str, frames: Sequence[int]) -> list[Picture]:
    """Frames of a shot as BGR pictures of the film's size."""
    from tools.takes import staged, take_recipe
    from tools.theatre.shot import still

    spec = staged(take_recipe(film, shot).inputs)
    return [still(spec, frame) for frame in frames]


def _telling(job: tuple[Film, str]) -> Picture:
    from tools.boards import telling_frame

    film, shot = job
    return drawn(film, shot, [telling_frame(film.shots[shot])])[0]


def _course(job: tuple[Film, str]) -> list[Picture]:
    film, shot = job
    last = film.shots[shot].frames - 1
    return drawn(film, shot, [0, last // 2, last])


def label(film: Film, shot: str) -> str:
    """Number and words of a shot."""
    return f"{film.number(shot)}   {' '.join(film.shots[shot].overlays)}"


def sheet(cells: Sequence[tuple[str, Picture]], size: tuple[int, int], columns: int) -> Picture:
    """Pictures in rows, each with its words beneath."""
    width, height = size
    rows = -(-len(cells) // columns)
    whole = np.full(
        (rows * (height + FOOT) + GAP, columns * (width + GAP) + GAP, 3), PAPER[::-1], np.uint8
    )
    for at, (words, picture) in enumerate(cells):
        left = GAP + at % columns * (width + GAP)
        top = GAP + at // columns * (height + FOOT)
        small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
        whole[top : top + height, left : left + width] = small
        _write(whole, words, left, top + height + 5, width)
    return whole


def _write(whole: Picture, words: str, left: int, top: int, width: int) -> None:
    if not words:
        return
    setting = Setting(width, 19, 12, 1, (SANS, SERIF), INK)
    ink = set_words(words, setting)
    rows, columns = ink.shape[:2]
    under = whole[top : top + rows, left : left + columns]
    ink = ink[: under.shape[0], : under.shape[1]]
    share = ink[..., 3:].astype(np.float32) / 255
    under[:] = (under * (1 - share) + ink[..., 2::-1] * share).astype(np.uint8)


def save(picture: Picture, path: Path) -> None:
    """Write a JPEG no larger than LARGEST."""
    for quality in range(88, 30, -4):
        _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
        if data.size <= LARGEST:
            break
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.tobytes())


def _batches(things: Sequence[T], size: int) -> list[Sequence[T]]:
    return [things[at : at + size] for at in range(0, len(things), size)]


def moving(film: Film) -> list[str]:
    """The shots whose camera moves, in order."""
    return [s for s in film.order if film.shots[s].movement.type is not MoveType.STATIC]


def page(film: Film, sheets: Sequence[str], moves: Sequence[str]) -> str:
    """The page that shows the sheets."""
    lines = [
        "# The theatre's vocabulary",
        "",
        f"*{film.title}*: {film.logline} Every shot names its terms over its picture. To see it:",
        "",
        "```",
        "roughcut import examples/vocabulary/film.json",
        'roughcut say a-letter-in-forty-shots "shoot it"',
        "```",
        "",
        "The film is written by `python examples/vocabulary/write_film.py`, these sheets by",
        "`python examples/vocabulary/draw_sheets.py`. No picture was touched by hand.",
        "",
    ]
    lines += [f"![Shots of the film]({name})" for name in sheets]
    lines += ["", "## Moves: first, middle and last frame", ""]
    lines += [f"![Camera moves]({name})" for name in moves]
    return "\n".join(lines) + "\n"


def main(words: Sequence[str]) -> None:
    """Draw everything."""
    source = Path(words[0]) if words else HERE / "film.json"
    film = load_reference(json.loads(source.read_text("utf-8")))
    with ProcessPoolExecutor(2) as pool:
        stills = list(pool.map(_telling, [(film, shot) for shot in film.order]))
        courses = list(pool.map(_course, [(film, shot) for shot in moving(film)]))
    cells = [(label(film, s), p) for s, p in zip(film.order, stills, strict=True)]
    names, rows = [], []
    for at, some in enumerate(_batches(cells, COLUMNS * ROWS), 1):
        names.append(f"pictures/vocabulary_{at}.jpg")
        save(sheet(some, CELL, COLUMNS), DOCS / names[-1])
    triples = zip(moving(film), courses, strict=True)
    threes = [[(label(film, s), c[0]), ("", c[1]), ("", c[2])] for s, c in triples]
    for at, three in enumerate(_batches(threes, 8), 1):
        rows.append(f"pictures/vocabulary_moves_{at}.jpg")
        save(sheet([cell for row in three for cell in row], SMALL, 3), DOCS / rows[-1])
    (DOCS / "vocabulary.md").write_text(page(film, names, rows), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
