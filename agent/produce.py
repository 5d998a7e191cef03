"""The autonomous producer: from an idea or a screenplay to a delivered cut, as a resumable graph.

premise -> script -> cast -> boards -> approval -> shoot (one task a shot) -> sound -> cut ->
review -> mend -> deliver. Every node looks at what the project has and does only what is missing,
so that a killed run goes on where it was. `finished` in the state is the only sign of the end.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Annotated, Any, Literal

from langgraph.graph import END, START, StateGraph
from langgraph.runtime import Runtime
from langgraph.types import Command, Send, interrupt
from typing_extensions import TypedDict

from agent import finish, production
from agent.approval import LONG_SECONDS, Approval
from agent.desk import Desk, Event
from agent.orders import Order
from memory.errors import MakerFailed
from tools.assemble import sound_parts
from tools.plan import estimate_seconds, plan
from tools.supervisor import findings

STAGES = ("premise", "script", "shots", "boards", "cut")
MOST_MENDS = 2
MOST_ROUNDS = 6
"""How often the producer goes back to the set for shots that notes changed under way."""
SURE_MENDS = frozenset({"line-cut-off"})
"""Findings the producer mends on its own; all others are the creator's to decide."""


def gathered(known: list[str], told: list[str] | None) -> list[str]:
    """What failed in this run, told by many tasks; None forgets an earlier run's."""
    return [] if told is None else known + told


class Run(TypedDict, total=False):
    """The state of one autonomous run: marks and ids, never the film."""

    until: str
    failed: Annotated[list[str], gathered]
    mends: int
    rounds: int
    cut: dict[str, Any]
    findings: list[str]
    finished: bool


class OneShot(TypedDict):
    """What a shooting task gets."""

    shot: str


def build(checkpointer: Any) -> Any:
    """The compiled producer graph; its context is a Desk with an order."""
    graph = StateGraph(Run, context_schema=Desk)
    for name, node in (
        ("premise", write_premise),
        ("script", write_script),
        ("cast", lock_cast),
        ("boards", draw_boards),
        ("approval", ask_to_shoot),
        ("shoot", shoot),
        ("sound", make_sound),
        ("cut", assemble_cut),
        ("review", review),
        ("mend", mend),
        ("deliver", deliver),
    ):
        graph.add_node(name, node)  # type: ignore[call-overload]
    graph.add_edge(START, "premise")
    graph.add_edge("shoot", "sound")
    graph.add_edge("deliver", END)
    return graph.compile(checkpointer=checkpointer)


def _order(desk: Desk) -> Order:
    return Order.of(desk.project)


def _over(state: Run, stage: str) -> bool:
    return state.get("until", "cut") == stage


def write_premise(_state: Run, runtime: Runtime[Desk]) -> Command[Literal["script"]]:
    """The premise is part of what the writer gives; a film that has one keeps it."""
    if not runtime.context.film.premise:
        runtime.context.tell(Event("step", "Finding the story"))
    return Command(goto="script")


def write_script(state: Run, runtime: Runtime[Desk]) -> Command[Literal["cast", "deliver"]]:
    """Script and shot list, once."""
    desk = runtime.context
    if not desk.film.order:
        order = _order(desk)
        production.write(desk, order.idea, order.script, order.seconds, order.seed)
    early = _over(state, "premise") or _over(state, "script") or _over(state, "shots")
    return Command(goto="deliver" if early else "cast")


def lock_cast(_state: Run, runtime: Runtime[Desk]) -> Command[Literal["boards"]]:
    """From here on the cast keeps its look and voice."""
    from memory.change import Lock

    desk = runtime.context
    loose = [c.id for c in desk.film.characters.values() if not c.locked]
    if loose:
        desk.project.edit(
            [Lock(character=c) for c in loose], words="cast locked", author="producer"
        )
    return Command(goto="boards")


def draw_boards(state: Run, runtime: Runtime[Desk]) -> Command[Literal["approval", "deliver"]]:
    """A board of every shot."""
    desk = runtime.context
    desk.turn.boards = True
    recipes = production.to_board(desk)
    if recipes:
        desk.tell(Event("step", f"Drawing {len(recipes)} boards"))
    desk.project.jobs.enqueue(recipes, priority=finish.BOARD_PRIORITY)
    finish.wait_for(desk, recipes, desk.crew_of(), "Boards")
    return Command(goto="deliver" if _over(state, "boards") else "approval")


