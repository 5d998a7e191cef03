"""A small part of the theatre's fuzz: the cast is seen, and strange words are survived."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks import theatre_fuzz
from benchmarks.theatre_documents import document, sentences
from benchmarks.theatre_fuzz import cast_trouble, spec_trouble
from memory.film import Film
from tools.theatre.spec import ShotSpec
from tools.theatre.staging import stage

WORDS = sentences()


@pytest.mark.parametrize("seed", range(1000, 1004))
def test_who_is_in_the_shot_is_seen_and_nobody_else(seed: int) -> None:
    assert cast_trouble(document(seed, WORDS, tame=True)) == []


@pytest.mark.parametrize("seed", range(2000, 2004))
def test_a_random_document_is_drawn_clean(seed: int) -> None:
    assert spec_trouble(document(seed, WORDS)) == []


def test_a_seed_is_always_the_same_film() -> None:
    assert document(7, WORDS).film == document(7, WORDS).film
    assert document(7, WORDS).film != document(8, WORDS).film


def test_someone_out_of_the_frame_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    made = document(1000, WORDS, tame=True)
    monkeypatch.setattr(theatre_fuzz, "stage", _emptied)
    assert "is not seen" in cast_trouble(made)[0]


def _emptied(film: Film, shot: str) -> ShotSpec:
    spec = stage(film, shot)
    return replace(spec, actors=tuple(replace(actor, x=60.0, walk=None) for actor in spec.actors))
