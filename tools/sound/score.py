"""Composes the music of a film from the lengths, moods and energies of its scenes.

One key and one theme go through the whole film; a mood changes mode, tempo, chords and texture.
The music is spotted: it rests where little happens, breathes before a new scene and comes home in
a last chord. Nothing here knows the film document; the same arguments give the same sound.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from memory.timing import SOUND_RATE
from tools.sound import filters
from tools.sound.filters import Sound, decibels, level_db
from tools.sound.harmony import (
    Band,
    Chord,
    band_for,
    chord,
    lead_voices,
    mood_for,
    pitch,
)
from tools.sound.instruments import HELD, play
from tools.sound.spotting import BEATS, Bar, Section, plan

LEVEL_DB = -20.0  # RMS of the sounding parts, like speech; the mix places it from there
HIGHEST = 0.9
ARC_DB = 10.0
ROOTS = (45, 47, 48, 50, 52, 53)
LONGEST_SECONDS = 3600.0


@dataclass(frozen=True, slots=True)
class Note:
    """One note of the score: seconds, MIDI pitch, velocity 0..1, gain as a factor."""

    at: float
    seconds: float
    instrument: str
    midi: int
    velocity: float
    gain: float


def compose(
    sections: Sequence[Section], style: str = "", seed: int = 0, tempo_bpm: int | None = None
) -> Sound:
    """The score as stereo float32 (n, 2), n the sections' seconds at 48 kHz; ends in silence.

    Args:
        sections: Scenes in order.
        style: Free words such as "low strings and piano".
        seed: Another seed, another theme and key.
        tempo_bpm: Beats a minute; None leaves it to the moods.
    """
    total = min(LONGEST_SECONDS, sum(max(0.0, part.seconds) for part in sections))
    count = round(total * SOUND_RATE)
    canvas = np.zeros((count, 2), np.float32)
    for note in notes_for(sections, style, seed, tempo_bpm):
        _lay(canvas, note)
    if not np.any(canvas):
        return canvas
    return _finished(canvas, sections, seed)


def _lay(canvas: Sound, note: Note) -> None:
    start = round(note.at * SOUND_RATE)
    sound = play(note.instrument, note.midi, note.seconds, note.velocity)
    head = max(0, -start)
    size = min(len(sound) - head, len(canvas) - max(0, start))
    if size > 0:
        first = max(0, start)
        canvas[first : first + size] += np.float32(note.gain) * sound[head : head + size]


def _finished(canvas: Sound, sections: Sequence[Section], seed: int) -> Sound:
    """Room, tone, level, silence where it was asked for, and an end that fades."""
    wet = filters.reverberate(canvas, 2.6, 0.34, 1.4, 1 + seed % 7)
    wet = filters.high_pass(wet, 38.0)
    wet += 0.9 * filters.high_pass(wet, 1800.0, 1)  # air: the plain sum is dull above 1.2 kHz
    wet *= (_gates(sections, len(wet)) * _arc(sections, len(wet)))[:, None]
    wet = filters.fade_edges(wet, 0.3, min(2.5, len(wet) / SOUND_RATE / 3))
    loud = filters.low_pass(np.abs(wet).max(axis=1), 2.0, 1) > 0.004
    wet *= decibels(LEVEL_DB - level_db(wet[loud] if bool(np.any(loud)) else wet))
    peak = float(np.max(np.abs(wet)))
    if peak > HIGHEST:  # a soft knee: single blows bend, the rest stays as it was
        knee = 0.6 * HIGHEST
        over = np.maximum(np.abs(wet) - knee, 0.0) / (HIGHEST - knee)
        bent = knee + (HIGHEST - knee) * np.tanh(over)
        wet = np.where(np.abs(wet) > knee, np.sign(wet) * bent, wet)
    return wet.astype(np.float32)


def _arc(sections: Sequence[Section], count: int) -> np.ndarray:
    """The film's intensity as a gain: from scene to scene by energy, over a range of 10 dB."""
    edges = np.cumsum([0.0] + [part.seconds for part in sections])
    middles = (edges[:-1] + edges[1:]) / 2.0 * SOUND_RATE
    energies = [max(0.0, min(1.0, part.energy)) for part in sections]
    curve = np.interp(np.arange(count), middles, energies)
    return np.asarray(10.0 ** (ARC_DB * (curve - 0.5) / 20.0))