def ask_to_shoot(
    _state: Run, runtime: Runtime[Desk]
) -> Command[Literal["shoot", "sound", "deliver"]]:
    """Leave for a long shoot; then one task a shot."""
    desk = runtime.context
    due = _due(desk)
    seconds = estimate_seconds(desk.film, due, desk.settings.workers)
    if due and seconds >= LONG_SECONDS and not desk.yes:
        said = interrupt(Approval("shoot", f"Shoot {len(due)} shots", seconds=seconds).as_json())
        if not said.get("ok"):
            return Command(goto="deliver")
    if not due:
        return Command(goto="sound")
    recipes = [one.take for one in plan(desk.project, due)]
    desk.turn.shares = dict.fromkeys((recipe.digest for recipe in recipes), 0.0)
    desk.project.jobs.enqueue(recipes, priority=finish.TAKE_PRIORITY)
    # The score takes as long as a few shots: it is made beside them, not after.
    desk.project.jobs.enqueue(sound_parts(desk.film), priority=finish.TAKE_PRIORITY + 1)
    desk.crew_of().ensure()
    return Command(goto=[Send("shoot", OneShot(shot=shot)) for shot in due])


def _due(desk: Desk) -> list[str]:
    return [one.shot for one in plan(desk.project) if one.take_standing.state != "current"]


def shoot(task: OneShot, runtime: Runtime[Desk]) -> dict[str, Any]:
    """Await one shot's take; a failure is kept and told, the other shots go on."""
    desk = runtime.context
    desk.project.refresh()
    if task["shot"] not in desk.film.order:
        return {"failed": []}
    recipe = plan(desk.project, [task["shot"]])[0].take
    try:
        finish.wait_for(desk, [recipe], desk.crew_of(), "Shooting")
    except MakerFailed as failure:
        return {"failed": [str(failure)]}
    return {"failed": []}


def make_sound(state: Run, runtime: Runtime[Desk]) -> Command[Literal["approval", "cut"]]:
    """Voices, score and ambience; back to the set when a note changed shots meanwhile."""
    from tools.assemble import record_sound

    desk = runtime.context
    record_sound(desk.project, desk.crew_of(), lambda text: desk.tell(Event("step", text)))
    rounds = state.get("rounds", 0)
    if _due(desk) and not any(state.get("failed", [])) and rounds < MOST_ROUNDS:
        return Command(goto="approval", update={"rounds": rounds + 1})
    return Command(goto="cut")


def assemble_cut(_state: Run, runtime: Runtime[Desk]) -> Command[Literal["review"]]:
    """The cut as it stands."""
    desk = runtime.context
    return Command(goto="review", update={"cut": finish.cut_now(desk, desk.crew_of()) or {}})


def review(state: Run, runtime: Runtime[Desk]) -> Command[Literal["mend", "deliver"]]:
    """The supervisor looks; sure faults are mended, a bounded number of times."""
    found = findings(runtime.context.film)
    told = [one.message for one in found]
    sure = [one for one in found if one.rule in SURE_MENDS]
    again = bool(sure) and state.get("mends", 0) < MOST_MENDS
    return Command(goto="mend" if again else "deliver", update={"findings": told})


def mend(state: Run, runtime: Runtime[Desk]) -> Command[Literal["approval"]]:
    """Give every cut-off line its room; the shots touched are shot again."""
    desk = runtime.context
    changes = _longer(desk)
    if changes:
        desk.project.edit(changes, words="room for the lines", author="supervisor")
    return Command(goto="approval", update={"mends": state.get("mends", 0) + 1})


def _longer(desk: Desk) -> Sequence[Any]:
    from agent.editing import TAIL_SECONDS
    from memory.change import Retime
    from memory.timing import to_frames

    film = desk.film
    tail = to_frames(TAIL_SECONDS, film.frame_rate)
    cut_off = {f.shots[0] for f in findings(film) if f.rule in SURE_MENDS}
    ends = {
        shot: max(line.start + line.frames for line in film.shots[shot].dialogue) + tail
        for shot in cut_off
        if not film.shots[shot].locked
    }
    return [Retime(shot=shot, frames=frames) for shot, frames in ends.items()]


def deliver(state: Run, runtime: Runtime[Desk]) -> dict[str, Any]:
    """Note in the ledger that the order is done; with shots missing it is not."""
    desk = runtime.context
    cut = state.get("cut") or {}
    done = not _over(state, "cut") or not _due(desk)
    if done and not _order(desk).delivered(state.get("until", "cut")):
        body = {"until": state.get("until", "cut"), "sha256": cut.get("sha256", "")}
        desk.project.ledger.append("delivered", {**body, "at": round(time.time())})
    return {"finished": True}
