"""Instruments of the score as single notes; knows no harmony, no mood and no film.

A note is stereo float32 (n, 2) at 48 kHz, peak near 0.3 at velocity 1. Sustained instruments read
one period of a band-limited wave from a table, which costs a fraction of adding partials up.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from memory.timing import SOUND_RATE
from tools.sound.filters import Sound, Wave, band_pass, low_pass

TABLE = 2048
HIGHEST_HZ = 12_000.0
STEP_SECONDS = 0.125  # lengths are rounded to this, so that equal notes are made once


def hertz(midi: int) -> float:
    """The pitch of a MIDI number; 69 is 440 Hz."""
    return float(440.0 * 2.0 ** ((midi - 69) / 12.0))


@lru_cache(maxsize=512)
def _period(hz: float, brightness: float, shape: str) -> Wave:
    """One period with as many partials as fit below 12 kHz; ``brightness`` in Hz."""
    phase = 2 * np.pi * np.arange(TABLE) / TABLE
    chance = np.random.default_rng([round(hz * 10), round(brightness)])
    wave = np.zeros(TABLE)
    for k in range(1, max(1, min(48, int(HIGHEST_HZ / hz))) + 1):
        level = np.exp(-hz * k / brightness) / k ** SLOPES[shape]
        level = 0.0 if shape == "reed" and k % 2 == 0 else level
        wave += level * np.sin(k * phase + chance.uniform(0, 2 * np.pi))
    return np.asarray(wave / np.max(np.abs(wave)), np.float64)


SLOPES = {"bow": 0.9, "reed": 0.8, "horn": 1.1, "saw": 1.0, "breath": 2.0}


@dataclass(frozen=True, slots=True)
class Sustained:
    """How a bowed, blown or synthetic note is made of detuned voices.

    Attributes:
        shape: Whose partials. voices: how many. detune_cents: how far apart.
        vibrato: share of pitch. attack, release: seconds. brightness: Hz at energy 0.5.
        noise: share of bow or breath noise.
    """

    shape: str
    voices: int = 4
    detune_cents: float = 5.0
    vibrato: float = 0.0026
    attack: float = 0.5
    release: float = 0.9
    brightness: float = 4200.0
    noise: float = 0.03


STRINGS = Sustained("bow", attack=0.42, noise=0.05)
LOW_STRINGS = Sustained("bow", voices=3, attack=0.3, brightness=3000.0, noise=0.05)
SOLO = Sustained("bow", voices=1, detune_cents=0.0, vibrato=0.005, attack=0.16, brightness=4200.0,
                 noise=0.06)  # fmt: skip
FLUTE = Sustained("breath", voices=1, vibrato=0.004, attack=0.08, release=0.3, noise=0.12)
HORN = Sustained("horn", voices=2, detune_cents=3.0, vibrato=0.001, attack=0.14, brightness=2200.0)
CHOIR = Sustained("breath", voices=6, detune_cents=11.0, vibrato=0.005, attack=0.7, noise=0.05)
SYNTH = Sustained("saw", voices=5, detune_cents=9.0, vibrato=0.0, attack=0.6, brightness=2600.0,
                  noise=0.0)  # fmt: skip
REED = Sustained("reed", voices=2, detune_cents=6.0, vibrato=0.001, attack=0.1, noise=0.02)


def sustained(sort: Sustained, midi: int, seconds: float, energy: float) -> Sound:
    """A held note with the sort's attack and release; brighter with energy 0..1."""
    steps = max(2, round(seconds / STEP_SECONDS))
    return _sustained(sort, midi, steps, round(max(0.0, min(1.0, energy)) * 4))


@lru_cache(maxsize=160)
def _sustained(sort: Sustained, midi: int, steps: int, energy: int) -> Sound:
    hz, count = hertz(midi), round((steps * STEP_SECONDS + sort.release) * SOUND_RATE)
    chance = np.random.default_rng([midi, steps, energy, sort.voices])
    table = _period(round(hz, 2), sort.brightness * (0.7 + 0.2 * energy), sort.shape)
    time = np.arange(count) / SOUND_RATE
    out = np.zeros((count, 2))
    for _ in range(sort.voices):
        cents = chance.normal(0.0, sort.detune_cents) if sort.voices > 1 else 0.0
        out += _placed(_voice(table, hz * 2.0 ** (cents / 1200.0), sort, time, chance), chance)
    out *= _swell(count, sort)[:, None] / sort.voices**0.6
    if sort.noise:
        out += _bow(hz, sort, count, chance)
    return (0.3 * out).astype(np.float32)


def _voice(
    table: Wave, hz: float, sort: Sustained, time: Wave, chance: np.random.Generator
) -> Wave:
    rise = np.clip(time / 0.9, 0.0, 1.0)
    turn = 2 * np.pi * (4.7 + chance.random()) * time + chance.uniform(0, 2 * np.pi)
    phase = np.cumsum(hz * (1.0 + sort.vibrato * rise * np.sin(turn))) / SOUND_RATE
    place = ((phase + chance.random()) * TABLE).astype(np.int64) % TABLE
    return np.asarray(table[place], np.float64)


def _placed(mono: Wave, chance: np.random.Generator) -> Wave:
    angle = chance.uniform(0.2, 0.8) * np.pi / 2.0
    return np.asarray(mono[:, None] * np.array([np.cos(angle), np.sin(angle)]), np.float64)


