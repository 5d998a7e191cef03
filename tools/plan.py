"""What a film needs made, and how it stands: recipes against rows. Makes nothing itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from memory.film import Film
from memory.project import Project
from memory.recipe import Recipe
from memory.state import Standing
from memory.vocabulary import Route
from tools.boards import board_recipe
from tools.takes import take_recipe

FRAMES_A_SECOND = 22.0
"""What one worker renders and encodes of the theatre, for an estimate before a long job."""


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
    film = project.film
    return [_shot_plan(project, film, shot) for shot in (film.order if shots is None else shots)]


def _shot_plan(project: Project, film: Film, shot_id: str) -> ShotPlan:
    shot = film.shots[shot_id]
    board, take = board_recipe(film, shot_id), take_recipe(film, shot_id)
    return ShotPlan(
        shot_id,
        board,
        take,
        project.standing(board),
        project.standing(take, shot.pick),
    )


def estimate_seconds(film: Film, shots: Iterable[str], workers: int) -> float:
    """Roughly how long takes of these shots take to render."""
    frames = sum(film.shots[shot].length for shot in shots)
    return frames / (FRAMES_A_SECOND * max(1, workers)) + 6


def unknown_routes(film: Film) -> list[str]:
    """Shots whose route is not made here yet; the theatre stands in for it."""
    usable = {Route.THEATRE, Route.GRADE}
    return [shot for shot in film.order if film.shots[shot].route not in usable]
