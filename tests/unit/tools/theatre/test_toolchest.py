"""Compiled loops live in the user's cache folder, and whether they are there is known at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.theatre import toolchest

ROOT = Path(__file__).parents[4]
ASK = """
import sys
from tools.theatre import toolchest
print(toolchest.chest(), toolchest.ready())
toolchest.note_ready()
print(toolchest.ready(), "numba" in sys.modules)
"""


def asked(home: Path, **more: str) -> list[str]:
    dropped = ("NUMBA_CACHE_DIR", "XDG_CACHE_HOME", "ROUGHCUT_CACHE")
    environ = {k: v for k, v in os.environ.items() if k not in dropped}
    run = subprocess.run(
        [sys.executable, "-c", ASK],
        env={**environ, "HOME": str(home), **more},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.split()


@pytest.mark.skipif(sys.platform != "linux", reason="the folder is named by the platform")
def test_a_fresh_home_gets_its_own_chest(tmp_path: Path) -> None:
    chest = tmp_path / ".cache" / "roughcut" / "kernels"
    assert asked(tmp_path) == [str(chest), "False", "True", "False"]
    assert asked(tmp_path)[1] == "True"
    assert asked(tmp_path, XDG_CACHE_HOME=str(tmp_path / "x"))[0].startswith(str(tmp_path / "x"))
    assert asked(tmp_path, NUMBA_CACHE_DIR=str(tmp_path / "n"))[:2] == [
        str(tmp_path / "n"),
        "False",
    ]


def test_a_home_that_cannot_be_written_still_gets_one(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    folder, was_ready, is_ready, heavy = asked(blocked)
    assert Path(folder).is_dir()
    assert (was_ready, is_ready, heavy) == ("False", "True", "False")


def test_the_compiler_keeps_its_loops_there() -> None:
    import numba

    from tools.theatre import jit

    assert jit.kernel is not None
    assert str(toolchest.chest()) == numba.config.CACHE_DIR
    assert ROOT not in toolchest.chest().parents
