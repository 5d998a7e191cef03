"""The colours and habits of one stretch of open country. Paints nothing."""

from __future__ import annotations

from tools.theatre.geometry import Colour, colour, mix
from tools.theatre.sets.setting import (
    AUTUMN,
    Setting,
)

GREENS = tuple(colour(c) for c in ("#7f9a48", "#8aa052", "#6f9450", "#94a04c"))


WHEATS = tuple(colour(c) for c in ("#d6ac4e", "#cfa048", "#ddb863"))


DUNES = tuple(colour(c) for c in ("#d9a566", "#cf8f5c", "#e0b87c"))


LEAVES = tuple(colour(c) for c in ("#5f8046", "#6b8a48", "#557a52"))


OWN: dict[str, tuple[str, ...]] = {
    "field": ("boulder", "bush", "signpost", "tree"),
    "wheat": ("haystack", "cart", "scarecrow", "tree"),
    "garden": ("bench", "bush", "tree", "fountain"),
    "park": ("bench", "lamp_post", "tree", "bicycle"),
    "desert": ("cactus", "boulder", "cactus"),
    "road": ("signpost", "mailbox", "boulder", "bush"),
    "graveyard": ("grave", "bush", "lamp_post"),
    "village": ("well", "cart", "barrel", "tree"),
}
"""What stands about in each kind of country when nobody asks for anything."""


class Country:
    """Colours and habits of one stretch of open country."""

    def __init__(self, setting: Setting) -> None:
        self.place, self.kind = setting, setting.kind if setting.kind in OWN else "field"
        tones = {"wheat": WHEATS, "desert": DUNES}.get(self.kind, GREENS)
        self.ground: Colour = setting.pick(tones, 1)
        self.leaf: Colour = setting.pick(LEAVES, 2)
        if setting.has("autumn"):
            self.leaf = setting.pick(AUTUMN, 2)
            self.ground = mix(self.ground, colour("#b0924c"), 0.4)
        self.leaf = setting.white(self.leaf, 0.5)
        self.slope = setting.white(self.ground, 0.85)
        self.road: Colour = colour("#5c5a60") if self.kind == "road" else colour("#c2a376")
        self.wood: Colour = colour("#8a7152")
