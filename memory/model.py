"""Base and shared types of the film document's models; knows no film."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

LONGEST_SHOT = 24 * 120
"""Frames; a longer single shot is a mistake in a draft and would hold a worker for minutes."""

Ident = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Unit = Annotated[float, Field(ge=0, le=1)]
Frames = Annotated[int, Field(ge=0, le=LONGEST_SHOT)]
Words = Annotated[str, StringConstraints(max_length=20_000)]


class Model(BaseModel):
    """Frozen, closed: an unknown field is refused, never dropped."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)
