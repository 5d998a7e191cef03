"""Inserts show the thing the words name, large, on what it lies on, with the hand that moves it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from memory.film import Character, Film, Location, Scene, Shot
from memory.vocabulary import Angle, IntExt, Size, TimeOfDay
from tools.theatre import shot as theatre
from tools.theatre.cast.flatthings import FLAT
from tools.theatre.cast.standingthings import STANDING
from tools.theatre.cast.thingwords import KINDS, things_in
from tools.theatre.staging import stage


def an_insert(action: str, *subjects: str, **fields: Any) -> Film:
    people = {
        "theo": Character(id="theo", name="Theo", wardrobe={"coat": "yellow oilskin"}),
        "mara": Character(id="mara", name="Mara", wardrobe={"coat": "red coat"}),
    }
    shot = Shot(id="sh1", scene="sc1", size=Size.INSERT, action=action, subjects=subjects, **fields)
    scene = Scene(
        id="sc1",
        slug="INT. HUT - NIGHT",
        int_ext=IntExt.INT,
        location="hut",
        time_of_day=TimeOfDay.NIGHT,
    )
    return Film(
        id="ferry",
        width=320,
        height=180,
        characters=people,
        locations={"hut": Location(id="hut", name="Ticket hut", set=("table",))},
        scenes={"sc1": scene},
        order=("sh1",),
        shots={"sh1": shot},
    )


def test_every_kind_of_thing_can_be_drawn() -> None:
    assert set(KINDS) == set(FLAT) | set(STANDING)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("On the table, a newspaper lies open.", "newspaper"),
        ("A paper plane is wedged in the gutter.", "plane"),
        ("She finds the keys by the lamp.", "keys"),
        ("Neither screams.", None),
    ],
)
def test_what_it_is_about_comes_before_where_it_lies(words: str, first: str | None) -> None:
    found = things_in(words)
    assert (found[0] if found else None) == first


def test_an_insert_shows_its_thing_large_and_sharp() -> None:
    spec = stage(an_insert("A clay pitcher stands on the table."), "sh1")
    assert [actor.look["species"] for actor in spec.actors] == ["pitcher"]
    assert spec.place.surface == "table"
    rows = np.flatnonzero((theatre.ids(spec, 10) == 1).any(1))
    assert 0.35 < (rows[-1] - rows[0]) / spec.height < 0.75


def test_a_hand_moves_the_thing_in_its_own_sleeve() -> None:
    film = an_insert("Theo slides a ticket across the table.", "theo")
    spec = stage(film, "sh1")
    thing = spec.actors[0]
    assert thing.look["species"] == "ticket"
    assert "hand" in thing.look["marks"]
    first, last = (np.argwhere(theatre.ids(spec, k) == 1).mean(0) for k in (0, spec.frames - 1))
    assert np.abs(last - first).max() > 8


def test_an_unknown_thing_is_a_box_and_noted() -> None:
    spec = stage(an_insert("It hums.", focus="flux gizmo"), "sh1")
    assert spec.actors[0].look["species"] == "box"
    assert any("flux gizmo" in note for note in spec.notes)


def test_an_insert_of_nothing_is_a_view_of_the_place() -> None:
    spec = stage(an_insert("A sound.", focus="the object", angle=Angle.HIGH), "sh1")
    assert spec.actors == ()
    assert theatre.still(spec, 0).std() > 4
