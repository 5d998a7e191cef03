"""Where the camera is on every frame.

World: 1.0 is the height of an average adult; x right, y down (ground y = 0), z away from the
camera.
Picture measures are in frame heights, so that one track serves every output size. The picture is
drawn as a view camera sees it and then bent as the lens really looks (see bend.py). Knows no set
and no puppet.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from tools.theatre.bend import bend, in_pixels, reach
from tools.theatre.geometry import Plate
from tools.theatre.moves import RATES, REACH, Run, moved, shaken, share_of
from tools.theatre.spec import CameraSpec


@dataclass(frozen=True, slots=True)
class View:
    """The camera on one frame: place in the world, focal length, rotation as a shift, lens zoom."""

    x: float
    y: float
    z: float
    focal: float
    shift_x: float = 0.0
    shift_y: float = 0.0
    zoom: float = 1.0
    roll: float = 0.0

    def scale(self, z: float) -> float:
        """Frame heights covered by one world unit at depth z."""
        return self.zoom * self.focal / max(1e-3, z - self.z)

    def project(self, x: float, y: float, z: float, size: tuple[int, int]) -> tuple[float, float]:
        """World point to pixels of a (width, height) picture."""
        w, h = size
        k = self.focal / max(1e-3, z - self.z)
        return (
            w / 2 + h * self.zoom * (self.shift_x + k * (x - self.x)),
            h / 2 + h * self.zoom * (self.shift_y + k * (y - self.y)),
        )

    def window(self, z: float, aspect: float) -> tuple[float, float, float, float]:
        """World rectangle (x0, y0, x1, y1) that fills the frame at depth z."""
        k = self.focal / max(1e-3, z - self.z)
        half_x, half_y = aspect / 2 / self.zoom, 0.5 / self.zoom
        return (
            self.x + (-half_x - self.shift_x) / k,
            self.y + (-half_y - self.shift_y) / k,
            self.x + (half_x - self.shift_x) / k,
            self.y + (half_y - self.shift_y) / k,
        )

    @property
    def horizon(self) -> float:
        """Height of the horizon below the top of the frame, in frame heights."""
        return 0.5 + self.zoom * self.shift_y


@dataclass(frozen=True, slots=True)
class Track:
    """A camera move over a shot of `frames` frames.

    Any frame may be asked for, also outside the shot.
    """

    spec: CameraSpec
    frames: int
    rate: float
    aspect: float
    seed: int

    def at(self, frame: float) -> View:
        """The view on a frame, as it is drawn; outside the shot the move is at rest."""
        camera = self.spec
        view = View(camera.x, camera.y, camera.z, camera.focal, camera.shift_x, camera.shift_y)
        run = Run(camera, self.amount, self.aspect, self.seed)
        if camera.move in ("handheld", "float"):
            view = shaken(run, view, frame / self.rate)
        elif self.moves and camera.move != "roll":
            view = moved(run, view, self.share(frame) - camera.rest)
        if not self.bends:
            return view
        # A bent picture is drawn larger, about the middle of what will be seen of it.
        grown, middle = self._reach
        shift = view.shift_y - middle / view.zoom
        return replace(view, zoom=view.zoom / grown, shift_y=shift, roll=self._roll(frame))

    def share(self, frame: float) -> float:
        """How much of the move is done on a frame, 0..1."""
        return share_of(self.spec, frame, self.frames, self.rate)

    @property
    def bends(self) -> bool:
        """Whether the drawn picture is not yet what the lens sees: it leans or looks up or down."""
        return bool(self.spec.roll or self.spec.pitch)

    def onto_drawn(self, roll: float, size: tuple[int, int]) -> Plate:
        """The 3x3 map from pixels of the finished picture to the drawn one's, at a view's roll."""
        camera, (grown, middle) = self.spec, self._reach
        flat = bend(math.radians(camera.pitch), math.radians(roll), camera.focal)
        return in_pixels(flat, size, grown, middle)

    def onto_finished(self, roll: float, size: tuple[int, int]) -> Plate:
        """The 3x3 map from pixels of the drawn picture to the finished one's, at a view's roll."""
        return np.asarray(np.linalg.inv(self.onto_drawn(roll, size)))

    def seen(
        self, frame: float, point: tuple[float, float, float], size: tuple[int, int]
    ) -> tuple[float, float]:
        """World point (x, y, z) to pixels of the finished picture."""
        view = self.at(frame)
        x, y = view.project(*point, size)
        if not self.bends:
            return x, y
        # `project` counts from pixel corners, the map from pixel middles.
        px, py, w = self.onto_finished(view.roll, size) @ np.array([x - 0.5, y - 0.5, 1.0])
        return float(px / w) + 0.5, float(py / w) + 0.5

    @property
    def _reach(self) -> tuple[float, float]:
        camera = self.spec
        pitch, focal = math.radians(camera.pitch), camera.focal
        whole = reach(pitch, math.radians(camera.roll), focal, self.aspect)
        if camera.move != "roll":
            return whole
        level = reach(pitch, 0.0, focal, self.aspect)
        return max(whole[0], level[0]), level[1]

    def _roll(self, frame: float) -> float:
        rolling = self.spec.move == "roll"
        return self.spec.roll * (self.share(frame) if rolling else 1.0)

    @property
    def amount(self) -> float:
        """How far the whole move goes, as a share of the frame (or of the distance)."""
        seconds = self.frames / self.rate
        speed = self.spec.speed if self.spec.speed in RATES else "slow"
        reached = min(REACH[speed], max(0.5 * REACH["very_slow"], RATES[speed] * seconds))
        return reached * self.spec.span

    def views(self, handles: int) -> list[View]:
        """Every third view of the shot with its handles: what the set must cover."""
        last = self.frames + handles
        places = np.unique(np.append(np.arange(-handles, last, 3.0), [0.0, last]))
        return [self.at(float(place)) for place in places] if self.moves else [self.at(0)]

    @property
    def moves(self) -> bool:
        """Whether any two frames differ in view."""
        return self.spec.move not in ("static", "rack")
