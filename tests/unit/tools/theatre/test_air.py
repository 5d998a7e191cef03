"""Key, styles, practicals, weather in depth, lightning and shadows, measured on small frames."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import pytest

from tests.unit.tools.theatre.stages import a_place, a_shot
from tools.theatre import kelvin, shot, storm
from tools.theatre.airs import AIRS
from tools.theatre.geometry import luma
from tools.theatre.mood import Mood, mood_of
from tools.theatre.palette import WEATHERS, air_of
from tools.theatre.practicals import named
from tools.theatre.scatter import hashed
from tools.theatre.spec import LightSpec, ShotSpec
from tools.theatre.stage import Stage

HOURS = ("midnight", "night", "evening", "dusk", "dawn", "golden", "day")


def still(spec: ShotSpec, frame: int = 8) -> np.ndarray:
    return np.asarray(shot.still(spec, frame), np.int32)


def grey(picture: np.ndarray) -> np.ndarray:
    return np.asarray(
        cv2.cvtColor(np.clip(picture, 0, 255).astype(np.uint8), cv2.COLOR_BGR2GRAY), int
    )


@pytest.mark.parametrize(
    ("temperature", "x", "y"),
    [(2856, 0.4476, 0.4074), (6504, 0.3127, 0.3291), (5003, 0.3457, 0.3586)],
)
def test_temperatures_lie_on_the_published_loci(temperature: int, x: float, y: float) -> None:
    assert kelvin.chromaticity(temperature) == pytest.approx((x, y), abs=0.0015)


def test_gains_are_neutral_at_daylight_and_turn_steadily_from_red_to_blue() -> None:
    assert kelvin.gains(kelvin.NEUTRAL) == pytest.approx((1, 1, 1))
    warmth = [kelvin.gains(k)[2] / kelvin.gains(k)[0] for k in range(1900, 10_001, 300)]
    assert all(a > b for a, b in itertools.pairwise(warmth))


def test_hours_go_from_dark_to_light() -> None:
    place, small = a_place("shore"), (192, 108)
    levels = [
        grey(still(a_shot("WS", place, people=0, picture=small, time=hour))).mean()
        for hour in HOURS
    ]
    assert all(b > 0.96 * a for a, b in itertools.pairwise(levels)), levels
    assert levels[-1] > 1.6 * levels[0]


def test_every_hour_and_weather_has_an_air_of_its_own() -> None:
    airs = {air_of(LightSpec(time=time, weather=kind)) for time in AIRS for kind in WEATHERS}
    assert len(airs) == len(AIRS) * len(WEATHERS)


def test_key_directions_differ_on_the_puppet_and_on_the_set() -> None:
    pictures = {
        way: still(a_shot("MWS", a_place("nature"), people=1, key_dir=way))
        for way in ("side", "front", "three_quarter", "back", "top", "under")
    }
    mask = shot.ids(a_shot("MWS", a_place("nature"), people=1), 8) > 0
    ways = list(pictures)
    for k, way in enumerate(ways):
        for other in ways[k + 1 :]:
            apart = np.abs(pictures[way] - pictures[other]).mean(2)
            assert apart[mask].mean() > 3.0, (way, other)
            assert apart[~mask].mean() > 0.8, (way, other)


def test_contrast_is_the_ratio_of_key_to_fill() -> None:
    def ratio(contrast: float) -> float:
        return air_of(LightSpec(contrast=contrast)).ratio

    assert (ratio(0), ratio(0.5), ratio(1)) == pytest.approx((2, 4, 8))

    def modelling(contrast: float) -> float:
        spec = a_shot("CU", a_place("room"), people=1, time="night", contrast=contrast)
        face = grey(still(spec))
        face = np.where(shot.ids(spec, 8) > 0, face, 0)
        lit, dark = (np.percentile(face[face > 0], q) for q in (85, 25))
        return float(lit / dark)

    assert modelling(1.0) > modelling(0.0)


def test_style_words_set_levers_and_unknown_ones_none() -> None:
    assert mood_of("bewildering") == Mood()
    assert mood_of("low-key").ambient < 1 < mood_of("High Key").ambient
    assert mood_of("noir").ratio > 2
    assert mood_of("noir, god rays").shafts == 1
    assert mood_of("silhouette").key_dir == "back"
    levels = {
        style: grey(still(a_shot("MS", people=1, time="night", style=style))).mean()
        for style in ("low-key", "", "high-key")
    }
    assert levels["low-key"] < levels[""] < levels["high-key"]


def test_a_silhouette_is_dark_against_its_place() -> None:
    spec = a_shot("MS", a_place("shore"), people=1, time="golden", style="silhouette")
    mask, level = shot.ids(spec, 8) > 0, grey(still(spec))
    assert np.median(level[mask]) < 0.5 * np.median(level[~mask])


@pytest.mark.parametrize(
    ("words", "channel"), [("blue neon sign", 0), ("green neon", 1), ("red neon", 2)]
)
def test_neon_colours_what_is_near_it(words: str, channel: int) -> None:
    place = a_place("street")
    before = still(a_shot("FS", place, people=1, time="night"))
    after = still(a_shot("FS", place, people=1, time="night", practicals=(words,)))
    gain = (after - before).mean((0, 1))
    assert gain[channel] == max(gain)
    assert gain[channel] > 0.5


def test_a_place_that_has_the_piece_keeps_its_own() -> None:
    light = LightSpec(practicals=("fireplace",))
    assert named(light, a_place("room"))
    assert not named(light, a_place("room", "fireplace"))


def test_a_strike_lights_two_to_four_frames_and_only_in_a_storm() -> None:
    levels = [storm.flash("storm", 5, n, 24.0) for n in range(240)]
    runs = "".join("x" if level else "." for level in levels).split(".")
    lengths = [len(run) for run in runs if run]
    assert len(lengths) >= 3
    assert all(2 <= n <= 4 for n in lengths)
    assert not any(storm.flash("rain", 5, n, 24.0) for n in range(240))
    spec = a_shot("WS", a_place("shore"), people=0, time="night", weather="storm")
    start, _ = storm.strike(spec.place.seed, 0, 24.0)
    assert grey(still(spec, start)).mean() > 1.15 * grey(still(spec, start - 2)).mean()


@pytest.mark.parametrize("weather", ["rain", "drizzle", "snow"])
def test_weather_shows_inside_the_pane_only(weather: str) -> None:
    spec = a_shot("WS", a_place("room"), people=0, time="day", weather=weather)
    stage = Stage(spec)
    moved = np.abs(still(spec, 8) - still(spec, 20)).mean(2)
    view, inside = stage.track.at(8), np.zeros(moved.shape, bool)
    for pane in stage.scenery.panes:
        (x0, y0), (x1, y1) = (
            view.project(x, y, pane.z, spec.size)
            for x, y in ((pane.x0, pane.y0), (pane.x1, pane.y1))
        )
        inside[max(0, int(y0)) : int(y1) + 1, max(0, int(x0)) : int(x1) + 1] = True
    assert moved[inside].mean() > 0.2
    assert moved[inside].mean() > 3 * moved[~inside].mean()


@pytest.mark.parametrize("weather", ["storm", "dust", "heat haze", "snow"])
def test_frames_are_the_same_in_any_order(weather: str) -> None:
    spec = a_shot("FS", a_place("nature"), people=1, weather=weather, time="dusk")
    stage = Stage(spec)
    first = {n: stage.planes(n).copy() for n in (3, 14, 9)}
    again = Stage(spec)
    assert all(np.array_equal(again.planes(n), first[n]) for n in (9, 3, 14))


def test_the_shadow_lies_away_from_the_key() -> None:
    def lying(**light: Any) -> float:
        spec = a_shot("WS", a_place("nature"), people=1, time="day", **light)
        bare = replace(spec, actors=())
        dark = np.clip(grey(still(bare)) - grey(still(spec)), 0, None).astype(float)
        dark[shot.ids(spec, 8) > 0] = 0
        dark[: dark.shape[0] // 2] = 0
        middle = float((dark * np.arange(dark.shape[1])).sum()) / float(dark.sum())
        return middle / float(dark.shape[1])

    assert lying() < 0.49, "the sun is at the right, the shadow at the left"
    soft = a_shot("WS", a_place("nature"), people=1, time="day", weather="fog")
    assert Stage(soft).scenery.rig.air.hard < 0.2


def test_chances_are_exact_and_even() -> None:
    index = np.arange(4000)
    level = hashed(index, 0 * index, 3)
    assert np.array_equal(level, hashed(index, 0 * index, 3))
    assert abs(level.mean() - 0.5) < 0.02
    assert level.min() >= 0
    assert level.max() < 1
    assert not np.array_equal(level, hashed(index, 0 * index + 1, 3))


def test_snow_at_dusk_is_blue_grey_and_not_violet() -> None:
    def violet(tone: tuple[float, float, float]) -> float:
        return ((tone[0] + tone[2]) / 2 - tone[1]) / max(1e-4, luma(tone))

    snowy = air_of(LightSpec(time="dusk", weather="snow"))
    clear = air_of(LightSpec(time="dusk"))
    assert violet(snowy.fog) < 0.05 < violet(clear.fog)
    assert violet(snowy.ambient) < 0.04
    assert snowy.ambient[0] > snowy.ambient[1] > snowy.ambient[2]
