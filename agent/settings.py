"""Settings as one frozen value. Reads no environment itself: the entry points hand theirs in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from memory.errors import BadRequest

BASE_URL = "OPENAI_BASE_URL"
API_KEY = "OPENAI_API_KEY"
MODEL = "ROUGHCUT_MODEL"
SEES = "ROUGHCUT_MODEL_SEES"
LENGTH = "ROUGHCUT_SECONDS"


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
    sees: bool = False
    """Whether the model is shown boards and takes: only some can see."""
    workers: int = 2
    size: tuple[int, int] = (1280, 720)
    """Pixels of the picture of new films."""
    seconds: int = 60
    """Length a new film is aimed at when nobody says."""
    bounds: Bounds = Bounds()

    @property
    def has_model(self) -> bool:
        """True when a language model is configured; the offline director talks otherwise."""
        return bool(self.model and (self.base_url or self.api_key))

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Settings:
        """Settings from variables.

        ROUGHCUT_HOME, ROUGHCUT_WORKERS (1-16), ROUGHCUT_SIZE ("1280x720"), ROUGHCUT_SECONDS
        (5-600), ROUGHCUT_MODEL, ROUGHCUT_MODEL_SEES (yes, no),
        ROUGHCUT_MODEL_SECONDS (1-600), OPENAI_BASE_URL, OPENAI_API_KEY.

        Raises:
            BadRequest: one of them is not usable; the hint says what is.
        """
        length = environ.get(LENGTH) or None
        if length and (not length.isdigit() or not 5 <= int(length) <= 600):
            raise BadRequest(f"{LENGTH} is {length!r}.", "Give seconds from 5 to 600.")
        return cls(
            home=Path(environ.get("ROUGHCUT_HOME") or "films"),
            base_url=environ.get(BASE_URL, ""),
            api_key=environ.get(API_KEY, ""),
            model=environ.get(MODEL, ""),
            sees=_yes(environ, SEES),
            workers=_number(environ, "ROUGHCUT_WORKERS", 2, 16, 1),
            size=_size(environ.get("ROUGHCUT_SIZE") or "1280x720"),
            seconds=_number(environ, "ROUGHCUT_SECONDS", 60, 600, 5),
            bounds=Bounds(seconds=_number(environ, "ROUGHCUT_MODEL_SECONDS", 60, 600, 1)),
        )


def _yes(environ: Mapping[str, str], name: str) -> bool:
    text = (environ.get(name) or "no").lower()
    if text not in ("yes", "no", "1", "0", "true", "false"):
        raise BadRequest(f"{name} is {text!r}.", "Give yes or no.")
    return text in ("yes", "1", "true")


def _number(environ: Mapping[str, str], name: str, usual: int, most: int, least: int) -> int:
    text = environ.get(name) or str(usual)
    if not text.isdecimal() or not least <= int(text) <= most:
        raise BadRequest(f"{name} is {text!r}.", f"Give a number from {least} to {most}.")
    return int(text)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if width.isdecimal() and height.isdecimal():
        size = (int(width), int(height))
        if all(64 <= side <= 4096 for side in size) and size[0] % 8 == 0 == size[1] % 4:
            return size
    raise BadRequest(
        f"ROUGHCUT_SIZE is {text!r}.",
        "Give pixels such as 1280x720: a width in eights, a height in fours.",
    )
