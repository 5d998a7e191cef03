"""What is drawn over a board: where people go, and what the camera does. Pure; draws nothing.

Inside the frame an arrow is a person's way, on the ground they walk on. At the edge of the frame
it is the camera's: a pan points at the side, a tilt at the top or bottom, a travel runs along the
edge, a dolly or zoom points from the corners, and framed boxes show where the lens begins and ends.
Places are shares of the picture's width and height, from the top left corner.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from memory.film import Film, Shot
from memory.vocabulary import MoveType, Speed

if TYPE_CHECKING:
    from tools.theatre.camera import Track, View
    from tools.theatre.spec import ActorSpec, ShotSpec

Point = tuple[float, float]
Edge = Literal["left", "right", "top", "bottom"]
LEAST_WAY = 0.03
"""World units; a shorter way is no movement."""

LEAST_SCALE = 0.03
"""A framing that changes less than this share gets no boxes."""

STEPS = 12
INSIDE = (0.04, 0.96)
"""Shares of the picture that a subject's arrow keeps within, so that its head is seen."""

FLOOR = 0.93
"""Where the way of someone is drawn whose feet are under the frame."""


@dataclass(frozen=True, slots=True)
class Way:
    """A person's way through the picture: points, and the width of the arrow at each end.

    Widths are shares of the picture's height; perspective makes the nearer end wider.
    """

    who: str
    points: tuple[Point, ...]
    widths: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Push:
    """An arrow of the camera at one edge: outward for a turn, along the edge for a travel."""

    edge: Edge
    kind: Literal["out", "along", "arc"]
    sign: int
    """Along an edge: 1 is to the right or down."""
    double: bool = False


@dataclass(frozen=True, slots=True)
class Corners:
    """Four corner arrows: inward for a dolly or zoom in, outward for the way back."""

    inward: bool
    lens: bool = False
    """True for a zoom: the camera stays where it is."""


