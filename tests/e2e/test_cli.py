"""The command line in real processes: a film, a note, going back, trust, bad input, Ctrl-C."""

import shutil
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.e2e.rooms import LONGER, SHORT, answer, roughcut, start, takes
from tools.ffmpeg import probe

pytestmark = pytest.mark.e2e


@dataclass(frozen=True)
class Made:
    home: Path
    film: str
    answer: dict[str, Any]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """One short film, drafted once; tests that change it work on a copy."""
    place = tmp_path_factory.mktemp("cli")
    script = place / "the_cup.fountain"
    script.write_text(SHORT, encoding="utf-8")
    done = roughcut(place / "films", "draft", str(script), "--yes", "--json")
    assert done.returncode == 0, done.stderr
    told = answer(done)
    return Made(place / "films", told["film"], told)


@pytest.fixture
def film(made: Made, tmp_path: Path) -> Made:
    """A copy of the film, to change."""
    home = tmp_path / "copy"
    shutil.copytree(made.home, home)
    return Made(home, made.film, made.answer)


def test_draft_tells_what_was_made(made: Made) -> None:
    told = made.answer
    assert set(told) == {"film", "revision", "file", "sha256", "seconds", "shots"}
    assert told["film"] == "the-cup"
    assert told["shots"] >= 2
    assert Path(told["file"]).is_file()
    from tools.ffmpeg import probe

    found = probe(Path(told["file"]))
    assert abs(float(found.seconds) - told["seconds"]) < 0.1


def test_show_joins_document_shots_and_cut(made: Made) -> None:
    shown = answer(roughcut(made.home, "show", made.film, "--json"))
    assert set(shown) == {"film", "shots", "cut"}
    assert shown["cut"]["sha256"] == made.answer["sha256"]
    assert [one["number"] for one in shown["shots"]] == list(range(1, made.answer["shots"] + 1))
    keys = {"id", "number", "state", "take", "file", "sha256"}
    assert all(set(one) == keys and one["state"] == "current" for one in shown["shots"])


def test_check_tells_findings(made: Made) -> None:
    found = answer(roughcut(made.home, "check", made.film, "--json"))["findings"]
    keys = {"rule", "shots", "message", "sure", "mend"}
    assert all(set(one) == keys for one in found)


def test_a_note_remakes_one_take_and_undo_brings_the_old_cut_back(film: Made) -> None:
    before = takes(film.home, film.film)
    said = answer(roughcut(film.home, "say", film.film, "redo shot 2 darker", "--json"))
    after = takes(film.home, film.film)
    moved = [shot for shot in before if before[shot] != after[shot]]
    assert said["kind"] == "act"
    assert len(said["made"]) == 1
    assert moved == [list(before)[1]]
    assert any(one["path"].endswith("brightness") for one in said["diff"])
    assert said["cut"]["sha256"] != film.answer["sha256"]
    back = answer(roughcut(film.home, "say", film.film, "undo that", "--json"))
    assert back["made"] == []
    assert back["cut"]["sha256"] == film.answer["sha256"]
    assert takes(film.home, film.film) == before
    shown = answer(roughcut(film.home, "show", film.film, "--json"))
    assert shown["cut"]["sha256"] == film.answer["sha256"]


