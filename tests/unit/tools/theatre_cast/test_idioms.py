"""Turns of phrase: what only sounds like an action is none, what is one stays one."""

from __future__ import annotations

import pytest

from tools.theatre.cast.actions import action_of
from tools.theatre.cast.props import prop_in


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("Xavier runs a thumb along the edge", "reach"),
        ("They have run out of time", "stand"),
        ("Lachlan waits for him to run out of room.", "listen"),
        ("Rafael will not sit.", "stand"),
        ("She never looks up", "stand"),
        ("Clouds sit on everything like a lid.", "stand"),
        ("one hand in a pocket", "stand"),
        ("head on one side", "stand"),
        ("opens her mouth", "stand"),
        ("Bronagh passes,", "walk"),
        ("watches from a few steps away", "look_around"),
        ("raises a hand", "wave"),
        ("gives him a nod", "nod"),
        ("so close that a stranger would call it an embrace", "stand"),
        ("takes two steps back", "walk"),
        ("shakes his head", "shake_head"),
        ("hands him the letter", "give"),
        ("passes the salt", "give"),
        ("runs to the door", "run"),
        ("sits down", "sit"),
        ("takes her hand", "take"),
    ],
)
def test_phrases_mean_what_they_mean(words: str, action: str) -> None:
    assert action_of(words)[0] == action


def test_what_one_stands_beside_is_not_in_the_hand() -> None:
    assert prop_in("waits under the lamp with a brown suitcase") == "suitcase"
    assert prop_in("comes up with a lantern") == "lantern"
