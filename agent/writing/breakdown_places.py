"""Scenes and places of a screenplay: slugs to locations, real times, weather and mood. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.writing.breakdown_words import MOODS, SET_PIECES, WEATHER, words_set
from agent.writing.casting import ident
from memory.film import Location, Scene, mint
from memory.script import Action, SceneHeading, Script, ScriptScene, Transition
from memory.vocabulary import IntExt, TimeOfDay, Weather
from tools.formats.slug import time_of

_AS_BEFORE = frozenset({TimeOfDay.CONTINUOUS, TimeOfDay.LATER})
_LATE = frozenset(
    {TimeOfDay.DUSK, TimeOfDay.EVENING, TimeOfDay.NIGHT, TimeOfDay.MIDNIGHT, TimeOfDay.SUNSET}
)
_LASTING = frozenset({Weather.RAIN, Weather.STORM, Weather.SNOW, Weather.DRIZZLE, Weather.FOG})
_DESCRIBED = 300
"""Characters of the first action lines kept as a place's description."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A scene of the document with the script's scene it came from."""

    scene: Scene
    source: ScriptScene
    passes: bool
    """True when time has passed since the scene before (LATER, or another time of day)."""


@dataclass(frozen=True, slots=True)
class Places:
    """All scenes in order and the places they are in."""

    placed: tuple[Placed, ...]
    locations: tuple[Location, ...]


def places_of(script: Script, known: dict[str, Location], seed: int) -> Places:
    """The scenes and locations. Locations of `known` with the same name are kept as they are."""
    places: dict[str, Location] = {}
    held = {_fold(place.name): place for place in known.values()}
    placed: list[Placed] = []
    for source in _shot_scenes(script):
        heading = source.heading or SceneHeading("INT", "The stage", "DAY")
        fold = _fold(heading.place) or "the stage"
        texts = [e.text for e in source.elements if isinstance(e, Action)]
        if fold not in places:
            places[fold] = held.get(fold) or _location(heading, texts, set_ids(places, known), seed)
        elif fold not in held:
            places[fold] = _furnished(places[fold], texts)
        placed.append(_placed(source, heading, places[fold], texts, placed, seed))
    return Places(tuple(placed), tuple(places.values()))


def set_ids(places: dict[str, Location], known: dict[str, Location]) -> set[str]:
    """The location ids that are taken."""
    return {place.id for place in places.values()} | set(known)


def _shot_scenes(script: Script) -> list[ScriptScene]:
    """The scenes that have something to shoot; a head of notes and FADE IN is not one."""
    scenes = script.scenes()
    kinds = ("Action", "Speech", "Lyric")
    return [s for s in scenes if s.heading or any(type(e).__name__ in kinds for e in s.elements)]


def _fold(place: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", " ".join(place.casefold().split()))


def _location(heading: SceneHeading, texts: list[str], taken: set[str], seed: int) -> Location:
    name = heading.place if heading.place != heading.place.upper() else _titled(heading.place)
    where = ident(name, "place", taken)
    return Location(
        id=where,
        name=(name or "The stage")[:200],
        description=_description(texts),
        set=_pieces(f"{name} {' '.join(texts)}"),
        seed=int(mint("x", seed, where)[2:7], 16) % 1000,
    )


def _titled(place: str) -> str:
    low = place.lower()
    return low[:1].upper() + low[1:]


def _description(texts: list[str]) -> str:
    text = " ".join(" ".join(texts[:2]).split())
    if len(text) <= _DESCRIBED:
        return text
    return text[:_DESCRIBED].rsplit(" ", 1)[0]


def _pieces(text: str) -> tuple[str, ...]:
    """Set pieces named in a text, with the one word that describes each ("stone well")."""
    found: dict[str, str] = {}
    for match in re.finditer(r"(?:\b([a-z]+)\s+)?\b([a-z]+)\b(?=([^a-z]|$))", text.lower()):
        _note_piece(match.group(1) or "", match.group(2), found)
    for word in re.findall(r"[a-z]+", text.lower()):
        _note_piece("", word, found)
    return tuple(dict.fromkeys(found.values()))[:8]


def _note_piece(before: str, word: str, found: dict[str, str]) -> None:
    if word not in SET_PIECES:
        return
    plain = before in _PLAIN or not before or before.endswith("s") or before in SET_PIECES
    if word not in found or (found[word] == word and not plain):
        found[word] = word if plain else f"{before} {word}"


_PLAIN = words_set(
    "a an the of in on at by to from with and or his her its their one two no into over under "
    "it that this as for up down out"
)


def _furnished(place: Location, texts: list[str]) -> Location:
    more = _pieces(" ".join(texts))
    have = {piece.split()[-1] for piece in place.set}
    added = tuple(piece for piece in more if piece.split()[-1] not in have)
    return place.model_copy(update={"set": (*place.set, *added)[:10]})


def _placed(
    source: ScriptScene,
    heading: SceneHeading,
    place: Location,
    texts: list[str],
    before: list[Placed],
    seed: int,
) -> Placed:
    last = before[-1].scene if before else None
    written = time_of(heading.time) if heading.time else None
    time = _real_time(written, last)
    weather = _weather(" ".join(texts), last, time, written)
    scene = Scene(
        id=mint("sc", seed, len(before), heading.text),
        slug=heading.text or place.name,
        int_ext=IntExt(heading.int_ext or "EXT"),
        location=place.id,
        time_of_day=time,
        weather=weather,
        mood=mood_of(" ".join(texts), len(before)),
        synopsis=_synopsis(source),
        note="" if source.heading else "The script has no scene heading here; a stage is assumed.",
    )
    passes = bool(last) and (
        written is TimeOfDay.LATER or (last is not None and last.time_of_day is not time)
    )
    return Placed(scene, source, passes and not _cuts(source, before))


def _cuts(source: ScriptScene, before: list[Placed]) -> bool:
    """True when the writer wrote the transition out; then no dissolve is guessed."""
    if not before or not before[-1].source.elements:
        return False
    return isinstance(before[-1].source.elements[-1], Transition)


def _real_time(written: TimeOfDay | None, last: Scene | None) -> TimeOfDay:
    if written is not None and written not in _AS_BEFORE:
        return written
    return last.time_of_day if last else TimeOfDay.DAY


def _weather(text: str, last: Scene | None, time: TimeOfDay, written: TimeOfDay | None) -> Weather:
    for pattern, weather in WEATHER:
        if re.search(pattern, text, re.IGNORECASE):
            return weather
    same_spell = last is not None and (
        written in _AS_BEFORE or time is last.time_of_day or {time, last.time_of_day} <= _LATE
    )
    if last is not None and same_spell and (written in _AS_BEFORE or last.weather in _LASTING):
        return last.weather
    return Weather.CLEAR


def mood_of(text: str, at: int) -> str:
    """The mood its words give a scene; with none, expectant first and calm after."""
    scores = {mood: 0 for _, mood in MOODS}
    for pattern, mood in MOODS:
        scores[mood] += len(re.findall(pattern, text, re.IGNORECASE))
    best = max(scores, key=lambda mood: scores[mood])
    return best if scores[best] else ("calm" if at else "expectant")


def _synopsis(source: ScriptScene) -> str:
    said = [getattr(e, "text", "") for e in source.elements if type(e).__name__ == "Synopsis"]
    return " ".join(said)
