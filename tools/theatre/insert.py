"""Inserts: one thing, large and sharp, on what it lies on. Knows words and shots, draws nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from memory.film import Shot
from tools.theatre.cast.colour import colour_in
from tools.theatre.cast.thingwords import Kind, kind_of, nearest, things_in
from tools.theatre.sets.close import TABLE_TOP
from tools.theatre.spec import ActorSpec, CameraSpec, SetSpec

FILL = 0.56
"""Share of the frame's height, and of its width, that a thing may fill."""

HANG, FLOAT, IN_ROOM = -1.0, -1.45, -0.92
"""World height of the middle of what hangs on a wall, and of what floats outside or inside."""

WITH_HAND = 4.4
"""Frame heights a world unit may fill where a hand must have room beside the thing."""

DISTANCE = 0.8
MACRO_MM = 85
HANDLES = re.compile(
    r"\b(slid|push|pick|tak|took|put|lay|lays|laid|set|sets|plac|turn|hold|giv|hand|pass|open|"
    r"tip|pull|lift|drop|unclip|twist|pour|tap|touch|reach|writ|sign|tear|fold)\w*",
    re.IGNORECASE,
)
SEATED_ON = re.compile(r"\b(table|desk|counter|shelf|bench|sill|tray)\b", re.IGNORECASE)
GROUND = re.compile(r"\b(floor|ground|grass|dust|snow|sand|mud|path|road|stones?)\b", re.IGNORECASE)
ON_WALL = re.compile(r"\b(wall|pinned|hangs?|hung|nailed|door)\b", re.IGNORECASE)
VAGUE = ("", "the object", "object", "detail", "the detail")


def insert_of(
    shot: Shot, actors: tuple[ActorSpec, ...], place: SetSpec, camera: CameraSpec, aspect: float
) -> tuple[CameraSpec, tuple[ActorSpec, ...], SetSpec, list[str]] | None:
    """The thing an insert shows, what it lies on and the camera; None where no thing is named."""
    found, notes = _named(shot)
    if found is None:
        return None
    word, kind = found
    place = replace(place, surface=_surface(kind, shot.action, place), reverse=False)
    actor = _thing(shot, word, kind, actors, place)
    return _framed(kind, actor, shot, camera, aspect), (actor,), place, notes


def _named(shot: Shot) -> tuple[tuple[str, Kind] | None, list[str]]:
    focus = shot.focus.strip().lower()
    words = things_in(focus) if focus not in VAGUE else []
    words += things_in(shot.action)
    for word in words:
        kind = kind_of(word)
        if kind is not None:
            return (word, kind), []
    if focus in VAGUE or SEATED_ON.search(focus) or focus in ("door", "window"):
        return None, []
    kind, note = nearest(focus)
    return (focus, kind), [note]


def _surface(kind: Kind, action: str, place: SetSpec) -> str:
    landed = kind.name != "balloon" and (SEATED_ON.search(action) or GROUND.search(action))
    if kind.lie == "air" and not landed:
        return "air"
    wall = kind.lie == "wall" or (ON_WALL.search(action) and kind.name in ("clock", "photo"))
    if wall:
        return "wall"
    if SEATED_ON.search(action):
        return "table"
    if not place.interior or GROUND.search(action):
        return "ground"
    return "table"


def _thing(
    shot: Shot, word: str, kind: Kind, actors: tuple[ActorSpec, ...], place: SetSpec
) -> ActorSpec:
    surface = place.surface
    look: dict[str, Any] = {"name": word, "kind": "thing", "species": kind.name, "seed": 0}
    tone = colour_in(_phrase(shot.action, word))
    if tone is not None:
        look["props"] = [[word, list(tone)]]
    facing = 1.0
    who = next((a for a in actors if a.look.get("kind") in ("person", "child")), None)
    if who is not None and HANDLES.search(shot.action) and surface in ("table", "ground"):
        facing = who.facing
        look |= {"marks": ["hand"], "skin": who.look["skin"], "trim": who.look["cloth"]}
        look["gloves"] = who.look.get("gloves")
    y = {
        "table": TABLE_TOP,
        "wall": HANG + kind.tall / 2,
        "air": IN_ROOM if place.interior else FLOAT,
    }.get(surface, 0.0)
    return ActorSpec(name=word, y=round(y, 4), facing=facing, action="", look=look, seed=shot.seed)


def _phrase(action: str, word: str) -> str:
    """The two words before a thing's own word: its colour stands there."""
    match = re.search(rf"((?:[a-z-]+ ){{0,2}}){re.escape(word)}", action.lower())
    return match.group(1) if match else ""


def _framed(
    kind: Kind, actor: ActorSpec, shot: Shot, camera: CameraSpec, aspect: float
) -> CameraSpec:
    """Fill the frame with the thing; what lies flat is looked down upon."""
    flat = kind.lie == "flat"
    share = min(FILL / kind.tall, FILL * aspect / kind.wide) * (
        0.62 if kind.name == "moth" else 0.9
    )
    if "hand" in actor.look.get("marks", ()):
        share = min(share, WITH_HAND)
    rise = {"wall": 0.0, "air": -0.1, "flat": 0.52}.get(kind.lie, 0.2)
    if shot.angle.value in ("high", "overhead", "aerial") and kind.lie == "up":
        rise = 0.34
    middle = actor.y - (0.6 if flat else 0.5) * kind.tall
    height = min(-0.05, middle - rise * DISTANCE)
    return replace(
        camera,
        x=0.0,
        y=round(height, 4),
        z=-DISTANCE,
        focal=round(share * DISTANCE, 4),
        shift_x=0.0,
        shift_y=round(0.02 - share * (middle - height), 4),
        subject_z=0.0,
        aim_y=round(middle, 4),
        size="INSERT",
        lens_mm=max(MACRO_MM, shot.lens_mm),
    )