def _gates(sections: Sequence[Section], count: int) -> np.ndarray:
    """1 where music may sound, 0 in silent sections, with half-second ramps."""
    gate = np.ones(count)
    if not any(part.silent for part in sections):
        return gate
    at = 0.0
    for part in sections:
        first, last = round(at * SOUND_RATE), round((at + part.seconds) * SOUND_RATE)
        gate[first:last] = 0.0 if part.silent else 1.0
        at += part.seconds
    from scipy.ndimage import uniform_filter1d

    ramp = round(0.5 * SOUND_RATE)
    smooth = uniform_filter1d(gate, ramp, mode="nearest")
    return np.asarray(np.minimum(smooth, gate))


def notes_for(
    sections: Sequence[Section], style: str = "", seed: int = 0, tempo_bpm: int | None = None
) -> list[Note]:
    """The score as notes, in order of time: the plan before any sound."""
    chance = np.random.default_rng([seed & 0x7FFFFFFF, 17])
    root = ROOTS[int(chance.integers(len(ROOTS)))]
    theme = _theme(chance)
    band, _ = band_for(style)
    notes: list[Note] = []
    before: Chord = ()
    for index, bar in enumerate(plan(sections, seed, tempo_bpm)):
        if bar.presence in ("rest", "silent"):
            continue
        before = lead_voices(chord(bar.mood, root, bar.degree), before)
        luck = np.random.default_rng([seed & 0x7FFFFFFF, index, 3])
        notes += _bar_notes(bar, before, root, theme, band, luck)
    return sorted(notes, key=lambda note: (note.at, note.instrument, note.midi))


def _theme(chance: np.random.Generator) -> tuple[tuple[float, int], ...]:
    """The film's theme: (beat, degree above the chord) over two bars."""
    rhythms = ((0, 1.5, 2, 4, 5.5, 6), (0, 1, 2, 3, 4, 6), (0.5, 1, 2, 4, 5, 6), (0, 2, 3, 4, 7))
    shapes = ((0, 1, 2, 4, 2, 1), (4, 2, 1, 2, 0, -1), (2, 4, 3, 2, 1, 0), (0, 4, 2, 3, 1, 2))
    rhythm = rhythms[int(chance.integers(len(rhythms)))]
    shape = shapes[int(chance.integers(len(shapes)))]
    return tuple((float(beat), degree) for beat, degree in zip(rhythm, shape, strict=False))


def _bar_notes(
    bar: Bar,
    voices: Chord,
    root: int,
    theme: tuple[tuple[float, int], ...],
    band: Band,
    luck: np.random.Generator,
) -> Iterator[Note]:
    """All parts of a bar."""
    yield from _held_parts(bar, voices, root, band)
    if bar.home:
        top = max(voices) + (12 if bar.mood.lift else 0)
        yield Note(bar.at, bar.seconds, band.lead, top, 0.5, 0.7)
        return
    if bar.presence == "full" and not bar.last_of_section:
        yield from _figure(bar, voices, band, luck)
    if bar.presence == "full":
        yield from _beat(bar)
    yield from _lead(bar, root, theme, band, luck)


