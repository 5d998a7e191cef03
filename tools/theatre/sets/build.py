"""From a SetSpec to scenery: picks the family's builder. Knows no words and no camera."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tools.theatre.canvas import Canvas
from tools.theatre.palette import Air
from tools.theatre.scenery import Flat, Scenery
from tools.theatre.sets import (
    corridor,
    field,
    forest,
    mountain,
    office,
    rooftop,
    room,
    shore,
    station,
    street,
)
from tools.theatre.sets.seats import Seat, Stood, Tones, seats_of, tones_of
from tools.theatre.sets.seats import paint as paint_seat
from tools.theatre.spec import LightSpec, SetSpec

Builder = Callable[[SetSpec, LightSpec, Air], Scenery]

BUILDERS: dict[str, Builder] = {
    "room": room.build,
    "street": street.build,
    "forest": forest.build,
    "field": field.build,
    "shore": shore.build,
    "mountain": mountain.build,
    "rooftop": rooftop.build,
    "station": station.build,
    "office": office.build,
    "corridor": corridor.build,
}

OLD_KINDS = {"forest": "forest", "hills": "mountain", "street": "street", "pier": "shore"}
"""Where a place of an unknown family belongs by its kind; anything else is open country."""


def build_set(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The scenery of a place; an unknown family is drawn as a room or as open country."""
    fallback = "room" if place.interior else OLD_KINDS.get(place.kind, "field")
    return BUILDERS.get(place.family, BUILDERS[fallback])(place, light, air)


def with_seats(
    scenery: Scenery, seats: tuple[Seat, ...], place: SetSpec, light: LightSpec
) -> Scenery:
    """Put under everyone who sits what the place has to sit on."""
    if not seats:
        return scenery
    tones = tones_of(place, light)
    flats = tuple(_seat(scenery, seat, tones) for seat in seats_of(place, seats))
    return replace(scenery, flats=(*scenery.flats, *flats))


def _seat(scenery: Scenery, seat: Stood, tones: Tones) -> Flat:
    behind = seat.z + 0.02

    def paint(canvas: Canvas) -> None:
        paint_seat(canvas, seat, tones)
        canvas.paper(3)
        canvas.lit(scenery.rig.field(canvas.x, canvas.y, behind))

    return Flat("seat", behind, paint, (seat.x0 - 0.42, -0.68, seat.x1 + 0.42, 0.05))
