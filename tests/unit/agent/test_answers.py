"""Answers from the film's memory: plain sentences, the source cited, honest where nothing is."""

from pathlib import Path

import pytest

from agent.answers import answer_about
from agent.desk import Desk
from agent.run import Conversations, take_turn
from agent.settings import Settings
from memory import keeper
from memory.change import AnyChange, Decide, Dress, Recast
from memory.project import Project
from memory.recall import Recall
from memory.vocabulary import Weather
from tests.builders import a_project, reference_film

RAIN: list[AnyChange] = [Dress(shot=f"sh{n}", weather=Weather.RAIN) for n in range(1, 5)]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return a_project(tmp_path, reference_film())


def answered(project: Project, question: str) -> str:
    desk = Desk(project, Settings(project.folder.parent), recall=Recall.open(project))
    return str(answer_about(desk, question)["said"])


def test_what_someone_wears_is_one_sentence_with_its_sources(project: Project) -> None:
    project.edit([Recast(character="mara", wardrobe={"coat": "red coat"})], words="a red coat")
    said = answered(project, "What is Mara wearing in scene 2?")
    assert "a red coat" in said
    assert "a green scarf" in said
    assert "revision 2: 'a red coat'" in said
    assert said.count("wears") == 1


def test_a_coat_taken_off_is_not_worn(project: Project) -> None:
    project.edit([Recast(character="mara", scene="sc2", wardrobe={"coat": ""})])
    assert "coat" not in answered(project, "what is Mara wearing in scene 2?").split("(")[0]
    assert "grey wool coat" in answered(project, "what is Mara wearing in scene 1?")


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("who has the letter?", "Mara has the folded letter."),
        ("what is the weather in scene 1?", "the weather is overcast"),
        ("who is in scene 2?", "Mara and Theo"),
        ("where does the light come from in the cabin?", "brass lamp"),
        ("how old is Theo?", "41"),
        ("which side is Mara on in scene 2, what is the axis?", "Mara camera left"),
    ],
)
def test_each_kind_of_question_has_its_answer(project: Project, question: str, held: str) -> None:
    said = answered(project, question)
    assert held in said
    assert "the beginning of the film" in said
    assert len(said) < 420


def test_when_something_was_decided(project: Project) -> None:
    project.edit(RAIN, words="make it rain on the pier")
    project.edit([Decide(words="No slow pushes.")], words="remember: no slow pushes")
    said = answered(project, "When did we decide on rain?")
    assert said.startswith('In revision 2, when you said "make it rain on the pier".')
    assert "No slow pushes." in answered(project, "what did we decide?")


def test_the_past_is_answered_from_what_was_superseded(project: Project) -> None:
    project.edit([Recast(character="mara", wardrobe={"coat": "red coat"})], words="a red coat")
    assert "grey wool coat" in answered(project, "what coat did Mara wear in an earlier version?")
    assert "grey" not in answered(project, "what coat does Mara wear?")


@pytest.mark.parametrize("question", ["who has the gun?", "does Theo wear a ring?"])
def test_what_was_not_noted_is_said_so(project: Project, question: str) -> None:
    said = answered(project, question)
    assert said.startswith("I don't know: nothing was noted about")
    assert question.rstrip("?") in said


def test_odd_questions_get_an_answer_that_can_be_printed(project: Project) -> None:
    for question in ("", "???", "\ud800", "{}%s", "\x00" * 9, "why " * 4000):
        said = answered(project, question)
        assert said
        assert said.encode("utf-8")
        assert len(said) <= 700


def test_a_desk_without_recall_knows_nothing(project: Project) -> None:
    desk = Desk(project, Settings(project.folder.parent))
    assert answer_about(desk, "who has the letter?")["facts"] == []


def test_a_question_in_the_conversation_reaches_recall(project: Project, tmp_path: Path) -> None:
    room = Conversations(Settings(tmp_path, workers=1))
    try:
        result = take_turn(room, project, "who has the letter?", wait=False)
    finally:
        room.close()
        keeper.keeper_of(project).settle()
    assert result.kind == "answer"
    assert "Mara has the folded letter." in result.reply
    assert result.diff == ()
