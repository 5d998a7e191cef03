"""Fits a shot to a generator's picture size and frame count, and says what it changed.

Knows no pass.
"""

from __future__ import annotations

from dataclasses import replace

from memory.errors import BadRequest
from tools.theatre.spec import CameraSpec, ShotSpec

MARGIN = 0.3
"""World units kept on each side of the outermost actor when a frame gets narrower."""


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
    camera = spec.camera
    if abs(aspect / spec.aspect - 1) > 0.002:
        camera, said = _recomposed(spec, aspect)
        notes += said
    return replace(spec, width=width, height=height, camera=camera), tuple(notes)


def snapped(size: tuple[int, int]) -> tuple[int, int]:
    """The nearest size the theatre draws: a width in eights, a height in fours."""
    width, height = 8 * round(size[0] / 8), 4 * round(size[1] / 4)
    if width < 64 or height < 64:
        raise BadRequest(f"A picture of {size[0]}x{size[1]} is too small.", "Ask for 64 or more.")
    return width, height


def _recomposed(spec: ShotSpec, aspect: float) -> tuple[CameraSpec, list[str]]:
    camera = spec.camera
    scale = camera.focal / max(1e-3, camera.subject_z - camera.z)
    places = [a.x for a in spec.actors if not a.near] or [camera.x - camera.shift_x / scale]
    left, right = min(places), max(places)
    middle = (left + right) / 2
    across = camera.shift_x + scale * (middle - camera.x)
    notes = [f"recomposed from {spec.aspect:.2f}:1 to {aspect:.2f}:1"]
    share = across / spec.aspect
    room = (right - left + 2 * MARGIN) * scale if right > left else 0.0
    gain = min(1.0, aspect / room) if room else 1.0
    if gain < 1.0:
        notes.append(f"framed {1 / gain:.2f} times wider so that everyone stays in")
        share *= max(0.0, 1 - room / aspect)
    head = camera.shift_y + scale * (camera.aim_y - camera.y)
    shift_y = head - gain * scale * (camera.aim_y - camera.y)
    shift_x = share * aspect - gain * scale * (middle - camera.x)
    focal = camera.focal * gain
    return replace(
        camera, focal=round(focal, 4), shift_x=round(shift_x, 4), shift_y=round(shift_y, 4)
    ), notes


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
