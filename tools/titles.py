"""Titles: the opening card, the end card, and a title over the picture. Knows words, not films.

Cards are composed with MoviePy from lettering in our own fonts and written in the frozen profile,
so that they join the takes by copy. No string can make a card fail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tools.encode import Frame, Profile, to_i420, write_clip
from tools.lettering import SANS, SERIF, Colour, Rgba, Setting, set_words
from tools.overlay import Overlay

if TYPE_CHECKING:
    from moviepy import CompositeVideoClip

LOOK = 1
"""Raised when cards come out differently on purpose."""
PAPER: Colour = (240, 232, 214)
DIM: Colour = (168, 160, 146)
NIGHT: Colour = (11, 10, 12)
FADE_SECONDS = 0.7
SECOND_LINE_SECONDS = 0.35
"""How much later the small line and the rule come in than the title."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says.

    Attributes:
        title: The large words.
        small: A line beneath, or empty.
        rule: A thin line between the two.
    """

    title: str
    small: str = ""
    rule: bool = True


def write_card(
    card: Card,
    frames: int,
    profile: Profile,
    path: Path,
    on_frame: Callable[[int], None] | None = None,
) -> Path:
    """A card as a clip of its own, `frames` long: the words rise from the dark and go back to it.

    Raises:
        MakerFailed: The encoder failed or the disk is full.
    """
    write_clip(card_frames(card, frames, profile), profile, path, on_frame)
    return path


def card_frames(card: Card, frames: int, profile: Profile) -> Iterator[Frame]:
    """The pictures of a card. While nothing fades the same picture is given again."""
    seconds = float(frames / profile.rate)
    fade = min(FADE_SECONDS, seconds / 4)
    late = min(SECOND_LINE_SECONDS, seconds / 8)
    steady = (fade + late, seconds - fade)
    composition = _composed(card, profile, seconds, fade, late)
    held: Frame | None = None
    try:
        for place in range(frames):
            moment = float(place / profile.rate)
            still = steady[0] < moment < steady[1]
            if held is not None and still:
                yield held
                continue
            frame = to_i420(composition.get_frame(moment)[..., ::-1].copy())
            held = frame if still else None
            yield frame
    finally:
        composition.close()


def _composed(
    card: Card, profile: Profile, seconds: float, fade: float, late: float
) -> CompositeVideoClip:
    from moviepy import ColorClip, CompositeVideoClip, ImageClip

    size = (profile.width, profile.height)
    layers: list[Any] = [ColorClip(size, color=NIGHT, duration=seconds)]
    for words, place, start in _blocks(card, profile, late):
        layer = ImageClip(words, transparent=True, duration=seconds - start).with_start(start)
        layers.append(layer.with_position(place).with_effects(_fades(fade)))
    return CompositeVideoClip(layers, size=size).with_duration(seconds)


def _fades(fade: float) -> list[Any]:
    from moviepy import vfx

    return [vfx.CrossFadeIn(fade), vfx.CrossFadeOut(fade)]


def _blocks(card: Card, profile: Profile, late: float) -> list[tuple[Rgba, tuple[int, int], float]]:
    """The parts of a card with their places (left, top) and when they come in (seconds)."""
    title = set_words(card.title, title_setting(profile))
    small = set_words(card.small, small_setting(profile)) if card.small.strip() else None
    rule = _rule(profile) if card.rule and card.title.strip() else None
    gap = max(2, profile.height // 60)
    parts = [(title, 0.0)]
    parts += [(part, late) for part in (rule, small) if part is not None]
    tall = sum(part.shape[0] for part, _ in parts) + gap * (len(parts) - 1)
    # A little above the middle: the eye rests there.
    top = max(0, round((profile.height - tall) * 0.47))
    placed = []
    for part, start in parts:
        placed.append((part, ((profile.width - part.shape[1]) // 2, top), start))
        top += part.shape[0] + gap
    return placed


def title_setting(profile: Profile) -> Setting:
    """Large serif lettering for a picture of this size."""
    side = min(profile.height, profile.width)
    width = round(profile.width * 0.8)
    return Setting(width, max(10, side // 8), max(8, side // 20), lines=2, colour=PAPER)


def small_setting(profile: Profile) -> Setting:
    """Small sans lettering for the line beneath."""
    side = min(profile.height, profile.width)
    width = round(profile.width * 0.7)
    faces = (SANS, SERIF)
    return Setting(width, max(8, side // 28), max(8, side // 40), 2, faces, DIM)


def _rule(profile: Profile) -> Rgba:
    length, thick = max(8, profile.width // 12), max(1, profile.height // 480)
    rule = np.zeros((thick, length, 4), np.uint8)
    rule[..., :3] = DIM
    # Thinner towards both ends, as a stroke of a pen is.
    rule[..., 3] = np.round(np.hanning(length) * 200)
    return rule


def over_title(card: Card, frames: int, profile: Profile) -> Overlay:
    """The same words over moving pictures, `frames` long, fades included."""
    parts = tuple((words, place) for words, place, _ in _blocks(card, profile, 0.0))
    return Overlay(parts, frames, min(FADE_SECONDS * float(profile.rate), frames / 4), profile)
