"""The tools a director may call: their schemas, and what each does to the film.

One set for every model.

A tool gets the desk and validated arguments and returns plain data for the director; what it
changed is noted on the desk's turn. It never asks for leave: the gate did that before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import cleandoc
from typing import Any

from pydantic import ValidationError

from agent import production
from agent.answers import answer_about
from agent.arguments import (
    Arguments,
    CheckFilm,
    EditFilm,
    ExportFilm,
    MakeBoards,
    OfferOptions,
    RecallFacts,
    Redo,
    Remember,
    Shoot,
    ShowFilm,
    Undo,
    WriteFilm,
    faults,
    parameters,
    validated,
)
from agent.desk import Desk
from agent.editing import edit
from agent.effect import effect
from agent.notes.reading import Option
from agent.table import film_table
from agent.targets import shot_id
from memory.change import Decide
from memory.errors import BadRequest, RoughcutError


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool: its arguments and its function."""

    arguments: type[Arguments]
    run: Callable[[Desk, Any], dict[str, Any]]


def _edit(desk: Desk, given: EditFilm) -> dict[str, Any]:
    return edit(desk, given.changes)


def _offer(desk: Desk, given: OfferOptions) -> dict[str, Any]:
    """Keep options that can be played, with what each would move."""
    options = [
        Option(letter, way.words, tuple(way.changes))
        for letter, way in zip("ABC", given.options, strict=False)
    ]
    told = [{"letter": one.letter, "words": one.words, **effect(desk, one)} for one in options]
    empty = [one["letter"] for one in told if not one["diff"]]
    if empty:
        raise BadRequest(f"Option {', '.join(empty)} would move nothing.", "Offer another change.")
    desk.turn.options = options
    return {"said": "Offered. Name the options in your reply.", "options": told}


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
    if given.shot is not None:
        shot = desk.film.shot(shot_id(desk.film, given.shot))
        return {"number": desk.film.number(shot.id), **shot.model_dump(mode="json")}
    if given.part == "script":
        return {"said": desk.film.script or "There is no script yet."}
    if given.part == "history":
        lines = [f"{r.number}. {r.words or r.kind}" for r in desk.project.history()[-20:]]
        return {"said": "\n".join(lines)}
    return {"said": film_table(desk.film, production.states(desk.project), desk.focus)}


def _export(desk: Desk, given: ExportFilm) -> dict[str, Any]:
    from tools.export import export

    workers = desk.settings.workers
    path = export(desk.project, given.format, variant=given.variant, workers=workers)
    desk.turn.exports.append(str(path))
    desk.turn.kind = "act"
    return {"said": f"Written: {path.name}.", "file": str(path)}


def _check(desk: Desk, _given: CheckFilm) -> dict[str, Any]:
    from tools.supervisor import findings

    found = findings(desk.film)
    return {"said": "\n".join(f.message for f in found) or "The supervisor finds nothing."}


TOOLBOX: dict[str, Tool] = {
    "edit_film": Tool(EditFilm, _edit),
    "offer_options": Tool(OfferOptions, _offer),
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
                "parameters": parameters(tool.arguments),
            },
        }
        for name, tool in TOOLBOX.items()
    ]


def use(desk: Desk, name: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Run one tool; a refusal comes back as data that says what to fix, never as an exception."""
    tool = TOOLBOX.get(name)
    if tool is None:
        return {"error": f"There is no tool {name!r}. There are: {', '.join(TOOLBOX)}."}
    if "_unreadable" in arguments:
        return {"error": "The arguments were not JSON. Send them again as one JSON object."}
    try:
        return tool.run(desk, validated(desk, tool.arguments, arguments))
    except ValidationError as error:
        return {"error": "Fix the arguments: " + "; ".join(faults(error))}
    except RoughcutError as error:
        return {"error": str(error), "refused": True}
