"""From look, performance and frame to solved joints of a person. Draws nothing."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from tools.theatre.cast import gait, life
from tools.theatre.cast.actions import action_of
from tools.theatre.cast.emotion import Mien, mien
from tools.theatre.cast.figure import Point
from tools.theatre.cast.look import Look
from tools.theatre.cast.performance import Performance
from tools.theatre.cast.props import prop_in
from tools.theatre.cast.shape import Place, ease, elbow
from tools.theatre.cast.stance import Moment, Stance, blend, played

UPPER, FORE = 0.162, 0.15
THIGH, SHIN, ANKLE, TOE = 0.236, 0.222, 0.035, 0.095
TORSO = 0.315
HIP_HEIGHT = 0.4915
BUILD = 0.962  # makes these lengths, hair included, one unit tall
HEAD_SIZE = 0.103  # half the height of an adult's head
BODY_YAW = {"three_quarter": 0.66, "profile": 1.38, "front": 0.0, "back": 0.0}
HEAD_YAW = {"three_quarter": 0.47, "profile": 1.22, "front": 0.0, "back": 0.0}
BLEND_SECONDS = 0.42
LOW_PROPS = ("suitcase", "bag", "bucket", "basket")
Chain = tuple[Point, Point, Point]


@dataclass(frozen=True, slots=True)
class Pose:
    """Solved joints of a person in a body that faces right; `world` mirrors and places it.

    arm: (shoulder, elbow, wrist); leg: (hip, knee, ankle); yaws in radians, 0 = towards us.
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
    seated: bool
    mien: Mien
    action: str
    pitch: float  # radians, nose down


def pose_of(look: Look, performance: Performance, frame: float, fps: float) -> Pose:
    """Return the pose at a frame; a pure function of its arguments."""
    fps = fps if fps > 0 else 24.0
    seed = performance.seed * 7919 + look.seed * 31 + _name_seed(look)
    way = gait.course(performance, frame, fps, look.height * BUILD)
    stance, action, going = _acted(look, performance, frame, fps, seed)
    felt = mien(performance.emotion, performance.strength)
    stance = _lived(stance, felt, look, performance, frame, fps, seed)
    facing = max(-1.0, min(1.0, performance.facing)) * stance.facing
    facing += (way.direction - facing) * _under_way(performance, frame, fps, way.direction)
    bearing = _bearing(performance, stance, facing, going, way.direction)
    return _solve(look, stance, way, bearing, felt, action)


def _under_way(performance: Performance, frame: float, fps: float, direction: float) -> float:
    """Return how far a walker has turned to its way, 0..1; it stays so after arriving."""
    if not direction:
        return 0.0
    if action_of(performance.action)[0] in gait.STEP:
        return 1.0
    starts = [s for s, _, a in performance.beats if action_of(a)[0] in gait.STEP]
    return ease((frame - min(starts, default=0) + 1) / (BLEND_SECONDS * fps))


def _name_seed(look: Look) -> int:
    return sum(ord(c) * (k + 1) for k, c in enumerate(look.name[:40]))


def _acted(
    look: Look, performance: Performance, frame: float, fps: float, seed: int
) -> tuple[Stance, str, float]:
    """Return (targets, the action that shows most, how much the legs are walking 0..1)."""
    seconds = frame / fps
    stress = life.stress(performance, frame, fps)
    speech = life.speaking(performance, frame, fps)
    base = action_of(performance.action)[0]
    loop = Moment(seconds, (seconds / 4) % 1, stress, seed)
    stance, shown = played(_hand_word(base, look, performance.action), loop), base
    going = 1.0 if base in gait.STEP else 0.0
    if base in ("stand", "listen", "sit", "talk", "walk"):
        chatty = speech if base != "talk" else max(speech, 0.0 if performance.speech else 0.8)
        stance = blend(played("stand", loop), played("talk", loop), chatty * (1 - 0.5 * going))
        shown = "talk" if chatty > 0.5 else base
        stance = _keeping(stance, look, performance.action, loop)
    for start, frames, words in performance.beats:
        soft = max(1.0, min(BLEND_SECONDS * fps, frames / 2))
        weight = min(ease((frame - start) / soft), ease((start + frames - frame) / soft))
        action = action_of(words)[0]
        if action == "turn":
            weight = 1.0 if frame >= start else 0.0
        if weight <= 0:
            continue
        share = max(0.0, min(1.0, (frame - start) / max(frames, 1)))
        moment = Moment(seconds, share, stress, seed, timed=True)
        if action not in gait.STEP:
            stance = blend(stance, played(_hand_word(action, look, words), moment), weight)
        shown = action if weight > 0.5 else shown
        going = max(going, weight) if action in gait.STEP else going * (1 - weight)
    return stance, shown, going


