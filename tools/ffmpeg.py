"""FFmpeg: found, run safely, and asked what a file holds. Knows nothing of films.

Rules that hold for every call: paths are absolute and carry the `file:` prefix (a file named like
an address must never be fetched), only local protocols and plain container formats may be opened,
every run has a limit in seconds, and what FFmpeg complains of comes back as one sentence with a way
out.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from statistics import median_low

from memory.errors import MakerFailed, MakerMissing, MakerRefused

MAKER = "ffmpeg"
BINARY_SETTING = "IMAGEIO_FFMPEG_EXE"
"""Read by imageio-ffmpeg, and so by MoviePy and by every worker process: one place for all."""

FORMATS = (
    "mov,mp4,matroska,webm,avi,mpegts,wav,w64,mp3,flac,ogg,aac,aiff,gif,srt,webvtt,"
    "image2,png_pipe,jpeg_pipe,webp_pipe,bmp_pipe,tiff_pipe"
)
MOST_PIXELS = 67_108_864
"""8192 x 8192; a picture beyond it is refused before it is unpacked."""
GUARD = ("-protocol_whitelist", "file,pipe", "-format_whitelist", FORMATS)
LISTING_GUARD = (*GUARD[:3], f"concat,{FORMATS}")
"""For listings we wrote ourselves; a listing from outside could name any file of this machine."""
PICTURE_GUARD = ("-max_pixels", str(MOST_PIXELS))
LONGEST_RUN = 600.0
"""Seconds, when the caller names no limit."""

FILE_TOO_LARGE = 25
"""SIGXFSZ: a limit on the size of files, which a guarded machine sets for us."""
FULL_DISK = ("no space left on device", "disk quota exceeded", "file too large")
BROKEN_INPUT = (
    "invalid data found",
    "moov atom not found",
    "error while decoding",
    "does not contain any stream",
    "matches no streams",
    "not in the whitelist",
    "not whitelisted",
    "max_pixels",
    "picture size",
    "end of file",
)


def choose_ffmpeg(path: Path | None) -> None:
    """Use this binary here and in every worker started from here; None goes back to the default.

    Raises:
        MakerMissing: There is no such file.
    """
    find_ffmpeg.cache_clear()
    if path is None:
        os.environ.pop(BINARY_SETTING, None)
        return
    if not path.is_file():
        raise MakerMissing(
            f"There is no FFmpeg at {str(path)!r}.", "Check ROUGHCUT_FFMPEG.", maker=MAKER
        )
    os.environ[BINARY_SETTING] = str(path.resolve())


@lru_cache(maxsize=1)
def find_ffmpeg() -> str:
    """The binary: the one chosen, else imageio-ffmpeg's own, else the system's.

    Raises:
        MakerMissing: None of them is there.
    """
    import imageio_ffmpeg

    try:
        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError as none_found:
        raise MakerMissing(
            "FFmpeg was not found.",
            "Run `pip install imageio-ffmpeg`, or name a binary in ROUGHCUT_FFMPEG.",
            maker=MAKER,
        ) from none_found


def local(path: Path) -> str:
    """A path as FFmpeg may take it: absolute, and marked as a file whatever its name says."""
    return f"file:{path.absolute()}"


def command(arguments: Iterable[str]) -> list[str]:
    """A whole command line: quiet, never asking, never reading our terminal."""
    return [find_ffmpeg(), "-hide_banner", "-nostdin", "-loglevel", "error", "-y", *arguments]


def run(arguments: Sequence[str], timeout: float = LONGEST_RUN) -> str:
    """Run to the end and give its standard output.

    Raises:
        MakerMissing: No binary.
        MakerRefused: The input is no usable picture or sound.
        MakerFailed: Anything else: disk full, out of time, a failing encoder.
    """
    try:
        done = subprocess.run(
            command(arguments),
            capture_output=True,
            timeout=timeout,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError as gone:
        raise missing() from gone
    except subprocess.TimeoutExpired as late:
        raise MakerFailed(
            f"FFmpeg was stopped after {timeout:.0f} s.",
            "The machine may be busy: try again.",
            maker=MAKER,
            retryable=True,
        ) from late
    if done.returncode:
        raise failure(done.stderr.decode("utf-8", "replace"), done.returncode)
    return done.stdout.decode("utf-8", "replace")


def missing() -> MakerMissing:
    """The error of a binary that was there once, or never."""
    return MakerMissing(
        "FFmpeg could not be started.",
        "Run `pip install imageio-ffmpeg`, or name a working binary in ROUGHCUT_FFMPEG.",
        maker=MAKER,
    )


def failure(complaint: str, code: int) -> MakerFailed:
    """FFmpeg's words as one of our errors, with a way out."""
    words = complaint.lower()
    last = next((line for line in reversed(complaint.splitlines()) if line.strip()), f"code {code}")
    last = last.strip()[-200:]
    if code == -FILE_TOO_LARGE or any(mark in words for mark in FULL_DISK):
        return MakerFailed(
            "The disk is full.",
            "Free some space and go on: everything finished so far is kept.",
            maker=MAKER,
            retryable=True,
        )
    if any(mark in words for mark in BROKEN_INPUT):
        return MakerRefused(
            f"The file cannot be read as picture or sound ({last}).",
            "It may be damaged or of another kind: export it again as MP4, WAV or PNG.",
            maker=MAKER,
        )
    return MakerFailed(
        f"FFmpeg failed ({last}).",
        "Try again; `roughcut doctor` shows which FFmpeg is used.",
        maker=MAKER,
        retryable=code < 0,
    )


