"""The air of a shot as it is drawn: what falls, drifts, flashes, shimmers; and shafts of light.

Knows when each must be drawn; weather, motes and storm know how.
"""

from __future__ import annotations

import math
from dataclasses import replace

import cv2
import numpy as np

from tools.theatre import motes, storm, weather
from tools.theatre.beam import sweep
from tools.theatre.camera import View
from tools.theatre.engine import Frame
from tools.theatre.geometry import Plate, chance, seed_of
from tools.theatre.kernels_light import screen_mask, shimmer
from tools.theatre.layer import Card, Plane
from tools.theatre.mood import mood_of
from tools.theatre.scenery import Flat, Scenery
from tools.theatre.sets.sky import haze_band
from tools.theatre.spec import ShotSpec

SWAYING = ("tree", "wood", "grass", "leaf", "bush", "reed", "brush", "foreground", "curtain")
"""Parts of the names of flats that move in a wind."""

BANKS = {
    "fog": ((5.2, 1.9, 0.52), (1.7, 0.9, 0.34), (0.45, 0.5, 0.20), (-0.7, 0.36, 0.16)),
    "dust": ((4.0, 1.8, 0.60), (1.4, 1.0, 0.42), (-0.7, 0.4, 0.22)),
    "storm": ((5.0, 1.6, 0.40), (1.6, 0.8, 0.22)),
    "snow": ((5.0, 1.5, 0.34),),
}
"""Banks of fog by weather: depth, height, strength."""

SHAFT_STEP = 8
"""Shafts of light are worked out this many times smaller."""


def with_air(scenery: Scenery, spec: ShotSpec) -> Scenery:
    """Add banks of fog in depth, and let what can sway do so in a wind."""
    flats = scenery.flats
    if scenery.rig.interior:
        return scenery
    for k, (z, height, strength) in enumerate(BANKS.get(spec.light.weather, ())):
        drift = (0.05, -0.04, 0.06, -0.07)[k]
        flats += (haze_band(scenery.rig.air, z, height, strength, spec.place.seed + 40 + k, drift),)
    if spec.light.wind > 0 or spec.light.weather in ("wind", "storm"):
        flats = tuple(_swaying(flat) for flat in flats)
    return replace(scenery, flats=flats)


def _swaying(flat: Flat) -> Flat:
    if any(word in flat.name for word in SWAYING) and flat.z < 8:
        return replace(flat, sway=max(flat.sway, 0.022))
    return flat


