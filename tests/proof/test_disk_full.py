"""A disk that is full in the middle of a draft: said in words, nothing half listed, gone on with.

A small disk of its own where one may be mounted; a limit on the size of any file everywhere.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from memory.project import Project
from tests.drafts import SMALL_SCRIPT, environment, made_digests, only_project
from tools.plan import plan

pytestmark = pytest.mark.proof

SMALL_DISK, LARGE_DISK = "5m", "400m"
LARGEST_FILE = 1_500_000
"""Bytes: takes and lines of the small film fit, its score and mix do not."""


def draft(home: Path, script: Path, limit: int | None = None) -> tuple[int, dict[str, Any], str]:
    """A draft in which, with a limit, no file may grow beyond it."""

    def cramp() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    process = subprocess.Popen(
        [sys.executable, "-m", "ui.cli", "draft", str(script), "--yes", "--json"],
        env=environment(home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=cramp,  # noqa: PLW1509  this process has no threads of its own then
    )
    out, err = process.communicate(timeout=240)
    assert "Traceback" not in out + err, err
    return process.returncode, json.loads(out), err


@contextmanager
def small_disk(place: Path) -> Iterator[bool]:
    """A small file system of its own at a place; False where that is not allowed."""
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK}", "tmpfs", str(place)]
    try:
        tried = subprocess.run(mount, check=False, capture_output=True)
        mounted = tried.returncode == 0
    except FileNotFoundError:
        mounted = False
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(place)], check=True)


def whole(project: Project) -> None:
    """Nothing is listed that is not there to the last byte."""
    assert project.verify() == []
    assert all(count == 1 for count in made_digests(project).values())


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "short_watch.fountain"
    path.write_text(SMALL_SCRIPT, "utf-8")
    return path


def told_plainly(code: int, answer: dict[str, Any], err: str) -> None:
    words = json.dumps(answer)
    assert code in (1, 2), words
    assert "disk is full" in words.lower() or "free some space" in words.lower(), (words, err)


def finished(project: Project) -> None:
    whole(project)
    assert {one.take_standing.state for one in plan(project)} == {"current"}
    assert project.made_for("cut", "film")


def test_a_full_disk_is_told_and_gone_on_with(tmp_path: Path, script: Path) -> None:
    with small_disk(tmp_path / "disk") as mounted:
        home = tmp_path / "disk" / "films"
        home.mkdir()
        limit = None if mounted else LARGEST_FILE
        told_plainly(*draft(home, script, limit))
        project = only_project(home)
        before = {made.id: made.sha256 for made in project.shelf.all()}
        assert before
        whole(project)
        project.close()
        if mounted:
            more = ["mount", "-o", f"remount,size={LARGE_DISK}", str(tmp_path / "disk")]
            subprocess.run(more, check=True)
        code, answer, err = draft(home, script)
        assert code == 0, (answer, err)
        project = only_project(home)
        assert before.items() <= {made.id: made.sha256 for made in project.shelf.all()}.items()
        finished(project)
        project.close()


def test_a_file_that_may_not_grow_is_told_and_gone_on_with(tmp_path: Path, script: Path) -> None:
    home = tmp_path / "films"
    home.mkdir()
    told_plainly(*draft(home, script, LARGEST_FILE))
    project = only_project(home)
    whole(project)
    project.close()
    code, answer, err = draft(home, script)
    assert code == 0, (answer, err)
    finished(only_project(home))
