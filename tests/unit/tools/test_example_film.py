"""The film of the vocabulary: written by its script, readable, naming what it shows."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest

from memory.film import Film
from memory.reference import dump_reference, load_reference
from memory.vocabulary import Emotion, MoveType, Size

FOLDER = Path(__file__).parents[3] / "examples" / "vocabulary"


@pytest.fixture(scope="module")
def film() -> Film:
    return load_reference(json.loads((FOLDER / "film.json").read_text("utf-8")))


def test_the_file_is_what_the_script_writes(film: Film) -> None:
    written = runpy.run_path(str(FOLDER / "write_film.py"))["film"]()
    assert dump_reference(written) == dump_reference(film)


def test_forty_short_shots_each_named(film: Film) -> None:
    assert len(film.order) == 40
    assert all(len(film.shots[s].overlays) == 1 for s in film.order)
    assert all(1.5 <= film.shots[s].frames / 24 <= 2.6 for s in film.order)
    words = [film.shots[s].overlays[0] for s in film.order]
    assert len(set(words)) == 40
    assert max(map(len, words)) <= 42


def test_every_size_and_feeling_is_there_and_most_moves(film: Film) -> None:
    shots = [film.shots[s] for s in film.order]
    assert {shot.size for shot in shots} == set(Size)
    assert {one for shot in shots for one in shot.emotions.values()} == set(Emotion)
    moves = {shot.movement.type for shot in shots}
    assert len(moves) >= 14
    assert moves >= {MoveType.RACK_FOCUS, MoveType.DOLLY_ZOOM, MoveType.WHIP_PAN}
