"""A reply never claims a change that the diff does not hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from agent.claims import held
from agent.desk import Desk
from agent.settings import Settings
from agent.toolbox import use
from tests.builders import a_project, reference_film


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(a_project(tmp_path, reference_film()), Settings(tmp_path))
    desk.turn.before = desk.film
    return desk


def edit(desk: Desk, *changes: dict[str, Any]) -> None:
    assert "error" not in use(desk, "edit_film", {"changes": list(changes)})


@pytest.mark.parametrize(
    "reply",
    [
        "I made shot 4 darker.",
        "Done.",
        "Shot 4 is now darker and the music is quieter.",
        "I've added rain to scene 2.",
        "The title has been changed.",
        "Ich habe Einstellung 4 dunkler gemacht.",
        "He oscurecido el plano 4.",
        "J'ai assombri le plan 4, et j'ai mis de la pluie.",
        "已经把第4个镜头调暗了。",
    ],
)
def test_nothing_done_nothing_claimed(desk: Desk, reply: str) -> None:
    assert held(reply, desk) == "Nothing in the film has moved."


@pytest.mark.parametrize(
    "reply",
    [
        "Which shot do you mean?",
        "I could make shot 4 darker, or bring the lamp closer.",
        "I have not changed anything yet.",
        "Shot 4 lasts 3.5 seconds.",
        "That would make the whole scene colder.",
    ],
)
def test_plans_questions_and_facts_stay(desk: Desk, reply: str) -> None:
    assert held(reply, desk) == reply


def test_what_was_done_may_be_said(desk: Desk) -> None:
    edit(desk, {"op": "relight", "shot": 4, "brightness": 0.3})
    for reply in ("Shot 4 is darker now.", "I made shot 4 darker; the rest stayed.", "Done."):
        assert held(reply, desk) == reply


def test_a_shot_that_was_not_touched_is_not_claimed(desk: Desk) -> None:
    edit(desk, {"op": "relight", "shot": 4, "brightness": 0.3})
    told = held("I made shots 4 and 5 darker. Anything else?", desk)
    assert "shots 4 and 5" not in told
    assert "Shot 4: darker" in told
    assert told.startswith("Anything else?")


def test_a_lever_that_was_not_moved_is_not_claimed(desk: Desk) -> None:
    edit(desk, {"op": "relight", "shot": 4, "brightness": 0.3})
    told = held("I made shot 4 darker. I also turned the music down.", desk)
    assert "music" not in told
    assert "I made shot 4 darker." in told


def test_numbers_are_those_of_the_moment_the_note_was_spoken(desk: Desk) -> None:
    edit(desk, {"op": "delete_shot", "shot": 2}, {"op": "relight", "shot": "4", "brightness": 0.3})
    assert held("I deleted shot 2 and shot 4 is now darker.", desk).startswith("I deleted shot 2")
