"""How long words take: a spoken line, a reading pause; and long lines cut in parts."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from memory.timing import DEFAULT_RATE, to_frames

Measure = Callable[[str, str, str], int]
"""(text, delivery, character id) -> frames of the line's slot, as its voice will say it."""

SYLLABLES_A_SECOND = 4.3
HAN_A_SECOND = 4.2
LETTERS_A_SECOND = 13.0
"""For scripts without written vowels; about 160 words a minute like the rest."""

COMMA_SECONDS, STOP_SECONDS, LEAST_SECONDS = 0.16, 0.32, 0.6
SLOW_WORDS = r"slow|hesita|broken|whisper|hoarse|quiet|weak|tired|deliberate|careful"
FAST_WORDS = r"fast|quick|hurr|excited|urgent|panic|breathless|shout"

_VOWELS = re.compile("[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœаеёиоуыэюяіїєαειουηω]+", re.IGNORECASE)
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE = re.compile("[^.!?…。！？]+(?:[.!?…。！？]+[\"'”’)]*|$)\\s*")
_CLAUSE = re.compile("[^,;:—–，；、]+(?:[,;:—–，；、]+|$)\\s*")


def estimate(text: str, delivery: str = "", rate: Fraction = DEFAULT_RATE) -> int:
    """Frames a line takes when no voice has measured it; never under 0.6 s."""
    syllables = sum(max(1, len(_VOWELS.findall(w))) for w in re.findall(r"[^\W\d_]+|\d+", text))
    han = len(_HAN.findall(text))
    seconds = han / HAN_A_SECOND
    if not han:
        letters = sum(c.isalpha() for c in text)
        seconds = syllables / SYLLABLES_A_SECOND
        if not _VOWELS.search(text):
            seconds = letters / LETTERS_A_SECOND
    seconds += COMMA_SECONDS * len(re.findall(r"[,;:—–，；、]", text))
    seconds += STOP_SECONDS * max(0, len(sentences(text)) - 1)
    return to_frames(max(LEAST_SECONDS, seconds * pace(delivery)), rate)


def pace(delivery: str) -> float:
    """How much longer (over 1) or shorter a delivery makes a line."""
    if re.search(SLOW_WORDS, delivery, re.IGNORECASE):
        return 1.15
    return 0.88 if re.search(FAST_WORDS, delivery, re.IGNORECASE) else 1.0


def sentences(text: str) -> list[str]:
    """The sentences of a text with their stops; abbreviations of one capital are not ends."""
    joined: list[str] = []
    for piece in _SENTENCE.findall(text):
        if joined and re.search(r"\b(?:[A-ZА-Я]|(?i:Mr|Mrs|Ms|Dr|St))\.\s*$", joined[-1]):
            joined[-1] += piece
        else:
            joined.append(piece)
    return [piece.strip() for piece in joined if piece.strip()]


def parts(text: str, frames: Callable[[str], int], most: int) -> list[str]:
    """A speech cut at sentence ends (else clauses, else words) so that each part fits `most`."""
    if frames(text) <= most:
        return [text]
    pieces = sentences(text)
    if len(pieces) < 2:
        pieces = [p.strip() for p in _CLAUSE.findall(text) if p.strip()]
    if len(pieces) < 2:
        pieces = _words(text)
    out: list[str] = []
    for piece in pieces:
        joined = f"{out[-1]} {piece}" if out else piece
        if out and frames(joined) <= most:
            out[-1] = joined
        else:
            out += parts(piece, frames, most) if len(pieces) > 1 else [piece]
    return out


def _words(text: str) -> list[str]:
    words = text.split()
    if len(words) < 2:
        # One endless word (or Han without stops) is cut by length; nothing else can part it.
        return [text[at : at + 30] for at in range(0, len(text), 30)]
    return [" ".join(words[at : at + 8]) for at in range(0, len(words), 8)]


def reading_seconds(text: str) -> float:
    """How long a picture of an action is held: about its reading time, 2 to 6 s."""
    han = len(_HAN.findall(text))
    words = han / 1.6 if han else len(text.split())
    return min(6.0, max(2.0, 1.2 + 0.24 * words))
