"""Every point of Fountain 1.1: what is read, and that writing and reading it again changes nothing.

Each case is text and the elements it must give.
"""

from __future__ import annotations

import pytest

from memory.script import (
    Action,
    Boneyard,
    Centred,
    Dialogue,
    Element,
    Lyric,
    Note,
    PageBreak,
    Parenthetical,
    SceneHeading,
    Section,
    Speech,
    Synopsis,
    Transition,
)
from tools.formats.decoding import decode
from tools.formats.fountain import read_fountain, write_fountain


def speech(name: str, *words: str, ext: tuple[str, ...] = (), dual: bool = False) -> Speech:
    return Speech(name, tuple(Dialogue(one) for one in words), ext, dual)


def slug(kind: str, place: str, time: str = "", number: str = "", written: str = "") -> Element:
    return SceneHeading(kind, place, time, number, forced=not kind, written=written)


HEADINGS: dict[str, Element] = {
    "EXT. BRICK'S POOL - DAY": slug("EXT", "BRICK'S POOL", "DAY"),
    "INT. HOUSE": slug("INT", "HOUSE"),
    "int. house - night": slug("INT", "house", "night", written="int. house - night"),
    "int house - night": slug("INT", "house", "night", written="int house - night"),
    "INT HOUSE - DAY": slug("INT", "HOUSE", "DAY", written="INT HOUSE - DAY"),
    "EST. CITY - DAWN": slug("EXT", "CITY", "DAWN", written="EST. CITY - DAWN"),
    "EST CITY": slug("EXT", "CITY", written="EST CITY"),
    "INT/EXT. CAR - DAY": slug("INT/EXT", "CAR", "DAY"),
    "INT./EXT. CAR - DAY": slug("INT/EXT", "CAR", "DAY", written="INT./EXT. CAR - DAY"),
    "I/E. CAR - DAY": slug("INT/EXT", "CAR", "DAY", written="I/E. CAR - DAY"),
    "I/E CAR - DAY": slug("INT/EXT", "CAR", "DAY", written="I/E CAR - DAY"),
    ".SNIPER SCOPE POV": slug("", "SNIPER SCOPE POV"),
    ".the old mill": slug("", "the old mill"),
    "INT. HOUSE - DAY #1#": slug("INT", "HOUSE", "DAY", "1"),
    "INT. HOUSE - DAY #1A#": slug("INT", "HOUSE", "DAY", "1A"),
    "INT. HOUSE - DAY #I-1-A#": slug("INT", "HOUSE", "DAY", "I-1-A"),
    "INT. HOUSE - DAY - FLASHBACK (1944) #110A#": slug(
        "INT", "HOUSE", "DAY - FLASHBACK (1944)", "110A"
    ),
    ".МЕЛЬНИЦА #2#": slug("", "МЕЛЬНИЦА", "", "2"),
    "ИНТ. КУХНЯ - НОЧЬ": slug("INT", "КУХНЯ", "НОЧЬ", written="ИНТ. КУХНЯ - НОЧЬ"),
    "外景. 渡口 - 黄昏": slug("EXT", "渡口", "黄昏", written="外景. 渡口 - 黄昏"),
}

NO_HEADINGS = [
    "...and then nothing.",
    ". . . a pause",
    "Interior design is his life.",
    "INTERMISSION",
    "EXTREME SILENCE.",
    "Interesting.",
    "He goes to INT. HOUSE.",
    ".. two stops",
]

CUES: dict[str, Speech] = {
    "STEEL": speech("STEEL", "Hello."),
    "STEEL (V.O.)": speech("STEEL", "Hello.", ext=("V.O.",)),
    "STEEL (V.O.) (CONT'D)": speech("STEEL", "Hello.", ext=("V.O.", "CONT'D")),
    "HANS (on the radio)": speech("HANS", "Hello.", ext=("on the radio",)),
    "STEEL ^": speech("STEEL", "Hello.", dual=True),
    "STEEL (O.S.) ^": speech("STEEL", "Hello.", ext=("O.S.",), dual=True),
    "STEEL^": speech("STEEL", "Hello.", dual=True),
    "@McCLANE": speech("McCLANE", "Hello."),
    "McCLANE": speech("McCLANE", "Hello."),
    "MacDONALD": speech("MacDONALD", "Hello."),
    "@mara": speech("mara", "Hello."),
    "R2D2": speech("R2D2", "Hello."),
    "GUARD #2": speech("GUARD #2", "Hello."),
    "MR. BLACK": speech("MR. BLACK", "Hello."),
    "O'NEIL": speech("O'NEIL", "Hello."),
    "ANNA & BEN": speech("ANNA & BEN", "Hello."),
    "MARÍA": speech("MARÍA", "Hello."),
    "ÉLODIE": speech("ÉLODIE", "Hello."),
    "АННА": speech("АННА", "Hello."),
    "АННА (ЗК)": speech("АННА", "Hello.", ext=("ЗК",)),
    "ΕΛΕΝΗ": speech("ΕΛΕΝΗ", "Hello."),
    "小明": speech("小明", "Hello."),
    "小明（画外音）": speech("小明", "Hello.", ext=("画外音",)),
    "@小明 ^": speech("小明", "Hello.", dual=True),
    "ليلى": speech("ليلى", "Hello."),
    "עמית": speech("עמית", "Hello."),
    "अनु": speech("अनु", "Hello."),
    "\tSTEEL": speech("STEEL", "Hello."),
    "                    STEEL": speech("STEEL", "Hello."),
    "MARA [[her first line]]": Speech("MARA", (Dialogue("[[her first line]]"), Dialogue("Hello."))),
}

