"""Hair of a person, seen from before and from behind. Knows nothing of bodies or beards.

Strands are drawn along the skull from the crown, so that they turn with the head.
"""

from __future__ import annotations

import itertools
import math

from tools.theatre.cast.colour import blend, shade
from tools.theatre.cast.face import spot, turned
from tools.theatre.cast.figure import Colour, Point
from tools.theatre.cast.look import Look
from tools.theatre.cast.shape import Place, Sheet, brushed, ring

# Outlines are read as rows of points.
# fmt: off

COVERING = ("bob", "long", "wavy", "afro", "curly", "locs")  # styles that hide the ears
HANGING = ("bob", "long", "wavy", "locs")
TIED = ("bun", "ponytail", "braid", "braids", "pigtails")
_GROW = {"curly": 0.06, "messy": 0.05, "afro": 0.06, "crop": -0.035, "fuzz": -0.05}
# hairline: longitude (degrees), height; from the near ear over the brow to the far ear
_HAIRLINE = ((-98.0, 0.02), (-84.0, 0.0), (-70.0, -0.3), (-48.0, -0.55), (-15.0, -0.66),
             (20.0, -0.63), (50.0, -0.52), (70.0, -0.3), (84.0, 0.0), (98.0, 0.02))
_CAP_FRONT = [(0.80, 0.04), (0.84, -0.36), (0.68, -0.84), (0.26, -1.14), (-0.26, -1.14),
              (-0.68, -0.84), (-0.84, -0.36), (-0.80, 0.04)]
_CAP_QUARTER = [(0.745, -0.44), (0.75, -0.55), (0.62, -0.88), (0.22, -1.16), (-0.34, -1.14),
                (-0.80, -0.78), (-0.93, -0.26), (-0.82, 0.14)]
_CAP_PROFILE = [(0.70, -0.40), (0.70, -0.52), (0.58, -0.88), (0.18, -1.16), (-0.42, -1.14),
                (-0.88, -0.76), (-1.0, -0.22), (-0.84, 0.22)]


def _cap(yaw: float, grow: float = 0.0) -> list[Point]:
    outline = turned(_CAP_FRONT, _CAP_QUARTER, _CAP_PROFILE, yaw)
    return [(x * (1 + grow), y * (1 + grow) if y < 0 else y) for x, y in outline]


def light_of(tone: Colour, sheen: float = 0.07) -> Colour:
    """Return the colour of strands that catch the light."""
    return blend(shade(tone, 1.2), (190.0, 205.0, 220.0), sheen)


def _strand(longitude: float, yaw: float, low: float, start: float, wide: float) -> list[Point]:
    """Return one strand from the crown down the skull to height low."""
    points = []
    for k in range(5):
        t = start + (1 - start) * k / 4
        y = -1.12 + t * (low + 1.12)
        x = 0.83 * math.sin(longitude + yaw) * math.sin(t * math.pi / 2) ** 0.8
        points.append((x - 0.1 * math.sin(yaw) * (1 - t), y))
    return brushed(points, wide)


def _strands(
    sheet: Sheet, look: Look, head: Place, yaw: float, *, low: float = -0.45, rear: bool = False
) -> None:
    """Ink dark and light strands over the mass of hair cut last."""
    dark, light = [], []
    for k in range(14):
        longitude = math.pi + (k - 6.5) * 0.36 if rear else (k - 8.5) * 0.33
        if math.cos(longitude + yaw) < -0.15:
            continue
        end = low + 0.08 * math.sin(k * 2.4 + look.seed)
        if not rear and longitude < -1.0:
            end = max(end, -0.02)
        if k % 2:
            dark.append(_strand(longitude, yaw, end, 0.06, 0.03 if rear else 0.019))
        elif k % 4 == 0:
            light.append(_strand(longitude, yaw, end - 0.2, 0.22, 0.042 if rear else 0.026))
    # A head from behind is all hair, and mostly dark and out of focus: its strands are bolder.
    sheet.inks(head, dark, shade(look.hair, 0.58 if rear else 0.8), "strand")
    sheet.inks(head, light, light_of(look.hair, 0.2 if rear else 0.07), "strand")


