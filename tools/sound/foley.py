"""Single sounds made from noise, tones and resonances; knows no words and no film.

Each maker takes a length in seconds where one makes sense and a random generator, and gives mono
at 48 kHz, peak about 0.7, nothing below 30 Hz. The same generator state gives the same sound.
"""

import numpy as np

from memory.timing import SOUND_RATE
from tools.sound.filters import Wave, band_pass, drift, high_pass, low_pass, normal, pink

Chance = np.random.Generator


def axis(seconds: float) -> Wave:
    """The time of every sample, in seconds."""
    return np.arange(round(seconds * SOUND_RATE), dtype=np.float64) / SOUND_RATE


def white(count: int, chance: Chance) -> Wave:
    """Noise with all frequencies alike."""
    return np.asarray(chance.normal(0.0, 1.0, count), np.float64)


def lay(canvas: Wave, sound: Wave, at: float, gain: float = 1.0) -> None:
    """Add a sound to a canvas at a time in seconds; what falls outside is lost."""
    start = max(0, round(at * SOUND_RATE))
    count = min(len(sound), len(canvas) - start)
    if count > 0:
        canvas[start : start + count] += gain * sound[:count]


def hit(seconds: float, decay: float, low: float, high: float, chance: Chance) -> Wave:
    """A burst of noise in a band that dies away ``decay`` times a second (1/e)."""
    time = axis(seconds)
    return band_pass(white(len(time), chance), low, high) * np.exp(-time * decay)


def ring(seconds: float, partials: tuple[tuple[float, float, float], ...]) -> Wave:
    """Partials of (Hz, level, decay a second), struck at once."""
    time = axis(seconds)
    parts = [g * np.sin(2 * np.pi * hz * time) * np.exp(-time * d) for hz, g, d in partials]
    return np.asarray(np.sum(parts, axis=0) * np.clip(time / 0.002, 0.0, 1.0), np.float64)


def glide(seconds: float, start_hz: float, end_hz: float, bend: float = 1.0) -> Wave:
    """The phase of a tone that glides from one pitch to another."""
    time = axis(seconds)
    hz = start_hz + (end_hz - start_hz) * (time / seconds) ** bend
    return np.asarray(2 * np.pi * np.cumsum(hz) / SOUND_RATE, np.float64)


GROUND = {  # thud Hz, thud level, low and high of the scuff, grain share
    "wood": (132.0, 1.0, 180.0, 1400.0, 1.0),
    "gravel": (90.0, 0.25, 900.0, 6500.0, 0.16),
    "stone": (170.0, 0.4, 700.0, 4200.0, 1.0),
    "grass": (80.0, 0.3, 1400.0, 6000.0, 0.5),
    "snow": (110.0, 0.3, 600.0, 3200.0, 0.3),
    "water": (120.0, 0.3, 400.0, 3000.0, 0.6),
}


def footsteps(seconds: float, chance: Chance, ground: str = "wood", pace: float = 1.75) -> Wave:
    """Heel and toe on a ground, ``pace`` steps a second."""
    canvas = np.zeros(round(seconds * SOUND_RATE))
    at, side = 0.05, 0
    while at < seconds - 0.2:
        for offset, weight, decay in ((0.0, 1.0, 34.0), (0.06 + chance.normal(0, 0.006), 0.5, 52)):
            level = weight * chance.uniform(0.78, 1.0) * (1.0, 0.86)[side]
            lay(canvas, _step(ground, decay, chance), at + offset, level)
        at, side = at + max(0.2, (1.0 + chance.normal(0.0, 0.02)) / pace), 1 - side
    return normal(high_pass(canvas, 45.0))


def _step(ground: str, decay: float, chance: Chance) -> Wave:
    hz, thud, low, high, grain = GROUND[ground]
    time = axis(0.22)
    scuff = white(len(time), chance) * (chance.random(len(time)) < grain)
    sound = band_pass(scuff, low, high) * np.exp(-time * decay) / np.sqrt(grain)
    tone = hz * (1.0 + chance.normal(0.0, 0.05))
    return np.asarray(sound + thud * np.sin(2 * np.pi * tone * time) * np.exp(-time * 42.0))


def door(seconds: float, chance: Chance) -> Wave:
    """A hinge that creaks, then the door falls shut."""
    canvas = np.zeros(round(1.7 * SOUND_RATE))
    count = round(1.0 * SOUND_RATE)
    phase = np.cumsum(85.0 + 70.0 * drift(count, chance, 6.0)) / SOUND_RATE
    clicks = (np.diff(np.floor(phase), prepend=0.0) > 0) * chance.uniform(0.4, 1.0, count)
    for hz, level in ((520.0, 1.0), (910.0, 0.8), (1480.0, 0.5)):
        creak = band_pass(clicks, hz * 0.96, hz * 1.04, 1)
        lay(canvas, creak * np.linspace(0.3, 1.0, count) ** 2, 0.05, 4.0 * level)
    lay(canvas, ring(0.5, ((74.0, 1.3, 13.0), (155.0, 0.5, 18.0))), 1.12)
    lay(canvas, hit(0.3, 26.0, 120.0, 2200.0, chance), 1.12, 1.4)
    lay(canvas, hit(0.08, 90.0, 1500.0, 6000.0, chance), 1.2, 0.5)
    return normal(canvas)


