"""The pictures of transitions: two shots blended, wiped or faded. Knows nothing of what is planned.

Everything is done on I420 in whole numbers, so that a transition is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from memory.errors import BadRequest
from memory.vocabulary import TransitionType
from tools.encode import BLACK, NEUTRAL, Frame, Profile, read_frames
from tools.transitions import Blend, Made, Mark

WHITE = 235
SOFT_EDGE = 0.06
"""Width of a wipe's edge, as a share of the way it travels."""
THROUGH_COLOUR = (TransitionType.DIP, TransitionType.FADE_WHITE)

Source = Callable[[int, int], Iterator[Frame]]
"""Frames [start, stop) of one shot; start may be below 0 and stop beyond its length."""
Draw = Callable[[Mark, int, Frame], Frame]
"""Draws a mark, at a frame counted from the mark's start, onto a picture."""


def take_source(path: Path, frames: int, profile: Profile, beyond: Source | None = None) -> Source:
    """The frames of a finished take, and beyond its ends those of `beyond` or its outermost frame.

    Args:
        path: The take, in the film's profile.
        frames: Its length.
        profile: Size and rate.
        beyond: Gives handles (the theatre can render them); None holds the outermost frame still.
    """

    def source(start: int, stop: int) -> Iterator[Frame]:
        if start < 0:
            yield from beyond(start, min(stop, 0)) if beyond else _held(0, min(stop, 0) - start)
        yield from read_frames(path, profile, max(start, 0), min(stop, frames))
        if stop > frames:
            low = max(start, frames)
            yield from beyond(low, stop) if beyond else _held(frames - 1, stop - low)

    def _held(place: int, count: int) -> Iterator[Frame]:
        for frame in read_frames(path, profile, place, place + 1):
            for _ in range(count):
                yield frame

    return source


def needs(piece: Made) -> dict[str, tuple[int, int]]:
    """The frames [start, stop) each shot must give for a piece; handles lie beyond its ends."""
    wanted: dict[str, tuple[int, int]] = {}
    for at in range(piece.at, piece.at + piece.frames):
        for shot, frame in _inputs(piece, at):
            low, high = wanted.get(shot, (frame, frame + 1))
            wanted[shot] = (min(low, frame), max(high, frame + 1))
    return wanted


def made_frames(
    piece: Made, sources: Mapping[str, Source], profile: Profile, draw: Draw | None = None
) -> Iterator[Frame]:
    """The pictures of a made piece.

    Args:
        piece: From `plan_segments`.
        sources: For each shot of the piece, where its frames come from.
        profile: Size of the pictures.
        draw: Draws marks; None leaves them out.

    Yields:
        As many frames as the piece has.
    """
    reels = {shot: _Reel(sources[shot], *ends) for shot, ends in needs(piece).items()}
    for at in range(piece.at, piece.at + piece.frames):
        pictures = {shot: reels[shot].frame(local) for shot, local in _inputs(piece, at)}
        blend = _blend_at(piece, at)
        if blend is None:
            (frame,) = pictures.values()
        else:
            left = pictures.get(blend.left or "")
            right = pictures.get(blend.right or "")
            frame = blended(blend, at, left, right, profile)
        for mark in piece.marks if draw else ():
            if draw and mark.at <= at < mark.at + mark.frames:
                frame = draw(mark, at - mark.at, frame)
        yield frame


class _Reel:
    """One shot's frames, read forward once."""

    def __init__(self, source: Source, start: int, stop: int) -> None:
        self.frames = source(start, stop)
        self.place = start - 1
        self.picture: Frame | None = None

    def frame(self, wanted: int) -> Frame:
        """Frame `wanted`, at or after the last one asked for; the last there is, beyond the end."""
        while self.place < wanted:
            following = next(self.frames, None)
            if following is not None:
                self.picture = following.copy()  # a renderer may draw every frame in one place
            self.place += 1
        if self.picture is None:
            raise BadRequest("A take gave no frames for a transition.", "Make that shot again.")
        return self.picture


