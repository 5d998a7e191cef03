"""What people sit on, as the place has it: chair, swivel, stool, sofa, bed, bench, log or rock.

Knows a place and where people sit, no puppet and no camera. Every seat is 0.25 high, a wide one
holds all who sit side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import (
    Colour,
    chance,
    colour,
    ellipse,
    mix,
    rectangle,
    scale,
    spline,
    tapered,
)
from tools.theatre.sets import comforts, furniture, office, outdoors
from tools.theatre.sets.decor import draped
from tools.theatre.sets.scheme import PAINTS, scheme_of
from tools.theatre.spec import LightSpec, SetSpec

Seat = tuple[float, float, float]
"""Where someone sits: world x, depth and the way they face."""

INSIDE = {
    "living": "sofa", "study": "armchair", "bedroom": "bed", "bar": "stool", "shop": "stool",
    "cafe": "bentwood", "office": "swivel", "meeting": "swivel", "security": "swivel",
    "corridor": "bench", "hall": "bench", "station": "bench",
}  # fmt: skip
OUTSIDE = {"street": "bench", "station": "bench", "rooftop": "bench", "forest": "log"}
BENCHES = ("park", "garden", "village", "graveyard", "pier", "promenade")
WIDE = {"sofa": 0.62, "bed": 0.80, "bench": 0.50, "log": 0.56}
"""Seats for several, and how far they reach on both sides of whoever sits outermost."""

BESIDE = 0.95
"""World units between two who share one seat."""

CLOTHS = tuple(colour(c) for c in ("#c8763a", "#35607a", "#7a8a4a", "#9a4a44", "#5a5a7a"))
BARK, IRON = colour("#6a4c36"), colour("#33363a")


@dataclass(frozen=True, slots=True)
class Stood:
    """One seat: its kind, from where to where, its depth, and the way the sitter faces."""

    kind: str
    x0: float
    x1: float
    z: float
    facing: float

    @property
    def x(self) -> float:
        """Its middle."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Tones:
    """Wood and cloths of a place."""

    wood: Colour
    cloth: Colour
    accent: Colour
    seed: int


def kind_of(place: SetSpec) -> str:
    """What one sits on in a place."""
    if not place.interior:
        at = OUTSIDE.get(place.family, "rock")
        return "bench" if place.kind in BENCHES else at
    if place.family == "room" and ("table" in place.pieces or place.kind not in INSIDE):
        return "bed" if place.kind == "bedroom" else "chair"
    return INSIDE.get(place.kind, "chair")


def seats_of(place: SetSpec, seats: Sequence[Seat]) -> tuple[Stood, ...]:
    """The seats of everyone who sits; those side by side share one where it is wide."""
    kind = kind_of(place)
    reach = WIDE.get(kind)
    if reach is None:
        return tuple(Stood(kind, x, x, z, facing) for x, z, facing in seats)
    shared: list[Stood] = []
    for x, z, facing in sorted(seats):
        last = shared[-1] if shared else None
        if last and x - (last.x1 - reach) < BESIDE and abs(z - last.z) < 0.05:
            shared[-1] = Stood(kind, last.x0, x + reach, last.z, last.facing)
        else:
            shared.append(Stood(kind, x - reach, x + reach, z, facing))
    return tuple(shared)


def tones_of(place: SetSpec, light: LightSpec) -> Tones:
    """Wood and cloths as the place has them."""
    if place.family == "room" and place.kind in PAINTS:
        scheme = scheme_of(place, light)
        return Tones(scheme.wood, scheme.cloth, scheme.accent, place.seed)
    if place.kind in ("office", "meeting"):
        cloth = office.cloth_of(place, light)
        return Tones(colour("#7a5236"), cloth, cloth, place.seed)
    rng = chance(place.seed + 61)
    cloth, accent = (CLOTHS[int(rng.integers(len(CLOTHS)))] for _ in range(2))
    return Tones(colour("#7a5236"), cloth, accent, place.seed)


def paint(canvas: Canvas, seat: Stood, tones: Tones) -> None:
    """Paint one seat."""
    PAINTERS[seat.kind](canvas, seat, tones)


def _chair(canvas: Canvas, seat: Stood, tones: Tones) -> None:
    furniture.chair(canvas, seat.x, tones.wood, seat.facing)


