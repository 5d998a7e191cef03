"""Birds: perch, hop, fly, peck, drink, carry, and a beak that speaks. Knows nothing of people.

Bird frame: body length about 1, feet on y = 0, facing right; a crow is 0.3 statures tall.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from tools.theatre.cast import life
from tools.theatre.cast.actions import bird_action
from tools.theatre.cast.colour import blend, from_hex, shade
from tools.theatre.cast.figure import Figure, Point
from tools.theatre.cast.look import Look
from tools.theatre.cast.performance import Performance
from tools.theatre.cast.props import draw_prop, prop_in
from tools.theatre.cast.shape import Place, Sheet, brushed, ease, limb, ring
from tools.theatre.cast.visemes import Mouth, mouth_at

# Outlines are read as rows of points.
# fmt: off

CROW = 0.34  # statures of one bird unit
WORLD_PACE = {"hop": 0.5, "fly": 1.4}
_TALL = {"owl": 0.5, "swan": 0.2}  # how upright the body sits, radians more


@dataclass(frozen=True, slots=True)
class BirdPose:
    """One moment of a bird: place and turn of body and head, wings, beak and legs."""

    x: float
    lift: float
    turn: float  # body, nose down
    head_turn: float
    neck: float  # 0 drawn in .. 1 stretched out and down
    flap: float  # -1 down .. 1 up; used when spread
    spread: float  # 0 folded .. 1 flying
    crouch: float
    action: str


def bird_figure(look: Look, performance: Performance, frame: float, fps: float) -> Figure:
    """Return a posed bird; the same contract as perform.figure."""
    fps = fps if fps > 0 else 24.0
    facing = performance.facing
    way = _way(performance, frame)
    if way[1]:
        facing = way[1]
    pose = _pose(look, performance, frame, fps, way)
    size = CROW * look.height
    world = Place(math.copysign(size, facing), 0.0, 0.0, size, pose.x, -pose.lift)
    sheet = Sheet()
    head = _draw(sheet, look, performance, pose, frame, fps)
    x, y = world.at(head.x, head.y)
    joints = {
        "neck": world.at(*head.at(-0.1, 0.12)), "head": (x, y), "ground": (pose.x, 0.0),
        "mouth": world.at(*head.at(0.3, 0.05)), "near_eye": world.at(*head.at(0.07, -0.04)),
        "near_hand": world.at(*head.at(0.36, 0.06)), "hip": world.at(0.0, -0.3),
        "near_foot": world.at(0.02, 0.0), "far_foot": world.at(0.1, 0.0),
    }
    return Figure(sheet.parts(world), joints, (x, y, 0.2 * size))


def _way(performance: Performance, frame: float) -> tuple[float, float, float]:
    """Return (x, direction, share of the way) along the performance's path."""
    start, stop = performance.walk_from, performance.walk_to
    if start is None or stop is None or not (math.isfinite(start) and math.isfinite(stop)):
        return (0.0, 0.0, 0.0)
    share = frame / max(performance.frames, 1)
    spans = [(s, n) for s, n, a in performance.beats if bird_action(a) in WORLD_PACE and n > 0]
    if spans:
        total = sum(n for _, n in spans)
        share = ease(sum(min(max(frame - s, 0.0), n) for s, n in spans) / total)
    return (start + (stop - start) * share, math.copysign(1.0, stop - start), share)


def _now(performance: Performance, frame: float, fps: float) -> tuple[str, float, float, str]:
    """Return (action, share of the beat, weight, its words) that shows at a frame."""
    for start, frames, words in reversed(performance.beats):
        if start <= frame < start + frames:
            slow = 0.7 if bird_action(words) == "fly" else 0.22  # seconds to take off or to bow
            soft = max(1.0, min(slow * fps, frames / 2))
            weight = min(ease((frame - start) / soft), ease((start + frames - frame) / soft))
            return bird_action(words), (frame - start) / max(frames, 1), weight, words
    return bird_action(performance.action), (frame / fps / 3.0) % 1.0, 1.0, performance.action


