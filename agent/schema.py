"""The tools' schemas as a language model gets them: small enough to be used right.

Written out in JSON Schema the closed set of changes is 37 kB, which weaker models answer with
nonsense. Here `edit_film` takes a list of objects with an `op`, and its description holds one line
for each: the fields, their ranges and their words. What comes back is validated by the very same
types.
"""

from __future__ import annotations

import typing
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from annotated_types import Ge, Le
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from memory.change import AnyChange, LayOut

OURS = (LayOut,)
"""Changes only the writer makes."""
UNASKED = {"id", "seed", "pick", "locked", "gain_db", "references"}
"""Fields of the document's own models a model need not give."""
WORDS = {str: "text", int: "whole number", float: "number", bool: "true|false"}


@cache
def change_table() -> str:
    """One line for each change, then the words and the parts that the lines speak of."""
    parts = _Parts()
    lines = [parts.line(change) for change in changes()]
    return "\n".join([*lines, "", *parts.told()])


@cache
def changes() -> tuple[type[BaseModel], ...]:
    """Every change a model may make."""
    union, *_ = typing.get_args(AnyChange)
    return tuple(one for one in typing.get_args(union) if one not in OURS)


def change_list() -> dict[str, Any]:
    """The JSON schema of a list of changes: only the ops; their fields stand in the table."""
    ops = [str(one.model_fields["op"].default) for one in changes()]
    change = {"type": "object", "properties": {"op": {"enum": ops}}, "required": ["op"]}
    return {"type": "array", "items": change, "minItems": 1, "maxItems": 400}


class _Parts:
    """Closed sets and nested parts met on the way, each told once."""

    def __init__(self) -> None:
        self._sets: dict[str, str] = {}
        self._models: dict[str, type[BaseModel]] = {}
        self._told: dict[str, str] = {}

    def line(self, change: type[BaseModel]) -> str:
        op = change.model_fields["op"].default
        return f"{op}({self._fields(change, {'op'})}) {_sentence(change)}"

    def told(self) -> Iterable[str]:
        while missing := [name for name in self._models if name not in self._told]:
            for name in missing:
                self._told[name] = f"{name} = {{{self._fields(self._models[name], UNASKED)}}}"
        yield from (f"{name}: {words}" for name, words in self._sets.items())
        yield from self._told.values()

    def _fields(self, model: type[BaseModel], left_out: Iterable[str]) -> str:
        shown = {n: f for n, f in model.model_fields.items() if n not in set(left_out)}
        return ", ".join(
            f"{name}{'' if field.is_required() else '?'}: {self._kind(field)}"
            for name, field in shown.items()
        )

    def _kind(self, field: FieldInfo) -> str:
        low = next((m.ge for m in field.metadata if isinstance(m, Ge)), None)
        high = next((m.le for m in field.metadata if isinstance(m, Le)), None)
        if low is not None and high is not None:
            return f"{low}..{high}"
        return self._named(field.annotation)

    def _named(self, kind: Any) -> str:
        if typing.get_origin(kind) is not None:
            return self._compound(kind)
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            self._sets[kind.__name__] = "|".join(kind)
            return kind.__name__
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            self._models[kind.__name__] = kind
            return kind.__name__
        return WORDS.get(kind, "text")

    def _compound(self, kind: Any) -> str:
        origin, args = typing.get_origin(kind), typing.get_args(kind)
        if origin is typing.Annotated:
            return self._kind(FieldInfo.from_annotation(kind))
        if origin is typing.Literal:
            return "|".join(str(a) for a in args)
        if origin in (dict, Mapping):
            return f"{{{self._named(args[0])}: {self._named(args[1])}}}"
        inner = self._named(next(a for a in args if a is not type(None)))
        return f"[{inner}]" if origin is tuple else inner


def _sentence(model: type[BaseModel]) -> str:
    first, _, _ = (model.__doc__ or "").strip().partition("\n")
    return first
