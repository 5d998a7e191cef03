"""Progress for people: one moving line on a terminal, plain lines elsewhere.

Writes to stderr only.
"""

from __future__ import annotations

import time
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

LINE_SECONDS = 5.0


class Progress:
    """What is being done and how far it is."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._live = stream.isatty()
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._words = ""
        self._at = 0.0

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
        share = getattr(event, "share", None)
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, description=text[:60], completed=share or 0.0)
        elif text != self._words or time.monotonic() - self._at > LINE_SECONDS:
            percent = f" {share:.0%}" if share is not None else ""
            self._line(f"{text}{percent}")
        self._words = text

    def _line(self, text: str) -> None:
        self._at = time.monotonic()
        self._stream.write(f"{text}\n")
        self._stream.flush()

    def close(self) -> None:
        """Stop telling; the terminal is as before."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
