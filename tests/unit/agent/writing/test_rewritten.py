"""A changed screenplay over a film: what it touches changes, the rest stays to the letter."""

from __future__ import annotations

import functools
from dataclasses import replace
from pathlib import Path

import pytest

from agent.production import with_blocking
from agent.writing.breakdown import break_down
from agent.writing.rewritten import Overlay, lay_over
from memory.change import (
    AnyChange,
    DeleteShot,
    InsertShot,
    Lock,
    Recast,
    Reframe,
    Relight,
    Reorder,
    RewriteLine,
)
from memory.edit import apply_all
from memory.film import Film, Shot
from memory.script import Action, Dialogue, Element, SceneHeading, Script, Speech
from memory.vocabulary import MoveType, Size
from tools.formats.fountain import read_fountain, write_fountain
from tools.formats.shot_notes import note_of, with_shot_notes
from tools.pictured import picture_inputs

DATA = Path(__file__).parents[3] / "data"
EXAMPLES = Path(__file__).parents[4] / "examples"
OLD_LINE, NEW_LINE = (
    "It was late the other time, too.",
    "It was on time once, in the spring, and I was not.",
)
OLD_ACTION, NEW_ACTION = "It picks the pebble up.", "It turns the pebble over."


@functools.cache
def screenplay() -> str:
    """Two shorts as one: five scenes, a good two dozen shots."""
    ferry = (EXAMPLES / "the_night_ferry.fountain").read_text("utf-8").replace("FADE OUT.", "")
    crow = (DATA / "crow_and_pitcher.fountain").read_text("utf-8").split("FADE IN:")[1]
    return ferry + crow


@functools.cache
def film() -> Film:
    empty = Film(id="test")
    changes = break_down(read_fountain(screenplay()), empty, None, 5, 90)
    return apply_all(empty, with_blocking(empty, changes))


def over(text: str, of: Film | None = None) -> tuple[Overlay, Film]:
    film_now = of or film()
    laid = lay_over(film_now, read_fountain(text))
    return laid, apply_all(film_now, laid.changes)


def stale(before: Film, after: Film) -> list[str]:
    """Shots whose picture is no longer what it was."""
    both = [one for one in before.order if one in after.shots]
    return [one for one in both if picture_inputs(before, one) != picture_inputs(after, one)]


def holder(words: str, of: Film | None = None) -> Shot:
    shots = (of or film()).shots.values()
    return next(s for s in shots if words in s.action or any(words in d.line for d in s.dialogue))


@pytest.mark.parametrize("noted", [False, True])
def test_one_line_and_one_action_change_two_shots(noted: bool) -> None:
    assert len(film().order) >= 24
    script = read_fountain(film().script)
    text = write_fountain(with_shot_notes(script, film()) if noted else script)
    assert OLD_LINE in text
    assert OLD_ACTION in text
    text = text.replace(OLD_LINE, NEW_LINE).replace(OLD_ACTION, NEW_ACTION)
    laid, after = over(text)
    touched = [holder(OLD_LINE).id, holder(OLD_ACTION).id]
    assert stale(film(), after) == touched == list(laid.rewritten)
    assert (laid.added, laid.removed) == ((), ())
    assert after.order == film().order
    assert after.scenes == film().scenes
    assert after.characters == film().characters
    assert holder(NEW_LINE, after).id == touched[0]
    assert holder(NEW_ACTION, after).id == touched[1]
    assert all(after.shots[s] == film().shots[s] for s in after.order if s not in touched)
    assert NEW_LINE in after.script
    assert "[[shot:" not in after.script


def test_the_same_screenplay_changes_nothing() -> None:
    laid, after = over(film().script)
    assert laid.changes == ()
    assert laid.kept == len(film().order)
    assert after == film()