def _pose(
    look: Look, performance: Performance, frame: float, fps: float,
    way: tuple[float, float, float],
) -> BirdPose:
    action, share, weight, _ = _now(performance, frame, fps)
    seconds = frame / fps
    seed = performance.seed * 977 + look.seed + sum(map(ord, look.name[:40]))
    # birds move their heads in jerks: hold, then turn at once
    slot = seconds / 0.62
    old, new = (life.drift(seed, "cock", math.floor(slot) + k, 1.0) for k in (0, 1))
    cock = old + (new - old) * ease((slot - math.floor(slot)) * 6)
    head = 0.16 * cock + 0.12 * life.stress(performance, frame, fps)
    breath = 0.008 * life.breath(seed, seconds)
    base = BirdPose(way[0], 0.0, breath, head, 0.0, 0.0, 0.0, 0.0, action)
    if action == "fly":
        return _flying(base, seconds, share if not way[1] else way[2], weight, bool(way[1]))
    if action == "hop":
        return _hopping(base, look, performance, seconds, way, weight)
    if action in ("peck", "drink"):
        return _pecking(base, action, share, weight, seconds)
    return base


def _flying(base: BirdPose, seconds: float, share: float, weight: float, travels: bool) -> BirdPose:
    flap = math.sin(2 * math.pi * seconds * 2.6)
    arc = math.sin(math.pi * min(max(share, 0.0), 1.0))
    high = 0.25 + 0.4 * arc if travels else 0.5 * weight
    lift = (high - 0.03 * flap) * weight
    return BirdPose(base.x, lift, -0.1 - 0.05 * flap, 0.1, 0.35, flap, weight, 0.0, "fly")


def _hopping(
    base: BirdPose, look: Look, performance: Performance, seconds: float,
    way: tuple[float, float, float], weight: float,
) -> BirdPose:
    """Jump from spot to spot: still while on the ground, so that the feet do not slide."""
    if not way[1]:
        phase = seconds * 2.2
        up = math.sin(math.pi * (phase % 1.0)) * weight
        return BirdPose(0.0, 0.06 * up, -0.1 * up, base.head_turn, 0.0, 0.0, 0.12 * up,
                        0.1 * (1 - up), "hop")
    start, stop = performance.walk_from or 0.0, performance.walk_to or 0.0
    hops = max(1, round(abs(stop - start) / (0.3 * look.height)))
    at = way[2] * hops
    jump = max(0.0, min(1.0, (at - math.floor(at) - 0.3) / 0.7))
    x = start + (stop - start) * (math.floor(at) + ease(jump)) / hops
    up = math.sin(math.pi * jump)
    return BirdPose(x, 0.07 * up, -0.12 * up, base.head_turn, 0.0, 0.0, 0.15 * up,
                    0.12 * (1 - up), "hop")


def _pecking(base: BirdPose, action: str, share: float, weight: float, seconds: float) -> BirdPose:
    if action == "peck":
        down = weight * max(0.0, math.sin(2 * math.pi * seconds * 1.3)) ** 0.7
    else:
        down = weight * (ease(share * 4) if share < 0.55 else 1 - ease((share - 0.55) * 5))
    swallow = ease((share - 0.62) * 6) * (1 - ease((share - 0.9) * 10))
    back = -0.35 * weight * swallow if action == "drink" else 0.0
    return BirdPose(base.x, 0.0, 0.5 * down, base.head_turn * (1 - down) + back, down, 0.0, 0.0,
                    0.15 * down, action)


def _draw(
    sheet: Sheet, look: Look, performance: Performance, pose: BirdPose, frame: float, fps: float
) -> Place:
    upright = _TALL.get(look.species, 0.0)
    rear = (0.42 + upright) * (1 - pose.spread)
    body = Place().child(0.0, -0.36 + 0.1 * pose.crouch, pose.turn - rear)
    _legs(sheet, look, pose, body)
    if pose.spread > 0.02:
        _wing(sheet, look, body, pose, far=True)
    _tail(sheet, look, body, pose)
    reach = 0.06 * pose.neck
    head_at = body.at(0.37 + reach, -0.1 + 0.04 * pose.neck)
    long_neck = 0.55 if look.species == "swan" else 0.0
    head = Place().child(head_at[0] + 0.02, head_at[1] - 0.1 - long_neck * (1 - 0.8 * pose.neck),
                         pose.head_turn + 0.9 * pose.neck * (1 - pose.spread))
    _trunk(sheet, look, body, head)
    _head(sheet, look, performance, pose, head, frame, fps)
    _wing(sheet, look, body, pose, far=False)
    return head


