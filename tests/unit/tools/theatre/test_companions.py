"""Who strolls together goes one way; who has a way of their own keeps it."""

from __future__ import annotations

import pytest

from memory.film import Beat, Character, Film, Location, Scene, Shot
from memory.vocabulary import IntExt, Size
from tools.theatre.spec import ActorSpec
from tools.theatre.staging import stage


def walkers(theirs: str) -> dict[str, ActorSpec]:
    """Mara and, facing her on the right, Lily and a dog, as a shot stages them."""
    people = {
        "mara": Character(id="mara", name="Mara", pronoun="she"),
        "lily": Character(id="lily", name="Lily", pronoun="she", age=9),
        "dog": Character(id="dog", name="Dog", pronoun="it", kind="animal", appearance="a dog"),
    }
    does = {"mara": "Mara walks.", "lily": theirs, "dog": theirs}
    beats = tuple(Beat(start=0, frames=48, who=who, action=act) for who, act in does.items())
    shot = Shot(id="sh1", scene="sc1", action="Mara walks.", subjects=tuple(people),
                size=Size.WS, frames=48, beats=beats)  # fmt: skip
    scene = Scene(id="sc1", slug="EXT. STREET", int_ext=IntExt.EXT, location="street")
    film = Film(id="walk", characters=people, scenes={"sc1": scene}, order=("sh1",),
                locations={"street": Location(id="street", name="Street")},
                shots={"sh1": shot})  # fmt: skip
    return {actor.name: actor for actor in stage(film, "sh1").actors}


def way(actor: ActorSpec) -> float:
    assert actor.walk is not None
    return actor.walk[1] - actor.walk[0]


@pytest.mark.parametrize("words", ["walks", "comes along", "runs"])
def test_people_and_dogs_who_walk_together_go_one_way(words: str) -> None:
    cast = walkers(words)
    lead = cast["Mara"]
    strolling = [who for who in cast.values() if who.walk is not None]
    assert len(strolling) > 1
    for who in strolling:
        assert way(who) * way(lead) > 0
        assert who.facing == lead.facing


def test_who_walks_a_way_of_their_own_keeps_it() -> None:
    cast = walkers("walks to the left")
    assert way(cast["Mara"]) > 0
    assert way(cast["Lily"]) < 0
