"""FFmpeg is found, asked and contained; whatever goes wrong has a name and a way out."""

import contextlib
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import psutil
import pytest

from memory.errors import BadRequest, MakerFailed, MakerMissing, MakerRefused
from tests.unit.tools.post.clips import SMALL, foreign, make_clip, moving
from tools.encode import (
    Frame,
    Profile,
    profile_digest,
    profile_stamp,
    read_frames,
    to_i420,
    write_clip,
)
from tools.ffmpeg import BINARY_SETTING, choose_ffmpeg, find_ffmpeg, local, probe, run
from tools.stitch import conform


def encoders_left() -> list[str]:
    """FFmpeg processes of ours that still live, or were never waited for."""
    return [name for child in psutil.Process().children() if "ffmpeg" in (name := child.name())]


@pytest.fixture
def own_choice(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv(BINARY_SETTING, raising=False)
    find_ffmpeg.cache_clear()
    yield
    os.environ.pop(BINARY_SETTING, None)
    find_ffmpeg.cache_clear()


@pytest.mark.usefixtures("own_choice")
def test_a_missing_binary_is_named_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(MakerMissing, match="ROUGHCUT_FFMPEG"):
        choose_ffmpeg(tmp_path / "ffmpeg")


@pytest.mark.usefixtures("own_choice")
def test_a_binary_that_vanished_is_named_too(tmp_path: Path) -> None:
    binary = tmp_path / "ffmpeg"
    binary.write_text("#!/bin/sh\n")
    choose_ffmpeg(binary)
    binary.unlink()
    with pytest.raises(MakerMissing):
        run(["-version"])
    with pytest.raises(MakerMissing):
        write_clip(moving(2), SMALL, tmp_path / "t.mp4")


@pytest.mark.usefixtures("own_choice")
def test_the_chosen_binary_is_the_one_used(tmp_path: Path) -> None:
    real = find_ffmpeg()
    chosen = tmp_path / "my ffmpeg"
    chosen.symlink_to(real)
    choose_ffmpeg(chosen)
    assert Path(find_ffmpeg()).resolve() == Path(real).resolve()
    assert "ffmpeg version" in run(["-version"])


def test_a_clip_is_counted_exactly(tmp_path: Path) -> None:
    found = probe(make_clip(tmp_path / "t.mp4", 37))
    assert (found.width, found.height, found.frames) == (128, 72, 37)
    assert (found.rate, found.steady, found.codec) == (Fraction(24), True, "h264")
    assert found.seconds == pytest.approx(37 / 24)
    assert not found.has_audio


@pytest.mark.parametrize(
    ("rate", "exact"), [("24000/1001", Fraction(24000, 1001)), ("25", Fraction(25))]
)
def test_a_strangers_rate_is_read_exactly(tmp_path: Path, rate: str, exact: Fraction) -> None:
    found = probe(foreign(tmp_path / "x.mp4", "64x64", rate, "1", sound=True))
    assert found.rate == exact
    assert found.has_audio


def test_a_sound_file_has_no_picture(tmp_path: Path) -> None:
    sound = tmp_path / "s.wav"
    run(["-f", "lavfi", "-i", "sine=d=1.5", local(sound)])
    found = probe(sound)
    assert (found.frames, found.has_audio) == (0, True)
    assert found.seconds == pytest.approx(1.5, abs=0.01)
    with pytest.raises(BadRequest):
        conform(sound, SMALL, sound.parent)


def test_a_file_named_like_an_address_is_only_a_file(tmp_path: Path) -> None:
    take = make_clip(tmp_path / "http:__example.org_x.mp4", 3)
    assert probe(take).frames == 3
    pipe = make_clip(tmp_path / "concat:a|b.mp4", 3)
    assert probe(pipe).frames == 3


@pytest.mark.parametrize(
    "text",
    [
        "#EXTM3U\n#EXTINF:1,\nhttp://192.0.2.1/a.ts\n",
        "ffconcat version 1.0\nfile 'secret.mp4'\n",
        "just words",
        "",
    ],
)
def test_playlists_and_texts_are_refused(tmp_path: Path, text: str) -> None:
    make_clip(tmp_path / "secret.mp4", 2)
    trap = tmp_path / "trap.mp4"
    trap.write_text(text)
    with pytest.raises(MakerFailed) as refused:
        probe(trap)
    assert refused.value.hint


def test_a_picture_beyond_all_sizes_is_refused(tmp_path: Path) -> None:
    import cv2

    huge = tmp_path / "huge.png"
    cv2.imwrite(str(huge), np.zeros((9000, 9000), np.uint8), [cv2.IMWRITE_PNG_COMPRESSION, 9])
    with pytest.raises(MakerFailed):
        conform(huge, SMALL, tmp_path / "cache")
    assert not list((tmp_path / "cache").iterdir())


def test_a_flipped_and_cut_clip_never_hangs(tmp_path: Path) -> None:
    whole = make_clip(tmp_path / "t.mp4", 30).read_bytes()
    for place in range(8):
        data = bytearray(whole)
        data[len(data) * place // 9 :: 97] = b"\x55" * len(data[len(data) * place // 9 :: 97])
        broken = tmp_path / f"b{place}.mp4"
        broken.write_bytes(bytes(data[: len(data) - 100 * place]))
        with contextlib.suppress(MakerFailed):
            assert len(list(read_frames(broken, SMALL))) <= 31


def test_a_run_out_of_time_is_stopped() -> None:
    with pytest.raises(MakerFailed, match="stopped after") as late:
        run(["-f", "lavfi", "-i", "testsrc2=s=640x360", "-f", "null", "-"], timeout=0.5)
    assert late.value.retryable


def test_a_full_disk_stops_the_encoder_with_a_word(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(16, 235, (40, *SMALL.shape), np.uint8)
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, kept[1]))
    try:
        with pytest.raises(MakerFailed, match="disk is full") as full:
            write_clip(noise, SMALL, tmp_path / "t.mp4")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, kept)
    assert full.value.hint
    assert list(tmp_path.iterdir()) == []


