"""Settings as one frozen value. Reads no environment itself: the entry points hand theirs in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from memory.errors import BadRequest

BASE_URL = "OPENAI_BASE_URL"
API_KEY = "OPENAI_API_KEY"
MODEL = "ROUGHCUT_MODEL"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one turn may use up before it is stopped."""

    model_calls: int = 12
    tool_calls: int = 50
    same_call: int = 3
    recursion: int = 60
    reply_letters: int = 6000
    seconds: float = 60.0
    """For one answer of the model, retries included."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where films live, which model talks, how many workers render."""

    home: Path = Path("films")
    base_url: str = ""
    api_key: str = ""
    model: str = ""
    workers: int = 2
    bounds: Bounds = Bounds()

    @property
    def has_model(self) -> bool:
        """True when a language model is configured; the offline director talks otherwise."""
        return bool(self.model and (self.base_url or self.api_key))

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Settings:
        """Settings from variables: ROUGHCUT_HOME, ROUGHCUT_MODEL, OPENAI_BASE_URL, OPENAI_API_KEY.

        Raises:
            BadRequest: ROUGHCUT_WORKERS is not a number from 1 to 16.
        """
        workers = environ.get("ROUGHCUT_WORKERS", "2")
        if not workers.isdigit() or not 1 <= int(workers) <= 16:
            raise BadRequest(f"ROUGHCUT_WORKERS is {workers!r}.", "Give a number from 1 to 16.")
        seconds = environ.get("ROUGHCUT_MODEL_SECONDS", "60")
        if not seconds.replace(".", "", 1).isdigit():
            raise BadRequest(f"ROUGHCUT_MODEL_SECONDS is {seconds!r}.", "Give seconds, such as 60.")
        return cls(
            home=Path(environ.get("ROUGHCUT_HOME") or "films"),
            base_url=environ.get(BASE_URL, ""),
            api_key=environ.get(API_KEY, ""),
            model=environ.get(MODEL, ""),
            workers=int(workers),
            bounds=Bounds(seconds=float(seconds)),
        )
