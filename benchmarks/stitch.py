"""How fast is our stitch beside MoviePy's concatenate of the same clips, and is it right?

Two cases: ten takes of 48 frames at 1280x720 with one mix, joined both ways in the same run, and
four clips of different sizes, rates and sound. Run: `python -m benchmarks.stitch`.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
import wave
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from pathlib import Path
from statistics import median

import numpy as np

from tools.encode import Frame, Profile, write_clip
from tools.ffmpeg import local, probe, run
from tools.stitch import Segment, stitch

TAKES = 10
FRAMES = 48
ROUNDS = 3
AIM = 20
STRANGERS = (
    ("640x360", "24", True),
    ("640x360", "24", False),
    ("1280x720", "30", True),
    ("360x640", "25", True),
)


def scene(profile: Profile, frames: int, seed: int) -> Iterator[Frame]:
    """A drifting picture with film grain, about as hard to encode as a take."""
    grain = np.random.default_rng(seed).normal(0, 2.0, (4, *profile.shape)).astype(np.int16)
    rows, columns = profile.shape
    ramp = np.add.outer(np.arange(rows) // 3, np.arange(columns) // 4)
    for place in range(frames):
        picture = 60 + (ramp + place * 2 + seed * 31) % 90 + grain[place % 4]
        picture[profile.height :] = 128
        yield np.clip(picture, 16, 235).astype(np.uint8)


def tone(path: Path, seconds: float) -> Path:
    """A quiet stereo tone as a WAV."""
    wave_form = (np.sin(np.arange(round(48_000 * seconds)) * 0.04) * 6000).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setparams((2, 2, 48_000, 0, "NONE", ""))
        file.writeframes(np.repeat(wave_form, 2).tobytes())
    return path


def timed(work: Callable[[], object]) -> float:
    """Seconds of wall time."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def with_moviepy(clips: list[Path], mix: Path | None, out: Path, profile: Profile) -> None:
    """The usual way: decode everything, put it together, encode again with the same settings."""
    from moviepy import AudioFileClip, VideoFileClip, concatenate_videoclips

    parts = [VideoFileClip(str(clip)) for clip in clips]
    film = concatenate_videoclips(parts)
    if mix is not None:
        film = film.with_audio(AudioFileClip(str(mix)))
    film.write_videofile(
        str(out),
        fps=float(profile.rate),
        codec="libx264",
        preset="veryfast",
        ffmpeg_params=["-crf", "18"],
        audio_codec="aac",
        logger=None,
    )
    for clip in (*parts, film):
        clip.close()


def same_clips(folder: Path) -> dict[str, object]:
    """Ours against MoviePy's on the same takes, medians of alternating rounds.

    Pictures alone, which the aim is about; with a sound that is new (encoded too); and after an
    edit of the picture, when the encoded sound is already there.
    """
    profile = Profile()
    takes = [folder / f"take{n}.mp4" for n in range(TAKES)]
    for seed, take in enumerate(takes):
        write_clip(scene(profile, FRAMES, seed), profile, take)
    mix = tone(folder / "mix.wav", TAKES * FRAMES / 24)
    segments = [Segment(take) for take in takes]
    mine, theirs = folder / "ours.mp4", folder / "moviepy.mp4"
    times: dict[str, list[float]] = {}
    for place in range(ROUNDS):
        cache = folder / f"cache{place}"
        silent = partial(stitch, segments, None, mine, profile=profile, cache=cache)
        voiced = partial(stitch, segments, mix, mine, profile=profile, cache=cache)
        rivals = [partial(with_moviepy, takes, sound, theirs, profile) for sound in (None, mix)]
        steps: dict[str, Callable[[], object]] = {
            "pictures_ours": silent,
            "pictures_moviepy": rivals[0],
            "new_sound_ours": voiced,
            "sound_moviepy": rivals[1],
            "picture_edit_ours": voiced,
        }
        for name, work in steps.items():
            times.setdefault(name, []).append(timed(work))
    seconds = {name: median(values) for name, values in times.items()}
    ratio = seconds["pictures_moviepy"] / seconds["pictures_ours"]
    return {
        "seconds": {name: round(value, 3) for name, value in seconds.items()},
        "ratio": round(ratio, 1),
        "ratio_with_new_sound": round(seconds["sound_moviepy"] / seconds["new_sound_ours"], 1),
        "ratio_after_picture_edit": round(
            seconds["sound_moviepy"] / seconds["picture_edit_ours"], 1
        ),
        "aim": AIM,
        "met": ratio >= AIM,
        "frames": {"ours": probe(mine).frames, "moviepy": probe(theirs).frames},
    }


def mixed_clips(folder: Path) -> dict[str, object]:
    """Four strangers of two seconds each, which must become 8.00 s with sound everywhere."""
    profile = Profile(640, 360)
    clips = []
    for place, (size, rate, sound) in enumerate(STRANGERS):
        clips.append(folder / f"stranger{place}.mp4")
        picture = ["-f", "lavfi", "-i", f"testsrc2=s={size}:r={rate}:d=2"]
        heard = ["-f", "lavfi", "-i", "sine=d=2", "-c:a", "aac"] if sound else []
        run([*picture, *heard, "-c:v", "libx264", "-f", "mp4", local(clips[-1])])
    mix = tone(folder / "mixed.wav", 8)
    out = folder / "mixed.mp4"
    segments = [Segment(clip) for clip in clips]
    first = timed(lambda: stitch(segments, mix, out, profile=profile, cache=folder / "cache"))
    again = timed(lambda: stitch(segments, mix, out, profile=profile, cache=folder / "cache"))
    found = probe(out)
    right = (found.frames, found.rate, found.has_audio) == (192, Fraction(24), True)
    return {
        "seconds": found.seconds,
        "frames": found.frames,
        "size": f"{found.width}x{found.height}",
        "first_seconds": round(first, 2),
        "conformed_before_seconds": round(again, 2),
        "right": right,
    }


def main() -> int:
    """Print both cases as JSON; 1 when an aim is missed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        result = {"same_clips": same_clips(folder), "mixed_clips": mixed_clips(folder)}
    print(json.dumps(result, indent=2))
    return 0 if result["same_clips"]["met"] and result["mixed_clips"]["right"] else 1


if __name__ == "__main__":
    sys.exit(main())
