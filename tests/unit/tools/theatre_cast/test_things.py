"""Props: forty and more things, in the hand and as inserts, and words that never fail."""

from __future__ import annotations

import numpy as np
import pytest

from tools.theatre.cast.look import Look
from tools.theatre.cast.performance import Performance
from tools.theatre.cast.props import PROPS, draw_prop, prop_in, prop_of
from tools.theatre.cast.shape import Place, Sheet
from tools.theatre.cast.thing import thing_figure
from tools.theatre.cast.thingwords import KINDS, kind_of

WANTED = (
    "letter book cup glass bottle phone lantern candle umbrella bag suitcase key knife gun flower "
    "sword broom camera map photo ring coin pen laptop tray basket ball guitar hat"
).split()


def test_there_are_forty_things_for_a_hand_and_fifty_for_an_insert() -> None:
    assert len(PROPS) >= 40
    assert len(KINDS) >= 50


@pytest.mark.parametrize("word", WANTED)
def test_every_named_thing_is_its_own_thing(word: str) -> None:
    assert prop_in(f"holds the {word}") == word
    assert prop_of(word) == (word, "")


@pytest.mark.parametrize("word", [w for w in WANTED if w not in ("broom", "tray", "flower")])
def test_every_named_thing_has_an_insert(word: str) -> None:
    kind = kind_of(word)
    assert kind is not None
    assert kind.name in (word, "pitcher", "drawing")


@pytest.mark.parametrize("prop", PROPS)
def test_a_thing_in_the_hand_is_large_enough_and_near_it(prop: str) -> None:
    sheet = Sheet()
    draw_prop(sheet, Place(), prop, None)
    parts = sheet.parts(Place())
    points = np.concatenate([part.points for part in parts])
    spans = points.max(0) - points.min(0)
    assert 0.04 < spans.max() < 0.9
    low, high = points.min(0) - 0.045, points.max(0) + 0.045
    assert (low < 0).all(), "it floats beside the hand"
    assert (high > 0).all(), "it floats beside the hand"
    assert len(parts) >= 2 or prop == "pebble"


@pytest.mark.parametrize("prop", PROPS)
def test_a_thing_follows_its_hand(prop: str) -> None:
    def outline(place: Place) -> np.ndarray:
        sheet = Sheet()
        draw_prop(sheet, place, prop, None)
        return np.concatenate([part.points for part in sheet.parts(Place())])

    moved = outline(Place(x=0.3, y=-0.2)) - outline(Place())
    assert np.allclose(moved, (0.3, -0.2), atol=1e-4)
    mirrored = outline(Place(a=-1.0))
    assert np.allclose(mirrored[:, 0].min(), -outline(Place())[:, 0].max(), atol=1e-4)


@pytest.mark.parametrize("name", list(KINDS))
def test_an_insert_fills_its_measures(name: str) -> None:
    figure = thing_figure(Look(kind="thing", species=name), Performance(frames=24), 3, 24.0)
    points = np.concatenate([part.points for part in figure.parts])
    wide, tall = points.max(0) - points.min(0)
    kind = KINDS[name]
    assert 0.5 < max(wide / kind.wide, tall / kind.tall) < 1.7
    assert len({part.colour for part in figure.parts}) >= 2


def test_words_that_mean_other_things_name_no_prop() -> None:
    assert prop_in("waits in line") == ""
    assert prop_in("drops the line") == "rope"
    assert prop_in("") == ""


def test_an_unknown_thing_is_a_parcel_with_a_note() -> None:
    kind, note = prop_of("flux capacitor")
    assert kind == "parcel"
    assert "flux" in note
