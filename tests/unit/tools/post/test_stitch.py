"""Joining by copy: every frame to the bit, every length to the frame."""

import os
import wave
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from memory.errors import BadRequest, MakerFailed, MakerRefused
from tests.unit.tools.post.clips import (
    SMALL,
    foreign,
    make_clip,
    moving,
    pictures,
    sound_samples,
    starts,
)
from tools.encode import Profile, profile_stamp, write_clip
from tools.ffmpeg import local, probe, run
from tools.stitch import Captions, Segment, conform, encoded_sound, stitch


def write_mix(path: Path, seconds: float) -> Path:
    tone = (np.sin(np.arange(int(48_000 * seconds)) * 0.05) * 8000).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(np.repeat(tone, 2).tobytes())
    return path


def test_a_cut_is_its_takes_to_the_bit(tmp_path: Path) -> None:
    takes = [make_clip(tmp_path / f"t{n}.mp4", 20 + 7 * n, n) for n in range(3)]
    out = stitch(
        [Segment(take) for take in takes], None, tmp_path / "cut.mp4", profile=SMALL, cache=tmp_path
    )
    assert pictures(out) == [digest for take in takes for digest in pictures(take)]
    assert starts(out) == [512 * frame for frame in range(20 + 27 + 34)]


def test_ranges_between_keyframes_are_copied_to_the_bit(tmp_path: Path) -> None:
    one, two = (make_clip(tmp_path / f"t{n}.mp4", 67, n) for n in range(2))
    parts = [Segment(one, 0, 36), Segment(two, 12, 48), Segment(two, 60), Segment(one, 24, 36)]
    out = stitch(parts, None, tmp_path / "cut.mp4", profile=SMALL, cache=tmp_path)
    first, second = pictures(one), pictures(two)
    assert pictures(out) == first[:36] + second[12:48] + second[60:] + first[24:36]
    assert starts(out) == [512 * frame for frame in range(36 + 36 + 7 + 12)]


def test_many_segments_never_drift(tmp_path: Path) -> None:
    profile = Profile(32, 32, Fraction(24000, 1001))
    take = make_clip(tmp_path / "t.mp4", 13, profile=profile)
    out = stitch([Segment(take)] * 60, None, tmp_path / "c.mp4", profile=profile, cache=tmp_path)
    assert starts(out) == [1001 * frame for frame in range(13 * 60)]


@pytest.mark.parametrize("seconds", [1.2, 5.0])
def test_the_sound_is_as_long_as_the_picture(tmp_path: Path, seconds: float) -> None:
    take = make_clip(tmp_path / "t.mp4", 60)
    mix = write_mix(tmp_path / "mix.wav", seconds)
    out = stitch([Segment(take)], mix, tmp_path / "cut.mp4", profile=SMALL, cache=tmp_path)
    found = probe(out)
    assert (found.frames, found.has_audio) == (60, True)
    assert abs(sound_samples(out) - 120_000) <= 1024


