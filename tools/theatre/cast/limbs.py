"""Legs, shoes, arms and hands of a person. Knows nothing of torsos or faces."""

from __future__ import annotations

import math

from tools.theatre.cast.colour import blend, shade
from tools.theatre.cast.figure import Colour, Point
from tools.theatre.cast.look import Look
from tools.theatre.cast.pattern import banded
from tools.theatre.cast.shape import Place, Sheet, brushed, limb
from tools.theatre.cast.skeleton import Chain, Pose

# Outlines are read as rows of points.
# fmt: off

FLAT = Place()
BULK = {"coat": 1.12, "raincoat": 1.16, "jacket": 1.1, "hoodie": 1.1, "suit": 1.03,
        "uniform": 1.03, "sweater": 1.05, "cardigan": 1.04, "dress": 0.94, "shirt": 0.98,
        "robe": 1.2, "vest": 1.0, "dungarees": 1.02}
FOLD = (0.72, 0.72, 0.76)  # gains in the valley of a fold
CREST = (1.12, 1.12, 1.12)


def draw_legs(sheet: Sheet, look: Look, pose: Pose, first: str) -> None:
    """Cut both legs and shoes, `first` (near or far) behind the other."""
    for side in (first, "near" if first == "far" else "far"):
        chain, toe = ((pose.near_leg, pose.near_toe) if side == "near"
                      else (pose.far_leg, pose.far_toe))
        _leg(sheet, look, pose, chain, toe, 0.84 if side == first else 1.0, side)


def _leg(
    sheet: Sheet, look: Look, pose: Pose, chain: Chain, toe: float, gain: float, side: str
) -> None:
    bare = look.legs in ("skirt", "shorts") or look.top == "dress"
    cloth = look.leg_cloth if not bare else look.skin if look.legs == "shorts" else blend(
        look.skin, look.leg_cloth, 0.35)
    wide = 0.75 + 0.25 * look.girth
    widths = (0.056 * wide, 0.041 * wide, 0.033) if not bare else (0.05, 0.034, 0.024)
    _shoe(sheet, look, pose, chain, toe, gain, side)
    sheet.cut(FLAT, limb(chain, widths), shade(cloth, gain), grade=0.06, edge=0.24, form=0.2,
              name=f"{side} leg")
    hip, knee, ankle = chain
    if look.legs == "shorts":
        half = limb((hip, _along(hip, knee, 0.9)), (0.06 * wide, 0.056 * wide))
        sheet.cut(FLAT, half, shade(look.leg_cloth, gain), edge=0.24, form=0.2, name="shorts")
    elif not bare:
        folds = [brushed([(knee[0] - 0.035, knee[1] - 0.012), (knee[0], knee[1] + 0.006),
                          (knee[0] + 0.03, knee[1] - 0.004)], 0.005),
                 brushed([(ankle[0] - 0.026, ankle[1] - 0.03), (ankle[0] + 0.004, ankle[1] - 0.02),
                          (ankle[0] + 0.028, ankle[1] - 0.032)], 0.004)]
        sheet.glaze(FLAT, folds, FOLD, 0.004, "fold")
    if look.boots:
        shaft = limb((_along(knee, ankle, 0.45), ankle), (0.041 * wide, 0.036))
        sheet.cut(FLAT, shaft, shade(look.shoes, gain), shadow=0.35, edge=0.3, form=0.22,
                  name="boot")


def _along(a: Point, b: Point, t: float) -> Point:
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def _shoe(
    sheet: Sheet, look: Look, pose: Pose, chain: Chain, toe: float, gain: float, side: str
) -> None:
    ankle = chain[2]
    foot = Place().child(ankle[0], ankle[1], toe)
    long = 0.062 + 0.062 * math.sin(min(pose.body_yaw, 1.4))
    splay = (-0.018 if side == "near" else 0.018) * math.cos(pose.body_yaw)
    tip = long + splay
    points = [(-0.034, -0.03), (0.026, -0.032), (0.04 + splay, -0.01), (tip - 0.01, 0.004),
              (tip + 0.006, 0.022), (tip + 0.002, 0.034), (0.02, 0.035), (-0.038, 0.035),
              (-0.042, 0.01)]
    sheet.cut(foot, points, shade(look.shoes, gain), shadow=0.3, edge=0.34, form=0.2,
              name=f"{side} shoe")
    sole = [(-0.06, 0.026), (tip + 0.02, 0.026), (tip + 0.02, 0.05), (-0.06, 0.05)]
    sheet.inks(foot, [sole], shade(look.shoes, 0.6 * gain), "sole", smooth=False)


