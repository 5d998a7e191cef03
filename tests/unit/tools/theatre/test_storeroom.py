"""Painted places on disk: found again by everything they depend on, never trusted, never needed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.unit.tools.theatre.stages import a_place, a_shot
from tools.theatre import shot, stage, storeroom
from tools.theatre.spec import ShotSpec

ROOT = Path(__file__).parents[4]
DRAW = """
import hashlib, sys
from tools.theatre.shot import render
from tools.theatre.spec import ShotSpec
spec = ShotSpec.from_json(sys.stdin.read())
for number in map(int, sys.argv[1:]):
    (frame,) = render(spec, number, number + 1)
    print(number, hashlib.md5(frame.tobytes()).hexdigest())
"""


def places() -> list[Path]:
    return sorted((Path(os.environ["ROUGHCUT_CACHE"]) / "places").glob("*"))


def frame_of(spec: ShotSpec, number: int = 5) -> np.ndarray:
    stage._baked.clear()
    return next(shot.render(spec, number, number + 1)).copy()


def test_a_place_is_painted_once_and_drawn_the_same_from_disk() -> None:
    spec = a_shot("MS", a_place("shore"), move="dolly_in", weather="rain", time="night")
    first = frame_of(spec)
    (kept,) = places()
    stamp = kept.stat().st_ino
    assert np.array_equal(frame_of(spec), first)
    assert [one.stat().st_ino for one in places()] == [stamp]
    frame_of(replace(spec, place=replace(spec.place, seed=6)))
    assert len(places()) == 2


def test_levers_of_the_print_paint_nothing_anew() -> None:
    spec = a_shot("MS", a_place("shore"))
    frame_of(spec)
    darker = replace(spec, light=replace(spec.light, brightness=0.2, saturation=0.9))
    frame_of(darker)
    assert len(places()) == 1
    frame_of(replace(spec, light=replace(spec.light, wind=1.0)))
    assert len(places()) == 2


def test_what_cannot_be_read_is_painted_again() -> None:
    spec = a_shot("MS", a_place("shore"))
    first = frame_of(spec)
    (kept,) = places()
    kept.write_bytes(b"not a place")
    assert np.array_equal(frame_of(spec), first)
    assert kept.stat().st_size > 1000


def test_no_folder_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("ROUGHCUT_CACHE", str(blocked))
    assert storeroom.kept("key", str, lambda: "painted") == "painted"


def test_the_longest_unused_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storeroom, "ROOM", 2500)
    for at in range(3):
        storeroom.kept(f"k{at}", bytes, lambda: b"x" * 1000)
        for file in places():
            os.utime(file, ns=(0, file.stat().st_mtime_ns - 10**9))
    assert len(places()) == 2
    assert storeroom.kept("k2", bytes, lambda: b"anew") == b"x" * 1000
    assert storeroom.kept("k0", bytes, lambda: b"anew") == b"anew"


def test_frames_are_equal_in_any_order_and_in_every_process(tmp_path: Path) -> None:
    spec = a_shot("MCU", a_place("room"), people=2, move="handheld", grain=0.5, time="night")
    numbers = [30, 2, 17]
    here = {n: hashlib.md5(frame_of(spec, n).tobytes()).hexdigest() for n in numbers}

    def there(order: list[int], cache: str) -> dict[int, str]:
        run = subprocess.run(
            [sys.executable, "-c", DRAW, *map(str, order)],
            input=spec.to_json(), text=True, capture_output=True, check=True, cwd=ROOT,
            env={**os.environ, "ROUGHCUT_CACHE": str(tmp_path / cache), "PYTHONHASHSEED": "7"},
        )  # fmt: skip
        pairs = (line.split() for line in run.stdout.splitlines())
        return {int(number): digest for number, digest in pairs}

    assert there(numbers[::-1], "one") == here
    assert there([17], "one") == {17: here[17]}
