"""From a SetSpec to scenery: picks the family's builder. Knows no words and no camera."""

from __future__ import annotations

from collections.abc import Callable

from tools.theatre.palette import Air
from tools.theatre.scenery import Scenery
from tools.theatre.sets import corridor, nature, office, room, shore, street
from tools.theatre.spec import LightSpec, SetSpec

Builder = Callable[[SetSpec, LightSpec, Air], Scenery]

BUILDERS: dict[str, Builder] = {
    "room": room.build,
    "nature": nature.build,
    "shore": shore.build,
    "street": street.build,
    "office": office.build,
    "corridor": corridor.build,
}


def build_set(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The scenery of a place; an unknown family is drawn as a room or as open country."""
    fallback = "room" if place.interior else "nature"
    return BUILDERS.get(place.family, BUILDERS[fallback])(place, light, air)
