"""Fits a shape to a length: more or fewer turns of the screw, never without its start and end.

Knows stages, not what they say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from agent.writing.shapes import ShapeScene
from memory.edit import apply_all
from memory.film import Film
from memory.script import Script

STAGE_SECONDS, OUTSIDE_SECONDS = 10, 30
"""What a stage plays, and what opening, entrances and ending play beside the stages."""
MOST_DRAFTS = 6
TALKING_SECONDS = 40
FEWEST_LINES = 4
"""From that length on, people have time for a turn more, and for a few lines."""
SPOKEN_SHARE = 0.96
"""The house voice is a little quicker than the rule of thumb for a line."""

FEWEST = 2
FILLERS = ("press", "open")


def stretched(scenes: tuple[ShapeScene, ...], stages: int) -> tuple[ShapeScene, ...]:
    """The scenes with "press" stages added or taken until they have `stages`, the start aside.

    Where nothing more can be taken, a scene between the first and the last goes.
    """
    wanted = max(FEWEST, stages)
    while _count(scenes) < wanted:
        scenes = _with_one_more(scenes, _count(scenes))
    while _count(scenes) > wanted:
        fewer = _with_one_less(scenes)
        if fewer == scenes:
            fewer = (scenes[0], *scenes[2:]) if len(scenes) > 2 else scenes
        if fewer == scenes:
            break
        scenes = fewer
    return scenes


def to_length(draft: Callable[[int], Script], seconds: int) -> Script:
    """Of drafts with more or fewer stages, the one that plays nearest to `seconds`."""
    tried: dict[int, tuple[bool, float, Script]] = {}
    least = FEWEST + (seconds >= TALKING_SECONDS)
    stages = max(least, round((seconds - OUTSIDE_SECONDS) / STAGE_SECONDS))
    while stages not in tried and len(tried) < MOST_DRAFTS:
        script = draft(stages)
        over = playing_seconds(script) - seconds
        mute = len(script.speeches()) < FEWEST_LINES and seconds >= TALKING_SECONDS
        tried[stages] = (mute, abs(over), script)
        stages = max(
            least, stages - (round(over / STAGE_SECONDS) or (1 if over > 0 and not mute else -1))
        )
    return min(tried.values(), key=lambda one: one[:2])[2]


def playing_seconds(script: Script) -> float:
    """How long a screenplay plays by rule of thumb, as the breakdown shoots it."""
    from agent.writing.breakdown import break_down

    film = apply_all(Film(id="film"), break_down(script, Film(id="film")))
    return float(film.frames / film.frame_rate) * SPOKEN_SHARE


def _count(scenes: tuple[ShapeScene, ...]) -> int:
    return sum(stage != "start" for scene in scenes for stage in scene.stages)


def _with_one_more(scenes: tuple[ShapeScene, ...], count: int) -> tuple[ShapeScene, ...]:
    """Grows the scenes in turn; a new stage stands before the scene's own turn or ending."""
    at = count % len(scenes)
    stages = list(scenes[at].stages)
    place = next((i for i, s in enumerate(stages) if s[-1] in "+-~"), len(stages))
    stages.insert(place, FILLERS[0])
    return (*scenes[:at], replace(scenes[at], stages=tuple(stages)), *scenes[at + 1 :])


def _with_one_less(scenes: tuple[ShapeScene, ...]) -> tuple[ShapeScene, ...]:
    """Takes a press, then an open, from the fullest scene that has one; never empties a scene."""
    for filler in FILLERS:
        fits = [i for i, s in enumerate(scenes) if filler in s.stages and len(s.stages) > 1]
        if fits:
            at = max(fits, key=lambda i: len(scenes[i].stages))
            stages = list(scenes[at].stages)
            stages.remove(filler)
            return (*scenes[:at], replace(scenes[at], stages=tuple(stages)), *scenes[at + 1 :])
    return scenes
