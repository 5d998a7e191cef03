"""What needs leave, what a model's names mean, and what it sees of the conversation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, ToolMessage

from agent import gate
from agent.desk import Desk
from agent.settings import Settings
from agent.targets import character_id, resolve, scene_id, shot_id
from agent.toolbox import TOOLBOX, schemas, use
from agent.window import KEPT_MESSAGES, answered, forgotten, window
from memory.errors import BadRequest
from tests.builders import a_project, reference_film


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(a_project(tmp_path, reference_film()), Settings(tmp_path))


def call(name: str, **args: Any) -> dict[str, Any]:
    return {"name": name, "args": args, "id": "c1"}


def test_an_edit_of_light_needs_no_leave(desk: Desk) -> None:
    changes = [{"op": "relight", "shot": "sh4", "brightness": 0.3}]
    assert gate.needed(desk, [call("edit_film", changes=changes)]) is None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ([{"op": "delete_shot", "shot": "4"}], "shot 4"),
        ([{"op": "delete_scene", "scene": "2"}], "FERRY CABIN"),
    ],
)
def test_a_deletion_needs_leave(desk: Desk, changes: list[Any], words: str) -> None:
    ask = gate.needed(desk, [call("edit_film", changes=changes)])
    assert ask is not None
    assert words in ask.question()


def test_writing_over_a_film_needs_leave(desk: Desk) -> None:
    ask = gate.needed(desk, [call("write_film", idea="a boat")])
    assert ask is not None
    assert "8 shots" in ask.what


def test_a_yes_beforehand_is_enough(desk: Desk) -> None:
    desk.yes = True
    assert gate.needed(desk, [call("write_film", idea="a boat")]) is None


def test_the_same_question_has_the_same_id(desk: Desk) -> None:
    changes = [{"op": "delete_shot", "shot": "4"}]
    first = gate.needed(desk, [call("edit_film", changes=changes)])
    assert first == gate.needed(desk, [call("edit_film", changes=changes)])


@pytest.mark.parametrize("named", ["sh4", "4", 4, "shot 4", "#4", "sh-4"])
def test_a_shot_may_be_named_in_many_ways(desk: Desk, named: Any) -> None:
    assert shot_id(desk.film, named) == "sh4"


def test_scenes_and_people_are_resolved(desk: Desk) -> None:
    assert scene_id(desk.film, "Scene 2") == "sc2"
    assert scene_id(desk.film, "cabin") == "sc2"
    assert character_id(desk.film, "MARA") == "mara"
    change = {"op": "reframe", "shot": "shot 3", "subjects": ["Mara", "Theo"]}
    assert resolve(desk.film, change)["subjects"] == ["mara", "theo"]
    with pytest.raises(BadRequest, match="1 to 8"):
        shot_id(desk.film, "shot 40")


def test_every_tool_has_a_schema_that_says_what_it_is() -> None:
    for schema in schemas():
        function = schema["function"]
        assert function["name"] in TOOLBOX
        assert len(function["description"]) > 10
        assert function["parameters"]["type"] == "object"


def test_an_unknown_tool_and_bad_arguments_come_back_as_words(desk: Desk) -> None:
    assert "edit_film" in use(desk, "launch_missiles", {})["error"]
    assert "changes" in use(desk, "edit_film", {})["error"]
    wrong = {"changes": [{"op": "relight", "shot": "4", "brightness": "very"}]}
    assert "brightness" in use(desk, "edit_film", wrong)["error"]
    assert desk.turn.diff == []


def test_a_refusal_moves_nothing(desk: Desk) -> None:
    both = [
        {"op": "relight", "shot": "4", "brightness": 0.3},
        {"op": "relight", "shot": "7", "brightness": 0.3},
    ]
    before = desk.film
    assert "locked" in use(desk, "edit_film", {"changes": both})["error"]
    assert desk.film == before


def test_half_an_exchange_is_left_out() -> None:
    calls = [{"name": "undo", "args": {}, "id": "a"}, {"name": "redo", "args": {}, "id": "b"}]
    messages: list[AnyMessage] = [
        HumanMessage("one"),
        AIMessage("", tool_calls=calls),
        ToolMessage("done", tool_call_id="a"),
        HumanMessage("two"),
    ]
    assert [m.text for m in answered(messages)] == ["one", "two"]


def test_a_long_paste_is_cut_for_the_model(desk: Desk) -> None:
    shown = window([HumanMessage("x" * 100_000)], desk, [])
    assert len(shown[-1].text) < 13_000
    assert "left out" in shown[-1].text


def test_the_model_sees_the_film_and_its_facts(desk: Desk) -> None:
    system = window([HumanMessage("hello")], desk, ["Mara wears green."])[0].text
    assert "Mara wears green." in system
    assert "HARBOUR PIER" in system
    assert "[sh4]" in system


def test_old_messages_are_dropped_from_disk() -> None:
    messages: list[AnyMessage] = [HumanMessage("x", id=str(n)) for n in range(KEPT_MESSAGES + 5)]
    assert [m.id for m in forgotten(messages)] == ["0", "1", "2", "3", "4"]
