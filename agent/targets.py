"""Names of shots, scenes and people as a model writes them, resolved to ids. Knows no grammar."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from memory.errors import BadRequest
from memory.film import Film, mint
from memory.slug import slug_from
from memory.vocabulary import (
    Angle,
    Emotion,
    KeyDirection,
    MoveType,
    Size,
    Term,
    TimeOfDay,
    TransitionType,
    View,
    Weather,
    parse,
)

Named = Callable[[Film, Any], str]
NEW = {"insert_shot": "sh", "add_scene": "sc", "add_location": "loc", "add_line": "d"}
"""Changes that bring a part of their own, and how its id begins."""


def resolve_all(
    film: Film, changes: Iterable[Any], spoken: Film | None = None
) -> list[dict[str, Any] | Any]:
    """Every change resolved; a later one may name by its id what an earlier one brings."""
    given = list(changes)
    fresh = frozenset(_brought(given))
    return [resolve(film, one, spoken, fresh) if isinstance(one, Mapping) else one for one in given]


def _brought(changes: Iterable[Any]) -> Iterator[str]:
    """The ids that changes of a list give to parts of their own."""
    for change in changes:
        if isinstance(change, Mapping):
            parts = (part for part in change.values() if isinstance(part, Mapping))
            yield from (str(part["id"]) for part in parts if part.get("id"))


def resolve(
    film: Film,
    change: Mapping[str, Any],
    spoken: Film | None = None,
    fresh: frozenset[str] = frozenset(),
) -> dict[str, Any]:
    """A change's plain data with ids in place of "4", 4, "shot 4", "Scene 2" or "Mara".

    Args:
        film: the film the change is made to.
        change: as a model wrote it.
        spoken: the film when the note was spoken: numbers mean its order, whatever an earlier
            call of the same turn has moved since.
        fresh: ids that other changes of the same list bring into the film.

    Raises:
        BadRequest: something named is not there; the hint says what is.
    """
    op, out = str(change.get("op", "")), dict(change)
    for key, named in FIELDS.items():
        if key in out and out[key] is not None and not isinstance(out[key], Mapping):
            out[key] = _each(film, out[key], named, spoken, fresh)
    for key in KEYED:
        if isinstance(out.get(key), Mapping):
            out[key] = {character_id(film, who): value for who, value in out[key].items()}
    _in_our_words(op, out)
    if isinstance(out.get("beats"), list):
        out["beats"] = [_spoken_by(film, beat, "who") for beat in out["beats"]]
    if op == "add_character" and isinstance(out.get("character"), Mapping):
        out["character"] = _member(film, out["character"])
    part = op.partition("_")[2]
    if op in NEW and isinstance(out.get(part), Mapping):
        out[part] = _fresh(film, out[part], NEW[op], spoken, fresh)
    return out


def _in_our_words(op: str, out: dict[str, Any]) -> None:
    """Trade words as the closed sets spell them: "extreme close-up" is ECU."""
    kinds = TERMS | {"type": TYPES[op]} if op in TYPES else TERMS
    for key, kind in kinds.items():
        if isinstance(out.get(key), str):
            out[key] = parse(kind, out[key]) or out[key]
    if isinstance(out.get("emotions"), Mapping):
        told = out["emotions"].items()
        out["emotions"] = {who: parse(Emotion, str(how)) or how for who, how in told}


def _each(film: Film, value: Any, named: Named, spoken: Film | None, fresh: frozenset[str]) -> Any:
    if isinstance(value, list | tuple):
        return [_each(film, one, named, spoken, fresh) for one in value]
    if value in fresh:
        return value
    if named is shot_id and spoken is not None:
        return spoken_shot(film, value, spoken)
    return named(film, value)


def _fresh(
    film: Film,
    part: Mapping[str, Any],
    prefix: str,
    spoken: Film | None,
    fresh: frozenset[str],
) -> dict[str, Any]:
    """A new part with an id of its own and its names resolved; a model need not mint."""
    own = {k: part[k] for k in ("id", "line") if k in part}
    out = resolve(film, {k: v for k, v in part.items() if k not in own}, spoken, fresh) | own
    if prefix == "d":
        return dict(_fresh_line(film, out))
    known = (film.shots, film.bin, film.scenes, film.locations)
    given = part.get("id")
    taken = given is None or any(given in one for one in known)
    out["id"] = mint(prefix) if taken else given
    if isinstance(out.get("dialogue"), list):
        out["dialogue"] = [_fresh_line(film, one) for one in out["dialogue"]]
    return out


def _fresh_line(film: Film, line: Any) -> Any:
    if not isinstance(line, Mapping):
        return line
    known = {one.id for shot in film.shots.values() for one in shot.dialogue}
    given = line.get("id")
    ident = given if given and given not in known else mint("d")
    return {**_spoken_by(film, line, "character"), "id": ident}


def _member(film: Film, character: Mapping[str, Any]) -> dict[str, Any]:
    """A new member of the cast under an id made of the name, when that is free."""
    wished = ident_of(str(character.get("name", "")))
    return {**character, "id": wished if wished not in film.characters and wished else mint("who")}


def _spoken_by(film: Film, part: Any, key: str) -> Any:
    if not isinstance(part, Mapping) or key not in part:
        return part
    return {**part, key: character_id(film, str(part[key]))}


def spoken_shot(film: Film, named: Any, spoken: Film) -> str:
    """The shot a number meant when the note was spoken; an id is what it is now."""
    text = str(named).strip().lower()
    if text in film.shots or text in film.bin:
        return text
    found = shot_id(spoken, named)
    if found not in film.shots and found not in film.bin:
        raise BadRequest(f"Shot {named!r} is not in the film any more.", film.extent())
    return found


def shot_id(film: Film, named: Any) -> str:
    """The id of a shot named by id or by number."""
    text = str(named).strip().lower()
    if text in film.shots or text in film.bin:
        return text
    number = re.fullmatch(r"(?:shot|sh|#)?[\s_.-]*(\d{1,4})", text)
    if number:
        return film.numbered(int(number.group(1))).id
    if text in ("last", "the last", "last shot", "the last shot") and film.order:
        return film.order[-1]
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
    slugs = "; ".join(f"{at} {film.scenes[s].slug}" for at, s in enumerate(order[:12], 1))
    raise BadRequest(f"There is no scene {named!r}.", f"There are: {slugs or 'none yet'}.")


def location_id(film: Film, named: Any) -> str:
    """The id of a place, by id or name; unknown names pass through to be refused."""
    text = str(named).strip().lower()
    if text in film.locations:
        return text
    hits = [place.id for place in film.locations.values() if place.name.lower() == text]
    return hits[0] if len(hits) == 1 else str(named)


def character_id(film: Film, named: Any) -> str:
    """The id of someone in the cast, by id or name; unknown names pass through to be refused."""
    text = str(named).strip().lower()
    if text in film.characters:
        return text
    hits = [c.id for c in film.characters.values() if c.name.lower() == text]
    first = [c.id for c in film.characters.values() if c.name.lower().split()[:1] == [text]]
    found = hits or first
    # Someone unknown may be added by another change of the same note, under the name's own id.
    return found[0] if len(found) == 1 else ident_of(str(named)) or str(named)


def ident_of(name: str) -> str:
    """The id a name makes, or "" where its letters make none."""
    plain = slug_from(name)[:40].replace("-", "_") if name.isascii() else ""
    return plain if re.fullmatch(r"[a-z][a-z0-9_]*", plain) else ""


def line_id(film: Film, named: Any) -> str:
    """The id of a spoken line, by id or by its words."""
    lines = [line for shot in film.shots.values() for line in shot.dialogue]
    if any(line.id == named for line in lines):
        return str(named)
    wanted = _plain(str(named))
    hits = [line.id for line in lines if wanted and wanted in _plain(line.line)]
    if len(hits) == 1:
        return hits[0]
    known = "; ".join(f'{line.id} "{line.line[:40]}"' for line in lines[:12])
    raise BadRequest(f"There is no one line {named!r}.", f"There are: {known or 'none yet'}.")


def _plain(words: str) -> str:
    return re.sub(r"[^\w ]", "", words.lower()).strip()


FIELDS: dict[str, Named] = {
    "shot": shot_id,
    "after": shot_id,
    "start_shot": shot_id,
    "end_shot": shot_id,
    "order": shot_id,
    "scene": scene_id,
    "muted_scenes": scene_id,
    "location": location_id,
    "character": character_id,
    "subjects": character_id,
    "line": line_id,
}
"""Fields that name something, by what they name."""
TERMS: dict[str, type[Term]] = {
    "size": Size,
    "angle": Angle,
    "view": View,
    "key_dir": KeyDirection,
    "time_of_day": TimeOfDay,
    "weather": Weather,
}
"""Fields that hold a word of the trade."""
TYPES: dict[str, type[Term]] = {"move": MoveType, "transition": TransitionType}
KEYED = ("emotions", "intensity", "looks_at")
"""Fields whose keys are people."""
