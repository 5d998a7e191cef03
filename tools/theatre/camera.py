"""Where the camera is on every frame.

Real geometry, so that a truck has parallax and a pan has none.

World: 1.0 is the height of an average adult; x right, y down (ground y = 0), z away from the
camera.
Picture measures are in frame heights, so that one track serves every output size. Knows no set and
no puppet.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from tools.theatre.geometry import settle
from tools.theatre.spec import CameraSpec

# Share of a frame (or of the subject distance) that a move covers in a second, by speed word.
RATES = {"very_slow": 0.018, "slow": 0.035, "medium": 0.075, "fast": 0.15, "whip": 0.6}
SIGNS = {
    "pan_left": 1.0,
    "pan_right": -1.0,
    "tilt_up": 1.0,
    "tilt_down": -1.0,
    "truck_left": -1.0,
    "truck_right": 1.0,
    "crane_up": -1.0,
    "crane_down": 1.0,
    "dolly_in": 1.0,
    "dolly_out": -1.0,
    "arc_left": -1.0,
    "arc_right": 1.0,
    "vertigo_in": 1.0,
    "zoom_in": 1.0,
    "zoom_out": -1.0,
}
"""Which way a move goes: of the picture for rotations, of the camera for travels."""

WHIP_AT, WHIP_SECONDS = 0.22, 0.42
"""When a whip or a crash starts, as a share of the shot, and how long it takes."""

REACH = {"very_slow": 0.10, "slow": 0.20, "medium": 0.36, "fast": 0.60, "whip": 1.1}


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


def cover(degrees: float, aspect: float) -> float:
    """How much larger a picture must be drawn to fill the frame when it is turned."""
    turn = math.radians(abs(degrees))
    return math.cos(turn) + max(aspect, 1 / aspect) * math.sin(turn)


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
        """The view on a frame; outside the shot the move is at rest at its end."""
        camera = self.spec
        view = View(camera.x, camera.y, camera.z, camera.focal, camera.shift_x, camera.shift_y)
        if camera.roll:
            # A leaning picture is drawn wider and turned; what is framed stays as large.
            turn = camera.roll * self._share(frame) if camera.move == "roll" else camera.roll
            view = replace(view, zoom=1 / cover(camera.roll, self.aspect), roll=turn)
        if camera.move in ("static", "roll"):
            return view
        if camera.move == "handheld":
            return self._handheld(view, frame / self.rate)
        return self._moved(view, self._share(frame) - camera.rest)

    def _share(self, frame: float) -> float:
        """How much of the move is done, 0..1; a whip waits, then does it all at once."""
        if self.spec.speed == "whip":
            start = WHIP_AT * self.frames
            return settle((frame - start) / (WHIP_SECONDS * self.rate), 0.2, 0.45)
        return settle(frame / max(1, self.frames - 1))

    def _moved(self, view: View, u: float) -> View:
        """`u` runs from -rest to 1 - rest, so that the framing is exact where u is 0."""
        camera, aspect = self.spec, self.aspect
        sign = SIGNS.get(camera.move, 0.0)
        step, distance = self.amount * u * sign, camera.subject_z - camera.z
        across = step * aspect * distance / camera.focal
        if camera.follow:
            across = camera.follow * u
        moved = view
        match camera.move.split("_", maxsplit=1)[0]:
            case "pan":
                moved = replace(view, shift_x=view.shift_x + step * aspect)
            case "tilt":
                moved = replace(view, shift_y=view.shift_y + 0.8 * step)
            case "truck":
                moved = replace(view, x=view.x + across)
            case "crane":
                moved = replace(view, y=min(-0.06, view.y + 0.55 * across))
            case "dolly":
                moved = self._dollied(view, u * sign, distance)
            case "zoom":
                moved = replace(view, zoom=view.zoom * (1.0 + 1.1 * self.amount) ** (u * sign))
            case "arc":
                held = view.focal / distance * across
                moved = replace(view, x=view.x + across, shift_x=view.shift_x + held)
            case "vertigo":
                moved = self._stretched(view, u * sign, distance)
        return moved

    def _dollied(self, view: View, u: float, distance: float) -> View:
        """Distance shrinks by a ratio, and the tilt follows so that the head keeps its place."""
        ratio = (1.0 - 0.62 * self.amount) ** u
        z = self.spec.subject_z - distance * ratio
        before = view.focal / distance * (self.spec.aim_y - view.y)
        after = before / ratio
        return replace(view, z=z, shift_y=view.shift_y + before - after)

    def _stretched(self, view: View, u: float, distance: float) -> View:
        """Dolly one way, zoom the other: the subject keeps its size while the place stretches."""
        ratio = (1.0 - 0.62 * self.amount) ** u
        z = self.spec.subject_z - distance * ratio
        shift_x, shift_y = view.shift_x / ratio, view.shift_y / ratio
        return replace(view, z=z, zoom=view.zoom * ratio, shift_x=shift_x, shift_y=shift_y)

    def _handheld(self, view: View, t: float) -> View:
        seed = self.seed % 97
        strength = {"very_slow": 0.5, "slow": 0.7, "medium": 1.0, "fast": 1.5}.get(
            self.spec.speed, 1.0
        )
        sway = [
            math.sin(t * f + seed * (k + 1)) for k, f in enumerate((1.9, 3.1, 5.3, 1.3, 2.7, 4.7))
        ]
        distance = self.spec.subject_z - self.spec.z
        return replace(
            view,
            x=view.x + 0.004 * strength * distance * sway[3],
            y=min(-0.06, view.y + 0.003 * strength * distance * sway[4]),
            shift_x=view.shift_x
            + strength * (0.0052 * sway[0] + 0.0026 * sway[1] + 0.0010 * sway[2]),
            shift_y=view.shift_y
            + strength * (0.0042 * sway[1] + 0.0022 * sway[0] + 0.0008 * sway[5]),
        )

    @property
    def amount(self) -> float:
        """How far the whole move goes, as a share of the frame (or of the distance)."""
        seconds = self.frames / self.rate
        speed = self.spec.speed if self.spec.speed in RATES else "slow"
        reach = min(REACH[speed], max(0.5 * REACH["very_slow"], RATES[speed] * seconds))
        return reach * self.spec.span

    def views(self, handles: int) -> list[View]:
        """Every third view of the shot with its handles: what the set must cover."""
        last = self.frames + handles
        places = np.unique(np.append(np.arange(-handles, last, 3.0), [0.0, last]))
        return [self.at(float(place)) for place in places] if self.moves else [self.at(0)]

    @property
    def moves(self) -> bool:
        """Whether any two frames differ in view."""
        return self.spec.move != "static"