def test_verify_is_clean_and_finds_one_flipped_byte(film: Made) -> None:
    clean = roughcut(film.home, "verify", film.film, "--json")
    assert clean.returncode == 0, clean.stdout
    assert answer(clean)["problems"] == []
    sha256 = next(iter(takes(film.home, film.film).values()))
    take = next((film.home / film.film / "vault").rglob(f"{sha256}*"))
    take.chmod(0o644)
    content = bytearray(take.read_bytes())
    content[len(content) // 2] ^= 1
    take.write_bytes(content)
    found = roughcut(film.home, "verify", film.film, "--json")
    assert found.returncode == 1
    assert any("changed" in words for words in answer(found)["problems"])


def test_verify_knows_a_file_by_its_content(made: Made, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere.mp4"
    shutil.copyfile(made.answer["file"], copy)
    assert answer(roughcut(made.home, "verify", str(copy), "--json"))["film"] == made.film


def test_footage_is_kept_and_says_its_limit(film: Made, tmp_path: Path) -> None:
    picture = tmp_path / "photo.jpg"
    board = next((film.home / film.film / "vault").rglob("*.jpg"))
    shutil.copyfile(board, picture)
    taken = answer(roughcut(film.home, "import", str(picture), "--into", film.film, "--json"))
    assert taken["kind"] == "picture"
    assert Path(taken["file"]).read_bytes() == picture.read_bytes()
    assert "not built" in taken["note"]
    assert roughcut(film.home, "verify", film.film).returncode == 0


def test_an_exported_film_can_be_imported(film: Made, tmp_path: Path) -> None:
    out = tmp_path / "film.json"
    done = roughcut(film.home, "export", film.film, "json", "--out", str(out), "--json")
    assert answer(done)["files"] == [str(out)]
    taken = answer(roughcut(tmp_path / "other", "import", str(out), "--json"))
    assert taken["shots"] == film.answer["shots"]


def test_a_vertical_version_is_its_own_file_and_the_film_stays(film: Made) -> None:
    before = takes(film.home, film.film)
    offered = answer(roughcut(film.home, "say", film.film, "vertical version", "--json"))
    assert offered["kind"] == "propose"
    picked = answer(roughcut(film.home, "say", film.film, "A", "--json"))
    assert (picked["kind"], picked["made"]) == ("act", [])
    assert picked["cut"]["sha256"] == film.answer["sha256"]
    told = answer(roughcut(film.home, "export", film.film, "vertical", "--json"))
    path = Path(told["files"][0])
    tall, wide = probe(path), probe(Path(film.answer["file"]))
    assert path.name == f"{film.film}-vertical.mp4"
    assert (tall.frames, tall.has_audio) == (wide.frames, True)
    assert tall.height > tall.width
    assert takes(film.home, film.film) == before
    assert roughcut(film.home, "verify", film.film).returncode == 0


def test_ctrl_c_in_a_render_loses_nothing(tmp_path: Path) -> None:
    script = tmp_path / "the_letter.fountain"
    script.write_text(LONGER, encoding="utf-8")
    home = tmp_path / "films"
    order = ("draft", str(script), "--yes", "--json")
    child = start(home, *order, more={"ROUGHCUT_SIZE": "960x540"})
    workers: list[psutil.Process] = []
    for line in child.stderr:
        if line.startswith("Shooting:"):
            break
    project = next(home.glob("*/project.sqlite")).parent
    _await_take(project)
    workers = psutil.Process(child.pid).children(recursive=True)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 130, (out, err)
    assert "say the same again to go on." in out
    assert "Traceback" not in out + err
    _gone, alive = psutil.wait_procs(workers, timeout=5)
    assert not alive
    kept = {path.name for path in (project / "vault").rglob("*.mp4")}
    assert kept
    again = roughcut(home, *order, ROUGHCUT_SIZE="960x540")
    assert again.returncode == 0, again.stderr
    assert answer(again)["film"] == project.name
    assert kept <= {path.name for path in (project / "vault").rglob("*.mp4")}
    from memory.project import Project

    digests = [m.digest for m in Project(project).shelf.all() if m.kind == "take"]
    assert len(digests) == len(set(digests))


def _await_take(folder: Path) -> None:
    """Until one take is there and others are under way."""
    import time

    from memory.project import Project

    project = Project(folder)
    for _ in range(1200):
        if any(made.kind == "take" for made in project.shelf.all()):
            return
        time.sleep(0.05)
    pytest.fail("no take was made in a minute")


def test_a_full_disk_is_said_and_nothing_is_lost(film: Made) -> None:
    import resource

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))

    import subprocess
    import sys

    from tests.e2e.rooms import ROOT, environment

    done = subprocess.run(
        [sys.executable, "-m", "ui.cli", "say", film.film, "redo shot 1 darker"],
        env=environment(film.home),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        preexec_fn=small_files,
    )
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    assert "Something broke" not in said, said
    assert "space" in said or "disk" in said, said
    assert roughcut(film.home, "verify", film.film).returncode == 0


def test_a_busy_film_names_its_holder(film: Made) -> None:
    from memory.project import Project

    with Project.open(film.home, film.film).lease("long look"):
        done = roughcut(film.home, "say", film.film, "shot 1 darker")
    assert done.returncode == 2
    assert "in use" in done.stderr
    assert "long look" in done.stderr


def test_the_chat_goes_on_where_it_was(film: Made) -> None:
    import subprocess
    import sys

    from tests.e2e.rooms import ROOT, environment

    def talk(words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "ui.cli", "chat", film.film],
            env=environment(film.home),
            cwd=ROOT,
            input=words,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    first = talk("delete shot 1\nno\n/nonsense\nмир 世界 🎬\n")
    assert "Go ahead?" in first
    assert "There is no '/nonsense'" in first
    assert len(takes(film.home, film.film)) == film.answer["shots"]
    second = talk("/show shots\n/quit\n")
    assert "> delete shot 1" in second
    assert "世界" in second
