"""From shot size, angle and lens to a camera: distance, height, headroom, thirds.

Knows no set and no film.
"""

from __future__ import annotations

from dataclasses import dataclass

from tools.theatre.spec import CameraSpec

SHARES = {
    "EWS": 0.15,
    "VWS": 0.28,
    "WS": 0.50,
    "FS": 0.80,
    "MWS": 1.22,
    "MS": 1.70,
    "MCU": 2.45,
    "CU": 3.70,
    "BCU": 5.4,
    "ECU": 8.5,
    "INSERT": 4.6,
}
"""Height of a standing adult as a share of the frame height."""

HEADROOM = {
    "MWS": 0.075,
    "MS": 0.085,
    "MCU": 0.085,
    "CU": 0.075,
    "BCU": -0.06,
    "ECU": -0.30,
}
"""Room above the head, in frame heights; below 0 the crown is cut on purpose."""

FEET = {"EWS": 0.76, "VWS": 0.80, "WS": 0.86, "FS": 0.925}
"""Where the feet stand in wide sizes, from the top of the frame."""

FEET_INSIDE = 0.915
OPEN = -100.0
"""The roof of a place that has none."""

EYES = 0.075
"""Eyes below the crown, world units."""

NEAREST = 0.66
"""World units; closer than this scenery in front of the actors would be behind the camera."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom the camera frames: place, crown height (negative y) and the way they look."""

    x: float = 0.0
    crown: float = -1.0
    facing: float = 0.0
    z: float = 0.0
    spread: float = 0.0
    """Half the width of a group."""


def focal_of(lens_mm: float, aspect: float) -> float:
    """Focal length in frame heights of a lens on a 36 mm wide sensor."""
    return max(8.0, lens_mm) / 36.0 * aspect


def frame_subject(
    subject: Subject,
    size: str,
    angle: str,
    lens_mm: int,
    aspect: float,
    side: str = "",
    widest: float = 0.0,
    roof: float = OPEN,
) -> CameraSpec:
    """Place a camera so that the subject has this size, with headroom, thirds and lead room.

    Args:
        subject: one person, or a group by its middle and spread.
        size: a shot size code; unknown ones count as MS.
        angle: eye, low, high and their kin.
        lens_mm: changes the distance, and with it parallax and softness, never the size.
        aspect: width over height.
        side: "left", "right" or "centre" to place the subject; empty leaves lead room.
        roof: world height the camera stays below, inside.
        widest: smallest share of the frame height an adult may have: a room ends somewhere.
    """
    size = size if size in SHARES else "MS"
    share = max(SHARES[size], widest) * min(1.0, 1.0 / max(0.25, -subject.crown)) ** 0.25
    group = 2 * subject.spread + (0.62 if SHARES[size] > 0.9 else 0.4)
    if subject.spread > 0:
        share = min(share, aspect / group)
    focal = focal_of(lens_mm, aspect)
    distance = max(NEAREST, focal / share)
    focal = share * distance
    height = max(roof, camera_height(size, angle, subject, distance))
    place = 0.5 if subject.spread > 0 and not side else _across(subject, size, side)
    x = subject.x - (place - 0.5) * aspect / share
    drop = _drop(size, share, subject)
    if roof > OPEN and size in FEET:
        # Inside, floor is worth more than ceiling.
        drop = max(drop, FEET_INSIDE)
    shift = drop - 0.5 - share * (_anchor(size, subject) - height)
    return CameraSpec(
        x=round(x, 4),
        y=round(height, 4),
        z=round(subject.z - distance, 4),
        focal=round(focal, 4),
        shift_y=round(shift, 4),
        subject_z=subject.z,
        aim_y=round(subject.crown + EYES if size not in FEET else -0.5, 4),
        size=size,
        lens_mm=lens_mm,
    )


def _anchor(size: str, subject: Subject) -> float:
    """The world height that is pinned to a place in the frame.

    The feet, else the crown (or the hand of an insert).
    """
    if size in FEET:
        return 0.0
    return subject.crown


def _drop(size: str, share: float, subject: Subject) -> float:
    """Where the anchor stands, in frame heights from the top."""
    if size in FEET:
        return FEET[size]
    if size == "INSERT":
        return 0.5
    # A group that had to be framed wider than its size wants more air than the size's own headroom.
    return HEADROOM.get(size, 0.085) + max(0.0, 0.10 * (1.0 - share / SHARES[size]))


def _across(subject: Subject, size: str, side: str) -> float:
    """Where the subject stands across the frame, 0..1."""
    match side:
        case "left":
            return 0.335
        case "right":
            return 0.665
        case "centre":
            return 0.5
    lead = {"EWS": 0.16, "VWS": 0.14, "WS": 0.12, "FS": 0.08}.get(size, 0.07)
    return 0.5 - lead * max(-1.0, min(1.0, subject.facing))


HEIGHTS = {"low": 0.42, "worm": 0.12, "ground": 0.10, "knee": 0.30, "hip": 0.55, "shoulder": 0.84}


def camera_height(size: str, angle: str, subject: Subject, distance: float) -> float:
    """World y of the camera (negative is up)."""
    eyes = subject.crown + EYES
    if angle in HEIGHTS:
        # Close up, a low camera still sees the face: it goes down less than for a whole figure.
        depth = min(1.0, distance / 1.6)
        return min(-0.06, eyes + (-HEIGHTS[angle] - eyes) * depth)
    if angle in ("high", "overhead", "aerial"):
        rise = {"high": 0.46, "overhead": 1.0, "aerial": 1.15}[angle]
        return eyes - rise * min(2.2, 0.35 + 0.45 * distance)
    if size in ("EWS", "VWS"):
        return -1.15
    if size in ("WS", "FS"):
        return -0.74
    return eyes
