"""Fits a shot to a generator's picture size and frame count, and says what it changed.

Knows no pass.
"""

from __future__ import annotations

from dataclasses import replace

from memory.errors import BadRequest
from tools.theatre.spec import ActorSpec, CameraSpec, ShotSpec

MARGIN = 0.3
"""World units kept on each side of the outermost actor when a frame gets narrower."""


FACE = 0.24
"""World units: a face that was whole stays so."""

BACK, BACK_SHARE = 0.15, 0.24
"""Half the width of a back in the foreground, and the most of the frame's width it may take."""


def fitted(spec: ShotSpec, size: tuple[int, int] | None) -> tuple[ShotSpec, tuple[str, ...]]:
    """The shot at another size, recomposed where the aspect differs, and what had to be done.

    The subject keeps its height in the frame and its place across it; a narrower frame that would
    lose someone is framed wider instead.

    Raises:
        BadRequest: a size the theatre cannot draw.
    """
    if size is None or size == spec.size:
        return spec, ()
    width, height = snapped(size)
    notes = []
    if (width, height) != tuple(size):
        notes.append(f"{size[0]}x{size[1]} is drawn as {width}x{height}")
    aspect = width / height
    camera, actors = spec.camera, spec.actors
    if abs(aspect / spec.aspect - 1) > 0.002:
        camera, actors, said = _recomposed(spec, aspect)
        notes += said
    made = replace(spec, width=width, height=height, camera=camera, actors=actors)
    return made, tuple(notes)


def snapped(size: tuple[int, int]) -> tuple[int, int]:
    """The nearest size the theatre draws: a width in eights, a height in fours."""
    width, height = 8 * round(size[0] / 8), 4 * round(size[1] / 4)
    if width < 64 or height < 64:
        raise BadRequest(f"A picture of {size[0]}x{size[1]} is too small.", "Ask for 64 or more.")
    return width, height


def _recomposed(
    spec: ShotSpec, aspect: float
) -> tuple[CameraSpec, tuple[ActorSpec, ...], list[str]]:
    camera = spec.camera
    scale = camera.focal / max(1e-3, camera.subject_z - camera.z)
    left, right = _across(spec, scale)
    middle = (left + right) / 2
    share = (camera.shift_x + scale * (middle - camera.x)) / spec.aspect
    notes = [f"recomposed from {spec.aspect:.2f}:1 to {aspect:.2f}:1"]
    room = (right - left + 2 * MARGIN) * scale if right > left else 0.0
    if scale * FACE <= spec.aspect:
        room = max(room, scale * FACE)
    gain = min(1.0, aspect / room) if room else 1.0
    if gain < 1.0:
        notes.append(f"framed {1 / gain:.2f} times wider so that everyone stays in")
    slack = max(0.0, 0.5 - 0.5 * gain * room / aspect)
    share = max(-slack, min(slack, share)) if room else share
    head = camera.shift_y + scale * (camera.aim_y - camera.y)
    shift_y = head - gain * scale * (camera.aim_y - camera.y)
    shift_x = share * aspect - gain * scale * (middle - camera.x)
    focal = camera.focal * gain
    moved = replace(
        camera, focal=round(focal, 4), shift_x=round(shift_x, 4), shift_y=round(shift_y, 4)
    )
    return moved, tuple(_kept_near(actor, spec, moved, aspect) for actor in spec.actors), notes


def _across(spec: ShotSpec, scale: float) -> tuple[float, float]:
    """From where to where the cast plays, as far as the frame shows it; world x."""
    camera = spec.camera
    middle, half = camera.x - camera.shift_x / scale, 0.46 * spec.aspect / scale
    places: list[float] = []
    for actor in (one for one in spec.actors if not one.near):
        way = [x for leg in actor.legs for x in leg[2:4]] or list(actor.walk or (actor.x,))
        if camera.follow:
            way = [sum(way) / len(way)]  # the camera goes along: the walker keeps their place
        places += [max(middle - half, min(middle + half, x)) for x in way]
    return (min(places), max(places)) if places else (middle, middle)


def _kept_near(actor: ActorSpec, spec: ShotSpec, camera: CameraSpec, aspect: float) -> ActorSpec:
    """A back in the foreground keeps its edge of the frame, and leaves the middle free."""
    if not actor.near:
        return actor
    ahead = max(1e-3, actor.z - camera.z)
    before, after = spec.camera.focal / ahead, camera.focal / ahead
    place = spec.camera.shift_x + before * (actor.x - spec.camera.x)
    side = 1.0 if place >= 0 else -1.0
    shown = 0.5 * spec.aspect - abs(place) + BACK * before
    wanted = 0.5 * aspect + BACK * after - min(shown, BACK_SHARE * aspect)
    return replace(actor, x=round(camera.x + (side * wanted - camera.shift_x) / after, 4))


def sampled(spec: ShotSpec, count: int) -> tuple[list[int], tuple[str, ...]]:
    """`count` frames spread over a shot, the first and the last among them, and what to know.

    Raises:
        BadRequest: fewer than one.
    """
    if count < 1:
        raise BadRequest(f"{count} frames cannot be drawn.", "Ask for one or more.")
    last = spec.length - 1
    if count == 1:
        return [0], ()
    numbers = [round(last * k / (count - 1)) for k in range(count)]
    if count > spec.length:
        return numbers, (f"{spec.length} frames are told in {count}: some stand twice",)
    if count < spec.length:
        return numbers, (f"{spec.length} frames are told in {count}",)
    return numbers, ()
