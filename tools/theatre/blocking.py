"""Who stands where in a scene, faces whom and does what. Knows the film, no camera and no paper."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from memory.film import Character, Film, Line, Mark, Scene, Shot
from tools.theatre.beats import LENS, Part, parts_of
from tools.theatre.cast.actions import action_of
from tools.theatre.cast.beast import DOG
from tools.theatre.cast.bird import CROW
from tools.theatre.cast.bones import BUILD
from tools.theatre.cast.look import look_of
from tools.theatre.companions import together
from tools.theatre.depthwalk import deepened
from tools.theatre.geometry import seed_of
from tools.theatre.paths import BEHIND, kept_short, legs_of, path_of, room_of, short_of
from tools.theatre.place import set_of
from tools.theatre.seating import refuses, said_to_sit, settled, sits_at_first
from tools.theatre.sets.landmarks import Spot, landmarks_of
from tools.theatre.spec import ActorSpec, SetSpec, SpokenLine

SPACING = {1: 0.0, 2: 0.64, 3: 0.56}
"""World units between neighbours; more people stand closer."""

CROWD = 0.46
ALONE = -0.3
TABLE = -0.42
"""Height of the top of a table."""

APART, DEEP = 0.36, 0.3
"""World units, across and in depth, within which two people would stand in each other."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where a scene's people stand, left to right, the same in all its shots.

    The 180-degree line.
    """

    x: Mapping[str, float]
    facing: Mapping[str, float]
    seated: frozenset[str] = frozenset()
    z: Mapping[str, float] = field(default_factory=dict)
    rest: float = 0.0
    """Height (negative) of a table that people here stand or sit at; 0 without one."""
    door: bool = True
    place: SetSpec = field(default_factory=SetSpec)
    spots: Mapping[str, Spot] = field(default_factory=dict)
    """Where the things of the place are: door, window, stove."""

    def partner(self, name: str) -> str | None:
        """The nearest other person."""
        others = [other for other in self.x if other != name]
        here = self.x.get(name, 0.0)
        return min(others, key=lambda other: abs(self.x[other] - here), default=None)


def cast_of(film: Film, scene: Scene) -> list[str]:
    """Everyone seen or speaking in a scene, by first appearance."""
    seen: dict[str, None] = {}
    for shot_id in film.scene_shots(scene.id):
        shot = film.shots[shot_id]
        for who in (*shot.subjects, *(line.character for line in shot.dialogue if not line.off)):
            if who in film.characters:
                seen[who] = None
    return list(seen)


def places_of(film: Film, scene: Scene, place: SetSpec) -> Places:
    """Everyone's place: the scene's marks, else its screen axis, else first appearance."""
    if scene.marks:
        return _on_marks(scene, place)
    people = cast_of(film, scene)
    sides = {who: _axis_side(scene.screen_axis, film.characters[who].name) for who in people}
    rank = {"left": 0, "": 1, "right": 2}
    ordered = sorted(people, key=lambda who: (rank[sides[who]], people.index(who)))
    step = SPACING.get(len(ordered), CROWD)
    x = {who: round((k - (len(ordered) - 1) / 2) * step, 4) for k, who in enumerate(ordered)}
    if len(ordered) == 1 and place.family == "room":
        # Alone in a room one stands beside the table and its lamp, not behind them.
        x[ordered[0]] = ALONE
    facing = {
        who: 1.0 if at < 0 or (at == 0 and k % 2 == 0) else -1.0
        for k, (who, at) in enumerate(x.items())
    }
    if len(ordered) == 1 and sides[ordered[0]] == "right":
        facing[ordered[0]] = -1.0
    shots = [film.shots[shot_id] for shot_id in film.scene_shots(scene.id)]
    table = has_table(place)
    text = " ".join(shot.action for shot in shots)
    sat = frozenset(ordered) if table and said_to_sit(text) else frozenset()
    seated = frozenset(who for who in sat if not refuses(film.characters[who].name, text))
    rest = TABLE if table else 0.0
    return Places(x, facing, seated, {}, rest, has_door(place), place, landmarks_of(place))


def has_table(place: SetSpec) -> bool:
    """Whether a table stands before the people of a place."""
    return (place.interior and "table" in place.pieces) or place.kind in (
        "kitchen",
        "dining",
        "meeting",
    )


def has_door(place: SetSpec) -> bool:
    """Whether a door is drawn in a place."""
    return "door" in place.pieces or place.interior


def _on_marks(scene: Scene, place: SetSpec) -> Places:
    x = {mark.who: mark.x for mark in scene.marks}
    z = {mark.who: mark.z for mark in scene.marks}
    facing = {mark.who: float(mark.faces) for mark in scene.marks}
    seated = frozenset(mark.who for mark in scene.marks if mark.seated)
    rest = TABLE if has_table(place) else 0.0
    return Places(
        _spaced(x, z), facing, seated, z, rest, has_door(place), place, landmarks_of(place)
    )


def _spaced(x: Mapping[str, float], z: Mapping[str, float]) -> dict[str, float]:
    """Places moved apart as far as needed so that nobody stands inside another."""
    placed: dict[str, float] = {}
    for who in sorted(x, key=lambda name: (x[name], name)):
        at = x[who]
        for other, there in placed.items():
            if abs(z[who] - z[other]) < DEEP and at - there < APART:
                at = there + APART
        placed[who] = round(at, 4)
    return {who: placed[who] for who in x}


def with_marks(film: Film) -> Film:
    """The film with the blocking of every scene written down.

    From then on an edit of one shot moves nobody in another one.
    """
    scenes = dict(film.scenes)
    for scene in film.scenes.values():
        if not scene.marks and film.scene_shots(scene.id):
            location = film.locations.get(scene.location)
            place, _ = set_of(location, scene, film)
            scenes[scene.id] = scene.model_copy(update={"marks": _marks(film, scene, place)})
    return film.model_copy(update={"scenes": scenes})


def _marks(film: Film, scene: Scene, place: SetSpec) -> tuple[Mark, ...]:
    stand = places_of(film, scene, place)
    return tuple(
        Mark(who=who, x=x, faces=1 if stand.facing[who] > 0 else -1, seated=who in stand.seated)
        for who, x in stand.x.items()
    )


def _axis_side(axis: str, name: str) -> str:
    """The side of a person: the first one named in the axis clause that names them, else empty."""
    for clause in re.split(r"[;.,]", axis):
        first = name.split(maxsplit=1)[0] if name.split() else name
        if first and re.search(rf"\b{re.escape(first)}\b", clause, re.IGNORECASE):
            found = re.search(r"\b(left|right)\b", clause, re.IGNORECASE)
            if found:
                return found.group(1).lower()
    return ""


def actors_of(film: Film, shot: Shot, places: Places) -> tuple[tuple[ActorSpec, ...], list[str]]:
    """The people a shot shows, at their places, with their lines and actions."""
    notes = [f"{who!r} is not in the cast" for who in shot.subjects if who not in film.characters]
    shown = [who for who in dict.fromkeys(shot.subjects) if who in film.characters]
    if not shown and shot.dialogue:
        speakers = [line.character for line in shot.dialogue if not line.off]
        shown = [who for who in dict.fromkeys(speakers) if who in film.characters][:2]
    people = {who: film.characters[who] for who in shown}
    parts, more = parts_of(shot, people, float(film.frame_rate))
    if not places.door and any(part.does("open_door") for part in parts.values()):
        more.append("no door is in this place; its opening is mimed")
    actors = tuple(_actor(film, shot, places, who, parts[who]) for who in shown)
    by_name = {film.characters[who].name: parts[who] for who in shown}
    return together(actors, by_name), notes + more


def _actor(film: Film, shot: Shot, places: Places, who: str, part: Part) -> ActorSpec:
    character = film.characters[who]
    part = settled(part, shot.size, here=who in places.seated)
    action, _ = action_of(part.base)
    rate = float(film.frame_rate)
    x, facing = places.x.get(who, 0.0), places.facing.get(who, 1.0)
    others = [name for name in shot.subjects if name != who and name in film.characters]
    there = {_first(film, name): places.x.get(name, 0.0) for name in others}
    standing = [places.x.get(name, 0.0) for name in others]
    z = places.z.get(who, 0.0)
    walk, facing = path_of(shot, action, part.words, x, facing, rate, places.spots)
    look = look_in(film, character, shot.scene)
    walk = short_of(_own_size(walk, x, character, look), standing)
    legs = (
        legs_of(part, x, facing, room_of(shot), rate, there, places.spots)
        if character.kind == "person"
        else ()
    )
    if not legs and part.does("walk", "run", "climb", "enter", "exit") and walk is None:
        walk, facing = path_of(shot, "walk", part.words, x, facing, rate, places.spots)
    if legs:
        legs, passes = kept_short(legs, standing)
        walk = _framing(legs, x)
        facing = 1.0 if legs[0][3] >= legs[0][2] and legs[0][0] <= 4 else facing
        facing = -1.0 if legs[0][3] < legs[0][2] and legs[0][0] <= 4 else facing
        z += BEHIND if passes else 0.0
    lines = (_line(film, ln) for ln in shot.dialogue if ln.character == who and not ln.off)
    emotion = shot.emotions.get(who)
    actor = ActorSpec(
        name=character.name,
        x=x,
        z=round(z, 4),
        facing=facing,
        view=shot.view.value,
        action=part.base or "stand",
        emotion=emotion.value if emotion else "neutral",
        strength=round(shot.intensity.get(who, 0.45 + 0.5 * shot.energy), 4),
        gaze=(0.0, 0.0) if LENS.search(part.words) else (0.4, 0.0),
        lines=tuple(lines),
        beats=part.beats,
        walk=walk,
        seed=seed_of(shot.seed, who) % 2**31,
        look=look,
        seated=sits_at_first(who in places.seated, part, moves=walk is not None),
        legs=legs,
        rest=places.rest,
    )
    return deepened(actor, part, places.place, shot.frames, rate)


def _own_size(
    walk: tuple[float, float] | None, x: float, character: Character, look: dict[str, Any]
) -> tuple[float, float] | None:
    """A small animal's way is as much shorter as it is smaller: it is framed by its own size."""
    if walk is None or character.kind == "person":
        return walk
    unit = {"bird": CROW, "beast": DOG}.get(str(look.get("kind", "")), BUILD)
    small = min(1.0, 0.6 * float(look.get("height", 1.0)) * unit)
    return (round(x + (walk[0] - x) * small, 4), round(x + (walk[1] - x) * small, 4))


def _first(film: Film, who: str) -> str:
    words = film.characters[who].name.lower().split()
    return words[0] if words else who


def _framing(legs: tuple[tuple[int, int, float, float, str], ...], x: float) -> tuple[float, float]:
    """The walk as the camera reads it: whoever enters or leaves is framed at their own place."""
    start, end = legs[0][2], legs[-1][3]
    kinds = {leg[4] for leg in legs}
    if "enter" in kinds:
        return (start, x)
    return (x, end) if "exit" in kinds else (start, end)


def _line(film: Film, line: Line) -> SpokenLine:
    return SpokenLine(line.start, line.frames, line.line, film.language)


def look_in(film: Film, character: Character, scene: str) -> dict[str, Any]:
    """The character's locked look, with this scene's wardrobe."""
    words = character.model_dump(mode="json")
    words["wardrobe"] = character.worn(scene)
    words.pop("voice", None)
    words.pop("wardrobe_by_scene", None)
    look = look_of(words, character.seed or seed_of(film.id, character.id) % 2**31)
    data: dict[str, Any] = json.loads(look.to_json())
    data.pop("notes", None)
    return data