@dataclass(frozen=True, slots=True)
class Turned:
    """The picture rolls: clockwise or not."""

    clockwise: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A framing that the shot begins (A) or ends (B) with: left, top, right, bottom."""

    label: str
    edges: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Shaken:
    """The camera is held by hand, or floats."""

    word: str


@dataclass(frozen=True, slots=True)
class Racked:
    """The focus goes from one place of the picture to another."""

    start: Point
    end: Point


CameraMark = Push | Corners | Turned | Shaken | Racked


@dataclass(frozen=True, slots=True)
class BoardMarks:
    """Everything over one board."""

    ways: tuple[Way, ...] = ()
    camera: tuple[CameraMark, ...] = ()
    boxes: tuple[Box, ...] = ()


KINDS: dict[str, Callable[..., CameraMark]] = {
    kind.__name__.lower(): kind for kind in (Push, Corners, Turned, Shaken, Racked)
}


def as_plain(marks: BoardMarks) -> dict[str, Any]:
    """The marks as JSON data, to stand in the row of their board."""
    camera = [{"mark": type(mark).__name__.lower(), **asdict(mark)} for mark in marks.camera]
    return {**asdict(marks), "camera": camera}


def from_plain(data: Mapping[str, Any]) -> BoardMarks:
    """Read `as_plain` back; marks of a kind that is not known are left out."""
    ways = [
        Way(way["who"], tuple((x, y) for x, y in way["points"]), tuple(way["widths"]))
        for way in data.get("ways", ())
    ]
    camera = []
    for row in data.get("camera", ()):
        fields = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items() if k != "mark"}
        if row.get("mark") in KINDS:
            camera.append(KINDS[row["mark"]](**fields))
    boxes = [Box(box["label"], tuple(box["edges"])) for box in data.get("boxes", ())]
    return BoardMarks(tuple(ways), tuple(camera), tuple(boxes))


TURNS: dict[str, Edge] = {
    "pan_left": "left", "pan_right": "right", "tilt_up": "top", "tilt_down": "bottom"
}  # fmt: skip
TRAVELS: dict[str, tuple[Edge, int]] = {
    "truck_left": ("bottom", -1), "truck_right": ("bottom", 1), "pedestal_up": ("right", -1),
    "pedestal_down": ("right", 1), "crane_up": ("right", -1), "crane_down": ("right", 1),
}  # fmt: skip
CLOSER = {MoveType.DOLLY_IN: True, MoveType.DOLLY_OUT: False}
LENSES = {MoveType.ZOOM_IN: True, MoveType.ZOOM_OUT: False, MoveType.CRASH_ZOOM: True}


def marks_of(film: Film, shot_id: str) -> BoardMarks:
    """The arrows of a shot's board.

    Raises:
        BadRequest: there is no such shot.
    """
    from tools.boards import telling_frame
    from tools.pictured import SHOT, picture_inputs, pictured_film
    from tools.theatre.camera import Track
    from tools.theatre.geometry import seed_of
    from tools.theatre.staging import stage

    shot = film.shot(shot_id)
    spec = stage(pictured_film(picture_inputs(film, shot_id)), SHOT)
    track = Track(spec.camera, spec.frames, spec.rate, spec.aspect, seed_of(spec.place.seed))
    view = track.at(telling_frame(shot))
    ways = tuple(way for actor in spec.actors for way in _way(actor, view, spec))
    camera = tuple(camera_marks(shot, spec.camera.move))
    if shot.movement.type is MoveType.RACK_FOCUS:
        camera = _racked(film, shot, spec, view)
    boxes = _boxes(track, view, spec) if _reframes(shot) else ()
    return BoardMarks(ways, camera, boxes)


def camera_marks(shot: Shot, played: str = "") -> list[CameraMark]:
    """The marks of a shot's camera move; `played` is the theatre's own word for it."""
    move, fast = shot.movement.type, shot.movement.speed is Speed.FAST
    aside = -1 if played.endswith("left") else 1
    if move is MoveType.WHIP_PAN:
        return [Push("left" if aside < 0 else "right", "out", aside, double=True)]
    if move.value in TURNS:
        edge = TURNS[move.value]
        return [Push(edge, "out", -1 if edge in ("left", "top") else 1, fast)]
    if move.value in TRAVELS or move is MoveType.TRACK:
        side, sign = TRAVELS.get(move.value, ("bottom", aside))
        return [Push(side, "along", sign, fast)]
    if move in CLOSER or move in LENSES:
        lens = move in LENSES
        return [Corners((LENSES if lens else CLOSER)[move], lens)]
    return _other(move)


def _other(move: MoveType) -> list[CameraMark]:
    match move:
        case MoveType.ARC_LEFT | MoveType.ARC_RIGHT:
            return [Push("bottom", "arc", -1 if move is MoveType.ARC_LEFT else 1)]
        case MoveType.DOLLY_ZOOM:
            return [Corners(True), Corners(False, lens=True)]
        case MoveType.ROLL:
            return [Turned(True)]
        case MoveType.HANDHELD:
            return [Shaken("handheld")]
        case MoveType.FLOAT:
            return [Shaken("float")]
    return []


def _reframes(shot: Shot) -> bool:
    return shot.movement.type in CLOSER or shot.movement.type in LENSES


def _way(actor: ActorSpec, view: View, spec: ShotSpec) -> list[Way]:
    """The ground a walker covers, in perspective; nothing for those who stay."""
    legs = [(leg[2], leg[3]) for leg in actor.legs] or ([actor.walk] if actor.walk else [])
    found = []
    for start, end in _joined(legs):
        if abs(end - start) < LEAST_WAY or actor.z - view.z < 0.1:
            continue
        line = [start + (end - start) * k / STEPS for k in range(STEPS + 1)]
        points = [_on_picture(x, actor.y, actor.z, view, spec) for x in line]
        points = [(x, min(y, FLOOR)) for x, y in points if INSIDE[0] <= x <= INSIDE[1]]
        if len(points) > 1:
            wide = max(0.022, min(0.07, 0.055 * view.scale(actor.z)))
            found.append(Way(actor.name, tuple(points), (0.7 * wide, wide)))
    return found


def _joined(legs: list[Point]) -> list[Point]:
    """Stretches of a walk, those that go on the same way as one."""
    ways: list[Point] = []
    for start, end in legs:
        goes_on = bool(ways) and abs(ways[-1][1] - start) < LEAST_WAY
        if goes_on and (ways[-1][1] - ways[-1][0]) * (end - start) >= 0:
            ways[-1] = (ways[-1][0], end)
        else:
            ways.append((start, end))
    return ways


def _on_picture(x: float, y: float, z: float, view: View, spec: ShotSpec) -> Point:
    from tools.theatre.camera import Track
    from tools.theatre.turn import carried

    track = Track(spec.camera, spec.frames, spec.rate, spec.aspect, 0)
    at = np.array([view.project(x, y, z, spec.size)])
    px, py = (float(part) for part in carried(at, track, view.roll, spec.size)[0])
    return (px / spec.width, py / spec.height)


def _boxes(track: Track, view: View, spec: ShotSpec) -> tuple[Box, ...]:
    """The first and the last framing at the subject's depth, as far as they lie in the board."""
    boxes = []
    for label, number in (("A", 0), ("B", spec.frames - 1)):
        x0, y0, x1, y1 = track.at(number).window(spec.camera.subject_z, spec.aspect)
        if track.at(number).z > spec.camera.subject_z - 0.05:
            continue
        left, top = view.project(x0, y0, spec.camera.subject_z, spec.size)
        right, bottom = view.project(x1, y1, spec.camera.subject_z, spec.size)
        edges = (left / spec.width, top / spec.height, right / spec.width, bottom / spec.height)
        if edges[2] - edges[0] < 1 - LEAST_SCALE:
            boxes.append(Box(label, edges))
    return tuple(boxes)


def _racked(film: Film, shot: Shot, spec: ShotSpec, view: View) -> tuple[Racked, ...]:
    """From whom to whom the focus goes, where both are known to stand in the picture."""
    places = {}
    for actor in spec.actors:
        if actor.z - view.z > 0.1:
            head = actor.y - (0.66 if actor.seated else 0.92)
            x, y = _on_picture(actor.x, head, actor.z, view, spec)
            places[actor.name.lower()] = (min(0.9, max(0.1, x)), min(0.9, max(0.1, y)))
    called = {who: one.name.lower() for who, one in film.characters.items()}

    def find(words: str) -> Point | None:
        plain = called.get(words, words.lower())
        hits = [at for name, at in places.items() if name and name in plain]
        return hits[0] if hits else None

    start, end = find(shot.focus), find(shot.focus_to)
    if start is None or end is None:
        start, end = (0.36, 0.5), (0.64, 0.5)
    return (Racked(start, end),)
