"""A performance played: look, performance and frame in, a posed figure out. Knows no pixels."""

from __future__ import annotations

import math

from tools.theatre.cast import body, face, hair, hats, life
from tools.theatre.cast.actions import ACTIONS, action_of
from tools.theatre.cast.beast import beast_figure
from tools.theatre.cast.bird import bird_figure
from tools.theatre.cast.figure import Figure, Point
from tools.theatre.cast.look import Look
from tools.theatre.cast.performance import Performance
from tools.theatre.cast.props import draw_prop, prop_in
from tools.theatre.cast.shape import Sheet
from tools.theatre.cast.skeleton import Pose, pose_of
from tools.theatre.cast.visemes import mouth_at

__all__ = ["ACTIONS", "Performance", "action_of", "figure"]

HELD_WORDS = {"read": "letter", "write": "pen", "type": "laptop", "drink": "cup"}


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
    pose = pose_of(look, performance, frame, fps)
    feel = _feel(look, performance, pose, frame, fps)
    sheet = Sheet()
    _draw(sheet, look, performance, pose, feel, frame)
    parts = sheet.parts(pose.world)
    return Figure(parts, _joints(pose), _head(pose))


def _feel(look: Look, performance: Performance, pose: Pose, frame: float, fps: float) -> face.Feel:
    seconds = frame / (fps if fps > 0 else 24.0)
    seed = performance.seed * 131 + look.seed + sum(map(ord, look.name[:40]))
    gx, gy = life.glance(seed, seconds)
    quiet = 0.4 if performance.speech else 0.7
    return face.Feel(
        pose.mien, mouth_at(performance.speech, frame, fps if fps > 0 else 24.0),
        life.blink(seed, seconds), performance.gaze[0] + gx * quiet,
        performance.gaze[1] + gy * quiet,
    )  # fmt: skip


def _draw(
    sheet: Sheet, look: Look, performance: Performance, pose: Pose, feel: face.Feel, frame: int
) -> None:
    body.draw_legs(sheet, look, pose)
    body.draw_arm(sheet, look, pose, "far")
    if not pose.away:
        hair.draw_back(sheet, look, pose.head, pose.head_yaw)
    body.draw_torso(sheet, look, pose)
    _draw_head(sheet, look, pose, feel)
    held = _held(look, performance, pose, frame)
    over = held and held[0] not in ("letter", "book")
    palm = body.draw_arm(sheet, look, pose, "near") if not over else None
    if held and palm is not None:
        draw_prop(sheet, palm, *held)
    elif held:
        x, y = pose.near_arm[2]
        draw_prop(sheet, pose.torso.__class__(x=x, y=y).child(0.014, 0.018), *held)
        body.draw_arm(sheet, look, pose, "near")


def _draw_head(sheet: Sheet, look: Look, pose: Pose, feel: face.Feel) -> None:
    head, yaw = pose.head, pose.head_yaw
    if pose.away:
        face.draw_skull(sheet, look, head, 0.0, away=True)
        hair.draw_nape(sheet, look, head)
        hats.draw_hat_behind(sheet, look, head)
        return
    face.draw_skull(sheet, look, head, yaw)
    hair.draw_beard(sheet, look, head, yaw)
    # a nod seen from the front moves the features over the skull
    features = head.child(0.0, 0.34 * pose.pitch * math.cos(min(yaw, 1.4)))
    face.draw_features(sheet, look, features, yaw, feel)
    hair.draw_moustache(sheet, look, features, yaw)
    hair.draw_front(sheet, look, head, yaw)
    if look.hair_style not in hair.COVERING and look.hat != "hood":
        face.draw_ear(sheet, look, head, yaw)
    hats.draw_glasses(sheet, look, features, yaw)
    hats.draw_hat(sheet, look, head, yaw)


def _held(
    look: Look, performance: Performance, pose: Pose, frame: int
) -> tuple[str, tuple[float, float, float] | None] | None:
    """Return (prop, its colour) in the near hand at a frame, or None."""
    words = [performance.action]
    for start, frames, action in performance.beats:
        if start <= frame < start + frames:
            words.append(action)
    for text in reversed(words):
        kind = prop_in(text)
        action = action_of(text)[0]
        if not kind and action in ("hold", "give", "carry"):
            kind = prop_in(look.props[0][0]) or "parcel" if look.props else "parcel"
        kind = kind or HELD_WORDS.get(action, "")
        if kind:
            return kind, _own_colour(look, kind)
    return None


def _own_colour(look: Look, kind: str) -> tuple[float, float, float] | None:
    for text, colour in look.props:
        if prop_in(text) == kind or (kind == "parcel" and not prop_in(text)):
            return colour
    return None


def _joints(pose: Pose) -> dict[str, Point]:
    """Return named joints in figure units; near is the side towards the camera's left of facing."""
    at = pose.world.at
    joints = {
        "neck": at(pose.torso.x, pose.torso.y), "hip": at(*pose.hip),
        "head": at(pose.head.x, pose.head.y), "nose": at(*pose.head.at(face.spot(0.0,
            pose.head_yaw)[0], 0.1)),
        "mouth": at(*pose.head.at(face.spot(0.06, pose.head_yaw)[0], 0.53)),
        "near_eye": at(*pose.head.at(face.spot(-face.EYE, pose.head_yaw)[0], -0.13)),
        "far_eye": at(*pose.head.at(face.spot(face.EYE, pose.head_yaw)[0], -0.13)),
    }  # fmt: skip
    for side, arm, leg in (
        ("near", pose.near_arm, pose.near_leg),
        ("far", pose.far_arm, pose.far_leg),
    ):
        joints[f"{side}_shoulder"], joints[f"{side}_elbow"] = at(*arm[0]), at(*arm[1])
        joints[f"{side}_hand"] = at(*arm[2])
        joints[f"{side}_hip"], joints[f"{side}_knee"] = at(*leg[0]), at(*leg[1])
        joints[f"{side}_foot"] = at(*leg[2])
    joints["ground"] = (pose.world.x, 0.0)
    return joints


def _head(pose: Pose) -> tuple[float, float, float]:
    x, y = pose.world.at(pose.head.x, pose.head.y)
    radius = math.hypot(pose.head.a, pose.head.c) * abs(pose.world.d)
    return (x, y, radius)
