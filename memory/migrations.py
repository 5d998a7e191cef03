"""Film documents of every schema, read as today's; a newer one is refused, never trimmed.

A document says its schema, "roughcut-film/1". Each step lifts a plain document by one version; a
step that was released never changes, and one project of each version is kept in the tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from memory.errors import BadRequest
from memory.film import SCHEMA, Film

Step = Callable[[dict[str, Any]], dict[str, Any]]

STEPS: tuple[Step, ...] = ()
"""The first lifts version 1 to version 2."""

_SCHEMA = re.compile(r"roughcut-film/([1-9][0-9]{0,5})")


def read_film(plain: object) -> Film:
    """The film of a plain document, lifted to today's schema where it is older.

    Raises:
        BadRequest: It is no film document, a newer Roughcut wrote it, or a value cannot be; the
            message names the first such place.
    """
    if not isinstance(plain, Mapping):
        raise BadRequest("This is not a film document.", f'It would say "schema": "{SCHEMA}".')
    document = dict(plain)
    for step in STEPS[_version(document) - 1 :]:
        document = step(document)
    try:
        return Film.model_validate(document)
    except ValidationError as problem:
        first = problem.errors()[0]
        place = ".".join(map(str, first["loc"])) or "the document"
        raise BadRequest(f"This film cannot be read: {place}: {first['msg']}.") from problem


def _version(document: Mapping[str, Any]) -> int:
    """The schema's number. Raises BadRequest for a newer one and for another kind of file."""
    match = _SCHEMA.fullmatch(str(document.get("schema", "")))
    if match is None:
        raise BadRequest("This is not a film document.", f'It would say "schema": "{SCHEMA}".')
    number = int(match[1])
    if number > len(STEPS) + 1:
        raise BadRequest(
            f"This film was written by a newer Roughcut (schema {number}, this one reads up to "
            f"{len(STEPS) + 1}).",
            "Update Roughcut to open it; it was left as it is.",
        )
    return number
