"""Chooses the camera of a shot from its size, angle, lens, move and composition. Knows no paper."""

from __future__ import annotations

import re
from dataclasses import replace

from memory.film import Film, Shot
from memory.vocabulary import Angle, MoveType, Size
from tools.theatre.blocking import Places, look_in
from tools.theatre.framing import OPEN, SHARES, Subject, frame_subject
from tools.theatre.puppet import crown_of, hand_of
from tools.theatre.spec import ActorSpec, CameraSpec, SetSpec

MOVES: dict[str, str] = {
    "track": "truck_right",
    "pedestal_up": "crane_up",
    "pedestal_down": "crane_down",
    "crash_zoom": "zoom_in",
    "whip_pan": "pan_right",
    "float": "handheld",
    "dolly_zoom": "vertigo_in",
    "rack_focus": "static",
}
NEAREST_MOVES = frozenset({"rack_focus"})
"""Moves that are played as their neighbour, and noted."""

SPEEDS = {
    "none": "slow",
    "very_slow": "very_slow",
    "slow": "slow",
    "medium": "medium",
    "fast": "fast",
}
RESTS = {"pan": 0.72, "tilt": 0.72, "truck": 0.5, "crane": 0.7, "dolly": 0.5, "zoom": 0.5}
WHIPS = {"whip_pan": 1.0, "crash_zoom": 1.0}
"""Sudden moves, and where in them the framing is exact: at their end."""

LEAN, TURN = 7.0, 9.0
"""Degrees of a canted picture, and of a roll, unless the words name them."""
GROUPED = ("EWS", "VWS", "WS", "FS", "MWS", "MS")
"""Sizes that show everyone in the shot; tighter ones show whom the focus names."""

NEARER = 0.24
"""How far in front of the speaker the listener's back stands, as a share of the distance."""

IN_FRAME = 0.045
"""Where the back's middle stands, from the edge of the frame, as a share of its width."""

CROWN = 0.07
"""Where its crown stands, from the top, in frame heights."""

WIDEST = {"room": 0.66, "office": 0.60, "corridor": 0.48}
"""Smallest share of an adult inside: wider would put the camera through the back of the house."""


POINT = r"\b{}(?:'s|s')? (?:pov|point of view|view|eyes|sees|looks|watches)"
"""Words that say whose eyes the camera is."""

ROOFS = {"room": -1.4, "office": -1.5, "corridor": -1.6}
"""World height under the ceiling that a camera inside cannot rise above."""


def camera_for(
    film: Film, shot: Shot, places: Places, actors: tuple[ActorSpec, ...], place: SetSpec
) -> tuple[CameraSpec, tuple[ActorSpec, ...], list[str]]:
    """The camera, the actors (with a dirty foreground where the shot asks for one) and notes."""
    notes: list[str] = []
    aspect = film.width / film.height
    size, angle = shot.size.value, _angle(shot, notes)
    if shot.size is Size.INSERT and not actors:
        # A thing that is named replaces this; else the place itself is what there is to see.
        size, angle = "MWS", "eye"
    widest = WIDEST.get(place.family, 0.0)
    if SHARES[size] < widest:
        notes.append(f"{size} inside is framed as wide as the room allows")
    actors = _seen(shot, actors)
    subject = _subject(actors, shot)
    crowd = subject.spread > 0
    side = "centre" if crowd else _side(shot.composition)
    roof = ROOFS.get(place.family, OPEN) if place.interior else OPEN
    camera = frame_subject(subject, size, angle, shot.lens_mm, aspect, side, widest, roof)
    camera = replace(camera, roll=_lean(shot))
    camera = _moving(camera, shot, notes, bool(actors))
    if shot.movement.type is MoveType.TRACK:
        camera = _following(camera, actors)
    if shot.angle.value == "over_shoulder" or "ots" in shot.foreground.lower():
        camera, actors = _over_shoulder(film, shot, places, actors, camera, aspect, notes)
    return camera, actors, notes


def _angle(shot: Shot, notes: list[str]) -> str:
    angle = shot.angle.value
    if angle in ("overhead", "aerial", "worm"):
        nearest = "low" if angle == "worm" else "high"
        notes.append(f"angle {angle!r} is drawn as {nearest}, the horizon kept in sight")
        return angle
    return "eye" if angle in ("dutch", "pov", "over_shoulder") else angle


def _lean(shot: Shot) -> float:
    """Degrees a canted picture leans; to the side the words name."""
    if shot.angle is not Angle.DUTCH:
        return 0.0
    words = f"{shot.composition} {shot.action}".lower()
    named = re.search(r"(\d{1,2})(?:\.\d+)?\s*(?:°|deg)", words)
    degrees = min(30.0, float(named.group(1))) if named else LEAN
    return (
        -degrees if re.search(r"\b(cant|lean|tilt|dutch)\w*[^.;]{0,20}\bleft\b", words) else degrees
    )


def _seen(shot: Shot, actors: tuple[ActorSpec, ...]) -> tuple[ActorSpec, ...]:
    """Whom a point of view sees: everyone but the one who looks, and they face the lens."""
    if shot.angle is not Angle.POV or not actors:
        return actors
    words = shot.action.lower()
    looks = [a for a in actors if re.search(POINT.format(re.escape(a.name.lower())), words)]
    viewer = looks[0] if looks else actors[0] if len(actors) > 1 else None
    rest = tuple(actor for actor in actors if actor is not viewer)
    return tuple(replace(actor, view="front", gaze=(0.0, 0.0)) for actor in rest)


