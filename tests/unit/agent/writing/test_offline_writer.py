"""The offline writer: any idea gives a Script about that idea, and no two scripts are alike."""

import itertools
import json
import re
from pathlib import Path

import pytest

from agent.writing.chunks import chunks
from agent.writing.idea import LONGEST_IDEA, read_idea
from agent.writing.offline_writer import OfflineWriter
from agent.writing.phrase import an, is_plural, noun_facts, short
from agent.writing.premise import Premise, Writer
from agent.writing.tenses import present
from memory.errors import BadRequest
from memory.script import Action, SceneHeading, Script, Speech
from memory.vocabulary import TimeOfDay, parse
from tools.formats.fountain import read_fountain, write_fountain

IDEAS: list[str] = json.loads(
    (Path(__file__).parents[3] / "data" / "ideas.json").read_text("utf-8")
)["ideas"]
WRITER: Writer = OfflineWriter()
HOSTILE = [
    "../../x", "`id`", "{{7*7}}", "{A} {the thing} {0} %s%n", "[a|b|c", "名前", "a\x00b", "🦊🦊🦊",
    "?", ".", "...", "-version", "of of of", "the", "a" * 5000, "I " * 2000, "\ud800", "x\n\n\ny",
    "¡Dos hermanas pelean por el piano!", "Ein Leuchtturmwärter findet einen Brief",
    "<script>alert(1)</script>", "INT. HOUSE - NIGHT", "A: hello\nB: = deflect", "42", "''s's’s",
]  # fmt: skip


def draft(idea: str, seed: int = 0, seconds: int = 60) -> tuple[Premise, Script]:
    premise = WRITER.premise(idea, seed=seed)
    return premise, WRITER.script(premise, seconds=seconds, seed=seed)


def page(script: Script) -> str:
    texts = []
    for element in script.elements:
        match element:
            case SceneHeading() | Action():
                texts.append(element.text)
            case Speech():
                texts.append(element.words)
            case _:
                pass
    return " ".join(texts)


def grams(premise: Premise, script: Script) -> set[tuple[str, ...]]:
    """4-grams with names, places and props masked."""
    masked = {m.name.lower() for m in premise.cast}
    for noun in (premise.place.name, premise.beside.name, premise.prop, premise.facts["thing"]):
        masked |= set(noun.lower().split())
    words = ["_" if w in masked else w for w in re.findall(r"[a-z']+", page(script).lower())]
    return {tuple(words[i : i + 4]) for i in range(len(words) - 3)}


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_no_two_scripts_share_their_words(seed: int) -> None:
    drafts = [(idea, *draft(idea, seed)) for idea in IDEAS]
    said = {idea: grams(premise, script) for idea, premise, script in drafts}
    assert min(len(g) for g in said.values()) > 80
    for one, two in itertools.combinations(said, 2):
        shared = len(said[one] & said[two]) / min(len(said[one]), len(said[two]))
        assert shared <= 0.40, f"{one!r} and {two!r} share {shared:.0%}"


@pytest.mark.parametrize("idea", IDEAS)
def test_a_script_is_about_its_idea(idea: str) -> None:
    premise, script = draft(idea)
    text = page(script).lower()
    read = read_idea(idea)
    for thing in read.things[:2]:
        assert thing.split()[-1].lower().rstrip("s") in text
    for person in read.people:
        assert not person.name or person.name.lower() in text
    roles = [member.role for member in premise.cast]
    assert all(person.role in roles for person in read.people if person.role)
    assert premise.logline.endswith(".")
    assert script.title


@pytest.mark.parametrize("idea", IDEAS)
def test_a_script_is_sound(idea: str) -> None:
    premise, script = draft(idea)
    headings = [e for e in script.elements if isinstance(e, SceneHeading)]
    assert 2 <= len(headings) <= 4
    for heading in headings:
        assert heading.int_ext in {"INT", "EXT"}
        assert heading.place == heading.place.upper()
        assert parse(TimeOfDay, heading.time) is not None
    lines = [speech.words for speech in script.speeches()]
    assert 4 <= len(lines) <= 18
    assert len(lines) == len(set(lines))
    assert len({m.name[0] for m in premise.cast}) == len(premise.cast)
    assert not re.search(
        r"[{}\[\]|=]|  |\ba (?!one)[aeio]|\bthe the\b|\ban [bcdfgjk]", page(script)
    )
    introduced = re.findall(r"\b([A-Z]{2,}) \(", page(script))
    assert set(script.speaking()) <= set(introduced)


