"""Locality at real render: an edit of one shot re-makes that shot, and no other byte moves.

Each request of tests/data is played through the product on a copy of a film whose takes and boards
were really rendered; whatever the note asks for is really rendered too. Files are compared by their
content, read again from disk.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from agent.run import Conversations, Result, take_turn
from agent.settings import Settings
from benchmarks.edits import SMALL, House, copied, master_of
from memory.project import Project
from tools.ffmpeg import probe
from tools.plan import plan
from tools.workshop import make_now

pytestmark = pytest.mark.proof

DATA = Path(__file__).parent.parent / "data"
REQUESTS = [json.loads(line) for line in (DATA / "edit_requests.jsonl").read_text().splitlines()]
SOUND = {"music", "voice", "mix", "sfx", "subtitles"}
PICTURES = {"take", "board"}


def _shots(request: Mapping[str, Any]) -> list[str]:
    named: list[str] = request["expected"].get("target", {}).get("shots", [])
    return named


LOCAL = [
    one
    for one in REQUESTS
    if one["expected"].get("reply") == "act" and len(_shots(one)) == 1 and _shots(one) != ["NEW"]
]
HEARD = [one for one in REQUESTS if one["intent"] in SOUND]


@dataclass(frozen=True)
class Stand:
    """What plays for a shot: the content of its take and its board, and the take's file."""

    take: str
    board: str
    path: Path


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """The master, every take and board of it rendered, and where its copies go."""
    home = tmp_path_factory.mktemp("locality")
    film = json.loads((DATA / "reference_film.json").read_text())
    master = master_of(home / "master", film, SMALL, make_now, make_now)
    return House(master, home, Settings(home, workers=0), make_now, kept={}, given={})


@pytest.fixture
def project(
    house: House, request_: dict[str, Any], request: pytest.FixtureRequest
) -> Iterator[Project]:
    """A fresh copy of the master for one request."""
    project = copied(house, f"{request_['id']}-{request.function.__name__[-7:]}")
    yield project
    project.close()


def stands(project: Project) -> dict[str, Stand]:
    """What plays for every shot, its content read from disk and held against its name."""
    out = {}
    for one in plan(project):
        take, board = one.take_standing.plays, one.board_standing.plays
        assert take is not None
        assert board is not None
        for made in (take, board):
            data = project.vault.path(made.sha256).read_bytes()
            assert hashlib.sha256(data).hexdigest() == made.sha256
        out[one.shot] = Stand(take.sha256, board.sha256, project.vault.path(take.sha256))
    return out


def said(house: House, project: Project, words: str, focus: str | None = None) -> Result:
    """One turn; every picture it asks for is rendered."""
    room = Conversations(house.settings)
    try:
        result = take_turn(room, project, words, yes=True, focus=focus, wait=False)
    finally:
        room.close()
    for job in project.jobs.pending():
        make_now(project, job.recipe)
        project.jobs.drop([job.digest])
    return result


def before(house: House, project: Project, request: Mapping[str, Any]) -> dict[str, Stand]:
    """What stands once the request's context was played."""
    previous = request.get("context", {}).get("previous", [])
    for words in [previous] if isinstance(previous, str) else previous:
        said(house, project, words)
    return stands(project)


def note(house: House, project: Project, request: Mapping[str, Any]) -> tuple[Result, set[str]]:
    """Play a request.

    Returns:
        What came of it, and the shots of which a take or a board was made.
    """
    rows = len(project.shelf.all())
    result = said(house, project, request["utterance"], request.get("context", {}).get("focus"))
    made = project.shelf.all()[rows:]
    return result, {one.target for one in made if one.kind in PICTURES}


@pytest.mark.parametrize("request_", LOCAL, ids=lambda one: one["id"])
def test_only_the_shot_that_was_named_is_made_again(
    house: House, project: Project, request_: dict[str, Any]
) -> None:
    (named,) = _shots(request_)
    first, then = stands(project), before(house, project, request_)
    result, pictured = note(house, project, request_)
    now = stands(project)
    assert result.kind == "act", result.reply
    assert pictured <= {named}
    # A correction takes its mistake back: that shot plays the very files it had at first.
    back = {s for s in first if request_["utterance"].startswith("not ") and now[s] == first[s]}
    others = [shot for shot in then if shot != named and shot not in back]
    assert {s: now[s] for s in others} == {s: then[s] for s in others}
    if named in now:
        shot = project.film.shots[named]
        assert probe(now[named].path).frames == shot.length or not pictured
        standing = plan(project, [named])[0].take_standing
        assert standing.state == "current" or standing.picked


@pytest.mark.parametrize("request_", HEARD, ids=lambda one: one["id"])
def test_what_is_only_heard_or_read_makes_no_picture(
    house: House, project: Project, request_: dict[str, Any]
) -> None:
    then = before(house, project, request_)
    result, pictured = note(house, project, request_)
    assert result.kind == request_["expected"]["reply"]
    assert pictured == set()
    assert stands(project) == then


def test_the_master_plays(house: House) -> None:
    project = Project(house.master)
    for one in stands(project).values():
        assert probe(one.path).width == SMALL[0]
    assert len(LOCAL) >= 40
    assert len(HEARD) >= 7
