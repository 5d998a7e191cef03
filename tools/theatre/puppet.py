"""Puts the cast's puppets on the stage: their place, their light, their shadow.

Knows no film and no set.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

import numpy as np

from tools.theatre.camera import View
from tools.theatre.cast.figure import Figure
from tools.theatre.cast.look import Look
from tools.theatre.cast.paper import Paper, paper_scale
from tools.theatre.cast.perform import Performance, figure
from tools.theatre.castshadow import lay, throw_of
from tools.theatre.depthwalk import depth_at
from tools.theatre.engine import Frame
from tools.theatre.geometry import Colour, Plate
from tools.theatre.kernels_light import mirror_over, screen_mask
from tools.theatre.light import Lamp, Rig
from tools.theatre.lips import loudness, spoken
from tools.theatre.puppetlight import Lighting, side_of, stand_of
from tools.theatre.puppetlight import light_on as puppet_light
from tools.theatre.spec import ActorSpec, LightSpec

LANTERN: Colour = (98.0, 178.0, 255.0)
"""Tone of a flame's halo."""

HELD: Colour = (112.0, 190.0, 255.0)
"""Tone of the light that falls from it."""

BURNING: Colour = (176.0, 228.0, 255.0)

HALVED = (3.0, 7.0)
"""Blurs (sigma, pixels) from which a puppet is drawn at half its size, and at a quarter."""

NEAR_BLUR, NEAR_SOFTEST = 0.005, 0.0105
"""Least and greatest softness of a back in the foreground, sigma in frame heights."""

LEAST_BLUR = 0.5
"""Sigma in pixels; less is not seen."""


@dataclass(frozen=True, slots=True)
class Puppet:
    """One actor ready to play."""

    actor: ActorSpec
    look: Look
    performance: Performance

    def pose(self, number: int, rate: float) -> Figure:
        """The figure on a frame, in figure units."""
        return figure(self.look, self.performance, number, rate)

    def on(self, number: float) -> Puppet:
        """The puppet as deep as it stands on a frame."""
        if not self.actor.depth:
            return self
        return replace(self, actor=replace(self.actor, z=depth_at(self.actor, number)))

    @property
    def x(self) -> float:
        """World x of the figure's origin; a walker's figure is already at its place."""
        return 0.0 if self.actor.walk is not None else self.actor.x


def enlist(actor: ActorSpec, frames: int) -> Puppet:
    """Make the puppet of an ActorSpec."""
    look = Look.from_json(json.dumps(dict(actor.look)))
    walk = actor.walk or (None, None)
    performance = Performance(
        action=actor.action,
        emotion=actor.emotion,
        strength=actor.strength,
        facing=actor.facing,
        view=cast(Any, actor.view),
        gaze=actor.gaze,
        speech=tuple(spoken(line) for line in actor.lines),
        beats=actor.beats,
        seed=actor.seed,
        walk_from=walk[0],
        walk_to=walk[1],
        frames=frames,
        seated=actor.seated,
        x=actor.x,
        z=actor.z,
        legs=actor.legs,
        looks=actor.looks,
        seat=actor.seat,
        meetings=actor.meetings,
        rest=actor.rest,
        levels=tuple(loudness(line) for line in actor.lines),
    )
    return Puppet(actor, look, performance)


def crown_of(actor: ActorSpec, frames: int) -> float:
    """World y of the top of an actor's head at the start, hat and all (negative)."""
    posed = enlist(actor, frames).pose(0, 24.0)
    _, y, radius = posed.head
    top = min((float(part.points[:, 1].min()) for part in posed.parts), default=-1.0)
    return max(top, y - 1.35 * radius)


