"""Hats, hoods, scarves of the head and glasses of a person. Knows nothing of hair or bodies."""

from __future__ import annotations

import math

from tools.theatre.cast.colour import from_hex, shade
from tools.theatre.cast.face import EYE, WIDTH, edge_at, spot, turned
from tools.theatre.cast.figure import Point
from tools.theatre.cast.look import Look
from tools.theatre.cast.shape import Place, Sheet, brushed, ring

# Outlines are read as rows of points.
# fmt: off

COVERING = ("hood", "hijab", "headscarf", "helmet", "souwester")  # hats that hide the ears
GOLD = from_hex("#caa03c")
_HOOD_FRONT = [(0.5, 1.0), (0.92, 0.6), (1.0, -0.2), (0.75, -0.95), (0.25, -1.26), (-0.25, -1.26),
               (-0.75, -0.95), (-1.0, -0.2), (-0.92, 0.6), (-0.5, 1.0)]
_HOOD_QUARTER = [(0.6, 0.9), (0.84, 0.5), (0.9, -0.3), (0.7, -0.98), (0.2, -1.26), (-0.4, -1.24),
                 (-0.92, -0.9), (-1.06, -0.2), (-0.96, 0.7), (-0.5, 1.06)]
_HOOD_PROFILE = [(0.4, 0.85), (0.62, 0.5), (0.7, -0.3), (0.6, -0.98), (0.15, -1.26), (-0.45, -1.24),
                 (-0.98, -0.9), (-1.12, -0.2), (-1.0, 0.7), (-0.5, 1.08)]


