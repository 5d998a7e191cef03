"""The measures of a puppet that the camera needs: crown, eyes, head, height. Knows no camera."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from tools.theatre.cast.actions import action_of
from tools.theatre.cast.bones import Pose
from tools.theatre.cast.skeleton import pose_of
from tools.theatre.cast.timeline import seated
from tools.theatre.puppet import enlist
from tools.theatre.spec import ActorSpec

SKULL = 2.12
"""Height of a head, chin to crown, in its radii, where the puppet has no part of that name."""

UP_BY = 0.85
"""Share of a shot by which whoever rises must be up to be framed standing."""

HAIR = 1.85
"""Radii above the middle of the head that hair and hat may count for in the framing."""

RATE = 24.0
LOOKED_AT = (0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9)
"""Shares of a shot at which it is asked where someone looks."""

EYES, ASIDE = 0.5, 0.4
"""Radians that eyes in their corners are worth, and those that want all the room on their side."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One actor at the start of a shot, world units, y negative upwards.

    Attributes:
        x, z: where the camera frames them (the middle of a walk through the picture).
        crown: top of hat or hair; foot: the lowest point.
        eyes, middle: heights of the eyes and of the middle of the head.
        tall: standing height; head: chin to crown of the bare head.
        face: how far the middle of the eyes stands from x; left, right: the figure's reach.
    """

    x: float
    z: float
    crown: float
    foot: float
    eyes: float
    middle: float
    tall: float
    head: float
    head_x: float
    face: float
    left: float
    right: float


def measure(actor: ActorSpec, frames: int) -> Measure:
    """Measure an actor as they stand, sit or come in."""
    sits = _down(actor, frames)
    puppet = enlist(replace(actor, lines=(), beats=(), seated=sits), frames)
    posed = puppet.pose(frames // 2 if actor.walk else 0, 24.0)
    x, y, radius = posed.head
    skull = next((part.points for part in posed.parts if part.name == "head"), None)
    if skull is not None and len(skull):
        high, low = float(skull[:, 1].min()), float(skull[:, 1].max())
    else:
        high, low = y - 0.5 * SKULL * radius, y + 0.5 * SKULL * radius
    tops = [float(part.points[:, 1].min()) for part in posed.parts]
    sides = [(float(p.points[:, 0].min()), float(p.points[:, 0].max())) for p in posed.parts]
    crown = max(min(tops, default=-1.0), y - HAIR * radius)
    eyes = [posed.joints[eye] for eye in ("near_eye", "far_eye") if eye in posed.joints]
    base = 0.0 if actor.walk is None else _middle(actor)
    return Measure(
        x=_middle(actor),
        z=actor.z,
        crown=crown + actor.y,
        foot=max((float(part.points[:, 1].max()) for part in posed.parts), default=0.0) + actor.y,
        eyes=(eyes[0][1] if eyes else y) + actor.y,
        middle=(high + low) / 2 + actor.y,
        tall=_standing(actor, frames, crown),
        head=low - high,
        head_x=_middle(actor) + x - base,
        face=sum((eye[0] for eye in eyes), 0.0) / len(eyes) - base if eyes else x - base,
        left=min((low for low, _ in sides), default=-0.15) - base,
        right=max((high for _, high in sides), default=0.15) - base,
    )


def looking(actor: ActorSpec, frames: int) -> float:
    """Where someone looks over a shot, -1 left .. 1 right: head and eyes, not the body's facing.

    Whoever looks to both sides looks to neither. Walkers, backs and animals have their facing.
    """
    puppet = enlist(actor, frames)
    if actor.walk is not None or actor.view == "back" or puppet.look.kind != "person":
        return actor.facing
    poses = [pose_of(puppet.look, puppet.performance, frames * share, RATE) for share in LOOKED_AT]
    total = sum(math.copysign(1.0, pose.world.a) * _aside(pose) for pose in poses)
    return total / len(poses)


def _aside(pose: Pose) -> float:
    """How far head and eyes are turned to where the body faces, 0..1; below 0: back over it."""
    aside = max(-1.0, min(1.0, (pose.head_yaw + EYES * pose.gaze[0]) / ASIDE))
    return -aside if pose.turned_back else aside


def _down(actor: ActorSpec, frames: int) -> bool:
    """Whether to frame someone sitting: who gets up in time needs room to stand in."""
    if not any(action_of(words)[0] == "rise" for _, _, words in actor.beats):
        return actor.seated
    return seated(enlist(actor, frames).performance, UP_BY * frames, 24.0) > 0.5


def _middle(actor: ActorSpec) -> float:
    """Where a shot is framed for someone: their own place if they come to it or leave it."""
    if actor.walk is None or actor.x in actor.walk:
        return actor.x
    return (actor.walk[0] + actor.walk[1]) / 2


def _standing(actor: ActorSpec, frames: int, crown: float) -> float:
    if not actor.seated and "sit" not in actor.action.lower():
        return -crown
    upright = replace(
        actor, seated=False, action="stand", lines=(), beats=(), walk=None, emotion="neutral"
    )
    posed = enlist(upright, frames).pose(0, 24.0)
    _, y, radius = posed.head
    top = min((float(part.points[:, 1].min()) for part in posed.parts), default=-1.0)
    return -max(top, y - HAIR * radius)
