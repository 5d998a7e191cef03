"""Hats, hoods and glasses of a person. Knows nothing of hair or bodies."""

from __future__ import annotations

import math

from tools.theatre.cast.colour import from_hex, shade
from tools.theatre.cast.face import EYE, WIDTH, edge_at, spot, turned
from tools.theatre.cast.look import Look
from tools.theatre.cast.shape import Place, Sheet, ring

# Outlines are read as rows of points.
# fmt: off

_HOOD_FRONT = [(0.5, 1.0), (0.92, 0.6), (1.0, -0.2), (0.75, -0.95), (0.25, -1.26), (-0.25, -1.26),
               (-0.75, -0.95), (-1.0, -0.2), (-0.92, 0.6), (-0.5, 1.0)]
_HOOD_QUARTER = [(0.6, 0.9), (0.84, 0.5), (0.9, -0.3), (0.7, -0.98), (0.2, -1.26), (-0.4, -1.24),
                 (-0.92, -0.9), (-1.06, -0.2), (-0.96, 0.7), (-0.5, 1.06)]
_HOOD_PROFILE = [(0.4, 0.85), (0.62, 0.5), (0.7, -0.3), (0.6, -0.98), (0.15, -1.26), (-0.45, -1.24),
                 (-0.98, -0.9), (-1.12, -0.2), (-1.0, 0.7), (-0.5, 1.08)]


def draw_hat(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut a hat on top of everything."""
    drawn = {"knit": _knit, "flat": _flat, "brim": _brim, "hood": _hood,
             "crown": _crown}.get(look.hat)
    if drawn is not None:
        drawn(sheet, look, head, yaw)


def _knit(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    cloth, b = look.hat_cloth, -0.06 * math.sin(yaw)
    dome = [(-0.84 + b, -0.42), (-0.82 + b, -0.86), (-0.4 + b, -1.26), (0.24 + b, -1.28),
            (0.66, -0.94), (0.76, -0.5), (0.3, -0.46), (-0.3, -0.42)]
    sheet.cut(head, dome, cloth, edge=0.26, name="hat")
    band = [(-0.9 + b, -0.36), (-0.88 + b, -0.64), (-0.1, -0.76), (0.78, -0.7),
            (0.82, -0.46), (0.14, -0.5), (-0.4, -0.42)]
    sheet.cut(head, band, shade(cloth, 0.84), name="hat band")


def _flat(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    cloth, b = look.hat_cloth, -0.06 * math.sin(yaw)
    sheet.cut(head, [(-0.86 + b, -0.46), (-0.88 + b, -0.86), (-0.3, -1.16), (0.4, -1.1),
                     (0.84, -0.76), (0.76, -0.5), (0.1, -0.52)], cloth, name="hat")
    brim = 0.4 + 0.72 * math.sin(yaw + 0.3)
    sheet.cut(head, [(brim - 0.6, -0.62), (brim, -0.64), (brim + 0.34, -0.46), (brim, -0.44),
                     (brim - 0.6, -0.48)], shade(cloth, 0.75), name="hat brim")


def _brim(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    cloth, b = look.hat_cloth, -0.06 * math.sin(yaw)
    sheet.cut(head, [(-0.68 + b, -0.56), (-0.62 + b, -1.1), (-0.24, -1.36), (0.3, -1.36),
                     (0.6, -1.06), (0.66, -0.56)], cloth, name="hat")
    sheet.cut(head, [(-1.26 + b, -0.4), (-0.9 + b, -0.64), (0.0, -0.72), (0.86, -0.66),
                     (1.2, -0.48), (0.8, -0.5), (0.0, -0.54), (-0.8, -0.46)],
              shade(cloth, 0.84), name="hat brim")


def _crown(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    b = -0.06 * math.sin(yaw)
    tops = [(-0.66 + b, -0.72), (-0.72 + b, -1.24), (-0.44 + b, -1.02), (-0.2 + b, -1.38),
            (0.06, -1.06),
            (0.34, -1.36), (0.52, -1.0), (0.74, -1.2), (0.66, -0.7), (0.0, -0.84)]
    sheet.cut(head, tops, look.hat_cloth, smooth=False, edge=0.3, name="hat")
    for x in (-0.36, 0.04, 0.42):
        sheet.ink(head, ring(x + b, -0.92, 0.06), from_hex("#b5353b"), "jewel")


def _hood(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:

    def s(degrees: float) -> float:
        return spot(math.radians(degrees), yaw)[0]

    outer = turned(_HOOD_FRONT, _HOOD_QUARTER, _HOOD_PROFILE, yaw)
    inner = [(s(-40), 0.8), (s(-66), 0.2), (s(-62), -0.4), (s(-20), -0.72), (s(20), -0.72),
             (min(s(62), WIDTH * 0.96), -0.4), (min(s(66), WIDTH * 0.95), 0.2),
             (min(s(40), 0.66), 0.8)]
    sheet.cut(head, outer + inner, look.hat_cloth, edge=0.24, name="hood")


def draw_hat_behind(sheet: Sheet, look: Look, head: Place) -> None:
    """Cut a hat seen from behind."""
    if look.hat == "hood":
        sheet.cut(head, _HOOD_FRONT, look.hat_cloth, edge=0.24, name="hood")
    else:
        draw_hat(sheet, look, head, 0.0)


def draw_glasses(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut round glasses: two rims and a bridge."""
    if not look.glasses:
        return
    frame = from_hex("#2f2a2a")
    for side in (1.0, -1.0):
        x, w = spot(side * EYE, yaw)
        if w < 0.2:
            continue
        k = 0.35 + 0.65 * w
        x = min(x, edge_at(yaw, -0.12) - 0.22 * k)
        outer, inner = ring(x + 0.02, -0.12, 0.27 * k, 0.25, 10), ring(x + 0.02, -0.12, 0.235 * k,
            0.215, 10)
        sheet.ink(head, [*outer, outer[0], inner[0], *reversed(inner)], frame, "glasses")
    x, _ = spot(0.0, yaw)
    sheet.ink(head, [(x - 0.06, -0.17), (x + 0.09, -0.17), (x + 0.09, -0.135),
                     (x - 0.06, -0.135)], frame, "glasses")