def test_a_rewritten_line_keeps_its_id_its_place_and_room_after_it() -> None:
    _, after = over(screenplay().replace(OLD_LINE, NEW_LINE))
    before, now = holder(OLD_LINE), holder(NEW_LINE, after)
    assert [line.id for line in now.dialogue] == [line.id for line in before.dialogue]
    last, was = now.dialogue[-1], before.dialogue[-1]
    assert last.start == was.start
    assert now.frames - last.start - last.frames == before.frames - was.start - was.frames


def edited(element: Element) -> Element | None:
    if isinstance(element, Action) and element.text != element.text.upper():
        if element.text.startswith("--"):
            return None
        return replace(element, text=element.text.rstrip(".") + " again.")
    if isinstance(element, Speech):
        parts = tuple(replace(p, text=f"Well, {p.text}") if isinstance(p, Dialogue) else p
                      for p in element.parts)  # fmt: skip
        return replace(element, parts=parts)
    return None


PLACES = [
    at for at, one in enumerate(read_fountain(screenplay()).elements) if edited(one) is not None
]


@pytest.mark.parametrize("at", PLACES)
def test_a_change_anywhere_touches_one_shot(at: int) -> None:
    script = read_fountain(screenplay())
    new = edited(script.elements[at])
    assert new is not None
    elements = (*script.elements[:at], new, *script.elements[at + 1 :])
    laid, after = over(write_fountain(Script(script.title_page, elements)))
    assert len(stale(film(), after)) == 1
    assert stale(film(), after) == list(laid.rewritten)
    assert after.order == film().order


def test_a_new_paragraph_is_a_new_shot_in_its_place() -> None:
    after_words = "CLOSE ON the pitcher's narrow neck. Far down, a coin of light: water."
    assert after_words in screenplay()
    text = screenplay().replace(after_words, f"{after_words}\n\nThe Crow dances on the wall.")
    laid, after = over(text)
    (new,) = laid.added
    assert after.shots[new].action == "The Crow dances on the wall."
    assert after.order.index(new) == film().order.index(holder("narrow neck").id) + 1
    assert tuple(s for s in after.order if s != new) == film().order
    assert stale(film(), after) == list(laid.rewritten) == []


def test_words_taken_out_take_their_shot_out_recoverably() -> None:
    gone = "CLOSE ON the pitcher's narrow neck. Far down, a coin of light: water.\n\n"
    laid, after = over(screenplay().replace(gone, ""))
    assert laid.removed == (holder("narrow neck").id,)
    assert laid.removed[0] in after.bin
    assert stale(film(), after) == []


def test_a_new_scene_leaves_the_others_alone() -> None:
    scene = "EXT. ROAD - NIGHT\n\nRain.\n\nBOOK SELLER\nNobody comes.\n\nINT. TICKET HUT - NIGHT"
    laid, after = over(screenplay().replace("INT. TICKET HUT - NIGHT", scene))
    assert laid.rewritten == laid.removed == ()
    assert {after.scenes[after.shots[s].scene].slug for s in laid.added} == {"EXT. ROAD - NIGHT"}
    assert stale(film(), after) == []
    assert [c.name for c in after.characters.values()][-1] == "Book Seller"


def test_moved_scenes_keep_their_shots() -> None:
    script = read_fountain(screenplay())
    scenes = script.scenes()
    moved = (*scenes[:2], scenes[3], scenes[2], *scenes[4:])
    elements = tuple(
        e for one in moved for e in (*((one.heading,) if one.heading else ()), *one.elements)
    )
    laid, after = over(write_fountain(Script(script.title_page, elements)))
    assert set(after.order) == set(film().order)
    assert after.order != film().order
    assert laid.removed == laid.added == ()


def test_another_time_of_day_makes_its_scene_stale_and_no_other() -> None:
    _, after = over(screenplay().replace("INT. TICKET HUT - NIGHT", "INT. TICKET HUT - DAY"))
    (scene,) = [s for s in after.scenes.values() if s.slug == "INT. TICKET HUT - DAY"]
    assert set(stale(film(), after)) == set(film().scene_shots(scene.id))


