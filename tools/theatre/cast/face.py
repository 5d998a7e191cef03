"""A person's head: skull, nose, mouth, eyes, brows, ears. Knows nothing of hair or bodies.

Head frame: x towards the turned side, y down, chin near +0.95, crown near -1; a feature sits
at a longitude on the skull, so that one drawing serves front, three-quarter and profile.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

from tools.theatre.cast.colour import blend, from_hex, shade
from tools.theatre.cast.emotion import Mien
from tools.theatre.cast.figure import Colour, Point
from tools.theatre.cast.look import Look
from tools.theatre.cast.shape import Place, Points, Sheet, mix, ring
from tools.theatre.cast.visemes import Mouth

# Outlines are read as rows of points.
# fmt: off

EYE = 0.5  # longitude of the eyes, radians
NAPE = 0.6  # lowest of the skull seen from behind
WIDTH = 0.76  # half width of the skull
_FRONT = [(-0.60, -0.68), (-0.28, -1.0), (0.28, -1.0), (0.60, -0.68), (0.72, -0.34), (0.745, -0.08),
          (0.73, 0.14), (0.67, 0.4), (0.53, 0.68), (0.24, 0.93), (-0.24, 0.93), (-0.60, 0.58),
          (-0.73, 0.14), (-0.73, -0.28)]
_QUARTER = [(-0.70, -0.62), (-0.32, -1.02), (0.26, -1.03), (0.60, -0.74), (0.69, -0.36),
            (0.68, -0.12),
            (0.72, 0.12), (0.67, 0.38), (0.60, 0.66), (0.37, 0.93), (0.06, 0.95), (-0.34, 0.74),
            (-0.63, 0.36), (-0.77, -0.10)]
_PROFILE = [(-0.76, -0.60), (-0.38, -1.02), (0.22, -1.03), (0.58, -0.74), (0.66, -0.36),
            (0.61, -0.14),
            (0.64, 0.1), (0.64, 0.32), (0.62, 0.56), (0.57, 0.84), (0.30, 0.95), (-0.10, 0.66),
            (-0.46, 0.42), (-0.84, -0.05)]
LINE = from_hex("#2a1714")
WHITE = from_hex("#f3ecdd")
PUPIL = from_hex("#140f0e")
TEETH = from_hex("#f0e8da")
INSIDE = from_hex("#471a1c")
TONGUE = from_hex("#b0524e")


@dataclass(frozen=True, slots=True)
class Feel:
    """What a face shows at one moment: feeling, mouth, shut lids 0..1, gaze -1..1."""

    mien: Mien
    mouth: Mouth
    shut: float = 0.0
    gaze_x: float = 0.0
    gaze_y: float = 0.0


def turned(front: Points, quarter: Points, profile: Points, yaw: float) -> list[Point]:
    """Return an outline between front (yaw 0), three-quarter (0.47) and profile (1.22)."""
    yaw = abs(yaw)
    if yaw < 0.47:
        return mix(front, quarter, yaw / 0.47)
    return mix(quarter, profile, min(1.0, (yaw - 0.47) / 0.75))


def spot(longitude: float, yaw: float) -> tuple[float, float]:
    """Return (x, apparent width 0..1) of a feature at a longitude (radians) on the skull."""
    angle = longitude + yaw
    return WIDTH * math.sin(max(-1.57, min(1.57, angle))), max(0.0, math.cos(angle))


def edge_at(yaw: float, y: float) -> float:
    """Return x of the skull's outline on the turned side at a height."""
    side = turned(_FRONT, _QUARTER, _PROFILE, yaw)[3:10]
    for (x0, y0), (x1, y1) in itertools.pairwise(side):
        if y0 <= y <= y1:
            return x0 + (x1 - x0) * (y - y0) / (y1 - y0)
    return side[0][0] if y < side[0][1] else side[-1][0]


def draw_skull(sheet: Sheet, look: Look, head: Place, yaw: float, *, away: bool = False) -> None:
    """Cut the head's outline."""
    outline = turned(_FRONT, _QUARTER, _PROFILE, yaw)
    if away:  # behind, the skull ends at the nape: there is no chin
        outline = [(x, min(y, NAPE)) for x, y in outline]
    jaw = [(x * (look.jaw if y > 0.2 else 1.0), y) for x, y in outline]
    sheet.cut(head, jaw, look.skin, grade=0.05, shadow=0.35, name="head")


