"""From shot size, angle and lens to a camera: distance, height, pitch, headroom, thirds.

Knows no set and no film.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from tools.theatre.bend import drawn_y
from tools.theatre.sizes import HEAD, SHARES, WIDE, rung_at, scale_of
from tools.theatre.spec import CameraSpec

__all__ = ["OPEN", "SHARES", "Subject", "Wish", "focal_of", "frame_subject"]

HEADROOM = {"MWS": 0.07, "MS": 0.085, "MCU": 0.085}
"""Room above the head, in frame heights."""

EYE_LINES = {"CU": 0.43, "BCU": 0.36, "ECU": 0.47}
"""Where the eyes stand in close sizes, from the top: the chin stays in, the crown may go."""

FEET = {"EWS": 0.76, "VWS": 0.80, "WS": 0.86, "FS": 0.937}
"""Where the feet stand in wide sizes, from the top of the frame."""

FEET_INSIDE = 0.915
LIFTED = ("EWS", "VWS", "WS")
"""Sizes with room below the feet for what is climbed."""

OPEN = -100.0
"""The roof of a place that has none."""

EYES = 0.105
"""Eyes below the crown of an adult, world units."""

NEAREST = 0.66
"""World units; closer than this scenery in front of the actors would be behind the camera."""

LOWEST = -0.06
"""World height of a camera that lies on the ground."""

PITCH = {"low": -17.0, "worm": -30.0, "high": 23.0, "aerial": 32.0, "overhead": 47.0}
"""Degrees the camera looks down (up below 0); where ground or ceiling is in its way, less."""

LEVEL = {"ground": -0.07, "knee": -0.28, "hip": -0.50, "shoulder": -0.80}
"""World heights, for an adult, of cameras that stand lower than the eyes."""

STEEPEST = math.radians(24.0)
"""How far up such a camera may look; where that is not enough it stands higher."""

SLIGHT = math.radians(3.5)
"""Below this it stays level, and its lens is shifted instead."""

WHOLE = 0.95
"""Share of the frame's height above which a figure is not shown whole."""

DEEPEST = 0.86
"""Share of the frame's height that a group takes from the highest crown to the lowest chin."""

TIGHT_SIDE = 0.012
"""Of the frame's height, kept free beside a head."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom the camera frames; world units, y negative upwards.

    Attributes:
        crown: the top of them now, hat and all; tall: their standing height.
        head: chin to crown; eyes: height of the eyes (0: below the crown as an adult's).
        spread: half the width of a group.
        low: height of the lowest chin (0: the one of the crown's head).
        foot: height of the lowest point, a little below the ground for claws.
        face: how far the eyes stand from x, towards where they look.
    """

    x: float = 0.0
    crown: float = -1.0
    facing: float = 0.0
    z: float = 0.0
    spread: float = 0.0
    tall: float = 1.0
    head: float = HEAD
    eyes: float = 0.0
    face: float = 0.0
    low: float = 0.0
    foot: float = 0.0

    @property
    def eye_line(self) -> float:
        """World height of the eyes."""
        return self.eyes or self.crown + EYES


@dataclass(frozen=True, slots=True)
class Wish:
    """What words and walls ask of a framing.

    Attributes:
        side: "left", "right" or "centre" to place the subject, "short" to let them look out of
            the near edge; empty leaves lead room.
        headroom: frame heights of air added above the head.
        lift: frame heights by which the feet of a wide stand higher, to show what is below them.
        widest: smallest scale, frame heights a world unit: a room ends somewhere.
        roof: world height the camera stays below; inside: floor is worth more than ceiling.
    """

    side: str = ""
    headroom: float = 0.0
    lift: float = 0.0
    widest: float = 0.0
    roof: float = OPEN
    inside: bool = False


def focal_of(lens_mm: float, aspect: float) -> float:
    """Focal length in frame heights of a lens on a 36 mm wide sensor."""
    return max(8.0, lens_mm) / 36.0 * aspect


def frame_subject(
    subject: Subject,
    size: str,
    angle: str,
    lens_mm: int,
    aspect: float,
    wish: Wish | None = None,
) -> CameraSpec:
    """Place a camera so that the subject has this size, with headroom, thirds and lead room.

    Args:
        subject: one person, or a group by its middle and spread.
        size: a shot size code; unknown ones count as MS.
        angle: eye, low, high and their kin.
        lens_mm: changes the distance, and with it parallax and softness, never the size.
        aspect: width over height.
        wish: what words and walls ask for besides.
    """
    wish = wish or Wish()
    size = size if size in SHARES else "MS"
    scale = _scale(subject, size, aspect, wish.widest)
    shown = size if size == "INSERT" else _shown(subject, size, scale, aspect)
    anchor, drop = _anchor(subject, shown, scale, wish)
    focal = focal_of(lens_mm, aspect)
    pitch = _pitch(subject, angle, (anchor - (drop - 0.5) / scale, focal / scale))
    distance = max(NEAREST, focal * math.cos(pitch) / scale)
    focal = scale * distance / math.cos(pitch)
    stand = _Stand(anchor, drop, scale, distance, focal, shown in WIDE)
    if pitch:
        height, pitch, shift = _pitched(stand, pitch, wish.roof)
    else:
        height, shift = _level(stand, _eye_level(subject, shown, angle), wish.roof)
    real = scale / math.cos(pitch) if shown in WIDE else scale
    across = _across(subject, shown, wish.side, real, aspect)
    middle = subject.x + (subject.face if shown in EYE_LINES and not subject.spread else 0.0)
    return CameraSpec(
        x=round(middle - (across - 0.5) * aspect / real, 4),
        y=round(height, 4),
        z=round(subject.z - distance, 4),
        focal=round(real * distance, 4),
        shift_y=round(shift, 4),
        subject_z=subject.z,
        aim_x=round(middle, 4),
        aim_y=round(-0.5 if shown in WIDE else subject.eye_line, 4),
        size=shown,
        lens_mm=lens_mm,
        pitch=round(math.degrees(pitch), 3),
    )


