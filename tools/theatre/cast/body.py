"""Legs, torso, garments, arms and hands of a person. Knows nothing of faces."""

from __future__ import annotations

import math
from functools import partial

from tools.theatre.cast.colour import blend, shade
from tools.theatre.cast.figure import Colour, Point
from tools.theatre.cast.look import Look
from tools.theatre.cast.shape import Place, Sheet, limb, ring
from tools.theatre.cast.skeleton import Chain, Pose

# Outlines are read as rows of points.
# fmt: off

FLAT = Place()
_HEM = {"coat": 0.19, "dress": 0.27, "uniform": 0.05, "suit": 0.05, "jacket": 0.035,
        "hoodie": 0.025, "sweater": 0.02, "shirt": 0.0}
_BULK = {"coat": 1.12, "jacket": 1.1, "hoodie": 1.1, "suit": 1.03, "uniform": 1.03,
         "sweater": 1.05, "dress": 0.94, "shirt": 0.98}


def draw_legs(sheet: Sheet, look: Look, pose: Pose) -> None:
    """Cut both legs and shoes, far one first."""
    bare = look.legs == "skirt" or look.top == "dress"
    for chain, toe, gain, side in (
        (pose.far_leg, pose.far_toe, 0.84, "far"), (pose.near_leg, pose.near_toe, 1.0, "near"),
    ):
        cloth = blend(look.skin, look.leg_cloth, 0.55) if bare else look.leg_cloth
        wide = 0.75 + 0.25 * look.girth
        widths = (0.056 * wide, 0.041 * wide, 0.032) if not bare else (0.05, 0.034, 0.024)
        _shoe(sheet, look, pose, chain, toe, gain, side)
        sheet.cut(FLAT, limb(chain, widths), shade(cloth, gain), grade=0.06, name=f"{side} leg")


def _shoe(
    sheet: Sheet, look: Look, pose: Pose, chain: Chain, toe: float, gain: float, side: str
) -> None:
    ankle = chain[2]
    foot = Place().child(ankle[0], ankle[1], toe)
    long = 0.062 + 0.062 * math.sin(min(pose.body_yaw, 1.4))
    splay = (-0.018 if side == "near" else 0.018) * math.cos(pose.body_yaw)
    points = [(-0.034, -0.03), (0.026, -0.032), (0.04 + splay, -0.008), (long + splay, 0.008),
              (long + splay + 0.004, 0.032), (0.02, 0.035), (-0.038, 0.035),
              (-0.042, 0.01)]
    sheet.cut(foot, points, shade(look.shoes, gain), shadow=0.3, name=f"{side} shoe")


def draw_torso(sheet: Sheet, look: Look, pose: Pose) -> None:
    """Cut the skirt of the garment, the torso, what shows at the neck, and the neck."""
    w = pose.half * _BULK.get(look.top, 1.0)
    if look.legs == "skirt" and look.top != "dress":
        _skirt(sheet, look, pose, w, 0.2, look.leg_cloth)
    hem = _HEM.get(look.top, 0.0)
    if hem > 0.1:
        _skirt(sheet, look, pose, w, hem, look.cloth)
    _trunk(sheet, look, pose, w, hem if hem <= 0.1 else -0.09)
    if not pose.away:
        _front(sheet, look, pose, w)
    _neck(sheet, look, pose)
    if not pose.away:
        _collar(sheet, look, pose, w)
    if look.scarf is not None:
        _scarf(sheet, look, pose, look.scarf)


def _skirt(
    sheet: Sheet, look: Look, pose: Pose, w: float, hem: float, cloth: Colour
) -> None:
    hx, hy = pose.hip
    knees = (pose.near_leg[1], pose.far_leg[1])
    flare = 1.25 if look.top == "dress" or look.legs == "skirt" else 1.1
    if pose.seated:
        knee_x, knee_y = max(knees)[0], max(k[1] for k in knees)
        lap = [(hx - w * 1.1, hy - 0.06), (hx + w, hy - 0.07), (knee_x + 0.05, knee_y - 0.05),
               (knee_x + 0.055, knee_y + 0.05), (knee_x, knee_y + 0.06),
               (hx - w, hy + 0.06)]
        sheet.cut(FLAT, lap, shade(cloth, 0.96), grade=0.05, name="skirt")
        return
    left = min(hx - w * flare, max(hx - w * 1.7, min(k[0] for k in knees) - 0.045))
    right = max(hx + w * flare, min(hx + w * 1.7, max(k[0] for k in knees) + 0.03))
    low = hy + hem
    points = [(hx - w * 0.87, hy - 0.1), (hx + w * 0.84, hy - 0.1), (hx + w * 1.04, hy + 0.02),
              (right, low - 0.02), (right - 0.02, low + 0.005), (hx, low + 0.014),
              (left + 0.02, low + 0.005), (left, low - 0.02), (hx - w * 1.06,
                  hy + 0.02)]
    sheet.cut(FLAT, points, shade(cloth, 0.97), grade=0.08, name="skirt")


