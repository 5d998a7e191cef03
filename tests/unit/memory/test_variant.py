"""Shapes of a film agree with their pixels; a variant frames its own shots and nothing else."""

from __future__ import annotations

import pytest

from memory.change import CutVariant, EditFilm, EditVariant, FrameVariant, Retime
from memory.diff import diff
from memory.edit import apply, apply_all
from memory.errors import BadRequest
from memory.film import Film, Variant
from memory.migrations import read_film
from memory.variant import ASPECTS, as_variant, pixels_of, ratio_of, shape_of
from memory.vocabulary import Size
from tests.builders import reference_film

TALL = EditVariant(variant="vertical", aspect="9:16")


@pytest.fixture
def film() -> Film:
    return reference_film(1280, 720)


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("size", [(1280, 720), (640, 360), (1920, 1080)])
def test_every_shape_has_pixels_and_the_way_back(aspect: str, size: tuple[int, int]) -> None:
    width, height = pixels_of(aspect, *size)
    assert width % 8 == 0
    assert height % 4 == 0
    assert width / height == pytest.approx(float(ratio_of(aspect)), rel=0.02)
    assert shape_of(width, height) == aspect
    back = pixels_of("16:9", width, height)
    assert back[0] == pytest.approx(size[0], abs=8)
    assert back[1] == pytest.approx(size[1], abs=4)


@pytest.mark.parametrize(
    ("aspect", "size"),
    [("9:16", (720, 1280)), ("1:1", (720, 720)), ("4:5", (720, 900)), ("2.39:1", (1280, 536))],
)
def test_the_sizes_people_expect(aspect: str, size: tuple[int, int]) -> None:
    assert pixels_of(aspect, 1280, 720) == size


@pytest.mark.parametrize("aspect", ["", "wide", "0:1", "100:1", "1:0", "16:9:4"])
def test_what_is_no_shape_is_refused(film: Film, aspect: str) -> None:
    with pytest.raises(BadRequest):
        apply(film, EditFilm(aspect=aspect))
    with pytest.raises(BadRequest):
        apply(film, EditVariant(variant="odd", aspect=aspect))


def test_another_shape_of_the_film_has_its_pixels(film: Film) -> None:
    scope = apply(film, EditFilm(aspect="2.39:1"))
    assert (scope.aspect, scope.width, scope.height) == ("2.39:1", 1280, 536)
    assert apply(scope, EditFilm(aspect="16x9")) == film


def test_other_pixels_have_their_shape(film: Film) -> None:
    assert apply(film, EditFilm(width=720, height=1280)).aspect == "9:16"
    assert {d.path for d in diff(film, apply(film, EditFilm(width=1920, height=1080)))} == {
        "width",
        "height",
    }


def test_a_variant_is_composed_beside_the_film(film: Film) -> None:
    tighter = FrameVariant(variant="vertical", shot="sh1", size=Size.MS, composition="centred")
    after = apply_all(film, [TALL, tighter])
    assert {d.path for d in diff(film, after)} == {"variants.vertical"}
    tall = as_variant(after, "vertical")
    assert (tall.width, tall.height) == (720, 1280)
    assert (tall.shots["sh1"].size, tall.shots["sh1"].composition) == (Size.MS, "centred")
    assert tall.shots["sh1"].action == film.shots["sh1"].action
    assert {k: s for k, s in tall.shots.items() if k != "sh1"} == {
        k: s for k, s in film.shots.items() if k != "sh1"
    }


def test_an_edit_of_the_film_reaches_its_variants(film: Film) -> None:
    after = apply_all(film, [TALL, Retime(shot="sh2", frames=30)])
    assert as_variant(after, "vertical").shots["sh2"].frames == 30


def test_framing_is_merged_and_taken_back(film: Film) -> None:
    first = FrameVariant(variant="vertical", shot="sh1", size=Size.MS)
    second = FrameVariant(variant="vertical", shot="sh1", lens_mm=50)
    after = apply_all(film, [TALL, first, second])
    framing = after.variants["vertical"].framing["sh1"]
    assert (framing.size, framing.lens_mm) == (Size.MS, 50)
    plain = apply(after, FrameVariant(variant="vertical", shot="sh1"))
    assert plain == apply(film, TALL)


def test_a_locked_shot_may_be_framed_for_a_variant(film: Film) -> None:
    after = apply_all(film, [TALL, FrameVariant(variant="vertical", shot="sh7", size=Size.CU)])
    assert after.shots["sh7"] == film.shots["sh7"]


def test_a_variant_goes_and_the_film_is_as_before(film: Film) -> None:
    assert apply_all(film, [TALL, CutVariant(variant="vertical")]) == film


@pytest.mark.parametrize(
    "change",
    [
        FrameVariant(variant="square", shot="sh1", size=Size.MS),
        FrameVariant(variant="vertical", shot="sh40", size=Size.MS),
        FrameVariant(variant="vertical", shot="sh1", subjects=("nobody",)),
        CutVariant(variant="square"),
    ],
)
def test_what_is_not_there_is_named(film: Film, change: FrameVariant | CutVariant) -> None:
    with pytest.raises(BadRequest) as refusal:
        apply_all(film, [TALL, change])
    assert refusal.value.hint


def test_the_words_of_the_first_films_are_read(film: Film) -> None:
    plain = film.model_dump(mode="json", by_alias=True)
    plain["variants"] = {"reel": "for phones, 4:5", "tall": "upright"}
    del plain["versions"]
    assert read_film(plain).variants == {
        "reel": Variant(aspect="4:5", note="for phones, 4:5"),
        "tall": Variant(aspect="9:16", note="upright"),
    }
