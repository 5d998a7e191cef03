"""Animals, bells, horns, alarms and machines as single sounds; knows no words and no film.

Like ``foley``: mono at 48 kHz, peak about 0.7, settled by the random generator passed in.
"""

import numpy as np

from memory.timing import SOUND_RATE
from tools.sound.filters import (
    Wave,
    band_pass,
    drift,
    fade_edges,
    high_pass,
    low_pass,
    normal,
    pink,
)
from tools.sound.foley import Chance, axis, glide, hit, lay, ring, white


def gulls(seconds: float, chance: Chance) -> Wave:
    """Two or three gulls that call and answer."""
    canvas = np.zeros(round(max(3.0, min(6.0, seconds)) * SOUND_RATE))
    at = 0.1
    while at < len(canvas) / SOUND_RATE - 0.6:
        high = float(chance.uniform(1150.0, 1500.0))
        for _ in range(int(chance.integers(2, 5))):
            length = float(chance.uniform(0.24, 0.36))
            lay(canvas, _cry(length, high, high * 0.62, 4), at, float(chance.uniform(0.5, 1.0)))
            at += length + 0.05
        at += float(chance.uniform(0.5, 1.3))
    return normal(canvas, 0.5)


def _cry(seconds: float, start_hz: float, end_hz: float, partials: int) -> Wave:
    phase = glide(seconds, start_hz, end_hz, 1.4)
    shape = np.sin(np.pi * np.linspace(0.0, 1.0, len(phase))) ** 0.6
    parts = [np.sin(k * phase) / k**0.9 for k in range(1, partials + 1)]
    return np.asarray(np.sum(parts, axis=0) * shape, np.float64)


def caw(seconds: float, chance: Chance) -> Wave:
    """A crow: harsh, three calls."""
    canvas = np.zeros(round(2.0 * SOUND_RATE))
    for index in range(3):
        voice = _cry(0.34, 520.0 * float(chance.uniform(0.95, 1.05)), 410.0, 14)
        rasp = 1.0 + 0.9 * np.sign(np.sin(2 * np.pi * 64.0 * axis(0.34)))
        harsh = np.tanh(voice * rasp) + 0.25 * white(len(voice), chance) * np.abs(voice)
        lay(canvas, band_pass(harsh, 700.0, 3400.0), 0.05 + 0.58 * index)
    return normal(canvas, 0.6)


def wings(seconds: float, chance: Chance) -> Wave:
    """Wing beats that quicken away."""
    canvas = np.zeros(round(1.8 * SOUND_RATE))
    at, gap = 0.05, 0.17
    while at < 1.6:
        time = axis(0.13)
        flap = band_pass(white(len(time), chance), 150.0, 1900.0) * np.sin(np.pi * time / 0.13) ** 2
        lay(canvas, flap, at, float(1.0 - 0.4 * at))
        at, gap = at + gap, max(0.1, gap * 0.97)
    return normal(canvas, 0.5)


def birdsong(seconds: float, chance: Chance) -> Wave:
    """A songbird's phrases with rests."""
    canvas = np.zeros(round(seconds * SOUND_RATE))
    at = float(chance.uniform(0.0, 0.8))
    while at < seconds - 0.6:
        base = float(chance.uniform(2600.0, 4200.0))
        for _ in range(int(chance.integers(3, 8))):
            length = float(chance.uniform(0.05, 0.13))
            bend = float(chance.uniform(0.8, 1.3))
            lay(canvas, _cry(length, base, base * bend, 1), at, float(chance.uniform(0.4, 1.0)))
            at += length + float(chance.uniform(0.02, 0.07))
        at += float(chance.uniform(0.7, 2.6))
    return normal(canvas, 0.4)


def dog(seconds: float, chance: Chance) -> Wave:
    """A dog that barks twice."""
    canvas = np.zeros(round(1.1 * SOUND_RATE))
    for at in (0.03, 0.45):
        bark = np.tanh(1.8 * _cry(0.19, 560.0, 300.0, 10))
        breath = hit(0.19, 14.0, 500.0, 3000.0, chance)
        lay(canvas, band_pass(bark, 280.0, 2600.0) + 0.3 * breath, at)
    return normal(canvas)


def bell(seconds: float, chance: Chance) -> Wave:
    """One stroke of a church or ship's bell, with its minor third."""
    hz = 392.0
    partials = (
        (hz * 0.5, 0.5, 0.7), (hz, 1.0, 1.1), (hz * 1.19, 0.7, 1.5), (hz * 1.5, 0.4, 2.0),
        (hz * 2.0, 0.7, 2.2), (hz * 2.67, 0.25, 3.5), (hz * 4.1, 0.2, 6.0),
    )  # fmt: skip
    return normal(fade_edges(ring(4.0, partials), 0.001, 0.8))


def horn(seconds: float, chance: Chance) -> Wave:
    """A ship's horn, far and low."""
    time = axis(2.8)
    voice = sum(
        np.tanh(5.0 * np.sin(2 * np.pi * hz * time + 0.02 * np.sin(30.0 * time)))
        for hz in (87.3, 110.0, 130.8)
    )
    shape = np.clip(time / 0.18, 0.0, 1.0) * np.clip((2.8 - time) / 0.5, 0.0, 1.0)
    return normal(band_pass(np.asarray(voice), 70.0, 900.0, 1) * shape)


