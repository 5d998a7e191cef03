"""The cast measured: locked colours the same in every shot, and feelings told apart.

    python -m benchmarks.theatre_cast

Two dozen seeded characters are each shot three ways: another light, size, view, action and
feeling. `albedo_identical` is the share whose unlit picture holds no colour that their reference
sheet does not, and holds skin, hair and cloth exactly. `emotion_apart` is the least difference of
two feelings' faces in a medium shot at 640x360: mean over the head of the absolute difference,
0..255.
"""

from __future__ import annotations

import itertools
import json
import random
import sys
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from tools.theatre import shot
from tools.theatre.cast.emotion import MIENS
from tools.theatre.cast.figure import Colour
from tools.theatre.cast.look import Look, look_of
from tools.theatre.cast.perform import figure
from tools.theatre.cast.performance import Performance
from tools.theatre.framing import Subject, frame_subject
from tools.theatre.puppet import crown_of
from tools.theatre.spec import ActorSpec, LightSpec, SetSpec, ShotSpec, SpokenLine

SEED, MEMBERS, FPS = 20261121, 24, 24.0
FLOOR = 2.0
"""Mean difference of two feelings' faces below which a stranger would not tell them apart."""

VIEWS = ("front", "three_quarter", "profile", "three_quarter_back", "back")
_WAYS = (
    ("MS", "day", "stand", "neutral", "three_quarter"),
    ("MCU", "night", "talk", "angry", "front"),
    ("FS", "dusk", "walk", "happy", "profile"),
)
_AGES = (4, 9, 15, 23, 34, 47, 58, 74)
_HAIR = ("short black", "long blonde", "curly red", "grey bun", "brown braids", "black afro",
         "auburn bob with fringe", "white, full beard", "messy brown", "dark ponytail")  # fmt: skip
_WORN = (
    "red wool coat", "yellow raincoat", "navy suit and tie", "green hoodie, jeans",
    "striped jumper, shorts", "purple cardigan, skirt", "blue dress", "grey uniform, peaked cap",
    "checked shirt, dungarees", "white shirt, vest, belt", "brown robe", "teal jumper, scarf",
)  # fmt: skip
_SKIN = ("pale", "light", "olive", "tanned", "brown", "dark", "ebony")
_BUILD = ("thin", "stout", "tall", "short", "muscular", "")


def members(count: int = MEMBERS) -> list[Look]:
    """Return seeded random characters, as a breakdown would describe them."""
    dice = random.Random(SEED)
    return [
        look_of(
            {
                "name": f"Member {k}", "pronoun": dice.choice(("she", "he", "they")),
                "age": dice.choice(_AGES), "hair": dice.choice(_HAIR),
                "wardrobe": dice.choice(_WORN),
                "appearance": f"{dice.choice(_BUILD)}, {dice.choice(_SKIN)} skin",
            },
            dice.randrange(1000),
        )
        for k in range(count)
    ]  # fmt: skip


def a_shot(look: Look, size: str, time: str, *, picture: tuple[int, int] = (320, 184),
           **playing: object) -> ShotSpec:  # fmt: skip
    """Return one member alone in one shot."""
    actor = ActorSpec(look.name, look=json.loads(look.to_json()))
    radius = figure(look, Performance(), 0, FPS).head[2]
    whom = Subject(crown=crown_of(actor, 24), tall=look.height, head=2 * radius)
    camera = frame_subject(whom, size, "eye", 50, picture[0] / picture[1])
    return ShotSpec(
        width=picture[0], height=picture[1], frames=24, camera=camera,
        light=LightSpec(time=time, grain=0.0), place=SetSpec("street", "street", 5, False),
        actors=(replace(actor, **playing),),  # type: ignore[arg-type]
    )  # fmt: skip


def shots_of(look: Look) -> list[ShotSpec]:
    """Return the member's three shots."""
    line = (SpokenLine(2, 18, "Will you come with me?"),)
    return [
        a_shot(look, size, time, action=action, emotion=felt, strength=0.9, view=view,
               lines=line if action == "talk" else ())
        for size, time, action, felt, view in _WAYS
    ]  # fmt: skip


def sheet_of(look: Look) -> set[tuple[int, ...]]:
    """Return every colour of the member's reference sheet: all views, all feelings, one action."""
    colours = set()
    for view, felt in itertools.product(VIEWS, MIENS):
        for frame in (0, 9):
            playing = Performance(view=view, emotion=felt, strength=0.9)  # type: ignore[arg-type]
            posed = figure(look, playing, frame, FPS)
            colours |= {_whole(part.colour) for part in posed.parts if not part.glaze}
    mouths = {"teeth": (218, 232, 240), "tongue": (78, 82, 176)}  # seen only in speech
    return colours | set(mouths.values())


def _whole(colour: Colour) -> tuple[int, ...]:
    return tuple(int(min(255.0, v)) for v in colour)


def colours_in(picture: NDArray[np.uint8]) -> set[tuple[int, ...]]:
    """Return the colours of an unlit picture, its black ground left out."""
    flat = np.unique(picture.reshape(-1, 3), axis=0)
    return {tuple(int(v) for v in row) for row in flat if row.any()}


def albedo_agrees(look: Look) -> bool:
    """Return whether a member's three shots hold the sheet's colours and no other."""
    sheet = sheet_of(look)
    locked = {_whole(look.skin), _whole(look.cloth)}
    for spec in shots_of(look):
        seen = colours_in(shot.albedo(spec, 10))
        if not seen <= sheet or not locked <= seen:
            return False
    return True


def face(look: Look, felt: str, strength: float) -> NDArray[np.float32]:
    """Return the head in a medium shot at 640x360, float32 (h, w, 3), scaled to 64 pixels."""
    spec = a_shot(look, "MS", "day", picture=(640, 360), emotion=felt, strength=strength)
    drawn, mask = shot.still(spec, 10), shot.ids(spec, 10) == 1
    top = int(np.argmax(mask.any(1)))
    height = 90
    columns = np.flatnonzero(mask[top + 10 : top + 70].any(0))
    middle = int((columns[0] + columns[-1]) / 2)
    crop = drawn[top : top + height, max(0, middle - 45) : middle + 45]
    return np.asarray(cv2.GaussianBlur(crop, (0, 0), 0.8), np.float32)


def least_apart(look: Look, strength: float) -> float:
    """Return the least mean difference between any two of the eight feelings on one face."""
    faces = {felt: face(look, felt, strength) for felt in MIENS}
    return min(
        float(np.abs(faces[one] - faces[other]).mean())
        for one, other in itertools.combinations(faces, 2)
    )


def checks() -> dict[str, float | bool]:
    """Return the figures: the share with identical albedo, and how far feelings are apart."""
    cast = members()
    alike = sum(albedo_agrees(look) for look in cast) / len(cast)
    grown = [look for look in cast if look.kind == "person" and look.hat == ""][:2]
    apart = {s: min(least_apart(look, s) for look in grown) for s in (0.35, 0.9)}
    return {
        "albedo_identical": round(alike, 4),
        "emotion_apart_weak": round(apart[0.35], 2),
        "emotion_apart_strong": round(apart[0.9], 2),
        "emotions_told_apart": min(apart.values()) >= FLOOR,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(checks(), indent=2) + "\n")
