"""Makes a spoken line sit in its place: level, tone, compression, a room; knows no words.

The engine's variants differ by 14 dB as they come; after this every line of a film has the same
level of active speech, and only its delivery makes it softer or louder.
"""

from dataclasses import replace
from enum import StrEnum

import numpy as np
from scipy.ndimage import maximum_filter1d, uniform_filter1d

from memory.timing import SOUND_RATE
from tools.sound import filters
from tools.sound.filters import Sound, Wave
from tools.sound.speech import Spoken

SPEECH_LEVEL_DB = -20.0  # RMS of active speech, full scale
LOUDEST = 0.84  # peak of a treated line


class Place(StrEnum):
    """Where a line is heard."""

    INDOORS = "indoors"
    OUTDOORS = "outdoors"
    OVER = "over"  # a voice-over: close and dry


# Decay in seconds, and share of the room in the sound.
ROOMS = {Place.INDOORS: (0.34, 0.10), Place.OUTDOORS: (0.9, 0.035), Place.OVER: (0.12, 0.02)}


def treat(spoken: Spoken, place: Place, gain_db: float = 0.0, rough: float = 0.0) -> Spoken:
    """The line, levelled, equalised, compressed and placed; same length, same times.

    Args:
        spoken: The line as the engine spoke it.
        place: Indoors, outdoors or over.
        gain_db: Against the common speech level.
        rough: 0..1, breath and grain on the voice.
    """
    if spoken.seconds == 0.0:
        return spoken
    sound = _roughened(_equalised(spoken.samples), rough)
    sound = compress(_levelled(sound, SPEECH_LEVEL_DB))
    sound = _roomed(sound, place)
    sound = _levelled(sound, SPEECH_LEVEL_DB + gain_db)
    return replace(spoken, samples=_below_peak(sound).astype(np.float32))


def _equalised(samples: Sound) -> Wave:
    """Less boom and box, more consonants, no hiss above what a voice has."""
    clean = filters.high_pass(samples, 75.0)
    body = filters.band_pass(clean, 260.0, 520.0, 1)
    presence = filters.band_pass(clean, 2200.0, 4800.0, 1)
    return filters.low_pass(clean - 0.22 * body + 0.45 * presence, 9500.0)


def _roughened(samples: Wave, rough: float) -> Wave:
    """Breath that follows the voice, and a flutter of its level about 27 times a second."""
    if rough <= 0.0:
        return samples
    chance = np.random.default_rng(len(samples))
    follow = envelope(samples, 0.012)
    breath = filters.band_pass(chance.normal(0.0, 1.0, len(samples)), 1500.0, 7000.0)
    flutter = 1.0 - 0.5 * rough * filters.drift(len(samples), chance, 54.0)
    return samples * flutter + breath * follow * 0.5 * rough


def envelope(samples: Wave, seconds: float) -> Wave:
    """RMS level over a window of that length, as a factor; the window looks both ways."""
    size = max(1, round(seconds * SOUND_RATE))
    power = uniform_filter1d(np.square(samples, dtype=np.float64), size, mode="constant")
    return np.asarray(np.sqrt(np.maximum(power, 0.0)), np.float64)


def compress(samples: Wave, above_db: float = -24.0, ratio: float = 2.5) -> Wave:
    """Turn down what is above a level; the gain moves over 40 ms and looks ahead by half that."""
    level = 20.0 * np.log10(np.maximum(envelope(samples, 0.02), 1e-6))
    over = np.maximum(0.0, level - above_db)
    gain_db = -over * (1.0 - 1.0 / ratio)
    smooth = uniform_filter1d(gain_db, round(0.04 * SOUND_RATE), mode="nearest")
    return np.asarray(samples * 10.0 ** (smooth / 20.0), np.float64)


def _roomed(samples: Wave, place: Place) -> Wave:
    """The early sound of a room, kept mono: the picture pans it, not the room."""
    seconds, wet = ROOMS[place]
    both = np.stack([samples, samples], axis=1)
    placed = filters.reverberate(both, seconds, wet, brightness=0.6, seed=11)
    return np.asarray(placed[:, 0], np.float64)


def active_level_db(samples: Wave) -> float:
    """RMS level of the parts that speak; pauses don't count."""
    loud = envelope(samples, 0.03)
    speaking = loud > 0.1 * float(np.max(loud, initial=0.0))
    return filters.level_db(samples[speaking]) if bool(np.any(speaking)) else -120.0


def _levelled(samples: Wave, level_db: float) -> Wave:
    now = active_level_db(samples)
    return samples * filters.decibels(level_db - now) if now > -90.0 else samples


def _below_peak(samples: Wave) -> Wave:
    """Hold single peaks under the limit with a gain that looks 5 ms ahead."""
    size = round(0.01 * SOUND_RATE) | 1
    peak = maximum_filter1d(np.abs(samples), size, mode="constant")
    need = np.minimum(1.0, LOUDEST / np.maximum(peak, 1e-9))
    gain = uniform_filter1d(need, size // 2, mode="nearest")
    return np.asarray(np.clip(samples * gain, -LOUDEST, LOUDEST), np.float64)
