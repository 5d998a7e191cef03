import json
import math
import unicodedata
from collections.abc import Mapping
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memory.errors import BadRequest, ProjectDamaged
from memory.recipe import Recipe, canonical, digest_of

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(-1e6, 1e6) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=12,
)


def a_recipe(**fields: object) -> Recipe:
    inputs: Mapping[str, object] = {"brightness": 0.3, "text": "Mara waits"}
    usual = {"kind": "take", "target": "sh1", "maker": "theatre", "look": 1, "inputs": inputs}
    return Recipe(**{**usual, **fields})  # type: ignore[arg-type]


def test_the_digest_is_pinned() -> None:
    # A change of this value makes every take of every film stale: never by accident.
    assert a_recipe().digest == "4296beb980f20f37de95c272fbc9d32cdfcf61f8853af5a83ad71d00cfaec47a"


def test_target_and_look_are_not_in_the_digest() -> None:
    assert a_recipe(target="sh9", look=7).digest == a_recipe().digest


@pytest.mark.parametrize(
    "other", [{"kind": "board"}, {"maker": "grade"}, {"inputs": {"brightness": 0.31}}]
)
def test_kind_maker_and_inputs_are_in_the_digest(other: dict[str, object]) -> None:
    assert a_recipe(**other).digest != a_recipe().digest


def test_keys_are_sorted_and_nothing_else_moves() -> None:
    assert canonical({"b": [1, 2], "a": None}) == '{"a":null,"b":[1,2]}'


def test_truth_whole_numbers_and_fractions_stay_apart() -> None:
    assert len({canonical(value) for value in (True, 1, 1.0, "1")}) == 4


def test_fractions_are_compared_to_four_decimals() -> None:
    assert canonical(0.1 + 0.2) == canonical(0.3) == "0.3000"
    assert canonical(0.3001) != canonical(0.3002)
    assert canonical(-0.00001) == canonical(0.0)


def test_text_is_one_whatever_its_form() -> None:
    decomposed = unicodedata.normalize("NFD", "café")
    assert canonical({decomposed: decomposed}) == canonical({"café": "café"})


def test_members_of_closed_sets_are_their_values() -> None:
    class Light(StrEnum):
        LOW = "low"

    assert canonical([Light.LOW]) == '["low"]'


@pytest.mark.parametrize(
    "value",
    [math.nan, math.inf, -math.inf, {1: "a"}, b"bytes", {"a", "b"}, object()],
)
def test_what_json_has_no_word_for_is_refused(value: object) -> None:
    with pytest.raises(BadRequest):
        canonical(value)


def test_two_forms_of_one_key_are_refused() -> None:
    with pytest.raises(BadRequest, match="twice"):
        canonical({"café": 1, unicodedata.normalize("NFD", "café"): 2})


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(BadRequest, match="poster"):
        a_recipe(kind="poster")


@given(plain)
def test_reading_and_writing_again_changes_nothing(value: object) -> None:
    try:
        text = canonical(value)
    except BadRequest:  # two keys that are one in NFC
        return
    assert canonical(json.loads(text)) == text


def test_a_recipe_comes_back_from_its_json() -> None:
    recipe = a_recipe(inputs={"words": ["a", 1, 0.25, True, None]})
    back = Recipe.from_json(recipe.as_json())
    assert (back, back.digest) == (recipe, recipe.digest)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"kind":"take"}', "\x00"])
def test_a_damaged_recipe_says_so(text: str) -> None:
    with pytest.raises(ProjectDamaged):
        Recipe.from_json(text)


def test_digests_are_sha256_in_hex() -> None:
    assert digest_of({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
