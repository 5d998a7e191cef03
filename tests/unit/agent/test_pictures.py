"""What a model that can see is shown, over real HTTP."""

from __future__ import annotations

import base64
from pathlib import Path

import cv2
import numpy as np
import pytest

from agent.pictures import WIDEST, shots_meant
from agent.run import Conversations, take_turn
from agent.settings import Settings
from memory.errors import BadRequest
from memory.project import Project
from tests.builders import a_project, reference_film
from tests.openai_server import endpoint
from tools.boards import board_recipe


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = a_project(tmp_path, reference_film())
    grey = np.full((720, 1280, 3), 90, np.uint8)
    board = cv2.imencode(".jpg", grey)[1].tobytes()
    project.record(board_recipe(project.film, "sh4"), project.vault.put(board, ".jpg"), 1.0)
    return project


def asked(tmp_path: Path, project: Project, words: str, *, sees: bool) -> object:
    """The content of the creator's message as the server got it."""
    with endpoint([{"text": "It is grey."}]) as server:
        room = Conversations(Settings(tmp_path, server.url, "key", "any", sees=sees, workers=0))
        take_turn(room, project, words, wait=False)
        room.close()
    sent = server.requests[0]["messages"]
    return next(m["content"] for m in reversed(sent) if m["role"] == "user")


def test_the_board_of_the_shot_named_is_shown(tmp_path: Path, project: Project) -> None:
    content = asked(tmp_path, project, "what is wrong with shot 4?", sees=True)
    assert isinstance(content, list)
    assert [part["type"] for part in content] == ["text", "text", "image_url"]
    assert "board of shot 4" in content[1]["text"]
    data = base64.b64decode(content[2]["image_url"]["url"].partition(",")[2])
    picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    assert picture.shape[1] == WIDEST


def test_a_model_that_cannot_see_gets_words_alone(tmp_path: Path, project: Project) -> None:
    assert asked(tmp_path, project, "what is wrong with shot 4?", sees=False) == (
        "what is wrong with shot 4?"
    )
    assert asked(tmp_path, project, "what is wrong with shot 5?", sees=True) == (
        "what is wrong with shot 5?"
    )


def test_an_endpoint_that_refuses_pictures_is_asked_again_in_words(
    tmp_path: Path, project: Project
) -> None:
    refused = {"status": 400, "body": {"error": {"message": "images are not supported"}}}
    with endpoint([refused, {"text": "Which lamp do you mean?"}]) as server:
        room = Conversations(Settings(tmp_path, server.url, "key", "any", sees=True, workers=0))
        result = take_turn(room, project, "what is wrong with shot 4?", wait=False)
        room.close()
    assert result.reply == "Which lamp do you mean?"
    assert len(server.requests) == 2


def test_shots_are_meant_by_number_else_by_view() -> None:
    film = reference_film()
    assert shots_meant(film, "compare shot 4 and 5", "sh1") == ["sh4", "sh5"]
    assert shots_meant(film, "what do you think?", "sh1") == ["sh1"]
    assert shots_meant(film, "shot 99", None) == []


def test_the_setting_is_yes_or_no() -> None:
    assert Settings.from_env({"ROUGHCUT_MODEL_SEES": "yes"}).sees
    assert not Settings.from_env({}).sees
    with pytest.raises(BadRequest, match="yes or no"):
        Settings.from_env({"ROUGHCUT_MODEL_SEES": "perhaps"})
