"""What is settled once the camera and everyone's place are: entrances, hands, eyes.

An entrance begins outside the frame that the camera has, hands meet half-way between two people,
eyes rest on the true place of what they look at. Knows no words but those of a look.
"""

from __future__ import annotations

import math
from dataclasses import replace

from memory.film import Film, Shot
from tools.theatre.blocking import Places
from tools.theatre.camera import Track
from tools.theatre.cast.actions import action_of
from tools.theatre.cast.bones import BUILD
from tools.theatre.cast.holding import changed
from tools.theatre.cast.skeleton import seat_ahead
from tools.theatre.looks import looks_for
from tools.theatre.paths import HANDS
from tools.theatre.spec import ActorSpec, CameraSpec

BESIDE = 0.34
"""World units outside the frame at which nothing of a person shows."""

HURRY = 1.05
"""World units a second of the fastest walk; faster is a run."""

FINGERS = 0.045
"""Statures from a wrist to the fingers that touch another's."""

Leg = tuple[int, int, float, float, str]


def rehearsed(
    film: Film, shot: Shot, places: Places, actors: tuple[ActorSpec, ...], camera: CameraSpec
) -> tuple[tuple[ActorSpec, ...], list[str]]:
    """The actors with entrances, seats, meetings and looks as this camera and blocking need.

    Args:
        film: the document.
        shot: what is played.
        places: the scene's blocking, for those who are not in the picture.
        actors: as the camera left them; a `near` back and those without a place are kept.
        camera: resolved.
    """
    rate = float(film.frame_rate)
    track = Track(camera, shot.frames, rate, film.width / film.height, 1)
    actors = tuple(_seat(_beyond(actor, track, shot.frames)) for actor in actors)
    actors = _handing(actors, rate)
    return looks_for(film, shot, places, actors)


def _beyond(actor: ActorSpec, track: Track, frames: int) -> ActorSpec:
    """Begin an entrance, and end an exit, outside the picture."""
    legs = list(actor.legs)
    if legs and legs[0][4] == "enter":
        legs[0] = _entrance(legs[0], actor, track, frames)
    if legs and legs[-1][4] == "exit":
        legs[-1] = _exit(legs[-1], actor, track, frames)
    return replace(actor, legs=tuple(legs)) if legs else actor


def _edge(track: Track, frame: float, z: float, side: float, wide: float) -> float:
    """World x just outside the left (-1) or right (1) edge of the frame at a depth."""
    view = track.at(frame)
    x0, _, x1, _ = view.window(z, track.aspect)
    return x1 + BESIDE * wide if side > 0 else x0 - BESIDE * wide


def _entrance(leg: Leg, actor: ActorSpec, track: Track, frames: int) -> Leg:
    start, length, x0, x1, _ = leg
    side = -1.0 if x1 >= x0 else 1.0
    outside = _edge(track, start, actor.z, side, _tall(actor))
    outside = min(outside, x1 - 0.4) if side < 0 else max(outside, x1 + 0.4)
    # They have been walking for a while when we see them.
    far, pace = abs(x1 - outside), length / track.rate
    kind = "run" if far / pace > HURRY else "walk"
    return (start, max(length, 12), round(outside, 4), x1, kind)


def _exit(leg: Leg, actor: ActorSpec, track: Track, frames: int) -> Leg:
    start, _, x0, x1, _ = leg
    side = 1.0 if x1 >= x0 else -1.0
    outside = _edge(track, frames, actor.z, side, _tall(actor))
    outside = max(outside, x0 + 0.4) if side > 0 else min(outside, x0 - 0.4)
    length = max(12, frames - start - 2)
    need = abs(outside - x0) / HURRY * track.rate
    start = max(0, min(start, round(frames - 2 - need)))
    length = max(length, frames - start - 2)
    kind = "run" if abs(outside - x0) / (length / track.rate) > 1.25 * HURRY else "walk"
    return (start, length, x0, round(outside, 4), kind)


def _tall(actor: ActorSpec) -> float:
    return float(actor.look.get("height", 1.0)) * BUILD if actor.look else BUILD


def _seat(actor: ActorSpec) -> ActorSpec:
    """Put a seat where someone sits at any time, behind where their feet then are."""
    sits = [text for _, _, text in actor.beats if action_of(text)[0] in ("sit", "rise")]
    if actor.near or not (actor.seated or sits or action_of(actor.action)[0] == "sit"):
        return actor
    if not actor.legs:
        return replace(actor, seat=(actor.x, math.copysign(1.0, actor.facing)))
    ahead = seat_ahead(actor.view) * _tall(actor)
    if actor.seated or (sits and action_of(sits[0])[0] == "rise"):
        facing = math.copysign(1.0, actor.facing)
        start, frames, _, end, kind = actor.legs[0]
        leg = (start, frames, round(actor.x + facing * ahead, 4), end, kind)
        return replace(actor, seat=(actor.x, facing), legs=(leg, *actor.legs[1:]))
    leg = actor.legs[-1]
    facing = 1.0 if leg[3] >= leg[2] else -1.0
    return replace(actor, seat=(round(leg[3] - facing * ahead, 4), facing))


