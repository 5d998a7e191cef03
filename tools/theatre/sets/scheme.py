"""A room's colours and coverings, drawn once from its words, its wealth and its seed.

Knows no furniture.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.theatre.geometry import Colour, chance, colour, mix, scale
from tools.theatre.palette import accent
from tools.theatre.sets.boxroom import Rug, Shell
from tools.theatre.sets.walls import Cover
from tools.theatre.spec import LightSpec, SetSpec

# wall, below the rail, wood, cloth, accent
PAINTS: dict[str, tuple[tuple[str, str, str, str, str], ...]] = {
    "kitchen": (
        ("#c9b27a", "#3f7f86", "#a06a3c", "#b5473c", "#e0c48a"),
        ("#8fae94", "#e6dcc2", "#8a5a38", "#c2703d", "#b5473c"),
        ("#d9a85a", "#4a6f9a", "#7a4a2e", "#2f6f8f", "#e8e0cc"),
        ("#b98a78", "#7a9a86", "#94603a", "#d09a3a", "#35507a"),
        ("#7fa4ae", "#d8c8a0", "#8f6238", "#b5473c", "#e0c48a"),
    ),
    "living": (
        ("#35685a", "#27493f", "#8a5632", "#a8403c", "#d9a445"),
        ("#8a4148", "#5f2d34", "#7a4a2c", "#2f5f7f", "#d9b45a"),
        ("#3f5f86", "#2c4260", "#96643a", "#c2703d", "#e0c48a"),
        ("#bd8f4c", "#7a5430", "#6f4428", "#3f6f5c", "#b5473c"),
        ("#745482", "#4d3a5a", "#8f5f38", "#c9a04e", "#3f8f86"),
    ),
    "bedroom": (
        ("#7f9dbb", "#dfe2e0", "#a8754a", "#5b5f96", "#e8b25a"),
        ("#c48f92", "#f0e2d4", "#8f5f3c", "#a8485c", "#e8cfa0"),
        ("#8c7fb4", "#d9d2e4", "#9a6a44", "#3f6f8f", "#e0a05a"),
        ("#93b09a", "#eae4d0", "#8a5a38", "#c2703d", "#35507a"),
    ),
    "cabin": (
        ("#9a6444", "#6f4630", "#8a5634", "#a8403c", "#d9a445"),
        ("#8a6a4a", "#5f4632", "#7a4e30", "#2f6f8f", "#d09a3a"),
        ("#7a5a52", "#52403a", "#8f5c38", "#4f7a56", "#d9a445"),
    ),
    "study": (
        ("#2f5546", "#5a3624", "#6f4228", "#7a2f30", "#d9a445"),
        ("#5a3038", "#4a2c20", "#7a4a2c", "#2f4f5f", "#c9a04e"),
        ("#33466a", "#4f3424", "#6a4028", "#8a3a34", "#d9b45a"),
    ),
    "dining": (
        ("#a8555a", "#ddd0b8", "#7a4a2c", "#e8dcc4", "#c9a04e"),
        ("#4a7a86", "#e0d6bf", "#8a5632", "#b5473c", "#d9b45a"),
        ("#b8984f", "#6f4a30", "#6a4028", "#efe4cc", "#8a3a34"),
    ),
}
PATTERNS = {
    "kitchen": ("tiles", "tiles", "plaster"),
    "living": ("floral", "stripes", "plaster", "diamonds"),
    "bedroom": ("diamonds", "floral", "stripes", "plaster"),
    "cabin": ("planks", "logs", "planks"),
    "study": ("plaster", "stripes", "diamonds"),
    "dining": ("floral", "diamonds", "stripes"),
}
LOWS = {"living": "panels", "study": "panels", "dining": "panels", "bedroom": "boards"}
FLOORS = {
    "kitchen": ("checks", "tiles", "boards"),
    "living": ("parquet", "boards"),
    "bedroom": ("boards", "carpet"),
    "cabin": ("boards",),
    "study": ("parquet", "boards"),
    "dining": ("parquet", "boards"),
}
MODERN = (("#c6c3bb", "#8f979c", "#b08a5c", "#3f6f8f", "#d98a3a"),
          ("#a9b4b8", "#6f7a80", "#c09a6a", "#c2703d", "#35507a"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scheme:
    """What a room is made of, the same from every side."""

    shell: Shell
    wood: Colour
    cloth: Colour
    accent: Colour
    paint: Colour
    """Cupboards and painted furniture."""
    pieces: frozenset[str]
    way: float
    """Side the main pieces stand on: -1 or 1."""

    def has(self, *words: str) -> bool:
        """Whether the location's words ask for any of these."""
        return any(word in self.pieces for word in words)


