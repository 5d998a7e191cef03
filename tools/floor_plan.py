"""A scene from above: who stands where, the axis, and every camera with its field of view.

Knows no project and no picture of a shot. World units: 1 is the height of an adult; on paper x runs
to the right and depth upward, away from the cameras.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memory.film import Film
from tools.board_sheet import EDGE, HEAD, Slate, head
from tools.lettering import SANS, SERIF, width_of
from tools.pages import ACCENT, INK, LONG, QUIET, RULE, SHORT, Page, Rgb, Type
from tools.panels import numbered

if TYPE_CHECKING:
    from tools.theatre.spec import ShotSpec

Point = tuple[float, float]
LABEL = Type(22, INK, (SANS, SERIF))
SMALL = Type(18, QUIET, (SANS, SERIF))
CAMERA: Rgb = (22, 82, 150)
FIELD: Rgb = (192, 208, 224)
AXIS: Rgb = (176, 62, 32)
PIECE: Rgb = (214, 206, 192)
FAR, SHORTENED = 2.6, 0.3
"""World units before the middle from which depth is drawn shortened, and by how much."""

DEEPEST = 6.0
"""World units; scenery farther off is no part of the floor."""

UNSOLID = ("near", "wings", "mist", "beams", "grass", "leaves", "shadow")
UNNAMED = ("pieces", "background")
"""Scenery that is no thing to walk around, and things whose name tells nothing."""

LINE_UP = 6
"""Cameras listed in the key under a plan, by row."""

WIDEST_PIECE = 14.0
"""World units; wider scenery is a wall or a backdrop and drawn as a line."""


@dataclass(frozen=True, slots=True)
class Stand:
    """One person's mark: name, place, and the way they face (-1 left, 1 right)."""

    name: str
    x: float
    z: float
    faces: float


@dataclass(frozen=True, slots=True)
class Camera:
    """One shot's camera: number, place, the place it looks at, half its field in radians."""

    number: str
    size: str
    x: float
    z: float
    aim_x: float
    half: float
    to: Point
    """Where it has moved at the end of the shot."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the set from above: name, depth, from and to across."""

    name: str
    z: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Plan:
    """A scene's floor plan."""

    title: str
    stands: tuple[Stand, ...]
    cameras: tuple[Camera, ...]
    pieces: tuple[Piece, ...]


def plan_of(film: Film, scene_id: str) -> Plan:
    """The floor plan of a scene as its shots are staged now."""
    from tools.theatre.camera import Track
    from tools.theatre.geometry import seed_of
    from tools.theatre.staging import stage

    numbers, stands, cameras = numbered(film), {}, []
    pieces: tuple[Piece, ...] = ()
    scene = film.scenes[scene_id]
    for shot in film.scene_shots(scene_id):
        spec = stage(film, shot)
        if film.shots[shot].size == "INSERT":
            continue
        pieces = pieces or _pieces(spec)
        for actor in spec.actors:
            if not actor.near and actor.name not in stands:
                stands[actor.name] = Stand(actor.name, actor.x, actor.z, actor.facing)
        track = Track(spec.camera, spec.frames, spec.rate, spec.aspect, seed_of(spec.place.seed))
        first, last = track.at(0), track.at(spec.frames - 1)
        away = max(0.05, spec.camera.subject_z - first.z)
        aim = first.x - first.shift_x * away / first.focal
        half = math.atan(spec.aspect / 2 / (first.focal * first.zoom))
        size = film.shots[shot].size.value
        to = (last.x, last.z)
        cameras.append(Camera(numbers[shot], size, first.x, first.z, aim, half, to))
    return Plan(scene.slug, tuple(stands.values()), tuple(cameras), pieces)


def _pieces(spec: ShotSpec) -> tuple[Piece, ...]:
    """The flats of a set, by depth; what has no end is a wall."""
    from tools.theatre.palette import air_of
    from tools.theatre.sets.build import build_set

    scenery = build_set(spec.place, spec.light, air_of(spec.light))
    found = []
    for flat in scenery.flats:
        if flat.z < DEEPEST and flat.name not in UNSOLID:
            left, right = flat.bounds[0], flat.bounds[2]
            name = "" if flat.name in UNNAMED else flat.name
            found.append(Piece(name, flat.z, max(left, -50), min(right, 50)))
    return tuple(found)