def _hand_word(action: str, look: Look, words: str) -> str:
    """Return how a prop is held: a lantern high, a suitcase low."""
    if action not in ("hold", "carry"):
        return action
    text = words.lower() + " " + " ".join(name for name, _ in look.props)
    if "lantern" in words.lower() or "torch" in words.lower() or "lamp" in words.lower():
        return "lantern"
    return "carry_low" if any(w in text.split() for w in LOW_PROPS) else "hold"


def _keeping(stance: Stance, look: Look, words: str, moment: Moment) -> Stance:
    """Return the stance with the hand at a prop that the base action's words mention."""
    kind = prop_in(words)
    if not kind:
        return stance
    held = played(_hand_word("hold", look, f"hold {kind}"), moment)
    return replace(stance, near_x=held.near_x, near_y=held.near_y)


def _lived(
    stance: Stance, felt: Mien, look: Look, performance: Performance,
    frame: float, fps: float, seed: int,
) -> Stance:  # fmt: skip
    """Add breath, weight shift, nods on stressed words and the feeling's posture."""
    seconds = frame / fps
    breath = life.breath(seed, seconds)
    sway = life.drift(seed, "sway", seconds, 2.6)
    tilt = 0.028 * life.drift(seed, "tilt", seconds, 1.9) + felt.tilt
    tilt += 0.07 * life.stress(performance, frame, fps) - 0.012
    if action_of(performance.action)[0] == "listen":
        tilt += 0.09 * life.assent(seed, seconds)
    turn = 0.07 * life.drift(seed, "turn", seconds, 2.3) + 0.16 * performance.gaze[0] * 0.5
    tremble = 0.002 * math.sin(seconds * 55) if performance.emotion == "afraid" else 0.0
    return replace(
        stance,
        lean=stance.lean + 0.008 * sway + 0.11 * look.stoop - 0.03 * felt.chest,
        shift=stance.shift + 0.007 * sway + tremble,
        shrug=stance.shrug + 0.0028 * breath - 0.006 * felt.chest,
        near_y=stance.near_y - 0.002 * breath,
        head_tilt=stance.head_tilt + tilt + 0.06 * performance.gaze[1] - 0.05 * look.stoop,
        head_turn=stance.head_turn + turn,
    )


@dataclass(frozen=True, slots=True)
class _Bearing:
    """How the body stands towards the camera, and how much it walks (0..1)."""

    body_yaw: float
    head_yaw: float
    sign: float
    going: float
    away: bool
    seated: bool
    depth: float  # how much of a step shows sideways


def _bearing(
    performance: Performance, stance: Stance, facing: float, going: float, direction: float
) -> _Bearing:
    away = performance.view == "back"
    spread = min(1.0, abs(facing))
    view = performance.view if performance.view in BODY_YAW else "three_quarter"
    body_yaw = BODY_YAW[view] * spread
    # on a path, legs are seen from the side; towards or away from us, they keep their view
    sideways = bool(direction) or view in ("three_quarter", "profile")
    if going > 0 and sideways:
        body_yaw += (max(body_yaw, 1.0) - body_yaw) * going
    head_yaw = HEAD_YAW[view] * spread + stance.head_turn * 0.9
    head_yaw += 0.08 * going if sideways and not away else 0.0
    seated = performance.seated or action_of(performance.action)[0] == "sit"
    depth = 1.0 if sideways else 0.22
    return _Bearing(body_yaw, head_yaw, -1.0 if facing < 0 else 1.0, going, away, seated, depth)


def _solve(
    look: Look, stance: Stance, way: gait.Course, bearing: _Bearing, felt: Mien, action: str
) -> Pose:
    tall = look.height * BUILD
    world = Place(bearing.sign * tall, 0.0, 0.0, tall, way.x, 0.0)
    legs, hip = _legs(stance, way, bearing)
    torso, head, half = _trunk(look, stance, way.footfall, bearing, hip)
    near, far = _arms(stance, way.footfall, bearing, torso, half)
    return Pose(
        world, torso, head, near, far, legs[0], legs[1], legs[2], legs[3], hip, bearing.body_yaw,
        bearing.head_yaw, half, bearing.away, bearing.seated, felt, action,
        max(-0.4, min(0.4, stance.head_tilt + 0.3 * stance.lean)),
    )  # fmt: skip


