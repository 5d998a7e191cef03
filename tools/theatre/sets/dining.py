"""How dining rooms are furnished. Knows words and a seed, no camera and no actor."""

from __future__ import annotations

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import colour, ellipse, mix
from tools.theatre.light import Lamp, Pane
from tools.theatre.sets import comforts, decor, furniture
from tools.theatre.sets.chambers import WARM, side_wall
from tools.theatre.sets.kitchen import hanging_lamp
from tools.theatre.sets.roomplan import Layout, Painter
from tools.theatre.sets.scheme import Scheme
from tools.theatre.spec import SetSpec


def dining(scheme: Scheme, place: SetSpec, power: float) -> Layout:
    """A laid table under a hanging lamp; a sideboard, a mirror, pictures."""
    way, seed, half = scheme.way, place.seed, scheme.shell.half
    board = way * (half - 0.72)
    pane = Pane(-way * 0.62 - 0.28, -1.26, -way * 0.62 + 0.28, -0.62, scheme.shell.far)
    lit = power > 0.05

    def hang(canvas: Canvas) -> None:
        decor.mirror(canvas, board, -1.02, 0.5, 0.42, scheme.accent)
        decor.picture(canvas, way * 0.12, -1.02, 0.34, 0.40, seed + 2 + 7 * place.reverse)
        if place.reverse:
            decor.doorway(canvas, -way * 0.95, scheme.wood)

    def stand(canvas: Canvas) -> None:
        comforts.drawers(canvas, board - 0.52, board + 0.52, 0.50, scheme.wood, 2)
        comforts.table_lamp(canvas, board + way * 0.36, -0.53, scheme.cloth, on=lit)
        for k in range(4):
            _plate(canvas, board - way * (0.34 - 0.15 * k), -0.53, seed + k)
        furniture.plant(canvas, -way * (half - 0.22), 0.0, 0.6, seed)

    def lamp(canvas: Canvas) -> None:
        hanging_lamp(canvas, 0.0, -1.24, scheme.shell.top, scheme.accent, on=lit)

    painter: Painter = lamp
    lamps = (
        Lamp(0.0, -1.24, 0.30, WARM, 1.7, 1.0 * power, 0.03, 0.5, 0.015, 0.55),
        Lamp(board + way * 0.36, -0.78, 1.28, WARM, 1.0, 1.0 * power, 0.03, 0.36, 0.02, 0.5),
    )
    return Layout(
        hang,
        (("sideboard", 1.28, stand, (-half, -1.1, half, 0.02)),
         ("pendant", 0.30, painter, (-0.3, scheme.shell.top, 0.3, -1.0))),
        lamps, () if place.reverse else (pane,),
        lambda canvas, side: side_wall(canvas, scheme, side, seed),
    )  # fmt: skip


def _plate(canvas: Canvas, x: float, y: float, seed: int) -> None:
    """A painted plate on edge."""
    tone = decor.BRIGHT[seed % len(decor.BRIGHT)]
    canvas.piece(ellipse(x, y - 0.07, 0.065, 0.07, 28), colour("#ece8dc"), shadow=0.45, edge=0.5)
    canvas.piece(
        ellipse(x, y - 0.07, 0.042, 0.046, 24), mix(tone, colour("#ece8dc"), 0.4), shadow=0
    )