def _swell(count: int, sort: Sustained) -> Wave:
    """Attack, a slight bloom, release to nothing."""
    attack = min(round(sort.attack * SOUND_RATE), count // 2)
    release = min(round(sort.release * SOUND_RATE), count - attack)
    shape = np.ones(count)
    shape[:attack] = np.sin(np.linspace(0.0, np.pi / 2.0, attack)) ** 2
    shape[count - release :] *= np.cos(np.linspace(0.0, np.pi / 2.0, release)) ** 2
    return np.asarray(shape * (0.88 + 0.12 * np.sin(np.pi * np.linspace(0.0, 1.0, count))))


def _bow(hz: float, sort: Sustained, count: int, chance: np.random.Generator) -> Wave:
    """The noise of hair or breath: it is what keeps a synthetic note from sounding dull."""
    noise = band_pass(chance.normal(0.0, 1.0, (count, 2)), min(1800.0, 4 * hz), 7500.0, 1)
    return np.asarray(sort.noise * noise * _swell(count, sort)[:, None] * 0.5, np.float64)


def struck(
    partials: int, stretch: float, decay: float, seconds: float
) -> Callable[[int, int], Sound]:
    """A maker of struck or plucked notes with their own decay; their length is fixed."""

    @lru_cache(maxsize=128)
    def note(midi: int, hardness: int) -> Sound:
        hz, count = hertz(midi), round(seconds * SOUND_RATE)
        time = np.arange(count) / SOUND_RATE
        chance = np.random.default_rng([midi, hardness, partials])
        tone = np.zeros(count)
        for k in range(1, partials + 1):
            partial = hz * k * np.sqrt(1.0 + stretch * k * k)
            if partial > HIGHEST_HZ:
                break
            level = (0.35 + 0.13 * hardness) ** (0.55 * (k - 1)) / k**0.9
            fall = np.exp(-time * decay * (0.6 + 0.4 * k) * (hz / 220.0) ** 0.4)
            turn = 2 * np.pi * partial * time + chance.uniform(0, 2 * np.pi)
            tone += level * fall * (np.sin(turn) + 0.4 * np.sin(1.0006 * turn))
        felt = low_pass(chance.normal(0.0, 1.0, count), 1200.0 + 400.0 * hardness)
        tone += 0.16 * felt * np.exp(-time * 70.0)
        tone *= np.clip(time / 0.004, 0.0, 1.0) * np.clip((seconds - time) / 0.3, 0.0, 1.0)
        angle = np.clip(0.5 + np.log2(hz / 262.0) * 0.13, 0.2, 0.8) * np.pi / 2.0
        both = tone[:, None] * np.array([np.cos(angle), np.sin(angle)])
        return np.asarray(0.3 * both / max(1e-9, float(np.max(np.abs(tone)))), np.float32)

    return note


_PIANO = struck(12, 0.00035, 0.75, 3.6)
_HARP = struck(9, 0.00005, 1.6, 2.4)
_GUITAR = struck(14, 0.00008, 1.9, 2.2)
_PIZZICATO = struck(7, 0.0, 9.0, 0.6)
_BELLS = struck(5, 0.9, 1.5, 3.0)
_MARIMBA = struck(3, 0.55, 7.0, 0.8)
STRUCK: dict[str, Callable[[int, int], Sound]] = {
    "piano": _PIANO, "harp": _HARP, "guitar": _GUITAR, "pizzicato": _PIZZICATO,
    "bells": _BELLS, "marimba": _MARIMBA,
}  # fmt: skip
HELD: dict[str, Sustained] = {
    "strings": STRINGS, "low strings": LOW_STRINGS, "solo": SOLO, "flute": FLUTE, "horn": HORN,
    "choir": CHOIR, "synth": SYNTH, "reed": REED,
}  # fmt: skip


@lru_cache(maxsize=64)
def _blow(kind: str, hardness: int) -> Sound:
    count = round((1.4 if kind == "drum" else 0.5) * SOUND_RATE)
    time = np.arange(count) / SOUND_RATE
    chance = np.random.default_rng([len(kind), hardness])
    if kind == "tick":
        tone = band_pass(chance.normal(0.0, 1.0, count), 2600.0, 8200.0) * np.exp(-time * 75.0)
    else:
        base, bend, fall = (62.0, 34.0, 4.2) if kind == "drum" else (52.0, 22.0, 9.0)
        phase = 2 * np.pi * np.cumsum(base + bend * np.exp(-time * 24.0)) / SOUND_RATE
        skin = low_pass(chance.normal(0.0, 1.0, count), 500.0 + 350.0 * hardness)
        tone = np.sin(phase) * np.exp(-time * fall) + 0.35 * skin * np.exp(-time * 28.0)
        tone *= np.clip((time[-1] - time) / 0.1, 0.0, 1.0)
    tone = tone * np.clip(time / 0.002, 0.0, 1.0) / np.max(np.abs(tone))
    return np.stack([0.3 * tone, 0.3 * tone], axis=1).astype(np.float32)


def play(instrument: str, midi: int, seconds: float, velocity: float) -> Sound:
    """One note of any instrument named in ``STRUCK``, ``HELD``, or "drum", "pulse", "tick".

    Args:
        instrument: Its name.
        midi: Pitch; drums have none.
        seconds: For held notes.
        velocity: 0..1, level and hardness.
    """
    level = np.float32(max(0.05, min(1.0, velocity)))
    hardness = round(float(level) * 4)
    if instrument in STRUCK:
        return np.asarray(STRUCK[instrument](midi, hardness) * level, np.float32)
    if instrument in HELD:
        made = sustained(HELD[instrument], midi, seconds, velocity)
        return np.asarray(made * level, np.float32)
    return np.asarray(_blow(instrument, hardness) * level, np.float32)
