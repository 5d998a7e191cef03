"""A film made with a model over real HTTP: ideate, write, cast, board, shoot, edit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from agent.production import blank
from agent.run import Conversations, Result, take_turn
from agent.settings import Bounds, Settings
from memory.project import Project
from tests.openai_server import Answer, endpoint
from tools.ffmpeg import probe

pytestmark = pytest.mark.e2e

SCRIPT = """Title: The Kettle

INT. KITCHEN - NIGHT

MARA sits at a table with a cup.

MARA
It never boils.

THEO enters and looks at the kettle.

THEO
You never lit it.
"""
GREEN = {"op": "recast", "character": "Mara", "wardrobe": {"coat": "green coat"}}
DARKER = {"op": "relight", "shot": "shot 1", "brightness": 0.3}
PLAYS: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "Write it": [("write_film", {"script": SCRIPT})],
    "green coat": [
        ("edit_film", {"changes": [GREEN]}),
        ("remember", {"words": "Mara wears green"}),
    ],
    "Board it": [("make_boards", {})],
    "Shoot it": [("shoot", {})],
    "darker": [("edit_film", {"changes": [DARKER]})],
}


def model(body: dict[str, Any]) -> Answer:
    """What a competent model says: a question, then the tools, then what they reported."""
    last = body["messages"][-1]
    if last["role"] == "tool":
        return {"text": "Done."}
    calls = next((calls for key, calls in PLAYS.items() if key in last["content"]), None)
    return {"calls": calls} if calls else {"text": "Who is the kettle for?"}


def test_a_film_is_made_in_conversation(tmp_path: Path) -> None:
    with endpoint(model) as server:
        bounds = Bounds(seconds=20)
        settings = Settings(tmp_path, server.url, "key", "any", size=(160, 88), bounds=bounds)
        room = Conversations(settings)
        project = Project.create(tmp_path, blank("a kettle", settings.size), "a kettle")

        def say(words: str) -> Result:
            return take_turn(room, project, words, yes=True)

        assert say("I want a film about a kettle").kind == "ask"
        assert say("Write it").kind == "act"
        shots = len(project.film.order)
        assert shots >= 3
        assert all(c.voice.name for c in project.film.characters.values())
        say("Mara should wear a green coat")
        assert project.film.characters["mara"].wardrobe["coat"] == "green coat"
        assert "Mara wears green" in project.film.decisions
        boarded = say("Board it")
        assert boarded.cut is not None
        shot = say("Shoot it")
        assert len(shot.made) == shots
        before = {s: project.takes(s)[-1].made.sha256 for s in project.film.order}
        edited = say("shot 1 darker please")
        room.close()
    assert len(edited.made) == 1
    after = {s: project.takes(s)[-1].made.sha256 for s in project.film.order}
    assert [s for s in before if before[s] != after[s]] == [project.film.order[0]]
    assert edited.cut is not None
    assert probe(Path(edited.cut["file"])).frames == edited.cut["frames"]
    assert project.verify() == []
