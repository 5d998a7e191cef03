"""Notes on shapes: what they offer, what they do, and what they leave to others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from agent.run import Conversations, Result, take_turn
from agent.settings import Settings
from memory.project import Project
from memory.vocabulary import Size
from tests.builders import a_project, reference_film


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return a_project(tmp_path, reference_film())


@pytest.fixture
def say(tmp_path: Path, project: Project) -> Iterator[Callable[[str], Result]]:
    room = Conversations(Settings(tmp_path, workers=0))

    def spoken(words: str, **more: Any) -> Result:
        return take_turn(room, project, words, yes=True, wait=False, **more)

    yield spoken
    room.close()


Say = Callable[[str], Result]


@pytest.mark.parametrize(
    ("words", "name", "aspect"),
    [
        ("vertical version for TikTok", "vertical", "9:16"),
        ("I need a 9:16 for Instagram", "vertical", "9:16"),
        ("make a square version", "square", "1:1"),
        ("4:5 variant please", "portrait", "4:5"),
        ("a 2.39:1 version", "scope", "2.39:1"),
    ],
)
def test_a_variant_is_offered_ready_and_picked(
    say: Say, project: Project, words: str, name: str, aspect: str
) -> None:
    offered = say(words)
    assert offered.kind == "propose"
    assert project.film == reference_film()
    say("A")
    assert project.film.variants[name].aspect == aspect
    assert project.film.variants[name].framing == {}
    assert project.film.aspect == "16:9"


def test_the_second_way_reframes_the_wide_shots_in_it_alone(say: Say, project: Project) -> None:
    say("vertical version")
    picked = say("B")
    framing = project.film.variants["vertical"].framing
    assert {shot: one.size for shot, one in framing.items()} == {
        "sh1": Size.VWS,
        "sh2": Size.MWS,
        "sh5": Size.FS,
    }
    assert project.film.shots == reference_film().shots
    assert "shots 1, 2 and 5 reframed" in picked.reply


def test_it_is_dropped_by_name_and_comes_back_with_an_undo(say: Say, project: Project) -> None:
    say("vertical version")
    say("A")
    say("drop the vertical version")
    assert project.film.variants == {}
    say("undo that")
    assert list(project.film.variants) == ["vertical"]


@pytest.mark.parametrize("words", ["make the film 2.39:1", "letterbox it", "widescreen scope"])
def test_the_film_itself_takes_another_shape_with_its_pixels(
    say: Say, project: Project, words: str
) -> None:
    result = say(words)
    film = project.film
    assert (film.aspect, film.width, film.height) == ("2.39:1", 320, 132)
    assert "Shot 7 is locked" in result.reply


@pytest.mark.parametrize(
    "words", ["shoot shot 4 with a portrait lens", "move scene 1 to the town square"]
)
def test_a_shapes_name_in_the_picture_is_no_shape(say: Say, project: Project, words: str) -> None:
    say(words)
    assert project.film.aspect == "16:9"
    assert project.film.variants == {}


def test_more_pixels_are_offered_with_what_they_cost(say: Say, project: Project) -> None:
    offered = say("render everything in 8K")
    small, large = offered.options
    assert large["seconds"] > small["seconds"]
    say("B")
    assert (project.film.width, project.film.height) == (7680, 4320)
