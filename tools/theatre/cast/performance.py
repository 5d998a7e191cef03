"""What one puppet does in one shot, as data. Draws nothing."""

from __future__ import annotations

import json
import typing
from dataclasses import asdict, dataclass
from typing import Literal

from tools.theatre.cast.look import read_json

View = Literal["three_quarter", "profile", "front", "back", "three_quarter_back"]
Sound = tuple[str, float, float]  # IPA, start and end as fractions of the slot
Speech = tuple[int, int, tuple[Sound, ...]]  # first frame, frames, sounds
Beat = tuple[int, int, str]  # first frame, frames, action
Spot = tuple[float, float]
Leg = tuple[int, int, float, float, str]  # first frame, frames, from x, to x, walk or run
Sight = tuple[int, float, float, float]  # from which frame, world x, y, z that is looked at
Meeting = tuple[int, float, float]  # the frame on which a hand is at a world x, y


@dataclass(frozen=True, slots=True)
class Performance:
    """One puppet's part in one shot.

    Attributes:
        action: base action; any words, see actions.action_of.
        emotion: neutral, happy, sad, angry, afraid, surprised, disgusted, tender; or nearest.
        strength: of the emotion, 0..1.
        facing: -1 faces left .. +1 faces right.
        view: which side of the body the camera sees.
        gaze: where the eyes look, x (towards facing) and y (down), -1..1.
        speech: spoken lines, in frames of the shot.
        beats: timed actions on top of the base action.
        seed: of blinks, sways and the like; raised by a plain "redo".
        walk_from, walk_to: path along x in world units; the figure is then drawn at its place.
        frames: length of the shot, over which a walk without beats is spread.
        seated: sits from the start.
        x, z: world place of the figure's origin; legs, looks, seat and meetings are measured from
            the world's own.
        legs: stretches of a walk in time, in order; they may begin before the shot and end after.
        looks: what the eyes are on, by frame; without any they keep to `gaze`.
        seat: (world x, facing) of what they sit down on or rise from.
        meetings: frames on which the near hand is at a place, as when something is handed over.
        rest: world y of the surface that things are picked up from; 0 is the ground.
        levels: loudness 0..1 of every frame of each line of `speech`, or nothing.
    """

    action: str = "stand"
    emotion: str = "neutral"
    strength: float = 0.6
    facing: float = 1.0
    view: View = "three_quarter"
    gaze: Spot = (0.0, 0.0)
    speech: tuple[Speech, ...] = ()
    beats: tuple[Beat, ...] = ()
    seed: int = 0
    walk_from: float | None = None
    walk_to: float | None = None
    frames: int = 96
    seated: bool = False
    x: float = 0.0
    z: float = 0.0
    legs: tuple[Leg, ...] = ()
    looks: tuple[Sight, ...] = ()
    seat: Spot | None = None
    meetings: tuple[Meeting, ...] = ()
    rest: float = 0.0
    levels: tuple[tuple[float, ...], ...] = ()

    def to_json(self) -> str:
        """Return the performance as one line of JSON with sorted keys."""
        return json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Performance:
        """Return the performance written by to_json.

        Raises:
            BadRequest: the text is not such JSON.
        """
        return typing.cast(Performance, read_json(cls, text))
