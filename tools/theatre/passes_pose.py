"""Keypoints of the people on a plotted frame, in the order of OpenPose's COCO-18. Knows no set.

Left and right are the person's own, also mirrored or seen from behind. Birds, animals and things
have no such skeleton: they get a box only, and the pass says so.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from tools.theatre.geometry import Plate
from tools.theatre.passes_plot import Cast, Plot

JOINTS = (
    "nose", "neck", "right_shoulder", "right_elbow", "right_wrist", "left_shoulder", "left_elbow",
    "left_wrist", "right_hip", "right_knee", "right_ankle", "left_hip", "left_knee", "left_ankle",
    "right_eye", "left_eye", "right_ear", "left_ear",
)  # fmt: skip
OURS = {"wrist": "hand", "ankle": "foot"}
"""What the puppets call a joint, where it is called otherwise."""

BONES = (
    (1, 2), (1, 5), (2, 3), (3, 4), (5, 6), (6, 7), (1, 8), (8, 9), (9, 10), (1, 11), (11, 12),
    (12, 13), (1, 0), (0, 14), (14, 16), (0, 15), (15, 17),
)  # fmt: skip
SEEN, HIDDEN, OUTSIDE = 1.0, 0.5, 0.0
"""Confidence of a joint that shows, of one behind something, and of one out of the frame."""

EAR, EYE = 1.45, 0.5
"""Longitude of ears and eyes on the skull, radians."""

SKULL = 0.76
"""Half width of a skull, in head radii."""

SLIM = 0.035
"""Shoulders nearer than this across the picture, in world units, hide one another."""

STICK = 4 / 512
"""Half the thickness of a drawn bone, as a share of the picture's shorter side."""


@dataclass(frozen=True, slots=True)
class Keypoints:
    """One of the cast on one frame.

    Attributes:
        number: the value in the id mask; name, kind: whom, and person, child, bird, beast or thing.
        box: (x0, y0, x1, y1) in pixels of what is seen of them, half open; None when nothing is.
        points: float32 (18, 2), x and y in pixels, in the order of JOINTS; None for those that
            have no human skeleton.
        visible: bool (18,), False for what is behind something or out of the frame.
        inside: bool (18,), False for what is out of the frame.
        confidence: float32 (18,): SEEN, HIDDEN or OUTSIDE.
    """

    number: int
    name: str
    kind: str
    box: tuple[int, int, int, int] | None
    points: Plate | None
    visible: Plate
    inside: Plate
    confidence: Plate


def keypoints(plotted: Plot, size: tuple[int, int], lean: Plate | None = None) -> list[Keypoints]:
    """Everyone's joints on a frame; `lean` is the 3x3 map by which the picture is bent."""
    return [_of(one, plotted, size, lean) for one in plotted.cast]


def _of(one: Cast, plotted: Plot, size: tuple[int, int], lean: Plate | None) -> Keypoints:
    none = np.zeros(len(JOINTS), bool)
    blank = np.zeros(len(JOINTS), np.float32)
    name, kind = one.puppet.actor.name, one.puppet.look.kind
    box = _box(one, plotted, lean)
    if "right_shoulder" not in one.posed.joints:
        return Keypoints(one.number, name, kind, box, None, none, none, blank)
    local, turned_to_us = _joints(one)
    z, scale = one.puppet.actor.z, plotted.view.scale(one.puppet.actor.z) * size[1]
    origin = plotted.view.project(one.puppet.x, one.puppet.actor.y, z, size)
    flat = np.array([local[joint] for joint in JOINTS], np.float64) * scale + origin
    points = flat if lean is None else _bent(flat, lean)
    inside = (points >= 0).all(1) & (points[:, 0] < size[0]) & (points[:, 1] < size[1])
    if z - plotted.view.z < 0.1:
        inside = none
    shows = np.array([
        _shows(joint, tuple(at), one, plotted, turned_to_us) for joint, at in
        zip(JOINTS, flat, strict=True)
    ])  # fmt: skip
    visible = inside & shows
    confidence = np.where(visible, SEEN, np.where(inside, HIDDEN, OUTSIDE)).astype(np.float32)
    floats = points.astype(np.float32)
    return Keypoints(one.number, name, kind, box, floats, visible, inside, confidence)


def _bent(points: Plate, lean: Plate) -> Plate:
    """Points (n, 2) of the drawn picture where the finished one has them."""
    seen = np.column_stack([points, np.ones(len(points))]) @ lean.T
    return np.asarray(seen[:, :2] / seen[:, 2:])


def _joints(one: Cast) -> tuple[dict[str, tuple[float, float]], dict[str, bool]]:
    """Every joint in figure units, and which face and limb joints are turned towards us."""
    known = one.posed.joints
    nearest = "right" if known["right_shoulder"] == known["near_shoulder"] else "left"
    other = "left" if nearest == "right" else "right"
    at: dict[str, tuple[float, float]] = {"nose": known["nose"]}
    for side in ("left", "right"):
        for joint in ("shoulder", "elbow", "wrist", "hip", "knee", "ankle"):
            at[f"{side}_{joint}"] = known[f"{side}_{OURS.get(joint, joint)}"]
    (rx, ry), (lx, ly) = at["right_shoulder"], at["left_shoulder"]
    at["neck"] = ((rx + lx) / 2, (ry + ly) / 2)
    at[f"{nearest}_eye"], at[f"{other}_eye"] = known["near_eye"], known["far_eye"]
    facing = _ears(one, at, nearest, other)
    slim = abs(rx - lx) < SLIM
    for joint in ("shoulder", "hip"):
        facing[f"{nearest}_{joint}"], facing[f"{other}_{joint}"] = True, not slim
    return at, facing


