"""From look, performance and frame to a solved pose: action, feeling, gaze, life. Draws nothing."""

from __future__ import annotations

import math
import re
from dataclasses import fields, replace

from tools.theatre.cast import bones, gait, life, timeline
from tools.theatre.cast.actions import action_of
from tools.theatre.cast.bones import BUILD, Bearing, Chain, Pose
from tools.theatre.cast.emotion import mien
from tools.theatre.cast.gaze import Aim, aim
from tools.theatre.cast.gestures import LAP, acted
from tools.theatre.cast.holding import held, lying, moment
from tools.theatre.cast.look import Look
from tools.theatre.cast.performance import Performance
from tools.theatre.cast.posture import Posture, posture
from tools.theatre.cast.shape import Place, ease
from tools.theatre.cast.stance import Moment, Stance, blend

__all__ = ["Chain", "Pose", "place_of_thing", "pose_of", "seat_ahead"]

BODY_YAW = {
    "three_quarter": 0.66, "profile": 1.38, "front": 0.0, "back": 0.0, "three_quarter_back": 0.66,
}  # fmt: skip
HEAD_YAW = {
    "three_quarter": 0.47, "profile": 1.22, "front": 0.0, "back": 0.0, "three_quarter_back": 0.6,
}  # fmt: skip
HIGH = re.compile(
    r"lantern|torch|lamp|\b(?:hold|rais|lift)\w*\b.{0,24}?\bup\b|\brais", re.IGNORECASE
)
"""Words of what is held high."""

LOW_PROPS = ("suitcase", "bag", "bucket", "basket")
CHATTY = ("stand", "listen", "sit", "talk", "walk", "climb", "enter", "exit", "hold", "rise")
ADDED = ("nod", "shake_head", "look_around", "turn")
"""Gestures of the head, laid over whatever the hands are at."""

MEETING = 10
"""Frames in which a hand comes to a meeting, and leaves it."""


def pose_of(look: Look, performance: Performance, frame: float, fps: float) -> Pose:
    """Return the pose at a frame; a pure function of its arguments."""
    fps = fps if fps > 0 else 24.0
    seed = performance.seed * 7919 + look.seed * 31 + _name_seed(look)
    tall = look.height * BUILD
    way = gait.course(performance, frame, fps, tall)
    turn = timeline.turning(performance, frame, fps)
    down = timeline.seated(performance, frame, fps)
    felt = posture(performance.emotion, performance.strength)
    stance, action, going = _acted(look, performance, frame, fps, (seed, down, felt.tempo))
    going = way.going if way.direction else going
    stance = _lived(stance, felt, look, performance, frame, fps, seed)
    sign = -1.0 if turn.body < 0 else 1.0
    root = _root(performance, way, tall)
    ahead = HEAD_YAW.get(performance.view, 0.47) * turn.head * sign
    seen = aim(performance, frame, (_origin(performance) + root, _eyes(tall, down)), sign, ahead)
    stance = replace(
        stance, head_tilt=stance.head_tilt + seen.tilt * (1 - 0.6 * stance.eyes),
        head_turn=stance.head_turn + seen.turn * (1 - 0.7 * stance.eyes),
    )  # fmt: skip
    bearing = _bearing(performance, stance, turn, way, going, down)
    reach = _reach(performance, stance, frame, (_origin(performance) + root, sign), tall)
    bearing = replace(bearing, reach=reach)
    return _posed(look, stance, way, bearing, seen, performance, (root, action))


def _name_seed(look: Look) -> int:
    return sum(ord(c) * (k + 1) for k, c in enumerate(look.name[:40]))


def _origin(performance: Performance) -> float:
    """Return the world x of the figure's own origin; a walker's is the world's."""
    walks = performance.legs or performance.walk_from is not None
    return 0.0 if walks else performance.x


def _eyes(tall: float, down: float) -> float:
    return -tall * (0.955 - 0.2 * down)


def seat_ahead(view: str) -> float:
    """Return how far the hips on a seat are behind the feet, statures."""
    return 0.05 + 0.17 * math.sin(BODY_YAW.get(view, 0.66))


def _root(performance: Performance, way: gait.Course, tall: float) -> float:
    """Return where the feet's middle stands, from the figure's origin."""
    if way.direction or performance.legs or performance.walk_from is not None:
        return way.x
    if not timeline.sits(performance):
        return 0.0
    x, facing = performance.seat or (performance.x, performance.facing)
    return x - performance.x + math.copysign(seat_ahead(performance.view) * tall, facing)


