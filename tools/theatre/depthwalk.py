"""Walks towards the camera and away from it: someone grows or shrinks while the feet step.

Reads words and a shot's length; knows no set and no paper.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tools.theatre.beats import GOING, Part
from tools.theatre.cast.actions import action_of
from tools.theatre.spec import ActorSpec, SetSpec

TOWARDS = re.compile(
    r"\b(?:comes?|coming|walks?|walking|steps?|moves?|runs?|strides?|advances?)\b[^.;,]{0,16}?"
    r"\b(?:forwards?|towards? (?:us|the (?:camera|lens|viewer|audience))|into the foreground)\b",
    re.IGNORECASE,
)
AWAY = re.compile(
    r"\b(?:walks?|walking|runs?|goes|heads|wanders?|moves?|strides?)\b[^.;,]{0,16}?"
    r"\b(?:(?:away )?from (?:us|the camera)"
    r"|into the (?:distance|background|fog|mist|dark|darkness|night|sunset|forest|trees|snow)"
    r"|(?:up|down|along) the (?:street|road|path|track|corridor|hall|hallway|passage|platform))\b",
    re.IGNORECASE,
)
PACE = 0.6
"""World units a second."""

ROOM, HALL, OUTSIDE = 0.9, 3.2, 3.6
"""How deep one can walk in a room, in a passage and outside, world units."""

LANDS = 12
"""Frames before the end by which whoever comes has arrived."""


def deepened(actor: ActorSpec, part: Part, place: SetSpec, frames: int, rate: float) -> ActorSpec:
    """The actor with a walk in depth where words ask for one.

    The camera is set for where they stand in the scene: there a way towards it ends and a way
    from it begins.
    """
    comes, goes = TOWARDS.search(part.words), AWAY.search(part.words)
    moves = [action_of(text)[0] for _, _, text in part.beats]
    if not (comes or goes) or actor.seated or any(move not in GOING for move in moves):
        return actor
    limit = ROOM if place.interior else OUTSIDE
    limit = HALL if place.family == "corridor" else limit
    last = max(1, frames - LANDS) if comes else frames
    far = round(min(limit, PACE * last / rate), 4)
    z0, z1 = (actor.z + far, actor.z) if comes else (actor.z, actor.z + far)
    beats = ((0, last, "walk"),) if comes else ()
    return replace(
        actor,
        walk=None,
        legs=(),
        view="front" if comes else "back",
        action="stand" if comes else "walk",
        beats=beats,
        depth=((0, last, round(z0, 4), round(z1, 4)),),
    )


def depth_at(actor: ActorSpec, frame: float) -> float:
    """How deep someone stands on a frame, world units."""
    if not actor.depth:
        return actor.z
    begun = [stretch for stretch in actor.depth if stretch[0] <= frame] or [actor.depth[0]]
    start, frames, z0, z1 = begun[-1]
    return z0 + (z1 - z0) * max(0.0, min(1.0, (frame - start) / max(frames, 1)))
