"""Measures and sets the loudness of a whole mix; knows no tracks and no film.

Linear gain only moves everything alike, so the peaks are limited first, by as much as the target
needs and no more: nothing pumps, and the same samples always give the same samples.
"""

import warnings
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter1d, uniform_filter1d
from scipy.signal import resample_poly

from memory.timing import SOUND_RATE
from tools.sound.filters import Sound, decibels

TARGET_LUFS = -14.0
CEILING_DB = -2.6  # true peak of the mix: coding it as AAC adds up to 1.1, the film stays under -1
TOLERANCE_LU = 0.1
SILENT_LUFS = -70.0  # what the standard's absolute gate calls silence
MOST_GAIN_DB = 40.0  # a nearly silent film is not blown up into noise
ROUNDS = 8
LOOK_AHEAD_SECONDS = 0.004
OVERSAMPLED = 4


@dataclass(frozen=True, slots=True)
class Loudness:
    """What a mix measures: LUFS integrated, dB true peak; -70 and -120 for silence."""

    lufs: float
    true_peak_db: float


def measure(samples: NDArray[np.floating]) -> Loudness:
    """Integrated loudness (BS.1770) and true peak of stereo (n, 2) at 48 kHz."""
    return Loudness(integrated_lufs(samples), true_peak_db(samples))


def integrated_lufs(samples: NDArray[np.floating]) -> float:
    """LUFS; -70 for silence and for what is shorter than one block of 0.4 s."""
    import pyloudnorm

    if len(samples) < round(0.41 * SOUND_RATE) or not np.any(samples):
        return SILENT_LUFS
    meter = pyloudnorm.Meter(SOUND_RATE)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own word for "all blocks are below the gate"
        lufs = float(meter.integrated_loudness(np.asarray(samples, np.float64)))
    return max(SILENT_LUFS, lufs) if np.isfinite(lufs) else SILENT_LUFS


def true_peak_db(samples: NDArray[np.floating]) -> float:
    """Highest level between the samples too, by 4x oversampling, in dB of full scale."""
    highest = 0.0
    block = 10 * SOUND_RATE  # a long film is measured in pieces that overlap
    for start in range(0, max(1, len(samples)), block):
        piece = np.asarray(samples[start : start + block + 64], np.float64)
        if len(piece) and np.any(piece):
            dense = resample_poly(piece, OVERSAMPLED, 1, axis=0)
            highest = max(highest, float(np.max(np.abs(dense))))
    return 20.0 * float(np.log10(max(highest, 1e-6)))


def master(
    samples: NDArray[np.floating], target_lufs: float = TARGET_LUFS
) -> tuple[Sound, Loudness]:
    """Bring a mix to the target with its true peak at or below -2.6 dB.

    Args:
        samples: Stereo (n, 2).
        target_lufs: Integrated loudness to reach.

    Returns:
        The mix, same length, and what it measures now. Silence stays silence.
    """
    mix = np.asarray(samples, np.float32)
    start = integrated_lufs(mix)
    if start <= SILENT_LUFS + 1.0:
        return mix, measure(mix)
    gain_db = min(MOST_GAIN_DB, target_lufs - start)
    made, lufs = mix, start
    peaks = _dense_peaks(mix)  # they scale with the gain, so that once is enough
    for _ in range(ROUNDS):
        gain = np.float32(decibels(gain_db))
        made = _held_under(mix * gain, peaks * gain, CEILING_DB)
        lufs = integrated_lufs(made)
        if abs(target_lufs - lufs) <= TOLERANCE_LU or gain_db >= MOST_GAIN_DB:
            break
        gain_db = min(MOST_GAIN_DB, gain_db + (target_lufs - lufs))
    return made, Loudness(lufs, true_peak_db(made))


def limit(samples: Sound, ceiling_db: float = CEILING_DB) -> Sound:
    """Hold the true peak under a ceiling; both sides get one gain, which looks 4 ms ahead."""
    return _held_under(samples, _dense_peaks(samples), ceiling_db) if len(samples) else samples


def _held_under(samples: Sound, peaks: Sound, ceiling_db: float) -> Sound:
    ceiling = decibels(ceiling_db - 0.15)  # room for what the gain itself adds between samples
    if float(np.max(peaks)) <= ceiling:
        return samples
    size = round(LOOK_AHEAD_SECONDS * SOUND_RATE)
    need = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9)).astype(np.float32)
    held = -maximum_filter1d(-need, 2 * size + 1, mode="nearest")
    gain = uniform_filter1d(held, size, output=np.float64, mode="nearest").astype(np.float32)
    return np.asarray(samples * gain[:, None], np.float32)


def _dense_peaks(samples: Sound) -> Sound:
    """For each sample the highest level around it, on both sides and between samples."""
    peaks = np.max(np.abs(samples), axis=1)
    block = 10 * SOUND_RATE
    for start in range(0, len(samples), block):
        first, last = max(0, start - 32), min(len(samples), start + block + 32)
        dense = np.abs(resample_poly(samples[first:last], OVERSAMPLED, 1, axis=0))
        piece = dense.max(axis=1).reshape(-1, OVERSAMPLED).max(axis=1)
        peaks[first:last] = np.maximum(peaks[first:last], piece)
    return np.asarray(maximum_filter1d(peaks, 3, mode="nearest"), np.float32)
