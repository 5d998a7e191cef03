"""What a thing lies on or hangs before when the camera goes close. Knows no thing and no camera."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import Colour, chance, colour, mix, scale
from tools.theatre.scenery import Flat, Floor, Ground, Scenery
from tools.theatre.sets.surfaces import floorboards, light_floor, wall_face
from tools.theatre.spec import SetSpec
from tools.theatre.texture import sample_tile

TABLE_TOP = -0.43
"""World height of the table a thing lies on."""

TABLE_FAR = 0.34
WALL = 0.05
"""Depth of a wall close behind a thing that hangs on it."""

WOODS = tuple(colour(c) for c in ("#8a5a3a", "#6f4a30", "#a5774a", "#5b3b2b", "#7d6a52"))
CLOTHS = tuple(colour(c) for c in ("#7d3b3a", "#39566a", "#cfc3a8", "#4d5f4c"))
PAINTS = tuple(colour(c) for c in ("#7d6a58", "#5f6f66", "#66707c", "#86675a", "#8c8270"))


def with_surface(scenery: Scenery, place: SetSpec) -> Scenery:
    """The place with a table top or a wall close by, and nothing else nearer than it."""
    if place.surface == "wall":
        flat = Flat("close wall", WALL, lambda canvas: _wall(canvas, place, scenery))
        return replace(scenery, flats=(*scenery.flats, flat))
    if place.surface != "table":
        return scenery
    top = Ground("table top", TABLE_TOP, TABLE_FAR, lambda floor: _top(floor, place, scenery))
    kept = tuple(flat for flat in scenery.flats if flat.z > TABLE_FAR)
    return replace(scenery, flats=kept, grounds=(*scenery.grounds, top))


def _wall(canvas: Canvas, place: SetSpec, scenery: Scenery) -> None:
    tone = PAINTS[int(chance(place.seed).integers(len(PAINTS)))]
    wall_face(canvas, tone, "plain" if place.interior else "planks", scale(tone, 0.7), place.seed)
    # The thing that hangs here throws its shadow on the paint.
    away = ((canvas.x - 0.03) / 0.17) ** 2 + ((canvas.y + 1.0) / 0.17) ** 2
    canvas.rgb *= (1 - 0.45 * np.exp(-(away**2)))[..., None].astype(np.float32)
    canvas.paper(place.seed + 5)
    canvas.lit(scenery.rig.field(canvas.x, canvas.y, WALL))


def _top(floor: Floor, place: SetSpec, scenery: Scenery) -> None:
    rng = chance(place.seed)
    wood = WOODS[int(rng.integers(len(WOODS)))]
    cloth = CLOTHS[int(rng.integers(len(CLOTHS)))] if rng.random() < 0.3 else None
    if cloth is None:
        turned = replace_axes(floor)
        floorboards(turned, wood, place.seed, 0.16)
        floor.rgb[:] = turned.rgb
    else:
        _cloth(floor, cloth)
    light_floor(floor, scenery.rig, TABLE_TOP)
    near = np.exp(-((floor.x / 0.30) ** 2) - ((floor.z + 0.05) / 0.22) ** 2)
    dim = max(0.0, 0.75 - float(np.mean(scenery.rig.point(0.0, TABLE_TOP, 0.0))))
    floor.rgb *= (1 + 1.6 * dim * near)[..., None].astype(np.float32)
    # Falls off towards the far edge, so that the thing in front stands out.
    floor.rgb *= (1.05 - 0.5 * np.clip((floor.z + 0.1) / 0.5, 0, 1))[..., None].astype(np.float32)


def replace_axes(floor: Floor) -> Floor:
    """The same ground with its boards running across instead of away."""
    shape = floor.rgb.shape[:2]
    x, z = np.broadcast_to(floor.z, shape), np.broadcast_to(floor.x, shape)
    return Floor(x, z, floor.footprint * 0.4, np.zeros_like(floor.rgb))


def _cloth(floor: Floor, tone: Colour) -> None:
    check = (np.floor(floor.x / 0.07) + np.floor(floor.z / 0.07)) % 2
    weave = sample_tile(3, floor.x * 6.0, floor.z * 6.0, 1.0)
    level = (1 + 0.16 * (check - 0.5) * floor.fade(0.07)) * (1 + 0.35 * (weave - 0.5))
    base = np.asarray(mix(tone, (190.0, 200.0, 210.0), 0.12), np.float32)
    floor.rgb[:] = base * level[..., None].astype(np.float32)
