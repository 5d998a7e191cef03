"""One direction of imports: ui, agent, tools, memory; checked on the source itself."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ORDER = ("memory", "tools", "agent", "ui")
# Home folders, checkouts and scratch folders of whoever wrote a line: none belongs in a project.
MACHINE_PATH = re.compile(r"(?<![\w.:/])/(?:work|farm|root|home/\w+|Users/\w+|tmp/bash)/")


def imported_rooms(source: str) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            rooms |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            rooms.add((node.module or "").split(".")[0])
    return rooms & set(ORDER)


@pytest.mark.parametrize("place", range(len(ORDER)))
def test_a_lower_room_never_imports_a_higher_one(place: int) -> None:
    higher = set(ORDER[place + 1 :])
    wrong = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / ORDER[place]).rglob("*.py"))
        if imported_rooms(path.read_text("utf-8")) & higher
    ]
    assert not wrong


def tracked_files() -> list[Path]:
    run = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if run.returncode == 0:
        return [ROOT / name for name in run.stdout.split("\0") if name]
    skipped = {".venv", ".git", "films", "build"}  # a source archive has no git
    return [p for p in ROOT.rglob("*") if p.is_file() and not skipped & set(p.parts)]


def test_no_tracked_file_names_a_path_of_some_machine() -> None:
    found = []
    for path in tracked_files():
        if not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8", "ignore")
        found += [f"{path.relative_to(ROOT)}: {hit}" for hit in MACHINE_PATH.findall(text)]
    assert not found


def test_the_path_rule_can_fail() -> None:
    assert MACHINE_PATH.search('open("' + "/".join(["", "home", "someone", "film.mp4"]) + '")')
    assert not MACHINE_PATH.search("https://example.org/home/page/")
