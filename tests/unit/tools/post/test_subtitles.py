"""Captions a person can read: short, unhurried, apart, and with every word in them."""

from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pysubs2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.subtitles import (
    GAP_FRAMES,
    LINE_CHARACTERS,
    Caption,
    SpokenLine,
    blocks_of,
    captions,
    cells,
    write_srt,
    write_vtt,
)

RATE = Fraction(24)
LINES = st.builds(SpokenLine, st.text(max_size=200), st.integers(0, 900), st.integers(1, 240))


@given(st.lists(LINES, max_size=8))
def test_captions_are_small_in_order_and_apart(spoken: list[SpokenLine]) -> None:
    cues = captions(spoken, RATE)
    for cue in cues:
        assert 1 <= len(cue.lines) <= 2
        assert all(0 < cells(line) <= LINE_CHARACTERS for line in cue.lines)
        assert cue.stop > cue.start >= 0
    for before, after in pairwise(cues):
        assert after.start - before.stop >= GAP_FRAMES


@given(
    st.lists(
        st.sampled_from(["the", "ferry", "leaves", "tonight,", "Theo.", "and", "we"]), max_size=80
    )
)
def test_no_word_is_lost(words: list[str]) -> None:
    text = " ".join(words)
    assert " ".join(line for rows in blocks_of(text) for line in rows) == text


def test_a_caption_stays_long_enough_to_read() -> None:
    (cue,) = captions([SpokenLine("No.", 100, 6)], RATE)
    assert cue.start == 100
    assert cue.stop - cue.start >= 20


def test_a_caption_never_runs_into_the_next() -> None:
    first, second = captions([SpokenLine("Wait.", 10, 20), SpokenLine("Why?", 36, 20)], RATE)
    assert second.start == 36
    assert first.stop == 34


def test_speakers_who_overlap_are_both_read() -> None:
    cues = captions([SpokenLine("Stop, stop!", 10, 40), SpokenLine("I won't.", 12, 30)], RATE)
    assert [cue.lines for cue in cues] == [("Stop, stop!",), ("I won't.",)]
    assert cues[0].stop - cues[0].start >= 20


def test_a_long_line_is_split_where_one_breathes() -> None:
    text = (
        "I kept the light for thirty years, and nobody came. "
        "Now the sea is up to the door, and you ask me to leave it burning."
    )
    cues = captions([SpokenLine(text, 0, 240)], RATE)
    assert len(cues) == 2
    assert cues[0].lines[-1].endswith("came.")
    assert cues[1].start in range(90, 130)


def test_two_rows_are_about_equally_long() -> None:
    ((upper, lower),) = blocks_of("You said the last ferry would wait for both of us")
    assert abs(len(upper) - len(lower)) < 10


@pytest.mark.parametrize("write", [write_srt, write_vtt])
def test_files_say_the_same_when_read_back(tmp_path: Path, write: object) -> None:
    cues = [Caption(("Hello <i>{\\an8}there", "a --> b & c"), 12, 48), Caption(("Да",), 50, 80)]
    safe = captions([SpokenLine("Hello <i>{\\an8}there a --> b & c", 12, 36)], RATE)
    path = write([*safe, cues[1]], RATE, tmp_path / "film.sub")  # type: ignore[operator]
    sheet = pysubs2.SSAFile.from_string(path.read_text("utf-8"))
    assert [(line.start, line.text) for line in sheet] == [
        (500, "Hello ‹i›(/an8)there a → b ＆ c"),
        (2083, "Да"),
    ]
