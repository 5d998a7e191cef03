"""After the words: what an edit made stale is made again, and the cut follows. Knows no graph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from agent import production
from agent.desk import Desk, Event
from memory.errors import MakerFailed
from memory.jobs import Job
from memory.recipe import Recipe
from tools.crew import Crew
from tools.theatre.toolchest import ready

TAKE_PRIORITY = 5
BOARD_PRIORITY = 10
COMPILING = "Fitting the theatre to this machine, once (about 15 seconds)"


def queue_work(desk: Desk, boards_first: bool = True) -> list[Recipe]:
    """Ask for what the film wants now and drop what it no longer wants.

    Returns:
        The recipes asked for, boards first.
    """
    boards = production.to_board(desk)
    takes = production.to_shoot(desk)
    _drop_unwanted(desk, boards, takes)
    desk.project.jobs.enqueue(boards, priority=BOARD_PRIORITY)
    # In the film's order: what is seen first is shot first; an edited shot goes before the rest.
    touched = {d.path.split(".")[1] for d in desk.turn.diff if d.path.startswith("shots.")}
    for recipe in takes:
        urgent = recipe.target in touched or recipe.target in desk.turn.wanted
        desk.project.jobs.enqueue([recipe], priority=TAKE_PRIORITY + urgent)
    return [*boards, *takes]


def _drop_unwanted(desk: Desk, boards: Sequence[Recipe], takes: Sequence[Recipe]) -> None:
    from tools.plan import plan

    wanted = {recipe.digest for recipe in (*boards, *takes)}
    current = {r.digest for one in plan(desk.project) for r in (one.board, one.take)}
    stale = [
        job.digest
        for job in desk.project.jobs.pending()
        if job.recipe.kind in {"board", "take"} and job.digest not in wanted | current
    ]
    desk.project.jobs.drop(stale)


def wait_for(desk: Desk, recipes: Sequence[Recipe], crew: Crew, doing: str = "Making") -> list[Job]:
    """Have a crew make these and wait, telling how far they are.

    Raises:
        MakerFailed: one of them failed for good; the others are made all the same.
        Stopped: the creator stopped it.
    """
    if not recipes:
        return []
    missing = [r for r in recipes if desk.project.made(r.digest) is None]
    if missing:
        crew.ensure(len(missing))
    jobs = desk.project.jobs.wait(
        [recipe.digest for recipe in recipes],
        on_progress=lambda now: _tell(desk, now, crew, doing),
        cancel=desk.stop.is_set,
    )
    failed = [job for job in jobs if job.state == "failed"]
    if failed:
        raise MakerFailed(
            f"{failed[0].recipe.kind.capitalize()} of {failed[0].recipe.target} failed: "
            f"{failed[0].error}.",
            "What was finished is kept; say it again to try once more.",
            maker=failed[0].recipe.maker,
            retryable=failed[0].retryable,
        )
    return jobs


def _tell(desk: Desk, jobs: Sequence[Job], crew: Crew, doing: str) -> None:
    """How far everything asked for in this turn is: several tasks may wait at once."""
    if any(job.state == "waiting" for job in jobs) and not crew.running:
        crew.ensure()
    shares = desk.turn.shares
    for job in jobs:
        shares[job.digest] = 1.0 if job.state == "done" else job.progress
    done = sum(share == 1.0 for share in shares.values())
    share = sum(shares.values()) / len(shares)
    if not share and not ready():
        desk.tell(Event("step", COMPILING))
        return
    desk.tell(Event("step", f"{doing}: {done} of {len(shares)}", share=share))


def cut_now(desk: Desk, crew: Crew | None = None) -> dict[str, Any] | None:
    """The cut of the film as it stands, with sound; None while there are no pictures."""
    from tools.assemble import assemble

    desk.tell(Event("step", "Cutting"))
    return assemble(desk.project, crew, lambda text: desk.tell(Event("step", text)))
