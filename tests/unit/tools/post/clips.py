"""Small real clips and readings of them, for the tests of post-production."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from tools.encode import Frame, Profile, read_frames, write_clip
from tools.ffmpeg import local, run

SMALL = Profile(128, 72)


def moving(frames: int, seed: int = 0, profile: Profile = SMALL, start: int = 0) -> Iterator[Frame]:
    """A gradient that drifts, so that every frame differs and order can be told."""
    rows, columns = profile.shape
    ramp = np.add.outer(np.arange(rows), np.arange(columns))
    for place in range(start, start + frames):
        yield (16 + (ramp * 2 + place * 5 + seed * 61) % 200).astype(np.uint8)


def flat(luma: int, profile: Profile = SMALL) -> Frame:
    frame = np.full(profile.shape, 128, np.uint8)
    frame[: profile.height] = luma
    return frame


def make_clip(path: Path, frames: int, seed: int = 0, profile: Profile = SMALL) -> Path:
    write_clip(moving(frames, seed, profile), profile, path)
    return path


def pictures(path: Path, profile: Profile = SMALL) -> list[str]:
    """A digest of each decoded frame."""
    return [hashlib.md5(frame.tobytes()).hexdigest() for frame in read_frames(path, profile)]


def starts(path: Path) -> list[int]:
    """When each frame is shown, in ticks, sorted."""
    listing = run(["-i", local(path), "-map", "0:v:0", "-c", "copy", "-f", "framehash", "-"])
    rows = [line.split(",") for line in listing.splitlines() if not line.startswith("#")]
    return sorted(int(row[2]) for row in rows)


def sound_samples(path: Path) -> int:
    """How many samples a channel the decoded sound has."""
    out = path.with_suffix(".count.wav")
    run(["-i", local(path), "-map", "0:a:0", "-ac", "1", "-c:a", "pcm_s16le", local(out)])
    return (out.stat().st_size - 44) // 2


def foreign(path: Path, size: str, rate: str, seconds: str, sound: bool) -> Path:
    """A clip as a stranger would deliver it."""
    picture = ["-f", "lavfi", "-i", f"testsrc2=s={size}:r={rate}:d={seconds}"]
    tone = ["-f", "lavfi", "-i", f"sine=f=330:d={seconds}", "-c:a", "aac"] if sound else []
    run([*picture, *tone, "-c:v", "libx264", "-preset", "ultrafast", "-f", "mp4", local(path)])
    return path
