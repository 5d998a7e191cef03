"""Puts the cast's puppets on the stage: their place, their light, their shadow.

Knows no film and no set.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from typing import Any, cast

import numpy as np

from tools.theatre.camera import View
from tools.theatre.cast.figure import Figure
from tools.theatre.cast.look import Look
from tools.theatre.cast.paper import Key, Paper, paper_scale
from tools.theatre.cast.perform import Performance, figure
from tools.theatre.engine import Frame
from tools.theatre.geometry import Colour, Plate, luma, mix, scale, times
from tools.theatre.light import LAMP_SHARE, Lamp, Rig
from tools.theatre.lips import spoken
from tools.theatre.spec import ActorSpec, LightSpec

EDGES = {"front": (0.15, -0.55), "top": (0.0, -1.0), "under": (0.0, 0.9)}
"""Where the light on paper edges comes from, by key direction.

The others come from the key's side.
"""

LANTERN: Colour = (98.0, 178.0, 255.0)
"""Tone of a flame's halo."""

NEAR_SHARE = 0.34
"""Light left on a back in the foreground."""

KEPT = 1.0
"""Share of the print's tint that costumes and faces are spared."""

NEAR_BLUR = 0.006
"""Its softness, sigma in frame heights."""

FAINTEST, BRIGHTEST = 0.46, 0.96
"""Light factors between which a puppet's own level is held."""


@dataclass(frozen=True, slots=True)
class Lighting:
    """How one puppet is lit on one frame, in the terms of cut paper."""

    edge: tuple[float, float]
    rim: Colour
    key: Key
    back: Colour
    back_side: float


@dataclass(frozen=True, slots=True)
class Puppet:
    """One actor ready to play."""

    actor: ActorSpec
    look: Look
    performance: Performance

    def pose(self, number: int, rate: float) -> Figure:
        """The figure on a frame, in figure units."""
        return figure(self.look, self.performance, number, rate)

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
    z, x = puppet.actor.z, puppet.x + posed.head[0]
    lamp = rig.key_lamp(x, z)
    level = rig.point(x, -0.75, z)
    sun = rig.air.sun[0] if not rig.panes else (rig.panes[0].x0 + rig.panes[0].x1) / 2 - x
    side = (1.0 if lamp.x >= x else -1.0) if lamp is not None and abs(lamp.x - x) > 0.03 else 0.0
    side = side or (1.0 if sun >= 0 else -1.0)
    key, rim = _key(lamp, level, (x, z), view, size, seconds)
    cool = scale(rig.air.rim, 0.55 if not rig.interior else 0.46)
    edge = EDGES.get(light.key_dir, (0.82 * side, -0.38))
    if puppet.actor.near:
        return _from_behind(puppet, rig, level)
    key = _kept(key, light, rig)
    if puppet.look.kind == "thing":
        # What an insert is about has a light of its own: never lost in the dark, never burnt.
        key = Key(key.x, key.y, key.reach_x, key.reach_y, scale(key.colour, 0.6), _shown(key.base))
    match light.key_dir:
        case "back":
            key = _gained(key, 0.74)
            cool, rim = scale(rig.air.rim, 0.95), scale(rim, 0.5)
        case "front":
            key, cool = _gained(key, 1.10), scale(cool, 0.5)
    return Lighting(edge, rim, key, cool, -side)


def _from_behind(puppet: Puppet, rig: Rig, level: Colour) -> Lighting:
    """A back between the camera and the light: dark paper, its inner edge caught by the light."""
    inward = puppet.actor.facing
    base = scale(_readable(level), NEAR_SHARE)
    lamp = rig.key_lamp(puppet.x, 0.0)
    warm = scale(lamp.tone, 0.5 * lamp.gain) if lamp is not None else scale(rig.air.rim, 0.8)
    return Lighting((0.9 * inward, -0.3), scale(warm, 0.22), Key(base=base), warm, -inward)


def _key(
    lamp: Lamp | None,
    level: Colour,
    where: tuple[float, float],
    view: View,
    size: tuple[int, int],
    seconds: float,
) -> tuple[Key, Colour]:
    if lamp is None:
        # Daylight: no pool of light, only its level; edges catch a little of it.
        return Key(base=_readable(level)), times((52.0, 62.0, 70.0), level)
    px, py = view.project(lamp.x, lamp.y, lamp.z, size)
    k = view.scale(where[1]) * size[1]
    reach = lamp.reach * k * 1.05
    strength = lamp.level(seconds) * lamp.gain
    dz = (where[1] - lamp.z) / lamp.reach
    near = strength / (1 + 1.2 * dz * dz)
    # A lamp on skin is paler than the lamp itself, or every face at night is an orange.
    tone = mix(lamp.tone, (238.0, 244.0, 255.0), 0.84)
    pool = scale(tone, LAMP_SHARE * 0.56 * near)
    base = tuple(max(0.12, part - 0.85 * given) for part, given in zip(level, pool, strict=True))
    key = Key(px, py, reach, reach, pool, _readable(cast(Colour, base)))
    return key, scale(lamp.tone, 0.24 * near)


