"""A film on paper: storyboard, contact sheet and floor plans as one PDF and PNG pages.

Takes the boards as they stand in the project; makes no picture of a shot itself. The boards stay
clean in the vault: arrows are drawn here, whenever pages are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from memory.errors import NotReady
from memory.project import Project
from tools import pages
from tools.board_arrows import annotated
from tools.board_marks import marks_of
from tools.board_sheet import Drawn, Slate, board_pages, contact_pages
from tools.floor_plan import floor_pages
from tools.pages import Page, Picture
from tools.panels import panels
from tools.plan import plan

PANEL_WIDTH = 900
"""Pixels of a board's picture on paper; more is not seen at 190 dots an inch."""


def _boards(project: Project, slate: Slate, each: int = 6) -> list[Page]:
    film = project.film
    pictures = {
        shot: annotated(picture, marks_of(film, shot)) for shot, picture in _pictures(project)
    }
    return board_pages(panels(film), Drawn(pictures, film.width / film.height), slate, each)


def _contact(project: Project, slate: Slate) -> list[Page]:
    film = project.film
    drawn = Drawn(dict(_pictures(project)), film.width / film.height)
    return contact_pages(panels(film), drawn, slate)


def _floor(project: Project, slate: Slate) -> list[Page]:
    return floor_pages(project.film, slate)


SHEETS: Mapping[str, tuple[str, Callable[[Project, Slate], list[Page]]]] = {
    "boards": ("Storyboard", _boards),
    "contact": ("Contact sheet", _contact),
    "floorplan": ("Floor plans", _floor),
}


def print_sheet(project: Project, kind: str, pdf: Path) -> Path:
    """Write boards, contact sheet or floor plans as a PDF, and PNG pages into a folder beside it.

    Raises:
        NotReady: the film has no shots yet.
        MakerFailed: the disk would not take them.
    """
    if not project.film.order:
        raise NotReady("There are no shots yet.", "Write or import a script first.")
    what, draw = SHEETS[kind]
    return pages.save(draw(project, _slate(project, what)), pdf)


def _slate(project: Project, what: str) -> Slate:
    """The head of the pages: the version is the film's revision, the date the day of that."""
    newest = project.history()[-1]
    return Slate(project.film.title, "", f"version {newest.number}", newest.at[:10], what)


def _pictures(project: Project) -> list[tuple[str, Picture]]:
    """The boards that are there, made small enough for paper."""
    import cv2

    found = []
    for one in plan(project):
        made = one.board_standing.plays
        picture: Any = cv2.imread(str(project.vault.path(made.sha256))) if made else None
        if picture is not None:
            gain = min(1.0, PANEL_WIDTH / picture.shape[1])
            size = [max(2, round(side * gain)) for side in picture.shape[1::-1]]
            found.append((one.shot, cv2.resize(picture, size, interpolation=cv2.INTER_AREA)))
    return found
