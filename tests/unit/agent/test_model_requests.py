"""Requests answered by a model over real HTTP: right, malformed, parallel, wrong, refusing.

Whatever it answers, the project stays valid, and what was refused is told back in words it can
act on.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from agent.notes.read import read
from agent.notes.situation import Situation
from agent.run import Conversations, take_turn
from agent.settings import Bounds, Settings
from memory.film import Film
from memory.project import Project
from tests.builders import DATA, a_project, reference_film
from tests.openai_server import Answer, endpoint

REQUESTS = [json.loads(x) for x in (DATA / "edit_requests.jsonl").read_text("utf-8").splitlines()]
SAMPLE = [one for one in REQUESTS if "context" not in one][::6]
Calls = list[tuple[str, dict[str, Any]]]


def right(calls: Calls) -> Answer:
    return {"calls": calls}


def unknown_shot(calls: Calls) -> Answer:
    """Every target is a shot that is not there."""
    return {"calls": [(name, _everywhere(args, "shot", "sh_gone")) for name, args in calls]}


def out_of_range(calls: Calls) -> Answer:
    wrong = {"changes": [{"op": "relight", "shot": 4, "brightness": 40}]}
    return {"calls": [("edit_film", wrong), *calls]}


def invented_tool(calls: Calls) -> Answer:
    return {"calls": [("render_hollywood", {"shot": 4}), *calls]}


def broken_json(calls: Calls) -> Answer:
    return {"raw": [("edit_film", "relight shot 4, please")]}


def parallel(calls: Calls) -> Answer:
    return {"calls": [("show_film", {"part": "shots"}), *calls, ("check_film", {})]}


def refusal(calls: Calls) -> Answer:
    return {"text": "", "refusal": "I cannot help with that."}


def endless(calls: Calls) -> Answer:
    return {"text": "I am certain. " * 20_000}


def liar(calls: Calls) -> Answer:
    return {"text": "Done. I made shot 4 darker, and I changed the music."}


MANNERS: list[Callable[[Calls], Answer]] = [
    right, unknown_shot, out_of_range, invented_tool, broken_json, parallel, refusal, endless, liar,
]  # fmt: skip


class Model:
    """Answers the first message of a turn in a manner, mends what it is told, then says so."""

    def __init__(self, film: Film, manner: Callable[[Calls], Answer]) -> None:
        self.film, self.manner = film, manner
        self.told: list[str] = []

    def __call__(self, body: dict[str, Any]) -> Answer:
        last = body["messages"][-1]
        if last["role"] == "user":
            return self.manner(self.meant(last["content"]))
        errors = [m["content"] for m in _results(body) if '"error"' in m["content"]]
        self.told += errors
        calls = self.meant(_words(body))
        tried = sum(m["role"] == "assistant" for m in body["messages"])
        return right(calls) if errors and calls and tried < 3 else {"text": "That is the cut now."}

    def meant(self, words: str) -> Calls:
        """What a good model would call: here the reader's own calls."""
        reading = read(words, Situation(self.film))
        return [(call.name, dict(call.args)) for call in reading.calls]


def _results(body: dict[str, Any]) -> list[dict[str, Any]]:
    said = itertools.takewhile(lambda m: m["role"] == "tool", reversed(body["messages"]))
    return list(said)


def _words(body: dict[str, Any]) -> str:
    return str(next(m["content"] for m in reversed(body["messages"]) if m["role"] == "user"))


def _everywhere(value: Any, key: str, wrong: str) -> Any:
    if isinstance(value, dict):
        return {k: wrong if k == key else _everywhere(v, key, wrong) for k, v in value.items()}
    return [_everywhere(v, key, wrong) for v in value] if isinstance(value, list) else value


def talked(
    tmp_path: Path, words: str, manner: Callable[[Calls], Answer]
) -> tuple[Any, Project, Model]:
    project = a_project(tmp_path, reference_film())
    model = Model(project.film, manner)
    with endpoint(model) as server:
        bounds = Bounds(seconds=10)
        room = Conversations(Settings(tmp_path, server.url, "key", "m", workers=0, bounds=bounds))
        result = take_turn(room, project, words, yes=True, wait=False)
        room.close()
    return result, project, model


@pytest.mark.parametrize("manner", MANNERS, ids=lambda m: m.__name__)
@pytest.mark.parametrize("request_", SAMPLE[:2], ids=lambda r: r["id"])
def test_any_manner_leaves_a_valid_film(
    tmp_path: Path, request_: dict[str, Any], manner: Callable[[Calls], Answer]
) -> None:
    result, project, _ = talked(tmp_path, request_["utterance"], manner)
    assert project.verify() == []
    assert result.reply
    assert len(result.reply) < 7000
    assert Film.model_validate(project.film.model_dump(by_alias=True)) == project.film


@pytest.mark.parametrize("request_", SAMPLE, ids=lambda r: r["id"])
def test_a_model_that_calls_right_does_what_the_offline_director_does(
    tmp_path: Path, request_: dict[str, Any]
) -> None:
    """The same changes through another door: the same film, apart from ids minted on the way."""
    words = request_["utterance"]
    _, by_model, _ = talked(tmp_path / "model", words, right)
    plain = a_project(tmp_path / "plain", reference_film())
    room = Conversations(Settings(tmp_path, workers=0))
    take_turn(room, plain, words, yes=True, wait=False)
    room.close()
    assert len(by_model.film.order) == len(plain.film.order)
    same = {s for s in by_model.film.order if s in plain.film.shots}
    assert [_unnamed(by_model, s) for s in same] == [_unnamed(plain, s) for s in same]


def _unnamed(project: Project, shot: str) -> dict[str, Any]:
    """A shot with its lines' ids left out: those of new lines are minted."""
    plain = project.film.shots[shot].model_dump(mode="json")
    return {**plain, "dialogue": [{**line, "id": ""} for line in plain["dialogue"]]}


@pytest.mark.parametrize(
    ("manner", "told"),
    [
        (unknown_shot, "The film has shots 1 to 8."),
        (out_of_range, "less than or equal to 1"),
        (invented_tool, "There are: edit_film"),
        (broken_json, "Send them again as one JSON object"),
    ],
)
def test_what_was_refused_is_told_back_and_mended(
    tmp_path: Path, manner: Callable[[Calls], Answer], told: str
) -> None:
    _, project, model = talked(tmp_path, "redo shot 4 darker", manner)
    assert any(told in one for one in model.told)
    assert project.film.shots["sh4"].lighting.brightness == pytest.approx(0.38)


def test_a_claim_that_does_not_hold_is_taken_back(tmp_path: Path) -> None:
    result, project, _ = talked(tmp_path, "redo shot 4 darker", liar)
    assert "darker" not in result.reply
    assert "Nothing in the film has moved." in result.reply
    assert project.film == reference_film()
