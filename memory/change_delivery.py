"""Changes of what is delivered beside the film: variants in other shapes, and named versions.

Part of `memory.change`.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from memory.change_shot import Change
from memory.model import Ident
from memory.vocabulary import Angle, Size


class EditVariant(Change):
    """The film in another shape, new or changed: vertical 9:16, square 1:1, scope 2.39:1."""

    op: Literal["variant"] = "variant"
    variant: Ident
    aspect: str = Field(default="9:16", max_length=20)
    note: str = Field(default="", max_length=2000)


class FrameVariant(Change):
    """Framing of one shot in one variant only; with no fields it is as in the film again."""

    op: Literal["frame_variant"] = "frame_variant"
    variant: str
    shot: str
    size: Size = Size.MS
    angle: Angle = Angle.EYE
    lens_mm: int = Field(default=35, ge=8, le=1200)
    composition: str = ""
    foreground: str = ""
    focus: str = ""
    subjects: tuple[Ident, ...] = ()


class CutVariant(Change):
    """Take a variant out; the film and what was written out stay."""

    op: Literal["cut_variant"] = "cut_variant"
    variant: str


class NameVersion(Change):
    """Give a state of the film a name: the revision of that number, or the film as it is now."""

    op: Literal["name_version"] = "name_version"
    name: str = Field(min_length=1, max_length=60)
    revision: int | None = Field(default=None, ge=1)


class RestoreVersion(Change):
    """Go back to a version by its name or revision number, as one step that can be undone."""

    op: Literal["restore_version"] = "restore_version"
    version: str
    document: dict[str, Any] = Field(default_factory=dict)
    """The document of that revision, put in by whoever holds the history: replay stays exact."""
