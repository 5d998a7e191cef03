"""The mix: levels, lengths, ducking and loudness, measured on the samples."""

import hashlib
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from memory.errors import MakerFailed
from memory.timing import SOUND_RATE
from memory.vocabulary import Track
from tools.sound.filters import Sound, level_db, loop, pink
from tools.sound.loudness import integrated_lufs, limit, master, true_peak_db
from tools.sound.mix import Balance, Laid, mix, read_sound, speaking, write_wav

FILM = Fraction(24)


def noise(seconds: float, level: float, seed: int = 1) -> Sound:
    chance = np.random.default_rng(seed)
    return np.asarray(level * pink(round(seconds * SOUND_RATE), chance), np.float32)


def talk(seconds: float) -> Sound:
    """Bursts four times a second, as uneven as speech."""
    sound = noise(seconds, 0.12, 2)
    time = np.arange(len(sound)) / SOUND_RATE
    return np.asarray(sound * np.clip(np.sin(2 * np.pi * 4 * time), 0.05, 1), np.float32)


def scene() -> list[Laid]:
    return [
        Laid(Track.DIALOGUE, talk(2.0), 96),
        Laid(Track.MUSIC, noise(12, 0.05, 3)),
        Laid(Track.AMBIENCE, noise(12, 0.02, 4)),
        Laid(Track.EFFECTS, noise(0.3, 0.2, 5), 200),
    ]


@pytest.mark.parametrize(
    ("frames", "rate", "samples"),
    [(288, FILM, 576_000), (241, Fraction(24000, 1001), 482_482), (100, Fraction(25), 192_000),
     (1, FILM, 2000), (0, FILM, 0)],
)  # fmt: skip
def test_the_mix_is_as_long_as_the_film_to_the_sample(
    frames: int, rate: Fraction, samples: int
) -> None:
    assert mix(scene(), frames, rate).samples.shape == (samples, 2)


def test_the_mix_lands_on_its_loudness_without_clipping() -> None:
    made = mix(scene(), 288, FILM)
    sound = made.samples.astype(np.float64)
    assert integrated_lufs(sound) == pytest.approx(-14.0, abs=0.3)
    assert true_peak_db(sound) <= -1.0
    assert made.loudness.lufs == pytest.approx(integrated_lufs(sound), abs=0.05)


def test_peaky_sound_lands_there_too() -> None:
    clicks = np.zeros((SOUND_RATE * 6, 2))
    clicks[::4800] = 1.0
    chance = np.random.default_rng(1)
    clicks += 0.01 * chance.normal(0, 1, clicks.shape)
    made, loudness = master(clicks)
    assert loudness.true_peak_db <= -1.0
    assert loudness.lufs == pytest.approx(-14.0, abs=0.3)
    assert len(made) == len(clicks)


@pytest.mark.parametrize("cues", [[], [Laid(Track.MUSIC, np.zeros(48_000, np.float32))]])
def test_a_silent_film_stays_silent(cues: list[Laid]) -> None:
    made = mix(cues, 240, FILM)
    assert not made.samples.any()
    assert made.loudness.lufs == -70.0


def test_a_muted_film_is_silent_and_a_nearly_silent_one_is_not_blown_up() -> None:
    assert not mix(scene(), 240, FILM, Balance(muted=tuple(Track))).samples.any()
    faint = mix([Laid(Track.AMBIENCE, noise(10, 1e-5))], 240, FILM)
    assert np.isfinite(faint.samples).all()
    assert faint.loudness.lufs < -14.5


def test_music_gives_way_to_a_line_before_it_starts() -> None:
    cues = [cue for cue in scene() if cue.track in (Track.DIALOGUE, Track.MUSIC)]
    both = mix(cues, 288, FILM, Balance(gains_db={Track.DIALOGUE: -90.0})).samples
    before, under = both[96_000:144_000], both[216_000:240_000]
    after = both[SOUND_RATE * 9 : SOUND_RATE * 11]
    assert 8.0 <= level_db(before) - level_db(under) <= 12.0
    assert level_db(before) - level_db(after) == pytest.approx(0.0, abs=1.0)
    ducked = speaking(np.pad(np.full((48_000, 2), 0.1, np.float32), ((96_000, 96_000), (0, 0))))
    assert ducked[96_000] == pytest.approx(1.0)
    assert ducked[0] == ducked[-1] == pytest.approx(0.0)
    assert np.max(np.abs(np.diff(ducked))) < 1e-3


def test_a_hard_cut_of_a_sound_does_not_click() -> None:
    tone = np.sin(2 * np.pi * 220 * np.arange(SOUND_RATE * 3) / SOUND_RATE).astype(np.float32)
    made = mix([Laid(Track.EFFECTS, tone, 10, 24)], 72, FILM).samples
    assert np.max(np.abs(np.diff(made[:, 0]))) < 0.05
    assert not made[: 10 * 2000].any()
    assert not made[34 * 2000 :].any()


def test_sound_before_and_after_the_film_is_cut_off() -> None:
    made = mix([Laid(Track.EFFECTS, noise(4, 0.1), -24)], 48, FILM).samples
    assert made.shape == (96_000, 2)
    assert level_db(made[10_000:80_000]) > -40


def test_a_louder_track_is_heard_louder_and_pan_moves() -> None:
    cues = [Laid(Track.EFFECTS, noise(5, 0.1), pan=-1.0), Laid(Track.MUSIC, noise(5, 0.05, 8), 120)]
    plain = mix(cues, 240, FILM).samples
    soft = mix(cues, 240, FILM, Balance(gains_db={Track.MUSIC: -12.0})).samples
    tail, head = slice(300_000, 460_000), slice(10_000, 200_000)
    dropped = level_db(plain[tail]) - level_db(plain[head])
    assert level_db(soft[tail]) - level_db(soft[head]) == pytest.approx(dropped - 12.0, abs=0.5)
    assert level_db(plain[head, 0]) - level_db(plain[head, 1]) > 60


def test_the_same_mix_is_the_same_file(tmp_path: Path) -> None:
    digests = set()
    for name in ("a", "b"):
        path = write_wav(tmp_path / f"{name}.wav", mix(scene(), 120, FILM).samples)
        digests.add(hashlib.sha256(path.read_bytes()).hexdigest())
    assert len(digests) == 1
    assert read_sound(tmp_path / "a.wav").shape == (240_000, 2)


def test_sound_of_other_rates_is_converted_and_other_files_refused(tmp_path: Path) -> None:
    import soundfile

    soundfile.write(tmp_path / "low.wav", np.zeros((22_050, 1)), 22_050)
    assert read_sound(tmp_path / "low.wav").shape == (48_000,)
    (tmp_path / "not.wav").write_text("no sound")
    with pytest.raises(MakerFailed):
        read_sound(tmp_path / "not.wav")


def test_a_loop_has_no_seam() -> None:
    chance = np.random.default_rng(1)
    bed = np.stack([pink(SOUND_RATE * 6, chance), pink(SOUND_RATE * 6, chance)], axis=1)
    long = loop(bed, SOUND_RATE * 30, 2.0)
    assert len(long) == SOUND_RATE * 30
    window = SOUND_RATE // 2
    levels = [level_db(long[i : i + window]) for i in range(0, len(long) - window, window)]
    assert max(levels) - min(levels) < 4.0
    assert np.max(np.abs(np.diff(long[:, 0]))) <= 1.1 * np.max(np.abs(np.diff(bed[:, 0])))


def test_the_limiter_leaves_quiet_sound_alone() -> None:
    quiet = np.full((4800, 2), 0.1, np.float32)
    assert limit(quiet) is quiet
