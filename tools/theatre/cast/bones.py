"""From targets to solved joints: legs on planted feet, trunk, arms. Knows no action and no time."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from tools.theatre.cast import gait
from tools.theatre.cast.emotion import Mien
from tools.theatre.cast.figure import Point
from tools.theatre.cast.look import Look
from tools.theatre.cast.shape import Place, ease, elbow
from tools.theatre.cast.stance import Stance

UPPER, FORE = 0.162, 0.15
THIGH, SHIN, ANKLE, TOE = 0.236, 0.222, 0.035, 0.095
TORSO = 0.315
HIP_HEIGHT, SEAT_HEIGHT = 0.4915, 0.285
BUILD = 0.962  # makes these lengths, hair included, one unit tall
HEAD_SIZE = 0.103  # half the height of an adult's head
LEANS = {"run": 0.17, "climb": 0.36}
"""How far a gait leans into its way, radians; the others hardly do."""

STRETCH = 0.13
"""How far hips may go after a hand that must reach something, statures."""

Chain = tuple[Point, Point, Point]


@dataclass(frozen=True, slots=True)
class Pose:
    """Solved joints of a person in a body that faces right; `world` mirrors and places it.

    arm: (shoulder, elbow, wrist); leg: (hip, knee, ankle); yaws in radians, 0 = towards us;
    head_yaw is never below 0: a head turned back over the shoulder is mirrored (`turned_back`).
    """

    world: Place
    torso: Place
    head: Place
    near_arm: Chain
    far_arm: Chain
    near_leg: Chain
    far_leg: Chain
    near_toe: float
    far_toe: float
    hip: Point
    body_yaw: float
    head_yaw: float
    half: float
    away: bool
    seated: float  # 0 stands .. 1 sits
    mien: Mien
    action: str
    pitch: float  # radians, nose down
    gaze: Point = (0.0, 0.0)  # -1..1, x towards where the head faces, y down
    blink: float = 0.0
    tip: float = 0.0  # radians, what is held
    turned_back: bool = False
    planted: tuple[bool, bool] = (True, True)  # near foot, far foot


@dataclass(frozen=True, slots=True)
class Bearing:
    """How the body stands towards the camera, and how much it walks and sits (0..1).

    Attributes:
        spread: 1 in its full view .. 0 as it turns through the front.
        apart: distance of a foot from the middle, the same all through a shot.
        depth: how much of a step shows sideways.
        seat: how far behind the feet the hips are on a seat.
        turn: 0..1 while the feet follow a turn on the spot, else -1.
        reach: where the near hand must be, in the body's frame, and how much (0..1).
    """

    body_yaw: float
    head_yaw: float
    sign: float
    going: float
    away: bool
    seated: float
    depth: float
    spread: float = 1.0
    apart: float = 0.05
    seat: float = 0.15
    turn: float = -1.0
    reach: tuple[float, float, float] = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Bones:
    """Joints of legs, trunk and arms in the body's frame."""

    near_leg: Chain
    far_leg: Chain
    toes: Point
    planted: tuple[bool, bool]
    hip: Point
    torso: Place
    head: Place
    half: float
    near_arm: Chain
    far_arm: Chain


def solve(look: Look, stance: Stance, way: gait.Course, bearing: Bearing) -> Bones:
    """Bend a body towards its targets; the feet stay where they are planted."""
    stance = _stretched(look, stance, way, bearing)
    near, far, toes, planted, hip = _legs(stance, way, bearing)
    torso, head, half = _trunk(look, stance, way.footfall, bearing, hip)
    arms = _arms(stance, way.footfall, bearing, torso, half)
    return Bones(near, far, toes, planted, hip, torso, head, half, *arms)