def floor_pages(film: Film, slate: Slate) -> list[Page]:
    """One page for each scene that has shots; at least one."""
    plans = [plan_of(film, scene) for scene in film.scene_order() if film.scene_shots(scene)]
    pages = []
    for number, one in enumerate(plans, 1):
        page = Page((LONG, SHORT))
        head(page, slate, f"{number}. {one.title}", number, len(plans))
        _draw(page, one)
        pages.append(page)
    return pages or [Page((LONG, SHORT))]


class _Sight:
    """From world to paper: the whole plan fits, one scale both ways."""

    def __init__(self, plan: Plan, box: tuple[float, float, float, float]) -> None:
        xs = [p for s in plan.stands for p in (s.x - 1, s.x + 1)] or [-1.5, 1.5]
        zs = [s.z for s in plan.stands] or [0.0]
        for camera in plan.cameras:
            xs += [camera.x, camera.to[0]]
            zs += [_drawn(camera.z)]
        zs.append(max([1.8, *(piece.z for piece in plan.pieces if piece.z < 4)]) + 0.3)
        left, top, right, bottom = box
        wide, deep = max(4.0, max(xs) - min(xs) + 1.2), max(3.0, max(zs) - min(zs) + 0.9)
        self.gain = min((right - left) / wide, (bottom - top) / deep)
        self.x, self.z = (max(xs) + min(xs)) / 2, (max(zs) + min(zs)) / 2
        self.middle = ((left + right) / 2, (top + bottom) / 2)
        self.box = box

    def at(self, x: float, z: float) -> Point:
        return (
            self.middle[0] + (x - self.x) * self.gain,
            self.middle[1] - (_drawn(z) - self.z) * self.gain,
        )


def _drawn(z: float) -> float:
    """A depth as it is drawn: cameras far off would make all else too small."""
    return z if z > -FAR else -FAR + (z + FAR) * SHORTENED


def _draw(page: Page, plan: Plan) -> None:
    key = 60 + 40 * math.ceil(max(1, len(plan.cameras)) / LINE_UP)
    box = (EDGE, EDGE + HEAD - 10, page.width - EDGE, page.height - EDGE - key)
    sight = _Sight(plan, box)
    for camera in plan.cameras:
        _field(page, sight, camera)
    for piece in plan.pieces:
        _piece(page, sight, piece)
    _axis(page, sight, plan)
    _cameras(page, sight, plan)
    for stand in plan.stands:
        _stand(page, sight, stand)
    _key(page, plan, page.height - EDGE - key + 40)


def _field(page: Page, sight: _Sight, camera: Camera) -> None:
    """The wedge that a camera sees, as far as its subject."""
    turn = math.atan2(camera.aim_x - camera.x, max(0.1, -camera.z))
    depth = max(0.3, 0.25 - camera.z)
    ways = [max(-1.35, min(1.35, turn + side * camera.half)) for side in (-1, 1)]
    start = sight.at(camera.x, camera.z)
    for way in ways:
        end = sight.at(camera.x + depth * math.tan(way), camera.z + depth)
        page.pen.line((*start, *_held(start, end, sight.box)), fill=FIELD, width=3)


def _held(start: Point, end: Point, box: tuple[float, float, float, float]) -> Point:
    """The end of a line, drawn back along it to where the plan's box ends."""
    run, room = end[0] - start[0], (box[0] if end[0] < start[0] else box[2]) - start[0]
    share = min(1.0, max(0.0, room / run)) if abs(run) > 1e-6 else 1.0
    return (start[0] + run * share, start[1] + (end[1] - start[1]) * share)


def _piece(page: Page, sight: _Sight, piece: Piece) -> None:
    left, right = sight.box[0], sight.box[2]
    (x0, y), (x1, _) = sight.at(piece.left, piece.z), sight.at(piece.right, piece.z)
    if not sight.box[1] < y < sight.box[3]:
        return
    if piece.right - piece.left > WIDEST_PIECE:
        page.pen.line((left, y, right, y), fill=RULE, width=7 if piece.name == "wall" else 4)
        page.line((left + 8, y + 6), piece.name, SMALL, 300)
        return
    box = (max(left, x0), y - 9, min(right, x1), y + 9)
    if box[2] > box[0]:
        page.pen.rounded_rectangle(box, 6, fill=PIECE)
        room = max(60.0, box[2] - box[0])
        page.line(((box[0] + box[2]) / 2 - 30, y + 12), piece.name, SMALL, room)