def _sofa(canvas: Canvas, seat: Stood, tones: Tones) -> None:
    seats = max(2, round((seat.x1 - seat.x0) / 0.55))
    comforts.sofa(canvas, seat.x0, seat.x1, tones.cloth, tones.accent, seats)


def _armchair(canvas: Canvas, seat: Stood, tones: Tones) -> None:
    comforts.sofa(canvas, seat.x - 0.36, seat.x + 0.36, colour("#6f3a2a"), tones.accent, 1)


def _bed(canvas: Canvas, seat: Stood, tones: Tones) -> None:
    """A bed from its long side, its head behind the sitter."""
    x0, x1, wood = seat.x0, seat.x1, tones.wood
    head, foot = (x0, x1) if seat.facing > 0 else (x1, x0)
    for x, high in ((head, 0.60), (foot, 0.36)):
        post = rectangle(x - 0.035, -high, x + 0.035, 0.02)
        canvas.piece(post, scale(wood, 0.95), shadow=0.4, edge=0.45, thickness=0.02)
    canvas.piece(rectangle(x0, -0.15, x1, -0.05), scale(wood, 0.85), shadow=0.4, edge=0.4)
    sheet = [(x0 + 0.02, -0.15), (x0 + 0.03, -0.25), (x1 - 0.03, -0.25), (x1 - 0.02, -0.15)]
    canvas.piece(spline(sheet, steps=4), colour("#e9e2d2"), shadow=0.3, edge=0.4)
    way = 1.0 if foot > head else -1.0
    comforts.pillow(canvas, head + way * 0.20, -0.30, 0.30, 0.13, colour("#f0e8d8"))
    a, b = sorted((head + way * 0.36, foot - way * 0.02))
    quilt = [(a, -0.262), (b, -0.262), (b + 0.012, -0.06), (a - 0.012, -0.075)]
    draped(canvas, np.array(quilt, np.float32), tones.cloth, 0.3, 0.12)
    hem = rectangle(a - 0.005, -0.268, b + 0.005, -0.225)
    canvas.piece(hem, mix(tones.accent, tones.cloth, 0.3), shadow=0.3, edge=0.4)


def _bench(canvas: Canvas, seat: Stood, tones: Tones) -> None:
    """A slatted bench with iron ends and a back."""
    x0, x1, wood = seat.x0, seat.x1, colour("#94633c")
    for y in (-0.52, -0.45, -0.38):
        canvas.piece(rectangle(x0, y - 0.024, x1, y + 0.024), scale(wood, 0.95), shadow=0.4,
                     edge=0.5, thickness=0.014)  # fmt: skip
    for leg in (x0 + 0.07, x1 - 0.07):
        canvas.piece(rectangle(leg - 0.02, -0.55, leg + 0.02, 0.02), IRON, edge=0.5, shadow=0.4)
        canvas.piece(rectangle(leg - 0.028, -0.36, leg + 0.028, -0.335), IRON, edge=0.5)
    for y, tone in ((-0.245, 1.25), (-0.205, 1.0)):
        canvas.piece(rectangle(x0 - 0.02, y - 0.02, x1 + 0.02, y + 0.02), scale(wood, tone),
                     shadow=0.5, edge=0.5, thickness=0.014)  # fmt: skip


def _log(canvas: Canvas, seat: Stood, tones: Tones) -> None:
    """A felled trunk, one sawn end towards us."""
    x0, x1 = seat.x0, seat.x1
    body = [(x0, -0.25), (x1, -0.262), (x1 + 0.05, -0.13), (x1, 0.015), (x0, 0.02)]
    canvas.piece(np.array(body, np.float32), BARK, shadow=0.5, edge=0.4, grade=0.2, thickness=0.03)
    rng = chance(tones.seed + 5)
    for _ in range(7):
        x, y = float(rng.uniform(x0 + 0.1, x1 - 0.2)), float(rng.uniform(-0.22, -0.02))
        crack = tapered((x, y), (x + float(rng.uniform(0.08, 0.22)), y), 0.007, 0.003)
        canvas.piece(crack, scale(BARK, 0.7), shadow=0)
    for wide, tall, tone in ((0.085, 0.135, "#c79a68"), (0.055, 0.09, "#b58655"),
                             (0.022, 0.04, "#a37446")):  # fmt: skip
        canvas.piece(ellipse(x0, -0.115, wide, tall, 30), colour(tone), shadow=0.1, edge=0.4)


