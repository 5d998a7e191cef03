"""A person's mouth: lips shut or open, teeth and tongue, by viseme and feeling. Knows no eyes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tools.theatre.cast.colour import blend, from_hex, shade
from tools.theatre.cast.face import LINE, Feel, edge_at, spot
from tools.theatre.cast.figure import Colour, Point
from tools.theatre.cast.look import Look
from tools.theatre.cast.shape import Place, Sheet, brushed, ring

# Outlines are read as rows of points.
# fmt: off

HEIGHT = 0.52  # y of the mouth in the head
TEETH = from_hex("#f0e8da")
INSIDE = from_hex("#471a1c")
TONGUE = from_hex("#b0524e")


@dataclass(frozen=True, slots=True)
class _Lips:
    """A mouth as it is seen: middle, half width, corners' lift, opening down and up, sneer."""

    x: float
    y: float
    wide: float
    lift: float
    drop: float
    rise: float
    sneer: float

    def ringed(self, grow: float, fat: float = 1.0) -> list[Point]:
        """Return the mouth's outline, grown; a narrow open mouth is an O."""
        if self.wide < 0.9 * self.drop:
            tall = (self.drop + self.rise) / 2 + grow
            return ring(self.x, self.y + (self.drop - self.rise) / 2, self.wide + grow, tall, 10)
        a, r, d = self.wide + grow, self.rise + grow, self.drop + grow * fat
        x, y, up = self.x, self.y, self.sneer * 0.05
        return [(x - a, y + self.lift), (x - a * 0.55, y - r * 0.85 - up), (x, y - r * 0.74),
                (x + a * 0.55, y - r * 0.85), (x + a, y + self.lift), (x + a * 0.66, y + d * 0.7),
                (x, y + d), (x - a * 0.66, y + d * 0.7)]


@dataclass(frozen=True, slots=True)
class Turned:
    """A sheet whose cuts are narrowed beyond a middle, as on the far side of a turned face."""

    sheet: Sheet
    x: float
    share: float

    def _drawn(self, points: Sequence[Point]) -> list[Point]:
        return [(x if x <= self.x else self.x + (x - self.x) * self.share, y) for x, y in points]

    def glaze(
        self, place: Place, outlines: Sequence[Sequence[Point]], gains: Colour, soft: float,
        name: str, *, within: bool = True,
    ) -> None:
        """Tint, as Sheet.glaze does."""
        drawn = [self._drawn(points) for points in outlines]
        self.sheet.glaze(place, drawn, gains, soft, name, within=within)

    def ink(self, place: Place, points: Sequence[Point], colour: Colour, name: str) -> None:
        """Ink an outline, as Sheet.ink does."""
        self.sheet.ink(place, self._drawn(points), colour, name)

    def inks(
        self, place: Place, outlines: Sequence[Sequence[Point]], colour: Colour, name: str
    ) -> None:
        """Ink outlines within the one before, as Sheet.inks does."""
        self.sheet.inks(place, [self._drawn(points) for points in outlines], colour, name)


def draw_mouth(sheet: Sheet, look: Look, head: Place, yaw: float, feel: Feel) -> None:
    """Cut the mouth: two lips and a line when shut, else inside, teeth, tongue and lips."""
    x, w = spot(0.06, yaw)
    m, smile = feel.mouth, feel.mien.corner
    gape = feel.mien.gape * (1 - m.press)
    open_ = max(m.open, gape)
    small = {"baby": 0.78, "child": 0.86}.get(look.age, 1.0)
    wide = (0.13 + 0.14 * m.width + 0.055 * max(0.0, smile) + 0.05 * feel.mien.stretch) * small
    wide = max(0.075, wide) * (0.42 + 0.58 * w)
    edge = edge_at(yaw, HEIGHT) - 0.02
    room = max(wide, 0.17 * small) * (1.05 - 0.55 * math.sin(yaw))
    x = min(x + 0.02 * math.sin(yaw), edge - room)
    # The far half of a turned mouth is foreshortened: it ends before the cheek does.
    turned = Turned(sheet, x, min(1.0, max(0.3, (edge - 0.035 - x) / wide)))
    lift = -0.105 * smile * (1 - 0.5 * m.round)
    sag = 0.045 * smile
    lip = blend(shade(look.skin, 0.78), from_hex("#b03a40"), 0.2 + 0.5 * look.lips)
    y = HEIGHT - 0.02 * feel.mien.sneer
    if open_ < 0.06:
        _shut(turned, look, head, (x, y + sag, wide, lift - sag), lip, feel)
        return
    lips = _Lips(x, y, wide, lift, 0.25 * open_ + 0.015, 0.055 * open_ + 0.015, feel.mien.sneer)
    bared = min(0.9, 1.4 * smile) if m.round < 0.4 and smile > 0 else 0.0
    teeth = max(m.teeth, bared, feel.mien.bare)
    _open(turned, look, head, lips, (teeth, m.tongue, feel.mien.bare), lip)


