"""A camera set-up: what a shot is before it has light and time. Data only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from agent.writing.breakdown_camera import Direction
from memory.vocabulary import Angle, MoveType, Size, Speed, View

Role = Literal[
    "establishing", "place", "action", "insert", "montage", "two", "over", "single", "reaction"
]


@dataclass(frozen=True, slots=True)
class Said:
    """A spoken line of a set-up. `part` counts the parts of one long speech from 0."""

    speaker: str
    words: str
    delivery: str = ""
    off: bool = False
    dual: bool = False
    part: int = 0


@dataclass(frozen=True, slots=True)
class Setup:
    """One camera set-up before light and time."""

    role: Role
    size: Size
    subjects: tuple[str, ...] = ()
    text: str = ""
    said: tuple[Said, ...] = ()
    angle: Angle = Angle.EYE
    view: View = View.THREE_QUARTER
    move: MoveType = MoveType.STATIC
    speed: Speed = Speed.NONE
    energy: float = 0.3
    direction: Direction = field(default_factory=Direction)
    overlay: str = ""
    over: str = ""
    """Whose shoulder the camera looks over."""

    to: str = ""
    """Whom the one in the set-up speaks or listens to, in the frame or not."""


@dataclass(frozen=True, slots=True)
class SceneFacts:
    """What coverage needs to know of a scene."""

    new_place: bool
    exterior: bool
    opens_film: bool
    energy: float
    """The arc's energy at the middle of the scene, 0..1."""
    seed: str
    people: frozenset[str] = frozenset()
    """Who has shoulders to look over: persons, not birds."""
