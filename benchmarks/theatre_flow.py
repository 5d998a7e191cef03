"""Names a camera move from its frames alone, by tracked points. Knows no spec of the move.

Points are followed by Lucas-Kanade and fitted by one similarity: what one similarity explains is a
turn or a zoom, what it does not has parallax and is a travel. Signs follow the picture: when the
camera goes right, what it sees goes left.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import cv2
import numpy as np

from tools.theatre.geometry import Plate
from tools.theatre.spec import ShotSpec
from tools.theatre.stage import Stage
from tools.theatre.turn import turned

FROZEN = 1e-6
"""Pace of a world whose clouds, leaves and water stand still while the camera moves."""

STILL = 0.03
"""Pixels a frame; less is no movement."""

EXPLAINED = 0.85
"""Share of points one similarity explains where there is no parallax."""

SUDDEN = 0.014
"""Of the frame's width in a frame: as fast as this is a whip or a crash."""

SLOWER = 0.9
"""Share of the far's movement below which the near is held: an arc, a dolly zoom."""

SWUNG = 0.003
"""Change of scale that a crane's arm makes and a pedestal does not."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Points of one frame and where they went: places from the frame's middle, pixels."""

    at: Plate
    by: Plate
    scale: float
    turn: float
    inliers: float

    @property
    def middle(self) -> tuple[float, float]:
        """The median shift."""
        x, y = np.median(self.by, 0)
        return float(x), float(y)


def filmed(spec: ShotSpec) -> list[Plate]:
    """Every frame of a shot's scenery: no actors, weather, grain or time; grey uint8."""
    light = replace(spec.light, weather="clear", grain=0.0, haze=0.0)
    stage = Stage(replace(spec, light=light, actors=(), pace=FROZEN, hold=0))
    frames = []
    for number in range(spec.frames):
        packed = stage.draw(number)
        drawn = packed.view(np.uint8).reshape(*packed.shape, 4)
        track = stage.track
        seen = turned(drawn, track.at(number).roll, track) if track.bends else drawn
        colours = np.ascontiguousarray(seen[..., :3])
        frames.append(np.asarray(cv2.cvtColor(colours, cv2.COLOR_BGR2GRAY)))
    return frames


def tracked(first: Plate, last: Plate) -> Flow:
    """Follow corners from one frame to another."""
    corners = cv2.goodFeaturesToTrack(first, 700, 0.006, 7)
    went, found, _ = cv2.calcOpticalFlowPyrLK(
        first, last, corners, None, winSize=(25, 25), maxLevel=5
    )
    back, again, _ = cv2.calcOpticalFlowPyrLK(last, first, went, None, winSize=(25, 25), maxLevel=5)
    true = np.linalg.norm((back - corners)[:, 0], axis=1) < 0.5
    good = (found[:, 0] > 0) & (again[:, 0] > 0) & true
    at, to = corners[good][:, 0], went[good][:, 0]
    if len(at) < 12:
        return Flow(at, to - at, 1.0, 0.0, 0.0)
    fit, inside = cv2.estimateAffinePartial2D(
        at, to, method=cv2.RANSAC, ransacReprojThreshold=1.0, maxIters=4000
    )
    middle = np.array([first.shape[1] / 2, first.shape[0] / 2], np.float32)
    scale, turn = float(np.hypot(fit[0, 0], fit[1, 0])), float(np.arctan2(fit[1, 0], fit[0, 0]))
    return Flow(at - middle, to - at, scale, np.degrees(turn), float(inside.mean()))


def named(frames: list[Plate]) -> str:
    """What a director would call the move."""
    steps = [tracked(a, b) for a, b in pairwise(frames)]
    pace = np.array([float(np.median(np.linalg.norm(step.by, axis=1))) for step in steps])
    if pace.max() < STILL:
        return _pulled(frames)
    if max(pace[0], pace[-1]) > 0.22 * pace.max():
        return _unsteady(steps)
    first, last = _baseline(frames, pace)
    flow = tracked(frames[first], frames[last])
    sudden = pace.max() > SUDDEN * frames[0].shape[1] or (pace > 0.1 * pace.max()).mean() < 0.3
    # So fast, fewer points are followed well; nobody travels that fast either.
    explained = EXPLAINED * (0.6 if sudden else 1.0)
    return _turned(flow, sudden=bool(sudden)) if flow.inliers > explained else _travelled(flow)


