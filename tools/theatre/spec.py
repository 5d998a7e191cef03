"""What the theatre is asked to draw: one shot, resolved to the last number.

Knows nothing of the film document.

A ShotSpec is data only: frozen, and equal after a trip through JSON. A frame is a function of
(spec, frame number).
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LOOK = 2
"""Raised on purpose when the theatre's output changes; an older look still counts as current."""


@dataclass(frozen=True, slots=True)
class CameraSpec:
    """The camera at rest and its move.

    World units (1 = an adult's height), focal and shifts in frame heights.

    Attributes:
        aim_x: where in the world a dolly and an arc keep looking; aim_y likewise.
        roll: degrees the picture leans, clockwise; for a roll, how far it turns.
        pitch: degrees it looks down (up below 0); the picture converges.
        stop: the lens's T-stop; focus_z: depth that is sharp (None: the subject's), focus_to:
            the depth a rack focus ends on.
        through: what stands out of focus before the lens: a kind and a side, "leaves left".
    """

    x: float = 0.0
    y: float = -0.9
    z: float = -2.0
    focal: float = 1.73
    shift_x: float = 0.0
    shift_y: float = 0.0
    move: str = "static"
    speed: str = "slow"
    span: float = 1.0
    rest: float = 0.5
    follow: float = 0.0
    subject_z: float = 0.0
    aim_x: float = 0.0
    aim_y: float = -0.9
    size: str = "MS"
    lens_mm: int = 35
    roll: float = 0.0
    pitch: float = 0.0
    easing: str = "settle"
    stop: float = 4.0
    focus_z: float | None = None
    focus_to: float | None = None
    through: str = ""


@dataclass(frozen=True, slots=True)
class LightSpec:
    """Time, weather and the light's levers.

    0.5 is neutral for brightness, contrast and saturation.
    """

    time: str = "day"
    weather: str = "clear"
    brightness: float = 0.5
    contrast: float = 0.5
    color_temp_k: int = 5600
    haze: float = 0.2
    key_dir: str = "side"
    practicals: tuple[str, ...] = ()
    saturation: float = 0.5
    grain: float = 0.2
    palette: tuple[str, ...] = ()
    wind: float = 0.0
    style: str = ""
    """Words of lighting style; mood.py knows which levers they move."""


@dataclass(frozen=True, slots=True)
class SetSpec:
    """Which place is drawn: its family, its seed and the pieces its words ask for.

    Attributes:
        surface: what the thing of an insert lies on: table, ground, wall, air or, else, nothing.
    """

    family: str = "room"
    kind: str = ""
    seed: int = 0
    interior: bool = True
    reverse: bool = False
    pieces: tuple[str, ...] = ()
    surface: str = ""


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A line to be mouthed: its slot in frames of the shot. Voices do not change it."""

    start: int
    frames: int
    text: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class ActorSpec:
    """One puppet: where it stands, what it does and says. `look` is the cast's own JSON.

    Attributes:
        y: how far its own ground lies below the stage's, world units.
        near: stands between camera and subject: dark, out of focus, lit from behind.
        legs: stretches of a walk: (first frame, frames, from x, to x, walk or run); without any a
            `walk` is spread over the shot.
        looks: (frame, x, y, z) of the world points that the eyes go to.
        seat: (x, facing) of what is sat on during the shot.
        meetings: (frame, x, y) where the near hand meets another's.
        rest: height (negative) of the table that things lie on; 0 is the ground.
        depth: stretches of a walk to or from the camera: (first frame, frames, from z, to z).
    """

    name: str
    x: float = 0.0
    y: float = 0.0
    z: float = 0.0
    facing: float = 1.0
    view: str = "three_quarter"
    action: str = "stand"
    emotion: str = "neutral"
    strength: float = 0.5
    gaze: tuple[float, float] = (0.0, 0.0)
    lines: tuple[SpokenLine, ...] = ()
    beats: tuple[tuple[int, int, str], ...] = ()
    walk: tuple[float, float] | None = None
    seed: int = 0
    look: Mapping[str, Any] = field(default_factory=dict)
    seated: bool = False
    near: bool = False
    legs: tuple[tuple[int, int, float, float, str], ...] = ()
    looks: tuple[tuple[int, float, float, float], ...] = ()
    seat: tuple[float, float] | None = None
    meetings: tuple[tuple[int, float, float], ...] = ()
    rest: float = 0.0
    depth: tuple[tuple[int, int, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class ShotSpec:
    """One shot for the theatre.

    Attributes:
        frames: length of what is played; hold: frames the last one then stands still.
        pace: 1 is real time, 0.5 half speed: for the playing and the weather, not the camera.
        seed: of the playing and the grain, never of cast, set, framing or light.
        notes: what could not be had and what stands in for it.
    """

    width: int = 1280
    height: int = 720
    rate: float = 24.0
    frames: int = 96
    hold: int = 0
    pace: float = 1.0
    seed: int = 0
    camera: CameraSpec = field(default_factory=CameraSpec)
    light: LightSpec = field(default_factory=LightSpec)
    place: SetSpec = field(default_factory=SetSpec)
    actors: tuple[ActorSpec, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """Frames of the finished take."""
        return self.frames + self.hold

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in pixels."""
        return (self.width, self.height)

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(dataclasses.asdict(self), sort_keys=True, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> ShotSpec:
        """Read `to_json` back; equal to what was written."""
        return from_mapping(json.loads(text))


def from_mapping(data: Mapping[str, Any]) -> ShotSpec:
    """Build a ShotSpec from plain JSON data (lists become tuples)."""
    plain = {key: value for key, value in data.items() if key not in _NESTED}
    plain["notes"] = tuple(plain.get("notes", ()))
    return ShotSpec(
        camera=CameraSpec(**data.get("camera", {})),
        light=LightSpec(**_tupled(data.get("light", {}))),
        place=SetSpec(**_tupled(data.get("place", {}))),
        actors=tuple(_actor(actor) for actor in data.get("actors", ())),
        **plain,
    )


_NESTED = ("camera", "light", "place", "actors")


def _tupled(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}


def _actor(data: Mapping[str, Any]) -> ActorSpec:
    values = _tupled(data)
    values["lines"] = tuple(SpokenLine(**line) for line in data.get("lines", ()))
    for name in ("beats", "legs", "looks", "meetings", "depth"):
        values[name] = tuple(tuple(row) for row in data.get(name, ()))
    return ActorSpec(**values)


def recipe_inputs(spec: ShotSpec) -> dict[str, Any]:
    """Everything a take's picture depends on, as plain JSON data; notes are talk and left out."""
    data = json.loads(spec.to_json())
    del data["notes"]
    return dict(data)
