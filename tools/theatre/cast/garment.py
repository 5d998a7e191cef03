"""What is worn in front: openings, collars, lapels, buttons, pockets, ties. Knows no faces."""

from __future__ import annotations

from functools import partial

from tools.theatre.cast import overwear
from tools.theatre.cast.body import around, belly_of, draw_neck, turned, width_of
from tools.theatre.cast.colour import shade
from tools.theatre.cast.figure import Colour
from tools.theatre.cast.look import Look
from tools.theatre.cast.shape import Sheet, brushed, ring
from tools.theatre.cast.skeleton import Pose

# Outlines are read as rows of points.
# fmt: off

SEAM = (0.62, 0.62, 0.66)  # gains along a seam
LAPELS = {"coat": 0.125, "suit": 0.165, "jacket": 0.12, "robe": 0.2}
BRASS: Colour = (70.0, 150.0, 200.0)
Triple = tuple[float, float, float]


def draw_front(sheet: Sheet, look: Look, pose: Pose) -> None:
    """Cut everything that lies on the torso, and the neck; from behind, only what goes round."""
    if not pose.away:
        _opening(sheet, look, pose)
    draw_neck(sheet, look, pose)
    if pose.away:
        _behind(sheet, look, pose)
    else:
        _shirt_collar(sheet, look, pose)
        _closing(sheet, look, pose)
        _collar(sheet, look, pose)
    overwear.draw_overwear(sheet, look, pose)


def _opening(sheet: Sheet, look: Look, pose: Pose) -> None:
    """Cut the shirt that shows in the garment's opening, and the tie on it."""
    t, x, n = pose.torso, partial(turned, pose), partial(around, pose)
    low = LAPELS.get(look.top, {"cardigan": 0.16, "vest": 0.13}.get(look.top, 0.0))
    if low:
        v = [(n(-0.046), -0.016), (n(0.046), -0.016), (x(0.045), 0.035), (x(0.004), low),
             (x(-0.045), 0.035)]
        sheet.cut(t, v, look.shirt, shadow=0.2, edge=0.2, name="shirt")


def _shirt_collar(sheet: Sheet, look: Look, pose: Pose) -> None:
    """Cut the collar of the shirt under the garment, and the tie."""
    t, x = pose.torso, partial(turned, pose)
    if look.tie is not None:
        low = LAPELS.get(look.top, 0.22)
        knot = [(x(-0.012), 0.012), (x(0.012), 0.012), (x(0.008), 0.034), (x(-0.008), 0.034)]
        blade = [(x(-0.006), 0.03), (x(0.006), 0.03), (x(0.016), 0.1), (x(0.002), low + 0.02),
                 (x(-0.014), 0.1)]
        sheet.cut(t, blade, look.tie, smooth=False, shadow=0.3, edge=0.3, name="tie")
        sheet.cut(t, knot, shade(look.tie, 1.12), shadow=0.3, edge=0.3, name="tie")
    if look.top in ("suit", "vest") or (look.tie is not None and look.top in LAPELS):
        _wings(sheet, look, pose, look.shirt)


def _wings(sheet: Sheet, look: Look, pose: Pose, tone: Colour) -> None:
    """Cut both points of a collar, lying down from the neck."""
    x, n = partial(turned, pose), partial(around, pose)
    for side, gain in ((1.0, 1.0), (-1.0, 1.06)):
        wing = [(x(side * 0.004), 0.016), (n(side * 0.034), -0.016), (n(side * 0.044), -0.008),
                (x(side * 0.05), 0.026), (x(side * 0.03), 0.05)]
        sheet.cut(pose.torso, wing, shade(tone, gain), smooth=False, shadow=0.36, edge=0.36,
                  name="collar")


def _buttons(
    sheet: Sheet, pose: Pose, xs: tuple[float, ...], ys: tuple[float, ...], size: float,
    tone: Colour,
) -> None:
    x = partial(turned, pose)
    dots = [ring(x(at), y, size, n=6) for at in xs for y in ys]
    lower = [ring(x(at), y + size * 0.5, size * 1.15, n=6) for at in xs for y in ys]
    sheet.glaze(pose.torso, lower, (0.6, 0.6, 0.64), 0.002, "button shade", within=False)
    sheet.inks(pose.torso, dots, tone, "button", within=False)


