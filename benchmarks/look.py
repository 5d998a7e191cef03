"""The two frames the look is measured by, drawn anew through the ordinary chain.

    python -m benchmarks.look --out FOLDER

examples/look/film.json says what is seen in plain fields; each frame is drawn in its own format and
matted to 1280x720 as at export. How it looks is for eyes that did not make it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from memory.film import Film
from memory.reference import load_reference
from tools.theatre.geometry import Plate
from tools.theatre.shot import still
from tools.theatre.staging import stage

FILM = Path(__file__).parents[1] / "examples" / "look" / "film.json"
PICTURE = (1280, 720)


@dataclass(frozen=True, slots=True)
class Picked:
    """One frame of the film: its shot, its number and the height left between the mattes."""

    shot: str
    frame: int
    height: int


FRAMES = (Picked("exterior", 42, 536), Picked("interior", 40, 600))
"""2.39:1, and 2.13:1."""


def film(path: Path = FILM) -> Film:
    """The small film the frames are taken from."""
    return load_reference(json.loads(path.read_text(encoding="utf-8")))


def drawn(of: Film, picked: Picked) -> Plate:
    """A frame with its mattes: BGR uint8 (720, 1280, 3)."""
    width, height = PICTURE
    view = of.model_copy(update={"width": width, "height": picked.height})
    picture = still(stage(view, picked.shot), picked.frame)
    whole = np.zeros((height, width, 3), np.uint8)
    top = (height - picked.height) // 2
    whole[top : top + picked.height] = picture
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Write each frame as a PNG into a folder and say where."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    folder: Path = parser.parse_args(arguments).out
    folder.mkdir(parents=True, exist_ok=True)
    seen = film()
    for picked in FRAMES:
        path = folder / f"{picked.shot}.png"
        cv2.imwrite(str(path), drawn(seen, picked))
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
