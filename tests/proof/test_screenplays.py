"""Long and broken screenplays: a feature there and back, five hundred mutated files in bounds."""

from __future__ import annotations

import random
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from agent.writing.breakdown import break_down
from agent.writing.rewritten import lay_over
from benchmarks.long_script import long_script
from memory.edit import apply_all
from memory.errors import BadRequest
from memory.film import Film
from memory.script import Script
from tests.proof.mutants import KINDS, mutant
from tools.formats.fdx import read_fdx
from tools.formats.fdx_text import write_fdx
from tools.formats.fountain import read_fountain, write_fountain
from tools.formats.reading import read_file
from tools.formats.shot_notes import with_shot_notes, without_shot_notes

pytestmark = pytest.mark.proof

FILES = 500
HANG_SECONDS = 20
"""No figure: far above what any of these takes, so that only a hang meets it."""
EXAMPLES = Path(__file__).parents[2] / "examples"
DATA = Path(__file__).parents[1] / "data"


@contextmanager
def unhung(what: str) -> Iterator[None]:
    """Fail instead of hanging."""

    def fail(_number: int, _frame: object) -> None:
        raise TimeoutError(f"{what} hung")

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(HANG_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def laid_out(script: Script) -> Film:
    film = Film(id="test")
    return apply_all(film, break_down(script, film))


def test_a_feature_is_read_broken_down_and_written_back() -> None:
    text = long_script(120)
    script = read_fountain(text)
    film = laid_out(script)
    assert read_fountain(write_fountain(script)) == script
    assert read_fdx(write_fdx(script).encode()) == script
    noted = with_shot_notes(script, film)
    bare, links = without_shot_notes(read_fountain(write_fountain(noted)), film)
    assert bare == script
    assert {link.shot for link in links} == set(film.order)
    assert lay_over(film, noted).changes == ()


def test_one_line_of_a_feature_touches_one_shot() -> None:
    script = read_fountain(long_script(120))
    film = laid_out(script)
    chance = random.Random(3)
    for shot in chance.sample([s for s in film.order if film.shots[s].dialogue], 5):
        noted = write_fountain(with_shot_notes(script, film))
        at = noted.index(f"[[shot:{shot} ")
        line = film.shots[shot].dialogue[0].line.split(". ")[0]
        text = noted[:at] + noted[at:].replace(line, f"Listen: {line}", 1)
        laid = lay_over(film, read_fountain(text))
        assert laid.rewritten == (shot,)
        assert (laid.added, laid.removed) == ((), ())


@pytest.mark.parametrize("kind", KINDS)
def test_mutated_files_neither_crash_nor_hang(kind: str) -> None:
    sources = [
        (DATA / "crow_and_pitcher.fountain").read_text("utf-8"),
        (EXAMPLES / "the_night_ferry.fountain").read_text("utf-8"),
        long_script(6),
    ]
    read = 0
    for number in range(FILES // len(KINDS)):
        data = mutant(kind, sources[number % len(sources)], random.Random(f"{kind}/{number}"))
        with unhung(f"{kind} {number}"):
            try:
                script = read_file(data, kind)
                if script is None:
                    continue
                read += 1
                assert read_fountain(write_fountain(script)).plain() == script.plain()
                write_fdx(script)
                film = laid_out(script)
                lay_over(film, with_shot_notes(script, film))
            except BadRequest:
                continue  # refused with the way out, which the unit tests hold
    assert read > FILES // len(KINDS) // 4


def test_hostile_lengths_take_time_that_grows_with_them() -> None:
    for shape in (
        "[[",
        "/*",
        "*a ",
        "_a ",
        "(",
        "> ",
        "@A\nb\n\n",
        "MARA\n",
        "A: b\n",
        "((",
        "[[a\n",
    ):
        with unhung(repr(shape)):
            for kind in (".fountain", ".txt"):
                script = read_file((shape * (400_000 // len(shape))).encode(), kind)
                if script is not None:
                    write_fountain(script)
                    script.plain()
