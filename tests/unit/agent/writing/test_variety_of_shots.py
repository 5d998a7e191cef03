"""Films of different ideas are shot differently, and last as long as was asked."""

import itertools

import pytest

from agent.writing.breakdown import break_down
from agent.writing.offline_writer import OfflineWriter
from memory.edit import apply_all
from memory.film import Film

IDEAS = (
    "Two sisters fight over their late father's fishing boat",
    "A night watchman finds a child asleep in the museum",
    "Old rivals meet at a chess club that is closing down",
    "A bomb threat empties a school during the exams",
    "Three students invent a machine that folds laundry",
)
LEAST_APART = 0.30


def film_of(idea: str, seconds: int = 60) -> Film:
    writer = OfflineWriter()
    script = writer.script(writer.premise(idea, seed=0), seconds=seconds, seed=0)
    film = Film(id="film")
    return apply_all(film, break_down(script, film, seed=0, seconds=seconds))


def grammar(film: Film) -> list[tuple[str, str]]:
    shots = [film.shots[shot] for shot in film.order]
    return [(shot.size.value, shot.movement.type.value) for shot in shots]


def edits_apart(one: list[tuple[str, str]], two: list[tuple[str, str]]) -> float:
    """Levenshtein over whole tokens, as a share of the longer row."""
    row = list(range(len(two) + 1))
    for at, token in enumerate(one, 1):
        fresh = [at]
        for other, against in enumerate(two, 1):
            swap = row[other - 1] + (token != against)
            fresh.append(min(row[other] + 1, fresh[-1] + 1, swap))
        row = fresh
    return row[-1] / max(len(one), len(two))


def test_no_two_films_share_their_row_of_sizes_and_moves() -> None:
    rows = {idea: grammar(film_of(idea)) for idea in IDEAS}
    for one, two in itertools.combinations(rows, 2):
        apart = edits_apart(rows[one], rows[two])
        assert apart >= LEAST_APART, f"{one!r} and {two!r} differ by {apart:.0%} only"


@pytest.mark.parametrize("idea", IDEAS)
@pytest.mark.parametrize("seconds", [45, 60, 120])
def test_a_film_lasts_as_long_as_was_asked(idea: str, seconds: int) -> None:
    film = film_of(idea, seconds)
    assert float(film.frames / film.frame_rate) == pytest.approx(seconds, rel=0.15)
