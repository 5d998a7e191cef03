"""Turns of the conversation, offline and with a scripted model over HTTP; nothing is rendered."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from agent.run import Conversations, conversation, heard, take_turn
from agent.settings import Bounds, Settings
from memory.errors import Busy
from memory.project import Project
from tests.builders import a_project, reference_film
from tests.openai_server import Answer, endpoint


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return a_project(tmp_path, reference_film())


@pytest.fixture
def room(tmp_path: Path) -> Any:
    room = Conversations(Settings(tmp_path, workers=1))
    yield room
    room.close()


def say(room: Conversations, project: Project, words: str, **more: Any) -> Any:
    return take_turn(room, project, words, wait=False, **more)


def test_darker_moves_one_field_of_one_shot(room: Conversations, project: Project) -> None:
    result = say(room, project, "redo shot 4 darker")
    assert result.kind == "act"
    assert [one["path"] for one in result.diff] == ["shots.sh4.lighting.brightness"]
    assert project.film.shots["sh4"].lighting.brightness == pytest.approx(0.38)


def test_undo_brings_the_film_back(room: Conversations, project: Project) -> None:
    before = project.film
    say(room, project, "redo shot 4 darker")
    result = say(room, project, "undo that")
    assert project.film == before
    assert result.kind == "act"


def test_a_deletion_waits_for_a_yes(room: Conversations, project: Project) -> None:
    asked = say(room, project, "delete shot 2")
    assert asked.kind == "ask"
    assert "shot 2" in asked.reply
    assert "sh2" in project.film.order
    say(room, project, "yes")
    assert "sh2" not in project.film.order
    assert "sh2" in project.film.bin


def test_a_no_leaves_the_film_alone(room: Conversations, project: Project) -> None:
    before = project.film
    say(room, project, "delete shot 2")
    result = say(room, project, "no")
    assert project.film == before
    assert result.diff == ()


def test_new_words_decline_what_waits(room: Conversations, project: Project) -> None:
    say(room, project, "delete shot 2")
    result = say(room, project, "make shot 1 brighter")
    assert "sh2" in project.film.order
    assert [one["path"] for one in result.diff] == ["shots.sh1.lighting.brightness"]


def test_a_restart_goes_on_with_the_question(tmp_path: Path, project: Project) -> None:
    first = Conversations(Settings(tmp_path, workers=1))
    say(first, project, "delete shot 2")
    first.close()
    again = Project.open(tmp_path, project.slug)
    second = Conversations(Settings(tmp_path, workers=1))
    say(second, again, "yes")
    second.close()
    assert "sh2" not in again.film.order


def test_the_conversation_is_remembered(room: Conversations, project: Project) -> None:
    say(room, project, "make shot 1 brighter")
    told = heard(project)
    assert told[0] == ("creator", "make shot 1 brighter")
    assert told[1][0] == "director"


def test_checkpoints_do_not_pile_up(room: Conversations, project: Project) -> None:
    for word in ("darker", "brighter") * 4:
        say(room, project, f"make shot 1 {word}")
    with conversation(project) as graph:
        count = graph.checkpointer.conn.execute("SELECT count(*) FROM checkpoints").fetchone()[0]
    assert count <= 8


def test_a_second_writer_is_told_who_holds_the_film(room: Conversations, project: Project) -> None:
    held, over = threading.Event(), threading.Event()

    def hold() -> None:
        with Project(project.folder).lease("draft"):
            held.set()
            over.wait(20)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(5)
    try:
        with pytest.raises(Busy, match="draft"):
            say(room, project, "make shot 1 brighter")
    finally:
        over.set()
        holder.join()


def test_a_missing_shot_is_named(room: Conversations, project: Project) -> None:
    before = project.film
    result = say(room, project, "make shot 40 darker")
    assert "40" in result.reply
    assert "8" in result.reply
    assert project.film == before


class Scripted:
    """Plays a conversation: each note has its calls, then a closing sentence."""

    def __init__(self, plays: dict[str, list[tuple[str, dict[str, Any]]]]) -> None:
        self.plays = plays

    def __call__(self, body: dict[str, Any]) -> Answer:
        last = body["messages"][-1]
        if last["role"] == "tool":
            return {"text": "Done as asked."}
        words = last["content"]
        calls = next((c for key, c in self.plays.items() if key in words), [])
        return {"calls": calls} if calls else {"text": "Whose story is it?"}


def with_model(tmp_path: Path, url: str) -> Conversations:
    bounds = Bounds(seconds=10)
    return Conversations(Settings(tmp_path, url, "key", "any", workers=1, bounds=bounds))


def test_the_model_edits_through_the_same_tools(tmp_path: Path, project: Project) -> None:
    relight = {"changes": [{"op": "relight", "shot": "shot 4", "brightness": 0.3}]}
    with endpoint(Scripted({"darker": [("edit_film", relight)]})) as server:
        room = with_model(tmp_path, server.url)
        talk = say(room, project, "I have an idea about a ferry")
        result = say(room, project, "shot 4 darker please")
        room.close()
    assert talk.kind == "ask"
    assert result.kind == "act"
    assert result.reply == "Done as asked."
    assert project.film.shots["sh4"].lighting.brightness == 0.3
    assert any(t["function"]["name"] == "edit_film" for t in server.requests[0]["tools"])


def test_wrong_arguments_come_back_as_what_to_fix(tmp_path: Path, project: Project) -> None:
    answers: list[Answer] = [
        {"calls": [("edit_film", {"changes": [{"op": "relight", "shot": 4, "brightness": 7}]})]},
        {"calls": [("edit_film", {"changes": [{"op": "relight", "shot": 4, "brightness": 0.2}]})]},
        {"text": "Darker now."},
    ]
    with endpoint(answers) as server:
        room = with_model(tmp_path, server.url)
        say(room, project, "shot 4 darker")
        room.close()
    told = server.requests[1]["messages"][-1]["content"]
    assert "brightness" in told
    assert project.film.shots["sh4"].lighting.brightness == 0.2


def test_every_call_sent_back_is_answered(tmp_path: Path, project: Project) -> None:
    delete = {"changes": [{"op": "delete_shot", "shot": "2"}]}
    with endpoint(Scripted({"drop": [("edit_film", delete)]})) as server:
        room = with_model(tmp_path, server.url)
        say(room, project, "drop shot 2")
        say(room, project, "and what is the weather like?")
        room.close()
    for body in server.requests:
        asked = [c["id"] for m in body["messages"] for c in m.get("tool_calls") or []]
        answered = [m["tool_call_id"] for m in body["messages"] if m["role"] == "tool"]
        assert sorted(asked) == sorted(answered)


def test_a_reply_keeps_the_numbers_it_was_spoken_in(room: Conversations, project: Project) -> None:
    result = say(room, project, "swap 2 and 3, then make 2 darker")
    assert project.film.order[1:3] == ("sh3", "sh2")
    assert "Shot 2: darker" in result.reply
