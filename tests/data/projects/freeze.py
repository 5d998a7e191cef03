"""Makes the frozen project of today's schema, once, before that schema is released.

Run as `python tests/data/projects/freeze.py v1`. A version that was released is never made again.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import imageio_ffmpeg

from memory.change import Relight
from memory.film import Film
from memory.project import Project
from memory.recipe import Recipe
from memory.reference import load_reference

HERE = Path(__file__).parent


def tiny_clip(path: Path) -> Path:
    """Half a second of grey, 64x36, so that a cut has something to join."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "lavfi"]
    command += ["-i", "color=gray:size=64x36:rate=24:duration=0.5", "-c:v", "libx264"]
    subprocess.run([*command, "-pix_fmt", "yuv420p", str(path)], check=True)
    return path


def freeze(version: str, film: Film) -> None:
    """Write `version`/the-frozen-ferry: two edits, an undo, a take, a job done."""
    target = HERE / version
    with tempfile.TemporaryDirectory() as room:
        home = Path(room) / "films"
        project = Project.create(home, film, "the frozen ferry")
        project.edit([Relight(shot=film.order[-1], brightness=0.15)], words="darker")
        project.undo()
        recipe = Recipe("take", film.order[0], "theatre", 1, {"shot": film.order[0]})
        project.jobs.enqueue([recipe])
        job = project.jobs.claim("freeze")
        if job is not None:
            clip = tiny_clip(Path(room) / "clip.mp4")
            project.jobs.done(job, project.vault.put(clip, ".mp4"), 0.5)
        project.close()
        connection = sqlite3.connect(project.folder / "project.sqlite")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        shutil.copytree(home, target)


if __name__ == "__main__":
    reference = json.loads(Path(sys.argv[2]).read_text("utf-8"))
    freeze(sys.argv[1], load_reference(reference).model_copy(update={"title": "The Frozen Ferry"}))