@pytest.mark.parametrize("idea", IDEAS[:8])
def test_it_survives_fountain(idea: str) -> None:
    _, script = draft(idea)
    assert read_fountain(write_fountain(script)) == script


@pytest.mark.parametrize("idea", HOSTILE)
def test_any_string_gives_a_script(idea: str) -> None:
    _, script = draft(idea)
    assert script.scenes()
    assert script.speeches()


def test_an_empty_idea_is_refused_with_an_example() -> None:
    for nothing in ("", "   \n\t", "\x00\x01"):
        with pytest.raises(BadRequest, match="For example"):
            WRITER.premise(nothing, seed=0)


def test_a_huge_idea_is_refused() -> None:
    with pytest.raises(BadRequest, match="fountain"):
        WRITER.premise("word " * LONGEST_IDEA, seed=0)


def test_same_seed_same_script_other_seed_another() -> None:
    first, again, other = (draft(IDEAS[0], seed) for seed in (4, 4, 5))
    assert first == again
    assert grams(*first) != grams(*other)


def test_length_follows_the_seconds() -> None:
    counts = [len(draft(IDEAS[1], 0, seconds)[1].elements) for seconds in (20, 60, 150)]
    assert counts[0] < counts[1] < counts[2]


def test_names_of_the_line_are_kept_and_real_people_are_not() -> None:
    premise, script = draft("Maria and Tom break up over a lamp")
    assert [m.name for m in premise.cast[:2]] == ["Maria", "Tom"]
    assert [m.pronoun for m in premise.cast[:2]] == ["she", "he"]
    assert "lamp" in page(script)
    premise, script = draft("Taylor Swift loses her umbrella")
    assert "Swift" not in page(script)
    assert "singer" in " ".join(premise.notes)


@pytest.mark.parametrize(
    ("idea", "kind"),
    [
        ("A quarel and brekup scene", "breakup"),
        ("Reconcilation of two brothers", "reconcile"),
        ("emergensy meeting", "crisis"),
        ("an unexpected guest", "intruder"),
        ("A job interview", "interview"),
    ],
)
def test_the_conflict_is_understood_through_slips(idea: str, kind: str) -> None:
    assert read_idea(idea).kind == kind


def test_a_story_keeps_its_events_in_order() -> None:
    story = (
        "Ada was a baker in a small village. One morning she found a fox in the kitchen. "
        '"You again," said Ada. They walked to the forest at dusk. The fox left a feather.'
    )
    premise, script = draft(story)
    text = page(script)
    places = [s.heading.place for s in script.scenes() if s.heading]
    assert places[-2:] == ["KITCHEN", "FOREST"]
    assert text.index("finds a") < text.index("walk to") < text.index("leaves a feather")
    assert [s.words for s in script.speeches()] == ["You again"]
    assert premise.cast[0].name == "Ada"


def test_small_grammar() -> None:
    assert an("hour") == "an hour"
    assert an("used coat") == "a used coat"
    assert an("investments") == "investments"
    assert is_plural("glasses")
    assert not is_plural("bus")
    assert short("mug with a chip") == "mug"
    assert noun_facts("x", "boots")["it x"] == "them"
    assert present("She carried it and they ran.") == "She carries it and they run."
    assert [c.head for c in chunks("A golem refuses to leave the attic")] == ["golem", "attic"]


def test_lettering_in_a_story_is_nobodys_line() -> None:
    story = (
        'Ada runs a small bakery. She wears a name tag reading "ADA". '
        '"Come in," said Ada. A fox walks in at dusk.'
    )
    _, script = draft(story)
    assert [s.words for s in script.speeches()] == ["Come in"]
