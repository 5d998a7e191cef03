"""How changes of scenes, cast, places and the whole film are played. Part of `memory.edit`."""

from __future__ import annotations

from typing import Any

from memory import change as ch
from memory.errors import BadRequest
from memory.film import Film, Scene
from memory.playing import on_character, play, put, remove, there, with_fields
from memory.variant import pixels_of, shape_of, told
from memory.vocabulary import Track


@play.register
def _(change: ch.AddScene, film: Film) -> Film:
    if change.scene.id in film.scenes:
        raise BadRequest(f"There is a scene {change.scene.id!r} already.")
    there(film.locations, change.scene.location, "location")
    return film.model_copy(update={"scenes": {**film.scenes, change.scene.id: change.scene}})


@play.register
def _(change: ch.EditScene, film: Film) -> Film:
    there(film.scenes, change.scene, "scene")
    if "location" in change.model_fields_set:
        there(film.locations, change.location, "location")
    for mark in change.marks:
        there(film.characters, mark.who, "character")
    scene = with_fields(film.scenes[change.scene], change.given("scene"))
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


@play.register
def _(change: ch.DeleteScene, film: Film) -> Film:
    there(film.scenes, change.scene, "scene")
    shots = film.scene_shots(change.scene)
    locked = [str(film.number(s)) for s in shots if film.shots[s].locked]
    if locked:
        raise BadRequest(f"Shot {', '.join(locked)} of that scene is locked.", "Unlock it first.")
    # The scene stays, so that its shots can come back; a scene without shots is out of the film.
    return remove(film, shots)


@play.register
def _(change: ch.AddCharacter, film: Film) -> Film:
    if change.character.id in film.characters:
        raise BadRequest(f"{change.character.name} is in the cast already.")
    cast = {**film.characters, change.character.id: change.character}
    return film.model_copy(update={"characters": cast})


@play.register
def _(change: ch.Recast, film: Film) -> Film:
    there(film.characters, change.character, "character")
    person = film.characters[change.character]
    fields = change.given("character", "scene", "wardrobe", "voice")
    if "voice" in change.model_fields_set:
        spoken = {k: getattr(change.voice, k) for k in change.voice.model_fields_set}
        fields["voice"] = with_fields(person.voice, spoken)
    if change.scene is not None:
        there(film.scenes, change.scene, "scene")
        worn = {**person.wardrobe_by_scene.get(change.scene, {}), **change.wardrobe}
        fields["wardrobe_by_scene"] = {**person.wardrobe_by_scene, change.scene: worn}
    elif change.wardrobe:
        merged = {**person.wardrobe, **change.wardrobe}
        fields["wardrobe"] = {place: piece for place, piece in merged.items() if piece}
    return on_character(film, person.id, fields)


@play.register
def _(change: ch.AddLocation, film: Film) -> Film:
    if change.location.id in film.locations:
        raise BadRequest(f"There is a location {change.location.id!r} already.")
    places = {**film.locations, change.location.id: change.location}
    return film.model_copy(update={"locations": places})


@play.register
def _(change: ch.EditLocation, film: Film) -> Film:
    there(film.locations, change.location, "location")
    place = with_fields(film.locations[change.location], change.given("location"))
    return film.model_copy(update={"locations": {**film.locations, place.id: place}})


@play.register
def _(change: ch.EditFilm, film: Film) -> Film:
    fields = change.given("max_usd")
    if "max_usd" in change.model_fields_set:
        fields["budget"] = with_fields(film.budget, {"max_usd": change.max_usd})
    return with_fields(film, {**fields, **_shaped(film, change)})


def _shaped(film: Film, change: ch.EditFilm) -> dict[str, Any]:
    """Shape and pixels that agree: whichever of them is given, the other follows."""
    given = change.model_fields_set & {"aspect", "width", "height"}
    if given == {"aspect"}:
        width, height = pixels_of(change.aspect, film.width, film.height)
        return {"aspect": told(change.aspect), "width": width, "height": height}
    if "aspect" in given:
        return {"aspect": told(change.aspect)}
    if not given:
        return {}
    width = change.width if "width" in given else film.width
    height = change.height if "height" in given else film.height
    return {"aspect": shape_of(width, height, film.aspect)}


@play.register(ch.Restyle)
@play.register(ch.EditMusic)
@play.register(ch.EditSubtitles)
@play.register(ch.EditTitles)
def _(change: ch.Restyle, film: Film) -> Film:
    part = {"restyle": "style"}.get(change.op, change.op)
    _music_ends(film, change)
    changed = with_fields(getattr(film, part), change.given())
    return film.model_copy(update={part: changed})


def _music_ends(film: Film, change: ch.Change) -> None:
    if isinstance(change, ch.EditMusic):
        for shot in filter(None, (change.start_shot, change.end_shot)):
            film.shot(shot)


@play.register
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


@play.register
def _(change: ch.AddCue, film: Film) -> Film:
    if any(cue.id == change.cue.id for cue in film.cues):
        raise BadRequest(f"There is a cue {change.cue.id!r} already.")
    return film.model_copy(update={"cues": (*film.cues, change.cue)})


@play.register
def _(change: ch.EditCue, film: Film) -> Film:
    if all(cue.id != change.cue for cue in film.cues):
        raise BadRequest(f"There is no cue {change.cue!r}.")
    moved = (
        with_fields(cue, change.given("cue")) if cue.id == change.cue else cue for cue in film.cues
    )
    return film.model_copy(update={"cues": tuple(moved)})


@play.register
def _(change: ch.CutCue, film: Film) -> Film:
    kept = tuple(cue for cue in film.cues if cue.id != change.cue)
    if len(kept) == len(film.cues):
        raise BadRequest(f"There is no cue {change.cue!r}.")
    return film.model_copy(update={"cues": kept})


@play.register
def _(change: ch.Decide, film: Film) -> Film:
    return film.model_copy(update={"decisions": (*film.decisions, change.words)})


@play.register
def _(change: ch.LayOut, film: Film) -> Film:
    gone = tuple(k for k in film.order if k not in {s.id for s in change.shots})
    film = remove(film, gone)
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
        there(film.scenes, shot.scene, "scene")
        film = put(film, shot)
    return film
