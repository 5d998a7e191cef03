"""Titles: the opening card, the end card, and a title over the picture. Knows words, not films.

Cards are composed with MoviePy from lettering in our own fonts and written in the frozen profile,
so that they join the takes by copy. No string can make a card fail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from tools.encode import BLACK, Frame, Profile, to_i420, write_clip
from tools.lettering import SANS, SERIF, Colour, Rgba, Setting, set_words

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
SHADOW_STRENGTH = 0.72


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


@dataclass
class OverTitle:
    """A title over moving pictures, with a soft shadow that keeps it readable on any of them.

    Attributes:
        card: The words.
        frames: How long it stands, fades included.
        profile: Size and rate of the pictures.
    """

    card: Card
    frames: int
    profile: Profile

    def draw(self, at: int, picture: Frame) -> Frame:
        """The picture with the title as it is at frame `at` of its time."""
        fade = min(FADE_SECONDS * self.profile.rate, self.frames / 4)
        strength = min(1.0, (at + 1) / fade, (self.frames - at) / fade)
        if strength <= 0:
            return picture
        shadow, ink, words = self._layers
        dark = _laid(picture, np.uint16(BLACK), shadow, strength * SHADOW_STRENGTH, self.profile)
        return _laid(dark, words, ink, strength, self.profile)

    @cached_property
    def _layers(self) -> tuple[NDArray[np.uint16], NDArray[np.uint16], NDArray[np.uint16]]:
        import cv2

        height, width = self.profile.height, self.profile.width
        sheet = np.zeros((height, width, 4), np.uint8)
        for words, (left, top), _ in _blocks(self.card, self.profile, 0.0):
            part = words[: height - top, : width - left]
            sheet[top : top + part.shape[0], left : left + part.shape[1]] = part
        alpha = sheet[..., 3]
        around = cv2.GaussianBlur(alpha, (0, 0), height / 60)
        shadow = np.minimum(around.astype(np.uint16) * 5, 255)
        words = to_i420(np.ascontiguousarray(sheet[..., 2::-1]))
        return shadow, alpha.astype(np.uint16), words.astype(np.uint16)


def _laid(
    under: Frame,
    over: NDArray[np.uint16] | np.uint16,
    alpha: NDArray[np.uint16],
    strength: float,
    profile: Profile,
) -> Frame:
    """`over` on `under` where alpha (0..255, one value a pixel) says; a grey leaves the colours."""
    chroma = alpha[::2, ::2].reshape(-1)
    if isinstance(over, np.uint16):
        chroma = np.zeros_like(chroma)
    weights = np.concatenate([alpha.reshape(-1), chroma, chroma]).astype(np.uint32)
    share = (weights * round(strength * 256) // 255).astype(np.uint16).reshape(profile.shape)
    total: NDArray[np.uint16] = under * (np.uint16(256) - share) + over * share
    return ((total + np.uint16(128)) >> 8).astype(np.uint8)