def _legs(
    stance: Stance, way: gait.Course, bearing: _Bearing
) -> tuple[tuple[Chain, Chain, float, float], Point]:
    """Return ((near leg, far leg, near toe, far toe), middle of the hips)."""
    fall, going, yaw = way.footfall, bearing.going, bearing.body_yaw
    apart = 0.058 * math.cos(yaw) + 0.012
    flip = -1.0 if way.direction and way.direction != bearing.sign else 1.0
    feet = []
    for side, (ahead, lift, swing, heel) in ((-1.0, fall.near), (1.0, fall.far)):
        toe = heel if swing < 0 else heel + 0.45 * math.sin(2 * math.pi * swing) * going
        # the heel rises about the toe, which stays where it is planted
        x = side * apart * 0.9 + flip * ahead * bearing.depth + TOE * (1 - math.cos(heel))
        feet.append((x, -ANKLE - lift - TOE * math.sin(heel), toe))
    hip_y = -HIP_HEIGHT + stance.sink - fall.flight * going
    hip_x = stance.shift + 0.012 * going
    if bearing.seated:
        return _seated(hip_x, apart, yaw)
    leg = (THIGH + SHIN) * 0.999
    for x, y, _ in feet:
        reach = leg * leg - (x - hip_x) ** 2
        hip_y = max(hip_y, y - math.sqrt(max(reach, 0.01)))
    chains = []
    for side, (x, y, _) in zip((-1.0, 1.0), feet, strict=True):
        hip = (hip_x + side * apart * 0.75, hip_y)
        knee, _ = elbow(hip, (x, y), THIGH, SHIN, -1.0)
        chains.append((hip, knee, (x, y)))
    return (chains[0], chains[1], feet[0][2], feet[1][2]), (hip_x, hip_y)


def _seated(
    hip_x: float, apart: float, yaw: float
) -> tuple[tuple[Chain, Chain, float, float], Point]:
    """Return legs on a seat: thighs towards the camera in front view, ahead in profile."""
    ahead = 0.05 + 0.17 * math.sin(min(yaw, 1.4))
    hip_y = -0.285
    chains = []
    for side in (-1.0, 1.0):
        hip = (hip_x + side * apart * 0.8, hip_y)
        knee = (hip_x + side * (apart + 0.02) + ahead, hip_y + 0.012 + 0.02 * math.cos(yaw))
        chains.append((hip, knee, (knee[0] + 0.005, -ANKLE)))
    return (chains[0], chains[1], 0.0, 0.0), (hip_x, hip_y)


def _trunk(
    look: Look, stance: Stance, fall: gait.Footfall, bearing: _Bearing, hip: Point
) -> tuple[Place, Place, float]:
    """Return (torso from the base of the neck down, head, half the body's width)."""
    yaw, turn = bearing.body_yaw, bearing.head_yaw
    lean = stance.lean + (0.05 if fall.kind != "run" else 0.17) * bearing.going
    torso = Place().child(hip[0], hip[1], lean).child(0.0, -TORSO)
    half = math.hypot(0.106 * math.cos(yaw) * look.shoulders, 0.07 * math.sin(yaw))
    half *= 0.75 + 0.25 * look.girth
    nod = lean * 0.35 + stance.head_tilt * (0.35 + 0.65 * min(1.0, math.sin(abs(turn)) + 0.2))
    skull = torso.child(0.018 * math.sin(yaw) + 0.02 * look.stoop, -0.03 + 0.014 * look.stoop)
    size = HEAD_SIZE * look.head
    upright = Place(x=skull.x, y=skull.y).child(0.0, 0.0, nod, size)
    neck = -1.04 if look.age != "child" else -0.98
    head = upright.child(0.07 + 0.08 * math.sin(turn), neck)
    return torso, replace(head, a=head.a * look.face, c=head.c * look.face), half


def _arms(
    stance: Stance, fall: gait.Footfall, bearing: _Bearing, torso: Place, half: float
) -> tuple[Chain, Chain]:
    """Return (near arm, far arm), swinging against the legs of a walk."""
    going, run = bearing.going, fall.kind == "run"
    swing = (0.15 if run else 0.13) * fall.swing * going * bearing.depth
    lift = 0.02 * abs(fall.swing) * going + (0.13 * going if run else 0.0)
    rest = Stance()
    busy = abs(stance.near_x - rest.near_x) + abs(stance.near_y - rest.near_y)
    free = max(0.15, 1 - busy * 6)  # a hand that holds something swings little
    near = (stance.near_x - swing * free, stance.near_y - lift * free)
    far = (stance.far_x + swing, stance.far_y - lift)
    return (
        _arm(torso, -half * 0.8, stance.shrug, near, stance.near_bend),
        _arm(torso, half * 0.74, stance.shrug, far, stance.far_bend),
    )


def _arm(torso: Place, x: float, shrug: float, hand: Point, bend: float) -> Chain:
    shoulder = torso.at(x, 0.052 - shrug)
    target = (torso.x + hand[0], torso.y + hand[1])
    joint, wrist = elbow(shoulder, target, UPPER, FORE, bend)
    return (shoulder, joint, wrist)
