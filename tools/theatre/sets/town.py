"""The colours and habits of one street, from its seed. Paints nothing."""

from __future__ import annotations

from tools.theatre.geometry import Colour, chance, colour, mix, scale
from tools.theatre.sets.openings import Front
from tools.theatre.sets.setting import (
    Setting,
)

WALLS: dict[str, tuple[str, ...]] = {
    "brick": ("#a5573f", "#b0674a", "#8f4f42", "#9c6a52"),
    "plaster": ("#d9b48a", "#cf9a7a", "#c9bfa4", "#a9bda6", "#d6c27e", "#9fb0bd", "#c98f88"),
    "stone": ("#a39c90", "#8f8d8c", "#b3a68e"),
    "timber": ("#d9cdb4", "#cfbf9c", "#d8c8ac"),
    "panel": ("#7f8c96", "#98a0a3", "#8a8078"),
}


TRIMS = tuple(colour(c) for c in ("#3c6468", "#7d3a3c", "#46684a", "#4a4a72", "#86683a", "#34506e"))


ROOFS = tuple(colour(c) for c in ("#6b4a44", "#54505c", "#7d4a3a", "#4c5a60"))


QUARTERS: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "brick row": (("brick", "brick", "plaster"), ("flat", "mansard", "flat"), ("sash", "arch")),
    "old town": (("timber", "plaster", "stone"), ("gable", "gable", "step"), ("sash", "sash")),
    "boulevard": (("stone", "plaster"), ("mansard", "mansard", "dome"), ("shutters", "arch")),
    "southern": (("plaster",), ("flat", "gable"), ("shutters", "shutters", "arch")),
    "canal": (("brick", "plaster"), ("step", "gable", "step"), ("sash", "arch")),
    "modern": (("panel", "brick", "panel"), ("flat",), ("strip", "strip", "sash")),
}
"""Materials, roofs and windows of a quarter of a town; one street keeps to one."""


OWN: dict[str, tuple[str, ...]] = {
    "street": ("bench", "mailbox", "bicycle", "telephone", "sign", "tree"),
    "square": ("fountain", "bench", "stall", "clock"),
    "market": ("stall", "crate", "barrel", "cart"),
    "suburb": ("mailbox", "tree", "bicycle", "bush"),
    "alley": ("bins", "crate", "barrel", "bicycle"),
}


class Town:
    """Colours and habits of one street, from its seed."""

    def __init__(self, setting: Setting) -> None:
        self.place = setting
        self.kind = setting.kind if setting.kind in OWN else "street"
        names = sorted(QUARTERS)
        self.quarter = QUARTERS[names[int(setting.rng(1).integers(len(names)))]]
        if setting.has("modern"):
            self.quarter = QUARTERS["modern"]
        elif setting.has("cobbled", "old"):
            self.quarter = QUARTERS[
                ("old town", "canal", "southern")[int(setting.rng(2).integers(3))]
            ]
        self.paving: Colour = setting.pick(
            tuple(colour(c) for c in ("#7d7872", "#84786a", "#6f7480")), 3
        )
        rng = setting.rng(4)
        narrow = setting.has("narrow")
        self.depth = {"alley": 2.1, "square": 6.2, "market": 4.6}.get(
            self.kind, 2.6 if narrow else 3.4
        )
        self.gap = 1.5 if self.kind == "alley" or narrow else float(rng.uniform(1.9, 2.6))
        self.middle = setting.side * (
            0.55 if self.kind == "alley" else float(rng.uniform(0.95, 1.35))
        )
        self.tall = int(rng.integers(1, 3)) + (
            1 if self.kind in ("alley",) or setting.has("tall") else 0
        )
        self.lights = setting.air.lamps
        self.cobbled = setting.has("cobbled", "old") or "panel" not in self.quarter[0]

    def front(self, k: int, row: int) -> tuple[Front, float, int]:
        """Look, width and seed of the k-th house of a row."""
        seed = self.place.turn * 131 + k * 7919 + row * 104729
        rng = chance(seed)
        material = self.quarter[0][int(rng.integers(len(self.quarter[0])))]
        tones = WALLS[material]
        trim = TRIMS[int(rng.integers(len(TRIMS)))]
        front = Front(
            wall=scale(
                colour(tones[(k * 3 + int(rng.integers(2))) % len(tones)]),
                float(rng.uniform(0.92, 1.08)),
            ),
            trim=mix(trim, self.place.tone, 0.5 if rng.random() < 0.4 else 0.0),
            roof=ROOFS[(self.place.seed + k % 2) % len(ROOFS)],
            material=material,
            top=self.quarter[1][int(rng.integers(len(self.quarter[1])))],
            window=self.quarter[2][int(rng.integers(len(self.quarter[2])))],
            foot=("shop", "door", "shop", "arcade", "door")[int(rng.integers(5))]
            if row == 0
            else "door",
            floors=max(1, self.tall + int(rng.integers(-1, 2))),
        )
        return front, float(rng.uniform(1.7, 2.5)), seed
