"""Control passes of a shot: what a generator is told of a frame before it draws it.

Depth, poses, ids, unlit colours and lines of the very frame the theatre draws, under the same
camera, without its depth of field, grain, light effects and weather. Knows no generator.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from memory.errors import BadRequest
from tools.theatre.engine import Frame
from tools.theatre.geometry import Plate
from tools.theatre.layer import Card, Placed, Plane
from tools.theatre.passes_depth import nearness, reach_of
from tools.theatre.passes_fit import fitted, sampled
from tools.theatre.passes_line import drawing, edges, outlines
from tools.theatre.passes_plot import Plot, plot
from tools.theatre.passes_pose import Keypoints, draw_pose, keypoints
from tools.theatre.post import to_bgr
from tools.theatre.spec import ShotSpec
from tools.theatre.stage import Stage
from tools.theatre.turn import turned

KINDS = ("depth", "pose", "ids", "albedo", "edges", "line", "keypoints")
SET_FROM = 128
"""Id of the farthest thing of the set; the cast counts from 1, 0 is nothing."""

MOST_CAST = SET_FROM - 1
UNHUMAN = ("bird", "beast", "thing")
"""Kinds of figures without a human skeleton."""


@dataclass(frozen=True, slots=True)
class Named:
    """What an id of the mask stands for: one of the cast, or a thing or ground of the set."""

    number: int
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Told:
    """The passes of a run: which frames, in what size, what ids mean, and what was changed.

    Attributes:
        reach: world units from the lens that count as nearest in the depth pass; a pixel of value
            v lies 65535 * reach / v units away.
        frames: yields one mapping of kind to picture (or keypoints) per number, in order.
    """

    size: tuple[int, int]
    numbers: tuple[int, ...]
    legend: tuple[Named, ...]
    reach: float
    notes: tuple[str, ...]
    frames: Iterator[Mapping[str, Any]]


def passes(
    spec: ShotSpec,
    frames: int | Sequence[int],
    kinds: Sequence[str] = ("depth", "pose", "ids"),
    size: tuple[int, int] | None = None,
) -> Told:
    """The control passes of a shot.

    Args:
        spec: the shot.
        frames: how many, spread from the first to the last; or which ones.
        kinds: of KINDS.
        size: (width, height) in pixels; another aspect is recomposed, an odd size snapped.

    Raises:
        BadRequest: an unknown kind, no frames, or a size that cannot be drawn.
    """
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        raise BadRequest(f"There is no pass {unknown[0]!r}.", f"There are {', '.join(KINDS)}.")
    spec, notes = fitted(spec, size)
    numbers, said = sampled(spec, frames) if isinstance(frames, int) else (list(frames), ())
    sight = Sight(spec)
    dumb = [p.actor.name for p in sight.stage.puppets if p.look.kind in UNHUMAN]
    if dumb and {"pose", "keypoints"} & set(kinds):
        notes += (f"no human skeleton for {', '.join(dict.fromkeys(dumb))}: a box only",)
    told = (sight.frame(number, kinds) for number in numbers)
    return Told(spec.size, tuple(numbers), sight.legend, sight.reach, (*notes, *said), told)


class Sight:
    """Draws the passes of one shot; one stage serves them all."""

    def __init__(self, spec: ShotSpec) -> None:
        self.stage = Stage(spec)
        self.reach = reach_of(self.stage)
        self._frame: Frame | None = None

    @property
    def legend(self) -> tuple[Named, ...]:
        """What the ids mean."""
        cast = [
            Named(number, puppet.actor.name, puppet.look.kind)
            for number, puppet in enumerate(self.stage.puppets, start=1)
        ]
        things = [
            Named(SET_FROM + place, thing.name, "card" if isinstance(thing, Card) else "ground")
            for place, thing in enumerate(self.stage.baked.things)
        ]
        return (*cast, *things)

    def frame(self, number: int, kinds: Sequence[str]) -> dict[str, Any]:
        """The passes asked for of one frame: depth uint16, pictures uint8, or Keypoints."""
        plotted = plot(self.stage, number)
        made: dict[str, Any] = {}
        for kind in kinds:
            made[kind] = self._pass(kind, plotted, number, made)
        return made

    def _pass(self, kind: str, plotted: Plot, number: int, made: Mapping[str, Any]) -> Any:
        match kind:
            case "depth":
                return self.lean(nearness(self.stage, plotted, self.reach), plotted)
            case "ids":
                return self.lean(self.ids(plotted), plotted)
            case "albedo":
                return self.lean(albedo_of(plotted), plotted)
            case "edges":
                return self.lean(edges(plotted, self.painted(plotted, number)), plotted)
            case "line":
                near = nearness(self.stage, plotted, self.reach)
                lines = edges(plotted, self.painted(plotted, number))
                return self.lean(drawing(lines, outlines(plotted), near), plotted)
        people: list[Keypoints] = made.get("keypoints") or self.keypoints(plotted)
        return people if kind == "keypoints" else draw_pose(people, self.stage.spec.size)

    def keypoints(self, plotted: Plot) -> list[Keypoints]:
        """The joints of everyone, where the leaning picture has them."""
        return keypoints(plotted, self.stage.spec.size, self._matrix(plotted))

    def ids(self, plotted: Plot) -> Plate:
        """Who or what each pixel shows, uint8; see `legend`."""
        owner = np.zeros(len(plotted.names), np.uint8)
        for one in plotted.cast:
            owner[one.first : one.last] = min(one.number, MOST_CAST)
        things = np.arange(SET_FROM - 1, SET_FROM + 255, dtype=np.int64).clip(0, 255)
        things[0] = 0
        own = owner[plotted.part]
        return np.where(own > 0, own, things.astype(np.uint8)[plotted.thing])

    def painted(self, plotted: Plot, number: int) -> Plate:
        """The set as it is painted, without cast, glow and weather, BGR uint8."""
        spec = self.stage.spec
        frame = self._frame = self._frame or Frame(spec.size)
        placed: list[Any] = self.stage.place(plotted.view, number * spec.pace / spec.rate)
        frame.begin([p if isinstance(p, Placed) else p[:2] for p in placed])
        for thing, place in zip(self.stage.baked.things, placed, strict=True):
            if isinstance(thing, Card):
                frame.card(place)
            elif isinstance(thing, Plane):
                frame.plane(thing, place)
            else:
                frame.order += 1
                thing.draw(frame, place)
        packed = frame.pixels.view(np.uint8).reshape(*frame.pixels.shape, 4)
        return np.ascontiguousarray(packed[..., :3])

    def lean(self, plate: Plate, plotted: Plot) -> Plate:
        """A pass turned as the picture is; nothing is mixed between neighbours."""
        if not self.stage.track.bends:
            return plate
        return turned(plate, plotted.view.roll, self.stage.track, sharp=True)

    def _matrix(self, plotted: Plot) -> Plate | None:
        """The 3x3 map by which the drawn picture is bent; None when it is as the lens sees it."""
        track = self.stage.track
        return track.onto_finished(plotted.view.roll, self.stage.spec.size) if track.bends else None


def albedo_of(plotted: Plot) -> Plate:
    """The cast in their own unlit colours on black, BGR uint8 (height, width, 3)."""
    return np.clip(plotted.colours, 0, 255).astype(np.uint8)[plotted.part]


def first_and_last(spec: ShotSpec, size: tuple[int, int] | None = None) -> tuple[Plate, Plate]:
    """The finished first and last frame at a generator's size, BGR uint8 (height, width, 3)."""
    spec, _ = fitted(spec, size)
    stage = Stage(spec)
    first, last = (to_bgr(stage.planes(number)) for number in (0, spec.length - 1))
    return first, last
