"""Where music is and where it rests: every bar of a film, before a note is written; no sound.

A scene's bars are stretched a little so that the next scene starts on a bar; calm scenes rest more
often; the last bars come home.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tools.sound.harmony import Mood, ending, mood_for

BEATS = 4
PHRASE_BARS = 4
END_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the film with one mood: usually a scene.

    Attributes:
        seconds: Its length. mood: free words. energy: 0..1.
        silent: True where no music may play.
    """

    seconds: float
    mood: str = "neutral"
    energy: float = 0.4
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the plan: where it lies, how full it is, what chord it has."""

    at: float
    seconds: float
    mood: Mood
    degree: int
    energy: float
    presence: str  # "full", "thin", "rest", or "silent" where no music may be
    place: int  # in its phrase, 0..3
    last_of_section: bool = False
    home: bool = False  # the last chord of the film


def plan(sections: Sequence[Section], seed: int, tempo_bpm: int | None) -> list[Bar]:
    """Every bar of the film. A scene's bars are stretched a little to end with the scene."""
    bars: list[Bar] = []
    at = 0.0
    for index, part in enumerate(sections):
        if part.seconds > 0.0:
            chance = np.random.default_rng([seed & 0x7FFFFFFF, index, 5])
            bars += _section_bars(part, at, tempo_bpm, chance)
            at += part.seconds
    return _with_a_rest(_brought_home(bars, at))


def _section_bars(
    part: Section, at: float, tempo_bpm: int | None, chance: np.random.Generator
) -> list[Bar]:
    mood, _ = mood_for(part.mood)
    ideal = BEATS * 60.0 / (tempo_bpm or mood.bpm)
    count = max(1, round(part.seconds / ideal))
    length = part.seconds / count
    bars: list[Bar] = []
    presence, chords = "full", mood.progressions[0]
    for index in range(count):
        place = index % PHRASE_BARS
        if place == 0:
            presence = _presence(part, index == 0, presence, chance)
            chords = mood.progressions[int(chance.integers(len(mood.progressions)))]
        degree = chords[place % len(chords)]
        last = index == count - 1
        bars.append(
            Bar(at + index * length, length, mood, degree, part.energy, presence, place, last)
        )
    return bars


def _presence(part: Section, first: bool, before: str, chance: np.random.Generator) -> str:
    """How full a phrase is: calm scenes rest more, and never twice in a row."""
    if part.silent:
        return "silent"
    draw = float(chance.random())
    if not first and before != "rest" and draw < 0.62 - part.energy:
        return "rest"
    return "thin" if part.energy < 0.25 or draw > 0.45 + part.energy else "full"


def _with_a_rest(bars: list[Bar]) -> list[Bar]:
    """A film of some length rests at least once, where least happens between its ends."""
    if len(bars) < 10 or any(bar.presence in ("rest", "silent") for bar in bars):
        return bars
    inner = range(3, len(bars) - 4)
    quiet = min(inner, key=lambda i: (bars[i].energy, abs(i - len(bars) // 3)))
    return [
        replace(bar, presence="rest") if i in (quiet, quiet + 1) else bar
        for i, bar in enumerate(bars)
    ]


def _brought_home(bars: list[Bar], total: float) -> list[Bar]:
    """The last bars: dominant, then the home chord, which lasts until the film's end."""
    if not bars or bars[-1].presence == "silent":
        return bars
    mood = ending(bars[-1].mood)
    start = max(bars[-1].at if len(bars) == 1 else 0.0, min(bars[-1].at, total - END_SECONDS))
    kept = [bar for bar in bars if bar.at < start - 0.5]
    if kept and start - kept[-1].at > 0.3:
        length = start - kept[-1].at
        dominant = replace(kept[-1], degree=4, seconds=length, presence="full", mood=mood)
        kept[-1] = replace(dominant, last_of_section=True)
    home = replace(bars[-1], at=start, seconds=total - start, degree=0, mood=mood)
    return [*kept, replace(home, presence="full", home=True)]
