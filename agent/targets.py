"""Names of shots, scenes and people as a model writes them, resolved to ids. Knows no grammar."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from memory.errors import BadRequest
from memory.film import Film

SHOT_FIELDS = ("shot", "after", "start_shot", "end_shot")


def resolve(film: Film, change: Mapping[str, Any]) -> dict[str, Any]:
    """A change's plain data with ids in place of "4", 4, "shot 4", "Scene 2" or "Mara".

    Raises:
        BadRequest: a number that is not there; the hint says what is.
    """
    out = dict(change)
    for key in SHOT_FIELDS:
        if key in out and not isinstance(out[key], Mapping) and out[key] is not None:
            out[key] = shot_id(film, out[key])
    if isinstance(out.get("order"), list | tuple):
        out["order"] = [shot_id(film, one) for one in out["order"]]
    if isinstance(out.get("scene"), str | int):
        out["scene"] = scene_id(film, out["scene"])
    if isinstance(out.get("character"), str):
        out["character"] = character_id(film, out["character"])
    if isinstance(out.get("subjects"), list | tuple):
        out["subjects"] = [character_id(film, one) for one in out["subjects"]]
    return out


def shot_id(film: Film, named: Any) -> str:
    """The id of a shot named by id or by number."""
    text = str(named).strip().lower()
    if text in film.shots or text in film.bin:
        return text
    number = re.fullmatch(r"(?:shot|sh|#)?[\s_.-]*(\d{1,4})", text)
    if number:
        return film.numbered(int(number.group(1))).id
    raise BadRequest(f"There is no shot {named!r}.", film.extent())


def scene_id(film: Film, named: Any) -> str:
    """The id of a scene named by id, by number or by its place."""
    text = str(named).strip().lower()
    if text in film.scenes:
        return text
    order = film.scene_order()
    number = re.fullmatch(r"(?:scene|sc|#)?[\s_.-]*(\d{1,3})", text)
    if number and 1 <= int(number.group(1)) <= len(order):
        return order[int(number.group(1)) - 1]
    named_so = [s for s in order if text and text in film.scenes[s].slug.lower()]
    if len(named_so) == 1:
        return named_so[0]
    raise BadRequest(f"There is no scene {named!r}.", f"The film has {len(order)} scenes.")


def character_id(film: Film, named: str) -> str:
    """The id of someone in the cast, by id or name; unknown names pass through to be refused."""
    text = named.strip().lower()
    if text in film.characters:
        return text
    hits = [c.id for c in film.characters.values() if c.name.lower() == text]
    return hits[0] if len(hits) == 1 else named