def _readable(base: Colour) -> Colour:
    """Hold a puppet's shadow side above black and below burnt: a face must read in every light."""
    level = luma(base)
    # Skin under a wholly blue light looks dead: faces keep a part of their own warmth.
    base = mix(base, (level, level, level), 0.78)
    if level < FAINTEST:
        lift = FAINTEST - level
        return (base[0] + 0.94 * lift, base[1] + 0.96 * lift, base[2] + lift)
    return base if level < BRIGHTEST else scale(base, BRIGHTEST / level)


def _kept(key: Key, light: LightSpec, rig: Rig) -> Key:
    """Take back a part of the print's warmth, so that a locked costume keeps its hue."""
    warm = math.log(5600 / min(12000, max(1800, light.color_temp_k)))
    air = rig.air.gain
    cast_ = (air[0] * (1 - 0.15 * warm), air[1], air[2] * (1 + 0.09 * warm))
    level = luma(cast_)
    back = cast(Colour, tuple((level / part) ** KEPT for part in cast_))
    return replace(key, base=times(key.base, back), colour=times(key.colour, back))


def _shown(base: Colour) -> Colour:
    level = luma(base)
    return scale(base, min(0.88, max(0.66, level)) / max(level, 0.05))


def _gained(key: Key, gain: float) -> Key:
    base = scale(key.base, gain)
    return Key(key.x, key.y, key.reach_x, key.reach_y, scale(key.colour, gain), base)


def lay_shadow(frame: Frame, puppet: Puppet, posed: Figure, view: View) -> None:
    """Soft shadows on the ground under each foot and under the body."""
    actor, k = puppet.actor, view.scale(puppet.actor.z) * frame.size[1]
    if "afloat" in posed.joints:
        return
    flat = max(0.05, min(0.35, -view.y / max(0.3, actor.z - view.z) * 0.5))
    feet = [posed.joints[name] for name in ("near_foot", "far_foot") if name in posed.joints]
    for fx, fy in [*feet, (posed.joints.get("ground", (0.0, 0.0))[0], 0.0)]:
        x, y = view.project(puppet.x + fx, actor.y + 0.005, actor.z, frame.size)
        lift = max(0.0, min(1.0, 1.0 + (fy + 0.06) * 5))
        frame.shadow(x, y, 0.11 * k, max(1.5, 0.11 * flat * k), 0.42 * lift)


def shine(frame: Frame, puppet: Puppet, posed: Figure, view: View, seconds: float) -> None:
    """The halo of a light that is held, or that an insert shows."""
    where = posed.joints.get("light")
    if where is None or puppet.actor.near:
        return
    actor, k = puppet.actor, view.scale(puppet.actor.z) * frame.size[1]
    x, y = view.project(puppet.x + where[0], actor.y + where[1], actor.z, frame.size)
    flicker = 1.0 - 0.05 * (0.5 + 0.5 * math.sin(seconds * 9.1 + 1.7 * math.sin(seconds * 4.3)))
    frame.glow(x, y, min(0.34 * k, 0.5 * frame.size[1]), LANTERN, 0.6 * flicker)


def draw(frame: Frame, puppet: Puppet, posed: Figure, view: View, lit: Lighting) -> None:
    """Lay a puppet over the frame in its light."""
    size, k = frame.size, view.scale(puppet.actor.z) * frame.size[1]
    parts = outline(puppet, posed, view, size)
    if not parts:
        return
    pad = int(10 + 12 * paper_scale(k))
    every = np.concatenate(parts)
    low, high = np.floor(every.min(0)) - pad, np.ceil(every.max(0)) + pad
    # A margin beyond the frame keeps edges and shadows of half-seen parts as they would be.
    box = (
        int(max(low[0], -pad)),
        int(max(low[1], -pad)),
        int(min(high[0], size[0] + pad)),
        int(min(high[1], size[1] + pad)),
    )
    if box[2] - box[0] < 4 or box[3] - box[1] < 4:
        return
    head_y = puppet.actor.y + posed.head[1]
    anchor = view.project(puppet.x + posed.head[0], head_y, puppet.actor.z, size)
    paper = Paper(box, lit.edge, (1.0, 1.0, 1.0), lit.rim, paper_scale(k), anchor=anchor)
    for part, points in zip(posed.parts, parts, strict=True):
        paper.part(points, part.colour, part.shadow, part.texture, part.edge, part.grade)
    if puppet.actor.near:
        paper.soften(NEAR_BLUR * size[1])
    throw = round(5 * lit.back_side * min(2.0, max(0.5, paper_scale(k))))
    paper.onto(frame.pixels, lit.key, lit.back, (throw, 0))


def mark(
    ids: Plate, puppet: Puppet, posed: Figure, view: View, size: tuple[int, int], number: int
) -> None:
    """Write `number` where a puppet covers an id mask, uint8 (height, width)."""
    parts = outline(puppet, posed, view, size)
    if parts and math.isfinite(float(parts[0][0, 0])):
        paper = Paper((0, 0, *size), albedo=True)
        for part, points in zip(posed.parts, parts, strict=True):
            paper.part(points, part.colour)
        paper.mark(ids, number)


def draw_flat(
    plate: Plate, puppet: Puppet, posed: Figure, view: View, size: tuple[int, int]
) -> None:
    """Lay a puppet's own colours, unlit and hard-edged, over a packed picture."""
    paper = Paper((0, 0, *size), albedo=True)
    for part, points in zip(posed.parts, outline(puppet, posed, view, size), strict=True):
        paper.part(points, part.colour)
    paper.onto(plate)
