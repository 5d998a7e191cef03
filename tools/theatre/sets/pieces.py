"""The pieces a place may be asked for: who paints each, how wide it is and what light it gives.

Places them off the actors' ground, the same for the same seed. Knows no family.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import Colour, chance, colour, mix, scale
from tools.theatre.light import Lamp, Rig
from tools.theatre.scenery import Flat
from tools.theatre.sets import countryware as land
from tools.theatre.sets import streetware as town
from tools.theatre.sets import trees
from tools.theatre.sets import waterware as sea
from tools.theatre.sets.farmware import barrel, cart, crate, haystack, scarecrow, well
from tools.theatre.sets.glaze import SNOW, glaze
from tools.theatre.sets.squareware import bins, booth, clock, clothesline, luggage, parasol, stall

Painter = Callable[[Canvas, float, Colour, int, bool], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that can stand in a place: half its width, its height, its light if it has one.

    Attributes:
        lamp: the light as if it stood at x = 0, z = 0; burns: whether it is lit by day too.
    """

    paint: Painter
    half: float
    tall: float
    lamp: Lamp | None = None
    burns: bool = False


def _lamp(
    y: float, tone: str, reach: float, gain: float, halo: float, flicker: float = 0.02
) -> Lamp:
    return Lamp(0.0, y, 0.0, colour(tone), reach, gain, 0.03, halo, flicker, 0.6)


PIECES: dict[str, Piece] = {
    "lamp_post": Piece(town.lamp_post, 0.2, 1.95, _lamp(-1.70, "#ffc67c", 2.1, 1.1, 0.8)),
    "bench": Piece(town.bench, 0.55, 0.6),
    "sign": Piece(town.sign, 0.35, 1.5),
    "neon": Piece(town.neon, 0.35, 1.95, _lamp(-1.5, "#ff7aa2", 1.3, 0.8, 0.75, 0.10)),
    "bicycle": Piece(town.bicycle, 0.55, 0.7),
    "mailbox": Piece(town.mailbox, 0.22, 0.95),
    "telephone": Piece(town.telephone, 0.32, 1.65, _lamp(-1.0, "#ffd79a", 1.0, 0.5, 0.5)),
    "fountain": Piece(town.fountain, 0.7, 1.05),
    "clothesline": Piece(clothesline, 1.1, 1.6),
    "stall": Piece(stall, 0.8, 1.45, _lamp(-1.04, "#ffcf8a", 1.1, 0.6, 0.4)),
    "clock": Piece(clock, 0.25, 1.9, _lamp(-1.62, "#ffe9b8", 0.9, 0.45, 0.4)),
    "luggage": Piece(luggage, 0.55, 0.7),
    "booth": Piece(booth, 0.6, 1.6, _lamp(-0.85, "#ffcf8a", 1.1, 0.6, 0.5)),
    "bins": Piece(bins, 0.4, 0.65),
    "parasol": Piece(parasol, 0.75, 1.55),
    "tree": Piece(land.tree, 1.1, 2.6),
    "stump": Piece(land.stump, 0.35, 0.4),
    "boulder": Piece(land.boulder, 0.62, 0.6),
    "bush": Piece(land.bush, 0.8, 0.8),
    "fence": Piece(land.fence, 1.2, 0.65),
    "haystack": Piece(haystack, 0.6, 1.15),
    "scarecrow": Piece(scarecrow, 0.65, 1.6),
    "cart": Piece(cart, 1.1, 1.05),
    "crate": Piece(crate, 0.45, 0.75),
    "barrel": Piece(barrel, 0.45, 0.6),
    "tent": Piece(land.tent, 1.4, 1.15, _lamp(-0.35, "#ffb866", 0.9, 0.5, 0.4, 0.05)),
    "campfire": Piece(
        land.campfire, 0.45, 0.6, _lamp(-0.24, "#ff9a48", 1.5, 1.15, 0.8, 0.22), True
    ),
    "well": Piece(well, 0.5, 1.25),
    "signpost": Piece(land.signpost, 0.55, 1.4),
    "grave": Piece(land.grave, 0.7, 0.75),
    "cactus": Piece(land.cactus, 0.4, 1.35),
    "logs": Piece(land.logs, 0.55, 0.55),
    "rowboat": Piece(sea.rowboat, 0.95, 0.6),
    "anchor": Piece(sea.anchor, 0.5, 1.0),
    "nets": Piece(sea.nets, 0.8, 1.1),
    "bollard": Piece(sea.bollard, 0.55, 0.45),
}
"""Every standing piece by name; families add what is part of their ground."""