def _seam(sheet: Sheet, pose: Pose, x0: float, top: float, low: float) -> None:
    x = partial(turned, pose)
    line = brushed([(x(x0), top), (x(x0), (top + low) / 2), (x(x0), low)], 0.0034, ends=1.0)
    sheet.glaze(pose.torso, [line], SEAM, 0.001, "seam", within=False)


def _pockets(sheet: Sheet, look: Look, pose: Pose, y: float) -> None:
    w, t = width_of(look, pose), pose.torso
    for side in (-0.56, 0.56):
        m = turned(pose, 0.0) * 0.5 + side * w
        flap = [(m - 0.026, y), (m + 0.026, y), (m + 0.027, y + 0.02), (m - 0.025, y + 0.022)]
        sheet.cut(t, flap, shade(look.cloth, 0.94), smooth=False, shadow=0.32, edge=0.34,
                  name="pocket")


# top: seam (x, from, to), columns and rows of buttons, their size, pockets' height
_CLOSED: dict[str, tuple[Triple, tuple[float, ...], tuple[float, ...], float, float]] = {
    "coat": ((0.004, 0.125, 0.31), (0.018,), (0.15, 0.185, 0.255), 0.007, 0.262),
    "raincoat": ((0.0, 0.02, 0.31), (0.016,), (0.05, 0.11, 0.17, 0.23), 0.008, 0.25),
    "suit": ((0.004, 0.165, 0.35), (0.014,), (0.185, 0.23), 0.006, 0.255),
    "jacket": ((0.004, 0.12, 0.35), (0.014,), (0.14, 0.185, 0.23), 0.006, 0.255),
    "cardigan": ((0.0, 0.16, 0.37), (0.0,), (0.18, 0.225, 0.27, 0.315), 0.0065, 0.0),
    "uniform": ((0.0, 0.02, 0.36), (-0.03, 0.03), (0.06, 0.105, 0.15, 0.25), 0.006, 0.0),
    "shirt": ((0.0, 0.03, 0.31), (0.008,), (0.075, 0.125, 0.175, 0.225), 0.0048, 0.0),
    "dungarees": ((0.0, 0.03, 0.31), (0.008,), (0.055,), 0.0048, 0.0),
    "vest": ((0.0, 0.13, 0.31), (0.01,), (0.15, 0.19, 0.23, 0.27), 0.0052, 0.0),
    "dress": ((0.0, 0.05, 0.17), (0.0,), (0.06, 0.1, 0.14), 0.005, 0.0),
}
BELTED = ("coat", "dress", "uniform", "robe")


def _closing(sheet: Sheet, look: Look, pose: Pose) -> None:
    """Cut the seam, buttons and pockets of each kind of garment, and its belt."""
    if look.top in _CLOSED:
        seam, columns, rows, size, pockets = _CLOSED[look.top]
        tone = {"uniform": BRASS, "cardigan": look.trim, "dress": look.trim}.get(
            look.top, shade(look.cloth, 0.5))
        _seam(sheet, pose, *seam)
        _buttons(sheet, pose, columns, rows, size, tone)
        if pockets:
            _pockets(sheet, look, pose, pockets)
    elif look.top == "hoodie":
        x = partial(turned, pose)
        pocket = [(x(-0.055), 0.205), (x(0.055), 0.205), (x(0.08), 0.285), (x(-0.08), 0.285)]
        sheet.cut(pose.torso, pocket, shade(look.cloth, 0.95), smooth=False, shadow=0.34,
                  edge=0.32, name="pocket")
    if look.top in BELTED or look.belt:
        _belt(sheet, look, pose)


