"""From the film document to recipes for everything that is heard, and nothing that is not.

A recipe holds only what changes the sound: levels live in the mix alone, so that "music quieter"
re-makes the mix and nothing else. Making is in ``studio``; reading a film's sound costs no SciPy.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import groupby
from math import ceil

from memory.film import Cue, Film, Line, Scene, Shot
from memory.recipe import Recipe
from memory.vocabulary import IntExt
from tools.sound import language, voices
from tools.sound.ambience import Layer, layers_for
from tools.sound.delivery import manner_of, perform
from tools.sound.effects import BEDS_ALIKE, EFFECTS, effect_for
from tools.timeline import Timeline

SPEECH_LOOK, SCORE_LOOK, AMBIENCE_LOOK, MIX_LOOK = 1, 1, 1, 3
SCORE_GRID_SECONDS = 0.25  # a shot that gets two frames longer does not get new music

# Where a track lies when its gains are 0; speech is the measure.
MUSIC_HOUSE_DB, AMBIENCE_HOUSE_DB, EFFECTS_HOUSE_DB = 1.0, -7.0, -3.0
CROSSFADE_FRAMES = 18  # over a change of scene, half of it on either side
EFFECT_SPREAD = (0.1, 0.45, 0.7, 0.85)  # where in a shot its first, second, ... effect sounds


@dataclass(frozen=True, slots=True)
class Run:
    """Shots of one scene in a row: where they start and how long they last, in frames."""

    scene: Scene
    shots: tuple[Shot, ...]
    start: int
    frames: int


def runs(film: Film) -> list[Run]:
    """The film as scenes in a row; a scene that comes back is a run of its own."""
    found: list[Run] = []
    at = 0
    shots = [film.shots[shot] for shot in film.order]
    for scene, group in groupby(shots, key=lambda shot: shot.scene):
        members = tuple(group)
        frames = sum(shot.length for shot in members)
        found.append(Run(film.scenes[scene], members, at, frames))
        at += frames
    return found


def line_recipe(film: Film, line_id: str) -> Recipe:
    """The spoken line: text, voice, language, delivery, slot and place; no level.

    Raises:
        BadRequest: No such line.
    """
    shot, line = film.find_line(line_id)
    inputs = {
        "text": line.line,
        "language": film.language,
        "speaker": _speaker(film, line),
        "rough": manner_of(line.delivery)[0].rough,
        "manner_db": manner_of(line.delivery)[0].gain_db,
        "frames": line.frames,
        "rate": film.rate,
        "place": _place(film.scenes[shot.scene], line),
    }
    # Without an engine the line is silence, made by nobody; with one it is another recipe.
    maker = "espeak-ng" if language.has_engine() else "silence"
    return Recipe("line", line_id, maker, SPEECH_LOOK, inputs)


def _speaker(film: Film, line: Line) -> dict[str, object]:
    """The plain values of the performing voice, without its level."""
    cast = voices.cast_voices(tuple(film.characters.values()))
    voice = cast.get(line.character) or voices.voice_for(line.character)
    speaker = perform(voices.speaker_of(voice), manner_of(line.delivery)[0])
    return {key: value for key, value in asdict(speaker).items() if key != "gain_db"}


def _place(scene: Scene, line: Line) -> str:
    if line.off and "v.o" in line.delivery.lower():
        return "over"
    return "outdoors" if scene.int_ext == IntExt.EXT else "indoors"


def score_recipe(film: Film) -> Recipe | None:
    """The film's music, or None when it has none; titles before and after have music too."""
    if not film.music.enabled or not film.order:
        return None
    sections = [
        {"seconds": seconds, "mood": mood, "energy": energy, "silent": silent}
        for seconds, mood, energy, silent in _sections(film)
    ]
    if all(section["silent"] for section in sections):
        return None
    inputs = {
        "sections": sections,
        "style": film.music.style.strip().lower(),
        "tempo_bpm": film.music.tempo_bpm,
        "seed": film.music.seed or _theme_seed(film),
    }
    return Recipe("score", film.id, "score", SCORE_LOOK, inputs)


def _theme_seed(film: Film) -> int:
    """Every film its own key and theme, and the same one through all its edits."""
    return zlib.crc32(f"{film.seed}/{next(iter(film.scenes), '')}".encode())


