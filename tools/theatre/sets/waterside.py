"""The colours and habits of one shore, from its seed. Paints nothing."""

from __future__ import annotations

from tools.theatre.geometry import Colour, colour, mix
from tools.theatre.sets.glaze import far_tone
from tools.theatre.sets.setting import (
    Setting,
)

LEVEL = 0.14
"""The water lies this far below the ground the actors stand on."""


EDGE = 2.4
"""Depth at which the ground ends and the water begins."""


DECKS = tuple(colour(c) for c in ("#8a6c50", "#7d6a58", "#94785a"))


SANDS = tuple(colour(c) for c in ("#d8b988", "#cdb18c", "#e0c69c"))


STONES = tuple(colour(c) for c in ("#74728a", "#7d7a80", "#6a7484"))


HULLS = tuple(colour(c) for c in ("#2f5d74", "#7a3b3b", "#3e6a58", "#4a4f7a"))


SEAS = tuple(colour(c) for c in ("#1f5570", "#24607a", "#2a5a66"))


OWN: dict[str, tuple[str, ...]] = {
    "pier": ("crate", "barrel", "nets", "bollard", "bench"),
    "beach": ("parasol", "rowboat", "boulder", "bush"),
    "coast": ("boulder", "anchor", "bush"),
    "lake": ("rowboat", "boulder", "bench", "logs"),
}


class Waterside:
    """Colours and habits of one shore, from its seed."""

    def __init__(self, setting: Setting) -> None:
        self.place = setting
        self.kind = setting.kind if setting.kind in OWN else "coast"
        self.deck: Colour = setting.pick(DECKS, 1)
        self.sand: Colour = setting.pick(SANDS, 2)
        self.stone: Colour = setting.pick(STONES, 3)
        self.hull: Colour = mix(setting.pick(HULLS, 4), setting.tone, 0.4)
        self.red: Colour = setting.pick(
            (colour("#b8433c"), colour("#b8433c"), colour("#34597a")), 5
        )
        self.deep: Colour = mix(setting.pick(SEAS, 6), far_tone(setting.air), 0.18)
        self.tower = self.kind == "coast" or setting.has("lighthouse")
        self.tall = 3.4 + 1.4 * float(setting.rng(7).random())
        self.rocky = self.kind == "coast" and setting.has("rocky") and not setting.reverse
        side = 1.0 if setting.has("left") else -1.0 if setting.has("right") else setting.side
        self.side = side
        """The land rises on this side; the headland and its tower stand on the other."""
        self.at = -(7.5 + 3.0 * float(setting.rng(8).random())) * side


def headland_top(shore: Waterside) -> float:
    """World y of the ground the lighthouse stands on."""
    return -3.1 if shore.kind == "coast" else -1.5
