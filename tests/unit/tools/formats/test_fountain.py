"""Fountain in and out: what is understood, what comes back, what hostile text does."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from memory.errors import BadRequest
from memory.script import (
    Action,
    Boneyard,
    Centred,
    Dialogue,
    Lyric,
    PageBreak,
    Parenthetical,
    SceneHeading,
    Section,
    Speech,
    Synopsis,
    Transition,
)
from tools.formats.fountain import (
    LARGEST,
    decode,
    looks_like_screenplay,
    read_fountain,
    write_fountain,
)

DATA = Path(__file__).parents[3] / "data"
EXAMPLES = Path(__file__).parents[4] / "examples"

EVERYTHING = """Title:
\tThe
\tLast Page
Author: N. N.

> FADE IN:

# Act one

= They meet.

EXT. HARBOUR - PIER - DUSK #1A#

Rain. A [[shot: sh4 MCU static 3.5s]] boat.

\tMARA (V.O.) (CONT'D)
\t(quiet)
\tI came back.
\t(beat)
\tTwice.

THEO ^
So did I.

/* struck
out */

@McAVOY
~la la la

!SHOUTING IN THE DARK

INSERT - THE LETTER

It is wet.

.SOMEWHERE ELSE

DISSOLVE TO:

===

>THE END<
"""

CYRILLIC = """ИНТ. КУХНЯ - НОЧЬ

Дождь стучит в окно.

АННА
(тихо)
Ты пришёл.

ПЁТР
Я обещал.
"""

HAN = """外景. 渡口 - 黄昏

雨落在水面上。

小明
（轻声）
船还会来吗？

老船夫
会来的。
"""

LATIN = """INT. CAFÉ - NUIT

Élodie attend.

ÉLODIE
Vous êtes en retard.

MARÍA
Lo sé.
"""


def test_everything_a_page_can_hold_is_read() -> None:
    script = read_fountain(EVERYTHING)
    assert script.title_page == {"Title": "The\nLast Page", "Author": "N. N."}
    assert script.elements == (
        Transition("FADE IN:"),
        Section("Act one", 1),
        Synopsis("They meet."),
        SceneHeading("EXT", "HARBOUR - PIER", "DUSK", "1A"),
        Action("Rain. A [[shot: sh4 MCU static 3.5s]] boat."),
        Speech(
            "MARA",
            (
                Parenthetical("quiet"),
                Dialogue("I came back."),
                Parenthetical("beat"),
                Dialogue("Twice."),
            ),
            ("V.O.", "CONT'D"),
        ),
        Speech("THEO", (Dialogue("So did I."),), dual=True),
        Boneyard("struck\nout"),
        Speech("McAVOY", (Lyric("la la la"),)),
        Action("SHOUTING IN THE DARK"),
        Action("INSERT - THE LETTER"),
        Action("It is wet."),
        SceneHeading("", "SOMEWHERE ELSE", forced=True),
        Transition("DISSOLVE TO:"),
        PageBreak(),
        Centred("THE END"),
    )


@pytest.mark.parametrize("text", [EVERYTHING, CYRILLIC, HAN, LATIN])
def test_what_is_read_is_written_and_read_again_the_same(text: str) -> None:
    script = read_fountain(text)
    assert read_fountain(write_fountain(script)) == script


@pytest.mark.parametrize(
    ("text", "names", "place", "time"),
    [
        (CYRILLIC, ("АННА", "ПЁТР"), "КУХНЯ", "НОЧЬ"),
        (HAN, ("小明", "老船夫"), "渡口", "黄昏"),
        (LATIN, ("ÉLODIE", "MARÍA"), "CAFÉ", "NUIT"),
    ],
)
def test_cues_and_slugs_are_found_in_three_scripts(
    text: str, names: tuple[str, ...], place: str, time: str
) -> None:
    script = read_fountain(text)
    heading = script.scenes()[0].heading
    assert script.speaking() == names
    assert heading is not None
    assert (heading.place, heading.time) == (place, time)
    assert looks_like_screenplay(text)


def test_the_shared_screenplays_come_back_whole() -> None:
    for path in (DATA / "crow_and_pitcher.fountain", EXAMPLES / "the_night_ferry.fountain"):
        script = read_fountain(path.read_text(encoding="utf-8"))
        assert len(script.scenes()) >= 2
        assert read_fountain(write_fountain(script)) == script


def test_an_open_boneyard_or_note_swallows_nothing() -> None:
    script = read_fountain("EXT. PIER - DAY\n\nRain. /* open\n\nWind. [[ open\n\nMARA\nYes.")
    assert script.speaking() == ("MARA",)
    assert "Wind." in " ".join(e.text for e in script.elements if isinstance(e, Action))


def test_a_slug_or_a_transition_inside_a_speech_is_said() -> None:
    script = read_fountain("MARA\nEXT. is short for exterior.\n...and\nCUT TO: nothing.\n#1")
    assert script.speeches()[0].words == "EXT. is short for exterior. ...and CUT TO: nothing. #1"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("A fox who runs a night school.", False),
        ("Once there was a mill. INT was never said.\n\nThe end.", False),
        ("THE MILL\n\nIt was raining. Nobody came.", False),
        ("EXT. MILL - DAY\n\nA wheel turns.", True),
        ("MARA\nHello.\n\nTHEO\nHello.\n\nMARA\nWell.", True),
        ("", False),
    ],
)
def test_a_screenplay_is_told_from_prose(text: str, is_one: bool) -> None:
    assert looks_like_screenplay(text) is is_one


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t\n",
        b"%PDF-1.7 rest",
        b"PK\x03\x04rest",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        bytes(range(256)) * 8,
        b"a" * (4 * LARGEST + 1),
        b"a" * (LARGEST + 1),
    ],
)
def test_what_is_no_text_is_refused_with_the_way_out(data: bytes) -> None:
    with pytest.raises(BadRequest) as refused:
        decode(data)
    assert refused.value.hint


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_common_encodings_are_read(coding: str) -> None:
    assert "CAFÉ" in decode(LATIN.encode(coding))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=60),
            st.sampled_from(
                ["EXT. A - DAY", "MARA", "@x", "(so)", "[[", "]]", "/*", "*/", "/*/", "#", "=",
                 "===", "> a <", ">", "~", "!", "^", "  ", "\t", "\x0c", "\ud800", "\ue0000\ue001",
                 "Title: x", "MARA ^", "-- a", "[[shot: ]]", "\u2028", "1. INT. B"]
            ),
        ),
        max_size=14,
    )
)  # fmt: skip
@example(["@^", "x"])
@example(["MARA", "[[n]]"])
def test_any_text_gives_a_script_that_can_be_written(lines: list[str]) -> None:
    text = "\n".join(lines)
    looks_like_screenplay(text)
    try:
        script = read_fountain(text)
    except BadRequest:
        return
    written = write_fountain(script)
    if script.elements:
        assert read_fountain(written).elements == script.elements
