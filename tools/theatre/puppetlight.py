"""How one puppet is lit on one frame: key, fill, edges and the rim from behind. Draws nothing.

Key and fill keep the ratio that the shot asks for; a lamp's pool falls off over the puppet; and
the fill never sinks so low that a face is lost, unless a silhouette is wanted.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import cast

from tools.theatre.camera import View
from tools.theatre.cast.figure import Figure
from tools.theatre.cast.paper import Key
from tools.theatre.geometry import Colour, luma, mix, scale, times
from tools.theatre.kelvin import gains
from tools.theatre.light import LAMP_SHARE, Lamp, Rig
from tools.theatre.mood import mood_of
from tools.theatre.spec import ActorSpec, LightSpec

EDGES = {"front": (0.15, -0.55), "top": (0.0, -1.0), "under": (0.0, 0.9), "back": (0.0, -0.9)}
"""Where the light on paper edges comes from, by key direction.

The others come from the key's side.
"""

NEAR_SHARE = 0.5
"""Light left on a back in the foreground."""

KEPT = 1.0
"""Share of the print's tint that costumes and faces are spared."""

FAINTEST, BRIGHTEST = 0.58, 1.0
"""Light factors between which the lit side of a puppet is held."""

DIMMEST, BLUER = 0.46, 0.40
"""The same floor far from every lamp at night, and how much bluer the fill is there."""

ENOUGH = 0.7
"""Share of a lamp's light that brings all the warmth back."""

LEAST_FILL = 0.24
"""Light factor under which no shadow side of a face sinks."""

GAMMA = 2.2


@dataclass(frozen=True, slots=True)
class Lighting:
    """How one puppet is lit on one frame, in the terms of cut paper."""

    edge: tuple[float, float]
    rim: Colour
    key: Key
    back: Colour
    back_side: float


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a puppet's head is: world place, its pixel, and pixels in a world unit there."""

    x: float
    z: float
    px: float
    py: float
    unit: float


def stand_of(actor: ActorSpec, x: float, posed: Figure, view: View, size: tuple[int, int]) -> Stand:
    """Find a figure's head in the world and on the screen; `x` is the figure's origin."""
    here = x + posed.head[0]
    px, py = view.project(here, actor.y + posed.head[1], actor.z, size)
    return Stand(here, actor.z, px, py, view.scale(actor.z) * size[1])


def light_on(
    actor: ActorSpec, kind: str, stand: Stand, rig: Rig, light: LightSpec, seconds: float
) -> Lighting:
    """Work out a puppet's light from the place's lamps, windows and sky."""
    lamp = rig.key_lamp(stand.x, stand.z)
    level = rig.point(stand.x, -0.75, stand.z)
    side = side_of(rig, lamp, stand.x)
    if actor.near:
        return _from_behind(actor, rig, level, light)
    mood = mood_of(light.style)
    if mood.silhouette:
        return _silhouette(rig, level, side)
    key = _modelled(rig, lamp, level, stand, side, seconds, mood.flicker)
    warm = _edge_tone(rig, lamp, level, seconds)
    # By day the sky fills every edge: the rim from behind is for the dark.
    cool = scale(rig.air.rim, 0.6 if rig.interior else 1.0 - 0.5 * min(1.0, luma(rig.air.key)))
    if kind == "thing":
        # What an insert is about has a light of its own: never lost in the dark, never burnt.
        key = Key(key.x, key.y, key.reach_x, key.reach_y, scale(key.colour, 0.6), _shown(key.base))
    if rig.air.key_dir == "back":
        cool, warm = scale(rig.air.rim, 1.25), scale(warm, 0.55)
    elif rig.air.key_dir == "front":
        cool = scale(cool, 0.5)
    edge = EDGES.get(rig.air.key_dir, (0.82 * side, -0.42))
    # A lamp inside lights one side warm; the cool edge then belongs to the other one.
    across = side if lamp is not None and rig.interior else -side
    return Lighting(edge, warm, _spared(key, light, rig), cool, across)


def side_of(rig: Rig, lamp: Lamp | None, x: float) -> float:
    """1 where the key comes from the right of the picture, -1 from the left."""
    if lamp is not None and abs(lamp.x - x) > 0.03:
        return 1.0 if lamp.x >= x else -1.0
    sun = rig.air.sun[0] if not rig.panes else (rig.panes[0].x0 + rig.panes[0].x1) / 2 - x
    return 1.0 if sun >= 0 else -1.0


def _modelled(
    rig: Rig,
    lamp: Lamp | None,
    level: Colour,
    stand: Stand,
    side: float,
    seconds: float,
    wild: float,
) -> Key:
    """Key and fill of one puppet, as a soft pool over it in screen pixels."""
    night = _unlit(rig, lamp, stand)
    faintest = FAINTEST + (DIMMEST - FAINTEST) * night
    bright = min(BRIGHTEST, max(faintest, luma(level) * (1.0 - 0.55 * night))) * 1.10
    ratio = rig.air.ratio ** (1 / GAMMA)
    if rig.air.key_dir == "front":
        ratio = 1 + 0.35 * (ratio - 1)
    high = 1.0 if lamp is None else min(1.06, lamp.level(seconds) * flare(seconds, wild))
    lit, dark = bright * high, max(LEAST_FILL, bright / ratio)
    if rig.air.key_dir == "back":
        # The key is behind: the camera sees the fill side, and the rim does the rest.
        lit, dark = 0.30 * lit + 0.62 * dark, 0.78 * dark
    # A pool is 1.06 at the head's lit side and .46 at its dark side; see Key.
    gain = max(0.0, (lit - dark) / 0.60)
    # Beyond the pool, at the feet, a part of the fill is left.
    base = max(LEAST_FILL, 0.62 * dark, lit - 1.06 * gain)
    gain = (lit - base) / 1.06
    # Where no lamp is, the night's own blue takes the glow out of warm cloth.
    fill = _white(rig.fill(stand.x, -0.75), 0.90 - BLUER * night)
    tone = mix(_key_tone(rig, lamp), fill, 0.5 * night)
    x, y, reach_x, reach_y = _pool(rig.air.key_dir, stand, side)
    return Key(x, y, reach_x, reach_y, scale(tone, gain), scale(fill, base))