def _trunk(sheet: Sheet, look: Look, pose: Pose, w: float, hem: float) -> None:
    belly = 0.86 + 0.22 * (look.girth - 1.0) * 2
    belly -= 0.05 if look.top == "dress" else 0.0
    low = 0.315 + hem
    hips = belly if hem < 0 else 1.0
    points = [(-0.03, -0.012), (-w * 0.62, 0.004), (-w * 0.93, 0.03), (-w * 1.0, 0.09),
              (-w * belly * 0.98, 0.2), (-w * hips, low), (-w * 0.5, low + 0.01),
              (w * 0.5, low + 0.01), (w * hips * 0.97, low), (w * belly * 0.94, 0.2),
              (w * 0.98, 0.09), (w * 0.88, 0.03), (w * 0.58, 0.004), (0.03, -0.012)]
    sheet.cut(pose.torso, points, look.cloth, grade=0.07, name="torso")
    if look.top in ("coat", "dress", "uniform") and not pose.seated:
        belt = [(-w * belly, 0.205), (w * belly * 0.96, 0.205), (w * belly * 0.97, 0.228),
                (-w * belly * 1.01, 0.228)]
        sheet.cut(pose.torso, belt, look.trim, smooth=False, shadow=0.25, edge=0.1, name="belt")
    if look.apron is not None and not pose.away:
        m = _turned(pose, 0.0) * 0.6
        bib = [(m - w * 0.5, 0.06), (m + w * 0.5, 0.06), (m + w * 0.62, 0.19), (w * 0.9, 0.3),
               (w * 0.95, 0.42), (w * 0.7, 0.45),
               (-w * 0.65, 0.45), (-w * 0.92, 0.42), (-w * 0.86, 0.3),
               (m - w * 0.66, 0.19)]
        sheet.cut(pose.torso, bib, look.apron, shadow=0.35, name="apron")


def _turned(pose: Pose, x: float) -> float:
    """Return where something on the chest's middle (x = 0) shows when the body turns."""
    return x * max(0.25, math.cos(pose.body_yaw)) + pose.half * 0.62 * math.sin(pose.body_yaw)


def _nape(pose: Pose, x: float) -> float:
    """Return where something around the neck shows; less shifted than the chest."""
    return x * max(0.72, math.cos(pose.body_yaw)) + pose.half * 0.16 * math.sin(pose.body_yaw)


def _front(sheet: Sheet, look: Look, pose: Pose, w: float) -> None:
    """Cut what shows in the garment's opening."""
    t, x = pose.torso, partial(_turned, pose)
    if look.top in ("coat", "suit", "jacket", "uniform"):
        low = 0.15 if look.top == "suit" else 0.1
        v = [(x(-0.05), -0.014), (x(0.05), -0.014), (x(0.045), 0.03), (x(0.0), low),
             (x(-0.045), 0.03)]
        sheet.cut(t, v, look.shirt, shadow=0.2, name="shirt")
    if look.top in ("shirt", "uniform"):
        for y in (0.1, 0.15, 0.2, 0.25):
            sheet.ink(t, ring(x(0.004), y, 0.0052, n=6), shade(look.cloth, 0.66), "button")
    if look.top == "hoodie":
        pocket = [(x(-0.06), 0.2), (x(0.06), 0.2), (x(0.08), 0.28), (x(-0.08), 0.28)]
        sheet.cut(t, pocket, shade(look.cloth, 0.93), smooth=False, shadow=0.3, name="pocket")


def _neck(sheet: Sheet, look: Look, pose: Pose) -> None:
    hx, hy = pose.head.at(-0.06, 0.55)
    nx, ny = pose.torso.at(_turned(pose, 0.0) * 0.25, 0.012)
    k = 0.9 if look.age == "child" else 1.0
    wide = 0.032 * k * (0.9 + 0.1 * look.shoulders)
    points = [(hx - wide, hy), (hx + wide, hy), (nx + wide * 1.02, ny - 0.01),
              (nx + wide * 0.6, ny + 0.018),
              (nx - wide * 0.6, ny + 0.018), (nx - wide * 1.1, ny - 0.01)]
    sheet.cut(FLAT, points, shade(look.skin, 0.82), shadow=0.2, name="neck")


