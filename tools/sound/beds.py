"""Beds of sound that could go on for ever: wind, rain, sea, city, birds; knows no place names.

Each gives stereo (n, 2) at 48 kHz around -20 dB RMS at its fullest; nothing below 30 Hz.
"""

from collections.abc import Callable

import numpy as np

from memory.timing import SOUND_RATE
from tools.sound import calls, filters
from tools.sound.filters import Wave, band_pass, drift, high_pass, low_pass, pan, pink
from tools.sound.foley import Chance, axis, hit, lay, ring, white


def _both(make: Callable[[], Wave], width: float = 0.7) -> Wave:
    """Two takes of the same noise: ``width`` 0 is mono, 1 has nothing in common."""
    left, other = make(), make()
    common = 1.0 - width
    right = common * left + np.sqrt(1.0 - common * common) * other
    return np.stack([left, right], axis=1)


def _scatter(
    count: int, chance: Chance, every: float, make: Callable[[], Wave], far: float = 0.9
) -> Wave:
    """Single sounds at random times and places, one every so many seconds."""
    canvas = np.zeros((count, 2))
    at = float(chance.uniform(0.1, 1.0)) * min(every, 0.3 * count / SOUND_RATE)
    while at < count / SOUND_RATE - 0.2:
        sound = pan(make(), float(chance.uniform(-far, far)))
        start = round(at * SOUND_RATE)
        size = min(len(sound), count - start)
        canvas[start : start + size] += sound[:size] * float(chance.uniform(0.3, 1.0))
        at += float(chance.exponential(every))
    return canvas


def room(count: int, chance: Chance) -> Wave:
    """The tone of an empty room: air, and a trace of mains."""
    air = _both(lambda: low_pass(pink(count, chance), 420.0) + 0.06 * pink(count, chance), 0.5)
    mains = 0.05 * np.sin(2 * np.pi * 100.0 * np.arange(count) / SOUND_RATE)
    return air + mains[:, None]


def wind(count: int, chance: Chance) -> Wave:
    """Wind that swells, with a whistle at its height."""

    def one() -> Wave:
        swell = drift(count, chance, 0.35)
        noise = pink(count, chance)
        body = band_pass(noise, 80.0, 420.0, 1) * (0.4 + swell)
        return body + 1.5 * band_pass(noise, 260.0, 620.0) * swell**2 + 0.05 * noise

    return _both(one, 0.6)


def leaves(count: int, chance: Chance) -> Wave:
    """Wind in trees: a rustle that comes and goes."""

    def one() -> Wave:
        swell = drift(count, chance, 0.45) ** 1.5
        return band_pass(pink(count, chance), 1200.0, 6500.0, 1) * (0.15 + swell)

    return _both(one, 0.8)


def rain(count: int, chance: Chance, drops: float = 260.0) -> Wave:
    """Rain outdoors: a wash and many drops."""

    def one() -> Wave:
        wash = high_pass(pink(count, chance), 700.0) * (0.8 + 0.3 * drift(count, chance, 0.5))
        grains = np.zeros(count)
        where = chance.integers(0, count, int(drops * count / SOUND_RATE))
        grains[where] = chance.exponential(1.0, len(where))
        near = band_pass(grains, 1500.0, 6500.0, 1) * 3.0
        return 0.5 * wash + near + 0.25 * low_pass(pink(count, chance), 300.0)

    return _both(one, 0.8)


def window_rain(count: int, chance: Chance) -> Wave:
    """Rain heard from inside: the wash muffled, drops on the pane."""
    pane = np.zeros((count, 2))
    for side in (0, 1):
        grains = np.zeros(count)
        where = chance.integers(0, count, int(26 * count / SOUND_RATE))
        grains[where] = chance.exponential(1.0, len(where))
        pane[:, side] = band_pass(grains, 900.0, 3200.0) * 9.0
    return low_pass(rain(count, chance), 900.0, 1) * 0.9 + pane


def sea(count: int, chance: Chance) -> Wave:
    """Surf: waves that rise, break and draw back, each with its own time."""
    time = np.arange(count) / SOUND_RATE

    def one() -> Wave:
        sound = 0.35 * low_pass(pink(count, chance), 140.0)
        for period in (6.9, 9.1, 11.7):
            turn = 2 * np.pi * time / period + chance.uniform(0, 2 * np.pi)
            crest = np.clip(np.sin(turn), 0.0, 1.0) ** 2.2
            foam = np.clip(np.sin(turn - 0.6), 0.0, 1.0) ** 3
            sound += 0.6 * band_pass(pink(count, chance), 150.0, 900.0) * crest
            sound += 0.35 * high_pass(pink(count, chance), 1400.0) * foam
        return sound

    return _both(one, 0.5)


def lapping(count: int, chance: Chance) -> Wave:
    """Small water against wood."""
    from tools.sound.foley import lapping as laps

    seconds = count / SOUND_RATE
    sides = [laps(seconds, chance)[:count] for _ in range(3)]
    calm = _both(lambda: low_pass(pink(count, chance), 400.0) * 0.08, 0.6)
    calm += np.stack([sides[0] + 0.6 * sides[1], sides[2] + 0.6 * sides[1]], axis=1) * 0.7
    return calm


def city(count: int, chance: Chance) -> Wave:
    """Traffic some streets away, with cars that pass."""
    hum = _both(
        lambda: low_pass(pink(count, chance), 480.0) * (0.6 + 0.4 * drift(count, chance, 0.3))
    )

    def car() -> Wave:
        size = round(float(chance.uniform(3.0, 5.5)) * SOUND_RATE)
        shape = np.sin(np.pi * np.linspace(0.0, 1.0, size)) ** 3
        return np.asarray(band_pass(pink(size, chance), 90.0, 1500.0, 1) * shape, np.float64)

    return hum + 0.7 * _scatter(count, chance, 3.0, car)


