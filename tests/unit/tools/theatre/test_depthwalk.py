"""Walks in depth: whoever comes grows, whoever goes shrinks, on their feet and in the masks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.unit.tools.theatre.test_vocabulary import a_spec
from tools.theatre import shot
from tools.theatre.depthwalk import depth_at
from tools.theatre.puppet import enlist
from tools.theatre.spec import ShotSpec


def walked(action: str) -> ShotSpec:
    spec = a_spec(action=action, subjects=("mara",), size="WS", frames=48)
    return replace(spec, width=192, height=108)


@pytest.mark.parametrize(
    ("action", "grows"),
    [("Mara comes forward.", True), ("Mara walks away from us.", False)],
)
def test_size_follows_depth(action: str, grows: bool) -> None:
    spec = walked(action)
    (mara,) = spec.actors
    first, last = (int(np.count_nonzero(shot.ids(spec, n))) for n in (0, 47))
    assert (last > 1.25 * first) if grows else (first > 1.25 * last)
    assert min(depth_at(mara, 0), depth_at(mara, 47)) == pytest.approx(mara.z, abs=0.02)
    assert mara.view == ("front" if grows else "back")


def test_feet_step_on_the_way() -> None:
    (mara,) = walked("Mara walks away from us.").actors
    puppet = enlist(mara, 48)
    heights = [puppet.pose(n, 24.0).joints["near_foot"][1] for n in range(0, 48, 3)]
    assert np.ptp(heights) > 0.02


def test_who_walks_across_stays_level() -> None:
    assert walked("Mara walks to the window.").actors[0].depth == ()
    assert walked("Mara sits. She looks into the distance.").actors[0].depth == ()


def test_a_spec_with_depth_survives_json() -> None:
    spec = walked("Mara comes forward.")
    assert ShotSpec.from_json(spec.to_json()) == spec
