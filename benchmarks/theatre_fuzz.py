"""Does the theatre show who is in the shot, and survive any words? Random documents, seeded.

    python -m benchmarks.theatre_fuzz [--texts FOLDER] [--shots N] [--specs N] [--seed N]

cast_by_id_pass: in all of 200 generated shots, everyone the shot names is seen in the id pass and
nobody else is. random_specs_clean: of 300 stranger ones, drawn small in several aspects: no
exception, no empty or flat frame, no subject out of frame that was asked in, the same bits when
drawn again. Offenders go to the error stream. Nobody is asked to be seen whom the shot itself
leaves out: those beside the focus of a close shot, the eyes of a point of view, and the cast of an
insert of a thing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

from benchmarks.theatre_documents import SHOT, Generated, document, sentences
from memory.errors import RoughcutError
from memory.film import Shot
from memory.vocabulary import Angle, Size
from tools.theatre import stage as stages
from tools.theatre.passes import Sight
from tools.theatre.spec import ShotSpec
from tools.theatre.staging import stage

SHOTS, SPECS = 200, 300
SEEN_PIXELS = 10
"""Of 320x180; fewer do not count as being seen."""

SEEN_AT = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Shares of a shot at which its cast is looked for; seen in one is seen."""

GRAIN_SIGMA, LEAST_RANGE, LEAST_SPREAD = 2.0, 8.0, 1.8
"""A frame shows something when its luma, its grain smoothed away by so many pixels, has so many
steps between the 1st and 99th percentile and such a standard deviation."""

FAULTS = (
    RoughcutError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NameError,
    RuntimeError,
    TypeError,
    ValueError,
    cv2.error,
)
"""What counts as the theatre's own fault, and not as a machine's."""

CLOSE = (Size.MCU, Size.CU, Size.BCU, Size.ECU)


def checks(
    texts: Path | None = None, shots: int = SHOTS, specs: int = SPECS, first: int = 0
) -> dict[str, float]:
    """Both checks as 1.0 or 0.0, and the share of shots that pass each; seeds go from `first`."""
    words = sentences(texts)
    wrong = [told for n in range(shots) for told in _cast_trouble(first + n, words)]
    unclean = [told for n in range(specs) for told in _spec_trouble(first + n, words)]
    for told in (*wrong, *unclean):
        sys.stderr.write(told + "\n")
    lost = {told.split(":")[0] for told in wrong}
    dirty = {told.split(":")[0] for told in unclean}
    return {
        "cast_by_id_pass": not lost,
        "cast_by_id_share": round(1 - len(lost) / max(1, shots), 4),
        "random_specs_clean": not dirty,
        "random_specs_share": round(1 - len(dirty) / max(1, specs), 4),
    }


def _cast_trouble(seed: int, words: Sequence[str]) -> list[str]:
    _tell(seed, "cast")
    return cast_trouble(document(seed, words, tame=True))


def _spec_trouble(seed: int, words: Sequence[str]) -> list[str]:
    _tell(seed, "specs")
    return spec_trouble(document(seed, words))


def _tell(seed: int, what: str) -> None:
    if seed % 20 == 0:
        sys.stderr.write(f"{what} {seed}\n")
        sys.stderr.flush()


def cast_trouble(made: Generated) -> list[str]:
    """Who is missing from a shot, and who is in it unasked: one line each, empty when none."""
    try:
        spec = stage(made.film, SHOT)
        sight = Sight(spec)
    except FAULTS as error:
        return [f"{made.told}: {type(error).__name__} {error}"]
    return _missing(made, spec, sight)


def spec_trouble(made: Generated) -> list[str]:
    """What is wrong with a drawn shot, one line each; empty when it is clean."""
    try:
        spec = stage(made.film, SHOT)
        if ShotSpec.from_json(spec.to_json()) != spec:
            return [f"{made.told}: the spec is another after a trip through JSON"]
        sight = Sight(spec)
        found = _missing(made, spec, sight)
        drawn = {n: sight.stage.planes(n).copy() for n in (0, spec.frames // 2, spec.length - 1)}
        found += [f"{made.told}: frame {n} {why}" for n, f in drawn.items() for why in _dull(f)]
        number = spec.frames // 2
        stages._baked.clear()
        if not np.array_equal(stages.Stage(spec).planes(number), drawn[number]):
            found.append(f"{made.told}: frame {number} is another when drawn again")
    except FAULTS as error:
        return [f"{made.told}: {type(error).__name__} {error}"]
    return found


def _dull(frame: np.ndarray) -> list[str]:
    rows = frame.shape[0] * 2 // 3
    luma = cv2.GaussianBlur(frame[:rows].astype(np.float32), (0, 0), GRAIN_SIGMA)
    low, high = np.percentile(luma, (1, 99))
    if high - low < LEAST_RANGE or luma.std() < LEAST_SPREAD:
        return [f"is flat: {low:.0f} to {high:.0f}, spread {luma.std():.1f}"]
    return []


def _missing(made: Generated, spec: ShotSpec, sight: Sight) -> list[str]:
    shot = made.film.shots[SHOT]
    if shot.size is Size.INSERT:
        return []
    seen = _seen(spec, sight)
    wanted, allowed = _asked(made, shot)
    lost = [name for name in wanted if name not in seen]
    extra = [name for name in seen if name not in allowed]
    return [f"{made.told}: {name!r} is not seen" for name in lost] + [
        f"{made.told}: {name!r} is seen unasked" for name in extra
    ]


def _seen(spec: ShotSpec, sight: Sight) -> set[str]:
    seen: set[str] = set()
    least = SEEN_PIXELS * spec.width * spec.height / (320 * 180)
    for share in SEEN_AT:
        mask = sight.frame(round(share * (spec.length - 1)), ["ids"])["ids"]
        counts = np.bincount(mask.reshape(-1), minlength=256)
        seen |= {a.name for n, a in enumerate(spec.actors, 1) if counts[n] >= least}
    return seen


def _asked(made: Generated, shot: Shot) -> tuple[list[str], list[str]]:
    """(who must be seen, who may be seen) in a shot, by name."""
    named = [made.film.characters[who].name for who in shot.subjects]
    everyone = [one.name for one in made.film.characters.values()]
    over = shot.angle is Angle.OTS or "ots" in shot.foreground
    allowed = everyone if over else named
    if shot.angle is Angle.POV:
        return [], allowed  # one of them is the lens, and who that is depends on the words
    focused = [name for name in named if shot.focus and name.lower() in shot.focus.lower()]
    if over or shot.size in CLOSE:
        return (focused[:1] or named[:1]), allowed
    return named, allowed


def main(words: Sequence[str]) -> int:
    """Run both; 1 when anything offends."""
    asks = argparse.ArgumentParser(prog="benchmarks.theatre_fuzz")
    asks.add_argument("--texts", type=Path)
    asks.add_argument("--shots", type=int, default=SHOTS)
    asks.add_argument("--specs", type=int, default=SPECS)
    asks.add_argument("--seed", type=int, default=0)
    given = asks.parse_args(words)
    found = checks(given.texts, given.shots, given.specs, given.seed)
    sys.stdout.write("".join(f"{name} {value}\n" for name, value in found.items()))
    return 0 if found["cast_by_id_pass"] and found["random_specs_clean"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