def birds(count: int, chance: Chance) -> Wave:
    """Songbirds near and far."""
    calm = leaves(count, chance) * 0.25
    return calm + 0.8 * _scatter(count, chance, 1.6, lambda: calls.birdsong(2.2, chance))


def gulls(count: int, chance: Chance) -> Wave:
    """Gulls now and then, far off."""
    return 0.6 * _scatter(count, chance, 6.0, lambda: low_pass(calls.gulls(3.0, chance), 3800.0))


def crickets(count: int, chance: Chance) -> Wave:
    """Crickets: each chirps at its own pitch and pace."""
    time = np.arange(count) / SOUND_RATE
    field = np.zeros((count, 2))
    for _ in range(7):
        hz, pace = float(chance.uniform(3900, 4900)), float(chance.uniform(1.9, 2.8))
        phase = (time * pace + float(chance.random())) % 1.0
        pulses = np.clip(np.sin(2 * np.pi * 31.0 * time), 0.0, 1.0) * (phase < 0.38)
        chirp = np.sin(2 * np.pi * hz * time) * pulses
        field += pan(chirp, float(chance.uniform(-1, 1))) * float(chance.uniform(0.15, 0.6))
    air = _both(lambda: low_pass(pink(count, chance), 500.0))
    return np.asarray(field + 0.15 * air, np.float64)


def crowd(count: int, chance: Chance) -> Wave:
    """A murmur of many voices; no word can be made out."""
    talk = np.zeros((count, 2))
    for _ in range(12):
        base = float(chance.uniform(95.0, 230.0))
        pitch = base * (0.88 + 0.3 * drift(count, chance, 2.5))
        buzz = np.tanh(3.0 * np.sin(2 * np.pi * np.cumsum(pitch) / SOUND_RATE))
        source = buzz + 0.25 * white(count, chance)
        vowel = drift(count, chance, 4.0)
        low, high = float(chance.uniform(350, 600)), float(chance.uniform(1100, 2100))
        voice = band_pass(source, low * 0.8, low * 1.3, 1) * vowel
        voice += 1.6 * band_pass(source, high * 0.9, high * 1.15, 1) * (1.0 - vowel)
        speaks = (drift(count, chance, 4.2) ** 1.4) * (drift(count, chance, 0.4) > 0.42)
        talk += pan(voice * low_pass(speaks, 12.0, 1), float(chance.uniform(-0.9, 0.9)))
    return filters.reverberate(talk, 0.9, 0.5, 0.5, 5)


def cafe(count: int, chance: Chance) -> Wave:
    """A murmur, and cups."""

    def cup() -> Wave:
        hz = float(chance.uniform(2100.0, 3900.0))
        return ring(0.5, ((hz, 1.0, 12.0), (hz * 1.66, 0.5, 20.0)))

    return crowd(count, chance) + 0.2 * _scatter(count, chance, 1.3, cup)


def office(count: int, chance: Chance) -> Wave:
    """Air conditioning, machines, and typing a room away."""
    time = np.arange(count) / SOUND_RATE
    air = _both(lambda: band_pass(pink(count, chance), 70.0, 900.0, 1), 0.5)
    hum = 0.12 * np.sin(2 * np.pi * 120.0 * time) + 0.05 * np.sin(2 * np.pi * 240.0 * time)
    keys = _scatter(count, chance, 0.8, lambda: hit(0.05, 100.0, 1200.0, 4200.0, chance))
    return air + hum[:, None] + 0.12 * keys


def engine(count: int, chance: Chance) -> Wave:
    """An engine through a hull or a floor."""
    mono = calls.engine(count / SOUND_RATE + 2.0, chance)[SOUND_RATE : SOUND_RATE + count]
    air = _both(lambda: low_pass(pink(count, chance), 300.0), 0.6)
    return 2.0 * mono[:, None] + 0.5 * air


def fire(count: int, chance: Chance) -> Wave:
    """A fire in a hearth or on the ground."""
    seconds = count / SOUND_RATE + 2.0
    sides = [calls.fire(seconds, chance)[SOUND_RATE : SOUND_RATE + count] for _ in range(2)]
    return np.stack([sides[0] + 0.5 * sides[1], sides[1] + 0.5 * sides[0]], axis=1)


def drips(count: int, chance: Chance) -> Wave:
    """A cave or a cellar: a hollow tone and drops that echo."""

    def drop() -> Wave:
        canvas = np.zeros(SOUND_RATE)
        hz = float(chance.uniform(900.0, 2100.0))
        lay(canvas, np.sin(2 * np.pi * hz * axis(0.06)) * np.exp(-axis(0.06) * 60.0), 0.0)
        return canvas

    far = filters.reverberate(_scatter(count, chance, 1.8, drop), 2.4, 0.7, 0.8, 9)
    return 0.5 * _both(lambda: low_pass(pink(count, chance), 240.0)) + far


BEDS = {
    "room": room, "wind": wind, "leaves": leaves, "rain": rain, "window rain": window_rain,
    "sea": sea, "lapping": lapping, "city": city, "birds": birds, "gulls": gulls,
    "crickets": crickets, "crowd": crowd, "cafe": cafe, "office": office, "engine": engine,
    "fire": fire, "drips": drips,
}  # fmt: skip
