"""The lexical embedder: the same everywhere, near for what is alike, no download."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from memory.embedding import DIMENSION, NAME, concepts, content, embed, stem, terms, vector

ROOT = Path(__file__).parents[3]


def close(one: str, other: str) -> float:
    return float(vector(one) @ vector(other))


def test_rows_are_unit_vectors_of_the_named_size() -> None:
    rows = embed(["Mara wears a red coat.", "", "???", "雨"])
    assert rows.shape == (4, DIMENSION)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1.0)
    assert embed([]).shape == (0, DIMENSION)


def test_the_name_holds_model_and_dimension() -> None:
    assert "lexical" in NAME
    assert NAME.endswith(str(DIMENSION))


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_another_process_makes_the_same_vectors(seed: str) -> None:
    code = "from memory.embedding import embed; print(embed(['Mara in red']).tobytes().hex())"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True,
        env={"PYTHONHASHSEED": seed, "PATH": ""},
    )  # fmt: skip
    assert bytes.fromhex(run.stdout.strip()) == embed(["Mara in red"]).tobytes()


def test_what_is_alike_is_near() -> None:
    fact = "Mara wears a grey wool coat."
    assert close("what is Mara wearing", fact) > close("who has the letter", fact)
    assert close("the jacket of Mara", fact) > close("the lamp of Mara", fact)


def test_a_slip_of_the_keyboard_stays_nearer_than_another_word() -> None:
    assert close("suitcase", "suitcse") > close("suitcase", "lantern") + 0.05


def test_forms_of_a_word_are_one_word() -> None:
    assert {stem(word) for word in ("carry", "carries", "carrying", "carried")} == {"carr"}
    assert stem("coats") == stem("coat")
    assert stem("glass") == "glass"


def test_words_of_one_kind_share_a_concept() -> None:
    assert set(concepts("cap")) & set(concepts("bareheaded"))
    assert terms("her wounded hand") & terms("a bandaged finger") >= {"INJURY", "HAND"}
    assert not concepts("ferryman")


def test_small_words_carry_no_meaning() -> None:
    assert content("What is on Mara's table?") == ["mara", "table"]
