"""Seats: each place has its own, right under whoever sits, and one for two where it is wide."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.unit.tools.theatre.stages import a_place, a_shot
from tools.theatre import shot
from tools.theatre.canvas import Canvas
from tools.theatre.sets.seats import PAINTERS, Stood, kind_of, paint, seats_of, tones_of
from tools.theatre.spec import LightSpec, SetSpec


@pytest.mark.parametrize(
    ("family", "kind", "pieces", "expected"),
    [
        ("room", "kitchen", (), "chair"),
        ("room", "living", (), "sofa"),
        ("room", "living", ("table",), "chair"),
        ("room", "bedroom", (), "bed"),
        ("office", "bar", (), "stool"),
        ("office", "meeting", ("table",), "swivel"),
        ("street", "street", (), "bench"),
        ("forest", "pines", (), "log"),
        ("shore", "beach", (), "rock"),
        ("unheard", "of", (), "rock"),
    ],
)
def test_a_place_has_its_own_seats(
    family: str, kind: str, pieces: tuple[str, ...], expected: str
) -> None:
    inside = family in ("room", "office", "corridor")
    assert kind_of(SetSpec(family, kind, 5, inside, False, pieces)) == expected


@pytest.mark.parametrize("kind", sorted(PAINTERS))
def test_a_seat_is_under_the_hips_and_stands_on_the_ground(kind: str) -> None:
    canvas = Canvas(-1.5, -1.0, (300, 120), 100.0)
    seat = Stood(kind, -0.4, 0.4, 0.0, 1.0)
    paint(canvas, seat, tones_of(a_place(), LightSpec()))
    assert canvas.alpha[78:80, 145:158].min() > 128, "no seat 0.21 above the ground"
    assert canvas.alpha[97:100].max() > 128, "it floats"
    assert canvas.alpha[:30].max() == 0, "taller than anything one sits on"


def test_two_side_by_side_share_a_wide_seat_and_others_do_not() -> None:
    living, kitchen = SetSpec("room", "living", 5), SetSpec("room", "kitchen", 5)
    two = ((-0.32, 0.0, 1.0), (0.32, 0.0, -1.0))
    (sofa,) = seats_of(living, two)
    assert sofa.x0 < -0.6
    assert sofa.x1 > 0.6
    assert len(seats_of(kitchen, two)) == 2
    assert len(seats_of(living, ((-0.9, 0.0, 1.0), (0.9, 0.0, -1.0)))) == 2


def test_who_sits_is_drawn_on_something() -> None:
    spec = a_shot("FS", SetSpec("street", "square", 5, False), picture=(160, 88), time="day")
    person = spec.actors[0]
    sits = replace(spec, actors=(replace(person, seated=True, seat=(0.0, 1.0)),))
    ids = shot.ids(sits, 4)
    bare = replace(sits, actors=())
    beside = (ids[:, :, 0] if ids.ndim == 3 else ids) == 0
    moved = np.abs(shot.still(sits, 4).astype(int) - shot.still(bare, 4)).sum(2) > 40
    assert (moved & beside)[44:].sum() > 60, "nothing but the person came into the picture"
