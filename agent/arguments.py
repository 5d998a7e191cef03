"""What a model may hand to a tool: types, their schemas, and what is wrong with what it sent.

Runs no tool.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agent.desk import Desk
from agent.schema import change_list, changes
from agent.targets import resolve_all
from memory.change import AnyChange


class Arguments(BaseModel):
    """Base of every tool's arguments."""

    model_config = ConfigDict(extra="forbid")


class EditFilm(Arguments):
    """Change the film: one note, all its changes, each with an `op` and fields as in CHANGES.

    A shot, scene, person or line may be named by number, name or words. Leave out what stays.
    """

    changes: list[AnyChange] = Field(min_length=1, max_length=400)


class Way(Arguments):
    """One option: what it does in a few words, and its changes."""

    words: str = Field(min_length=1, max_length=200)
    changes: list[AnyChange] = Field(min_length=1, max_length=400)


class OfferOptions(Arguments):
    """For a vague note: two or three ready options, each with its changes as in edit_film.

    Nothing moves; the creator picks A, B or C, and that one is played. Name them in your reply.
    """

    options: list[Way] = Field(min_length=2, max_length=3)


class WriteFilm(Arguments):
    """Write the film from an idea, or lay it out from a screenplay (Fountain) you pass."""

    idea: str | None = Field(default=None, max_length=200_000)
    script: str | None = Field(default=None, max_length=2_000_000)
    seconds: int | None = Field(default=None, ge=5, le=600)
    seed: int = Field(default=0, ge=0)


class MakeBoards(Arguments):
    """Draw a still of every shot that has none."""


class Shoot(Arguments):
    """Render takes: of the shots named (numbers or ids), or of all that is missing or stale.

    With `takes` above 1, so many further performances of the same shots; what plays stays.
    """

    shots: list[str] | None = None
    takes: int = Field(default=1, ge=1, le=6)


class Undo(Arguments):
    """Take back the last edits, or one older revision."""

    steps: int = Field(default=1, ge=1, le=100)
    revision: int | None = None


class Redo(Arguments):
    """Bring back what was undone last."""


class RecallFacts(Arguments):
    """Ask the continuity memory: who wears what, who has what, what was decided."""

    question: str = Field(min_length=1, max_length=2000)


class Remember(Arguments):
    """Record a decision or a taste of the creator, in their words."""

    words: str = Field(min_length=1, max_length=2000)


class ShowFilm(Arguments):
    """Look at a part of the film, or at every field of one shot."""

    part: Literal["film", "script", "cast", "shots", "history", "state"] = "film"
    shot: str | int | None = None


class ExportFilm(Arguments):
    """Write the film out; with a variant's name, the film in that shape as mp4."""

    format: Literal[
        "mp4",
        "otio",
        "edl",
        "xml",
        "fcpxml",
        "srt",
        "vtt",
        "fountain",
        "fdx",
        "json",
        "stills",
        "boards",
        "contact",
        "floorplan",
    ] = "mp4"
    variant: str | None = None


class CheckFilm(Arguments):
    """Ask the supervisor what is wrong."""


def parameters(arguments: type[Arguments]) -> dict[str, Any]:
    """The JSON schema of a tool's arguments, with changes in their short form."""
    if arguments is EditFilm:
        return {"type": "object", "properties": {"changes": change_list()}, "required": ["changes"]}
    if arguments is OfferOptions:
        way = {"words": {"type": "string"}, "changes": change_list()}
        one = {"type": "object", "properties": way, "required": list(way)}
        options = {"type": "array", "items": one, "minItems": 2, "maxItems": 3}
        return {"type": "object", "properties": {"options": options}, "required": ["options"]}
    schema = arguments.model_json_schema()
    schema.pop("description", None)
    return dict(_untitled(schema))


def _untitled(schema: Any) -> Any:
    """A schema without the titles pydantic writes at every field: words that say nothing."""
    if isinstance(schema, dict):
        kept = {k: v for k, v in schema.items() if not (k == "title" and isinstance(v, str))}
        return {k: _untitled(v) for k, v in kept.items() if k != "additionalProperties"}
    return schema


def validated(desk: Desk, kind: type[Arguments], arguments: Mapping[str, Any]) -> Arguments:
    """The arguments with every name resolved.

    Raises:
        ValidationError: they do not fit; `faults` says it in words.
        BadRequest: something named is not there.
    """
    plain = dict(arguments)
    if isinstance(plain.get("changes"), list):
        plain["changes"] = _resolved(desk, plain["changes"])
    if kind is OfferOptions and isinstance(plain.get("options"), list):
        plain["options"] = [
            {**way, "changes": _resolved(desk, way.get("changes"))}
            if isinstance(way, Mapping)
            else way
            for way in plain["options"]
        ]
    return kind.model_validate(plain)


def _resolved(desk: Desk, changes: Any) -> Any:
    if not isinstance(changes, list):
        return changes
    return resolve_all(desk.film, changes, desk.turn.before)


MOST_FAULTS = 6


def faults(error: ValidationError) -> list[str]:
    """What to fix, in words a model can act on: where, what was given, what would do."""
    return [_fault(one) for one in error.errors()[:MOST_FAULTS]]


def _fault(one: Any) -> str:
    place = ".".join(map(str, one["loc"])) or "arguments"
    words = str(one["msg"])
    if one["type"] == "extra_forbidden":
        words = "there is no such field" + _fields_of(one["loc"])
    elif one["type"] == "missing":
        words = "is missing"
    elif one["type"] not in ("union_tag_invalid", "union_tag_not_found"):
        words += f" (was {str(one['input'])[:60]!r})"
    return f"{place}: {words}"


def _fields_of(place: tuple[Any, ...]) -> str:
    """The fields a change does have, when the place names one."""
    ops = {str(c.model_fields["op"].default): c for c in changes()}
    change = next((ops[str(part)] for part in place if str(part) in ops), None)
    if change is None:
        return ""
    return f"; {change.model_fields['op'].default} has {', '.join(list(change.model_fields)[1:])}"
