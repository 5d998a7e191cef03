"""Processes that share a project are killed at random; nothing finished is lost or made twice."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from memory.film import Film
from memory.project import Project
from memory.recipe import Recipe

pytestmark = pytest.mark.proof

JOBS = 60
KILLS = 40

WORK = """
import sys, time
from pathlib import Path
from memory.project import Project
project = Project.open(Path(sys.argv[1]), "ferry")
print("ready", flush=True)
sys.stdin.readline()
with (Path(sys.argv[1]).parent / "made.txt").open("a") as log:
    while True:
        job = project.jobs.claim(sys.argv[2])
        if job is None:
            if not project.jobs.pending():
                break
            time.sleep(0.01)
            continue
        sha256 = project.vault.put(job.digest.encode() * 2000, ".mp4")
        time.sleep(0.02)
        project.jobs.done(job, sha256, 1.0)
        log.write(job.digest + "\\n")
        log.flush()
"""

EDIT = """
import sys
from pathlib import Path
from memory.change import Decide
from memory.errors import BadRequest
from memory.project import Project
project = Project.open(Path(sys.argv[1]), "ferry")
refused = 0
print("ready", flush=True)
sys.stdin.readline()
for number in range(100):
    while True:
        try:
            project.edit([Decide(words=f"{sys.argv[2]} {number}")], expect=project.revision)
            break
        except BadRequest:
            refused += 1
            project.refresh()
    print(f"{sys.argv[2]} {number}", flush=True)
print(refused)
"""


def start(script: str, home: Path, name: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(home), name],
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def let_go(*editors: subprocess.Popen[str]) -> None:
    """Once all stand ready, let all begin."""
    for editor in editors:
        assert editor.stdout is not None
        assert editor.stdout.readline() == "ready\n"
    for editor in editors:
        assert editor.stdin is not None
        editor.stdin.write("\n")
        editor.stdin.flush()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "films"
    Project.create(home, Film(id="ferry", title="Ferry"), "ferry").close()
    return home


def test_workers_killed_at_random_lose_nothing_and_make_nothing_twice(home: Path) -> None:
    project = Project.open(home, "ferry")
    recipes = [Recipe("take", f"sh{n}", "paint", 1, {"n": n}) for n in range(JOBS)]
    project.jobs.enqueue(recipes)
    chance = random.Random(7)
    kills = 0
    for number in range(KILLS):
        worker = start(WORK, home, f"w{number}")
        let_go(worker)
        time.sleep(chance.uniform(0.02, 0.25))
        if worker.poll() is None:
            worker.kill()
            kills += 1
        worker.communicate()
        before = {made.id for made in project.shelf.all()}
        assert project.ledger.verify() == []
        project.jobs.enqueue(recipes)
        assert before <= {made.id for made in project.shelf.all()}
        if not project.jobs.pending():
            break
    with start(WORK, home, "last") as worker:
        let_go(worker)
        assert worker.wait() == 0
    done = project.shelf.all()
    assert len(done) == len({made.digest for made in done}) == JOBS
    project.vault.sweep()
    assert list((project.vault.folder / "parts").iterdir()) == []
    assert project.verify() == []
    assert kills > 0
    told = (home.parent / "made.txt").read_text("utf-8").splitlines()
    assert {made.digest for made in done} >= set(told)
    assert len(told) == len(set(told))


def test_two_processes_with_a_hundred_edits_each_lose_none(home: Path) -> None:
    with start(EDIT, home, "one") as one, start(EDIT, home, "two") as two:
        let_go(one, two)
        refused = [int(each.communicate()[0].splitlines()[-1]) for each in (one, two)]
    project = Project.open(home, "ferry")
    decisions = project.film.decisions
    assert set(decisions) == {f"{who} {n}" for who in ("one", "two") for n in range(100)}
    assert len(decisions) == 200
    assert [revision.number for revision in project.history()] == list(range(1, 202))
    # Their writes did meet, and a stale one was refused, never merged.
    assert sum(refused) > 0
    assert project.verify() == []


def test_an_editor_killed_at_random_leaves_every_answered_edit(home: Path) -> None:
    chance = random.Random(11)
    for number in range(12):
        editor = start(EDIT, home, f"e{number}")
        let_go(editor)
        time.sleep(chance.uniform(0.0, 0.15))
        editor.kill()
        answered = editor.communicate()[0].splitlines()
        project = Project.open(home, "ferry")
        assert project.verify() == []
        assert len(project.film.decisions) == project.revision - 1
        assert set(answered) <= {*project.film.decisions, "0"}
        project.close()