def _blend_at(piece: Made, at: int) -> Blend | None:
    return next((blend for blend in piece.blends if blend.at <= at < blend.stop), None)


def _inputs(piece: Made, at: int) -> list[tuple[str, int]]:
    """Which frames of which shots one film frame is made from."""
    blend = _blend_at(piece, at)
    begins = {span.shot: span.at - span.start for span in piece.spans}
    if blend is None:
        span = next(s for s in reversed(piece.spans) if s.at <= at)
        return [(span.shot, at - begins[span.shot])]
    sides = [blend.left, blend.right]
    if blend.kind in THROUGH_COLOUR and None not in sides:
        sides = [blend.left] if at < blend.cut else [blend.right]
    return [(shot, at - begins[shot]) for shot in sides if shot is not None]


def blended(
    blend: Blend, at: int, left: Frame | None, right: Frame | None, profile: Profile
) -> Frame:
    """One picture of a transition; a missing side is plain colour."""
    share = (at - blend.at + 0.5) / blend.frames
    white = blend.kind is TransitionType.FADE_WHITE
    colour = plain(profile, WHITE if white else BLACK)
    if blend.kind in THROUGH_COLOUR and blend.left and blend.right:
        if at < blend.cut:
            return mix(_given(left), colour, _ease((at - blend.at + 1) / (blend.cut - blend.at)))
        return mix(colour, _given(right), _ease((at - blend.cut) / (blend.stop - blend.cut)))
    before = colour if left is None else left
    after = colour if right is None else right
    if blend.kind in (TransitionType.WIPE, TransitionType.IRIS):
        return masked(before, after, _mask(blend.kind, share, profile), profile)
    dissolve = blend.kind is TransitionType.DISSOLVE
    return mix(before, after, share if dissolve else _ease(share))


def _given(frame: Frame | None) -> Frame:
    if frame is None:
        raise BadRequest("A transition lacks one of its shots.", "Make that shot again.")
    return frame


def _ease(share: float) -> float:
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def plain(profile: Profile, luma: int) -> Frame:
    """One grey all over; luma 16 (black) to 235 (white)."""
    frame = np.full(profile.shape, NEUTRAL, np.uint8)
    frame[: profile.height] = luma
    return frame


def mix(before: Frame, after: Frame, share: float) -> Frame:
    """`share` of after (0..1) over before, in whole numbers, so that it is the same everywhere."""
    weight = round(share * 256)
    total = before.astype(np.uint16) * np.uint16(256 - weight) + after * np.uint16(weight)
    return ((total + np.uint16(128)) >> 8).astype(np.uint8)


def masked(before: Frame, after: Frame, mask: NDArray[np.uint16], profile: Profile) -> Frame:
    """`after` where the mask is 256, `before` where it is 0; mask (height, width), uint16."""
    chroma = mask[::2, ::2].reshape(-1)
    weights = np.concatenate([mask.reshape(-1), chroma, chroma]).reshape(profile.shape)
    total: NDArray[np.uint16] = before * (np.uint16(256) - weights) + after * weights
    return ((total + np.uint16(128)) >> 8).astype(np.uint8)


def _mask(kind: TransitionType, share: float, profile: Profile) -> NDArray[np.uint16]:
    """A wipe from left to right, or a circle that opens; soft at its edge."""
    across = (np.arange(profile.width) + 0.5) / profile.width
    if kind is TransitionType.WIPE:
        way = np.broadcast_to(across, (profile.height, profile.width))
    else:
        down = (np.arange(profile.height) + 0.5) / profile.height
        shape = profile.height / profile.width
        distance = np.hypot(across[None, :] - 0.5, (down[:, None] - 0.5) * shape)
        way = distance / np.hypot(0.5, 0.5 * shape)
    edge = share * (1 + SOFT_EDGE) - way
    mask: NDArray[np.uint16] = (np.clip(edge / SOFT_EDGE, 0, 1) * 256).astype(np.uint16)
    return mask