def _stretched(look: Look, stance: Stance, way: gait.Course, bearing: Bearing) -> Stance:
    """Lean, shift and sink as far as the near hand needs to get to its place."""
    x, y, weight = bearing.reach
    if weight <= 0:
        return stance
    low = ease((y + 0.42) / 0.36)
    bent = replace(
        stance,
        lean=stance.lean + weight * (0.10 + 0.68 * low),
        sink=stance.sink + 0.24 * low * weight,
        shift=stance.shift - 0.09 * low * weight,
    )
    hip = _legs(bent, way, bearing)[4]
    torso, _, half = _trunk(look, bent, way.footfall, bearing, hip)
    shoulder = torso.at(-half * 0.8, 0.052)
    far = max(1e-6, math.dist(shoulder, (x, y)))
    missing = min(STRETCH, max(0.0, far - (UPPER + FORE) * 0.97) * 1.15) * weight
    over, under = (x - shoulder[0]) / far, max(0.0, y - shoulder[1]) / far
    across = math.copysign(missing * max(abs(over), 1 - low), over)
    return replace(bent, shift=bent.shift + across, sink=bent.sink + missing * under * low)


def _legs(
    stance: Stance, way: gait.Course, bearing: Bearing
) -> tuple[Chain, Chain, Point, tuple[bool, bool], Point]:
    """Return (near leg, far leg, their toes' pitch, which is planted, middle of the hips)."""
    fall, going, yaw = way.footfall, bearing.going, bearing.body_yaw
    feet = _feet(way, bearing)
    hip_y = -HIP_HEIGHT + stance.sink - fall.flight * going
    hip_x = stance.shift + 0.012 * going - bearing.seat * bearing.seated
    hip_y += (-SEAT_HEIGHT - hip_y) * bearing.seated
    leg = (THIGH + SHIN) * 0.999
    for x, y, _, _ in feet:
        reach = leg * leg - (x - hip_x) ** 2
        hip_y = max(hip_y, y - math.sqrt(max(reach, 0.01)))
    width = 0.058 * math.cos(yaw) + 0.012
    chains = []
    for side, (x, y, _, _) in zip((-1.0, 1.0), feet, strict=True):
        hip = (hip_x + side * width * 0.75, hip_y)
        knee, _ = elbow(hip, (x, y), THIGH, SHIN, -1.0)
        # Seen from the front a knee bends towards us, not to the side.
        straight = hip[0] + (x - hip[0]) * THIGH / (THIGH + SHIN)
        knee = (straight + (knee[0] - straight) * min(1.0, math.sin(yaw) / 0.5), knee[1])
        # On a seat the thighs come towards us and look shorter than they are.
        down = min(1.0, bearing.seated)
        lap = (x - 0.005, hip_y + 0.012 + 0.02 * math.cos(yaw))
        knee = (knee[0] + (lap[0] - knee[0]) * down, knee[1] + (lap[1] - knee[1]) * down)
        chains.append((hip, knee, (x, y)))
    toes = (feet[0][2], feet[1][2])
    return chains[0], chains[1], toes, (feet[0][3], feet[1][3]), (hip_x, hip_y)


def _feet(way: gait.Course, bearing: Bearing) -> list[tuple[float, float, float, bool]]:
    """Return (x, y, pitch, planted) of the near and the far foot in the body's frame."""
    fall, going = way.footfall, bearing.going
    pair = (fall.right, fall.left) if bearing.sign > 0 else (fall.left, fall.right)
    flip = -1.0 if way.direction and way.direction != bearing.sign else 1.0
    feet = []
    for side, (ahead, lift, swing, heel) in zip((-1.0, 1.0), pair, strict=True):
        toe = heel if swing < 0 else heel + 0.45 * math.sin(2 * math.pi * swing) * going
        # The heel rises about the toe, which stays where it is planted.
        x = side * bearing.apart + flip * ahead * bearing.depth + flip * TOE * (1 - math.cos(heel))
        step = _shuffle(bearing, right=(side < 0) == (bearing.sign > 0))
        up = lift + step
        feet.append((x, -ANKLE - up - TOE * math.sin(heel), flip * toe, up < 1e-4))
    return feet