def _legs(sheet: Sheet, look: Look, pose: BirdPose, body: Place) -> None:
    tone = shade(look.skin, 0.9)
    for x, far in ((0.1, True), (0.0, False)):
        root = body.at(-0.02 + x * 0.7, 0.16)
        fold = pose.spread if pose.action == "fly" else 0.0
        foot = (x - 0.02 - 0.22 * fold, -0.02 - 0.26 * fold)
        gain = 0.8 if far else 1.0
        sheet.cut(Place(), limb((root, foot), (0.03, 0.016)), shade(tone, gain), shadow=0.2,
                  name="leg")
        if fold < 0.5:
            toes = [(foot[0] - 0.07, 0.0), (foot[0], -0.035), (foot[0] + 0.12, -0.006),
                    (foot[0] + 0.11, 0.012), (foot[0] - 0.06, 0.012)]
            sheet.cut(Place(), toes, shade(tone, gain), smooth=False, shadow=0.15, name="foot")


def _tail(sheet: Sheet, look: Look, body: Place, pose: BirdPose) -> None:
    long = 0.32 if look.species in ("owl", "hen", "swan") else 0.5
    up = 0.25 if look.species == "hen" else 0.0
    points = [(-0.28, -0.06), (-0.4 - long * 0.8, -0.02 - up), (-0.42 - long, 0.05 - up),
              (-0.4 - long * 0.8, 0.11 - up), (-0.26, 0.1)]
    sheet.cut(body, points, shade(look.trim, 0.88), name="tail")
    if "feather" in look.marks:
        tip = -0.38 - long
        quill = [(-0.3, 0.0), (tip + 0.04, 0.01 - up), (tip, 0.045 - up), (-0.3, 0.035)]
        sheet.cut(body, quill, look.hat_cloth, shadow=0.15, edge=0.1, name="feather")


def _trunk(sheet: Sheet, look: Look, body: Place, head: Place) -> None:
    nx, ny = _into(body, head.at(-0.06, -0.02))
    points = [(-0.4, 0.02), (-0.24, -0.15), (0.05, -0.2), (nx - 0.1, ny - 0.06),
              (nx + 0.13, ny + 0.06), (0.42, 0.06), (0.28, 0.2),
              (0.02, 0.25), (-0.24, 0.16)]
    sheet.cut(body, points, look.cloth, grade=0.1, edge=0.3, form=0.26, name="torso")
    breast = [(nx + 0.1, ny + 0.1), (0.4, 0.07), (0.27, 0.19), (0.06, 0.23), (0.12, 0.1),
              (0.22, 0.0)]
    sheet.cut(body, breast, look.shirt, shadow=0.12, edge=0.22, form=0.2, name="breast")
    downs = [brushed([(x, y), (x - 0.012, y + 0.022), (x - 0.03, y + 0.026)], 0.005)
             for x, y in ((0.3, 0.06), (0.24, 0.1), (0.18, 0.15), (0.29, 0.13), (0.22, 0.19))]
    sheet.inks(body, downs, shade(look.shirt, 0.82), "strand")


def _into(frame: Place, point: Point) -> Point:
    dx, dy = point[0] - frame.x, point[1] - frame.y
    det = frame.a * frame.d - frame.b * frame.c or 1.0
    return ((frame.d * dx - frame.b * dy) / det, (frame.a * dy - frame.c * dx) / det)


def _wing(sheet: Sheet, look: Look, body: Place, pose: BirdPose, *, far: bool) -> None:
    folded = [(0.24, -0.08), (0.12, -0.15), (-0.12, -0.12), (-0.42, 0.02), (-0.62, 0.12),
              (-0.36, 0.13), (-0.06, 0.13), (0.2, 0.06)]
    tip = -1.0 * pose.flap
    spread = [(0.22, -0.08), (0.2, -0.1 + 0.38 * tip), (0.02, -0.08 + 0.74 * tip),
              (-0.26, -0.04 + 0.98 * tip), (-0.44, 0.02 + 0.9 * tip),
              (-0.34, 0.04 + 0.56 * tip), (-0.3, 0.06 + 0.24 * tip), (-0.16, 0.06)]
    k = pose.spread
    outline = [(p[0] + (q[0] - p[0]) * k, p[1] + (q[1] - p[1]) * k) for p, q in zip(folded,
        spread, strict=True)]
    if far:
        outline = [(x + 0.1, y * 0.9) for x, y in outline]
    sheet.cut(body, outline, shade(look.trim, 0.78 if far else 1.0), shadow=0.5,
              edge=0.34, form=0.24, name="wing")
    if not far and k < 0.5:
        quills = [brushed([(0.1 - 0.08 * j, low), (-0.2, low + 0.035), (-0.5, low + 0.07)], 0.008)
                  for j, low in enumerate((-0.03, 0.015, 0.055))]
        sheet.inks(body, quills, shade(look.trim, 0.76), "quill")
        scales = [brushed([(x, y - 0.03), (x - 0.03, y), (x, y + 0.03)], 0.007)
                  for x, y in ((0.16, -0.05), (0.1, -0.09), (0.09, 0.0), (0.03, -0.06))]
        sheet.inks(body, scales, shade(look.trim, 1.3), "strand")


