"""Eyes and brows of a person: whites, irises, lids, lashes, catchlights. Knows no mouth.

Both eyes are cut as one part of two outlines, so that a pair costs what one did.
"""

from __future__ import annotations

from dataclasses import dataclass

from tools.theatre.cast.colour import blend, from_hex, shade
from tools.theatre.cast.face import EYE, LINE, Feel, edge_at, spot
from tools.theatre.cast.figure import Point
from tools.theatre.cast.look import Look
from tools.theatre.cast.shape import Place, Sheet, brushed, ring

# Outlines are read as rows of points.
# fmt: off

WHITE = from_hex("#f3ecdd")
PUPIL = from_hex("#140f0e")
GLINT = (252.0, 252.0, 250.0)
HEIGHT = -0.12  # y of the eyes in the head


@dataclass(frozen=True, slots=True)
class _Eye:
    """One eye as it is seen: middle, half width, way to the nose (+1 right), lids, width 0..1."""

    x: float
    wide: float
    inner: float
    top: float
    low: float
    seen: float
    slant: float  # inner end of the upper lid down (+) or up (-)

    def at(self, u: float, y: float) -> Point:
        """Return the point at u (-1 outer corner .. 1 inner corner)."""
        return (self.x + self.inner * u * self.wide, HEIGHT + y)

    def lid(self) -> list[Point]:
        """Return the edge of the upper lid, outer to inner."""
        tilt = self.slant * 0.06
        return [self.at(-1.0, -0.015), self.at(-0.62, -self.top * 0.78 + max(0.0, -tilt) * 0.9),
                self.at(-0.05, -self.top), self.at(0.55, -self.top * 0.8 + max(0.0, tilt)),
                self.at(1.0, 0.025)]

    def rim(self) -> list[Point]:
        """Return the edge of the lower lid, inner to outer."""
        return [self.at(0.55, self.low * 0.82), self.at(-0.1, self.low), self.at(-0.66,
            self.low * 0.72)]


def _eyes(look: Look, yaw: float, feel: Feel) -> list[_Eye]:
    m, found = feel.mien, []
    open_ = (1 - feel.shut) * (1 - 0.62 * max(0.0, m.lid)) * (1 + 0.42 * max(0.0, -m.lid))
    top = 0.15 * look.eye_size * open_
    low = 0.098 * look.eye_size * (1 - feel.shut) * (1 - 0.72 * m.squint)
    low *= 1 + 0.2 * max(0.0, -m.lid)
    for side in (1.0, -1.0):
        x, w = spot(side * EYE, yaw)
        if w < 0.2:
            continue
        wide = 0.205 * look.eye_size * (0.32 + 0.68 * w)
        x = min(x, edge_at(yaw, HEIGHT) - wide - 0.03)
        bridge = spot(0.0, yaw)[0] - 0.01
        if side > 0 and yaw > 0.2 and x - wide < bridge:  # the nose hides the inner corner
            left, right = bridge, max(x + wide, bridge + 0.1)
            x, wide = (left + right) / 2, (right - left) / 2
        found.append(_Eye(x, wide, -side, top, low, w, m.knit))
    return found


def draw_eyes(sheet: Sheet, look: Look, head: Place, yaw: float, feel: Feel) -> None:
    """Cut both eyes; the lid lies over the top of the iris, as in a face at ease."""
    eyes = _eyes(look, yaw, feel)
    if eyes and eyes[0].top > 0.03:
        sheet.cut(head, eyes[0].lid() + eyes[0].rim(), WHITE, shadow=0, texture=False, edge=0.06,
                  form=0.05, name="eye")
        for eye in eyes[:1]:
            _gaze(sheet, look, head, feel, eye)
        for eye in eyes[1:]:
            sheet.cut(head, eye.lid() + eye.rim(), WHITE, shadow=0, texture=False, edge=0.06,
                      form=0.05, name="eye")
            _gaze(sheet, look, head, feel, eye)
    _lids(sheet, look, head, eyes, feel)


