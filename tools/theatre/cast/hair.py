"""Hair and beards of a person. Knows nothing of bodies."""

from __future__ import annotations

import itertools
import math

from tools.theatre.cast.colour import blend, shade
from tools.theatre.cast.face import edge_at, spot, turned
from tools.theatre.cast.figure import Point
from tools.theatre.cast.look import Look
from tools.theatre.cast.shape import Place, Sheet, ring

# Outlines are read as rows of points.
# fmt: off

COVERING = ("bob", "long", "wavy", "afro", "curly")  # styles that hide the ears
_GROW = {"curly": 0.05, "messy": 0.05, "afro": 0.05, "crop": -0.03}
# hairline: longitude (degrees), height; from the near ear over the brow to the far ear
_HAIRLINE = ((-98.0, 0.02), (-84.0, 0.0), (-70.0, -0.3), (-48.0, -0.55), (-15.0, -0.66),
             (20.0, -0.63),
             (50.0, -0.52), (70.0, -0.3), (84.0, 0.0), (98.0, 0.02))
_CAP_FRONT = [(0.80, 0.04), (0.84, -0.36), (0.68, -0.84), (0.26, -1.14), (-0.26, -1.14),
              (-0.68, -0.84),
              (-0.84, -0.36), (-0.80, 0.04)]
_CAP_QUARTER = [(0.745, -0.44), (0.75, -0.55), (0.62, -0.88), (0.22, -1.16), (-0.34, -1.14),
                (-0.80, -0.78),
                (-0.93, -0.26), (-0.82, 0.14)]
_CAP_PROFILE = [(0.70, -0.40), (0.70, -0.52), (0.58, -0.88), (0.18, -1.16), (-0.42, -1.14),
                (-0.88, -0.76),
                (-1.0, -0.22), (-0.84, 0.22)]


def _cap(yaw: float, grow: float = 0.0) -> list[Point]:
    outline = turned(_CAP_FRONT, _CAP_QUARTER, _CAP_PROFILE, yaw)
    return [(x * (1 + grow), y * (1 + grow) if y < 0 else y) for x, y in outline]