class Atmosphere:
    """Draws the air of one shot; every frame depends on the spec and its number alone."""

    def __init__(self, spec: ShotSpec, scenery: Scenery) -> None:
        self.spec, self.scenery = spec, scenery
        self.kind, self.seed = spec.light.weather, spec.place.seed
        self.shafts = mood_of(spec.light.style).shafts
        self._row = np.zeros(spec.width, np.uint32)

    def flash(self, number: int) -> float:
        """Strength 0..1 of the lightning on a frame."""
        rate = self.spec.rate / self.spec.pace
        seen = 0.75 if self.scenery.rig.interior else 1.0
        return seen * storm.flash(self.kind, self.seed, number, rate)

    def behind(self, frame: Frame, thing: Card | Plane, view: View, number: int) -> None:
        """Draw what belongs behind everything nearer than a thing just drawn."""
        rig, seed = self.scenery.rig, self.seed
        seconds = number * self.spec.pace / self.spec.rate
        if thing.name == "outside":
            for pane in self.scenery.panes:
                weather.at_window(frame, self.kind, pane, view, seconds, rig, seed)
        elif thing.name == "water" and self.scenery.water is not None:
            motes.glints(frame, self.scenery.water, view, seconds, rig, seed)
        elif thing.name == "sky":
            self._bolt(frame, view, number)
        elif thing.name == "background" and not rig.interior:
            if self.scenery.beacon is not None:
                thick = min(0.85, 0.34 + 9.0 * rig.air.density) * rig.air.lamps
                sweep(frame, self.scenery.beacon, view, seconds, (196.0, 226.0, 255.0), thick)
            weather.fall(frame, self.kind, weather.FAR, view, seconds, rig, seed)
        if isinstance(thing, Plane) and not rig.interior:
            weather.splashes(frame, self.kind, thing.y, view, seconds, rig, seed)
            if self.kind == "heat haze":
                self._shimmer(frame, view, seconds)

    def over_all(self, frame: Frame, view: View, number: int) -> None:
        """Draw weather and motes in front of everything."""
        rig, seed = self.scenery.rig, self.seed
        seconds = number * self.spec.pace / self.spec.rate
        frame.order = 255
        if self.shafts:
            self._shine_through(frame, view, seconds)
        if not rig.interior:
            for depth in (weather.MIDDLE, weather.NEAR):
                weather.fall(frame, self.kind, depth, view, seconds, rig, seed)
        motes.motes(frame, self._drifting(), view, seconds, rig, seed)

    def _drifting(self) -> str:
        """What the air carries: the place's own motes unless the weather has others."""
        if self.scenery.rig.interior:
            return self.scenery.motes
        if self.kind == "dust":
            return "sand"
        if self.kind == "wind" or (self.spec.light.wind > 0 and self.kind != "storm"):
            return "gusts"
        return "none" if self.kind in weather.WET else self.scenery.motes

    def _bolt(self, frame: Frame, view: View, number: int) -> None:
        strength = storm.flash(self.kind, self.seed, number, self.spec.rate / self.spec.pace)
        if strength > 0.4:
            slot = math.floor(number * self.spec.pace / (storm.EVERY * self.spec.rate))
            storm.bolt(frame, view, self.seed, slot, strength)

    def _shimmer(self, frame: Frame, view: View, seconds: float) -> None:
        height = frame.size[1]
        y = (np.arange(height) + 0.5) / height
        near = np.exp(-(((y - view.horizon) / 0.10) ** 2))
        wave = np.sin(y * 190 + seconds * 8.1) + 0.6 * np.sin(y * 83 - seconds * 5.3)
        shimmer(frame.pixels, self._row, 0.0026 * height * near * wave)

    def _shine_through(self, frame: Frame, view: View, seconds: float) -> None:
        mask = self._pane_shafts(frame, view) if self.scenery.panes else self._sun_shafts(frame)
        if mask is None:
            return
        air = self.scenery.rig.air
        drift = 0.92 + 0.08 * math.sin(seconds * 0.7)
        tone = np.array([part / 255 * 0.38 * drift * self.shafts for part in air.sun_tone])
        if self.scenery.rig.interior:
            tone *= min(1.0, 1.3 * float(np.mean(air.window)))
        screen_mask(frame.pixels, mask, 0, 0, SHAFT_STEP, tone, frame.first, frame.order)

    def _sun_shafts(self, frame: Frame) -> Plate | None:
        """Rays from the sun, which stands above the picture on its own side."""
        width, height = frame.size
        w, h = width // SHAFT_STEP + 2, height // SHAFT_STEP + 2
        side = 1.0 if self.scenery.rig.air.sun[0] >= 0 else -1.0
        x = (np.arange(w)[None] / w - 0.5 - 0.42 * side) * width / height
        y = np.arange(h)[:, None] / h + 0.35
        turn = np.arctan2(x, y)
        rng = chance(seed_of(self.seed, "shafts"))
        rays = sum(
            float(weight) * np.sin(turn * float(rate) + float(phase))
            for weight, rate, phase in zip(
                (0.5, 0.32, 0.25), rng.uniform(9, 34, 3), rng.uniform(0, 6, 3), strict=True
            )
        )
        fade = np.clip(1.25 - 0.85 * np.hypot(x, y), 0, 1)
        return np.asarray(np.clip(rays * 0.9, 0, 1) * fade * 255, np.uint8)

    def _pane_shafts(self, frame: Frame, view: View) -> Plate | None:
        """Beams that fall from each window into the room."""
        width, height = frame.size
        mask = np.zeros((height // SHAFT_STEP + 2, width // SHAFT_STEP + 2), np.uint8)
        for pane in self.scenery.panes:
            lean = -0.55 if pane.x0 + pane.x1 > 0 else 0.55
            for k in range(2):
                a = pane.x0 + (pane.x1 - pane.x0) * (0.06 + 0.5 * k)
                b = a + (pane.x1 - pane.x0) * 0.38
                corners = (
                    (a, pane.y0, 0.0),
                    (b, pane.y0, 0.0),
                    (b, pane.y1, 1.0),
                    (a, pane.y1, 1.0),
                )
                top = [view.project(x, y, pane.z, frame.size) for x, y, _ in corners[:2]]
                low = [
                    view.project(x + lean * 1.6, y + 0.95, pane.z - 1.4, frame.size)
                    for x, y, _ in corners[2:]
                ]
                points = np.round(np.array([*top, *low]) / SHAFT_STEP * 16).astype(np.int32)
                cv2.fillPoly(mask, [points], (200,), cv2.LINE_AA, 4)
        fade = np.clip(1.15 - 0.75 * np.arange(mask.shape[0])[:, None] / mask.shape[0], 0, 1)
        return np.asarray(cv2.blur(mask, (5, 5)) * fade, np.uint8)
