"""Screenplays as formats: a feature there and back, changed scripts over films, mutated files.

    python -m benchmarks.screenplays [PAGES] [MUTANTS]

Prints one JSON object; exit code 1 when an aim is missed.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from agent.writing.breakdown import break_down
from agent.writing.rewritten import lay_over
from benchmarks.long_script import long_script
from memory.edit import apply_all
from memory.errors import BadRequest
from memory.film import Film
from memory.script import Script
from tests.proof.mutants import KINDS, mutant
from tools.formats.fdx import read_fdx
from tools.formats.fdx_text import write_fdx
from tools.formats.fountain import read_fountain, write_fountain
from tools.formats.reading import read_file
from tools.formats.shot_notes import with_shot_notes, without_shot_notes
from tools.pictured import picture_inputs

T = TypeVar("T")
MOST_SECONDS, MOST_MIB = 10.0, 500.0
HANG_SECONDS = 10.0
SAMPLE = 40
"""Lines and actions of the feature that are changed one at a time."""

ROOT = Path(__file__).parents[1]


def timed(into: dict[str, Any], name: str, work: Callable[[], T]) -> T:
    """Do something and note its seconds of CPU."""
    began = time.process_time()
    result = work()
    into[name] = round(time.process_time() - began, 3)
    return result


def peak_mib() -> float:
    """The most memory this process has held."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def feature(pages: int) -> dict[str, Any]:
    """A generated feature read, broken down, written back, exported and imported again."""
    seconds: dict[str, Any] = {}
    text = long_script(pages)
    script = timed(seconds, "read", lambda: read_fountain(text))
    empty = Film(id="bench")
    film = timed(seconds, "broken_down", lambda: apply_all(empty, break_down(script, empty)))
    written = timed(seconds, "written", lambda: write_fountain(script))
    again = timed(seconds, "read_again", lambda: read_fountain(written))
    fdx = timed(seconds, "fdx_both_ways", lambda: read_fdx(write_fdx(script).encode()))
    noted = timed(seconds, "shot_notes", lambda: write_fountain(with_shot_notes(script, film)))
    back = read_fountain(noted)
    same = timed(seconds, "laid_over", lambda: lay_over(film, back).changes)
    bare, links = without_shot_notes(back, film)
    return {
        "pages": pages,
        "letters": len(text),
        "scenes": len(film.scene_order()),
        "shots": len(film.order),
        "seconds": seconds,
        "seconds_all": round(sum(seconds.values()), 2),
        "peak_mib": peak_mib(),
        "fountain_equal": again == script,
        "fdx_equal": fdx == script,
        "notes_equal": bare == script and {one.shot for one in links} == set(film.order),
        "nothing_changed_by_itself": not same,
    }


def touched(pages: int) -> dict[str, Any]:
    """One word put into one shot's words at a time; which pictures change."""
    script = read_fountain(long_script(pages))
    empty = Film(id="bench")
    film = apply_all(empty, break_down(script, empty))
    noted = write_fountain(with_shot_notes(script, film))
    before = {one: picture_inputs(film, one) for one in film.order}
    tried = exact = ids_kept = 0
    for shot in random.Random(5).sample(list(film.order), SAMPLE):
        text = _changed(noted, film, shot)
        if text is None:
            continue
        tried += 1
        over = lay_over(film, read_fountain(text))
        after = apply_all(film, over.changes)
        stale = [
            s for s in film.order if s in after.shots and picture_inputs(after, s) != before[s]
        ]
        exact += stale == [shot]
        ids_kept += after.order == film.order
    return {"tried": tried, "only_the_touched_shot": exact, "ids_and_order_kept": ids_kept}


def _changed(noted: str, film: Film, shot: str) -> str | None:
    """The screenplay with another word in the words of a shot; None where it has none."""
    lines = film.shots[shot].dialogue
    action = film.shots[shot].action
    words = lines[-1].line if lines else ". ".join(action.split(". ")[-1:])
    at = noted.index(f"[[shot:{shot} ")
    where = noted.find(words, at)
    if not words or where < 0 or where > at + 400:
        return None
    new = f"Listen, {words}" if lines else words.rstrip(".") + " slowly."
    return noted[:where] + new + noted[where + len(words) :]


def mutants(count: int) -> dict[str, Any]:
    """Mutated files of every kind, read, written, broken down and laid over."""
    sources = [
        (ROOT / "tests/data/crow_and_pitcher.fountain").read_text("utf-8"),
        (ROOT / "examples/the_night_ferry.fountain").read_text("utf-8"),
        long_script(6),
    ]
    seen = {"files": 0, "read": 0, "refused": 0, "prose": 0, "crashed": 0, "hung": 0}
    slowest, unequal, faults = 0.0, 0, []
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        data = mutant(kind, sources[number % len(sources)], random.Random(f"bench/{number}"))
        began = time.process_time()
        seen["files"] += 1
        try:
            script = read_file(data, kind)
            seen["prose" if script is None else "read"] += 1
            if script is not None:
                unequal += not _survives(script)
        except BadRequest:
            seen["refused"] += 1
        except Exception as fault:  # noqa: BLE001  # what is counted here
            seen["crashed"] += 1
            faults.append(f"{kind} {number}: {type(fault).__name__}")
        took = time.process_time() - began
        slowest = max(slowest, took)
        seen["hung"] += took > HANG_SECONDS
    return {**seen, "unequal": unequal, "slowest_seconds": round(slowest, 2), "faults": faults[:9]}


def _survives(script: Script) -> bool:
    """Whether a script written and read again has the same words; it must also be filmable."""
    write_fdx(script)
    same = read_fountain(write_fountain(script)).plain() == script.plain()
    empty = Film(id="bench")
    film = apply_all(empty, break_down(script, empty))
    lay_over(film, with_shot_notes(script, film))
    return same


def main() -> int:
    """Measure, print, and say by the exit code whether the aims are met."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 120
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    long = feature(pages)
    found: dict[str, Any] = {"feature": long, "one_change": touched(24), "mutants": mutants(count)}
    bad = found["mutants"]
    missed = {
        "seconds": long["seconds_all"] > MOST_SECONDS,
        "memory": long["peak_mib"] > MOST_MIB,
        "round_trip": not (long["fountain_equal"] and long["fdx_equal"] and long["notes_equal"]),
        "mutants": bool(bad["crashed"] or bad["hung"] or bad["unequal"]),
        "locality": found["one_change"]["only_the_touched_shot"] < found["one_change"]["tried"],
    }
    found["missed"] = [name for name, is_missed in missed.items() if is_missed]
    print(json.dumps(found, indent=1))
    return int(bool(found["missed"]))


if __name__ == "__main__":
    sys.exit(main())
