"""A skirt goes into a lap without a jump when someone sits down."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from tools.theatre.cast.look import look_of
from tools.theatre.cast.perform import Performance, figure


@pytest.mark.parametrize("wardrobe", [{"coat": "red wool coat"}, {"dress": "green dress"}])
def test_a_skirt_becomes_a_lap_step_by_step(wardrobe: dict[str, str]) -> None:
    look = look_of({"name": "Mara", "wardrobe": wardrobe}, 1)
    sits = Performance(action="stand", beats=((4, 40, "sits down"),), frames=60)
    drawn = [figure(look, sits, number, 24.0) for number in range(60)]
    skirts = [next(p.points for p in f.parts if p.name == "skirt") for f in drawn]
    widths = [float(np.ptp(points[:, 0])) for points in skirts]
    heights = [float(np.ptp(points[:, 1])) for points in skirts]
    assert heights[-1] < 0.7 * heights[0], "a lap lies flat"
    assert max(abs(b - a) for a, b in pairwise(widths)) < 0.06
    assert max(abs(b - a) for a, b in pairwise(heights)) < 0.06
