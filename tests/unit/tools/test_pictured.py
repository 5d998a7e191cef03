"""What makes a picture stale, and what does not: locality by recipe."""

from __future__ import annotations

import pytest

from memory.change import (
    AnyChange,
    ChooseTake,
    DeleteShot,
    EditMix,
    EditMusic,
    EditScene,
    EditSubtitles,
    Lock,
    Recast,
    Redirect,
    Reframe,
    Relight,
    Reorder,
    Retake,
    Retime,
    SetTransition,
)
from memory.edit import apply
from memory.film import Film, Voice
from memory.vocabulary import Size, Track, TransitionType
from tests.builders import reference_film
from tools.boards import board_recipe
from tools.pictured import SHOT, picture_inputs, pictured_film
from tools.takes import take_recipe
from tools.theatre.blocking import with_marks
from tools.theatre.staging import stage


@pytest.fixture
def film() -> Film:
    return with_marks(reference_film())


def stale(film: Film, change: AnyChange) -> list[str]:
    after = apply(film, change)
    both = [shot for shot in film.order if shot in after.order]
    return [s for s in both if take_recipe(film, s).digest != take_recipe(after, s).digest]


@pytest.mark.parametrize(
    "change",
    [
        Relight(shot="sh4", brightness=0.3),
        Reframe(shot="sh4", size=Size.CU),
        Retime(shot="sh4", frames=99),
        Redirect(shot="sh4", action="They sit down and run away."),
        Retake(shot="sh4", seed=7),
    ],
    ids=lambda change: change.op,
)
def test_an_edit_of_one_shot_makes_that_take_stale_alone(film: Film, change: AnyChange) -> None:
    assert stale(film, change) == ["sh4"]


@pytest.mark.parametrize(
    "change",
    [
        EditMusic(gain_db=-30),
        EditMix(track=Track.DIALOGUE, gain_db=3),
        EditSubtitles(enabled=True, burn_in=True),
        Recast(character="theo", voice=Voice(name="en-us+m7", pitch=20)),
        Lock(shot="sh4"),
        ChooseTake(shot="sh4", take="t1"),
        SetTransition(shot="sh5", type=TransitionType.DISSOLVE, frames=12),
        DeleteShot(shot="sh3"),
        Reorder(order=("sh8", "sh1", "sh2", "sh3", "sh4", "sh5", "sh6", "sh7")),
    ],
    ids=lambda change: change.op,
)
def test_sound_titles_order_and_locks_render_no_picture(film: Film, change: AnyChange) -> None:
    assert stale(film, change) == []


def test_a_new_coat_makes_the_shots_that_show_it_stale(film: Film) -> None:
    assert stale(film, Recast(character="theo", wardrobe={"coat": "red coat"})) == [
        "sh3",
        "sh4",
        "sh5",
        "sh7",
    ]


@pytest.mark.parametrize("shot", [f"sh{n}" for n in range(1, 9)])
def test_the_inputs_stage_the_shot_as_the_film_does(film: Film, shot: str) -> None:
    assert stage(pictured_film(picture_inputs(film, shot)), SHOT) == stage(film, shot)


def test_a_board_is_not_a_take(film: Film) -> None:
    assert board_recipe(film, "sh1").digest != take_recipe(film, "sh1").digest


def test_another_name_is_no_other_picture(film: Film) -> None:
    who = film.characters["mara"]
    axis = "Mara camera left looking right; Theo camera right looking left"
    scene = film.shots["sh2"].scene
    named = apply(film, EditScene(scene=scene, screen_axis=axis))
    renamed = apply(named, Recast(character=who.id, name="Ottilie"))
    renamed = apply(renamed, EditScene(scene=scene, screen_axis=axis.replace("Mara", "Ottilie")))
    for shot in film.order:
        assert take_recipe(named, shot).digest == take_recipe(renamed, shot).digest


def test_names_in_other_letters_stay_in_the_text_that_blocks_them(film: Film) -> None:
    mara = film.characters["mara"]
    li = mara.model_copy(update={"id": "who_ecc95cd7", "name": "李梅"})
    shot = film.shots["sh4"].model_copy(update={"subjects": (li.id,), "action": "李梅站在窗前"})
    changed = film.model_copy(
        update={
            "characters": {**film.characters, li.id: li},
            "shots": {**film.shots, "sh4": shot},
        }
    )
    inputs = picture_inputs(changed, "sh4")
    assert inputs["shot"]["action"] == "李梅站在窗前"
    assert inputs["characters"][0]["name"] == "李梅"
