"""What words of lighting style do to the levers of light: a table. Knows no paper and no set."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tools.theatre.geometry import Colour, colour


@dataclass(frozen=True, slots=True)
class Mood:
    """Factors on the levers of light; 1 (or empty) leaves them as they are."""

    ratio: float = 1.0
    """On the key's strength against the fill."""
    ambient: float = 1.0
    key: float = 1.0
    rim: float = 1.0
    pool: float = 1.0
    hard: float = 1.0
    haze: float = 0.0
    saturation: float = 1.0
    kelvin: int = 0
    key_dir: str = ""
    key_tone: Colour | None = None
    lamp_tone: Colour | None = None
    rim_tone: Colour | None = None
    flicker: float = 0.0
    shafts: float = 0.0
    silhouette: float = 0.0


MOODS: tuple[tuple[str, Mood], ...] = (
    (r"low[- ]key|moody|murky|gloomy", Mood(ratio=1.6, ambient=0.70, rim=1.2, pool=0.78)),
    (r"high[- ]key|bright and even", Mood(ratio=0.5, ambient=1.28, rim=0.8, pool=1.15, hard=0.45)),
    (
        r"noir|chiaroscuro|hard shadows?|venetian",
        Mood(ratio=2.4, ambient=0.50, rim=1.35, pool=0.80, hard=1.4, saturation=0.40),
    ),
    (
        r"neon|cyberpunk",
        Mood(
            ratio=1.4, ambient=0.70, rim=1.7, key_tone=colour("#ff5ac8"), saturation=1.2,
            lamp_tone=colour("#ff4fc0"), rim_tone=colour("#38e0ff"),
        ),
    ),
    (
        r"fire ?li(?:gh)?t|by the fire|camp ?fire|fireside",
        Mood(
            ratio=1.5, ambient=0.55, rim=1.1, pool=0.95, flicker=0.22,
            key_tone=colour("#ff9a48"), lamp_tone=colour("#ff8030"),
        ),
    ),
    (
        r"candle ?li(?:gh)?t|candles?\b",
        Mood(
            ratio=1.4, ambient=0.50, pool=0.72, flicker=0.13, key_tone=colour("#ffb060"),
            lamp_tone=colour("#ffa048"),
        ),
    ),
    (
        r"moon ?li(?:gh)?t|moonlit",
        Mood(
            ratio=1.25, ambient=1.15, rim=1.35, pool=0.35, key_tone=colour("#b4d0ff"),
            rim_tone=colour("#b8d8ff"),
        ),
    ),
    (r"rembrandt", Mood(ratio=1.6, ambient=0.80, key_dir="three_quarter", rim=1.15, pool=0.85)),
    (
        r"silhouettes?|contre[- ]?jour",
        Mood(ratio=2.0, key_dir="back", rim=1.5, haze=0.15, pool=0.8, silhouette=1.0),
    ),
    (
        r"\bsoft|overcast soft|diffused?|flat light|ambient",
        Mood(ratio=0.55, ambient=1.06, rim=0.8, hard=0.25),
    ),
    (r"god ?rays?|shafts?|sunbeams?|volumetric", Mood(shafts=1.0, haze=0.10, rim=1.25)),
    (r"back ?lit|back ?light", Mood(key_dir="back", rim=1.4)),
    (r"hard light|harsh", Mood(ratio=1.5, hard=1.3)),
)  # fmt: skip
"""Order matters only where two words disagree: the later one wins."""


@lru_cache(maxsize=256)
def mood_of(style: str) -> Mood:
    """All the moods a style's words name, put together; words nobody knows change nothing."""
    text, total = style.casefold(), Mood()
    for words, mood in MOODS:
        if re.search(words, text):
            total = _joined(total, mood)
    return total


def _joined(first: Mood, second: Mood) -> Mood:
    return Mood(
        ratio=first.ratio * second.ratio,
        ambient=first.ambient * second.ambient,
        key=first.key * second.key,
        rim=first.rim * second.rim,
        pool=first.pool * second.pool,
        hard=first.hard * second.hard,
        haze=max(first.haze, second.haze),
        saturation=first.saturation * second.saturation,
        kelvin=first.kelvin + second.kelvin,
        key_dir=second.key_dir or first.key_dir,
        key_tone=second.key_tone or first.key_tone,
        lamp_tone=second.lamp_tone or first.lamp_tone,
        rim_tone=second.rim_tone or first.rim_tone,
        flicker=max(first.flicker, second.flicker),
        shafts=max(first.shafts, second.shafts),
        silhouette=max(first.silhouette, second.silhouette),
    )
