"""Cuts a posed person from back to front: limbs, garments, head, hat, what is held.

Knows no time and no light.
"""

from __future__ import annotations

from tools.theatre.cast import beard, body, eyes, face, garment, hair, hats, limbs, mouth
from tools.theatre.cast.holding import Held
from tools.theatre.cast.look import Look
from tools.theatre.cast.props import draw_prop
from tools.theatre.cast.shape import Place, Sheet
from tools.theatre.cast.skeleton import Pose

TURNED_AWAY = 0.1  # radians; seen from behind and turned more than this, the far arm is in front


def draw_person(
    sheet: Sheet, look: Look, pose: Pose, feel: face.Feel, held: Held | None, palm: Place
) -> None:
    """Cut the whole person and what is held in the near hand, at the place `palm`."""
    first, last = ("far", "near")
    if pose.away and pose.body_yaw > TURNED_AWAY:
        first, last = last, first
    limbs.draw_legs(sheet, look, pose, first)
    _arm(sheet, look, pose, first, (held, palm))
    if not pose.away:
        hair.draw_back(sheet, look, pose.head, pose.head_yaw)
        hats.draw_behind(sheet, look, pose.head, pose.head_yaw)
    body.draw_torso(sheet, look, pose)
    garment.draw_front(sheet, look, pose)
    if pose.away:
        _head_behind(sheet, look, pose)
    else:
        _head(sheet, look, pose, feel)
    _arm(sheet, look, pose, last, (held, palm))


def _arm(sheet: Sheet, look: Look, pose: Pose, side: str, grip: tuple[Held | None, Place]) -> None:
    """Cut one arm, and the prop in the near hand: thin ones over it, others under its fingers."""
    held, palm = grip
    if side == "far" or held is None:
        limbs.draw_arm(sheet, look, pose, side)
    elif held.kind in ("letter", "book"):
        draw_prop(sheet, limbs.draw_arm(sheet, look, pose, side), held.kind, held.colour)
    else:
        draw_prop(sheet, palm, held.kind, held.colour)
        limbs.draw_arm(sheet, look, pose, side)


def _head_behind(sheet: Sheet, look: Look, pose: Pose) -> None:
    face.draw_skull(sheet, look, pose.head, pose.head_yaw, away=True)
    hair.draw_nape(sheet, look, pose.head, pose.head_yaw)
    hats.draw_hat_behind(sheet, look, pose.head, pose.head_yaw)


def _head(sheet: Sheet, look: Look, pose: Pose, feel: face.Feel) -> None:
    head, yaw = pose.head, pose.head_yaw
    # a nod seen from the front moves the features over the skull
    nod = 0.34 * pose.pitch * max(0.0, 1.0 - abs(yaw) / 1.4)
    features = head.child(0.0, nod)
    face.draw_skull(sheet, look, head, yaw)
    face.draw_cheeks(sheet, look, features, yaw, feel)
    beard.draw_beard(sheet, look, head, yaw)
    face.draw_marks(sheet, look, features, yaw)
    mouth.draw_mouth(sheet, look, features, yaw, feel)
    face.draw_age(sheet, look, features, yaw, feel)
    eyes.draw_eyes(sheet, look, features, yaw, feel)
    face.draw_nose(sheet, look, features, yaw, feel)
    beard.draw_moustache(sheet, look, features, yaw)
    hair.draw_front(sheet, look, head, yaw)
    # Brows go over the hair, as draughtsmen do: a fringe must not hide a feeling.
    eyes.draw_brows(sheet, look, features, yaw, feel)
    if look.hair_style not in hair.COVERING and look.hat not in hats.COVERING:
        face.draw_ear(sheet, look, head, yaw)
    hats.draw_glasses(sheet, look, features, yaw)
    hats.draw_hat(sheet, look, head, yaw)
