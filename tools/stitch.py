"""Stitch: segments joined by copy, with one mix. Knows neither shots nor why a segment is there.

Nothing is decoded where segments share the frozen profile. A clip of another size, rate or codec is
first conformed to it: letterboxed, its rate converted by time, without its sound. The result is
counted, and a cut that is not right to the frame is never handed out.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from memory.errors import BadRequest, MakerFailed
from memory.timing import SOUND_RATE, to_samples
from tools.encode import GOP, REORDER, Profile, profile_digest, profile_stamp
from tools.ffmpeg import GUARD, LISTING_GUARD, PICTURE_GUARD, Probe, local, run
from tools.mp4 import look

MICROSECONDS = 1_000_000
SOUND = ("-c:a", "aac", "-b:a", "192k", "-ar", str(SOUND_RATE), "-ac", "2")
SUBTITLES = ("-c:s", "mov_text", "-disposition:s:0", "default")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a clip, in frames of the film's rate.

    Attributes:
        path: The clip.
        start: First frame used; a multiple of GOP.
        stop: The frame after the last; a multiple of GOP or the clip's end (None).
    """

    path: Path
    start: int = 0
    stop: int | None = None


@dataclass(frozen=True, slots=True)
class Captions:
    """A subtitle file (SRT) to go in as a track, and its language (ISO 639-2, "eng")."""

    path: Path
    language: str = "eng"


def stitch(
    segments: Sequence[Segment],
    mix: Path | None,
    out: Path,
    *,
    profile: Profile,
    cache: Path,
    captions: Captions | None = None,
) -> Path:
    """Join segments into a film at `out`, which appears only when it is whole and counted.

    Args:
        segments: In order; at least one.
        mix: The film's sound as a WAV, or None for a silent film. Padded or cut to the picture.
        out: The MP4 to write.
        profile: The film's size and rate.
        cache: A folder for conformed clips and encoded sound, kept between calls.
        captions: Soft subtitles to add.

    Raises:
        BadRequest: No segments, or a cut beside a keyframe.
        MakerRefused: A clip that cannot be read.
        MakerFailed: Disk full, encoder failed, or the count is wrong.
    """
    if not segments:
        raise BadRequest("There is nothing to cut together.", "Shoot at least one shot first.")
    known: dict[Path, tuple[Path, int]] = {}
    for path in dict.fromkeys(segment.path for segment in segments):
        known[path] = _ready(path, profile, cache)
    ready = [_fitted(segment, *known[segment.path]) for segment in segments]
    frames = sum(_length(segment) for segment in ready)
    part = out.with_name(f".{out.stem}.{os.getpid()}.part")
    try:
        sound = encoded_sound(mix, to_samples(frames, profile.rate), cache) if mix else None
        with tempfile.TemporaryDirectory() as folder:
            listing = Path(folder) / "cut.ffconcat"
            listing.write_text(concat_listing(ready, profile), "utf-8")
            run(
                [
                    *_inputs(listing, sound, captions),
                    *_outputs(profile, sound, captions),
                    local(part),
                ]
            )
        _count(part, frames)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
    return out


def encoded_sound(mix: Path, samples: int, cache: Path) -> Path:
    """A mix as AAC, exactly so many samples long; encoded once however often the picture changes.

    Args:
        mix: The film's sound as a WAV. Padded with silence or cut to the length.
        samples: Length at SOUND_RATE.
        cache: Where encoded sound is kept, named by content and length.

    Raises:
        MakerFailed: It cannot be read or encoded.
    """
    name = _digest(_content(mix), str(samples), *SOUND)
    ready = cache / f"{name}.m4a"
    if ready.is_file():
        return ready
    cache.mkdir(parents=True, exist_ok=True)
    fit = f"aresample={SOUND_RATE},apad=whole_len={samples},atrim=end_sample={samples}"
    exact = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact", "-f", "mp4"]
    part = _part(cache, name)
    try:
        run([*GUARD, "-i", local(mix), "-map", "0:a:0", "-af", fit, *SOUND, *exact, local(part)])
        part.replace(ready)
    finally:
        part.unlink(missing_ok=True)
    return ready


def _part(cache: Path, name: str) -> Path:
    """A file of this thread's own: two threads of a studio may need the same thing at once."""
    return cache / f".{name}.{os.getpid()}.{threading.get_ident()}.part"


