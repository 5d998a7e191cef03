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
from tools.theatre.cast.shape import Place, Sheet, brushed, elbow, limb, ring
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
    trunk = [(-0.47, -0.04), (-0.4, -0.17), (-0.12, -0.15), (0.2, -0.19), (0.43, -0.14),
             (0.49, 0.03), (0.38, 0.18), (0.12, 0.15), (-0.16, 0.08), (-0.36, 0.12), (-0.46, 0.08)]
    if woolly:
        trunk = [(x * (1.0 + 0.1 * (k % 2)), y * (1.1 + 0.25 * (k % 2))) for k,
                 (x, y) in enumerate(trunk)]
    sheet.cut(pose.body, trunk, look.cloth, grade=0.1, edge=0.3, form=0.24, name="torso")
    _coat(sheet, look, pose)
    belly = [(0.44, 0.06), (0.38, 0.17), (0.1, 0.145), (-0.16, 0.08), (0.1, 0.07)]
    sheet.cut(pose.body, belly, look.shirt, shadow=0.1, edge=0.2, name="belly")
    hx, hy = pose.head.at(-0.04, 0.04)
    low, up, chest = pose.body.at(0.48, 0.08), pose.body.at(0.18, -0.17), pose.body.at(0.32, 0.06)
    neck = [(hx - 0.12, hy - 0.07), (hx + 0.1, hy + 0.03), low, chest, up]
    sheet.cut(Place(), neck, look.cloth, shadow=0.2, edge=0.28, form=0.24, name="neck")
    for index, root, gain in ((0, -0.36, 1.0), (3, 0.34, 1.0)):
        _leg(sheet, look, pose, index, root, gain)
    if look.species in ("dog", "cat") and not woolly:
        _collar(sheet, look, (hx, hy), low, up)


def _coat(sheet: Sheet, look: Look, pose: BeastPose) -> None:
    """Ink tufts along the back and flank, and shade the tuck of the belly."""
    tufts = [brushed([(x, y), (x - 0.035, y + 0.03), (x - 0.075, y + 0.035)], 0.008)
             for x, y in ((0.3, -0.06), (0.16, -0.09), (0.02, -0.05), (-0.12, -0.08),
                          (-0.26, -0.05), (0.24, 0.04), (0.06, 0.03), (-0.3, 0.02))]
    sheet.inks(pose.body, tufts, shade(look.cloth, 0.84), "strand")
    tuck = [[(0.0, 0.08), (-0.16, 0.04), (-0.34, 0.1), (-0.2, 0.16)]]
    sheet.glaze(pose.body, tuck, (0.76, 0.77, 0.8), 0.012, "fold")


def _collar(sheet: Sheet, look: Look, head: Point, low: Point, up: Point) -> None:
    """Cut a collar with a tag round the neck, halfway from the head to the chest."""
    tone = look.scarf or from_hex("#b5353b")
    a = ((head[0] - 0.12 + up[0]) / 2, (head[1] - 0.05 + up[1]) / 2)
    b = ((head[0] + 0.1 + low[0]) / 2, (head[1] + 0.03 + low[1]) / 2)
    band = brushed([a, ((a[0] + b[0]) / 2 - 0.004, (a[1] + b[1]) / 2 + 0.03), b], 0.026, ends=0.9)
    sheet.cut(Place(), band, tone, shadow=0.35, edge=0.4, name="collar")
    sheet.cut(Place(), ring(b[0] - 0.02, b[1] + 0.045, 0.026), from_hex("#caa03c"), shadow=0.3,
              edge=0.5, name="tag")


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
                        (end[0] + 0.08, end[1] + 0.012), (end[0] + 0.075, end[1] + 0.03),
                        (end[0] - 0.045, end[1] + 0.03)],
              shade(tone, 0.9), shadow=0.2, edge=0.3, form=0.16, name="paw")
    toes = [brushed([(end[0] + d, end[1] - 0.004), (end[0] + d + 0.006, end[1] + 0.03)], 0.004)
            for d in (0.03, 0.052)]
    sheet.glaze(Place(), toes, (0.5, 0.5, 0.56), 0.0012, "toes")
    thick = 0.1 if hind else 0.075
    sheet.cut(Place(), limb((hip, knee, end), (thick, 0.052, 0.034)), tone, shadow=0.34, edge=0.3,
              form=0.22, name="leg")


