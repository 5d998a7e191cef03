"""The frozen encode profile, and writing and reading clips in it. Knows nothing of films.

Every clip that may be joined is written here, with one set of encoder settings: only then can clips
be joined by copy (the parameter sets of H.264 change with preset, CRF, B-frames and level). A frame
is I420: uint8, shape (height * 3 / 2, width), BT.709, limited range.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from memory.errors import BadRequest, MakerFailed
from memory.timing import DEFAULT_RATE
from tools.ffmpeg import (
    GUARD,
    MAKER,
    PICTURE_GUARD,
    command,
    end,
    failure,
    local,
    missing,
    probe,
    stream_out,
)

Frame = NDArray[np.uint8]
"""One I420 picture: (height * 3 / 2, width) uint8."""

GOP = 12
"""Frames from keyframe to keyframe: a clip may be cut by copy at every multiple of it."""
REORDER = 2
"""Frames by which decoding runs ahead of showing (two B-frames, one of them a reference)."""
BLACK = 16
NEUTRAL = 128
SLOWEST_FRAME = 120.0
"""Seconds the encoder may take to finish after the last frame before it is given up."""

ENCODER = (
    "-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-pix_fmt", "yuv420p",
    "-profile:v", "high", "-level", "4.0", "-g", str(GOP), "-keyint_min", str(GOP), "-bf", "2",
    "-flags", "+cgop", "-x264-params", "open-gop=0:scenecut=0", "-threads", "1",
    "-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709",
    "-color_range", "tv",
)  # fmt: skip
CONTAINER = ("-an", "-sn", "-map_metadata", "-1", "-fflags", "+bitexact", "-f", "mp4")


@dataclass(frozen=True, slots=True)
class Profile:
    """Size and rate of a film's picture; everything else about its encoding is fixed.

    Attributes:
        width, height: Even pixels.
        rate: Frames a second, exact.
    """

    width: int = 1280
    height: int = 720
    rate: Fraction = DEFAULT_RATE

    def __post_init__(self) -> None:
        """Refuse sizes that I420 cannot hold."""
        if self.width % 2 or self.height % 2 or min(self.width, self.height) < 16:
            raise BadRequest(
                f"A picture of {self.width}x{self.height} cannot be encoded.",
                "Use even sizes of at least 16 pixels.",
            )

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of an I420 frame."""
        return self.height * 3 // 2, self.width

    @property
    def ticks(self) -> int:
        """Time base: ticks a second in which every frame starts on a whole tick."""
        ticks = self.rate.numerator
        while ticks < 10_000:
            ticks *= 2
        return ticks

    def arguments(self) -> list[str]:
        """The encoder's and the container's settings."""
        return [*ENCODER, "-video_track_timescale", str(self.ticks), *CONTAINER]


def profile_digest(profile: Profile) -> str:
    """Digest of everything that decides how frames become bytes."""
    facts = [profile.width, profile.height, str(profile.rate), *profile.arguments()]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