LEAFY = {"tree": trees.oak, "bush": trees.bush}
"""Pieces that carry snow on every leaf."""


@dataclass(frozen=True, slots=True)
class Stood:
    """A piece in its place."""

    name: str
    x: float
    z: float


Spot = tuple[float, float]
"""(x, z) where a piece may stand; x is mirrored by the place's own side."""

SPOTS: tuple[Spot, ...] = (
    (1.32, 1.3),
    (-1.45, 1.3),
    (2.35, 1.9),
    (-2.5, 1.9),
    (3.4, 1.3),
    (-3.5, 1.3),
    (0.95, 1.9),
)
"""Off the actors' ground: in the thirds of a wide shot, then further out."""


def arrange(
    names: Iterable[str], side: float, seed: int, spots: tuple[Spot, ...] = SPOTS
) -> tuple[Stood, ...]:
    """Stand the named pieces on the spots in turn; names no piece answers to are left out.

    Args:
        names: wanted pieces, the most wanted first.
        side: 1 or -1, which way round the spots lie.
        seed: shifts each a little.
        spots: where pieces may stand, best first.
    """
    known = [name for name in dict.fromkeys(names) if name in PIECES]
    stood = []
    for k, (name, (x, z)) in enumerate(zip(known, spots, strict=False)):
        nudge = float(chance(seed + 31 * k).uniform(-0.12, 0.12))
        # Wide things stand further out, so that they never crowd the actors.
        out = (1.0 if x > 0 else -1.0) * 0.6 * max(0.0, PIECES[name].half - 0.4)
        stood.append(Stood(name, side * (x + out) + nudge, z))
    return tuple(stood)


def lamps_of(stood: Iterable[Stood], level: float) -> tuple[Lamp, ...]:
    """The light of the pieces that give any; `level` 0..1 is how far lamps are lit."""
    lamps = []
    for one in stood:
        piece = PIECES[one.name]
        gain = 1.0 if piece.burns else level
        if piece.lamp is not None and gain > 0.05:
            lamp = piece.lamp
            lamps.append(replace(lamp, x=one.x, z=one.z, gain=lamp.gain * gain))
    return tuple(lamps)


def flats_of(stood: Iterable[Stood], rig: Rig, tone: Colour, seed: int) -> list[Flat]:
    """One flat for each depth at which something stands."""
    rows: dict[float, list[Stood]] = {}
    for one in stood:
        rows.setdefault(one.z, []).append(one)
    return [_row(z, row, rig, tone, seed) for z, row in rows.items()]


def _row(z: float, row: list[Stood], rig: Rig, tone: Colour, seed: int) -> Flat:
    lit = rig.air.lamps > 0.05

    def paint(canvas: Canvas) -> None:
        for one in row:
            feet(canvas, one.x, PIECES[one.name].half)
        for one in row:
            if one.name in LEAFY and rig.air.white > 0.3:
                leaf = mix(land.LEAF, SNOW, 0.5 * rig.air.white)
                LEAFY[one.name](canvas, one.x, PIECES[one.name].tall - 0.2, leaf, seed, 0.0)
            else:
                PIECES[one.name].paint(canvas, one.x, tone, seed + int(100 * z), lit)
        glaze(canvas, rig, z, seed + int(10 * z), 0.6)

    first = min(one.x - PIECES[one.name].half for one in row) - 0.25
    last = max(one.x + PIECES[one.name].half for one in row) + 0.25
    tall = max(PIECES[one.name].tall for one in row) + 0.1
    return Flat("pieces", z, paint, (first, -tall, last, 0.10))


def feet(canvas: Canvas, x: float, half: float) -> None:
    """A soft dark pool under a piece, so that it stands on its ground."""
    away = ((canvas.x - x) / (0.95 * half)) ** 2 + ((canvas.y - 0.012) / 0.045) ** 2
    dark = (150 * (away < 6) / (1 + 2.2 * away**2)).astype("uint8")
    above = dark > canvas.alpha
    canvas.alpha[above] = dark[above]
    canvas.rgb[above] = scale(colour("#1c1a22"), 0.6)
