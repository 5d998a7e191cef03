"""How long what is written lasts: an idea as asked, a told story as its events need."""

import pytest

from agent import production
from memory.edit import apply_all
from memory.film import Film

STORY = (
    "Ada was a baker in a small village. One morning she found a fox in the kitchen. "
    "She gave it bread and a bowl of milk. They walked to the forest at dusk. "
    "The fox left a feather on the step. In the night the snow came down on the village."
)


def length(idea: str, seconds: int | None, usual: int) -> float:
    film: Film = production.blank(idea, (160, 88), idea)
    made = apply_all(film, production.written(film, idea, None, seconds, usual=usual))
    return float(made.frames / made.frame_rate)


def test_a_film_from_a_line_lasts_about_a_minute() -> None:
    for idea in ("Two sisters fight over a piano", "A thief returns what he stole"):
        assert length(idea, None, 60) == pytest.approx(60, abs=5)


def test_a_told_story_is_held_to_a_length_only_when_asked() -> None:
    assert length(STORY, None, 30) == length(STORY, None, 300)
    assert length(STORY, 15, 60) < length(STORY, None, 60)
