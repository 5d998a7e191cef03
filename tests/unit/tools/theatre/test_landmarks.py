"""Things of a room by name: walks end at them, eyes go to them, and they are where they are."""

from __future__ import annotations

import pytest

from tests.unit.tools.theatre.test_vocabulary import a_spec
from tools.theatre.palette import air_of
from tools.theatre.sets.build import build_set
from tools.theatre.sets.landmarks import WORDS, beside, landmarks_of, named_in
from tools.theatre.spec import LightSpec, SetSpec

ROOMS = [
    ("room", kind) for kind in ("kitchen", "living", "bedroom", "cabin", "dining", "study")
] + [("office", kind) for kind in ("office", "meeting", "bar", "cafe", "shop")]


@pytest.mark.parametrize(("family", "kind"), ROOMS)
@pytest.mark.parametrize("reverse", [False, True])
def test_things_stand_inside_the_room(family: str, kind: str, reverse: bool) -> None:
    for seed in (1, 5, 8):
        place = SetSpec(family, kind, seed, True, reverse)
        scenery = build_set(place, LightSpec(), air_of(LightSpec()))
        half = max(side.x for side in scenery.sides)
        spots = landmarks_of(place)
        assert "door" in spots
        assert set(spots) <= set(WORDS)
        for x, y, z in spots.values():
            assert abs(x) <= half + 0.01
            assert -2 < y <= 0
            assert -0.5 < z <= max(flat.z for flat in scenery.flats)


def test_the_window_is_where_its_pane_is() -> None:
    place = SetSpec("room", "bedroom", 5)
    (pane,) = build_set(place, LightSpec(), air_of(LightSpec())).rig.panes
    x, _, z = landmarks_of(place)["window"]
    assert pane.x0 < x < pane.x1
    assert z == pane.z


def test_words_name_things_and_nothing_is_known_outside() -> None:
    spots = landmarks_of(SetSpec("room", "kitchen", 5))
    assert named_in("over to the old stove by the window", spots) == spots["stove"]
    assert named_in("the stoves of hell", {}) is None
    assert named_in("", spots) is None
    assert not landmarks_of(SetSpec("street", "street", 5, False))


@pytest.mark.parametrize("words", ["walks to the window", "crosses over to the stove"])
def test_a_walk_ends_at_the_thing(words: str) -> None:
    spec = a_spec(action=f"Mara {words}.", subjects=("mara",), size="WS")
    (mara,) = spec.actors
    spot = named_in(words, landmarks_of(spec.place))
    assert spot is not None
    assert mara.walk is not None
    assert mara.walk[1] == pytest.approx(beside(spot, mara.walk[0]), abs=0.02)


def test_eyes_rest_on_the_thing() -> None:
    spec = a_spec(action="Mara looks out of the window.", subjects=("mara",))
    (mara,) = spec.actors
    x, y, z = landmarks_of(spec.place)["window"]
    assert mara.looks[0][1:] == pytest.approx((x, y, z), abs=1e-3)


def test_who_passes_and_comes_back_stands_clear_of_the_other() -> None:
    spec = a_spec(action="Mara passes Theo, stops, walks back two steps.", size="WS", frames=96)
    mara, theo = spec.actors
    assert mara.legs
    assert abs(mara.legs[-1][3] - theo.x) > 0.4
