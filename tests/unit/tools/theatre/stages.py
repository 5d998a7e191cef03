"""Readable ShotSpecs for the theatre's tests: small pictures of known places and people."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from tools.theatre.cast.look import look_of
from tools.theatre.framing import Subject, frame_subject
from tools.theatre.spec import ActorSpec, LightSpec, SetSpec, ShotSpec, SpokenLine

SIZE = (320, 180)
OUTSIDE = {"street": "street", "nature": "forest", "forest": "forest", "shore": "pier"}
INSIDE = {"room": "kitchen", "office": "office", "corridor": "security"}


def a_place(family: str = "room", *pieces: str, seed: int = 5) -> SetSpec:
    kind = {**OUTSIDE, **INSIDE}.get(family, "")
    return SetSpec(family, kind, seed, family in INSIDE, False, pieces)


def an_actor(name: str = "Mara", x: float = 0.0, **changes: Any) -> ActorSpec:
    words = {"name": name, "hair": "short black hair", "wardrobe": {"coat": "red wool coat"}}
    look = json.loads(look_of(words, 1).to_json())
    return replace(ActorSpec(name, x, facing=-1.0 if x > 0 else 1.0, look=look), **changes)


def a_shot(
    size: str = "MS",
    place: SetSpec | None = None,
    *,
    people: int = 1,
    move: str = "static",
    speed: str = "medium",
    angle: str = "eye",
    lens: int = 35,
    picture: tuple[int, int] = SIZE,
    frames: int = 48,
    grain: float = 0.0,
    **light: Any,
) -> ShotSpec:
    actors = {
        0: (),
        1: (an_actor(),),
        2: (an_actor("Mara", -0.32), an_actor("Theo", 0.32, lines=(SpokenLine(4, 30, "Hello."),))),
    }[people]
    spread = 0.32 if people == 2 else 0.0
    camera = frame_subject(Subject(spread=spread), size, angle, lens, picture[0] / picture[1])
    return ShotSpec(
        width=picture[0],
        height=picture[1],
        frames=frames,
        seed=7,
        camera=replace(camera, move=move, speed=speed),
        light=LightSpec(grain=grain, **light),
        place=place or a_place(),
        actors=actors,
    )
