"""What a film needs made, and how it stands: recipes against rows. Makes nothing itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from memory.film import Film
from memory.project import Project
from memory.recipe import Recipe
from memory.shelf import Take
from memory.state import Standing, standing
from tools.planbook import PlanBook, book_of

FRAMES_A_SECOND = 22.0
"""What one worker renders and encodes of the theatre, for an estimate before a long job."""
USUAL_PIXELS = 1280 * 720
LEAST_SHARE = 0.1
"""Of the usual time, what a frame takes however small it is."""


@dataclass(frozen=True, slots=True)
class ShotPlan:
    """One shot: what its board and its take would be made from, and how each stands."""

    shot: str
    board: Recipe
    take: Recipe
    board_standing: Standing
    take_standing: Standing

    @property
    def state(self) -> str:
        """One word for people: "current", "stale", "board" or "missing"."""
        if self.take_standing.state != "missing":
            return self.take_standing.state
        return "board" if self.board_standing.state == "current" else "missing"


def plan(project: Project, shots: Iterable[str] | None = None) -> list[ShotPlan]:
    """How the shots of a film stand now, in order."""
    project.refresh()
    film, book = project.film, book_of(project)
    with book.guard:
        key = (film, book.catch_up(project))
        if book.memo is None or book.memo[0][0] is not film or book.memo[0][1] != key[1]:
            book.settle(film)
            plans = {shot: _shot_plan(book, film, shot) for shot in film.order}
            book.memo = (key, plans)
        known: dict[str, ShotPlan] = book.memo[1]
        names = film.order if shots is None else shots
        return [known.get(shot) or _shot_plan(book, film, shot) for shot in names]


def takes(project: Project) -> Mapping[str, list[Take]]:
    """The takes of every shot in the film, under their names."""
    book = book_of(project)
    with book.guard:
        book.catch_up(project)
        return book.takes(project.film.order)


def kinds_made(project: Project) -> frozenset[str]:
    """Which kinds of things were made in a project so far."""
    book = book_of(project)
    with book.guard:
        book.catch_up(project)
        return book.kinds()


def _shot_plan(book: PlanBook, film: Film, shot_id: str) -> ShotPlan:
    board, take = book.recipes(film, shot_id)
    pick = film.shots[shot_id].pick
    names = {one.name: one.made.id for one in book.takes([shot_id])[shot_id]} if pick else {}
    return ShotPlan(
        shot_id,
        board,
        take,
        standing(board, book.playable("board", shot_id)),
        standing(take, book.playable("take", shot_id), names.get(pick or "", pick)),
    )


def estimate_seconds(film: Film, shots: Iterable[str], workers: int) -> float:
    """Roughly how long takes of these shots take to render; more pixels take longer."""
    frames = sum(film.shots[shot].length for shot in shots)
    share = max(LEAST_SHARE, film.width * film.height / USUAL_PIXELS)
    return frames * share / (FRAMES_A_SECOND * max(1, workers)) + 6
