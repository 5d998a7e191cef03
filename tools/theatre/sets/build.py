"""From a SetSpec to scenery: picks the family's builder. Knows no words and no camera."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import colour
from tools.theatre.palette import Air
from tools.theatre.scenery import Flat, Scenery
from tools.theatre.sets import (
    corridor,
    field,
    forest,
    furniture,
    mountain,
    office,
    outdoors,
    rooftop,
    room,
    shore,
    station,
    street,
)
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


Seat = tuple[float, float, float]
"""Where someone sits: world x, depth and the way they face."""


def with_seats(scenery: Scenery, seats: tuple[Seat, ...]) -> Scenery:
    """Put a chair (outside, a boulder) under everyone who sits."""
    flats = tuple(_seat(scenery, seat) for seat in seats)
    return replace(scenery, flats=(*scenery.flats, *flats))


def _seat(scenery: Scenery, seat: Seat) -> Flat:
    x, z, facing = seat
    behind = z + 0.02

    def paint(canvas: Canvas) -> None:
        if scenery.rig.interior:
            furniture.chair(canvas, x, colour("#6b4a32"), facing)
        else:
            outdoors.rock(canvas, x, 0.24, 0.26, colour("#77736f"), 11)
        canvas.paper(3)
        canvas.lit(scenery.rig.field(canvas.x, canvas.y, behind))

    return Flat("seat", behind, paint, (x - 0.32, -0.62, x + 0.32, 0.05))
