"""Cards that can be read, that fit, that join the takes by copy, and that no words can break."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.unit.tools.post.clips import flat
from tools.encode import Profile, black_frame, profile_stamp
from tools.ffmpeg import probe
from tools.lettering import MOST_MARKS, SANS, SERIF, clean, runs, set_words, width_of
from tools.overlay import over_caption
from tools.titles import Card, card_frames, over_title, title_setting, write_card

SMALL = Profile(320, 180)
TINY = Profile(64, 36)
HOSTILE = [
    "",
    " \n\t ",
    "\x00\x1b[31m\u202eevil\u202c\ud800",
    "z" + "\u0337" * 500 + "algo",
    "灯台 👩‍👩‍👧 \U0001f3f3️",
    "مرحبا שלום Hello Привет Θάλασσα",
    "w" * 3000,
    "../../etc/passwd <b>{\\an8}</b> %d %s",
    "one\nline\non\nanother\nand\none\nmore\nand\nmore",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_break_a_card(words: str) -> None:
    frames = list(card_frames(Card(words, words), 3, TINY))
    assert [frame.shape for frame in frames] == [TINY.shape] * 3
    setting = title_setting(SMALL)
    assert set_words(words, setting).shape[1] <= setting.width + 2 * setting.largest


@given(st.text(max_size=60))
@example("\ud83d")
@settings(max_examples=60)
def test_any_text_can_be_cleaned_and_split_into_runs(words: str) -> None:
    kept = clean(words)
    kept.encode("utf-8")
    assert "".join(part for _, part in runs(kept, (SERIF, SANS))) == kept
    assert clean(kept) == kept


def test_piled_accents_are_thinned_out() -> None:
    assert len(clean("a" + "\u0337" * 400)) <= 1 + MOST_MARKS


def test_a_script_the_serif_lacks_is_set_in_one_that_has_it() -> None:
    faces = [face.stem for face, _ in runs("Sea שלום", (SERIF, SANS))]
    assert faces == ["EBGaramond-Medium", "NotoSansHebrew-Medium"]


def test_a_long_title_is_broken_into_lines_of_like_length() -> None:
    from tools.lettering import fitted

    setting = title_setting(Profile())
    lines, size = fitted("The Lighthouse Keeper and the Very Last Ferry Home", setting)
    assert len(lines) == 2
    widths = [width_of(line, size, setting.faces) for line in lines]
    assert max(widths) <= setting.width
    assert min(widths) > 0.6 * max(widths)


def test_a_card_rises_from_the_dark_and_goes_back() -> None:
    frames = list(card_frames(Card("Night", "a film"), 48, SMALL))
    brightest = [int(frame[:180].max()) for frame in frames]
    assert len(frames) == 48
    assert brightest[0] < 60
    assert brightest[24] > 200
    assert brightest[-1] < 90
    assert brightest[:12] == sorted(brightest[:12])


def test_a_card_joins_takes_by_copy(tmp_path: Path) -> None:
    done: list[int] = []
    found = probe(write_card(Card("The End"), 30, SMALL, tmp_path / "end.mp4", done.append))
    assert (found.frames, found.stamp) == (30, profile_stamp(SMALL))
    assert done == list(range(1, 31))


@pytest.mark.parametrize("luma", [20, 128, 230])
def test_a_title_over_the_picture_stands_out(luma: int) -> None:
    under = flat(luma, SMALL)
    over = over_title(Card("The Ferry"), 72, SMALL)
    picture = over.draw(36, under)[:180].astype(int)
    assert picture.max() > 205
    assert picture.max() - np.percentile(picture[60:120, 80:240], 5) > 90
    assert np.array_equal(picture[:20], under[:20])


def test_a_title_over_the_picture_fades() -> None:
    over = over_title(Card("The Ferry"), 72, SMALL)
    under = black_frame(SMALL)
    tones = [int(over.draw(at, under)[:180].max()) for at in (0, 8, 36, 70)]
    assert tones[0] < tones[1] < tones[2]
    assert tones[3] < tones[2]


def test_a_caption_stands_at_the_foot_for_its_whole_time() -> None:
    over = over_caption(("You said the ferry", "would wait for us."), 40, SMALL)
    under = flat(90, SMALL)
    first, last = over.draw(0, under), over.draw(39, under)
    assert np.array_equal(first, last)
    changed = np.argwhere(first[:180] > 180)
    assert changed[:, 0].min() > 130
    assert changed[:, 0].max() < 176
    assert abs(changed[:, 1].mean() - 160) < 12


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_break_a_caption(words: str) -> None:
    assert over_caption((words,), 10, TINY).draw(3, flat(90, TINY)).shape == TINY.shape
