"""Renders a shot: a stream of I420 frames, a still, and maps for generators.

Knows nothing of encoding.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from memory.errors import BadRequest
from tools.theatre import puppet as puppets
from tools.theatre.layer import Card, Placed
from tools.theatre.post import to_bgr
from tools.theatre.spec import LOOK, ShotSpec, recipe_inputs
from tools.theatre.stage import Stage
from tools.theatre.turn import turned

__all__ = ["LOOK", "albedo", "depth", "ids", "recipe_inputs", "render", "still", "warm"]

Picture = NDArray[np.uint8]


def render(spec: ShotSpec, start: int, stop: int) -> Iterator[Picture]:
    """Yield frames start..stop-1 as I420, BT.709 limited range, uint8 (height * 3 // 2, width).

    Any frame may be asked for, also before 0 and after the shot's end: those are handles for
    transitions.

    Raises:
        BadRequest: a size that I420 and the bloom cannot have.
    """
    _check(spec)
    stage = Stage(spec)
    for number in range(start, stop):
        yield stage.planes(number)


def still(spec: ShotSpec, frame: int) -> Picture:
    """One frame as BGR uint8 (height, width, 3): the board of a shot."""
    return to_bgr(next(render(spec, frame, frame + 1)))


def ids(spec: ShotSpec, frame: int) -> Picture:
    """Which actor each pixel shows: 0 the set, k the k-th actor of the spec.

    Uint8 (height, width).
    """
    _check(spec)
    stage, mask = Stage(spec), np.zeros((spec.height, spec.width), np.uint8)
    view = stage.track.at(frame)
    order = sorted(enumerate(stage.puppets, start=1), key=lambda pair: -pair[1].actor.z)
    for number, puppet in order:
        posed = puppet.pose(frame, spec.rate)
        puppets.mark(mask, puppet, posed, view, spec.size, number)
    return _leaned(mask, stage, frame)


def depth(spec: ShotSpec, frame: int) -> Picture:
    """Nearness, 255 at the lens; flat for each card and puppet, true for grounds.

    Uint8 (height, width).
    """
    _check(spec)
    stage, size = Stage(spec), spec.size
    view, plate = stage.track.at(frame), np.zeros((spec.height, spec.width), np.uint8)
    for thing, place in zip(stage.baked.things, stage.place(view, frame / spec.rate), strict=True):
        if isinstance(thing, Card) and isinstance(place, Placed):
            _stamp(plate, thing, place, _nearness(thing.z - view.z))
        elif not isinstance(thing, Card) and not isinstance(place, Placed):
            top, bottom = place[0], place[1]
            rise = thing.y - view.y
            slope = (np.arange(top, bottom) + 0.5) / size[1] - view.horizon
            ahead = view.focal * view.zoom * rise / np.where(np.abs(slope) < 1e-6, 1e-6, slope)
            plate[top:bottom] = _nearness(ahead)[:, None]
    plate, mask = _leaned(plate, stage, frame), ids(spec, frame)
    for number, puppet in enumerate(stage.puppets, start=1):
        plate[mask == number] = _nearness(puppet.actor.z - view.z)
    return plate


def albedo(spec: ShotSpec, frame: int) -> Picture:
    """The puppets in their own unlit colours on black, BGR uint8 (height, width, 3).

    For colour checks.
    """
    _check(spec)
    stage, plate = Stage(spec), np.zeros((spec.height, spec.width), np.uint32)
    view = stage.track.at(frame)
    for puppet in sorted(stage.puppets, key=lambda p: -p.actor.z):
        puppets.draw_flat(plate, puppet, puppet.pose(frame, spec.rate), view, spec.size)
    flat = _leaned(plate.view(np.uint8).reshape(*plate.shape, 4), stage, frame)
    return np.ascontiguousarray(flat[..., :3])


def _leaned(plate: Picture, stage: Stage, frame: int) -> Picture:
    """A map turned as the picture is."""
    if not stage.spec.camera.roll:
        return plate
    return turned(plate, stage.track.at(frame).roll, stage.track, sharp=True)


def _nearness(ahead: Any) -> Any:
    return np.clip(255 * (0.45 / np.maximum(ahead, 0.45)) ** 0.62, 0, 255).astype(np.uint8)


def _stamp(plate: Picture, card: Card, place: Placed, value: int) -> None:
    x0, x1, y0, y1 = (int(edge) for edge in place.box)
    if x1 <= x0 or y1 <= y0:
        return
    alpha = card.pixels[np.ix_(place.yi[y0:y1], place.xi[x0:x1])] >> np.uint32(24)
    part = plate[y0:y1, x0:x1]
    part[alpha > 110] = value


def _check(spec: ShotSpec) -> None:
    if spec.width % 8 or spec.height % 4 or spec.width < 64 or spec.height < 64:
        raise BadRequest(
            f"The theatre cannot draw {spec.width}x{spec.height}.",
            "Choose a width divisible by 8 and a height divisible by 4, at least 64.",
        )


def warm(width: int = 320, height: int = 180) -> None:
    """Compile every kernel by drawing one small frame, so that the first real one does not wait."""
    from tools.theatre.cast import paper
    from tools.theatre.spec import ActorSpec, LightSpec, SetSpec
    from tools.theatre.toolchest import note_ready

    paper.warm()
    actor = ActorSpec("warm-up")
    light = LightSpec(time="dusk", weather="rain")
    place = SetSpec("shore", "", 1, False)
    spec = ShotSpec(width, height, frames=2, light=light, place=place, actors=(actor,))
    for _ in render(spec, 0, 1):
        pass
    note_ready()