def _tail(sheet: Sheet, look: Look, pose: BeastPose, kind: str) -> None:
    x, y = pose.body.at(-0.44, -0.08)
    if kind == "short":
        sheet.cut(Place(), ring(x - 0.03, y, 0.07), look.shirt, name="tail")
        return
    wide = 0.075 if kind == "bushy" else 0.03
    up = 0.1 if kind == "bushy" else -0.16
    mid = (x - 0.16, y + 0.06 + up * 0.3 + 0.1 * pose.tail)
    tip = (x - 0.26, y + up + 0.3 * pose.tail)
    sheet.cut(Place(), limb(((x, y), mid, tip), (0.035, wide, wide * 0.7)), look.trim, edge=0.3,
              form=0.22, name="tail")
    if kind == "bushy":
        sheet.inks(Place(), [ring(tip[0] - 0.02, tip[1], 0.06, 0.05)], look.shirt, "tail tip")


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
    skull = [(-0.17, 0.02), (-0.16, -0.1), (-0.03, -0.175), (0.09, -0.15), (0.14, -0.06),
             (s * 0.8, -0.035), (s + 0.03, 0.01), (s + 0.01, 0.09), (s * 0.5, 0.125), (0.0, 0.145),
             (-0.13, 0.12)]
    sheet.cut(head, skull, shade(look.cloth, 1.05), shadow=0.34, edge=0.32, form=0.26, name="head")
    sheet.glaze(head, [ring(0.07, -0.05, 0.085, 0.075)], (0.74, 0.75, 0.78), 0.014, "socket")
    muzzle = [(s * 0.5, 0.0), (s * 0.85, -0.015), (s + 0.012, 0.03), (s, 0.09), (s * 0.5, 0.12),
              (0.05, 0.125), (0.1, 0.06)]
    sheet.cut(head, muzzle, look.shirt, shadow=0.1, edge=0.22, form=0.16, name="muzzle")
    smile = 0.02 * mien(performance.emotion, performance.strength).corner
    lips = brushed([(s * 0.98, 0.075), (s * 0.6, 0.1), (0.08, 0.095 - smile)], 0.006, ends=0.6)
    sheet.inks(head, [lips], DARK, "mouth")
    sheet.inks(head, [ring(s * 0.62 + d, 0.05 + e, 0.006, n=5)
                      for d, e in ((0.0, 0.0), (0.03, 0.015), (-0.03, 0.018))], DARK, "whisker")
    sheet.cut(head, ring(s + 0.005, 0.01, 0.038, 0.03), DARK, shadow=0.2, texture=False, edge=0.3,
              name="nose")
    sheet.inks(head, [ring(s + 0.0, -0.004, 0.012, 0.007, 6)], (150.0, 150.0, 150.0), "nose light")
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
    sheet.cut(head, outline, tone, shadow=0.4, edge=0.34, form=0.2, name="ear")
    middle_x = sum(px for px, _ in outline) / len(outline)
    middle_y = sum(py for _, py in outline) / len(outline)
    inner = [(middle_x + (px - middle_x) * 0.55, middle_y + (py - middle_y) * 0.55)
             for px, py in outline]
    sheet.glaze(head, [inner], (0.66, 0.68, 0.8), 0.01, "ear hollow")


def _eye(
    sheet: Sheet, look: Look, performance: Performance, head: Place, frame: float, fps: float
) -> None:
    seed = performance.seed * 131 + look.seed + sum(map(ord, look.name[:40]))
    shut = life.blink(seed, frame / fps)
    felt = mien(performance.emotion, performance.strength)
    x, y, r = 0.072, -0.052, 0.05
    if shut < 0.7:
        sheet.ink(head, ring(x, y, r, r * (1 - shut)), blend(look.cloth, from_hex("#f4ecdc"),
            0.85), "eye")
        sheet.ink(head, ring(x + 0.008, y, r * 0.72, r * 0.72 * (1 - shut)), look.eyes, "iris")
        sheet.ink(head, ring(x + 0.01, y, r * 0.42, r * 0.42 * (1 - shut)), DARK, "pupil")
        sheet.ink(head, ring(x + 0.024, y - 0.017, 0.015, n=6), (252.0, 252.0, 250.0), "glint")
    drop, tilt = 0.05 * shut + 0.02 * max(0.0, felt.lid), 0.03 * felt.knit
    tilt -= 0.012
    lid = [(x - r * 1.2, y - r * 0.75 - tilt + drop), (x, y - r * 1.45 + drop),
           (x + r * 1.2, y - r * 1.15 + tilt + drop), (x, y - r * 1.15 + drop)]
    sheet.ink(head, lid, shade(look.cloth, 0.55), "lid")
