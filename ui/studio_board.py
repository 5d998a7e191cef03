"""How a film looks at one moment, as plain data for the page. Draws nothing and makes no HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memory.timing import to_seconds

if TYPE_CHECKING:
    from memory.film import Film, Shot
    from memory.job import Job
    from memory.project import Project
    from memory.recipe import Recipe
    from memory.shelf import Made

BEFORE_AFTER = 2


@dataclass(frozen=True, slots=True)
class Card:
    """One shot on the wall.

    Attributes:
        shot: Its id.
        number: Its place now, from 1.
        badge: "current", "stale", "board", "missing", or "rendering".
        share: How far its render is, 0..1; None when it is not being made.
        start: Seconds into the cut.
        picture: The file that shows it now; None while there is none.
        versions: Name and file of what may be compared, oldest first: board, t1, t2…
    """

    shot: str
    number: int
    size: str
    move: str
    action: str
    line: str
    seconds: float
    badge: str
    take: str = ""
    share: float | None = None
    start: float = 0.0
    locked: bool = False
    picture: Path | None = None
    marks: dict[str, Any] | None = None
    """The arrows of the picture, where it is a board."""
    versions: tuple[tuple[str, Path], ...] = ()


@dataclass(frozen=True, slots=True)
class Wall:
    """All cards of a film and what is being made."""

    title: str = ""
    logline: str = ""
    revision: int = 0
    seconds: float = 0.0
    cards: tuple[Card, ...] = ()
    pending: int = 0
    frames_left: float = 0.0
    due: int = 0
    """Shots whose take is missing or stale."""


@dataclass
class Wallpaper:
    """The recipes of one revision: they cost more than rows, so they are kept until it moves."""

    revision: int = -1
    boards: dict[str, Recipe] = field(default_factory=dict)
    takes: dict[str, Recipe] = field(default_factory=dict)

    def follow(self, project: Project) -> None:
        """Bring the recipes up to the project's film."""
        if self.revision == project.revision:
            return
        from tools.boards import board_recipe
        from tools.takes import take_recipe

        revision, film = project.revision, project.film
        self.boards = {shot: board_recipe(film, shot) for shot in film.order}
        self.takes = {shot: take_recipe(film, shot) for shot in film.order}
        self.revision = revision


def wall(project: Project, paper: Wallpaper) -> Wall:
    """The film as it stands, from rows; the recipes come from `paper`."""
    from tools.timeline import Timeline

    film = project.film
    paper.follow(project)
    jobs = {job.digest: job for job in project.jobs.pending()}
    starts = Timeline.of(film).starts
    cards = tuple(
        _card(project, film, film.shots[shot], paper, jobs, starts[shot]) for shot in film.order
    )
    return Wall(
        title=film.title,
        logline=film.logline,
        revision=project.revision,
        seconds=to_seconds(Timeline.of(film).total, film.frame_rate),
        cards=cards,
        pending=sum(job.recipe.kind in {"board", "take"} for job in jobs.values()),
        frames_left=sum(_left(job) for job in jobs.values()),
        due=sum(card.badge not in {"current"} for card in cards),
    )


def _left(job: Job) -> float:
    if job.recipe.kind != "take":
        return 0.0
    return float(str(job.recipe.inputs.get("frames", 0))) * (1 - job.progress)


def _card(
    project: Project,
    film: Film,
    shot: Shot,
    paper: Wallpaper,
    jobs: dict[str, Job],
    start: int,
) -> Card:
    board = project.standing(paper.boards[shot.id])
    take = project.standing(paper.takes[shot.id], shot.pick)
    badge = take.state if take.state != "missing" else _boarded(board.state)
    if take.picked:
        badge = "current"  # the creator chose it, whatever the film says by now
    job = jobs.get(paper.takes[shot.id].digest)
    share = job.progress if job is not None and job.state == "running" else None
    versions = _versions(project, shot.id, board.plays)
    plays = take.plays or board.plays
    names = {one.made.id: one.name for one in project.takes(shot.id)}
    return Card(
        shot=shot.id,
        number=film.number(shot.id),
        size=shot.size.value,
        move=shot.movement.type.value.replace("_", " "),
        action=shot.action,
        line=" / ".join(line.line for line in shot.dialogue),
        seconds=to_seconds(shot.length, film.frame_rate),
        badge="rendering" if share is not None else badge,
        take=names.get(take.plays.id, "") if take.plays else "",
        share=share,
        start=to_seconds(start, film.frame_rate),
        locked=shot.locked,
        picture=project.vault.path(plays.sha256) if plays else None,
        marks=_marks(board.plays) if take.plays is None else None,
        versions=versions,
    )


def _marks(board: Made | None) -> dict[str, Any] | None:
    told = board.extra.get("marks") if board else None
    return dict(told) if isinstance(told, Mapping) else None


def _boarded(state: str) -> str:
    return {"current": "board", "stale": "board"}.get(state, "missing")


def _versions(project: Project, shot: str, board: Made | None) -> tuple[tuple[str, Path], ...]:
    """The last two takes; the board and the take where there is but one."""
    takes = [
        (one.name, project.vault.path(one.made.sha256))
        for one in project.takes(shot)
        if project.vault.has(one.made.sha256)
    ][-BEFORE_AFTER:]
    if len(takes) == 1 and board is not None:
        return (("board", project.vault.path(board.sha256)), *takes)
    return tuple(takes)