def thunder(seconds: float, chance: Chance) -> Wave:
    """A crack and the long roll after it."""
    time = axis(max(4.0, min(9.0, seconds)))
    roll = np.zeros(len(time))
    for at in np.sort(chance.exponential(0.9, 9)):
        rise = np.clip((time - at) / 0.05, 0.0, 1.0)
        roll += (
            rise * np.exp(-np.maximum(0, time - at) * chance.uniform(0.7, 2.6)) * chance.random()
        )
    crack = high_pass(white(len(time), chance), 600.0) * np.exp(-time * 8.0) * 0.5
    low = np.tanh(low_pass(pink(len(time), chance), 150.0) * roll * 2.0)
    middle = low_pass(pink(len(time), chance), 700.0) * roll * 0.3
    return normal(high_pass((low + middle + crack) * np.clip(time / 0.01, 0.0, 1.0), 32.0))


def knock(seconds: float, chance: Chance) -> Wave:
    """Three knocks on a wooden door."""
    canvas = np.zeros(round(1.2 * SOUND_RATE))
    for index in range(3):
        level = chance.uniform(0.85, 1.0)
        knuckle = ring(0.2, ((178.0, 1.0, 38.0), (420.0, 0.5, 60.0), (910.0, 0.2, 90.0)))
        lay(canvas, knuckle, 0.03 + 0.24 * index, level)
        lay(canvas, hit(0.05, 120.0, 800.0, 5000.0, chance), 0.03 + 0.24 * index, 0.35)
    return normal(canvas)


def phone_ring(seconds: float, chance: Chance) -> Wave:
    """An old bell telephone: two gongs struck 20 times a second, on and off."""
    time = axis(max(1.6, min(4.0, seconds)))
    strikes = np.clip(np.sin(2 * np.pi * 20.0 * time), 0.0, 1.0) ** 0.5
    gongs = sum(
        level * np.sin(2 * np.pi * hz * time)
        for hz, level in ((1180.0, 1.0), (1420.0, 0.8), (2990.0, 0.35), (3660.0, 0.2))
    )
    rings = (time % 1.6) < 1.0
    gate = low_pass(rings.astype(np.float64), 18.0, 1)
    return normal(np.asarray(gongs * (0.35 + 0.65 * strikes) * gate))


def phone_buzz(seconds: float, chance: Chance) -> Wave:
    """A mobile phone that buzzes on a table."""
    time = axis(max(1.4, min(3.0, seconds)))
    motor = np.tanh(3.0 * np.sin(2 * np.pi * 158.0 * time)) + 0.3 * white(len(time), chance)
    gate = low_pass(((time % 0.7) < 0.42).astype(np.float64), 25.0, 1)
    return normal(band_pass(motor, 120.0, 2600.0) * gate)


def keyboard(seconds: float, chance: Chance) -> Wave:
    """Typing, with a word's rhythm."""
    canvas = np.zeros(round(seconds * SOUND_RATE))
    at = 0.05
    while at < seconds - 0.1:
        press = hit(0.06, 95.0, 1200.0, chance.uniform(5200, 7800), chance)
        lay(canvas, press, at, chance.uniform(0.5, 1.0))
        lay(canvas, ring(0.04, ((chance.uniform(240, 330), 0.4, 110.0),)), at)
        at += chance.uniform(0.09, 0.17) + (0.3 if chance.random() < 0.14 else 0.0)
    return normal(canvas, 0.5)


def glass(seconds: float, chance: Chance) -> Wave:
    """A glass that breaks: a crash and falling splinters."""
    canvas = np.zeros(round(1.4 * SOUND_RATE))
    lay(canvas, hit(0.3, 22.0, 1800.0, 11000.0, chance), 0.0, 1.0)
    for _ in range(34):
        hz = float(chance.uniform(2300.0, 8800.0))
        shard = ring(0.25, ((hz, 1.0, 26.0), (hz * 1.61, 0.5, 40.0)))
        lay(canvas, shard, float(chance.exponential(0.22)), float(chance.uniform(0.08, 0.5)))
    return normal(canvas)