@contextmanager
def stream_out(arguments: Sequence[str]) -> Iterator[subprocess.Popen[bytes]]:
    """A run whose standard output is read while it works; its failure is raised at the end.

    Leaving early (an error, Ctrl-C, enough frames) stops the child; none is left behind.
    """
    with tempfile.TemporaryFile() as complaint:
        try:
            child = subprocess.Popen(
                command(arguments),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=complaint,
            )
        except FileNotFoundError as gone:
            raise missing() from gone
        try:
            yield child
            if child.wait(timeout=60):
                complaint.seek(0)
                raise failure(complaint.read().decode("utf-8", "replace"), child.returncode)
        finally:
            end(child)


def end(child: subprocess.Popen[bytes]) -> None:
    """Make sure that a child is gone and reaped, and its pipes closed."""
    if child.poll() is None:
        child.kill()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except BrokenPipeError:  # what was still buffered had no reader any more
                continue
    child.wait()


@dataclass(frozen=True, slots=True)
class Probe:
    """What a file holds.

    Attributes:
        width, height: Pixels; 0 without picture.
        rate: Frames a second, exact where the stream is regular; 0 without picture.
        frames: Picture packets, counted.
        seconds: From the first moment to the end of the last, picture if there is one.
        codec: Of the picture, e.g. "h264"; of the sound where there is no picture.
        has_audio: Whether there is sound.
        stamp: Digest of the picture's parameter sets; equal stamps can be joined by copy.
        steady: Whether every frame lasts equally long.
    """

    width: int
    height: int
    rate: Fraction
    frames: int
    seconds: float
    codec: str
    has_audio: bool
    stamp: str
    steady: bool


def probe(path: Path) -> Probe:
    """Count and describe by reading every packet once, decoding none.

    Raises:
        MakerRefused: Not a file, or no picture or sound in it.
        MakerFailed: FFmpeg itself failed.
    """
    if not path.is_file():
        raise MakerRefused(f"There is no file {path.name!r}.", "Check its name.", maker=MAKER)
    arguments = [*GUARD, "-i", local(path), "-map", "0:V:0?", "-map", "0:a:0?", "-c", "copy"]
    reading = _Reading()
    with stream_out([*arguments, "-f", "framehash", "-hash", "md5", "-"]) as child:
        assert child.stdout is not None
        for line in child.stdout:
            reading.take(line.decode("ascii", "replace").strip())
    return reading.probe(path)


class _Reading:
    """Gathers the lines of a frame listing into a Probe."""

    def __init__(self) -> None:
        self.facts: dict[tuple[str, str], str] = {}
        self.times: dict[str, list[int]] = {}
        self.last: dict[str, int] = {}

    def take(self, line: str) -> None:
        """One line: `#name stream: value`, or `stream, dts, pts, duration, size, hash`."""
        if line.startswith("#"):
            name, _, value = line[1:].partition(" ")
            stream, mark, rest = (
                value.partition(",") if name == "extradata" else value.partition(":")
            )
            if mark:
                self.facts[(name, stream.strip())] = rest.strip()
            return
        parts = line.split(",")
        if len(parts) < 6:
            return
        stream, start, length = parts[0].strip(), int(parts[2]), int(parts[3])
        self.last[stream] = max(self.last.get(stream, start), start + length)
        times = self.times.setdefault(stream, [])
        if self._kind(stream) == "video" or not times:
            times.append(start)

    def _kind(self, stream: str) -> str:
        return self.facts.get(("media_type", stream), "")

    def probe(self, path: Path) -> Probe:
        """The summary; refuses a file without picture and sound."""
        kinds = {stream: self._kind(stream) for stream in self.times}
        picture = next((stream for stream, kind in kinds.items() if kind == "video"), None)
        main = picture or next(iter(kinds), None)
        if main is None:
            raise MakerRefused(
                f"There is neither picture nor sound in {path.name!r}.",
                "It may be damaged: export it again as MP4, WAV or PNG.",
                maker=MAKER,
            )
        beat = Fraction(self.facts.get(("tb", main), "1/1"))
        starts = sorted(self.times[main])
        seconds = (self.last[main] - starts[0]) * beat
        width, _, height = self.facts.get(("dimensions", main), "0x0").partition("x")
        rate, steady = _rate(starts, beat, seconds) if picture else (Fraction(0), True)
        return Probe(
            width=int(width),
            height=int(height),
            rate=rate,
            frames=len(starts) if picture else 0,
            seconds=float(seconds),
            codec=self.facts.get(("codec_id", main), ""),
            has_audio="audio" in kinds.values(),
            stamp=self.facts.get(("extradata", main), "").replace(" ", ""),
            steady=steady,
        )


def _rate(starts: list[int], beat: Fraction, seconds: Fraction) -> tuple[Fraction, bool]:
    """The rate, and whether it is steady, from the moments at which frames start."""
    if len(starts) < 2:
        return (1 / seconds if seconds else Fraction(25)), True
    gaps = [after - before for before, after in pairwise(starts)]
    usual = median_low(gaps)
    steady = usual > 0 and max(gaps) - min(gaps) <= 1
    if not steady:
        return (Fraction(len(starts)) / seconds).limit_denominator(1001), False
    exact = Fraction(len(gaps)) / ((starts[-1] - starts[0]) * beat)
    return _known_rate(exact), True


def _known_rate(rate: Fraction) -> Fraction:
    """The standard rate a clock of ticks rounds to: 29.97 in milliseconds is 30000/1001."""
    whole = round(rate)
    for known in (Fraction(whole), Fraction(whole * 1000, 1001)):
        if known and abs(rate / known - 1) < Fraction(1, 5000):
            return known
    return rate.limit_denominator(1001)