def _shut(
    sheet: Turned, look: Look, head: Place, size: tuple[float, float, float, float], lip: Colour,
    feel: Feel,
) -> None:
    """Cut closed lips; size is (x, y of the middle, half width, lift of the corners)."""
    x, y, wide, lift = size
    press, up = feel.mouth.press, 0.05 * feel.mien.sneer
    full = (0.032 + 0.034 * look.lips) * (1 - 0.5 * press)
    line = [(x - wide, y + lift), (x - wide * 0.5, y + lift * 0.28 - 0.004 - up),
            (x, y + 0.006), (x + wide * 0.5, y + lift * 0.28 - 0.004), (x + wide, y + lift)]
    upper = [line[0], (x - wide * 0.45, y + lift * 0.2 - full - up), (x, y - full * 0.72),
             (x + wide * 0.45, y + lift * 0.2 - full), line[4], line[3], line[2], line[1]]
    lower = [line[0], line[1], line[2], line[3], line[4],
             (x + wide * 0.5, y + lift * 0.2 + full * 1.15), (x, y + full * 1.6),
             (x - wide * 0.5, y + lift * 0.2 + full * 1.15)]
    sheet.glaze(head, [[(x - wide * 0.6, y + full * 2), (x, y + full * 1.9),
                        (x + wide * 0.6, y + full * 2), (x, y + full * 2 + 0.06)]],
                (0.8, 0.82, 0.88), 0.005, "lip shade", within=False)
    sheet.ink(head, upper, shade(lip, 0.88), "lips")
    sheet.ink(head, lower, lip, "lips")
    sheet.ink(head, brushed(line, 0.017 + 0.004 * look.lips, ends=0.5), blend(lip, LINE, 0.72),
              "mouth")


def _open(
    sheet: Turned, look: Look, head: Place, lips: _Lips, inside: tuple[float, float, float],
    lip: Colour,
) -> None:
    """Cut an open mouth; inside is (teeth, tongue, teeth bared together)."""
    teeth, tongue, bare = inside
    x, y, wide, drop, rise = lips.x, lips.y, lips.wide, lips.drop, lips.rise
    sheet.glaze(head, [[(x - wide * 0.6, y + drop + 0.05), (x, y + drop + 0.06),
                        (x + wide * 0.6, y + drop + 0.05), (x, y + drop + 0.13)]],
                (0.8, 0.82, 0.88), 0.005, "lip shade", within=False)
    # A round mouth is drawn tight: a fat ring would stand off the face.
    full = (0.03 + 0.016 * look.lips) * (0.62 if wide < 0.9 * drop else 1.0)
    full *= 0.5 if look.beard.endswith("beard") else 1.0  # whiskers leave little of them
    sheet.ink(head, lips.ringed(full, 1.35), lip, "lips")
    sheet.ink(head, lips.ringed(0.0), INSIDE, "mouth open")
    if tongue > 0.3 and drop > 0.1:
        up = drop * (0.45 if tongue < 0.8 else 0.15)
        sheet.inks(head, [[(x - wide * 0.55, y + drop * 0.9), (x - wide * 0.25, y + up),
                           (x + wide * 0.3, y + up), (x + wide * 0.55, y + drop * 0.9),
                           (x, y + drop * 1.05)]], TONGUE, "tongue")
    if teeth > 0.2:
        t = min(drop * (0.62 - 0.2 * min(1.0, bare * 2)), 0.095 * teeth)
        top = y - rise - 0.06 + 0.4 * min(0.0, lips.lift)
        low = y - rise * 0.5 + t
        row = [(x - wide, top), (x + wide, top), (x + wide, low + lips.lift * 0.6),
               (x + wide * 0.4, low), (x - wide * 0.4, low), (x - wide, low + lips.lift * 0.6)]
        sheet.inks(head, [row], TEETH, "teeth")
    if bare > 0.2:
        low = y + drop * (0.95 - 0.34 * bare)
        row = [(x - wide, low - 0.01), (x, low), (x + wide, low - 0.01), (x + wide, y + drop + 0.1),
               (x - wide, y + drop + 0.1)]
        sheet.inks(head, [row], shade(TEETH, 0.94), "teeth")