def hand_of(actor: ActorSpec, frames: int) -> tuple[float, float]:
    """World place of an actor's near hand in the middle of the shot.

    Of the head where there is no hand.
    """
    puppet = enlist(actor, frames)
    posed = puppet.pose(frames // 2, 24.0)
    x, y = posed.joints.get("near_hand", posed.head[:2])
    return (puppet.x + float(x), float(y))


def outline(puppet: Puppet, posed: Figure, view: View, size: tuple[int, int]) -> list[Plate]:
    """Every part's points in pixels, (n, 2) float32 each."""
    z = puppet.actor.z
    ox, oy = view.project(puppet.x, puppet.actor.y, z, size)
    k = np.float32(view.scale(z) * size[1])
    origin = np.array((ox, oy), np.float32)
    return [np.asarray(part.points, np.float32) * k + origin for part in posed.parts]


def light_on(
    puppet: Puppet,
    posed: Figure,
    view: View,
    rig: Rig,
    light: LightSpec,
    size: tuple[int, int],
    seconds: float,
) -> Lighting:
    """Work out a puppet's light from the place's lamps, windows and sky."""
    stand = stand_of(puppet.actor, puppet.x, posed, view, size)
    held = posed.joints.get("light")
    if held is not None and rig.air.lamps > 0.2:
        # Whoever holds a light is lit by it.
        x, y = puppet.x + float(held[0]), puppet.actor.y + float(held[1])
        lamp = Lamp(x, y, puppet.actor.z - 0.05, HELD, 0.8, 1.15 * rig.air.lamps, flicker=0.08)
        rig = replace(rig, air=replace(rig.air, practicals=(*rig.air.practicals, lamp)))
    return puppet_light(puppet.actor, puppet.look.kind, stand, rig, light, seconds)


def lay_shadow(frame: Frame, puppet: Puppet, posed: Figure, view: View, rig: Rig) -> None:
    """The shadow thrown on the ground by the key, and the soft one under each foot."""
    actor, k = puppet.actor, view.scale(puppet.actor.z) * frame.size[1]
    if "afloat" in posed.joints:
        return
    if not actor.near and puppet.look.kind != "thing":
        x = puppet.x + posed.head[0]
        throw = throw_of(rig, x, actor.z, side_of(rig, rig.key_lamp(x, actor.z), x))
        if throw is not None:
            parts = [np.asarray(part.points) for part in posed.parts]
            lay(frame, parts, (puppet.x, actor.y, actor.z), view, throw)
    flat = max(0.05, min(0.35, -view.y / max(0.3, actor.z - view.z) * 0.5))
    feet = [posed.joints[name] for name in ("near_foot", "far_foot") if name in posed.joints]
    for fx, fy in [*feet, (posed.joints.get("ground", (0.0, 0.0))[0], 0.0)]:
        x, y = view.project(puppet.x + fx, actor.y + 0.005, actor.z, frame.size)
        lift = max(0.0, min(1.0, 1.0 + (fy + 0.06) * 5))
        frame.shadow(x, y, 0.11 * k, max(1.5, 0.11 * flat * k), 0.50 * lift)


def _mirror(
    frame: Frame, paper: Paper, puppet: Puppet, view: View, lit: Lighting, wet: float
) -> None:
    """What wet ground gives back of a puppet."""
    actor = puppet.actor
    _, foot = view.project(puppet.x, actor.y + 0.01, actor.z, frame.size)
    if actor.near or not 0 < foot < frame.size[1]:
        return
    reach = int(0.62 * view.scale(actor.z) * frame.size[1])
    base, key = lit.key.base, lit.key.colour
    gain = [0.34 * wet, *(0.8 * (a + 0.5 * b) for a, b in zip(base, key, strict=True))]
    gain += [max(1.0, frame.size[1] / 400), 0.37 * puppet.x]
    args = (paper.x0, paper.y0, round(foot), reach, np.array(gain, np.float64))
    mirror_over(frame.pixels, paper.planes, paper.cover, *args, frame.first, frame.order)


def shine(frame: Frame, puppet: Puppet, posed: Figure, view: View, seconds: float) -> None:
    """The halo of a light that is held, or that an insert shows."""
    where = posed.joints.get("light")
    if where is None or puppet.actor.near:
        return
    actor, k = puppet.actor, view.scale(puppet.actor.z) * frame.size[1]
    x, y = view.project(puppet.x + where[0], actor.y + where[1], actor.z, frame.size)
    flicker = 1.0 - 0.05 * (0.5 + 0.5 * math.sin(seconds * 9.1 + 1.7 * math.sin(seconds * 4.3)))
    frame.glow(x, y, min(0.34 * k, 0.5 * frame.size[1]), LANTERN, 0.6 * flicker)
    # The flame itself is brighter than anything it lights.
    frame.glow(x, y, 0.105 * k, BURNING, 0.95 * flicker, 1.6)
    _pool(frame, (x, view.project(0.0, actor.y, actor.z, frame.size)[1]), k, view, flicker)


def _pool(
    frame: Frame, where: tuple[float, float], unit: float, view: View, flicker: float
) -> None:
    """The pool of a held light on the ground below it."""
    rx = 0.95 * unit
    ry = rx * max(0.06, min(0.4, 0.6 * -view.y * view.scale(0.0) / max(0.1, view.focal)))
    if where[1] - ry > frame.size[1] or rx < 8:
        return
    across, along = np.linspace(-1, 1, int(rx / 4) + 3), np.linspace(-1, 1, int(ry / 4) + 3)
    fall = np.clip(1 - np.hypot(across[None], along[:, None]), 0, 1) ** 1.5
    mask = np.asarray(fall * 255, np.uint8)
    tone = np.array(HELD, np.float64) / 255 * 0.42 * flicker
    args = (int(where[0] - rx), int(where[1] - ry), 8, tone)
    screen_mask(frame.pixels, mask, *args, frame.first, frame.order)


def draw(
    frame: Frame,
    puppet: Puppet,
    posed: Figure,
    view: View,
    lit: Lighting,
    wet: float = 0.0,
    soft: float = 0.0,
) -> None:
    """Lay a puppet over the frame in its light, and its image on ground that is `wet` (0..1).

    `soft` is how far it is out of focus, sigma in pixels.
    """
    if puppet.actor.near:
        soft = min(NEAR_SOFTEST * frame.size[1], max(NEAR_BLUR * frame.size[1], soft))
    size, k = frame.size, view.scale(puppet.actor.z) * frame.size[1]
    parts = outline(puppet, posed, view, size)
    if not parts:
        return
    # Out of focus nothing is fine: it is drawn at half the size or a quarter, then doubled.
    halvings = sum(soft >= limit for limit in HALVED)
    small = 0.5**halvings
    parts = [points * np.float32(small) for points in parts] if halvings else parts
    unit = small * paper_scale(k)
    box = _reach(parts, (small * size[0], small * size[1]), int(10 + 12 * unit))
    if box is None:
        return
    head_y = puppet.actor.y + posed.head[1]
    ax, ay = view.project(puppet.x + posed.head[0], head_y, puppet.actor.z, size)
    anchor = (ax * small, ay * small)
    paper = Paper(box, lit.edge, (1.0, 1.0, 1.0), lit.rim, unit, anchor=anchor)
    paper.lay_all(posed.parts, parts)
    if soft > LEAST_BLUR:
        paper.soften(small * soft)
    for _ in range(halvings):
        paper.enlarge()
    if wet > 0 and "afloat" not in posed.joints:
        _mirror(frame, paper, puppet, view, lit, wet)
    throw = round(6.5 * lit.back_side * min(2.0, max(0.5, paper_scale(k))))
    paper.onto(frame.pixels, lit.key, lit.back, (throw, abs(throw) // 2))


def _reach(
    parts: Sequence[Plate], size: tuple[float, float], pad: int
) -> tuple[int, int, int, int] | None:
    """The pixel box of a puppet's parts in a picture; None where it has no room."""
    every = np.concatenate(parts)
    low, high = np.floor(every.min(0)) - pad, np.ceil(every.max(0)) + pad
    # A margin beyond the frame keeps edges and shadows of half-seen parts as they would be.
    x0, y0 = int(max(low[0], -pad)), int(max(low[1], -pad))
    x1, y1 = int(min(high[0], size[0] + pad)), int(min(high[1], size[1] + pad))
    return None if x1 - x0 < 4 or y1 - y0 < 4 else (x0, y0, x1, y1)


def mark(
    ids: Plate, puppet: Puppet, posed: Figure, view: View, size: tuple[int, int], number: int
) -> None:
    """Write `number` where a puppet covers an id mask, uint8 (height, width)."""
    parts = outline(puppet, posed, view, size)
    if parts and math.isfinite(float(parts[0][0, 0])):
        paper = Paper((0, 0, *size), albedo=True)
        for part, points in zip(posed.parts, parts, strict=True):
            paper.lay(part, points)
        paper.mark(ids, number)
