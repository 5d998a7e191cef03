"""How one room is furnished: what hangs, what stands where, its lamps and windows. Data only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tools.theatre.canvas import Canvas
from tools.theatre.light import Lamp, Pane

Painter = Callable[[Canvas], None]
Bounds = tuple[float, float, float, float]


def nothing(canvas: Canvas, side: float) -> None:
    """Hang nothing on a side wall."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Flats are (name, depth, painter, bounds); painters paint unlit, the room lights them."""

    hang: Painter
    flats: tuple[tuple[str, float, Painter, Bounds], ...]
    lamps: tuple[Lamp, ...]
    panes: tuple[Pane, ...]
    hang_side: Callable[[Canvas, float], None] = nothing
    room: float = 1.0
    no_table: bool = False
