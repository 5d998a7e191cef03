"""The trade's words: synonyms, the longest match, the ladder of sizes."""

from __future__ import annotations

import pytest

from memory import vocabulary
from memory.synonyms import SYNONYMS
from memory.timing import clock, parse_rate, timecode, to_frames, to_samples, to_seconds
from memory.vocabulary import Angle, MoveType, Size, Term, Weather, find, parse, step


@pytest.mark.parametrize("name", SYNONYMS)
def test_every_synonym_names_a_member(name: str) -> None:
    kind = getattr(vocabulary, name)
    assert issubclass(kind, Term)
    for word in SYNONYMS[name]:
        assert parse(kind, word) is not None, word


def test_words_are_read_whatever_their_dress() -> None:
    assert parse(Size, "Close-Up") is Size.CU
    assert parse(MoveType, "push_in") is MoveType.DOLLY_IN
    assert parse(Angle, "over the shoulder") is Angle.OTS
    assert parse(Size, "establish") is None


def test_the_longest_word_in_a_sentence_wins() -> None:
    assert find(Size, "a medium close-up of Mara") is Size.MCU
    assert find(MoveType, "tilt down to the letter") is MoveType.TILT_DOWN
    assert find(Weather, "nothing of the kind") is None


def test_families_are_not_mixed_up() -> None:
    pairs = [("pan left", "truck left"), ("tilt up", "pedestal up"), ("zoom in", "dolly in")]
    for one, other in pairs:
        assert parse(MoveType, one) is not parse(MoveType, other)


def test_the_ladder_has_ends() -> None:
    assert step(Size.MS, 1) is Size.MCU
    assert step(Size.ECU, 3) is Size.ECU
    assert step(Size.EWS, -1) is Size.EWS


def test_time_is_exact() -> None:
    rate = parse_rate("24000/1001")
    assert to_frames(3.5) == 84
    assert to_frames(0.0625) == 2
    assert to_samples(24_000, rate) == 48_048_000
    assert to_seconds(84) == 3.5
    assert timecode(24 * 3661 + 5) == "01:01:01:05"
    assert clock(24 * 65) == "1:05"


@pytest.mark.parametrize("text", ["0", "500", "a", ""])
def test_a_rate_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"rate|Fraction"):
        parse_rate(text)
