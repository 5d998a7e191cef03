"""Ambience and spot effects: chosen by words, measured by spectrum and level."""

import numpy as np
import pytest

from memory.timing import SOUND_RATE
from tools.sound import ambience, beds, effects
from tools.sound.ambience import Layer, layers_for
from tools.sound.filters import level_db


def spectrum(samples: np.ndarray) -> tuple[float, float, float]:
    """Share of energy below 30 Hz, and the frequencies that half and 95 % lie below."""
    mono = samples.mean(axis=1) if samples.ndim == 2 else samples
    power = np.abs(np.fft.rfft(mono.astype(np.float64))) ** 2
    hz = np.fft.rfftfreq(len(mono), 1 / SOUND_RATE)
    running = np.cumsum(power) / power.sum()
    middle, most = (float(hz[np.searchsorted(running, share)]) for share in (0.5, 0.95))
    return float(power[hz < 30].sum() / power.sum()), middle, most


@pytest.mark.parametrize("bed", list(beds.BEDS))
def test_every_bed_sounds_and_is_clean(bed: str) -> None:
    made = beds.BEDS[bed](8 * SOUND_RATE, np.random.default_rng(4))
    assert made.shape == (8 * SOUND_RATE, 2)
    assert np.isfinite(made).all()
    assert level_db(made) > -60.0
    assert spectrum(made)[0] < 0.005


def test_beds_sound_like_what_they_are() -> None:
    middle = {
        bed: spectrum(beds.BEDS[bed](8 * SOUND_RATE, np.random.default_rng(4)))[1]
        for bed in ("wind", "rain", "sea", "crickets", "engine")
    }
    assert middle["engine"] < middle["wind"] < middle["sea"] < middle["rain"]
    assert 3500 < middle["crickets"] < 5000
    inside = ambience.ambience((Layer("rain", 0.0, True),), 19.0, 1)
    assert spectrum(inside)[1] < 0.4 * middle["rain"]


@pytest.mark.parametrize(
    ("words", "indoors", "hour", "weather", "heard", "not_heard"),
    [
        ("harbour pier wet planks", False, "DUSK", "overcast", "lapping", "room"),
        ("ferry cabin", True, "NIGHT", "calm", "engine", "crickets"),
        ("ferry pier", False, "NIGHT", "calm", "lapping", "engine"),
        ("kitchen", True, "DAY", "rain", "window rain", "rain"),
        ("forest clearing", False, "DAY", "clear", "birds", "crickets"),
        ("forest clearing", False, "NIGHT", "clear", "crickets", "birds"),
        ("forest clearing", False, "DAY", "storm", "rain", "birds"),
        ("corner café", True, "DAY", "clear", "cafe", "sea"),
        ("startup office", True, "NIGHT", "clear", "office", "wind"),
        ("city street", False, "NIGHT", "clear", "city", "room"),
        ("a nowhere of glass", False, "DAY", "clear", "wind", "room"),
        ("", True, "LATER", "clear", "room", "wind"),
    ],
)
def test_a_place_is_heard_by_its_words(
    words: str, indoors: bool, hour: str, weather: str, heard: str, not_heard: str
) -> None:
    names = {layer.bed for layer in layers_for(words, indoors, hour, weather)}
    assert heard in names
    assert not_heard not in names
    assert names <= set(beds.BEDS)


def test_no_place_is_silent_for_a_moment() -> None:
    made = ambience.ambience(layers_for("", False, "DAY", "clear"), 45.0)
    assert np.max(np.abs(made)) <= 0.5
    assert level_db(made) == pytest.approx(-30.0, abs=1.5)
    window = SOUND_RATE // 2
    levels = [level_db(made[i : i + window]) for i in range(0, len(made) - window, window)]
    assert min(levels) > -50.0


def test_a_bed_is_the_same_each_time_and_begins_the_same_when_longer() -> None:
    layers = (Layer("room"), Layer("city", -3.0, True))
    short, long = ambience.ambience(layers, 5.0, 3), ambience.ambience(layers, 8.0, 3)
    assert np.array_equal(short, ambience.ambience(layers, 5.0, 3))
    assert np.array_equal(short, long[: len(short)])
    assert not np.array_equal(short, ambience.ambience(layers, 5.0, 4))


@pytest.mark.parametrize("name", list(effects.EFFECTS))
def test_every_effect_sounds_and_is_clean(name: str) -> None:
    made = effects.sound_effect(name, 3.0, 1)
    assert made is not None
    assert 0.25 < len(made) / SOUND_RATE < 8.0
    assert 0.3 < np.max(np.abs(made)) < 0.9
    assert spectrum(made)[0] < 0.02
    assert abs(made[0]) < 0.05
    assert abs(made[-1]) < 0.01
    again = effects.sound_effect(name, 3.0, 1)
    assert again is not None
    assert np.array_equal(made, again)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("gulls", "gulls"),
        ("lapping water", "lapping water"),
        ("footsteps on wood", "footsteps"),
        ("Footsteps on gravel", "footsteps on gravel"),
        ("steps in the snow", "footsteps in snow"),
        ("ticket punch click", "click"),
        ("suitcase thud", "thud"),
        ("engine hum", "engine hum"),
        ("paper slide", "paper"),
        ("wind gust", "wind gust"),
        ("a pebble drops: PLOP", "plop"),
        ("wings flap", "wing flaps"),
        ("the crow caws", "caw"),
        ("phone buzzes twice", "phone buzz"),
        ("distant foghorn", "ship's horn"),
        ("rolling thunder", "thunder"),
        ("door slam", "door"),
        ("clock ticking", "clock tick"),
        ("keyboard clatter", "keyboard"),
        ("rain on the roof", "rain"),
    ],
)
def test_effects_are_found_in_free_words(words: str, name: str) -> None:
    effect, note = effects.effect_for(words)
    assert effect is not None
    assert effect.name == name
    assert not note


def test_unknown_words_make_no_sound_and_a_note() -> None:
    effect, note = effects.effect_for("the scent of rosemary")
    assert effect is None
    assert "rosemary" in note
    assert effects.sound_effect("the scent of rosemary", 1.0) is None
    assert effects.effect_for("")[0] is None


def test_footsteps_have_a_step_rate() -> None:
    made = effects.sound_effect("footsteps on wood", 6.0, 2)
    assert made is not None
    loud = np.abs(made).reshape(-1, 480).max(axis=1)
    beat = loud - loud.mean()
    near = np.correlate(beat, beat, "full")[len(beat) - 1 :]
    lag = 30 + int(np.argmax(near[30:100]))
    assert lag / 100 == pytest.approx(1 / 1.75, abs=0.06)
