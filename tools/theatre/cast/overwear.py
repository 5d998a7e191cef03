"""What goes over a garment: apron, bib, strap, scarf, epaulettes. Knows no faces."""

from __future__ import annotations

from functools import partial

from tools.theatre.cast.body import around, turned, width_of
from tools.theatre.cast.colour import shade
from tools.theatre.cast.figure import Colour
from tools.theatre.cast.look import Look
from tools.theatre.cast.shape import Sheet, brushed, ring
from tools.theatre.cast.skeleton import Pose

# Outlines are read as rows of points.
# fmt: off

BRASS: Colour = (70.0, 150.0, 200.0)


def draw_overwear(sheet: Sheet, look: Look, pose: Pose) -> None:
    """Cut everything that is worn over the garment itself."""
    if look.top == "uniform":
        _epaulettes(sheet, look, pose)
    if look.top == "dungarees":
        _bib(sheet, pose, look.leg_cloth, width_of(look, pose))
    if look.apron is not None:
        _bib(sheet, pose, look.apron, width_of(look, pose), low=0.45)
    if look.strap is not None:
        _strap(sheet, look, pose, look.strap)
    if look.scarf is not None:
        _scarf(sheet, look, pose, look.scarf)


def _epaulettes(sheet: Sheet, look: Look, pose: Pose) -> None:
    w = width_of(look, pose)
    for side in (-0.52, 0.5):
        x = side * w
        tab = [(x - 0.02, 0.0), (x + 0.02, 0.0), (x + 0.024, 0.022), (x - 0.024, 0.022)]
        sheet.cut(pose.torso, tab, BRASS, smooth=False, shadow=0.3, edge=0.45, name="epaulette")
    if not pose.away:
        sheet.inks(pose.torso, [ring(turned(pose, -0.05), 0.07, 0.011, n=5)], BRASS, "badge",
                   within=False, smooth=False)


def _bib(sheet: Sheet, pose: Pose, cloth: Colour, w: float, low: float = 0.315) -> None:
    """Cut an apron's or dungarees' bib with its straps; from behind, the straps cross."""
    t, m = pose.torso, turned(pose, 0.0) * 0.6
    if pose.away:
        x = turned(pose, 0.0)
        cross = [[(x - 0.06, 0.0), (x - 0.04, 0.0), (x + 0.055, 0.2), (x + 0.035, 0.2)],
                 [(x + 0.06, 0.0), (x + 0.04, 0.0), (x - 0.055, 0.2), (x - 0.035, 0.2)]]
        for band in cross:
            sheet.cut(t, band, cloth, smooth=False, shadow=0.34, edge=0.34, name="strap")
        return
    for s in (-1.0, 1.0):
        band = [(m + s * w * 0.46, 0.09), (m + s * w * 0.3, 0.09), (m + s * w * 0.42, -0.002),
                (m + s * w * 0.58, 0.002)]
        sheet.cut(t, band, shade(cloth, 0.94), smooth=False, shadow=0.34, edge=0.34, name="strap")
    bib = [(m - w * 0.48, 0.08), (m + w * 0.48, 0.08), (m + w * 0.56, 0.19), (w * 0.86, 0.22),
           (w * 0.93, low - 0.03), (w * 0.72, low), (-w * 0.67, low), (-w * 0.9, low - 0.03),
           (-w * 0.84, 0.22), (m - w * 0.58, 0.19)]
    sheet.cut(t, bib, cloth, smooth=False, shadow=0.42, edge=0.34, form=0.18, name="bib")
    pocket = brushed([(m - w * 0.3, 0.13), (m - w * 0.28, 0.19), (m, 0.195), (m + w * 0.28, 0.19),
                      (m + w * 0.3, 0.13)], 0.003, ends=1.0)
    top = brushed([(m - w * 0.3, 0.13), (m, 0.131), (m + w * 0.3, 0.13)], 0.003, ends=1.0)
    sheet.glaze(t, [pocket, top], (0.6, 0.6, 0.64), 0.001, "seam")


def _strap(sheet: Sheet, look: Look, pose: Pose, tone: Colour) -> None:
    """Cut a bag's strap from the far shoulder to the near hip."""
    w = width_of(look, pose)
    band = [(w * 0.62, 0.0), (w * 0.4, -0.004), (-w * 0.98, 0.25), (-w * 0.98, 0.285)]
    sheet.cut(pose.torso, band, tone, smooth=False, shadow=0.4, edge=0.4, name="strap")


def _scarf(sheet: Sheet, look: Look, pose: Pose, cloth: Colour) -> None:
    t, x, n = pose.torso, partial(turned, pose), partial(around, pose)
    if not pose.away:
        tail = [(x(0.0), 0.0), (x(0.036), 0.004), (x(0.05), 0.13), (x(0.046), 0.17),
                (x(0.008), 0.172), (x(0.012), 0.12)]
        sheet.cut(t, tail, shade(cloth, 0.9), shadow=0.45, edge=0.34, form=0.15, name="scarf")
        fringe = [brushed([(x(a), 0.15), (x(a * 1.05), 0.174)], 0.002, ends=1.0)
                  for a in (0.015, 0.024, 0.033, 0.042)]
        sheet.glaze(t, fringe, (0.6, 0.6, 0.64), 0.0008, "fringe")
    wrap = [(n(-0.062), -0.04), (n(0.0), -0.03), (n(0.062), -0.04), (n(0.076), -0.008),
            (n(0.036), 0.028), (n(-0.03), 0.03), (n(-0.076), -0.004)]
    sheet.cut(t, wrap, cloth, shadow=0.5, edge=0.38, form=0.24, name="scarf")
    folds = [brushed([(n(-0.066), -0.026), (n(0.0), -0.008), (n(0.066), -0.028)], 0.004),
             brushed([(n(-0.066), -0.006), (n(0.0), 0.012), (n(0.064), -0.008)], 0.004)]
    sheet.glaze(t, folds, (0.68, 0.68, 0.72), 0.003, "fold")