@lru_cache(maxsize=32)
def profile_stamp(profile: Profile) -> str:
    """The parameter sets which every clip of this profile carries (see Probe.stamp)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stamp.mp4"
        write_clip(repeat(black_frame(profile), 1), profile, path)
        return probe(path).stamp


def black_frame(profile: Profile) -> Frame:
    """Black, limited range."""
    frame = np.full(profile.shape, NEUTRAL, np.uint8)
    frame[: profile.height] = BLACK
    return frame


def repeat(frame: Frame, frames: int) -> Iterator[Frame]:
    """The same picture, so many frames long."""
    for _ in range(frames):
        yield frame


def write_clip(
    frames: Iterable[Frame],
    profile: Profile,
    path: Path,
    on_frame: Callable[[int], None] | None = None,
) -> int:
    """Encode frames to a silent clip at `path`, which appears only when it is whole.

    Args:
        frames: I420 pictures of the profile's shape, in order.
        profile: Size and rate.
        path: Where the MP4 goes; its folder exists.
        on_frame: Told the number of frames done, after each.

    Returns:
        How many frames were written.

    Raises:
        MakerMissing: No FFmpeg.
        MakerFailed: No frames, disk full, or the encoder failed.
    """
    part = path.with_name(f".{path.stem}.{os.getpid()}.part")
    size = f"{profile.width}x{profile.height}"
    source = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", size, "-r", str(profile.rate)]
    tags = ["-color_range", "tv", "-colorspace", "bt709", "-i", "pipe:0"]
    arguments = [*source, *tags, *profile.arguments(), local(part)]
    try:
        with tempfile.TemporaryFile() as complaint:
            count = _feed(arguments, frames, profile, complaint, on_frame)
        if not count:
            raise MakerFailed("There were no frames to encode.", "Try again.", maker="encode")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return count


def _feed(
    arguments: list[str],
    frames: Iterable[Frame],
    profile: Profile,
    complaint: Any,
    on_frame: Callable[[int], None] | None,
) -> int:
    """Pipe frames into one encoder process; the process never outlives this call."""
    try:
        child = subprocess.Popen(
            [word for word in command(arguments) if word != "-nostdin"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=complaint,
        )
    except FileNotFoundError as gone:
        raise missing() from gone
    count = 0
    try:
        assert child.stdin is not None
        try:
            for frame in frames:
                child.stdin.write(_bytes(frame, profile))
                count += 1
                if on_frame is not None:
                    on_frame(count)
            child.stdin.close()
        except BrokenPipeError:
            child.wait(SLOWEST_FRAME)  # the encoder gave up: its own words say why
        _finish(child, complaint)
    finally:
        end(child)
    return count


def _finish(child: subprocess.Popen[bytes], complaint: Any) -> None:
    try:
        code = child.wait(SLOWEST_FRAME)
    except subprocess.TimeoutExpired as late:
        raise MakerFailed(
            "The encoder did not finish.", "Try again.", maker=MAKER, retryable=True
        ) from late
    if code:
        complaint.seek(0)
        raise failure(complaint.read().decode("utf-8", "replace"), code)


def _bytes(frame: Frame, profile: Profile) -> memoryview:
    rows, columns = profile.shape
    if frame.dtype != np.uint8 or frame.size != rows * columns:
        raise MakerFailed(
            f"A frame of shape {frame.shape} is not {profile.width}x{profile.height} I420.",
            "This is a fault of the maker, not of the film.",
            maker="encode",
        )
    return np.ascontiguousarray(frame).data.cast("B")


def read_frames(
    path: Path, profile: Profile, start: int = 0, stop: int | None = None
) -> Iterator[Frame]:
    """Decode frames [start, stop) of a clip of this profile, right to the frame.

    Yields:
        I420 frames, each an array of its own; fewer than asked where the clip is shorter.
    """
    # Half a frame early: the first frame at or after that moment is the one asked for.
    seek = ["-ss", f"{float((start - Fraction(1, 2)) / profile.rate):.6f}"] if start else []
    limit = ["-frames:v", str(stop - start)] if stop is not None else []
    if stop is not None and stop <= start:
        return
    arguments = [*seek, *GUARD, *PICTURE_GUARD, "-i", local(path), "-map", "0:v:0", *limit]
    shape = profile.shape
    size = shape[0] * shape[1]
    raw = ["-fps_mode", "passthrough", "-pix_fmt", "yuv420p", "-f", "rawvideo", "pipe:1"]
    with stream_out([*arguments, *raw]) as child:
        assert child.stdout is not None
        while len(data := child.stdout.read(size)) == size:
            yield np.frombuffer(bytearray(data), np.uint8).reshape(shape)


def to_i420(bgr: NDArray[np.uint8]) -> Frame:
    """A BGR picture (height, width, 3), even sizes, as an I420 frame: BT.709, limited range."""
    import cv2

    height, width = bgr.shape[:2]
    planes = np.empty((3, height, width), np.uint8)
    cv2.split(cv2.transform(bgr, _BGR_TO_YUV), list(planes))
    frame = np.empty((height * 3 // 2, width), np.uint8)
    frame[:height] = planes[0]
    half = (width // 2, height // 2)
    chroma = frame[height:].reshape(2, half[1], half[0])
    for place in range(2):
        chroma[place] = cv2.resize(planes[1 + place], half, interpolation=cv2.INTER_AREA)
    return frame


def _bgr_to_yuv() -> NDArray[np.float32]:
    red, blue = 0.2126, 0.0722
    green = 1 - red - blue
    luma = np.array([blue, green, red])
    to_u = (np.array([1.0, 0, 0]) - luma) / (2 * (1 - blue))
    to_v = (np.array([0, 0, 1.0]) - luma) / (2 * (1 - red))
    rows = [np.append(luma * 219 / 255, 16)]
    rows += [np.append(row * 224 / 255, 128) for row in (to_u, to_v)]
    return np.array(rows, np.float32)


_BGR_TO_YUV = _bgr_to_yuv()
