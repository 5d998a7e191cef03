"""A posed puppet: cut parts, joints and a head. Knows nothing of paper or light."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Colour = tuple[float, float, float]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of cut paper.

    Attributes:
        points: float32 (n, 2), a closed outline in figure units (x right, y down).
        colour: unlit BGR, 0..255; the same in every shot of a film.
        shadow: how dark its shadow falls on the parts beneath, 0..1.
        texture: whether paper grain shows.
        edge: strength of the lit and shaded edge, 0 = flat.
        grade: top-to-bottom change of brightness, -1..1.
        name: what it is, for tests and masks.
        form: how round it stands: lit towards the light and dim away from it, 0 = a flat sheet.
        within: drawn only where the last part that is not `within` lies.
        soft: blur of a glaze's outline, figure units.
        glaze: no paper but a tint of what lies beneath: `colour` is then gains (b, g, r) in
            hundredths. It is shading, so that the albedo has none of it.
        breaks: where in `points` further outlines of the same part begin.
    """

    points: NDArray[np.float32]
    colour: Colour
    shadow: float = 0.45
    texture: bool = True
    edge: float = 0.20
    grade: float = 0.0
    name: str = ""
    form: float = 0.0
    within: bool = False
    soft: float = 0.0
    glaze: bool = False
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A posed puppet, back to front.

    One unit is the standing height of an average adult; the origin is the ground point between
    the feet (or the world's origin for a walker with a path); y points down.
    """

    parts: tuple[Part, ...]
    joints: Mapping[str, Point]
    head: tuple[float, float, float]
