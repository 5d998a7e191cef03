"""Who is in the picture besides the one it is framed for: backs, viewers, those behind.

Keeps the scene's axis: nobody changes sides. Knows no paper.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from memory.film import Film, Shot
from memory.vocabulary import Angle
from tools.theatre.blocking import Places, look_in
from tools.theatre.camera import Track
from tools.theatre.composition import viewer_of, whose_shoulder
from tools.theatre.framing import Subject, Wish, frame_subject
from tools.theatre.measure import Measure, measure
from tools.theatre.spec import ActorSpec, CameraSpec, SetSpec
from tools.theatre.travel import inside

NEARER = 0.24
"""How far in front of the speaker the listener's back stands, as a share of the distance."""

TOWERS = 1.35
"""Frame heights a world unit of the back covers at least."""

STOOPS, KNEELS, TORSO = 0.3, 0.8, 1.5
"""How much lower a back may stand for a small subject: more where no more than a torso shows,
which is from so many times its least size on."""

IN_FRAME = 0.045
"""Where the back's middle stands, from the edge of the frame, as a share of its width."""

HEAD_HALF, FACE_HALF = 0.15, 0.1
"""Half the width of a head from behind, hat and all, and of the face that stays free of it."""

THIRD, LEAST_BACK = 0.335, 0.12
"""Shares of the frame's width: where the speaker stands, and the least of a back that shows."""

CROWN = 0.07
"""Where its crown stands, from the top, in frame heights."""

CLOSER = 0.62
"""Share of their distance that people keep when the frame is too narrow or too close for it."""

NARROW = 1.2
"""Aspect from which on people stand as the scene has them."""

SHORT, SHORT_OF_HEAD = 0.25, 0.12
"""How far behind the eyes a face is framed: a share of their way from x, but no more of a head."""

BEHIND = (0.6, 0.95, 1.4, 2.2)
"""Depths tried for someone who would be out of a close picture; the last two outside only."""

ASIDE = 0.31
"""How far from the middle of the frame they then stand, as a share of its width."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What coverage needs of a shot's surroundings."""

    film: Film
    shot: Shot
    places: Places
    place: SetSpec
    aspect: float


def seen_by(
    shot: Shot, actors: tuple[ActorSpec, ...]
) -> tuple[tuple[ActorSpec, ...], ActorSpec | None]:
    """Whom a point of view sees, facing the lens, and whose eyes it is; else everyone."""
    if shot.angle is not Angle.POV or not actors:
        return actors, None
    viewer = viewer_of(shot, actors)
    rest = tuple(actor for actor in actors if actor is not viewer)
    return tuple(replace(actor, view="front", gaze=(0.0, 0.0)) for actor in rest), viewer


def at_eyes(camera: CameraSpec, eyes: float) -> CameraSpec:
    """A level camera raised or lowered to someone's eyes; what is framed stays where it is."""
    if camera.pitch:
        return camera
    y = min(-0.06, eyes)
    k = camera.focal / (camera.subject_z - camera.z)
    return replace(camera, y=round(y, 4), shift_y=round(camera.shift_y + k * (y - camera.y), 4))


def gathered(actors: tuple[ActorSpec, ...], *, needed: bool) -> tuple[ActorSpec, ...]:
    """People brought closer together about their middle, every other one a little deeper."""
    standing = [actor for actor in actors if actor.walk is None]
    if not needed or len(actors) < 2 or len(standing) < len(actors):
        return actors
    middle = sum(actor.x for actor in actors) / len(actors)
    ordered = sorted(actors, key=lambda actor: actor.x)
    return tuple(
        replace(
            actor,
            x=round(middle + CLOSER * (actor.x - middle), 4),
            z=round(actor.z + 0.16 * (ordered.index(actor) % 2), 4),
        )
        for actor in actors
    )


def kept_in_sight(
    scene: Scene, camera: CameraSpec, actors: tuple[ActorSpec, ...], chosen: tuple[str, ...]
) -> tuple[tuple[ActorSpec, ...], list[str]]:
    """Place whoever a close picture would lose behind, on their own side, out of focus."""
    track = Track(camera, scene.shot.frames, float(scene.film.frame_rate), scene.aspect, 1)
    subject = [actor for actor in actors if actor.name in chosen]
    kept: list[ActorSpec] = []
    notes: list[str] = []
    for actor in actors:
        if actor in subject or actor.near or _in_frame(track, measure(actor, scene.shot.frames)):
            kept.append(actor)
            continue
        side = 1.0 if actor.x >= subject[0].x else -1.0
        moved = _behind(track, actor, side, scene)
        kept.append(moved)
        notes.append(f"{actor.name} stands deeper, so that the close picture still holds them")
    return tuple(kept), notes


def _in_frame(track: Track, who: Measure) -> bool:
    return inside(track, (who.head_x, who.middle, who.z, who.head), 0.0, 0.0)


def _behind(track: Track, actor: ActorSpec, side: float, scene: Scene) -> ActorSpec:
    """The nearest depth at which a head is whole in the frame on its side."""
    camera, tried = track.spec, actor
    for z in BEHIND[: 2 if scene.place.interior else 4]:
        k = camera.focal / (z - camera.z)
        x = camera.x + (side * ASIDE * scene.aspect - camera.shift_x) / k
        tried = replace(actor, x=round(x, 4), z=z, walk=None)
        if _in_frame(track, measure(tried, scene.shot.frames)):
            break
    return tried


