"""Renders a shot: a stream of I420 frames, a still, and the door to the control passes.

Knows nothing of encoding.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from memory.errors import BadRequest
from tools.theatre.passes import SET_FROM, first_and_last, passes
from tools.theatre.post import to_bgr
from tools.theatre.spec import LOOK, ShotSpec, recipe_inputs
from tools.theatre.stage import Stage

__all__ = [
    "LOOK", "albedo", "depth", "first_and_last", "ids", "passes", "recipe_inputs", "render",
    "still", "warm",
]  # fmt: skip

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
    mask = _one(spec, frame, "ids")
    return np.where(mask < SET_FROM, mask, 0).astype(np.uint8)


def depth(spec: ShotSpec, frame: int) -> NDArray[np.uint16]:
    """Nearness, the inverse of the distance, 65535 at the shot's reach: uint16 (height, width)."""
    return np.asarray(_one(spec, frame, "depth"), np.uint16)


def albedo(spec: ShotSpec, frame: int) -> Picture:
    """The puppets in their own unlit colours on black, BGR uint8 (height, width, 3).

    For colour checks.
    """
    return np.asarray(_one(spec, frame, "albedo"), np.uint8)


def _one(spec: ShotSpec, frame: int, kind: str) -> NDArray[Any]:
    _check(spec)
    made: NDArray[Any] = next(passes(spec, [frame], [kind]).frames)[kind]
    return made


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
    for place in (SetSpec("shore", "", 1, False), SetSpec("corridor", "corridor", 1)):
        spec = ShotSpec(width, height, frames=2, light=light, place=place, actors=(actor,))
        for _ in render(spec, 0, 1):
            pass
    note_ready()