def place_of_thing(
    look: Look, performance: Performance, frame: float, fps: float
) -> tuple[float, float]:
    """Return where what lies has its place, figure units: before the feet as it is handled."""
    tall = look.height * BUILD
    at = moment(performance, frame, fps)
    root = _root(performance, gait.course(performance, at, fps, tall), tall)
    ahead, y = lying(performance, tall)
    sign = -1.0 if timeline.turning(performance, at, fps).body < 0 else 1.0
    return (root + sign * ahead * tall, y * tall)


def _acted(
    look: Look, performance: Performance, frame: float, fps: float,
    state: tuple[int, float, float],
) -> tuple[Stance, str, float]:  # fmt: skip
    """Return (targets, the action that shows most, how much the legs are walking 0..1)."""
    seed, down, tempo = state
    seconds = frame / fps
    stress = life.stress(performance, frame, fps)
    speech = life.speaking(performance, frame, fps)
    base = action_of(performance.action)[0]
    loop = Moment(seconds * tempo, (seconds * tempo / 4) % 1, stress, seed)
    going = 1.0 if base in gait.STEP else 0.0
    stance, shown = acted(_hand_word(base, look, performance.action), loop), base
    if base in CHATTY:
        chatty = speech if base != "talk" else max(speech, 0.0 if performance.speech else 0.8)
        idle = blend(Stance(), LAP, min(1.0, down)) if base != "hold" else stance
        stance = blend(idle, acted("talk", loop), chatty * (1 - 0.5 * going))
        shown = "talk" if chatty > 0.5 else base
    stance = _keeping(stance, look, performance, frame, fps, loop)
    for cue in timeline.cues(performance, frame, fps):
        moment = Moment(seconds * tempo, cue.share, stress, seed, timed=True)
        if cue.action not in gait.STEP:
            how = f"{cue.words} {performance.action}"
            stance = _over(stance, acted(_hand_word(cue.action, look, how), moment), cue)
        shown = cue.action if cue.weight > 0.5 else shown
        walks = cue.action in gait.STEP
        going = max(going, cue.weight) if walks else going * (1 - cue.weight)
    return stance, shown, going


def _over(stance: Stance, gesture: Stance, cue: timeline.Cue) -> Stance:
    """Lay a gesture over what is played: a hand it does not use goes on with its own."""
    rest = Stance()
    if cue.action in ADDED:
        values = {
            f.name: getattr(stance, f.name)
            + cue.weight * (getattr(gesture, f.name) - getattr(rest, f.name))
            for f in fields(Stance)
        }
        return Stance(**values)
    if (gesture.far_x, gesture.far_y) == (rest.far_x, rest.far_y):
        gesture = replace(gesture, far_x=stance.far_x, far_y=stance.far_y)
    return blend(stance, gesture, cue.weight)


def _hand_word(action: str, look: Look, words: str) -> str:
    """Return how a prop is held: a lantern high, a suitcase low."""
    if action not in ("hold", "carry"):
        return action
    text = words.lower() + " " + " ".join(name for name, _ in look.props)
    if HIGH.search(words):
        return "lantern"
    return "carry_low" if any(w in text.split() for w in LOW_PROPS) else "hold"


def _keeping(
    stance: Stance, look: Look, performance: Performance, frame: float, fps: float, moment: Moment
) -> Stance:
    """Return the stance with the hand at what it holds."""
    thing = held(look, performance, frame, fps)
    if thing is None or thing.lies or action_of(performance.action)[0] not in CHATTY:
        return stance
    how = "hold up" if HIGH.search(performance.action) else "hold"
    kept = acted(_hand_word("hold", look, f"{how} {thing.kind}"), moment)
    return replace(stance, near_x=kept.near_x, near_y=kept.near_y, load=kept.load)


