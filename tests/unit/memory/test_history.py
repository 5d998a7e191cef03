from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memory.errors import BadRequest
from memory.history import Step, redo_target, take_back, undo_target


def edits(count: int) -> list[Step]:
    return [Step(n, "edit", n - 1 or None, n) for n in range(1, count + 1)]


def undone(steps: list[Step], count: int = 1) -> list[Step]:
    return [*steps, Step(len(steps) + 1, "undo", None, undo_target(steps, count))]


def redone(steps: list[Step]) -> list[Step]:
    return [*steps, Step(len(steps) + 1, "redo", None, redo_target(steps))]


def edited(steps: list[Step]) -> list[Step]:
    number = len(steps) + 1
    return [*steps, Step(number, "edit", steps[-1].content, number)]


def test_undo_walks_back_one_edit_after_the_other() -> None:
    steps = edits(3)
    seen = []
    for _ in range(2):
        steps = undone(steps)
        seen.append(steps[-1].content)
    assert seen == [2, 1]
    with pytest.raises(BadRequest, match="nothing more"):
        undo_target(steps)


def test_several_steps_at_once_come_back_one_by_one() -> None:
    steps = undone(edits(4), 3)
    assert steps[-1].content == 1
    seen = []
    for _ in range(3):
        steps = redone(steps)
        seen.append(steps[-1].content)
    assert seen == [2, 3, 4]
    with pytest.raises(BadRequest, match="nothing to redo"):
        redo_target(steps)


def test_more_steps_than_there_are_say_how_many_there_are() -> None:
    with pytest.raises(BadRequest) as caught:
        undo_target(edits(3), 9)
    assert "2" in caught.value.hint


@pytest.mark.parametrize("count", [0, -1])
def test_no_steps_are_no_undo(count: int) -> None:
    with pytest.raises(BadRequest):
        undo_target(edits(3), count)


def test_a_new_edit_ends_what_could_be_redone() -> None:
    steps = edited(undone(edits(3)))
    with pytest.raises(BadRequest, match="nothing to redo"):
        redo_target(steps)
    # Its undo goes to what it was made on, not to the edit that was undone before.
    assert undo_target(steps) == 2
    assert redo_target(undone(steps)) == 5


def test_there_is_nothing_to_redo_before_an_undo() -> None:
    with pytest.raises(BadRequest):
        redo_target(edits(3))


def test_undo_after_redo_goes_back_again() -> None:
    steps = redone(undone(edits(3)))
    assert steps[-1].content == 3
    assert undo_target(steps) == 2


@given(st.lists(st.sampled_from(["edit", "undo", "redo"]), max_size=30))
def test_it_is_the_undo_of_any_editor(moves: list[str]) -> None:
    steps, done, undone_since = edits(1), [1], list[int]()
    for move in moves:
        if move == "edit":
            steps = edited(steps)
            done.append(steps[-1].number)
            undone_since.clear()
        elif move == "undo" and len(done) > 1:
            steps = undone(steps)
            undone_since.append(done.pop())
        elif move == "redo" and undone_since:
            steps = redone(steps)
            done.append(undone_since.pop())
        else:
            with pytest.raises(BadRequest):
                _ = undone(steps) if move == "undo" else redone(steps)
        assert steps[-1].content == done[-1]


BASE: dict[str, Any] = {
    "title": "Ferry",
    "order": ["a", "b", "c"],
    "shots": {"a": {"light": 0.5, "size": "MS"}, "b": {"light": 0.5, "size": "CU"}},
    "lines": [{"id": "l1", "line": "No."}, {"id": "l2", "line": "Yes."}],
    "palette": ["#000000", "#000000"],
}


def moved(document: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {**document, **fields}


def lit(document: dict[str, Any], shot: str, light: float) -> dict[str, Any]:
    shots = {**document["shots"], shot: {**document["shots"][shot], "light": light}}
    return moved(document, shots=shots)


def test_the_fields_of_that_revision_go_back_and_the_rest_stays() -> None:
    after = lit(BASE, "a", 0.2)
    now = moved(lit(after, "b", 0.9), title="The Last Ferry")
    assert take_back(BASE, after, now) == (
        moved(lit(BASE, "b", 0.9), title="The Last Ferry"),
        [],
    )


def test_a_field_set_again_since_is_a_conflict_and_is_left() -> None:
    after = moved(lit(BASE, "a", 0.2), title="Night")
    now = lit(after, "a", 0.3)
    merged, conflicts = take_back(BASE, after, now)
    assert conflicts == ["shots.a.light"]
    assert merged == lit(BASE, "a", 0.3)


def test_a_field_set_and_set_back_since_is_no_conflict() -> None:
    after = lit(BASE, "a", 0.2)
    now = lit(lit(after, "a", 0.7), "a", 0.2)
    assert take_back(BASE, after, now) == (BASE, [])


def test_a_thing_added_then_goes_away_and_later_ones_stay() -> None:
    after = moved(BASE, shots={**BASE["shots"], "x": {"light": 1}}, order=["a", "x", "b", "c"])
    now = moved(after, shots={**after["shots"], "y": {"light": 2}}, order=["y", "a", "x", "b", "c"])
    merged, conflicts = take_back(BASE, after, now)
    assert conflicts == []
    assert merged["order"] == ["y", "a", "b", "c"]
    assert set(merged["shots"]) == {"a", "b", "y"}


def test_a_thing_added_then_and_edited_since_is_a_conflict() -> None:
    after = moved(BASE, shots={**BASE["shots"], "x": {"light": 1}})
    now = moved(after, shots={**after["shots"], "x": {"light": 2}})
    assert take_back(BASE, after, now) == (now, ["shots.x"])


def test_a_thing_removed_then_comes_back_in_its_place() -> None:
    shots = {"a": BASE["shots"]["a"]}
    after = moved(BASE, shots=shots, order=["a", "c"])
    now = moved(after, order=["a", "c", "d"])
    merged, conflicts = take_back(BASE, after, now)
    assert conflicts == []
    assert merged["order"] == ["a", "b", "c", "d"]
    assert merged["shots"] == BASE["shots"]


def test_an_order_changed_again_since_is_a_conflict() -> None:
    after = moved(BASE, order=["c", "b", "a"])
    now = moved(BASE, order=["b", "c", "a"])
    assert take_back(BASE, after, now)[1] == ["order"]
    assert take_back(BASE, after, after) == (BASE, [])


def test_lines_are_known_by_their_id() -> None:
    after = moved(BASE, lines=[{"id": "l1", "line": "Never."}, BASE["lines"][1]])
    now = moved(after, lines=[{"id": "l0", "line": "Hm."}, *after["lines"]])
    merged, conflicts = take_back(BASE, after, now)
    assert conflicts == []
    assert merged["lines"] == [{"id": "l0", "line": "Hm."}, *BASE["lines"]]


def test_a_list_without_names_goes_back_whole_or_not_at_all() -> None:
    after = moved(BASE, palette=["#111111", "#111111"])
    assert take_back(BASE, after, after) == (BASE, [])
    now = moved(BASE, palette=["#222222", "#222222"])
    assert take_back(BASE, after, now) == (now, ["palette"])
