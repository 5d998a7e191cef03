from memory.recipe import Recipe
from memory.shelf import Made
from memory.state import standing, state


def a_recipe(brightness: float = 0.5, look: int = 2) -> Recipe:
    return Recipe("take", "sh1", "theatre", look, {"brightness": brightness})


def a_row(number: int, recipe: Recipe) -> Made:
    return Made(
        id=f"made{number}",
        kind=recipe.kind,
        target=recipe.target,
        digest=recipe.digest,
        look=recipe.look,
        maker=recipe.maker,
        sha256=f"{number:064x}",
        seconds=1.0,
        bytes=1,
        ledger=number,
        at="2026-11-21T05:24:00.000Z",
    )


DARK, LIGHT = a_recipe(0.2), a_recipe(0.8)


def test_nothing_made_is_missing() -> None:
    found = standing(LIGHT, [])
    assert (found.state, found.plays) == ("missing", None)


def test_made_from_this_recipe_is_current() -> None:
    row = a_row(1, LIGHT)
    found = standing(LIGHT, [row])
    assert (found.state, found.plays, found.older_look, found.picked) == (
        "current",
        row,
        False,
        False,
    )


def test_made_from_another_recipe_is_stale_and_plays() -> None:
    rows = [a_row(1, DARK), a_row(2, DARK)]
    found = standing(LIGHT, rows)
    assert (found.state, found.plays) == ("stale", rows[1])


def test_the_newest_current_one_plays_before_a_newer_stale_one() -> None:
    rows = [a_row(1, LIGHT), a_row(2, LIGHT), a_row(3, DARK)]
    assert standing(LIGHT, rows).plays == rows[1]


def test_an_older_look_is_current_and_says_so() -> None:
    found = standing(LIGHT, [a_row(1, a_recipe(0.8, look=1))])
    assert (found.state, found.older_look) == ("current", True)


def test_the_look_of_today_plays_before_an_older_one() -> None:
    rows = [a_row(1, LIGHT), a_row(2, a_recipe(0.8, look=1))]
    found = standing(LIGHT, rows)
    assert (found.plays, found.older_look) == (rows[0], False)


def test_the_picked_one_plays_even_when_it_is_older_or_stale() -> None:
    rows = [a_row(1, DARK), a_row(2, LIGHT)]
    found = standing(LIGHT, rows, pick="made1")
    assert (found.state, found.plays, found.picked) == ("current", rows[0], True)


def test_a_pick_that_is_not_there_is_left_aside() -> None:
    rows = [a_row(1, DARK), a_row(2, LIGHT)]
    found = standing(LIGHT, rows, pick="made7")
    assert (found.plays, found.picked) == (rows[1], False)


def test_state_alone_is_the_comparison_of_digests() -> None:
    assert state(LIGHT, [a_row(1, DARK), a_row(2, LIGHT)]) == "current"
    assert state(LIGHT, [a_row(1, DARK)]) == "stale"
    assert state(LIGHT, []) == "missing"
