"""A performance played: look, performance and frame in, a posed figure out. Knows no pixels."""

from __future__ import annotations

import math

from tools.theatre.cast import face, life, person
from tools.theatre.cast.actions import ACTIONS, action_of
from tools.theatre.cast.beast import beast_figure
from tools.theatre.cast.bird import bird_figure
from tools.theatre.cast.figure import Figure, Point
from tools.theatre.cast.holding import Held, held
from tools.theatre.cast.look import Look
from tools.theatre.cast.performance import Performance
from tools.theatre.cast.props import draw_prop
from tools.theatre.cast.shape import Place, Sheet
from tools.theatre.cast.skeleton import Pose, place_of_thing, pose_of
from tools.theatre.cast.thing import thing_figure
from tools.theatre.cast.visemes import mouth_at

__all__ = ["ACTIONS", "Performance", "action_of", "figure"]

_FLAMES = {"lantern": 0.09, "candle": -0.075}  # below the wrist, figure units


def figure(look: Look, performance: Performance, frame: int, fps: float) -> Figure:
    """Return the whole puppet at a frame; a pure function, any integer frame is legal.

    Args:
        look: who.
        performance: what.
        frame: of the shot; may be before or after it.
        fps: frames a second, above 0.
    """
    if look.kind == "bird":
        return bird_figure(look, performance, frame, fps)
    if look.kind == "beast":
        return beast_figure(look, performance, frame, fps)
    if look.kind == "thing":
        return thing_figure(look, performance, frame, fps)
    pose = pose_of(look, performance, frame, fps)
    feel = _feel(look, performance, pose, frame, fps)
    sheet = Sheet()
    rate = fps if fps > 0 else 24.0
    thing = held(look, performance, frame, rate)
    lies = place_of_thing(look, performance, frame, rate) if thing and thing.lies else (0.0, 0.0)
    _draw(sheet, look, pose, feel, thing, lies)
    parts = sheet.parts(pose.world)
    joints = _joints(pose)
    if thing and not thing.lies and thing.kind in _FLAMES:
        x, y = pose.near_arm[2]
        joints["light"] = pose.world.at(x + 0.014, y + _FLAMES[thing.kind])
    return Figure(parts, joints, _head(pose))


def _feel(look: Look, performance: Performance, pose: Pose, frame: float, fps: float) -> face.Feel:
    fps = fps if fps > 0 else 24.0
    seconds = frame / fps
    seed = performance.seed * 131 + look.seed + sum(map(ord, look.name[:40]))
    gx, gy = life.glance(seed, seconds)
    quiet = 0.4 if performance.speech or performance.looks else 0.7
    mouth = mouth_at(performance.speech, frame, fps, performance.levels)
    shut = max(life.blink(seed, seconds), pose.blink)
    return face.Feel(pose.mien, mouth, shut, pose.gaze[0] + gx * quiet, pose.gaze[1] + gy * quiet)


def _draw(
    sheet: Sheet, look: Look, pose: Pose, feel: face.Feel, thing: Held | None, lies: Point
) -> None:
    if thing and thing.lies:
        at = ((lies[0] - pose.world.x) / pose.world.a, lies[1] / pose.world.d)
        _lay(sheet, thing, at)
    carried = thing if thing and not thing.lies else None
    person.draw_person(sheet, look, pose, feel, carried, _palm(pose))


def _palm(pose: Pose) -> Place:
    """Return where a held thing is; as it tips to the mouth it moves up into the fingers."""
    (ex, ey), (x, y) = pose.near_arm[1], pose.near_arm[2]
    share, along = min(1.0, max(0.0, pose.tip) / 0.35), math.atan2(y - ey, x - ex)
    dx, dy = 0.014, 0.018
    dx += (0.05 * math.cos(along) - dx) * share
    dy += (0.05 * math.sin(along) - dy) * share
    return Place(x=x, y=y).child(dx, dy).child(0.0, 0.0, -pose.tip)


def _lay(sheet: Sheet, thing: Held, at: Point) -> None:
    """Cut a thing where it lies: its lowest point on the table or the ground."""
    trial = Sheet()
    draw_prop(trial, Place(), thing.kind, thing.colour)
    low = max((float(part.points[:, 1].max()) for part in trial.parts(Place())), default=0.0)
    draw_prop(sheet, Place(x=at[0], y=at[1] - low), thing.kind, thing.colour)


def _joints(pose: Pose) -> dict[str, Point]:
    """Return named joints in figure units; near is what is drawn in front."""
    at, yaw = pose.world.at, pose.head_yaw
    joints = {
        "neck": at(pose.torso.x, pose.torso.y),
        "hip": at(*pose.hip),
        "head": at(pose.head.x, pose.head.y),
    }
    marks = {"nose": (0.0, 0.1), "mouth": (0.06, 0.53)}
    marks |= {"near_eye": (-face.EYE, -0.13), "far_eye": (face.EYE, -0.13)}
    for name, (longitude, y) in marks.items():
        joints[name] = at(*pose.head.at(face.spot(longitude, yaw)[0], y))
    sides = (("near", pose.near_arm, pose.near_leg), ("far", pose.far_arm, pose.far_leg))
    for side, arm, leg in sides:
        for joint, point in zip(("shoulder", "elbow", "hand"), arm, strict=True):
            joints[f"{side}_{joint}"] = at(*point)
        for joint, point in zip(("hip", "knee", "foot"), leg, strict=True):
            joints[f"{side}_{joint}"] = at(*point)
    joints["ground"] = (pose.world.x, 0.0)
    # the body's own sides: seen from the front, its right is on the left of the picture
    nearest = "right" if (pose.world.a > 0) != pose.away else "left"
    other = "left" if nearest == "right" else "right"
    for own, side in ((nearest, "near"), (other, "far")):
        for joint in ("shoulder", "elbow", "hand", "hip", "knee", "foot"):
            joints[f"{own}_{joint}"] = joints[f"{side}_{joint}"]
    return joints


def _head(pose: Pose) -> tuple[float, float, float]:
    x, y = pose.world.at(pose.head.x, pose.head.y)
    radius = math.hypot(pose.head.a, pose.head.c) * abs(pose.world.d)
    return (x, y, radius)