def _handing(actors: tuple[ActorSpec, ...], rate: float) -> tuple[ActorSpec, ...]:
    """Let the hands of who gives and who takes be at one place at one time."""
    people = list(actors)
    for g, giver in enumerate(people):
        for beat in giver.beats:
            if action_of(beat[2])[0] != "give":
                continue
            taker = _taker(people, g, beat)
            if taker is None:
                continue
            people[g], people[taker] = _met(giver, people[taker], beat, rate)
    return tuple(people)


def _taker(people: list[ActorSpec], giver: int, beat: tuple[int, int, str]) -> int | None:
    start, frames, _ = beat
    for k, other in enumerate(people):
        for s, n, text in other.beats:
            if k != giver and action_of(text)[0] == "take" and s < start + frames and start < s + n:
                return k
    return None


def _met(
    giver: ActorSpec, taker: ActorSpec, beat: tuple[int, int, str], rate: float
) -> tuple[ActorSpec, ActorSpec]:
    frame = round(changed(beat, rate))
    giver = _stepped(giver, taker, beat)
    way = 1.0 if _at(taker, frame) >= _at(giver, frame) else -1.0
    giver, taker = _turned(giver, way, beat), _turned(taker, -way, beat)
    middle = (_feet(giver, frame) + _feet(taker, frame)) / 2
    height = -0.6 * min(_tall(giver), _tall(taker))
    if giver.seat or taker.seat:
        height = min(height, -0.5)
    meetings = [
        (frame, round(middle - side * FINGERS * _tall(actor), 4), round(height, 4))
        for actor, side in ((giver, way), (taker, -way))
    ]
    beats = tuple(
        (beat[0], beat[1], text) if action_of(text)[0] == "take" else (s, n, text)
        for s, n, text in taker.beats
    )
    return (
        replace(giver, meetings=(*giver.meetings, meetings[0])),
        replace(taker, meetings=(*taker.meetings, meetings[1]), beats=beats),
    )


def _at(actor: ActorSpec, frame: float) -> float:
    """Where someone is on a frame."""
    begun = [leg for leg in actor.legs if leg[0] <= frame]
    if not actor.legs:
        return actor.x
    if not begun:
        return actor.legs[0][2]
    start, frames, x0, x1, _ = begun[-1]
    return x0 + (x1 - x0) * max(0.0, min(1.0, (frame - start) / max(frames, 1)))


def _feet(actor: ActorSpec, frame: float) -> float:
    if actor.seat is not None and not actor.legs:
        return actor.x
    return _at(actor, frame)


def _stepped(giver: ActorSpec, taker: ActorSpec, beat: tuple[int, int, str]) -> ActorSpec:
    """Let who gives come near enough, in the time before."""
    frame = beat[0]
    here, there = _at(giver, frame), _at(taker, frame + beat[1] / 2)
    near = HANDS * (_tall(giver) + _tall(taker)) / 2
    if abs(there - here) <= near * 1.12 or giver.seat is not None:
        return giver
    to = there - math.copysign(near, there - here)
    before = max([0, *(leg[0] + leg[1] for leg in giver.legs if leg[0] < frame)])
    seconds = abs(to - here) / 0.75
    frames = max(14, min(frame - before + beat[1] // 4, round(seconds * 24)))
    start = max(before, frame + beat[1] // 4 - frames)
    leg = (start, frames, round(here, 4), round(to, 4), "walk")
    walk = giver.walk or (round(here, 4), round(to, 4))
    return replace(giver, legs=(*giver.legs, leg), walk=walk, x=giver.x)


def _turned(actor: ActorSpec, way: float, beat: tuple[int, int, str]) -> ActorSpec:
    """Face the other one when hands meet."""
    turns = [b for b in actor.beats if action_of(b[2])[0] == "turn" and b[0] < beat[0]]
    facing = math.copysign(1.0, actor.facing) * (-1.0) ** len(turns)
    walked = [leg for leg in actor.legs if leg[0] < beat[0] + beat[1] // 4]
    facing = math.copysign(1.0, walked[-1][3] - walked[-1][2]) if walked else facing
    if facing == way:
        return actor
    if not turns and not walked:
        return replace(actor, facing=way)
    turn = (max(0, beat[0] - 16), 16, "turn")
    return replace(actor, beats=tuple(sorted((*actor.beats, turn))))
