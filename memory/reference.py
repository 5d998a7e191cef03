"""The film as people and other programs read it: seconds, takes joined in, one nested JSON object.

The stored document keeps frames and leaves takes, state and numbers to the project; this form gives
them back. `load_reference(dump_reference(film))` is the same film.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from memory.errors import BadRequest
from memory.film import Character, Film, Line, Location, Movement, Scene, Shot, Transition
from memory.model import unstated
from memory.timing import to_frames, to_seconds
from memory.vocabulary import Route

SCHEMA = "roughcut-reference-film/1"
PARTS = ("mix", "cues", "decisions", "variants", "versions", "bin")
FIRST_LINE_AT = 6
LETTERS_A_SECOND = 14.0
"""Reading speed that gives a first slot to a line nobody has spoken yet."""


@dataclass(frozen=True, slots=True)
class TakeList:
    """What the project knows of one shot's takes."""

    names: tuple[str, ...] = ()
    active: str | None = None
    status: str = "missing"


def load_reference(data: Mapping[str, Any]) -> Film:
    """A film from the nested form.

    Raises:
        BadRequest: a newer schema, or something that is not such a film.
    """
    schema = str(data.get("schema", ""))
    if schema != SCHEMA:
        raise BadRequest(f"This is not a film I can read: schema {schema!r}.", f"I read {SCHEMA}.")
    try:
        return Film(**_film_fields(data))
    except (KeyError, TypeError, AttributeError, ValueError, ArithmeticError) as error:
        raise BadRequest(f"The film file is not complete: {_why(error)}.") from error


