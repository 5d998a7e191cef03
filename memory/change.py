"""Every change one can make to a film: a closed set of typed operations.

A change names its target by id and holds only the fields it moves. `memory.edit.apply` plays it;
nothing edits the document another way. Ids of new things are minted by the caller, so that replay
is exact.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, TypeAdapter

from memory.change_delivery import (
    CutVariant,
    EditVariant,
    FrameVariant,
    NameVersion,
    RestoreVersion,
)
from memory.change_film import (
    AddCharacter,
    AddCue,
    AddLocation,
    AddScene,
    CutCue,
    Decide,
    DeleteScene,
    EditCue,
    EditFilm,
    EditLocation,
    EditMix,
    EditMusic,
    EditScene,
    EditSubtitles,
    EditTitles,
    LayOut,
    Recast,
    Restyle,
)
from memory.change_shot import (
    AddLine,
    Change,
    ChooseTake,
    CutLine,
    DeleteShot,
    Dress,
    InsertShot,
    Lock,
    MoveCamera,
    Redirect,
    Reframe,
    Relight,
    Reorder,
    RestoreShot,
    Retake,
    Retime,
    RewriteLine,
    SetTransition,
)

__all__ = [
    "CHANGES",
    "AddCharacter",
    "AddCue",
    "AddLine",
    "AddLocation",
    "AddScene",
    "AnyChange",
    "Change",
    "ChooseTake",
    "CutCue",
    "CutLine",
    "CutVariant",
    "Decide",
    "DeleteScene",
    "DeleteShot",
    "Dress",
    "EditCue",
    "EditFilm",
    "EditLocation",
    "EditMix",
    "EditMusic",
    "EditScene",
    "EditSubtitles",
    "EditTitles",
    "EditVariant",
    "FrameVariant",
    "InsertShot",
    "LayOut",
    "Lock",
    "MoveCamera",
    "NameVersion",
    "Recast",
    "Redirect",
    "Reframe",
    "Relight",
    "Reorder",
    "RestoreShot",
    "RestoreVersion",
    "Restyle",
    "Retake",
    "Retime",
    "RewriteLine",
    "SetTransition",
    "dump_changes",
    "load_changes",
]

AnyChange = Annotated[
    Relight
    | Reframe
    | MoveCamera
    | Retime
    | Redirect
    | Dress
    | Retake
    | ChooseTake
    | SetTransition
    | RewriteLine
    | AddLine
    | CutLine
    | Lock
    | InsertShot
    | DeleteShot
    | RestoreShot
    | Reorder
    | AddScene
    | EditScene
    | DeleteScene
    | AddCharacter
    | Recast
    | AddLocation
    | EditLocation
    | EditFilm
    | Restyle
    | EditMusic
    | EditSubtitles
    | EditTitles
    | EditMix
    | AddCue
    | EditCue
    | CutCue
    | EditVariant
    | FrameVariant
    | CutVariant
    | NameVersion
    | RestoreVersion
    | Decide
    | LayOut,
    Field(discriminator="op"),
]

CHANGES: TypeAdapter[list[AnyChange]] = TypeAdapter(list[AnyChange])


def load_changes(data: object) -> list[AnyChange]:
    """Changes from plain data. Raises pydantic.ValidationError with what to fix."""
    return CHANGES.validate_python(data)


def dump_changes(changes: list[AnyChange] | tuple[AnyChange, ...]) -> list[dict[str, object]]:
    """Plain data that holds only the fields given, so that replay moves nothing else."""
    return [{"op": c.op, **c.model_dump(mode="json", exclude_unset=True)} for c in changes]