def over_shoulder(
    scene: Scene, actors: tuple[ActorSpec, ...], camera: CameraSpec
) -> tuple[CameraSpec, tuple[ActorSpec, ...], list[str]]:
    """Put the listener's back large at the edge of the frame, the speaker on the far third."""
    if not actors:
        return camera, actors, ["nobody to look at over a shoulder"]
    seen, back = pair(scene, actors)
    if back is None:
        return camera, actors, ["nobody whose shoulder to look over"]
    if scene.film.characters[back].kind != "person":
        # An animal so near would be a wall of fur: it has no shoulder to look over.
        name = scene.film.characters[back].name
        return camera, actors, [f"{name} has no shoulder to look over; framed clean"]
    edge = -1.0 if seen.facing < 0 else 1.0
    who = measure(seen, scene.shot.frames)
    side = "left" if edge > 0 else "right"
    subject, size = subject_of([who], seen.facing), scene.shot.size.value
    framed = frame_subject(subject, size, "eye", camera.lens_mm, scene.aspect, Wish(side))
    framed = replace(
        framed, move=camera.move, speed=camera.speed, span=camera.span, rest=camera.rest,
        easing=camera.easing, roll=camera.roll,
    )  # fmt: skip
    shoulder = _shoulder(scene, framed, seen, back, edge)
    rest = tuple(a for a in actors if a is not seen and a.name != shoulder.name)
    return framed, (seen, shoulder, *rest), _side_note(scene, shoulder, edge)


def _side_note(scene: Scene, shoulder: ActorSpec, edge: float) -> list[str]:
    words = f"{scene.shot.composition} {scene.shot.foreground}".lower()
    asked = "right" if "right shoulder" in words else "left" if "left shoulder" in words else ""
    given = "right" if edge < 0 else "left"
    if not asked or asked == given:
        return []
    return [f"the axis keeps the camera over {shoulder.name}'s {given} shoulder"]


def pair(scene: Scene, actors: tuple[ActorSpec, ...]) -> tuple[ActorSpec, str | None]:
    """Who is seen, and the id of whose back is before them."""
    film = scene.film
    ids = {character.name: who for who, character in film.characters.items()}
    named = whose_shoulder(scene.shot, [character.name for character in film.characters.values()])
    others = [actor for actor in actors if actor.name != named]
    focus = scene.shot.focus.lower()
    seen = next((a for a in others if focus and a.name.lower() in focus), None)
    seen = seen or (others[0] if others else actors[0])
    if named and named != seen.name:
        return seen, ids[named]
    back = next((actor for actor in actors if actor is not seen), None)
    if back is not None:
        return seen, ids.get(back.name)
    return seen, scene.places.partner(ids.get(seen.name, ""))


def _shoulder(
    scene: Scene, framed: CameraSpec, seen: ActorSpec, back: str, edge: float
) -> ActorSpec:
    distance = framed.subject_z - framed.z
    # In a wide picture the back still towers: it never shows from head to knee.
    z = min(framed.subject_z - NEARER * distance, framed.z + framed.focal / TOWERS)
    k = framed.focal / (z - framed.z)
    character = scene.film.characters[back]
    shoulder = ActorSpec(
        name=character.name,
        x=round(framed.x + edge * _beside(scene.aspect, k, framed.focal / distance) / k, 4),
        z=round(z, 4),
        near=True,
        facing=-edge,
        view="back",
        seed=seen.seed + 1,
        look=look_in(scene.film, character, scene.shot.scene),
        seated=back in scene.places.seated,
    )
    # The back's crown belongs near the top of the frame; a child's stays lower, as it is.
    crown = measure(shoulder, scene.shot.frames).crown
    wanted = framed.y + (CROWN - 0.5 - framed.shift_y) / k
    lowest = KNEELS if k > TOWERS * TORSO else STOOPS
    return replace(shoulder, y=round(max(-0.14, min(lowest, wanted - crown)), 4))


def _beside(aspect: float, scale: float, seen: float) -> float:
    """How far from the middle a back stands, frame heights: it leaves the speaker's face free."""
    half = HEAD_HALF * scale
    free = (1 - THIRD) * aspect - FACE_HALF * seen
    shown = min(IN_FRAME * aspect + half, max(LEAST_BACK * aspect, free))
    return 0.5 * aspect - shown + half


def subject_of(people: list[Measure], facing: float) -> Subject:
    """Those to be framed as one subject: their middle, the highest crown, the tallest."""
    left, right = min(who.x for who in people), max(who.x for who in people)
    tallest = max(people, key=lambda who: who.tall)
    eyes = min(who.eyes for who in people)
    return Subject(
        x=(left + right) / 2,
        crown=min(who.crown for who in people),
        facing=facing if len(people) == 1 else 0.0,
        z=people[0].z if len(people) == 1 else min(who.z for who in people),
        spread=(right - left) / 2,
        tall=tallest.tall,
        head=max(who.head for who in people),
        eyes=eyes,
        foot=min(0.05, max(who.foot for who in people)),
        face=_towards_eyes(people[0]),
        low=max(who.middle + 0.5 * who.head for who in people),
    )


def _towards_eyes(who: Measure) -> float:
    """How far from x a face is framed: nearly at the eyes, which an animal has far ahead of it."""
    back = min(SHORT * abs(who.face), SHORT_OF_HEAD * who.head)
    return math.copysign(max(0.0, abs(who.face) - back), who.face)