def draw_hat(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut a hat on top of everything."""
    drawn = {"knit": _knit, "flat": _flat, "peaked": _peaked, "brim": _brim, "tophat": _brim,
             "souwester": _souwester, "beret": _beret, "helmet": _helmet, "hood": _hood,
             "hijab": _hood, "headscarf": _hood, "crown": _crown}.get(look.hat)
    if drawn is not None:
        drawn(sheet, look, head, yaw)


def draw_behind(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut what hangs behind the head, before it: a sou'wester's flap, a scarf's ends."""
    b = -0.2 * math.sin(yaw)
    if look.hat == "souwester":
        sheet.cut(head, [(-0.9 + b, -0.4), (0.6 + b, -0.4), (0.7 + b, 0.5), (0.0 + b, 0.66),
                         (-1.1 + b, 0.6)], shade(look.hat_cloth, 0.72), edge=0.3, name="hat brim")
    elif look.hat in ("hijab", "headscarf"):
        sheet.cut(head, [(-0.85 + b, 0.0), (0.7 + b, 0.2), (0.6 + b, 1.15), (-0.4 + b, 1.3),
                         (-1.0 + b, 1.0)], shade(look.hat_cloth, 0.78), edge=0.3, name="hood")


def _domed(
    sheet: Sheet, look: Look, head: Place, yaw: float, high: float = 1.27
) -> None:
    b = -0.06 * math.sin(yaw)
    dome = [(-0.84 + b, -0.42), (-0.82 + b, -0.86), (-0.4 + b, -high), (0.24 + b, -high - 0.01),
            (0.66, -0.94), (0.76, -0.5), (0.3, -0.46), (-0.3, -0.42)]
    sheet.cut(head, dome, look.hat_cloth, edge=0.36, form=0.26, shadow=0.5, name="hat")


def _knit(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    cloth, b = look.hat_cloth, -0.06 * math.sin(yaw)
    _domed(sheet, look, head, yaw)
    ribs = [brushed([(b + a * 0.4, -1.22), (b + a * 0.95, -0.9), (b + a, -0.56)], 0.02, ends=0.6)
            for a in (-0.7, -0.42, -0.14, 0.14, 0.42, 0.64)]
    sheet.glaze(head, ribs, (0.74, 0.74, 0.78), 0.003, "ribs")
    band = [(-0.9 + b, -0.36), (-0.88 + b, -0.64), (-0.1, -0.76), (0.78, -0.7), (0.82, -0.46),
            (0.14, -0.5), (-0.4, -0.42)]
    sheet.cut(head, band, shade(cloth, 0.86), edge=0.36, form=0.2, name="hat band")
    grooves = [brushed([(b + a, -0.72), (b + a * 1.02, -0.42)], 0.016, ends=0.8)
               for a in (-0.74, -0.5, -0.25, 0.0, 0.25, 0.5, 0.7)]
    sheet.glaze(head, grooves, (0.72, 0.72, 0.76), 0.002, "ribs")


def _visor(sheet: Sheet, head: Place, yaw: float, tone: tuple[float, float, float]) -> None:
    tip = 0.4 + 0.72 * math.sin(yaw + 0.3)
    if yaw < 0.2:
        tip = 0.62
        visor = [(-0.6, -0.6), (0.0, -0.68), (0.6, -0.6), (0.5, -0.44), (0.0, -0.38), (-0.5, -0.44)]
    else:
        visor = [(tip - 0.66, -0.64), (tip, -0.66), (tip + 0.34, -0.47), (tip, -0.43),
                 (tip - 0.6, -0.47)]
    sheet.cut(head, visor, tone, edge=0.4, shadow=0.5, name="hat brim")


def _flat(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    b = -0.06 * math.sin(yaw)
    sheet.cut(head, [(-0.86 + b, -0.46), (-0.9 + b, -0.86), (-0.3, -1.18), (0.4, -1.12),
                     (0.86, -0.76), (0.76, -0.5), (0.1, -0.52)], look.hat_cloth, edge=0.36,
              form=0.26, shadow=0.5, name="hat")
    _visor(sheet, head, yaw, shade(look.hat_cloth, 0.78))


def _peaked(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    b = -0.06 * math.sin(yaw)
    top = [(-0.8 + b, -0.7), (-1.04 + b, -1.02), (-0.4, -1.28), (0.4, -1.3), (0.98, -1.04),
           (0.78, -0.72)]
    sheet.cut(head, top, look.hat_cloth, edge=0.36, form=0.26, shadow=0.5, name="hat")
    band = [(-0.84 + b, -0.44), (-0.82 + b, -0.76), (0.0, -0.82), (0.76, -0.76), (0.78, -0.5),
            (0.0, -0.54)]
    sheet.cut(head, band, shade(look.hat_cloth, 0.62), edge=0.3, form=0.2, name="hat band")
    x, w = spot(0.0, yaw)
    sheet.inks(head, [ring(min(x, 0.66), -0.82, 0.09 * max(0.5, w), 0.1, 6)], GOLD, "badge",
               within=False)
    _visor(sheet, head, yaw, (40.0, 36.0, 36.0))


def _brim(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    cloth, b = look.hat_cloth, -0.06 * math.sin(yaw)
    if look.hat == "tophat":
        crown = [(-0.64 + b, -0.56), (-0.66 + b, -1.2), (-0.74 + b, -1.86), (0.0, -1.9),
                 (0.74, -1.86), (0.64, -1.2), (0.62, -0.56)]
    else:
        crown = [(-0.68 + b, -0.56), (-0.62 + b, -1.1), (-0.24, -1.36), (0.02, -1.3), (0.3, -1.36),
                 (0.6, -1.06), (0.66, -0.56)]
    sheet.cut(head, crown, cloth, edge=0.36, form=0.28, shadow=0.5, name="hat")
    ribbon = [(-0.8 + b, -0.84), (0.8, -0.86), (0.8, -0.62), (-0.8 + b, -0.6)]
    sheet.inks(head, [ribbon], shade(cloth, 0.5), "ribbon", smooth=False)
    k = 0.82 if look.hat == "tophat" else 1.0
    sheet.cut(head, [((-1.26 + b) * k, -0.4), (-0.9 * k + b, -0.64), (0.0, -0.72),
                     (0.86 * k, -0.66), (1.2 * k, -0.48), (0.8 * k, -0.5), (0.0, -0.54),
                     (-0.8 * k, -0.46)], shade(cloth, 0.88), edge=0.42, shadow=0.55,
              name="hat brim")


def _souwester(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    cloth, b = look.hat_cloth, -0.06 * math.sin(yaw)
    _domed(sheet, look, head, yaw, 1.3)
    seams = [brushed([(b, -1.28), (a * 0.8 + b, -0.95), (a, -0.5)], 0.014)
             for a in (-0.5, 0.0, 0.5)]
    sheet.glaze(head, seams, (0.7, 0.7, 0.74), 0.002, "seam")
    brim = [(-1.24 + b, 0.02), (-1.0 + b, -0.46), (-0.3, -0.66), (0.4, -0.68), (0.92, -0.56),
            (1.04, -0.42), (0.6, -0.46), (0.0, -0.48), (-0.6, -0.36), (-0.9 + b, -0.1)]
    sheet.cut(head, brim, shade(cloth, 0.92), edge=0.42, form=0.16, shadow=0.55, name="hat brim")


def _beret(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    b = -0.1 * math.sin(yaw)
    shape = [(-0.8 + b, -0.5), (-1.12 + b, -0.72), (-1.0 + b, -1.08), (-0.3 + b, -1.3),
             (0.44, -1.18), (0.78, -0.84), (0.72, -0.56), (0.1, -0.62)]
    sheet.cut(head, shape, look.hat_cloth, edge=0.36, form=0.3, shadow=0.5, name="hat")
    rim = [brushed([(-0.84 + b, -0.5), (0.0, -0.66), (0.72, -0.58)], 0.035, ends=0.7)]
    sheet.glaze(head, rim, (0.6, 0.6, 0.64), 0.004, "seam")
    stalk = [(-0.2 + b, -1.27), (-0.16 + b, -1.4), (-0.1 + b, -1.39), (-0.1 + b, -1.26)]
    sheet.cut(head, stalk, look.hat_cloth, edge=0.2, name="stalk")


def _helmet(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    b = -0.08 * math.sin(yaw)
    dome = [(-0.92 + b, 0.1), (-0.95 + b, -0.6), (-0.5 + b, -1.26), (0.2 + b, -1.32),
            (0.72, -1.0), (0.86, -0.5), (0.3, -0.52), (-0.42 + b, -0.46), (-0.56 + b, 0.06)]
    sheet.cut(head, dome, look.hat_cloth, edge=0.5, form=0.36, shadow=0.55, name="hat")
    ridge = [brushed([(-0.1 + b, -1.28), (0.3, -1.1), (0.52, -0.6)], 0.04, ends=0.5)]
    sheet.inks(head, ridge, shade(look.hat_cloth, 1.25), "ridge")
    rim = [(-0.6 + b, -0.46), (0.2, -0.6), (0.86, -0.58), (0.9, -0.46), (0.2, -0.48),
           (-0.56 + b, -0.34)]
    sheet.cut(head, rim, shade(look.hat_cloth, 0.8), edge=0.45, shadow=0.5, name="hat band")


def _crown(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    b = -0.06 * math.sin(yaw)
    tops = [(-0.66 + b, -0.72), (-0.72 + b, -1.24), (-0.44 + b, -1.02), (-0.2 + b, -1.38),
            (0.06, -1.06), (0.34, -1.36), (0.52, -1.0), (0.74, -1.2), (0.66, -0.7), (0.0, -0.84)]
    sheet.cut(head, tops, look.hat_cloth, smooth=False, edge=0.5, form=0.3, name="hat")
    gems = [ring(x + b, -0.92, 0.06) for x in (-0.36, 0.04, 0.42)]
    sheet.inks(head, gems, from_hex("#b5353b"), "jewel")


def _hood(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut a hood, or a scarf that lies close round the face."""
    close = look.hat != "hood"
    k = 0.9 if close else 1.0

    def s(degrees: float) -> float:
        return spot(math.radians(degrees), yaw)[0]

    outer = [(x * k, y * k if y < 0 else y * (0.98 if close else 1.0))
             for x, y in turned(_HOOD_FRONT, _HOOD_QUARTER, _HOOD_PROFILE, yaw)]
    chin = 0.84 if look.hat == "hijab" else 0.8
    inner: list[Point] = [(s(-40), chin), (s(-66), 0.2), (s(-62), -0.4), (s(-20), -0.72),
                          (s(20), -0.72), (min(s(62), WIDTH * 0.96), -0.4),
                          (min(s(66), WIDTH * 0.95), 0.2), (min(s(40), 0.66), chin)]
    if yaw > 0.8:  # from the side only the near half is seen, up to the face
        outer, inner = outer[3:], inner[:4]
    sheet.cut(head, outer + inner, look.hat_cloth, edge=0.38, form=0.24, shadow=0.55, name="hood")
    folds = [brushed([(s(-86), -0.75 + d), (s(-84) - 0.06, 0.0 + d), (s(-62) - 0.04, 0.62 + d)],
                     0.024) for d in (0.0, 0.16)]
    sheet.glaze(head, folds, (0.7, 0.7, 0.74), 0.006, "fold")
    if look.hat == "hijab":
        wrap = [(s(-70), 0.6), (s(-10), 0.86), (min(s(60), 0.66), 0.66), (0.62, 1.1), (0.1, 1.34),
                (-0.62, 1.24)]
        sheet.cut(head, wrap, shade(look.hat_cloth, 0.95), edge=0.36, form=0.2, shadow=0.4,
                  name="hood")
        lines = [brushed([(-0.5, 0.86 + d), (0.0, 1.02 + d), (0.56, 0.84 + d)], 0.022)
                 for d in (0.0, 0.14)]
        sheet.glaze(head, lines, (0.7, 0.7, 0.74), 0.005, "fold")
    elif look.hat == "headscarf":
        knot = [(s(10) - 0.16, 0.84), (s(10) + 0.14, 0.84), (s(10) + 0.2, 1.14), (s(10), 0.98),
                (s(10) - 0.22, 1.14)]
        sheet.cut(head, knot, shade(look.hat_cloth, 0.9), edge=0.36, name="hood")


def draw_hat_behind(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut a hat seen from behind."""
    if look.hat in ("hood", "hijab", "headscarf"):
        turn = min(1.0, yaw / 0.6)
        k = 1.0 if look.hat == "hood" else 0.92
        shape = [(x * k - 0.12 * turn, y * k if y < 0 else y) for x, y in _HOOD_FRONT]
        sheet.cut(head, shape, look.hat_cloth, edge=0.38, form=0.26, name="hood")
        folds = [brushed([(x, -0.7), (x * 1.1, 0.1), (x * 0.8, 0.86)], 0.024)
                 for x in (-0.5, -0.16, 0.2)]
        sheet.glaze(head, folds, (0.72, 0.72, 0.76), 0.006, "fold")
    elif look.hat in ("flat", "peaked"):
        _domed(sheet, look, head, 0.0, 1.2)
        seams = [brushed([(0.02, -1.18), (x * 0.7, -0.9), (x, -0.46)], 0.022, ends=0.6)
                 for x in (-0.56, -0.2, 0.2, 0.54)]
        sheet.glaze(head, seams, (0.66, 0.66, 0.7), 0.004, "seam")
    else:
        draw_hat(sheet, look, head, 0.0)


def draw_glasses(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut round glasses: two rims with a glint of glass, a bridge and a temple."""
    if not look.glasses:
        return
    frame, rims, shine = from_hex("#2f2a2a"), [], []
    for side in (1.0, -1.0):
        x, w = spot(side * EYE, yaw)
        if w < 0.2:
            continue
        k = 0.32 + 0.68 * w
        x = min(x, edge_at(yaw, -0.12) - 0.2 * k)
        rims += [ring(x + 0.02, -0.11, 0.275 * k, 0.25, 10), ring(x + 0.02, -0.11, 0.24 * k, 0.215,
            10)]
        shine.append(brushed([(x - 0.1 * k, -0.02), (x - 0.01 * k, -0.16), (x + 0.05 * k, -0.25)],
                             0.02))
    x, _ = spot(0.0, yaw)
    ear = spot(-1.35, yaw)[0]
    sheet.glaze(head, shine, (1.3, 1.28, 1.22), 0.002, "glass", within=False)
    sheet.inks(head, rims, frame, "glasses", within=False)
    bars = [[(x - 0.07, -0.16), (x + 0.09, -0.16), (x + 0.09, -0.125), (x - 0.07, -0.125)]]
    if yaw > 0.25:
        near = spot(-EYE, yaw)
        left = near[0] + 0.02 - 0.26 * (0.32 + 0.68 * near[1])
        bars.append([(ear, -0.17), (left, -0.14), (left, -0.105), (ear, -0.13)])
    sheet.inks(head, bars, frame, "glasses", within=False, smooth=False)
