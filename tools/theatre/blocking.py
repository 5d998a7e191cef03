"""Who stands where in a scene, faces whom and does what. Knows the film, no camera and no paper."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from memory.film import Character, Film, Line, Mark, Scene, Shot
from memory.vocabulary import MoveType
from tools.theatre.cast.actions import action_of
from tools.theatre.cast.look import look_of
from tools.theatre.framing import SHARES
from tools.theatre.geometry import seed_of
from tools.theatre.place import set_of
from tools.theatre.spec import ActorSpec, SetSpec, SpokenLine

SPACING = {1: 0.0, 2: 0.64, 3: 0.56}
"""World units between neighbours; more people stand closer."""

CROWD = 0.46
ALONE = -0.3
SITTING = re.compile(r"\b(sit|sits|sitting|seated|sat|seat)\b", re.IGNORECASE)
MOVING = ("walk", "run", "hop", "fly")
PACE = {"walk": 0.62, "run": 1.5, "hop": 0.35, "fly": 0.9}
"""World units a second."""

LONGEST_WALK = 2.6
REACH = 0.46
"""World units between a walker who stops and the one they come to."""

WALKED = 0.95
"""Share of the frame height (at any size) that a walk inside the picture covers."""

COMING = re.compile(
    r"\b(enters?|arrives?|comes? (in|up|over|back|out)|catch(es)? up"
    r"|approach(es)?|joins?|returns?)\b"
)
"""Words of someone who walks to their own place and stays there."""

LEVEL = 1.4
"""How far eyes go up or down (-1..1) for a world unit between two people's heights."""

VIEWS = {"three_quarter_back": "back"}


@dataclass(frozen=True, slots=True)
class Places:
    """Where a scene's people stand, left to right, the same in all its shots.

    The 180-degree line.
    """

    x: Mapping[str, float]
    facing: Mapping[str, float]
    seated: frozenset[str] = frozenset()

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
        return _on_marks(scene)
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
    text = " ".join(shot.action for shot in shots)
    table = (place.interior and "table" in place.pieces) or place.kind in (
        "kitchen",
        "dining",
        "meeting",
    )
    seated = frozenset(ordered) if SITTING.search(text) and table else frozenset()
    return Places(x, facing, seated)


def _on_marks(scene: Scene) -> Places:
    x = {mark.who: mark.x for mark in scene.marks}
    facing = {mark.who: float(mark.faces) for mark in scene.marks}
    return Places(x, facing, frozenset(mark.who for mark in scene.marks if mark.seated))


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
    actors = tuple(_actor(film, shot, places, who, notes) for who in shown)
    return actors, notes


def _actor(film: Film, shot: Shot, places: Places, who: str, notes: list[str]) -> ActorSpec:
    character = film.characters[who]
    words = _clause(shot.action, character.name, alone=len(shot.subjects) < 2)
    action, note = action_of(words)
    lines = tuple(
        _line(film, line) for line in shot.dialogue if line.character == who and not line.off
    )
    if note and not lines:
        notes.append(note)
    x, facing = places.x.get(who, 0.0), places.facing.get(who, 1.0)
    walk, facing = _walk(shot, action, words, x, facing, float(film.frame_rate))
    others = [name for name in shot.subjects if name != who and name in film.characters]
    walk = _short_of(walk, [places.x.get(name, 0.0) for name in others])
    beats = tuple((beat.start, beat.frames, beat.action) for beat in shot.beats if beat.who == who)
    emotion = shot.emotions.get(who)
    upright = re.search(r"\b(stands?|rises?|gets up|standing)\b", words, re.IGNORECASE)
    seated = who in places.seated and walk is None and upright is None
    return ActorSpec(
        name=character.name,
        x=x,
        facing=facing,
        view=VIEWS.get(shot.view.value, shot.view.value),
        action=words if words else "stand",
        emotion=emotion.value if emotion else "neutral",
        strength=round(0.45 + 0.5 * shot.energy, 4),
        gaze=_gaze(film, who, others, words),
        lines=lines,
        beats=beats,
        walk=walk,
        seed=seed_of(shot.seed, who) % 2**31,
        look=look_in(film, character, shot.scene),
        seated=seated,
    )


def _gaze(film: Film, who: str, others: list[str], words: str) -> tuple[float, float]:
    """Where eyes look: at a partner's face in the picture, else just past the lens; not into it."""
    if re.search(r"\b(in|into|at|to) (the )?(camera|lens|audience)\b", words, re.IGNORECASE):
        return (0.0, 0.0)
    if len(others) != 1:
        return (0.4, 0.0)
    own, other = (_tall(film.characters[name]) for name in (who, others[0]))
    return (0.5, round(max(-0.6, min(0.6, LEVEL * (own - other))), 4))


def _tall(character: Character) -> float:
    """A rough height: a bird or animal, a child, a grown person."""
    if character.kind != "person":
        return 0.3
    if character.age is not None:
        return 0.66 if character.age < 13 else 1.0
    words = f"{character.name} {character.appearance} {character.role}"
    return 0.66 if re.search(r"\b(child|boy|girl|kid)\b", words, re.IGNORECASE) else 1.0


def _short_of(walk: tuple[float, float] | None, others: list[float]) -> tuple[float, float] | None:
    """End a walk an arm's length before someone who stands in its way."""
    if walk is None:
        return None
    start, end = walk
    way = 1.0 if end > start else -1.0
    ahead = [x * way for x in others if (x - start) * way > REACH]
    stop = min(ahead, default=end * way + REACH) - REACH
    return (start, round(min(end * way, stop) * way, 4))


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


def _clause(action: str, name: str, *, alone: bool) -> str:
    """The part of an action line that is about one person; all of it when they are alone."""
    if alone:
        return action.strip()[:400]
    first = name.split(maxsplit=1)[0] if name.split() else name
    for sentence in re.split(r"(?<=[.;!?])\s+|\bwhile\b|\bas\b", action):
        if first and re.match(rf"\s*{re.escape(first)}\b", sentence, re.IGNORECASE):
            return sentence.strip()[:400]
    return ""


def _walk(
    shot: Shot, action: str, words: str, x: float, facing: float, rate: float
) -> tuple[tuple[float, float] | None, float]:
    """A path for those who move: towards where they look, through their place at mid-shot."""
    if action not in MOVING:
        return None, facing
    lowered = words.lower()
    if re.search(r"right to left|to the left|leftward", lowered):
        facing = -1.0
    elif re.search(r"left to right|to the right|rightward", lowered):
        facing = 1.0
    # Whoever walks through a shot stays in it; only "enters" and "leaves" may cross its edge.
    room = WALKED / SHARES[shot.size.value]
    crossing = re.search(r"\b(exits?|leaves?|goes? out)\b", lowered) or COMING.search(lowered)
    free = crossing or shot.movement.type is MoveType.TRACK
    far = min(LONGEST_WALK if free else room, PACE[action] * shot.frames / rate)
    if COMING.search(lowered):
        # From just outside the picture, so that half the shot is not spent waiting.
        far = min(far, 0.72 * room + 0.1)
        return (round(x - facing * far, 4), x), facing
    if re.search(r"\b(exits?|leaves?|goes? out)\b", lowered):
        return (x, round(x + facing * far, 4)), facing
    return (round(x - facing * far / 2, 4), round(x + facing * far / 2, 4)), facing
