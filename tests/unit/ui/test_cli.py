"""Commands that need no render: bad input, JSON on stdout alone, and a light start."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from memory.film import Film
from memory.project import Project
from ui.cli import app
from ui.progress import Progress

ROOT = Path(__file__).parents[3]
HEAVY = ("langgraph", "gradio", "chromadb", "cv2", "numba", "torch", "scipy")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "films"


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str, str]]:
    """A command in this process: exit code, stdout, stderr."""
    import signal

    monkeypatch.setattr(signal, "signal", lambda *_: None)

    def run(*words: str) -> tuple[int, str, str]:
        done = CliRunner().invoke(app, list(words))
        return done.exit_code, done.stdout, done.stderr

    return run


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys\nfrom ui.cli import app\n"
        "try:\n    app(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print('LOADED', sorted(set(sys.modules) & set({HEAVY!r})))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "LOADED []" in done.stdout, done.stderr
    assert "doctor" in done.stdout


BAD = [
    (["draft", ""], "nothing to film"),
    (["draft", "   \n "], "nothing to film"),
    (["draft", "x" * 30_000], "more than one line"),
    (["draft", "../../x"], "no file"),
    (["draft", "no_such.fountain"], "no file"),
    (["draft", "a boat", "--until", "never"], "no stage"),
    (["draft", "a boat", "--out", "/nowhere/at/all/film.mp4"], "no folder"),
    (["say", "nobody", "darker"], "no film"),
    (["show", "../../etc/passwd"], "no film"),
    (["check", "nobody"], "no film"),
    (["verify", "nobody"], "no film"),
    (["recall", "nobody", "--rebuild"], "no film"),
    (["export", "nobody", "mp4"], "no film"),
    (["import", "no_such.mp4"], "no file"),
    (["chat", "nobody"], "no film"),
]


@pytest.mark.parametrize(("words", "told"), BAD, ids=[" ".join(w)[:30] for w, _ in BAD])
def test_what_cannot_be_is_one_clear_sentence(
    call: Callable[..., tuple[int, str, str]], words: list[str], told: str
) -> None:
    code, out, err = call(*words)
    assert code == 2
    assert told in err
    assert "Traceback" not in out + err
    assert out == ""


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.fountain", b"", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\xff\xfe", "not plain text"),
        ("zeros.fountain", b"INT. ROOM\x00", "not plain text"),
        ("huge.txt", b"a" * 2_000_001, "larger than 2 MB"),
        ("film.pdf", b"%PDF-1.4", "not a kind of script"),
    ],
)
def test_a_file_that_is_no_script_is_refused(
    call: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    home: Path,
    name: str,
    content: bytes,
    told: str,
) -> None:
    (tmp_path / name).write_bytes(content)
    code, _out, err = call("draft", str(tmp_path / name))
    assert code == 2
    assert told in err
    assert not list(home.glob("*/project.sqlite"))


def test_an_unknown_film_names_those_there_are(
    call: Callable[..., tuple[int, str, str]], home: Path
) -> None:
    Project.create(home, Film(id="f", title="The Pier"), "the pier")
    code, _out, err = call("say", "the-bridge", "darker")
    assert code == 2
    assert "the-pier" in err


def test_a_missing_shot_names_the_extent(
    call: Callable[..., tuple[int, str, str]], home: Path
) -> None:
    from memory.reference import load_reference

    data = json.loads((ROOT / "tests/data/reference_film.json").read_text("utf-8"))
    project = Project.create(home, load_reference(data), "ferry")
    count = len(project.film.order)
    code, out, err = call("say", "ferry", "redo shot 4000 darker")
    assert code in {0, 2}
    assert str(count) in out + err


def test_json_alone_is_on_stdout(call: Callable[..., tuple[int, str, str]], home: Path) -> None:
    Project.create(home, Film(id="f", title="The Pier"), "the pier")
    for words in (["show", "the-pier"], ["check", "the-pier"], ["verify", "the-pier"]):
        code, out, _err = call(*words, "--json")
        assert code == 0
        assert len(out.splitlines()) == 1
        assert isinstance(json.loads(out), dict)
    code, out, _err = call("show", "nobody", "--json")
    assert code == 2
    assert json.loads(out)["kind"] == "BadRequest"


def test_an_idea_may_begin_with_a_dash(
    call: Callable[..., tuple[int, str, str]], home: Path
) -> None:
    code, out, err = call("draft", "--until", "script", "--json", "--", "-a boat with no name")
    assert code == 0, err
    assert json.loads(out)["shots"] > 0


def test_a_wrong_ffmpeg_is_named(
    call: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROUGHCUT_FFMPEG", "/nowhere/ffmpeg")
    code, _out, err = call("draft", "a boat")
    assert code == 2
    assert "/nowhere/ffmpeg" in err
    assert "ROUGHCUT_FFMPEG" in err


def test_a_film_and_a_screenplay_are_taken_in(
    call: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    code, out, err = call("import", str(ROOT / "tests/data/reference_film.json"), "--json")
    assert code == 0, err
    assert json.loads(out)["shots"] == 8
    script = tmp_path / "cup.fountain"
    script.write_text("INT. ROOM - DAY\n\nADA lifts a cup.\n\nADA\nWho was here?\n", "utf-8")
    code, out, err = call("import", str(script), "--json")
    assert code == 0, err
    assert json.loads(out)["film"] == "cup"
    assert json.loads(out)["shots"] >= 1


def test_footage_needs_a_film(call: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_bytes(b"RIFF")
    code, _out, err = call("import", str(tmp_path / "a.wav"))
    assert code == 2
    assert "--into" in err


def test_the_memory_is_made_anew(call: Callable[..., tuple[int, str, str]]) -> None:
    call("import", str(ROOT / "tests/data/reference_film.json"), "--json")
    film = json.loads(call("show", "the", "--json")[1])["film"]["film"]["title"]
    code, out, err = call("recall", film, "--rebuild", "--json")
    assert code == 0, err
    assert json.loads(out)["facts"] > 0


def test_the_doctor_says_what_is_missing(
    call: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, _err = call("doctor", "--json")
    found = {one["name"]: one for one in json.loads(out)["findings"]}
    assert code == 0
    assert found["ffmpeg"]["health"] == "works"
    assert found["language model"]["health"] == "missing"
    assert "ROUGHCUT_MODEL" in found["language model"]["adds"]
    monkeypatch.setenv("ROUGHCUT_MODEL", "m")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("ROUGHCUT_FFMPEG", "/nowhere/ffmpeg")
    code, out, _err = call("doctor", "--json")
    found = {one["name"]: one for one in json.loads(out)["findings"]}
    assert code == 1
    assert found["ffmpeg"]["health"] == "broken"
    assert "cannot be reached" in found["language model"]["says"]


def test_progress_tells_a_step_when_it_begins_and_then_seldom() -> None:
    from io import StringIO

    from agent.desk import Event

    out = StringIO()
    progress = Progress(out)
    progress.begin("Making a film")
    for number in range(50):
        progress.tell(Event("step", f"Shooting: {number} of 50", share=number / 50))
    progress.tell(Event("say", "words of the reply"))
    progress.tell(Event("step", "Cutting"))
    progress.close()
    lines = out.getvalue().splitlines()
    assert lines[0] == "Making a film"
    assert lines[1].startswith("Shooting: 0 of 50")
    assert lines[-1] == "Cutting"
    assert len(lines) < 8
