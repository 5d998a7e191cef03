"""CPU of the theatre at 1280x720: milliseconds a frame outdoors and in dialogue, and the encoder's.

    python -m benchmarks.theatre [FRAMES]

Grain and the encode profile are the house's own. Rendering is CPU time of this process; the
encoder's floor is measured in the same run on the very same frames, so that the ratio holds on a
busy machine too. Aims: 25 ms outdoors, 30 ms in dialogue, 30 frames a second on 2 cores, encoded.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from memory.film import Film
from memory.reference import load_reference
from tools.encode import Profile, write_clip
from tools.takes import staged, take_recipe
from tools.theatre.shot import render, warm
from tools.theatre.spec import ShotSpec

REFERENCE = Path(__file__).parents[1] / "tests" / "data" / "reference_film.json"
AIMS_MS = {"outdoors": 25.0, "dialogue": 30.0}
FRAMES = 72


def cases(film: Film) -> dict[str, ShotSpec]:
    """The widest exterior, and a shot indoors in which someone speaks."""
    shots = [film.shots[shot] for shot in film.order]
    outdoors = next(s for s in shots if film.scenes[s.scene].int_ext == "EXT")
    indoors = [s for s in shots if s.dialogue and film.scenes[s.scene].int_ext == "INT"]
    spoken = next((s for s in indoors if len(s.subjects) > 1), indoors[0])
    named = {"outdoors": outdoors.id, "dialogue": spoken.id}
    return {name: staged(take_recipe(film, shot).inputs) for name, shot in named.items()}


def measured(spec: ShotSpec, count: int, folder: Path) -> dict[str, float]:
    """Baking, then CPU a frame of rendering, wall a frame of encoding, and both together."""
    profile = Profile(spec.width, spec.height)
    began = time.process_time()
    next(iter(render(spec, 0, 1)))
    baked = time.process_time() - began
    began = time.process_time()
    frames = [frame.copy() for frame in render(spec, 0, count)]
    drawn = (time.process_time() - began) / count
    began = time.perf_counter()
    write_clip(iter(frames), profile, folder / "floor.mp4")
    floor = (time.perf_counter() - began) / count
    began = time.perf_counter()
    write_clip(render(spec, 0, count), profile, folder / "take.mp4")
    whole = (time.perf_counter() - began) / count
    return {
        "bake_seconds": round(baked, 2),
        "render_cpu_ms": round(drawn * 1000, 1),
        "encode_alone_ms": round(floor * 1000, 1),
        "take_ms": round(whole * 1000, 1),
        "take_fps_one_worker": round(1 / whole, 1),
        "share_of_encoder_speed": round(floor / whole, 2),
    }


def main(words: Sequence[str]) -> int:
    """Print the figures as JSON; 1 when an aim is missed."""
    count = int(words[0]) if words else FRAMES
    film = load_reference(json.loads(REFERENCE.read_text("utf-8")))
    film = film.model_copy(update={"width": 1280, "height": 720})
    warm()
    with tempfile.TemporaryDirectory() as folder:
        found: dict[str, Any] = {
            name: measured(spec, min(count, spec.frames), Path(folder))
            for name, spec in cases(film).items()
        }
    met = all(found[name]["render_cpu_ms"] <= aim for name, aim in AIMS_MS.items())
    sys.stdout.write(json.dumps({**found, "aims_ms": AIMS_MS, "met": met}, indent=2) + "\n")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
