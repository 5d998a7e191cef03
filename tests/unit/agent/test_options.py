"""A vague note gets ready options; picking one plays it as one undo step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from agent.run import Conversations, take_turn
from agent.settings import Bounds, Settings
from memory.project import Project
from tests.builders import a_project, reference_film
from tests.openai_server import Answer, endpoint


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return a_project(tmp_path, reference_film())


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Conversations]:
    room = Conversations(Settings(tmp_path, workers=0))
    yield room
    room.close()


def say(room: Conversations, project: Project, words: str) -> Any:
    return take_turn(room, project, words, yes=True, wait=False)


@pytest.mark.parametrize(
    "vague", ["more tension in scene 1", "make it funnier", "shot 5 feels flat", "more energy"]
)
def test_options_are_ready_lists_with_their_diff_and_cost(
    room: Conversations, project: Project, vague: str
) -> None:
    before = project.film
    result = say(room, project, vague)
    assert result.kind == "propose"
    assert project.film == before
    assert [one["letter"] for one in result.options] == list("ABC")[: len(result.options)]
    assert 2 <= len(result.options) <= 3
    for one in result.options:
        assert one["diff"]
        assert one["shots"]
        assert one["words"] in result.reply
        assert not {d["path"] for d in one["diff"]} & {"order"}


def test_picking_is_one_step_and_undone_as_one(room: Conversations, project: Project) -> None:
    before, offered = project.film, say(room, project, "more tension in scene 1")
    picked = say(room, project, "B")
    assert picked.kind == "act"
    assert [d["path"] for d in picked.diff] == [d["path"] for d in offered.options[1]["diff"]]
    assert project.history()[-1].number == 2
    say(room, project, "undo that")
    assert project.film == before


def test_an_offer_holds_for_one_answer(room: Conversations, project: Project) -> None:
    say(room, project, "shot 5 feels flat")
    say(room, project, "what is shot 3 about?")
    before = project.film
    assert say(room, project, "B").kind == "ask"
    assert project.film == before


def test_locked_shots_are_left_out_and_named(room: Conversations, project: Project) -> None:
    result = say(room, project, "more tension in scene 2")
    assert "Shot 7 is locked and stays." in result.reply
    say(room, project, "A")
    assert project.film.shots["sh7"] == reference_film().shots["sh7"]


def test_a_model_offers_options_and_one_is_picked_without_it(
    tmp_path: Path, project: Project
) -> None:
    ways = [
        {"words": "darker", "changes": [{"op": "relight", "shot": 5, "brightness": 0.2}]},
        {"words": "tighter", "changes": [{"op": "reframe", "shot": "5", "size": "medium shot"}]},
    ]
    answers: list[Answer] = [
        {"calls": [("offer_options", {"options": ways})]},
        {"text": "A: darker, or B: tighter?"},
    ]
    with endpoint(answers) as server:
        bounds = Bounds(seconds=10)
        room = Conversations(Settings(tmp_path, server.url, "key", "m", workers=0, bounds=bounds))
        offered = say(room, project, "shot 5 feels flat")
        picked = say(room, project, "let's go with B")
        asked = len(server.requests)
        room.close()
    assert offered.kind == "propose"
    assert [one["letter"] for one in offered.options] == ["A", "B"]
    assert picked.kind == "act"
    assert project.film.shots["sh5"].size == "MS"
    assert asked == 2


def test_an_option_that_moves_nothing_is_told_back(tmp_path: Path, project: Project) -> None:
    same = {"op": "relight", "shot": 4, "brightness": project.film.shots["sh4"].lighting.brightness}
    ways = [{"words": "darker", "changes": [same]}, {"words": "same", "changes": [same]}]
    answers: list[Answer] = [
        {"calls": [("offer_options", {"options": ways})]},
        {"text": "Which shot?"},
    ]
    with endpoint(answers) as server:
        room = Conversations(Settings(tmp_path, server.url, "key", "m", workers=0))
        result = say(room, project, "shot 4 feels flat")
        room.close()
    assert "would move nothing" in server.requests[1]["messages"][-1]["content"]
    assert result.options == ()
