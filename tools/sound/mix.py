"""Cues on four tracks to one stereo sound of exactly the film's length; knows no film document.

Speech leads: it is laid first, and music and ambience give way to it a moment before it starts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import numpy as np
from scipy.ndimage import maximum_filter1d, uniform_filter1d

from memory.errors import MakerFailed
from memory.timing import SOUND_RATE, to_samples
from memory.vocabulary import Track
from tools.sound import filters
from tools.sound.filters import FADE_SECONDS, Sound, decibels
from tools.sound.loudness import TARGET_LUFS, Loudness, limit, master
from tools.sound.treatment import compress

# How far a track gives way under speech, in dB.
DUCK_DB = {Track.MUSIC: -10.0, Track.AMBIENCE: -4.0, Track.EFFECTS: -2.0}
LOOK_AHEAD_SECONDS, RELEASE_SECONDS = 0.25, 0.7
SPEECH_FLOOR = 0.01  # of full scale: above it someone speaks
DIALOGUE_CEILING_DB = -3.0
LONGEST_SECONDS = 3 * 3600


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """A cue in the mix.

    Attributes:
        track: Which track it lies on.
        samples: Mono (n,) or stereo (n, 2) at 48 kHz.
        start: Its first frame on the timeline; negative loses its head.
        frames: Where it is cut off; None plays it out.
        gain_db: Its level. pan: -1 left to 1 right, for mono.
        fade_in, fade_out: Seconds; the least is a 25 ms fade, so that no cut clicks.
    """

    track: Track
    samples: Sound
    start: int = 0
    frames: int | None = None
    gain_db: float = 0.0
    pan: float = 0.0
    fade_in: float = FADE_SECONDS
    fade_out: float = FADE_SECONDS


@dataclass(frozen=True, slots=True)
class Balance:
    """Level of each track in dB, which are silent, and the loudness of the whole."""

    gains_db: dict[Track, float] = field(default_factory=dict)
    muted: tuple[Track, ...] = ()
    master_db: float = 0.0
    target_lufs: float = TARGET_LUFS


@dataclass(frozen=True, slots=True, eq=False)
class Mixed:
    """A finished mix: stereo float32 (n, 2), and what it measures."""

    samples: Sound
    loudness: Loudness


PLAIN = Balance()


def mix(cues: Sequence[Laid], frames: int, rate: Fraction, balance: Balance = PLAIN) -> Mixed:
    """Lay, balance, duck and master; the result has ``to_samples(frames, rate)`` samples.

    Raises:
        MakerFailed: The film is longer than three hours.
    """
    count = to_samples(max(0, frames), rate)
    if count > LONGEST_SECONDS * SOUND_RATE:
        raise MakerFailed("The film is too long to mix at once.", "Export it in parts.")
    whole = np.zeros((count, 2), np.float32)
    if Track.DIALOGUE not in balance.muted:
        whole += _evened(_lay_track(cues, Track.DIALOGUE, count, rate))
    speech = speaking(whole)
    whole *= np.float32(decibels(balance.gains_db.get(Track.DIALOGUE, 0.0)))
    for track in (Track.EFFECTS, Track.AMBIENCE, Track.MUSIC):  # one at a time, to save memory
        if track not in balance.muted:
            ducked = np.float32(10.0) ** (speech * np.float32(DUCK_DB[track] / 20.0))
            ducked *= decibels(balance.gains_db.get(track, 0.0))
            laid = _lay_track(cues, track, count, rate)
            laid *= ducked[:, None]
            whole += laid
            del laid, ducked
    made, loudness = master(whole, balance.target_lufs)
    if balance.master_db:
        made = limit(made * np.float32(decibels(balance.master_db)))
        loudness = Loudness(loudness.lufs + balance.master_db, loudness.true_peak_db)
    return Mixed(made, loudness)


def _lay_track(cues: Sequence[Laid], track: Track, count: int, rate: Fraction) -> Sound:
    """All cues of a track summed on silence."""
    canvas = np.zeros((count, 2), np.float32)
    for cue in cues:
        if cue.track == track:
            _lay(canvas, cue, rate)
    return canvas


def _lay(canvas: Sound, cue: Laid, rate: Fraction) -> None:
    """Place one cue, cut to its frames and to the film, with its fades."""
    start = _sample_of(cue.start, rate)
    sound = cue.samples
    if cue.frames is not None:
        sound = sound[: max(0, _sample_of(cue.start + cue.frames, rate) - start)]
    head = max(0, -start)
    tail = max(0, start + len(sound) - len(canvas))
    sound = sound[head : len(sound) - tail]
    if not len(sound):
        return
    faded = filters.fade_edges(
        sound, max(FADE_SECONDS, cue.fade_in), max(FADE_SECONDS, cue.fade_out)
    )
    both = filters.pan(faded, cue.pan) if faded.ndim == 1 else faded
    start = max(0, start)
    both *= decibels(cue.gain_db)
    canvas[start : start + len(both)] += both.astype(np.float32)


def _sample_of(frame: int, rate: Fraction) -> int:
    """The sample of a frame, also before the first."""
    return to_samples(frame, rate) if frame >= 0 else -to_samples(-frame, rate)


def _evened(dialogue: Sound) -> Sound:
    """Gently compress and limit the whole dialogue, both sides alike."""
    if not np.any(dialogue):
        return dialogue
    middle = dialogue.mean(axis=1, dtype=np.float64)
    shaped = compress(middle, above_db=-22.0, ratio=2.0)
    gain = np.where(np.abs(middle) > 1e-7, shaped / np.where(middle == 0.0, 1.0, middle), 1.0)
    return limit(dialogue * gain[:, None].astype(np.float32), DIALOGUE_CEILING_DB)


def speaking(dialogue: Sound) -> Sound:
    """0..1 for every sample: how far the others have given way to speech.

    It rises a quarter of a second before a word and falls over most of a second after the last,
    so that music neither stumbles over pauses nor jumps.
    """
    if not np.any(dialogue):
        return np.zeros(len(dialogue), np.float32)
    loud = (np.max(np.abs(dialogue), axis=1) > SPEECH_FLOOR).astype(np.float32)
    ahead = round(LOOK_AHEAD_SECONDS * SOUND_RATE)
    behind = round(RELEASE_SECONDS * SOUND_RATE)
    size = ahead + behind
    held = maximum_filter1d(loud, size, origin=(behind - ahead) // 2, mode="constant")
    ramp = round(0.2 * SOUND_RATE)
    smooth = uniform_filter1d(held, ramp, output=np.float64, mode="constant")
    return np.asarray(np.clip(smooth, 0.0, 1.0), np.float32)


def write_wav(path: Path, samples: Sound) -> Path:
    """Write float32 at 48 kHz; the same samples give the same bytes."""
    # Not by libsndfile, which stamps a float file with the hour it was written.
    from scipy.io import wavfile

    wavfile.write(path, SOUND_RATE, np.asarray(samples, np.float32))
    return path


def read_sound(path: Path) -> Sound:
    """Any sound file libsndfile reads, as float32 at 48 kHz, mono (n,) or stereo (n, 2).

    Raises:
        MakerFailed: It is no sound file.
    """
    import soundfile
    from scipy.signal import resample_poly

    try:
        samples, rate = soundfile.read(path, dtype="float32")
    except (soundfile.LibsndfileError, OSError) as error:
        raise MakerFailed(
            f"{path.name!r} can't be read as sound.", "Use a WAV, FLAC, OGG or MP3 file."
        ) from error
    samples = samples[:, :2] if samples.ndim == 2 and samples.shape[1] > 2 else samples
    if rate != SOUND_RATE:
        common = int(np.gcd(rate, SOUND_RATE))
        samples = resample_poly(samples, SOUND_RATE // common, rate // common, axis=0)
    flat = samples[:, 0] if samples.ndim == 2 and samples.shape[1] == 1 else samples
    return np.asarray(flat, np.float32)
