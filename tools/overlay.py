"""Words over moving pictures: a title or a burnt-in caption, with a shadow that keeps it readable.

Works on I420 in whole numbers. Knows nothing of what the words say or why they are there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tools.encode import BLACK, Frame, Profile, to_i420
from tools.lettering import SANS, SERIF, Rgba, Setting, set_words

SHADOW_STRENGTH = 0.72
CAPTION_HEIGHT = 21
"""A caption's letters, as a part of the picture's height."""
CAPTION_MARGIN = 0.06
"""Free space beneath a caption, as a share of the picture's height."""
WORDS_HEIGHT = 19
WORDS_MARGIN = 0.12
"""The same of words that belong to the picture: a caption of one line fits beneath."""
WORDS_FADE = 0.3
"""Seconds they take to come and to go."""


@dataclass
class Overlay:
    """Lettering laid over pictures for a while.

    Attributes:
        parts: Lettering with its place (left, top) in pixels.
        frames: How long it stands, fades included.
        fade: Frames it takes to come and to go; 0 for at once.
        profile: Size of the pictures.
    """

    parts: tuple[tuple[Rgba, tuple[int, int]], ...]
    frames: int
    fade: float
    profile: Profile

    def draw(self, at: int, picture: Frame) -> Frame:
        """The picture with the lettering as it is at frame `at` of its time."""
        edge = max(self.fade, 1e-6)
        strength = min(1.0, (at + 1) / edge, (self.frames - at) / edge)
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
        for words, (left, top) in self.parts:
            part = words[: height - top, : width - left]
            sheet[top : top + part.shape[0], left : left + part.shape[1]] = part
        alpha = sheet[..., 3]
        around = cv2.GaussianBlur(alpha, (0, 0), height / 60)
        shadow = np.minimum(around.astype(np.uint16) * 5, 255)
        words = to_i420(np.ascontiguousarray(sheet[..., 2::-1]))
        return shadow, alpha.astype(np.uint16), words.astype(np.uint16)


def over_caption(
    lines: Sequence[str], frames: int, profile: Profile, scale: float = 1.0
) -> Overlay:
    """A caption burnt into the picture, at its foot; it comes and goes at once.

    Args:
        lines: One or two, as `subtitles.captions` gives them.
        frames: How long it stands.
        profile: Size of the pictures.
        scale: 1 is the usual size of letters.
    """
    size = max(8, round(min(profile.height, profile.width) / CAPTION_HEIGHT * scale))
    width = round(profile.width * 0.9)
    setting = Setting(width, size, max(8, size // 2), 2, (SANS, SERIF), (245, 245, 240))
    words = set_words("\n".join(lines), setting)
    top = round(profile.height * (1 - CAPTION_MARGIN)) - words.shape[0]
    place = (max(0, (profile.width - words.shape[1]) // 2), max(0, top))
    return Overlay(((words, place),), frames, 0, profile)


def over_words(lines: Sequence[str], frames: int, profile: Profile) -> Overlay:
    """Words that belong to the picture (a place, a year, a term): a line of serif, low, fading."""
    side = min(profile.height, profile.width)
    width = round(profile.width * 0.86)
    size = max(9, round(side / WORDS_HEIGHT))
    setting = Setting(width, size, max(8, size // 2), 2, (SERIF, SANS), (250, 244, 228))
    words = set_words("\n".join(lines), setting)
    top = round(profile.height * (1 - WORDS_MARGIN)) - words.shape[0]
    place = (max(0, (profile.width - words.shape[1]) // 2), max(0, top))
    fade = min(WORDS_FADE * float(profile.rate), frames / 4)
    return Overlay(((words, place),), frames, fade, profile)


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