def _sections(film: Film) -> Iterator[tuple[float, str, float, bool]]:
    """Seconds on a grid, mood, energy and silence of each stretch, titles included."""
    timeline = Timeline.of(film)
    flags = _music_on(film)
    stretches = [
        (run, on, tuple(shots))
        for run in runs(film)
        for on, shots in groupby(run.shots, key=lambda shot: flags[shot.id])
    ]
    at, heard = 0, 0.0
    for index, (run, on, shots) in enumerate(stretches):
        last = index == len(stretches) - 1
        extra = (timeline.head if index == 0 else 0) + (timeline.tail if last else 0)
        frames = sum(shot.length for shot in shots)
        at += frames + extra
        edge = ceil(at / float(film.frame_rate) / SCORE_GRID_SECONDS - 1e-6) * SCORE_GRID_SECONDS
        energy = sum(shot.energy * shot.length for shot in shots) / frames
        yield round(edge - heard, 4), _mood(film, run.scene), round(energy, 1), not on
        heard = edge


def _mood(film: Film, scene: Scene) -> str:
    return (scene.mood or film.tone or film.genre).strip().lower()


def _music_on(film: Film) -> dict[str, bool]:
    """Which shots may have music: from the first to the last named, outside muted scenes."""
    order = film.order
    first = order.index(film.music.start_shot) if film.music.start_shot in order else 0
    last = order.index(film.music.end_shot) if film.music.end_shot in order else len(order) - 1
    return {
        shot: first <= place <= last and film.shots[shot].scene not in film.music.muted_scenes
        for place, shot in enumerate(order)
    }


def ambience_recipe(film: Film, scene_id: str) -> Recipe:
    """The bed under a scene. It is a loop: how long the scene lasts does not matter to it."""
    place = film.locations.get(film.scenes[scene_id].location)
    inputs = {
        "layers": [asdict(layer) for layer in layers_of(film, scene_id)],
        "seed": place.seed if place else 0,
    }
    return Recipe("ambience", scene_id, "ambience", AMBIENCE_LOOK, inputs)


def layers_of(film: Film, scene_id: str) -> tuple[Layer, ...]:
    """What is heard at a scene's place, at its hour and in its weather."""
    scene = film.scenes[scene_id]
    place = film.locations.get(scene.location)
    words = [scene.slug]
    if place is not None:
        words += [place.name, place.description, *place.set]
    indoors = scene.int_ext != IntExt.EXT
    return layers_for(" ".join(words), indoors, scene.time_of_day.value, _weather(film, scene))


def _weather(film: Film, scene: Scene) -> str:
    """The weather of most of the scene: shots may have their own."""
    lengths: dict[str, int] = {scene.weather.value: 0}
    for shot in (film.shots[shot] for shot in film.scene_shots(scene.id)):
        name = (shot.weather or scene.weather).value
        lengths[name] = lengths.get(name, 0) + shot.length
    return max(lengths, key=lambda name: lengths[name])


def mix_recipe(film: Film) -> Recipe:
    """The whole sound of the cut: what lies where and how loud, parts named by their digests."""
    score = score_recipe(film)
    timeline = Timeline.of(film)
    inputs = {
        "frames": timeline.total,
        "rate": film.rate,
        "lines": list(_line_cues(film, timeline)),
        "score": score.digest if score else None,
        "score_db": film.music.gain_db + MUSIC_HOUSE_DB,
        "ambience": list(_ambience_cues(film, timeline.head, timeline.tail)),
        "effects": _effect_cues(film, timeline),
        "cues": [_cue(cue, timeline.head) for cue in film.cues],
        "gains_db": {track.value: gain for track, gain in film.mix.gains_db.items()},
        "muted": sorted(track.value for track in film.mix.muted),
        "master_db": float(film.mix.master_db),
    }
    return Recipe("mix", film.id, "mix", MIX_LOOK, inputs)


def parts(film: Film) -> list[Recipe]:
    """All that must be made before the mix: spoken lines, beds, score."""
    lines = [
        line_recipe(film, line.id)
        for shot in film.order
        for line in film.shots[shot].dialogue
        if line.line.strip()
    ]
    beds = [ambience_recipe(film, scene) for scene in film.scene_order() if film.scene_shots(scene)]
    score = score_recipe(film)
    return [*lines, *beds, *([score] if score else [])]


