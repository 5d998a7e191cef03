import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from memory.database import Database
from memory.errors import BadRequest, ProjectDamaged, Stopped
from memory.jobs import ATTEMPTS, JOB_LEASE_SECONDS, Job, Jobs
from memory.ledger import Ledger
from memory.recipe import Recipe
from memory.shelf import Made, Shelf
from memory.vault import Vault

CLAIM = (
    "import sys\nfrom pathlib import Path\nfrom memory.database import Database\n"
    "from memory.jobs import Jobs\nfrom memory.ledger import Ledger\n"
    "from memory.shelf import Shelf\nfrom memory.vault import Vault\n"
    "folder = Path(sys.argv[1])\ndatabase = Database(folder / 'p.sqlite')\n"
    "jobs = Jobs(database, Shelf(database, Ledger(database), Vault(folder / 'vault')))\n"
    "print(jobs.claim('other').recipe.target, flush=True)\nsys.stdin.read()\n"
)


class Bench:
    """A queue with its parts, as a worker sees them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = 1_800_000_000.0
        path = folder / "p.sqlite"
        self.database = Database(path, clock=lambda: self.now, create=not path.exists())
        self.ledger = Ledger(self.database)
        self.vault = Vault(folder / "vault")
        self.shelf = Shelf(self.database, self.ledger, self.vault)
        self.jobs = Jobs(self.database, self.shelf)

    def finish(self, job: Job, content: bytes = b"") -> Made:
        return self.jobs.done(job, self.vault.put(content or job.digest.encode(), ".mp4"), 1.5)

    def next(self, worker: str = "w") -> Job:
        job = self.jobs.claim(worker)
        assert job is not None
        return job

    def state(self, recipe: Recipe) -> str:
        job = self.jobs.get(recipe.digest)
        assert job is not None
        return job.state

    def dead_worker_claims(self) -> str:
        """Another process takes a job and is killed; returns that job's target."""
        with subprocess.Popen(
            [sys.executable, "-c", CLAIM, str(self.folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        ) as other:
            assert other.stdout is not None
            target = other.stdout.readline().decode().strip()
            other.kill()
            other.wait()
        return target


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def take(shot: str, seed: int = 0, **inputs: object) -> Recipe:
    return Recipe("take", shot, "theatre", 1, {"shot": shot, "seed": seed, **inputs})


def test_a_job_goes_its_way(bench: Bench) -> None:
    recipe = take("sh1")
    (asked,) = bench.jobs.enqueue([recipe])
    assert (asked.state, asked.recipe, asked.attempt) == ("waiting", recipe, 0)
    job = bench.next("w1")
    assert (job.state, job.worker, job.attempt) == ("running", "w1", 1)
    assert bench.jobs.beat(job, 0.5)
    found = bench.jobs.get(recipe.digest)
    assert found is not None
    assert found.progress == 0.5
    made = bench.finish(job)
    assert bench.jobs.counts() == {
        "waiting": 0,
        "running": 0,
        "done": 1,
        "failed": 0,
        "dropped": 0,
    }
    assert bench.shelf.made(recipe.digest) == made
    assert bench.ledger.entries()[-1].seq == made.ledger
    assert bench.jobs.claim("w1") is None


def test_asking_twice_is_asking_once(bench: Bench) -> None:
    recipe = take("sh1")
    bench.jobs.enqueue([recipe, recipe])
    bench.jobs.enqueue([recipe])
    assert len(bench.jobs.pending()) == 1
    job = bench.next()
    assert bench.jobs.enqueue([recipe])[0].state == "running"
    assert bench.jobs.claim("other") is None
    made = bench.finish(job)
    (again,) = bench.jobs.enqueue([recipe])
    assert (again.state, again.made) == ("done", made.id)
    assert len(bench.shelf.all()) == 1


def test_a_done_one_whose_file_is_gone_is_made_again(bench: Bench) -> None:
    recipe = take("sh1")
    bench.jobs.enqueue([recipe])
    made = bench.finish(bench.next())
    bench.vault.set_aside(made.sha256)
    assert bench.shelf.made(recipe.digest) is None
    assert bench.jobs.enqueue([recipe])[0].state == "waiting"
    assert bench.finish(bench.next()).id == made.id


def test_again_makes_a_second_take_of_one_recipe(bench: Bench) -> None:
    recipe = take("sh1")
    bench.jobs.enqueue([recipe])
    first = bench.finish(bench.next(), b"one")
    assert bench.jobs.enqueue([recipe], again=True)[0].state == "waiting"
    second = bench.finish(bench.next(), b"two")
    assert [take.made for take in bench.shelf.takes("sh1")] == [first, second]
    assert [take.name for take in bench.shelf.takes("sh1")] == ["t1", "t2"]


def test_two_targets_of_one_digest_are_made_once_and_recorded_twice(bench: Bench) -> None:
    one = Recipe("effect", "sh1", "foley", 1, {"words": "rain"})
    two = Recipe("effect", "sh2", "foley", 1, {"words": "rain"})
    late = Recipe("effect", "sh3", "foley", 1, {"words": "rain"})
    bench.jobs.enqueue([one])
    bench.jobs.enqueue([two])
    made = bench.finish(bench.next())
    assert bench.jobs.claim("w") is None
    bench.jobs.enqueue([late])
    assert bench.jobs.claim("w") is None
    for recipe in (one, two, late):
        (row,) = bench.shelf.made_for("effect", recipe.target)
        assert row.sha256 == made.sha256
    assert bench.shelf.check() == []


def test_priority_first_then_the_order_of_asking(bench: Bench) -> None:
    bench.jobs.enqueue([take("sh1"), take("sh2")])
    bench.jobs.enqueue([take("sh3")], priority=5)
    bench.jobs.enqueue([take("sh2")], priority=1)
    assert [bench.next().recipe.target for _ in range(3)] == ["sh3", "sh2", "sh1"]


def test_a_worker_takes_only_its_kinds(bench: Bench) -> None:
    board = Recipe("board", "sh1", "theatre", 1, {})
    bench.jobs.enqueue([take("sh1"), board])
    job = bench.jobs.claim("w", kinds=["board", "line"])
    assert job is not None
    assert job.recipe == board
    assert bench.jobs.claim("w", kinds=["board"]) is None
    assert bench.jobs.claim("w", kinds=[]) is None


def test_a_job_waits_for_what_it_needs(bench: Bench) -> None:
    first, second = take("sh1"), take("sh2")
    cut = Recipe("cut", "film", "stitch", 1, {"takes": [first.digest, second.digest]})
    bench.jobs.enqueue(
        [cut, first, second], {cut.digest: [first.digest, second.digest]}, priority=1
    )
    one, two = bench.next(), bench.next()
    assert bench.jobs.claim("w") is None
    bench.finish(one)
    assert bench.jobs.claim("w") is None
    bench.finish(two)
    assert bench.next().recipe == cut


def test_a_need_that_was_made_before_is_no_wait(bench: Bench) -> None:
    first = take("sh1")
    bench.shelf.record(first, bench.vault.put(b"there", ".mp4"), 1.0)
    cut = Recipe("cut", "film", "stitch", 1, {})
    bench.jobs.enqueue([cut], {cut.digest: [first.digest]})
    assert bench.next().recipe == cut


def test_a_need_nobody_asked_for_is_refused(bench: Bench) -> None:
    cut = Recipe("cut", "film", "stitch", 1, {})
    with pytest.raises(BadRequest):
        bench.jobs.enqueue([cut], {cut.digest: [take("sh1").digest]})
    assert bench.jobs.pending() == []


def test_a_failure_that_may_pass_is_tried_three_times(bench: Bench) -> None:
    recipe = take("sh1")
    bench.jobs.enqueue([recipe])
    states = [bench.jobs.fail(bench.next(), f"try {n}", retryable=True) for n in range(ATTEMPTS)]
    assert states == ["waiting", "waiting", "failed"]
    found = bench.jobs.get(recipe.digest)
    assert found is not None
    assert (found.error, found.retryable) == ("try 2", True)
    (again,) = bench.jobs.enqueue([recipe])
    assert (again.state, again.attempt, again.error) == ("waiting", 0, "")


def test_a_failure_for_good_is_not_tried_again_unless_told(bench: Bench) -> None:
    recipe = take("sh1")
    bench.jobs.enqueue([recipe])
    assert bench.jobs.fail(bench.next(), "no such set", retryable=False) == "failed"
    assert bench.jobs.enqueue([recipe])[0].state == "failed"
    assert bench.jobs.enqueue([recipe], again=True)[0].state == "waiting"


def test_what_needs_a_failed_one_fails_with_it(bench: Bench) -> None:
    first = take("sh1")
    cut = Recipe("cut", "film", "stitch", 1, {})
    subtitles = Recipe("subtitles", "film", "stitch", 1, {})
    after = {cut.digest: [first.digest], subtitles.digest: [cut.digest]}
    bench.jobs.enqueue([first, cut, subtitles], after)
    bench.jobs.fail(bench.next(), "no such set", retryable=False)
    ended = bench.jobs.wait([cut.digest, subtitles.digest])
    assert [job.state for job in ended] == ["failed", "failed"]
    assert "take of sh1" in ended[0].error
    assert "no such set" in ended[0].error
    # Asked for again while its need stays failed: it does not wait for ever.
    assert bench.jobs.enqueue([first, cut, subtitles], after)[1].state == "failed"


def test_a_dead_workers_job_is_taken_again(bench: Bench) -> None:
    bench.jobs.enqueue([take("sh1")])
    assert bench.dead_worker_claims() == "sh1"
    job = bench.next()
    assert (job.recipe.target, job.attempt) == ("sh1", 2)
    assert "stopped" in job.error


def test_a_job_whose_workers_die_three_times_fails_and_may_be_asked_for_again(
    bench: Bench,
) -> None:
    recipe = take("sh1")
    bench.jobs.enqueue([recipe])
    for _ in range(ATTEMPTS):
        assert bench.dead_worker_claims() == "sh1"
    # A new run asks before it claims: it must not find the job failed for good.
    assert bench.jobs.enqueue([recipe])[0].state == "waiting"
    for _ in range(ATTEMPTS):
        assert bench.dead_worker_claims() == "sh1"
    assert bench.jobs.claim("w") is None
    found = bench.jobs.get(recipe.digest)
    assert found is not None
    assert (found.state, found.retryable) == ("failed", True)


def test_a_silent_workers_job_is_taken_and_its_late_result_is_kept_once(bench: Bench) -> None:
    recipe = take("sh1")
    bench.jobs.enqueue([recipe])
    slow = bench.next("slow")
    bench.now += JOB_LEASE_SECONDS
    quick = bench.next("quick")
    assert not bench.jobs.beat(slow)
    assert bench.jobs.beat(quick)
    assert bench.jobs.fail(slow, "too late", retryable=False) == "running"
    made = bench.finish(quick, b"quick")
    assert bench.finish(slow, b"slow") == made
    assert bench.shelf.all() == [made]


def test_a_beat_keeps_a_job(bench: Bench) -> None:
    bench.jobs.enqueue([take("sh1")])
    job = bench.next()
    for _ in range(3):
        bench.now += JOB_LEASE_SECONDS - 1
        assert bench.jobs.beat(job)
    assert bench.jobs.claim("other") is None


def test_dropped_jobs_and_what_needs_them_are_not_made(bench: Bench) -> None:
    first, second = take("sh1"), take("sh2")
    cut = Recipe("cut", "film", "stitch", 1, {})
    bench.jobs.enqueue([first, second, cut], {cut.digest: [first.digest]})
    assert set(bench.jobs.drop([first.digest])) == {first.digest, cut.digest}
    assert [job.recipe.target for job in bench.jobs.pending()] == ["sh2"]
    assert bench.jobs.drop([first.digest]) == []
    assert bench.jobs.enqueue([first])[0].state == "waiting"


def test_a_running_job_that_is_dropped_hears_it_at_its_next_beat(bench: Bench) -> None:
    recipe = take("sh1")
    bench.jobs.enqueue([recipe])
    job = bench.next()
    bench.jobs.drop([recipe.digest])
    assert not bench.jobs.beat(job)
    # It may have been ready by then: the file is what its recipe says, and is kept.
    made = bench.finish(job)
    assert (bench.state(recipe), bench.shelf.made(recipe.digest)) == ("done", made)


def test_a_dropped_job_asked_for_again_is_not_its_old_workers(bench: Bench) -> None:
    recipe = take("sh1")
    bench.jobs.enqueue([recipe])
    old = bench.next("w")
    bench.jobs.drop([recipe.digest])
    bench.jobs.enqueue([recipe])
    new = bench.next("w")
    assert not bench.jobs.beat(old)
    assert bench.jobs.beat(new)


def test_done_without_a_file_changes_nothing(bench: Bench) -> None:
    recipe = take("sh1")
    bench.jobs.enqueue([recipe])
    job = bench.next()
    with pytest.raises(ProjectDamaged):
        bench.jobs.done(job, "0" * 64, 1.0)
    assert bench.state(recipe) == "running"
    assert bench.ledger.entries() == []


def test_a_job_given_back_is_no_failed_try(bench: Bench) -> None:
    recipe = take("sh1")
    bench.jobs.enqueue([recipe])
    for _ in range(ATTEMPTS + 1):
        job = bench.next()
        assert job.attempt == 1
        bench.jobs.give_back(job)
        assert bench.state(recipe) == "waiting"
    other = bench.next()
    bench.jobs.give_back(job)
    assert bench.jobs.beat(other)


def test_many_threads_never_claim_one_job_twice(bench: Bench) -> None:
    bench.jobs.enqueue([take(f"sh{n}") for n in range(40)])

    def work(worker: int) -> list[str]:
        done = []
        while (job := bench.jobs.claim(f"w{worker}")) is not None:
            bench.finish(job)
            done.append(job.digest)
        return done

    with ThreadPoolExecutor(4) as pool:
        claimed = [digest for worker in pool.map(work, range(4)) for digest in worker]
    assert len(claimed) == len(set(claimed)) == 40
    assert bench.ledger.verify() == []
    assert len(bench.shelf.all()) == 40


def test_waiting_ends_when_all_have_ended_and_tells_how_far_it_is(bench: Bench) -> None:
    recipes = [take("sh1"), take("sh2")]
    bench.jobs.enqueue(recipes)
    told: list[list[float]] = []

    def work() -> None:
        for _ in recipes:
            job = bench.next()
            bench.jobs.beat(job, 0.5)
            bench.finish(job)

    worker = threading.Thread(target=work)
    worker.start()
    ended = bench.jobs.wait(
        [recipe.digest for recipe in recipes],
        on_progress=lambda jobs: told.append([job.progress for job in jobs]),
    )
    worker.join()
    assert [job.state for job in ended] == ["done", "done"]
    assert told[-1] == [1, 1]


def test_waiting_has_an_end_and_can_be_stopped(bench: Bench) -> None:
    recipe = take("sh1")
    bench.jobs.enqueue([recipe])
    assert [job.state for job in bench.jobs.wait([recipe.digest], timeout=0)] == ["waiting"]
    with pytest.raises(Stopped):
        bench.jobs.wait([recipe.digest], cancel=lambda: True)
    assert bench.state(recipe) == "waiting"


def test_waiting_sees_that_a_worker_died(bench: Bench) -> None:
    recipe = take("sh1")
    bench.jobs.enqueue([recipe])
    for _ in range(ATTEMPTS):
        bench.dead_worker_claims()
    (job,) = bench.jobs.wait([recipe.digest], timeout=20)
    assert job.state == "failed"


def test_an_unknown_job_is_refused(bench: Bench) -> None:
    bench.jobs.enqueue([take("sh1")])
    job = bench.next()
    assert bench.jobs.get("0" * 64) is None
    stranger = replace(job, digest="0" * 64)
    with pytest.raises(BadRequest):
        bench.jobs.fail(stranger, "x", retryable=True)
