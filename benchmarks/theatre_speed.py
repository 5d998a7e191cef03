"""How fast the theatre draws: CPU a frame by kind of shot, the encoder beside it, a whole crew.

    python -m benchmarks.theatre_speed [--quick]

Knows no checks of looks. The pinned film is examples/the_night_ferry as it was laid out
offline once (night_ferry.json).
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from memory.film import Film, Shot
from memory.reference import load_reference
from tools.encode import Frame, Profile, write_clip
from tools.theatre.spec import ShotSpec
from tools.theatre.toolchest import CACHE, COMPILER_CACHE, chest

if TYPE_CHECKING:
    from memory.project import Project

EXAMPLE = Path(__file__).parent / "night_ferry.json"
SIZE, DRAFT_SIZE = (1280, 720), (640, 360)
RUN, QUICK_RUN = 36, 8
"""Frames of each shot that are drawn and encoded for the figures a frame."""
WORKERS = 2
MIB = 1024 * 1024
LOOK_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds of one shot's frames: drawn, encoded alone, and both in one run."""

    shot: Shot
    outdoors: bool
    frames: int
    bake: float
    drawn: float
    floor: float
    whole: float

    @property
    def ms(self) -> float:
        """Milliseconds a frame takes to draw."""
        return 1000 * self.drawn / self.frames

    @property
    def spoken(self) -> bool:
        """Whether someone talks in it indoors."""
        return bool(self.shot.dialogue) and not self.outdoors


def ferry(size: tuple[int, int] = SIZE) -> Film:
    """The pinned film: the example as it was laid out once, so that a writer moves no figure."""
    film = load_reference(json.loads(EXAMPLE.read_text("utf-8")))
    return film.model_copy(update={"width": size[0], "height": size[1]})


def spec_of(film: Film, shot: str) -> ShotSpec:
    """The shot as the theatre draws it, by way of its recipe."""
    from tools.takes import staged, take_recipe

    return staged(take_recipe(film, shot).inputs)


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process and of the children that ended meanwhile."""
    before = _spent()
    work()
    return _spent() - before


def _spent() -> float:
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, kinds))


def costs(film: Film, run: int) -> list[Cost]:
    """Every shot of a film, its frames drawn alone, encoded alone and both, one after another."""
    with tempfile.TemporaryDirectory() as folder:
        return [_cost(film, film.shots[shot], run, Path(folder)) for shot in film.order]


def _cost(film: Film, shot: Shot, run: int, folder: Path) -> Cost:
    from tools.theatre.shot import render

    spec, profile = spec_of(film, shot.id), Profile(film.width, film.height, film.frame_rate)
    first = max(0, (spec.frames - run) // 2)
    stop = min(spec.length, first + run)
    bake = cpu(lambda: _painted_anew(spec))
    for _ in render(spec, first, first + 1):
        pass  # what is kept between frames is filled now, as in a take
    kept: list[Frame] = []
    drawn = cpu(lambda: kept.extend(frame.copy() for frame in render(spec, first, stop)))
    floor = cpu(lambda: write_clip(iter(kept), profile, folder / "floor.mp4"))
    whole = cpu(lambda: write_clip(render(spec, first, stop), profile, folder / "take.mp4"))
    outdoors = film.scenes[shot.scene].int_ext.value == "EXT"
    return Cost(shot, outdoors, stop - first, bake, drawn, floor, whole)


def _painted_anew(spec: ShotSpec) -> None:
    """Set a shot up without anything that was painted before."""
    from tools.theatre import stage

    stage._baked.clear()
    with fresh_cache():
        stage.Stage(spec)


@contextmanager
def fresh_cache() -> Iterator[None]:
    """Nothing painted before is found, also by processes started meanwhile; loops stay compiled."""
    before = {name: os.environ.get(name) for name in (CACHE, COMPILER_CACHE)}
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update({COMPILER_CACHE: str(chest()), CACHE: folder})
        try:
            yield
        finally:
            for name, value in before.items():
                os.environ.pop(name, None)
                if value is not None:
                    os.environ[name] = value


def _told(found: Sequence[Cost], name: str) -> dict[str, float]:
    """The figures of one kind of shot: its mean, its dearest, its share of the encoder's speed."""
    return {
        f"render_ms_{name}": round(statistics.fmean(one.ms for one in found), 1),
        f"render_ms_{name}_dearest": round(max(one.ms for one in found), 1),
        f"ratio_{name}": round(sum(c.floor for c in found) / sum(c.whole for c in found), 2),
    }


