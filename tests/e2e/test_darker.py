"""The contract of an edit: "redo shot 4 darker" makes one take, and "undo that" makes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from benchmarks.film_sound import film_sound, heard
from memory.project import Project
from memory.timing import to_samples
from tests.drafts import roughcut
from tools.encode import Profile, read_frames
from tools.ffmpeg import probe
from tools.sound.loudness import measure
from tools.theatre.quality import Darkening, compare
from tools.timeline import Timeline

pytestmark = pytest.mark.e2e

SIZE = (320, 180)
SCRIPT = """Title: Two Cups

INT. KITCHEN - NIGHT

MARA (30, dark hair, red coat) sits at a table by a lamp.

MARA
You are late.

TOM (40, beard, green jacket) comes in with a cup.

TOM
The boat was late.

MARA
It always is.

TOM
Then so am I.
"""


class Story:
    """A film, what was said to it and what it answered, told once for all the tests here."""

    def __init__(self, home: Path) -> None:
        self.home = home
        home.mkdir()
        script = home.parent / "two_cups.fountain"
        script.write_text(SCRIPT, "utf-8")
        self.drafted = self.run("draft", str(script), "--yes")
        self.film = str(self.drafted["film"])
        self.before = self.run("show", self.film)
        self.rows_before = self.rows()
        self.said = self.run("say", self.film, "redo shot 4 darker")
        self.after = self.run("show", self.film)
        self.rows_after = self.rows()
        self.undone = self.run("say", self.film, "undo that")
        self.back = self.run("show", self.film)
        self.rows_back = self.rows()

    def run(self, *words: str) -> dict[str, Any]:
        size = f"{SIZE[0]}x{SIZE[1]}"
        code, answer, err = roughcut(self.home, *words, ROUGHCUT_SIZE=size)
        assert code == 0, (answer, err)
        return answer

    def project(self) -> Project:
        return Project.open(self.home, self.film)

    def rows(self) -> dict[str, tuple[str, str]]:
        """Every made row: its kind and content by its id."""
        return {made.id: (made.kind, made.sha256) for made in self.project().shelf.all()}


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return Story(tmp_path_factory.mktemp("darker") / "films")


def contents(shown: Mapping[str, Any]) -> list[str]:
    return [shot["sha256"] for shot in shown["shots"]]


def new_kinds(before: dict[str, tuple[str, str]], after: dict[str, tuple[str, str]]) -> list[str]:
    return sorted(after[row][0] for row in after.keys() - before.keys())


def test_the_reply_says_what_moved(story: Story) -> None:
    shot = story.before["shots"][3]["id"]
    assert story.said["kind"] == "act"
    assert [one["path"] for one in story.said["diff"]] == [f"shots.{shot}.lighting.brightness"]
    assert story.said["diff"][0]["new"] < story.said["diff"][0]["old"]
    assert "4" in story.said["reply"]
    assert story.said["stale"] == []


def test_exactly_one_take_is_new_and_every_other_is_the_same_to_the_bit(story: Story) -> None:
    assert len(story.drafted) >= 6
    assert len(story.said["made"]) == 1
    assert new_kinds(story.rows_before, story.rows_after).count("take") == 1
    changed = [
        number
        for number, (old, new) in enumerate(
            zip(contents(story.before), contents(story.after), strict=True), 1
        )
        if old != new
    ]
    assert changed == [4]
    assert story.rows_before.items() <= story.rows_after.items()
    # Nothing that is heard was made again.
    assert not {"mix", "line", "score", "ambience"} & set(
        new_kinds(story.rows_before, story.rows_after)
    )


def test_the_cut_moved_and_is_still_in_sync(story: Story) -> None:
    old, new = story.before["cut"], story.after["cut"]
    assert new["sha256"] != old["sha256"]
    assert new["sha256"] == story.said["cut"]["sha256"]
    project, path = story.project(), Path(story.said["cut"]["file"])
    film = project.film_at(project.revision - 1)
    facts = probe(path)
    assert facts.frames == Timeline.of(film).total
    assert probe(Path(old["file"])).frames == facts.frames
    sound = film_sound(path)
    assert abs(len(sound) - to_samples(facts.frames, Fraction(24))) <= 1024
    lines = heard(project, film, sound)
    assert len(lines) == 4
    assert max(abs(one.late_ms) for one in lines) < 1000 / 24
    assert measure(sound).true_peak_db <= -1.0


def grade(story: Story) -> Darkening:
    """Shot 4 before and after, on the darkest of a few frames for what must be kept."""
    profile = Profile(*SIZE)
    pictures = []
    for shown in (story.before, story.after):
        frames = list(read_frames(Path(shown["shots"][3]["file"]), profile))
        middle = frames[len(frames) // 2]
        pictures.append(np.asarray(cv2.cvtColor(middle, cv2.COLOR_YUV2BGR_I420), np.uint8))
    return compare(pictures[0], pictures[1])


def test_shot_4_is_darker_and_still_the_same_picture(story: Story) -> None:
    found = grade(story)
    assert -0.50 <= found.luma <= -0.15, found
    assert found.darker, found


def test_undo_brings_the_old_cut_back_and_makes_nothing(story: Story) -> None:
    assert story.undone["kind"] == "act"
    assert story.undone["made"] == []
    assert story.back["cut"]["sha256"] == story.before["cut"]["sha256"]
    assert story.undone["cut"]["sha256"] == story.drafted["sha256"]
    assert contents(story.back) == contents(story.before)
    assert not {"take", "segment", "mix", "cut"} & set(new_kinds(story.rows_after, story.rows_back))


def test_verify_is_clean_and_finds_one_flipped_byte(story: Story) -> None:
    code, answer, _ = roughcut(story.home, "verify", story.film)
    assert (code, answer["problems"]) == (0, [])
    take = Path(story.before["shots"][1]["file"])
    whole = take.read_bytes()
    take.chmod(0o644)
    hurt = bytearray(whole)
    hurt[len(hurt) // 2] ^= 1
    take.write_bytes(hurt)
    try:
        code, answer, _ = roughcut(story.home, "verify", story.film)
        assert code == 1
        assert answer["sound"] is False
        assert len(answer["problems"]) == 1
        assert f"take of {story.before['shots'][1]['id']}" in answer["problems"][0]
    finally:
        take.write_bytes(whole)
    code, _, _ = roughcut(story.home, "verify", story.film)
    assert code == 0
