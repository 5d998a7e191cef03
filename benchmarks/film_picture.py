"""Measures of a finished film's picture: black, frozen, and what the mouths do. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from memory.film import Film, Shot
from memory.vocabulary import TransitionType
from tools.encode import Profile, read_frames
from tools.takes import staged, take_recipe
from tools.theatre import shot as theatre
from tools.theatre.cast.figure import Figure
from tools.theatre.spec import ShotSpec
from tools.theatre.stage import Stage
from tools.timeline import Timeline
from tools.transitions import USUAL_FRAMES

Grey = NDArray[np.float32]
Mask = NDArray[np.bool_]

BLACK_Y = 20
"""Limited range: black is 16; a frame is black when all but 0.1 % of it is below this."""
SMALL = (160, 88)
"""Bodies are watched in a small soft picture, in which grain is gone and a breath is not."""
MOVED = 3.0
"""Grey levels by which a pixel of the small picture has moved."""
MOVED_SHARE = 0.004
"""Share of a body's pixels that must have moved: a blink, a breath, a turn of the head."""
MASK_EVERY = 12
FADES = {TransitionType.FADE_IN, TransitionType.FADE_OUT, TransitionType.DIP}


@dataclass(frozen=True, slots=True)
class Mouth:
    """A mouth on the screen at one film frame, in pixels of the film."""

    who: str
    line: str | None
    x: float
    y: float
    head: float
    """Radius of the head."""
    open: float
    """How far it is open, in heads."""


@dataclass
class Picture:
    """What was seen in one pass over a film."""

    means: list[float] = field(default_factory=list)
    black: list[int] = field(default_factory=list)
    small: list[Grey] = field(default_factory=list)
    mouths: list[list[tuple[Mouth, float]]] = field(default_factory=list)
    """For each film frame each mouth and the mean grey of its box."""


def spec_of(film: Film, shot: str) -> ShotSpec:
    """What the theatre was given for a shot."""
    return staged(take_recipe(film, shot).inputs)


def watch(path: Path, film: Film, mouths: dict[int, list[Mouth]]) -> Picture:
    """Decode a film once."""
    seen = Picture()
    profile = Profile(film.width, film.height, Fraction(film.frame_rate))
    for number, frame in enumerate(read_frames(path, profile)):
        grey = frame[: film.height]
        seen.means.append(float(grey.mean()))
        if np.percentile(grey[::4, ::4], 99.9) < BLACK_Y:
            seen.black.append(number)
        seen.small.append(_small(grey))
        boxes = [(mouth, _box_mean(grey, mouth)) for mouth in mouths.get(number, ())]
        seen.mouths.append(boxes)
    return seen


def _small(grey: NDArray[np.uint8]) -> Grey:
    small = cv2.resize(grey, SMALL, interpolation=cv2.INTER_AREA).astype(np.float32)
    return np.asarray(cv2.GaussianBlur(small, (0, 0), 0.7))


def _box_mean(grey: NDArray[np.uint8], mouth: Mouth) -> float:
    """Mean grey where a mouth opens; NaN when it is out of the picture or too small to see."""
    wide, down, up = 0.20 * mouth.head, 0.24 * mouth.head, 0.06 * mouth.head
    y0, y1 = round(mouth.y - up), round(mouth.y + down)
    x0, x1 = round(mouth.x - wide), round(mouth.x + wide)
    inside = y0 >= 0 and x0 >= 0 and y1 <= grey.shape[0] and x1 <= grey.shape[1]
    if not inside or y1 - y0 < 2 or x1 - x0 < 2:
        return float("nan")
    return float(grey[y0:y1, x0:x1].mean())


def mouths_of(film: Film) -> dict[int, list[Mouth]]:
    """Every mouth of the film at every film frame, from the puppets themselves."""
    timeline, found = Timeline.of(film), dict[int, list[Mouth]]()
    for shot in film.order:
        for number, mouth in _shot_mouths(film, shot):
            found.setdefault(timeline.starts[shot] + number, []).append(mouth)
    return found


def _shot_mouths(film: Film, shot: str) -> Iterator[tuple[int, Mouth]]:
    spec = spec_of(film, shot)
    stage = Stage(spec)
    for puppet in stage.puppets:
        for number in range(spec.frames):
            posed = puppet.pose(number, spec.rate)
            if "mouth" not in posed.joints:
                continue  # seen from behind, a bird, a beast
            view, z = stage.track.at(number), puppet.actor.z
            mx, my = posed.joints["mouth"]
            x, y = view.project(puppet.x + mx, my, z, spec.size)
            head = posed.head[2] * view.scale(z) * spec.height
            said = _line_at(film, film.shots[shot], puppet.actor.name, number)
            yield number, Mouth(puppet.actor.name, said, x, y, head, _opening(posed))


def _line_at(film: Film, shot: Shot, who: str, number: int) -> str | None:
    """The line someone speaks at a frame of a shot."""
    for line in shot.dialogue:
        inside = line.start <= number < line.start + line.frames
        speaker = film.characters.get(line.character)
        if inside and not line.off and speaker is not None and speaker.name == who:
            return line.id
    return None


def _opening(posed: Figure) -> float:
    heights = [float(np.ptp(p.points[:, 1])) for p in posed.parts if p.name == "mouth open"]
    return max(heights, default=0.0) / max(1e-6, posed.head[2])


def written_dark(film: Film) -> set[int]:
    """Film frames in which black is written: cards, fades, dips, the film's ending."""
    timeline = Timeline.of(film)
    dark = set(range(timeline.head)) | set(range(timeline.total - timeline.tail, timeline.total))
    entries = [(timeline.starts[s], film.shots[s].transition_in) for s in film.order]
    end = timeline.total - timeline.tail
    for at, entry in [*entries, (end, film.ending)]:
        if entry.type in FADES:
            length = entry.frames or USUAL_FRAMES
            dark |= set(range(at - length, at + length))
    return dark


def longest_still(film: Film, seen: Picture) -> tuple[int, str]:
    """The most frames for which nothing moved on anyone's body, and in which shot."""
    timeline, worst = Timeline.of(film), (0, "")
    for shot in film.order:
        spec, start = spec_of(film, shot), timeline.starts[shot]
        if not spec.actors:
            continue
        length = min(spec.frames, len(seen.small) - start)
        masks = [body_mask(spec, number) for number in range(0, length, MASK_EVERY)]
        if not any(mask.any() for mask in masks):
            continue
        still = _still(seen.small[start : start + length], masks)
        worst = max(worst, (still, shot))
    return worst


def _still(frames: list[Grey], masks: list[Mask]) -> int:
    anchor, longest = 0, 0
    for number in range(1, len(frames)):
        body = masks[anchor // MASK_EVERY] | masks[number // MASK_EVERY]
        if not body.any():
            anchor = number
            continue
        moved = np.abs(frames[number] - frames[anchor])[body] > MOVED
        if moved.sum() >= max(1, MOVED_SHARE * body.sum()):
            anchor = number
        longest = max(longest, number - anchor)
    return longest


def body_mask(spec: ShotSpec, number: int) -> Mask:
    """Where anyone's body is in the small picture."""
    mask = (theatre.ids(spec, number) > 0).astype(np.uint8) * 255
    return np.asarray(cv2.resize(mask, SMALL, interpolation=cv2.INTER_AREA) > 128)