def _pitch(subject: Subject, angle: str, aim: tuple[float, float]) -> float:
    """How far the camera looks down, radians; `aim` is the height it looks at, and how far off."""
    if angle not in LEVEL:
        return math.radians(PITCH.get(angle, 0.0))
    height = LEVEL[angle] * min(1.0, subject.tall / 0.97)
    pitch = math.atan2(aim[0] - height, max(NEAREST, aim[1]))
    return 0.0 if abs(pitch) < SLIGHT else max(-STEEPEST, min(STEEPEST, pitch))


@dataclass(frozen=True, slots=True)
class _Stand:
    """What a camera must satisfy: `anchor` (world y) at `drop` (of the frame), at this scale."""

    anchor: float
    drop: float
    scale: float
    distance: float
    focal: float
    whole: bool


def _scale(subject: Subject, size: str, aspect: float, widest: float) -> float:
    figure = (
        subject.foot - subject.crown if size == "FS" else max(subject.tall, 0.6 * -subject.crown)
    )
    scale = max(scale_of(size, max(0.12, figure), subject.head, aspect), widest)
    if subject.spread > 0:
        air = 0.44 if size in WIDE else 0.56
        # Everyone's head is in it, the smallest one's too.
        deep = (subject.low or subject.crown + subject.head) - subject.crown
        scale = min(scale, aspect / (2 * subject.spread + air), DEEPEST / max(deep, 0.05))
    return scale


def _shown(subject: Subject, size: str, scale: float, aspect: float) -> str:
    """The size in which a group, or anyone in a small room, is really framed."""
    wanted = scale_of(size, max(subject.tall, 0.12), subject.head, aspect)
    if (subject.spread > 0 and scale < 0.9 * wanted) or (size in WIDE and scale > 1.1 * wanted):
        rung = rung_at(scale, subject.tall, subject.head, aspect)
        return "MWS" if rung == "FS" and -subject.crown * scale > WHOLE else rung
    return size


def _anchor(subject: Subject, size: str, scale: float, wish: Wish) -> tuple[float, float]:
    """A world height, and where it stands in the frame (heights from the top)."""
    if size in WIDE:
        drop = max(FEET[size], FEET_INSIDE) if wish.inside and size != "FS" else FEET[size]
        drop -= wish.lift if size in LIFTED else 0.0
        top = drop + subject.crown * scale
        return subject.foot if size == "FS" else 0.0, min(
            0.965, drop + max(0.0, wish.headroom + 0.035 - top)
        )
    if size == "INSERT":
        return subject.crown, 0.5
    if size in EYE_LINES:
        return subject.eye_line, EYE_LINES[size] + wish.headroom
    return subject.crown, HEADROOM[size] + wish.headroom


def _pitched(stand: _Stand, pitch: float, roof: float) -> tuple[float, float, float]:
    """Camera height, pitch and shift of a camera that looks up or down (radians)."""
    height = stand.anchor
    for _ in range(6):
        focal = stand.distance * _drawn_scale(stand, pitch)
        below = drawn_y(stand.drop - 0.5, pitch, focal) + focal * math.tan(pitch)
        height = stand.anchor - below * stand.distance / focal
        held = min(LOWEST, max(roof, height))
        if abs(held - height) < 1e-4:
            break
        # Ground or ceiling is in the way: stand there and look as steeply as it lets one.
        middle = height + stand.distance * math.tan(pitch)
        pitch = math.atan2(middle - held, stand.distance)
        height = held
    return height, pitch, -stand.distance * _drawn_scale(stand, pitch) * math.tan(pitch)


def _drawn_scale(stand: _Stand, pitch: float) -> float:
    """Seen from above a figure is foreshortened: shown whole, it is drawn larger."""
    return stand.scale / math.cos(pitch) if stand.whole else stand.scale


def _level(stand: _Stand, height: float, roof: float) -> tuple[float, float]:
    """Height and shift of a camera that stands level: the horizon is where the camera is."""
    height = min(LOWEST, max(roof, height))
    return height, stand.drop - 0.5 - stand.scale * (stand.anchor - height)


def _eye_level(subject: Subject, size: str, angle: str) -> float:
    if angle in LEVEL:
        return LEVEL[angle] * min(1.0, subject.tall / 0.97)
    if size in ("EWS", "VWS"):
        return -1.15
    if size in ("WS", "FS"):
        return -0.74 * max(0.3, min(1.0, subject.tall))
    return subject.eye_line


def _across(subject: Subject, size: str, side: str, scale: float, aspect: float) -> float:
    """Where the subject stands across the frame, 0..1, its head inside."""
    lead = {"EWS": 0.16, "VWS": 0.14, "WS": 0.12, "FS": 0.09}.get(size, 0.105)
    facing = max(-1.0, min(1.0, subject.facing))
    place = {"left": 0.335, "right": 0.665, "centre": 0.5}.get(side, 0.5 - lead * facing)
    if side == "short":
        place = 0.5 + 2.0 * lead * facing
    if subject.spread > 0 and side in ("", "short"):
        place = 0.5
    half = subject.spread + (0.56 if size == "ECU" else 0.62) * 0.92 * subject.head
    edge = min(0.5, (half * scale + TIGHT_SIDE) / aspect)
    return min(1 - edge, max(edge, place))
