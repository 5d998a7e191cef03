"""The paper theatre measured: speed against the encoder, memory, bakes, and the checks of looks.

    python -m benchmarks.theatre [--json] [--quick] [--only NAMES] [--write-readme]

--json prints one flat JSON object and nothing else; otherwise a table. Ends with 1 when an aim is
missed, and names what was missed on the error stream. --quick takes fewer frames and leaves the
checks of looks out; --only takes some parts (speed, camera, cast, acting, light, fuzz), as
"speed,light". --write-readme puts the figures into the README's table, between its markers.

Pinned: the film is examples/the_night_ferry as laid out once (night_ferry.json), 1280x720 at 24
frames a second, with its own grain (0.2); the encoder is the house's frozen profile (x264 veryfast,
CRF 18, one thread).
`render_ms_*` is CPU of this process a frame. `ratio_*` is the speed of rendering and encoding as a
share of the encoder alone on the very same frames: CPU against CPU, one after the other for every
shot of one run, so that it holds on a busy machine (no aim: a cheaper encoder lowers it). `fps` is
wall time of two worker processes over the whole film, encoding and their start included: it does
not hold on a busy machine.
A check that cannot be run is a value (NAME_failed), never a crash.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

Figure = float | bool | str

TOPICS = ("camera", "cast", "acting", "light", "fuzz")
README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- theatre figures: begin -->", "<!-- theatre figures: end -->"

AT_MOST = {
    "render_ms_exterior": 25.0,
    "render_ms_dialogue": 30.0,
    "bake_seconds": 3.0,
    "worker_mib": 400.0,
    "passes_ms": 40.0,
    "feet_slip_px": 2.0,
    "hue_error_deg": 12.0,
}
AT_LEAST = {
    "fps": 30.0,
    "draft_tier_x_realtime": 4.0,
    "albedo_identical": 1.0,
    "lips_closed_pbm": 0.95,
    "lips_closed_silence": 0.99,
    "mouth_loudness_correlation": 0.6,
    "darker_gate": 1.0,
}
WORDS = {
    "render_ms_exterior": "drawing a frame outdoors, CPU ms",
    "render_ms_exterior_dearest": "the dearest such shot",
    "render_ms_dialogue": "drawing a frame of dialogue indoors, CPU ms",
    "render_ms_dialogue_dearest": "the dearest such shot",
    "encode_ms": "encoding the same frames, CPU ms a frame",
    "ratio_exterior": "speed with drawing, as a share of the encoder's own, outdoors",
    "ratio_dialogue": "the same in dialogue",
    "fps": "the whole film, drawn and encoded by two workers, frames a second",
    "draft_tier_fps": "the same at 640x360",
    "draft_tier_x_realtime": "the draft tier against real time, times",
    "bake_seconds": "painting a place, the dearest, CPU seconds",
    "passes_ms": "depth, pose and id maps of a frame more, CPU ms",
    "worker_mib": "most memory of a worker, MiB",
}


ASK = """
import contextlib, importlib, json, sys
module = importlib.import_module(sys.argv[1])
with contextlib.redirect_stdout(sys.stderr):
    found = module.checks(*json.loads(sys.argv[2]))
sys.stdout.write(json.dumps(found, default=float))
"""


def gathered(quick: bool, only: Sequence[str]) -> dict[str, Figure]:
    """Every figure asked for, one key each."""
    found: dict[str, Figure] = {}
    for topic in only:
        found |= _asked(topic, [quick] if topic == "speed" else [])
    return found


def _asked(topic: str, words: list[bool]) -> dict[str, Figure]:
    """The figures of one part, from a process of its own: its fall is a figure, not ours."""
    name = f"benchmarks.theatre_{topic}"
    command = [sys.executable, "-c", ASK, name, json.dumps(words)]
    run = subprocess.run(command, capture_output=True, check=False)
    if run.returncode:
        told = run.stderr.decode("utf-8", "replace").strip().splitlines()
        return {f"{topic}_failed": (told[-1] if told else f"exit {run.returncode}")[:300]}
    return dict(json.loads(run.stdout))


def missed(found: Mapping[str, Figure]) -> list[str]:
    """The names of figures that are not as they should be."""
    out = [name for name, value in found.items() if value is False or name.endswith("_failed")]
    out += [name for name, aim in AT_MOST.items() if name in found and float(found[name]) > aim]
    out += [name for name, aim in AT_LEAST.items() if name in found and float(found[name]) < aim]
    return list(dict.fromkeys(out))


def aim_of(name: str) -> str:
    """The aim of a figure in words, or nothing."""
    if name in AT_MOST:
        return f"at most {AT_MOST[name]:g}"
    return f"at least {AT_LEAST[name]:g}" if name in AT_LEAST else ""


def _shown(value: Figure) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float | int) else value


def table(found: Mapping[str, Figure]) -> str:
    """The figures as a table in Markdown."""
    rows = ["| what | measured | aim |", "|---|---|---|"]
    for name, value in found.items():
        words = WORDS.get(name, name.replace("_", " "))
        rows.append(f"| {words} | {_shown(value)} | {aim_of(name)} |")
    return "\n".join(rows)


def write_readme(found: Mapping[str, Figure], path: Path = README) -> None:
    """Put the figures of speed between the README's markers.

    Raises:
        ValueError: it has no such markers.
    """
    text = path.read_text("utf-8")
    told = table({name: found[name] for name in WORDS if name in found})
    span = re.compile(re.escape(BEGIN) + r".*?" + re.escape(END), re.DOTALL)
    if not span.search(text):
        raise ValueError(f"{path.name} has no markers for the theatre's figures.")
    path.write_text(span.sub(lambda _: f"{BEGIN}\n{told}\n{END}", text), "utf-8")


def main(words: Sequence[str]) -> int:
    """Measure, print, and tell what was missed."""
    parts = ("speed", *TOPICS)
    asked = argparse.ArgumentParser(description="Measure the paper theatre.")
    asked.add_argument("--json", action="store_true", help="one flat JSON object, nothing else")
    asked.add_argument("--quick", action="store_true", help="fewer frames, speed alone")
    asked.add_argument("--only", default="", help=f"some of {', '.join(parts)}")
    asked.add_argument("--write-readme", action="store_true", help="figures into the README")
    given = asked.parse_args(list(words))
    only = given.only.split(",") if given.only else ["speed"] if given.quick else parts
    found = gathered(given.quick, only)
    sys.stdout.write((json.dumps(found, indent=2) if given.json else table(found)) + "\n")
    if given.write_readme:
        write_readme(found)
    names = missed(found)
    if names:
        told = (f"{name} {_shown(found[name])} ({aim_of(name) or 'should hold'})" for name in names)
        sys.stderr.write("missed: " + "; ".join(told) + "\n")
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