def draw_arm(sheet: Sheet, look: Look, pose: Pose, side: str) -> Place:
    """Cut one arm with its hand; return the palm, x towards facing, for a prop."""
    chain = pose.near_arm if side == "near" else pose.far_arm
    front = (side == "near") != (pose.away and pose.body_yaw > 0.1)
    gain = 1.0 if front else 0.8
    bulk = 0.82 * BULK.get(look.top, 1.0) * (0.7 + 0.3 * look.girth) * look.arms
    bare = look.sleeves == "none"
    cloth = look.skin if bare else look.sleeve or look.cloth
    _hand(sheet, look, chain, gain)
    widths = (0.042 * bulk, 0.037 * bulk, 0.029 * bulk)
    if bare:
        widths = (0.038 * bulk, 0.03 * bulk, 0.022)
    sleeve = limb(chain, widths)
    if side == "near" and not pose.away:
        sleeve = _raglan(pose, sleeve, bulk)
    if look.sleeves == "short":
        sheet.cut(FLAT, limb(chain, (0.036 * bulk, 0.03 * bulk, 0.022)), shade(look.skin, gain),
                  shadow=0.4, edge=0.26, form=0.22, name=f"{side} arm")
        sleeve = limb((chain[0], _along(chain[0], chain[1], 0.8)), (0.045 * bulk, 0.044 * bulk))
    sheet.cut(FLAT, sleeve, shade(cloth, gain), shadow=0.5 if front else 0.25, edge=0.26,
              form=0.2, name=f"{side} arm" if look.sleeves != "short" else f"{side} sleeve")
    if not bare:
        patterned = look.pattern and look.sleeve is None
        if patterned and look.sleeves != "short":
            banded(sheet, look, chain, gain)
        _folds(sheet, chain, widths)
        if look.sleeves != "short":
            _cuff(sheet, chain, widths[2], shade(cloth, 0.84 * gain), side)
    return Place(x=chain[2][0], y=chain[2][1]).child(0.012, 0.02)


def _folds(sheet: Sheet, chain: Chain, widths: tuple[float, float, float]) -> None:
    """Glaze the folds inside the elbow and below the shoulder."""
    (sx, sy), (ex, ey), (wx, wy) = chain
    w = widths[1]
    at = Place().child(ex, ey, math.atan2(wy - sy, wx - sx))
    lines = [brushed([(d, -w), (d + 0.008, -w * 0.1), (d - 0.004, w * 0.7)], 0.005)
             for d in (-0.022, 0.012)]
    lines.append(brushed([(-0.085, w), (-0.06, w * 0.2), (-0.07, -w * 0.6)], 0.005))
    sheet.glaze(at, lines, FOLD, 0.005, "fold")


def _cuff(
    sheet: Sheet, chain: Chain, wide: float, tone: Colour, side: str
) -> None:
    (ex, ey), (wx, wy) = chain[1], chain[2]
    at = Place().child(wx, wy, math.atan2(wy - ey, wx - ex))
    band = [(-0.02, -wide * 1.04), (0.004, -wide * 1.06), (0.01, 0.0), (0.004, wide * 1.06),
            (-0.02, wide * 1.04), (-0.016, 0.0)]
    sheet.cut(at, band, tone, shadow=0.25, edge=0.3, name=f"{side} cuff")


def _raglan(pose: Pose, sleeve: list[Point], bulk: float) -> list[Point]:
    """Return the sleeve drawn up to the collar along the shoulder, so that no cap stands out."""
    h = pose.half
    top = [pose.torso.at(-h * 0.93 - 0.012 * bulk, 0.032), pose.torso.at(-h * 0.74, 0.006),
           pose.torso.at(-h * 0.4, -0.002), pose.torso.at(-h * 0.46, 0.05)]
    return [*top, *sleeve[2:-1]]


def _hand(sheet: Sheet, look: Look, chain: Chain, gain: float) -> None:
    """Cut a hand: palm and curled fingers, lines between them, and a thumb on top."""
    (ex, ey), (wx, wy) = chain[1], chain[2]
    k = {"baby": 0.72, "child": 0.84}.get(look.age, 1.0) * (0.94 + 0.06 * look.girth)
    palm = Place().child(wx, wy, math.atan2(wy - ey, wx - ex), k)
    tone = shade(look.gloves or look.skin, 0.9 + 0.08 * gain)
    fist = [(-0.014, -0.018), (0.014, -0.023), (0.036, -0.024), (0.056, -0.019), (0.066, -0.006),
            (0.066, 0.008), (0.056, 0.019), (0.036, 0.022), (0.01, 0.021), (-0.014, 0.018)]
    sheet.cut(palm, fist, tone, shadow=0.3, edge=0.28, form=0.2, name="hand")
    gaps = [brushed([(0.034, y), (0.05, y * 1.02), (0.068, y * 0.9)], 0.0024)
            for y in (-0.011, 0.0, 0.011)]
    sheet.glaze(palm, gaps, (0.5, 0.52, 0.6), 0.0006, "finger lines")
    thumb = [(0.0, -0.018), (0.012, -0.026), (0.03, -0.036), (0.045, -0.034), (0.046, -0.025),
             (0.034, -0.017), (0.018, -0.006), (0.004, -0.006)]
    sheet.cut(palm, thumb, tone, shadow=0.34, edge=0.28, form=0.15, name="thumb")
