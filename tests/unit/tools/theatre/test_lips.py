"""Mouths follow the neutral phonemes of the words, fitted to the line's slot."""

from __future__ import annotations

import pytest

from tools.theatre.lips import _guessed, loudness, spoken
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
    assert 0.0 < edges[-1] <= 1.0


def test_a_line_fills_the_slot_it_was_given_and_no_more_than_a_voice_could() -> None:
    text = "You're late. I have been waiting for the boat since the morning."
    whole, long = (spoken(SpokenLine(0, n, text, "en"))[2] for n in (90, 900))
    assert whole[-1][2] == pytest.approx(1.0, abs=0.02)
    assert long[-1][2] < 0.5


def test_loudness_has_a_reading_for_every_frame() -> None:
    levels = loudness(SpokenLine(0, 60, "You're late. I have been waiting.", "en"))
    assert len(levels) in (0, 60)
    assert all(0.0 <= level <= 1.0 for level in levels)


def test_without_an_engine_letters_move_the_lips() -> None:
    sounds = [ipa for ipa, _, _ in _guessed("Mama").sounds]
    assert sounds[:4] == ["m", "a", "m", "a"]