NO_CUES = ["23", "...", "INSERT - THE LETTER", "CLOSE ON ANNA", "BANG!", "Mara", "HE RUNS."]

ELSE: dict[str, tuple[Element, ...]] = {
    "He walks.\nHe sits.": (Action("He walks.\nHe sits."),),
    "He walks.\n\nHe sits.": (Action("He walks."), Action("He sits.")),
    "    Indented.\n\tTabbed.": (Action("    Indented.\n    Tabbed."),),
    "!SCANNING THE AISLES...\nWhere is it?": (Action("SCANNING THE AISLES...\nWhere is it?"),),
    "!EXT. IS A WORD": (Action("EXT. IS A WORD"),),
    "!!": (Action("!"),),
    "MARA\n(starting)\nSo it was.\n(beat)\nYes.": (
        Speech(
            "MARA",
            (Parenthetical("starting"), Dialogue("So it was."), Parenthetical("beat"),
             Dialogue("Yes.")),
        ),
    ),
    "MARA\nOne.\n  \nTwo.\n\nHe sits.": (speech("MARA", "One.", "", "Two."), Action("He sits.")),
    "MARA\nOne.\n\t\nHe sits.": (speech("MARA", "One."), Action("He sits.")),
    "MARA\n\nHe sits.": (Action("MARA"), Action("He sits.")),
    "BRICK\nScrew it.\n\nSTEEL ^\nScrew it.": (
        speech("BRICK", "Screw it."), speech("STEEL", "Screw it.", dual=True),
    ),
    "~Willy Wonka!\n~The amazing": (Lyric("Willy Wonka!\nThe amazing"),),
    "MARA\n~la la\nWell.": (Speech("MARA", (Lyric("la la"), Dialogue("Well."))),),
    "He exits.\n\nCUT TO:\n\nShe enters.": (
        Action("He exits."), Transition("CUT TO:"), Action("She enters."),
    ),
    "SMASH CUT TO:": (Transition("SMASH CUT TO:"),),
    "> Burn to white.": (Transition("Burn to white."),),
    "> FADE OUT.": (Transition("FADE OUT."),),
    "FADE OUT.": (Transition("FADE OUT."),),
    "FADE IN:": (Transition("FADE IN:"),),
    "> THE END <": (Centred("THE END"),),
    ">THE END<": (Centred("THE END"),),
    "> one <\n> two <": (Centred("one"), Centred("two")),
    "# Act\n\n## Sequence\n\n### Scene\n\n#### Deep": (
        Section("Act", 1), Section("Sequence", 2), Section("Scene", 3), Section("Deep", 4),
    ),
    "#Act\n= What it is about.\nAnd then.": (
        Section("Act"), Synopsis("What it is about."), Action("And then."),
    ),
    "===": (PageBreak(),),
    "He sits.\n\n=====\n\nHe stands.": (Action("He sits."), PageBreak(), Action("He stands.")),
    "[[A note.]]": (Note("A note."),),
    "[[shot:sh4 MCU static 3.5s]]": (Note("shot:sh4 MCU static 3.5s"),),
    "[[A note\nover lines\n  \nand a held empty one.]]": (
        Note("A note\nover lines\n  \nand a held empty one."),
    ),
    "[[not a\n\nnote]]": (Action("[[not a"), Action("note]]")),
    "He [[a note]] sits.": (Action("He [[a note]] sits."),),
    "He [[a\nnote]] sits.": (Action("He [[a\nnote]] sits."),),
    "MARA\nI [[softly]] know.": (speech("MARA", "I [[softly]] know."),),
    "INT. HALL - DAY [[why?]]": (slug("INT", "HALL", "DAY"), Note("why?")),
    "INT. HALL - DAY [[why?]] #4#": (slug("INT", "HALL", "DAY", "4"), Note("why?")),
    "[[a]]\n[[b]]\nHe sits.": (Note("a"), Note("b"), Action("He sits.")),
    "[[a]]\nMARA\nYes.": (Note("a"), speech("MARA", "Yes.")),
    "/* struck */": (Boneyard("struck"),),
    "/*\nINT. OLD - DAY\n\nOLD\nNo.\n*/\n\nHe sits.": (
        Boneyard("INT. OLD - DAY\n\nOLD\nNo."), Action("He sits."),
    ),
    "He /* never */ sits.": (Action("He /* never */ sits."),),
    "/* open\n\nHe sits.": (Action("/* open"), Action("He sits.")),
    "He *sits* and **stands**, ***both***, _so_, \\*not\\*.": (
        Action("He *sits* and **stands**, ***both***, _so_, \\*not\\*."),
    ),
    "MARA\nI said *no*.": (speech("MARA", "I said *no*."),),
    "# Only a section": (Section("Only a section"),),
    "#": (Action("#"),),
    "Title of a book: none.": (Action("Title of a book: none."),),
}  # fmt: skip


