"""What stands under each panel of a storyboard, in words and in order. Pure; draws nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from memory.film import Film, Shot
from memory.timing import to_seconds
from memory.vocabulary import CUTS, MoveType, Speed
from tools.timeline import Timeline

OMITTED = "OMITTED"
ANGLES = {"over_shoulder": "over the shoulder", "pov": "POV", "worm": "worm's eye"}


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel: the number first, then the size; everything else in the order it is read.

    Attributes:
        shot: its id; "" where a locked number has no shot any more.
        starts: frames of the cut before it.
    """

    number: str
    shot: str
    size: str = ""
    lens: str = ""
    move: str = ""
    length: str = ""
    starts: str = ""
    action: str = ""
    lines: tuple[str, ...] = ()
    sound: str = ""
    transition: str = ""
    scene: str = ""


def panels(film: Film, locked: Mapping[str, str] | None = None) -> list[Panel]:
    """The panels of a film in order.

    Args:
        film: whose shots.
        locked: numbers that were given out and may not move, by shot id. A shot that has left the
            film since keeps its panel, marked OMITTED.
    """
    timeline = Timeline.of(film)
    numbers = numbered(film)
    if not locked:
        return [_panel(film, shot, numbers[shot], timeline) for shot in film.order]
    made = [
        _panel(film, shot, locked.get(shot, _inserted(film, shot, locked)), timeline)
        for shot in film.order
    ]
    gone = [Panel(locked[shot], "", OMITTED) for shot in locked if shot not in film.order]
    return sorted([*made, *gone], key=lambda panel: _rank(panel.number)) if gone else made


def numbered(film: Film) -> dict[str, str]:
    """Scene and shot number of every shot as the film stands: "2.3" is the third of scene two."""
    numbers = {}
    for scene_number, scene in enumerate(film.scene_order(), 1):
        for place, shot in enumerate(film.scene_shots(scene), 1):
            numbers[shot] = f"{scene_number}.{place}"
    return numbers


LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Of inserted shots; I and O are left out, they look like figures."""


def _inserted(film: Film, shot: str, locked: Mapping[str, str]) -> str:
    """A number for a shot that came after the lock: that of the one before it, and a letter."""
    at = film.order.index(shot)
    before = next((locked[s] for s in reversed(film.order[:at]) if s in locked), "0")
    step = 0
    for other in reversed(film.order[:at]):
        if other in locked:
            break
        step += 1
    return before + LETTERS[step % len(LETTERS)] * (1 + step // len(LETTERS))


def _rank(number: str) -> tuple[tuple[int, str], ...]:
    found = re.findall(r"(\d+)([A-Z]*)", number)
    return tuple((int(figures), letters) for figures, letters in found)


def _panel(film: Film, shot_id: str, number: str, timeline: Timeline) -> Panel:
    shot = film.shots[shot_id]
    return Panel(
        number=number,
        shot=shot_id,
        size=shot.size.value,
        lens=f"{ANGLES.get(shot.angle.value, shot.angle.value)} · {shot.lens_mm} mm",
        move=_move(shot),
        length=f"{to_seconds(shot.length, film.frame_rate):.1f} s",
        starts=_clock(timeline.starts[shot_id], film),
        action=_sentence(shot.action),
        lines=tuple(_line(film, shot, place) for place in range(len(shot.dialogue))),
        sound=_sound(film, shot),
        transition=_transition(film, shot),
        scene=film.scenes[shot.scene].slug,
    )


def _move(shot: Shot) -> str:
    if shot.movement.type is MoveType.STATIC:
        return "static"
    speed = "" if shot.movement.speed is Speed.NONE else shot.movement.speed.value + " "
    return (speed + shot.movement.type.value).replace("_", " ")


def _clock(frames: int, film: Film) -> str:
    minutes, seconds = divmod(to_seconds(frames, film.frame_rate), 60)
    return f"{int(minutes)}:{seconds:04.1f}"


def _sentence(text: str) -> str:
    """The first sentence of an action."""
    bare = " ".join(text.split())
    found = re.match(r".+?[.!?…](?=\s|$)", bare)
    return found.group(0) if found else bare


def _line(film: Film, shot: Shot, place: int) -> str:
    line = shot.dialogue[place]
    who = film.characters.get(line.character)
    off = " (O.S.)" if line.off else ""
    return f"{(who.name if who else line.character).upper()}{off}: {line.line}"


def _sound(film: Film, shot: Shot) -> str:
    parts = [", ".join(shot.sfx)] if shot.sfx else []
    first = film.music.start_shot or (film.order[0] if film.order else None)
    if film.music.enabled and first == shot.id:
        parts.append(f"♪ {film.music.style}")
    return " · ".join(parts)


def _transition(film: Film, shot: Shot) -> str:
    kind = shot.transition_in.type
    if kind in CUTS:
        return "" if kind.value == "cut" else kind.value.replace("_", " ").upper()
    seconds = to_seconds(shot.transition_in.frames, film.frame_rate)
    return f"{kind.value.replace('_', ' ').upper()} {seconds:.1f} s"
