"""Four-legged animals from dog to mouse, side on: stand, walk, run, sit, speak. Know no people.

Beast frame: shoulder height about 0.62, body length about 1, feet on y = 0, facing right; a dog
is about 0.55 statures long.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from tools.theatre.cast import gait, life
from tools.theatre.cast.actions import action_of
from tools.theatre.cast.colour import blend, from_hex, shade
from tools.theatre.cast.creatures import BEASTS
from tools.theatre.cast.emotion import mien
from tools.theatre.cast.figure import Colour, Figure, Point
from tools.theatre.cast.look import Look
from tools.theatre.cast.performance import Performance
from tools.theatre.cast.shape import Place, Sheet, elbow, limb, ring
from tools.theatre.cast.visemes import mouth_at

# Outlines are read as rows of points.
# fmt: off

DOG = 0.52  # statures of one beast unit
LEG = 0.17  # each of a leg's two bones
DARK = from_hex("#1d1816")


@dataclass(frozen=True, slots=True)
class BeastPose:
    """One moment: place, direction, legs (swing -1..1, lift), turn of body and head, tail."""

    x: float
    facing: float
    feet: tuple[tuple[float, float], ...]  # hind near, hind far, fore near, fore far: (x, y)
    body: Place
    head: Place
    tail: float
    seated: bool


def beast_figure(look: Look, performance: Performance, frame: float, fps: float) -> Figure:
    """Return a posed beast; the same contract as perform.figure."""
    fps = fps if fps > 0 else 24.0
    pose = _pose(look, performance, frame, fps)
    size = DOG * look.height
    world = Place(math.copysign(size, pose.facing), 0.0, 0.0, size, pose.x, 0.0)
    sheet = Sheet()
    _draw(sheet, look, pose)
    _head(sheet, look, performance, pose.head, frame, fps)
    hx, hy = world.at(pose.head.x, pose.head.y)
    joints = {
        "neck": world.at(*pose.body.at(0.36, -0.1)), "head": (hx, hy), "ground": (pose.x, 0.0),
        "mouth": world.at(*pose.head.at(0.26, 0.1)), "near_eye": world.at(*pose.head.at(0.06,
            -0.04)),
        "hip": world.at(*pose.body.at(-0.36, 0.0)), "near_hand": world.at(*pose.feet[2]),
        "near_foot": world.at(*pose.feet[0]), "far_foot": world.at(*pose.feet[1]),
    }
    return Figure(sheet.parts(world), joints, (hx, hy, 0.2 * size))


def _action(performance: Performance, frame: float) -> str:
    for start, frames, words in reversed(performance.beats):
        if start <= frame < start + frames:
            return action_of(words)[0]
    return action_of(performance.action)[0]


def _pose(look: Look, performance: Performance, frame: float, fps: float) -> BeastPose:
    seconds = frame / fps
    seed = performance.seed * 977 + look.seed + sum(map(ord, look.name[:40]))
    action = _action(performance, frame)
    way = gait.course(performance, frame, fps, DOG * look.height * 1.5)
    going = action in gait.STEP
    facing = way.direction or performance.facing
    feet = _feet(way.footfall, going)
    seated = performance.seated or action == "sit"
    down = 0.5 if action in ("read", "drink", "look_down", "reach", "give", "crouch") else 0.0
    bob = 0.012 * math.sin(seconds * 9) if going else 0.004 * life.breath(seed, seconds)
    body = Place().child(0.0 - 0.05 * seated, -0.46 + bob + 0.06 * seated, -0.5 if seated else 0.0)
    nod = 0.05 * life.drift(seed, "nod", seconds, 1.3) + 0.1 * life.stress(performance, frame, fps)
    nod += mien(performance.emotion, performance.strength).tilt + down
    nx, ny = body.at(0.42, -0.12)
    head = Place().child(nx + 0.1, ny - 0.17 + 0.42 * down, nod)
    wag = math.sin(seconds * (11 if performance.emotion == "happy" else 3.5))
    return BeastPose(way.x, facing, feet, body, head, 0.22 * wag, seated)


def _feet(fall: gait.Footfall, going: bool) -> tuple[Point, ...]:
    """Return four feet, diagonal pairs together; planted while the gait plants them."""
    one = (fall.near[0] / 1.5, fall.near[1] / 1.5) if going or fall.kind else (0.0, 0.0)
    two = (fall.far[0] / 1.5, fall.far[1] / 1.5) if going or fall.kind else (0.0, 0.0)
    scale = 1.5 * 1.5  # from statures of the gait to beast units
    stands = ((-0.36, one), (-0.28, two), (0.28, two), (0.36, one))
    return tuple((x + dx * scale, -0.03 - up * scale * 0.6) for x, (dx, up) in stands)


def _draw(sheet: Sheet, look: Look, pose: BeastPose) -> None:
    _, _, _, _, tail = BEASTS.get(look.species, BEASTS["dog"])
    order = ((1, -0.3, 0.78), (2, 0.3, 0.78))
    for index, root, gain in order:
        _leg(sheet, look, pose, index, root, gain)
    _tail(sheet, look, pose, tail)
    woolly = look.species == "sheep"
    trunk = [(-0.46, -0.06), (-0.38, -0.17), (-0.05, -0.16), (0.26, -0.2), (0.44, -0.12),
             (0.46, 0.04), (0.34, 0.16),
             (0.0, 0.13), (-0.3, 0.12), (-0.45, 0.08)]
    if woolly:
        trunk = [(x * (1.0 + 0.1 * (k % 2)), y * (1.1 + 0.25 * (k % 2))) for k,
                 (x, y) in enumerate(trunk)]
    sheet.cut(pose.body, trunk, look.cloth, grade=0.1, name="torso")
    belly = [(0.36, 0.1), (0.3, 0.16), (0.0, 0.135), (-0.26, 0.12), (0.0, 0.07)]
    sheet.cut(pose.body, belly, look.shirt, shadow=0.1, edge=0.1, name="belly")
    hx, hy = pose.head.at(-0.04, 0.04)
    bx, by = pose.body.at(0.3, -0.06)
    low = pose.body.at(0.45, 0.06)
    up = pose.body.at(0.2, -0.17)
    sheet.cut(Place(), [(hx - 0.12, hy - 0.06), (hx + 0.1, hy + 0.03), low,
                        (bx, by + 0.12), up], look.cloth, shadow=0.15,
              edge=0.14, name="neck")
    for index, root, gain in ((0, -0.36, 1.0), (3, 0.34, 1.0)):
        _leg(sheet, look, pose, index, root, gain)


def _leg(sheet: Sheet, look: Look, pose: BeastPose, index: int, root: float, gain: float) -> None:
    hind = index < 2
    foot = pose.feet[index]
    hip = pose.body.at(root, 0.04)
    if pose.seated and hind:
        foot = (hip[0] + 0.2, -0.03)
    reach = max(LEG * 2, math.hypot(foot[0] - hip[0], foot[1] - hip[1]) + 0.004)
    knee, end = elbow(hip, foot, reach * 0.52, reach * 0.52, 0.8 if hind else -0.6)
    tone = shade(look.cloth if look.species != "sheep" else look.shirt, gain)
    sheet.cut(Place(), [(end[0] - 0.04, end[1] - 0.03), (end[0] + 0.05, end[1] - 0.02),
                        (end[0] + 0.075, end[1] + 0.03), (end[0] - 0.045, end[1] + 0.03)],
              shade(tone, 0.85), shadow=0.2, name="paw")
    thick = 0.1 if hind else 0.075
    sheet.cut(Place(), limb((hip, knee, end), (thick, 0.05, 0.034)), tone, shadow=0.3, name="leg")


def _tail(sheet: Sheet, look: Look, pose: BeastPose, kind: str) -> None:
    x, y = pose.body.at(-0.44, -0.08)
    if kind == "short":
        sheet.cut(Place(), ring(x - 0.03, y, 0.07), look.shirt, name="tail")
        return
    wide = 0.075 if kind == "bushy" else 0.03
    up = 0.1 if kind == "bushy" else -0.16
    mid = (x - 0.16, y + 0.06 + up * 0.3 + 0.1 * pose.tail)
    tip = (x - 0.26, y + up + 0.3 * pose.tail)
    sheet.cut(Place(), limb(((x, y), mid, tip), (0.035, wide, wide * 0.7)), look.trim, name="tail")


def _head(
    sheet: Sheet, look: Look, performance: Performance, head: Place, frame: float, fps: float
) -> None:
    ears = BEASTS.get(look.species, BEASTS["dog"])[3]
    mouth = mouth_at(performance.speech, frame, fps)
    gape = max(mouth.open, 0.35 * mouth.round)
    snout = {"cat": 0.6, "mouse": 0.7, "horse": 1.35, "cow": 1.2, "bear": 0.9}.get(look.species,
        1.0)
    s = 0.3 * snout
    _ear(sheet, head, ears, shade(look.trim, 0.9), 0.05)
    sheet.cut(head, [(0.0, 0.08), (s * 0.9, 0.1 + 0.1 * gape), (s * 0.8, 0.15 + 0.12 * gape),
                     (0.02, 0.16)],
              shade(look.shirt, 0.9), shadow=0.15, name="jaw")
    if gape > 0.12:
        sheet.ink(head, [(0.06, 0.08), (s * 0.85, 0.09), (s * 0.75, 0.1 + 0.09 * gape),
                         (0.08, 0.13)], from_hex("#7a2c30"), "mouth open")
    skull = [(-0.17, 0.02), (-0.15, -0.12), (0.0, -0.17), (0.12, -0.12), (s * 0.75, -0.03),
             (s + 0.02, 0.02), (s, 0.09),
             (s * 0.5, 0.12), (0.0, 0.14), (-0.13, 0.12)]
    sheet.cut(head, skull, shade(look.cloth, 1.05), shadow=0.25, name="head")
    sheet.cut(head, [(s * 0.6, 0.03), (s, 0.04), (s - 0.01, 0.09), (s * 0.5, 0.115),
                     (0.06, 0.12)], look.shirt, shadow=0.08, edge=0.08, name="muzzle")
    sheet.ink(head, ring(s, 0.015, 0.035, 0.026), DARK, "nose")
    _ear(sheet, head, ears, look.trim, -0.06)
    _eye(sheet, look, performance, head, frame, fps)


def _ear(sheet: Sheet, head: Place, kind: str, tone: Colour, x: float) -> None:
    shapes: dict[str, list[Point]] = {
        "point": [(-0.06, -0.1), (-0.03, -0.3), (0.06, -0.12)],
        "flop": [(-0.06, -0.12), (0.03, -0.13), (0.03, 0.0), (-0.03, 0.1), (-0.1, 0.04)],
        "round": ring(-0.03, -0.17, 0.075),
        "long": [(-0.05, -0.12), (-0.1, -0.36), (-0.03, -0.46), (0.03, -0.34), (0.04, -0.12)],
    }
    outline = [(px + x, py) for px, py in shapes.get(kind, shapes["point"])]
    sheet.cut(head, outline, tone, shadow=0.3, name="ear")


def _eye(
    sheet: Sheet, look: Look, performance: Performance, head: Place, frame: float, fps: float
) -> None:
    seed = performance.seed * 131 + look.seed + sum(map(ord, look.name[:40]))
    shut = life.blink(seed, frame / fps)
    felt = mien(performance.emotion, performance.strength)
    x, y, r = 0.07, -0.05, 0.046
    if shut < 0.7:
        sheet.ink(head, ring(x, y, r, r * (1 - shut)), blend(look.cloth, from_hex("#f4ecdc"),
            0.85), "eye")
        sheet.ink(head, ring(x + 0.008, y, r * 0.72, r * 0.72 * (1 - shut)), look.eyes, "iris")
        sheet.ink(head, ring(x + 0.01, y, r * 0.42, r * 0.42 * (1 - shut)), DARK, "pupil")
        sheet.ink(head, ring(x + 0.022, y - 0.014, 0.01, n=6), (252.0, 252.0, 250.0), "glint")
    drop, tilt = 0.05 * shut + 0.02 * max(0.0, felt.lid), 0.03 * felt.knit
    lid = [(x - r * 1.3, y - r * 0.7 - tilt + drop), (x, y - r * 1.35 + drop),
           (x + r * 1.3, y - r * 0.7 + tilt + drop), (x, y - r * 0.95 + drop)]
    sheet.ink(head, lid, shade(look.cloth, 0.55), "lid")
