"""Base and shared types of the film document's models; knows no film."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

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


def unstated(model: type[BaseModel], plain: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Plain data of a model without those named fields that stand at their default.

    A field that came later says nothing until it is set: what was written before it stays equal.
    """
    usual = {
        name: model.model_fields[name].get_default(call_default_factory=True) for name in names
    }
    return {k: v for k, v in plain.items() if not (k in usual and v == usual[k])}
