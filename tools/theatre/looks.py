"""Who looks at whom, and when: the true points in the world that eyes go to. Draws nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from memory.film import Film, Shot
from tools.theatre.blocking import Places
from tools.theatre.cast.bones import BUILD
from tools.theatre.geometry import seed_of
from tools.theatre.sets.landmarks import named_in
from tools.theatre.spec import ActorSpec

Sight = tuple[int, float, float, float]

LENS = 1000.0
"""World units before the acting area: eyes that look there look into any lens."""

EYES, SAT = 0.93, 0.2
"""Eyes of someone who stands, in statures, and how much lower a seat brings them."""

LATE = (3, 9)
"""Frames until a listener's eyes are with whoever begins to speak."""

PURSUIT = 5
"""Frames between the points at which eyes follow someone who walks."""

THINGS: tuple[tuple[str, tuple[float, float, float]], ...] = (
    (r"camera|lens|audience", (0.0, -0.93, -LENS)),
    (r"sky|stars?|moon|sun|ceiling|heavens?|above|up", (1.2, -3.2, 1.0)),
    (r"floor|ground|feet|shoes|down", (0.45, 0.0, -0.25)),
    (r"table|desk|plate|map", (0.3, -0.42, -0.2)),
    (r"letter|book|photo\w*|phone|cup|hands?|watch|note|paper|newspaper", (0.2, -0.6, -0.12)),
    (r"window|mirror|picture|painting|clock|wall", (0.5, -0.92, 1.3)),
    (r"door|exit|stairs|gate", (1.7, -0.75, 0.5)),
    (r"sea|horizon|lighthouse|mountains?|ship|boat|forest|city|away|distance", (6.0, -1.1, 6.0)),
)
"""Things by their words: where they are from a person, x towards where that one faces."""


GAZED = re.compile(
    r"\b(?:looks?|stares?|gazes?|glances?|peers?|watches|faces|stands?)\b"
    r"(?: (?:up|down|out|back|over|long))? (?:at|out of|through|towards?|into|across) "
    r"((?:the|an?|his|her|their) [\w -]+)",
    re.IGNORECASE,
)
"""Words of looking, and what is looked at."""


@dataclass(frozen=True, slots=True)
class _Room:
    """Everyone whom eyes can find: in the picture, or in the scene beside it."""

    shot: Shot
    places: Places
    actors: dict[str, ActorSpec]

    def eyes(self, who: str, frame: float) -> tuple[float, float, float]:
        """World place of someone's eyes on a frame."""
        actor = self.actors.get(who)
        if actor is None:
            # Who is not in the picture is no input of it: a grown person's eyes stand for theirs.
            high = BUILD * (EYES - SAT * (who in self.places.seated))
            return (self.places.x.get(who, 0.0), -high, self.places.z.get(who, 0.0))
        sits = actor.seated or (actor.seat is not None and frame > self.shot.frames / 2)
        high = float(actor.look.get("height", 1.0)) * BUILD * (EYES - SAT * sits)
        return (_at(actor, frame), -high + actor.y, actor.z)


def looks_for(
    film: Film, shot: Shot, places: Places, actors: tuple[ActorSpec, ...]
) -> tuple[tuple[ActorSpec, ...], list[str]]:
    """The actors with their eyes on whom and what they look at, and notes on what is unknown."""
    ids = {character.name: who for who, character in film.characters.items()}
    room = _Room(shot, places, {ids[a.name]: a for a in actors if a.name in ids})
    notes: list[str] = []
    found = []
    for actor in actors:
        who = ids.get(actor.name, "")
        plain = (
            actor.near
            or actor.view in ("back", "three_quarter_back")
            or film.characters.get(who) is None
        )
        looks = () if plain else _looks(room, who, actor, notes)
        found.append(replace(actor, looks=looks))
    return tuple(found), notes


def _looks(room: _Room, who: str, actor: ActorSpec, notes: list[str]) -> tuple[Sight, ...]:
    wanted = room.shot.looks_at.get(who, "")
    if not wanted and actor.gaze == (0.0, 0.0):
        wanted = "camera"
    wanted = wanted or _told(room, who)
    if wanted and wanted not in room.places.x and wanted not in room.actors:
        return (_thing(room, who, actor, wanted, notes),)
    if wanted:
        return _followed(room, who, [(0, wanted)])
    turns = _turns(room, who)
    return _walked(actor, _followed(room, who, turns)) if turns else ()


