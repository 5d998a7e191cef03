"""Workers that wait warm: one is sent to a project and works there, one nobody calls ends."""

import os
from pathlib import Path

from memory.film import Film
from memory.project import Project
from tools.bench import Bench
from tools.crew import Crew


def test_a_waiting_worker_is_sent_to_a_project(tmp_path: Path) -> None:
    project = Project.create(tmp_path, Film(id="f", title="The Pier"), "the pier")
    bench = Bench(1)
    bench.fill()
    crew = Crew(project.folder, 1, 0.1, bench)
    try:
        worker = bench.take([str(project.folder), "w1", str(os.getpid()), "0.1"])
        assert worker is not None
        assert worker.wait(60) == 0
        assert (project.folder / "worker.log").read_text("utf-8") == ""
        assert bench.take(["anything"]) is None
        crew.ensure(1)  # an empty bench: a worker is started as before
        assert crew.running == 1
    finally:
        crew.stop()
        bench.clear()


def test_who_is_not_called_ends_with_the_bench() -> None:
    bench = Bench(2)
    bench.fill()
    waiting = list(bench._waiting)
    bench.fill()
    assert bench._waiting == waiting
    bench.clear()
    assert all(worker.poll() is not None for worker in waiting)
