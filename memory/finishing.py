"""What lies over all shots: look, music, titles, subtitles, mix. Part of the document."""

from __future__ import annotations

from pydantic import Field, field_validator

from memory.model import Frames, Ident, Model, Unit
from memory.vocabulary import Track


class Style(Model):
    """The look of the whole film."""

    look: str = "painterly paper theatre"
    palette: tuple[str, ...] = ()
    saturation: Unit = 0.5
    grain: Unit = 0.2
    grade: str = ""

    @field_validator("palette")
    @classmethod
    def _hex(cls, palette: tuple[str, ...]) -> tuple[str, ...]:
        for colour in palette:
            if len(colour) != 7 or colour[0] != "#" or not colour[1:].isalnum():
                raise ValueError(f"{colour!r} is not a colour like #0f2233")
        return palette


class Music(Model):
    """The score over the film; None for a shot means the film's own first or last."""

    style: str = "low strings and piano"
    tempo_bpm: int | None = Field(default=None, ge=30, le=220)
    gain_db: float = Field(default=-14.0, ge=-60, le=12)
    enabled: bool = True
    start_shot: str | None = None
    end_shot: str | None = None
    muted_scenes: tuple[str, ...] = ()
    seed: int = 0


class Subtitles(Model):
    """Subtitles of the spoken lines."""

    enabled: bool = False
    language: str = "en"
    burn_in: bool = False
    size: float = Field(default=1.0, ge=0.3, le=4)


class Titles(Model):
    """Cards at the head and the tail; None is no card."""

    opening: str | None = None
    end_card: str | None = None


class Cue(Model):
    """A sound laid by hand: words an effect is made from, or a file of the vault."""

    id: Ident
    track: Track
    source: str
    start: int = 0
    frames: Frames = 48
    gain_db: float = Field(default=0.0, ge=-60, le=20)
    fade_in: Frames = 0
    fade_out: Frames = 0


class Mix(Model):
    """Level of each track, dB against the house default; muted tracks are silent."""

    gains_db: dict[Track, float] = Field(default_factory=dict)
    muted: tuple[Track, ...] = ()
    master_db: float = Field(default=0.0, ge=-60, le=12)


class Budget(Model):
    """What may be spent. Nothing is spent without a yes."""

    max_usd: float = Field(default=0.0, ge=0)
    spent_usd: float = Field(default=0.0, ge=0)
