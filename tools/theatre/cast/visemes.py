"""IPA as espeak writes it to nine mouths, and the blended mouth at a frame. Draws nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tools.theatre.cast.performance import Sound, Speech


class Viseme(StrEnum):
    """Nine mouths, named by a sound of each."""

    SHUT = "m"  # m b p
    REST = "rest"  # silence
    TEETH = "s"  # s z t d n k g and the like: nearly shut, teeth show
    LIP = "f"  # f v: lower lip under the teeth
    TONGUE = "l"  # l th
    WIDE = "i"  # i e
    OPEN = "a"  # a
    MID = "e"  # schwa, open e
    ROUND = "o"  # o u w


@dataclass(frozen=True, slots=True)
class Mouth:
    """A mouth's shape; all 0..1. width 0.5 is at rest; press closes the lips firmly."""

    open: float = 0.0
    width: float = 0.5
    round: float = 0.0
    teeth: float = 0.0
    tongue: float = 0.0
    press: float = 0.0


MOUTHS: dict[Viseme, Mouth] = {
    Viseme.REST: Mouth(),
    Viseme.SHUT: Mouth(0.0, 0.48, 0.0, 0.0, 0.0, 1.0),
    Viseme.TEETH: Mouth(0.22, 0.62, 0.0, 0.9, 0.0, 0.0),
    Viseme.LIP: Mouth(0.14, 0.52, 0.0, 1.0, 0.0, 0.3),
    Viseme.TONGUE: Mouth(0.36, 0.56, 0.0, 0.5, 1.0, 0.0),
    Viseme.WIDE: Mouth(0.38, 0.95, 0.0, 0.7, 0.25, 0.0),
    Viseme.OPEN: Mouth(1.0, 0.62, 0.0, 0.35, 0.6, 0.0),
    Viseme.MID: Mouth(0.6, 0.6, 0.0, 0.45, 0.4, 0.0),
    Viseme.ROUND: Mouth(0.52, 0.12, 1.0, 0.0, 0.15, 0.0),
}
SILENCE = MOUTHS[Viseme.REST]

# The letter that carries the sound; espeak's English, German, French, Spanish and Mandarin.
_LETTERS: dict[Viseme, str] = {
    Viseme.SHUT: "mbpɓʙɱ",
    Viseme.LIP: "fvʋɸβ",
    Viseme.TONGUE: "lɫɬɭʎθðɹɻɾrʀ",
    Viseme.TEETH: "sztdnkgɡŋɲʃʒʂʐɕʑcɟçxɣhɦjɳɴʈɖqχʁʝɥʔɧ",
    Viseme.WIDE: "ieɪyɨʏᵻɘ",
    Viseme.OPEN: "aɑæɐʌɒä",
    Viseme.MID: "əɛɜɚɝɞœɤø",
    Viseme.ROUND: "ouʊɔwʍʉɯɵʷɶ",
}
_OF: dict[str, Viseme] = {letter: v for v, letters in _LETTERS.items() for letter in letters}
_FRONT_ROUND = frozenset("yʏøœɥ")
FADE = 0.05  # seconds over which one mouth turns into the next
LIPS_FRAMES = 1.0  # closed lips are seen for a frame at least
SMOOTH = 0.08  # share that each neighbouring frame has in the loudness of one
QUIET = 0.06  # below this nobody speaks
EVEN = 0.2  # below 1 the sounds' own openings differ less and loudness counts for more
LEAST = 0.12  # how far a mouth opens on the softest sound


def viseme_of(ipa: str) -> Viseme:
    """Return the mouth of one IPA sound; a diphthong takes its first vowel, unknown is REST."""
    for sign in unicodedata.normalize("NFC", ipa):
        if sign in _FRONT_ROUND:
            return Viseme.ROUND
        if sign in _OF:
            return _OF[sign]
        plain = unicodedata.normalize("NFD", sign)[0]
        if plain in _OF:
            return _OF[plain]
        if sign.lower() in _OF:
            return _OF[sign.lower()]
    return Viseme.REST


def _glide(ipa: str) -> tuple[Viseme, Viseme]:
    """Return the first and last mouth of a sound, which differ in a diphthong such as 'aʊ'."""
    letters = [c for c in unicodedata.normalize("NFC", ipa) if viseme_of(c) is not Viseme.REST]
    if len(letters) < 2:
        one = viseme_of(ipa)
        return one, one
    return viseme_of(letters[0]), viseme_of(letters[-1])


def mouth_at(
    speech: Sequence[Speech],
    frame: float,
    fps: float,
    levels: Sequence[Sequence[float]] = (),
) -> Mouth:
    """Return the blended mouth at a frame; silence is shut.

    Args:
        speech: lines with their sounds.
        frame: of the shot.
        fps: frames a second.
        levels: of each line, how loud each of its frames is; without them vowels open alike.
    """
    for k, (start, frames, sounds) in enumerate(speech):
        if start <= frame < start + frames and sounds and frames > 0:
            seconds = frames / max(fps, 1e-6)
            at = (frame + 0.5 - start) / frames
            level = _level(levels[k], frame - start) if k < len(levels) else None
            half = 0.5 * LIPS_FRAMES / frames
            return _in_line(sounds, at, FADE / max(seconds, 1e-6), level, half)
    return SILENCE


def _level(levels: Sequence[float], frame: float) -> float | None:
    """Return how loud it is, 0..1, a little smoothed: jaws are heavier than voices."""
    if not levels:
        return None
    at = round(frame)
    around = [levels[min(max(k, 0), len(levels) - 1)] for k in (at - 1, at, at + 1)]
    return SMOOTH * (around[0] + around[2]) + (1 - 2 * SMOOTH) * around[1]


def _in_line(
    sounds: Sequence[Sound], at: float, fade: float, level: float | None, half: float
) -> Mouth:
    """Blend the mouths whose sounds lie within the fade around a moment of the line.

    Lips that must close do so for the whole of their sound, and for a frame at least; others lean
    towards their neighbours.
    """
    total, parts = 0.0, [0.0] * 6
    for ipa, begin, end in sounds:
        shuts = viseme_of(ipa) is Viseme.SHUT
        if shuts and (begin <= at < end or abs(at - (begin + end) / 2) <= half):
            return MOUTHS[Viseme.SHUT]
        near = min(at + fade, end) - max(at - fade, begin)
        if near <= 0:
            continue
        first, last = _glide(ipa)
        share = min(1.0, max(0.0, (at - begin) / max(end - begin, 1e-9)))
        for viseme, weight in ((first, near * (1 - share)), (last, near * share)):
            total += weight
            for k, value in enumerate(_numbers(MOUTHS[viseme])):
                parts[k] += weight * value
    if total <= 0:
        return SILENCE
    covered = min(1.0, total / fade)
    shape = [p / total for p in parts]
    rest = _numbers(SILENCE)
    mouth = Mouth(*(r + (s - r) * covered for s, r in zip(shape, rest, strict=True)))
    return mouth if level is None else _voiced(mouth, level)


def _voiced(mouth: Mouth, level: float) -> Mouth:
    """Return the mouth opened as wide as it is loud; the sound gives it its shape."""
    if level < QUIET:
        return SILENCE
    jaw = mouth.open**EVEN * (LEAST + (1 - LEAST) * level)
    return replace(mouth, open=jaw, teeth=mouth.teeth * (0.6 + 0.4 * level))


def _numbers(mouth: Mouth) -> tuple[float, ...]:
    return (mouth.open, mouth.width, mouth.round, mouth.teeth, mouth.tongue, mouth.press)