def _held_parts(bar: Bar, voices: Chord, root: int, band: Band) -> Iterator[Note]:
    """Pad, bass and drone; a scene's last bar is let go early, to breathe."""
    length = bar.seconds * (0.72 if bar.last_of_section and not bar.home else 1.0)
    level = 0.45 + 0.55 * bar.energy
    thin = bar.presence == "thin"
    pad = voices[-2:] if thin else voices
    for midi in pad:
        yield Note(bar.at, length, band.pad, midi, level, 0.42 * bar.mood.pad)
    if bar.energy > 0.62 and not thin:
        yield Note(bar.at, length, band.pad, max(voices) + 12, level, 0.24 * bar.mood.pad)
    low = pitch(bar.mood, root, bar.degree) - 12
    low = low - 12 if low > 45 else low
    if not thin or bar.mood.drone > 0.4:
        yield Note(bar.at, length, band.bass, low, level, 0.5)
    if bar.mood.drone > 0.3:
        deep = root - 12 if root - 12 >= 33 else root
        yield Note(bar.at, length, band.bass, deep + 7, 0.4, 0.3 * bar.mood.drone)


def _figure(bar: Bar, voices: Chord, band: Band, luck: np.random.Generator) -> Iterator[Note]:
    """The moving inner part: broken chords in quavers, more of them with more energy."""
    steps = 8 if bar.energy > 0.3 or bar.mood.figure > 0.6 else 4
    shape = (0, 1, 2, 1, 2, 1, 0, 1)
    for step in range(steps):
        if luck.random() < bar.mood.figure * (0.55 + 0.7 * bar.energy):
            midi = voices[shape[step] % len(voices)] + (12 if bar.energy > 0.5 else 0)
            at = bar.at + step * bar.seconds / steps + float(luck.normal(0.0, 0.006))
            accent = 1.0 if step % (steps // 2) == 0 else 0.72
            velocity = accent * (0.35 + 0.4 * bar.energy)
            yield Note(at, bar.seconds / steps * 1.5, band.figure, midi, velocity, 0.5)


def _beat(bar: Bar) -> Iterator[Note]:
    """The low beat and the light one."""
    beat = bar.seconds / BEATS
    for step in range(BEATS * 2):
        at = bar.at + step * beat / 2
        if bar.mood.pulse and step % 4 == 0:
            big = step == 0 and bar.energy > 0.6
            kind, level = ("drum", 1.0) if big else ("pulse", 0.7)
            yield Note(at, 0.5, kind, 36, level, 0.85 * bar.mood.pulse * (0.4 + 0.6 * bar.energy))
        if bar.mood.tick and bar.energy > 0.3:
            accent = 1.0 if step % 2 == 0 else 0.6
            yield Note(at, 0.2, "tick", 60, accent * 0.6, 0.3 * bar.mood.tick * bar.energy)


def _lead(
    bar: Bar,
    root: int,
    theme: tuple[tuple[float, int], ...],
    band: Band,
    luck: np.random.Generator,
) -> Iterator[Note]:
    """The theme over the first two bars of a phrase, an answer over the third, then a rest."""
    if bar.place == 3 or luck.random() > bar.mood.lead + 0.55 * bar.energy + 0.15:
        return
    half = bar.place % 2
    part = [(beat - 4 * half, step) for beat, step in theme if 4 * half <= beat < 4 * half + 4]
    beat_seconds = bar.seconds / BEATS
    for index, (beat, step) in enumerate(part):
        if bar.presence == "thin" and index % 2:
            continue
        until = part[index + 1][0] if index + 1 < len(part) else 4.0
        degree = bar.degree + step + (1 if bar.place == 2 else 0) + 7 * (1 + bar.mood.lift)
        midi = pitch(bar.mood, root, degree)
        midi -= 12 * max(0, -(-(midi - 84) // 12))
        length = (until - beat) * beat_seconds * (0.95 if band.lead in HELD else 1.0)
        velocity = 0.4 + 0.35 * bar.energy + 0.08 * float(luck.random())
        at = bar.at + beat * beat_seconds + float(luck.normal(0.0, 0.008))
        yield Note(max(0.0, at), length, band.lead, midi, velocity, 0.8)


def notes_about(sections: Sequence[Section], style: str) -> tuple[str, ...]:
    """What was not understood in the words: unknown moods and instruments."""
    found = [mood_for(part.mood)[1] for part in sections] + [band_for(style)[1]]
    return tuple(dict.fromkeys(note for note in found if note))