def test_leaving_early_ends_the_decoder(tmp_path: Path) -> None:
    take = make_clip(tmp_path / "t.mp4", 60)
    frames = read_frames(take, SMALL)
    next(frames)
    frames.close()  # type: ignore[attr-defined]
    assert encoders_left() == []


def test_an_interrupt_leaves_no_encoder_behind(tmp_path: Path) -> None:
    def until_stopped() -> Iterator[Frame]:
        yield from moving(3)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_clip(until_stopped(), SMALL, tmp_path / "t.mp4")
    assert encoders_left() == []
    assert list(tmp_path.iterdir()) == []


def test_no_frames_and_wrong_frames_are_faults(tmp_path: Path) -> None:
    with pytest.raises(MakerFailed):
        write_clip(iter([]), SMALL, tmp_path / "t.mp4")
    with pytest.raises(MakerFailed, match="I420"):
        write_clip([np.zeros((10, 10), np.uint8)], SMALL, tmp_path / "t.mp4")
    assert list(tmp_path.iterdir()) == []


def test_an_odd_size_is_refused() -> None:
    with pytest.raises(BadRequest):
        Profile(127, 72)


def test_the_profile_has_one_stamp_whatever_is_in_the_picture(tmp_path: Path) -> None:
    stamps = {probe(make_clip(tmp_path / f"{n}.mp4", n, n)).stamp for n in (1, 2, 13, 40)}
    assert stamps == {profile_stamp(SMALL)}
    assert profile_stamp(SMALL) != profile_stamp(Profile(160, 90))
    assert profile_digest(SMALL) != profile_digest(Profile(128, 72, Fraction(25)))


def test_the_same_frames_give_the_same_file(tmp_path: Path) -> None:
    one, two = (make_clip(tmp_path / f"{n}.mp4", 30) for n in range(2))
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize(
    ("bgr", "yuv"),
    [
        ((255, 255, 255), (235, 128, 128)),
        ((0, 0, 0), (16, 128, 128)),
        ((0, 0, 255), (63, 102, 240)),
        ((255, 0, 0), (32, 240, 118)),
        ((0, 255, 0), (173, 42, 26)),
    ],
)
def test_colours_are_bt709_limited(bgr: tuple[int, ...], yuv: tuple[int, ...]) -> None:
    frame = to_i420(np.full((16, 16, 3), bgr, np.uint8))
    planes = frame[:16].mean(), *frame[16:].reshape(2, 8, 8).mean(axis=(1, 2))
    assert np.allclose(planes, yuv, atol=1)


def test_post_is_imported_without_heavy_libraries() -> None:
    heavy = ("cv2", "moviepy", "scipy", "pysubs2", "PIL", "fontTools")
    modules = "tools.stitch, tools.titles, tools.subtitles, tools.animatic, tools.blends"
    code = f"import sys, {modules}; print(*[n for n in {heavy!r} if n in sys.modules])"
    root = Path(__file__).parents[4]
    words = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root
    )
    assert words.stdout.split() == []


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MakerRefused):
        probe(tmp_path / "none.mp4")
