"""Mouths follow the neutral phonemes of the words, fitted to the line's slot."""

from __future__ import annotations

import pytest

from tools.theatre.lips import _guessed, spoken
from tools.theatre.spec import SpokenLine


@pytest.mark.parametrize("text", ["You're late.", "a", "Mmm", "Ω", "…", "", "hello " * 200])
@pytest.mark.parametrize("language", ["en", "xx-none"])
def test_sounds_fill_the_slot_in_order(text: str, language: str) -> None:
    start, frames, sounds = spoken(SpokenLine(6, 40, text, language))
    assert (start, frames) == (6, 40)
    assert sounds
    edges = [edge for _, first, last in sounds for edge in (first, last)]
    assert edges == sorted(edges)
    assert edges[0] == 0.0
    assert edges[-1] == pytest.approx(1.0, abs=0.01)


def test_without_an_engine_letters_move_the_lips() -> None:
    sounds = [ipa for ipa, _ in _guessed("Mama")]
    assert sounds[:4] == ["m", "a", "m", "a"]
