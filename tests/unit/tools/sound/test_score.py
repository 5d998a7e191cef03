"""The score: moods, rests, the way home and determinism, on its notes and its samples."""

import numpy as np
import pytest

from memory.timing import SOUND_RATE
from tools.sound.filters import level_db
from tools.sound.harmony import MOODS, band_for, chord, lead_voices, mood_for
from tools.sound.score import compose, notes_about, notes_for
from tools.sound.spotting import Section, plan

FERRY = (Section(16.0, "expectant", 0.3), Section(15.5, "tense", 0.55))


def test_the_score_is_as_long_as_the_film_and_the_same_each_time() -> None:
    film = (Section(8.0, "expectant", 0.3), Section(7.3, "tense", 0.55))
    made = compose(film, "low strings and piano", 1, 72)
    assert made.shape == (round(15.3 * SOUND_RATE), 2)
    assert np.array_equal(made, compose(film, "low strings and piano", 1, 72))
    assert not np.array_equal(made, compose(film, "low strings and piano", 2, 72))
    assert np.max(np.abs(made)) < 0.95


@pytest.mark.parametrize("mood", list(MOODS))
def test_every_mood_sounds_bright_enough_and_wide(mood: str) -> None:
    made = compose((Section(12.0, mood, 0.5),), "low strings and piano", 7)
    power = np.abs(np.fft.rfft(made.mean(axis=1).astype(np.float64))) ** 2
    hz = np.fft.rfftfreq(len(made), 1 / SOUND_RATE)
    assert power[hz < 30].sum() / power.sum() < 0.01
    assert power[hz > 1200].sum() / power.sum() > 0.04
    left, right = made[:, 0], made[:, 1]
    assert 0.1 < float(np.mean(left * right) / (left.std() * right.std())) < 0.97


def test_moods_differ_in_their_notes() -> None:
    def per_second(mood: str) -> float:
        return len(notes_for((Section(40.0, mood, 0.5),), "", 3)) / 40.0

    assert per_second("action") > 2 * per_second("dread")
    assert per_second("joy") > 1.5 * per_second("melancholy")
    thirds = {m: MOODS[m].mode[2] for m in ("hope", "joy", "melancholy", "tense")}
    assert thirds == {"hope": 4, "joy": 4, "melancholy": 3, "tense": 3}


def test_the_music_rests_and_comes_home() -> None:
    film = (Section(22, "melancholy", 0.3), Section(16, "tense", 0.5), Section(22, "hope", 0.4))
    for seed in range(6):
        bars = plan(film, seed, None)
        rests = sum(bar.seconds for bar in bars if bar.presence == "rest")
        assert 0.02 < rests / 60.0 < 0.6
        assert bars[-1].home
        assert bars[-1].degree == 0
        assert bars[-1].at + bars[-1].seconds == pytest.approx(60.0)
    made = compose((Section(14, "hope", 0.4),), "", 1)
    assert level_db(made[-SOUND_RATE // 50 :]) < -55.0
    assert level_db(made[-4 * SOUND_RATE : -3 * SOUND_RATE]) > -45.0


def test_a_scene_change_falls_on_a_bar() -> None:
    starts = [bar.at for bar in plan(FERRY, 1, 72)]
    assert any(abs(start - 16.0) < 1e-6 for start in starts)


def test_energy_makes_it_louder() -> None:
    made = compose((Section(10, "tense", 0.1), Section(10, "tense", 1.0)), "", 4)
    first, second = made[SOUND_RATE : 9 * SOUND_RATE], made[11 * SOUND_RATE : 17 * SOUND_RATE]
    loudest = [max(level_db(p[i : i + 48_000]) for i in range(0, len(p), 48_000))
               for p in (first, second)]  # fmt: skip
    assert loudest[1] - loudest[0] > 3.0


def test_silent_sections_are_silent() -> None:
    made = compose((Section(8, "hope"), Section(8, "hope", silent=True)), "", 1)
    assert not made[8 * SOUND_RATE + 4800 :].any()
    assert level_db(made[SOUND_RATE : 6 * SOUND_RATE]) > -40
    assert not compose((Section(5, "joy", silent=True),), "", 1).any()


@pytest.mark.parametrize("seconds", [0.0, 0.1, 1.0, 3.0])
def test_very_short_films_survive(seconds: float) -> None:
    made = compose((Section(seconds, "joy"),), "kazoo", 1)
    assert len(made) == round(seconds * SOUND_RATE)
    assert np.isfinite(made).all()
    assert len(compose((), "", 1)) == 0


def test_style_words_choose_the_players() -> None:
    band, note = band_for("low strings and piano")
    assert (band.pad, band.bass, band.lead, note) == ("strings", "low strings", "piano", "")
    assert band_for("warm synth, flute")[0].pad == "synth"
    assert band_for("warm synth, flute")[0].lead == "flute"
    assert band_for("solo violin and guitar")[0].lead == "solo"
    assert "kazoo" in band_for("kazoo")[1]
    used = {note.instrument for note in notes_for((Section(30, "hope", 0.6),), "guitar folk", 2)}
    assert "guitar" in used
    assert "piano" not in used


@pytest.mark.parametrize(
    ("words", "mood"),
    [
        ("tense", "tense"),
        ("expectant", "tense"),
        ("a quiet sadness", "tender"),
        ("Wistful", "melancholy"),
        ("comic relief", "playful"),
        ("hopeful", "hope"),
        ("frantic chase", "action"),
        ("eerie", "dread"),
        ("warm", "tender"),
    ],
)
def test_words_of_a_scene_name_a_mood(words: str, mood: str) -> None:
    found, note = mood_for(words)
    assert found.name == mood
    assert not note


def test_unknown_moods_are_neutral_with_a_note() -> None:
    assert mood_for("zorp")[0].name == "neutral"
    assert notes_about((Section(5, "zorp"),), "kazoo") == (
        "No music is known for the mood 'zorp'; it is scored neutrally.",
        "No instrument is known in 'kazoo'.",
    )
    assert mood_for("")[1] == ""


def test_voices_move_little_between_chords() -> None:
    mood = MOODS["hope"]
    before = lead_voices(chord(mood, 48, 0), ())
    for degree in (3, 4, 5, 0):
        after = lead_voices(chord(mood, 48, degree), before)
        assert all(50 <= note <= 74 for note in after)
        assert abs(sum(after) - sum(before)) <= 3 * 7
        before = after