def drawing(run: int) -> dict[str, float]:
    """CPU a frame outdoors and in dialogue, the encoder's, and the dearest bake."""
    found = costs(ferry(), run)
    frames = sum(one.frames for one in found)
    return {
        **_told([one for one in found if one.outdoors], "exterior"),
        **_told([one for one in found if one.spoken], "dialogue"),
        "encode_ms": round(1000 * sum(one.floor for one in found) / frames, 1),
        "bake_seconds": round(max(one.bake for one in found), 2),
    }


def shooting(film: Film, workers: int = WORKERS) -> tuple[float, float]:
    """A whole film shot by a real crew of worker processes.

    Returns:
        Frames a second in all, encoding and the workers' start included; and the most memory
        (RSS, MiB) that any one worker had.
    """
    from memory.project import Project
    from tools.crew import crew_for
    from tools.takes import take_recipe

    with fresh_cache(), tempfile.TemporaryDirectory() as folder:
        project = Project.create(Path(folder), film, "benchmark")
        recipes = [take_recipe(film, shot) for shot in film.order]
        began = time.perf_counter()
        project.jobs.enqueue(recipes)
        peak = 0.0
        with crew_for(project.folder, workers) as crew:
            crew.ensure()
            while project.jobs.counts()["done"] < len(recipes):
                peak = max(peak, *_memory(crew.pids))
                _no_failure(project)
                time.sleep(LOOK_SECONDS)
            seconds = time.perf_counter() - began
        project.close()
    return film.frames / seconds, peak


def _no_failure(project: Project) -> None:
    if project.jobs.counts()["failed"]:
        raise RuntimeError("a take failed while measuring")


def _memory(pids: Sequence[int]) -> list[float]:
    """Resident memory of living processes, MiB."""
    found = [0.0]
    for pid in pids:
        try:
            found.append(psutil.Process(pid).memory_info().rss / MIB)
        except psutil.NoSuchProcess:
            continue
    return found


def crew_figures(quick: bool) -> dict[str, float]:
    """Frames a second of two workers at full size, their memory, and the draft tier's speed."""
    full, small = ferry(), ferry(DRAFT_SIZE)
    if quick:
        full, small = _cropped(full), _cropped(small)
    fps, mib = shooting(full)
    draft_fps, _ = shooting(small)
    return {
        "fps": round(fps, 1),
        "worker_mib": round(mib),
        "draft_tier_fps": round(draft_fps, 1),
        "draft_tier_x_realtime": round(draft_fps / float(small.frame_rate), 1),
    }


def _cropped(film: Film) -> Film:
    """The same shots, a third as long: for a quick look only."""
    shots = {
        name: shot.model_copy(update={"frames": max(12, shot.frames // 3)})
        for name, shot in film.shots.items()
    }
    return film.model_copy(update={"shots": shots})


def control_passes(run: int) -> dict[str, float]:
    """What depth, pose and id maps of the same frames cost beside the picture, CPU ms a frame."""
    film = ferry()
    spec = spec_of(film, next(shot for shot in film.order if film.shots[shot].dialogue))
    numbers = range(max(2, run // 6))
    _draw_maps(spec, range(1))
    spent = cpu(lambda: _draw_maps(spec, numbers))
    return {"passes_ms": round(1000 * spent / len(numbers), 1)}


def _draw_maps(spec: ShotSpec, numbers: Sequence[int]) -> None:
    from tools.theatre.passes import passes

    for maps in passes(spec, list(numbers), ("depth", "pose", "ids")).frames:
        assert len(maps) == 3


def checks(quick: bool = False) -> dict[str, float]:
    """Every figure of speed."""
    from tools.theatre.shot import warm

    warm()
    run = QUICK_RUN if quick else RUN
    return {**crew_figures(quick), **drawing(run), **control_passes(run)}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(checks("--quick" in sys.argv[1:]), indent=2) + "\n")