def _content(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _digest(*words: str) -> str:
    return hashlib.sha256(" ".join(words).encode()).hexdigest()


def _inputs(listing: Path, sound: Path | None, captions: Captions | None) -> list[str]:
    inputs = [*LISTING_GUARD, "-f", "concat", "-safe", "0", "-i", local(listing)]
    for path in (sound, captions.path if captions else None):
        if path is not None:
            inputs += [*GUARD, "-i", local(path)]
    return inputs


def _outputs(profile: Profile, sound: Path | None, captions: Captions | None) -> list[str]:
    outputs = ["-map", "0:v:0", "-c:v", "copy", "-video_track_timescale", str(profile.ticks)]
    if sound is not None:
        outputs += ["-map", "1:a:0", "-c:a", "copy"]
    if captions is not None:
        place = 1 if sound is None else 2
        outputs += ["-map", f"{place}:s:0", *SUBTITLES]
        outputs += ["-metadata:s:s:0", f"language={captions.language}"]
    tidy = ["-map_metadata", "-1", "-fflags", "+bitexact"]
    return [*outputs, *tidy, "-movflags", "+faststart", "-f", "mp4"]


def concat_listing(segments: Sequence[Segment], profile: Profile) -> str:
    """The listing FFmpeg joins by; every segment has both ends set.

    Each length is the difference of two rounded moments, so that rounding to microseconds never
    adds up.
    A stretch ends between two packets in decoding order, which runs REORDER frames ahead.
    """
    lines = ["ffconcat version 1.0"]
    passed = 0
    for segment in segments:
        lines.append(f"file {_quoted(local(segment.path))}")
        if segment.start:
            lines.append(f"inpoint {_moment(segment.start, profile)}us")
        if segment.stop is not None and segment.stop % GOP == 0:
            edge = (segment.stop - REORDER - 0.5) / profile.rate
            lines.append(f"outpoint {round(float(edge) * MICROSECONDS)}us")
        after = passed + _length(segment)
        lines.append(f"duration {_moment(after, profile) - _moment(passed, profile)}us")
        passed = after
    return "\n".join(lines) + "\n"


def _moment(frame: int, profile: Profile) -> int:
    return round(frame * MICROSECONDS / profile.rate)


def _quoted(text: str) -> str:
    if "\n" in text or "\r" in text:
        raise BadRequest("A folder's name holds a line break.", "Move the films elsewhere.")
    return "'" + text.replace("'", "'\\''") + "'"


def _length(segment: Segment) -> int:
    return (segment.stop or 0) - segment.start


def _fitted(segment: Segment, path: Path, frames: int) -> Segment:
    """The segment on its ready clip, with both ends set and legal."""
    stop = frames if segment.stop is None else segment.stop
    legal = segment.start % GOP == 0 and (stop % GOP == 0 or stop == frames)
    if not legal or not 0 <= segment.start < stop <= frames:
        raise BadRequest(
            f"Frames {segment.start} to {stop} of a clip of {frames} cannot be copied.",
            f"Cut at multiples of {GOP} frames.",
        )
    return replace(segment, path=path, stop=stop)


def _ready(path: Path, profile: Profile, cache: Path) -> tuple[Path, int]:
    """The clip itself if it can be joined by copy, else its conformed copy; and its frames."""
    found = look(path)
    if not matches(found, profile):
        path = conform(path, profile, cache, found)
        found = look(path)
        if not matches(found, profile):
            raise MakerFailed(
                f"The clip {path.name!r} could not be brought into the film's format.",
                "Export it again as an ordinary MP4.",
                maker="stitch",
            )
    return path, found.frames


def matches(found: Probe, profile: Profile) -> bool:
    """Whether a clip can be joined by copy in this profile."""
    same_picture = (found.width, found.height, found.codec) == (
        profile.width,
        profile.height,
        "h264",
    )
    same_time = found.steady and (found.frames < 2 or found.rate == profile.rate)
    return same_picture and same_time and found.stamp == profile_stamp(profile)


def conform(path: Path, profile: Profile, cache: Path, found: Probe | None = None) -> Path:
    """Foreign footage as a clip of the profile: letterboxed, same length, silent; made once.

    Args:
        path: Any clip FFmpeg can decode.
        profile: What it has to become.
        cache: Where conformed clips are kept, named by content and profile.
        found: Its probe, if already known.

    Raises:
        MakerRefused: It holds no picture.
    """
    found = found or look(path)
    if not found.frames:
        raise BadRequest(f"There is no picture in {path.name!r}.", "Add it as sound instead.")
    name = _digest(_content(path), profile_digest(profile))
    ready = cache / f"{name}.mp4"
    if ready.is_file():
        return ready
    cache.mkdir(parents=True, exist_ok=True)
    part = _part(cache, name)
    frames = max(1, round(found.seconds * profile.rate))
    picture = ["-map", "0:V:0", "-vf", _fit(profile), "-frames:v", str(frames)]
    try:
        run(
            [*GUARD, *PICTURE_GUARD, "-i", local(path), *picture, *profile.arguments(), local(part)]
        )
        part.replace(ready)
    finally:
        part.unlink(missing_ok=True)
    return ready


def _fit(profile: Profile) -> str:
    """Square pixels, fitted in, centred on black; frames by time, the last one held if need be.

    The last `setsar=0` leaves the shape of a pixel unsaid, as in every clip we write: said, it
    would change the parameter sets.
    """
    size = f"{profile.width}:{profile.height}"
    return (
        "scale='max(2,trunc(iw*sar/2)*2)':'max(2,trunc(ih/2)*2)',setsar=1,"
        f"scale={size}:force_original_aspect_ratio=decrease:force_divisible_by=2"
        ":out_color_matrix=bt709:out_range=tv,format=yuv420p,"
        f"pad={size}:-1:-1:black,setsar=0,fps={profile.rate},"
        "tpad=stop_mode=clone:stop_duration=2"
    )


def _count(part: Path, frames: int) -> None:
    got = look(part)
    if got.frames != frames or not got.steady:
        raise MakerFailed(
            f"The cut came out at {got.frames} frames instead of {frames}.",
            "Nothing was replaced. Make the takes again, or report this.",
            maker="stitch",
        )
