"""Eight emotions as numbers of a face and a posture. Draws nothing."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Mien:
    """What a feeling does to face and body; 0 is at ease.

    Attributes:
        brow: up (+) or down (-), -1..1.
        knit: inner brow ends down and together (+) or up (-), -1..1.
        lid: upper lid lowered (+) or wide open (-), -1..1.
        squint: lower lid raised, 0..1.
        corner: mouth corners up (+) or down (-), -1..1.
        gape: mouth opened without speech, 0..1.
        chest: upright (+) or sunken (-), -1..1.
        tilt: head down (+) or up (-), radians.
        blush: extra colour of the cheeks, 0..1.
        sneer: upper lip and nose drawn up, 0..1.
        stretch: mouth drawn wide (+) or narrow (-), -1..1.
        bare: both rows of teeth shown together, 0..1.
    """

    brow: float = 0.0
    knit: float = 0.0
    lid: float = 0.0
    squint: float = 0.0
    corner: float = 0.0
    gape: float = 0.0
    chest: float = 0.0
    tilt: float = 0.0
    blush: float = 0.0
    sneer: float = 0.0
    stretch: float = 0.0
    bare: float = 0.0


MIENS: dict[str, Mien] = {
    "neutral": Mien(brow=0.2, knit=-0.1, corner=0.14),
    "happy": Mien(
        brow=0.45, knit=-0.1, squint=0.62, corner=1.0, gape=0.42, chest=0.5, tilt=-0.04, blush=0.6,
        stretch=0.6,
    ),
    "sad": Mien(
        brow=0.1, knit=-1.1, lid=0.55, corner=-0.95, chest=-0.7, tilt=0.16, stretch=-0.35,
    ),
    "angry": Mien(
        brow=-0.85, knit=1.15, lid=0.28, squint=0.35, corner=-0.62, gape=0.4, bare=0.95, chest=0.3,
        tilt=0.05, stretch=0.3,
    ),
    "afraid": Mien(
        brow=0.7, knit=-1.25, lid=-0.7, corner=-0.7, gape=0.36, bare=0.5, chest=-0.5,
        tilt=-0.06, stretch=0.95,
    ),
    "surprised": Mien(
        brow=1.3, knit=-0.05, lid=-1.0, gape=0.85, chest=0.2, tilt=-0.08, stretch=-2.0
    ),
    "disgusted": Mien(
        brow=-0.45, knit=0.55, lid=0.5, squint=0.75, corner=-0.9, tilt=-0.1, sneer=1.0, chest=-0.1,
    ),
    "tender": Mien(
        brow=0.4, knit=-0.5, lid=0.42, squint=0.35, corner=0.72, tilt=0.1, blush=0.75,
    ),
}  # fmt: skip
_NEAR = {
    "joy": "happy", "joyful": "happy", "glad": "happy", "cheerful": "happy", "excited": "happy",
    "amused": "happy", "proud": "happy", "hopeful": "happy", "relieved": "happy",
    "sadness": "sad", "sorrow": "sad", "grief": "sad", "melancholy": "sad", "tired": "sad",
    "lonely": "sad", "weary": "sad", "wistful": "sad", "crying": "sad", "ashamed": "sad",
    "anger": "angry", "furious": "angry", "annoyed": "angry", "tense": "angry",
    "determined": "angry", "stern": "angry", "bitter": "angry", "jealous": "angry",
    "fear": "afraid", "scared": "afraid", "anxious": "afraid", "nervous": "afraid",
    "worried": "afraid", "terrified": "afraid", "uneasy": "afraid", "surprise": "surprised",
    "shocked": "surprised", "astonished": "surprised", "amazed": "surprised",
    "curious": "surprised", "confused": "surprised", "disgust": "disgusted",
    "contempt": "disgusted", "sick": "disgusted", "love": "tender", "loving": "tender",
    "warm": "tender", "gentle": "tender", "kind": "tender", "calm": "neutral",
}  # fmt: skip


def emotion_of(text: str) -> tuple[str, str]:
    """Return (one of the eight emotions, note); the note is empty where the word was known."""
    words = "".join(c if c.isalpha() else " " for c in str(text).lower()).split()
    for word in words:
        if word in MIENS:
            return word, ""
    for word in words:
        if word in _NEAR:
            return _NEAR[word], ""
    return "neutral", f"emotion {text!r} played as neutral" if words else ""


def mien(emotion: str, strength: float) -> Mien:
    """Return the face of an emotion at a strength of 0..1, from neutral up."""
    calm, full = MIENS["neutral"], MIENS[emotion_of(emotion)[0]]
    strength = strength if math.isfinite(strength) else 0.6
    share = max(0.0, min(1.0, strength)) ** 0.55
    mixed = {
        f.name: getattr(calm, f.name) + (getattr(full, f.name) - getattr(calm, f.name)) * share
        for f in fields(Mien)
    }
    return Mien(**mixed)
