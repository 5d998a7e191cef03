"""Time, weather and the levers of light, measured on frames."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import pytest

from tests.unit.tools.theatre.stages import INSIDE, OUTSIDE, a_place, a_shot
from tools.theatre import shot
from tools.theatre.quality import compare
from tools.theatre.spec import ShotSpec

FAMILIES = [*INSIDE, *OUTSIDE]


def luma(spec: ShotSpec) -> float:
    return float(cv2.cvtColor(shot.still(spec, 8), cv2.COLOR_BGR2GRAY).mean())


@pytest.mark.parametrize("family", FAMILIES)
def test_times_of_day_keep_their_order(family: str) -> None:
    levels = [
        luma(a_shot("WS", a_place(family), people=0, time=time))
        for time in ("night", "dusk", "dawn", "day")
    ]
    assert levels == sorted(levels), levels
    assert levels[-1] > 1.1 * levels[0]


@pytest.mark.parametrize("time", ["night", "dusk", "day"])
@pytest.mark.parametrize("family", FAMILIES)
def test_darker_is_the_same_picture_with_less_light(family: str, time: str) -> None:
    spec = a_shot("MWS", a_place(family), people=2, time=time)
    dim = replace(spec, light=replace(spec.light, brightness=0.38))
    change = compare(shot.still(spec, 8), shot.still(dim, 8))
    assert change.darker, change


def test_the_gate_tells_a_darker_picture_from_another_and_from_a_crushed_one() -> None:
    spec = a_shot("MWS", people=2, time="night")
    before = shot.still(spec, 8)
    flipped = np.ascontiguousarray(before[:, ::-1])
    assert not compare(before, (flipped * 0.75).astype(np.uint8)).kept
    crushed = (255 * (before / 255.0) ** 2.8).astype(np.uint8)
    assert not compare(before, crushed).darker


def test_warm_and_cool_move_red_against_blue() -> None:
    def warmth(kelvin: int) -> float:
        b, _, r = shot.still(a_shot("WS", people=0, color_temp_k=kelvin), 8).reshape(-1, 3).mean(0)
        return float(r - b)

    assert warmth(3000) > warmth(5600) + 4 > warmth(9000) + 8


def test_saturation_contrast_and_haze_are_levers() -> None:
    place = a_place("nature")

    def chroma(level: float) -> float:
        lab = cv2.cvtColor(
            shot.still(a_shot("WS", place, people=0, saturation=level), 8), cv2.COLOR_BGR2LAB
        )
        return float(np.abs(lab[..., 1:].astype(int) - 128).mean())

    assert chroma(0.1) < 0.7 * chroma(0.5) < 0.7 * chroma(0.9)

    def spread(**light: Any) -> float:
        return float(
            cv2.cvtColor(
                shot.still(a_shot("WS", place, people=0, **light), 8), cv2.COLOR_BGR2GRAY
            ).std()
        )

    assert spread(contrast=0.9) > spread(contrast=0.5) > spread(contrast=0.1)

    def deepest(haze: float) -> float:
        grey = cv2.cvtColor(
            shot.still(a_shot("EWS", place, people=0, haze=haze), 8), cv2.COLOR_BGR2GRAY
        )
        return float(np.percentile(grey[60:130], 10))

    assert deepest(0.9) > deepest(0.5) > deepest(0.1)


@pytest.mark.parametrize("weather", ["overcast", "fog", "rain", "snow", "wind"])
def test_every_weather_changes_an_exterior(weather: str) -> None:
    clear = shot.still(a_shot("WS", a_place("nature"), people=0), 8).astype(int)
    other = shot.still(a_shot("WS", a_place("nature"), people=0, weather=weather), 8)
    assert np.abs(clear - other).mean() > 1.0


@pytest.mark.parametrize("direction", ["side", "front", "back", "top", "under", "unheard of"])
def test_every_key_direction_lights_a_face(direction: str) -> None:
    spec = a_shot("CU", people=1, key_dir=direction)
    face = shot.still(spec, 8)[shot.ids(spec, 8) == 1]
    assert face.mean() > 45