def _unlit(rig: Rig, lamp: Lamp | None, stand: Stand) -> float:
    """How far someone stands outside in the dark with no lamp close by, 0..1."""
    if rig.interior:
        return 0.0
    lit = 0.0 if lamp is None else min(1.0, rig.reached(lamp, stand.x, stand.z) / ENOUGH)
    dark = min(1.0, 1.6 * rig.air.lamps * (1.0 - luma(rig.air.ambient) / 0.45))
    return max(0.0, dark * (1.0 - lit))


def flare(seconds: float, wild: float) -> float:
    """How a fire's light leaps, about 1 - wild / 2 .. 1."""
    wave = 0.6 * math.sin(seconds * 9.7) + 0.4 * math.sin(seconds * 23.1 + 1.3)
    return 1.0 - 0.5 * wild * (0.5 - 0.5 * wave)


def _pool(direction: str, stand: Stand, side: float) -> tuple[float, float, float, float]:
    """Middle and reach of the key's pool, pixels: over the head from the key's side."""
    k = stand.unit
    match direction:
        case "top":
            return stand.px, stand.py - 0.30 * k, 0.70 * k, 0.56 * k
        case "under":
            return stand.px + 0.05 * side * k, stand.py + 0.46 * k, 0.80 * k, 0.58 * k
        case "front":
            return stand.px + 0.06 * side * k, stand.py - 0.04 * k, 0.66 * k, 1.1 * k
        case "three_quarter":
            return stand.px + 0.17 * side * k, stand.py - 0.16 * k, 0.36 * k, 1.15 * k
        case "back":
            return stand.px + 0.10 * side * k, stand.py - 0.2 * k, 0.5 * k, 0.9 * k
        case _:
            return stand.px + 0.24 * side * k, stand.py - 0.10 * k, 0.32 * k, 1.25 * k


def _key_tone(rig: Rig, lamp: Lamp | None) -> Colour:
    """Colour of the key on paper, luma 1: a lamp's is paler on skin than the lamp itself."""
    if lamp is not None:
        return _white(mix(rig.tone_of(lamp), (238.0, 244.0, 255.0), 0.58), 0.0)
    return _white(rig.air.window if rig.interior else rig.air.key, 0.66)


def _edge_tone(rig: Rig, lamp: Lamp | None, level: Colour, seconds: float) -> Colour:
    """What a lit paper edge adds."""
    if lamp is None:
        return times(scale(mix(rig.air.rim, (255.0, 255.0, 255.0), 0.3), 0.52), level)
    return scale(rig.tone_of(lamp), 0.84 * min(1.2, lamp.level(seconds) * (0.4 + 0.6 * lamp.gain)))


def _from_behind(actor: ActorSpec, rig: Rig, level: Colour, light: LightSpec) -> Lighting:
    """A back between the camera and the light: dark paper, its inner edge caught by the light."""
    inward = actor.facing
    held = min(BRIGHTEST, max(FAINTEST, luma(level)))
    base = scale(_white(level, 0.6), held * NEAR_SHARE)
    lamp = rig.key_lamp(actor.x, 0.0)
    warm = scale(lamp.tone, 0.6 * lamp.gain) if lamp is not None else scale(rig.air.rim, 0.8)
    key = _spared(Key(base=base), light, rig)
    return Lighting((0.9 * inward, -0.3), scale(warm, 0.9), key, scale(warm, 1.7), -inward)


def _silhouette(rig: Rig, level: Colour, side: float) -> Lighting:
    """Nearly no light but the edge's."""
    base = scale(_white(rig.fill(0.0, -0.75), 0.2), 0.15 + 0.03 * luma(level))
    return Lighting(
        (0.3 * side, -0.9), scale(rig.air.rim, 0.10), Key(base=base), rig.air.rim, -side
    )


def _white(tone: Colour, share: float) -> Colour:
    """A tone at luma 1, `share` of the way to white: skin under one blue light looks dead."""
    level = max(1e-4, luma(tone))
    return mix((tone[0] / level, tone[1] / level, tone[2] / level), (1.0, 1.0, 1.0), share)


def _spared(key: Key, light: LightSpec, rig: Rig) -> Key:
    """Take back a part of the print's warmth, so that a locked costume keeps its hue."""
    cast_ = times(rig.air.gain, gains(light.color_temp_k))
    level = luma(cast_)
    back = cast(Colour, tuple((level / part) ** KEPT for part in cast_))
    base, tone = times(key.base, back), times(key.colour, back)
    return Key(key.x, key.y, key.reach_x, key.reach_y, tone, base)


def _shown(base: Colour) -> Colour:
    level = luma(base)
    return scale(base, min(0.88, max(0.66, level)) / max(level, 0.05))


__all__ = ["LAMP_SHARE", "Lighting", "Stand", "light_on", "side_of", "stand_of"]
