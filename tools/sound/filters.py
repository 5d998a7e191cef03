"""Filters, noise, envelopes and rooms on arrays of samples; knows no film, no file, no voice.

SciPy is imported where it is used: reading a film's sound must not cost its quarter second.

Sound here is float32 or float64 at 48 kHz; mono is (n,), stereo is (n, 2), full scale is +-1.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from memory.timing import SOUND_RATE

Sound = NDArray[np.float32]
Wave = NDArray[np.float64]

LOWEST_HZ = 30.0  # below this nothing is heard, but it eats headroom
FADE_SECONDS = 0.025


def decibels(gain_db: float) -> float:
    """The factor for a gain in dB."""
    return float(10.0 ** (gain_db / 20.0))


def level_db(samples: NDArray[np.floating]) -> float:
    """RMS level in dB of full scale; -120 for silence."""
    if samples.size == 0:
        return -120.0
    rms = float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))
    return max(-120.0, 20.0 * float(np.log10(max(rms, 1e-9))))


@lru_cache(maxsize=256)
def _sections(kind: str, low: float, high: float, order: int) -> Wave:
    from scipy.signal import butter

    edges = [low, high] if kind == "band" else (low or high)
    return np.asarray(butter(order, edges, kind, fs=SOUND_RATE, output="sos"), np.float64)


def _filtered(sections: Wave, samples: NDArray[np.floating]) -> Wave:
    from scipy.signal import sosfilt

    return np.asarray(sosfilt(sections, samples, axis=0), np.float64)


def high_pass(samples: NDArray[np.floating], hz: float, order: int = 2) -> Wave:
    """Cut below ``hz``; works along the first axis."""
    return _filtered(_sections("high", hz, 0.0, order), samples)


def low_pass(samples: NDArray[np.floating], hz: float, order: int = 2) -> Wave:
    """Cut above ``hz``; works along the first axis."""
    return _filtered(_sections("low", 0.0, hz, order), samples)


def band_pass(samples: NDArray[np.floating], low_hz: float, high_hz: float, order: int = 2) -> Wave:
    """Keep ``low_hz`` to ``high_hz``; works along the first axis."""
    return _filtered(_sections("band", low_hz, high_hz, order), samples)


def pink(count: int, chance: np.random.Generator, slope: float = 0.5) -> Wave:
    """Noise whose amplitude falls with frequency to the power ``slope``; nothing below 30 Hz."""
    size = _fast_length(count)
    spectrum = np.fft.rfft(chance.normal(0.0, 1.0, size))
    hz = np.fft.rfftfreq(size, 1.0 / SOUND_RATE)
    shape = np.where(hz > LOWEST_HZ, np.maximum(hz, LOWEST_HZ) ** -slope, 0.0)
    noise = np.fft.irfft(spectrum * shape, size)[:count]
    return np.asarray(noise / max(float(noise.std()), 1e-9), np.float64)


def _fast_length(count: int) -> int:
    from scipy.fft import next_fast_len

    return int(next_fast_len(max(16, count), real=True))


def drift(count: int, chance: np.random.Generator, hz: float) -> Wave:
    """A slow random curve in 0..1 that turns about ``hz`` times a second."""
    knots = max(2, int(count / SOUND_RATE * hz) + 2)
    points = chance.random(knots)
    place = np.linspace(0.0, knots - 1.0, count)
    whole = np.minimum(place.astype(np.int64), knots - 2)
    part = place - whole
    part = part * part * (3.0 - 2.0 * part)
    return np.asarray(points[whole] * (1.0 - part) + points[whole + 1] * part, np.float64)


def fade_edges(
    samples: NDArray[np.floating], fade_in: float = FADE_SECONDS, fade_out: float = FADE_SECONDS
) -> Wave:
    """Raised-cosine fades in seconds at both ends; a shorter sound gets shorter fades."""
    shaped = np.array(samples, np.float64)
    count = len(shaped)
    head = min(round(fade_in * SOUND_RATE), count // 2)
    tail = min(round(fade_out * SOUND_RATE), count - head)
    column = (slice(None),) + (None,) * (shaped.ndim - 1)
    if head > 0:
        shaped[:head] *= _ramp(head)[column]
    if tail > 0:
        shaped[count - tail :] *= _ramp(tail)[::-1][column]
    return shaped


def _ramp(count: int) -> Wave:
    return np.asarray(0.5 - 0.5 * np.cos(np.pi * (np.arange(count) + 0.5) / count), np.float64)


def pan(samples: NDArray[np.floating], place: float) -> Wave:
    """Mono to stereo at equal power; ``place`` -1 is left, 1 is right."""
    angle = (min(1.0, max(-1.0, place)) + 1.0) * np.pi / 4.0
    sides = np.array([np.cos(angle), np.sin(angle)])
    return np.asarray(np.asarray(samples, np.float64)[:, None] * sides[None, :], np.float64)


def stereo(samples: NDArray[np.floating]) -> Wave:
    """Mono (n,) to the same sound on both sides at -3 dB each; stereo passes through."""
    return pan(samples, 0.0) if samples.ndim == 1 else np.asarray(samples, np.float64)


def normal(samples: NDArray[np.floating], peak: float = 0.7) -> Wave:
    """Scale so that the highest sample is ``peak``; silence stays silence."""
    highest = float(np.max(np.abs(samples))) if samples.size else 0.0
    return np.asarray(samples, np.float64) * (peak / highest if highest > 1e-9 else 0.0)


def loop(samples: NDArray[np.floating], count: int, overlap_seconds: float = 1.5) -> Wave:
    """Repeat a bed to ``count`` samples with equal-power crossfades, so that no join is heard."""
    bed = np.asarray(samples, np.float64)
    overlap = min(round(overlap_seconds * SOUND_RATE), len(bed) // 3)
    if len(bed) >= count or overlap == 0:
        return bed[:count]
    column = (slice(None),) + (None,) * (bed.ndim - 1)
    rise = np.sin(np.linspace(0.0, np.pi / 2.0, overlap))[column]
    ring = bed[:-overlap].copy()  # its end runs into its start
    ring[:overlap] = bed[:overlap] * rise + bed[-overlap:] * rise[::-1]
    first = np.concatenate([bed[: len(bed) - overlap], ring[:overlap]])
    turns = -(-max(0, count - len(first)) // len(ring)) + 1
    rest = np.concatenate([ring[overlap:], ring[:overlap]])
    return np.concatenate([first, np.concatenate([rest] * turns)])[:count]


@lru_cache(maxsize=16)
def _room(seconds: float, brightness: float, seed: int) -> Wave:
    """A synthetic stereo impulse response: three bands of noise that decay apart, (n, 2)."""
    chance = np.random.default_rng(seed)
    count = int(seconds * SOUND_RATE)
    time = np.arange(count)[:, None] / SOUND_RATE
    response = np.zeros((count, 2))
    for low, high, length in ((90.0, 420.0, 1.0), (420.0, 2200.0, 0.9), (2200.0, 9000.0, 0.5)):
        noise = band_pass(chance.normal(0.0, 1.0, (count, 2)), low, high)
        weight = brightness if low > 2000.0 else 1.0
        response += weight * noise * np.exp(-6.9 * time / (seconds * length))
    response *= np.clip(time / 0.012, 0.0, 1.0)
    return np.asarray(response / np.sqrt(np.sum(response**2, axis=0, keepdims=True)))


def reverberate(
    samples: NDArray[np.floating],
    seconds: float,
    wet: float,
    brightness: float = 1.0,
    seed: int = 1,
) -> Wave:
    """Place stereo (n, 2) in a room of that decay; same length, the tail beyond it is cut."""
    from scipy.signal import fftconvolve

    response = _room(seconds, brightness, seed)
    tail = np.asarray(fftconvolve(samples, response, axes=0)[: len(samples)], np.float64)
    return np.asarray(samples, np.float64) * (1.0 - 0.4 * wet) + tail * wet
