"""One thing the creator is asked leave for. Asks nobody itself."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

LONG_SECONDS = 90.0
"""Work that takes longer than this is asked for first."""


@dataclass(frozen=True, slots=True)
class Approval:
    """One thing to say yes or no to."""

    id: str
    what: str
    usd: float = 0.0
    seconds: float = 0.0

    def as_json(self) -> dict[str, Any]:
        """Plain data for the interrupt."""
        return asdict(self)

    def question(self) -> str:
        """What the creator reads."""
        cost = f", {self.usd:.2f} USD" if self.usd else ""
        time = f", about {_spoken(self.seconds)}" if self.seconds >= LONG_SECONDS else ""
        return f"{self.what}{cost}{time}. Go ahead?"


def _spoken(seconds: float) -> str:
    return f"{round(seconds)} s" if seconds < 120 else f"{round(seconds / 60)} min"
