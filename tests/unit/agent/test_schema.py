"""What a model is told of the changes, and what it may write in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from agent.desk import Desk
from agent.schema import change_list, change_table, changes
from agent.settings import Settings
from agent.toolbox import schemas, use
from tests.builders import a_project, reference_film


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(a_project(tmp_path, reference_film()), Settings(tmp_path))


def edit(desk: Desk, *changes: dict[str, Any]) -> dict[str, Any]:
    return use(desk, "edit_film", {"changes": list(changes)})


def test_the_table_names_every_change_and_every_field_a_model_may_give() -> None:
    table = change_table()
    lines = {line.partition("(")[0]: line for line in table.splitlines()}
    for change in changes():
        op = str(change.model_fields["op"].default)
        assert all(f"{name}" in lines[op] for name in change.model_fields if name != "op")
    assert "Size: EWS|VWS" in table
    assert "Shot = {" in table
    assert "lay_out" not in table
    assert "brightness?: 0..1" in table


def test_all_tools_together_are_small() -> None:
    assert len(json.dumps(schemas())) < 7_000
    assert len(change_table()) < 9_000
    # OpenAI refuses a longer description of a function.
    assert all(len(one["function"]["description"]) <= 1024 for one in schemas())
    assert change_list()["items"]["required"] == ["op"]


def test_trade_words_and_names_are_taken_as_they_are_said(desk: Desk) -> None:
    edit(
        desk, {"op": "reframe", "shot": "shot 4", "size": "extreme close-up", "angle": "low angle"}
    )
    assert desk.film.shots["sh4"].size == "ECU"
    edit(desk, {"op": "move", "shot": 2, "type": "push in", "speed": "slow", "amount": 0.5})
    assert desk.film.shots["sh2"].movement.type == "dolly_in"
    assert desk.film.shots["sh2"].movement.amount == 0.5
    edit(desk, {"op": "redirect", "shot": "3", "looks_at": {"Theo": "mara"}})
    assert desk.film.shots["sh3"].looks_at == {"theo": "mara"}
    edit(desk, {"op": "rewrite_line", "line": "You're late.", "text": "You are late."})
    assert desk.film.find_line("d1")[1].line == "You are late."


def test_what_is_new_needs_no_id(desk: Desk) -> None:
    shot = {"scene": "2", "size": "CU", "subjects": ["Old Ben"], "action": "Ben nods.",
            "dialogue": [{"character": "Old Ben", "line": "Aye."}]}  # fmt: skip
    made = edit(
        desk,
        {"op": "add_character", "character": {"name": "Old Ben"}},
        {"op": "insert_shot", "after": "last", "shot": shot},
    )
    assert "error" not in made
    new = desk.film.shots[desk.film.order[-1]]
    assert new.subjects == ("old_ben",)
    assert new.dialogue[0].character == "old_ben"
    assert new.id.startswith("sh_")


def test_numbers_keep_the_order_of_the_moment_the_note_was_spoken(desk: Desk) -> None:
    desk.turn.before = desk.film
    edit(desk, {"op": "delete_shot", "shot": "2"})
    edit(desk, {"op": "relight", "shot": "4", "brightness": 0.3})
    assert desk.film.shots["sh4"].lighting.brightness == 0.3
    assert "was removed" in edit(desk, {"op": "delete_shot", "shot": "2"})["error"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"op": "relight", "shot": 4, "brightness": 7}, "less than or equal to 1 (was '7')"),
        ({"op": "relight", "shot": 4, "colour": "red"}, "relight has shot, style, key_dir"),
        ({"op": "relite", "shot": 4}, "'relight', 'reframe'"),
        ({"op": "relight", "shot": 99}, "The film has shots 1 to 8."),
        ({"op": "reframe", "shot": 4, "subjects": ["Bob"]}, "There is: mara, theo."),
        ({"op": "redirect", "shot": 4, "emotions": {"Bob": "sad"}}, "There is: mara, theo."),
        ({"op": "edit_scene", "scene": 1, "location": "Mars"}, "There is no location 'Mars'"),
        ({"op": "cut_line", "line": "Nobody says this"}, "You're late."),
        ({"op": "insert_shot", "after": "1"}, "insert_shot.shot: is missing"),
    ],
)
def test_an_error_says_what_to_fix_and_moves_nothing(
    desk: Desk, change: dict[str, Any], told: str
) -> None:
    before = desk.film
    assert told in edit(desk, change)["error"]
    assert desk.film == before
