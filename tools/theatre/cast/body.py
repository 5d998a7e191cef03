"""Torso, skirts and neck of a person. Knows nothing of what is worn in front, nor of faces."""

from __future__ import annotations

import math

from tools.theatre.cast.colour import shade
from tools.theatre.cast.figure import Colour
from tools.theatre.cast.limbs import BULK, CREST, FLAT, FOLD
from tools.theatre.cast.look import Look
from tools.theatre.cast.pattern import printed
from tools.theatre.cast.shape import Points, Sheet, brushed
from tools.theatre.cast.skeleton import Pose

# Outlines are read as rows of points.
# fmt: off

HEM = {"coat": 0.19, "raincoat": 0.21, "dress": 0.27, "robe": 0.4, "uniform": 0.05, "suit": 0.05,
       "jacket": 0.035, "cardigan": 0.06, "hoodie": 0.025, "sweater": 0.02}
LONG = 0.1  # a hem lower than this is a skirt of its own


def width_of(look: Look, pose: Pose) -> float:
    """Return half the width of the clothed torso."""
    return pose.half * BULK.get(look.top, 1.0)


def belly_of(look: Look) -> float:
    """Return the waist's width against the shoulders'."""
    return 0.85 + (0.8 if look.girth > 1 else 0.5) * (look.girth - 1.0)


def turned(pose: Pose, x: float) -> float:
    """Return where something on the chest's middle (x = 0) shows when the body turns."""
    way = -0.4 if pose.away else 1.0
    return (x * max(0.25, math.cos(pose.body_yaw))
            + way * pose.half * 0.62 * math.sin(pose.body_yaw))


def around(pose: Pose, x: float) -> float:
    """Return where something around the neck shows; less shifted than the chest."""
    return x * max(0.72, math.cos(pose.body_yaw)) + pose.half * 0.16 * math.sin(pose.body_yaw)


def draw_torso(sheet: Sheet, look: Look, pose: Pose) -> None:
    """Cut the skirt of the garment and the torso with its pattern and folds."""
    w = width_of(look, pose)
    if look.legs == "skirt" and look.top != "dress":
        _skirt(sheet, look, pose, (w, 0.2), look.leg_cloth)
    hem = HEM.get(look.top, 0.0)
    if hem > LONG:
        _skirt(sheet, look, pose, (w, hem), look.cloth)
    _trunk(sheet, look, pose, w, hem if hem <= LONG else -0.09)


def _skirt(
    sheet: Sheet, look: Look, pose: Pose, size: tuple[float, float], cloth: Colour
) -> None:
    """Cut a skirt; size is (half width of the hips, length below them)."""
    w, hem = size
    hx, hy = pose.hip
    down = min(1.0, pose.seated)
    hanging, lap = _hanging(look, pose, w, hem), _lap(pose, w)
    points = [(a + (c - a) * down, b + (d - b) * down)
              for (a, b), (c, d) in zip(hanging, lap, strict=True)]
    sheet.cut(FLAT, points, shade(cloth, 0.97 - 0.01 * down), grade=0.1 - 0.05 * down, edge=0.26,
              form=0.2 * (1 - down), name="skirt")
    right, low = hanging[3][0], hy + hem
    if look.pattern and cloth == look.cloth:
        box = (points[7][0], hy - 0.1, points[3][0], max(y for _, y in points) + 0.02)
        printed(sheet, look, FLAT, box, 0.97)
    if down >= 1:
        return
    ways = [(-0.62, -0.85), (-0.2, -0.3), (0.24, 0.34), (0.66, 0.86)]
    dark = [brushed([(hx + w * a, hy - 0.03), (hx + w * (a + b) / 2, hy + hem * 0.5),
                     (hx + (right - hx) * b, low)], 0.008, ends=0.4) for a, b in ways]
    sheet.glaze(FLAT, dark, _fainter(FOLD, down), 0.008, "fold")
    light = [brushed([(hx + w * (a + 0.16), hy), (hx + (right - hx) * (b + 0.14), low - 0.02)],
                     0.008, ends=0.6) for a, b in ways[1:3]]
    sheet.glaze(FLAT, light, _fainter(CREST, down), 0.008, "fold")


def _hanging(look: Look, pose: Pose, w: float, hem: float) -> Points:
    """A skirt as it hangs from someone who stands, from the waist's left round by the right."""
    (hx, hy), knees = pose.hip, (pose.near_leg[1], pose.far_leg[1])
    flare = 1.25 if look.top == "dress" or look.legs == "skirt" else 1.1
    left = min(hx - w * flare, max(hx - w * 1.7, min(k[0] for k in knees) - 0.045))
    right = max(hx + w * flare, min(hx + w * 1.7, max(k[0] for k in knees) + 0.03))
    low = hy + hem
    return [(hx - w * 0.87, hy - 0.1), (hx + w * 0.84, hy - 0.1), (hx + w * 1.04, hy + 0.02),
            (right, low - 0.02), (right - 0.02, low + 0.005), (hx, low + 0.014),
            (left + 0.02, low + 0.005), (left, low - 0.02), (hx - w * 1.06, hy + 0.02)]