def _collar(sheet: Sheet, look: Look, pose: Pose, w: float) -> None:
    t, x, n = pose.torso, partial(_turned, pose), partial(_nape, pose)
    if look.top in ("coat", "suit", "jacket"):
        low = 0.155 if look.top == "suit" else 0.115
        near = [(x(-0.052), -0.022), (x(-0.034), -0.026), (x(-0.03), 0.02), (x(0.006), low),
                (x(-0.02), low - 0.008), (x(-0.078), 0.045), (x(-0.066), 0.01)]
        far = [(x(0.05), -0.022), (x(0.036), -0.026), (x(0.034), 0.02), (x(0.004), low),
               (x(0.026), low - 0.008), (x(0.074), 0.045), (x(0.062), 0.01)]
        sheet.cut(t, far, look.trim, shadow=0.3, name="lapel")
        sheet.cut(t, near, shade(look.trim, 1.08), shadow=0.3, name="lapel")
    elif look.top in ("shirt", "uniform"):
        for side, gain in ((1.0, 1.06), (-1.0, 1.14)):
            wing = [(x(side * 0.008), 0.012), (x(side * 0.046), -0.02), (x(side * 0.058), 0.014),
                    (x(side * 0.03), 0.036)]
            sheet.cut(t, wing, shade(look.cloth, gain), smooth=False, shadow=0.3, name="collar")
    elif look.top == "hoodie":
        roll = [(n(-0.05), -0.03), (n(0.05), -0.03), (n(0.07), 0.004), (x(0.0), 0.035),
                (n(-0.072), 0.004)]
        sheet.cut(t, roll, look.trim, shadow=0.3, name="collar")
    elif look.top == "sweater":
        roll = [(n(-0.044), -0.036), (n(0.044), -0.036), (n(0.05), 0.002), (n(0.0), 0.018),
                (n(-0.05), 0.002)]
        sheet.cut(t, roll, shade(look.cloth, 0.9), shadow=0.3, name="collar")


def _scarf(sheet: Sheet, look: Look, pose: Pose, cloth: Colour) -> None:
    t, x, n = pose.torso, partial(_turned, pose), partial(_nape, pose)
    if not pose.away:
        tail = [(x(0.0), 0.0), (x(0.036), 0.004), (x(0.05), 0.13), (x(0.046), 0.17),
                (x(0.008), 0.172), (x(0.012), 0.12)]
        sheet.cut(t, tail, shade(cloth, 0.88), shadow=0.4, name="scarf")
    wrap = [(n(-0.06), -0.038), (n(0.0), -0.028), (n(0.06), -0.038), (n(0.072), -0.008),
            (n(0.036), 0.026),
            (n(-0.03), 0.028), (n(-0.072), -0.004)]
    sheet.cut(t, wrap, cloth, shadow=0.4, name="scarf")


def draw_arm(sheet: Sheet, look: Look, pose: Pose, side: str) -> Place:
    """Cut one arm with its hand; return the palm, x towards facing, for a prop."""
    chain = pose.near_arm if side == "near" else pose.far_arm
    gain = 1.0 if side == "near" else 0.8
    bulk = 0.82 * _BULK.get(look.top, 1.0) * (0.7 + 0.3 * look.girth)
    bare = look.top == "dress" and "sleeveless" in look.notes
    cloth = look.skin if bare else shade(look.cloth, gain)
    _hand(sheet, look, chain, gain)
    widths = (0.042 * bulk, 0.037 * bulk, 0.029 * bulk)
    sleeve = limb(chain, widths)
    if side == "near":
        sleeve = _raglan(pose, sleeve, bulk)
    sheet.cut(FLAT, sleeve, cloth, shadow=0.34 if side == "near" else 0.2, edge=0.16,
              name=f"{side} arm")
    return Place(x=chain[2][0], y=chain[2][1]).child(0.012, 0.02)


def _raglan(pose: Pose, sleeve: list[Point], bulk: float) -> list[Point]:
    """Return the sleeve drawn up to the collar along the shoulder, so that no cap stands out."""
    h = pose.half
    top = [pose.torso.at(-h * 0.93 - 0.012 * bulk, 0.032), pose.torso.at(-h * 0.74, 0.006),
           pose.torso.at(-h * 0.4, -0.002), pose.torso.at(-h * 0.46, 0.05)]
    return [*top, *sleeve[2:-1]]


def _hand(sheet: Sheet, look: Look, chain: Chain, gain: float) -> None:
    (ex, ey), (wx, wy) = chain[1], chain[2]
    palm = Place().child(wx, wy, math.atan2(wy - ey, wx - ex))
    k = 0.86 if look.age == "child" else 1.0
    mitten = [(-0.012, -0.019), (0.016, -0.022), (0.03, -0.032), (0.04, -0.026), (0.036, -0.014),
              (0.056, -0.008), (0.058, 0.008), (0.04, 0.019), (0.01, 0.021),
              (-0.012, 0.018)]
    sheet.cut(palm, [(px * k, py * k) for px, py in mitten], shade(look.gloves or look.skin,
        0.9 + 0.08 * gain),
              shadow=0.3, name="hand")
