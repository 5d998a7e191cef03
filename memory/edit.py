"""apply(film, change) -> film: pure, so that replay is exact. Knows nothing of disks or takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import singledispatch
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from memory import change as ch
from memory.errors import BadRequest
from memory.film import Film, Line, Scene, Shot, Transition
from memory.vocabulary import CUTS, MoveType, Speed, Track

M = TypeVar("M", bound=BaseModel)


def apply_all(film: Film, changes: Iterable[ch.AnyChange]) -> Film:
    """The film after all changes in turn; none of them when one cannot be played."""
    for change in changes:
        film = apply(film, change)
    return film


def apply(film: Film, change: ch.AnyChange) -> Film:
    """The film after one change.

    Raises:
        BadRequest: the target is not there, is locked, or a value cannot be.
    """
    try:
        return _play(change, film)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or change.op
        raise BadRequest(f"That cannot be: {place}: {first['msg']}.") from error


def with_fields(model: M, fields: Mapping[str, Any]) -> M:
    """A validated copy with some fields replaced."""
    return type(model)(**{**_plain(model), **fields}) if fields else model


def _plain(model: BaseModel) -> dict[str, Any]:
    info = type(model).model_fields
    return {info[k].alias or k: v for k, v in model}


@singledispatch
def _play(change: ch.Change, film: Film) -> Film:
    raise BadRequest(f"There is no change called {getattr(change, 'op', change)!r}.")


def _shot(film: Film, shot_id: str, **fields: Any) -> Film:
    shot = film.shot(shot_id)
    if shot.locked and set(fields) - {"locked"}:
        number = film.number(shot_id)
        raise BadRequest(f"Shot {number} is locked.", f'Say "unlock shot {number}" first.')
    return _put(film, with_fields(shot, fields))


def _put(film: Film, shot: Shot) -> Film:
    for who in (*shot.subjects, *(line.character for line in shot.dialogue)):
        _there(film.characters, who, "character")
    return film.model_copy(update={"shots": {**film.shots, shot.id: shot}})


def _there(group: Mapping[str, Any], key: str, what: str) -> None:
    if key not in group:
        known = ", ".join(group) or "none yet"
        raise BadRequest(f"There is no {what} {key!r}.", f"There is: {known}.")


@_play.register
def _(change: ch.Relight, film: Film) -> Film:
    light = with_fields(film.shot(change.shot).lighting, change.given("shot"))
    return _shot(film, change.shot, lighting=light)


@_play.register(ch.Reframe)
@_play.register(ch.Retime)
@_play.register(ch.Redirect)
@_play.register(ch.Dress)
@_play.register(ch.Retake)
def _(change: ch.Reframe, film: Film) -> Film:
    return _shot(film, change.shot, **change.given("shot"))


@_play.register
def _(change: ch.MoveCamera, film: Film) -> Film:
    usual = Speed.NONE if change.type is MoveType.STATIC else Speed.SLOW
    before = film.shot(change.shot).movement
    speed = change.speed or (usual if before.speed is Speed.NONE else before.speed)
    if change.type is MoveType.STATIC:
        speed = Speed.NONE
    return _shot(film, change.shot, movement={"type": change.type, "speed": speed})


@_play.register
def _(change: ch.ChooseTake, film: Film) -> Film:
    return _shot(film, change.shot, pick=change.take)


@_play.register
def _(change: ch.SetTransition, film: Film) -> Film:
    frames = 0 if change.type in CUTS else change.frames or 12
    transition = Transition(type=change.type, frames=frames)
    if change.shot is None:
        return film.model_copy(update={"ending": transition})
    return _shot(film, change.shot, transition_in=transition)


def _lines(film: Film, line_id: str, new: Line | None) -> Film:
    shot, _ = film.find_line(line_id)
    kept = (new if line.id == line_id else line for line in shot.dialogue)
    return _shot(film, shot.id, dialogue=tuple(line for line in kept if line is not None))


@_play.register
def _(change: ch.RewriteLine, film: Film) -> Film:
    _, line = film.find_line(change.line)
    fields = change.given("line", "text")
    if "text" in change.model_fields_set:
        fields["line"] = change.text
    return _lines(film, change.line, with_fields(line, fields))


@_play.register
def _(change: ch.AddLine, film: Film) -> Film:
    shot = film.shot(change.shot)
    if any(change.line.id == line.id for s in film.shots.values() for line in s.dialogue):
        raise BadRequest(f"There is a line {change.line.id!r} already.")
    return _shot(film, shot.id, dialogue=(*shot.dialogue, change.line))


@_play.register
def _(change: ch.CutLine, film: Film) -> Film:
    return _lines(film, change.line, None)


@_play.register
def _(change: ch.Lock, film: Film) -> Film:
    if change.shot is not None:
        film = _shot(film, change.shot, locked=change.locked)
    if change.character is not None:
        _there(film.characters, change.character, "character")
        film = _character(film, change.character, {"locked": change.locked})
    return film


@_play.register
def _(change: ch.InsertShot, film: Film) -> Film:
    shot = change.shot
    if shot.id in film.shots or shot.id in film.bin:
        raise BadRequest(f"A shot {shot.id!r} was there before; ids are never used again.")
    _there(film.scenes, shot.scene, "scene")
    return _place(_put(film, shot), shot.id, change.after)


def _place(film: Film, shot_id: str, after: str | None) -> Film:
    if after is None:
        return film.model_copy(update={"order": (shot_id, *film.order)})
    film.shot(after)
    at = film.order.index(after) + 1
    return film.model_copy(update={"order": (*film.order[:at], shot_id, *film.order[at:])})


@_play.register
def _(change: ch.DeleteShot, film: Film) -> Film:
    shot = film.shot(change.shot)
    if shot.locked:
        raise BadRequest(f"Shot {film.number(shot.id)} is locked.", "Unlock it first.")
    return _remove(film, (shot.id,))


def _remove(film: Film, gone: tuple[str, ...]) -> Film:
    fields: dict[str, Any] = {
        "shots": {k: v for k, v in film.shots.items() if k not in gone},
        "bin": {**film.bin, **{k: film.shots[k] for k in gone}},
        "order": tuple(k for k in film.order if k not in gone),
    }
    ends = {k: None for k in ("start_shot", "end_shot") if getattr(film.music, k) in gone}
    if ends:
        fields["music"] = with_fields(film.music, ends)
    return film.model_copy(update=fields)


@_play.register
def _(change: ch.RestoreShot, film: Film) -> Film:
    _there(film.bin, change.shot, "removed shot")
    shot = film.bin[change.shot]
    _there(film.scenes, shot.scene, "scene")
    left = {k: v for k, v in film.bin.items() if k != shot.id}
    film = film.model_copy(update={"bin": left})
    return _place(_put(film, shot), shot.id, change.after)


@_play.register
def _(change: ch.Reorder, film: Film) -> Film:
    if sorted(change.order) != sorted(film.order):
        raise BadRequest("The new order must hold the same shots, each once.", film.extent())
    return film.model_copy(update={"order": change.order})


@_play.register
def _(change: ch.AddScene, film: Film) -> Film:
    if change.scene.id in film.scenes:
        raise BadRequest(f"There is a scene {change.scene.id!r} already.")
    _there(film.locations, change.scene.location, "location")
    return film.model_copy(update={"scenes": {**film.scenes, change.scene.id: change.scene}})


@_play.register
def _(change: ch.EditScene, film: Film) -> Film:
    _there(film.scenes, change.scene, "scene")
    scene = with_fields(film.scenes[change.scene], change.given("scene"))
    _there(film.locations, scene.location, "location")
    if "slug" not in change.model_fields_set and scene != film.scenes[scene.id]:
        scene = with_fields(scene, {"slug": reslug(film, scene, change)})
    return film.model_copy(update={"scenes": {**film.scenes, scene.id: scene}})


def reslug(film: Film, scene: Scene, change: ch.EditScene) -> str:
    """The slug after a change of place or time; what stood in it otherwise stays."""
    if not {"int_ext", "location", "time_of_day"} & change.model_fields_set:
        return scene.slug
    head, _, tail = scene.slug.partition(" - ")
    if {"int_ext", "location"} & change.model_fields_set:
        head = f"{scene.int_ext.value}. {film.locations[scene.location].name.upper()}"
    timed = tail or "time_of_day" in change.model_fields_set
    return f"{head} - {scene.time_of_day.value}" if timed else head


@_play.register
def _(change: ch.DeleteScene, film: Film) -> Film:
    _there(film.scenes, change.scene, "scene")
    shots = film.scene_shots(change.scene)
    locked = [str(film.number(s)) for s in shots if film.shots[s].locked]
    if locked:
        raise BadRequest(f"Shot {', '.join(locked)} of that scene is locked.", "Unlock it first.")
    # The scene stays, so that its shots can come back; a scene without shots is out of the film.
    return _remove(film, shots)


@_play.register
def _(change: ch.AddCharacter, film: Film) -> Film:
    if change.character.id in film.characters:
        raise BadRequest(f"{change.character.name} is in the cast already.")
    cast = {**film.characters, change.character.id: change.character}
    return film.model_copy(update={"characters": cast})


def _character(film: Film, who: str, fields: Mapping[str, Any]) -> Film:
    changed = with_fields(film.characters[who], fields)
    return film.model_copy(update={"characters": {**film.characters, who: changed}})


@_play.register
def _(change: ch.Recast, film: Film) -> Film:
    _there(film.characters, change.character, "character")
    person = film.characters[change.character]
    fields = change.given("character", "scene", "wardrobe")
    if change.scene is not None:
        _there(film.scenes, change.scene, "scene")
        worn = {**person.wardrobe_by_scene.get(change.scene, {}), **change.wardrobe}
        fields["wardrobe_by_scene"] = {**person.wardrobe_by_scene, change.scene: worn}
    elif change.wardrobe:
        merged = {**person.wardrobe, **change.wardrobe}
        fields["wardrobe"] = {place: piece for place, piece in merged.items() if piece}
    return _character(film, person.id, fields)


@_play.register
def _(change: ch.AddLocation, film: Film) -> Film:
    if change.location.id in film.locations:
        raise BadRequest(f"There is a location {change.location.id!r} already.")
    places = {**film.locations, change.location.id: change.location}
    return film.model_copy(update={"locations": places})


@_play.register
def _(change: ch.EditLocation, film: Film) -> Film:
    _there(film.locations, change.location, "location")
    place = with_fields(film.locations[change.location], change.given("location"))
    return film.model_copy(update={"locations": {**film.locations, place.id: place}})


@_play.register
def _(change: ch.EditFilm, film: Film) -> Film:
    fields = change.given("max_usd")
    if "max_usd" in change.model_fields_set:
        fields["budget"] = with_fields(film.budget, {"max_usd": change.max_usd})
    return with_fields(film, fields)


@_play.register(ch.Restyle)
@_play.register(ch.EditMusic)
@_play.register(ch.EditSubtitles)
@_play.register(ch.EditTitles)
def _(change: ch.Restyle, film: Film) -> Film:
    part = {"restyle": "style"}.get(change.op, change.op)
    _music_ends(film, change)
    changed = with_fields(getattr(film, part), change.given())
    return film.model_copy(update={part: changed})


def _music_ends(film: Film, change: ch.Change) -> None:
    if isinstance(change, ch.EditMusic):
        for shot in filter(None, (change.start_shot, change.end_shot)):
            film.shot(shot)


@_play.register
def _(change: ch.EditMix, film: Film) -> Film:
    fields: dict[str, Any] = {}
    if change.track is None:
        if "gain_db" in change.model_fields_set:
            fields["master_db"] = change.gain_db
        if "muted" in change.model_fields_set:
            fields["muted"] = tuple(Track) if change.muted else ()
    else:
        if "gain_db" in change.model_fields_set:
            fields["gains_db"] = {**film.mix.gains_db, change.track: change.gain_db}
        if "muted" in change.model_fields_set:
            others = tuple(t for t in film.mix.muted if t is not change.track)
            fields["muted"] = (*others, change.track) if change.muted else others
    return film.model_copy(update={"mix": with_fields(film.mix, fields)})


@_play.register
def _(change: ch.AddCue, film: Film) -> Film:
    if any(cue.id == change.cue.id for cue in film.cues):
        raise BadRequest(f"There is a cue {change.cue.id!r} already.")
    return film.model_copy(update={"cues": (*film.cues, change.cue)})


@_play.register
def _(change: ch.CutCue, film: Film) -> Film:
    kept = tuple(cue for cue in film.cues if cue.id != change.cue)
    if len(kept) == len(film.cues):
        raise BadRequest(f"There is no cue {change.cue!r}.")
    return film.model_copy(update={"cues": kept})


@_play.register
def _(change: ch.Decide, film: Film) -> Film:
    return film.model_copy(update={"decisions": (*film.decisions, change.words)})


@_play.register
def _(change: ch.LayOut, film: Film) -> Film:
    gone = tuple(k for k in film.order if k not in {s.id for s in change.shots})
    film = _remove(film, gone)
    film = film.model_copy(
        update={
            "characters": {c.id: c for c in change.characters},
            "locations": {place.id: place for place in change.locations},
            "scenes": {**film.scenes, **{s.id: s for s in change.scenes}},
            "shots": {},
            "order": tuple(shot.id for shot in change.shots),
        }
    )
    for shot in change.shots:
        _there(film.scenes, shot.scene, "scene")
        film = _put(film, shot)
    return film