def _why(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return f"{type(error).__name__} {error}"


def _film_fields(data: Mapping[str, Any]) -> dict[str, Any]:
    head = dict(data["film"])
    rate = str(head.pop("fps", 24))
    fields: dict[str, Any] = {"id": head["id"], "rate": rate}
    frame_rate = Film(id="x", rate=rate).frame_rate
    width, height = str(head.pop("resolution", "1280x720")).split("x")
    ending = head.pop("ending", None)
    if ending:
        fields["ending"] = _transition(ending, frame_rate)
    fields |= {"width": int(width), "height": int(height), **head}
    fields["characters"] = {
        k: Character(**{"id": k, **v}) for k, v in data.get("characters", {}).items()
    }
    fields["locations"] = {
        k: Location(**{"id": k, **v}) for k, v in data.get("locations", {}).items()
    }
    fields["scenes"] = {k: _scene(k, v) for k, v in data.get("scenes", {}).items()}
    fields["order"] = tuple(data.get("order", ()))
    fields["shots"] = {k: _shot(k, v, frame_rate) for k, v in data.get("shots", {}).items()}
    fields |= {part: data[part] for part in PARTS if part in data and part != "bin"}
    fields["bin"] = {k: _shot(k, v, frame_rate) for k, v in data.get("bin", {}).items()}
    return fields


def _scene(key: str, data: Mapping[str, Any]) -> Scene:
    return Scene(**{"id": key, **{k: v for k, v in data.items() if k != "number"}})


def _transition(data: Mapping[str, Any], rate: Any) -> Transition:
    return Transition(type=data["type"], frames=to_frames(data.get("duration_s", 0), rate))


def _shot(key: str, data: Mapping[str, Any], rate: Any) -> Shot:
    derived = {"takes", "active_take", "status", "prompt", "number", "duration_s", "freeze_tail_s"}
    fields = {k: v for k, v in data.items() if k not in derived}
    fields["frames"] = to_frames(data["duration_s"], rate)
    fields["freeze"] = to_frames(data.get("freeze_tail_s", 0), rate)
    fields["transition_in"] = _transition(data.get("transition_in", {"type": "cut"}), rate)
    fields["route"] = Route.THEATRE if data.get("route") == "previz" else data.get("route")
    at, lines = FIRST_LINE_AT, []
    for line in data.get("dialogue", ()):
        lines.append(_line(line, at, rate))
        at = lines[-1].start + lines[-1].frames + 4
    fields["dialogue"] = tuple(lines)
    return Shot(**{"id": key, **fields})


def _line(data: Mapping[str, Any], at: int, rate: Any) -> Line:
    fields = {k: v for k, v in data.items() if k not in {"start_s", "lead_s", "tail_s", "slot_s"}}
    slot = data.get("slot_s", len(data["line"]) / LETTERS_A_SECOND + 0.3)
    start = to_frames(data["start_s"], rate) if "start_s" in data else at
    start = -to_frames(data["lead_s"], rate) if "lead_s" in data else start
    return Line(**{**fields, "start": start, "frames": to_frames(slot, rate)})


def dump_reference(film: Film, takes: Mapping[str, TakeList] | None = None) -> dict[str, Any]:
    """The nested form, JSON-ready, with numbers, seconds and (when given) takes joined in."""
    rate = film.frame_rate
    plain = film.model_dump(mode="json", by_alias=True)
    parts = ("id", "characters", "locations", "scenes", "order", "shots", "schema", *PARTS)
    head = {k: v for k, v in plain.items() if k not in {*parts, "rate", "width", "height"}}
    head = {"id": film.id, **head, "fps": int(rate) if rate.denominator == 1 else film.rate}
    head["resolution"] = f"{film.width}x{film.height}"
    head["ending"] = _transition_out(film.ending, rate)
    out: dict[str, Any] = {"schema": SCHEMA, "film": head}
    out["characters"] = {k: _trim(c, Character) for k, c in plain["characters"].items()}
    out["locations"] = {k: _trim(c, Location) for k, c in plain["locations"].items()}
    out["scenes"] = _scenes_out(film, plain)
    out["order"] = list(film.order)
    out["shots"] = {
        k: {**_shot_out(film, film.shots[k]), **_takes_out(film.shots[k], takes)}
        for k in film.order
    }
    out |= {part: plain[part] for part in PARTS if plain[part] and part != "bin"}
    if film.bin:
        out["bin"] = {k: _shot_out(film, shot) for k, shot in film.bin.items()}
    return out


def _trim(data: dict[str, Any], kind: type[BaseModel]) -> dict[str, Any]:
    """Without its own id, and without house fields that stand at their default."""
    optional = {"marks", "kind", "wardrobe_by_scene", "references", "seed", "note", "synopsis"}
    usual = {k: f.get_default(call_default_factory=True) for k, f in kind.model_fields.items()}
    return {
        k: v
        for k, v in data.items()
        if k != "id" and not (k in optional and (v == usual[k] or v in ([], {}, "")))
    }


def _scenes_out(film: Film, plain: dict[str, Any]) -> dict[str, Any]:
    emptied = {shot.scene for shot in film.bin.values()} - {s.scene for s in film.shots.values()}
    numbered = [scene for scene in film.scene_order() if scene not in emptied]
    return {
        scene: {"number": at, **_trim(plain["scenes"][scene], Scene)}
        for at, scene in enumerate(numbered, 1)
    }


def _transition_out(transition: Transition, rate: Any) -> dict[str, Any]:
    return {"type": transition.type.value, "duration_s": to_seconds(transition.frames, rate)}


OPTIONAL = ("foreground", "focus", "beats", "emotions", "overlays", "quality", "pick", "notes")


def _shot_out(film: Film, shot: Shot) -> dict[str, Any]:
    rate = film.frame_rate
    data = unstated(Shot, shot.model_dump(mode="json"), Shot.LATER)
    data["movement"] = unstated(Movement, data["movement"], Movement.LATER)
    for key in ("id", "frames", "freeze", *(k for k in OPTIONAL if not data[k])):
        del data[key]
    data["route"] = "previz" if shot.route is Route.THEATRE else shot.route.value
    data["duration_s"] = to_seconds(shot.frames, rate)
    data["transition_in"] = _transition_out(shot.transition_in, rate)
    data["weather"] = shot.weather.value if shot.weather else None
    if shot.freeze:
        data["freeze_tail_s"] = to_seconds(shot.freeze, rate)
    data["dialogue"] = [_line_out(line, rate, shot.frames) for line in shot.dialogue]
    return data


def _line_out(line: Line, rate: Any, frames: int) -> dict[str, Any]:
    """A line with its times; a J cut says by how much it leads, an L cut how long it runs on."""
    data = line.model_dump(mode="json", exclude={"start", "frames"})
    place = {"start_s": to_seconds(line.start, rate)}
    if line.start < 0:
        place = {"lead_s": to_seconds(-line.start, rate)}
    over = line.start + line.frames - frames
    if over > 0 and line.start > Line.model_fields["start"].default:
        place = {**place, "tail_s": to_seconds(over, rate)}
    return {**data, **place, "slot_s": to_seconds(line.frames, rate)}


def _takes_out(shot: Shot, takes: Mapping[str, TakeList] | None) -> dict[str, Any]:
    if takes is None:
        return {}
    own = takes.get(shot.id, TakeList())
    return {"takes": list(own.names), "active_take": own.active, "status": own.status}