def _gaze(sheet: Sheet, look: Look, head: Place, feel: Feel, eye: _Eye) -> None:
    """Ink iris, pupil and catchlights inside the white; fear and shock show more white."""
    startled = max(0.0, -feel.mien.lid)
    size = 0.128 * look.eye_size * (1 - 0.2 * startled)
    rx = size * (0.5 + 0.5 * eye.seen)
    x = eye.x + 0.015 + feel.gaze_x * eye.wide * 0.42
    y = HEIGHT - 0.022 + feel.gaze_y * 0.07
    sheet.inks(head, [ring(x, y, rx, size, 10)], shade(look.eyes, 0.62), "iris")
    sheet.inks(head, [ring(x, y + 0.012, rx * 0.8, size * 0.8, 8)], look.eyes, "iris")
    sheet.inks(head, [ring(x, y + size * 0.42, rx * 0.5, size * 0.3, 6)],
               shade(blend(look.eyes, WHITE, 0.25), 1.2), "iris light")
    sheet.inks(head, [ring(x, y, rx * 0.5, size * 0.5)], PUPIL, "pupil")
    brow = [*eye.lid(), eye.at(0.6, -eye.top * 0.35), eye.at(-0.6, -eye.top * 0.35)]
    sheet.glaze(head, [brow], (0.72, 0.7, 0.7), 0.004, "lid shade")
    if eye.top > 0.06:
        k = 0.75 + 0.25 * eye.seen
        sheet.inks(head, [ring(x + 0.042 * k, y - 0.048, 0.036 * k, 0.036, 6),
                          ring(x - 0.045 * k, y + 0.046, 0.014, n=5)], GLINT, "glint")


def _lids(sheet: Sheet, look: Look, head: Place, eyes: list[_Eye], feel: Feel) -> None:
    """Cut the skin of the upper lids and ink lashes, folds and lower rims."""
    full = 0.165 * look.eye_size
    skins, lashes, folds, rims = [], [], [], []
    for eye in eyes:
        edge = eye.lid()
        if feel.shut > 0.72:  # a shut eye is a bow of lashes
            edge = [eye.at(-1.0, 0.0), eye.at(-0.6, 0.045), eye.at(0.0, 0.065), eye.at(0.55, 0.05),
                    eye.at(1.0, 0.02)]
        above = [eye.at(0.9, 0.0), eye.at(0.55, -full * 0.95), eye.at(-0.05, -full * 1.16),
                 eye.at(-0.65, -full * 0.92), eye.at(-1.06, -0.02)]
        skins.append(edge + above)
        heavy = 0.02 + 0.015 * look.lips
        flick = eye.at(-1.12 - 0.16 * look.lips, -0.03 - 0.035 * look.lips)
        lashes.append([flick, *((x, y - heavy) for x, y in edge[1:4]), eye.at(0.92, 0.0),
                       eye.at(1.0, 0.028), *((x, y + 0.01) for x, y in reversed(edge[1:4])),
                       eye.at(-1.0, 0.0)])
        folds.append(brushed([above[1], above[2], above[3], eye.at(-1.1, -0.06)], 0.012))
        rims.append(brushed([eye.at(-0.95, 0.0), *reversed(eye.rim()), eye.at(0.8, 0.03)], 0.009))
    tint = shade(blend(look.skin, from_hex("#8a4a4a"), 0.12 + 0.14 * look.lips), 0.92)
    sheet.inks(head, skins, tint, "lid", within=False)
    sheet.glaze(head, folds + rims, (0.5, 0.5, 0.58), 0.001, "fold", within=False)
    sheet.inks(head, lashes, LINE, "lash", within=False)


def draw_brows(sheet: Sheet, look: Look, head: Place, yaw: float, feel: Feel) -> None:
    """Cut both brows; they carry most of a feeling at a distance."""
    m, strokes = feel.mien, []
    for side in (1.0, -1.0):
        x, w = spot(side * EYE, yaw)
        if w < 0.18:
            continue
        wide = 0.225 * (0.32 + 0.68 * w)
        y = -0.4 - 0.125 * m.brow
        x = min(x, edge_at(yaw, y) - wide * 0.95)
        knit = m.knit
        inner = y + 0.15 * max(0.0, knit) + 0.15 * min(0.0, knit)
        outer = y + 0.06 - 0.05 * knit
        bow = 0.05 - 0.03 * max(0.0, knit) + 0.03 * max(0.0, m.brow)
        near = -side  # the way to the nose
        pinch = near * 0.05 * max(0.0, knit)
        thick = 0.036 * look.brow
        a, b = (x + near * wide + pinch, inner), (x - near * wide, outer)
        c = (x - near * wide * 0.25, (inner + outer) / 2 - bow)
        d = (x + near * wide * 0.45 + pinch, (inner * 0.75 + outer * 0.25) - bow * 0.6)
        strokes.append([
            (a[0], a[1] - thick * 0.6), (d[0], d[1] - thick * 0.8), (c[0], c[1] - thick * 0.6),
            (b[0], b[1]), (c[0], c[1] + thick * 0.6), (d[0], d[1] + thick), (a[0], a[1] + thick),
        ])
    tone = blend(shade(look.hair, 0.8), LINE, 0.3)
    sheet.inks(head, strokes, tone, "brow", within=False)