def _head(
    sheet: Sheet, look: Look, performance: Performance, pose: BirdPose, head: Place, frame: float,
    fps: float,
) -> None:
    mouth: Mouth = mouth_at(performance.speech, frame, fps)
    gape = max(mouth.open, 0.35 * mouth.round)
    seed = performance.seed * 131 + look.seed + sum(map(ord, look.name[:40]))
    shut = life.blink(seed, frame / fps)
    big = 1.25 if look.species == "owl" else 1.0
    long = 0.24 * look.nose
    sheet.cut(head, [(0.12, 0.02), (0.14 + long * 0.8, 0.06 + 0.14 * gape),
                     (0.1, 0.1 + 0.04 * gape), (0.05, 0.07)],
              shade(look.skin, 0.82), smooth=False, shadow=0.1, name="beak low")
    if gape > 0.12:
        sheet.ink(head, [(0.12, 0.03), (0.1 + long * 0.7, 0.045),
                         (0.1 + long * 0.6, 0.045 + 0.08 * gape), (0.1, 0.08)],
                  from_hex("#7a2c30"), "mouth open")
    held = prop_in(_now(performance, frame, fps)[3]) or ("pebble" if pose.action == "carry" else "")
    if held:
        draw_prop(sheet, head.child(0.14 + long * 0.75, 0.08, 0.0, 2.2), held, None)
    hook = 0.05 if look.species in ("parrot", "owl") else 0.0
    sheet.cut(head, [(0.08, -0.05), (0.16, -0.04), (0.14 + long * 0.7, 0.0 + hook * 0.2),
                     (0.15 + long, 0.05 + hook - 0.03 * gape), (0.13, 0.05)],
              look.skin, smooth=False, shadow=0.2, edge=0.34, form=0.2, name="beak")
    skull = [(x * big, y * big) for x, y in
             [(-0.19, 0.06), (-0.2, -0.07), (-0.1, -0.17), (0.05, -0.17), (0.14, -0.08),
              (0.15, 0.03), (0.08, 0.12), (-0.08, 0.16)]]
    sheet.cut(head, skull, shade(look.cloth, 1.06), shadow=0.3, edge=0.32, form=0.28, name="head")
    _bird_eye(sheet, look, performance, head, shut, big)
    if look.species == "hen":
        sheet.cut(head, [(-0.06, -0.15), (-0.04, -0.25), (0.02, -0.2), (0.06, -0.26),
                         (0.1, -0.16)], from_hex("#b5353b"), name="comb")


def _bird_eye(
    sheet: Sheet, look: Look, performance: Performance, head: Place, shut: float, big: float
) -> None:
    from tools.theatre.cast.emotion import mien

    x, y, r = 0.06, -0.04, 0.052 * big
    felt = mien(performance.emotion, performance.strength)
    rim = blend(look.cloth, from_hex("#f0e8d8"), 0.75 * (1 - shut))
    sheet.ink(head, ring(x, y, r * 1.25, r * 1.25 * (1 - 0.7 * shut)), rim, "eye")
    if shut < 0.7:
        sheet.ink(head, ring(x + 0.008, y, r * 0.95, r * (1 - shut)), look.eyes, "iris")
        sheet.ink(head, ring(x + 0.012, y, r * 0.6, r * 0.6 * (1 - shut)), from_hex("#120e0d"),
                  "pupil")
        sheet.ink(head, ring(x + 0.026, y - 0.016, 0.016 * big, n=6),
                  (252.0, 252.0, 250.0), "glint")
    # the lid is a brow too: level at ease, turned down inwards in anger, up in sorrow
    drop = max(0.0, felt.lid) * 0.03 + max(0.0, felt.knit) * 0.016 - 0.012 * felt.brow
    tilt = 0.034 * felt.knit - 0.014
    lid = [(x - r * 1.3, y - r * 1.25 - tilt + drop), (x, y - r * 1.62 + drop * 0.8),
           (x + r * 1.3, y - r * 1.25 + tilt + drop), (x + r * 1.2, y - r * 1.05 + tilt + drop),
           (x, y - r * 1.36 + drop), (x - r * 1.2, y - r * 1.05 - tilt + drop)]
    sheet.ink(head, lid, shade(look.cloth, 0.72), "lid")
