"""The producer: stages, going on, beginning anew, notes under way, failures and leave to shoot."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from langgraph.checkpoint.sqlite import SqliteSaver

from agent import produce, production
from agent.desk import Event
from agent.drafting import PRODUCTION, draft, make_film
from agent.orders import Order
from agent.run import Conversations, take_turn
from agent.settings import Settings
from memory.errors import BadRequest
from memory.project import Project
from tools.plan import plan

SCRIPT = """Title: One Cup

INT. KITCHEN - NIGHT

MARA (30, red coat) sits at a table.

MARA
Late.

She drinks.
"""
ORDER = Order(script=SCRIPT)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Conversations]:
    room = Conversations(Settings(tmp_path / "films", workers=2, size=(160, 88)))
    yield room
    room.close()


def opened(room: Conversations, made: dict[str, Any]) -> Project:
    return Project.open(room.settings.home, made["film"])


def kinds(project: Project) -> dict[str, int]:
    counted: dict[str, int] = {}
    for made in project.shelf.all():
        counted[made.kind] = counted.get(made.kind, 0) + 1
    return counted


def states(project: Project) -> set[str]:
    return {one.take_standing.state for one in plan(project)}


def test_stage_by_stage_it_is_one_film_and_nothing_is_made_twice(room: Conversations) -> None:
    written = draft(room, ORDER, until="script", title="one cup")
    project = opened(room, written)
    assert written["shots"] == len(project.film.order) > 0
    assert kinds(project) == {}
    boarded = draft(room, ORDER, until="boards")
    assert boarded["film"] == written["film"]
    assert boarded["file"] is None
    assert kinds(project) == {"board": written["shots"]}
    boards = {made.id for made in project.shelf.all()}
    done = draft(room, ORDER, yes=True)
    assert done["film"] == written["film"]
    assert Path(done["file"]).is_file()
    assert states(project) == {"current"}
    assert kinds(project)["take"] == written["shots"]
    assert {made.id for made in project.made_for("board", project.film.order[0])} <= boards
    assert project.verify() == []
    again = draft(room, ORDER, until="script", title="one cup")
    assert again["film"] == f"{written['film']}-2"


def test_new_begins_another_film(room: Conversations) -> None:
    first = draft(room, ORDER, until="boards", title="one cup")
    second = draft(room, ORDER, until="script", title="one cup", new=True)
    assert second["film"] != first["film"]
    other = draft(room, Order(script=SCRIPT, seed=5), until="script", title="one cup")
    assert other["film"] not in {first["film"], second["film"]}


def test_the_same_order_is_the_same_film(room: Conversations) -> None:
    one = opened(room, draft(room, ORDER, until="script"))
    two = opened(room, draft(room, ORDER, until="script", new=True))
    assert one.folder != two.folder
    assert one.film == two.film


def test_a_kill_before_the_order_was_noted_leaves_no_second_film(room: Conversations) -> None:
    film = production.blank("one cup", room.settings.size, ORDER.digest)
    begun = Project.create(room.settings.home, film, "one cup")
    made = draft(room, ORDER, until="script", title="one cup")
    assert made["film"] == begun.slug
    assert [card.slug for card in Project.find(room.settings.home)] == [begun.slug]


def test_nothing_to_film_is_refused(room: Conversations) -> None:
    with pytest.raises(BadRequest):
        draft(room, Order(idea="  "))
    assert not room.settings.home.exists() or not list(room.settings.home.iterdir())


def test_a_run_that_seems_over_but_is_not_is_begun_again(room: Conversations) -> None:
    made = draft(room, ORDER, until="script")
    project = opened(room, made)
    settings = {"configurable": {"thread_id": "produce-script"}}
    with SqliteSaver.from_conn_string(str(project.folder / PRODUCTION)) as saver:
        graph = produce.build(saver)
        graph.update_state(settings, {"finished": False}, as_node="deliver")
        state = graph.get_state(settings)
        # The trap: nothing comes next, and yet the work was not finished.
        assert state.next == ()
        assert state.values["finished"] is False
    make_film(room, project, until="script")
    with SqliteSaver.from_conn_string(str(project.folder / PRODUCTION)) as saver:
        assert produce.build(saver).get_state(settings).values["finished"] is True


def test_a_note_given_while_it_shoots_is_in_the_cut(room: Conversations, tmp_path: Path) -> None:
    said: list[Any] = []
    other = Conversations(Settings(room.settings.home, workers=2, size=(160, 88)))

    def note() -> None:
        project = Project.open(room.settings.home, "one-cup")
        said.append(take_turn(other, project, "make shot 1 darker", wait=False))

    talk, first_time = threading.Thread(target=note), threading.Lock()

    def told(event: Event) -> None:
        # Several shots tell at once, each from a thread of its own.
        if event.text.startswith("Shooting") and first_time.acquire(blocking=False):
            talk.start()

    made = draft(room, ORDER, yes=True, title="one cup", tell=told)
    talk.join(30)
    other.close()
    project = opened(room, made)
    assert [one["path"].split(".", 2)[2] for one in said[0].diff] == ["lighting.brightness"]
    assert states(project) == {"current"}
    first = project.film.shots[project.film.order[0]]
    assert first.lighting.brightness == said[0].diff[0]["new"]
    take = plan(project, [first.id])[0].take_standing.plays
    assert take is not None
    cut = project.made_for("cut", "film")[-1]
    entry = next(e for e in project.ledger.entries() if e.seq == cut.ledger)
    assert take.sha256 in str(entry.body["inputs"])


def test_a_shot_that_fails_is_told_and_the_others_are_kept(room: Conversations) -> None:
    project = opened(room, draft(room, ORDER, until="boards"))
    ill = plan(project)[0]
    project.jobs.enqueue([ill.take])
    job = project.jobs.claim("nobody")
    assert job is not None
    project.jobs.fail(job, "the lens fell off", retryable=False)
    made = draft(room, ORDER, yes=True)
    assert "the lens fell off" in made["failed"][0]
    assert len(made["failed"]) == 1
    standings = {one.shot: one.take_standing.state for one in plan(project)}
    assert standings.pop(ill.shot) == "missing"
    assert set(standings.values()) == {"current"}
    # The board stands in for the shot, and the order stays open: the same words go on with it.
    assert Path(made["file"]).is_file()
    project.jobs.enqueue([ill.take], again=True)
    healed = draft(room, ORDER, yes=True)
    assert healed["film"] == made["film"]
    assert "failed" not in healed
    assert states(project) == {"current"}


def test_a_long_shoot_waits_for_leave(room: Conversations, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(produce, "LONG_SECONDS", 0.0)
    asked = draft(room, ORDER, title="one cup")
    assert asked["approval"]["question"].endswith("?")
    assert asked["file"] is None
    project = opened(room, asked)
    assert "take" not in kinds(project)
    again = draft(room, ORDER)
    assert again["film"] == asked["film"]
    assert again["approval"] == asked["approval"]
    done = draft(room, ORDER, yes=True)
    assert done["film"] == asked["film"]
    assert "approval" not in done
    assert states(project) == {"current"}