def _lived(
    stance: Stance, felt: Posture, look: Look, performance: Performance,
    frame: float, fps: float, seed: int,
) -> Stance:  # fmt: skip
    """Add breath, weight shift, nods on stressed words and the feeling's posture."""
    seconds = frame / fps
    breath = life.breath(seed, seconds * felt.tempo)
    sway = life.drift(seed, "sway", seconds, 2.6) * felt.sway
    weight = life.settled(seed, seconds) * felt.sway
    tilt = 0.028 * life.drift(seed, "tilt", seconds, 1.9) + felt.tilt
    tilt += 0.07 * life.stress(performance, frame, fps) - 0.012
    tilt += mien(performance.emotion, performance.strength).tilt * 0.5
    if action_of(performance.action)[0] == "listen":
        tilt += 0.09 * life.assent(seed, seconds)
    tremble = 0.002 * math.sin(seconds * 55) if performance.emotion == "afraid" else 0.0
    fold = felt.fold * max(0.0, 1 - 5 * abs(stance.near_y - 0.352))
    return replace(
        stance,
        near_x=stance.near_x + 0.13 * fold,
        near_y=stance.near_y - 0.002 * breath - 0.12 * fold,
        far_x=stance.far_x + 0.03 * fold,
        far_y=stance.far_y - 0.1 * fold,
        lean=stance.lean + 0.008 * sway + 0.11 * look.stoop + felt.lean,
        shift=stance.shift + 0.007 * sway + 0.016 * weight + tremble,
        sink=stance.sink + 0.003 * abs(weight) - felt.bounce * abs(math.sin(seconds * 4.2)),
        shrug=stance.shrug + 0.0034 * breath + felt.shrug,
        head_tilt=stance.head_tilt + tilt - 0.05 * look.stoop,
        head_turn=stance.head_turn + 0.07 * life.drift(seed, "turn", seconds, 2.3),
    )


def _bearing(
    performance: Performance, stance: Stance, turn: timeline.Turning, way: gait.Course,
    going: float, down: float,
) -> Bearing:  # fmt: skip
    away = performance.view in ("back", "three_quarter_back")
    spread, sign = min(1.0, abs(turn.body)), -1.0 if turn.body < 0 else 1.0
    view = performance.view if performance.view in BODY_YAW else "three_quarter"
    # On a path, legs are seen from the side; towards or away from us, they keep their view.
    path = bool(way.direction) or bool(performance.legs)
    sideways = path or view in ("three_quarter", "profile")
    body_yaw = BODY_YAW[view] * spread
    if going > 0 and sideways:
        body_yaw += (max(body_yaw, 1.0 * spread) - body_yaw) * going
    head_yaw = HEAD_YAW[view] * turn.head * sign + stance.head_turn * 0.9
    head_yaw += 0.08 * going if sideways and not away else 0.0
    full = 1.0 if sideways and (path or action_of(performance.action)[0] in gait.STEP) else 0.0
    apart = 0.9 * (0.058 * math.cos(max(BODY_YAW[view], full)) + 0.012)
    depth = 1.0 if sideways else 0.22
    return Bearing(
        body_yaw,
        head_yaw,
        sign,
        going,
        away,
        down,
        depth,
        spread,
        apart,
        seat_ahead(view),
        turn.step,
    )


def _reach(
    performance: Performance, stance: Stance, frame: float, root: tuple[float, float], tall: float
) -> tuple[float, float, float]:
    """Return where the near hand must be, in the body's frame, and how much (0..1)."""
    x, sign = root
    for at, mx, my in performance.meetings:
        weight = ease((frame - at + MEETING) / MEETING) if frame < at else 1.0
        weight = min(weight, ease((at + 3 + MEETING - frame) / MEETING))
        if weight > 0:
            return ((mx - x) * sign / tall, my / tall, weight)
    if stance.pin > 0:
        ahead, y = lying(performance, tall)
        return (ahead - 0.05, y - 0.05, stance.pin)
    return (0.0, 0.0, 0.0)


def _posed(
    look: Look, stance: Stance, way: gait.Course, bearing: Bearing, seen: Aim,
    performance: Performance, where: tuple[float, str],
) -> Pose:  # fmt: skip
    root, action = where
    tall = look.height * BUILD
    world = Place(bearing.sign * tall, 0.0, 0.0, tall, root, 0.0)
    back = bearing.head_yaw < 0 and not bearing.away
    body = bones.solve(look, stance, way, bearing)
    head = replace(body.head, a=-body.head.a, c=-body.head.c) if back else body.head
    eyes = min(1.0, stance.eyes)
    gx = seen.eye_x + (stance.eye_x - seen.eye_x) * eyes
    gy = seen.eye_y + (stance.eye_y - seen.eye_y) * eyes
    return Pose(
        world, body.torso, head, body.near_arm, body.far_arm, body.near_leg, body.far_leg,
        body.toes[0], body.toes[1], body.hip, bearing.body_yaw, abs(bearing.head_yaw), body.half,
        bearing.away, max(0.0, bearing.seated), mien(performance.emotion, performance.strength),
        action, max(-0.4, min(0.4, stance.head_tilt + 0.3 * stance.lean)),
        (-gx if back else gx, gy), seen.blink, stance.tip, back, body.planted,
    )  # fmt: skip
