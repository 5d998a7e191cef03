"""Pages out of a PDF and pasted chat: read as the screenplay they were."""

from __future__ import annotations

import pytest

from memory.script import Action, Dialogue, Parenthetical, SceneHeading, Script, Speech, Transition
from tools.formats.fdx_text import write_fdx
from tools.formats.fountain import looks_like_screenplay, read_fountain, write_fountain
from tools.formats.reading import read_file, read_text

WANTED = (
    SceneHeading("EXT", "FERRY PIER", "DUSK", "1"),
    Action("Rain on black water. One iron lamp burns at the far end of the pier."),
    Action("ADA (70, red raincoat) waits under the lamp with a brown suitcase."),
    Speech("ADA", (Dialogue("Don't look at me like that. I only want to see it come in."),)),
    Speech(
        "JONAS",
        (
            Parenthetical("gently, not looking up"),
            Dialogue("The last boat's gone, Ada. It went at six."),
        ),
    ),
    Action("He turns the lamp down and waits."),
    Transition("CUT TO:"),
    SceneHeading("INT", "TICKET HUT", "NIGHT", "2"),
    Action("A stove, two cups."),
)

PRINTED = """
                                                              1.

     1    EXT. FERRY PIER - DUSK                              1

          Rain on black water. One iron lamp burns at the far
          end of the pier.

          ADA (70, red raincoat) waits under the lamp with a
          brown suitcase.

                              ADA
                    Don't look at me like that. I only
                    want to see it come in.

                              JONAS
                         (gently, not
                         looking up)
                    The last boat's gone, Ada. It went
                                (MORE)

                                                              2.

     CONTINUED:

                              JONAS (CONT'D)
                    at six.

          He turns the lamp

                                                              3.

          down and waits.

                                                        CUT TO:

     2    INT. TICKET HUT - NIGHT                             2

          A stove, two cups.
"""

FLAT = """EXT. FERRY PIER - DUSK
Rain on black water. One iron
lamp burns at the far end.
ADA
Don't look at me like that. I only
want to see it come in.
JONAS (O.S.)
(gently)
The last boat's gone.
INT. TICKET HUT - NIGHT
A stove.
"""


def read(text: str) -> Script:
    script = read_text(text)
    assert script is not None
    return script


def test_a_printed_page_is_read_without_its_margins() -> None:
    assert read(PRINTED).elements == WANTED


def test_tabs_and_windows_line_ends_and_other_margins_change_nothing() -> None:
    shifted = "\n".join(f"   {line}" for line in PRINTED.split("\n"))
    assert read(shifted).elements == WANTED
    assert read(PRINTED.replace("\n", "\r\n")).elements == WANTED
    assert read(PRINTED.replace("        ", "\t")).elements == WANTED


def test_an_empty_line_after_every_line_is_taken_out() -> None:
    doubled = PRINTED.replace("\n", "\n\n")
    assert read(doubled).elements == WANTED


def test_lines_without_indents_and_empty_lines_are_told_apart() -> None:
    assert read(FLAT).elements == (
        SceneHeading("EXT", "FERRY PIER", "DUSK"),
        Action("Rain on black water. One iron lamp burns at the far end."),
        Speech("ADA", (Dialogue("Don't look at me like that. I only want to see it come in."),)),
        Speech("JONAS", (Parenthetical("gently"), Dialogue("The last boat's gone.")), ("O.S.",)),
        SceneHeading("INT", "TICKET HUT", "NIGHT"),
        Action("A stove."),
    )


CHATS = {
    "Anna: hello\nBen: you came": (("ANNA", "hello"), ("BEN", "you came")),
    "Anna: hello\nBen: you came\nand stayed\n\nAnna: yes": (
        ("ANNA", "hello"), ("BEN", "you came and stayed"), ("ANNA", "yes"),
    ),
    "[21/11/2026, 10:11] Anna: hello\n[21/11/2026, 10:12] Ben Smith: see https://x.y": (
        ("ANNA", "hello"), ("BEN SMITH", "see https://x.y"),
    ),
    "21.11.26, 10:11 - Anna: hello\n21.11.26, 10:12 - Ben: hi": (("ANNA", "hello"), ("BEN", "hi")),
    "Anna (10:15 PM): hello\nBen (10:16 PM): hi": (("ANNA", "hello"), ("BEN", "hi")),
    "**Anna:** hello\n**Ben:** hi": (("ANNA", "hello"), ("BEN", "hi")),
    "小明：船还会来吗？\n老船夫：会来的。": (("小明", "船还会来吗？"), ("老船夫", "会来的。")),
    "Анна: Ты пришёл.\nПётр: Я обещал.": (("АННА", "Ты пришёл."), ("ПЁТР", "Я обещал.")),
}  # fmt: skip


@pytest.mark.parametrize("text", CHATS)
def test_a_pasted_chat_is_speech(text: str) -> None:
    script = read(text)
    assert tuple((s.name, s.words) for s in script.speeches()) == CHATS[text]
    written = write_fountain(script)
    assert read_fountain(written) == script
    assert looks_like_screenplay(written)


def test_asides_in_a_chat_are_acted() -> None:
    script = read("Anna (crying): I had to.\n*Ben closes the door*\nBen: (quietly) Then stay.")
    assert script.elements == (
        Speech("ANNA", (Parenthetical("crying"), Dialogue("I had to."))),
        Action("Ben closes the door"),
        Speech("BEN", (Parenthetical("quietly"), Dialogue("Then stay."))),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Once upon a time: a fox. It went home.\n\nNote: it was late.",
        "A fox who runs a night school.",
        "He said: go.\nShe went.\nThey never came back.\nIt rained.",
        "Note: one\nNote: two",
        "http://a.b\nhttps://c.d",
    ],
)
def test_a_story_is_no_screenplay(text: str) -> None:
    assert read_text(text) is None


def test_a_file_is_read_by_what_it_is() -> None:
    script = read_fountain("INT. A - DAY\n\nRain.")
    assert read_file(b"INT. A - DAY\r\n\r\nRain.", ".fountain") == script
    assert read_file(write_fdx(script).encode(), ".fdx") == script
    assert read_file(write_fdx(script).encode(), ".txt") == script
    assert read_file("Анна: да\nИван: нет".encode("utf-16"), ".txt") is not None
