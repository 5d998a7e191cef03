"""Who plays and where: characters, their voices and places. In the document; knows no shot."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from memory.model import Ident, Model, Words


class Voice(Model):
    """A locked voice. `name` is the engine's own, e.g. "en-us+f3"; empty until cast."""

    name: str = ""
    pitch: int = Field(default=50, ge=0, le=99)
    rate: int = Field(default=160, ge=80, le=300, description="words a minute")
    range: int = Field(default=50, ge=0, le=99)
    timbre: str = ""
    pace: float = Field(default=1.0, ge=0.5, le=2)
    accent: str = "neutral"
    gain_db: float = Field(default=0.0, ge=-40, le=20)


class Character(Model):
    """One of the cast, with a look and a voice that stay the same in every shot."""

    id: Ident
    name: str = Field(min_length=1, max_length=120)
    pronoun: str = "they"
    age: int | None = Field(default=None, ge=0, le=2000)
    role: str = ""
    kind: Literal["person", "bird", "animal"] = "person"
    hair: str = ""
    appearance: Words = ""
    wardrobe: dict[str, str] = Field(default_factory=dict)
    wardrobe_by_scene: dict[str, dict[str, str]] = Field(default_factory=dict)
    props: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    voice: Voice = Voice()
    locked: bool = False
    seed: int = 0

    def worn(self, scene: str) -> dict[str, str]:
        """The wardrobe in a scene: the usual pieces, then that scene's own ("" takes one off)."""
        pieces = {**self.wardrobe, **self.wardrobe_by_scene.get(scene, {})}
        return {place: piece for place, piece in pieces.items() if piece}


class Location(Model):
    """A place, drawn the same in every shot and from its reverse."""

    id: Ident
    name: str = Field(min_length=1, max_length=200)
    description: Words = ""
    set: tuple[str, ...] = ()
    seed: int = 0