def _line_cues(film: Film, timeline: Timeline) -> Iterator[dict[str, object]]:
    cast = voices.cast_voices(tuple(film.characters.values()))
    for shot in (film.shots[shot] for shot in film.order):
        for line in shot.dialogue:
            if not line.line.strip():
                continue
            voice = cast.get(line.character)
            yield {
                "digest": line_recipe(film, line.id).digest,
                "start": timeline.line_start(shot, line),
                "gain_db": line.gain_db + (voice.gain_db if voice else 0.0),
            }


def _ambience_cues(film: Film, head: int, tail: int) -> Iterator[dict[str, object]]:
    """A bed per run; beds overlap at a change of scene and lie under the titles too."""
    stretches = runs(film)
    for index, run in enumerate(stretches):
        first, last = index == 0, index == len(stretches) - 1
        before = head if first else CROSSFADE_FRAMES // 2
        after = tail if last else CROSSFADE_FRAMES // 2
        yield {
            "digest": ambience_recipe(film, run.scene.id).digest,
            "start": head + run.start - before,
            "frames": run.frames + before + after,
            "fade_in": max(6, min(head, 36)) if first else CROSSFADE_FRAMES,
            "fade_out": max(12, min(tail, 48)) if last else CROSSFADE_FRAMES,
            "gain_db": AMBIENCE_HOUSE_DB,
        }


def _effect_cues(film: Film, timeline: Timeline) -> list[dict[str, object]]:
    """Spot effects; one that goes on over several shots in a row is one cue, not many."""
    cues: list[dict[str, object]] = []
    running: dict[tuple[str, float], dict[str, object]] = {}
    for shot in (film.shots[shot] for shot in film.order):
        start = timeline.starts[shot.id]
        heard = tuple(_effects_of(film, shot).items())
        running = {one: cue for one, cue in running.items() if one in heard}
        for place, one in enumerate(heard):
            if one in running:
                running[one]["frames"] = int(str(running[one]["frames"])) + shot.length
                continue
            cue = _effect_cue(shot, one, place, start)
            cues.append(cue)
            if EFFECTS[one[0]].lasting:
                running[one] = cue
    return cues


LEVELS_DB = {"very quiet": -12.0, "quiet": -6.0, "loud": 4.0, "very loud": 8.0}
"""What a word after the last comma of an effect does to it: "engine hum, quiet"."""


def level_of(words: str) -> float:
    """Decibels by which an effect's own words raise or lower it; 0 where they do not."""
    return LEVELS_DB.get(words.rpartition(",")[2].strip().lower(), 0.0) if "," in words else 0.0


def _effects_of(film: Film, shot: Shot) -> dict[str, float]:
    """A shot's effects and their levels, without those that its scene's bed already is.

    One asked for louder than usual is laid over the bed.
    """
    found = ((effect_for(words)[0], level_of(words)) for words in shot.sfx)
    levels = {effect.name: level for effect, level in found if effect is not None}
    if not any(name in BEDS_ALIKE for name in levels):
        return levels
    heard = {layer.bed for layer in layers_of(film, shot.scene)}
    return {
        name: level
        for name, level in levels.items()
        if level > 0 or not heard.intersection(BEDS_ALIKE.get(name, ()))
    }


def _effect_cue(shot: Shot, heard: tuple[str, float], place: int, start: int) -> dict[str, object]:
    name, level = heard
    effect = EFFECTS[name]
    spread = EFFECT_SPREAD[min(place, len(EFFECT_SPREAD) - 1)]
    return {
        "effect": name,
        "start": start if effect.lasting else start + int(spread * shot.length),
        "frames": shot.length if effect.lasting else 0,
        "gain_db": effect.gain_db + EFFECTS_HOUSE_DB + level,
        "seed": zlib.crc32(shot.id.encode()),
    }


def _cue(cue: Cue, head: int) -> dict[str, object]:
    """A cue laid by hand, as it stands."""
    laid = cue.model_dump(mode="json", exclude={"id"})
    return {**laid, "start": cue.start + head}


def notes(film: Film) -> tuple[str, ...]:
    """What in the film's words no sound is known for: effects and deliveries."""
    found: list[str] = []
    for shot in (film.shots[shot] for shot in film.order):
        found += [effect_for(words)[1] for words in shot.sfx]
        found += [manner_of(line.delivery)[1] for line in shot.dialogue]
    return tuple(dict.fromkeys(note for note in found if note))