def creators(changes: list[AnyChange]) -> Film:
    return apply_all(film(), changes)


def test_what_the_creator_did_to_the_film_stays() -> None:
    first, second, third, fourth = film().order[:4]
    line = holder("Water. I can smell it.").dialogue[0]
    mine = Shot(id="sh_mine", scene=film().shots[first].scene, action="A gull laughs.")
    ours = creators(
        [
            Relight.model_validate({"shot": second, "brightness": 0.2}),
            Reframe.model_validate({"shot": first, "size": Size.CU}),
            RewriteLine.model_validate({"line": line.id, "text": "I smell it."}),
            InsertShot(shot=mine, after=first),
            DeleteShot(shot=third),
            Recast(character="jonas", name="Tom"),
            Reorder.model_validate({"order": (second, first, "sh_mine", *film().order[3:])}),
        ]
    )
    laid, after = over(screenplay().replace(OLD_ACTION, NEW_ACTION), ours)
    assert laid.rewritten == (holder(OLD_ACTION).id,)
    assert after.order == ours.order
    assert after.shots[second].lighting.brightness == 0.2
    assert after.shots[first].size is Size.CU
    assert holder("I smell it.", after)
    assert third in after.bin
    assert after.characters["jonas"].name == "Tom"
    assert stale(ours, after) == list(laid.rewritten)
    assert fourth in after.order


def test_a_locked_shot_is_left_and_named() -> None:
    ours = creators([Lock(shot=holder(OLD_LINE).id, locked=True)])
    laid, after = over(screenplay().replace(OLD_LINE, NEW_LINE), ours)
    assert laid.rewritten == ()
    assert after.shots == ours.shots
    assert f"Shot {ours.number(holder(OLD_LINE).id)} is locked" in laid.notes[0]


def test_a_note_asks_for_another_size_move_and_length() -> None:
    shot = film().shots[film().order[0]]
    text = write_fountain(with_shot_notes(read_fountain(film().script), film()))
    text = text.replace(note_of(shot, film()), f"shot:{shot.id} MS static 2.5s")
    laid, after = over(text)
    new = after.shots[shot.id]
    assert (new.size, new.movement.type, new.frames) == (Size.MS, MoveType.STATIC, 60)
    assert laid.rewritten == (shot.id,)
    assert stale(film(), after) == [shot.id]


def test_an_older_export_asks_for_nothing() -> None:
    shot = film().shots[film().order[0]]
    text = write_fountain(with_shot_notes(read_fountain(film().script), film()))
    ours = creators([Reframe.model_validate({"shot": shot.id, "size": Size.CU})])
    earlier = {shot.id: {note_of(shot, film())}}
    laid = lay_over(ours, read_fountain(text), None, earlier)
    assert laid.changes == ()


def test_a_film_without_a_screenplay_takes_one() -> None:
    ours = film().model_copy(update={"script": ""})
    laid, after = over(screenplay(), ours)
    assert after.order == ours.order
    assert laid.rewritten == ()
    assert read_fountain(after.script) == read_fountain(screenplay())


def test_a_rewritten_scene_named_by_its_notes_keeps_its_shots() -> None:
    script = with_shot_notes(read_fountain(film().script), film())
    crow = holder("Water. I can smell it.")
    text = write_fountain(script).replace("(hoarse)\nWater. I can smell it.", "Nothing left here.")
    laid, after = over(text)
    assert after.shots[crow.id].dialogue[0].line == "Nothing left here."
    assert laid.rewritten == (crow.id,)


def test_a_scene_of_other_words_throughout_is_another_scene() -> None:
    text = "Title: Other\n\nINT. MOON BASE - NIGHT\n\nA ROBOT (tall, red) sleeps.\n\nROBOT\nOff.\n"
    laid, after = over(text)
    assert set(laid.removed) == set(film().order)
    assert after.order == laid.added
    assert after.title == "Other"
    assert isinstance(read_fountain(after.script).elements[0], SceneHeading)
