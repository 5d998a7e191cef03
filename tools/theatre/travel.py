"""From a shot's movement to a camera's move: which, how far, and never past its subject.

Knows words and numbers, draws nothing.
"""

from __future__ import annotations

from dataclasses import replace

from memory.film import Shot
from memory.vocabulary import MoveType
from tools.theatre.camera import Track
from tools.theatre.composition import TURN, goes_out, travels_left
from tools.theatre.spec import ActorSpec, CameraSpec

MOVES = {
    "track": "truck_right",
    "crash_zoom": "zoom_in",
    "whip_pan": "pan_right",
    "dolly_zoom": "vertigo_in",
    "rack_focus": "rack",
}
TURNED = {
    "pan_right": "pan_left",
    "truck_right": "truck_left",
    "zoom_in": "zoom_out",
    "vertigo_in": "vertigo_out",
}
RESTS = {
    "pan": 0.72, "tilt": 0.72, "truck": 0.5, "crane": 0.7, "pedestal": 0.6, "arc": 0.5,
    "dolly": 0.5, "zoom": 0.5, "vertigo": 0.5,
}  # fmt: skip
"""Where in a move the framing is exact, as a share of it."""

SPANS = {"MS": 0.62, "MCU": 0.46, "CU": 0.34, "BCU": 0.25, "ECU": 0.2, "INSERT": 0.5}
"""The tighter the shot the smaller the move, or the face would leave the frame."""

ACROSS = ("pan", "tilt", "truck", "crane", "pedestal", "arc")
EDGE = 0.035
"""Share of the frame a head keeps from its edge through a move."""

LONG_HEAD = 0.62
"""Of a head's height: how far its box reaches round its middle."""


def moving(camera: CameraSpec, shot: Shot, *, peopled: bool) -> CameraSpec:
    """The camera with the shot's move, at its speed, amount and easing."""
    asked = shot.movement.type
    move = MOVES.get(asked.value, asked.value)
    if asked in (MoveType.WHIP_PAN, MoveType.TRACK) and travels_left(shot):
        move = TURNED[move]
    if goes_out(shot):
        move = TURNED[move]
    camera = replace(camera, move=move, easing=shot.movement.easing.value)
    family = move.split("_", maxsplit=1)[0]
    if move in ("static", "rack"):
        return camera
    if asked in (MoveType.WHIP_PAN, MoveType.CRASH_ZOOM):
        return _sudden(camera, asked)
    if move == "roll":
        turn = TURN * shot.movement.amount * (-1 if travels_left(shot) else 1)
        return replace(camera, roll=camera.roll or max(-45.0, min(45.0, turn)))
    word = shot.movement.speed.value
    span = SPANS.get(camera.size, 0.9) if peopled and family in ACROSS else 1.0
    if family in ("dolly", "zoom") and camera.size in ("CU", "BCU", "ECU"):
        span = 0.7
    return replace(
        camera,
        speed="slow" if word == "none" else word,
        span=round(span * shot.movement.amount, 4),
        rest=RESTS.get(family, 0.5),
    )


def _sudden(camera: CameraSpec, asked: MoveType) -> CameraSpec:
    """A whip or a crash: the framing is exact where it ends."""
    span = 0.45 if asked is MoveType.CRASH_ZOOM else 0.8
    return replace(camera, speed="whip", span=span, rest=1.0)


def following(camera: CameraSpec, actors: tuple[ActorSpec, ...]) -> CameraSpec:
    """Travel beside the first one who walks, at their pace, so that they keep their place."""
    walks = [actor.walk[1] - actor.walk[0] for actor in actors if actor.walk is not None]
    if not walks:
        return camera
    move = "truck_right" if walks[0] > 0 else "truck_left"
    return replace(camera, move=move, follow=round(walks[0], 4), rest=0.5, easing="linear")


Head = tuple[float, float, float, float]
"""World x, y and z of the middle of a head, and its height."""


def held_in(
    camera: CameraSpec, heads: list[Head], frames: int, rate: float, aspect: float
) -> CameraSpec:
    """Shorten a move until every head it must hold stays in the frame from end to end."""
    if not heads or camera.move in ("static", "rack", "roll") or camera.speed == "whip":
        return camera
    for _ in range(18):
        if _holds(camera, heads, frames, rate, aspect):
            return camera
        camera = replace(camera, span=round(camera.span * 0.78, 4))
    return camera


def _holds(camera: CameraSpec, heads: list[Head], frames: int, rate: float, aspect: float) -> bool:
    track = Track(camera, frames, rate, aspect, 1)
    last = max(1, frames - 1)
    return all(
        inside(track, head, frame) and _crowned(track, head, frame)
        for frame in (0.0, last / 2, float(last))
        for head in heads
    )


def _crowned(track: Track, head: Head, frame: float) -> bool:
    """Whether a head that is framed whole keeps its crown in the picture."""
    x, y, z, tall = head
    if track.spec.size in ("CU", "BCU", "ECU"):
        return True
    wide = max(64, round(1000 * track.aspect))
    return track.seen(frame, (x, y - 0.55 * tall, z), (wide, 1000))[1] > 0.0


def inside(track: Track, head: Head, frame: float, edge: float = EDGE) -> bool:
    """Whether a head is in the finished picture: its middle upright, its width across."""
    x, y, z, tall = head
    half = 0.5 * LONG_HEAD * tall * track.at(frame).scale(z)
    wide = max(64, round(1000 * track.aspect))
    px, py = track.seen(frame, (x, y, z), (wide, 1000))
    u, v, side = px / wide, py / 1000, half / track.aspect
    if side > 0.42:
        return 0.2 < u < 0.8 and 0.1 < v < 0.9
    return side + 0.3 * edge < u < 1 - side - 0.3 * edge and edge < v < 1 - edge
