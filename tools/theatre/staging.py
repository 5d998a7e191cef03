"""From the film document to a ShotSpec: who stands where, how they are framed and lit.

Pure; draws nothing.
"""

from __future__ import annotations

from dataclasses import replace

from memory.film import Film, Scene, Shot
from memory.vocabulary import Size
from tools.theatre.blocking import Places, actors_of, places_of
from tools.theatre.cameraman import camera_for
from tools.theatre.insert import insert_of
from tools.theatre.place import set_of
from tools.theatre.rehearsal import rehearsed
from tools.theatre.spec import ActorSpec, CameraSpec, LightSpec, SetSpec, ShotSpec

TIMES = {
    "DAWN": "dawn",
    "MORNING": "morning",
    "DAY": "day",
    "NOON": "noon",
    "AFTERNOON": "afternoon",
    "MAGIC HOUR": "golden",
    "SUNSET": "sunset",
    "DUSK": "dusk",
    "EVENING": "evening",
    "NIGHT": "night",
    "MIDNIGHT": "midnight",
}

WEATHERS = {"calm": "clear"}
"""Words that are drawn as another; every other weather is drawn as itself."""


def stage(film: Film, shot_id: str) -> ShotSpec:
    """Resolve a shot to what the theatre draws.

    Raises:
        BadRequest: there is no such shot in the film.
    """
    shot = film.shot(shot_id)
    scene = film.scenes[shot.scene]
    location = film.locations.get(scene.location)
    place, notes = set_of(location, scene, film)
    light, more = _light(film, scene, shot)
    stand: Places = places_of(film, scene, place)
    actors, said = actors_of(film, shot, stand)
    light = replace(light, practicals=_standing(light.practicals, actors))
    camera, actors, seen = camera_for(film, shot, stand, actors, place)
    actors, more_seen = rehearsed(film, shot, stand, actors, camera)
    seen += more_seen
    reverse = any(actor.near for actor in actors) and camera.x > 0.02
    place = replace(place, reverse=reverse)
    close = _close(shot, actors, place, camera, film.width / film.height)
    if close is not None:
        camera, actors, place, noted = close
        seen += noted
    width, height = film.width // 8 * 8, film.height // 4 * 4
    if (width, height) != (film.width, film.height):
        seen.append(f"{film.width}x{film.height} is drawn as {width}x{height}")
    return ShotSpec(
        width=width,
        height=height,
        rate=float(film.frame_rate),
        frames=shot.frames,
        hold=shot.freeze,
        pace=shot.speed,
        seed=shot.seed,
        camera=camera,
        light=light,
        place=place,
        actors=actors,
        notes=tuple(dict.fromkeys((*notes, *more, *said, *seen))),
    )


def _standing(practicals: tuple[str, ...], actors: tuple[ActorSpec, ...]) -> tuple[str, ...]:
    """The lights a shot names without those that somebody carries: they stand nowhere else."""
    carried = {
        word
        for actor in actors
        for name, *_ in actor.look.get("props", ())
        for word in str(name).lower().split()
    }
    return tuple(name for name in practicals if carried.isdisjoint(name.lower().split()))


def _close(
    shot: Shot, actors: tuple[ActorSpec, ...], place: SetSpec, camera: CameraSpec, aspect: float
) -> tuple[CameraSpec, tuple[ActorSpec, ...], SetSpec, list[str]] | None:
    """The thing of an insert; None for every other shot."""
    if shot.size is not Size.INSERT:
        return None
    return insert_of(shot, actors, place, camera, aspect)


def _time(film: Film, scene: Scene, notes: list[str]) -> str:
    """The scene's own time; CONTINUOUS and LATER are as the scene before."""
    order = film.scene_order()
    at = order.index(scene.id) if scene.id in order else 0
    for scene_id in reversed(order[: at + 1]):
        time = TIMES.get(film.scenes[scene_id].time_of_day.value)
        if time is not None:
            return time
    notes.append(f"no scene before says when {scene.slug[:60]!r} is; lit as day")
    return "day"


def _light(film: Film, scene: Scene, shot: Shot) -> tuple[LightSpec, list[str]]:
    notes: list[str] = []
    time = _time(film, scene, notes)
    sort = (shot.weather or scene.weather).value
    weather = WEATHERS.get(sort, sort)
    light = shot.lighting
    saturation = 0.5 * (shot.saturation + film.style.saturation)
    spec = LightSpec(
        time=time,
        weather=weather,
        brightness=light.brightness,
        contrast=light.contrast,
        color_temp_k=light.color_temp_k,
        haze=light.haze,
        key_dir=light.key_dir.value,
        practicals=light.practicals,
        saturation=round(saturation, 4),
        grain=film.style.grain,
        palette=film.style.palette,
        wind=1.0 if sort in ("wind", "storm") else 0.0,
        style=light.style,
    )
    return spec, notes