def car_horn(seconds: float, chance: Chance) -> Wave:
    """Two short notes of a car."""
    time = axis(0.8)
    voice = np.tanh(3.0 * np.sin(2 * np.pi * 415.0 * time)) + np.tanh(
        3.0 * np.sin(2 * np.pi * 523.0 * time)
    )
    gate = low_pass(((time < 0.22) | ((time > 0.36) & (time < 0.72))).astype(np.float64), 40.0, 1)
    return normal(band_pass(voice, 350.0, 4200.0) * gate, 0.6)


def alarm(seconds: float, chance: Chance) -> Wave:
    """A two-tone alarm."""
    time = axis(max(2.0, min(5.0, seconds)))
    high = (time * 2.0) % 1.0 < 0.5
    phase = 2 * np.pi * np.cumsum(np.where(high, 960.0, 770.0)) / SOUND_RATE
    return normal(fade_edges(low_pass(np.tanh(2.0 * np.sin(phase)), 5200.0)), 0.5)


def siren(seconds: float, chance: Chance) -> Wave:
    """A siren that rises and falls, some streets away."""
    time = axis(max(3.0, min(7.0, seconds)))
    hz = 720.0 + 260.0 * np.sin(2 * np.pi * 0.35 * time - 1.2)
    wail = np.tanh(1.5 * np.sin(2 * np.pi * np.cumsum(hz) / SOUND_RATE))
    return normal(fade_edges(low_pass(wail, 2600.0), 0.6, 0.9), 0.45)


def beep(seconds: float, chance: Chance) -> Wave:
    """Three electronic beeps."""
    canvas = np.zeros(round(0.9 * SOUND_RATE))
    for index in range(3):
        tone = np.sin(2 * np.pi * 1320.0 * axis(0.11))
        lay(canvas, fade_edges(tone, 0.006, 0.02), 0.03 + 0.26 * index)
    return normal(canvas, 0.45)


def engine(seconds: float, chance: Chance) -> Wave:
    """A ship's or a lorry's engine, felt through the floor; starts and ends softly."""
    time = axis(seconds)
    speed = 1.0 + 0.012 * np.cumsum(drift(len(time), chance, 0.7) - 0.5) / SOUND_RATE
    hum = sum(
        level * np.sin(2 * np.pi * hz * speed * time + phase)
        for hz, level, phase in (
            (41.0, 0.9, 0.0),
            (82.0, 1.0, 0.7),
            (123.0, 0.5, 2.1),
            (205, 0.2, 4),
        )
    )
    strokes = 0.7 + 0.3 * np.sin(2 * np.pi * 10.25 * time) ** 2
    rattle = band_pass(white(len(time), chance), 300.0, 1500.0) * strokes**3
    hum = np.tanh(1.4 * np.asarray(hum))  # harmonics, so that small speakers have an engine too
    sound = hum * strokes + 0.2 * rattle + 0.2 * low_pass(pink(len(time), chance), 200)
    return normal(fade_edges(high_pass(sound, 36.0, 4), 0.5, 0.6), 0.5)


def clock(seconds: float, chance: Chance) -> Wave:
    """A clock: tick, tock, once a second each half."""
    canvas = np.zeros(round(max(1.0, seconds) * SOUND_RATE))
    for index in range(int(seconds * 2.0)):
        hz = (2500.0, 1950.0)[index % 2]
        lay(canvas, ring(0.06, ((hz, 1.0, 110.0), (hz * 0.41, 0.6, 80.0))), 0.03 + index * 0.5)
        lay(canvas, hit(0.02, 260.0, 2000.0, 8000.0, chance), 0.03 + index * 0.5, 0.3)
    return normal(canvas, 0.45)


def cup_of_coins(seconds: float, chance: Chance) -> Wave:
    """Coins or keys that jingle."""
    canvas = np.zeros(round(0.9 * SOUND_RATE))
    for _ in range(14):
        hz = float(chance.uniform(3200.0, 7600.0))
        jingle = ring(0.14, ((hz, 1.0, 34.0), (hz * 1.34, 0.6, 46.0)))
        lay(canvas, jingle, float(chance.uniform(0.0, 0.6)), float(chance.uniform(0.2, 0.8)))
    return normal(canvas, 0.4)


def whoosh(seconds: float, chance: Chance) -> Wave:
    """Something passes close by."""
    count = round(0.8 * SOUND_RATE)
    noise = white(count, chance)
    rise = np.exp(-(((np.linspace(0.0, 1.0, count) - 0.45) / 0.16) ** 2))
    bright = band_pass(noise, 900.0, 4200.0) * rise**2
    return normal(band_pass(noise, 180.0, 900.0) * rise + bright, 0.6)


def heartbeat(seconds: float, chance: Chance) -> Wave:
    """A heart: two soft blows, about 72 a minute."""
    canvas = np.zeros(round(max(1.0, seconds) * SOUND_RATE))
    at = 0.05
    while at < seconds - 0.4:
        for offset, hz, level in ((0.0, 56.0, 1.0), (0.21, 68.0, 0.7)):
            lay(canvas, ring(0.22, ((hz, 1.0, 20.0), (hz * 2.0, 0.35, 30.0))), at + offset, level)
        at += 0.83
    return normal(canvas, 0.6)


def fire(seconds: float, chance: Chance) -> Wave:
    """A fire that crackles."""
    count = round(seconds * SOUND_RATE)
    roar = low_pass(pink(count, chance), 320.0) * (0.6 + 0.5 * drift(count, chance, 1.5))
    sparks = np.zeros(count)
    where = chance.integers(0, max(1, count), int(14 * seconds))
    sparks[where] = chance.exponential(1.0, len(where))
    crackle = band_pass(sparks, 900.0, 6500.0) * 14.0
    return normal(fade_edges(0.5 * roar + crackle, 0.3, 0.4), 0.5)