def _shuffle(bearing: Bearing, *, right: bool) -> float:
    """Return how high a foot is lifted as a turn on the spot takes it round."""
    if bearing.turn < 0:
        return 0.0
    start = 0.12 if right else 0.5
    u = (bearing.turn - start) / 0.38
    return 0.026 * math.sin(math.pi * u) if 0 < u < 1 else 0.0


def _trunk(
    look: Look, stance: Stance, fall: gait.Footfall, bearing: Bearing, hip: Point
) -> tuple[Place, Place, float]:
    """Return (torso from the base of the neck down, head, half the body's width)."""
    yaw, turn = bearing.body_yaw, bearing.head_yaw
    lean = stance.lean + LEANS.get(fall.kind, 0.05) * bearing.going
    torso = Place().child(hip[0], hip[1], lean).child(0.0, -TORSO)
    half = math.hypot(0.106 * math.cos(yaw) * look.shoulders, 0.07 * math.sin(yaw))
    half *= 0.75 + 0.25 * look.girth
    nod = lean * 0.35 + stance.head_tilt * (0.35 + 0.65 * min(1.0, math.sin(abs(turn)) + 0.2))
    skull = torso.child(0.018 * math.sin(yaw) + 0.02 * look.stoop, -0.03 + 0.014 * look.stoop)
    size = HEAD_SIZE * look.head
    upright = Place(x=skull.x, y=skull.y).child(0.0, 0.0, nod, size)
    neck = -0.97 if look.age not in ("child", "baby") else -0.95
    head = upright.child(0.07 + 0.08 * math.sin(turn), neck)
    return torso, replace(head, a=head.a * look.face, c=head.c * look.face), half


def _arms(
    stance: Stance, fall: gait.Footfall, bearing: Bearing, torso: Place, half: float
) -> tuple[Chain, Chain]:
    """Return (near arm, far arm), swinging against the legs of a walk."""
    going, run = bearing.going, fall.kind == "run"
    swing = (0.17 if run else 0.14) * fall.swing * going * bearing.depth * bearing.sign
    lift = 0.02 * abs(fall.swing) * going + (0.15 * going if run else 0.0)
    rest = Stance()
    busy = abs(stance.near_x - rest.near_x) + abs(stance.near_y - rest.near_y)
    # A hand that holds something swings little, and hardly at all under a weight.
    free = max(0.15, 1 - busy * 6) * (1 - stance.load)
    run_in = 0.1 * going if run else 0.0
    near = (stance.near_x - swing * free + run_in * free, stance.near_y - lift * free)
    far = (stance.far_x + swing + 0.3 * run_in, stance.far_y - lift)
    near, far = _through_front(near, far, bearing.spread, busy)
    x, y, weight = bearing.reach
    if weight > 0:
        to = (x - torso.x, y - torso.y)
        near = (near[0] + (to[0] - near[0]) * weight, near[1] + (to[1] - near[1]) * weight)
    return (
        _arm(torso, -half * 0.8, stance.shrug, near, stance.near_bend),
        _arm(torso, half * 0.74, stance.shrug, far, stance.far_bend),
    )


def _through_front(near: Point, far: Point, spread: float, busy: float) -> tuple[Point, Point]:
    """Bring both hands to mirrored places as a turning body passes through the front.

    There left and right change over; a thing that is held is then before the chest in both hands.
    """
    share = ease(1 - 2.2 * spread)
    if share <= 0:
        return near, far
    level = (near[1] + far[1]) / 2 if busy < 0.1 else near[1]
    side = 0.098 * max(0.0, 1 - busy * 8)
    near = (near[0] + (-side - near[0]) * share, near[1] + (level - near[1]) * share)
    return near, (far[0] + (side - far[0]) * share, far[1] + (level - far[1]) * share)


def _arm(torso: Place, x: float, shrug: float, hand: Point, bend: float) -> Chain:
    shoulder = torso.at(x, 0.052 - shrug)
    target = (torso.x + hand[0], torso.y + hand[1])
    joint, wrist = elbow(shoulder, target, UPPER, FORE, bend)
    return (shoulder, joint, wrist)