def test_sound_starts_with_the_picture(tmp_path: Path) -> None:
    """The encoder's priming is taken off by the edit list: a click stays where it was."""
    samples = np.zeros((96_000, 2), "<i2")
    samples[24_000:24_050] = 30_000
    with wave.open(str(tmp_path / "mix.wav"), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(samples.tobytes())
    take = make_clip(tmp_path / "t.mp4", 48)
    out = stitch(
        [Segment(take)], tmp_path / "mix.wav", tmp_path / "c.mp4", profile=SMALL, cache=tmp_path
    )
    heard = tmp_path / "heard.wav"
    run(["-i", local(out), "-ac", "1", "-c:a", "pcm_s16le", local(heard)])
    with wave.open(str(heard)) as file:
        sound = np.frombuffer(file.readframes(-1), "<i2").astype(int)
    assert abs(int(np.abs(sound).argmax()) - 24_025) < 60


def test_sound_is_encoded_once_however_often_the_picture_changes(tmp_path: Path) -> None:
    one, two = (Segment(make_clip(tmp_path / f"{n}.mp4", 24, n)) for n in range(2))
    mix = write_mix(tmp_path / "mix.wav", 1)
    cache = tmp_path / "cache"
    first = stitch([one], mix, tmp_path / "a.mp4", profile=SMALL, cache=cache)
    (kept,) = cache.iterdir()
    made = kept.stat().st_mtime_ns
    second = stitch([two], mix, tmp_path / "b.mp4", profile=SMALL, cache=cache)
    assert list(cache.iterdir()) == [kept]
    assert kept.stat().st_mtime_ns == made
    assert sound_samples(first) == sound_samples(second)


def test_mixed_clips_are_conformed_to_eight_seconds(tmp_path: Path) -> None:
    profile = Profile(640, 360)
    clips = [
        foreign(tmp_path / "a.mp4", "640x360", "24", "2", sound=True),
        foreign(tmp_path / "b.mp4", "640x360", "24", "2", sound=False),
        foreign(tmp_path / "c.mp4", "1280x720", "30", "2", sound=True),
        foreign(tmp_path / "d.mp4", "360x640", "25", "2", sound=True),
    ]
    mix = write_mix(tmp_path / "mix.wav", 8)
    out = stitch(
        [Segment(clip) for clip in clips], mix, tmp_path / "c.mp4", profile=profile, cache=tmp_path
    )
    found = probe(out)
    assert (found.frames, found.seconds) == (192, 8.0)
    assert (found.width, found.height, found.rate) == (640, 360, Fraction(24))
    assert abs(sound_samples(out) - 8 * 48_000) <= 1024


def test_a_tall_clip_is_letterboxed_not_stretched(tmp_path: Path) -> None:
    from tools.encode import read_frames

    clip = foreign(tmp_path / "tall.mp4", "360x640", "25", "1", sound=False)
    profile = Profile(640, 360)
    frame = next(read_frames(conform(clip, profile, tmp_path), profile))
    luma = frame[:360]
    assert luma[:, :200].max() <= 18
    assert luma[:, 440:].max() <= 18
    assert luma[:, 230:410].std() > 20


def test_a_conformed_clip_is_made_once(tmp_path: Path) -> None:
    clip = foreign(tmp_path / "x.mp4", "64x64", "30", "0.5", sound=False)
    first = conform(clip, SMALL, tmp_path / "cache")
    made = first.stat().st_mtime_ns
    assert conform(clip, SMALL, tmp_path / "cache") == first
    assert first.stat().st_mtime_ns == made


def test_a_variable_rate_keeps_its_length(tmp_path: Path) -> None:
    clip = tmp_path / "vfr.mp4"
    source = ["-f", "lavfi", "-i", "testsrc2=s=64x64:r=30:d=2"]
    uneven = ["-vf", "select='not(mod(n,3))+lt(n,30)'", "-fps_mode", "vfr", "-f", "mp4"]
    run([*source, *uneven, local(clip)])
    found = probe(clip)
    assert not found.steady
    ready = probe(conform(clip, SMALL, tmp_path))
    assert ready.frames == round(found.seconds * 24)
    assert ready.stamp == profile_stamp(SMALL)


def test_captions_become_a_track(tmp_path: Path) -> None:
    take = make_clip(tmp_path / "t.mp4", 48)
    srt = tmp_path / "s.srt"
    srt.write_text("1\n00:00:00,500 --> 00:00:01,500\nHello there\n", "utf-8")
    out = tmp_path / "cut.mp4"
    mix = write_mix(tmp_path / "mix.wav", 2)
    stitch([Segment(take)], mix, out, profile=SMALL, cache=tmp_path, captions=Captions(srt))
    text = run(["-i", local(out), "-map", "0:s:0", "-f", "srt", "-"])
    assert "00:00:00,500 --> 00:00:01,500" in text
    assert "Hello there" in text


def test_the_same_cut_twice_is_the_same_file(tmp_path: Path) -> None:
    take = make_clip(tmp_path / "t.mp4", 30)
    mix = write_mix(tmp_path / "mix.wav", 1.25)
    both = [
        stitch([Segment(take)], mix, tmp_path / f"{n}.mp4", profile=SMALL, cache=tmp_path)
        for n in range(2)
    ]
    assert both[0].read_bytes() == both[1].read_bytes()


@pytest.mark.parametrize("ends", [(5, 24), (0, 25), (24, 12), (0, 72)])
def test_a_cut_beside_a_keyframe_is_refused(tmp_path: Path, ends: tuple[int, int]) -> None:
    take = make_clip(tmp_path / "t.mp4", 60)
    with pytest.raises(BadRequest):
        stitch([Segment(take, *ends)], None, tmp_path / "c.mp4", profile=SMALL, cache=tmp_path)
    assert not (tmp_path / "c.mp4").exists()


def test_nothing_to_cut_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadRequest):
        stitch([], None, tmp_path / "c.mp4", profile=SMALL, cache=tmp_path)


def test_a_broken_take_is_refused_and_the_old_cut_stays(tmp_path: Path) -> None:
    out = tmp_path / "cut.mp4"
    out.write_bytes(b"the old cut")
    broken = tmp_path / "t.mp4"
    broken.write_bytes(make_clip(tmp_path / "whole.mp4", 30).read_bytes()[:900])
    with pytest.raises(MakerFailed) as refused:
        stitch([Segment(broken)], None, out, profile=SMALL, cache=tmp_path)
    assert refused.value.hint
    assert out.read_bytes() == b"the old cut"


def test_a_folder_with_quotes_is_no_trouble(tmp_path: Path) -> None:
    folder = tmp_path / 'It\'s a "film"; rm'
    folder.mkdir()
    take = make_clip(folder / "take one.mp4", 12)
    out = stitch([Segment(take)], None, folder / "cut.mp4", profile=SMALL, cache=folder)
    assert probe(out).frames == 12


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_a_full_disk_is_named(tmp_path: Path) -> None:
    with pytest.raises(MakerFailed, match="disk is full") as full:
        run(["-f", "lavfi", "-i", "testsrc2=s=640x360:d=2", "-f", "rawvideo", "file:/dev/full"])
    assert full.value.retryable


def test_text_is_no_picture(tmp_path: Path) -> None:
    note = tmp_path / "note.mp4"
    note.write_text("#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/secret.ts\n")
    with pytest.raises(MakerRefused):
        probe(note)


def test_writing_never_leaves_half_a_clip(tmp_path: Path) -> None:
    def broken() -> object:
        yield from moving(5)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_clip(broken(), SMALL, tmp_path / "t.mp4")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_threads_that_need_the_same_sound_at_once_all_get_it(tmp_path: Path) -> None:
    mix = write_mix(tmp_path / "mix.wav", 3.0)
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda _: encoded_sound(mix, 144_000, tmp_path / "c"), range(4)))
    assert len(set(made)) == 1
    assert made[0].is_file()
    assert [path for path in (tmp_path / "c").iterdir() if path.suffix == ".part"] == []
