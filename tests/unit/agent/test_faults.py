"""An endpoint that fails in every way we know: bounded, taken over, and the project stays whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from agent.run import Conversations, take_turn
from agent.settings import Bounds, Settings
from tests.builders import DATA, a_project, reference_film
from tests.openai_server import endpoint

CASES: list[dict[str, Any]] = json.loads((DATA / "llm_faults.json").read_text())
MOST_TRIES = 4


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["case"]))
def test_a_failing_endpoint_is_taken_over(case: dict[str, Any], tmp_path: Path) -> None:
    project = a_project(tmp_path, reference_film())
    with endpoint([case]) as server:
        settings = Settings(
            tmp_path, server.url, "key", "any-model", workers=1, bounds=Bounds(seconds=3)
        )
        room = Conversations(settings)
        result = take_turn(room, project, "make shot 4 darker", wait=False)
        room.close()
    assert result.kind == "act"
    assert [one["path"] for one in result.diff] == ["shots.sh4.lighting.brightness"]
    assert "language model" in result.reply
    assert 1 <= len(server.requests) <= MOST_TRIES
    assert project.verify() == []


def test_a_server_that_is_not_there_is_taken_over(tmp_path: Path) -> None:
    project = a_project(tmp_path, reference_film())
    settings = Settings(tmp_path, "http://127.0.0.1:9/v1", "key", "m", bounds=Bounds(seconds=2))
    room = Conversations(settings)
    result = take_turn(room, project, "make shot 2 two seconds longer", wait=False)
    room.close()
    assert result.kind == "act"
    assert project.film.shots["sh2"].frames == 144
