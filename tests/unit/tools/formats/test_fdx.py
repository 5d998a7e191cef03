"""FDX in and out: nothing Fountain has is lost on the way, and strangers' files are read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.long_script import long_script
from memory.errors import BadRequest
from memory.script import (
    Action,
    Boneyard,
    Centred,
    Dialogue,
    Lyric,
    Note,
    PageBreak,
    Parenthetical,
    SceneHeading,
    Script,
    Section,
    Speech,
    Synopsis,
    Transition,
)
from tools.formats.fdx import read_fdx
from tools.formats.fdx_text import write_fdx
from tools.formats.fountain import read_fountain

DATA = Path(__file__).parents[3] / "data"

WHOLE = Script(
    {"Title": "_**The Pier**_\nPart two", "Credit": "by", "Author": "N. N.", "Zoo": "7 & <8>"},
    (
        Transition("FADE IN:"),
        Section("Act one", 1),
        Section("Sequence", 2),
        Synopsis("They meet."),
        SceneHeading("EXT", "HARBOUR - PIER", "DUSK", "1A"),
        Synopsis("Rain, and *nobody*."),
        Synopsis("Then someone."),
        Note("shot:sh4 MCU static 3.5s"),
        Action("Rain. A [[lost\nand found]] *red* **boat** & a _lamp_, ***both*** \\*wet\\*."),
        Action("    Indented.\nSecond line /* struck */ here."),
        Speech(
            "MARA",
            (
                Parenthetical("quiet"),
                Dialogue("I came *back*."),
                Dialogue(""),
                Dialogue("[[softly]] Twice."),
                Lyric("la la"),
            ),
            ("V.O.", "CONT'D"),
        ),
        Speech("АННА", (Dialogue("Да."),)),
        Speech("小明", (Dialogue("会来的。"),), dual=True),
        Lyric("A song\nof two lines"),
        Speech("McAVOY", (Dialogue("Last."),)),
        Lyric("A song after a speech"),
        Boneyard("INT. OLD - DAY\n\nNo."),
        PageBreak(),
        SceneHeading("", "SOMEWHERE ELSE", forced=True),
        SceneHeading("EXT", "CITY", "DAWN", written="EST. CITY - DAWN"),
        Centred("THE END"),
        PageBreak(),
    ),
)


def test_everything_comes_back() -> None:
    assert read_fdx(write_fdx(WHOLE).encode()) == WHOLE


def test_a_feature_and_a_short_come_back() -> None:
    for text in (long_script(40), (DATA / "crow_and_pitcher.fountain").read_text("utf-8")):
        script = read_fountain(text)
        assert read_fdx(write_fdx(script).encode()) == script


def test_the_file_is_what_final_draft_expects() -> None:
    text = write_fdx(WHOLE)
    assert '<FinalDraft DocumentType="Script" Template="No" Version="5">' in text
    assert '<Paragraph Type="Scene Heading" Number="1A">' in text
    assert '<Summary><Paragraph><Text>Rain, and </Text><Text Style="Italic">nobody' in text
    assert re.search(r'<Paragraph Type="Dialogue"><DualDialogue>\s*<Paragraph Type="Character">'
                     r"<Text>АННА</Text>", text)  # fmt: skip
    assert 'Style="Bold+Italic"' in text
    assert '<Paragraph Type="Scene Heading" StartsNewPage="Yes">' in text


FOREIGN = """<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<FinalDraft DocumentType="Script" Template="No" Version="5"><Content>
<Paragraph Number="3" Type="Scene Heading"><SceneProperties Length="1/8" Page="1" Title="x">
<Summary><Paragraph><Text>He waits.</Text></Paragraph></Summary></SceneProperties>
<Text>int. kitchen - night</Text></Paragraph>
<Paragraph Type="Action"><Text>Ben </Text><Text AdornmentStyle="0" Style="Bold">waits</Text>
<Text> for 3*4 [[x</Text></Paragraph>
<Paragraph Type="Character"><Text>Ben (O.S.) (CONT'D)</Text></Paragraph>
<Paragraph Type="Parenthetical"><Text>(low)</Text></Paragraph>
<Paragraph Type="Dialogue"><Text>It is la</Text><Text>te.</Text></Paragraph>
<Paragraph Type="General"><DualDialogue>
<Paragraph Type="Character"><Text>ANNA</Text></Paragraph>
<Paragraph Type="Dialogue"><Text>No.</Text></Paragraph>
<Paragraph Type="Character"><Text>BEN</Text></Paragraph>
<Paragraph Type="Dialogue"><Text>Yes.</Text></Paragraph></DualDialogue></Paragraph>
<Paragraph Type="Shot"><Text>CLOSE ON THE CLOCK</Text></Paragraph>
<Paragraph Type="Character"><Text>GHOST</Text></Paragraph>
<Paragraph Type="Transition"><Text>SMASH CUT TO:</Text></Paragraph>
<Paragraph Type="Something New"><Text>Kept.</Text></Paragraph>
<Paragraph Type="Action"><Text></Text></Paragraph>
</Content><TitlePage><Content>
<Paragraph Alignment="Center" Type="Action"><Text></Text></Paragraph>
<Paragraph Alignment="Center" Type="Action"><Text>THE KITCHEN</Text></Paragraph>
<Paragraph Alignment="Center" Type="Action"><Text>Written by</Text></Paragraph>
<Paragraph Alignment="Center" Type="Action"><Text>N. N.</Text></Paragraph>
<Paragraph Alignment="Left" Type="Action"><Text>1 Long Road</Text></Paragraph>
</Content></TitlePage></FinalDraft>"""


def test_a_strangers_file_is_read() -> None:
    script = read_fdx(FOREIGN.encode())
    assert script.elements == (
        SceneHeading("INT", "kitchen", "night", "3", written="int. kitchen - night"),
        Synopsis("He waits."),
        Action("Ben **waits** for 3\\*4 \\[[x"),
        Speech("Ben", (Parenthetical("low"), Dialogue("It is late.")), ("O.S.", "CONT'D")),
        Speech("ANNA", (Dialogue("No."),)),
        Speech("BEN", (Dialogue("Yes."),), dual=True),
        Action("CLOSE ON THE CLOCK"),
        Action("GHOST"),
        Transition("SMASH CUT TO:"),
        Action("Kept."),
    )
    assert script.title_page == {
        "Title": "THE KITCHEN", "Credit": "Written by", "Author": "N. N.",
        "Contact": "1 Long Road",
    }  # fmt: skip


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    "<FinalDraft><Content><Paragraph><Text>&b;</Text></Paragraph></Content></FinalDraft>"
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<FinalDraft>",
        b"<html></html>",
        b"INT. ROOM - DAY",
        b"<?xml version='1.0' encoding='no-such'?><FinalDraft/>",
        BOMB.encode(),
        BOMB.encode("utf-16"),
        b"<FinalDraft><Content></Content></FinalDraft>",
        b"<a>" * 5000,
        b"<FinalDraft>" + b" " * 20_000_001,
    ],
)
def test_what_is_no_fdx_is_refused_with_the_way_out(data: bytes) -> None:
    with pytest.raises(BadRequest) as refused:
        read_fdx(data)
    assert refused.value.hint