def check(text: str, wanted: tuple[Element, ...]) -> None:
    script = read_fountain(text)
    assert script.elements == wanted
    assert read_fountain(write_fountain(script)).elements == wanted


@pytest.mark.parametrize("line", HEADINGS)
def test_a_line_opens_a_scene(line: str) -> None:
    check(f"{line}\n\nRain.", (HEADINGS[line], Action("Rain.")))
    check(f"Rain.\n\n{line}\n\nRain.", (Action("Rain."), HEADINGS[line], Action("Rain.")))
    assert line in write_fountain(read_fountain(f"{line}\n\nRain."))


@pytest.mark.parametrize("line", NO_HEADINGS)
def test_a_line_that_only_looks_like_a_heading_is_action(line: str) -> None:
    check(f"Rain.\n\n{line}\n\nRain.", (Action("Rain."), Action(line), Action("Rain.")))


@pytest.mark.parametrize("cue", CUES)
def test_a_line_names_who_speaks(cue: str) -> None:
    check(f"Rain.\n\n{cue}\nHello.\n\nRain.", (Action("Rain."), CUES[cue], Action("Rain.")))


@pytest.mark.parametrize("line", NO_CUES)
def test_a_line_that_only_looks_like_a_cue_is_action(line: str) -> None:
    check(f"Rain.\n\n{line}\nHello.\n\nRain.",
          (Action("Rain."), Action(f"{line}\nHello."), Action("Rain.")))  # fmt: skip


@pytest.mark.parametrize("text", ELSE)
def test_every_other_point(text: str) -> None:
    check(text, ELSE[text])


@pytest.mark.parametrize("text", [*ELSE, *[f"{line}\n\nRain." for line in HEADINGS]])
def test_windows_line_ends_and_a_byte_order_mark_change_nothing(text: str) -> None:
    dressed = decode(("\ufeff" + text.replace("\n", "\r\n")).encode("utf-8"))
    assert read_fountain(dressed) == read_fountain(text)
    assert read_fountain(text.replace("\n", "\r")) == read_fountain(text)


TITLE = """Title:
    _**BRICK & STEEL**_
    _**FULL RETIRED**_
Credit: Written by
Author: Stu Maschwitz
Source: Story by KTM
Draft date: 1/20/2012
Contact:
\tNext Level Productions
\t1588 Mission Dr.
Zoo-Key 2: of our own
Camera/Lens: 35 mm

INT. HOUSE - DAY
"""


def test_a_title_page_keeps_its_order_its_lines_and_its_unknown_keys() -> None:
    script = read_fountain(TITLE)
    assert list(script.title_page.items()) == [
        ("Title", "_**BRICK & STEEL**_\n_**FULL RETIRED**_"),
        ("Credit", "Written by"),
        ("Author", "Stu Maschwitz"),
        ("Source", "Story by KTM"),
        ("Draft date", "1/20/2012"),
        ("Contact", "Next Level Productions\n1588 Mission Dr."),
        ("Zoo-Key 2", "of our own"),
        ("Camera/Lens", "35 mm"),
    ]
    assert script.title == "BRICK & STEEL FULL RETIRED"
    assert read_fountain(write_fountain(script)) == script
    assert write_fountain(script).startswith("Title:\n    _**BRICK & STEEL**_\n")


@pytest.mark.parametrize(
    "text", ["FADE IN:\n\nRain.", "Anna: hello\nBen: hi", "Note to self\n\nTitle: x", "CUT TO:"]
)
def test_what_is_no_title_page_is_not_taken_for_one(text: str) -> None:
    script = read_fountain(text)
    assert script.title_page == {}
    assert read_fountain(write_fountain(script)) == script


def test_text_in_the_house_form_comes_back_letter_by_letter() -> None:
    text = (
        "Title: The Pier\n\n# Act one\n\n= They meet.\n\nEXT. PIER - DAY #1A#\n\nRain *falls*.\n"
        "It stops.\n\n[[shot:sh4 MCU static 3.5s]]\n\nMARA (V.O.)\n(quiet)\nYes.\n  \nNo.\n\n"
        "THEO ^\nYes.\n\n/* struck */\n\nCUT TO:\n\n===\n\n~la la\n\n> THE END <\n\n> FADE OUT.\n"
    )
    assert write_fountain(read_fountain(text)) == text


def test_the_plain_form_lifts_notes_and_drops_marks_and_struck_words() -> None:
    script = read_fountain("A *red* [[n]] /* no */ boat.\n\nMARA [[m]]\nI _do_.\n\n/* x */")
    assert script.plain().elements == (
        Note("n"), Action("A red boat."), Note("m"), speech("MARA", "I do."),
    )  # fmt: skip