def _stool(canvas: Canvas, seat: Stood, tones: Tones) -> None:
    """A low stool with a round cushion."""
    metal, x = colour("#4a4a4e"), seat.x
    for lean in (-0.12, -0.045, 0.045, 0.12):
        leg = tapered((x + lean * 0.6, -0.22), (x + lean, 0.02), 0.012, 0.010)
        canvas.piece(leg, metal, edge=0.5, shadow=0.3)
    canvas.piece(rectangle(x - 0.10, -0.10, x + 0.10, -0.085), metal, edge=0.5)
    canvas.piece(ellipse(x, -0.222, 0.15, 0.034, 30), scale(tones.cloth, 0.7), shadow=0.5)
    canvas.piece(ellipse(x, -0.243, 0.15, 0.034, 30), tones.cloth, edge=0.5, shadow=0.2)


def _bentwood(canvas: Canvas, seat: Stood, tones: Tones) -> None:
    """A café chair: a hoop for a back, a round seat, thin legs."""
    x, way, wood = seat.x, seat.facing, colour("#7a4a2c")
    for lean in (-0.13, -0.07, 0.08, 0.14):
        canvas.piece(tapered((x + lean * 0.7, -0.22), (x + lean, 0.02), 0.012, 0.009), wood,
                     edge=0.4)  # fmt: skip
    back = x - way * 0.135
    canvas.piece(ellipse(back, -0.42, 0.055, 0.19, 34), wood, edge=0.5, shadow=0.4)
    canvas.piece(ellipse(back, -0.42, 0.030, 0.155, 34), scale(wood, 0.6), shadow=0, edge=0.2)
    canvas.piece(ellipse(x, -0.228, 0.155, 0.032, 30), scale(wood, 0.75), shadow=0.5)
    canvas.piece(ellipse(x, -0.244, 0.155, 0.032, 30), colour("#a06a42"), edge=0.5, shadow=0.2)


def _swivel(canvas: Canvas, seat: Stood, tones: Tones) -> None:
    """An office chair from the side, on castors."""
    x, way, dark = seat.x, seat.facing, colour("#2c3036")
    for lean in (-0.17, -0.06, 0.06, 0.17):
        canvas.piece(tapered((x, -0.08), (x + lean, -0.02), 0.014, 0.012), dark, edge=0.4)
        canvas.piece(ellipse(x + lean, -0.008, 0.02, 0.018, 12), dark)
    canvas.piece(tapered((x, -0.2), (x, -0.06), 0.018, 0.018), dark, edge=0.5)
    stem = tapered((x - way * 0.10, -0.2), (x - way * 0.19, -0.4), 0.016, 0.014)
    canvas.piece(stem, dark, edge=0.4)
    back = [(x - way * 0.15, -0.31), (x - way * 0.17, -0.56), (x - way * 0.22, -0.60),
            (x - way * 0.25, -0.54), (x - way * 0.22, -0.30)]  # fmt: skip
    canvas.piece(spline(back, steps=6), tones.cloth, edge=0.45, shadow=0.5, thickness=0.02)
    pad = [(x - 0.17, -0.245), (x - 0.15, -0.265), (x + 0.15, -0.265), (x + 0.18, -0.24),
           (x + 0.15, -0.195), (x - 0.15, -0.195)]  # fmt: skip
    canvas.piece(spline(pad, steps=5), scale(tones.cloth, 0.9), edge=0.45, shadow=0.5)


def _rock(canvas: Canvas, seat: Stood, tones: Tones) -> None:
    outdoors.rock(canvas, seat.x, 0.30, 0.35, colour("#77736f"), 11)


PAINTERS: dict[str, Callable[[Canvas, Stood, Tones], None]] = {
    "chair": _chair, "sofa": _sofa, "armchair": _armchair, "bed": _bed, "bench": _bench,
    "log": _log, "stool": _stool, "bentwood": _bentwood, "swivel": _swivel, "rock": _rock,
}  # fmt: skip
