"""What a shot is focused on, and where a rack focus goes. Reads words, knows no paper."""

from __future__ import annotations

import re
from dataclasses import replace

from memory.film import Film, Shot
from memory.vocabulary import MoveType
from tools.theatre.spec import ActorSpec, CameraSpec, SetSpec

BEHIND = re.compile(
    r"\b(?:back ?ground|behind|far|horizon|sky|sea|window|wall|door|street|trees?|hills?|city"
    r"|beyond|distance)\b"
)
BEFORE = re.compile(r"\b(?:fore ?ground|lens|near)\b")
FAR_INSIDE, FAR_OUTSIDE = 1.9, 6.0
"""World depth of what words call the background."""

FOREGROUND, ARM = 0.40, 0.62
"""Where foreground pieces stand: a share of the way to the subject, at most so many units off."""

RACKED = re.compile(
    r"\b(?:rack|pull|shift)\w*[^.;]{0,24}?(?:\bfrom\b(?P<first>[^.;]{0,40}?))?\b(?:to|onto|on)\b"
    r"(?P<last>[^.;]{0,40})"
)
DEEPER = 1.05
"""World units that one of two people who stand level is moved back for a rack between them."""


def focused(
    film: Film, shot: Shot, camera: CameraSpec, actors: tuple[ActorSpec, ...], place: SetSpec
) -> tuple[CameraSpec, tuple[ActorSpec, ...], list[str]]:
    """The camera with its stop and focus; for a rack one of two may be moved deeper."""
    camera = replace(camera, stop=shot.stop, focus_z=camera.subject_z)
    if shot.movement.type is not MoveType.RACK_FOCUS and not shot.focus_to:
        return camera, actors, []
    first, last = _ends(shot)
    start = depth_of(film, first, camera, actors, place)
    end = depth_of(film, last, camera, actors, place)
    notes: list[str] = []
    if start is None:
        start = camera.subject_z if last else _far(place)
    if end is None:
        end = camera.subject_z if start != camera.subject_z else _far(place)
        notes.append(
            f"rack_focus: nothing says where it goes; it is pulled to {_word(end, camera)}"
        )
    if abs(end - start) < 0.3:
        mover = _named(film, last, actors)
        if mover is None or mover.near or len(actors) < 2:
            end = _far(place)
        else:
            # Two who stand level cannot be racked between: the one it goes to steps back.
            actors = tuple(deeper(a, camera, DEEPER) if a is mover else a for a in actors)
            end = mover.z + DEEPER
            notes.append(f"{mover.name} stands deeper, so that the focus has somewhere to go")
    move = "rack" if camera.move == "static" else camera.move
    camera = replace(camera, move=move, focus_z=round(start, 4), focus_to=round(end, 4))
    return camera, actors, notes


def near_depth(camera: CameraSpec) -> float:
    """World depth of foreground pieces."""
    return camera.z + min(ARM, FOREGROUND * (camera.subject_z - camera.z))


def _ends(shot: Shot) -> tuple[str, str]:
    """What the focus starts on and ends on, from the fields, else from the words."""
    found = RACKED.search(f"{shot.action}. {shot.composition}".lower())
    first = shot.focus or (found.group("first") or "" if found else "")
    last = shot.focus_to or (found.group("last") or "" if found else "")
    if last and not shot.focus_to and not shot.focus and not first:
        first = "foreground" if shot.foreground else ""
    return first.lower(), last.lower()


def depth_of(
    film: Film, words: str, camera: CameraSpec, actors: tuple[ActorSpec, ...], place: SetSpec
) -> float | None:
    """World depth of what words name; None where they name nothing known."""
    if not words.strip():
        return None
    actor = _named(film, words, actors)
    if actor is not None:
        return actor.z
    if BEFORE.search(words) or (camera.through and camera.through.split()[0][:4] in words):
        return near_depth(camera)
    if BEHIND.search(words):
        return _far(place)
    return camera.subject_z


def _named(film: Film, words: str, actors: tuple[ActorSpec, ...]) -> ActorSpec | None:
    """The actor whose name or id stands in the words."""
    ids = {character.name: who for who, character in film.characters.items()}
    for actor in actors:
        first = actor.name.split(maxsplit=1)[0] if actor.name.split() else actor.name
        for name in (actor.name, first, ids.get(actor.name, "")):
            if name and re.search(rf"\b{re.escape(name.lower())}\b", words):
                return actor
    return None


def deeper(actor: ActorSpec, camera: CameraSpec, by: float) -> ActorSpec:
    """An actor moved back by `by`, at the same place across the frame."""
    ratio = (actor.z + by - camera.z) / max(0.1, actor.z - camera.z)
    x = camera.x + (actor.x - camera.x) * ratio
    return replace(actor, x=round(x, 4), z=round(actor.z + by, 4), walk=None)


def _far(place: SetSpec) -> float:
    return FAR_INSIDE if place.interior else FAR_OUTSIDE


def _word(z: float, camera: CameraSpec) -> str:
    return "the subject" if z == camera.subject_z else "the background"
