"""Thirty turns with the offline director on one film, written down as they were said.

    python -m benchmarks.transcript [--lines FILE] [--out docs/transcript.md]

The film is the reference film in a project of its own; takes are really rendered at a small size.
What the gate asks is answered by the creator's own next line.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from agent.run import Conversations, Result, take_turn
from agent.settings import Settings
from benchmarks.edits import SLUG, SMALL, master_of
from memory.errors import RoughcutError
from memory.project import Project
from tools.workshop import make_now
from ui.words import moved_lines, option_lines

HERE = Path(__file__).parent
LINES = HERE / "requests" / "thirty_turns.txt"
FILM = HERE.parent / "tests" / "data" / "reference_film.json"
HEAD = """# Thirty turns on one film

Made by `python -m benchmarks.transcript`: the reference film, the offline director, no model and
no key. What each turn moved stands under it.
"""


def said(room: Conversations, project: Project, words: str) -> Result:
    """One turn; the takes it asks for are made before the next."""
    try:
        result = take_turn(room, project, words, wait=False)
    except RoughcutError as error:
        return Result("warn", str(error))
    for job in project.jobs.pending():
        if job.recipe.kind == "take" and job.state == "waiting":
            make_now(project, job.recipe)
    return result


def told(project: Project, words: str, result: Result) -> Iterator[str]:
    """One turn as it reads."""
    yield f"**Creator:** {words}"
    yield ""
    yield f"**Director:** {result.reply}"
    diff: list[Any] = list(result.diff)
    moved = [*moved_lines(diff, project.film), *option_lines(result.options)]
    if moved:
        yield ""
        yield from (f"- `{line}`" for line in moved)
    yield ""


def transcript(lines: Sequence[str]) -> str:
    """The whole conversation as Markdown."""
    out = [HEAD]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        master_of(home, json.loads(FILM.read_text("utf-8")), SMALL, make_now)
        project = Project.open(home, SLUG)
        room = Conversations(Settings(home, workers=0))
        for number, words in enumerate(lines, 1):
            out += told(project, words, said(room, project, words))
            sys.stderr.write(f"\r{number} of {len(lines)}")
        room.close()
        project.close()
    sys.stderr.write("\n")
    return "\n".join(out)


def main(words: Sequence[str]) -> int:
    """Write the transcript."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=Path, default=LINES)
    parser.add_argument("--out", type=Path, default=HERE.parent / "docs" / "transcript.md")
    args = parser.parse_args(words)
    lines = [line for line in args.lines.read_text("utf-8").splitlines() if line.strip()]
    args.out.write_text(transcript(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