def draw_ear(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut the near ear, and the far one in front view."""
    for side in (-1.0, 1.0):
        x, _ = spot(side * 1.5, yaw)
        if side > 0 and yaw > 0.12:
            continue
        inner = 0.07 * side if yaw < 0.3 else 0.0
        points = [(x - 0.1, -0.2), (x + 0.03, -0.25), (x + 0.12, -0.1), (x + 0.06, 0.1),
                  (x - 0.03, 0.17)]
        if side > 0:
            points = [(2 * x - px, py) for px, py in points]
        points = [(px + inner, py) for px, py in points]
        sheet.cut(head, points, shade(look.skin, 0.93), shadow=0.25, name="ear")


def draw_features(sheet: Sheet, look: Look, head: Place, yaw: float, feel: Feel) -> None:
    """Cut cheeks, mouth, nose, eyes and brows."""
    _cheeks(sheet, look, head, yaw, feel)
    draw_mouth(sheet, look, head, yaw, feel)
    _nose(sheet, look, head, yaw)
    for side in (1.0, -1.0):
        _eye(sheet, look, head, yaw, feel, side)
        _brow(sheet, look, head, yaw, feel, side)
    _marks(sheet, look, head, yaw)
    if look.age == "old" and look.beard != "beard":
        x, w = spot(-0.62, yaw)
        crease = [(x - 0.05 * w, 0.3), (x + 0.03 * w, 0.36), (x + 0.05 * w, 0.5),
                  (x + 0.02 * w, 0.37)]
        sheet.ink(head, crease, shade(look.skin, 0.82), "crease")


def _marks(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Ink a scar through the brow, freckles or a mole, as the words say."""
    if "scar" in look.marks:
        x, _ = spot(-EYE + 0.12, yaw)
        pale = blend(look.skin, (235.0, 235.0, 245.0), 0.45)
        sheet.ink(head, [(x, -0.53), (x + 0.018, -0.525), (x - 0.016, -0.36),
                         (x - 0.03, -0.37)], pale, "scar")
    if "freckles" in look.marks or "freckled" in look.marks:
        for k in range(6):
            x, w = spot(-0.62 + 0.13 * k, yaw)
            sheet.ink(head, ring(x, 0.16 + 0.06 * (k % 2), 0.018 * w, 0.016, 5), shade(look.skin,
                0.8), "freckle")
    if "mole" in look.marks:
        sheet.ink(head, ring(spot(-0.4, yaw)[0], 0.4, 0.022, n=6), shade(look.skin, 0.5), "mole")


def _cheeks(sheet: Sheet, look: Look, head: Place, yaw: float, feel: Feel) -> None:
    warm = min(0.5, 0.45 * look.cheeks + 0.28 * feel.mien.blush)
    if warm < 0.05:
        return
    tint = blend(look.skin, from_hex("#d0503c"), warm * 0.55)
    for side in (-1.0, 1.0):
        x, w = spot(side * 0.66, yaw)
        if w > 0.6:
            sheet.ink(head, ring(x, 0.22, 0.15 * w, 0.085), tint, "cheek")


def _nose(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    x, _ = spot(0.0, yaw)
    side = min(1.0, yaw / 0.47)
    out = look.nose * (0.09 + 0.13 * math.sin(yaw))
    low = 0.22 + 0.06 * (look.nose - 1)
    bridge = x - 0.02 * side
    points = [(bridge - 0.04, -0.22), (bridge + 0.05 * side + 0.02, -0.2), (x + out * 0.8, 0.06),
              (x + out, low - 0.05),
              (x + out * 0.62, low + 0.03), (x - 0.05, low + 0.03),
              (x - 0.09 * look.nose, low - 0.04), (x - 0.03, 0.02)]
    tone = blend(shade(look.skin, 1.04), from_hex("#d0503c"), 0.05)
    sheet.cut(head, points, tone, shadow=0.22, edge=0.16, name="nose")


def _eye(sheet: Sheet, look: Look, head: Place, yaw: float, feel: Feel, side: float) -> None:
    """Cut one eye; the lid lies over the top of the iris, as in a face at ease."""
    x, w = spot(side * EYE, yaw)
    if w < 0.2:
        return
    wide = 0.2 * look.eye_size * (0.35 + 0.65 * w)
    y = -0.12
    x = min(x, edge_at(yaw, y) - wide - 0.03)
    lid = feel.mien.lid
    open_ = (1 - feel.shut) * (1 - 0.6 * max(0.0, lid)) * (1 + 0.35 * max(0.0, -lid))
    top = 0.135 * look.eye_size * open_
    low = 0.092 * look.eye_size * (1 - feel.shut) * (1 - 0.65 * feel.mien.squint)
    if top > 0.03:
        white = [(x - wide, y + 0.02), (x - wide * 0.5, y - top * 0.86), (x + wide * 0.35, y - top),
                 (x + wide, y), (x + wide * 0.45, y + low), (x - wide * 0.45, y + low)]
        sheet.cut(head, white, WHITE, shadow=0, texture=False, edge=0.08, name="eye")
        _iris(sheet, look, head, feel, (x, y, wide, w), (top, low))
    _lid(sheet, look, head, (x, y, wide), (top, feel.shut))


def _lid(
    sheet: Sheet, look: Look, head: Place, eye: tuple[float, float, float],
    lid: tuple[float, float],
) -> None:
    """Ink the lashes and the fold of the lid above them."""
    x, y, wide = eye
    top, shut = lid
    y += 0.05 * shut
    fold = 0.05 + 0.04 * shut
    skin = [(x - wide * 1.0, y - 0.01), (x - wide * 0.5, y - top * 0.86 - fold),
            (x + wide * 0.4, y - top - fold),
            (x + wide * 1.04, y - 0.03), (x + wide * 0.35, y - top + 0.01),
            (x - wide * 0.5, y - top * 0.86 + 0.01)]
    sheet.ink(head, skin, shade(look.skin, 0.86), "lid")
    heavy = 0.016 + 0.014 * look.lips
    lash = [(x - wide * 1.06, y + 0.02), (x - wide * 0.5, y - top * 0.86 - heavy),
            (x + wide * 0.35, y - top - heavy),
            (x + wide * 1.06, y - 0.01), (x + wide * 0.35, y - top + 0.014),
            (x - wide * 0.5, y - top * 0.86 + 0.016)]
    sheet.ink(head, lash, LINE, "lash")


def _iris(
    sheet: Sheet, look: Look, head: Place, feel: Feel, eye: tuple[float, float, float, float],
    lids: tuple[float, float],
) -> None:
    x, y, wide, w = eye
    top, low = lids
    size = 0.118 * look.eye_size
    ix = x + 0.02 + feel.gaze_x * wide * 0.38
    iy = y - 0.03 + feel.gaze_y * 0.05

    def within(points: list[Point]) -> list[Point]:
        out = []
        for px, py in points:
            k = 1 - min(1.0, ((px - x) / wide) ** 2)
            out.append((px, min(max(py, y - top * (0.25 + 0.72 * k)), y + low * (0.2 + 0.8 * k))))
        return out

    rx = size * (0.55 + 0.45 * w)
    sheet.ink(head, within(ring(ix, iy, rx, size)), look.eyes, "iris")
    sheet.ink(head, within(ring(ix, iy, rx * 0.55, size * 0.55)), PUPIL, "pupil")
    if top > 0.07:
        sheet.ink(head, ring(ix + 0.035, iy - 0.04, 0.026, n=6), (252.0, 252.0, 250.0), "glint")


def _brow(sheet: Sheet, look: Look, head: Place, yaw: float, feel: Feel, side: float) -> None:
    x, w = spot(side * EYE, yaw)
    if w < 0.18:
        return
    wide = 0.21 * (0.35 + 0.65 * w)
    m = feel.mien
    y = -0.41 - 0.1 * m.brow
    x = min(x, edge_at(yaw, y) - wide * 0.9)
    knit = 0.1 * m.knit
    inner, outer = y + max(0.0, knit) * 1.1 + min(0.0, knit) * 0.9, y + 0.045 - knit * 0.35
    # the inner end is towards the nose: right of the near eye, left of the far one
    left, right = (outer, inner) if side < 0 else (inner, outer)
    pinch = 0.03 * max(0.0, m.knit) * -side
    thick = 0.038 * look.brow
    x += pinch
    points = [(x - wide, left + 0.02), (x - wide * 0.2, (left + right) / 2 - 0.035 - thick * 0.4),
              (x + wide, right),
              (x + wide * 0.9, right + thick), (x - wide * 0.1,
                                                (left + right) / 2 - 0.03 + thick),
                                                (x - wide * 0.9, left + thick * 0.9)]
    tone = blend(shade(look.hair, 0.82), LINE, 0.25)
    sheet.cut(head, points, tone, shadow=0.12, edge=0, name="brow")


def draw_mouth(sheet: Sheet, look: Look, head: Place, yaw: float, feel: Feel) -> None:
    """Cut the mouth: a line when shut, else inside, teeth, tongue and lips."""
    x, w = spot(0.06, yaw)
    m, smile = feel.mouth, feel.mien.corner
    open_ = max(m.open, feel.mien.gape * (1 - m.press))
    wide = (0.13 + 0.14 * m.width + 0.05 * max(0.0, smile)) * (0.45 + 0.55 * w)
    y = 0.53
    x = min(x + 0.02 * math.sin(yaw), edge_at(yaw, y) - wide * (1.1 - 0.45 * math.sin(yaw)))
    lift = -0.075 * smile * (1 - 0.5 * m.round)
    lip = blend(shade(look.skin, 0.72), from_hex("#b03a40"), 0.25 + 0.5 * look.lips)
    if open_ < 0.06:
        thick = 0.02 + 0.014 * look.lips - 0.008 * m.press
        line = [(x - wide, y + lift), (x - wide * 0.4, y + 0.004 - lift * 0.18 - thick * 0.6),
                (x + wide * 0.4, y - lift * 0.18 - thick * 0.6),
                (x + wide, y + lift), (x + wide * 0.4, y - lift * 0.3 + thick),
                (x - wide * 0.4, y - lift * 0.3 + thick)]
        sheet.ink(head, line, blend(lip, LINE, 0.25), "mouth")
        return
    drop, rise = 0.235 * open_ + 0.015, 0.05 * open_ + 0.015
    teeth = max(m.teeth, min(0.9, 1.4 * smile) if m.round < 0.4 else 0.0)
    _open_mouth(sheet, head, (x, y, wide, lift, drop, rise), (teeth, m.tongue), lip)


def _open_mouth(
    sheet: Sheet, head: Place, size: tuple[float, float, float, float, float, float],
    inside: tuple[float, float], lip: Colour
) -> None:
    """Cut an open mouth; size is (x, y, half width, lift of the corners, drop, rise)."""
    x, y, wide, lift, drop, rise = size
    teeth, tongue = inside

    def ringed(grow: float) -> list[Point]:
        a, r, d = wide + grow, rise + grow, drop + grow
        return [(x - a, y + lift), (x - a * 0.55, y - r * 0.8), (x, y - r * 0.78),
                (x + a * 0.55, y - r * 0.8),
                (x + a, y + lift), (x + a * 0.62, y + d * 0.72), (x, y + d),
                (x - a * 0.62, y + d * 0.72)]

    sheet.ink(head, ringed(0.03), lip, "lips")
    sheet.ink(head, ringed(0.0), INSIDE, "mouth open")
    if tongue > 0.3 and drop > 0.1:
        up = drop * (0.45 if tongue < 0.8 else 0.15)
        sheet.ink(head, [(x - wide * 0.5, y + drop * 0.78), (x - wide * 0.2, y + up),
                         (x + wide * 0.25, y + up), (x + wide * 0.5, y + drop * 0.78),
                         (x, y + drop * 0.94)], TONGUE, "tongue")
    if teeth > 0.2:
        t = min(drop * 0.62, 0.085 * teeth)
        sheet.ink(head, [(x - wide * 0.72, y - rise * 0.6), (x + wide * 0.72, y - rise * 0.6),
                         (x + wide * 0.6, y - rise * 0.6 + t),
                         (x - wide * 0.6, y - rise * 0.6 + t)], TEETH, "teeth")
