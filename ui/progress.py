"""Progress for people: one moving line on a terminal, plain lines elsewhere.

Writes to stderr only.
"""

from __future__ import annotations

import re
import time
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from ui.words import STEPS

LINE_SECONDS = 5.0
LEAST_SHARE = 0.05
"""Before this share is done, what remains cannot be told."""
_NUMBERS = re.compile(r"\d+")


def _step(text: str) -> str:
    """The step a line is about, whatever its numbers: a step is told when it begins."""
    return _NUMBERS.sub("", text)


class Progress:
    """What is being done and how far it is."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._live = stream.isatty()
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._words = ""
        self._at = 0.0
        self._began = time.monotonic()

    def begin(self, words: str) -> None:
        """Start telling."""
        self._words = words
        if self._live:
            columns = (
                TextColumn("{task.description}"),
                BarColumn(bar_width=30),
                TimeElapsedColumn(),
                TimeRemainingColumn(),
            )
            self._bar = Bar(*columns, console=Console(file=self._stream), transient=True)
            self._bar.start()
            self._task = self._bar.add_task(words, total=1.0)
        else:
            self._line(words)

    def tell(self, event: object) -> None:
        """Show an event of a turn or a render."""
        kind = getattr(event, "kind", "")
        if kind == "say":
            return
        text = getattr(event, "text", "") or self._words
        text = STEPS.get(text, text)
        share = getattr(event, "share", None)
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, description=text[:60], completed=share or 0.0)
        elif _step(text) != _step(self._words) or self._due():
            self._line(f"{text}{self._far(text, share)}")
        self._words = text

    def _due(self) -> bool:
        return time.monotonic() - self._at > LINE_SECONDS

    def _far(self, text: str, share: float | None) -> str:
        """How far and how long: " 40 % after 12 s, about 18 s left"."""
        if _step(text) != _step(self._words):
            self._began = time.monotonic()
        if share is None:
            return ""
        spent = time.monotonic() - self._began
        if share < LEAST_SHARE or spent < 1:
            return f" {share:.0%}"
        left = spent / share - spent
        return f" {share:.0%} after {spent:.0f} s, about {left:.0f} s left"

    def _line(self, text: str) -> None:
        self._at = time.monotonic()
        self._stream.write(f"{text}\n")
        self._stream.flush()

    def close(self) -> None:
        """Stop telling; the terminal is as before."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
