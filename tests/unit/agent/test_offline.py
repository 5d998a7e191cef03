"""The offline director as a chat model: words in, tool calls out, then what was really done."""

import json
from typing import Any

import pytest
from langchain_core.messages import AIMessage, HumanMessage, ToolMessage

from agent.notes.situation import Entry, Situation
from agent.offline import OfflineDirector
from memory.film import Film, Scene, Shot


@pytest.fixture
def director() -> OfflineDirector:
    shots = {key: Shot(id=key, scene="sc1") for key in ("a", "b")}
    scene = Scene(id="sc1", slug="EXT. HILL - DAY", location="hill")
    film = Film(id="hill", scenes={"sc1": scene}, order=("a", "b"), shots=shots)
    return OfflineDirector().model_copy(update={"situation": Situation(film=film)})


def told(director: OfflineDirector, words: str, *results: dict[str, object]) -> AIMessage:
    called = director.invoke([HumanMessage(words)])
    tools = [
        ToolMessage(json.dumps(result), tool_call_id=call["id"])
        for result, call in zip(results, called.tool_calls, strict=True)
    ]
    return director.invoke([HumanMessage(words), called, *tools])


def test_a_note_becomes_a_tool_call(director: OfflineDirector) -> None:
    message = director.bind_tools([]).invoke([HumanMessage("redo shot 2 darker")])
    (call,) = message.tool_calls
    assert call["name"] == "edit_film"
    assert call["args"] == {"changes": [{"op": "relight", "shot": "b", "brightness": 0.38}]}
    assert message.additional_kwargs["kind"] == "act"


def test_a_question_is_text_alone(director: OfflineDirector) -> None:
    message = director.invoke([HumanMessage("shot 7 darker")])
    assert not message.tool_calls
    assert message.additional_kwargs["kind"] == "ask"
    assert "1 to 2" in message.text


def test_the_reply_claims_what_the_diff_holds_and_no_more(director: OfflineDirector) -> None:
    moved = {"path": "shots.b.lighting.brightness", "old": 0.5, "new": 0.38}
    assert told(director, "shot 2 darker", {"kind": "act", "diff": [moved]}).text == (
        "Shot 2: darker (0.50 to 0.38)."
    )
    nothing = told(director, "shot 2 darker", {"kind": "noop", "diff": [], "said": "It was so."})
    assert "darker" not in nothing.text
    assert nothing.additional_kwargs["kind"] == "noop"


def test_a_tool_that_failed_is_said(director: OfflineDirector) -> None:
    message = told(director, "shot 2 darker", {"error": "Shot 2 is locked."})
    assert message.text == "Shot 2 is locked."
    assert message.additional_kwargs["kind"] == "warn"


def test_words_in_pieces_and_pictures_are_read(director: OfflineDirector) -> None:
    content: list[str | dict[Any, Any]] = [
        {"type": "text", "text": "shot 1 brighter"},
        {"type": "image_url", "image_url": "x"},
    ]
    message = director.invoke([HumanMessage(content)])
    assert message.tool_calls[0]["args"]["changes"][0]["shot"] == "a"


def test_it_streams_and_it_signals(director: OfflineDirector) -> None:
    assert "".join(chunk.text for chunk in director.stream([HumanMessage("hello")]))
    assert director.invoke([HumanMessage("")]).text


def test_an_undo_is_told_as_taken_back(director: OfflineDirector) -> None:
    situation = Situation(film=director.situation.film, history=(Entry(2, "shot 2 darker"),))
    speaking = director.model_copy(update={"situation": situation})
    called = speaking.invoke([HumanMessage("undo that")])
    moved = {"path": "shots.b.lighting.brightness", "old": 0.38, "new": 0.5}
    result = ToolMessage(
        json.dumps({"diff": [moved]}), tool_call_id=called.tool_calls[0]["id"], name="undo"
    )
    text = speaking.invoke([HumanMessage("undo that"), called, result]).text
    assert text == 'Undone: "shot 2 darker". Everything else stands. Shot 2 is as before.'


def test_a_no_is_told_as_nothing_done(director: OfflineDirector) -> None:
    message = told(director, "delete shot 2", {"declined": "The creator said no."})
    assert message.text == "Left as it was, nothing moved."
    assert message.additional_kwargs["kind"] == "noop"
