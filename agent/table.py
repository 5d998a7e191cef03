"""The film as a compact table for the model, and as lines for people. Reads the document only."""

from __future__ import annotations

from collections.abc import Mapping

from memory.film import Film, Shot
from memory.timing import to_seconds

MOST_SHOTS = 80
"""Rows a model sees; a longer film is shown around the shot that was spoken of."""


def film_table(
    film: Film, states: Mapping[str, str] | None = None, focus: str | None = None
) -> str:
    """Title, cast, scenes and shots, one line each."""
    head = [
        f"FILM {film.title!r}, {film.genre}, {to_seconds(film.frames, film.frame_rate):g} s, "
        f"{len(film.order)} shots, speech in {film.language!r}",
        *([f"LOGLINE {film.logline}"] if film.logline else []),
        *(f"DECIDED {words}" for words in film.decisions[-8:]),
    ]
    cast = [
        f"CAST {c.id}: {c.name}, {c.pronoun}, {_wears(c.wardrobe)}"
        for c in film.characters.values()
    ]
    scenes = [
        f"SCENE {at} ({scene}): {film.scenes[scene].slug}, {film.scenes[scene].weather.value}, "
        f"{film.scenes[scene].mood}"
        for at, scene in enumerate(film.scene_order(), 1)
    ]
    return "\n".join([*head, *cast, *scenes, *_shot_rows(film, states or {}, focus)])


def _wears(wardrobe: Mapping[str, str]) -> str:
    return ", ".join(wardrobe.values()) or "nothing noted"


def _shot_rows(film: Film, states: Mapping[str, str], focus: str | None) -> list[str]:
    at = film.order.index(focus) if focus in film.order else 0
    first = max(0, min(at - MOST_SHOTS // 2, len(film.order) - MOST_SHOTS))
    rows = [
        shot_row(film, film.shots[shot], number, states.get(shot, ""))
        for number, shot in enumerate(film.order, 1)
        if first < number <= first + MOST_SHOTS
    ]
    left = len(film.order) - len(rows)
    return [*rows, f"({left} more shots)"] if left else rows


def shot_row(film: Film, shot: Shot, number: int, state: str = "") -> str:
    """One shot on one line."""
    who = "+".join(film.characters[s].name for s in shot.subjects) or "nobody"
    light = shot.lighting
    parts = [
        f"{number}. [{shot.id}] {shot.size.value} {shot.angle.value} {shot.lens_mm}mm "
        f"{shot.movement.type.value}",
        f"{to_seconds(shot.length, film.frame_rate):g}s",
        who,
        shot.action,
        f"light {light.brightness:g}/{light.contrast:g} {light.color_temp_k}K",
        *(
            f'{line.id} {film.characters[line.character].name}: "{line.line}"'
            for line in shot.dialogue
        ),
        *(["LOCKED"] if shot.locked else []),
        *([state] if state else []),
    ]
    return " | ".join(filter(None, parts))