def scheme_of(place: SetSpec, light: LightSpec) -> Scheme:
    """Choose a room's surfaces; words of wealth and material come before chance."""
    rng, kind = chance(place.seed), place.kind if place.kind in PAINTS else "living"
    words = frozenset(place.pieces)
    rows = MODERN if "modern" in words else PAINTS[kind]
    wall, low, wood, cloth, second = (colour(c) for c in rows[int(rng.integers(len(rows)))])
    wall = mix(wall, accent(light.palette, place.seed, wall), 0.25)
    cloth = mix(cloth, accent(light.palette, place.seed + 1, cloth), 0.5)
    if "poor" in words:
        grey = (112.0, 122.0, 128.0)
        wall, low, cloth = (mix(tone, grey, 0.22) for tone in (wall, low, cloth))
    pattern, panel = _covering(kind, words, rng)
    if pattern in ("brick", "stone", "concrete"):
        wall = colour({"brick": "#9a5a44", "stone": "#8b867c", "concrete": "#a3a29c"}[pattern])
    lower = scale(low, 0.95) if pattern != "planks" else scale(wood, 0.8)
    half, top = _measures(kind, words)
    cover = Cover(pattern, wall, wood, top, place.seed % 9973, panel, lower)
    floor, tones = _floor(kind, words, wood, wall, low, rng)
    rugs: tuple[Rug, ...] = ()
    if kind in ("living", "bedroom", "study", "dining") or "rug" in words:
        rugs = ((0.0, 0.18, 0.95 * half / 1.75, 0.62, bool(rng.random() < 0.3)),)
    beams = {"cabin": "boards", "study": "beams", "kitchen": "beams"}.get(kind, "plaster")
    gloss = 0.34 if floor in ("checks", "parquet", "tiles") else 0.16
    shell = Shell(cover, half, 1.55, floor, *tones, "plaster" if "modern" in words else beams,
                  gloss, rugs, scale(cloth, 0.92), _view(words, place))  # fmt: skip
    way = 1.0 if rng.random() < 0.5 else -1.0
    return Scheme(shell, wood, cloth, second, low, words, -way if place.reverse else way)


def _covering(kind: str, words: frozenset[str], rng: np.random.Generator) -> tuple[str, str]:
    choices = PATTERNS[kind]
    pattern, low = choices[int(rng.integers(len(choices)))], LOWS.get(kind, "")
    for word in ("brick", "stone", "concrete", "logs", "planks", "tiles", "floral", "stripes"):
        if word in words:
            pattern = word
    if "modern" in words:
        pattern, low = ("concrete" if rng.random() < 0.4 else "plaster"), ""
    elif "poor" in words and kind in ("kitchen", "living", "bedroom"):
        pattern, low = ("planks", "") if kind == "kitchen" else ("plaster", "boards")
    if pattern in ("brick", "stone", "concrete", "logs", "planks", "tiles"):
        low = ""
    return pattern, low


def _measures(kind: str, words: frozenset[str]) -> tuple[float, float]:
    if "rich" in words:
        return 2.05, -1.86
    if kind == "cabin" or "small" in words or "poor" in words:
        return 1.42, -1.50
    return 1.74, -1.60


def _floor(
    kind: str, words: frozenset[str], wood: Colour, wall: Colour, low: Colour,
    rng: np.random.Generator,
) -> tuple[str, tuple[Colour, Colour]]:  # fmt: skip
    choices = FLOORS[kind]
    floor = "boards" if "poor" in words else choices[int(rng.integers(len(choices)))]
    if "stone" in words:
        return "stone", (colour("#8b867c"), colour("#6f6a62"))
    if floor == "checks":
        return floor, (colour("#d8cdb6"), mix(colour("#5a4a44"), low, 0.35))
    if floor == "tiles":
        return floor, (colour("#b06a48"), colour("#8f5238"))
    if floor == "carpet":
        return floor, (mix(wall, colour("#8a6a6a"), 0.4), wall)
    return floor, (scale(wood, 0.96), wood)


def _view(words: frozenset[str], place: SetSpec) -> str:
    for view in ("skyline", "sea", "town", "trees"):
        if view in words:
            return view
    if place.kind == "cabin":
        return ("sea", "trees", "hills")[place.seed % 3]
    return ("hills", "town", "trees", "town")[place.seed % 4]
