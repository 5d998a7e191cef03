"""Fits a shape to a length: more or fewer turns of the screw, never without its start and end.

Knows stages, not what they say.
"""

from __future__ import annotations

from dataclasses import replace

from agent.writing.shapes import ShapeScene

SECONDS_PER_STAGE = 13
FIXED = 2  # the start and the end are always there
FILLERS = ("press", "open")


def stretched(scenes: tuple[ShapeScene, ...], seconds: int) -> tuple[ShapeScene, ...]:
    """The scenes with "press" stages added or taken until they are about `seconds` long."""
    wanted = max(FIXED + 1, round(seconds / SECONDS_PER_STAGE))
    while _count(scenes) < wanted:
        scenes = _with_one_more(scenes, _count(scenes))
    while _count(scenes) > wanted:
        fewer = _with_one_less(scenes)
        if fewer == scenes:
            break
        scenes = fewer
    return scenes


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
