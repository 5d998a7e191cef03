"""`draft` is killed at random, whole or in part, and gone on with: nothing lost or made twice."""

import random
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from memory.project import Project
from tests.drafts import (
    SMALL_SCRIPT,
    frame_digests,
    kill,
    kill_tree,
    made_digests,
    only_project,
    roughcut,
    start,
    workers_of,
)
from tools.workshop import sweep

pytestmark = pytest.mark.proof

KILLS = 20
SOONEST, LATEST = 0.5, 6.0
"""Seconds into a run: before the first import is done, up to the last take of the small film."""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "short_watch.fountain"
    path.write_text(SMALL_SCRIPT, "utf-8")
    return path


@dataclass
class Ordeal:
    """One film, drafted under fire."""

    home: Path
    script: Path
    chance: random.Random
    killed: int = 0
    """Processes of ours that were killed: a render each at most was lost."""
    seen: dict[str, str] = field(default_factory=dict)
    """Every row that was ever read after a kill: its id and its content."""

    def begin(self) -> subprocess.Popen[str]:
        self.home.mkdir(exist_ok=True)
        return start(self.home, "draft", str(self.script), "--yes", "--json")

    def strike(self, draft: subprocess.Popen[str]) -> bool:
        """Kill all of it, the parent or a worker; True when the draft is gone."""
        workers = workers_of(draft)
        how = self.chance.choice(["tree", "tree", "parent", "worker"])
        if how == "worker" and workers:
            self.killed += kill(self.chance.choice(workers))
            return False
        if how == "parent":
            draft.kill()
            draft.communicate()
            self.killed += 1
            return True
        self.killed += kill_tree(draft)
        return True

    def look(self) -> None:
        """What was finished before is there, as it was."""
        if not self.home.is_dir() or not list(self.home.glob("*/project.sqlite")):
            return
        project = only_project(self.home)
        now = {made.id: made.sha256 for made in project.shelf.all()}
        assert self.seen.items() <= now.items()
        assert project.ledger.verify() == []
        self.seen = now
        project.close()

    def survive(self, most: int) -> int:
        """Draft until the film is done or so many kills were dealt; how many it were."""
        kills, draft = 0, self.begin()
        while kills < most:
            try:
                draft.wait(self.chance.uniform(SOONEST, LATEST))
            except subprocess.TimeoutExpired:
                kills += 1
                if self.strike(draft):
                    self.look()
                    draft = self.begin()
                continue
            break
        out, err = draft.communicate(timeout=240)
        assert draft.returncode == 0, (out, err)
        assert "Traceback" not in err
        return kills


def check(project: Project, killed: int) -> None:
    """Each thing made once, nothing lost, nothing lying about."""
    film = project.film
    assert all(count == 1 for count in made_digests(project).values()), made_digests(project)
    for shot in film.order:
        assert len(project.made_for("take", shot)) == 1
    begun = [job.claim for job in map(project.jobs.get, digests(project)) if job is not None]
    assert len(begun) == len(film.order)
    assert sum(begun) <= len(film.order) + killed
    assert project.verify() == []
    assert project.jobs.pending() == []
    sweep(project)
    project.vault.sweep()
    assert list((project.folder / "scratch").iterdir()) == []
    assert list((project.vault.folder / "parts").iterdir()) == []


def digests(project: Project) -> list[str]:
    return [project.made_for("take", shot)[0].digest for shot in project.film.order]


def test_twenty_kills_and_every_film_is_finished_as_if_there_were_none(
    tmp_path: Path, script: Path
) -> None:
    calm = tmp_path / "calm"
    calm.mkdir()
    code, answer, _ = roughcut(calm, "draft", str(script), "--yes")
    assert code == 0
    right = frame_digests(Path(answer["file"]))
    chance = random.Random(20)
    kills = films = 0
    while kills < KILLS:
        films += 1
        ordeal = Ordeal(tmp_path / f"films{films}", script, chance)
        kills += ordeal.survive(KILLS - kills)
        project = only_project(ordeal.home)
        ordeal.look()
        check(project, ordeal.killed)
        cut = project.made_for("cut", "film")[-1]
        assert frame_digests(project.vault.path(cut.sha256)) == right
        project.close()
    assert kills == KILLS


def test_ctrl_c_says_so_and_the_same_words_go_on(tmp_path: Path, script: Path) -> None:
    home = tmp_path / "films"
    home.mkdir()
    draft = start(home, "draft", str(script), "--yes", "--json")
    assert draft.stderr is not None
    for line in draft.stderr:
        if line.startswith("Shooting"):
            break
    workers = workers_of(draft)
    draft.send_signal(signal.SIGINT)
    out, err = draft.communicate(timeout=30)
    assert draft.returncode == 130
    assert "Stopped" in out
    assert "Traceback" not in out + err
    assert not [each for each in workers if each.is_running() and each.status() != "zombie"]
    project = only_project(home)
    before = {made.id: made.sha256 for made in project.shelf.all()}
    project.close()
    code, answer, err = roughcut(home, "draft", str(script), "--yes")
    assert code == 0
    assert f"Going on with {answer['film']}" in err
    project = only_project(home)
    assert before.items() <= {made.id: made.sha256 for made in project.shelf.all()}.items()
    check(project, killed=len(workers))