def _subject(actors: tuple[ActorSpec, ...], shot: Shot) -> Subject:
    """Whom to frame: the focus if it names one of several, else all of them."""
    if shot.size is Size.INSERT:
        return Subject(*hand_of(actors[0], shot.frames)) if actors else Subject()
    if not actors:
        return Subject()
    wanted = (
        [actor for actor in actors if actor.name.lower() in shot.focus.lower()]
        if shot.focus and shot.size.value not in GROUPED
        else []
    )
    chosen = wanted[:1] or list(actors)
    left, right = min(map(_at, chosen)), max(map(_at, chosen))
    crown = min(crown_of(actor, shot.frames) for actor in chosen)
    facing = chosen[0].facing if len(chosen) == 1 else 0.0
    return Subject((left + right) / 2, crown, facing, 0.0, (right - left) / 2)


def _at(actor: ActorSpec) -> float:
    """Where a shot is framed for someone: their own place if they come to it or leave it."""
    if actor.walk is None or actor.x in actor.walk:
        return actor.x
    return (actor.walk[0] + actor.walk[1]) / 2


def _side(composition: str) -> str:
    """The third a composition names for its one subject; empty leaves lead room."""
    lowered = composition.lower()
    found = re.search(
        r"\b(left|right)\b[^,;.]{0,12}\bthird\b|\bthird\b[^,;.]{0,12}\b(left|right)\b", lowered
    )
    if found:
        return str(found.group(1) or found.group(2))
    if re.search(r"\b(cent(re|er)d?|symmetr\w*|middle)\b", lowered):
        return "centre"
    return ""


def _moving(camera: CameraSpec, shot: Shot, notes: list[str], peopled: bool) -> CameraSpec:
    asked = shot.movement.type.value
    move = MOVES.get(asked, asked)
    if asked in NEAREST_MOVES:
        notes.append(f"move {asked!r} is played as {move}")
    if move == "static":
        return camera
    family = move.split("_", maxsplit=1)[0]
    if asked in WHIPS:
        span = 0.45 if asked == "crash_zoom" else 0.8
        return replace(camera, move=move, speed="whip", span=span, rest=WHIPS[asked])
    if move == "roll":
        return replace(camera, move=move, roll=camera.roll or TURN)
    speed = SPEEDS[shot.movement.speed.value]
    span = 1.0
    if peopled and family in ("pan", "tilt", "truck", "crane", "arc"):
        # The tighter the shot the smaller the move, or the face would leave the frame.
        span = {"MS": 0.62, "MCU": 0.46, "CU": 0.34, "BCU": 0.25, "ECU": 0.2}.get(camera.size, 0.9)
    elif family in ("dolly", "zoom") and camera.size in ("CU", "BCU", "ECU"):
        span = 0.7
    rest = RESTS.get(family, 0.5)
    return replace(camera, move=move, speed=speed, span=span, rest=rest)


def _following(camera: CameraSpec, actors: tuple[ActorSpec, ...]) -> CameraSpec:
    """Travel beside the first one who walks, at their pace, so that they keep their place."""
    walks = [actor.walk[1] - actor.walk[0] for actor in actors if actor.walk is not None]
    if not walks:
        return camera
    move = "truck_right" if walks[0] > 0 else "truck_left"
    return replace(camera, move=move, follow=round(walks[0], 4), rest=0.5)


def _over_shoulder(
    film: Film,
    shot: Shot,
    places: Places,
    actors: tuple[ActorSpec, ...],
    camera: CameraSpec,
    aspect: float,
    notes: list[str],
) -> tuple[CameraSpec, tuple[ActorSpec, ...]]:
    """Put the listener's back large at the edge of the frame, the speaker on the far third."""
    if not actors:
        notes.append("nobody to look at over a shoulder")
        return camera, actors
    seen = actors[0]
    ids = {character.name: who for who, character in film.characters.items()}
    back = ids.get(actors[1].name) if len(actors) > 1 else places.partner(ids.get(seen.name, ""))
    if back is None:
        notes.append("nobody whose shoulder to look over")
        return camera, actors
    edge = -1.0 if seen.facing < 0 else 1.0
    subject = Subject(seen.x, crown_of(seen, shot.frames), seen.facing)
    side = "left" if edge > 0 else "right"
    framed = frame_subject(subject, camera.size, "eye", camera.lens_mm, aspect, side)
    framed = replace(
        framed, move=camera.move, speed=camera.speed, span=camera.span, rest=camera.rest
    )
    z = framed.z * NEARER
    k = framed.focal / (z - framed.z)
    x = framed.x + edge * (0.5 - IN_FRAME) * aspect / k
    character = film.characters[back]
    shoulder = ActorSpec(
        name=character.name,
        x=round(x, 4),
        z=round(z, 4),
        near=True,
        facing=-edge,
        view="back",
        seed=seen.seed + 1,
        look=look_in(film, character, shot.scene),
        seated=back in places.seated,
    )
    # The back's crown belongs near the top of the frame; a child's stays lower, as it is.
    crown = crown_of(shoulder, shot.frames)
    wanted = framed.y + (CROWN - 0.5 - framed.shift_y) / k
    drop = max(-0.14, min(0.3, wanted - crown))
    return framed, (seen, replace(shoulder, y=round(drop, 4)))
