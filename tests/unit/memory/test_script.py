"""The screenplay model: scenes, speakers, off voices and the title."""

from memory.script import (
    Action,
    Dialogue,
    Parenthetical,
    SceneHeading,
    Script,
    Speech,
    Transition,
)

SCRIPT = Script(
    {"Title": '"The Ferry"', "Author": "A. Writer"},
    (
        Transition("FADE IN:"),
        SceneHeading("EXT", "PIER", "DUSK"),
        Action("Rain."),
        Speech("MARA", (Parenthetical("quiet"), Dialogue("You came."), Dialogue("Late."))),
        SceneHeading("INT", "CABIN"),
        Speech("THEO", (Dialogue("I know."),), ("V.O.",)),
        Speech("MARA", (Dialogue("Do you."),), ("CONT'D",)),
    ),
)


def test_scenes_keep_what_stands_before_the_first_heading() -> None:
    scenes = SCRIPT.scenes()
    assert [s.heading.text if s.heading else "" for s in scenes] == [
        "",
        "EXT. PIER - DUSK",
        "INT. CABIN",
    ]
    assert scenes[0].elements == (Transition("FADE IN:"),)


def test_speakers_stand_once_in_order() -> None:
    assert SCRIPT.speaking() == ("MARA", "THEO")
    assert SCRIPT.scenes()[2].speakers == ("THEO", "MARA")


def test_a_voice_over_is_off_and_a_continued_cue_is_not() -> None:
    first, voice_over, continued = SCRIPT.speeches()
    assert (first.off, voice_over.off, continued.off) == (False, True, False)


def test_words_leave_out_how_they_are_said() -> None:
    assert SCRIPT.speeches()[0].words == "You came. Late."


def test_title_loses_its_quotes() -> None:
    assert SCRIPT.title == "The Ferry"
    assert Script().title == ""