def _ears(
    one: Cast, at: dict[str, tuple[float, float]], nearest: str, other: str
) -> dict[str, bool]:
    """Put the ears on the skull that nose and eyes lie on; tell which of them all face us."""
    (hx, hy, radius), (nx, _) = one.posed.head, at["nose"]
    shown = {name for name in (part.name for part in one.posed.parts) if name}
    ahead = "nose" in shown or "eye" in shown
    mirror = 1.0 if at[f"{other}_eye"][0] >= at[f"{nearest}_eye"][0] else -1.0
    yaw = math.asin(max(-1.0, min(1.0, mirror * (nx - hx) / (SKULL * max(radius, 1e-6)))))
    eye = (at["left_eye"][1] + at["right_eye"][1]) / 2
    height = eye + 0.18 * radius if ahead else hy
    facing = {"nose": ahead}
    for side, way in ((nearest, -1.0), (other, 1.0)):
        x = hx + mirror * SKULL * radius * math.sin(way * EAR + yaw)
        at[f"{side}_ear"] = (x, height)
        facing[f"{side}_ear"] = math.cos(way * EAR + yaw) > -0.12 if ahead else True
        facing[f"{side}_eye"] = ahead and math.cos(way * EYE + yaw) > 0.05
    return facing


def _shows(
    joint: str, at: tuple[float, ...], one: Cast, plotted: Plot, facing: dict[str, bool]
) -> bool:
    """Whether the pixel of a joint shows its own person, and no limb laid over it."""
    x, y = round(at[0]), round(at[1])
    height, width = plotted.part.shape
    if not (0 <= x < width and 0 <= y < height and facing.get(joint, True)):
        return False
    number = int(plotted.part[y, x])
    if not one.first <= number < one.last:
        return False
    name = plotted.names[number]
    if joint.endswith(("elbow", "wrist", "knee", "ankle")):
        known = one.posed.joints
        side, kind = joint.split("_")
        own = "near" if known[f"{side}_shoulder"] == known["near_shoulder"] else "far"
        across = {"near": "far", "far": "near"}[own]
        if name.startswith(across):
            return False
        hidden_by = ("torso", "skirt", "head", "shirt", "lapel", "belt", "apron")
        return not (own == "far" and kind in ("elbow", "wrist") and name in hidden_by)
    return not name.startswith("prop")


def _box(one: Cast, plotted: Plot, lean: Plate | None) -> tuple[int, int, int, int] | None:
    mask = ((plotted.part >= one.first) & (plotted.part < one.last)).view(np.uint8)
    if lean is not None:
        size = mask.shape[::-1]
        mask = np.asarray(cv2.warpPerspective(mask, lean, size, flags=cv2.INTER_NEAREST))
    x, y, wide, tall = cv2.boundingRect(mask)
    return (x, y, x + wide, y + tall) if wide else None


def as_openpose(people: list[Keypoints], size: tuple[int, int]) -> dict[str, Any]:
    """The keypoints as OpenPose writes them: (x, y, confidence) of 18 joints in a row."""
    rows = []
    for one in people:
        if one.points is not None:
            table = np.column_stack([one.points, one.confidence])
            table[~one.inside] = 0
            rows.append({"person_id": [one.number], "pose_keypoints_2d": _listed(table)})
    return {"version": 1.3, "people": rows, "canvas_width": size[0], "canvas_height": size[1]}


def _listed(table: Plate) -> list[float]:
    return [round(float(value), 3) for value in table.reshape(-1)]


def draw_pose(people: list[Keypoints], size: tuple[int, int]) -> Plate:
    """The skeletons in OpenPose's colours on black, BGR uint8 (height, width, 3)."""
    width, height = size
    bones = np.zeros((height, width, 3), np.uint8)
    thick = max(1.0, STICK * min(width, height))
    shown = [one for one in people if one.points is not None]
    for place, (a, b) in enumerate(BONES):
        for one in shown:
            if one.points is not None and one.inside[a] and one.inside[b]:
                _stick(bones, one.points[a], one.points[b], thick, _hue(place))
    picture = (bones.astype(np.uint16) * 3 // 5).astype(np.uint8)
    for place in range(len(JOINTS)):
        for one in shown:
            if one.points is not None and one.inside[place]:
                x, y = (round(float(v)) for v in one.points[place])
                cv2.circle(picture, (x, y), round(thick), _hue(place), -1, cv2.LINE_AA)
    return picture


def _stick(picture: Plate, a: Plate, b: Plate, thick: float, colour: tuple[int, int, int]) -> None:
    middle, way = (a + b) / 2, b - a
    centre = (round(float(middle[0])), round(float(middle[1])))
    axes = (round(float(np.hypot(*way)) / 2), max(1, round(thick)))
    turn = round(math.degrees(math.atan2(float(way[1]), float(way[0]))))
    outline = cv2.ellipse2Poly(centre, axes, turn, 0, 360, 1)
    cv2.fillConvexPoly(picture, outline, colour)


def _hue(place: int) -> tuple[int, int, int]:
    """The colour of a bone or a joint, BGR: the hue wheel in steps of 20 degrees."""
    sector, share = divmod(place * 20, 60)
    up, down = round(255 * share / 60), round(255 * (60 - share) / 60)
    red, green, blue = (
        (255, up, 0), (down, 255, 0), (0, 255, up), (0, down, 255), (up, 0, 255), (255, 0, down)
    )[sector % 6]  # fmt: skip
    return (blue, green, red)
