"""The index reader says what FFmpeg says of our clips, and nothing of any other file."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.tools.post.clips import SMALL, foreign, make_clip
from tools.encode import Profile
from tools.ffmpeg import local, probe, run
from tools.mp4 import look, read_index
from tools.stitch import Segment, stitch


@pytest.mark.parametrize("rate", [Fraction(24), Fraction(25), Fraction(24000, 1001)])
@pytest.mark.parametrize("frames", [1, 2, 13])
def test_it_agrees_with_ffmpeg(tmp_path: Path, rate: Fraction, frames: int) -> None:
    take = make_clip(tmp_path / "t.mp4", frames, profile=Profile(64, 48, rate))
    assert read_index(take) == probe(take)


def test_it_agrees_on_a_whole_cut(tmp_path: Path) -> None:
    take = make_clip(tmp_path / "t.mp4", 30)
    sound = tmp_path / "s.wav"
    run(["-f", "lavfi", "-i", "sine=d=2", local(sound)])
    cut = stitch([Segment(take)] * 2, sound, tmp_path / "c.mp4", profile=SMALL, cache=tmp_path)
    index = read_index(cut)
    assert index == probe(cut)
    assert index is not None
    assert (index.frames, index.has_audio) == (60, True)


def test_other_files_are_left_to_ffmpeg(tmp_path: Path) -> None:
    clip = foreign(tmp_path / "x.mp4", "64x64", "25", "1", sound=True)
    webm = tmp_path / "x.webm"
    run(["-f", "lavfi", "-i", "testsrc2=s=64x64:d=0.2", "-c:v", "libvpx", local(webm)])
    assert read_index(webm) is None
    assert look(webm).codec == "vp8"
    assert look(clip).frames == 25


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(place=st.integers(0, 10_000), value=st.integers(0, 255), cut=st.integers(0, 3000))
def test_damage_never_raises(tmp_path: Path, place: int, value: int, cut: int) -> None:
    whole = tmp_path / "whole.mp4"
    if not whole.exists():
        make_clip(whole, 5)
    data = bytearray(whole.read_bytes())
    data[place % len(data)] = value
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(bytes(data[: len(data) - cut % 7]))
    read_index(broken)
