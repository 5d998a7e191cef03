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


MIENS: dict[str, Mien] = {
    "neutral": Mien(brow=0.25, knit=-0.16, corner=0.22),
    "happy": Mien(
        brow=0.4, knit=-0.12, squint=0.5, corner=1.0, gape=0.3, chest=0.5, tilt=-0.03, blush=0.5
    ),
    "sad": Mien(brow=0.1, knit=-0.95, lid=0.38, corner=-0.75, chest=-0.7, tilt=0.13),
    "angry": Mien(brow=-0.75, knit=1.0, lid=0.25, squint=0.3, corner=-0.5, chest=0.3, tilt=0.05),
    "afraid": Mien(brow=0.75, knit=-0.8, lid=-0.55, corner=-0.4, gape=0.22, chest=-0.5, tilt=-0.06),
    "surprised": Mien(brow=1.0, knit=-0.1, lid=-0.8, gape=0.5, chest=0.2, tilt=-0.07),
    "disgusted": Mien(brow=-0.35, knit=0.6, lid=0.35, squint=0.6, corner=-0.8, tilt=-0.05),
    "tender": Mien(brow=0.3, knit=-0.4, lid=0.2, squint=0.2, corner=0.55, tilt=0.05, blush=0.4),
}
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
    share = max(0.0, min(1.0, strength)) ** 0.7
    mixed = {
        f.name: getattr(calm, f.name) + (getattr(full, f.name) - getattr(calm, f.name)) * share
        for f in fields(Mien)
    }
    return Mien(**mixed)