def _belt(sheet: Sheet, look: Look, pose: Pose) -> None:
    w, y = width_of(look, pose), 0.205
    belly = belly_of(look) + 0.02
    band = [(-w * belly, y), (w * belly * 0.97, y), (w * belly * 0.98, y + 0.024),
            (-w * belly * 1.01, y + 0.024)]
    tone = look.belt or look.trim
    sheet.cut(pose.torso, band, tone, smooth=False, shadow=0.34, edge=0.34, form=0.25, name="belt")
    if look.belt is not None and not pose.away:
        x = turned(pose, 0.0)
        buckle = [(x - 0.014, y - 0.003), (x + 0.014, y - 0.003), (x + 0.014, y + 0.027),
                  (x - 0.014, y + 0.027)]
        sheet.cut(pose.torso, buckle, BRASS, smooth=False, shadow=0.3, edge=0.5, name="buckle")


def _behind(sheet: Sheet, look: Look, pose: Pose) -> None:
    """Cut what shows on the back: collar, hood, belt."""
    n = partial(around, pose)
    if look.top in BELTED or look.belt:
        _belt(sheet, look, pose)
    deep = {"hoodie": 0.1, "raincoat": 0.1, "coat": 0.03}.get(look.top, 0.018)
    roll = [(n(-0.05), -0.03), (n(0.05), -0.03), (n(0.074), 0.0), (n(0.03), deep),
            (n(-0.03), deep), (n(-0.074), 0.0)]
    sheet.cut(pose.torso, roll, shade(look.cloth, 0.96), shadow=0.34, edge=0.34, name="collar")


def _collar(sheet: Sheet, look: Look, pose: Pose) -> None:
    if look.top in LAPELS:
        _lapels(sheet, look, pose, LAPELS[look.top])
        return
    t, x, n = pose.torso, partial(turned, pose), partial(around, pose)
    match look.top:
        case "shirt" | "uniform" | "dungarees":
            _wings(sheet, look, pose, shade(look.cloth, 1.05))
        case "hoodie" | "raincoat":
            roll = [(n(-0.056), -0.036), (n(0.056), -0.036), (n(0.078), 0.006), (x(0.012), 0.05),
                    (n(-0.08), 0.008)]
            sheet.cut(t, roll, shade(look.cloth, 0.93), shadow=0.36, edge=0.36, form=0.2,
                      name="collar")
            if look.top == "raincoat":
                return
            cords = [brushed([(x(s * 0.022), 0.03), (x(s * 0.026), 0.07), (x(s * 0.024), 0.105)],
                             0.0034, ends=0.8) for s in (-1.0, 1.0)]
            sheet.inks(t, cords, shade(look.shirt, 0.95), "cord", within=False)
        case "sweater":
            roll = [(n(-0.046), -0.034), (n(0.046), -0.034), (n(0.054), 0.004), (n(0.004), 0.022),
                    (n(-0.054), 0.004)]
            sheet.cut(t, roll, shade(look.cloth, 0.9), shadow=0.34, edge=0.34, form=0.2,
                      name="collar")
            ribs = [brushed([(n(a), -0.024), (n(a * 1.1), 0.01)], 0.002, ends=1.0)
                    for a in (-0.03, -0.015, 0.0, 0.015, 0.03)]
            sheet.glaze(t, ribs, (0.8, 0.8, 0.82), 0.001, "ribs")
        case "dress":
            for side in (1.0, -1.0):
                petal = [(x(side * 0.004), 0.03), (x(side * 0.03), -0.02), (x(side * 0.06), 0.004),
                         (x(side * 0.052), 0.04), (x(side * 0.024), 0.05)]
                sheet.cut(t, petal, look.shirt, shadow=0.34, edge=0.34, name="collar")
        case _:
            pass


def _lapels(sheet: Sheet, look: Look, pose: Pose, low: float) -> None:
    """Cut both lapels with their notch: the near one over the far one, their edges lit."""
    t, x, n = pose.torso, partial(turned, pose), partial(around, pose)
    for side, gain in ((1.0, 1.0), (-1.0, 1.08)):
        tip = 0.004 - 0.004 * side
        lapel = [(n(side * 0.044), -0.034), (n(side * 0.032), -0.02), (x(side * 0.032), 0.03),
                 (x(tip), low), (x(side * 0.028), low - 0.02), (x(side * 0.078), 0.056),
                 (n(side * 0.068), 0.002)]
        sheet.cut(t, lapel, shade(look.trim, gain), shadow=0.42, edge=0.42, form=0.1, name="lapel")
