"""New lines find their slot in a shot, and a mouth only where there is one."""

import pytest

from agent.editing import with_slots
from memory.change import AddLine
from memory.edit import apply_all
from memory.film import Character, Film, Line, Scene, Shot


@pytest.fixture
def film() -> Film:
    shots = {
        "a": Shot(id="a", scene="sc", subjects=("ida",), frames=48),
        "b": Shot(id="b", scene="sc", frames=48),
    }
    ida = Character(id="ida", name="Ida")
    scene = Scene(id="sc", slug="EXT. QUAY - DAY", location="quay")
    return Film(
        id="f", characters={"ida": ida}, scenes={"sc": scene}, order=("a", "b"), shots=shots
    )


@pytest.mark.parametrize(("shot", "off"), [("a", False), ("b", True)])
def test_a_line_of_someone_unseen_is_heard_from_off(film: Film, shot: str, off: bool) -> None:
    added = AddLine(shot=shot, line=Line(id="l", character="ida", line="I can wait."))
    now = apply_all(film, with_slots(film, [added], lambda _text, _language: 40))
    (line,) = now.shots[shot].dialogue
    assert line.off is off
    assert line.frames == 40
    assert now.shots[shot].frames >= line.start + 40
