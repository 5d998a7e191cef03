"""Blurs what is baked: grounds row by row, and cards twice over for a focus that travels.

Knows no scene.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import cv2
import numpy as np

from tools.theatre.geometry import Plate
from tools.theatre.layer import Card, Plane

LEAST = 0.45
"""Sigma in pixels below which nothing is blurred."""

STEPS = (0.0, 0.3, 1.0)
"""Shares of the strongest blur of a ground that are painted; rows mix two of them."""


def soft_rows(rgb: Plate, sigmas: Plate) -> Plate:
    """Blur each row of a float picture by its own sigma in pixels, (height,)."""
    most = float(sigmas.max())
    if most < LEAST:
        return rgb
    levels = [rgb] + [_blurred(rgb, share * most) for share in STEPS[1:]]
    at = np.clip(sigmas / most, 0, 1).astype(np.float32)
    out = np.empty_like(rgb)
    for k in (0, 1):
        low, high = STEPS[k], STEPS[k + 1]
        rows = (at >= low) & ((at < high) if k == 0 else (at <= high))
        share = ((at[rows] - low) / (high - low))[:, None, None]
        out[rows] = levels[k][rows] * (1 - share) + levels[k + 1][rows] * share
    return out


def _blurred(rgb: Plate, sigma: float) -> Plate:
    side = 2 * max(1, round(0.87 * sigma)) + 1
    once = cv2.blur(rgb, (side, side), borderType=cv2.BORDER_REPLICATE)
    twice = cv2.blur(once, (side, side), borderType=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.blur(twice, (side, side), borderType=cv2.BORDER_REPLICATE))


@dataclass(slots=True)
class Pull:
    """A card or ground painted as it is before and after the focus is pulled."""

    thing: Card | Plane
    first: Plate
    last: Plate
    _mixed: Plate = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make room for the mixture; a card's cells must cover both paintings."""
        self._mixed = np.empty_like(self.first)
        if isinstance(self.thing, Card):
            card = self.thing
            after = Card(card.name, card.z, card.x, card.y, card.density, self.last)
            card.low, card.high = np.minimum(card.low, after.low), np.maximum(card.high, after.high)
            card.opaque = card.opaque and after.opaque

    def turn(self, share: float) -> None:
        """Show the thing when `share` of the pull is done; a function of the share alone."""
        if share <= 0.0 or share >= 1.0:
            self.thing.pixels = self.last if share >= 1.0 else self.first
            return
        views = [plate.view(np.uint8) for plate in (self.first, self.last, self._mixed)]
        cv2.addWeighted(views[0], 1.0 - share, views[1], share, 0.0, dst=views[2])
        self.thing.pixels = self._mixed
