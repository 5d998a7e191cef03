"""What a feeling does to shoulders, lean, arms and tempo. Draws nothing; faces are elsewhere."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

from tools.theatre.cast.emotion import emotion_of


@dataclass(frozen=True, slots=True)
class Posture:
    """A feeling in the body.

    Attributes:
        lean: forward, radians. shrug: shoulders up, statures. tilt: head down, radians.
        fold: arms drawn in before the chest, 0..1. tempo: times the usual speed of moving.
        sway: times the usual weight shift. bounce: rise and fall on the toes, statures.
    """

    lean: float = 0.0
    shrug: float = 0.0
    tilt: float = 0.0
    fold: float = 0.0
    tempo: float = 1.0
    sway: float = 1.0
    bounce: float = 0.0


POSTURES: dict[str, Posture] = {
    "neutral": Posture(),
    "happy": Posture(-0.035, 0.006, -0.06, 0.0, 1.15, 1.5, 0.007),
    "sad": Posture(0.12, -0.022, 0.13, 0.1, 0.72, 0.6),
    "angry": Posture(0.10, 0.017, 0.04, 0.16, 1.2, 0.6),
    "afraid": Posture(-0.085, 0.03, 0.02, 0.8, 1.3, 0.8),
    "surprised": Posture(-0.10, 0.02, -0.07, 0.25, 1.1, 0.8),
    "disgusted": Posture(-0.085, 0.012, -0.04, 0.35, 0.9, 0.8),
    "tender": Posture(0.035, -0.008, 0.08, 0.08, 0.85, 1.2),
}


def posture(emotion: str, strength: float) -> Posture:
    """Return a feeling's posture at a strength of 0..1, from neutral up."""
    calm, full = POSTURES["neutral"], POSTURES[emotion_of(emotion)[0]]
    share = max(0.0, min(1.0, strength if math.isfinite(strength) else 0.6))
    return Posture(
        *(
            getattr(calm, f.name) + (getattr(full, f.name) - getattr(calm, f.name)) * share
            for f in fields(Posture)
        )
    )