def _thing(room: _Room, who: str, actor: ActorSpec, words: str, notes: list[str]) -> Sight:
    spot = named_in(words, room.places.spots)
    if spot is not None:
        return (0, round(spot[0], 4), round(spot[1], 4), round(spot[2], 4))
    x, _, z = room.eyes(who, 0)
    way = 1.0 if actor.facing >= 0 else -1.0
    for pattern, (ahead, y, deep) in THINGS:
        if re.search(rf"\b(?:{pattern})\b", words, re.IGNORECASE):
            level = room.eyes(who, 0)[1] if deep <= -LENS else y
            return (0, round(x + way * ahead, 4), round(level, 4), round(z + deep, 4))
    notes.append(f"nobody knows where {words[:40]!r} is; {actor.name} looks ahead")
    return (0, round(x + way * 2.0, 4), -0.85, round(z, 4))


def _told(room: _Room, who: str) -> str:
    """The known thing that whoever is alone in the picture is said to look at."""
    if len(room.actors) != 1 or room.shot.dialogue:
        return ""
    found = GAZED.search(room.shot.action)
    words = found.group(1) if found else ""
    known = named_in(words, room.places.spots) is not None
    known = known or any(re.search(rf"\b(?:{p})\b", words, re.IGNORECASE) for p, _ in THINGS)
    return words if known else ""


def _turns(room: _Room, who: str) -> list[tuple[int, str]]:
    """Whom someone looks at, from which frame on: whoever speaks; a speaker at who is spoken to."""
    others = [p for p in (*room.actors, *room.places.x) if p != who]
    others = list(dict.fromkeys(others))
    if not others:
        return []
    x = room.eyes(who, 0)[0]
    seen = [p for p in others if p in room.actors] or others
    nearest = min(seen, key=lambda p: (abs(room.eyes(p, 0)[0] - x), p))
    lines = sorted((ln for ln in room.shot.dialogue if not ln.off), key=lambda ln: ln.start)
    lines = [ln for ln in lines if ln.character in room.places.x or ln.character in room.actors]
    first = next((ln.character for ln in lines if ln.character != who), nearest)
    now = first if first in others else nearest
    turns = [(-48, now)]
    for k, line in enumerate(lines):
        if line.character == who:
            spoken_to = [ln.character for ln in lines[:k] if ln.character in others]
            to = spoken_to[-1] if spoken_to else now
        else:
            to = line.character if line.character in others else now
        if to != now:
            late = LATE[0] + seed_of(room.shot.seed, who, k) % (LATE[1] - LATE[0])
            turns.append((line.start + (0 if line.character == who else late), to))
            now = to
    return turns


def _followed(room: _Room, who: str, turns: list[tuple[int, str]]) -> tuple[Sight, ...]:
    """The points of whom is looked at; of those who walk, one every few frames."""
    looks: list[Sight] = []
    for k, (start, other) in enumerate(turns):
        end = turns[k + 1][0] if k + 1 < len(turns) else room.shot.frames
        frames = [start]
        actor = room.actors.get(other)
        for begin, length, *_ in actor.legs if actor else ():
            walked = range(max(start + PURSUIT, begin), min(end, begin + length + 1), PURSUIT)
            frames += [*walked, min(end, begin + length)] if walked else []
        for frame in sorted(set(frames)):
            x, y, z = room.eyes(other, frame)
            looks.append((frame, round(x, 4), round(y, 4), round(z, 4)))
    return tuple(looks)


def _walked(actor: ActorSpec, looks: tuple[Sight, ...]) -> tuple[Sight, ...]:
    """Eyes on the way while someone leaves or walks off from whom they look at."""
    for start, frames, x0, x1, _ in actor.legs:
        way = 1.0 if x1 > x0 else -1.0
        target = next((look for look in reversed(looks) if look[0] <= start), looks[0])
        if (target[1] - x1) * way > 0.1:
            continue
        ahead = (max(start - 4, 0), round(x1 + 3 * way, 4), target[2], actor.z)
        back = (start + frames - 4, *target[1:])
        during = [look for look in looks if not ahead[0] <= look[0] < back[0]]
        looks = tuple(sorted([*during, ahead, back]))
    return looks


def _at(actor: ActorSpec, frame: float) -> float:
    """World x of someone on a frame."""
    if not actor.legs:
        if actor.walk is None:
            return actor.x
        return (actor.walk[0] + actor.walk[1]) / 2
    begun = [leg for leg in actor.legs if leg[0] <= frame] or [actor.legs[0]]
    start, frames, x0, x1, _ = begun[-1]
    return x0 + (x1 - x0) * max(0.0, min(1.0, (frame - start) / max(frames, 1)))
