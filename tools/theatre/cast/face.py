"""A person's head: skull, ears, nose, cheeks and what age and life drew on it. Knows no hair.

Head frame: x towards the turned side, y down, chin near +0.9, crown near -1; a feature sits
at a longitude on the skull, so that one drawing serves front, three-quarter and profile.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

from tools.theatre.cast.colour import blend, from_hex, shade
from tools.theatre.cast.emotion import Mien
from tools.theatre.cast.figure import Point
from tools.theatre.cast.look import Look
from tools.theatre.cast.shape import Place, Points, Sheet, brushed, mix, ring
from tools.theatre.cast.visemes import Mouth

# Outlines are read as rows of points.
# fmt: off

EYE = 0.5  # longitude of the eyes, radians
NAPE = 0.6  # lowest of the skull seen from behind
WIDTH = 0.76  # half width of the skull
_FRONT = [(-0.58, -0.70), (-0.28, -1.0), (0.28, -1.0), (0.58, -0.70), (0.70, -0.36), (0.73, -0.06),
          (0.72, 0.2), (0.65, 0.46), (0.48, 0.72), (0.2, 0.9), (-0.2, 0.9), (-0.57, 0.6),
          (-0.72, 0.2), (-0.72, -0.28)]
_QUARTER = [(-0.70, -0.62), (-0.32, -1.02), (0.26, -1.03), (0.60, -0.74), (0.69, -0.38),
            (0.655, -0.14), (0.705, 0.1), (0.68, 0.34), (0.59, 0.63), (0.38, 0.88), (0.08, 0.9),
            (-0.32, 0.71), (-0.63, 0.34), (-0.77, -0.10)]
_PROFILE = [(-0.76, -0.60), (-0.38, -1.02), (0.22, -1.03), (0.58, -0.74), (0.67, -0.40),
            (0.60, -0.15), (0.63, 0.1), (0.645, 0.32), (0.62, 0.56), (0.57, 0.82), (0.30, 0.9),
            (-0.12, 0.64), (-0.46, 0.40), (-0.84, -0.05)]
LINE = from_hex("#2a1714")
_ROUGE = (0.66, 0.80, 1.04)  # gains of a warm cheek
_SHADE = (0.76, 0.78, 0.84)  # gains of a soft shadow on skin


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


def _young(look: Look) -> float:
    """Return how childlike a head is, 0..1."""
    return {"baby": 1.0, "child": 0.75, "teen": 0.25}.get(look.age, 0.0)


def skull(look: Look, yaw: float) -> list[Point]:
    """Return the head's outline; a child's is round below."""
    soft = _young(look)
    out = []
    for x, y in turned(_FRONT, _QUARTER, _PROFILE, yaw):
        low = max(0.0, y - 0.1)
        wide = 1 + (look.jaw - 1) * min(1.0, low * 2) + 0.12 * soft * min(1.0, low * 1.6)
        out.append((x * wide, y - 0.1 * soft * low))
    return out


def draw_skull(sheet: Sheet, look: Look, head: Place, yaw: float, *, away: bool = False) -> None:
    """Cut the head's outline and, seen from before, its soft shading."""
    outline = skull(look, yaw)
    if away and yaw < 0.1:  # from straight behind, the skull ends at the nape: there is no chin
        outline = [(x, min(y, NAPE)) for x, y in outline]
    sheet.cut(head, outline, look.skin, grade=0.04, shadow=0.42, form=0.2, edge=0.24, name="head")
    if away:
        return
    x, _ = spot(0.0, yaw)
    jaw = [(-0.6, 0.62), (x * 0.5, 0.86), (0.6, 0.66), (0.5, 1.1), (-0.5, 1.1)]
    sheet.glaze(head, [jaw], (0.86, 0.87, 0.9), 0.012, "jaw shade")


