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
from tools.theatre.cast.thing import thing_figure
from tools.theatre.cast.visemes import mouth_at

__all__ = ["ACTIONS", "Performance", "action_of", "figure"]

_FLAMES = {"lantern": 0.09, "candle": -0.075}  # below the wrist, figure units
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
    if look.kind == "thing":
        return thing_figure(look, performance, frame, fps)
    pose = pose_of(look, performance, frame, fps)
    feel = _feel(look, performance, pose, frame, fps)
    sheet = Sheet()
    _draw(sheet, look, performance, pose, feel, frame)
    parts = sheet.parts(pose.world)
    joints = _joints(pose)
    held = _held(look, performance, pose, frame)
    if held and held[0] in _FLAMES:
        x, y = pose.near_arm[2]
        joints["light"] = pose.world.at(x + 0.014, y + _FLAMES[held[0]])
    return Figure(parts, joints, _head(pose))


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
