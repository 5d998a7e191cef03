"""What a bake must serve: the views of a shot, its picture, its focus. Knows no scenery."""

from __future__ import annotations

from dataclasses import dataclass

from tools.theatre.camera import View
from tools.theatre.focus import softness


@dataclass(frozen=True, slots=True)
class Lens:
    """What a bake must serve: the views of the shot, the picture, its length and the focus."""

    views: tuple[View, ...]
    size: tuple[int, int]
    seconds: tuple[float, float]
    focus: float
    lens_mm: int
    stop: float = 4.0
    focus_to: float | None = None

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.size[0] / self.size[1]

    def softness(self, z: float) -> float:
        """Blur of things at depth z, sigma in pixels of the picture."""
        return self._soft(z, self.focus)

    def softness_after(self, z: float) -> float:
        """The same once the focus has been pulled."""
        return self._soft(z, self.focus if self.focus_to is None else self.focus_to)

    def _soft(self, z: float, focus: float) -> float:
        away = self.views[0].z
        soft = softness(self.lens_mm, self.stop, focus - away, z - away, self.aspect)
        return soft * self.views[0].zoom * self.size[1]
