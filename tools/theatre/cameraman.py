"""Chooses the camera of a shot from its size, angle, lens, move and composition. Knows no paper."""

from __future__ import annotations

from dataclasses import replace

from memory.film import Film, Shot
from memory.vocabulary import MoveType, Size
from tools.theatre import coverage
from tools.theatre.blocking import Places
from tools.theatre.cast.actions import action_of
from tools.theatre.composition import (
    air_of_words,
    is_over_shoulder,
    lean_of,
    side_of,
    through_of,
)
from tools.theatre.coverage import NARROW, Scene, subject_of
from tools.theatre.framing import OPEN, SHARES, Subject, Wish, frame_subject
from tools.theatre.measure import Measure, looking, measure
from tools.theatre.pull import focused
from tools.theatre.puppet import hand_of
from tools.theatre.sizes import RUNGS, WIDE
from tools.theatre.spec import ActorSpec, CameraSpec, SetSpec
from tools.theatre.travel import Head, following, held_in, moving

GROUPED = ("EWS", "VWS", "WS", "FS", "MWS", "MS")
"""Sizes that show everyone in the shot; tighter ones show whom the focus names."""

WIDEST = {"room": 0.66, "office": 0.60, "corridor": 0.48}
"""Smallest share of an adult inside: wider would put the camera through the back of the house."""

ROOFS = {"room": -1.4, "office": -1.5, "corridor": -1.6}
"""World height under the ceiling that a camera inside cannot rise above."""

CLIMB = 0.20
"""Frame heights by which whoever climbs stands higher in a wide, on what they climb."""

FROM_ABOVE = ("overhead", "aerial")
"""Angles for which a room is opened from above, as a stage is."""

WORM_MM, WORM_NARROW_MM = 16, 24
"""A worm's eye is a wide one, or nothing of the ground is in it; a narrow frame bears less."""

NEAREST_ANGLES = {
    "overhead": "angle 'overhead' is drawn as a steep look down, short of straight",
    "worm": "angle 'worm' is drawn as a steep look up from the ground, short of straight",
}


def camera_for(
    film: Film, shot: Shot, places: Places, actors: tuple[ActorSpec, ...], place: SetSpec
) -> tuple[CameraSpec, tuple[ActorSpec, ...], list[str]]:
    """The camera, the actors (with a dirty foreground where the shot asks for one) and notes."""
    scene = Scene(film, shot, places, place, film.width / film.height)
    actors, viewer = coverage.seen_by(shot, actors)
    over = is_over_shoulder(shot) and bool(actors)
    chosen = coverage.pair(scene, actors)[:1] if over else _chosen(actors, shot)
    actors = coverage.gathered(actors, needed=_crowded(scene, chosen))
    chosen = tuple(actor for actor in actors if actor.name in {who.name for who in chosen})
    camera, notes = _framed(scene, actors, chosen)
    if is_over_shoulder(shot) and not actors:
        notes.append("nobody to look at over a shoulder")
    if viewer is not None:
        camera = coverage.at_eyes(camera, measure(viewer, shot.frames).eyes)
    camera = replace(camera, roll=lean_of(shot), through=through_of(shot))
    camera = moving(camera, shot, peopled=bool(actors))
    if shot.movement.type is MoveType.TRACK:
        camera = following(camera, actors)
    if over:
        camera, actors, said = coverage.over_shoulder(scene, actors, camera)
        chosen = actors[:1]
        notes += said
    actors, kept = _kept(scene, camera, actors, chosen)
    camera, actors, more = focused(film, shot, camera, actors, place)
    heads = [_head(measure(actor, shot.frames)) for actor in chosen if actor.walk is None]
    camera = held_in(camera, heads, shot.frames, float(film.frame_rate), scene.aspect)
    return camera, actors, [*notes, *more, *kept]


def _chosen(actors: tuple[ActorSpec, ...], shot: Shot) -> tuple[ActorSpec, ...]:
    """Whom to frame: the focus if it names one of several and the size is close, else all."""
    if not shot.focus or shot.size.value in GROUPED:
        return actors
    named = [actor for actor in actors if actor.name.lower() in shot.focus.lower()]
    return tuple(named[:1]) or actors


def _crowded(scene: Scene, chosen: tuple[ActorSpec, ...]) -> bool:
    """Whether people must stand closer together than the scene has them."""
    if len(chosen) < 2 or is_over_shoulder(scene.shot):
        return False
    return scene.aspect < NARROW or scene.shot.size.value not in (*GROUPED, "INSERT")


def _framed(
    scene: Scene, actors: tuple[ActorSpec, ...], chosen: tuple[ActorSpec, ...]
) -> tuple[CameraSpec, list[str]]:
    shot, place = scene.shot, scene.place
    notes: list[str] = []
    size, angle = shot.size.value, _angle(shot, notes)
    if shot.size is Size.INSERT and not actors:
        # A thing that is named replaces this; else the place itself is what there is to see.
        size, angle = "MWS", "eye"
    widest = WIDEST.get(place.family, 0.0)
    if SHARES[size] < widest:
        notes.append(f"{size} inside is framed as wide as the room allows")
    roof = ROOFS.get(place.family, -1.5) if place.interior else OPEN
    if angle in FROM_ABOVE:
        roof = OPEN
    lowest = WORM_MM if scene.aspect >= NARROW else WORM_NARROW_MM
    lens = min(shot.lens_mm, lowest) if angle == "worm" else shot.lens_mm
    subject = _subject(chosen, shot)
    side = side_of(shot.composition) if subject.spread == 0 else "centre"
    climbs = not place.interior and any(action_of(who.action)[0] == "climb" for who in chosen)
    wish = Wish(side, air_of_words(shot.composition), CLIMB * climbs, widest, roof, place.interior)
    camera = frame_subject(subject, size, angle, lens, scene.aspect, wish)
    if chosen and camera.size != size and RUNGS.index(camera.size) < RUNGS.index(size):
        notes.append(f"{size} of {len(chosen)} is framed as {camera.size}, to hold everyone")
    return camera, notes


def _angle(shot: Shot, notes: list[str]) -> str:
    angle = shot.angle.value
    if angle in NEAREST_ANGLES:
        notes.append(NEAREST_ANGLES[angle])
    return "eye" if angle in ("dutch", "pov", "over_shoulder") else angle


def _subject(chosen: tuple[ActorSpec, ...], shot: Shot) -> Subject:
    if not chosen:
        return Subject()
    if shot.size is Size.INSERT:
        x, y = hand_of(chosen[0], shot.frames)
        return Subject(x, y)
    facing = looking(chosen[0], shot.frames) if len(chosen) == 1 else 0.0
    return subject_of([measure(actor, shot.frames) for actor in chosen], facing)


def _kept(
    scene: Scene,
    camera: CameraSpec,
    actors: tuple[ActorSpec, ...],
    chosen: tuple[ActorSpec, ...],
) -> tuple[tuple[ActorSpec, ...], list[str]]:
    """Everyone asked in stays in the picture, also those it is not framed for."""
    if not chosen or scene.shot.size is Size.INSERT or camera.size in WIDE:
        return actors, []
    names = tuple(actor.name for actor in chosen)
    return coverage.kept_in_sight(scene, camera, actors, names)


def _head(who: Measure) -> Head:
    return (who.head_x, who.middle, who.z, who.head)
