"""The tools a director may call: their schemas, and what each does to the film.

One set for every model.

A tool gets the desk and validated arguments and returns plain data for the director; what it
changed is noted on the desk's turn. It never asks for leave: the gate did that before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import cleandoc
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agent import production
from agent.answers import answer_about
from agent.desk import Desk
from agent.editing import edit
from agent.schema import changes, edit_parameters
from agent.table import film_table
from memory.change import AnyChange, Decide
from memory.errors import BadRequest, RoughcutError


class Arguments(BaseModel):
    """Base of every tool's arguments."""

    model_config = ConfigDict(extra="forbid")


class EditFilm(Arguments):
    """Change the film: one note, all its changes, each with an `op` and fields as in CHANGES.

    A shot, scene, person or line may be named by number, name or words. Leave out what stays.
    """

    changes: list[AnyChange] = Field(min_length=1, max_length=400)


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
    """Look at a part of the film."""

    part: Literal["film", "script", "cast", "shots", "history", "state"] = "film"


class ExportFilm(Arguments):
    """Write the film out."""

    format: Literal[
        "mp4",
        "otio",
        "edl",
        "xml",
        "fcpxml",
        "srt",
        "vtt",
        "fountain",
        "json",
        "stills",
        "boards",
        "contact",
        "floorplan",
    ] = "mp4"


class CheckFilm(Arguments):
    """Ask the supervisor what is wrong."""


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool: its arguments and its function."""

    arguments: type[Arguments]
    run: Callable[[Desk, Any], dict[str, Any]]


def _edit(desk: Desk, given: EditFilm) -> dict[str, Any]:
    return edit(desk, given.changes)


def _write(desk: Desk, given: WriteFilm) -> dict[str, Any]:
    if not (given.idea or given.script):
        raise BadRequest("There is nothing to write from.", "Pass an idea or a script.")
    seconds = given.seconds or desk.settings.seconds
    return production.write(desk, given.idea, given.script, seconds, given.seed)


def _boards(desk: Desk, _given: MakeBoards) -> dict[str, Any]:
    production.need_shots(desk.film)
    desk.turn.boards = True
    desk.turn.kind = "act"
    return {"said": f"Boards of {len(desk.film.order)} shots are being drawn."}


def _shoot(desk: Desk, given: Shoot) -> dict[str, Any]:
    return production.want_takes(desk, given.shots, given.takes)


def _undo(desk: Desk, given: Undo) -> dict[str, Any]:
    return production.step_back(desk, given.steps, given.revision)


def _redo(desk: Desk, _given: Redo) -> dict[str, Any]:
    return production.step_forward(desk)


def _recall(desk: Desk, given: RecallFacts) -> dict[str, Any]:
    return answer_about(desk, given.question)


def _remember(desk: Desk, given: Remember) -> dict[str, Any]:
    return edit(desk, [Decide(words=given.words)])


def _show(desk: Desk, given: ShowFilm) -> dict[str, Any]:
    if given.part == "script":
        return {"said": desk.film.script or "There is no script yet."}
    if given.part == "history":
        lines = [f"{r.number}. {r.words or r.kind}" for r in desk.project.history()[-20:]]
        return {"said": "\n".join(lines)}
    return {"said": film_table(desk.film, production.states(desk.project), desk.focus)}


def _export(desk: Desk, given: ExportFilm) -> dict[str, Any]:
    from tools.export import export

    path = export(desk.project, given.format)
    desk.turn.exports.append(str(path))
    desk.turn.kind = "act"
    return {"said": f"Written: {path.name}.", "file": str(path)}


def _check(desk: Desk, _given: CheckFilm) -> dict[str, Any]:
    from tools.supervisor import findings

    found = findings(desk.film)
    return {"said": "\n".join(f.message for f in found) or "The supervisor finds nothing."}


TOOLBOX: dict[str, Tool] = {
    "edit_film": Tool(EditFilm, _edit),
    "write_film": Tool(WriteFilm, _write),
    "make_boards": Tool(MakeBoards, _boards),
    "shoot": Tool(Shoot, _shoot),
    "undo": Tool(Undo, _undo),
    "redo": Tool(Redo, _redo),
    "recall": Tool(RecallFacts, _recall),
    "remember": Tool(Remember, _remember),
    "show_film": Tool(ShowFilm, _show),
    "export_film": Tool(ExportFilm, _export),
    "check_film": Tool(CheckFilm, _check),
}


def schemas() -> list[dict[str, Any]]:
    """The tools in OpenAI's function form, generated from the argument types."""
    return [
        {
            "type": "function",
            "function": {
                "name": name,
                "description": cleandoc(tool.arguments.__doc__ or name),
                "parameters": _parameters(tool.arguments),
            },
        }
        for name, tool in TOOLBOX.items()
    ]


def _parameters(arguments: type[Arguments]) -> dict[str, Any]:
    if arguments is EditFilm:
        return edit_parameters()
    schema = arguments.model_json_schema()
    schema.pop("description", None)
    return dict(_untitled(schema))


def _untitled(schema: Any) -> Any:
    """A schema without the titles pydantic writes at every field: words that say nothing."""
    if isinstance(schema, dict):
        kept = {k: v for k, v in schema.items() if not (k == "title" and isinstance(v, str))}
        return {k: _untitled(v) for k, v in kept.items() if k != "additionalProperties"}
    return schema


def use(desk: Desk, name: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Run one tool; a refusal comes back as data that says what to fix, never as an exception."""
    tool = TOOLBOX.get(name)
    if tool is None:
        return {"error": f"There is no tool {name!r}. There are: {', '.join(TOOLBOX)}."}
    if "_unreadable" in arguments:
        return {"error": "The arguments were not JSON. Send them again as one JSON object."}
    try:
        return tool.run(desk, _validated(desk, tool, arguments))
    except ValidationError as error:
        return {"error": "Fix the arguments: " + "; ".join(_plain(error))}
    except RoughcutError as error:
        return {"error": str(error), "refused": True}


def _validated(desk: Desk, tool: Tool, arguments: Mapping[str, Any]) -> Arguments:
    from agent.targets import resolve

    plain = dict(arguments)
    if tool.arguments is EditFilm and isinstance(plain.get("changes"), list):
        film = desk.film
        plain["changes"] = [
            resolve(film, one, desk.turn.before) if isinstance(one, Mapping) else one
            for one in plain["changes"]
        ]
    return tool.arguments.model_validate(plain)


MOST_FAULTS = 6


def _plain(error: ValidationError) -> list[str]:
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