def _baseline(frames: list[Plate], pace: Plate) -> tuple[int, int]:
    """Two frames about the fastest moment, some dozen pixels apart."""
    first = int(pace.argmax())
    last = first + 1
    wanted = 0.016 * frames[0].shape[1]
    while pace[first:last].sum() < wanted and (first > 0 or last < len(pace)):
        if last < len(pace):
            last += 1
        if first > 0:
            first -= 1
    return first, last


def _pulled(frames: list[Plate]) -> str:
    """Nothing moves; does the sharpness?"""
    before, after = (
        cv2.GaussianBlur(np.abs(cv2.Laplacian(f.astype(np.float32), cv2.CV_32F)), (0, 0), 12)
        for f in (frames[0], frames[-1])
    )
    change = np.abs(np.log((after + 0.4) / (before + 0.4)))
    return "rack_focus" if float(np.quantile(change, 0.9)) > 0.2 else "static"


def _unsteady(steps: list[Flow]) -> str:
    """It moves from the first frame to the last: a hand shakes, a rig floats."""
    turns = 0
    for axis in (0, 1):
        run = np.array([step.middle[axis] for step in steps])
        signs = np.sign(run[np.abs(run) > 0.15 * np.abs(run).max()])
        turns += int((np.diff(signs) != 0).sum())
    return "handheld" if turns >= 4 else "float"


def _turned(flow: Flow, *, sudden: bool) -> str:
    """One similarity explains it: a rotation or a lens."""
    (dx, dy), half = flow.middle, float(np.abs(flow.at).max())
    if abs(flow.turn) > 0.6 and abs(flow.scale - 1) < 0.03:
        return "roll"
    if abs(flow.scale - 1) * half * 0.5 > max(abs(dx), abs(dy)):
        way = "in" if flow.scale > 1 else "out"
        return f"crash_zoom_{way}" if sudden else f"zoom_{way}"
    if abs(dx) > abs(dy):
        way = "left" if dx > 0 else "right"
        return f"whip_pan_{way}" if sudden else f"pan_{way}"
    return "tilt_up" if dy > 0 else "tilt_down"


def _travelled(flow: Flow) -> str:
    """Parallax: the lens itself went somewhere; the foot of the picture is nearest to it."""
    half = float(np.abs(flow.at).max())
    far = np.linalg.norm(flow.at, axis=1) > 0.25 * half
    at, by = flow.at[far], flow.by[far]
    growth = (at * by).sum(1) / (at * at).sum(1)
    low = at[:, 1] > 0.55 * float(at[:, 1].max())
    (mx, my), grown = flow.middle, float(np.median(growth))
    if 0.6 * half * float(np.median(np.abs(growth))) > max(abs(mx), abs(my)):
        near, rest = float(np.median(growth[low])), float(np.median(growth[~low]))
        if near * rest < 0 or abs(near) < SLOWER * abs(rest):
            return "dolly_zoom"
        return "dolly_in" if grown > 0 else "dolly_out"
    axis = 0 if np.abs(by[:, 0]).mean() > np.abs(by[:, 1]).mean() else 1
    near, rest = float(np.median(by[low, axis])), float(np.median(by[~low, axis]))
    if axis == 0:
        # A truck drags what is near; round a subject it is the far that sweeps, the other way.
        if near * rest < 0 or abs(near) < SLOWER * abs(rest):
            return "arc_left" if rest < 0 else "arc_right"
        return "truck_left" if rest > 0 else "truck_right"
    way = "up" if rest > 0 else "down"
    # A crane's arm swings back as it rises; a pedestal only rises.
    return f"crane_{way}" if abs(flow.scale - 1) > SWUNG else f"pedestal_{way}"