def _axis(page: Page, sight: _Sight, plan: Plan) -> None:
    """The line between the two who play the scene: cameras keep to one side of it."""
    if len(plan.stands) < 2:
        return
    ordered = sorted(plan.stands, key=lambda stand: stand.x)
    (x0, y0), (x1, y1) = (sight.at(s.x, s.z) for s in (ordered[0], ordered[-1]))
    span = math.hypot(x1 - x0, y1 - y0) or 1.0
    way = ((x1 - x0) / span, (y1 - y0) / span)
    far = 0.9 * sight.gain
    start, length = (x0 - way[0] * far, y0 - way[1] * far), span + 2 * far
    for k in range(int(length / 26)):
        a = (start[0] + way[0] * 26 * k, start[1] + way[1] * 26 * k)
        page.pen.line((*a, a[0] + way[0] * 15, a[1] + way[1] * 15), fill=AXIS, width=3)
    end = (start[0] + way[0] * length + 10, start[1] + way[1] * length - 14)
    page.line(end, "axis", Type(20, ACCENT), 100)


def _stand(page: Page, sight: _Sight, stand: Stand) -> None:
    x, y = sight.at(stand.x, stand.z)
    radius = max(16.0, min(34.0, 0.16 * sight.gain))
    nose = (x + stand.faces * radius * 1.55, y)
    page.pen.polygon([(x, y - radius * 0.7), nose, (x, y + radius * 0.7)], fill=INK)
    page.pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=INK)
    first = stand.name.strip()[:1].upper() or "?"
    kind = Type(round(radius), (255, 255, 255))
    page.line((x - width_of(first, kind.size, kind.faces) / 2, y - radius * 0.62), first, kind, 60)
    wide = width_of(stand.name, LABEL.size, LABEL.faces)
    page.line((x - min(wide, 240) / 2, y - radius - 32), stand.name, LABEL, 240)


def _cameras(page: Page, sight: _Sight, plan: Plan) -> None:
    """Each place of a camera once, with the numbers of all shots taken from there."""
    places: dict[tuple[int, int], list[Camera]] = {}
    for camera in plan.cameras:
        x, y = sight.at(camera.x, camera.z)
        places.setdefault((round(x / 30), round(y / 30)), []).append(camera)
    for place, cameras in enumerate(sorted(places.values(), key=lambda c: c[0].x)):
        one = cameras[0]
        x, y = sight.at(one.x, one.z)
        turn = math.atan2(one.aim_x - one.x, max(0.1, -one.z))
        body = [(-15, 16), (15, 16), (15, -8), (9, -8), (17, -24), (-17, -24), (-9, -8), (-15, -8)]
        page.pen.polygon([_turned(x, y, point, turn) for point in body], fill=CAMERA)
        for camera in cameras:
            _travel(page, sight, camera)
        label = ", ".join(camera.number for camera in cameras)
        kind = Type(22, CAMERA)
        if place < len(places) / 2:
            page.right((x - 24, y - 6), label, kind, 300)
        else:
            page.line((x + 24, y - 6), label, kind, 300)


def _travel(page: Page, sight: _Sight, camera: Camera) -> None:
    """The way of a camera that travels."""
    start, end = sight.at(camera.x, camera.z), sight.at(*camera.to)
    span = math.dist(start, end)
    if span < 8:
        return
    way = ((end[0] - start[0]) / span, (end[1] - start[1]) / span)
    page.pen.line((*start, *end), fill=CAMERA, width=4)
    tip = [(end[0] + way[0] * 14, end[1] + way[1] * 14)]
    tip += [(end[0] - way[1] * s * 9, end[1] + way[0] * s * 9) for s in (1, -1)]
    page.pen.polygon(tip, fill=CAMERA)


def _turned(x: float, y: float, point: Point, turn: float) -> Point:
    c, s = math.cos(turn), math.sin(turn)
    return (x + point[0] * c - point[1] * s, y + point[0] * s + point[1] * c)


def _key(page: Page, plan: Plan, top: float) -> None:
    """The shots of the plan, in words."""
    wide = (page.width - 2 * EDGE) / LINE_UP
    for place, camera in enumerate(plan.cameras):
        left = EDGE + (place % LINE_UP) * wide
        y = top + (place // LINE_UP) * 40
        taken = page.line((left, y), camera.number, Type(24, CAMERA), 90)
        far = math.hypot(camera.aim_x - camera.x, camera.z)
        lens = f"{camera.size} · {math.degrees(2 * camera.half):.0f}° · {far:.1f} off"
        page.line((left + taken + 12, y + 2), lens, SMALL, wide - taken - 20)