def clink(seconds: float, chance: Chance) -> Wave:
    """A glass or a cup set down or touched."""
    rings = ((2310.0, 1.0, 7.0), (3890.0, 0.5, 11.0), (6120.0, 0.25, 18.0), (640.0, 0.3, 40.0))
    return normal(ring(0.8, rings), 0.5)


def paper(seconds: float, chance: Chance) -> Wave:
    """Paper that slides and is turned."""
    length = max(0.7, min(1.6, seconds))
    count = round(length * SOUND_RATE)
    crackle = white(count, chance) * (chance.random(count) < 0.05)
    slide = band_pass(white(count, chance), 1500.0, 7500.0) * drift(count, chance, 7.0) ** 2
    rustle = band_pass(crackle, 1800.0, 9000.0) * 2.2
    shape = np.sin(np.pi * np.linspace(0.0, 1.0, count)) ** 0.7
    return normal((slide * 0.6 + rustle) * shape, 0.5)


def splash(seconds: float, chance: Chance) -> Wave:
    """Something falls into water: a slap, a hollow, drops."""
    canvas = np.zeros(round(1.8 * SOUND_RATE))
    lay(canvas, hit(0.7, 7.0, 500.0, 5200.0, chance), 0.0, 1.0)
    lay(canvas, np.sin(glide(0.25, 130.0, 62.0)) * np.exp(-axis(0.25) * 12.0), 0.02, 1.1)
    for _ in range(18):
        lay(canvas, _drop(chance), 0.1 + float(chance.exponential(0.3)), chance.uniform(0.05, 0.3))
    return normal(canvas)


def _drop(chance: Chance) -> Wave:
    hz = float(chance.uniform(500.0, 1900.0))
    length = float(chance.uniform(0.03, 0.07))
    return np.sin(glide(length, hz, hz * 1.7, 2.0)) * np.exp(-axis(length) * 55.0)


def plop(seconds: float, chance: Chance) -> Wave:
    """A pebble into water: one bubble that rises in pitch."""
    canvas = np.zeros(round(0.7 * SOUND_RATE))
    bubble = np.sin(glide(0.12, 310.0, 720.0, 2.0)) * np.exp(-axis(0.12) * 22.0)
    lay(canvas, hit(0.08, 60.0, 900.0, 5000.0, chance), 0.0, 0.4)
    lay(canvas, bubble, 0.025)
    lay(canvas, _drop(chance), 0.22, 0.25)
    return normal(canvas, 0.6)


def lapping(seconds: float, chance: Chance) -> Wave:
    """Small waves against wood or stone."""
    canvas = np.zeros(round(seconds * SOUND_RATE))
    at = 0.1
    while at < seconds - 0.4:
        length = float(chance.uniform(0.6, 1.1))
        count = round(length * SOUND_RATE)
        swell = np.sin(np.pi * np.linspace(0.0, 1.0, count)) ** 1.6
        wash = band_pass(pink(count, chance), 250.0, 2600.0) * swell
        lay(canvas, wash, at, float(chance.uniform(0.5, 1.0)))
        for _ in range(5):
            lay(canvas, _drop(chance), at + length * float(chance.random()), 0.35)
        at += float(chance.uniform(0.7, 1.5))
    return normal(canvas, 0.5)


def gust(seconds: float, chance: Chance) -> Wave:
    """A gust of wind that swells and whistles."""
    length = max(2.0, min(5.0, seconds))
    count = round(length * SOUND_RATE)
    swell = np.sin(np.pi * np.linspace(0.0, 1.0, count)) ** 2 * (
        0.6 + 0.4 * drift(count, chance, 2)
    )
    low = band_pass(pink(count, chance), 60.0, 420.0)
    whistle = band_pass(white(count, chance), 640.0, 860.0, 1) * swell**2
    return normal((low + 1.2 * whistle) * swell, 0.6)


def click(seconds: float, chance: Chance) -> Wave:
    """A latch, a switch, a ticket punch: press and release."""
    canvas = np.zeros(round(0.3 * SOUND_RATE))
    for at, level in ((0.0, 1.0), (0.085, 0.6)):
        lay(canvas, hit(0.05, 140.0, 1600.0, 9000.0, chance), at, level)
        lay(canvas, ring(0.06, ((2350.0, 0.5, 90.0), (880.0, 0.4, 120.0))), at, level)
    return normal(canvas, 0.6)


def thud(seconds: float, chance: Chance) -> Wave:
    """Something heavy set down on wood."""
    body = ring(0.7, ((68.0, 1.2, 11.0), (112.0, 0.6, 16.0), (203.0, 0.3, 30.0)))
    canvas = np.zeros(len(body))
    lay(canvas, body, 0.0)
    lay(canvas, hit(0.2, 30.0, 150.0, 1800.0, chance), 0.0, 0.8)
    return normal(canvas)