def draw_back(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut the hair that hangs behind the head, before the head itself."""
    style, tone = look.hair_style, shade(look.hair, 0.84)
    b = -0.3 * math.sin(yaw)
    if style in HANGING:
        low = {"bob": 0.72, "long": 1.55, "wavy": 1.3, "locs": 1.4}[style]
        points = [(-0.6 + b, -0.8), (0.55 + b, -0.8), (0.8 + b * 1.6, 0.0),
                  (0.74 + b * 1.8, low - 0.3), (0.4 + b, low), (-0.5 + b, low),
                  (-0.84 + b, low - 0.25), (-0.9 + b, 0.1)]
        sheet.cut(head, points, tone, edge=0.3, form=0.2, name="back hair")
        lines = [brushed([(x + b, 0.0), (x * 1.12 + b, low * 0.5), (x + b - 0.04, low - 0.06)],
                         0.02) for x in (-0.72, -0.5, -0.26, 0.0, 0.26, 0.46)]
        sheet.inks(head, lines, shade(look.hair, 0.68), "strand")
    elif style == "bun":
        x, y = -0.95 * math.sin(yaw + 0.25), -0.72 - 0.42 * math.cos(yaw)
        sheet.cut(head, ring(x, y, 0.35), tone, edge=0.34, form=0.24, name="bun")
        coils = [brushed([(x - 0.24, y + s), (x, y - 0.1 + s), (x + 0.22, y + 0.06 + s)], 0.02)
                 for s in (-0.1, 0.04, 0.17)]
        sheet.inks(head, coils, shade(look.hair, 0.7), "strand")
    elif style == "ponytail":
        x = -0.9 * math.sin(yaw + 0.2)
        tail = [(x + 0.1, -0.75), (x - 0.25, -0.74), (x - 0.52, -0.2), (x - 0.44, 0.5),
                (x - 0.2, 0.82), (x - 0.1, 0.2), (x + 0.15, -0.3)]
        sheet.cut(head, tail, tone, edge=0.3, form=0.2, name="ponytail")
        lines = [brushed([(x - 0.1 - s, -0.66), (x - 0.3 - s, -0.1), (x - 0.28 - s, 0.5)], 0.022)
                 for s in (-0.05, 0.07)]
        sheet.inks(head, lines, shade(look.hair, 0.7), "strand")
    elif style in ("braid", "braids", "pigtails"):
        _plaits(sheet, look, head, yaw)
    elif style in ("afro", "curly"):
        wide, x = (1.12, -0.1) if style == "afro" else (0.98, -0.16)
        sheet.cut(head, _bumps(x * math.sin(yaw), -0.36, wide, wide * 0.93, 11),
                  look.hair if style == "afro" else tone, edge=0.3, form=0.24, name="back hair")


def _plaits(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut one plait, or one on either side, link by link."""
    roots = [-0.8 * math.sin(yaw + 0.35)]
    if look.hair_style != "braid":
        roots = [spot(-1.45, yaw)[0] - 0.1, spot(1.45, yaw)[0] * (1 - 0.5 * min(1.0, yaw)) + 0.06]
    for x in roots:
        for k in range(5):
            tone = shade(look.hair, 0.9 if k % 2 else 0.98)
            sheet.cut(head, ring(x - 0.03 * k * math.sin(yaw), 0.16 + 0.24 * k, 0.19 - 0.016 * k,
                                 0.17), tone, edge=0.3, name="braid")


def _bumps(x: float, y: float, rx: float, ry: float, n: int) -> list[Point]:
    """Return a bumpy ring, two control points a curl."""
    out = []
    for k in range(2 * n):
        a, r = math.pi * k / n, 1.0 if k % 2 else 0.91
        out.append((x + rx * r * math.cos(a), y + ry * r * math.sin(a)))
    return out


def draw_front(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut the hair over the head and its locks; after the face."""
    style = look.hair_style
    if style in ("", "bald"):
        return
    if style == "fringe":
        _wreath(sheet, look, head, yaw)
        return
    line = []
    for degrees, y in reversed(_HAIRLINE):
        if degrees > 0 and yaw > 0.2 and math.radians(degrees) + yaw > 1.25:
            continue  # round the far side: the cap's own outline goes on from here
        x, _ = spot(math.radians(degrees), yaw)
        line.append((x * 1.03, y + _dip(look, degrees)))
    # the cap runs from the far side over the crown to the near side, the hairline back
    rough = style if not look.hat else "crop"
    outline = _cap(yaw, _GROW.get(rough, 0.0))
    if rough in ("messy", "curly", "afro"):
        outline = _ragged(outline, 0.05 if rough == "messy" else 0.035)
    sheet.cut(head, outline + list(reversed(line)), look.hair, shadow=0.45, edge=0.3, form=0.24,
              name="hair")
    if rough in ("afro", "curly"):
        _curls(sheet, look, head, yaw)
    elif not look.hat and style != "fuzz":
        _strands(sheet, look, head, yaw)
    if style in HANGING:
        _lock(sheet, look, head, yaw)
    if not look.hat and yaw < 0.85 and (
            style in ("short", "messy") or style in TIED) and not look.bangs:
        _sweep(sheet, look, head, yaw)


def _curls(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Ink curls over the cap: short bows, dark and light."""
    rows: tuple[list[list[Point]], list[list[Point]]] = ([], [])
    for k in range(16):
        x = (-0.62 + 0.26 * (k % 6)) - 0.12 * math.sin(yaw)
        y = -0.98 + 0.2 * (k // 6) + 0.05 * (k % 2)
        turns = [math.radians(a) for a in (170, 215, 260, 305, 350)]
        bow = brushed([(x + 0.1 * math.cos(a), y + 0.09 * math.sin(a)) for a in turns], 0.018)
        rows[k % 2].append(bow)
    sheet.inks(head, rows[0], shade(look.hair, 0.78), "curl")
    sheet.inks(head, rows[1], light_of(look.hair), "curl")


def _dip(look: Look, degrees: float) -> float:
    style = look.hair_style
    if look.bangs and abs(degrees) < 62:
        return 0.19 + 0.02 * math.sin(degrees * 0.2)
    if style == "messy" and abs(degrees) < 60:
        return 0.1 * math.sin(degrees * 0.16)
    if style in ("crop", "fuzz"):
        return -0.04
    return -0.03 if style in TIED and abs(degrees) < 40 else 0.0


def _ragged(outline: list[Point], by: float) -> list[Point]:
    out: list[Point] = []
    for (x, y), (x2, y2) in itertools.pairwise(outline):
        out += [(x * (1 + by), y * (1 + by) if y < 0 else y),
                ((x + x2) / 2 * (1 - by * 0.4), (y + y2) / 2 * (1 - by * 0.4))]
    return [*out, outline[-1]]


def _sweep(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut a sweep of hair over the brow, so that the cap reads as hair."""
    x, _ = spot(-0.55, yaw)
    far, _ = spot(1.1, yaw)
    points = [(x - 0.06, -0.62), (x + 0.1, -0.98), (far * 0.6, -1.05), (far * 1.03, -0.72),
              (far * 1.03, -0.42), (far * 0.86, -0.57), (x + 0.3, -0.64)]
    sheet.cut(head, points, shade(look.hair, 1.1), shadow=0.36, edge=0.32, form=0.2, name="sweep")
    lines = [brushed([(x + 0.12 + s, -0.95 + s * 0.3), (far * 0.6, -0.92 + s),
                      (far * 0.98, -0.62 + s)], 0.017) for s in (0.0, 0.1, 0.19)]
    sheet.inks(head, lines, shade(look.hair, 0.84), "strand")


def _lock(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    low = {"bob": 0.62, "wavy": 1.1, "long": 1.35, "locs": 1.25}[look.hair_style]
    for side in (-1.0, 1.0):
        x, _ = spot(side * 1.28, yaw)
        if side > 0 and yaw > 0.16:
            continue
        x = min(x, 0.72) if side > 0 else x
        # In profile it lies behind the cheek and joins the hair at the back.
        beside = min(1.0, max(0.0, (yaw - 0.47) / 0.75))
        x, wide = x - 0.20 * beside, 0.17 + 0.40 * beside
        points = [(x - 0.16 * side, -0.42), (x + 0.05 * side, -0.6), (x + wide * side, -0.2),
                  (x + (wide - 0.01) * side, low * 0.6),
                  (x + 0.02 * side - 0.4 * (wide - 0.17), low), (x - 0.13 * side, low * 0.72),
                  (x - 0.08 * side, 0.0)]
        sheet.cut(head, points, shade(look.hair, 1.04), form=0.22 - 0.14 * beside,
                  shadow=0.42 - 0.2 * beside, edge=0.32 - 0.16 * beside, name="lock")
        lines = [brushed([(x + s * side, -0.4), (x + (s + 0.05) * side, 0.1),
                          (x + s * side, low * 0.86)], 0.018) for s in (-0.05, 0.05, 0.13)]
        sheet.inks(head, lines, shade(look.hair, 0.8), "strand")


def _wreath(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    x, _ = spot(-1.4, yaw)
    points = [(x - 0.2, -0.5), (x + 0.08, -0.5), (x + 0.14, -0.2), (x + 0.05, 0.0), (x, 0.2),
              (x - 0.2, 0.25), (x - 0.24, -0.1)]
    sheet.cut(head, points, look.hair, shadow=0.25, edge=0.3, name="hair")
    if yaw < 0.2:
        sheet.cut(head, [(-px, py) for px, py in points], look.hair, shadow=0.25, edge=0.3,
                  name="hair")


_NAPE_LOW = {"long": 1.5, "wavy": 1.3, "bob": 0.8, "crop": 0.42, "fuzz": 0.4, "locs": 1.4}


def draw_nape(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut the back of the head: hair down to the nape or below, and an ear when it is turned."""
    style, turn = look.hair_style, min(1.0, yaw / 0.6)
    edge = 0.24 * turn  # how much of the cheek shows on the turned side
    low = _NAPE_LOW.get(style, 0.62)
    if style not in ("", "bald"):
        cap = [(0.79 - edge, -0.3), (0.66 - edge * 0.5, -0.86), (0.02, -1.15), (-0.64, -0.9),
               (-0.82, -0.3), (-0.78, 0.2), (-0.6, low - 0.1), (-0.1 * turn, low),
               (0.58 - edge * 1.2, low - 0.12), (0.77 - edge * 1.5, 0.16)]
        if style in HANGING:
            cap[9], cap[0] = (0.8 - edge * 0.5, 0.2), (0.8 - edge * 0.5, -0.3)
        if style == "fringe":
            cap = [(0.7 - edge, -0.35), (0.3 - edge, -0.28), (-0.3, -0.3), (-0.8, -0.36), *cap[5:]]
        elif style in ("curly", "afro"):
            wide = 1.1 if style == "afro" else 0.9
            cap = _bumps(-0.14 * turn, -0.3, wide - edge * 0.5, wide * 0.98, 11)
        sheet.cut(head, cap, look.hair, edge=0.3, form=0.24, name="hair")
        if style not in ("fuzz", "afro", "curly"):
            _strands(sheet, look, head, -0.4 * turn, low=low - 0.14, rear=True)
        elif style != "fuzz":
            _curls(sheet, look, head, 0.0)
    _ears_behind(sheet, look, head, turn)
    _tied_behind(sheet, look, head, turn)


def _ears_behind(sheet: Sheet, look: Look, head: Place, turn: float) -> None:
    if look.hair_style in COVERING or look.hat == "hood":
        return
    x = 0.74 - 0.4 * turn
    sides = ((x, 1.0),) if turn > 0.3 else ((x, 1.0), (-0.74, -1.0))
    for at, way in sides:
        lobe = [(at - 0.05 * way, -0.14), (at + 0.05 * way, -0.24), (at + 0.12 * way, -0.1),
                (at + 0.06 * way, 0.08), (at - 0.02 * way, 0.16)]
        sheet.cut(head, lobe, shade(look.skin, 0.97), shadow=0.3, edge=0.3, name="ear")


def _tied_behind(sheet: Sheet, look: Look, head: Place, turn: float) -> None:
    style, x = look.hair_style, -0.3 * turn
    tone = shade(look.hair, 1.06)
    if style == "bun":
        sheet.cut(head, ring(x, -0.6, 0.36), tone, edge=0.34, form=0.24, name="bun")
    elif style in ("ponytail", "braid"):
        tail = [(x - 0.14, -0.4), (x + 0.14, -0.4), (x + 0.22, 0.3), (x + 0.08, 1.0),
                (x - 0.1, 1.0), (x - 0.22, 0.3)]
        sheet.cut(head, tail, tone, edge=0.32, form=0.22, name="ponytail")
        lines = [brushed([(x + s, -0.34), (x + s * 1.4, 0.3), (x + s * 0.6, 0.9)], 0.018)
                 for s in (-0.08, 0.02, 0.11)]
        sheet.inks(head, lines, shade(look.hair, 0.82), "strand")
    elif style in ("braids", "pigtails"):
        for side in (-0.62 + x * 0.3, 0.6 + x):
            for k in range(5):
                sheet.cut(head, ring(side, 0.16 + 0.24 * k, 0.18 - 0.016 * k, 0.17),
                          shade(look.hair, 0.92 if k % 2 else 1.02), edge=0.3, name="braid")
