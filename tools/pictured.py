"""What of the document a shot's picture depends on: the inputs of boards and takes. Draws nothing.

The inputs are the document's own fields, not what the theatre makes of them: a newer theatre then
leaves finished takes current (their look number tells), and an edit of one shot touches no other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from memory.film import Film, Mark, Movement, Scene, Shot
from memory.model import unstated
from memory.vocabulary import Angle, TimeOfDay

UNSEEN_OF_SHOT = {
    "id", "scene", "transition_in", "sfx", "route", "quality", "locked", "pick", "notes",
}  # fmt: skip
UNHEARD_OF_LINE = {"id", "delivery", "gain_db"}
UNSEEN_OF_SCENE = {"mood", "synopsis", "note"}
SEEN_OF_CHARACTER = {"id", "name", "pronoun", "age", "kind", "hair", "appearance", "props", "seed"}
AS_BEFORE = frozenset({TimeOfDay.CONTINUOUS, TimeOfDay.LATER})
SHOT = "shot"
SILENT = "en"
"""The language of a shot without lines."""


def picture_inputs(film: Film, shot_id: str) -> dict[str, Any]:
    """The part of a film that one shot's picture is made from, as plain data."""
    shot = film.shot(shot_id)
    scene = film.scenes[shot.scene]
    location = film.locations.get(scene.location)
    return {
        "film": film.id,
        "size": [film.width, film.height],
        "fps": film.rate,
        # Lips speak it: where nobody does, another language is no other picture.
        "language": film.language if shot.dialogue else SILENT,
        "style": film.style.model_dump(mode="json"),
        "scene": _unnamed(film, _scene(film, scene)),
        "location": location.model_dump(mode="json") if location else None,
        "characters": [_character(film, who, scene.id) for who in _shown(film, scene, shot)],
        "shot": _unnamed(film, _shot(shot)),
    }


NAMING = ("name", "screen_axis", "action", "composition", "foreground", "focus")
"""Where a picture's fields speak of people by name."""


def _spelled(ident: str) -> bool:
    """Whether an id is made of a name; one minted for other letters is no word a text can hold."""
    return ident.isascii() and re.fullmatch(r"who_[0-9a-f]{8}", ident) is None


def _unnamed(film: Film, plain: dict[str, Any]) -> dict[str, Any]:
    """The same fields with people called by their ids: another name is no other picture."""
    cast = film.characters.values()
    called = {c.name: c.id.replace("_", " ").title() for c in cast if c.name and _spelled(c.id)}
    called = {name: first for name, first in called.items() if name != first}
    if not called:
        return plain
    names = "|".join(re.escape(name) for name in sorted(called, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)")
    told = {k: v for k, v in plain.items() if k in NAMING and isinstance(v, str)}
    return plain | {k: pattern.sub(lambda m: called[m[0]], v) for k, v in told.items()}


def _scene(film: Film, scene: Scene) -> dict[str, Any]:
    plain = scene.model_dump(mode="json", exclude=UNSEEN_OF_SCENE)
    plain["marks"] = [unstated(Mark, mark, Mark.LATER) for mark in plain["marks"]]
    return {**plain, "time_of_day": time_of(film, scene).value}


def time_of(film: Film, scene: Scene) -> TimeOfDay:
    """The scene's own time; CONTINUOUS and LATER are as the scene before."""
    order = film.scene_order()
    upto = order[: order.index(scene.id) + 1] if scene.id in order else (scene.id,)
    times = (film.scenes[one].time_of_day for one in reversed(upto))
    return next((time for time in times if time not in AS_BEFORE), TimeOfDay.DAY)


def _shown(film: Film, scene: Scene, shot: Shot) -> list[str]:
    """Who can be in the picture: subjects, speakers, and over a shoulder the others there."""
    names = [*shot.subjects, *(line.character for line in shot.dialogue if not line.off)]
    if shot.angle is Angle.OTS or "ots" in shot.foreground.lower():
        names += [mark.who for mark in scene.marks]
    return [who for who in dict.fromkeys(names) if who in film.characters]


def _character(film: Film, who: str, scene: str) -> dict[str, Any]:
    character = film.characters[who]
    plain = character.model_dump(mode="json", include=SEEN_OF_CHARACTER)
    return {**_unnamed(film, plain), "wardrobe": character.worn(scene)}


def _shot(shot: Shot) -> dict[str, Any]:
    plain = unstated(Shot, shot.model_dump(mode="json", exclude=UNSEEN_OF_SHOT), Shot.LATER)
    plain["movement"] = unstated(Movement, plain["movement"], Movement.LATER)
    lines = [line.model_dump(mode="json", exclude=UNHEARD_OF_LINE) for line in shot.dialogue]
    # Words over the picture are laid in the cut: the key stays, so that older takes stay equal.
    return {**plain, "dialogue": lines, "overlays": []}


def pictured_film(inputs: Mapping[str, Any]) -> Film:
    """A film of one shot (named SHOT) that looks as the inputs say: what the theatre stages."""
    scene = inputs["scene"]
    shot = {**inputs["shot"], "id": SHOT, "scene": scene["id"]}
    shot["dialogue"] = [
        {**line, "id": f"line_{at}"} for at, line in enumerate(inputs["shot"]["dialogue"])
    ]
    location = inputs["location"]
    width, height = inputs["size"]
    return Film.model_validate(
        {
            "id": inputs["film"],
            "width": width,
            "height": height,
            "rate": inputs["fps"],
            "language": inputs["language"],
            "style": inputs["style"],
            "scenes": {scene["id"]: scene},
            "locations": {location["id"]: location} if location else {},
            "characters": {one["id"]: one for one in inputs["characters"]},
            "shots": {SHOT: shot},
            "order": [SHOT],
        }
    )
