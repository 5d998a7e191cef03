"""Who sits: once seated they stay so, who refuses stands, and a close shot sits nobody down."""

from __future__ import annotations

from memory.film import Beat
from memory.vocabulary import Size
from tests.unit.tools.theatre.test_vocabulary import a_spec
from tools.theatre.cast.actions import action_of


def sits(**fields: object) -> dict[str, tuple[bool, bool]]:
    """By name: sits from the start, sits down or rises within the shot."""
    spec = a_spec(**fields)
    return {
        actor.name: (
            actor.seated,
            any(action_of(text)[0] in ("sit", "rise") for _, _, text in actor.beats),
        )
        for actor in spec.actors
    }


def test_who_the_scene_has_seated_does_not_sit_down_again() -> None:
    found = sits(
        action="Mara and Theo sit at a small table.",
        beats=(Beat(start=0, frames=30, who="theo", action="sit"),),
        size=Size.WS,
    )
    assert found["Theo"] == (True, False)


def test_sitting_down_is_played_where_words_say_so() -> None:
    found = sits(action="Theo sits down.", subjects=("theo",), size=Size.WS)
    assert found["Theo"] == (False, True)


def test_a_close_shot_shows_whoever_sits_already() -> None:
    found = sits(action="Theo sits down.", subjects=("theo",), size=Size.CU)
    assert found["Theo"] == (True, False)


def test_who_will_not_sit_stands() -> None:
    found = sits(action="Mara sits. Theo will not sit.", size=Size.WS)
    assert found["Theo"] == (False, False)
    assert found["Mara"][0]