def draw_ear(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut the near ear, and the far one in front view."""
    for side in (-1.0, 1.0):
        if side > 0 and yaw > 0.12:
            continue
        x, _ = spot(side * 1.5, yaw)
        x += 0.07 * side if yaw < 0.3 else 0.02
        points = [(-0.1, -0.2), (0.02, -0.26), (0.11, -0.12), (0.06, 0.06), (0.0, 0.17),
                  (-0.05, 0.14), (-0.1, -0.02)]
        shell = [(-0.05, -0.12), (0.02, -0.17), (0.06, -0.09), (0.02, 0.02), (-0.02, 0.06)]
        out, hollow = ([(x - side * px * -1 if side > 0 else x + px, py) for px, py in line]
                       for line in (points, shell))
        if side > 0:
            out, hollow = ([(2 * x - px, py) for px, py in line] for line in (out, hollow))
        sheet.cut(head, out, shade(look.skin, 0.97), shadow=0.3, edge=0.3, name="ear")
        sheet.glaze(head, [hollow], (0.58, 0.62, 0.74), 0.003, "ear hollow")
        if look.earrings is not None:
            sheet.cut(head, ring(x - 0.01, 0.25, 0.055, n=6), look.earrings, shadow=0.25,
                      edge=0.5, name="earring")


def draw_cheeks(sheet: Sheet, look: Look, head: Place, yaw: float, feel: Feel) -> None:
    """Lay warmth on cheeks, nose and chin, and shadow in the sockets: glazes, no discs."""
    warm = min(1.0, 0.5 * look.cheeks + 0.5 * feel.mien.blush + 0.12)
    gains = tuple(1 + (g - 1) * warm for g in _ROUGE)
    spots = []
    for side in (-1.0, 1.0):
        x, w = spot(side * 0.7, yaw)
        if w > 0.2:
            spots.append(ring(x, 0.22 - 0.05 * max(0.0, feel.mien.corner), 0.19 * w, 0.13))
    sheet.glaze(head, spots, (gains[0], gains[1], gains[2]), 0.012, "cheek")
    sockets = []
    for side in (-1.0, 1.0):
        x, w = spot(side * EYE * 0.92, yaw)
        if w > 0.2:
            wide = 0.22 * (0.3 + 0.7 * w)
            sockets.append([(x - wide, -0.2), (x, -0.33), (x + wide, -0.2), (x, -0.08)])
    sheet.glaze(head, sockets, _SHADE, 0.009, "socket")


def draw_nose(sheet: Sheet, look: Look, head: Place, yaw: float, feel: Feel) -> None:
    """Cut the nose: its own piece of paper, that throws a shadow, with a nostril."""
    x, _ = spot(0.0, yaw)
    side, k = min(1.0, yaw / 0.47), look.nose * (1 - 0.25 * _young(look))
    beside = min(1.0, max(0.0, (yaw - 0.6) / 0.6))  # 1 in profile, where a nose is all outline
    x -= 0.085 * beside
    out = k * (0.095 + 0.135 * math.sin(yaw) - 0.05 * beside)
    low = 0.23 + 0.06 * (k - 1) - 0.05 * _young(look) - 0.035 * feel.mien.sneer
    back = min(x - 0.105 * k, edge_at(yaw, 0.2) - 0.09)
    bridge = min(x - 0.02 * side, edge_at(yaw, -0.2) - 0.045)
    shown = min(1.0, max(0.0, (yaw - 0.55) / 0.5))  # how much of the bridge stands out
    top = -0.02 - 0.16 * shown
    lean = bridge + (x + out * 0.3 - bridge) * (1 - shown) * 0.6
    ridge = brushed([(bridge - 0.05, -0.26), (lean - 0.07, -0.06), (back, 0.12)], 0.05)
    sheet.glaze(head, [ridge], (0.84, 0.85, 0.89), 0.007, "bridge", within=False)
    points = [(lean - 0.035, top), (lean + 0.012 + 0.02 * side, top - 0.03),
              (x + out * 0.76, 0.06), (x + out * 1.04, low - 0.08), (x + out * 0.94, low),
              (x + out * 0.4, low + 0.045), (back + 0.06 * k, low + 0.04),
              (back, low), (back + 0.02 * k, low - 0.09), (lean - 0.06, 0.06 - 0.04 * shown)]
    tone = blend(shade(look.skin, 1.04), from_hex("#d0503c"), 0.07)
    sheet.cut(head, points, tone, shadow=0.3, edge=0.24, form=0.2, name="nose")
    holes = [ring(x + out * 0.25, low + 0.022, 0.034 * k, 0.016, 6)]
    if yaw < 0.3:
        holes.append(ring(x - 0.055 * k, low + 0.018, 0.026 * k, 0.014, 6))
    sheet.glaze(head, holes, (0.4, 0.4, 0.5), 0.0015, "nostril")
    if feel.mien.sneer > 0.25:
        lines = [brushed([(x - 0.1, -0.16 + k * 0.08), (x + 0.0, -0.13 + k * 0.08),
                          (x + 0.1, -0.16 + k * 0.08)], 0.014) for k in (0, 1)]
        sheet.glaze(head, lines, (0.55, 0.58, 0.66), 0.001, "nose wrinkle", within=False)


def draw_age(sheet: Sheet, look: Look, head: Place, yaw: float, feel: Feel) -> None:
    """Draw creases: an old face's own, and those that a feeling makes."""
    m, lines = feel.mien, []
    x, w = spot(-0.42, yaw)
    deep = (0.55 if look.age == "old" else 0.0) + 0.5 * max(0.0, m.corner) + 0.45 * m.sneer
    if deep > 0.3 and look.beard != "beard":
        for side in (-1.0, 1.0):
            x, w = spot(side * 0.42, yaw)
            if w > 0.35:
                lines.append(brushed([(x - side * 0.06, 0.24), (x + side * 0.03 * w, 0.36),
                                      (x + side * 0.05 * w, 0.5)], 0.012 + 0.008 * deep))
    if m.knit > 0.35:
        x, _ = spot(0.0, yaw)
        lines += [brushed([(x + s * 0.05, -0.42), (x + s * 0.035, -0.34), (x + s * 0.04, -0.27)],
                          0.016 * m.knit) for s in (-1.0, 1.0)]
    if m.brow > 0.55 or look.age == "old":
        for k in (0, 1):
            (a, _), (b, _), (c, _) = (spot(q, yaw) for q in (-0.5, 0.0, 0.5))
            y = -0.6 - 0.09 * k
            lines.append(brushed([(a, y + 0.02), (b, y - 0.01), (c, y + 0.02)], 0.011))
    if look.age == "old" or "tired" in look.marks:
        for side in (-1.0, 1.0):
            x, w = spot(side * EYE, yaw)
            if w > 0.3:
                lines.append(brushed([(x - 0.13 * w, 0.02), (x, 0.07), (x + 0.14 * w, 0.03)],
                                     0.012))
    sheet.glaze(head, lines, (0.66, 0.68, 0.76), 0.0018, "crease", within=False)


def draw_marks(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Ink a scar through the brow, freckles or a mole, as the words say."""
    if "scar" in look.marks:
        x, _ = spot(-EYE + 0.12, yaw)
        pale = blend(look.skin, (235.0, 235.0, 245.0), 0.45)
        sheet.ink(head, [(x, -0.53), (x + 0.022, -0.525), (x - 0.012, -0.34),
                         (x - 0.032, -0.35)], pale, "scar")
    if "freckles" in look.marks or "freckled" in look.marks:
        dots = []
        for k in range(9):
            x, w = spot(-0.74 + 0.16 * k, yaw)
            if w > 0.15 and abs(k - 4.5) > 0.6:
                dots.append(ring(x, 0.13 + 0.07 * ((k * 5) % 3), 0.02 * w, 0.018, 5))
        sheet.inks(head, dots, shade(look.skin, 0.78), "freckle", within=False)
    if "mole" in look.marks:
        sheet.ink(head, ring(spot(-0.4, yaw)[0], 0.4, 0.022, n=6), shade(look.skin, 0.5), "mole")
