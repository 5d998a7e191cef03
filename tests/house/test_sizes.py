"""Files of at most 350 lines and functions of at most 50, over the four packages."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("agent", "memory", "tools", "ui")
FILE_LINES = 350
FUNCTION_LINES = 50
FORBIDDEN_NAMES = {"utils", "helpers", "manager", "managers", "misc", "common"}


def sources() -> Iterator[Path]:
    for room in ROOMS:
        yield from sorted((ROOT / room).rglob("*.py"))


def test_no_file_is_too_long() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in sources()}
    assert lengths
    long = [f"{path.relative_to(ROOT)}: {n}" for path, n in lengths.items() if n > FILE_LINES]
    assert not long


def test_no_function_is_too_long() -> None:
    long = []
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    long.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {lines}")
    assert not long


def test_files_are_named_for_what_they_are() -> None:
    assert not [path for path in sources() if path.stem in FORBIDDEN_NAMES]


def test_every_module_says_what_it_does() -> None:
    silent = [
        path for path in sources() if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert not silent
