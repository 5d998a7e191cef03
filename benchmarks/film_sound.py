"""Measures of a finished film's sound: length, loudness, and each line's place. Judges nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.signal import correlate, correlation_lags

from memory.film import Film, Line
from memory.project import Project
from memory.timing import SOUND_RATE, to_samples
from tools.ffmpeg import local, stream_out
from tools.sound.mix import read_sound
from tools.sound.recipes import line_recipe
from tools.theatre.lips import spoken as spoken_by_lips
from tools.theatre.spec import SpokenLine
from tools.timeline import spoken

Mono = NDArray[np.float32]

SEARCH_SECONDS = 0.5
"""How far from its place a line is looked for in the mix."""
QUIET_DB = -45.0
"""Below its own loudest moment by this much, a line counts as silent."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One line: where it should be, where it is, and its loudness frame by frame."""

    line: str
    start: int
    frames: int
    samples: int
    late_ms: float
    """How much later than written it sounds in the mix; its own place by correlation."""
    found: float
    """How sure that is: the height of the correlation, 0..1."""
    ends: float
    """Share of the slot after which the line is silent."""
    envelope: NDArray[np.float64]
    """RMS of each frame of the slot."""
    lips_off: float
    """Most frames by which a sound is spoken away from where the lips form it."""


def film_sound(path: Path) -> NDArray[np.float32]:
    """The sound of a film as it plays: stereo float32 (n, 2) at 48 kHz."""
    raw = ["-map", "0:a:0", "-f", "f32le", "-ac", "2", "-ar", str(SOUND_RATE), "pipe:1"]
    with stream_out(["-i", local(path), *raw]) as child:
        assert child.stdout is not None
        data = child.stdout.read()
    return np.frombuffer(data, np.float32).reshape(-1, 2)


def heard(project: Project, film: Film, mix: NDArray[np.float32]) -> list[Heard]:
    """Every spoken line against the film's sound."""
    mono = np.asarray(mix.mean(axis=1), np.float32)
    found = []
    for cue in spoken(film):
        made = project.made(line_recipe(film, cue.line.id).digest)
        if made is None or not made.extra.get("spoken"):
            continue
        voice = read_sound(project.vault.path(made.sha256))
        voice = voice if voice.ndim == 1 else np.asarray(voice.mean(axis=1), np.float32)
        at = to_samples(cue.start, film.frame_rate)
        late, sure = _place(mono, voice, at)
        found.append(
            Heard(
                cue.line.id,
                cue.start,
                cue.frames,
                len(voice),
                late,
                sure,
                _last_sound(voice),
                rms(voice, cue.frames, film),
                _lips_off(film, cue.line, made.extra),
            )
        )
    return found


def _lips_off(film: Film, line: Line, extra: Mapping[str, Any]) -> float:
    """The lips run on the neutral voice, the line is spoken by a cast one: how far they part."""
    formed = [at * line.frames for ipa, at, _ in _lips(film, line) if ipa]
    said = [at * float(film.frame_rate) for ipa, at, *_ in extra["phonemes"] if ipa]
    if len(formed) != len(said):
        return 0.0  # this voice makes other sounds of the words: there is nothing to pair
    return max((abs(one - other) for one, other in zip(formed, said, strict=True)), default=0.0)


def _lips(film: Film, line: Line) -> tuple[tuple[str, float, float], ...]:
    return spoken_by_lips(SpokenLine(line.start, line.frames, line.line, film.language))[2]


def rms(voice: Mono, frames: int, film: Film) -> NDArray[np.float64]:
    """Loudness of each frame of a line."""
    edges = [to_samples(n, film.frame_rate) for n in range(frames + 1)]
    pieces = [voice[a:b] for a, b in pairwise(edges)]
    return np.array([float(np.sqrt(np.mean(p**2))) if len(p) else 0.0 for p in pieces])


def _place(mix: Mono, voice: Mono, at: int) -> tuple[float, float]:
    """(milliseconds late, height of the correlation) of a voice in the mix."""
    reach = round(SEARCH_SECONDS * SOUND_RATE)
    first = max(0, at - reach)
    window = mix[first : at + len(voice) + reach].astype(np.float64)
    both = correlate(window, voice.astype(np.float64), mode="full", method="fft")
    lags = correlation_lags(len(window), len(voice))
    best = int(np.argmax(both))
    scale = np.linalg.norm(voice) * np.linalg.norm(
        window[max(0, lags[best]) : max(0, lags[best]) + len(voice)]
    )
    late = (first + lags[best] - at) / SOUND_RATE * 1000
    return float(late), float(both[best] / max(1e-9, scale))


def _last_sound(voice: Mono) -> float:
    loud = np.abs(voice) > np.abs(voice).max(initial=0.0) * 10 ** (QUIET_DB / 20)
    return float(np.flatnonzero(loud)[-1] + 1) / len(voice) if loud.any() else 0.0