def draw_back(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut the hair that hangs behind the head, before the head itself."""
    style, tone = look.hair_style, shade(look.hair, 0.84)
    b = -0.3 * math.sin(yaw)
    if style in ("long", "wavy"):
        low = 1.5 if style == "long" else 1.25
        points = [(-0.6 + b, -0.8), (0.55 + b, -0.8), (0.78 + b * 1.6, 0.0),
                  (0.72 + b * 1.8, low - 0.3), (0.4 + b, low), (-0.5 + b, low),
                  (-0.84 + b, low - 0.25), (-0.88 + b, 0.1)]
        sheet.cut(head, points, tone, name="back hair")
    elif style == "bob":
        points = [(-0.6 + b, -0.8), (0.6 + b, -0.8), (0.82 + b * 1.4, 0.1),
                  (0.74 + b * 1.6, 0.66), (0.0 + b, 0.74), (-0.78 + b, 0.72), (-0.92 + b, 0.1)]
        sheet.cut(head, points, tone, name="back hair")
    elif style == "bun":
        sheet.cut(head, ring(-0.95 * math.sin(yaw + 0.25), -0.72 - 0.42 * math.cos(yaw), 0.34),
                  tone, name="bun")
    elif style == "ponytail":
        x = -0.9 * math.sin(yaw + 0.2)
        sheet.cut(head, [(x + 0.1, -0.75), (x - 0.25, -0.72), (x - 0.5, -0.2), (x - 0.42, 0.5),
                         (x - 0.18, 0.8), (x - 0.1, 0.2), (x + 0.15, -0.3)],
                  tone, name="ponytail")
    elif style == "braid":
        x = -0.8 * math.sin(yaw + 0.35)
        for k in range(4):
            sheet.cut(head, ring(x - 0.05 * k, 0.25 + 0.3 * k, 0.2 - 0.02 * k, 0.2), tone,
                      name="braid")
    elif style == "afro":
        sheet.cut(head, _bumps(-0.1 * math.sin(yaw), -0.38, 1.12, 1.0, 11), look.hair,
                  name="back hair")
    elif style == "curly":
        sheet.cut(head, _bumps(-0.16 * math.sin(yaw), -0.34, 0.98, 0.95, 10), tone,
                  name="back hair")


def _bumps(x: float, y: float, rx: float, ry: float, n: int) -> list[Point]:
    """Return a bumpy ring, two control points a curl."""
    out = []
    for k in range(2 * n):
        a, r = math.pi * k / n, 1.0 if k % 2 else 0.88
        out.append((x + rx * r * math.cos(a), y + ry * r * math.sin(a)))
    return out


def draw_front(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut the hair over the head, then beard-side locks; after the face."""
    style = look.hair_style
    if style == "bald":
        return
    if style == "fringe":
        _fringe(sheet, look, head, yaw)
        return
    line = []
    for degrees, y in reversed(_HAIRLINE):
        if degrees > 0 and yaw > 0.2 and math.radians(degrees) + yaw > 1.25:
            continue  # round the far side: the cap's own outline goes on from here
        x, _ = spot(math.radians(degrees), yaw)
        line.append((x * 1.03, y + _dip(style, degrees, look.seed)))
    # the cap runs from the far side over the crown to the near side, the hairline back
    rough = style if not look.hat else "crop"
    outline = _cap(yaw, _GROW.get(rough, 0.0))
    if rough in ("messy", "curly", "afro"):
        outline = _ragged(outline, 0.05 if rough == "messy" else 0.035)
    cap = outline + list(reversed(line))
    sheet.cut(head, cap, look.hair, shadow=0.4, edge=0.24, name="hair")
    if style in ("bob", "long", "wavy"):
        _lock(sheet, look, head, yaw)
    if look.hat:
        return
    if style in ("short", "messy", "bun", "ponytail", "braid"):
        _parting(sheet, look, head, yaw)
    if style not in ("crop", "afro", "curly"):
        _sheen(sheet, look, head, yaw)


def _sheen(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut a band of light across the crown, its lower edge in strands."""
    b = -0.1 * math.sin(yaw)
    top = [(-0.62 + b, -0.56), (-0.5 + b, -0.79), (-0.26 + b, -0.95), (0.0 + b, -1.0)]
    low = [(-0.04 + b, -0.9), (-0.14 + b, -0.93), (-0.22 + b, -0.83), (-0.3 + b, -0.86),
           (-0.38 + b, -0.7), (-0.45 + b, -0.74),
           (-0.52 + b, -0.56), (-0.56 + b, -0.6)]
    sheet.cut(head, top + low, shade(blend(look.hair, (200.0, 205.0, 210.0), 0.1), 1.12),
              smooth=False,
              shadow=0, edge=0, name="sheen")


def _dip(style: str, degrees: float, seed: int) -> float:
    if style in ("bob",) and abs(degrees) < 60:
        return 0.14
    if style == "messy" and abs(degrees) < 60:
        return 0.1 * math.sin(degrees * 0.16)
    if style == "crop":
        return -0.04
    return -0.03 if style in ("bun", "ponytail", "braid") and abs(degrees) < 40 else 0.0


def _ragged(outline: list[Point], by: float) -> list[Point]:
    out: list[Point] = []
    for (x, y), (x2, y2) in itertools.pairwise(outline):
        out += [(x * (1 + by), y * (1 + by) if y < 0 else y), ((x + x2) / 2 * (1 - by * 0.4),
            (y + y2) / 2 * (1 - by * 0.4))]
    return [*out, outline[-1]]


def _parting(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut a sweep of hair over the brow, so that the cap reads as hair."""
    x, _ = spot(-0.55, yaw)
    far, _ = spot(1.1, yaw)
    points = [(x - 0.06, -0.62), (x + 0.1, -0.98), (far * 0.6, -1.04), (far * 1.02, -0.7),
              (far * 1.02, -0.42), (far * 0.86, -0.58), (x + 0.3, -0.66)]
    sheet.cut(head, points, shade(look.hair, 1.14), shadow=0.3, edge=0.22, name="sweep")


def _lock(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    low = {"bob": 0.62, "wavy": 1.1, "long": 1.35}[look.hair_style]
    for side in (-1.0, 1.0):
        x, _ = spot(side * 1.28, yaw)
        if side > 0 and yaw > 0.16:
            continue
        if side > 0:
            x = min(x, 0.72)
        thin = 1.0 if side < 0 or yaw < 0.2 else 0.45
        wide = 0.16 + 0.8 * max(0.0, yaw - 0.47)  # in profile it covers the side of the head
        points = [(x + 0.16 * -side * thin, -0.42), (x + 0.05 * side, -0.6),
                  (x + wide * side * thin, -0.2), (x + (wide - 0.01) * side * thin, low * 0.6),
                  (x + 0.02 * side - 0.4 * (wide - 0.16), low),
                  (x - 0.13 * side * thin, low * 0.72), (x - 0.08 * side * thin, 0.0)]
        sheet.cut(head, points, shade(look.hair, 1.06), shadow=0.35, name="lock")


def _fringe(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    x, _ = spot(-1.4, yaw)
    points = [(x - 0.2, -0.5), (x + 0.08, -0.5), (x + 0.14, -0.2), (x + 0.05, 0.0), (x, 0.2),
              (x - 0.2, 0.25), (x - 0.24, -0.1)]
    sheet.cut(head, points, look.hair, shadow=0.25, name="hair")
    if yaw < 0.2:
        sheet.cut(head, [(-px, py) for px, py in points], look.hair, shadow=0.25, name="hair")


def draw_beard(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut a beard before the mouth; stubble is a tint."""
    if not look.beard or look.beard == "moustache":
        return

    def s(degrees: float) -> float:
        return spot(math.radians(degrees), yaw)[0]

    if look.beard == "goatee":
        x = s(4.0)
        sheet.cut(head, [(x - 0.2, 0.6), (x, 0.66), (x + 0.2, 0.6), (x + 0.2, 0.9), (x, 1.1),
                         (x - 0.2, 0.9)], look.hair, name="beard")
        return
    full = look.beard == "beard"
    drop = 0.2 if full else 0.0
    points = [(s(-86), 0.0), (s(-64), 0.1), (s(-42), 0.38), (s(-22), 0.36), (s(0), 0.33),
              (s(24), 0.35), (s(44), 0.37), (s(66), 0.1), (s(86), 0.0),
              (s(80) * 1.0, 0.42), (s(58) * 0.98, 0.8 + drop * 0.4), (s(16) * 0.9, 0.97 + drop),
              (s(-14), 0.97 + drop), (s(-52), 0.72 + drop * 0.5), (s(-80), 0.36)]
    if yaw > 0.25:
        del points[7:9]  # the far whiskers are round the corner
    points = [(min(x, edge_at(yaw, min(y, 0.66)) + 0.02), y) for x, y in points]
    tone = look.hair if full else blend(look.skin, look.hair, 0.3)
    sheet.cut(head, points, tone, shadow=0.25 if full else 0, edge=0.2 if full else 0, name="beard")


def draw_moustache(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut a moustache over the mouth."""
    if look.beard not in ("moustache", "beard", "goatee"):
        return
    x, w = spot(0.06, yaw)
    k = 0.34 * (0.5 + 0.5 * w)
    x = min(x, edge_at(yaw, 0.45) - k * 0.97)
    points = [(x - k, 0.5), (x - k * 0.55, 0.37), (x, 0.34), (x + k * 0.55, 0.37), (x + k, 0.49),
              (x + k * 0.5, 0.46), (x, 0.43), (x - k * 0.5, 0.47)]
    sheet.cut(head, points, shade(look.hair, 1.08), shadow=0.3, name="moustache")


def draw_nape(sheet: Sheet, look: Look, head: Place) -> None:
    """Cut the back of the head: all hair, down to the nape or below."""
    if look.hair_style == "bald":
        return
    low = {"long": 1.45, "wavy": 1.25, "bob": 0.78, "crop": 0.5}.get(look.hair_style, 0.66)
    points = [(0.78, -0.3), (0.6, -0.9), (0.0, -1.15), (-0.6, -0.9), (-0.78, -0.3), (-0.76, 0.2),
              (-0.6, low - 0.1), (0.0, low), (0.6, low - 0.1), (0.76, 0.2)]
    if look.hair_style == "fringe":
        points = [(0.78, -0.35), (0.3, -0.28), (-0.3, -0.28), (-0.78, -0.35), *points[5:]]
    elif look.hair_style in ("curly", "afro", "messy"):
        points = _ragged([*points, points[0]], 0.05)[:-1]
    sheet.cut(head, points, look.hair, name="hair")
    if look.hair_style == "bun":
        sheet.cut(head, ring(0.0, -0.6, 0.36), shade(look.hair, 1.06), name="bun")
    elif look.hair_style in ("ponytail", "braid"):
        tail = [(-0.14, -0.4), (0.14, -0.4), (0.22, 0.3), (0.08, 1.0), (-0.1, 1.0), (-0.22, 0.3)]
        sheet.cut(head, tail, shade(look.hair, 1.06), name="ponytail")
