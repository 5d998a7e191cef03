"""The nested form of a film: read, given back, and refused where it is not one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from memory.change import RewriteLine
from memory.edit import apply
from memory.errors import BadRequest
from memory.reference import TakeList, dump_reference, load_reference
from tests.builders import DATA


@pytest.fixture
def data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((DATA / "reference_film.json").read_text())
    return loaded


def leaves(value: Any, path: str = "") -> dict[str, Any]:
    if isinstance(value, dict) and value:
        return {p: v for k, below in value.items() for p, v in leaves(below, f"{path}.{k}").items()}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return {p: v for k, one in enumerate(value) for p, v in leaves(one, f"{path}.{k}").items()}
    return {path: value}


def test_a_film_comes_back_equal_in_meaning(data: dict[str, Any]) -> None:
    rows = ("takes", "active_take", "status")
    out = leaves(dump_reference(load_reference(data)))
    for part in ("film", "characters", "locations", "scenes", "order", "shots"):
        for path, value in leaves(data[part], f".{part}").items():
            if path.rpartition(".")[2] not in rows:
                assert out[path] == value, path


def test_what_is_given_back_can_be_read_again(data: dict[str, Any]) -> None:
    film = load_reference(data)
    assert load_reference(json.loads(json.dumps(dump_reference(film)))) == film


def test_takes_are_joined_in(data: dict[str, Any]) -> None:
    takes = {"sh4": TakeList(("t1", "t2"), "t2", "current")}
    shot = dump_reference(load_reference(data), takes)["shots"]["sh4"]
    assert (shot["takes"], shot["active_take"], shot["status"]) == (["t1", "t2"], "t2", "current")


def test_time_is_whole_frames(data: dict[str, Any]) -> None:
    film = load_reference(data)
    assert film.shots["sh4"].frames == 84
    assert film.frames == 744


def test_a_newer_schema_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(BadRequest, match="schema"):
        load_reference({**data, "schema": "roughcut-reference-film/2"})


@pytest.mark.parametrize(
    "broken",
    [
        {"film": {}},
        {"shots": {"sh1": {}}},
        {"shots": {"sh1": {"scene": "sc1", "duration_s": "long"}}},
        {"characters": {"mara": {"name": ""}}},
        {"scenes": []},
    ],
)
def test_half_a_film_is_refused_in_words(data: dict[str, Any], broken: dict[str, Any]) -> None:
    with pytest.raises(BadRequest, match="not complete"):
        load_reference({**data, **broken})


def test_a_line_that_leads_its_shot_says_by_how_much(data: dict[str, Any]) -> None:
    film = apply(load_reference(data), RewriteLine(line="d1", start=-18))
    given = dump_reference(film)
    line = next(d for s in given["shots"].values() for d in s["dialogue"] if d["id"] == "d1")
    assert line["lead_s"] == 0.75
    assert "start_s" not in line
    assert load_reference(given) == film
