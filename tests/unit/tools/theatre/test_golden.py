"""Four frames against small stored pictures; ROUGHCUT_GOLDEN=accept stores what is drawn now."""

from __future__ import annotations

import os
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.unit.tools.theatre.stages import a_place, a_shot
from tools.theatre import shot
from tools.theatre.spec import ShotSpec

STORE = Path(__file__).parents[3] / "golden" / "theatre"

CASES: dict[str, ShotSpec] = {
    "kitchen_night_two_shot": a_shot(
        "MS", a_place("room", "table"), people=2, time="night", practicals=("lamp",)
    ),
    "pier_dusk_rain": a_shot(
        "WS", a_place("shore", "booth", "lamp"), people=1, time="dusk", weather="rain"
    ),
    "forest_day": a_shot("FS", a_place("nature"), people=1),
    "street_night_wide": a_shot("EWS", a_place("street"), people=0, time="night", lens=24),
}


@pytest.mark.golden
@pytest.mark.parametrize("name", list(CASES))
def test_frames_look_as_they_did(name: str) -> None:
    drawn = shot.still(CASES[name], 10)
    path = STORE / f"{name}.png"
    if os.environ.get("ROUGHCUT_GOLDEN") == "accept":
        path.parent.mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(path), drawn)
    stored = cv2.imread(str(path))
    assert stored is not None, (
        "no golden picture; set ROUGHCUT_GOLDEN=accept and look at what it stores"
    )
    # Other processors and OpenCV builds may differ by a rounding at edges: compare softly.
    soft = [cv2.GaussianBlur(picture, (0, 0), 1.2).astype(int) for picture in (drawn, stored)]
    difference = np.abs(soft[0] - soft[1])
    assert difference.mean() < 1.0
    assert (difference.max(2) > 24).mean() < 0.004
