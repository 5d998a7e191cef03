"""Beards and moustaches of a person. Knows nothing of hair on the head."""

from __future__ import annotations

import math

from tools.theatre.cast.colour import shade
from tools.theatre.cast.face import edge_at, spot
from tools.theatre.cast.figure import Point
from tools.theatre.cast.look import Look
from tools.theatre.cast.shape import Place, Sheet, brushed

# Outlines are read as rows of points.
# fmt: off

_DROP = {"beard": 0.2, "long beard": 0.72, "goatee": 0.16, "short beard": 0.06}


def _whiskers(yaw: float, drop: float) -> list[Point]:
    """Return the outline of a full beard that hangs `drop` below the chin."""

    def s(degrees: float) -> float:
        return spot(math.radians(degrees), yaw)[0]

    points = [(s(-86), -0.02), (s(-66), 0.1), (s(-44), 0.36), (s(-22), 0.35), (s(0), 0.33),
              (s(24), 0.34), (s(44), 0.36), (s(66), 0.1), (s(86), -0.02), (s(80), 0.42),
              (s(58) * 0.98, 0.78 + drop * 0.35), (s(16) * 0.9, 0.93 + drop),
              (s(-14), 0.93 + drop), (s(-52), 0.7 + drop * 0.5), (s(-80), 0.36)]
    if yaw > 0.25:
        del points[7:9]  # the far whiskers are round the corner
    if yaw > 0.85:  # in profile it runs from the ear round the chin to the lip
        lip = edge_at(yaw, 0.42)
        return [(s(-86), -0.02), (s(-62), 0.2), (lip - 0.3, 0.4), (lip - 0.06, 0.38),
                (lip + 0.03, 0.42), (lip + 0.06, 0.62), (lip + 0.06, 0.86 + drop * 0.4),
                (lip - 0.1, 0.95 + drop), (lip - 0.36, 0.9 + drop * 0.7), (s(-60), 0.66),
                (s(-80), 0.36)]
    return [(min(x, edge_at(yaw, min(y, 0.62)) + 0.03), y) for x, y in points]


def draw_beard(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut a beard before the mouth; stubble is a tint."""
    if look.beard == "stubble":
        low = [(x, y) for x, y in _whiskers(yaw, -0.02)]
        gains = tuple(0.5 + 0.5 * (h / max(s, 1.0)) ** 0.5 if h < s else 1.0
                      for h, s in zip(look.hair, look.skin, strict=True))
        sheet.glaze(head, [low], (max(0.6, gains[0]), max(0.62, gains[1]), max(0.66, gains[2])),
                    0.006, "stubble")
        return
    if look.beard not in _DROP:
        return
    drop = _DROP[look.beard]
    if look.beard == "goatee":
        x = min(spot(math.radians(4.0), yaw)[0], edge_at(yaw, 0.7) - 0.12)
        points = [(x - 0.22, 0.6), (x - 0.08, 0.66), (x + 0.08, 0.66), (x + 0.2, 0.6),
                  (x + 0.19, 0.86), (x + 0.02, 0.94 + drop), (x - 0.18, 0.88)]
        sheet.cut(head, points, look.hair, shadow=0.3, edge=0.3, name="beard")
        _strands(sheet, look, head, [(x + dx, 0.68) for dx in (-0.1, 0.0, 0.1)], 0.9 + drop)
        return
    sheet.cut(head, _whiskers(yaw, drop), look.hair, shadow=0.32, edge=0.32, form=0.18,
              name="beard")
    roots = []
    for degrees in (-70, -52, -34, -14, 8, 30, 50):
        x, w = spot(math.radians(degrees), yaw)
        if w > 0.12 and x < edge_at(yaw, 0.6) - 0.06:
            roots.append((x, 0.46 if abs(degrees) > 40 else 0.66))
    _strands(sheet, look, head, roots, 0.9 + drop)


def _strands(sheet: Sheet, look: Look, head: Place, roots: list[Point], low: float) -> None:
    """Ink strands from the roots down towards the chin, dark and light by turns."""
    middle = sum(x for x, _ in roots) / max(len(roots), 1)
    strokes = []
    for k, (x, y) in enumerate(roots):
        pull = (middle - x) * 0.35
        end = low - 0.16 - 0.05 * (k % 2)
        strokes.append(brushed([(x, y), (x + pull * 0.3 - 0.02, (y + end) / 2), (x + pull, end)],
                               0.018))
    sheet.inks(head, strokes[::2], shade(look.hair, 0.84), "strand")
    sheet.inks(head, strokes[1::2], shade(look.hair, 1.12), "strand")


def draw_moustache(sheet: Sheet, look: Look, head: Place, yaw: float) -> None:
    """Cut a moustache over the mouth."""
    if look.beard not in (*_DROP, "moustache"):
        return
    x, w = spot(0.06, yaw)
    k = 0.35 * (0.5 + 0.5 * w)
    x = min(x, edge_at(yaw, 0.45) - k * 0.97)
    points = [(x - k, 0.5), (x - k * 0.6, 0.37), (x - 0.05, 0.325), (x + 0.05, 0.325),
              (x + k * 0.6, 0.37), (x + k, 0.49), (x + k * 0.5, 0.46), (x, 0.42),
              (x - k * 0.5, 0.47)]
    sheet.cut(head, points, shade(look.hair, 1.08), shadow=0.34, edge=0.3, name="moustache")
    lines = [brushed([(x + s * 0.05, 0.36), (x + s * k * 0.5, 0.41), (x + s * k * 0.85, 0.48)],
                     0.013) for s in (-1.0, 1.0)]
    sheet.inks(head, lines, shade(look.hair, 0.86), "strand")