def _lap(pose: Pose, w: float) -> Points:
    """A skirt over the thighs of someone who sits, in the points of the hanging one."""
    (hx, hy), knees = pose.hip, (pose.near_leg[1], pose.far_leg[1])
    x, y = max(knees)[0], max(k[1] for k in knees)
    middle = ((hx + w + x + 0.05) / 2, (hy + y - 0.12) / 2)
    under = ((hx - w + x) / 2, (hy + y + 0.12) / 2)
    return [(hx - w * 1.1, hy - 0.06), (hx + w, hy - 0.07), middle, (x + 0.05, y - 0.05),
            (x + 0.055, y + 0.05), (x, y + 0.06), under, (hx - w, hy + 0.06), (hx - w * 1.08, hy)]


def _fainter(gains: Colour, share: float) -> Colour:
    """A glaze's factors, `share` of the way to nothing at all."""
    b, g, r = (part + (1 - part) * share for part in gains)
    return (b, g, r)


def _trunk(sheet: Sheet, look: Look, pose: Pose, w: float, hem: float) -> None:
    belly = belly_of(look)
    belly -= 0.05 if look.top == "dress" else 0.0
    low = 0.315 + hem
    hips = belly if hem < 0 else 1.0
    ahead = max(0.0, look.girth - 1.12) * 0.5 * math.sin(min(pose.body_yaw, 1.4))
    ahead *= 0.0 if pose.away else 1.0
    points = [(-0.03, -0.012), (-w * 0.62, 0.004), (-w * 0.93, 0.03), (-w * 1.0, 0.09),
              (-w * belly * 0.98, 0.2), (-w * hips, low), (-w * 0.5, low + 0.01),
              (w * 0.5, low + 0.01), (w * hips * 0.97, low), (w * (belly * 0.94 + ahead), 0.2),
              (w * 0.98, 0.09), (w * 0.88, 0.03), (w * 0.58, 0.004), (0.03, -0.012)]
    sheet.cut(pose.torso, points, look.cloth, grade=0.08, edge=0.26, form=0.22, name="torso")
    if look.pattern:
        printed(sheet, look, pose.torso, (-w * 1.3, 0.0, w * 1.3, low + 0.01), 1.0)
    _creases(sheet, pose, w, low)


def _creases(sheet: Sheet, pose: Pose, w: float, low: float) -> None:
    """Glaze folds under the arms, at the waist and, from behind, down the spine."""
    dark = [brushed([(-w * 0.98, 0.1), (-w * 0.72, 0.14), (-w * 0.5, 0.15)], 0.006),
            brushed([(w * 0.95, 0.1), (w * 0.74, 0.13), (w * 0.55, 0.135)], 0.006),
            brushed([(-w * 0.95, 0.2), (-w * 0.55, 0.225), (-w * 0.2, 0.215)], 0.006),
            brushed([(w * 0.9, 0.2), (w * 0.6, 0.22), (w * 0.3, 0.21)], 0.006)]
    if pose.away:
        x = turned(pose, 0.0)
        dark.append(brushed([(x, 0.03), (x - 0.006, 0.16), (x, low - 0.02)], 0.006))
    sheet.glaze(pose.torso, dark, FOLD, 0.007, "fold")
    under = [(-w, low - 0.035), (0.0, low - 0.02), (w, low - 0.035), (w, low + 0.05),
             (-w, low + 0.05)]
    sheet.glaze(pose.torso, [under], (0.84, 0.84, 0.86), 0.012, "fold")


def draw_neck(sheet: Sheet, look: Look, pose: Pose) -> None:
    """Cut the neck, in the shadow of the chin."""
    if pose.away and pose.body_yaw < 0.1 and look.hat == "hood":
        return
    hx, hy = pose.head.at(-0.06, 0.52)
    nx, ny = pose.torso.at(turned(pose, 0.0) * 0.25, 0.012)
    k = {"baby": 0.78, "child": 0.86}.get(look.age, 1.0)
    wide = 0.033 * k * (0.72 + 0.28 * look.shoulders * min(1.2, look.girth))
    points = [(hx - wide, hy), (hx + wide, hy), (nx + wide * 1.02, ny - 0.01),
              (nx + wide * 0.6, ny + 0.018), (nx - wide * 0.6, ny + 0.018),
              (nx - wide * 1.1, ny - 0.01)]
    sheet.cut(FLAT, points, shade(look.skin, 0.86), shadow=0.2, edge=0.2, form=0.3, name="neck")
    chin = pose.head.at(0.1, 0.9)
    hollow = [(hx - wide * 1.6, hy - 0.02), (hx + wide * 1.8, hy - 0.02),
              (max(hx, chin[0]) + wide, chin[1] + 0.006), (hx - wide, chin[1] + 0.022)]
    sheet.glaze(FLAT, [hollow], (0.52, 0.53, 0.6), 0.007, "neck shade")
